//! What this installation remembers for whoever sits before it: the councils opened lately, and who sat at each. Losing
//! it costs a keystroke and nothing more.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{StateDir, make};

/// How many councils are remembered.
const REMEMBERED: usize = 8;
const RECENT: &str = "recent.json";

/// A council that was opened here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// What it was called then.
    pub name: String,
    /// Its folder, links resolved.
    pub folder: PathBuf,
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

    fn read_habit<T: DeserializeOwned>(&self, file: &str) -> Option<T> {
        serde_json::from_slice(&fs::read(self.root.join(file)).ok()?).ok()
    }

    /// Whole or not at all; not synced, for it is only a habit.
    fn write_habit<T: Serialize>(&self, file: &str, habit: &T) -> io::Result<()> {
        make(&self.root)?;
        let mut temporary = tempfile::NamedTempFile::new_in(&self.root)?;
        temporary.write_all(&serde_json::to_vec(habit)?)?;
        temporary.persist(self.root.join(file))?;
        Ok(())
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
    fn what_cannot_be_read_is_as_if_it_were_not_there() {
        let root = tempfile::tempdir().unwrap();
        std::fs::write(root.path().join(RECENT), b"{").unwrap();
        assert_eq!(StateDir::at(root.path()).recent(), []);
    }
}
