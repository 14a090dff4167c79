//! The first screen, where no council is open: one opened lately, a new one, the sample, or a folder. Pure, as App is:
//! what it wants of the disk it says as a wish, and is told what came of it.

mod draw;
mod folder;
mod mouse;

use std::path::PathBuf;

use crossterm::event::{KeyEvent, KeyEventKind, MouseEvent};
use ratatui::layout::Size;
use serde_json::{Map, Value, json};

use super::app::leaves;
use super::form::{Field, Form, Reply};
use super::help::Help;
use super::keys::{self, Action, Place};
use super::pointer::Clicks;
use super::split::Panes;
use super::style::{Look, Palette, Tone};
use crate::council::Founding;
use crate::data::STANDARD;
use crate::domain::code::BodyKind;
use crate::domain::decide::{NAME_LIMIT, TITLE_LIMIT};
use crate::domain::entry::Instant;
use crate::text::Text;

pub use draw::draw;
pub use folder::{Folder, FolderReply, Listing, Sub};

/// Graphemes a path may take.
const PATH_LIMIT: usize = 1000;

/// What is seen where no council is open.
#[derive(Debug, Clone)]
pub struct Start {
    text: Text,
    palette: Palette,
    size: Size,
    offer: Offer,
    cursor: usize,
    over: Option<Over>,
    message: Option<(String, Tone)>,
    clicks: Clicks,
}

/// What there is to begin with.
#[derive(Debug, Clone, Default)]
pub struct Offer {
    /// Councils opened lately, the latest first.
    pub recent: Vec<Known>,
    /// Where a new council is suggested to be; empty where nothing can be suggested.
    pub folder: String,
    /// Who sits here, if that was said.
    pub who: Option<String>,
}

/// A council that was opened here before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// What it was called.
    pub name: String,
    /// Its folder.
    pub folder: PathBuf,
    /// The folder as people write it.
    pub shown: String,
    /// Whether it is there now.
    pub is_there: bool,
}

/// What lies over the choices.
#[derive(Debug, Clone)]
enum Over {
    Form(Box<Form>),
    Discard(Box<Form>),
    Leave(Box<Form>),
    Folder(Box<Folder>),
    Help(Help),
}

/// What comes in.
#[derive(Debug, Clone)]
pub enum Told {
    /// A key.
    Key(KeyEvent),
    /// The mouse.
    Mouse(MouseEvent),
    /// A pasted text.
    Paste(String),
    /// The terminal has this size now.
    Resize(Size),
    /// These colours suit the terminal's background.
    Colours(Palette),
    /// What a folder holds.
    Listed(Listing),
    /// The last wish could not be granted; the sentence says why.
    Refused(String),
}

/// What is wanted of the world.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Open the council in this folder.
    Open(PathBuf),
    /// Open the one whose path was written.
    OpenWritten(String),
    /// Found a council in the folder with this path.
    Found {
        /// The path, as it was written.
        folder: String,
        /// The council.
        founding: Founding,
        /// Who founds it, and sits here.
        who: String,
    },
    /// Write the sample and open it.
    Sample,
    /// Say what this folder holds.
    Look(String),
    /// Paint everything anew.
    Clear,
    /// Stop until the shell goes on with the program.
    Suspend,
    /// Leave.
    Quit,
}

/// A row to choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    Recent(usize),
    Found,
    Sample,
    Folder,
}

impl Start {
    /// The choices; the first council that is there is selected, else a new one.
    #[must_use]
    pub fn new(offer: Offer, text: Text, palette: Palette, size: Size) -> Self {
        let there = offer.recent.iter().position(|known| known.is_there);
        let cursor = there.unwrap_or(offer.recent.len());
        Self { text, palette, size, offer, cursor, over: None, message: None, clicks: Clicks::default() }
    }

    /// The language now spoken.
    #[must_use]
    pub fn text(&self) -> Text {
        self.text
    }

    /// The colours now used.
    #[must_use]
    pub fn palette(&self) -> Palette {
        self.palette
    }

    /// Takes in what came, and says what is wanted.
    pub fn update(&mut self, told: Told, now: Instant) -> Option<Wish> {
        match told {
            Told::Key(key) if key.kind == KeyEventKind::Release => None,
            Told::Key(key) if leaves(key) => self.leave(),
            Told::Key(key) => self.key(key, now),
            Told::Mouse(event) => self.pointed(event, now),
            Told::Paste(text) => match &mut self.over {
                Some(Over::Form(form)) => {
                    form.paste(&text);
                    None
                }
                Some(Over::Folder(folder)) => {
                    let reply = folder.paste(&text);
                    self.folder_reply(reply)
                }
                _ => None,
            },
            Told::Resize(size) => {
                self.size = size;
                if let Some(Over::Form(form) | Over::Discard(form) | Over::Leave(form)) = &mut self.over {
                    form.lay_out(size);
                }
                None
            }
            Told::Colours(palette) => {
                self.palette = palette;
                None
            }
            Told::Listed(listing) => {
                if let Some(Over::Folder(folder)) = &mut self.over {
                    folder.take(listing);
                }
                None
            }
            Told::Refused(why) => {
                match &mut self.over {
                    Some(Over::Form(form)) => form.refuse(None, why),
                    Some(Over::Folder(folder)) => folder.refuse(why),
                    _ => self.message = Some((why, Tone::Late)),
                }
                None
            }
        }
    }

    /// Leaves at once, unless something typed would be lost.
    fn leave(&mut self) -> Option<Wish> {
        match self.over.take() {
            Some(Over::Form(form) | Over::Discard(form)) if form.unsaved() > 0 => {
                self.over = Some(Over::Leave(form));
                None
            }
            over => {
                self.over = over;
                Some(Wish::Quit)
            }
        }
    }

    fn key(&mut self, key: KeyEvent, now: Instant) -> Option<Wish> {
        let text = self.text;
        match self.over.take() {
            None => self.choice_key(key),
            Some(Over::Form(mut form)) => {
                let reply = form.key(key, now);
                self.form_reply(reply, form)
            }
            Some(Over::Discard(form)) => {
                match keys::action(Place::Discard, key) {
                    Some(Action::Yes) => {}
                    Some(Action::No) => self.over = Some(Over::Form(form)),
                    _ => self.over = Some(Over::Discard(form)),
                }
                None
            }
            Some(Over::Leave(form)) => match keys::action(Place::Discard, key) {
                Some(Action::Yes) => Some(Wish::Quit),
                Some(Action::No) => {
                    self.over = Some(Over::Form(form));
                    None
                }
                _ => {
                    self.over = Some(Over::Leave(form));
                    None
                }
            },
            Some(Over::Folder(mut folder)) => {
                let reply = folder.key(key);
                self.over = Some(Over::Folder(folder));
                self.folder_reply(reply)
            }
            Some(Over::Help(mut help)) => {
                if help.key(key, self.size, text) {
                    self.over = Some(Over::Help(help));
                }
                None
            }
        }
    }

    fn choice_key(&mut self, key: KeyEvent) -> Option<Wish> {
        self.message = None;
        let rows = self.rows();
        let action = keys::action(Place::Start, key)?;
        if let Some(place) = action.moves(self.cursor, rows.len()) {
            self.cursor = place.min(rows.len() - 1);
            return None;
        }
        match action {
            Action::Open => self.choose(*rows.get(self.cursor)?),
            Action::Found => self.choose(Row::Found),
            Action::Sample => self.choose(Row::Sample),
            Action::OpenFolder => self.choose(Row::Folder),
            Action::Language => {
                self.text = Text { lang: self.text.lang.other() };
                None
            }
            Action::Help => {
                self.over = Some(Over::Help(Help::new(Place::Start)));
                None
            }
            Action::Redraw => Some(Wish::Clear),
            Action::Suspend => Some(Wish::Suspend),
            Action::Quit => Some(Wish::Quit),
            _ => None,
        }
    }

    fn choose(&mut self, row: Row) -> Option<Wish> {
        match row {
            Row::Recent(at) => Some(Wish::Open(self.offer.recent.get(at)?.folder.clone())),
            Row::Found => {
                let mut form = form(&self.offer, self.text);
                form.lay_out(self.size);
                self.over = Some(Over::Form(Box::new(form)));
                None
            }
            Row::Sample => {
                self.message = Some((self.text.start_writing_sample().to_owned(), Tone::Note));
                Some(Wish::Sample)
            }
            Row::Folder => {
                let folder = Folder::new("~/");
                let look = Wish::Look(folder.looks_into().to_owned());
                self.over = Some(Over::Folder(Box::new(folder)));
                Some(look)
            }
        }
    }

    fn form_reply(&mut self, reply: Reply, form: Box<Form>) -> Option<Wish> {
        match reply {
            Reply::Submit(fields) => {
                let wish = found(&fields);
                self.over = Some(Over::Form(form));
                Some(wish)
            }
            Reply::Leave => None,
            Reply::AskToLeave => {
                self.over = Some(Over::Discard(form));
                None
            }
            Reply::Stay | Reply::Show(_) | Reply::SubmitInto(..) | Reply::Make { .. } => {
                self.over = Some(Over::Form(form));
                None
            }
        }
    }

    fn folder_reply(&mut self, reply: FolderReply) -> Option<Wish> {
        match reply {
            FolderReply::Stay => None,
            FolderReply::Leave => {
                self.over = None;
                None
            }
            FolderReply::Look(folder) => Some(Wish::Look(folder)),
            FolderReply::Open(path) => Some(Wish::OpenWritten(path)),
        }
    }

    fn rows(&self) -> Vec<Row> {
        let recent = (0..self.offer.recent.len()).map(Row::Recent);
        recent.chain([Row::Found, Row::Sample, Row::Folder]).collect()
    }

    fn look(&self, now: Instant) -> Look {
        Look { text: self.text, palette: self.palette, panes: Panes::default(), now }
    }
}

/// Five fields, nothing more. The owners' committee is not among them: often there is none yet.
fn form(offer: &Offer, text: Text) -> Form {
    let fields = vec![
        Field::line("name", text.field_council(), TITLE_LIMIT).required().hint(text.hint_council()),
        Field::line("residents", text.field_residents(), NAME_LIMIT).hint(text.hint_body_name()),
        Field::line("property", text.field_property(), NAME_LIMIT).hint(text.hint_body_name()),
        Field::line("who", text.field_who(), NAME_LIMIT)
            .required()
            .filled(json!(offer.who))
            .hint(text.hint_who(keys::shown(Action::Who))),
        Field::line("folder", text.field_folder(), PATH_LIMIT)
            .required()
            .filled(json!(offer.folder))
            .hint(if offer.folder.is_empty() { text.start_no_home() } else { text.hint_folder() }),
    ];
    let mut form = Form::new(text.start_found(), fields);
    form.if_empty("residents", text.if_unnamed(text.body_kind(BodyKind::ResidentsCommittee)));
    form.if_empty("property", text.if_unnamed(text.body_kind(BodyKind::PropertyCompany)));
    form
}

/// What the filled form asks for.
fn found(fields: &Map<String, Value>) -> Wish {
    let text = |name: &str| fields.get(name).and_then(Value::as_str).map(str::to_owned);
    let bodies = [(BodyKind::ResidentsCommittee, "residents"), (BodyKind::PropertyCompany, "property")];
    let bodies = bodies.into_iter().filter_map(|(kind, name)| Some((kind, text(name)?))).collect();
    let founding = Founding { name: text("name").unwrap_or_default(), rules: STANDARD.to_owned(), bodies };
    Wish::Found { folder: text("folder").unwrap_or_default(), founding, who: text("who").unwrap_or_default() }
}
