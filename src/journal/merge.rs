//! Lines from all files into each writer's acts: copies counted once, forks told apart, gaps named. Knows no rule of
//! the council, and decides nothing by the order of files or by a clock.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::fork::{self, Branch};
use super::line::{Content, Link};
use super::name::PartName;
use super::read::{Found, Raw, Reading, Seen};
use super::{Closed, Remark, folder};
use crate::domain::entry::{Entry, Instant};
use crate::domain::event::Event;
use crate::domain::id::{ActId, WriterId};
use crate::state_dir::SeenEnd;

/// A clock may be set right by this much, in seconds, without a word.
const CLOCK_SLACK: i64 = 60;

/// The end of a writer's chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct End {
    pub(super) n: u64,
    pub(super) h: Link,
}

/// The `n` and link of every line, in the order of `n`.
pub(super) type Links = BTreeMap<WriterId, Vec<(u64, Link)>>;

/// Acts that are not here, though later ones are.
#[derive(Debug, Clone, Copy)]
struct Gap {
    writer: WriterId,
    from: u64,
    to: u64,
}

/// All acts, and what there is to say of them.
#[derive(Debug, Default)]
pub(super) struct Merged {
    /// In the order of the fold.
    pub(super) entries: Vec<Entry>,
    /// The end of every chain.
    pub(super) ends: BTreeMap<WriterId, End>,
    pub(super) links: Links,
    /// The acts that their writers declared lost.
    pub(super) lost: BTreeSet<(WriterId, u64)>,
    /// Writers under whose name two programs wrote.
    pub(super) forked: BTreeSet<WriterId>,
    pub(super) remarks: Vec<Remark>,
    /// The first line in a format above ours.
    pub(super) newer: Option<Closed>,
}

impl Merged {
    /// Merges what was read. `root` is the council's id.
    pub(super) fn of(council: &Path, root: &str, reading: Reading) -> Self {
        let Reading { files, mut found, remarks, .. } = reading;
        let mut merged = Self { remarks, ..Self::default() };
        merged.remark_places(&files, &found);
        merged.entries.reserve(found.len());
        // Stable, for lines mostly stand in order already.
        found.sort_by_key(|line| (line.w, line.n));
        let runs: Vec<(usize, bool)> = found
            .chunk_by(|a, b| a.w == b.w)
            .map(|lines| (lines.len(), lines.is_sorted_by(|a, b| a.n < b.n)))
            .collect();
        let mut raw = Raw::new(council);
        let mut gaps = Vec::new();
        let mut rest = found.into_iter();
        for (len, once) in runs {
            let lines = rest.by_ref().take(len);
            if once {
                merged.take(&files, 0, lines, &mut gaps);
                continue;
            }
            let lines: Vec<Found> = lines.collect();
            let writer = lines.first().map(|line| line.w);
            let branches = fork::untangle(lines, &files, &mut raw, root, &mut merged.remarks);
            if branches.len() > 1 {
                merged.forked.extend(writer);
            }
            for Branch { after, lines, .. } in branches {
                merged.take(&files, after, lines.into_iter(), &mut gaps);
            }
        }
        merged.entries.sort_by_key(Entry::order);
        merged.remark_gaps(&gaps);
        merged
    }

    /// Takes in the lines of one chain, those after the `after`-th, all under the name that it goes by.
    fn take(&mut self, files: &[Seen], after: u64, chain: impl Iterator<Item = Found>, gaps: &mut Vec<Gap>) {
        let mut links: Vec<(u64, Link)> = Vec::with_capacity(chain.size_hint().0);
        let mut clock: Option<Instant> = None;
        let mut name = None;
        for line in chain {
            let before = links.last().map_or(after, |(n, _)| *n);
            if line.n > before + 1 {
                gaps.push(Gap { writer: line.w, from: before + 1, to: line.n - 1 });
            }
            links.push((line.n, line.h));
            name = Some(line.w);
            let place = || (folder::shown(&files[line.place.file].name), line.place.line);
            match line.content {
                Content::Act(entry) => {
                    let seconds = clock.map_or(0, |clock| (clock - entry.ts).num_seconds());
                    if seconds > CLOCK_SLACK {
                        let (file, line) = place();
                        self.remarks.push(Remark::ClockBack { file, line, seconds });
                    }
                    clock = Some(entry.ts);
                    self.entries.push(entry);
                }
                Content::Redacted(by) => {
                    let (act, (file, line)) = (line.id(), place());
                    self.remarks.push(Remark::Redacted { file, line, act, by, explained: false });
                }
                Content::Newer(version) => {
                    let (file, line) = place();
                    self.newer.get_or_insert_with(|| Closed::Newer { file: file.clone(), line, version });
                    self.remarks.push(Remark::Newer { file, line, version });
                }
            }
        }
        if let (Some(name), Some(&(n, h))) = (name, links.last()) {
            self.ends.insert(name, End { n, h });
            self.links.insert(name, links);
        }
    }

    /// Says whose acts were here when this laptop last looked, and are not now, unless they were declared lost.
    pub(super) fn lost_sight(&self, seen: &BTreeMap<WriterId, SeenEnd>) -> Vec<Remark> {
        let mut behind = Vec::new();
        for (&writer, seen) in seen {
            // Under whatever name: what was a writer's own may be read as a branch since.
            let here = self.links.values().any(|links| link(links, seen.n).is_some_and(|h| h.to_string() == seen.h));
            if !here && !self.lost.contains(&(writer, seen.n)) {
                let have = self.ends.get(&writer).map_or(0, |end| end.n);
                behind.push(Remark::Behind { writer, seen: seen.n, have });
            }
        }
        behind
    }

    /// Says what stands twice in one file, or before what its author wrote earlier.
    fn remark_places(&mut self, files: &[Seen], found: &[Found]) {
        for pair in found.windows(2) {
            let [before, line] = pair else { continue };
            if before.place.file != line.place.file || before.w != line.w || before.n < line.n {
                continue;
            }
            let (file, number) = (folder::shown(&files[line.place.file].name), line.place.line);
            self.remarks.push(if before.n == line.n {
                Remark::Doubled { file, line: number }
            } else {
                Remark::OutOfPlace { file, line: number }
            });
        }
    }

    /// Says what has not arrived, but for what its author declared lost; and which erasures are explained.
    fn remark_gaps(&mut self, gaps: &[Gap]) {
        self.lost = declared_lost(&self.entries);
        for &Gap { writer, from: first, to } in gaps {
            let mut from = first;
            for &(_, n) in self.lost.range((writer, first)..=(writer, to)) {
                if n > from {
                    self.remarks.push(Remark::Waiting { writer, from, to: n - 1 });
                }
                from = n + 1;
            }
            if from <= to {
                self.remarks.push(Remark::Waiting { writer, from, to });
            }
        }
        let links = &self.links;
        let here = |act: ActId| links.get(&act.writer).is_some_and(|links| link(links, act.n).is_some());
        for remark in &mut self.remarks {
            if let Remark::Redacted { by, explained, .. } = remark {
                *explained = here(*by);
            }
        }
    }
}

/// The link of the `n`-th line.
pub(super) fn link(links: &[(u64, Link)], n: u64) -> Option<Link> {
    links.binary_search_by_key(&n, |(n, _)| *n).ok().map(|at| links[at].1)
}

/// The acts that writers declared lost.
pub(super) fn declared_lost(entries: &[Entry]) -> BTreeSet<(WriterId, u64)> {
    let mut lost = BTreeSet::new();
    for event in entries.iter().flat_map(|entry| &entry.events) {
        let Event::LinesLost(event) = event else { continue };
        let name = event.file.rsplit('/').next().unwrap_or_default();
        let Some(part) = PartName::parse(name) else { continue };
        lost.extend(event.lines.iter().filter_map(|line| Some((part.writer, line.n?))));
    }
    lost
}
