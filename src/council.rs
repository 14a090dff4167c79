//! A council: its journal and what the journal amounts to. `execute` is the only door for change, from the screens, from
//! the command line, from a script. Knows not who asks.

use std::path::{Path, PathBuf};
use std::{fmt, io};

use chrono::NaiveDate;

use crate::attachments;
use crate::data;
use crate::domain::calendar::{Calendar, Year};
use crate::domain::chain::Chain;
use crate::domain::code::BodyKind;
use crate::domain::command::Command;
use crate::domain::context::{Context, Mine};
use crate::domain::decide::{self, Decision, decide};
use crate::domain::entry::{Entry, Instant};
use crate::domain::event::{Event, Evidence, Head};
use crate::domain::id::WriterId;
use crate::domain::refusal::Refusal;
use crate::domain::register::Register;
use crate::domain::rule_set::RuleSet;
use crate::domain::time::day_of;
use crate::domain::vote::VoteRule;
use crate::journal::{About, Access, Act, Appended, Error, Failure, Journal, News, Progress};
use crate::state_dir::StateDir;
use crate::text;

/// The name that founding has in the journal.
const FOUND: &str = "found";

/// A council that is open.
#[derive(Debug)]
pub struct Council {
    /// The record on disk.
    pub journal: Journal,
    /// What it amounts to.
    pub register: Register,
    /// What the rules need beside the record.
    pub setting: Setting,
}

/// What the rules need beside the record, and what does not change while the program runs.
#[derive(Debug, Clone)]
pub struct Setting {
    /// Working days: the years that ship, and the council's own.
    pub calendar: Calendar,
    /// The rule sets that ship.
    pub presets: Vec<RuleSet>,
    /// The rules to count votes by that ship.
    pub vote_rules: Vec<VoteRule>,
    /// The chains of steps that ship.
    pub chains: Vec<Chain>,
    /// Year files of the council's own that could not be read, or the folder of them.
    pub bad_years: Vec<PathBuf>,
}

/// What a council is founded with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Founding {
    /// What it is called.
    pub name: String,
    /// The rule set it starts under, by the name it ships with.
    pub rules: String,
    /// Names of bodies; one without goes by the plain name of its kind.
    pub bodies: Vec<(BodyKind, String)>,
}

/// Who asks, and when.
#[derive(Debug, Clone, Copy)]
pub struct Asker<'a> {
    /// The clock.
    pub now: Instant,
    /// The person.
    pub by: &'a str,
    /// Which acts undo may take back.
    pub mine: Mine<'a>,
}

/// Why a command was not carried out.
#[derive(Debug)]
pub enum Refused {
    /// The rules refuse it.
    ByRules(Refusal),
    /// A file of evidence could not be taken.
    Evidence {
        /// The path as it was given.
        path: String,
        /// What the system said.
        error: io::Error,
    },
    /// The rules allow it, but it could not be written.
    ByDisk(Failure),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ByRules(refusal) => f.write_str(refusal.code()),
            Self::Evidence { path, error } => write!(f, "{path}: {error}"),
            Self::ByDisk(failure) => failure.fmt(f),
        }
    }
}

impl std::error::Error for Refused {}

impl Setting {
    /// The setting of the council in this folder.
    #[must_use]
    pub fn of(dir: &Path) -> Self {
        let mut years = data::years();
        let mut bad_years = Vec::new();
        let folder = dir.join("holidays");
        let own = own_years(&folder).unwrap_or_else(|error| {
            // Most councils keep none; a folder that cannot be looked into is another matter.
            bad_years.extend((error.kind() != io::ErrorKind::NotFound).then_some(folder));
            Vec::new()
        });
        for path in own {
            match std::fs::read(&path).ok().and_then(|bytes| serde_json::from_slice::<Year>(&bytes).ok()) {
                Some(year) => years.push(year),
                None => bad_years.push(path),
            }
        }
        Self {
            calendar: Calendar::new(years),
            presets: data::presets(),
            vote_rules: data::vote_rules(),
            chains: data::chains(),
            bad_years,
        }
    }

    /// The circumstances of a command.
    #[must_use]
    pub fn context<'a>(
        &'a self,
        asker: &Asker<'a>,
        writer: WriterId,
        n: u64,
        heads: &'a [Head],
        evidence: &'a [(String, Evidence)],
    ) -> Context<'a> {
        Context {
            now: asker.now,
            by: asker.by,
            writer,
            n,
            mine: asker.mine,
            heads,
            calendar: &self.calendar,
            presets: &self.presets,
            vote_rules: &self.vote_rules,
            chains: &self.chains,
            plain_name: text::body_kind_named,
            evidence,
        }
    }
}

/// The year files in a folder, in order of name.
fn own_years(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut years = Vec::new();
    for item in std::fs::read_dir(folder)? {
        years.push(item?.path());
    }
    years.retain(|path| path.extension().is_some_and(|end| end == "json"));
    years.sort();
    Ok(years)
}

impl Council {
    /// Founds a council in a folder, under a shipped rule set, with the three bodies at the table.
    ///
    /// # Errors
    /// The folder is a council already or cannot be written, there is no such rule set, or the names of the bodies are
    /// refused. Nothing is written where the rules refuse.
    pub fn found(dir: &Path, founding: &Founding, state: &StateDir, asker: &Asker<'_>) -> Result<Self, Unfounded> {
        let setting = Setting::of(dir);
        let preset = setting.presets.iter().find(|preset| preset.name == founding.rules).cloned();
        let preset = preset.ok_or_else(|| Unfounded::NoSuchRules(founding.rules.clone()))?;
        // Asked before there is a folder, and so before anybody has a name to write under.
        let nobody = setting.context(asker, WriterId::from_numbers([0; 6]), 1, &[], &[]);
        decide::found(&preset, &founding.bodies, &nobody)
            .map_err(|refusal| Unfounded::Refused(Refused::ByRules(refusal)))?;
        let about = About { id: uuid::Uuid::now_v7().to_string(), name: founding.name.clone(), founded: asker.now };
        Journal::found(dir, &about).map_err(Unfounded::Journal)?;
        let mut council = Self::open(dir, state, Access::Write).map_err(Unfounded::Journal)?;
        let first = |_: &Register, context: &Context<'_>| decide::found(&preset, &founding.bodies, context);
        council.record(FOUND, asker, &[], first).map_err(Unfounded::Refused)?;
        Ok(council)
    }

    /// Opens the council in a folder.
    ///
    /// # Errors
    /// The folder is missing, unreadable, not a council's, or of a newer format.
    pub fn open(dir: &Path, state: &StateDir, access: Access) -> Result<Self, Error> {
        Self::open_watched(dir, state, access, &Progress::default())
    }

    /// The same, while somebody watches how far reading has come.
    ///
    /// # Errors
    /// As [`Council::open`].
    pub fn open_watched(dir: &Path, state: &StateDir, access: Access, read: &Progress) -> Result<Self, Error> {
        let (journal, entries) = Journal::open_watched(dir, state, access, read)?;
        Ok(Self { setting: Setting::of(journal.dir()), journal, register: Register::fold(entries) })
    }

    /// Folds the record as it stood at the end of a day; a day that is not yet past gives the latest state.
    pub fn look_back(&mut self, day: NaiveDate, now: Instant) {
        if day < day_of(now) {
            let entries = self.register.entries().iter().filter(|entry| day_of(entry.ts) <= day).cloned().collect();
            self.register = Register::fold(entries);
        }
    }

    /// What the rules make of a command now; nothing is done.
    ///
    /// # Errors
    /// Their refusal.
    pub fn ask(&self, command: &Command, asker: &Asker<'_>) -> Decision {
        let heads = self.journal.heads();
        decide(&self.register, command, &self.context(asker, &heads, &[]))
    }

    /// Carries out a command: decided, written, synced, folded. Only what is returned is acknowledged.
    ///
    /// # Errors
    /// The rules refuse it, or it could not be written; then nothing has changed.
    pub fn execute(&mut self, command: &Command, asker: &Asker<'_>) -> Result<Entry, Refused> {
        self.ask(command, asker).map_err(Refused::ByRules)?;
        let evidence = match command {
            Command::FinishTask(finish) => attachments::keep(self.journal.dir(), &finish.evidence)
                .map_err(|(path, error)| Refused::Evidence { path, error })?,
            _ => Vec::new(),
        };
        self.record(command.name(), asker, &evidence, |register, context| decide(register, command, context))
    }

    /// Decides and writes, again as long as somebody else wrote first.
    fn record(
        &mut self,
        name: &str,
        asker: &Asker<'_>,
        evidence: &[(String, Evidence)],
        decide: impl Fn(&Register, &Context<'_>) -> Decision,
    ) -> Result<Entry, Refused> {
        loop {
            let heads = self.journal.heads();
            let context = self.context(asker, &heads, evidence);
            let events: Vec<Event> = decide(&self.register, &context).map_err(Refused::ByRules)?;
            let act = Act { n: context.n, ts: asker.now, by: asker.by.to_owned(), act: name.to_owned(), events };
            match self.journal.append(act).map_err(Refused::ByDisk)? {
                Appended::Saved(entry) => {
                    self.register.add(vec![entry.clone()]);
                    return Ok(entry);
                }
                Appended::Stale(news) => take_in(&mut self.register, news),
            }
        }
    }

    /// Takes in what others wrote.
    ///
    /// # Errors
    /// The folder cannot be read any more.
    pub fn refresh(&mut self) -> Result<(), Error> {
        take_in(&mut self.register, self.journal.refresh()?);
        Ok(())
    }

    fn context<'a>(&'a self, asker: &Asker<'a>, heads: &'a [Head], evidence: &'a [(String, Evidence)]) -> Context<'a> {
        self.setting.context(asker, self.journal.writer(), self.journal.next(), heads, evidence)
    }
}

/// Folds what others wrote into a register.
pub fn take_in(register: &mut Register, news: News) {
    match news {
        News::Nothing => {}
        News::More(entries) => register.add(entries),
        News::Afresh(entries) => *register = Register::fold(entries),
    }
}

/// Why no council was founded.
#[derive(Debug)]
pub enum Unfounded {
    /// No rule set of this name ships.
    NoSuchRules(String),
    /// The folder is a council already, or cannot be written.
    Journal(Error),
    /// The first act could not be written.
    Refused(Refused),
}
