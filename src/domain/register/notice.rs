//! The fold of facts about notices and objections.

use super::Register;
use super::fold::Act;
use crate::domain::event::{About, NoticePosted, ObjectionAnswered, ObjectionMade};
use crate::domain::notice::{Notice, Objection};

impl Register {
    pub(super) fn notice_posted(&mut self, e: &NoticePosted, act: Act<'_>) -> Option<()> {
        let notice = Notice {
            key: e.notice,
            id: e.id.clone(),
            about: e.about,
            kind: e.kind,
            place: e.place.clone(),
            posted_at: act.at,
            from: e.from,
            until: e.until,
            missing_years: e.missing_years.clone(),
            vote: e.vote,
            challenge_until: e.challenge_until.clone(),
            objections: Vec::new(),
            newer: false,
        };
        self.notices.insert(e.notice, notice);
        match e.about {
            About::Matter(key) => {
                let matter = self.matters.get_mut(&key)?;
                matter.notices.push(e.notice);
                // Nobody can be told in person; the notice is the answer.
                if matter.raised_by.is_none() {
                    matter.to_tell = false;
                }
                return self.step_published(e, key, act);
            }
            About::Meeting(meeting) => self.meetings.get_mut(&meeting)?.notices.push(e.notice),
        }
        Some(())
    }

    pub(super) fn objection_made(&mut self, e: &ObjectionMade, act: Act<'_>) -> Option<()> {
        let objection = Objection {
            key: e.objection,
            id: e.id.clone(),
            notice: e.notice,
            at: act.at,
            by: e.by.clone(),
            text: e.text.clone(),
            answer_by: e.answer_by.clone(),
            answer: None,
            newer: false,
        };
        self.objections.insert(e.objection, objection);
        self.notices.get_mut(&e.notice)?.objections.push(e.objection);
        Some(())
    }

    pub(super) fn objection_answered(&mut self, e: &ObjectionAnswered, act: Act<'_>) -> Option<()> {
        self.objections.get_mut(&e.objection)?.answer = Some((act.at, e.text.clone()));
        Some(())
    }
}
