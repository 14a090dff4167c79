//! Every sentence people read, in both languages side by side; must not know where a sentence is shown.
//!
//! The tables are in the modules below, one for each part of the program. A table is a [`messages!`] block:
//!
//! ```text
//! messages! {
//!     saved { zh: "已保存"; en: "Saved" }
//!     hours_left(n: i64) {
//!         zh: "还有 {n} 小时";
//!         en: "{n} {hours} left", hours = plural(n, "hour", "hours")
//!     }
//! }
//! ```
//!
//! which makes `text.saved()` a `&'static str` and `text.hours_left(3)` a `String`. A missing language does not
//! compile, nor does a sentence that forgets one of its arguments in one language. Words that only one language
//! needs follow its sentence, and may be another sentence as [`ZH`] or [`EN`] says it. A word that takes the name of
//! an argument stands in its place: `s = EN.stage(s)`.

/// A language the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Simplified Chinese.
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The language of a name such as `zh`, `en`, `zh_CN.UTF-8` or `en-GB`, if it is one of ours.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name.split(['-', '_', '.', '@']).next()? {
            zh if zh.eq_ignore_ascii_case("zh") => Some(Self::Zh),
            en if en.eq_ignore_ascii_case("en") => Some(Self::En),
            _ => None,
        }
    }

    /// Its name: `zh` or `en`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// The other language.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }
}

/// All the sentences, in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// The language they are in.
    pub lang: Lang,
}

/// The sentences in Chinese.
pub const ZH: Text = Text { lang: Lang::Zh };
/// The sentences in English.
pub const EN: Text = Text { lang: Lang::En };

/// The English word for `n` things: `one` for exactly one, else `many`.
fn plural<'a, N: Copy + PartialEq + From<u8>>(n: N, one: &'a str, many: &'a str) -> &'a str {
    if n == N::from(1) { one } else { many }
}

/// Writes one method of [`Text`] for each row of a table; see the head of this file for what a row looks like.
macro_rules! messages {
    ($(
        $name:ident $(($($arg:ident : $kind:ty),+ $(,)?))? {
            zh: $zh:literal $(, $zh_word:ident = $zh_value:expr)*;
            en: $en:literal $(, $en_word:ident = $en_value:expr)* $(,)?
        }
    )+) => {
        impl $crate::text::Text {
            $(messages! {
                @method $name [$($($arg: $kind),+)?]
                [$zh $(, $zh_word = $zh_value)*]
                [$en $(, $en_word = $en_value)*]
            })+
        }

        #[cfg(test)]
        pub(super) const ALL: &[$crate::text::Sentence] = &[$(
            $crate::text::Sentence { name: stringify!($name), zh: $zh, en: $en }
        ),+];
    };
    (@method $name:ident [] [$zh:literal] [$en:literal]) => {
        #[doc = concat!("```text\n", $en, "\n", $zh, "\n```")]
        #[must_use]
        pub const fn $name(self) -> &'static str {
            match self.lang {
                $crate::text::Lang::Zh => $zh,
                $crate::text::Lang::En => $en,
            }
        }
    };
    (@method $name:ident [$($arg:ident : $kind:ty),+]
        [$zh:literal $(, $zh_word:ident = $zh_value:expr)*]
        [$en:literal $(, $en_word:ident = $en_value:expr)*]
    ) => {
        #[doc = concat!("```text\n", $en, "\n", $zh, "\n```")]
        #[must_use]
        pub fn $name(self, $($arg: $kind),+) -> String {
            match self.lang {
                $crate::text::Lang::Zh => {
                    $(let $zh_word = $zh_value;)*
                    format!($zh, $($arg = $arg),+)
                }
                $crate::text::Lang::En => {
                    $(let $en_word = $en_value;)*
                    format!($en, $($arg = $arg),+)
                }
            }
        }
    };
}

// Below the macro, which is only known from here on.
/// Names every word of a vocabulary in both languages; a word without a name does not compile.
macro_rules! words {
    ($($(#[$doc:meta])* $method:ident($kind:ident) { $($word:ident: $zh:literal, $en:literal;)+ })+) => {
        impl Text {
            $($(#[$doc])*
            #[must_use]
            pub const fn $method(self, word: $kind) -> &'static str {
                match (self.lang, word) {
                    $((Lang::Zh, $kind::$word) => $zh, (Lang::En, $kind::$word) => $en,)+
                }
            })+
        }
    };
}

mod acts;
mod chains;
mod cli;
mod dates;
mod edits;
mod events;
mod fields;
mod find;
mod help;
mod live;
mod names;
mod palette;
mod parts;
mod phrases;
mod prepare;
mod record;
mod refusals;
mod screens;
mod settings;
mod signing;
mod sitting;
mod spoken;
mod start;
mod units;
mod votes;
mod voting;
mod wall;
mod warnings;
mod words;

pub use live::{BODY_NICKNAMES, DUE_BEFORE, DUE_BEHIND, OUTCOME_WORDS, UNDERTAKES};
pub use phrases::PHRASES;
pub use spoken::{
    MONTH_NAMES, SPANS, SPOKEN_DAYS, SPOKEN_PARTS, SPOKEN_WEEKS, SPOKEN_WEEKS_EN, SpokenDay, SpokenPart, SpokenWeek,
    WEEK_NOUNS, WEEKDAY_NAMES,
};
pub use words::body_kind_named;

/// One row of a table, for the tests that read every sentence.
#[cfg(test)]
struct Sentence {
    name: &'static str,
    zh: &'static str,
    en: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sentences of every table.
    fn all() -> impl Iterator<Item = &'static Sentence> {
        let tables = [
            acts::ALL,
            chains::ALL,
            cli::ALL,
            dates::ALL,
            events::ALL,
            fields::ALL,
            find::ALL,
            help::ALL,
            live::ALL,
            palette::ALL,
            parts::ALL,
            prepare::ALL,
            record::ALL,
            refusals::ALL,
            screens::ALL,
            settings::ALL,
            signing::ALL,
            sitting::ALL,
            start::ALL,
            units::ALL,
            votes::ALL,
            voting::ALL,
            wall::ALL,
        ];
        tables.into_iter().flatten()
    }

    #[test]
    fn every_sentence_is_there_in_both_languages() {
        for Sentence { name, zh, en } in all() {
            let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
            assert!(!zh.trim().is_empty() && !en.trim().is_empty(), "{name} is empty");
            // Whoever is lost in the other language looks for the name of their own.
            let names_both = *name == "key_language";
            assert!(names_both || !en.contains(is_han), "{name}: Chinese in the English sentence");
            let doubled = ["：", "，", "。", "；"].iter().any(|sign| zh.contains(&format!("{sign} ")));
            assert!(!doubled, "{name}: a full-width sign brings its own room");
            let words = zh.split(['{', '}']).step_by(2).collect::<String>();
            let is_only_symbols = !words.contains(char::is_alphabetic);
            assert!(is_only_symbols || words.contains(is_han), "{name}: no Chinese in the Chinese sentence");
        }
    }

    #[test]
    fn languages_are_known_by_their_locale_names() {
        assert_eq!(Lang::from_name("zh_CN.UTF-8"), Some(Lang::Zh));
        assert_eq!(Lang::from_name("zh-Hans-CN"), Some(Lang::Zh));
        assert_eq!(Lang::from_name("en"), Some(Lang::En));
        assert_eq!(Lang::from_name("EN_gb"), Some(Lang::En));
        assert_eq!(Lang::from_name("C.UTF-8"), None);
        assert_eq!(Lang::from_name(""), None);
    }

    #[test]
    fn one_thing_is_singular_and_none_is_not() {
        assert_eq!(plural(1, "vote", "votes"), "vote");
        assert_eq!(plural(0_u32, "vote", "votes"), "votes");
        assert_eq!(plural(2_usize, "vote", "votes"), "votes");
    }
}
