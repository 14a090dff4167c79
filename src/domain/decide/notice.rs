//! Rules about public notices and objections.

use super::Decision;
use super::desk::{Desk, TITLE_LIMIT, line_if, words};
use crate::domain::calendar::DayUnit;
use crate::domain::code::Warning;
use crate::domain::command::{AnswerObjection, ObjectToNotice, PostNotice};
use crate::domain::event::{About, NoticePosted, ObjectionAnswered, ObjectionMade};
use crate::domain::id::{NoticeRef, ObjectionRef};
use crate::domain::refusal::{Kind, Refusal};
use crate::domain::time::day_of;

impl Desk<'_> {
    pub(super) fn post_notice(&self, c: &PostNotice) -> Decision {
        let about = self.about(&c.about)?;
        if !(1..=365).contains(&c.days) {
            return Err(Refusal::OutOfRange { field: "days", least: 1, most: 365 });
        }
        let from = day_of(self.context.now);
        let last = self.context.calendar.posting_end(from, c.days, DayUnit::Calendar);
        let warnings = if last.missing_years.is_empty() { Vec::new() } else { vec![Warning::CalendarMissing] };
        let (notice, id) = self.make(Kind::Notice, NoticeRef);
        Ok(vec![
            NoticePosted {
                notice,
                id,
                about,
                kind: c.kind,
                place: line_if("where", c.place.as_deref(), TITLE_LIMIT)?,
                from,
                until: last.date,
                missing_years: last.missing_years,
                warnings,
            }
            .into(),
        ])
    }

    /// What a notice is about: a matter before a meeting of the same short number.
    fn about(&self, given: &str) -> Result<About, Refusal> {
        match self.matter(given) {
            Ok(matter) => Ok(About::Matter(matter.key)),
            Err(refusal @ Refusal::UnknownId { .. }) => match self.meeting(given) {
                Ok(meeting) => Ok(About::Meeting(meeting.key)),
                Err(Refusal::UnknownId { .. }) => Err(refusal),
                Err(other) => Err(other),
            },
            Err(other) => Err(other),
        }
    }

    pub(super) fn object_to_notice(&self, c: &ObjectToNotice) -> Decision {
        let notice = self.notice(&c.notice)?.key;
        let by = self.who("by", &c.by)?;
        let text = words("text", &c.text)?;
        let (objection, id) = self.make(Kind::Objection, ObjectionRef);
        Ok(vec![ObjectionMade { objection, id, notice, by, text }.into()])
    }

    pub(super) fn answer_objection(&self, c: &AnswerObjection) -> Decision {
        let objection = self.objection(&c.objection)?;
        if objection.answer.is_some() {
            return Err(Refusal::AlreadyAnswered);
        }
        let text = words("text", &c.text)?;
        Ok(vec![ObjectionAnswered { objection: objection.key, notice: objection.notice, text }.into()])
    }
}
