//! Open matters that the title being typed may be about already: what is raised once need not be raised again.

use std::cmp::Reverse;

use serde_json::json;

use super::FormDialog;
use crate::cells::clean::clean;
use crate::domain::matter::Matter;
use crate::domain::register::Register;
use crate::domain::stage::Stage;
use crate::search::Gist;
use crate::tui::form::Choice;

/// More would not be read.
const MOST: usize = 3;

impl FormDialog {
    /// Offers open matters like the title, the likest first, of equals the latest.
    pub(super) fn offer_similar(&mut self, register: &Register) {
        if self.form.focused() != Some("title") {
            return;
        }
        let title = Gist::of(&self.form.text("title").unwrap_or_default());
        let open = register.matters().rev().filter(|matter| matter.stage() != Stage::Closed);
        let mut alike: Vec<(usize, &Matter)> =
            open.filter_map(|matter| Some((title.likeness(&Gist::of(&matter.title))?, matter))).collect();
        alike.sort_by_key(|(likeness, _)| Reverse(*likeness));
        let choice = |(_, matter): (usize, &Matter)| {
            let id = register.id(matter.key);
            Choice { label: format!("{id}  {}", clean(&matter.title)), value: json!(id) }
        };
        self.form.offer("title", alike.into_iter().take(MOST).map(choice).collect());
    }
}
