//! An act of the journal as one line for people: when, who, what, and about which thing.

use super::table::Table;
use super::wording::Wording;
use crate::domain::entry::Entry;
use crate::domain::event::Event;
use crate::domain::id::Ref;
use crate::domain::register::Thing;

/// Adds one act to a table: when, who did it, what it is called, what it concerns, and the words that went with it.
pub(super) fn tell(table: &mut Table, entry: &Entry, say: Wording<'_>) {
    let taken_back = if say.register.is_undone(entry.id()) { say.text.taken_back() } else { "" };
    let what = format!("{}{taken_back}", say.text.act(&entry.act));
    table.row(&[say.moment(entry.ts), entry.by.clone(), what, about(entry, say)]);
}

/// What an act concerns, with the words that were said: `2026-A001 东门路灯不亮：已换灯`.
fn about(entry: &Entry, say: Wording<'_>) -> String {
    if let Some(Event::Undone(undone)) = entry.events.first() {
        let earlier = say.register.entries().iter().find(|earlier| earlier.id() == undone.act);
        return earlier.map_or_else(String::new, |earlier| {
            let what = say.text.act(&earlier.act);
            format!("{what} {}", subject(earlier, say)).trim_end().to_owned()
        });
    }
    let subject = subject(entry, say);
    match entry.events.iter().find_map(words) {
        Some(words) if subject.is_empty() => words.to_owned(),
        Some(words) => format!("{subject}: {words}"),
        None => subject,
    }
}

/// The thing an act concerns most: what it made, else what it altered first.
fn subject(entry: &Entry, say: Wording<'_>) -> String {
    let touched: Vec<Ref> = entry.events.iter().flat_map(|event| event.touch().of()).collect();
    let made = entry.events.iter().filter_map(|event| event.touch().makes).next_back();
    let Some(thing) = made.or_else(|| touched.first().copied()) else {
        return String::new();
    };
    let id = say.register.id(thing);
    match say.register.thing(thing) {
        Some(Thing::Matter(matter)) => format!("{id} {}", matter.title),
        Some(Thing::Meeting(meeting)) => format!("{id} {}", meeting.title),
        Some(Thing::Task(task)) => format!("{id} {}", task.text),
        Some(Thing::Person(person)) => format!("{id} {}", person.name),
        Some(Thing::Body(body)) => format!("{id} {}", say.body_name(body)),
        Some(Thing::Note(note)) => {
            let speaker = note.speaker.map(|person| say.person(person)).or(note.body.map(|body| say.body(body)));
            format!("{} {}", say.text.note_kind(note.kind), speaker.unwrap_or_default()).trim_end().to_owned()
        }
        Some(Thing::Notice(_) | Thing::Objection(_)) => id,
        None => String::new(),
    }
}

/// The words a person gave with an act, where the thing itself does not show them.
fn words(event: &Event) -> Option<&str> {
    match event {
        Event::MatterDeclined(e) => Some(&e.reason),
        Event::MatterMerged(e) => e.reason.as_deref(),
        Event::LevelRaised(e) => Some(&e.reason),
        Event::RaiserTold(e) => e.text.as_deref(),
        Event::MatterAnswered(e) => Some(&e.text),
        Event::MatterClosed(e) => e.reason.as_deref(),
        Event::MatterReopened(e) => e.reason.as_deref(),
        Event::FollowedUp(e) => e.reason.as_deref(),
        Event::MeetingCancelled(e) => e.reason.as_deref(),
        Event::Noted(e) => Some(&e.text),
        Event::NoteChanged(e) => Some(&e.text),
        Event::Resolved(e) => e.text.as_deref(),
        Event::TaskReturned(e) => Some(&e.reason),
        Event::ProgressReported(e) => Some(&e.text),
        Event::TaskExtended(e) => Some(&e.reason),
        Event::TaskFinished(e) => Some(&e.text),
        Event::TaskAccepted(e) => e.reason.as_deref(),
        Event::ObjectionMade(e) => Some(&e.text),
        Event::ObjectionAnswered(e) => Some(&e.text),
        _ => None,
    }
}
