//! The clocks that run: from when it can be voted, until when ballots are taken, by when a decision is posted and an
//! objection answered, how long a notice hangs, and until when a decision can be challenged. Each is read off the facts,
//! which hold the days as they were reckoned (Civil Code art. 201 to 203). Must not know in which words it is told.

use chrono::Days;

use super::ballot::Vote;
use super::calendar::LastDay;
use super::code::{NoticeKind, codes};
use super::entry::Instant;
use super::id::Ref;
use super::matter::Matter;
use super::meeting::{Meeting, MeetingState};
use super::notice::{Notice, Objection};
use super::register::{Register, Thing};
use super::time::{Due, day_of};

codes! {
    /// What a clock runs for.
    PeriodKind {
        /// The first day on which it can be voted: notice was given.
        VoteFrom = "vote_from",
        /// Nothing joins the agenda any more, since that day.
        AgendaLocked = "agenda_locked",
        /// Ballots are taken until then.
        Ballots = "ballots",
        /// What was decided is posted by then.
        PostBy = "post_by",
        /// A notice hangs until then.
        Posted = "posted",
        /// An objection is answered by then.
        AnswerBy = "answer_by",
        /// A court can be asked to strike a decision down until then.
        Challenge = "challenge",
    }
}

/// A clock, and whether what it runs for has been done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// What it runs for.
    pub kind: PeriodKind,
    /// Whose it is.
    pub of: Ref,
    /// Its first day where something can be done from then on, else the last.
    pub day: Due,
    /// Years whose holidays were not known when it was reckoned: the day is provisional.
    pub missing_years: Vec<i32>,
    /// Whether it was done, where something is to be done.
    pub done: bool,
}

impl Period {
    fn new(kind: PeriodKind, of: impl Into<Ref>, day: Due) -> Self {
        Self { kind, of: of.into(), day, missing_years: Vec::new(), done: false }
    }

    fn until(kind: PeriodKind, of: impl Into<Ref>, last: &LastDay) -> Self {
        Self { missing_years: last.missing_years.clone(), ..Self::new(kind, of, Due::Day(last.date)) }
    }

    fn done_if(self, done: bool) -> Self {
        Self { done, ..self }
    }
}

/// The clocks of a thing and of what belongs to it, in the order in which things happen.
#[must_use]
pub fn periods(register: &Register, of: Thing<'_>) -> Vec<Period> {
    match of {
        Thing::Matter(matter) => of_matter(register, matter),
        Thing::Meeting(meeting) => of_meeting(register, meeting),
        Thing::Vote(vote) => of_vote(register, vote),
        Thing::Notice(notice) => of_notice(register, notice),
        Thing::Objection(objection) => of_objection(objection).into_iter().collect(),
        Thing::Task(_) | Thing::Person(_) | Thing::Body(_) | Thing::Note(_) | Thing::Unit(_) => Vec::new(),
    }
}

fn of_matter(register: &Register, matter: &Matter) -> Vec<Period> {
    let meeting = matter.agenda.and_then(|placed| register.meeting(placed.meeting));
    let votes = register.votes().filter(|vote| vote.matter == Some(matter.key));
    let notices = matter.notices.iter().filter_map(|notice| register.notice(*notice));
    let votes = votes.flat_map(|vote| of_vote(register, vote));
    let notices = notices.flat_map(|notice| of_notice(register, notice));
    meeting.into_iter().flat_map(|meeting| called(register, meeting)).chain(votes).chain(notices).collect()
}

fn of_meeting(register: &Register, meeting: &Meeting) -> Vec<Period> {
    let votes = register.votes().filter(|vote| vote.meeting == meeting.key);
    let votes = votes.flat_map(|vote| of_vote(register, vote));
    let notices = meeting.notices.iter().filter_map(|notice| register.notice(*notice));
    let notices = notices.flat_map(|notice| of_notice(register, notice));
    called(register, meeting).into_iter().chain(votes).chain(notices).collect()
}

/// What runs before a meeting: it can be held so many days after everybody was told. The day it is held is no last day of
/// a period, so no rest day moves it.
fn called(register: &Register, meeting: &Meeting) -> Vec<Period> {
    let rule = register.rules().meeting(meeting.kind);
    if !matches!(meeting.state, MeetingState::Planned | MeetingState::Open) {
        return Vec::new();
    }
    let mut posted: Vec<_> = meeting.notices.iter().filter_map(|notice| register.notice(*notice)).collect();
    posted.retain(|notice| notice.kind == NoticeKind::Agenda);
    let posted = posted.first().map(|notice| notice.from);
    let convened = day_of(meeting.convened_at);
    let told = posted.map_or(convened, |posted| posted.max(convened));
    let from = told.checked_add_days(Days::new(rule.notice_days.into())).filter(|_| rule.notice_days > 0);
    let from = from.map(|day| Period::new(PeriodKind::VoteFrom, meeting.key, Due::Day(day)));
    let opened = meeting.opened_at.map(day_of);
    let locked = [posted, opened].into_iter().flatten().min().filter(|_| rule.agenda_lock);
    let locked = locked.map(|day| Period::new(PeriodKind::AgendaLocked, meeting.key, Due::Day(day)).done_if(true));
    from.into_iter().chain(locked).collect()
}

fn of_vote(register: &Register, vote: &Vote) -> Vec<Period> {
    let ballots = vote.window.map(|window| Period::new(PeriodKind::Ballots, vote.key, window.until));
    let told = vote.told_by(register);
    let post = vote.post_by.as_ref().map(|last| Period::until(PeriodKind::PostBy, vote.key, last));
    // Owners should know from the day it was posted.
    let challenge = told.and_then(|notice| notice.challenge_until.as_ref()).or(vote.challenge_until.as_ref());
    let challenge = challenge.map(|last| Period::until(PeriodKind::Challenge, vote.key, last));
    [
        ballots.map(|period| period.done_if(!vote.is_open())),
        post.map(|period| period.done_if(told.is_some())),
        challenge,
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn of_notice(register: &Register, notice: &Notice) -> Vec<Period> {
    let last = LastDay { date: notice.until, missing_years: notice.missing_years.clone() };
    let objections = notice.objections.iter().filter_map(|objection| register.objection(*objection));
    let posted = Period::until(PeriodKind::Posted, notice.key, &last);
    std::iter::once(posted).chain(objections.filter_map(of_objection)).collect()
}

fn of_objection(objection: &Objection) -> Option<Period> {
    let last = objection.answer_by.as_ref()?;
    Some(Period::until(PeriodKind::AnswerBy, objection.key, last).done_if(objection.answer.is_some()))
}

impl Vote {
    /// The first notice of what was decided, posted since the vote was closed: of this vote, or of its matter or meeting
    /// where it names none.
    #[must_use]
    pub fn told_by<'a>(&self, register: &'a Register) -> Option<&'a Notice> {
        let (closed, _) = self.closed.as_ref()?;
        let matter = self.matter.and_then(|matter| register.matter(matter)).map(|matter| &matter.notices);
        let meeting = register.meeting(self.meeting).map(|meeting| &meeting.notices);
        let notices = matter.into_iter().chain(meeting).flatten().filter_map(|notice| register.notice(*notice));
        let tells = |notice: &&Notice| {
            notice.kind != NoticeKind::Agenda
                && notice.posted_at >= *closed
                && notice.vote.is_none_or(|vote| vote == self.key)
        };
        notices.filter(tells).min_by_key(|notice| notice.posted_at)
    }

    /// Whether its window has ended, or ends within so many days, and it has not been closed.
    #[must_use]
    pub fn is_ending(&self, near_days: u32, now: Instant) -> bool {
        self.is_open() && self.window.is_some_and(|window| window.until.days_left(now) <= i64::from(near_days))
    }

    /// The day its clock runs to: that of its window while it is open, then that of the posting.
    #[must_use]
    pub fn next_day(&self) -> Option<Due> {
        if self.is_open() {
            self.window.map(|window| window.until)
        } else {
            self.post_by.as_ref().map(|last| Due::Day(last.date))
        }
    }

    /// Whether what was decided is still to be posted.
    #[must_use]
    pub fn is_to_post(&self, register: &Register) -> bool {
        self.post_by.is_some() && self.told_by(register).is_none()
    }
}
