//! What a person has chosen for this account, in a small file of theirs: colours, language, how the terminal is used.
//! Every key may be missing; what is not understood is told and otherwise passed over. Knows nothing of councils.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use etcetera::BaseStrategy;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::text::Lang;

/// Names another folder than the usual one.
const VARIABLE: &str = "MAZHA_CONFIG_DIR";
const FILE: &str = "settings.json";

/// Which colours are used.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Dark or light, as the terminal says its background is; dark where it says nothing.
    #[default]
    Auto,
    /// For a dark background.
    Dark,
    /// For a light background.
    Light,
    /// Bright on black, nothing dimmed.
    Contrast,
    /// No colours.
    Plain,
}

/// Which language is spoken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// That of the system.
    #[default]
    Auto,
    /// Chinese.
    Zh,
    /// English.
    En,
}

/// How many cells the terminal takes for signs that are narrow in the West and wide in China: `“ ” — … · ─ │`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Ambiguous {
    /// As the terminal answers when asked; one where it says nothing.
    #[default]
    Auto,
    /// One: they are shown as they are.
    Narrow,
    /// Two: signs that take one everywhere are shown in their place.
    Wide,
}

/// What was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Which colours are used. `NO_COLOR` in the environment overrides it.
    pub theme: Theme,
    /// Which language is spoken where neither `--lang` nor `MAZHA_LANG` says; `auto` is the one the screens were switched
    /// to last with `L`, else that of the system.
    pub lang: Language,
    /// How many cells the terminal takes for signs such as `“ ” — … · ─ │`.
    pub ambiguous: Ambiguous,
    /// Whether the program uses the mouse; else it is the terminal's, which selects text with it.
    pub mouse: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { theme: Theme::Auto, lang: Language::Auto, ambiguous: Ambiguous::Auto, mouse: true }
    }
}

/// The settings of this account, and where they are written.
#[derive(Debug, Clone, Default)]
pub struct Chosen {
    /// What was chosen.
    pub settings: Settings,
    /// The file; empty where the account has no place for one.
    pub file: PathBuf,
    /// What of it is passed over.
    pub remarks: Vec<Remark>,
}

/// Something in the file that is passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// The file cannot be read, or is not a JSON object.
    Unreadable(String),
    /// There is no such key.
    UnknownKey(String),
    /// The key cannot have this value.
    BadValue {
        /// The key.
        key: String,
        /// What it was given, as JSON.
        value: String,
    },
}

impl Language {
    /// The language, if one is named.
    #[must_use]
    pub fn lang(self) -> Option<Lang> {
        match self {
            Self::Auto => None,
            Self::Zh => Some(Lang::Zh),
            Self::En => Some(Lang::En),
        }
    }
}

impl Settings {
    /// The settings in a text, and what of it is passed over.
    #[must_use]
    pub fn from_json(text: &str) -> (Self, Vec<Remark>) {
        let mut settings = Self::default();
        let entries = match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
            Ok(Value::Object(entries)) => entries,
            Ok(_) => return (settings, vec![Remark::Unreadable("{ }?".into())]),
            Err(error) => return (settings, vec![Remark::Unreadable(error.to_string())]),
        };
        let mut remarks = Vec::new();
        for (key, value) in entries {
            let understood = match key.as_str() {
                "theme" => set(&mut settings.theme, &value),
                "lang" => set(&mut settings.lang, &value),
                "mouse" => set(&mut settings.mouse, &value),
                "ambiguous" => set(&mut settings.ambiguous, &value),
                _ => {
                    remarks.push(Remark::UnknownKey(key));
                    continue;
                }
            };
            if !understood {
                remarks.push(Remark::BadValue { key, value: value.to_string() });
            }
        }
        (settings, remarks)
    }

    /// The settings in a file; where there is none, nothing was chosen.
    #[must_use]
    pub fn read(file: &Path) -> (Self, Vec<Remark>) {
        match fs::read_to_string(file) {
            Ok(text) => Self::from_json(&text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => (Self::default(), Vec::new()),
            Err(error) => (Self::default(), vec![Remark::Unreadable(error.to_string())]),
        }
    }
}

impl Chosen {
    /// Reads the file of this account.
    #[must_use]
    pub fn of_account() -> Self {
        let Some(file) = file() else { return Self::default() };
        let (settings, remarks) = Settings::read(&file);
        Self { settings, file, remarks }
    }
}

/// The file of this account, or the one in the folder named by `MAZHA_CONFIG_DIR`; an account without a home has none.
fn file() -> Option<PathBuf> {
    let named = env::var_os(VARIABLE).filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let usual = || Some(etcetera::choose_base_strategy().ok()?.config_dir().join("mazha"));
    Some(named.or_else(usual)?.join(FILE))
}

fn set<T: DeserializeOwned>(place: &mut T, value: &Value) -> bool {
    T::deserialize(value).map(|value| *place = value).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_understood_is_told_and_the_rest_holds() {
        let (settings, remarks) = Settings::from_json(r#"{"theme": "light", "lang": "fr", "font": 12}"#);
        assert_eq!(settings, Settings { theme: Theme::Light, ..Settings::default() });
        assert_eq!(remarks.len(), 2);
        assert!(remarks.contains(&Remark::UnknownKey("font".into())));
        assert!(remarks.contains(&Remark::BadValue { key: "lang".into(), value: r#""fr""#.into() }));
    }

    #[test]
    fn a_broken_file_chooses_nothing_and_says_so() {
        for text in ["", "{", "[]", "7"] {
            let (settings, remarks) = Settings::from_json(text);
            assert_eq!(settings, Settings::default());
            assert!(matches!(remarks[..], [Remark::Unreadable(_)]), "{text}");
        }
    }

    #[test]
    fn no_file_is_no_choice() {
        assert_eq!(Settings::read(Path::new("/nowhere/settings.json")), (Settings::default(), Vec::new()));
    }

    #[test]
    fn the_schema_that_ships_is_that_of_the_type() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/settings.schema.json");
        let shipped = fs::read_to_string(file).unwrap_or_default();
        let made = serde_json::to_string_pretty(&schemars::schema_for!(Settings)).unwrap();
        assert!(shipped.trim_end() == made, "data/settings.schema.json should be:\n{made}");
    }
}
