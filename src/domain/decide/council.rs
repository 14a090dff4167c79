//! Rules about bodies, people and the rule set itself.

use std::collections::BTreeSet;

use super::Decision;
use super::desk::{Desk, NAME_LIMIT, TITLE_LIMIT, line, line_if};
use crate::domain::code::{BodyKind, Route};
use crate::domain::command::{AddBody, AddPerson, AdoptRules, ChangeBody, ChangePerson};
use crate::domain::context::Context;
use crate::domain::edits::{Editable, Known};
use crate::domain::event::{
    BodyAdded, BodyChanged, BodyField, Event, PersonAdded, PersonChanged, PersonField, RulesAdopted,
};
use crate::domain::id::{BodyRef, PersonRef};
use crate::domain::refusal::{Kind, Refusal};
use crate::domain::register::Register;
use crate::domain::rule_set::{Limit, RuleSet};
use crate::domain::vote::{VoteRule, looser_than_law};

impl Desk<'_> {
    pub(super) fn add_body(&self, c: &AddBody) -> Decision {
        let name = line("name", &c.name, NAME_LIMIT)?;
        self.name_is_free(&name)?;
        let (body, id) = self.make(Kind::Body, BodyRef);
        let place = line_if("place", c.place.as_deref(), TITLE_LIMIT)?;
        Ok(vec![BodyAdded { body, id, kind: c.kind, name: Some(name), place }.into()])
    }

    pub(super) fn change_body(&self, c: &ChangeBody) -> Decision {
        let body = self.body(&c.body)?;
        let mut changes = Vec::new();
        changes.extend(c.kind.map(BodyField::Kind));
        if c.name.is_some() {
            let name = line_if("name", c.name.as_deref(), NAME_LIMIT)?;
            if let Some(name) = name.as_deref().filter(|name| body.name.as_deref() != Some(*name)) {
                self.name_is_free(name)?;
            }
            changes.push(BodyField::Name(name));
        }
        if c.place.is_some() {
            changes.push(BodyField::Place(line_if("place", c.place.as_deref(), TITLE_LIMIT)?));
        }
        some_change(edits(body, changes, |known, change| BodyChanged { body: body.key, known, change }))
    }

    fn name_is_free(&self, name: &str) -> Result<(), Refusal> {
        let taken = self.register.bodies().any(|body| body.name.as_deref() == Some(name));
        if taken { Err(Refusal::NameTaken { name: name.to_owned() }) } else { Ok(()) }
    }

    pub(super) fn add_person(&self, c: &AddPerson) -> Decision {
        let (body, new_body) = self.body_or_new(&c.body)?;
        let (person, id) = self.make(Kind::Person, PersonRef);
        let added = PersonAdded {
            person,
            id,
            name: line("name", &c.name, NAME_LIMIT)?,
            body,
            role: line_if("role", c.role.as_deref(), NAME_LIMIT)?,
            phone: line_if("phone", c.phone.as_deref(), NAME_LIMIT)?,
            place: line_if("place", c.place.as_deref(), TITLE_LIMIT)?,
            voting: c.voting.unwrap_or(true),
            until: c.until,
        };
        Ok(new_body.into_iter().chain([added.into()]).collect())
    }

    pub(super) fn change_person(&self, c: &ChangePerson) -> Decision {
        let person = self.person(&c.person)?;
        let mut changes = Vec::new();
        if let Some(name) = &c.name {
            changes.push(PersonField::Name(line("name", name, NAME_LIMIT)?));
        }
        let mut new_body = None;
        if let Some(body) = &c.body {
            let (body, new) = self.body_or_new(body)?;
            new_body = new;
            changes.push(PersonField::Body(body));
        }
        if c.role.is_some() {
            changes.push(PersonField::Role(line_if("role", c.role.as_deref(), NAME_LIMIT)?));
        }
        if c.phone.is_some() {
            changes.push(PersonField::Phone(line_if("phone", c.phone.as_deref(), NAME_LIMIT)?));
        }
        if c.place.is_some() {
            changes.push(PersonField::Place(line_if("place", c.place.as_deref(), TITLE_LIMIT)?));
        }
        changes.extend(c.voting.map(PersonField::Voting));
        changes.extend(c.until.map(|until| PersonField::Until(until.0)));
        let edits = edits(person, changes, |known, change| PersonChanged { person: person.key, known, change });
        some_change(new_body.into_iter().chain(edits))
    }

    pub(super) fn adopt_rules(&self, c: &AdoptRules) -> Decision {
        let rules = match (&c.rules, &c.preset) {
            (Some(rules), None) => rules.clone(),
            (None, Some(name)) => {
                let preset = self.context.presets.iter().find(|preset| preset.name == *name);
                Box::new(preset.cloned().ok_or_else(|| Refusal::UnknownPreset { given: name.clone() })?)
            }
            _ => return Err(Refusal::OneOf { fields: &["rules", "preset"] }),
        };
        self.votes_are_lawful(&rules.votes)?;
        match contradiction(&rules) {
            Some(at) => Err(Refusal::BadRules { at }),
            None => Ok(vec![RulesAdopted { rules }.into()]),
        }
    }
}

impl Desk<'_> {
    /// A community's own rules to count votes by make sense, and ask no less than the law of the whole country.
    fn votes_are_lawful(&self, votes: &[VoteRule]) -> Result<(), Refusal> {
        for (at, rule) in votes.iter().enumerate() {
            let name = || rule.name.clone();
            rule.check().and_then(|()| rule.may_be_used()).map_err(|why| Refusal::BadVoteRule { rule: name(), why })?;
            if votes[..at].iter().any(|earlier| earlier.name == rule.name) {
                return Err(Refusal::BadRules { at: format!("votes.{}", rule.name) });
            }
            let law = self.context.vote_rules.iter().find(|law| law.matter == rule.matter && law.superseded.is_none());
            let (Some(matter), Some(law)) = (rule.matter, law) else { continue };
            if let Some(test) = looser_than_law(rule, law) {
                return Err(Refusal::LooserThanLaw { rule: name(), matter, test: *test });
            }
        }
        Ok(())
    }
}

/// The facts of those changes that would change something.
pub(super) fn edits<T: Editable, E: Into<Event>>(
    thing: &T,
    changes: Vec<T::Field>,
    mut fact: impl FnMut(Known, T::Field) -> E,
) -> impl Iterator<Item = Event> {
    changes.into_iter().filter_map(move |change| Some(fact(thing.replaced_by(&change)?, change).into()))
}

/// A change must change something.
pub(super) fn some_change(changes: impl Iterator<Item = Event>) -> Decision {
    let changes: Vec<Event> = changes.collect();
    if changes.is_empty() { Err(Refusal::NothingChanges) } else { Ok(changes) }
}

/// Where a rule set lacks something or contradicts itself, as a path into it.
fn contradiction(rules: &RuleSet) -> Option<String> {
    let unlimited = Route::ALL.iter().find(|route| {
        !rules.limit(**route).is_some_and(|limit| match limit {
            Limit::Hours(hours) => (1..=8_760).contains(&hours),
            Limit::Days(days) | Limit::WorkingDays(days) => (1..=3_650).contains(&days),
        })
    });
    if let Some(route) = unlimited {
        return Some(format!("routes.{}", route.code()));
    }
    if rules.near.percent > 100 {
        return Some("near.percent".to_owned());
    }
    let posting = [rules.posting.agenda, rules.posting.resolution, rules.posting.result];
    if posting.into_iter().chain(rules.posting.answer_days).any(|days| !(1..=365).contains(&days)) {
        return Some("posting".to_owned());
    }
    if let Some((kind, _)) = rules.meetings.iter().find(|(_, meeting)| !meeting.is_sound()) {
        return Some(format!("meetings.{}", kind.code()));
    }
    let twice = |at: usize| rules.chains[..at].iter().any(|earlier| earlier.name == rules.chains[at].name);
    if let Some((_, chain)) =
        rules.chains.iter().enumerate().find(|(at, chain)| twice(*at) || chain.contradiction().is_some())
    {
        let step = chain.contradiction().filter(|step| !step.is_empty());
        return Some(
            step.map_or_else(|| format!("chains.{}", chain.name), |step| format!("chains.{}.{step}", chain.name)),
        );
    }
    let is_line = |words: &str| !words.trim().is_empty() && words.chars().count() <= TITLE_LIMIT;
    if let Some(at) = rules.phrases.iter().position(|phrase| !is_line(&phrase.zh) || !is_line(&phrase.en)) {
        return Some(format!("phrases.{at}"));
    }
    let codes: Vec<&str> = rules
        .categories
        .iter()
        .flat_map(|first| std::iter::once(&first.code).chain(first.items.iter().map(|second| &second.code)))
        .map(String::as_str)
        .collect();
    let bad_code = codes.iter().enumerate().find(|(at, code)| {
        code.is_empty()
            || code.chars().any(|c| !c.is_ascii_uppercase() && !c.is_ascii_digit())
            || codes[..*at].contains(code)
    });
    bad_code.map(|(_, code)| format!("categories.{code}"))
}

/// The facts that found a council: its rules, and the three bodies that make the table, under the names given for them.
pub(super) fn found(rules: &RuleSet, names: &[(BodyKind, String)], context: &Context<'_>) -> Decision {
    let register = Register::default();
    let desk = Desk::new(&register, context);
    let three = [BodyKind::ResidentsCommittee, BodyKind::OwnersCommittee, BodyKind::PropertyCompany];
    let mut events: Vec<Event> = vec![RulesAdopted { rules: Box::new(rules.clone()) }.into()];
    let mut taken = BTreeSet::new();
    for kind in three {
        let name = names.iter().find(|(named, _)| *named == kind).map(|(_, name)| name.as_str());
        let name = line_if("name", name, NAME_LIMIT)?;
        if let Some(name) = name.clone().filter(|name| !taken.insert(name.clone())) {
            return Err(Refusal::NameTaken { name });
        }
        let (body, id) = desk.make(Kind::Body, BodyRef);
        events.push(BodyAdded { body, id, kind, name, place: None }.into());
    }
    Ok(events)
}
