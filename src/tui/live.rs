//! The room of a meeting 会场: agenda, floor and minutes on one screen, with a line that is always ready for what is
//! said. It asks for commands and goes on at once; what becomes of them is heard later. Holds no rule.

mod ahead;
mod drafts;
mod draw;
mod kept;
mod line;
mod list;
pub(in crate::tui) mod minutes;
mod names;
mod phrases;
mod reading;
mod roll;
mod side;
mod update;

use std::collections::BTreeMap;

use crate::domain::code::Attendance;
use crate::domain::command::Command;
use crate::domain::decide::TEXT_LIMIT;
use crate::domain::entry::Entry;
use crate::domain::event::Event;
use crate::domain::id::{MeetingRef, NoteRef};
use crate::domain::meeting::{Meeting, MeetingState};
use crate::domain::register::Register;
use crate::tui::dialog::FormDialog;
use crate::tui::editor::Editor;
use crate::tui::keys::Place;
use crate::tui::style::{Look, Tone};
use crate::tui::world::World;

use ahead::Ahead;
use kept::Kept;
use names::Names;
use roll::Roll;

pub use draw::{draw, line_width};
pub use kept::{says_the_same, with_waiting};
pub use phrases::phrases;
pub use reading::{Draft, Kind, TaskDraft};

/// Graphemes that may be typed before the line is kept again.
const STEP: usize = 10;

/// What a key asks for here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LiveAct {
    /// Record the line, or choose.
    Enter,
    /// Begin a new row of the line.
    NewLine,
    /// Mark who is here.
    SignIn,
    /// Take up the next item.
    Next,
    /// Take up the item before.
    Previous,
    /// Take up the selected item.
    TakeUp,
    /// Set the selected item aside.
    SetAside,
    /// Let the selected item come next.
    Forward,
    /// Add a topic.
    Topic,
    /// Give the floor to the next, or end the turn where nobody waits.
    Floor,
    /// Hands, and whom else the floor concerns.
    Hands,
    /// Choose the kind of the line.
    Kind,
    /// Resolve the item under discussion.
    Resolve,
    /// Give a task.
    Task,
    /// A break, or the end.
    Break,
    /// Show who was there when.
    Presence,
    /// Offer what is often written.
    Phrases,
    /// Complete the name, or show another pane.
    Pane,
    /// Letters are keys.
    Letters,
    /// Letters are written.
    Compose,
    /// Choose this one, from 1.
    Digit(u8),
    /// Another kind of mark or of hand.
    Turn,
    /// The one before.
    TurnBack,
    /// Leave the list or the menu.
    Close,
}

/// What the room asks of whoever shows it.
#[derive(Debug, Clone)]
pub enum Ask {
    /// Carry this out; the line it was written as comes back if it is refused.
    Commit(Box<Command>, Option<Draft>),
    /// Open this form.
    Form(Box<FormDialog>),
    /// Say this.
    Say(String, Tone),
    /// Read and sign the minutes.
    Sign,
    /// Show who was there when.
    Presence,
    /// Offer what is often written.
    Phrases,
    /// Something was written: keep it soon, or at once.
    Keep(bool),
}

/// The state of the screen.
#[derive(Debug, Clone)]
pub struct Live {
    key: MeetingRef,
    mode: Mode,
    editor: Editor,
    kind: Kind,
    /// What was asked for and is not on disk yet.
    ahead: Ahead,
    /// The entry whose words are in the line.
    editing: Option<NoteRef>,
    /// Lines that were refused while another was being written, oldest first, with the reason.
    refused: Vec<(Draft, String)>,
    /// The item selected while letters are keys.
    item: Option<u32>,
    scroll: Option<Scroll>,
    pane: Pane,
    /// The line as it was last kept.
    kept: BTreeMap<String, String>,
    /// Graphemes then written.
    kept_length: usize,
}

/// Who has the keyboard.
#[derive(Debug, Clone)]
enum Mode {
    Write,
    Letters,
    Roll(Box<Roll>),
    Menu(Menu),
}

/// What a digit chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Menu {
    Kinds,
    Outcomes,
    Break,
}

/// What is shown where there is no room for everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pane {
    Minutes,
    Agenda,
    People,
}

/// How far the minutes are scrolled back: what comes in meanwhile stays below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Scroll {
    /// Entries that there were.
    until: usize,
    /// Rows of these that are out of sight below.
    hidden: usize,
}

impl Live {
    /// The room of a meeting, with the lines that were kept when it was left, save those still on their `way`.
    #[must_use]
    pub fn new(
        key: MeetingRef,
        kept: Option<&BTreeMap<String, String>>,
        way: &[Draft],
        world: &World<'_>,
        look: &Look,
    ) -> Self {
        let mut live = Self {
            key,
            mode: Mode::Write,
            editor: Editor::lines(TEXT_LIMIT),
            kind: Kind::default(),
            ahead: Ahead::default(),
            editing: None,
            refused: Vec::new(),
            item: None,
            scroll: None,
            pane: Pane::Minutes,
            kept: kept.cloned().unwrap_or_default(),
            kept_length: 0,
        };
        live.restore(way, world, look);
        live.refresh(world);
        live
    }

    /// The meeting.
    #[must_use]
    pub fn key(&self) -> MeetingRef {
        self.key
    }

    /// Where its keys are looked up.
    #[must_use]
    pub fn place(&self) -> Place {
        match self.mode {
            Mode::Write => Place::Live,
            Mode::Letters => Place::LiveKeys,
            Mode::Roll(_) => Place::LiveRoll,
            Mode::Menu(_) => Place::LiveMenu,
        }
    }

    /// Whether its clocks run, so that it is to be painted every second.
    #[must_use]
    pub fn runs(&self, register: &Register) -> bool {
        let meeting = register.meeting(self.key);
        meeting.is_some_and(|meeting| meeting.state == MeetingState::Open && meeting.paused.is_none())
    }

    /// Whether nothing is said there any more: its minutes are read and signed, or were.
    #[must_use]
    pub fn is_over(&self, register: &Register) -> bool {
        self.meeting(register).is_some_and(update::is_over)
    }

    /// Follows the record. Nothing that is being written is touched.
    pub fn refresh(&mut self, world: &World<'_>) {
        let Some(meeting) = world.register.meeting(self.key) else { return };
        if self.item.and_then(|item| meeting.item(item)).is_none() {
            let first = meeting.unsettled().next().map(|item| item.number);
            self.item = meeting.current.or(first);
        }
        if self.editing.is_some_and(|note| world.register.note(note).is_none()) {
            self.editing = None;
        }
    }

    /// Knows what was asked for here and is not on disk yet.
    pub fn expects<'c>(&mut self, commands: impl Iterator<Item = &'c Command>, register: &Register) {
        self.ahead = Ahead::of(commands, self.key, register);
    }

    /// Takes in that the form of the task in the line was recorded.
    pub fn filled(&mut self, entry: &Entry) {
        let is_task = |event: &Event| matches!(event, Event::TaskAssigned(_));
        if entry.events.iter().any(is_task) && self.draft().is_task() {
            self.clear();
        }
    }

    /// Takes in that something asked for here is on disk.
    pub fn heard(&mut self, world: &World<'_>, look: &Look) {
        let ahead = self.ahead;
        if let (Some(meeting), Mode::Roll(roll)) = (world.register.meeting(self.key), &mut self.mode)
            && roll.filter.is_empty()
        {
            roll.select_unmarked(&Names { register: world.register, meeting, look, ahead });
        }
    }

    /// Gives a line back that was not recorded: into the composer if that is empty, else among the minutes, to be taken
    /// back later.
    pub fn give_back(&mut self, draft: Draft, why: String) {
        if self.is_blank() {
            self.write(&draft);
        } else {
            self.refused.push((draft, why));
        }
    }

    /// The lines to be kept beside the record, those on their `way` among them: if much of what is written changed, or
    /// whenever it is `now`. Nothing written: an empty map.
    pub fn to_keep(&mut self, way: &[Draft], world: &World<'_>, now: bool) -> Option<BTreeMap<String, String>> {
        if !now && self.editor.graphemes().abs_diff(self.kept_length) < STEP {
            return None;
        }
        self.kept = self.as_kept(way, world);
        self.kept_length = self.editor.graphemes();
        Some(self.kept.clone())
    }

    /// Whether something written is not kept yet.
    #[must_use]
    pub fn is_unkept(&self, way: &[Draft], world: &World<'_>) -> bool {
        !kept::says_the_same(&self.as_kept(way, world), &self.kept)
    }

    fn as_kept(&self, way: &[Draft], world: &World<'_>) -> BTreeMap<String, String> {
        let waiting = self.refused.iter().map(|(draft, _)| draft).chain(way).cloned().collect();
        Kept { waiting, written: Some(self.draft()) }.to_texts(world.context.n, world.register)
    }

    /// Puts the kept lines back where they were; what was recorded, or is on its way, is not written twice.
    fn restore(&mut self, way: &[Draft], world: &World<'_>, look: &Look) {
        let Some(meeting) = self.meeting(world.register) else { return };
        let names = self.names(world.register, meeting, look);
        let Kept { waiting, written } = Kept::read(&self.kept, &names, &world.context);
        if let Some(written) = written {
            self.write(&written);
        }
        for draft in waiting.into_iter().filter(|draft| !way.contains(draft)) {
            self.give_back(draft, look.text.live_cut_off().to_owned());
        }
        self.kept_length = self.editor.graphemes();
    }

    fn draft(&self) -> Draft {
        Draft { kind: self.kind, text: self.editor.text(), note: self.editing }
    }

    fn write(&mut self, draft: &Draft) {
        self.editor = Editor::lines(TEXT_LIMIT).with_text(&draft.text);
        self.kind = draft.kind;
        self.editing = draft.note;
    }

    fn clear(&mut self) {
        self.write(&Draft::default());
    }

    /// Whether the minutes are not in sight, so that what was recorded is not seen there.
    #[must_use]
    pub fn hides_minutes(&self) -> bool {
        self.pane != Pane::Minutes
    }

    /// Whether nothing is being written.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.editor.is_empty() && self.editing.is_none()
    }

    fn names<'a>(&self, register: &'a Register, meeting: &'a Meeting, look: &'a Look) -> Names<'a> {
        Names { register, meeting, look, ahead: self.ahead }
    }

    fn meeting<'a>(&self, register: &'a Register) -> Option<&'a Meeting> {
        register.meeting(self.key)
    }
}

/// Asks for a command that no line was written for.
fn ask(command: impl Into<Command>) -> Ask {
    Ask::Commit(Box::new(command.into()), None)
}

/// The state that a sign-in begins with.
const SIGNED_IN: Attendance = Attendance::Present;
