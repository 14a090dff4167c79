//! What is selected, as a line of text for a chat or a letter elsewhere.

use super::{App, Effect};
use crate::cells::clean::clean;
use crate::domain::entry::Entry;
use crate::domain::id::{MatterRef, MeetingRef, Ref};
use crate::domain::task::Task;
use crate::tui::due;
use crate::tui::screen::people::Somebody;
use crate::tui::screen::{Screen, Target};
use crate::tui::style::{Look, Tone};
use crate::tui::world::World;

impl App {
    /// Copies what is selected, and says what that was.
    pub(super) fn copy(&mut self, world: &World<'_>) -> Vec<Effect> {
        let look = self.look(world);
        let parts = match &self.screen {
            Screen::Board => self.board.selected().and_then(|matter| matter_parts(matter, world, &look)),
            Screen::Matter(screen) => matter_parts(screen.key(), world, &look),
            Screen::Meetings(screen) => screen.list.selected().and_then(|meeting| meeting_parts(meeting, world, &look)),
            Screen::Month(screen) => {
                screen.on(screen.day()).next().and_then(|meeting| meeting_parts(meeting, world, &look))
            }
            Screen::Meeting(screen) => meeting_parts(screen.key(), world, &look),
            Screen::Live(room) => meeting_parts(room.key(), world, &look),
            Screen::Sign(sign) => meeting_parts(sign.key(), world, &look),
            Screen::Tasks(screen) if !screen.list.rows().is_empty() => {
                let owed = screen.owed(world.register);
                self.say(look.text.owed_copied(owed.len()), Tone::Good);
                return vec![Effect::Copy(reminder(owed, world, &look))];
            }
            Screen::Tasks(_) => None,
            Screen::People(screen) => {
                screen.list.selected().and_then(|somebody| somebody_parts(somebody, world, &look))
            }
            Screen::Today(screen) => {
                screen.target(world.register).and_then(|target| target_parts(target, world, &look))
            }
            Screen::Notices(screen) => {
                let notice = screen.notice(world.register);
                notice.and_then(|notice| target_parts(notice.about.into(), world, &look))
            }
            Screen::Log(screen) => screen.act(world.register).map(|entry| act_parts(entry, world, &look)),
        };
        let Some(parts) = parts else {
            self.say(self.text.nothing_to_copy().to_owned(), Tone::Note);
            return Vec::new();
        };
        let cleaned: Vec<_> = parts.iter().map(|part| clean(part)).filter(|part| !part.is_empty()).collect();
        let line = cleaned.join(" · ");
        self.say(self.text.copied(&line), Tone::Good);
        vec![Effect::Copy(line)]
    }
}

/// What each lead owes, as a message to them: a line a task.
fn reminder(mut owed: Vec<&Task>, world: &World<'_>, look: &Look) -> String {
    let (register, text) = (world.register, look.text);
    owed.sort_by_key(|task| Ref::from(task.lead));
    let mut lines = Vec::new();
    for tasks in owed.chunk_by(|one, other| one.lead == other.lead) {
        lines.extend(tasks.first().map(|task| text.owed(&clean(text.lead(register, task.lead)), tasks.len())));
        lines.extend(tasks.iter().map(|task| {
            let matter = register.matter(task.matter).map_or("", |matter| &matter.title);
            let due = text.owed_due(&text.plain_due(task.due), &due::distance(look, task.due));
            let (id, state) = (register.id(task.key), text.task_state(task.state));
            text.owed_task(&id, &clean(&task.text), &clean(matter), &due, state)
        }));
    }
    lines.join("\n")
}

/// What a row opens.
fn target_parts(target: Target, world: &World<'_>, look: &Look) -> Option<Vec<String>> {
    match target {
        Target::Matter(matter) => matter_parts(matter, world, look),
        Target::Meeting(meeting) => meeting_parts(meeting, world, look),
    }
}

/// When, who, what.
fn act_parts(entry: &Entry, world: &World<'_>, look: &Look) -> Vec<String> {
    vec![look.text.plain_moment(entry.ts), entry.by.clone(), look.text.entry(entry, world.register, None)]
}

/// Number and title, where it stands, its lead, its deadline.
fn matter_parts(matter: MatterRef, world: &World<'_>, look: &Look) -> Option<Vec<String>> {
    let (register, text) = (world.register, look.text);
    let matter = register.matter(matter)?;
    let mut parts = vec![
        format!("{} {}", register.id(matter.key), matter.title),
        text.stage(matter.stage()).to_owned(),
        text.standing_of(matter).to_owned(),
    ];
    parts.dedup();
    if let Some(lead) = register.lead(matter) {
        parts.push(format!("{} {}", text.field_lead(), text.lead(register, lead)));
    }
    if let Some(due) = matter.next_due(register) {
        parts.push(format!("{} {} {}", text.field_due(), text.plain_due(due), due::distance(look, due)));
    }
    Some(parts)
}

/// Number and title, its state, when and where.
fn meeting_parts(meeting: MeetingRef, world: &World<'_>, look: &Look) -> Option<Vec<String>> {
    let meeting = world.register.meeting(meeting)?;
    Some(vec![
        format!("{} {}", world.register.id(meeting.key), meeting.title),
        look.text.meeting_state(meeting.state).to_owned(),
        look.text.plain_moment(meeting.at),
        meeting.place.clone().unwrap_or_default(),
    ])
}

/// The name, the body and the role there, the telephone.
fn somebody_parts(somebody: Somebody, world: &World<'_>, look: &Look) -> Option<Vec<String>> {
    match somebody {
        Somebody::Body(body) => Some(vec![look.text.body_named(world.register, body).to_owned()]),
        Somebody::Person(person) => {
            let person = world.register.person(person)?;
            Some(vec![
                person.name.clone(),
                look.text.body_named(world.register, person.body).to_owned(),
                person.role.clone().unwrap_or_default(),
                person.phone.clone().unwrap_or_default(),
            ])
        }
    }
}
