//! Making spellings of one text alike: width, case, and Traditional or Simplified script; must not know pinyin.

use std::collections::HashMap;
use std::sync::LazyLock;

use hanconv::RawDictionary;
use unicode_normalization::UnicodeNormalization;

/// `OpenCC`'s table of Traditional characters and their Simplified forms, a line each.
const TRADITIONAL: &str = RawDictionary::TSCharacters.text();

/// Spellings the table leaves out because they are not Traditional, only other, and that shop signs are full of.
const OTHER_FORMS: [(char, char); 5] = [('著', '着'), ('衞', '卫'), ('舖', '铺'), ('堿', '碱'), ('隣', '邻')];

static SIMPLIFIED: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let table = TRADITIONAL.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut words = line.split_whitespace();
        let from = words.next()?.chars().next()?;
        let to = words.next()?.chars().next()?;
        Some((from, to))
    });
    table.chain(OTHER_FORMS).collect()
});

/// The text in half-width, lower-case, Simplified form: equal for all spellings that search takes as equal.
#[must_use]
pub fn fold(text: &str) -> String {
    plain(text).map(simplified).collect()
}

/// The text in half-width lower case, still in its own script.
pub(super) fn plain(text: &str) -> impl Iterator<Item = char> {
    text.nfkc().flat_map(char::to_lowercase)
}

/// The Simplified form of one character. Words are not looked at: one character always folds to the same one.
pub(super) fn simplified(letter: char) -> char {
    if letter.is_ascii() {
        return letter;
    }
    SIMPLIFIED.get(&letter).copied().unwrap_or(letter)
}
