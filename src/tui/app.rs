//! What the person is looking at, and how it answers keys and news. Pure: no files, no terminal, no clock; what it
//! wants of the world it returns as effects.

mod act;
mod ahead;
mod batch;
mod commit;
mod copy;
mod dialogs;
mod draw;
mod find;
mod hands;
mod hints;
mod lists;
mod live;
mod meeting;
mod mouse;
mod palette;
mod panes;
mod prepare;
mod refresh;
mod sign;
mod traffic;
mod trail;
mod who;

use std::collections::VecDeque;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind};
use ratatui::layout::Size;

use super::act::Offer;
use super::dialog::{Dialog, Draft, Question};
use super::help::Help;
use super::keys::{self, Action, Place};
use super::narrowing::Narrow;
use super::paint;
use super::screen::{Board, Log, Meetings, Notices, People, Screen, Tasks, Today};
use super::split::Panes;
use super::style::{Palette, Tone};
use super::threads::Threads;
use super::trail::Trail;
use super::unsent::Unsent;
use super::world::World;
use crate::domain::id::MeetingRef;
use crate::domain::meeting::MeetingState;
use crate::domain::register::Register;
use crate::state_dir::Habit;
use crate::text::Text;

use find::Finder;

pub(super) use ahead::leaves;
pub use commit::Answer;
pub use draw::draw;
pub use traffic::{Effect, Input};

/// All that the person sees, except the record itself.
#[derive(Debug, Clone)]
pub struct App {
    council: String,
    text: Text,
    palette: Palette,
    size: Size,
    read_only: bool,
    pointer: mouse::Pointer,
    /// The name acts are recorded under was given from outside.
    name_given: bool,
    trouble: draw::Trouble,
    panes: Panes,
    /// What the pane beside the one with the keys shows.
    beside: panes::Beside,
    board: Board,
    threads: Threads,
    screen: Screen,
    trail: Trail,
    finder: Finder,
    narrow: Narrow,
    dialogs: Vec<Dialog>,
    /// The meeting that is shown on the wall over everything, if one is.
    wall: Option<MeetingRef>,
    message: Option<Message>,
    /// What was asked for and is not answered yet, in order; the first is under way.
    commits: VecDeque<commit::Pending>,
    /// Many commands that are asked for one after the other, while they are.
    batch: Option<batch::Batch>,
    whole: batch::Whole,
    /// What the act keys would do on what a list has selected.
    offers: Vec<Offer>,
    /// Whether something that was taken back can be brought back, with so many acts on record.
    redo: (usize, bool),
    /// What was typed while a write was under way.
    ahead: VecDeque<Input>,
    unsent: Unsent,
    /// Lines of the palette that were carried out or given up, the oldest first.
    asked: Vec<String>,
    /// What a look over the whole record found, until nothing else has the keyboard.
    checked: Option<Vec<String>>,
}

/// A sentence above the keys.
#[derive(Debug, Clone)]
struct Message {
    sentence: String,
    tone: Tone,
    /// What follows from it, and the act that would take it back.
    offers: Vec<Action>,
}

impl App {
    /// The board of a council, as seen by whoever opened it.
    #[must_use]
    pub fn new(council: String, text: Text, palette: Palette, size: Size, world: &World<'_>) -> Self {
        let mut app = Self {
            council,
            text,
            palette,
            size,
            read_only: false,
            pointer: mouse::Pointer::default(),
            name_given: false,
            trouble: draw::Trouble::default(),
            panes: Panes::default(),
            beside: panes::Beside::default(),
            board: Board::default(),
            threads: Threads::default(),
            screen: Screen::Board,
            trail: Trail::default(),
            finder: Finder::default(),
            narrow: Narrow::default(),
            dialogs: Vec::new(),
            wall: None,
            message: None,
            commits: VecDeque::new(),
            batch: None,
            whole: batch::Whole::default(),
            offers: Vec::new(),
            redo: (0, false),
            ahead: VecDeque::new(),
            unsent: Unsent::default(),
            asked: Vec::new(),
            checked: None,
        };
        app.refresh(world);
        app.board.go_where_something_is();
        app.read_threads(world);
        app.ask_what_can_be_done(world);
        app
    }

    /// The same, of a record that nobody can change.
    #[must_use]
    pub fn read_only(mut self) -> Self {
        self.read_only = true;
        self
    }

    /// The same, with the texts that an earlier window left unsent: their forms will open with them.
    #[must_use]
    pub fn with_unsent(mut self, unsent: Unsent, register: &Register) -> Self {
        // A line of a sealed meeting still stands in its room; nobody need be told of it for ever.
        let sealed = register.meetings().filter(|meeting| meeting.state == MeetingState::Sealed);
        let settled = sealed.filter(|meeting| unsent.kept(&live::line_name(meeting.key, register)).is_some()).count();
        let waiting = unsent.len().saturating_sub(settled);
        if waiting > 0 {
            self.say(self.text.unsent_waiting(waiting), Tone::Note);
        }
        self.unsent = unsent;
        self
    }

    /// The language now spoken.
    #[must_use]
    pub fn text(&self) -> Text {
        self.text
    }

    /// Takes in what came, and says what is wanted of the world.
    pub fn update(&mut self, input: Input, world: &World<'_>) -> Vec<Effect> {
        let idle = matches!(input, Input::Idle);
        let mut effects = self.take(input, world);
        // Gathering what can be found shows only once all is gathered.
        if idle && self.has_put_off() {
            return effects;
        }
        effects.extend(self.digest_wanted(world));
        self.show_checked();
        self.room_looks_ahead(world);
        self.read_threads(world);
        self.follow_beside(world);
        if let Screen::People(screen) = &mut self.screen {
            screen.tell(world.register);
        }
        // Between two of many things nobody can fill a form or begin an act.
        if self.batch.is_none() {
            self.preview(world);
            self.ask_what_can_be_done(world);
        }
        effects
    }

    fn take(&mut self, input: Input, world: &World<'_>) -> Vec<Effect> {
        match input {
            Input::Key(key) if key.kind == KeyEventKind::Release => Vec::new(),
            input if self.must_wait(&input) => {
                self.ahead.push_back(input);
                Vec::new()
            }
            Input::Key(key) => self.key(key, world),
            Input::Mouse(event) => self.pointed(event, world),
            Input::Paste(text) => self.paste(&text, world),
            Input::Resize(size) => {
                self.size = size;
                self.let_go();
                for dialog in &mut self.dialogs {
                    if let Dialog::Form(dialog) = dialog {
                        dialog.form.lay_out(size);
                    }
                }
                Vec::new()
            }
            Input::News(acts) => {
                self.refresh(world);
                // In the room others' acts are seen where they belong; nothing is said over what is being written.
                if !matches!(self.screen, Screen::Live(_)) {
                    self.say(self.text.new_acts(acts), Tone::Note);
                }
                Vec::new()
            }
            Input::Remarks(sentence) => {
                self.say(sentence, Tone::Late);
                Vec::new()
            }
            Input::Answer(answer) => self.catch_up(answer, world),
            Input::Slow => {
                if self.is_busy() {
                    let saving = self.text.saving().to_owned();
                    match self.dialogs.last_mut() {
                        Some(Dialog::Form(dialog)) => dialog.form.say(saving, Tone::Note),
                        Some(Dialog::Palette(prompt)) => prompt.say(saving, Tone::Note),
                        _ => self.say(saving, Tone::Note),
                    }
                }
                Vec::new()
            }
            Input::Unsound(unsound) => {
                self.trouble.unsound = unsound;
                Vec::new()
            }
            Input::Gone(sentence) => {
                self.trouble.gone = true;
                self.say(sentence, Tone::Late);
                Vec::new()
            }
            Input::Back => {
                self.trouble.gone = false;
                self.say(self.text.folder_back().to_owned(), Tone::Good);
                Vec::new()
            }
            Input::Colours(palette) => {
                self.palette = palette;
                Vec::new()
            }
            Input::Checked(lines) => {
                self.checked = Some(lines);
                if !self.is_free() {
                    self.say(self.text.palette_checked().to_owned(), Tone::Note);
                }
                Vec::new()
            }
            Input::Digest(act, digest) => self.take_digest(act, digest),
            Input::Tick => {
                self.refresh(world);
                Vec::new()
            }
            Input::Idle => {
                self.gather(world);
                Vec::new()
            }
            Input::Second | Input::End => {
                let mut effects = self.keep(true);
                effects.extend(self.keep_line(true, world));
                effects
            }
        }
    }

    fn say(&mut self, sentence: String, tone: Tone) {
        self.message = Some(Message { sentence, tone, offers: Vec::new() });
    }

    fn key(&mut self, key: KeyEvent, world: &World<'_>) -> Vec<Effect> {
        if leaves(key) {
            return self.leave(world);
        }
        // Nobody should act on what they cannot see.
        if paint::is_too_small(self.size) {
            return if key.code == KeyCode::Char('q') { self.leave(world) } else { Vec::new() };
        }
        if self.wall.take().is_some() && keys::action(Place::OverWall, key).is_some() {
            return Vec::new();
        }
        if self.dialogs.is_empty() {
            self.message = None;
            return self.screen_key(key, world);
        }
        self.dialog_key(key, world)
    }

    /// Leaves at once, unless something typed would be lost.
    fn leave(&mut self, world: &World<'_>) -> Vec<Effect> {
        let typed = self.dialogs.iter().any(Dialog::has_words);
        // What waits for an earlier act to be written has not reached the disk.
        let waits = self.commits.len() > 1;
        if !(typed || waits) || matches!(self.dialogs.last(), Some(Dialog::Confirm(Question::Quit))) {
            let mut effects = self.keep_line(true, world);
            effects.push(Effect::Quit);
            return effects;
        }
        self.dialogs.push(Dialog::Confirm(Question::Quit));
        Vec::new()
    }

    fn place(&self) -> Place {
        match self.screen {
            _ if self.narrow.is_typing() => Place::Narrow,
            Screen::Board => Place::Board,
            Screen::Matter(_) => Place::Matter,
            Screen::Meetings(_) => Place::Meetings,
            Screen::Month(_) => Place::Month,
            Screen::Meeting(ref screen) => screen.place(),
            Screen::Live(ref room) => room.place(),
            Screen::Sign(_) => Place::Sign,
            Screen::Tasks(_) => Place::Tasks,
            Screen::People(_) => Place::People,
            Screen::Today(_) => Place::Today,
            Screen::Notices(_) => Place::Notices,
            Screen::Log(_) => Place::Log,
        }
    }

    fn screen_key(&mut self, key: KeyEvent, world: &World<'_>) -> Vec<Effect> {
        let place = self.place();
        if place == Place::Narrow {
            self.narrow_key(key, world);
            return Vec::new();
        }
        if place == Place::Minutes {
            return self.minutes_key(key, world);
        }
        let Some(action) = keys::action(place, key) else { return self.room_key(key, world) };
        self.obey(action, world)
    }

    /// Does what an action asks for on the screen that is shown.
    fn obey(&mut self, action: Action, world: &World<'_>) -> Vec<Effect> {
        match action {
            Action::Quit => return self.leave(world),
            Action::Help => self.dialogs.push(Dialog::Help(Help::new(self.place()))),
            Action::Palette => self.open_palette(world),
            Action::Language => {
                self.text = Text { lang: self.text.lang.other() };
                return vec![Effect::Remember(Habit::Language(self.text.lang.code().to_owned()))];
            }
            Action::Redraw => return vec![Effect::Clear],
            Action::Wall => self.wall = self.meeting_shown(),
            Action::Suspend => return vec![Effect::Suspend],
            Action::Mouse => return self.switch_mouse(),
            Action::LineLeft | Action::LineRight => return self.move_line(action == Action::LineRight, world),
            Action::BesideUp | Action::BesideDown => self.turn_beside(action == Action::BesideDown, world),
            Action::Copy => return self.copy(world),
            Action::Who => self.ask_who(world),
            Action::Undo => return self.take_back(world),
            Action::Redo => return self.bring_back(world),
            Action::Board => self.show(Screen::Board),
            Action::Meetings => self.show(Screen::Meetings(Meetings::new(world.register))),
            Action::Tasks => self.show(Screen::Tasks(Tasks::new(world.register))),
            Action::People => self.show(Screen::People(People::new(world))),
            Action::Today => self.show(Screen::Today(Today::new(world))),
            Action::Notices => self.show(Screen::Notices(Notices::new(world))),
            Action::Log => self.show(Screen::Log(Log::new(world.register, self.text))),
            Action::Find => self.open_find(),
            Action::TrailBack => self.walk_trail(false, world),
            Action::TrailForward => self.walk_trail(true, world),
            Action::Filter => {
                self.narrow.begin();
                self.narrow_anew(world);
            }
            Action::Back if self.mark_key(action) => {}
            Action::Back if self.narrow.is_on() => {
                self.narrow = Narrow::default();
                self.narrow_anew(world);
            }
            // Behind the board there is nothing.
            Action::Back if matches!(self.screen, Screen::Board) => {}
            Action::Back => self.go_back(world),
            Action::Raise => self.open_form(Draft::raise(world, self.text)),
            _ => return self.screen_action(action, world),
        }
        Vec::new()
    }
}
