//! Rules of the second step, about an agenda: what joins it, leaves it, and in which order it stands.

use super::Decision;
use super::council::{edits, some_change};
use super::desk::{Desk, TITLE_LIMIT, line, line_if};
use super::meeting::in_range;
use crate::domain::code::{NoticeKind, Warning};
use crate::domain::command::{ChangeItem, FillAgenda, OrderAgenda, PlaceOnAgenda, TakeOffAgenda};
use crate::domain::event::{AgendaOrdered, ItemChanged, ItemField, Place, PlacedOnAgenda, TakenOffAgenda};
use crate::domain::id::MatterRef;
use crate::domain::matter::Matter;
use crate::domain::meeting::{Item, LeftOver, Meeting, MeetingState, is_notice_short, left_over};
use crate::domain::refusal::Refusal;
use crate::domain::rule_set::MeetingRule;
use crate::domain::time::day_of;

/// Minutes that an item may be planned to take.
const ITEM_LIMIT: u32 = 600;

impl Desk<'_> {
    pub(super) fn place_on_agenda(&self, c: &PlaceOnAgenda) -> Decision {
        let meeting = self.open_agenda(&c.meeting)?;
        let topic = line_if("topic", c.topic.as_deref(), TITLE_LIMIT)?;
        let matter = match (&c.matter, &topic) {
            (Some(matter), None) => Some(self.placeable(matter)?),
            (None, Some(_)) => None,
            _ => return Err(Refusal::OneOf { fields: &["matter", "topic"] }),
        };
        let minutes = in_range("minutes", c.minutes, 1..=ITEM_LIMIT)?;
        if let Some(under) = c.under {
            top_item(meeting, under)?;
        }
        let placed = self.placed(meeting, matter, topic);
        Ok(vec![PlacedOnAgenda { minutes, under: c.under, decision: c.decision.or(placed.decision), ..placed }.into()])
    }

    /// What an earlier meeting left comes first, in the order it had there, with the minutes it was planned for.
    pub(super) fn fill_agenda(&self, c: &FillAgenda) -> Decision {
        let meeting = self.open_agenda(&c.meeting)?;
        if c.matters.is_empty() && c.topics.is_empty() && !c.left_over {
            return Err(Refusal::OneOf { fields: &["matters", "topics", "left_over"] });
        }
        let minutes = in_range("minutes", c.minutes, 1..=ITEM_LIMIT)?;
        let mut matters: Vec<&Matter> = Vec::new();
        for given in &c.matters {
            let matter = self.placeable(given)?;
            if matters.iter().all(|known| known.key != matter.key) {
                matters.push(matter);
            }
        }
        let topics = c.topics.iter().map(|topic| line("topic", topic, TITLE_LIMIT)).collect::<Result<Vec<_>, _>>()?;
        let asked = |item: &LeftOver| {
            c.left_over
                || matters.iter().any(|matter| Some(matter.key) == item.matter)
                || topics.iter().any(|topic| Some(topic) == item.topic.as_ref())
        };
        let left: Vec<LeftOver> = left_over(self.register, meeting).into_iter().filter(asked).collect();
        let mut placed: Vec<PlacedOnAgenda> = Vec::new();
        for item in &left {
            let known = self.placed(meeting, item.matter.and_then(|key| self.register.matter(key)), item.topic.clone());
            let (minutes, decision) = (item.minutes.or(minutes), item.decision.or(known.decision));
            placed.push(PlacedOnAgenda { minutes, decision, ..known });
        }
        matters.retain(|matter| left.iter().all(|item| item.matter != Some(matter.key)));
        placed.extend(matters.into_iter().map(|matter| self.placed(meeting, Some(matter), None)));
        let new_topics = topics.into_iter().filter(|topic| left.iter().all(|item| item.topic.as_ref() != Some(topic)));
        placed.extend(new_topics.map(|topic| self.placed(meeting, None, Some(topic))));
        if placed.is_empty() {
            return Err(Refusal::NothingChanges);
        }
        let first = self.register.numbers().next_item(meeting.key);
        let numbered = (first..)
            .zip(placed)
            .map(|(item, placed)| PlacedOnAgenda { item, minutes: placed.minutes.or(minutes), ..placed }.into());
        Ok(numbered.collect())
    }

    /// A meeting whose agenda something may join.
    fn open_agenda(&self, given: &str) -> Result<&Meeting, Refusal> {
        let meeting = self.meeting(given)?;
        self.not_over(meeting)?;
        let rule = self.rules().meeting(meeting.kind);
        if self.is_locked(meeting, &rule) {
            return Err(Refusal::AgendaLocked { meeting: self.register.id(meeting.key) });
        }
        if meeting.state == MeetingState::Open && !rule.floor_topics {
            return Err(Refusal::NoFloorTopics { meeting: self.register.id(meeting.key) });
        }
        Ok(meeting)
    }

    /// A matter that waits for an agenda.
    fn placeable(&self, given: &str) -> Result<&Matter, Refusal> {
        let matter = self.matter(given)?;
        match matter.agenda {
            Some(placed) => Err(Refusal::AlreadyScheduled { meeting: self.register.id(placed.meeting) }),
            None if matter.standing.wants_agenda() => Ok(matter),
            None => Err(self.wrong_stage(matter)),
        }
    }

    /// A matter or a free topic as the next item of an agenda.
    fn placed(&self, meeting: &Meeting, matter: Option<&Matter>, topic: Option<String>) -> PlacedOnAgenda {
        let rule = self.rules().meeting(meeting.kind);
        let asked = matter.and_then(|matter| matter.accepted.as_ref()).map(|accepted| accepted.decision);
        let late = matter.is_some() && is_notice_short(&rule, day_of(self.context.now), day_of(meeting.at));
        PlacedOnAgenda {
            meeting: meeting.key,
            item: self.register.numbers().next_item(meeting.key),
            matter: matter.map(|matter| matter.key),
            topic,
            minutes: None,
            decision: asked.or(rule.decision),
            under: None,
            warnings: if late { vec![Warning::NoticeShort] } else { Vec::new() },
        }
    }

    pub(super) fn take_off_agenda(&self, c: &TakeOffAgenda) -> Decision {
        let meeting = self.meeting(&c.meeting)?;
        self.not_over(meeting)?;
        let item = match (c.item, &c.matter) {
            (Some(number), None) => open_item(meeting, number)?,
            (None, Some(matter)) => {
                let matter = self.matter(matter)?;
                match matter.agenda {
                    Some(placed) if placed.meeting == meeting.key => open_item(meeting, placed.item)?,
                    Some(placed) => {
                        return Err(Refusal::AlreadyScheduled { meeting: self.register.id(placed.meeting) });
                    }
                    None => return Err(self.wrong_stage(matter)),
                }
            }
            _ => return Err(Refusal::OneOf { fields: &["item", "matter"] }),
        };
        self.no_vote_open(meeting, Some(item.number))?;
        Ok(vec![
            TakenOffAgenda { meeting: meeting.key, item: item.number, matter: self.still_here(meeting, item) }.into(),
        ])
    }

    pub(super) fn change_item(&self, c: &ChangeItem) -> Decision {
        use ItemField as F;
        let meeting = self.meeting(&c.meeting)?;
        self.not_over(meeting)?;
        let item = open_item(meeting, c.item)?;
        let mut changes = Vec::new();
        if let Some(minutes) = in_range("minutes", c.minutes, 0..=ITEM_LIMIT)? {
            changes.push(F::Minutes(Some(minutes).filter(|minutes| *minutes > 0)));
        }
        if let Some(topic) = &c.topic {
            if item.matter.is_some() {
                return Err(Refusal::ItemHasMatter { item: item.number });
            }
            changes.push(F::Topic(line("topic", topic, TITLE_LIMIT)?));
        }
        changes.extend(c.decision.map(F::Decision));
        // What was published is what is decided; how long it takes is for the meeting to say.
        let published = changes.iter().any(|change| !matches!(change, F::Minutes(_)));
        if published && self.is_locked(meeting, &self.rules().meeting(meeting.kind)) {
            return Err(Refusal::AgendaLocked { meeting: self.register.id(meeting.key) });
        }
        let (meeting, number, matter) = (meeting.key, item.number, item.matter);
        let fact = |known, change| ItemChanged { meeting, item: number, matter, known, change };
        some_change(edits(item, changes, fact))
    }

    /// The order of an agenda is never locked: nothing joins it and nothing leaves it.
    pub(super) fn order_agenda(&self, c: &OrderAgenda) -> Decision {
        let meeting = self.meeting(&c.meeting)?;
        self.not_over(meeting)?;
        for (at, placed) in c.order.iter().enumerate() {
            meeting.item(placed.item).ok_or(Refusal::UnknownItem { item: placed.item })?;
            let twice = c.order[..at].iter().any(|earlier| earlier.item == placed.item);
            let above = placed.under.map(|under| c.order.iter().find(|other| other.item == under));
            let astray = matches!(above, Some(other) if other.is_none_or(|other| other.under.is_some()));
            if twice || astray {
                return Err(Refusal::BadOrder { item: placed.item });
            }
        }
        let left_out = meeting.items().find(|item| c.order.iter().all(|placed| placed.item != item.number));
        if let Some(item) = left_out {
            return Err(Refusal::BadOrder { item: item.number });
        }
        let order: Vec<Place> = c.order.iter().map(|placed| Place { item: placed.item, under: placed.under }).collect();
        if meeting.items().map(|item| Place { item: item.number, under: item.under }).eq(order.iter().copied()) {
            return Err(Refusal::NothingChanges);
        }
        Ok(vec![AgendaOrdered { meeting: meeting.key, order }.into()])
    }

    /// Whether nothing may join this agenda any more.
    fn is_locked(&self, meeting: &Meeting, rule: &MeetingRule) -> bool {
        let notices = meeting.notices.iter().filter_map(|notice| self.register.notice(*notice));
        let posted = notices.into_iter().any(|notice| notice.kind == NoticeKind::Agenda);
        rule.agenda_lock && (posted || meeting.state == MeetingState::Open)
    }

    /// The matters that nothing was made of yet and that still wait for this meeting.
    pub(super) fn on_agenda(&self, meeting: &Meeting) -> Vec<MatterRef> {
        meeting.unsettled().filter_map(|item| self.still_here(meeting, item)).collect()
    }

    /// The matter of an item, while it still waits for this meeting: it may have been declined or merged meanwhile.
    pub(super) fn still_here(&self, meeting: &Meeting, item: &Item) -> Option<MatterRef> {
        let matter = self.register.matter(item.matter?)?;
        let placed = matter.agenda.is_some_and(|placed| placed.meeting == meeting.key && placed.item == item.number);
        placed.then_some(matter.key)
    }
}

/// An item that is on the agenda and that nothing was made of yet.
pub(super) fn open_item(meeting: &Meeting, number: u32) -> Result<&Item, Refusal> {
    let item = meeting.item(number).ok_or(Refusal::UnknownItem { item: number })?;
    if item.resolution.is_some() { Err(Refusal::ItemSettled { item: number }) } else { Ok(item) }
}

/// An item that others can stand under: one that stands under none.
fn top_item(meeting: &Meeting, number: u32) -> Result<(), Refusal> {
    let outline = meeting.outline();
    let placed = outline.iter().find(|placed| placed.item.number == number);
    match placed.ok_or(Refusal::UnknownItem { item: number })?.under {
        Some(_) => Err(Refusal::BadOrder { item: number }),
        None => Ok(()),
    }
}
