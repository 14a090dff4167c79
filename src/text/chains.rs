//! Step chains and the clocks that run, in words. Must not know where they are shown.

use chrono::NaiveDate;

use super::{Lang, Text, plural};
use crate::domain::chain::{Progress, StepKind, StepState};
use crate::domain::entry::Instant;
use crate::domain::event::{ChainStarted, StepTaken};
use crate::domain::matter::Matter;
use crate::domain::period::{Period, PeriodKind};
use crate::domain::refusal::ChainRefusal;
use crate::domain::register::Register;
use crate::domain::time::{Due, day_of};
use crate::domain::vote::Verdict;

words! {
    /// How far a step of a chain is.
    step_state(StepState) {
        Taken: "已完成", "done";
        Running: "公示中", "being published";
        Next: "下一步", "next";
        Waiting: "未到", "not yet";
    }
}

messages! {
    label_chain { zh: "议事链"; en: "Chain" }
    label_periods { zh: "时间要求"; en: "Clocks" }
    label_ballots_ending { zh: "投票将截止"; en: "Ballots ending" }
    label_to_post { zh: "待公示"; en: "Results to post" }
    part_chain { zh: "议事链"; en: "chain" }
    part_step { zh: "步骤"; en: "step" }
    part_reference { zh: "备案编号"; en: "number it was filed under" }
    part_present { zh: "到会人数"; en: "number present" }
    part_vote { zh: "表决"; en: "vote" }
    act_start_chain { zh: "采用议事链"; en: "began a chain" }
    act_take_step { zh: "完成一步"; en: "took a step" }
    chain_head(title: &str, done: usize, all: usize) { zh: "{title}，已完成 {done}/{all} 步"; en: "{title}, {done} of {all} steps done" }
    chain_step(number: usize, title: &str, state: &str) { zh: "{number}. {title}：{state}"; en: "{number}. {title}: {state}" }
    step_failed(verdict: &str) { zh: "上次{verdict}"; en: "last time {verdict}" }
    step_hangs(until: &str) { zh: "公示至 {until}"; en: "posted until {until}" }
    step_unanswered(n: usize) { zh: "{n} 条异议待答复"; en: "{n} {objections} to answer", objections = plural(n, "objection", "objections") }
    step_days(days: u32) { zh: "须公示 {days} 天"; en: "to be posted for {days} days" }
    step_reference(number: &str) { zh: "编号 {number}"; en: "number {number}" }
    said_chain(title: &str) { zh: "按{title}办理"; en: "follows “{title}”" }
    said_step(title: &str) { zh: "完成“{title}”"; en: "took the step “{title}”" }
    said_step_failed(title: &str, verdict: &str) { zh: "“{title}”{verdict}"; en: "the step “{title}”: {verdict}" }
    said_step_passed(verdict: &str) { zh: "，{verdict}"; en: ", {verdict}" }
    said_step_text(text: &str) { zh: "：{text}"; en: ": {text}" }
    refused_unknown_chain(given: &str, chains: &str) {
        zh: "没有议事链“{given}”；有：{chains}。";
        en: "There is no chain “{given}”; there are: {chains}."
    }
    refused_no_chain(matter: &str) {
        zh: "{matter} 没有采用议事链，请先用 start_chain 选一条。";
        en: "{matter} follows no chain; let it follow one first, by start_chain."
    }
    refused_chain_begun(matter: &str) {
        zh: "{matter} 的议事链已经走了几步，不能换成别的；刚做的一步可以撤销。";
        en: "Steps of the chain of {matter} have been taken, so it cannot follow another; the latest step can be taken back."
    }
    refused_chain_done(matter: &str) { zh: "{matter} 的议事链已经走完。"; en: "Every step of the chain of {matter} has been taken." }
    refused_unknown_step(given: &str, steps: &str) {
        zh: "议事链里没有步骤“{given}”；有：{steps}。";
        en: "The chain has no step “{given}”; it has: {steps}."
    }
    refused_step_taken(step: &str) { zh: "“{step}”已经完成。"; en: "The step “{step}” has been taken." }
    refused_step_missing(step: &str, missing: &str) {
        zh: "“{step}”之前还缺一步：{missing}。请先完成它。";
        en: "Before “{step}” a step is missing: {missing}. Please take that first."
    }
    refused_step_hangs(step: &str, missing: &str, until: &str) {
        zh: "“{step}”要等“{missing}”满期：公示至 {until}。";
        en: "“{step}” waits for “{missing}”, which is posted until {until}."
    }
    refused_step_unanswered(step: &str, missing: &str, n: usize) {
        zh: "“{step}”要等“{missing}”的异议答复完：还有 {n} 条。";
        en: "“{step}” waits for answers to objections to “{missing}”: {n} left."
    }
    refused_chain_not_through(matter: &str, missing: &str) {
        zh: "{matter} 的议事链还缺“{missing}”，会上还不能通过；可以缓议。";
        en: "{matter} cannot be adopted yet: its chain lacks “{missing}”. It can be deferred."
    }
    refused_step_is_published(step: &str, days: u32) {
        zh: "“{step}”用张贴公示来完成（post_notice），至少公示 {days} 天。";
        en: "“{step}” is taken by posting its notice (post_notice), for {days} days at least."
    }
    refused_step_not_counted(step: &str) { zh: "“{step}”不计票，只记意见。"; en: "Nothing is counted in “{step}”; please say in words what was said." }
    refused_other_vote(vote: &str, rule: &str) {
        zh: "{vote} 不是对本事项的表决，或不是按规则“{rule}”计的票。";
        en: "{vote} is not on this matter, or was not counted by the rule “{rule}”."
    }
    refused_sums_contradict(sum: &str) { zh: "{sum}。请核对后再录。"; en: "Please check: {sum}." }
    period_vote_from(day: &str) { zh: "{day} 起可以表决"; en: "can be voted from {day}" }
    period_locked(day: &str) { zh: "议程自 {day} 起不再增加议题"; en: "the agenda is locked since {day}" }
    period_ballots(vote: &str, day: &str) { zh: "{vote} 投票至 {day}"; en: "ballots of {vote} until {day}" }
    period_post_by(vote: &str, day: &str) { zh: "{vote} 的结果须在 {day} 前公示"; en: "post the result of {vote} by {day}" }
    period_posted(notice: &str, day: &str) { zh: "{notice} 公示至 {day}"; en: "{notice} posted until {day}" }
    period_answer_by(objection: &str, day: &str) { zh: "{objection} 须在 {day} 前答复"; en: "answer {objection} by {day}" }
    period_challenge(vote: &str, day: &str) {
        zh: "业主可以在 {day} 前请求法院撤销 {vote} 的决定（民法典第280条）";
        en: "owners can ask a court to strike down what {vote} decided until {day} (Civil Code art. 280)"
    }
    period_provisional(years: &str) { zh: "（暂定：{years} 年放假安排未公布）"; en: " (provisional: the holidays of {years} are not known)" }
    period_done { zh: "已完成"; en: "done" }
    period_over { zh: "已满"; en: "over" }
}

impl Text {
    /// What a field of a chain's commands is called inside a sentence; none if it has no such field.
    pub(super) fn chain_part(self, field: &str) -> Option<&'static str> {
        Some(match field {
            "chain" => self.part_chain(),
            "step" => self.part_step(),
            "reference" => self.part_reference(),
            "present" => self.part_present(),
            "vote" => self.part_vote(),
            _ => return None,
        })
    }

    /// Where a matter stands in its chain: the chain, then each step with how far it is; nothing where it follows none.
    #[must_use]
    pub fn chain_lines(self, matter: &Matter, register: &Register, now: Instant) -> Vec<(String, Option<StepState>)> {
        let Some(course) = &matter.course else { return Vec::new() };
        let progress = matter.progress(register, now);
        let done = progress.iter().filter(|step| step.state == StepState::Taken).count();
        let head = self.chain_head(self.own(&course.chain.title), done, progress.len());
        let steps = (1..).zip(&progress).map(|(number, progress)| {
            let line = self.chain_step(number, self.own(&progress.step.title), &self.step_standing(progress, now));
            (line, Some(progress.state))
        });
        std::iter::once((head, None)).chain(steps).collect()
    }

    /// How far a step is, and what it hangs on.
    fn step_standing(self, progress: &Progress<'_>, now: Instant) -> String {
        let today = day_of(now);
        let mut facts = vec![self.step_state(progress.state).to_owned()];
        match (progress.state, progress.taken) {
            (StepState::Taken, Some(taken)) => {
                facts.push(self.date(day_of(taken.at), today));
                facts.extend(taken.verdict.map(|verdict| self.vote_verdict(verdict).to_owned()));
                facts.extend(taken.reference.as_deref().map(|number| self.step_reference(number)));
            }
            (StepState::Running, _) => {
                let hangs = progress.until.filter(|until| today <= *until);
                facts.extend(hangs.map(|until| self.step_hangs(&self.date(until, today))));
                facts.extend(hangs.map(|until| self.due_date(until, today)));
                facts.extend((progress.unanswered > 0).then(|| self.step_unanswered(progress.unanswered)));
            }
            (StepState::Next, taken) => {
                let failed = taken.and_then(|taken| taken.verdict);
                facts.extend(failed.map(|verdict| self.step_failed(self.vote_verdict(verdict))));
                let bodies: Vec<&str> = progress.step.bodies.iter().map(|kind| self.body_kind(*kind)).collect();
                facts.extend((!bodies.is_empty()).then(|| self.listed(&bodies)));
                facts.extend(progress.step.records.as_ref().map(|words| self.own(words).to_owned()));
                facts.extend(progress.step.days.map(|days| self.step_days(days)));
            }
            _ => {}
        }
        self.clauses(&facts)
    }

    pub(super) fn chain_started(self, e: &ChainStarted) -> String {
        self.said_chain(self.own(&e.chain.title))
    }

    pub(super) fn step_taken(self, register: &Register, e: &StepTaken) -> String {
        let course = register.matter(e.matter).and_then(|matter| matter.course.as_ref());
        let step = course.and_then(|course| course.chain.step(&e.step));
        let title = step.map_or(e.step.as_str(), |step| self.own(&step.title));
        let verdict = e.verdict.map(|verdict| (verdict, self.vote_verdict(verdict)));
        let told = match verdict {
            Some((Verdict::Passed, word)) => self.said_step(title) + &self.said_step_passed(word),
            Some((_, word)) => self.said_step_failed(title, word),
            None => self.said_step(title),
        };
        let filed = step.is_some_and(|step| step.kind == StepKind::Filing);
        let number = e.reference.as_deref().filter(|_| filed).map(|number| self.step_reference(number));
        let text = [number, e.text.clone()].into_iter().flatten().collect::<Vec<_>>();
        if text.is_empty() { told } else { told + &self.said_step_text(&self.clauses(&text)) }
    }

    pub(super) fn chain_refusal(self, refusal: &ChainRefusal) -> String {
        use ChainRefusal as R;
        match refusal {
            R::Unknown { given, chains } => self.refused_unknown_chain(given, &self.listed(chains)),
            R::None { matter } => self.refused_no_chain(matter),
            R::Begun { matter } => self.refused_chain_begun(matter),
            R::Done { matter } => self.refused_chain_done(matter),
            R::UnknownStep { given, steps } => self.refused_unknown_step(given, &self.listed(steps)),
            R::Taken { step } => self.refused_step_taken(self.own(step)),
            R::Missing { step, missing, until: Some(until), .. } => {
                self.refused_step_hangs(self.own(step), self.own(missing), &until.to_string())
            }
            R::Missing { step, missing, until: None, unanswered: 0 } => {
                self.refused_step_missing(self.own(step), self.own(missing))
            }
            R::Missing { step, missing, until: None, unanswered } => {
                self.refused_step_unanswered(self.own(step), self.own(missing), *unanswered)
            }
            R::NotThrough { matter, missing } => self.refused_chain_not_through(matter, self.own(missing)),
            R::Published { step, days } => self.refused_step_is_published(self.own(step), *days),
            R::NotCounted { step } => self.refused_step_not_counted(self.own(step)),
            R::OtherVote { vote, rule } => self.refused_other_vote(vote, rule),
            R::Contradicts { measure, sum } => self.refused_sums_contradict(&self.contradiction(*measure, sum)),
        }
    }

    /// A clock as a sentence: what it runs for, its day, and how far off that is.
    #[must_use]
    pub fn period(self, period: &Period, register: &Register, now: Instant) -> String {
        use PeriodKind as K;
        let today: NaiveDate = day_of(now);
        let of = register.id(period.of);
        let day = match period.day {
            Due::Day(day) => self.date(day, today),
            Due::At(at) => self.moment(at, today),
        };
        let told = match period.kind {
            K::VoteFrom => self.period_vote_from(&day),
            K::AgendaLocked => self.period_locked(&day),
            K::Ballots => self.period_ballots(&of, &day),
            K::PostBy => self.period_post_by(&of, &day),
            K::Posted => self.period_posted(&of, &day),
            K::AnswerBy => self.period_answer_by(&of, &day),
            K::Challenge => self.period_challenge(&of, &day),
        };
        let years: Vec<String> = period.missing_years.iter().map(i32::to_string).collect();
        let told = if years.is_empty() { told } else { told + &self.period_provisional(&self.listed(&years)) };
        let left = match (period.kind, period.done, period.day.is_past(now)) {
            (K::AgendaLocked, ..) => return told,
            (K::VoteFrom, _, _) if period.day.day() <= today => return told,
            (_, true, _) => self.period_done().to_owned(),
            (K::Posted | K::Challenge | K::Ballots, false, true) => self.period_over().to_owned(),
            (_, false, _) => match period.day {
                Due::Day(day) => self.due_date(day, today),
                Due::At(at) => self.due_instant(at, now),
            },
        };
        self.clauses(&[told, left])
    }
}
