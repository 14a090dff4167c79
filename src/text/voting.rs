//! The window of a vote, its tellers and its silent owners in words. Must not know where they are shown.

use super::Text;
use crate::domain::event::VoteExtended;
use crate::domain::refusal::VotingRefusal;
use crate::domain::register::Register;
use crate::domain::vote::{Silent, VoteRule};

messages! {
    label_window { zh: "投票截止"; en: "Ballots until" }
    label_tellers { zh: "计票监票"; en: "Counted by" }
    label_offers { zh: "选票选项"; en: "On the ballot" }
    label_run_off_of { zh: "再投源自"; en: "Run-off of" }
    label_secret { zh: "投票方式"; en: "Ballots" }
    vote_secret { zh: "无记名投票"; en: "secret" }
    vote_tellers(teller: &str, scrutineer: &str) {
        zh: "计票人{teller}，监票人{scrutineer}";
        en: "teller {teller}, scrutineer {scrutineer}"
    }
    vote_extended_times(until: &str, times: u32) { zh: "{until}（已延期 {times} 次）"; en: "{until} (put off {times} times)" }
    said_vote_extended(vote: &str, from: &str, until: &str, reason: &str) {
        zh: "{vote} 投票截止由 {from} 延至 {until}：{reason}";
        en: "put off the end of {vote} from {from} to {until}: {reason}"
    }
    said_closed_early(reason: &str) { zh: "；提前结束的理由：{reason}"; en: "; closed before its end because: {reason}" }
    said_vote_until(until: &str) { zh: "，投票至 {until}"; en: ", ballots until {until}" }
    silent_rests_on(title: &str, on: &str) {
        zh: "本规则按“随多数”计，依据：{title}（{on} 通过）。";
        en: "This rule counts them with the majority, by “{title}”, adopted on {on}."
    }
    silent_consents(title: &str, on: &str) {
        zh: "不投票视为没有异议，依据：{title}（{on} 通过）。";
        en: "Silence consents, by “{title}”, adopted on {on}."
    }
    silent_consents_unnamed {
        zh: "不投票视为没有异议；须有业主大会通过的规定作依据，并写明名称和日期。";
        en: "Silence consents; that takes a rule that the owners' assembly adopted, with its name and date."
    }
    refused_vote_ended(vote: &str, until: &str) {
        zh: "{vote} 的投票已于 {until} 截止，之后交的票不能计入；截止前交的票请写明收到的时间再录。";
        en: "Ballots of {vote} were taken until {until}; what came later does not count. For a ballot handed in before that, please say when."
    }
    refused_before_end(vote: &str, until: &str) {
        zh: "{vote} 通知业主可以投到 {until}，还有人没有投票，现在结束可能被撤销。请等到截止；确要提前结束，请写明理由。";
        en: "Owners were told that they can vote in {vote} until {until}, and not all have; closing now may be struck down. Please wait, or give the reason."
    }
    refused_end_not_ahead { zh: "投票截止时间已经过去，请改为以后的时间。"; en: "That end has passed already; please give one that lies ahead." }
    refused_end_not_later(vote: &str, until: &str) {
        zh: "{vote} 现在的截止时间是 {until}，只能再往后延。";
        en: "{vote} takes ballots until {until}; its end can only be put off."
    }
    refused_no_window(vote: &str) {
        zh: "{vote} 没有规定截止时间，宣布结束前都可以投票，不用延期。";
        en: "{vote} has no end to put off: ballots are taken until it is closed."
    }
    refused_extended_enough(vote: &str, most: u32) {
        zh: "{vote} 已经延期 {most} 次，规则不许再延。";
        en: "The end of {vote} was put off as often as the rule allows: {most}."
    }
    refused_not_in_window(vote: &str, opened: &str) {
        zh: "收到选票的时间不对：{vote} 于 {opened} 开始，收票时间不能早于它，也不能晚于现在。";
        en: "A ballot of {vote} cannot have come in then: it opened on {opened}, and what is still to come is not in."
    }
    refused_bad_teller(person: &str) {
        zh: "{person}不能担任：计票人和监票人须是两个人，都不能是候选人。";
        en: "{person} cannot: the teller and the scrutineer are two people, and neither is a candidate."
    }
    refused_vote_secret(vote: &str) {
        zh: "{vote} 是无记名投票，只录各项票数，不录谁投了什么。";
        en: "{vote} is secret: please enter how many ballots say what, not who cast them."
    }
    refused_rule_not_adopted(rule: &str) {
        zh: "规则“{rule}”把不投票也算数，须有业主大会通过的规定作依据。请在社区的议事规则中写一条，注明文件名称和通过日期后再用。";
        en: "Under “{rule}” silence counts, which takes a rule that the owners' assembly adopted. Please put one of your own into the rule set, with the name of what was adopted and the date."
    }
    wrong_rule_not_adopted { zh: "把不投票也算数，却没有写明依据的文件和通过日期"; en: "lets silence count and names nothing that the owners adopted" }
}

impl Text {
    pub(super) fn voting_refusal(self, refusal: &VotingRefusal) -> String {
        use VotingRefusal as R;
        match refusal {
            R::Ended { vote, until } => self.refused_vote_ended(vote, &self.plain_due(*until)),
            R::BeforeEnd { vote, until } => self.refused_before_end(vote, &self.plain_due(*until)),
            R::EndNotAhead => self.refused_end_not_ahead().to_owned(),
            R::EndNotLater { vote, until } => self.refused_end_not_later(vote, &self.plain_due(*until)),
            R::NoWindow { vote } => self.refused_no_window(vote),
            R::ExtendedEnough { vote, most } => self.refused_extended_enough(vote, *most),
            R::NotInWindow { vote, opened } => self.refused_not_in_window(vote, &self.plain_moment(*opened)),
            R::BadTeller { person } => self.refused_bad_teller(person),
            R::Secret { vote } => self.refused_vote_secret(vote),
            R::NotAdopted { rule } => self.refused_rule_not_adopted(rule),
        }
    }

    pub(super) fn vote_extended(self, register: &Register, e: &VoteExtended) -> String {
        let (from, until) = (self.plain_due(e.from), self.plain_due(e.until));
        self.said_vote_extended(&register.id(e.vote), &from, &until, &e.reason)
    }

    /// What the rule of a vote makes of silence, where it makes something of it.
    #[must_use]
    pub fn silence_rests_on(self, rule: &VoteRule) -> Option<String> {
        let adopted = rule.adopted.as_ref().map(|adopted| (self.own(&adopted.title), adopted.on.to_string()));
        match (rule.is_consent(), rule.silent, adopted) {
            (true, _, Some((title, on))) => Some(self.silent_consents(title, &on)),
            (true, _, None) => Some(self.silent_consents_unnamed().to_owned()),
            (false, Silent::WithMajority, Some((title, on))) => Some(self.silent_rests_on(title, &on)),
            (false, ..) => None,
        }
    }
}
