//! Naming a folder: a path that Tab completes, over the folders there are. What the disk holds is asked for and told;
//! nothing here reads it.

use crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use crate::cells::wrap;
use crate::text::Text;
use crate::tui::editor::{Editor, Outcome};
use crate::tui::keys::{self, Action, Place};
use crate::tui::more;
use crate::tui::paint;
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};

/// Graphemes a path may take.
const LONGEST: usize = 1000;
/// The widest the box gets.
const WIDEST: u16 = 88;
/// Rows of folders.
const LISTED: u16 = 10;
/// Rows of the box beside the list: its edge, the path, a blank row, what is wrong on two rows, the keys.
const AROUND: u16 = 7;

/// A path being written.
#[derive(Debug, Clone)]
pub struct Folder {
    input: Editor,
    listing: Listing,
    /// The one the keys act on, once somebody has gone down to the list.
    at: Option<usize>,
    flaw: Option<String>,
}

/// What a folder holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// The folder, as it was asked for.
    pub of: String,
    /// Its folders, by name.
    pub folders: Vec<Sub>,
    /// How many more there are.
    pub more: usize,
}

/// A folder in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sub {
    /// Its name.
    pub name: String,
    /// Whether it is a council's.
    pub is_council: bool,
}

/// What a key asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FolderReply {
    /// Nothing.
    Stay,
    /// Back to the choices.
    Leave,
    /// To know what this folder holds.
    Look(String),
    /// To open this one.
    Open(String),
}

impl Folder {
    /// Begins at a path; its folder is to be looked into.
    #[must_use]
    pub fn new(path: &str) -> Self {
        let listing = Listing { of: head(path).to_owned(), ..Listing::default() };
        Self { input: Editor::line(LONGEST).with_text(path), listing, at: None, flaw: None }
    }

    /// The folder whose content is shown below the path.
    #[must_use]
    pub fn looks_into(&self) -> &str {
        &self.listing.of
    }

    /// Takes in what a folder holds; what was asked for before the last key is too late.
    pub fn take(&mut self, listing: Listing) {
        if listing.of == self.listing.of {
            self.listing = listing;
            self.at = None;
        }
    }

    /// Says why the path cannot be opened; it stays as it was written.
    pub fn refuse(&mut self, why: String) {
        self.flaw = Some(why);
    }

    /// Obeys a key.
    pub fn key(&mut self, key: KeyEvent) -> FolderReply {
        let last = self.shown().len().saturating_sub(1);
        match keys::action(Place::Folder, key) {
            Some(Action::Back) => FolderReply::Leave,
            Some(Action::Up) => {
                self.at = self.at.and_then(|at| at.checked_sub(1));
                FolderReply::Stay
            }
            Some(Action::Down) => {
                let next = self.at.map_or(0, |at| (at + 1).min(last));
                self.at = (!self.shown().is_empty()).then_some(next);
                FolderReply::Stay
            }
            Some(Action::Complete) => self.complete(),
            Some(Action::Open) => self.open(),
            _ => match self.input.key(key) {
                Ok(Outcome::Changed) => self.changed(),
                _ => FolderReply::Stay,
            },
        }
    }

    /// Goes to a place in the list.
    pub fn go(&mut self, at: usize) {
        self.at = self.shown().len().checked_sub(1).map(|last| at.min(last));
    }

    /// Moves the caret before the character in a column of the path, which is shown in `width` cells.
    pub fn point(&mut self, width: u16, column: u16) {
        self.input.lay_out(width);
        self.input.point(0, 1, column);
    }

    /// Takes a pasted path.
    pub fn paste(&mut self, text: &str) -> FolderReply {
        match self.input.paste(text.trim()) {
            Ok(Outcome::Changed) => self.changed(),
            _ => FolderReply::Stay,
        }
    }

    /// The folders that begin as the last name of the path does; hidden ones only where a dot was written.
    fn shown(&self) -> Vec<&Sub> {
        let text = self.input.text();
        let begun = text[head(&text).len()..].to_lowercase();
        let fits = |sub: &&Sub| {
            sub.name.to_lowercase().starts_with(&begun) && (begun.starts_with('.') || !sub.name.starts_with('.'))
        };
        self.listing.folders.iter().filter(fits).collect()
    }

    fn complete(&mut self) -> FolderReply {
        let shown = self.shown();
        let chosen = match (self.at, shown.as_slice()) {
            (Some(at), shown) => shown.get(at).copied(),
            (None, [only]) => Some(*only),
            (None, _) => None,
        };
        if let Some(sub) = chosen {
            let name = sub.name.clone();
            return self.go_into(&name);
        }
        let (Some(common), text) = (common_start(&shown), self.input.text()) else { return FolderReply::Stay };
        let head = head(&text);
        if common.len() > text.len() - head.len() {
            self.write(&format!("{head}{common}"));
        } else {
            self.at = Some(0);
        }
        FolderReply::Stay
    }

    fn open(&mut self) -> FolderReply {
        let shown = self.shown();
        let Some(sub) = self.at.and_then(|at| shown.get(at)) else { return FolderReply::Open(self.input.text()) };
        let (name, is_council) = (sub.name.clone(), sub.is_council);
        let look = self.go_into(&name);
        if is_council { FolderReply::Open(self.input.text()) } else { look }
    }

    /// Makes a folder of the list the one that is looked into.
    fn go_into(&mut self, name: &str) -> FolderReply {
        let text = self.input.text();
        self.write(&format!("{}{name}/", head(&text)));
        self.changed()
    }

    fn write(&mut self, path: &str) {
        self.input = self.input.clone().with_text(path);
    }

    fn changed(&mut self) -> FolderReply {
        self.at = None;
        self.flaw = None;
        let text = self.input.text();
        let head = head(&text);
        if head == self.listing.of {
            return FolderReply::Stay;
        }
        self.listing = Listing { of: head.to_owned(), ..Listing::default() };
        FolderReply::Look(head.to_owned())
    }
}

/// A path without its last name.
fn head(path: &str) -> &str {
    path.rfind(std::path::is_separator).map_or("", |at| &path[..=at])
}

/// What all names begin with.
fn common_start(subs: &[&Sub]) -> Option<String> {
    let (first, rest) = subs.split_first()?;
    let mut common: Vec<char> = first.name.chars().collect();
    for sub in rest {
        let same = common.iter().zip(sub.name.chars()).take_while(|(a, b)| **a == *b).count();
        common.truncate(same);
    }
    Some(common.into_iter().collect())
}

/// Paints the path and the folders; returns where the caret is.
pub(super) fn draw(folder: &Folder, buffer: &mut Canvas<'_>, area: Rect, look: &Look) -> Position {
    let (text, palette) = (look.text, look.palette);
    let outer = paint::centred(area, WIDEST, LISTED + AROUND);
    let inside = paint::titled_box(buffer, outer, text.folder_title(), palette);
    let used = paint::put(buffer, inside, 0, 0, text.folder_path(), palette.style(Tone::Dim));
    let input = Rect { x: inside.x + used, width: inside.width.saturating_sub(used), height: 1, ..inside };
    let caret = folder.input.draw(buffer, input, palette.style(Tone::Plain));
    buffer.spot(input, Spot::Text { row: 0, rows: 1 });
    let list = Rect { y: inside.y + 2, height: inside.height.saturating_sub(AROUND - 2), ..inside };
    draw_list(folder, buffer, list, look);
    if let Some(flaw) = &folder.flaw {
        let room = Rect { y: list.y + list.height, height: 2, ..inside };
        for (y, row) in (0..room.height).zip(wrap::wrap(flaw, usize::from(room.width))) {
            paint::put(buffer, room, y, 0, flaw[row].trim_end(), palette.style(Tone::Late));
        }
    }
    paint::key_line(buffer, inside, inside.height.saturating_sub(1), &keys::hints(Place::Folder, text), palette);
    caret
}

fn draw_list(folder: &Folder, buffer: &mut Canvas<'_>, list: Rect, look: &Look) {
    let (text, shown) = (look.text, folder.shown());
    if let Some(sentence) = nothing_shown(folder, &shown, text) {
        paint::put(buffer, list, 0, 0, sentence, look.palette.style(Tone::Dim));
    }
    // The last row says how many are not listed, if any are not.
    let rows = Rect { height: list.height - u16::from(folder.listing.more > 0), ..list };
    for (row, at) in (0..).zip(more::list(folder.at.unwrap_or(0), shown.len(), buffer, rows, look)) {
        let Some(sub) = shown.get(at) else { continue };
        buffer.row_spot(list, row, Spot::Row(at));
        let (mark, tone) = if folder.at == Some(at) { ("> ", Tone::Selected) } else { ("  ", Tone::Plain) };
        let is_council = if sub.is_council { text.folder_is_council() } else { "" };
        let name = format!("{}/", sub.name);
        let pieces = [(mark, tone), (name.as_str(), tone), ("  ", Tone::Plain), (is_council, Tone::Good)];
        paint::pieces(buffer, list, row, &pieces, look.palette);
    }
    if folder.listing.more > 0 && !shown.is_empty() {
        let below = list.height.saturating_sub(1);
        let more = text.folder_more(folder.listing.more);
        paint::put(buffer, list, below, 2, &more, look.palette.style(Tone::Dim));
    }
}

fn nothing_shown(folder: &Folder, shown: &[&Sub], text: Text) -> Option<&'static str> {
    match (shown, folder.listing.folders.as_slice()) {
        ([], []) => Some(text.folder_none()),
        ([], _) => Some(text.folder_no_match()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::{KeyCode, KeyModifiers};

    fn folder(path: &str, names: &[&str]) -> Folder {
        let mut folder = Folder::new(path);
        let folders =
            names.iter().map(|name| Sub { name: (*name).to_owned(), is_council: name.starts_with("c-") }).collect();
        let of = folder.looks_into().to_owned();
        folder.take(Listing { of, folders, more: 0 });
        folder
    }

    fn press(folder: &mut Folder, code: KeyCode) -> FolderReply {
        folder.key(KeyEvent::new(code, KeyModifiers::NONE))
    }

    #[test]
    fn tab_writes_what_all_names_share_and_then_goes_down_to_them() {
        let mut folder = folder("~/议", &["议事会东", "议事会西", "别的"]);
        assert_eq!(press(&mut folder, KeyCode::Tab), FolderReply::Stay);
        assert_eq!(folder.input.text(), "~/议事会");
        press(&mut folder, KeyCode::Tab);
        press(&mut folder, KeyCode::Down);
        assert_eq!(press(&mut folder, KeyCode::Tab), FolderReply::Look("~/议事会西/".into()));
    }

    #[test]
    fn the_only_one_is_gone_into() {
        let mut folder = folder("/a/Do", &["docs", "x"]);
        assert_eq!(press(&mut folder, KeyCode::Tab), FolderReply::Look("/a/docs/".into()));
    }

    #[test]
    fn enter_opens_a_council_of_the_list_and_goes_into_any_other_folder() {
        let mut folder = folder("/a/", &["b", "c-one"]);
        press(&mut folder, KeyCode::Down);
        assert_eq!(press(&mut folder, KeyCode::Enter), FolderReply::Look("/a/b/".into()));
        let mut folder = self::folder("/a/", &["b", "c-one"]);
        press(&mut folder, KeyCode::Down);
        press(&mut folder, KeyCode::Down);
        assert_eq!(press(&mut folder, KeyCode::Enter), FolderReply::Open("/a/c-one/".into()));
        assert_eq!(press(&mut folder, KeyCode::Enter), FolderReply::Open("/a/c-one/".into()));
    }

    #[test]
    fn hidden_folders_are_shown_where_a_dot_is_written() {
        let mut folder = folder("/a/", &[".git", "b"]);
        assert_eq!(folder.shown().len(), 1);
        press(&mut folder, KeyCode::Char('.'));
        assert_eq!(folder.shown()[0].name, ".git");
    }

    #[test]
    fn what_comes_too_late_is_not_shown() {
        let mut folder = folder("/a/", &["b"]);
        folder.take(Listing { of: "/z/".into(), ..Listing::default() });
        assert_eq!(folder.shown().len(), 1);
    }
}
