//! The list of people over the minutes: marking who is here, and hands. What is typed narrows it; the list stays open.
//! Knows who fits what is typed, and what choosing them asks for.

use super::names::{Called, Fit, Names, fit};
use crate::domain::code::{Attendance, Stance};
use crate::domain::command::{Command, GiveFloor, LowerHand, MarkAttendance, PointOfOrder, RaiseHand};
use crate::domain::id::PersonRef;
use crate::domain::person::Person;
use crate::search::Needle;
use crate::text::Text;
use crate::tui::editor::Editor;

/// Graphemes of what narrows the list; a whole name and a body fit.
const FILTER: usize = 60;

/// The list.
#[derive(Debug, Clone)]
pub(super) struct Roll {
    /// What choosing somebody does.
    pub(super) purpose: Purpose,
    /// What narrows it.
    pub(super) filter: Editor,
    /// The selected one among those listed.
    pub(super) cursor: usize,
    /// Who is represented, while it is asked by whom.
    pub(super) represented: Option<PersonRef>,
    /// Whether it was said what adding somebody new comes to: the next Enter does it.
    pub(super) is_warned: bool,
}

/// Somebody who is not on the roster, as far as what is typed says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Stranger {
    /// A name, and the number of the body where one is named.
    Named(String, Option<String>),
    /// What is typed is no name but a sentence.
    NoName,
}

/// What choosing somebody does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Marks them so.
    Mark(Attendance),
    /// Does this on the floor.
    Floor(FloorAct),
}

/// What is done with somebody on the floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FloorAct {
    /// They ask to speak.
    Raise(Option<Stance>),
    /// They get the floor.
    Give,
    /// They raise a point of order.
    Order,
    /// They ask no more.
    Lower,
}

/// A row of the list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Listed<'a> {
    /// The number in the whole list.
    pub(super) number: usize,
    /// The person.
    pub(super) person: &'a Person,
}

/// What choosing comes to.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Chosen {
    /// This is asked for.
    Command(Box<Command>),
    /// Nobody bears this name: it is to be confirmed that they are put on the roster.
    AskNew(String, Option<String>),
    /// What is typed is no name.
    NoName,
    /// It is asked next who holds the proxy.
    AskProxy,
    /// Somebody is marked so already.
    Already(PersonRef),
    /// There is nobody to choose.
    Nobody,
}

const STATES: [Attendance; 8] = [
    Attendance::Present,
    Attendance::Left,
    Attendance::Online,
    Attendance::Represented,
    Attendance::InAttendance,
    Attendance::Observer,
    Attendance::Excused,
    Attendance::Absent,
];

const FLOOR_ACTS: [FloorAct; 6] = [
    FloorAct::Raise(None),
    FloorAct::Raise(Some(Stance::For)),
    FloorAct::Raise(Some(Stance::Against)),
    FloorAct::Give,
    FloorAct::Order,
    FloorAct::Lower,
];

impl Purpose {
    /// The one after it, or before it, of its sort.
    #[must_use]
    pub(super) fn turned(self, back: bool) -> Self {
        let step = |at: usize, of: usize| if back { (at + of - 1) % of } else { (at + 1) % of };
        match self {
            Self::Mark(state) => {
                let at = STATES.iter().position(|known| *known == state).unwrap_or(0);
                Self::Mark(STATES[step(at, STATES.len())])
            }
            Self::Floor(act) => {
                let at = FLOOR_ACTS.iter().position(|known| *known == act).unwrap_or(0);
                Self::Floor(FLOOR_ACTS[step(at, FLOOR_ACTS.len())])
            }
        }
    }
}

impl FloorAct {
    /// What it is called.
    #[must_use]
    pub(super) fn label(self, text: Text) -> &'static str {
        match self {
            Self::Raise(None) => text.live_hand(),
            Self::Raise(Some(Stance::For)) => text.live_hand_for(),
            Self::Raise(Some(Stance::Against)) => text.live_hand_against(),
            Self::Give => text.live_give(),
            Self::Order => text.live_point(),
            Self::Lower => text.live_lower(),
        }
    }
}

impl Roll {
    /// The whole list, the first not marked yet selected where marks are made.
    #[must_use]
    pub(super) fn new(purpose: Purpose, names: &Names<'_>) -> Self {
        let mut roll = Self { purpose, filter: Editor::line(FILTER), cursor: 0, represented: None, is_warned: false };
        roll.select_unmarked(names);
        roll
    }

    /// What it asks for.
    #[must_use]
    pub(super) fn title(&self, names: &Names<'_>) -> String {
        let text = names.text();
        match (self.represented, self.purpose) {
            (Some(person), _) => text.live_proxy(text.person_named(names.register, person)),
            (None, Purpose::Mark(state)) => text.live_sign_in(text.attendance(state)),
            (None, Purpose::Floor(act)) => act.label(text).to_owned(),
        }
    }

    /// What the next Tab would make it ask for.
    #[must_use]
    pub(super) fn next_title(&self, text: Text) -> Option<&'static str> {
        match (self.represented, self.purpose.turned(false)) {
            (Some(_), _) => None,
            (None, Purpose::Mark(state)) => Some(text.attendance(state)),
            (None, Purpose::Floor(act)) => Some(act.label(text)),
        }
    }

    /// Those whom what is typed fits, the best first.
    #[must_use]
    pub(super) fn listed<'a>(&self, names: &Names<'a>) -> Vec<Listed<'a>> {
        let written = self.filter.text();
        let written = written.trim();
        let needle = Needle::new(written);
        let all = (1..).zip(names.roll()).map(|(number, person)| Listed { number, person });
        let mut fits: Vec<(Fit, Listed<'a>)> = all
            .filter_map(|listed| {
                let number = listed.number.to_string();
                let by_number = (number == written).then_some(Fit::Is);
                let by_number = by_number.or(number.starts_with(written).then_some(Fit::Begins));
                Some((by_number.into_iter().chain(fit(written, &needle, &listed.person.name)).min()?, listed))
            })
            .collect();
        if !written.is_empty() {
            fits.sort_by_key(|(fit, listed)| (*fit, listed.number));
        }
        fits.into_iter().map(|(_, listed)| listed).collect()
    }

    /// Somebody new, where nobody fits what is typed: `张三 物业`.
    #[must_use]
    pub(super) fn stranger(&self, names: &Names<'_>) -> Option<Stranger> {
        let written = self.filter.text();
        let written = written.trim();
        let marks = matches!(self.purpose, Purpose::Mark(_)) && self.represented.is_none();
        let is_worded = written.chars().any(char::is_alphabetic);
        if !marks || !is_worded || !self.listed(names).is_empty() {
            return None;
        }
        if !may_be_name(written) {
            return Some(Stranger::NoName);
        }
        if let Some((name, body)) = written.rsplit_once(char::is_whitespace)
            && let Called::One(body) = names.body(body)
        {
            return Some(Stranger::Named(name.trim().to_owned(), Some(names.register.id(body))));
        }
        Some(Stranger::Named(written.to_owned(), None))
    }

    /// What is typed, if that is a sentence rather than somebody.
    #[must_use]
    pub(super) fn sentence(&self, names: &Names<'_>) -> Option<String> {
        (self.stranger(names) == Some(Stranger::NoName)).then(|| self.filter.text())
    }

    /// Takes in that something else is typed.
    pub(super) fn retyped(&mut self) {
        self.cursor = 0;
        self.is_warned = false;
    }

    /// Chooses the selected one. What was typed is used up.
    pub(super) fn choose(&mut self, names: &Names<'_>) -> Chosen {
        let person = self.listed(names).get(self.cursor).map(|listed| listed.person.key);
        let chosen = match (self.purpose, self.represented, person) {
            (Purpose::Mark(state), None, None) => match self.stranger(names) {
                Some(Stranger::NoName) => return Chosen::NoName,
                Some(Stranger::Named(name, body)) if state != Attendance::Represented => {
                    if !self.is_warned {
                        self.is_warned = true;
                        return Chosen::AskNew(name, body);
                    }
                    command(MarkAttendance { name: Some(name), body, ..mark(names, state) })
                }
                _ => Chosen::Nobody,
            },
            (_, _, None) => Chosen::Nobody,
            (Purpose::Mark(state), Some(represented), Some(holder)) => {
                self.represented = None;
                let (person, by_proxy) = (Some(names.register.id(represented)), Some(names.register.id(holder)));
                command(MarkAttendance { person, by_proxy, ..mark(names, state) })
            }
            (Purpose::Mark(Attendance::Represented), None, Some(person)) => {
                self.represented = Some(person);
                Chosen::AskProxy
            }
            (Purpose::Mark(state), None, Some(person)) if is_marked(names, person, state) => Chosen::Already(person),
            (Purpose::Mark(state), None, Some(person)) => {
                command(MarkAttendance { person: Some(names.register.id(person)), ..mark(names, state) })
            }
            (Purpose::Floor(act), _, Some(person)) => Chosen::Command(Box::new(on_floor(act, names, person))),
        };
        if chosen != Chosen::Nobody {
            self.filter = Editor::line(FILTER);
            self.is_warned = false;
        }
        chosen
    }

    /// Selects the first who is not marked yet, where marks are made; the first of all otherwise.
    pub(super) fn select_unmarked(&mut self, names: &Names<'_>) {
        let marked: Vec<PersonRef> = names.meeting.attendance().iter().map(|mark| mark.person).collect();
        let unmarked = |listed: &Listed<'_>| !marked.contains(&listed.person.key);
        let marks = matches!(self.purpose, Purpose::Mark(_)) && self.filter.is_empty();
        let first = if marks { self.listed(names).iter().position(unmarked) } else { None };
        self.cursor = first.unwrap_or(0);
    }
}

/// Whether this may be what somebody is called: it begins with a letter or a digit, and no mark parts it into sentences.
fn may_be_name(written: &str) -> bool {
    let within = |c: char| c.is_alphanumeric() || c.is_whitespace() || "·•.-'’（）()".contains(c);
    written.starts_with(char::is_alphanumeric) && written.chars().all(within)
}

fn is_marked(names: &Names<'_>, person: PersonRef, state: Attendance) -> bool {
    names.meeting.attendance().iter().any(|mark| mark.person == person && mark.state == state)
}

fn mark(names: &Names<'_>, state: Attendance) -> MarkAttendance {
    let meeting = names.register.id(names.meeting.key);
    MarkAttendance { meeting, person: None, name: None, body: None, state, by_proxy: None, at: None }
}

fn command(mark: MarkAttendance) -> Chosen {
    Chosen::Command(Box::new(mark.into()))
}

fn on_floor(act: FloorAct, names: &Names<'_>, person: PersonRef) -> Command {
    let (meeting, person) = (names.register.id(names.meeting.key), names.register.id(person));
    match act {
        FloorAct::Raise(stance) => RaiseHand { meeting, person, stance }.into(),
        FloorAct::Give => GiveFloor { meeting, person, stance: None }.into(),
        FloorAct::Order => PointOfOrder { meeting, person }.into(),
        FloorAct::Lower => LowerHand { meeting, person }.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_or_a_sign_is_no_name() {
        for name in ["周大爷 物业", "3号楼李阿姨", "阿依古丽·买买提", "Anne-Marie O'Neil", "Tom Baker Jr."]
        {
            assert!(may_be_name(name), "{name}");
        }
        for words in ["Tom Baker: the bins are full", "*增设充电桩", "王芳：我同意", "好，就这样", "@wf"]
        {
            assert!(!may_be_name(words), "{words}");
        }
    }
}
