//! The fold of facts about votes. A vote that has closed takes no more ballots, wherever they were written.

use super::Register;
use super::fold::Act;
use crate::domain::ballot::{Cast, Vote, Window};
use crate::domain::event::{VoteClosed, VoteCorrected, VoteExtended, VoteOpened, VotesCast};
use crate::domain::poll::Poll;

impl Register {
    pub(super) fn vote_opened(&mut self, e: &VoteOpened, act: Act<'_>) -> Option<()> {
        let vote = Vote {
            key: e.vote,
            id: e.id.clone(),
            meeting: e.meeting,
            item: e.item,
            matter: e.matter,
            rule: e.rule.clone(),
            question: e.question.clone(),
            options: e.options.clone(),
            base: e.base.clone(),
            members: e.members,
            owners: e.owners,
            poll: Poll::of(&e.units),
            run_off_of: e.run_off_of,
            opened_at: act.at,
            window: e.until.map(|until| Window { until, extended: 0 }),
            secret: e.secret,
            tellers: e.tellers,
            offers: e.offers.clone(),
            post_by: None,
            challenge_until: None,
            ballots: Vec::new(),
            totals: None,
            counts: None,
            closed: None,
            corrected: false,
            newer: false,
        };
        self.votes.insert(e.vote, vote);
        self.meetings.contains_key(&e.meeting).then_some(())
    }

    pub(super) fn votes_cast(&mut self, e: &VotesCast) -> Option<()> {
        let vote = self.votes.get_mut(&e.vote).filter(|vote| vote.is_open())?;
        match &e.cast {
            Cast::Ballot(ballot) => {
                let first = vote.ballots.iter().all(|earlier| earlier.person != ballot.person);
                (first && vote.totals.is_none()).then(|| vote.ballots.push(*ballot))
            }
            Cast::Unit(ballot) => vote.poll.as_mut().and_then(|poll| poll.count(ballot)),
            Cast::Totals(totals) => {
                let added = match vote.totals {
                    None => Some(*totals),
                    // Paper and electronic ballots of owners come in one after the other.
                    Some(earlier) if vote.rule.is_owners() => earlier.and(totals),
                    Some(_) => None,
                };
                added.filter(|_| vote.ballots.is_empty()).map(|totals| vote.totals = Some(totals))
            }
            Cast::Counts(counts) => vote.counts.is_none().then(|| vote.counts = Some(counts.clone())),
        }
    }

    pub(super) fn vote_extended(&mut self, e: &VoteExtended) -> Option<()> {
        let vote = self.votes.get_mut(&e.vote).filter(|vote| vote.is_open())?;
        let window = vote.window.as_mut()?;
        *window = Window { until: e.until, extended: window.extended.saturating_add(1) };
        Some(())
    }

    pub(super) fn vote_closed(&mut self, e: &VoteClosed, act: Act<'_>) -> Option<()> {
        let vote = self.votes.get_mut(&e.vote).filter(|vote| vote.is_open())?;
        vote.closed = Some((act.at, e.finding.clone()));
        vote.post_by.clone_from(&e.post_by);
        vote.challenge_until.clone_from(&e.challenge_until);
        Some(())
    }

    pub(super) fn vote_corrected(&mut self, e: &VoteCorrected) -> Option<()> {
        let vote = self.votes.get_mut(&e.vote)?;
        let (_, finding) = vote.closed.as_mut()?;
        *finding = e.finding.clone();
        vote.put_right(&e.cast);
        vote.corrected = true;
        Some(())
    }
}
