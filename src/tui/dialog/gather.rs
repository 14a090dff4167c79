//! Choosing several things for a meeting that is prepared: items of its agenda, people to invite. Says what command comes
//! of it; holds no rule.

use crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::marks::{self, Marks, MarksReply};
use crate::domain::command::{Command, FillAgenda, Invite};
use crate::domain::id::{BodyRef, MatterRef, MeetingRef, PersonRef};
use crate::domain::matter::Matter;
use crate::domain::meeting::{LeftOver, Meeting, left_over, members, who_came_last};
use crate::domain::person::Person;
use crate::domain::register::Register;
use crate::domain::stage::Standing;
use crate::domain::time::{Due, day_of};
use crate::text::Text;
use crate::tui::due;
use crate::tui::spots::Canvas;
use crate::tui::style::{Look, Tone};

/// What is gathered for which meeting.
#[derive(Debug, Clone)]
pub struct Gather {
    meeting: MeetingRef,
    of: Of,
}

#[derive(Debug, Clone)]
enum Of {
    Items(Marks<ToPlace>),
    People(Marks<PersonRef>),
}

/// Something that can be placed on the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
enum ToPlace {
    Matter(MatterRef),
    Topic(String),
}

/// Does the same with the list, whatever it lists.
macro_rules! list {
    ($of:expr, $marks:ident => $does:expr) => {
        match $of {
            Of::Items($marks) => $does,
            Of::People($marks) => $does,
        }
    };
}

impl Gather {
    /// What can go on an agenda: what the last meeting left first, then the matters that wait, the nearest deadline first.
    #[must_use]
    pub fn items(meeting: &Meeting, register: &Register, look: &Look) -> Self {
        let text = look.text;
        let mut marks = Marks::new(text.pick_items().to_owned()).or_typed(text.pick_topic_typed());
        let left = left_over(register, meeting);
        for item in &left {
            let (thing, label) = match (item.matter.and_then(|key| register.matter(key)), &item.topic) {
                (Some(matter), _) => (ToPlace::Matter(matter.key), matter_label(matter, register)),
                (None, Some(topic)) => (ToPlace::Topic(topic.clone()), topic.clone()),
                (None, None) => continue,
            };
            marks.add(thing, label, left_note(item, text), false);
        }
        let is_left = |matter: &Matter| left.iter().any(|item| item.matter == Some(matter.key));
        let mut waiting: Vec<&Matter> =
            register.matters().filter(|matter| matter.standing.wants_agenda() && !is_left(matter)).collect();
        // Deferred and referred ones have been talked about before.
        waiting.sort_by_key(|matter| {
            let due = matter.next_due(register).map(Due::day);
            (matter.standing != Standing::Waiting, due.is_none(), due, matter.key)
        });
        for matter in waiting {
            let due = due::told(look, register, matter).map(|(distance, _)| distance).unwrap_or_default();
            let note = [text.standing(matter.standing), due.as_str()].join("  ");
            marks.add(ToPlace::Matter(matter.key), matter_label(matter, register), note, false);
        }
        if marks.size() == 0 {
            marks.say(text.prepare_nothing_waits().to_owned(), Tone::Note);
        }
        Self { meeting: meeting.key, of: Of::Items(marks) }
    }

    /// Who can be invited, body by body, those who are marked; `at` this body.
    #[must_use]
    pub fn people(meeting: &Meeting, at: Option<BodyRef>, register: &Register, text: Text) -> Self {
        let mut marks = Marks::new(text.pick_people().to_owned());
        let on = day_of(meeting.at);
        let is_asked = |person: PersonRef| meeting.invite.contains(&person);
        for body in register.bodies() {
            let all: Vec<PersonRef> = members(register, body.key, on).collect();
            // Somebody whose term has ended can be seen to be invited, and need not stay so.
            let ended = register.people().filter(|person| person.body == body.key && is_asked(person.key));
            let ended: Vec<PersonRef> = ended.map(|person| person.key).filter(|person| !all.contains(person)).collect();
            let first = marks.size();
            for person in all.iter().chain(&ended).filter_map(|person| register.person(*person)) {
                marks.add(person.key, person_label(person), text.body(body).to_owned(), is_asked(person.key));
            }
            if all.len() > 1 {
                marks.add_group(&all, text.prepare_all_of(text.body(body), all.len()), first);
            }
            if at == Some(body.key) {
                marks.go(first);
            }
        }
        let came = who_came_last(register, meeting);
        marks.add_group(&came, text.prepare_as_last(came.len()), 0);
        if let (Some(_), false) = (at, came.is_empty()) {
            marks.go(marks.cursor() + 1);
        }
        if marks.size() == 0 {
            marks.say(text.prepare_nobody_yet().to_owned(), Tone::Note);
        }
        Self { meeting: meeting.key, of: Of::People(marks) }
    }

    /// What the marks come to; none where nothing is marked or nothing has changed.
    #[must_use]
    pub fn command(&self, register: &Register) -> Option<Command> {
        let meeting = register.id(self.meeting);
        match &self.of {
            Of::Items(marks) => {
                let (mut matters, mut topics) = (Vec::new(), Vec::new());
                let words = marks.chosen_words();
                for thing in marks.chosen() {
                    match thing {
                        ToPlace::Matter(matter) => matters.push(register.id(matter)),
                        ToPlace::Topic(topic) => topics.push(topic),
                    }
                }
                topics.extend(words);
                let is_empty = matters.is_empty() && topics.is_empty();
                (!is_empty).then(|| FillAgenda { meeting, matters, topics, left_over: false, minutes: None }.into())
            }
            Of::People(marks) => {
                let (mut people, without) = marks.changes();
                if people.is_empty() && without.is_empty() {
                    people = marks.selected();
                }
                let ids = |people: Vec<PersonRef>| -> Vec<String> {
                    people.into_iter().map(|person| register.id(person)).collect()
                };
                let is_empty = people.is_empty() && without.is_empty();
                let (people, without) = (ids(people), ids(without));
                (!is_empty).then(|| Invite { meeting, people, bodies: Vec::new(), as_last: false, without }.into())
            }
        }
    }

    /// Obeys a key.
    pub fn key(&mut self, key: KeyEvent) -> MarksReply {
        list!(&mut self.of, marks => marks.key(key))
    }

    /// Narrows the list by a pasted text.
    pub fn paste(&mut self, text: &str) {
        list!(&mut self.of, marks => marks.paste(text));
    }

    /// Selects the row in a place.
    pub fn go(&mut self, place: usize) {
        list!(&mut self.of, marks => marks.go(place));
    }

    /// Paints the list; returns where the caret is.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, area: Rect, look: &Look) -> Position {
        list!(&self.of, marks => marks::draw(marks, canvas, area, look))
    }

    /// Says something until the next key.
    pub fn say(&mut self, sentence: String, tone: Tone) {
        list!(&mut self.of, marks => marks.say(sentence, tone));
    }
}

fn matter_label(matter: &Matter, register: &Register) -> String {
    format!("{}  {}", register.id(matter.key), matter.title)
}

fn person_label(person: &Person) -> String {
    let role = person.role.as_deref().map(|role| format!("  {role}")).unwrap_or_default();
    format!("  {}{role}", person.name)
}

fn left_note(item: &LeftOver, text: Text) -> String {
    let minutes = item.minutes.map(|minutes| text.minutes(minutes.into())).unwrap_or_default();
    [text.pick_left_over(), &minutes].join("  ").trim_end().to_owned()
}
