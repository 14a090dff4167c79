//! Lines from all files into each writer's acts: copies counted once, forks told apart, gaps named. Knows no rule of
//! the council, and decides nothing by the order of files or by a clock.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::fork;
use super::line::{Content, Link};
use super::name::PartName;
use super::read::{Found, Raw, Reading, Seen};
use super::{Closed, Remark};
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

/// A writer's lines in the order of `n`, no `n` twice; where it is a branch of another, with the names it may go by.
#[derive(Debug, Default)]
pub(super) struct Branch {
    /// From which `n` on it goes by which name; the first is the writer's own.
    pub(super) names: Vec<(u64, WriterId)>,
    /// The lines that only this branch has.
    pub(super) lines: Vec<Found>,
    /// Where the branch leaves the other: the last `n` that both have, 0 for a writer's own.
    pub(super) after: u64,
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
        let mut raw = Raw::new(council);
        let mut gaps = Vec::new();
        let mut rest = found.into_iter().peekable();
        while let Some(first) = rest.next() {
            let w = first.w;
            let mut lines = vec![first];
            let mut twice = false;
            while let Some(line) = rest.next_if(|line| line.w == w) {
                twice |= lines.last().is_some_and(|last| last.n == line.n);
                lines.push(line);
            }
            let branches = if twice {
                fork::untangle(lines, &files, &mut raw, root, &mut merged.remarks)
            } else {
                vec![Branch { names: vec![(1, w)], lines, after: 0 }]
            };
            if branches.len() > 1 {
                merged.forked.insert(w);
            }
            for branch in branches {
                merged.take(branch, &files, &mut raw, &mut gaps);
            }
        }
        merged.entries.sort_by_key(Entry::order);
        merged.remark_gaps(&gaps);
        merged
    }

    /// Takes in the lines of one chain.
    fn take(&mut self, branch: Branch, files: &[Seen], raw: &mut Raw<'_>, gaps: &mut Vec<(WriterId, u64, u64)>) {
        let Some((_, name)) = branch.names.last().copied() else { return };
        let mut before = branch.after;
        let mut clock: Option<Instant> = None;
        let links = self.links.entry(name).or_default();
        for line in branch.lines {
            let (file, number) = (super::folder::shown(&files[line.place.file].name), line.place.line);
            // Acts are numbered from 1: what says 0 follows nothing.
            if line.n > before + 1 {
                gaps.push((name, before + 1, line.n - 1));
            }
            before = line.n;
            links.push((line.n, line.h));
            self.ends.insert(name, End { n: line.n, h: line.h });
            match line.content {
                Content::Act(entry) => {
                    if let Some(seconds) = clock.map(|clock| (clock - entry.ts).num_seconds())
                        && seconds > CLOCK_SLACK
                    {
                        self.remarks.push(Remark::ClockBack { file, line: number, seconds });
                    }
                    clock = Some(entry.ts);
                    let entry = if branch.names.len() > 1 {
                        fork::renamed(raw.bytes(files, line.place), &branch.names)
                    } else {
                        Some(entry)
                    };
                    self.entries.extend(entry);
                }
                Content::Redacted(by) => {
                    let act = ActId { writer: name, n: line.n };
                    self.remarks.push(Remark::Redacted { file, line: number, act, by, explained: false });
                }
                Content::Newer(version) => {
                    let closed = Closed::Newer { file: file.clone(), line: number, version };
                    self.newer.get_or_insert(closed);
                    self.remarks.push(Remark::Newer { file, line: number, version });
                }
            }
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
            let (file, number) = (super::folder::shown(&files[line.place.file].name), line.place.line);
            self.remarks.push(if before.n == line.n {
                Remark::Doubled { file, line: number }
            } else {
                Remark::OutOfPlace { file, line: number }
            });
        }
    }

    /// Says what has not arrived, but for what its author declared lost; and which erasures are explained.
    fn remark_gaps(&mut self, gaps: &[(WriterId, u64, u64)]) {
        self.lost = declared_lost(&self.entries);
        for &(writer, first, to) in gaps {
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
