//! The loop of the first screen: shows it, and does on disk what it wishes, until a council is open.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::opening::{Opened, Opening};
use super::seat::{Message, Seat, input_of};
use super::{SLOW, Session};
use crate::council::{Asker, Council, Founding, Refused, Unfounded};
use crate::domain::context::Mine;
use crate::journal::{Access, COUNCIL_FILE, Error};
use crate::sample;
use crate::state_dir::Habit;
use crate::text::Text;
use crate::tui::app::Input;
use crate::tui::start::{self, Known, Listing, Offer, Start, Sub, Told, Wish};

/// Folders listed at a time: more would not be read.
const LISTED: usize = 500;
/// Names that tell what a folder is that is no council's.
const NAMED: usize = 3;

/// Lets somebody choose until a council is open, or they leave. The language they chose holds from then on.
pub(super) fn choose(seat: &mut Seat, session: &mut Session) -> io::Result<Opened> {
    seat.terminal.use_mouse(session.mouse)?;
    let mut start = Start::new(offer(session), session.text, seat.palette, seat.terminal.size()?);
    loop {
        let now = session.now();
        seat.terminal.draw(|frame| start::draw(&start, now, frame))?;
        let Ok(message) = seat.messages.recv() else { return Ok(Opened::Left) };
        let told = match message {
            Message::End => return Ok(Opened::Left),
            Message::Resumed => {
                seat.terminal.take_again()?;
                Some(Told::Resize(seat.terminal.size()?))
            }
            Message::Colours(palette) => {
                seat.palette = palette;
                Some(Told::Colours(palette))
            }
            Message::Terminal(event) => input_of(event).and_then(told),
            Message::Wide => {
                seat.terminal.make_narrow();
                None
            }
            Message::Store(_) => None,
        };
        let mut wish = told.and_then(|told| start.update(told, now));
        if session.text != start.text() {
            session.text = start.text();
            if session.access == Access::Write {
                // Forgotten, it is switched again.
                let _ = session.state.remember_habit(&Habit::Language(session.text.lang.code().to_owned()));
            }
        }
        while let Some(wanted) = wish.take() {
            seat.terminal.draw(|frame| start::draw(&start, now, frame))?;
            let told = match wanted {
                Wish::Quit => return Ok(Opened::Left),
                Wish::Clear => {
                    seat.terminal.clear()?;
                    continue;
                }
                Wish::Suspend => {
                    seat.terminal.suspend()?;
                    Told::Resize(seat.terminal.size()?)
                }
                Wish::Look(folder) => Told::Listed(list(&folder, session)),
                Wish::Found { folder, founding, who } => match found(&folder, &founding, who, session) {
                    Ok(council) => return Ok(Opened::Council(Box::new(council))),
                    Err(why) => Told::Refused(why),
                },
                Wish::Sample => match write_sample(session) {
                    Ok(folder) => match open(folder, seat, session)? {
                        Ok(opened) => return Ok(opened),
                        Err(why) => Told::Refused(why),
                    },
                    Err(why) => Told::Refused(why),
                },
                Wish::Open(folder) => match open(folder, seat, session)? {
                    Ok(opened) => return Ok(opened),
                    Err(why) => Told::Refused(why),
                },
                Wish::OpenWritten(path) => match open(session.expand(&path), seat, session)? {
                    Ok(opened) => return Ok(opened),
                    Err(why) => Told::Refused(why),
                },
            };
            wish = start.update(told, now);
        }
    }
}

fn told(input: Input) -> Option<Told> {
    match input {
        Input::Key(key) => Some(Told::Key(key)),
        Input::Mouse(event) => Some(Told::Mouse(event)),
        Input::Paste(text) => Some(Told::Paste(text)),
        Input::Resize(size) => Some(Told::Resize(size)),
        _ => None,
    }
}

fn offer(session: &Session) -> Offer {
    let known = |recent: crate::state_dir::Recent| Known {
        shown: session.shorten(&recent.folder),
        is_there: recent.folder.join(COUNCIL_FILE).is_file(),
        name: recent.name,
        folder: recent.folder,
    };
    Offer {
        recent: session.state.recent().into_iter().map(known).collect(),
        folder: session.own.as_deref().map(|own| session.shorten(&vacant(own))).unwrap_or_default(),
        who: session.named.clone(),
    }
}

/// The first of this folder, this folder with a 2, with a 3… that is not there yet.
fn vacant(folder: &Path) -> PathBuf {
    let numbered = |n: u32| PathBuf::from(format!("{}-{n}", folder.display()));
    let mut candidates = std::iter::once(folder.to_owned()).chain((2..100).map(numbered));
    candidates.find(|candidate| !candidate.exists()).unwrap_or_else(|| folder.to_owned())
}

/// Opens a council; the sentence says why not.
fn open(folder: PathBuf, seat: &mut Seat, session: &Session) -> io::Result<Result<Opened, String>> {
    let opening = Opening::begin(folder, session);
    let opened = match opening.wait(SLOW) {
        Some(opened) => opened,
        None => opening.watch(seat, session.text)?,
    };
    Ok(match opened {
        Opened::Failed(error) => Err(why_not(&error, session.text)),
        opened => Ok(opened),
    })
}

/// Why a folder cannot be opened, naming what is there instead.
fn why_not(error: &Error, text: Text) -> String {
    match error {
        Error::NotACouncil(path) | Error::Unreadable(path, _) if path.is_file() && !path.ends_with(COUNCIL_FILE) => {
            text.folder_is_file(&path.to_string_lossy())
        }
        Error::NotACouncil(path) => {
            let shown = path.to_string_lossy();
            let Ok(names) = names(path) else { return text.cannot_open(error) };
            let first = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(text.list_comma());
            match names.len() {
                0 => text.folder_holds_nothing(&shown),
                n if n > NAMED => text.folder_holds(&shown, &text.folder_and_more(&first, n)),
                _ => text.folder_holds(&shown, &first),
            }
        }
        _ => text.cannot_open(error),
    }
}

fn names(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for item in fs::read_dir(folder)? {
        names.push(item?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

fn found(folder: &str, founding: &Founding, who: String, session: &mut Session) -> Result<Council, String> {
    let dir = session.expand(folder);
    let asker = Asker { now: session.now(), by: &who, mine: Mine::SamePerson };
    let council = Council::found(&dir, founding, &session.state, &asker).map_err(|why| match &why {
        // Found and not founded: nothing was written, as the sentence says.
        Unfounded::NoSuchRules(_) | Unfounded::Journal(_) | Unfounded::Refused(Refused::ByRules(_)) => {
            session.text.cannot_found(&why)
        }
        Unfounded::Refused(refused) => session.text.not_done(refused),
    })?;
    // A name asked for once need not be asked for again; that it cannot be kept costs no more than that.
    let _ = session.state.sits(&council.journal.about().id, &who);
    session.sits = Some(who);
    Ok(council)
}

/// The sample in a folder of its own that nobody need clear away.
fn write_sample(session: &Session) -> Result<PathBuf, String> {
    let folder =
        tempfile::Builder::new().prefix("mazha-").tempdir().map_err(|error| session.text.system_error(&error))?;
    sample::write(folder.path(), session.now()).map_err(|spoilt| match spoilt {
        sample::Spoilt::Journal(error) => session.text.cannot_open(&error),
        spoilt @ sample::Spoilt::Script { .. } => spoilt.to_string(),
    })?;
    Ok(folder.keep())
}

/// The folders in a folder. One that cannot be looked into holds none; opening it says why.
fn list(of: &str, session: &Session) -> Listing {
    let folder = session.expand(if of.is_empty() { "." } else { of });
    let mut folders: Vec<Sub> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|item| item.path().is_dir())
        .map(|item| Sub {
            name: item.file_name().to_string_lossy().into_owned(),
            is_council: item.path().join(COUNCIL_FILE).is_file(),
        })
        .collect();
    folders.sort_by(|a, b| a.name.cmp(&b.name));
    let more = folders.len().saturating_sub(LISTED);
    folders.truncate(LISTED);
    Listing { of: of.to_owned(), folders, more }
}
