//! What the rules would make of a form as it is being filled: the deadline a route gives, and what is worth knowing
//! before it is carried out. Holds no rule: it asks.

use chrono::SecondsFormat;
use serde_json::{Map, Value, json};

use super::FormDialog;
use super::draft::default_due;
use crate::domain::code::Warning;
use crate::domain::command::Command;
use crate::domain::event::Event;
use crate::tui::style::Look;
use crate::tui::world::World;

/// Words where some are still to be written.
const SOME_WORDS: &str = "…";

impl FormDialog {
    /// Says in the form what the rules would make of it.
    pub fn preview(&mut self, world: &World<'_>, look: &Look) {
        match self.command {
            "raise_matter" => self.offer_similar(world.register),
            "convene_meeting" => super::convene::propose(self, world.register, look),
            "accept_matter" => self.say_deadline(world, look),
            _ => {}
        }
        let warnings = self.warnings(world, look);
        self.form.warn(warnings.into_iter().map(|warning| look.text.warning(warning).to_owned()).collect());
    }

    fn say_deadline(&mut self, world: &World<'_>, look: &Look) {
        let route = self.form.value("route", look.now);
        let fields = route.map(|route| ("route".to_owned(), route)).into_iter().collect();
        let Some(command) = self.command_of(fields) else { return };
        if let Some(due) = default_due(&command, world, look) {
            self.form.if_empty("due", look.text.hint_due_default(&due));
        }
    }

    /// What would be recorded with the act as worth saying.
    fn warnings(&self, world: &World<'_>, look: &Look) -> Vec<Warning> {
        let mut fields = self.form.draft(SOME_WORDS, look.now);
        // Who is missing can be told before the day is set; whether the notice is short cannot.
        let dated = self.command != "convene_meeting" || fields.contains_key("at");
        if !dated {
            fields.insert("at".to_owned(), json!(look.now.to_rfc3339_opts(SecondsFormat::Secs, false)));
        }
        let Some(Ok(events)) = self.command_of(fields).map(|command| world.ask(&command)) else { return Vec::new() };
        let warnings = events.iter().flat_map(Event::warnings).copied();
        warnings.filter(|warning| dated || *warning != Warning::NoticeShort).collect()
    }

    /// The command that these fields and those the form does not ask for make, if they make one.
    fn command_of(&self, fields: Map<String, Value>) -> Option<Command> {
        let mut whole = self.fixed.clone();
        whole.extend(fields);
        Command::read(self.command, Value::Object(whole))?.ok()
    }
}
