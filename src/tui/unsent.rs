//! Texts in progress, kept beside the record until they are sent or thrown away: a power cut costs what was typed in the
//! last second. Knows forms by what they would send, not what they are about.

use std::collections::BTreeMap;

use super::dialog::FormDialog;

/// How many graphemes may be typed before they are kept again.
const STEP: usize = 10;

/// The texts of forms that were neither sent nor thrown away, each under its field's name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unsent {
    forms: BTreeMap<String, BTreeMap<String, String>>,
    /// How much of the form being written was there when it was last kept.
    kept: usize,
}

impl Unsent {
    /// What an earlier window left, as [`Unsent::to_json`] wrote it; nothing if it cannot be read.
    #[must_use]
    pub fn from_json(json: &str) -> Self {
        Self { forms: serde_json::from_str(json).unwrap_or_default(), kept: 0 }
    }

    /// Everything, for the disk.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(&self.forms).unwrap_or_default()
    }

    /// How many forms have texts waiting.
    #[must_use]
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Whether no form has a text waiting.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// Puts the texts that wait for this form back into it; says whether there were any.
    pub fn restore(&mut self, dialog: &mut FormDialog) -> bool {
        self.kept = 0;
        let Some(texts) = self.forms.get(&name_of(dialog)) else { return false };
        for (field, text) in texts {
            dialog.form.write(field, text);
        }
        self.kept = dialog.form.unsaved();
        true
    }

    /// Notes what is written in the form if there is much that is not kept yet, or anything when `now`; says whether the
    /// disk should know.
    pub fn note(&mut self, dialog: &FormDialog, now: bool) -> bool {
        let written = dialog.form.unsaved();
        if !(if now { self.lacks(dialog) } else { written.abs_diff(self.kept) >= STEP }) {
            return false;
        }
        self.kept = written;
        self.put(name_of(dialog), dialog.form.texts());
        true
    }

    /// Whether the form says something else than what is kept of it.
    #[must_use]
    pub fn lacks(&self, dialog: &FormDialog) -> bool {
        let texts = dialog.form.texts();
        self.forms.get(&name_of(dialog)).map_or(!texts.is_empty(), |kept| *kept != texts)
    }

    /// Sets the texts of a form aside for when it is opened again, short or long; says whether there were any.
    pub fn set_aside(&mut self, dialog: &FormDialog) -> bool {
        if dialog.form.unsaved() == 0 {
            return false;
        }
        self.forms.insert(name_of(dialog), dialog.form.texts());
        true
    }

    /// The texts kept under a name that is no form's.
    #[must_use]
    pub fn kept(&self, name: &str) -> Option<&BTreeMap<String, String>> {
        self.forms.get(name)
    }

    /// Keeps texts under a name that is no form's; none forgets them.
    pub fn put(&mut self, name: String, texts: BTreeMap<String, String>) {
        if texts.is_empty() {
            self.forms.remove(&name);
        } else {
            self.forms.insert(name, texts);
        }
    }

    /// Forgets the texts of a form that was sent or thrown away; says whether there were any.
    pub fn forget(&mut self, dialog: &FormDialog) -> bool {
        self.kept = 0;
        self.forms.remove(&name_of(dialog)).is_some()
    }
}

/// The same form for the same thing has the same name, whenever it is opened.
fn name_of(dialog: &FormDialog) -> String {
    format!("{} {}", dialog.command, serde_json::Value::Object(dialog.fixed.clone()))
}
