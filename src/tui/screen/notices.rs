//! Notices 公示: those with an objection to answer first, then those that hang, the next to come down first, then those
//! whose time is full. The list is made when the record changes; drawing looks only at what is seen.

mod draw;

use chrono::NaiveDate;

use crate::domain::entry::Instant;
use crate::domain::id::NoticeRef;
use crate::domain::notice::Notice;
use crate::domain::register::Register;
use crate::tui::keys::Action;
use crate::tui::listed::Listed;
use crate::tui::narrowing::Narrow;
use crate::tui::notice_act::{NoticeAct, NoticeOffer, objections, offers};
use crate::tui::screen::Target;
use crate::tui::world::World;

pub use draw::draw;

/// The state of the screen.
#[derive(Debug, Clone, Default)]
pub struct Notices {
    list: Listed<NoticeRef>,
    /// What can be done with the selected one.
    offers: Vec<NoticeOffer>,
}

impl Notices {
    /// The screen as the record stands.
    #[must_use]
    pub fn new(world: &World<'_>) -> Self {
        let mut screen = Self::default();
        screen.refresh(world, &Narrow::default());
        screen
    }

    /// Makes the list anew, as far as it is not narrowed, and asks the rules what can be done. What was selected stays
    /// selected.
    pub fn refresh(&mut self, world: &World<'_>, narrow: &Narrow) {
        let kept = |notice: &&Notice| {
            narrow.keeps(notice.key) || notice.objections.iter().any(|objection| narrow.keeps(*objection))
        };
        let mut notices: Vec<&Notice> = world.register.notices().filter(kept).collect();
        notices.sort_by_cached_key(|notice| order(notice, world.register, world.now()));
        self.list.renew(notices.into_iter().map(|notice| notice.key).collect());
        self.ask(world);
    }

    /// Moves the selection; what the selected notice is about is returned to open.
    pub fn update(&mut self, action: Action, page: usize, world: &World<'_>) -> Option<Target> {
        if action == Action::Open {
            return self.notice(world.register).map(|notice| notice.about.into());
        }
        self.list.step(action, page);
        self.ask(world);
        None
    }

    /// What an act comes to now on the selected notice; none if there is no notice.
    #[must_use]
    pub fn offer(&self, act: NoticeAct) -> Option<&NoticeOffer> {
        self.offers.iter().find(|offer| offer.act == act)
    }

    /// How many notices are listed.
    #[must_use]
    pub fn listed(&self) -> usize {
        self.list.rows().len()
    }

    /// The selected notice.
    #[must_use]
    pub fn notice<'a>(&self, register: &'a Register) -> Option<&'a Notice> {
        register.notice(self.list.selected()?)
    }

    /// Selects a notice, if it is there.
    pub fn select(&mut self, notice: NoticeRef, world: &World<'_>) {
        self.list.select(notice);
        self.ask(world);
    }

    /// Asks the rules what can be done with the selected one.
    fn ask(&mut self, world: &World<'_>) {
        self.offers = self.notice(world.register).map(|notice| offers(world, notice)).unwrap_or_default();
    }
}

/// How many objections to a notice have no answer.
fn unanswered(notice: &Notice, register: &Register) -> usize {
    objections(notice, register).filter(|objection| objection.answer.is_none()).count()
}

/// To be answered, then hanging from the next to come down on, then full from the latest back.
fn order(notice: &Notice, register: &Register, now: Instant) -> (u8, i64) {
    let until = (notice.until - NaiveDate::default()).num_days();
    match (unanswered(notice, register), notice.is_posted(now)) {
        (1.., _) => (0, until),
        (0, true) => (1, until),
        (0, false) => (2, -until),
    }
}
