//! A vote as arithmetic: each test is a sentence that anybody can follow with pencil and paper. Must not know where it is
//! shown.

use super::{Lang, Text};
use crate::domain::ballot::{Cast, Finding, Vote};
use crate::domain::code::DecisionKind;
use crate::domain::event::{VoteCorrected, VoteOpened};
use crate::domain::id::VoteRef;
use crate::domain::register::Register;
use crate::domain::rule_set::Words;
use crate::domain::vote::{
    Contradiction, Figure, Measure, Missing, Part, SilentBothWays, Tally, Test, TestName, Verdict, VoteRule,
};

messages! {
    vote_test_line(name: &str, part: &str, whole: &str, of: &str, share: &str, result: &str) {
        zh: "{name}：{part} / {whole}（{of}）{share}，{result}";
        en: "{name}: {part} / {whole} ({of}) {share}, {result}"
    }
    vote_met(needs: &str) { zh: "须 {needs}，达到"; en: "needs {needs}: met" }
    vote_met_whatever { zh: "不论缺的数字是多少，都达到"; en: "met, whatever the missing figures are" }
    vote_short(needs: &str, short: &str) { zh: "须 {needs}，还差 {short}，未达到"; en: "needs {needs}, {short} short: not met" }
    vote_unmet_whatever { zh: "不论缺的数字是多少，都达不到"; en: "not met, whatever the missing figures are" }
    vote_of_nobody { zh: "没有可计的人，未达到"; en: "there is nobody to count: not met" }
    vote_so_far(needs: &str, short: &str) { zh: "须 {needs}，目前还差 {short}"; en: "needs {needs}, {short} short so far" }
    vote_open(needs: &str) { zh: "须 {needs}，还不能确定"; en: "needs {needs}: open" }
    vote_open_whole { zh: "还不能确定"; en: "open" }
    vote_unknown_figure { zh: "？"; en: "?" }
    vote_verdict_line(verdict: &str) { zh: "结论：{verdict}"; en: "Verdict: {verdict}" }
    vote_missing_line(missing: &str) { zh: "还缺：{missing}"; en: "Still missing: {missing}" }
    vote_missing_figure(base: &str, measure: &str) { zh: "{base}的{measure}"; en: "{measure} of “{base}”" }
    vote_contradiction(measure: &str, parts: &str, made: &str, sum: &str, stated: &str) {
        zh: "{measure}对不上：{parts} = {made}，而{sum}是 {stated}";
        en: "the {measure} cannot be right: {parts} = {made}, but {sum} is {stated}"
    }
    vote_heads { zh: "人数"; en: "number of heads" }
    vote_area { zh: "面积"; en: "area" }
    vote_rule_line(title: &str, name: &str, source: &str) { zh: "{title}（{name}）：{source}"; en: "{title} ({name}): {source}" }
    vote_rule_since(day: &str) { zh: "{day} 起"; en: "since {day}" }
    vote_rule_superseded(day: &str) { zh: "已于 {day} 被取代"; en: "superseded on {day}" }
    vote_rule_undated { zh: "施行日期待核"; en: "date to be checked" }
    vote_silent_line(not_counted: &str, with_majority: &str) {
        zh: "未投票的业主：不计入则{not_counted}，随多数则{with_majority}";
        en: "Silent owners: {not_counted} if they count for nothing, {with_majority} if they go with the majority"
    }
    vote_silent_hangs {
        zh: "结果取决于未投票业主怎么算：随多数须有业主大会通过的规则作依据，并写明名称和日期。";
        en: "The outcome hangs on the silent owners: counting them with the majority takes a rule that the owners' assembly adopted, with its name and date."
    }
    vote_silent_same { zh: "怎么算结果都一样。"; en: "The outcome is the same either way." }
    vote_asked(vote: &str, question: &str, rule: &str, base: &str) {
        zh: "开始表决 {vote}：{question}（按{rule}，{base}）";
        en: "opened {vote}: {question} (by the rule {rule}; {base})"
    }
    vote_base_heads(n: usize) { zh: "可投票 {n} 人"; en: "{n} may vote" }
    vote_base_owners(heads: u32, area: &str) { zh: "全体业主 {heads} 户、{area}"; en: "all owners are {heads}, with {area}" }
    vote_base_unknown { zh: "可投票人数未定"; en: "who may vote is not known" }
    vote_options(names: &str) { zh: "；候选：{names}"; en: "; options: {names}" }
    vote_ballot(person: &str, choice: &str) { zh: "{person}投票：{choice}"; en: "{person} voted: {choice}" }
    vote_counted(sum: &str) { zh: "计票：{sum}"; en: "counted: {sum}" }
    vote_ended_line(vote: &str, verdict: &str, arithmetic: &str) {
        zh: "{vote} 表决结束：{verdict}。{arithmetic}";
        en: "{vote} closed: {verdict}. {arithmetic}"
    }
    vote_chosen(names: &str) { zh: "选出：{names}"; en: "chosen: {names}" }
    vote_tied(names: &str) { zh: "平票，须再投：{names}"; en: "tied, a run-off decides: {names}" }
    vote_corrected_line(vote: &str, counted: &str, reason: &str, ended: &str) {
        zh: "更正 {vote}：{counted}，理由：{reason}；{ended}";
        en: "corrected {vote}: {counted}, because: {reason}; {ended}"
    }
    label_meeting { zh: "会议"; en: "Meeting" }
    label_votes { zh: "表决"; en: "Votes" }
    label_question { zh: "表决内容"; en: "Question" }
    label_rule { zh: "计票规则"; en: "Rule" }
    label_counted { zh: "计票"; en: "Counted" }
    label_verdict { zh: "结论"; en: "Verdict" }
    label_arithmetic { zh: "算式"; en: "Arithmetic" }
    label_not_voted { zh: "尚未投票"; en: "Not voted yet" }
    label_if_rest_abstain { zh: "余下都弃权"; en: "If the rest abstain" }
    vote_is_open { zh: "正在表决"; en: "Voting is open" }
    vote_certain(verdict: &str) { zh: "正在表决，不论余下怎么投，结果已定：{verdict}"; en: "Voting is open, and certain whatever is still to come: {verdict}" }
    vote_was_corrected(verdict: &str) { zh: "{verdict}（结束后更正过）"; en: "{verdict} (corrected after it had closed)" }
    tally_not_json(line: usize, column: usize) {
        zh: "数据不是 JSON 对象，读到第 {line} 行第 {column} 个字节就读不懂了";
        en: "the figures are no JSON object; they stop making sense at line {line}, byte {column}"
    }
}

impl Text {
    /// The words in the language spoken.
    #[must_use]
    pub fn own(self, words: &Words) -> &str {
        self.in_language(&words.zh, &words.en)
    }

    /// What a measure is called.
    #[must_use]
    pub fn measure(self, measure: Measure) -> &'static str {
        match measure {
            Measure::Heads => self.vote_heads(),
            Measure::Area => self.vote_area(),
        }
    }

    /// An amount with its unit: `40`, `3271.90 m²`.
    #[must_use]
    pub fn amount(self, measure: Measure, amount: i64) -> String {
        match measure {
            Measure::Heads => amount.to_string(),
            Measure::Area => format!("{} m²", measure.written(amount)),
        }
    }

    /// A test as a sentence of arithmetic.
    #[must_use]
    pub fn vote_test(self, test: &Test) -> String {
        let measure = test.name.measure();
        let amount = |amount: Option<i64>| match amount {
            Some(amount) => self.amount(measure, amount),
            None => self.vote_unknown_figure().to_owned(),
        };
        let result = match (test.met, test.needs, test.short) {
            (Some(true), Some(needs), Some(_)) => self.vote_met(&self.amount(measure, needs)),
            (Some(true), ..) => self.vote_met_whatever().to_owned(),
            (Some(false), Some(needs), Some(short)) => {
                self.vote_short(&self.amount(measure, needs), &self.amount(measure, short))
            }
            (Some(false), ..) if test.denominator == Some(0) => self.vote_of_nobody().to_owned(),
            (Some(false), ..) => self.vote_unmet_whatever().to_owned(),
            (None, Some(needs), Some(short)) => {
                self.vote_so_far(&self.amount(measure, needs), &self.amount(measure, short))
            }
            (None, Some(needs), None) => self.vote_open(&self.amount(measure, needs)),
            (None, ..) => self.vote_open_whole().to_owned(),
        };
        self.vote_test_line(
            self.vote_test_name(test.name),
            &amount(test.numerator),
            &amount(test.denominator),
            self.vote_base(test.of),
            &format!("{} {}", self.vote_comparison(test.comparison), test.threshold),
            &result,
        )
    }

    /// A whole tally: each test, the verdict, and what it hangs on. One line each.
    #[must_use]
    pub fn vote_tally(self, tally: &Tally) -> Vec<String> {
        let mut lines: Vec<String> = tally.tests.iter().map(|test| self.vote_test(test)).collect();
        lines.extend(tally.contradiction.iter().map(|(measure, sum)| self.contradiction(*measure, sum)));
        if !tally.missing.is_empty() {
            lines.push(self.vote_missing_line(&self.vote_missing(&tally.missing)));
        }
        lines.push(self.vote_verdict_line(self.vote_verdict(tally.verdict)));
        lines
    }

    /// What is missing, listed.
    #[must_use]
    pub fn vote_missing(self, missing: &[Missing]) -> String {
        let figure =
            |missing: &Missing| self.vote_missing_figure(self.figure(missing.figure), self.measure(missing.measure));
        self.listed(&missing.iter().map(figure).collect::<Vec<_>>())
    }

    fn figure(self, figure: Figure) -> &'static str {
        match figure {
            Figure::Part(part) => self.vote_part(part),
            Figure::Sum(base) => self.vote_base(base),
        }
    }

    /// The sum that cannot be right.
    #[must_use]
    pub fn contradiction(self, measure: Measure, sum: &Contradiction) -> String {
        let amount =
            |amount: i128| i64::try_from(amount).map_or_else(|_| amount.to_string(), |a| self.amount(measure, a));
        let parts: Vec<String> =
            sum.parts.iter().map(|(figure, of)| format!("{} {}", self.figure(*figure), amount(*of))).collect();
        let (made, stated) = (amount(sum.made), amount(sum.stated));
        self.vote_contradiction(self.measure(measure), &parts.join(" + "), &made, self.vote_base(sum.sum), &stated)
    }

    /// Both readings of silence, and whether the outcome hangs on it.
    #[must_use]
    pub fn vote_silent(self, both: SilentBothWays) -> String {
        let word = |verdict: Verdict| self.vote_verdict(verdict);
        let line = self.vote_silent_line(word(both.not_counted), word(both.with_majority));
        let rest = if both.hangs_on_it() { self.vote_silent_hangs() } else { self.vote_silent_same() };
        match self.lang {
            Lang::Zh => format!("{line}。{rest}"),
            Lang::En => format!("{line}. {rest}"),
        }
    }

    /// A rule with where it comes from, and its date.
    #[must_use]
    pub fn vote_rule(self, rule: &VoteRule) -> String {
        self.vote_rule_line(self.own(&rule.title), &rule.name, &self.vote_rule_source(rule))
    }

    /// Where a rule comes from, where it holds, and since or until when.
    #[must_use]
    pub fn vote_rule_source(self, rule: &VoteRule) -> String {
        let dates = match (rule.since, rule.superseded) {
            (_, Some(day)) => self.vote_rule_superseded(&day.to_string()),
            (Some(day), None) => self.vote_rule_since(&day.to_string()),
            // The program's own practice has no date to look up.
            (None, None) if rule.kind == DecisionKind::Consultation => String::new(),
            (None, None) => self.vote_rule_undated().to_owned(),
        };
        let facts = [self.own(&rule.source), self.own(&rule.place), &dates].map(str::to_owned);
        self.clauses(&facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>())
    }

    /// Votes part by part: `同意 8 + 反对 3`; parts that nobody chose are left out.
    #[must_use]
    pub fn vote_sum(self, measure: Measure, parts: &[(Part, i64)]) -> String {
        let some = parts.iter().filter(|(_, amount)| *amount > 0);
        let parts: Vec<String> =
            some.map(|(part, amount)| format!("{} {}", self.vote_part(*part), self.amount(measure, *amount))).collect();
        if parts.is_empty() { "0".to_owned() } else { parts.join(" + ") }
    }

    /// What a vote asks, by which rule, and of whom.
    pub(super) fn vote_opened(self, register: &Register, e: &VoteOpened) -> String {
        let base = match e.owners {
            Some(owners) => self.vote_base_owners(owners.heads, &self.amount(Measure::Area, owners.area.0)),
            None if e.base.is_empty() => self.vote_base_unknown().to_owned(),
            None => self.vote_base_heads(e.base.len()),
        };
        let options = e.options.as_ref().map(|options| self.vote_options(&self.listed(&options.names)));
        let asked = self.vote_asked(&register.id(e.vote), &e.question, self.own(&e.rule.title), &base);
        let until = e.until.map(|until| self.said_vote_until(&self.plain_due(until)));
        asked + &options.unwrap_or_default() + &until.unwrap_or_default()
    }

    /// What was put into a vote.
    pub(super) fn votes_cast(self, register: &Register, vote: VoteRef, cast: &Cast) -> String {
        match cast {
            Cast::Ballot(ballot) => {
                self.vote_ballot(self.person_named(register, ballot.person), self.choice(ballot.choice))
            }
            Cast::Unit(ballot) => self.unit_ballot(register, ballot),
            Cast::Totals(totals) => {
                let of = |measure| Some(self.vote_sum(measure, &totals.of(measure)?));
                self.vote_counted(&self.clauses(&Measure::ALL.iter().filter_map(|m| of(*m)).collect::<Vec<_>>()))
            }
            Cast::Counts(counts) => {
                let names = register.vote(vote).map(|vote| vote.named(&(0..counts.len()).collect::<Vec<_>>()));
                let counts = names.iter().flatten().zip(counts).map(|(name, votes)| format!("{name} {votes}"));
                self.vote_counted(&self.listed(&counts.collect::<Vec<_>>()))
            }
        }
    }

    /// How a vote ended, with the arithmetic as it stands.
    pub(super) fn vote_ended(self, register: &Register, vote: VoteRef, finding: &Finding) -> String {
        let Some(found) = register.vote(vote) else { return self.vote_verdict(finding.verdict).to_owned() };
        let arithmetic = self.vote_arithmetic(found, finding);
        self.vote_ended_line(&register.id(vote), self.vote_verdict(finding.verdict), &self.clauses(&arithmetic))
    }

    pub(super) fn vote_corrected(self, register: &Register, e: &VoteCorrected) -> String {
        let counted = self.votes_cast(register, e.vote, &e.cast);
        let ended = self.vote_ended(register, e.vote, &e.finding);
        self.vote_corrected_line(&register.id(e.vote), &counted, &e.reason, &ended)
    }

    /// What a vote's verdict rests on, a sentence each: its tests, or what was chosen.
    #[must_use]
    pub fn vote_arithmetic(self, vote: &Vote, finding: &Finding) -> Vec<String> {
        if vote.options.is_none() {
            let tally = vote.tally();
            let tests = tally.tests.iter().map(|test| self.vote_test(&so_far(vote, test)));
            // While ballots come in it is plain what is missing: the rest of them.
            let lacks = !vote.is_open() && !tally.missing.is_empty();
            let missing = lacks.then(|| self.vote_missing_line(&self.vote_missing(&tally.missing)));
            return tests.chain(missing).collect();
        }
        let votes = |option: &usize| {
            let name = vote.named(&[*option]).concat();
            format!("{name} {}", vote.votes_for(*option))
        };
        let listed = |options: &[usize]| self.listed(&options.iter().map(votes).collect::<Vec<_>>());
        let chosen = (!finding.chosen.is_empty()).then(|| self.vote_chosen(&listed(&finding.chosen)));
        let tied = (!finding.tied.is_empty()).then(|| self.vote_tied(&listed(&finding.tied)));
        chosen.into_iter().chain(tied).collect()
    }

    /// Where a vote stands: open, open and certain, or its verdict.
    #[must_use]
    pub fn vote_standing(self, vote: &Vote) -> String {
        match &vote.closed {
            Some((_, finding)) if vote.corrected => self.vote_was_corrected(self.vote_verdict(finding.verdict)),
            Some((_, finding)) => self.vote_verdict(finding.verdict).to_owned(),
            None => match vote.outlook() {
                Some(verdict) => self.vote_certain(self.vote_verdict(verdict)),
                None => self.vote_is_open().to_owned(),
            },
        }
    }

    pub(super) fn clauses(self, facts: &[String]) -> String {
        facts.join(match self.lang {
            Lang::Zh => "，",
            Lang::En => ", ",
        })
    }
}

/// A test of an open vote with the votes for it that are in by now; every other test as it is.
fn so_far(vote: &Vote, test: &Test) -> Test {
    let counts_those_for = matches!(test.name, TestName::Approval | TestName::ApprovalHeads | TestName::ApprovalArea);
    if !vote.is_open() || test.met.is_some() || test.numerator.is_some() || !counts_those_for {
        return test.clone();
    }
    let counted = vote.counted(test.name.measure());
    let votes_for = counted.iter().flatten().find(|(part, _)| *part == Part::For).map(|(_, amount)| *amount);
    let short = test.needs.zip(votes_for).map(|(needs, votes_for)| (needs - votes_for).max(0));
    Test { numerator: votes_for, short, ..test.clone() }
}
