//! What this installation remembers for whoever sits before it: the councils opened lately, who sat at each, and how the
//! screens were left. Losing it costs a keystroke and nothing more.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{StateDir, make};
use crate::disk;

/// How many councils are remembered.
const REMEMBERED: usize = 8;
const RECENT: &str = "recent.json";
const SHARES: &str = "panes.json";
const LANGUAGE: &str = "language.json";

/// A council that was opened here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// What it was called then.
    pub name: String,
    /// Its folder, links resolved.
    pub folder: PathBuf,
}

/// How somebody left the screens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Habit {
    /// The language that was switched to, by its code.
    Language(String),
    /// The shares of panes side by side, in thousandths, by the names of the places.
    Shares(BTreeMap<String, u16>),
}

impl StateDir {
    /// The councils opened here, the latest first.
    #[must_use]
    pub fn recent(&self) -> Vec<Recent> {
        self.read_habit(RECENT).unwrap_or_default()
    }

    /// Remembers that a council was opened; of two in one folder the later counts.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn opened(&self, name: &str, folder: &Path) -> io::Result<()> {
        let mut recent = self.recent();
        recent.retain(|known| known.folder != folder);
        recent.insert(0, Recent { name: name.to_owned(), folder: folder.to_owned() });
        recent.truncate(REMEMBERED);
        self.write_habit(RECENT, &recent)
    }

    /// Who sat at a council last, by the council's id.
    #[must_use]
    pub fn who(&self, council: &str) -> Option<String> {
        self.read_habit(&who(council)).filter(|name: &String| !name.trim().is_empty())
    }

    /// Remembers who sits at a council.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn sits(&self, council: &str, name: &str) -> io::Result<()> {
        self.write_habit(&who(council), &name)
    }

    /// The code of the language the screens were switched to last, if they ever were.
    #[must_use]
    pub fn language(&self) -> Option<String> {
        self.read_habit(LANGUAGE)
    }

    /// The shares of panes side by side, by the names of the places; empty as long as nobody chose any.
    #[must_use]
    pub fn shares(&self) -> BTreeMap<String, u16> {
        self.read_habit(SHARES).unwrap_or_default()
    }

    /// Remembers how the screens were left.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn remember_habit(&self, habit: &Habit) -> io::Result<()> {
        match habit {
            Habit::Language(code) => self.write_habit(LANGUAGE, code),
            Habit::Shares(shares) => self.write_habit(SHARES, shares),
        }
    }

    fn read_habit<T: DeserializeOwned>(&self, file: &str) -> Option<T> {
        serde_json::from_slice(&fs::read(self.root.join(file)).ok()?).ok()
    }

    /// Not synced, for it is only a habit.
    fn write_habit<T: Serialize>(&self, file: &str, habit: &T) -> io::Result<()> {
        make(&self.root)?;
        disk::write_unsynced(&self.root.join(file), &serde_json::to_vec(habit)?)
    }
}

fn who(council: &str) -> String {
    format!("who-{council}.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_comes_first_and_a_folder_stands_there_once() {
        let root = tempfile::tempdir().unwrap();
        let state = StateDir::at(root.path());
        assert_eq!(state.recent(), []);
        for (name, folder) in [("甲", "/a"), ("乙", "/b"), ("甲里", "/a")] {
            state.opened(name, Path::new(folder)).unwrap();
        }
        let names: Vec<_> = state.recent().into_iter().map(|recent| recent.name).collect();
        assert_eq!(names, ["甲里", "乙"]);
        for n in 0..20 {
            state.opened("丙", &PathBuf::from(format!("/{n}"))).unwrap();
        }
        assert_eq!(state.recent().len(), REMEMBERED);
    }

    #[test]
    fn who_sits_is_remembered_for_each_council() {
        let root = tempfile::tempdir().unwrap();
        let state = StateDir::at(root.path());
        state.sits("one", "周海燕").unwrap();
        assert_eq!(state.who("one").as_deref(), Some("周海燕"));
        assert_eq!(state.who("two"), None);
    }

    #[test]
    fn how_the_screens_were_left_is_remembered() {
        let root = tempfile::tempdir().unwrap();
        let state = StateDir::at(root.path());
        assert_eq!((state.language(), state.shares()), (None, BTreeMap::new()));
        let shares = BTreeMap::from([("board".to_owned(), 550)]);
        state.remember_habit(&Habit::Language("en".into())).unwrap();
        state.remember_habit(&Habit::Shares(shares.clone())).unwrap();
        assert_eq!((state.language(), state.shares()), (Some("en".into()), shares));
    }

    #[test]
    fn what_cannot_be_read_is_as_if_it_were_not_there() {
        let root = tempfile::tempdir().unwrap();
        std::fs::write(root.path().join(RECENT), b"{").unwrap();
        assert_eq!(StateDir::at(root.path()).recent(), []);
    }
}
