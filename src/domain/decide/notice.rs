//! Rules about public notices and objections.

use super::Decision;
use super::desk::{Desk, TITLE_LIMIT, line_if, words};
use super::window::CHALLENGE;
use crate::domain::ballot::Vote;
use crate::domain::calendar::{DayUnit, LastDay};
use crate::domain::code::{NoticeKind, Warning};
use crate::domain::command::{AnswerObjection, ObjectToNotice, PostNotice};
use crate::domain::event::{About, NoticePosted, ObjectionAnswered, ObjectionMade};
use crate::domain::id::{NoticeRef, ObjectionRef, VoteRef};
use crate::domain::notice::Notice;
use crate::domain::refusal::{Kind, Refusal};
use crate::domain::time::day_of;

impl Desk<'_> {
    pub(super) fn post_notice(&self, c: &PostNotice) -> Decision {
        let (about, vote) = self.about(&c.about)?;
        if !(1..=365).contains(&c.days) {
            return Err(Refusal::OutOfRange { field: "days", least: 1, most: 365 });
        }
        let from = day_of(self.context.now);
        let last = self.context.calendar.posting_end(from, c.days, DayUnit::Calendar);
        let step = match about {
            About::Matter(matter) => self.register.matter(matter),
            About::Meeting(_) => None,
        };
        let step = step.map(|matter| self.step_published(matter, c.kind)).transpose()?.flatten();
        let mut warnings = Vec::new();
        if !last.missing_years.is_empty() {
            warnings.push(Warning::CalendarMissing);
        }
        if step.and_then(|step| step.days).is_some_and(|days| c.days < days) {
            warnings.push(Warning::PostingShort);
        }
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
                vote,
                step: step.map(|step| step.key.clone()),
                challenge_until: self.challenged_from(about, vote, c.kind),
                warnings,
            }
            .into(),
        ])
    }

    /// What a notice is about: a matter before a meeting, and that before a vote of the same short number. A vote is told
    /// of with its matter, or else with its meeting.
    fn about(&self, given: &str) -> Result<(About, Option<VoteRef>), Refusal> {
        let matter = || self.matter(given).map(|matter| (About::Matter(matter.key), None));
        let meeting = || self.meeting(given).map(|meeting| (About::Meeting(meeting.key), None));
        let vote = || {
            let vote = self.vote(given)?;
            if vote.is_open() {
                return Err(Refusal::VoteIsOpen { vote: self.register.id(vote.key) });
            }
            Ok((vote.matter.map_or(About::Meeting(vote.meeting), About::Matter), Some(vote.key)))
        };
        let unknown = |refusal: &Refusal| matches!(refusal, Refusal::UnknownId { .. });
        matter().or_else(|first| {
            if !unknown(&first) {
                return Err(first);
            }
            let other = meeting().or_else(|refusal| if unknown(&refusal) { vote() } else { Err(refusal) });
            other.map_err(|refusal| if unknown(&refusal) { first } else { refusal })
        })
    }

    /// Until when an owner can ask a court to strike down what is told here, if it is a decision of theirs.
    fn challenged_from(&self, about: About, vote: Option<VoteRef>, kind: NoticeKind) -> Option<LastDay> {
        let is_told = |told: &&Vote| match (vote, about) {
            (Some(vote), _) => told.key == vote,
            (None, About::Matter(matter)) => told.matter == Some(matter),
            (None, About::Meeting(meeting)) => told.meeting == meeting,
        };
        let mut told = self.register.votes().filter(is_told).filter(|vote| !vote.is_open());
        let decided = kind != NoticeKind::Agenda && told.any(|vote| self.can_be_challenged(vote));
        decided.then(|| self.context.calendar.years_end(day_of(self.context.now), CHALLENGE))
    }

    pub(super) fn object_to_notice(&self, c: &ObjectToNotice) -> Decision {
        let notice = self.notice(&c.notice)?;
        let by = self.who("by", &c.by)?;
        let text = words("text", &c.text)?;
        let (objection, id) = self.make(Kind::Objection, ObjectionRef);
        let answer_by = self
            .answer_days(notice)
            .map(|days| self.context.calendar.posting_end(day_of(self.context.now), days, DayUnit::Calendar));
        let late = !notice.is_posted(self.context.now);
        let warnings = if late { vec![Warning::ObjectionLate] } else { Vec::new() };
        Ok(vec![ObjectionMade { objection, id, notice: notice.key, by, text, answer_by, warnings }.into()])
    }

    /// Days within which an objection to a notice is answered: by the step of the chain it takes, else by the rule set.
    fn answer_days(&self, notice: &Notice) -> Option<u32> {
        let course = match notice.about {
            About::Matter(matter) => self.register.matter(matter).and_then(|matter| matter.course.as_ref()),
            About::Meeting(_) => None,
        };
        let step = course.and_then(|course| {
            let taken = course.taken.iter().find(|taken| taken.notice == Some(notice.key))?;
            course.chain.step(&taken.step)
        });
        step.and_then(|step| step.answer_days).or(self.rules().posting.answer_days)
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
