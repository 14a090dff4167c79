//! Between App and the disk: holds the record, decides commands on it, and hands the facts to the store. When others
//! wrote meanwhile, what they wrote is taken in and the command is decided again.

use std::sync::mpsc::Sender;

use chrono::TimeDelta;

use super::store::{Job, Report, Tail};
use super::verify::{self, Checked};
use crate::council::{Asker, Setting, take_in};
use crate::domain::command::Command;
use crate::domain::context::Mine;
use crate::domain::entry::Instant;
use crate::domain::event::Evidence;
use crate::domain::id::ActId;
use crate::domain::register::Register;
use crate::journal::{Act, Appended, Error, News};
use crate::state_dir::Habit;
use crate::text::Text;
use crate::tui::app::{Answer, Input};
use crate::tui::keys::{self, Action};
use crate::tui::style::Palette;
use crate::tui::world::World;

/// What does not change while the screens are shown.
pub(super) struct Desk {
    pub(super) by: String,
    pub(super) text: Text,
    pub(super) palette: Palette,
    pub(super) clock: fn() -> Instant,
    pub(super) ahead: TimeDelta,
    pub(super) council: String,
}

pub(super) struct Clerk {
    desk: Desk,
    register: Register,
    setting: Setting,
    tail: Tail,
    read_only: bool,
    jobs: Sender<Job>,
    /// The acts of this window, oldest first: what undo may take back.
    window: Vec<ActId>,
    waiting: Option<Waiting>,
}

/// A command on its way.
struct Waiting {
    command: Command,
    evidence: Vec<(String, Evidence)>,
}

impl Clerk {
    pub(super) fn new(
        desk: Desk,
        register: Register,
        setting: Setting,
        tail: Tail,
        read_only: bool,
        jobs: Sender<Job>,
    ) -> Self {
        Self { desk, register, setting, tail, read_only, jobs, window: Vec::new(), waiting: None }
    }

    pub(super) fn council(&self) -> &str {
        &self.desk.council
    }

    pub(super) fn text(&self) -> Text {
        self.desk.text
    }

    pub(super) fn palette(&self) -> Palette {
        self.desk.palette
    }

    pub(super) fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Whether a command is on its way.
    pub(super) fn is_waiting(&self) -> bool {
        self.waiting.is_some()
    }

    /// The record, and the circumstances of now.
    pub(super) fn world(&self) -> World<'_> {
        let evidence = self.waiting.as_ref().map_or(&[][..], |waiting| &waiting.evidence);
        let asker =
            Asker { now: (self.desk.clock)() + self.desk.ahead, by: &self.desk.by, mine: Mine::Window(&self.window) };
        let tail = &self.tail;
        World {
            register: &self.register,
            context: self.setting.context(&asker, tail.writer, tail.next, &tail.heads, evidence),
        }
    }

    /// Begins to carry out a command; a refusal comes at once.
    pub(super) fn commit(&mut self, command: Command) -> Option<Input> {
        // An act without a name would answer to nobody.
        if self.desk.by.is_empty() {
            return Some(self.fail(self.desk.text.who_unknown(keys::shown(Action::Who))));
        }
        let paths = match &command {
            Command::FinishTask(finish) if !finish.evidence.is_empty() => Some(finish.evidence.clone()),
            _ => None,
        };
        self.waiting = Some(Waiting { command, evidence: Vec::new() });
        match paths {
            Some(paths) => self.send(Job::Keep(paths)),
            None => self.decide(),
        }
    }

    /// Has texts kept beside the record.
    pub(super) fn keep(&self, unsent: String) {
        // A store that has died says so when something is to be saved.
        let _ = self.jobs.send(Job::Unsent(unsent));
    }

    /// Has the whole record looked over.
    pub(super) fn check(&self, seal: Option<String>) {
        // A store that has died says so when something is to be saved.
        let _ = self.jobs.send(Job::Check(seal));
    }

    /// Has the digest of an act read.
    pub(super) fn digest(&self, act: ActId) {
        // A store that has died says so when something is to be saved.
        let _ = self.jobs.send(Job::Digest(act));
    }

    /// From now on acts are recorded under this name, and the next time this council is opened here, too.
    pub(super) fn sit(&mut self, name: String) {
        self.desk.by.clone_from(&name);
        let _ = self.jobs.send(Job::Sits(name));
    }

    /// Has something remembered for the next time.
    pub(super) fn remember(&self, habit: Habit) {
        let _ = self.jobs.send(Job::Remember(habit));
    }

    /// From now on says what there is to say in this language.
    pub(super) fn speak(&mut self, text: Text) {
        self.desk.text = text;
    }

    /// Takes in what the store tells; what App should know of it is returned.
    pub(super) fn hear(&mut self, report: Report) -> Vec<Input> {
        match report {
            Report::News(news, tail) => {
                self.tail = tail;
                vec![self.read(news)]
            }
            Report::Gone(error) => vec![Input::Gone(self.desk.text.folder_gone(&self.desk.text.out_of_reach(&error)))],
            Report::Back => vec![Input::Back],
            Report::Remarks(remarks) => {
                vec![Input::Remarks(self.desk.text.record_says(&remarks)), Input::Unsound(verify::is_unsound(&remarks))]
            }
            Report::Checked(checked) => {
                let unsound = checked.as_ref().ok().map(|checked| verify::is_unsound(&checked.report.remarks));
                let mut inputs = vec![Input::Checked(self.told(checked))];
                inputs.extend(unsound.map(Input::Unsound));
                inputs
            }
            Report::Digest(act, digest) => vec![Input::Digest(act, digest)],
            Report::Kept(Ok(evidence)) => {
                if let Some(waiting) = &mut self.waiting {
                    waiting.evidence = evidence;
                }
                self.decide().into_iter().collect()
            }
            Report::Kept(Err(why)) => vec![self.fail(why)],
            Report::Appended(Ok(Appended::Saved(entry)), tail) => {
                self.tail = tail;
                self.waiting = None;
                self.window.push(entry.id());
                self.register.add(vec![entry.clone()]);
                vec![Input::Answer(Answer::Saved(Box::new(entry)))]
            }
            Report::Appended(Ok(Appended::Stale(news)), tail) => {
                self.tail = tail;
                let mut inputs = vec![self.read(news)];
                inputs.extend(self.decide());
                inputs
            }
            Report::Appended(Err(failure), tail) => {
                self.tail = tail;
                let why = self.desk.text.failure(&failure);
                vec![self.fail(why)]
            }
        }
    }

    /// Asks the rules, and hands what they answer to the store.
    fn decide(&mut self) -> Option<Input> {
        let waiting = self.waiting.as_ref()?;
        let world = self.world();
        match world.ask(&waiting.command) {
            Ok(events) => {
                let act = Act {
                    n: self.tail.next,
                    ts: world.now(),
                    by: self.desk.by.clone(),
                    act: waiting.command.name().to_owned(),
                    events,
                };
                self.send(Job::Append(act))
            }
            Err(refusal) => {
                self.waiting = None;
                Some(Input::Answer(Answer::Refused(refusal)))
            }
        }
    }

    fn send(&mut self, job: Job) -> Option<Input> {
        // The store lives as long as the loop; should it have died, nothing was saved.
        match self.jobs.send(job) {
            Ok(()) => None,
            Err(_) => Some(self.fail(self.desk.text.failed_store().to_owned())),
        }
    }

    fn fail(&mut self, why: String) -> Input {
        self.waiting = None;
        Input::Answer(Answer::Failed(why))
    }

    /// What a look over the whole record found, in lines.
    fn told(&self, checked: Result<Checked, Error>) -> Vec<String> {
        let text = self.desk.text;
        let Checked { report, seal } = match checked {
            Ok(checked) => checked,
            Err(error) => return vec![text.cannot_open(&error)],
        };
        let mut lines = vec![match report.problems().count() {
            0 => text.check_fine(report.files, report.entries),
            n => text.check_problems(report.files, report.entries, n),
        }];
        lines.extend(report.remarks.iter().map(|remark| text.remark(remark)));
        lines.extend(seal.map(|belongs| if belongs { text.seal_belongs() } else { text.seal_is_strange() }.to_owned()));
        lines
    }

    fn read(&mut self, news: News) -> Input {
        let before = self.register.entries().len();
        take_in(&mut self.register, news);
        let more = self.register.entries().len().saturating_sub(before);
        // A record read afresh may have changed without having grown.
        if more > 0 { Input::News(more) } else { Input::Tick }
    }
}
