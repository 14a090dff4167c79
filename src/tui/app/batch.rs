//! One act on many things: its command for each of them, one after the other by the way every command goes, so that
//! whatever happens in the middle leaves whole acts only. What was done so is taken back and brought back as a whole.

use std::collections::{HashMap, VecDeque};

use serde_json::{Map, Value, json};

use super::{Answer, App, Dialog, Effect, Message};
use crate::domain::command::{Command, Redo, Undo};
use crate::domain::id::Ref;
use crate::domain::register::Register;
use crate::tui::act::{Act, Aim, Subject};
use crate::tui::dialog::Draft;
use crate::tui::keys::{self, Action};
use crate::tui::style::Tone;
use crate::tui::world::World;

/// So many refused things are named in the sentence at the end; more would not be read.
const NAMED: usize = 4;

/// An act under way on many things.
#[derive(Debug, Clone)]
pub(super) struct Batch {
    work: Work,
    /// How many commands there are in all.
    total: usize,
    done: usize,
    refused: Vec<(Option<Ref>, String)>,
}

/// What is asked for again and again.
#[derive(Debug, Clone)]
enum Work {
    /// An act on each of these. What is marked more than once, as two tasks of one matter are for an act on the matter,
    /// stands together.
    Each { act: Act, command: &'static str, fields: Map<String, Value>, at: Vec<Ref>, left: VecDeque<Vec<Ref>> },
    /// To take back.
    Undo,
    /// To bring back.
    Redo,
}

/// How many acts one key takes back or brings back together.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Whole {
    undo: usize,
    redo: usize,
}

impl App {
    /// Begins an act on all that is marked: says why not, asks on what, or asks once for what all of them need.
    pub(super) fn act_on_many(&mut self, act: Act, marked: &[Ref], world: &World<'_>) -> Vec<Effect> {
        if !act.is_for_many() {
            self.say(self.text.not_for_many(act.label(self.text), keys::shown(Action::Back)), Tone::Note);
            return Vec::new();
        }
        let mut obstacle = None;
        for subject in marked.iter().filter_map(|thing| Subject::of(*thing, world.register)) {
            let mut offer = subject.offer(act, world);
            // A meeting called for one of them is not called for all; of several tasks any shows what there is to ask.
            if let Ok(aims) = &mut offer.aims {
                aims.retain(|aim| *aim != Aim::NewMeeting);
                if act.is_on_task() {
                    aims.truncate(1);
                }
            }
            match &offer.aims {
                Ok(aims) if aims.is_empty() => {
                    obstacle = Some(self.text.no_planned_meeting(keys::shown(Action::Meetings)));
                }
                Ok(_) => return self.act(subject, &offer, world),
                Err(why) => obstacle = obstacle.or_else(|| Some(self.why_not(why))),
            }
        }
        let why = obstacle.unwrap_or_else(|| self.text.nothing_to_act_on().to_owned());
        self.say(why, Tone::Note);
        Vec::new()
    }

    /// Carries out a draft on all that is marked, or opens its form once for all.
    pub(super) fn draft_for_many(&mut self, act: Act, draft: Draft, world: &World<'_>) -> Vec<Effect> {
        match draft {
            Draft::Form(mut form) => {
                form.for_many(act, self.text.form_many(act.label(self.text), self.marks()));
                self.open_form(*form);
                Vec::new()
            }
            Draft::Command(command) => self.each(act, command.name(), Map::new(), world),
            Draft::Ask => Vec::new(),
        }
    }

    /// Begins to carry out a command with these fields on all that is marked.
    pub(super) fn each(
        &mut self,
        act: Act,
        command: &'static str,
        fields: Map<String, Value>,
        world: &World<'_>,
    ) -> Vec<Effect> {
        let left = self.meant(act, world);
        self.begin(left.len(), Work::Each { act, command, fields, at: Vec::new(), left }, world)
    }

    /// Takes back the latest act; all of them, if they were carried out as one.
    pub(super) fn take_back(&mut self, world: &World<'_>) -> Vec<Effect> {
        match self.whole.undo {
            0 | 1 => self.commit(Undo {}.into(), None),
            many => self.begin(many, Work::Undo, world),
        }
    }

    /// Brings back what was taken back last; all of it, if it was taken back as one.
    pub(super) fn bring_back(&mut self, world: &World<'_>) -> Vec<Effect> {
        match self.whole.redo {
            0 | 1 => self.commit(Redo {}.into(), None),
            many => self.begin(many, Work::Redo, world),
        }
    }

    /// Takes in what became of one command of many, and asks for the next.
    pub(super) fn batch_answered(&mut self, mut batch: Batch, answer: Answer, world: &World<'_>) -> Vec<Effect> {
        let marks = match &batch.work {
            Work::Each { at, .. } => at.clone(),
            Work::Undo | Work::Redo => Vec::new(),
        };
        let at = marks.first().copied();
        match answer {
            Answer::Saved(_) => {
                batch.done += 1;
                for thing in marks {
                    self.unmark(thing);
                }
            }
            Answer::Refused(refusal) => {
                batch.refused.push((at, self.text.refusal(&refusal)));
                // What cannot be taken back bars the way to what was done before it.
                if at.is_none() {
                    return self.end(&batch, false, world);
                }
            }
            Answer::Failed(why) => {
                batch.refused.push((at, why));
                return self.end(&batch, true, world);
            }
        }
        self.go_on(batch, world)
    }

    fn begin(&mut self, total: usize, work: Work, world: &World<'_>) -> Vec<Effect> {
        if self.read_only {
            self.say(self.text.is_read_only().to_owned(), Tone::Late);
            return Vec::new();
        }
        if self.is_busy() {
            return Vec::new();
        }
        self.go_on(Batch { work, total, done: 0, refused: Vec::new() }, world)
    }

    fn go_on(&mut self, mut batch: Batch, world: &World<'_>) -> Vec<Effect> {
        let command = loop {
            match self.next_command(&mut batch, world) {
                None => return self.end(&batch, false, world),
                Some(Ok(command)) => break command,
                Some(Err((thing, why))) => batch.refused.push((Some(thing), why)),
            }
        };
        let progress = self.text.batch_progress(batch.done + batch.refused.len() + 1, batch.total);
        match self.dialogs.last_mut() {
            Some(Dialog::Form(dialog)) => dialog.form.say(progress, Tone::Note),
            _ => self.say(progress, Tone::Note),
        }
        self.batch = Some(batch);
        self.commit(command, None)
    }

    /// The next command; or the thing that has none, and why; nothing when all have been asked for.
    fn next_command(&self, batch: &mut Batch, world: &World<'_>) -> Option<Result<Command, (Ref, String)>> {
        let more = batch.done < batch.total;
        let (act, command, mut fields, thing) = match &mut batch.work {
            Work::Undo => return more.then(|| Ok(Undo {}.into())),
            Work::Redo => return more.then(|| Ok(Redo {}.into())),
            Work::Each { act, command, fields, at, left } => {
                *at = left.pop_front()?;
                (*act, *command, fields.clone(), *at.first()?)
            }
        };
        let target = match self.target(act, thing, world) {
            Ok(target) => target,
            Err(why) => return Some(Err((thing, why))),
        };
        fields.insert(act.names_it().to_owned(), json!(world.register.id(target)));
        let read = Command::read(command, Value::Object(fields))?;
        Some(read.map_err(|error| (thing, error.to_string())))
    }

    /// What the command for a marked thing names: a matter, or for an act on work the one task it can mean.
    fn target(&self, act: Act, thing: Ref, world: &World<'_>) -> Result<Ref, String> {
        let gone = || self.text.nothing_to_act_on().to_owned();
        let subject = Subject::of(thing, world.register).ok_or_else(gone)?;
        if !act.is_on_task() {
            return Ok(subject.matter.0);
        }
        match subject.offer(act, world).aims.as_deref() {
            Ok([Aim::Task(task)]) => Ok(task.0),
            Ok(_) => Err(self.text.several_tasks().to_owned()),
            Err(why) => Err(self.why_not(why)),
        }
    }

    /// What is marked, by what the act would be carried out on; where that cannot be told, each for itself.
    fn meant(&self, act: Act, world: &World<'_>) -> VecDeque<Vec<Ref>> {
        let mut meant: VecDeque<Vec<Ref>> = VecDeque::new();
        let mut places: HashMap<Ref, usize> = HashMap::new();
        for thing in self.marked() {
            let target = self.target(act, thing, world).ok();
            let place = target.map(|target| *places.entry(target).or_insert(meant.len()));
            match place.and_then(|place| meant.get_mut(place)) {
                Some(marks) => marks.push(thing),
                None => meant.push_back(vec![thing]),
            }
        }
        meant
    }

    /// Says how it went. A form stays open if nothing came of it, or if it broke off: its words are for the rest.
    fn end(&mut self, batch: &Batch, broke_off: bool, world: &World<'_>) -> Vec<Effect> {
        self.refresh(world);
        let sentence = self.outcome(batch, world.register);
        match batch.work {
            Work::Each { .. } if batch.done > 0 => self.whole = Whole { undo: batch.done, redo: 0 },
            Work::Each { .. } => {}
            Work::Undo => self.whole = Whole { undo: batch.total - batch.done, redo: batch.done },
            Work::Redo => self.whole = Whole { undo: batch.done, redo: batch.total - batch.done },
        }
        let left = self.marks();
        let mut effects = Vec::new();
        if let Some(Dialog::Form(dialog)) = self.dialogs.last_mut() {
            if batch.done == 0 || broke_off {
                if let Work::Each { act, .. } = batch.work {
                    dialog.form.entitle(self.text.form_many(act.label(self.text), left));
                }
                dialog.form.refuse(None, sentence);
                return effects;
            }
            effects = self.discard();
        }
        let offer = if matches!(batch.work, Work::Undo) { Action::Redo } else { Action::Undo };
        let tone = match (batch.done, batch.refused.is_empty()) {
            (_, true) => Tone::Good,
            (0, false) => Tone::Late,
            (_, false) => Tone::Near,
        };
        self.message = Some(Message { sentence, tone, offers: if batch.done > 0 { vec![offer] } else { Vec::new() } });
        effects
    }

    /// How many were done; how many were not, and why the first.
    fn outcome(&self, batch: &Batch, register: &Register) -> String {
        let text = self.text;
        let done = match batch.work {
            Work::Each { act, .. } => text.batch_done(act.label(text), batch.done),
            Work::Undo => text.batch_undone(batch.done),
            Work::Redo => text.batch_redone(batch.done),
        };
        let Some((first, why)) = batch.refused.first() else { return done };
        let left = text.batch_left(batch.total - batch.done);
        let first = first.map(|thing| register.id(thing)).unwrap_or_default();
        // The refusals of the rules mostly name it themselves.
        let why = if why.contains(&first) { why.clone() } else { text.form_about(&first, why) };
        let others: Vec<_> =
            batch.refused.iter().skip(1).filter_map(|(thing, _)| thing.map(|thing| register.id(thing))).collect();
        let others: Vec<_> = others.iter().map(String::as_str).collect();
        let also = match others.len() {
            1..NAMED => text.batch_also(&text.listed(&others)),
            _ => String::new(),
        };
        text.sentences(&[&done, &left, &why, &also])
    }
}
