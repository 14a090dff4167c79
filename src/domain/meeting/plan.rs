//! When each item of an agenda would be reached: by the plan before the meeting, by the clock during it.

use chrono::TimeDelta;

use super::{Meeting, MeetingState};
use crate::domain::entry::Instant;
use crate::domain::rule_set::RuleSet;
use crate::domain::time::day_of;

/// An agenda against the clock.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// Every item, in the order of the outline.
    pub slots: Vec<Slot>,
    /// The minutes that all items ask for together.
    pub asked: u32,
    /// The items that ask for none, so that the sum says less than the truth.
    pub unplanned: usize,
    /// How long the meeting is planned to last, in minutes.
    pub length: Option<u32>,
    /// When the last item would be done; none once the meeting is over.
    pub ends: Option<Instant>,
}

/// An item against the clock.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slot {
    /// The item.
    pub item: u32,
    /// Planned minutes.
    pub minutes: Option<u32>,
    /// How long it has been discussed.
    pub used: TimeDelta,
    /// When it was first taken up, or would be.
    pub starts: Option<Instant>,
}

impl Plan {
    /// Minutes by which the items ask for more than there is; negative: what is left.
    #[must_use]
    pub fn over(&self) -> Option<i64> {
        self.length.map(|length| i64::from(self.asked) - i64::from(length))
    }
}

impl Meeting {
    /// The agenda against the clock at `now`: before the meeting from its beginning, or from now when it is late; in
    /// session from now, or from the end of the pause; items that are done keep the time they were taken up.
    #[must_use]
    pub fn plan(&self, rules: &RuleSet, now: Instant) -> Plan {
        let used = self.used(now);
        let mut slots: Vec<Slot> = self
            .outline()
            .into_iter()
            .map(|placed| Slot {
                item: placed.item.number,
                minutes: placed.item.minutes,
                used: used.get(&placed.item.number).copied().unwrap_or_default(),
                starts: placed.item.taken_up,
            })
            .collect();
        let asked = slots.iter().filter_map(|slot| slot.minutes).fold(0, u32::saturating_add);
        let unplanned = slots.iter().filter(|slot| slot.minutes.is_none()).count();
        let mut clock = self.goes_on_at(now);
        if let Some(current) = self.current.and_then(|current| self.item(current)) {
            let settled = current.resolution.is_some();
            let left = slots.iter().find(|slot| slot.item == current.number && !settled).map(Slot::left);
            clock = clock.and_then(|clock| clock.checked_add_signed(left.unwrap_or_default()));
        }
        for item in self.still_ahead() {
            let Some(slot) = slots.iter_mut().find(|slot| slot.item == item.number) else { continue };
            if clock.is_some() {
                slot.starts = clock;
            }
            clock = clock.and_then(|clock| clock.checked_add_signed(slot.left()));
        }
        Plan { slots, asked, unplanned, length: self.planned_minutes(rules), ends: clock }
    }

    /// From when on the items still to come would be taken; none once the meeting is over.
    fn goes_on_at(&self, now: Instant) -> Option<Instant> {
        match self.state {
            MeetingState::Planned if day_of(self.at) == day_of(now) => Some(self.at.max(now)),
            MeetingState::Planned => Some(self.at),
            MeetingState::Open => {
                Some(self.paused.as_ref().and_then(|pause| pause.until).map_or(now, |at| at.max(now)))
            }
            MeetingState::Adjourned | MeetingState::Sealed | MeetingState::Cancelled => None,
        }
    }
}

impl Slot {
    /// The time still planned for it; nothing once it is used up.
    #[must_use]
    pub fn left(&self) -> TimeDelta {
        let planned = TimeDelta::minutes(i64::from(self.minutes.unwrap_or(0)));
        (planned - self.used).max(TimeDelta::zero())
    }
}
