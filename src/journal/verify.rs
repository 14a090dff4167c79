//! Every line against the one it is tied to: which are not what their authors wrote. Changes nothing.

use std::collections::BTreeMap;
use std::path::Path;

use super::line::{self, Before, Content, Link};
use super::name::PartName;
use super::read::{Found, Place, Raw, Reading};
use super::{Damage, Remark};
use crate::domain::id::{ActId, WriterId};
use crate::state_dir::Memory;

/// A line that is not what its author wrote, or of which that cannot be told, or not understood.
#[derive(Debug)]
pub(super) struct Bad {
    pub(super) place: Place,
    /// The act that stood there, where that can be told.
    pub(super) act: Option<ActId>,
    pub(super) how: Damage,
    /// The link it ought to have, when nothing but its link is damaged.
    pub(super) cure: Option<Link>,
}

/// All lines, to be looked up by whose they are.
struct Index<'a> {
    root: &'a str,
    reading: &'a Reading,
    raw: Raw<'a>,
    /// Positions in `reading.found`, sorted by writer and number.
    sorted: Vec<usize>,
}

impl Bad {
    /// What there is to say of it.
    pub(super) fn remark(&self, reading: &Reading) -> Remark {
        Remark::Damaged { file: reading.shown(self.place), line: self.place.line, act: self.act, how: self.how }
    }
}

/// Finds every line that does not fit, in the order of files and lines. A line whose predecessor is not here cannot be
/// told to be wrong by its link; what stands around it, and what we remember of our own acts, may still tell.
pub(super) fn bad_lines(council: &Path, root: &str, reading: &Reading, memory: &Memory) -> Vec<Bad> {
    let mut index = Index::new(council, root, reading);
    let mut cures: BTreeMap<usize, Link> = BTreeMap::new();
    let mut wrong: Vec<(usize, Option<ActId>, Damage)> = Vec::new();
    for (at, found) in reading.found.iter().enumerate() {
        if matches!(found.content, Content::Redacted(_)) {
            continue;
        }
        // Mostly it is the line standing before that it is tied to.
        let stated = found.before.map(Before::Line);
        let bytes = index.raw.bytes(&reading.files, found.place);
        if stated.is_some_and(|before| line::fits(bytes, before)) {
            continue;
        }
        let (bytes, befores) = (bytes.to_vec(), index.befores(found.w, found.n));
        if befores.iter().any(|before| line::fits(&bytes, *before)) {
            continue;
        }
        if befores.is_empty() {
            let (act, how) = match index.mislabelled(at, memory) {
                Some(act) => (act, Damage::DoesNotFit),
                None => (Some(found.id()), Damage::CannotTell),
            };
            wrong.push((at, act, how));
            continue;
        }
        match index.after_a_damaged_link(found, &bytes) {
            Some((before, link)) => _ = cures.insert(before, link),
            None => wrong.push((at, Some(found.id()), Damage::DoesNotFit)),
        }
    }
    // A line whose link alone is damaged does not fit either, and is cured by what the next one is tied to.
    let mut bad: Vec<Bad> = wrong
        .into_iter()
        .map(|(at, act, how)| Bad { place: reading.found[at].place, act, how, cure: cures.get(&at).copied() })
        .collect();
    for &place in &reading.damaged {
        let bytes = index.bytes(place);
        let act = line::label(&bytes).filter(|act| act.n > 0);
        let fits =
            act.is_some_and(|act| index.befores(act.writer, act.n).iter().any(|before| line::fits(&bytes, *before)));
        let how = if fits { Damage::NotUnderstood } else { Damage::NotALine };
        bad.push(Bad { place, act, how, cure: None });
    }
    bad.sort_by_key(|bad| (bad.place.file, bad.place.line));
    bad
}

impl<'a> Index<'a> {
    fn new(council: &'a Path, root: &'a str, reading: &'a Reading) -> Self {
        let mut sorted: Vec<usize> = (0..reading.found.len()).collect();
        sorted.sort_by_key(|&at| (reading.found[at].w, reading.found[at].n));
        Self { root, reading, raw: Raw::new(council), sorted }
    }

    fn bytes(&mut self, place: Place) -> Vec<u8> {
        self.raw.bytes(&self.reading.files, place).to_vec()
    }

    /// Where the `n`-th lines of a writer are.
    fn at(&self, writer: WriterId, n: u64) -> &[usize] {
        let key = |at: usize| (self.reading.found[at].w, self.reading.found[at].n);
        let from = self.sorted.partition_point(|&at| key(at) < (writer, n));
        let len = self.sorted[from..].partition_point(|&at| key(at) == (writer, n));
        &self.sorted[from..from + len]
    }

    /// What the `n`-th line of a writer may be tied to; nothing when the line before is not here.
    fn befores(&self, writer: WriterId, n: u64) -> Vec<Before<'a>> {
        if n == 1 {
            return vec![Before::Council(self.root)];
        }
        self.at(writer, n - 1).iter().map(|&at| Before::Line(self.reading.found[at].h)).collect()
    }

    /// The line before, and the link that its words have, if that is what this line is tied to.
    fn after_a_damaged_link(&mut self, found: &Found, bytes: &[u8]) -> Option<(usize, Link)> {
        if found.n == 1 {
            return None;
        }
        let candidates = self.at(found.w, found.n - 1).to_vec();
        candidates.into_iter().find_map(|at| {
            let before = self.bytes(self.reading.found[at].place);
            let links = self.befores(found.w, found.n - 1);
            let mut links = links.iter().filter_map(|link| line::tied(&before, *link));
            links.find(|link| line::fits(bytes, Before::Line(*link))).map(|link| (at, link))
        })
    }

    /// Whether a line that follows nothing bears a wrong name or number; and its right one, if the next line tells.
    #[expect(clippy::option_option, reason = "that it is wrong may be known when its right name is not")]
    fn mislabelled(&mut self, at: usize, memory: &Memory) -> Option<Option<ActId>> {
        let found = &self.reading.found[at];
        if let Some(next) = self.reading.found.get(at + 1).filter(|next| next.place.file == found.place.file) {
            let right = ActId { writer: next.w, n: next.n - 1 };
            if right != found.id() && line::fits(&self.bytes(next.place), Before::Line(found.h)) {
                return Some(Some(right));
            }
        }
        let file = PartName::parse(&self.reading.files[found.place.file].name)?;
        let remembered = memory.seen.get(&file.writer).map_or(0, |end| end.n);
        let never_written = found.w != file.writer || found.n > remembered + 1;
        (memory.is_ours(file.writer) && never_written).then_some(None)
    }
}
