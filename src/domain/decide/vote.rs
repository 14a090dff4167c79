//! Rules of a vote in a meeting: on what, by which rule, by whom, what can be put into it, and how it ends. What it
//! amounts to is worked out elsewhere.

use std::collections::BTreeMap;

use super::Decision;
use super::agenda::open_item;
use super::desk::{Desk, NAME_LIMIT, TITLE_LIMIT, line, words};
use super::poll::{Slip, is_joint, with_units};
use crate::domain::ballot::{Ballot, Cast, Choice, Options, Owners, Sums, Totals, Vote, Voter};
use crate::domain::code::{Attendance, DecisionKind, Warning};
use crate::domain::command::{Amount, CastVotes, CorrectVote, OpenVote};
use crate::domain::event::{VoteCorrected, VoteOpened, VotesCast};
use crate::domain::id::{MatterRef, PersonRef, UnitRef, VoteRef};
use crate::domain::meeting::{Item, Meeting};
use crate::domain::poll::Poll;
use crate::domain::refusal::{Kind, Refusal, UnitRefusal, VotingRefusal};
use crate::domain::time::day_of;
use crate::domain::vote::{Area, Base, Measure, Part, VoteRule};

/// Options there may be.
const MOST_OPTIONS: u32 = 100;
/// Members there may be.
const MOST_MEMBERS: u32 = 1_000_000;

/// What is put into a vote, as it was asked for.
struct Given<'a> {
    sums: [Option<Amount>; 4],
    person: Option<&'a str>,
    choice: Option<Choice>,
    unit: Option<&'a str>,
    ballot: Slip<'a>,
    counts: Option<&'a BTreeMap<String, u32>>,
}

impl Desk<'_> {
    pub(super) fn open_vote(&self, c: &OpenVote) -> Decision {
        let meeting = self.going_on(&c.meeting)?;
        self.no_vote_open(meeting, None)?;
        let item = open_item(meeting, c.item)?;
        let matter = self.item_matter(item, |_| self.still_here(meeting, item).is_some())?;
        let rule = self.vote_rule(&c.rule)?;
        if rule.may_be_used().is_err() {
            return Err(VotingRefusal::NotAdopted { rule: rule.name.clone() }.into());
        }
        if c.offers.contains(&Choice::WithMajority) && !rule.with_majority {
            return Err(UnitRefusal::NoFollowing.into());
        }
        let (options, run_off_of) = self.options(c, rule)?;
        let tellers = self.tellers(c, options.as_ref())?;
        let secret = c.secret.unwrap_or(false);
        let base = if rule.is_owners() { Vec::new() } else { self.voters(meeting, rule) };
        let members = self.members(c.members, meeting, &base)?;
        let units = if rule.is_owners() { self.units_voting(c)? } else { Vec::new() };
        let owners = c.all.or_else(|| Poll::of(&units).map(|poll| poll.owners())).filter(|_| rule.is_owners());
        let (vote, id) = self.make(Kind::Vote, VoteRef);
        let opened = VoteOpened {
            vote,
            id,
            meeting: meeting.key,
            item: item.number,
            matter,
            question: line("question", &c.question, TITLE_LIMIT)?,
            options,
            run_off_of,
            members: if rule.is_owners() { None } else { members },
            owners,
            units,
            until: self.end_ahead(c.until)?,
            secret,
            tellers,
            offers: c.offers.clone(),
            warnings: [self.opening_warnings(rule, item, matter, &base, members, owners), ballot_warnings(c, rule)]
                .concat(),
            rule: Box::new(rule.clone()),
            base,
        };
        Ok(vec![opened.into()])
    }

    /// The rule of this name: the community's own before those that ship.
    pub(super) fn vote_rule(&self, name: &str) -> Result<&VoteRule, Refusal> {
        let own = self.rules().votes.iter();
        let rule = own.chain(self.context.vote_rules).find(|rule| rule.name == name.trim());
        rule.ok_or_else(|| Refusal::UnknownVoteRule { given: name.to_owned() })
    }

    /// What is chosen among, and the vote whose tie it decides.
    fn options(&self, c: &OpenVote, rule: &VoteRule) -> Result<(Option<Options>, Option<VoteRef>), Refusal> {
        let tie = c.run_off_of.as_deref().map(|vote| self.tie(vote)).transpose()?;
        let (names, seats, of) = match tie {
            Some((names, seats, vote)) => (names, seats, Some(vote)),
            None if c.options.is_empty() => return Ok((None, None)),
            None => {
                let mut names: Vec<String> = Vec::new();
                for option in &c.options {
                    let name = line("options", option, NAME_LIMIT)?;
                    if names.contains(&name) {
                        return Err(Refusal::NameTaken { name });
                    }
                    names.push(name);
                }
                (names, c.seats.unwrap_or(1), None)
            }
        };
        if rule.is_owners() {
            return Err(Refusal::OwnersChooseOneByOne);
        }
        let count = u32::try_from(names.len()).unwrap_or(u32::MAX);
        let within = |field, number: u32, least, most| {
            if (least..=most).contains(&number) { Ok(number) } else { Err(Refusal::OutOfRange { field, least, most }) }
        };
        within("options", count, 2, MOST_OPTIONS)?;
        let seats = within("seats", seats, 1, count)?;
        let choices = within("choices", c.choices.unwrap_or(seats.min(count)), 1, count)?;
        Ok((Some(Options { names, choices, seats }), of))
    }

    /// The options that tied in a vote, and the seats that are left for them.
    fn tie(&self, given: &str) -> Result<(Vec<String>, u32, VoteRef), Refusal> {
        let vote = self.vote(given)?;
        let no_tie = || Refusal::NoTie { vote: self.register.id(vote.key) };
        let (finding, options) = match (&vote.closed, &vote.options) {
            (Some((_, finding)), Some(options)) if !finding.tied.is_empty() => (finding, options),
            _ => return Err(no_tie()),
        };
        let names = finding.tied.iter().filter_map(|option| options.names.get(*option).cloned()).collect();
        let filled = u32::try_from(finding.chosen.len()).unwrap_or(u32::MAX);
        Ok((names, options.seats.saturating_sub(filled), vote.key))
    }

    /// Who is there and has a vote; whoever is represented too, where the rule allows proxies.
    fn voters(&self, meeting: &Meeting, rule: &VoteRule) -> Vec<Voter> {
        let proxies = rule.there() != Base::Present;
        // A proxy counts only while its holder is there.
        let there: Vec<PersonRef> = meeting.taking_part_at(self.context.now).collect();
        let marks = meeting.attendance_at(self.context.now).into_iter();
        marks
            .filter(|mark| there.contains(&mark.person))
            .filter(|mark| proxies || mark.state != Attendance::Represented)
            .filter(|mark| self.has_vote(mark.person))
            .map(|mark| Voter { person: mark.person, by_proxy: mark.by_proxy })
            .collect()
    }

    /// Whether somebody has a vote, in a term that has not ended.
    fn has_vote(&self, person: PersonRef) -> bool {
        let today = day_of(self.context.now);
        self.register.person(person).is_some_and(|person| person.voting && person.serves_on(today))
    }

    /// How many members there are: as declared, else those invited or there; none where nobody signed in.
    fn members(&self, declared: Option<u32>, meeting: &Meeting, base: &[Voter]) -> Result<Option<u32>, Refusal> {
        let there = u32::try_from(base.len()).unwrap_or(u32::MAX);
        if let Some(members) = declared {
            let least = there.max(1);
            let fits = (least..=MOST_MEMBERS).contains(&members);
            let refusal = Refusal::OutOfRange { field: "members", least, most: MOST_MEMBERS };
            return if fits { Ok(Some(members)) } else { Err(refusal) };
        }
        let is_there = |person: &PersonRef| base.iter().any(|voter| voter.person == *person);
        let others = meeting.invite.iter().filter(|person| self.has_vote(**person) && !is_there(person)).count();
        let all = u32::try_from(others).unwrap_or(u32::MAX).saturating_add(there);
        Ok((!base.is_empty()).then_some(all))
    }

    fn opening_warnings(
        &self,
        rule: &VoteRule,
        item: &Item,
        matter: Option<MatterRef>,
        base: &[Voter],
        members: Option<u32>,
        owners: Option<Owners>,
    ) -> Vec<Warning> {
        let mut warnings = Vec::new();
        if rule.superseded.is_some() {
            warnings.push(Warning::RuleSuperseded);
        }
        let joint = item.decision == Some(DecisionKind::OwnersJoint)
            || matter.and_then(|matter| self.register.matter(matter)).is_some_and(is_joint);
        if joint && !rule.is_owners() {
            warnings.push(Warning::OwnersJointLikely);
        }
        let there = u32::try_from(base.len()).unwrap_or(u32::MAX);
        if if rule.is_owners() { owners.is_none() } else { base.is_empty() } {
            warnings.push(Warning::BaseUnknown);
        } else if members.is_some_and(|members| !rule.can_meet_in(there, members)) {
            warnings.push(Warning::QuorumMissing);
        }
        warnings
    }

    pub(super) fn cast_votes(&self, c: &CastVotes) -> Decision {
        let meeting = self.in_session(&c.meeting)?;
        let vote = self.vote_open_in(meeting)?;
        self.takes_ballots(meeting, vote)?;
        let received = self.handed_in(vote, c.received)?;
        let given = Given {
            sums: [c.approve, c.against, c.abstain, c.void],
            person: c.person.as_deref(),
            choice: c.choice,
            unit: c.unit.as_deref(),
            ballot: Slip { number: c.ballot.as_deref(), form: c.by, proxy: c.proxy.as_deref() },
            counts: c.counts.as_ref(),
        };
        let cast = self.cast(vote, &given)?;
        Ok(vec![VotesCast { vote: vote.key, meeting: meeting.key, matter: vote.matter, cast, received }.into()])
    }

    pub(super) fn correct_vote(&self, c: &CorrectVote) -> Decision {
        let vote = self.vote(&c.vote)?;
        if vote.is_open() {
            return Err(Refusal::VoteIsOpen { vote: self.register.id(vote.key) });
        }
        if let Some(meeting) = self.register.meeting(vote.meeting) {
            self.not_sealed(meeting)?;
        }
        let given = Given {
            sums: [c.approve, c.against, c.abstain, c.void],
            person: c.person.as_deref(),
            choice: c.choice,
            unit: c.unit.as_deref(),
            ballot: Slip::default(),
            counts: c.counts.as_ref(),
        };
        // What is to be corrected makes room; anything else stands in the way as it would in an open vote.
        let mut before = vote.clone();
        if let Some(person) = given.person {
            let person = self.person(person)?.key;
            before.ballots.retain(|ballot| ballot.person != person);
        } else if let (Some(unit), Some(poll)) = (given.unit, &mut before.poll) {
            let unit = self.unit(unit)?.key;
            poll.forget(unit);
        } else {
            before.totals = None;
            before.counts = None;
        }
        let cast = self.cast(&before, &given)?;
        let mut right = vote.clone();
        right.put_right(&cast);
        if (&right.totals, &right.counts) == (&vote.totals, &vote.counts)
            && cast.unit().is_none_or(|unit| said_for(&right, unit) == said_for(vote, unit))
            && right.ballots.len() == vote.ballots.len()
            && right.ballots.iter().all(|ballot| vote.ballots.contains(ballot))
        {
            return Err(Refusal::NothingChanges);
        }
        let reason = words("reason", &c.reason)?;
        let finding = right.result();
        let (meeting, matter) = (vote.meeting, vote.matter);
        Ok(vec![VoteCorrected { vote: vote.key, meeting, matter, cast, reason, finding }.into()])
    }

    /// What was given as something that fits into the vote.
    fn cast(&self, vote: &Vote, given: &Given<'_>) -> Result<Cast, Refusal> {
        let totals = given.sums.iter().any(Option::is_some);
        let who = given.person.or(given.unit);
        let cast = match (totals, who, given.counts, &vote.options) {
            (true, None, None, None) => Cast::Totals(self.totals(vote, given.sums)?),
            (false, Some(_), None, None) => match (given.person, given.unit) {
                (Some(person), None) => Cast::Ballot(self.ballot(vote, person, given.choice)?),
                (None, Some(unit)) => Cast::Unit(self.unit_ballot(vote, unit, given.choice, given.ballot)?),
                _ => return Err(Refusal::OneOf { fields: &["person", "unit"] }),
            },
            (false, None, Some(counts), Some(options)) => Cast::Counts(self.counts(vote, counts, options)?),
            (.., Some(_)) => return Err(Refusal::OneOf { fields: &["counts"] }),
            (.., None) => return Err(Refusal::OneOf { fields: &["for", "person", "unit"] }),
        };
        if given.choice.is_some() && who.is_none() {
            return Err(Refusal::Empty { field: "person" });
        }
        Ok(cast)
    }

    fn totals(&self, vote: &Vote, sums: [Option<Amount>; 4]) -> Result<Totals, Refusal> {
        let [approve, against, abstain, void] = sums;
        let needed = |amount: Option<Amount>, field| amount.ok_or(Refusal::Empty { field });
        let amounts = Sums {
            approve: needed(approve, "for")?,
            against: needed(against, "against")?,
            abstain: needed(abstain, "abstain")?,
            void: void.unwrap_or(Amount::Heads(0)),
        };
        let heads = amounts.map(|amount| match amount {
            Amount::Heads(heads) => heads,
            Amount::Both(both) => both.heads,
        });
        let with_area = amounts.parts().iter().any(|(_, amount)| matches!(amount, Amount::Both(_)));
        let area = amounts.map(|amount| match amount {
            Amount::Heads(0) => Some(Area(0)),
            Amount::Heads(_) => None,
            Amount::Both(both) => Some(both.area),
        });
        let area = match (with_area, area.all()) {
            (false, _) => None,
            (true, Some(area)) if vote.rule.is_owners() => Some(area),
            _ => return Err(Refusal::BadAmount),
        };
        let totals = Totals { heads, area };
        let already = || Refusal::AlreadyCounted { vote: self.register.id(vote.key) };
        if !vote.ballots.is_empty() {
            return Err(already());
        }
        let all = match &vote.totals {
            None if vote.poll.is_some() && totals.area.is_none() => return Err(Refusal::BadAmount),
            None => totals,
            Some(earlier) if vote.rule.is_owners() => earlier.and(&totals).ok_or(Refusal::BadAmount)?,
            Some(_) => return Err(already()),
        };
        for measure in Measure::ALL {
            if let (Some(mut parts), Some(most)) = (all.of(*measure), vote.most(*measure)) {
                with_units(vote, *measure, &mut parts);
                fits(*measure, &parts, most)?;
            }
        }
        Ok(totals)
    }

    fn ballot(&self, vote: &Vote, person: &str, choice: Option<Choice>) -> Result<Ballot, Refusal> {
        let person = self.person(person)?;
        let choice = choice.ok_or(Refusal::Empty { field: "choice" })?;
        if choice == Choice::WithMajority {
            return Err(UnitRefusal::NoFollowing.into());
        }
        let id = || self.register.id(vote.key);
        if vote.secret {
            return Err(VotingRefusal::Secret { vote: id() }.into());
        }
        if vote.totals.is_some() {
            return Err(Refusal::AlreadyCounted { vote: id() });
        }
        if let Some(earlier) = vote.ballots.iter().find(|ballot| ballot.person == person.key) {
            return Err(Refusal::AlreadyVoted { person: person.name.clone(), choice: earlier.choice });
        }
        if vote.base.iter().all(|voter| voter.person != person.key) {
            return Err(Refusal::NotInBase { person: person.name.clone(), vote: id() });
        }
        Ok(Ballot { person: person.key, choice })
    }

    fn counts(&self, vote: &Vote, counts: &BTreeMap<String, u32>, options: &Options) -> Result<Vec<u32>, Refusal> {
        if vote.counts.is_some() {
            return Err(Refusal::AlreadyCounted { vote: self.register.id(vote.key) });
        }
        let stranger = counts.keys().find(|name| !options.names.contains(name));
        if let Some(stranger) = stranger {
            return Err(Refusal::UnknownOption { given: stranger.clone(), options: options.names.clone() });
        }
        let votes: Vec<u32> = options.names.iter().map(|name| counts.get(name).copied().unwrap_or(0)).collect();
        if let Some(most) = vote.most(Measure::Heads) {
            for votes in &votes {
                fits(Measure::Heads, &[(Part::For, (*votes).into())], most)?;
            }
            let all: Vec<(Part, i64)> = votes.iter().map(|votes| (Part::For, i64::from(*votes))).collect();
            fits(Measure::Heads, &all, most.saturating_mul(options.choices.into()))?;
        }
        Ok(votes)
    }

    /// The vote that is open in a meeting.
    pub(super) fn vote_open_in(&self, meeting: &Meeting) -> Result<&Vote, Refusal> {
        let open = self.register.votes().find(|vote| vote.meeting == meeting.key && vote.is_open());
        match open {
            Some(vote) if vote.newer => Err(Refusal::NeedsNewerProgram { id: self.register.id(vote.key) }),
            Some(vote) => Ok(vote),
            None => Err(Refusal::NoVoteOpen { meeting: self.register.id(meeting.key) }),
        }
    }

    /// No vote is open in the meeting, or none on this item of it.
    pub(super) fn no_vote_open(&self, meeting: &Meeting, item: Option<u32>) -> Result<(), Refusal> {
        let mut open = self.register.votes().filter(|vote| vote.meeting == meeting.key && vote.is_open());
        match open.find(|vote| item.is_none_or(|item| vote.item == item)) {
            None => Ok(()),
            Some(vote) => Err(Refusal::VoteIsOpen { vote: self.register.id(vote.key) }),
        }
    }
}

/// What is worth saying of the ballot and of who counts it.
fn ballot_warnings(c: &OpenVote, rule: &VoteRule) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if rule.lets_silence_count() {
        warnings.push(Warning::SilenceCounts);
    }
    if !c.offers.is_empty() && !c.offers.contains(&Choice::Against) {
        warnings.push(Warning::NoAgainst);
    }
    if c.secret == Some(true) && c.teller.is_none() {
        warnings.push(Warning::TellersMissing);
    }
    warnings
}

/// What the ballot of a unit says.
fn said_for(vote: &Vote, unit: UnitRef) -> Option<Choice> {
    vote.poll.as_ref()?.ballot(unit).map(|ballot| ballot.choice)
}

/// Votes that are not more than there can be.
pub(super) fn fits(measure: Measure, parts: &[(Part, i64)], most: i64) -> Result<(), Refusal> {
    let made = parts.iter().fold(0_i64, |sum, (_, amount)| sum.saturating_add(*amount));
    if made <= most { Ok(()) } else { Err(Refusal::MoreThanAll { measure, parts: parts.to_vec(), made, most }) }
}
