//! What ships inside the program: rule sets, categories, holidays, and the sample council. Knows nothing of councils on
//! disk.

use include_dir::{Dir, include_dir};
use serde::de::DeserializeOwned;

use crate::domain::calendar::Year;
use crate::domain::chain::Chain;
use crate::domain::rule_set::{Category, RuleSet};
use crate::domain::vote::VoteRule;

static DATA: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/data");

/// The rule sets that ship, the common one first.
#[must_use]
pub fn presets() -> Vec<RuleSet> {
    let categories: Vec<Category> = read("categories.json").unwrap_or_default();
    let mut presets: Vec<RuleSet> = folder("rules").filter_map(|file| parse(file.contents())).collect();
    for preset in &mut presets {
        if preset.categories.is_empty() {
            preset.categories.clone_from(&categories);
        }
    }
    presets.sort_by_key(|preset| (preset.name != STANDARD, preset.name.clone()));
    presets
}

/// The name of the rule set that a council starts with when nothing else is said.
pub const STANDARD: &str = "standard";

/// The rules that votes are counted by, owners' first.
#[must_use]
pub fn vote_rules() -> Vec<VoteRule> {
    let order = ["owners", "council", "committee", "assembly", "party", "objection", "owners-2007"];
    order.iter().filter_map(|family| read::<Vec<VoteRule>>(&format!("rules/votes/{family}.json"))).flatten().collect()
}

/// The chains of steps that matters may follow, the shortest first.
#[must_use]
pub fn chains() -> Vec<Chain> {
    let mut chains: Vec<Chain> = folder("rules/chains").filter_map(|file| parse(file.contents())).collect();
    chains.sort_by_key(|chain| (chain.steps.len(), chain.name.clone()));
    chains
}

/// The years whose holidays are known.
#[must_use]
pub fn years() -> Vec<Year> {
    folder("holidays").filter_map(|file| parse(file.contents())).collect()
}

/// The scripts of the sample council, by file name: its text, one JSON object a line.
#[must_use]
pub fn sample() -> Vec<&'static str> {
    folder("sample")
        .filter(|file| file.path().extension().is_some_and(|extension| extension == "jsonl"))
        .filter_map(|file| file.contents_utf8())
        .collect()
}

/// A page of help: what it is asked for by, and what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// The word that names it in its own language.
    pub topic: &'static str,
    /// What it is about, in a line.
    pub about: &'static str,
    /// The whole page, its heading first.
    pub text: &'static str,
}

/// The pages of help in a language, `zh` or `en`, in the order they are read.
#[must_use]
pub fn help(language: &str) -> Vec<Page> {
    let mut files: Vec<_> = folder(&format!("help/{language}")).collect();
    files.sort_by_key(|file| file.path());
    files.into_iter().filter_map(|file| page(file.contents_utf8()?)).collect()
}

/// A page begins with `# topic: what it is about`.
fn page(text: &'static str) -> Option<Page> {
    let (topic, about) = text.lines().next()?.strip_prefix("# ")?.split_once([':', '：'])?;
    Some(Page { topic, about: about.trim(), text })
}

fn folder(name: &str) -> impl Iterator<Item = &'static include_dir::File<'static>> {
    DATA.get_dir(name).into_iter().flat_map(Dir::files)
}

fn read<T: DeserializeOwned>(path: &str) -> Option<T> {
    parse(DATA.get_file(path)?.contents())
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    serde_json::from_slice(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_help_is_there_in_both_languages() {
        let (zh, en) = (help("zh"), help("en"));
        assert_eq!((zh.len(), en.len()), (7, 7));
        for page in zh.iter().chain(&en) {
            assert!(page.text.lines().all(|line| line.len() <= 400), "{}: a line is too long", page.topic);
        }
    }

    #[test]
    fn every_shipped_file_is_read() {
        assert_eq!(presets().len(), folder("rules").count());
        assert_eq!(years().len(), folder("holidays").count());
        assert_eq!(chains().len(), folder("rules/chains").count());
        assert_eq!(presets()[0].name, STANDARD);
        assert!(presets().iter().all(|preset| preset.categories.len() == 16));
    }
}
