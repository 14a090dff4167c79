//! Who is meant by what is typed: a name, its beginning, its initials in pinyin or in letters, or the number in the list.
//! Those who are here come before those who are expected, and these before all others.

use super::ahead::Ahead;
use crate::domain::code::BodyKind;
use crate::domain::id::{BodyRef, PersonRef};
use crate::domain::meeting::Meeting;
use crate::domain::person::{Body, Person};
use crate::domain::register::Register;
use crate::domain::time::day_of;
use crate::search::{Haystack, Needle};
use crate::text::{BODY_NICKNAMES, EN, Text, ZH};
use crate::tui::style::Look;

/// The people and bodies of a meeting, to be called by name.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    /// The record.
    pub(super) register: &'a Register,
    /// The meeting.
    pub(super) meeting: &'a Meeting,
    /// The language, and the time: whose term has ended is not called.
    pub(super) look: &'a Look,
    /// What was asked for and is not on disk yet.
    pub(super) ahead: Ahead,
}

/// Who was meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Called<T> {
    /// This one.
    One(T),
    /// Any of these.
    Several(Vec<T>),
    /// Nobody there is.
    Nobody,
}

/// How well what is typed fits a name, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// It is the name, or the number in the list.
    Is,
    /// It goes through the whole name.
    Whole,
    /// The name begins so.
    Begins,
}

impl<'a> Names<'a> {
    /// Everybody in the order of the list: those invited as they were invited, then all others. The number in the list is
    /// the place, from 1.
    #[must_use]
    pub(super) fn roll(&self) -> Vec<&'a Person> {
        let day = day_of(self.look.now);
        let invited = self.meeting.invite.iter().filter_map(|person| self.register.person(*person));
        let others = self.register.people().filter(|person| !self.meeting.invite.contains(&person.key));
        invited.chain(others.filter(|person| person.serves_on(day))).collect()
    }

    /// Somebody who is not on the roster, with the body of this number; a guest speaks for none of those at the table.
    #[must_use]
    pub(super) fn stranger(&self, name: &str, body: Option<&str>) -> String {
        let known = self.register.bodies().find(|known| body == Some(self.register.id(known.key).as_str()));
        let text = self.text();
        text.bracketed(name, known.map_or_else(|| text.body_kind(BodyKind::Other), |body| text.body(body)))
    }

    /// The person called so.
    #[must_use]
    pub(super) fn person(&self, written: &str) -> Called<PersonRef> {
        let needle = Needle::new(written);
        let number: Option<usize> = written.parse().ok();
        let here: Vec<PersonRef> = self.meeting.in_the_room(self.look.now).collect();
        let roll = self.roll();
        let found = roll.iter().enumerate().filter_map(|(at, person)| {
            let fit = if number == Some(at + 1) { Some(Fit::Is) } else { fit(written, &needle, &person.name) };
            let rank = (!here.contains(&person.key), !self.meeting.invite.contains(&person.key));
            Some(((fit?, rank), person.key))
        });
        best(found.collect())
    }

    /// The person whose whole name a text begins with, and what comes behind it.
    #[must_use]
    pub(super) fn person_before<'t>(&self, text: &'t str) -> Option<(PersonRef, &'t str)> {
        let people = self.roll().into_iter().filter(|person| !person.name.is_empty());
        let found = people.filter_map(|person| Some((person.key, text.strip_prefix(person.name.as_str())?)));
        found.min_by_key(|(_, rest)| rest.len())
    }

    /// The body called so.
    #[must_use]
    pub(super) fn body(&self, written: &str) -> Called<BodyRef> {
        let needle = Needle::new(written);
        let found = self.register.bodies().filter_map(|body| {
            let fits = self.body_names(body).filter_map(|name| fit(written, &needle, name));
            Some(((fits.min()?, !self.is_expected(body)), body.key))
        });
        best(found.collect())
    }

    /// The body that a text begins with the name of, and what comes behind it.
    #[must_use]
    pub(super) fn body_before<'t>(&self, text: &'t str) -> Option<(BodyRef, &'t str)> {
        let bodies = self.register.bodies();
        let found = bodies.flat_map(|body| self.body_names(body).map(|name| (body.key, name)));
        let found = found.filter(|(_, name)| !name.is_empty());
        found.filter_map(|(body, name)| Some((body, text.strip_prefix(name)?))).min_by_key(|(_, rest)| rest.len())
    }

    /// A person's name and body.
    #[must_use]
    pub(super) fn who(&self, person: PersonRef) -> String {
        let name = self.text().person_named(self.register, person);
        match self.register.person(person) {
            Some(known) => self.text().bracketed(name, self.text().body_named(self.register, known.body)),
            None => name.to_owned(),
        }
    }

    /// The item under discussion.
    #[must_use]
    pub(super) fn item(&self) -> Option<u32> {
        self.ahead.item(self.meeting)
    }

    /// Who has the floor.
    #[must_use]
    pub(super) fn speaker(&self) -> Option<PersonRef> {
        self.ahead.speaker(self.meeting)
    }

    /// The language.
    #[must_use]
    pub(super) fn text(&self) -> Text {
        self.look.text
    }

    /// Whether somebody of a body is invited.
    fn is_expected(&self, body: &Body) -> bool {
        let invited = self.meeting.invite.iter().filter_map(|person| self.register.person(*person));
        invited.map(|person| person.body).any(|of| of == body.key)
    }

    /// Its own name, the plain name of its kind in both languages, and what people call it. Of several bodies of a kind
    /// none answers to what is common to them, unless it alone is expected at this meeting.
    fn body_names(&self, body: &'a Body) -> impl Iterator<Item = &'a str> {
        let peers = || self.register.bodies().filter(|other| other.kind == body.kind);
        let alone = match peers().filter(|peer| self.is_expected(peer)).count() {
            0 => peers().count() == 1,
            1 => self.is_expected(body),
            _ => false,
        };
        let common = [ZH.body_kind(body.kind), EN.body_kind(body.kind)].into_iter().chain(nicknames(body.kind));
        let common = common.map(|name| -> &'a str { name });
        body.name.as_deref().into_iter().chain(common.filter(move |_| alone))
    }
}

fn nicknames(kind: BodyKind) -> impl Iterator<Item = &'static str> {
    BODY_NICKNAMES.iter().filter(move |(_, of)| *of == kind).map(|(name, _)| *name)
}

/// How well what is typed fits a name; none: it does not.
#[must_use]
pub(super) fn fit(written: &str, needle: &Needle, name: &str) -> Option<Fit> {
    if name.eq_ignore_ascii_case(written) {
        return Some(Fit::Is);
    }
    let initials: String = name.split_whitespace().filter_map(|word| word.chars().next()).collect();
    if initials.chars().count() > 1 && initials.eq_ignore_ascii_case(written) {
        return Some(Fit::Whole);
    }
    if needle.is_empty() {
        return Some(Fit::Begins);
    }
    match needle.find(&Haystack::new(name))?.ranges[..] {
        [ref range] if *range == (0..name.len()) => Some(Fit::Whole),
        [ref range] if range.start == 0 => Some(Fit::Begins),
        _ => None,
    }
}

/// Those that fit best.
fn best<R: Ord + Copy, T: Copy>(found: Vec<(R, T)>) -> Called<T> {
    let Some(least) = found.iter().map(|(rank, _)| *rank).min() else { return Called::Nobody };
    let mut named: Vec<T> = found.into_iter().filter(|(rank, _)| *rank == least).map(|(_, thing)| thing).collect();
    match named.pop() {
        Some(one) if named.is_empty() => Called::One(one),
        Some(another) => {
            named.push(another);
            Called::Several(named)
        }
        None => Called::Nobody,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(written: &str, name: &str) -> Option<Fit> {
        fit(written, &Needle::new(written), name)
    }

    #[test]
    fn a_name_is_called_by_itself_its_beginning_or_its_initials() {
        assert_eq!(fits("张伟", "张伟"), Some(Fit::Is));
        assert_eq!(fits("zw", "张伟"), Some(Fit::Whole));
        assert_eq!(fits("zhangwei", "张伟"), Some(Fit::Whole));
        assert_eq!(fits("zw", "张文华"), Some(Fit::Begins));
        assert_eq!(fits("z", "张伟"), Some(Fit::Begins));
        assert_eq!(fits("w", "张伟"), None, "a name is called from its beginning");
        assert_eq!(fits("rl", "Rose Lin"), Some(Fit::Whole));
        assert_eq!(fits("ros", "Rose Lin"), Some(Fit::Begins));
    }

    #[test]
    fn of_equals_none_is_taken() {
        assert_eq!(best(vec![(1, 'a'), (0, 'b'), (1, 'c')]), Called::One('b'));
        assert_eq!(best(vec![(0, 'a'), (0, 'b')]), Called::Several(vec!['a', 'b']));
        assert_eq!(best::<u8, char>(Vec::new()), Called::Nobody);
    }
}
