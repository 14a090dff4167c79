//! Rules of a vote's window: until when ballots are taken, putting that off, closing, and who counts what is secret.

use super::Decision;
use super::desk::{Desk, words, words_if};
use crate::domain::ballot::{Options, Tellers, Vote};
use crate::domain::calendar::DayUnit;
use crate::domain::code::{MeetingKind, Warning};
use crate::domain::command::{CloseVote, ExtendVote, OpenVote};
use crate::domain::entry::Instant;
use crate::domain::event::{VoteClosed, VoteExtended};
use crate::domain::meeting::Meeting;
use crate::domain::refusal::{Refusal, VotingRefusal};
use crate::domain::time::{Due, day_of};

/// Years within which an owner can ask a court to strike down a decision of the owners' assembly or committee (Civil Code
/// art. 280; Supreme People's Court, interpretation on building ownership, art. 12).
pub(super) const CHALLENGE: u32 = 1;

impl Desk<'_> {
    /// The end that a vote opens with, which lies ahead.
    pub(super) fn end_ahead(&self, until: Option<Due>) -> Result<Option<Due>, Refusal> {
        match until {
            Some(until) if until.is_past(self.context.now) => Err(VotingRefusal::EndNotAhead.into()),
            until => Ok(until),
        }
    }

    /// Who counts: two people, neither of them a candidate.
    pub(super) fn tellers(&self, c: &OpenVote, options: Option<&Options>) -> Result<Option<Tellers>, Refusal> {
        let teller = self.person_if(c.teller.as_deref())?;
        let scrutineer = self.person_if(c.scrutineer.as_deref())?;
        let (teller, scrutineer) = match (teller, scrutineer) {
            (Some(teller), Some(scrutineer)) => (teller, scrutineer),
            (None, None) => return Ok(None),
            (Some(_), None) => return Err(Refusal::Empty { field: "scrutineer" }),
            (None, Some(_)) => return Err(Refusal::Empty { field: "teller" }),
        };
        let named = |person| self.register.person(person).map_or("", |person| person.name.as_str());
        let stands = |name: &str| options.is_some_and(|options| options.names.iter().any(|option| option == name));
        for person in [teller, scrutineer] {
            if teller == scrutineer || stands(named(person)) {
                return Err(VotingRefusal::BadTeller { person: named(person).to_owned() }.into());
            }
        }
        Ok(Some(Tellers { teller, scrutineer }))
    }

    /// A vote with a window takes ballots while its meeting is interrupted, too: an assembly in writing lasts for days.
    pub(super) fn takes_ballots(&self, meeting: &Meeting, vote: &Vote) -> Result<(), Refusal> {
        match meeting.paused {
            Some(_) if vote.window.is_none() => Err(Refusal::MeetingPaused { meeting: self.register.id(meeting.key) }),
            _ => Ok(()),
        }
    }

    /// When a ballot was handed in, if not now. It counts if that was while the vote took ballots.
    pub(super) fn handed_in(&self, vote: &Vote, received: Option<Instant>) -> Result<Option<Instant>, Refusal> {
        let id = || self.register.id(vote.key);
        let at = received.unwrap_or(self.context.now);
        if at < vote.opened_at || at > self.context.now {
            return Err(VotingRefusal::NotInWindow { vote: id(), opened: vote.opened_at }.into());
        }
        match vote.ended(at) {
            Some(until) => Err(VotingRefusal::Ended { vote: id(), until }.into()),
            None => Ok(received),
        }
    }

    pub(super) fn extend_vote(&self, c: &ExtendVote) -> Decision {
        let meeting = self.in_session(&c.meeting)?;
        let vote = self.vote_open_in(meeting)?;
        let id = || self.register.id(vote.key);
        let window = vote.window.ok_or_else(|| VotingRefusal::NoWindow { vote: id() })?;
        if let Some(until) = vote.ended(self.context.now) {
            return Err(VotingRefusal::Ended { vote: id(), until }.into());
        }
        if let Some(most) = vote.rule.extensions.filter(|most| window.extended >= *most) {
            return Err(VotingRefusal::ExtendedEnough { vote: id(), most }.into());
        }
        if c.until.runs_out() <= window.until.runs_out() {
            return Err(VotingRefusal::EndNotLater { vote: id(), until: window.until }.into());
        }
        let reason = words("reason", &c.reason)?;
        let (vote, matter) = (vote.key, vote.matter);
        Ok(vec![VoteExtended { vote, meeting: meeting.key, matter, from: window.until, until: c.until, reason }.into()])
    }

    /// Whether an owner can ask a court to strike down what was decided: the assembly's decisions and the committee's.
    pub(super) fn can_be_challenged(&self, vote: &Vote) -> bool {
        let kind = self.register.meeting(vote.meeting).map(|meeting| meeting.kind);
        vote.rule.is_owners() || matches!(kind, Some(MeetingKind::OwnersAssembly | MeetingKind::OwnersCommitteeMeeting))
    }

    /// Owners were told until when they could vote: before that their vote is closed for a reason only. Any other vote that
    /// is closed early is remarked on.
    pub(super) fn close_vote(&self, c: &CloseVote) -> Decision {
        let meeting = self.in_session(&c.meeting)?;
        let vote = self.vote_open_in(meeting)?;
        if !vote.has_votes() {
            return Err(Refusal::NothingCast { vote: self.register.id(vote.key) });
        }
        let reason = words_if("reason", c.reason.as_deref())?;
        let early = vote.runs_until(self.context.now);
        if let Some(until) = early.filter(|_| vote.rule.is_owners() && reason.is_none()) {
            return Err(VotingRefusal::BeforeEnd { vote: self.register.id(vote.key), until }.into());
        }
        let today = day_of(self.context.now);
        let within = self.rules().meeting(meeting.kind).post_within_days;
        Ok(vec![
            VoteClosed {
                vote: vote.key,
                meeting: meeting.key,
                matter: vote.matter,
                finding: vote.result(),
                post_by: within.map(|days| self.context.calendar.posting_end(today, days, DayUnit::Calendar)),
                challenge_until: self
                    .can_be_challenged(vote)
                    .then(|| self.context.calendar.years_end(today, CHALLENGE)),
                reason,
                warnings: early.map(|_| Warning::ClosedEarly).into_iter().collect(),
            }
            .into(),
        ])
    }
}
