//! Rules of the second step, about an agenda: what joins it, leaves it, and in which order it stands.

use super::Decision;
use super::council::{edits, some_change};
use super::desk::{Desk, TITLE_LIMIT, line, line_if};
use super::meeting::in_range;
use crate::domain::code::{NoticeKind, Warning};
use crate::domain::command::{ChangeItem, OrderAgenda, PlaceOnAgenda, TakeOffAgenda};
use crate::domain::event::{AgendaOrdered, ItemChanged, ItemField, Place, PlacedOnAgenda, TakenOffAgenda};
use crate::domain::id::MatterRef;
use crate::domain::meeting::{Item, Meeting, MeetingState, is_notice_short};
use crate::domain::refusal::Refusal;
use crate::domain::rule_set::MeetingRule;
use crate::domain::time::day_of;

/// Minutes that an item may be planned to take.
const ITEM_LIMIT: u32 = 600;

impl Desk<'_> {
    pub(super) fn place_on_agenda(&self, c: &PlaceOnAgenda) -> Decision {
        let meeting = self.meeting(&c.meeting)?;
        self.not_over(meeting)?;
        let rule = self.rules().meeting(meeting.kind);
        if self.is_locked(meeting, &rule) {
            return Err(Refusal::AgendaLocked { meeting: self.register.id(meeting.key) });
        }
        if meeting.state == MeetingState::Open && !rule.floor_topics {
            return Err(Refusal::NoFloorTopics { meeting: self.register.id(meeting.key) });
        }
        let topic = line_if("topic", c.topic.as_deref(), TITLE_LIMIT)?;
        let matter = match (&c.matter, &topic) {
            (Some(matter), None) => Some(self.matter(matter)?),
            (None, Some(_)) => None,
            _ => return Err(Refusal::OneOf { fields: &["matter", "topic"] }),
        };
        if let Some(matter) = matter {
            if let Some(placed) = matter.agenda {
                return Err(Refusal::AlreadyScheduled { meeting: self.register.id(placed.meeting) });
            }
            if !matter.standing.wants_agenda() {
                return Err(self.wrong_stage(matter));
            }
        }
        let minutes = in_range("minutes", c.minutes, 1..=ITEM_LIMIT)?;
        if let Some(under) = c.under {
            top_item(meeting, under)?;
        }
        let decision = c.decision.or_else(|| Some(matter?.accepted.as_ref()?.decision)).or(rule.decision);
        let late = matter.is_some() && is_notice_short(&rule, day_of(self.context.now), day_of(meeting.at));
        Ok(vec![
            PlacedOnAgenda {
                meeting: meeting.key,
                item: self.register.numbers().next_item(meeting.key),
                matter: matter.map(|matter| matter.key),
                topic,
                minutes,
                decision,
                under: c.under,
                warnings: if late { vec![Warning::NoticeShort] } else { Vec::new() },
            }
            .into(),
        ])
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
