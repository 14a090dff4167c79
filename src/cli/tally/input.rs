//! The figures of `tally` as they are typed: read strictly, so that nothing is counted that nobody wrote. Must not know
//! what they amount to.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::domain::vote::{Area, Base, Count, Figures, Part, Silent, VoteRule};
use crate::grammar::lines::{BadInput, Fault, Want};

/// What is to be counted.
#[derive(Debug)]
pub(super) struct Input<'a> {
    pub(super) rule: &'a VoteRule,
    pub(super) figures: Figures,
    pub(super) silent: Silent,
}

/// Why it cannot be counted.
#[derive(Debug, PartialEq)]
pub(super) enum Wrong {
    /// Not a JSON object; where it stops being one, counted from 1.
    NotJson { line: usize, column: usize },
    /// A field is not what it should be.
    Field(BadInput),
}

/// A JSON value in which every field is kept, doubled ones too, and every number that is not whole is known as such.
#[derive(Debug)]
enum Node {
    Null,
    Text(String),
    Whole(u64),
    Object(Vec<(String, Node)>),
    /// What no figure is: a fraction, a negative number, a list.
    Other,
}

/// The fields of an object, each once.
#[derive(Debug)]
struct Fields {
    /// The path that leads here, with a point behind it; nothing for the whole.
    within: String,
    fields: Vec<(String, Node)>,
}

/// Reads the figures. `named` names the rule in place of the one they name.
pub(super) fn read<'a>(bytes: &[u8], named: Option<&str>, rules: &'a [VoteRule]) -> Result<Input<'a>, Wrong> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let fields = match serde_json::from_slice(bytes) {
        Ok(Node::Object(fields)) => fields,
        Ok(_) => return Err(Wrong::NotJson { line: 1, column: 1 }),
        Err(error) => return Err(Wrong::NotJson { line: error.line(), column: error.column().max(1) }),
    };
    read_fields(fields, named, rules).map_err(Wrong::Field)
}

fn read_fields<'a>(
    fields: Vec<(String, Node)>,
    named: Option<&str>,
    rules: &'a [VoteRule],
) -> Result<Input<'a>, BadInput> {
    let mut fields = Fields::new(String::new(), fields)?;
    let inside = fields.text("rule")?;
    let name = named.map(str::to_owned).or(inside).ok_or_else(|| fields.wrong("rule", Fault::Missing))?;
    let known = || rules.iter().map(|rule| rule.name.clone()).collect();
    let rule = rules.iter().find(|rule| rule.name == name);
    let rule = rule.ok_or_else(|| fields.wrong("rule", Fault::Wants(Want::OneOf(known()))))?;
    if rule.is_owners() { owners(fields, rule) } else { heads(fields, rule) }
}

/// Heads and areas of owners.
fn owners(mut fields: Fields, rule: &VoteRule) -> Result<Input<'_>, BadInput> {
    let silent = match fields.text("silent")?.as_deref().map(Silent::from_code) {
        None => rule.silent,
        Some(Some(silent)) => silent,
        Some(None) => {
            let words = Silent::ALL.iter().map(|word| word.code().to_owned()).collect();
            return Err(fields.wrong("silent", Fault::Wants(Want::OneOf(words))));
        }
    };
    // An owner who takes part is one whose ballot came in.
    let mut figures =
        Figures { heads: Count::default().with(Part::NotVoting, 0), area: Count::default().with(Part::NotVoting, 0) };
    let mut add = |pair: Pair, with: &dyn Fn(Count, i64) -> Count| {
        for (count, amount) in [(&mut figures.heads, pair.heads), (&mut figures.area, pair.area)] {
            if let Some(amount) = amount {
                *count = with(std::mem::take(count), amount);
            }
        }
    };
    for (field, base) in [("all", Base::Entitled), ("took_part", Base::Participating)] {
        add(fields.pair(field)?, &|count, amount| count.summing(base, amount));
    }
    for part in Part::CAST {
        let pair = match fields.take(part.code()) {
            // Nobody speaks of void ballots where there are none.
            None | Some(Node::Null) if part == Part::Void => Pair { heads: Some(0), area: Some(0) },
            Some(node @ Node::Whole(_)) if part == Part::Void => {
                Pair { heads: Some(fields.whole(part.code(), &node)?), area: None }
            }
            given => fields.pair_of(part.code(), given)?,
        };
        add(pair, &|count, amount| count.with(part, amount));
    }
    let known = ["rule", "all", "took_part", "for", "against", "abstain", "void", "silent"];
    fields.nothing_else(&known)?;
    Ok(Input { rule, figures, silent })
}

/// Heads of people in a meeting.
fn heads(mut fields: Fields, rule: &VoteRule) -> Result<Input<'_>, BadInput> {
    let mut count = Count::default();
    let (members, expected) = (fields.heads("members")?, fields.heads("expected")?);
    let whole = if rule.whole() == Base::Expected { expected.or(members) } else { members.or(expected) };
    let (present, represented) = (fields.heads("present")?, fields.heads("represented")?);
    let there = match (rule.there(), represented) {
        (Base::PresentOrRepresented, Some(represented)) => present.and_then(|present| present.checked_add(represented)),
        _ => present,
    };
    let sums = [
        (rule.whole(), whole),
        (rule.there(), there),
        (Base::Cast, fields.heads("cast")?),
        (Base::Valid, fields.heads("valid")?),
    ];
    for (base, amount) in sums {
        if let Some(amount) = amount {
            count = count.summing(base, amount);
        }
    }
    for part in Part::CAST {
        let amount = fields.heads(part.code())?;
        if let Some(amount) = amount.or((part == Part::Void).then_some(0)) {
            count = count.with(part, amount);
        }
    }
    let known =
        ["rule", "members", "expected", "present", "represented", "cast", "valid", "for", "against", "abstain", "void"];
    fields.nothing_else(&known)?;
    Ok(Input { rule, figures: Figures { heads: count, area: Count::default() }, silent: Silent::NotCounted })
}

/// `{"heads":40,"area":"3271.90"}`, either of them perhaps not known.
#[derive(Debug, Clone, Copy)]
struct Pair {
    heads: Option<i64>,
    area: Option<i64>,
}

impl Fields {
    fn new(within: String, fields: Vec<(String, Node)>) -> Result<Self, BadInput> {
        for (at, (name, _)) in fields.iter().enumerate() {
            if fields[..at].iter().any(|(earlier, _)| earlier == name) {
                return Err(BadInput { field: Some(within + name), what: Fault::Twice });
            }
        }
        Ok(Self { within, fields })
    }

    fn wrong(&self, field: &str, what: Fault) -> BadInput {
        BadInput { field: Some(format!("{}{field}", self.within)), what }
    }

    fn take(&mut self, field: &str) -> Option<Node> {
        let at = self.fields.iter().position(|(name, _)| name == field)?;
        Some(self.fields.swap_remove(at).1)
    }

    fn text(&mut self, field: &str) -> Result<Option<String>, BadInput> {
        match self.take(field) {
            None => Ok(None),
            Some(Node::Text(text)) => Ok(Some(text)),
            Some(_) => Err(self.wrong(field, Fault::Wants(Want::Text))),
        }
    }

    /// A figure; `null` is one that is not known.
    fn heads(&mut self, field: &str) -> Result<Option<i64>, BadInput> {
        match self.take(field) {
            None | Some(Node::Null) => Ok(None),
            Some(node) => self.whole(field, &node).map(Some),
        }
    }

    fn whole(&self, field: &str, node: &Node) -> Result<i64, BadInput> {
        let Node::Whole(heads) = node else { return Err(self.wrong(field, Fault::Wants(Want::Number))) };
        i64::try_from(*heads).map_err(|_| self.wrong(field, Fault::Wants(Want::Number)))
    }

    fn area(&mut self, field: &str) -> Result<Option<i64>, BadInput> {
        match self.take(field) {
            None | Some(Node::Null) => Ok(None),
            Some(Node::Text(text)) => match text.parse() {
                Ok(Area(hundredths)) => Ok(Some(hundredths)),
                Err(_) => Err(self.wrong(field, Fault::Wants(Want::Area))),
            },
            Some(_) => Err(self.wrong(field, Fault::Wants(Want::Area))),
        }
    }

    fn pair(&mut self, field: &str) -> Result<Pair, BadInput> {
        let given = self.take(field);
        self.pair_of(field, given)
    }

    fn pair_of(&self, field: &str, given: Option<Node>) -> Result<Pair, BadInput> {
        match given {
            None | Some(Node::Null) => Ok(Pair { heads: None, area: None }),
            Some(Node::Object(pair)) => {
                let mut pair = Self::new(format!("{}{field}.", self.within), pair)?;
                let both = Pair { heads: pair.heads("heads")?, area: pair.area("area")? };
                pair.nothing_else(&["heads", "area"])?;
                Ok(both)
            }
            Some(_) => Err(self.wrong(field, Fault::Wants(Want::Object))),
        }
    }

    fn nothing_else(&self, known: &[&str]) -> Result<(), BadInput> {
        match self.fields.first() {
            None => Ok(()),
            Some((name, _)) => {
                let known = known.iter().map(|name| (*name).to_owned()).collect();
                Err(self.wrong(name, Fault::UnknownField { known }))
            }
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Node;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("JSON")
            }

            fn visit_unit<E>(self) -> Result<Node, E> {
                Ok(Node::Null)
            }

            fn visit_str<E>(self, text: &str) -> Result<Node, E> {
                Ok(Node::Text(text.to_owned()))
            }

            fn visit_u64<E>(self, whole: u64) -> Result<Node, E> {
                Ok(Node::Whole(whole))
            }

            fn visit_i64<E>(self, _: i64) -> Result<Node, E> {
                Ok(Node::Other)
            }

            fn visit_f64<E>(self, _: f64) -> Result<Node, E> {
                Ok(Node::Other)
            }

            fn visit_bool<E>(self, _: bool) -> Result<Node, E> {
                Ok(Node::Other)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
                while list.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Node::Other)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Node::Object(fields))
            }
        }
        deserializer.deserialize_any(Any)
    }
}
