//! What keys do in the room. Nothing here waits: whatever is asked for, the next key is taken at once.

use crossterm::event::{KeyCode, KeyEvent};

use super::drafts::{break_off, form_for, form_of, forward};
use super::list::{begins_something_else, said_of};
use super::names::{Called, Names};
use super::reading::{Kind, Makes, TaskDraft};
use super::roll::{Chosen, FloorAct, Purpose, Stranger};
use super::{Ask, Live, LiveAct, Menu, Mode, Pane, SIGNED_IN, Scroll, ask, line, minutes};
use crate::domain::code::{NoteKind, Outcome};
use crate::domain::command::{Command, CorrectMinutes, SetAside, TakeUp};
use crate::domain::decide::TEXT_LIMIT;
use crate::domain::id::NoteRef;
use crate::domain::meeting::{Meeting, MeetingState, Note};
use crate::tui::dialog;
use crate::tui::editor::{Editor, Outcome as Edited, TooLong};
use crate::tui::keys::{self, Action};
use crate::tui::meeting_act::MeetingAct;
use crate::tui::style::{Look, Tone};
use crate::tui::world::World;

impl Live {
    /// Obeys an act.
    pub fn act(&mut self, act: LiveAct, world: &World<'_>, look: &Look) -> Vec<Ask> {
        let Some(meeting) = self.meeting(world.register) else { return Vec::new() };
        let names = self.names(world.register, meeting, look);
        let id = world.register.id(meeting.key);
        let text = look.text;
        if begins_something_else(act, &self.mode) {
            self.close_roll(&names);
        }
        match act {
            LiveAct::Enter => return self.enter(&names, world),
            LiveAct::NewLine => return self.edit(|editor| editor.paste("\n"), look),
            LiveAct::SignIn => self.open_roll(Purpose::Mark(SIGNED_IN), &names),
            LiveAct::Hands => self.open_roll(Purpose::Floor(FloorAct::Raise(None)), &names),
            LiveAct::Floor => return self.next_speaker(&names),
            LiveAct::Next => {
                if let Some(item) = self.item_written(meeting) {
                    self.clear();
                    return self.take_up(item, id);
                }
                return match meeting.next_item() {
                    Some(item) => self.take_up(item.number, id),
                    None => vec![Ask::Say(text.live_agenda_done().to_owned(), Tone::Note)],
                };
            }
            LiveAct::Previous => {
                return match meeting.previous_item() {
                    Some(item) => self.take_up(item.number, id),
                    None => vec![Ask::Say(text.live_no_previous().to_owned(), Tone::Note)],
                };
            }
            LiveAct::TakeUp => return self.item.map(|item| self.take_up(item, id)).unwrap_or_default(),
            LiveAct::SetAside => {
                return self.item.map(|item| vec![ask(SetAside { meeting: id, item })]).unwrap_or_default();
            }
            LiveAct::Forward => return self.item.map(|item| vec![ask(forward(meeting, item, id))]).unwrap_or_default(),
            LiveAct::Topic => {
                let form = dialog::meeting_draft(MeetingAct::Place, meeting, None, world, look, false);
                return form.and_then(form_of).into_iter().collect();
            }
            LiveAct::Kind => self.turn_kind(),
            LiveAct::Resolve => self.mode = Mode::Menu(Menu::Outcomes),
            LiveAct::Task => return self.task_form(&names),
            LiveAct::Break if is_over(meeting) => return vec![Ask::Sign],
            LiveAct::Break => self.mode = Mode::Menu(Menu::Break),
            LiveAct::Presence => return vec![Ask::Presence],
            LiveAct::Phrases => return vec![Ask::Phrases],
            LiveAct::Digit(digit) => return self.choose(usize::from(digit), &names),
            LiveAct::Pane => {
                let completed = self.complete(&names);
                let is_written = matches!(self.mode, Mode::Write) && !self.editor.is_empty();
                return completed.unwrap_or_else(|| if is_written { Vec::new() } else { self.turn_pane() });
            }
            LiveAct::Letters if self.editing.is_some() => self.clear(),
            LiveAct::Letters => {
                self.mode = Mode::Letters;
                // From here one may go anywhere.
                return vec![Ask::Keep(true)];
            }
            LiveAct::Compose => self.mode = Mode::Write,
            LiveAct::Close => {
                self.close_roll(&names);
                self.mode = Mode::Write;
                return vec![Ask::Keep(true)];
            }
            LiveAct::Turn | LiveAct::TurnBack => {
                if let Mode::Roll(roll) = &mut self.mode {
                    roll.purpose = roll.purpose.turned(act == LiveAct::TurnBack);
                    roll.represented = None;
                    roll.is_warned = false;
                }
            }
        }
        Vec::new()
    }

    /// Takes a key that asks for no act: it is written.
    pub fn typed(&mut self, key: KeyEvent, world: &World<'_>, look: &Look) -> Vec<Ask> {
        match &mut self.mode {
            Mode::Write => {
                let before = self.editor.is_empty() || self.editing.is_some();
                match self.editor.key(key) {
                    Ok(Edited::Ignored) if before && key.code == KeyCode::Up => self.edit_another(true, world, look),
                    Ok(Edited::Ignored) if self.editing.is_some() && key.code == KeyCode::Down => {
                        self.edit_another(false, world, look)
                    }
                    Ok(_) => vec![Ask::Keep(false)],
                    Err(too_long) => vec![is_too_long(too_long, look)],
                }
            }
            Mode::Roll(roll) => match roll.filter.key(key) {
                Ok(Edited::Changed) => {
                    roll.retyped();
                    Vec::new()
                }
                Ok(_) => Vec::new(),
                Err(too_long) => vec![is_too_long(too_long, look)],
            },
            Mode::Letters | Mode::Menu(_) => Vec::new(),
        }
    }

    /// Takes in a pasted text.
    pub fn paste(&mut self, pasted: &str, look: &Look) -> Vec<Ask> {
        match &mut self.mode {
            Mode::Write => self.edit(|editor| editor.paste(pasted), look),
            Mode::Roll(roll) => {
                // What does not fit narrows nothing.
                let _ = roll.filter.paste(pasted);
                roll.retyped();
                Vec::new()
            }
            Mode::Letters | Mode::Menu(_) => Vec::new(),
        }
    }

    /// Obeys a moving key: the list, the agenda while letters are keys, and always the minutes by pages of so many rows.
    pub fn step(&mut self, action: Action, page: usize, world: &World<'_>, look: &Look) {
        let Some(meeting) = self.meeting(world.register) else { return };
        let names = self.names(world.register, meeting, look);
        if let Mode::Roll(roll) = &mut self.mode {
            let last = roll.listed(&names).len().saturating_sub(1);
            // Below nobody stands the row that adds somebody: whoever goes there has read it.
            roll.is_warned |= action == Action::Down && matches!(roll.stranger(&names), Some(Stranger::Named(..)));
            roll.cursor = action.moves(roll.cursor, page).unwrap_or(roll.cursor).min(last);
            return;
        }
        match action {
            Action::PageUp => self.scroll_back(page, meeting, world),
            Action::PageDown => {
                let hidden = self.scroll.map_or(0, |scroll| scroll.hidden).saturating_sub(page);
                self.scroll = self.scroll.filter(|_| hidden > 0).map(|scroll| Scroll { hidden, ..scroll });
            }
            _ => {
                let numbers: Vec<u32> = meeting.outline().iter().map(|placed| placed.item.number).collect();
                let at = numbers.iter().position(|number| Some(*number) == self.item).unwrap_or(0);
                let to = action.moves(at, 1).unwrap_or(at).min(numbers.len().saturating_sub(1));
                self.item = numbers.get(to).copied().or(self.item);
            }
        }
    }

    /// Wraps the line for its area, so that keys move by the rows that are seen.
    pub fn lay_out(&mut self, width: u16) {
        self.editor.lay_out(width);
    }

    fn scroll_back(&mut self, rows: usize, meeting: &Meeting, world: &World<'_>) {
        let until = minutes::entries(meeting, world.register).len();
        let scroll = self.scroll.get_or_insert(Scroll { until, hidden: 0 });
        scroll.hidden += rows;
    }

    fn edit(&mut self, change: impl FnOnce(&mut Editor) -> Result<Edited, TooLong>, look: &Look) -> Vec<Ask> {
        match change(&mut self.editor) {
            Ok(_) => vec![Ask::Keep(false)],
            Err(too_long) => vec![is_too_long(too_long, look)],
        }
    }

    fn enter(&mut self, names: &Names<'_>, world: &World<'_>) -> Vec<Ask> {
        match &mut self.mode {
            Mode::Roll(roll) => {
                let chosen = roll.choose(names);
                if let Chosen::Command(_) = chosen {
                    roll.select_unmarked(names);
                }
                return said_of(chosen, roll.purpose, names);
            }
            Mode::Letters => {
                self.mode = Mode::Write;
                return Vec::new();
            }
            Mode::Menu(_) => return Vec::new(),
            Mode::Write => {}
        }
        if let Some(motion) = self.motion_at_hand(names) {
            // What was moved is what is adopted, unless it is written otherwise.
            self.editor = Editor::lines(TEXT_LIMIT).with_text(&motion.text);
            return Vec::new();
        }
        if self.is_blank() {
            if !self.refused.is_empty() {
                let (draft, _) = self.refused.remove(0);
                self.write(&draft);
            }
            return Vec::new();
        }
        let draft = self.draft();
        if is_over(names.meeting) && draft.note.is_none() {
            let meeting = names.register.id(names.meeting.key);
            let text = draft.text.trim().to_owned();
            self.clear();
            return vec![Ask::Commit(Box::new(CorrectMinutes { meeting, note: None, text }.into()), Some(draft))];
        }
        if draft.note.and_then(|note| world.register.note(note)).is_some_and(|note| note.text == draft.text.trim()) {
            self.clear();
            return vec![Ask::Keep(false)];
        }
        match draft.read(names).map(|reading| reading.makes) {
            Err(why) => vec![Ask::Say(why, Tone::Late)],
            Ok(Makes::Nothing) => vec![Ask::Say(names.text().live_no_words().to_owned(), Tone::Note)],
            Ok(Makes::Task(task)) => vec![form_for(&task, names)],
            Ok(Makes::Command(command)) => {
                self.clear();
                self.scroll = None;
                vec![Ask::Commit(command, Some(draft))]
            }
        }
    }

    /// The item whose number is all that is written in the line.
    pub(super) fn item_written(&self, meeting: &Meeting) -> Option<u32> {
        let number = line::number(&self.editor.text())?;
        meeting.item(number).filter(|item| !item.taken_off).map(|item| item.number)
    }

    fn take_up(&mut self, item: u32, meeting: String) -> Vec<Ask> {
        self.item = Some(item);
        vec![ask(TakeUp { meeting, item })]
    }

    /// Opens the menu of kinds; pressed again, goes on to the next kind.
    fn turn_kind(&mut self) {
        if !matches!(self.mode, Mode::Menu(Menu::Kinds)) {
            self.mode = Mode::Menu(Menu::Kinds);
            return;
        }
        let at = match self.kind {
            Kind::Note(kind) => NoteKind::ALL.iter().position(|known| *known == kind),
            Kind::Resolution(_) => None,
        };
        let next = at.map_or(0, |at| (at + 1) % NoteKind::ALL.len());
        self.kind = Kind::Note(NoteKind::ALL[next]);
    }

    fn choose(&mut self, digit: usize, names: &Names<'_>) -> Vec<Ask> {
        let Mode::Menu(menu) = self.mode else { return Vec::new() };
        let Some(at) = digit.checked_sub(1) else { return Vec::new() };
        let kind = match menu {
            Menu::Kinds => NoteKind::ALL.get(at).copied().map(Kind::Note),
            Menu::Outcomes => Outcome::ALL.get(at).copied().map(Kind::Resolution),
            Menu::Break => {
                self.mode = Mode::Write;
                return break_off(at, names).into_iter().collect();
            }
        };
        if let Some(kind) = kind {
            self.kind = kind;
            self.editing = None;
            self.mode = Mode::Write;
        }
        Vec::new()
    }

    /// The motion whose words would be adopted, where something is to be adopted and nothing is written yet.
    pub(super) fn motion_at_hand<'a>(&self, names: &Names<'a>) -> Option<&'a Note> {
        let adopts = self.is_blank() && self.kind == Kind::Resolution(Outcome::Adopted);
        adopts.then(|| names.meeting.open_motion(names.register, names.meeting.current))?
    }

    fn task_form(&mut self, names: &Names<'_>) -> Vec<Ask> {
        let draft = self.draft();
        let written = if draft.is_task() { draft.read(names).ok() } else { None };
        let task = match written.map(|reading| reading.makes) {
            Some(Makes::Task(task)) => task,
            Some(Makes::Command(command)) => match *command {
                Command::AssignTask(task) => {
                    TaskDraft { lead: task.lead.into(), text: task.text, due: task.due.to_string().into() }
                }
                _ => TaskDraft::default(),
            },
            _ => TaskDraft { text: draft.text.trim().to_owned(), ..TaskDraft::default() },
        };
        match names.item() {
            Some(_) => vec![form_for(&task, names)],
            None => vec![Ask::Say(names.text().live_no_current(keys::shown(Action::Live(LiveAct::Next))), Tone::Note)],
        }
    }

    /// Completes the name that is being written; none: there is none.
    fn complete(&mut self, names: &Names<'_>) -> Option<Vec<Ask>> {
        if !matches!(self.mode, Mode::Write) {
            return None;
        }
        let written = self.editor.text();
        let (sign, rest) = line::sign(&written);
        let (name, behind) = line::name(rest);
        let names_somebody =
            matches!(sign, Some(line::Sign::Said | line::Sign::Task | line::Sign::Kind(NoteKind::Position)));
        if !names_somebody || name.is_empty() || !behind.is_empty() || written.ends_with(char::is_whitespace) {
            return None;
        }
        let text = names.text();
        let person = |person| text.person_named(names.register, person).to_owned();
        let whole = match (sign, names.body(name), names.person(name)) {
            (Some(line::Sign::Said), _, Called::One(one)) => person(one),
            (Some(line::Sign::Said), _, Called::Several(several)) => {
                let several: Vec<String> = several.into_iter().map(person).collect();
                return Some(vec![Ask::Say(text.live_several(name, &text.listed(&several)), Tone::Note)]);
            }
            (Some(line::Sign::Said), _, Called::Nobody) => {
                return Some(vec![Ask::Say(text.live_nobody_called(name), Tone::Note)]);
            }
            (_, Called::One(body), _) => text.body_named(names.register, body).to_owned(),
            (_, _, Called::One(one)) => person(one),
            _ => return Some(vec![Ask::Say(text.live_no_lead_called(name), Tone::Note)]),
        };
        let before = &written[..written.len() - name.len()];
        let completed = format!("{before}{whole} ");
        Some(self.edit(
            |editor| {
                *editor = editor.clone().with_text("");
                editor.paste(&completed)
            },
            names.look,
        ))
    }

    fn turn_pane(&mut self) -> Vec<Ask> {
        self.pane = match self.pane {
            Pane::Minutes => Pane::Agenda,
            Pane::Agenda => Pane::People,
            Pane::People => Pane::Minutes,
        };
        Vec::new()
    }

    /// Takes the entry above or below into the line; one that was changed there is left only by Enter or Esc.
    fn edit_another(&mut self, above: bool, world: &World<'_>, look: &Look) -> Vec<Ask> {
        let Some(meeting) = self.meeting(world.register) else { return Vec::new() };
        let words = |note: NoteRef| world.register.note(note).map(|note| note.text.clone());
        if self.editing.is_some_and(|note| words(note) != Some(self.editor.text())) {
            return Vec::new();
        }
        let is_there = |note: &NoteRef| world.register.note(*note).is_some_and(|note| note.struck.is_none());
        let notes: Vec<NoteRef> = meeting.notes.iter().copied().filter(is_there).collect();
        let at = self.editing.and_then(|editing| notes.iter().position(|note| *note == editing));
        let to = match (at, above) {
            (None, _) => notes.len().checked_sub(1),
            (Some(at), true) => Some(at.saturating_sub(1)),
            (Some(at), false) => Some(at + 1).filter(|at| *at < notes.len()),
        };
        let Some((note, text)) = to.and_then(|to| Some((notes[to], words(notes[to])?))) else {
            self.clear();
            return Vec::new();
        };
        self.write(&super::Draft { kind: Kind::default(), text, note: Some(note) });
        vec![Ask::Say(look.text.live_edits(&world.register.id(note)), Tone::Note)]
    }
}

fn is_too_long(too_long: TooLong, look: &Look) -> Ask {
    Ask::Say(look.text.field_too_long(too_long.limit, too_long.would_be), Tone::Late)
}

/// Whether there is nothing to interrupt or to end any more.
pub(super) fn is_over(meeting: &Meeting) -> bool {
    matches!(meeting.state, MeetingState::Adjourned | MeetingState::Sealed)
}
