//! Public notices 公示 and objections 异议 as the facts so far make them.

use chrono::NaiveDate;

use super::calendar::LastDay;
use super::code::NoticeKind;
use super::entry::Instant;
use super::event::About;
use super::id::{NoticeRef, ObjectionRef, VoteRef};
use super::time::day_of;

/// A public notice.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// Itself.
    pub key: NoticeRef,
    /// Its number.
    pub id: String,
    /// What it is about.
    pub about: About,
    /// What it announces.
    pub kind: NoticeKind,
    /// Where it hangs.
    pub place: Option<String>,
    /// When it was posted.
    pub posted_at: Instant,
    /// The day of posting.
    pub from: NaiveDate,
    /// The last day it hangs.
    pub until: NaiveDate,
    /// Years whose holidays were not known when the last day was reckoned.
    pub missing_years: Vec<i32>,
    /// The vote whose result it tells.
    pub vote: Option<VoteRef>,
    /// Until when a court can be asked to strike down what it tells.
    pub challenge_until: Option<LastDay>,
    /// Objections, oldest first.
    pub objections: Vec<ObjectionRef>,
    /// Whether a newer program has written about it.
    pub newer: bool,
}

/// An objection to a notice.
#[derive(Debug, Clone, PartialEq)]
pub struct Objection {
    /// Itself.
    pub key: ObjectionRef,
    /// Its number.
    pub id: String,
    /// The notice.
    pub notice: NoticeRef,
    /// When it was made.
    pub at: Instant,
    /// Who objects.
    pub by: String,
    /// The objection.
    pub text: String,
    /// Until when it is to be answered.
    pub answer_by: Option<LastDay>,
    /// The answer, and when it was given.
    pub answer: Option<(Instant, String)>,
    /// Whether a newer program has written about it.
    pub newer: bool,
}

impl Notice {
    /// Whether it still has to hang: its last day counts to the end.
    #[must_use]
    pub fn is_posted(&self, now: Instant) -> bool {
        day_of(now) <= self.until
    }
}
