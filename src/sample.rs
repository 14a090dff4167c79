//! The sample council: an invented year, carried out through the same rules as everything else, ending today.

mod script;

use std::collections::HashMap;
use std::fmt;
use std::path::Path;

use chrono::TimeDelta;

use crate::council::{Asker, Setting};
use crate::data;
use crate::domain::context::Mine;
use crate::domain::decide::{self, decide};
use crate::domain::entry::{Entry, Instant, VERSION};
use crate::domain::event::Event;
use crate::domain::id::WriterId;
use crate::domain::register::Register;
use crate::journal::{About, Error, Journal};
use script::{Cue, NotACue};

/// The invented community.
pub const NAME: &str = "榆荫里社区议事会（样例）";

/// Why the sample could not be written.
#[derive(Debug)]
pub enum Spoilt {
    /// A line of the script cannot be carried out: the line as it stands, and why.
    Script {
        /// The line.
        line: String,
        /// Why.
        why: String,
    },
    /// The folder could not be written.
    Journal(Error),
}

impl fmt::Display for Spoilt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Script { line, why } => write!(f, "{why}: {line}"),
            Self::Journal(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Spoilt {}

/// Writes the sample into a new folder. All but the council's id and the links of its lines is the same for the same day.
///
/// # Errors
/// The folder is a council already or cannot be written.
pub fn write(dir: &Path, now: Instant) -> Result<(), Spoilt> {
    let entries = entries(now, &Setting::of(dir))?;
    let founded = entries.first().map_or(now, |entry| entry.ts);
    let about = About { id: uuid::Uuid::now_v7().to_string(), name: NAME.to_owned(), founded };
    Journal::found_with(dir, &about, &entries).map_err(Spoilt::Journal)
}

/// The acts of the sample as of this moment, in order.
///
/// # Errors
/// A line of the script cannot be carried out.
pub fn entries(now: Instant, setting: &Setting) -> Result<Vec<Entry>, Spoilt> {
    let mut cues = Vec::new();
    for text in data::sample() {
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            cues.push(Cue::read(line, now).map_err(|NotACue(why)| spoilt(line, &why))?);
        }
    }
    cues.sort_by_key(|cue| cue.at);
    let mut stage = Stage { register: Register::default(), setting, labels: HashMap::new() };
    if let Some(first) = cues.first() {
        stage.found(first)?;
    }
    for cue in &cues {
        stage.play(cue)?;
    }
    Ok(stage.register.entries().to_vec())
}

fn spoilt(line: &str, why: &str) -> Spoilt {
    Spoilt::Script { line: line.to_owned(), why: why.to_owned() }
}

/// The council as the script has made it so far.
struct Stage<'a> {
    register: Register,
    setting: &'a Setting,
    labels: HashMap<String, String>,
}

impl Stage<'_> {
    fn found(&mut self, first: &Cue) -> Result<(), Spoilt> {
        let rules = self.setting.presets.first().ok_or_else(|| spoilt("", "no rule set ships"))?;
        let at = first.at - TimeDelta::hours(1);
        let writer = writer(first.on);
        let asker = Asker { now: at, by: &first.by, mine: Mine::SamePerson };
        let events = decide::found(rules, &[], &self.setting.context(&asker, writer, 1, &[], &[]))
            .map_err(|refusal| spoilt("", refusal.code()))?;
        self.record(writer, at, &first.by, "found", events);
        Ok(())
    }

    fn play(&mut self, cue: &Cue) -> Result<(), Spoilt> {
        let command = cue.command(&self.labels).map_err(|NotACue(why)| spoilt(&cue.line, &why))?;
        let writer = writer(cue.on);
        let asker = Asker { now: cue.at, by: &cue.by, mine: Mine::SamePerson };
        let context = self.setting.context(&asker, writer, self.next(writer), &[], &[]);
        let events = decide(&self.register, &command, &context)
            .map_err(|refusal| spoilt(&cue.line, &format!("{} {refusal:?}", refusal.code())))?;
        self.record(writer, cue.at, &cue.by, command.name(), events);
        if let (Some(label), Some(made)) = (&cue.label, self.register.entries().last().and_then(Entry::made)) {
            self.labels.insert(label.clone(), self.register.id(made));
        }
        Ok(())
    }

    fn record(&mut self, w: WriterId, ts: Instant, by: &str, act: &str, events: Vec<Event>) {
        let c = self.register.entries().len() as u64 + 1;
        let (by, act) = (by.to_owned(), act.to_owned());
        self.register.add(vec![Entry { v: VERSION, w, n: self.next(w), c, ts, by, act, events }]);
    }

    fn next(&self, writer: WriterId) -> u64 {
        self.register.entries().iter().rev().find(|entry| entry.w == writer).map_or(1, |entry| entry.n + 1)
    }
}

/// The sample's laptops have fixed names; whoever opens it writes under a name of their own.
fn writer(on: char) -> WriterId {
    let last = u8::try_from(on).unwrap_or(b'a').saturating_sub(b'a');
    WriterId::from_numbers([18, 0, 12, 15, 11, last])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::stage::Stage as Step;

    #[test]
    fn the_script_can_be_carried_out_whatever_day_it_ends_on() {
        let setting = Setting::of(Path::new("."));
        for now in ["2026-11-22T10:00:00+08:00", "2026-02-20T23:30:00+08:00", "2027-01-03T08:00:00+08:00"] {
            let entries = entries(now.parse().unwrap(), &setting).unwrap();
            let register = Register::fold(entries);
            assert!(register.suspended().is_empty());
            assert!(register.matters().len() >= 100);
            for step in Step::ALL {
                assert!(register.matters().any(|matter| matter.stage() == *step), "{step:?}");
            }
        }
    }
}
