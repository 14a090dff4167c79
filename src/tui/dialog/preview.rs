//! What the rules would make of a form as it is being filled: the deadline a route gives, and what is worth knowing
//! before it is carried out. Holds no rule: it asks.

use chrono::SecondsFormat;
use serde_json::{Map, Value, json};

use super::{FormDialog, Then};
use crate::domain::code::{Route, Warning};
use crate::domain::command::Command;
use crate::domain::event::{Event, MatterAccepted};
use crate::domain::id::Ref;
use crate::tui::act::Subject;
use crate::tui::style::Look;
use crate::tui::world::World;

/// Words where some are still to be written.
const SOME_WORDS: &str = "…";
/// Of many marked things so many are asked about while the form is filled.
const ASKED: usize = 20;

impl FormDialog {
    /// Says in the form what the rules would make of it. `marked` is what a form for many things is for.
    pub fn preview(&mut self, world: &World<'_>, look: &Look, marked: &[Ref]) {
        let targets = self.targets(world, marked);
        match self.command {
            "raise_matter" => self.offer_similar(world.register),
            "convene_meeting" => super::convene::propose(self, world.register, look),
            "accept_matter" => self.say_route(&targets, world, look),
            "post_notice" => self.say_last_day(&targets, world, look),
            _ => {}
        }
        let mut warnings: Vec<String> = Vec::new();
        for warning in targets.iter().flat_map(|target| self.warnings(target, world, look)) {
            if !warnings.contains(&warning) {
                warnings.push(warning);
            }
        }
        self.form.warn(warnings);
    }

    /// The fields that the form does not ask for, for each thing it is about.
    fn targets(&self, world: &World<'_>, marked: &[Ref]) -> Vec<Map<String, Value>> {
        let Then::Each(act) = self.then else { return vec![self.fixed.clone()] };
        let target = |thing: &Ref| {
            let subject = Subject::of(*thing, world.register)?;
            let meant = if act.is_on_task() { subject.task?.0 } else { subject.matter.0 };
            let mut fields = self.fixed.clone();
            fields.insert(act.names_it().to_owned(), json!(world.register.id(meant)));
            Some(fields)
        };
        marked.iter().take(ASKED).filter_map(target).collect()
    }

    /// What the route that is chosen means, and the day it comes to, which is also the one if none is written.
    fn say_route(&mut self, targets: &[Map<String, Value>], world: &World<'_>, look: &Look) {
        let Some(chosen) = self.form.value("route", look.now) else { return };
        let mut fields: Map<_, _> = [("route".to_owned(), chosen)].into_iter().collect();
        for name in ["depth", "decision"] {
            fields.extend(self.form.value(name, look.now).map(|chosen| (name.to_owned(), chosen)));
        }
        let accepted = targets.iter().find_map(|target| self.accepted(target, fields.clone(), world));
        if let Some(MatterAccepted { route, due, depth, decision, .. }) = accepted {
            let text = look.text;
            let means = |name: &str, called: &str, means: &str| {
                let chosen = fields.contains_key(name);
                if chosen { text.choice_means(called, means) } else { text.choice_if_empty(called, means) }
            };
            self.form.hint("depth", &means("depth", text.depth(depth), text.depth_means(depth)));
            self.form.hint("decision", &means("decision", text.decision(decision), text.decision_means(decision)));
            let due = look.text.deadline(due, look.today());
            let limit = world.register.rules().limit(route).map(|limit| look.text.limit(limit)).unwrap_or_default();
            self.form.if_empty("due", look.text.hint_due_default(&due));
            self.form.hint("route", &look.text.route_in_full(route, &limit, &due));
        } else if let Some(route) = Route::from_code(fields["route"].as_str().unwrap_or_default()) {
            self.form.hint("route", look.text.route_means(route));
        }
    }

    fn accepted(
        &self,
        target: &Map<String, Value>,
        fields: Map<String, Value>,
        world: &World<'_>,
    ) -> Option<MatterAccepted> {
        let events = world.ask(&self.command_of(target, fields)?).ok()?;
        events.into_iter().find_map(|event| match event {
            Event::MatterAccepted(accepted) => Some(accepted),
            _ => None,
        })
    }

    /// Until when a notice would hang: a last day that falls on a rest day moves.
    fn say_last_day(&mut self, targets: &[Map<String, Value>], world: &World<'_>, look: &Look) {
        let [target, ..] = targets else { return };
        let Some(command) = self.command_of(target, self.form.draft(SOME_WORDS, look.now)) else { return };
        let events = world.ask(&command).unwrap_or_default();
        let until = events.iter().find_map(|event| match event {
            Event::NoticePosted(posted) => Some(posted.until),
            _ => None,
        });
        if let Some(until) = until {
            self.form.hint("days", &look.text.hint_hangs_until(&look.text.date(until, look.today())));
        }
    }

    /// What would be recorded with the act as worth saying.
    fn warnings(&self, target: &Map<String, Value>, world: &World<'_>, look: &Look) -> Vec<String> {
        let mut fields = self.form.draft(SOME_WORDS, look.now);
        // Who is missing can be told before the day is set; whether the notice is short cannot.
        let dated = self.command != "convene_meeting" || fields.contains_key("at");
        if !dated {
            fields.insert("at".to_owned(), json!(look.now.to_rfc3339_opts(SecondsFormat::Secs, false)));
        }
        let Some(Ok(events)) = self.command_of(target, fields).map(|command| world.ask(&command)) else {
            return Vec::new();
        };
        let each = events.iter().flat_map(|event| event.warnings().iter().map(move |warning| (event, *warning)));
        each.filter(|(_, warning)| dated || *warning != Warning::NoticeShort)
            .map(|(event, warning)| look.text.warned_of(event, warning, world.register, look.now))
            .collect()
    }

    /// The command that these fields and those the form does not ask for make, if they make one.
    fn command_of(&self, target: &Map<String, Value>, fields: Map<String, Value>) -> Option<Command> {
        let mut whole = target.clone();
        whole.extend(fields);
        Command::read(self.command, Value::Object(whole))?.ok()
    }
}
