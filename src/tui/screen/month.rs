//! The meetings of a month 月历: a day is selected, and its meetings are looked at. Which meeting is on which day is noted
//! when the record changes; drawing looks only at what is seen.

mod draw;

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::domain::id::MeetingRef;
use crate::domain::meeting::MeetingState;
use crate::domain::register::Register;
use crate::domain::time::day_of;
use crate::tui::keys::Action;

pub use draw::draw;

/// The state of the screen.
#[derive(Debug, Clone)]
pub struct Month {
    day: NaiveDate,
    /// Every meeting that was not called off under its day, in order of time.
    meetings: Vec<(NaiveDate, MeetingRef)>,
}

impl Month {
    /// The month of a day, which is selected.
    #[must_use]
    pub fn new(day: NaiveDate, register: &Register) -> Self {
        let mut screen = Self { day, meetings: Vec::new() };
        screen.refresh(register);
        screen
    }

    /// Looks anew which meeting is on which day. The selected day stays selected.
    pub fn refresh(&mut self, register: &Register) {
        let mut meetings: Vec<_> =
            register.meetings().filter(|meeting| meeting.state != MeetingState::Cancelled).collect();
        meetings.sort_by_key(|meeting| meeting.at);
        self.meetings = meetings.into_iter().map(|meeting| (day_of(meeting.at), meeting.key)).collect();
    }

    /// The selected day.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.day
    }

    /// Selects a day.
    pub fn select(&mut self, day: NaiveDate) {
        self.day = day;
    }

    /// Selects another day. Beyond the days that can be written there is none.
    pub fn update(&mut self, action: Action) {
        let day = self.day;
        let moved = match action {
            Action::Left => day.pred_opt(),
            Action::Right => day.succ_opt(),
            Action::Up => day.checked_sub_days(Days::new(7)),
            Action::Down => day.checked_add_days(Days::new(7)),
            Action::PageUp => day.checked_sub_months(Months::new(1)),
            Action::PageDown => day.checked_add_months(Months::new(1)),
            Action::First => day.with_day(1),
            Action::Last => last_of_month(day),
            Action::Go(at) => self.weeks().into_iter().flatten().nth(at),
            _ => None,
        };
        self.day = moved.unwrap_or(day);
    }

    /// The meetings of a day, in order of time.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> impl ExactSizeIterator<Item = MeetingRef> {
        let from = self.meetings.partition_point(|(on, _)| *on < day);
        let to = self.meetings.partition_point(|(on, _)| *on <= day);
        self.meetings[from..to].iter().map(|(_, meeting)| *meeting)
    }

    /// The weeks that the month of the selected day touches, each from Monday to Sunday.
    fn weeks(&self) -> Vec<Vec<NaiveDate>> {
        let (Some(first), Some(last)) = (self.day.with_day(1), last_of_month(self.day)) else { return Vec::new() };
        let before = u64::from(first.weekday().num_days_from_monday());
        let Some(monday) = first.checked_sub_days(Days::new(before)) else { return Vec::new() };
        let days: Vec<_> = monday.iter_days().take(6 * 7).collect();
        days.chunks(7).filter(|week| week.first().is_some_and(|monday| *monday <= last)).map(<[_]>::to_vec).collect()
    }
}

fn last_of_month(day: NaiveDate) -> Option<NaiveDate> {
    day.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn month(text: &str) -> Month {
        Month::new(day(text), &Register::default())
    }

    #[test]
    fn the_pointer_goes_to_the_day_it_is_on() {
        // Of November 2026 the first row shows 26 October to 1 November; the tenth day shown is Wednesday the fourth.
        let mut month = month("2026-11-21");
        month.update(Action::Go(9));
        assert_eq!(month.day(), day("2026-11-04"));
    }

    #[test]
    fn weeks_begin_on_monday_and_cover_the_month() {
        // The first of November 2026 is a Sunday, so the month touches six weeks; February 2027 fills exactly four.
        for (of, weeks, from, to) in
            [("2026-11-21", 6, "2026-10-26", "2026-12-06"), ("2027-02-10", 4, "2027-02-01", "2027-02-28")]
        {
            let shown = month(of).weeks();
            assert_eq!(shown.len(), weeks, "{of}");
            assert_eq!((shown[0][0], shown[weeks - 1][6]), (day(from), day(to)));
        }
    }

    #[test]
    fn a_month_later_is_the_same_day_or_the_last_of_the_month() {
        let mut month = month("2026-01-31");
        for (action, expected) in [
            (Action::PageDown, "2026-02-28"),
            (Action::Right, "2026-03-01"),
            (Action::Up, "2026-02-22"),
            (Action::Last, "2026-02-28"),
            (Action::First, "2026-02-01"),
            (Action::Left, "2026-01-31"),
            (Action::Down, "2026-02-07"),
            (Action::PageUp, "2026-01-07"),
        ] {
            month.update(action);
            assert_eq!(month.day(), day(expected), "{action:?}");
        }
    }

    #[test]
    fn there_is_no_day_after_the_last_that_can_be_written() {
        let mut month = Month::new(NaiveDate::MAX, &Register::default());
        for action in [Action::Right, Action::Down, Action::PageDown] {
            month.update(action);
        }
        assert_eq!(month.day(), NaiveDate::MAX);
        assert!(month.weeks().is_empty());
    }
}
