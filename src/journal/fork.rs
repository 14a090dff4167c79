//! One writer's lines when there are two of some: copies are dropped, and where two programs wrote under one name,
//! each is read as a writer of its own. Which goes on as the writer is told by the links alone, so that every laptop
//! sees the same.

use super::line::{self, Before, Content, Link};
use super::read::{Found, Raw, Seen};
use super::{Damage, Remark, folder};
use crate::domain::entry::Entry;
use crate::domain::id::WriterId;

/// A chain of lines, in the order of `n`.
#[derive(Debug, Default)]
pub(super) struct Branch {
    /// From which `n` on it goes by which name; the first is the writer's own.
    names: Vec<(u64, WriterId)>,
    /// Where it leaves the other: the last `n` that both have, 0 for a writer's own.
    pub(super) after: u64,
    /// The lines that only this branch has, under the name that it goes by.
    pub(super) lines: Vec<Found>,
}

/// A chain as far as it has been followed.
#[derive(Default)]
struct Tip {
    branch: Branch,
    n: u64,
    h: Option<Link>,
}

/// A line, and the chain that it goes on.
struct Placed {
    line: Found,
    /// Which of the chains.
    tip: usize,
    /// Whether it is tied to what stands before it.
    fits: bool,
}

/// Tells one writer's lines apart. They come sorted by `n`; `root` is the council's id.
pub(super) fn untangle(
    lines: Vec<Found>,
    files: &[Seen],
    raw: &mut Raw<'_>,
    root: &str,
    remarks: &mut Vec<Remark>,
) -> Vec<Branch> {
    let names = lines.first().map(|line| (1, line.w)).into_iter().collect();
    let mut tips = vec![Tip { branch: Branch { names, ..Branch::default() }, ..Tip::default() }];
    let mut rest = lines.into_iter().peekable();
    while let Some(first) = rest.next() {
        let n = first.n;
        let mut candidates = vec![first];
        while let Some(line) = rest.next_if(|line| line.n == n) {
            candidates.push(line);
        }
        let several = tips.len() > 1 || candidates.len() > 1;
        let placed = candidates.into_iter().map(|line| {
            let (tip, fits) = if several { follows(&tips, &line, files, raw, root) } else { (0, true) };
            Placed { line, tip, fits }
        });
        let placed = placed.collect();
        let kept = keep_one_of_each(placed, files, raw, remarks);
        grow(&mut tips, kept, files, remarks);
    }
    let mut branches: Vec<Branch> = tips.into_iter().map(|tip| tip.branch).collect();
    for branch in &mut branches {
        branch.rename(files, raw);
    }
    branches
}

impl Branch {
    /// Has all its lines bear its name, if it has one of its own.
    fn rename(&mut self, files: &[Seen], raw: &mut Raw<'_>) {
        let [_, .., (_, name)] = self.names[..] else { return };
        for line in &mut self.lines {
            line.w = name;
            if let Content::Act(entry) = &mut line.content
                && let Some(renamed) = renamed(raw.bytes(files, line.place), &self.names)
            {
                *entry = renamed;
            }
        }
    }
}

/// The act of a branch, with every reference to what the branch made bearing the branch's name.
fn renamed(bytes: &[u8], names: &[(u64, WriterId)]) -> Option<Entry> {
    let [(_, own), .., (_, name)] = names else { return None };
    let pattern = format!("\"{own}.");
    let text = std::str::from_utf8(bytes).ok()?;
    let mut renamed = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(&pattern) {
        let (before, found) = rest.split_at(at);
        renamed.push_str(before);
        rest = &found[pattern.len()..];
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let n = rest[..digits].parse().unwrap_or(0);
        let name = names.iter().rev().find(|(from, _)| *from <= n).map_or(own, |(_, name)| name);
        renamed.push('"');
        renamed.push_str(name.as_str());
        renamed.push('.');
    }
    renamed.push_str(rest);
    let mut entry: Entry = serde_json::from_str(&renamed).ok()?;
    entry.w = *name;
    Some(entry)
}

/// Which of the chains a line is tied to the end of, and whether it fits there. What fits nowhere stands after a gap, or
/// after damage: it is taken for the writer's own, and fits if it is tied to the line standing before it.
fn follows(tips: &[Tip], line: &Found, files: &[Seen], raw: &mut Raw<'_>, root: &str) -> (usize, bool) {
    let bytes = raw.bytes(files, line.place);
    let redacted = matches!(line.content, Content::Redacted(_));
    let at = tips.iter().position(|tip| {
        let before = tip.h.map_or(Before::Council(root), Before::Line);
        tip.n + 1 == line.n && (redacted || line::fits(bytes, before))
    });
    let after_damage = || line.before.is_some_and(|before| line::fits(bytes, Before::Line(before)));
    (at.unwrap_or(0), at.is_some() || after_damage())
}

/// Of copies with one link keeps one: an erased one if there is, else one that fits. Of lines that do not fit keeps
/// none when another fits.
fn keep_one_of_each(
    mut placed: Vec<Placed>,
    files: &[Seen],
    raw: &mut Raw<'_>,
    remarks: &mut Vec<Remark>,
) -> Vec<Placed> {
    placed.sort_by_key(|Placed { line, fits, .. }| (line.h, !matches!(line.content, Content::Redacted(_)), !fits));
    let any_fits = placed.iter().any(|placed| placed.fits);
    let mut kept: Vec<Placed> = Vec::new();
    for placed in placed {
        let line = &placed.line;
        let copied = kept.last().filter(|other| other.line.h == line.h);
        if any_fits && !placed.fits && !copied.is_some_and(|other| is_copy_of(&other.line, line, files, raw)) {
            let file = folder::shown(&files[line.place.file].name);
            let (number, act) = (line.place.line, Some(line.id()));
            remarks.push(Remark::Damaged { file, line: number, act, how: Damage::DoesNotFit });
        } else if copied.is_none() {
            kept.push(placed);
        }
    }
    kept
}

/// Whether a line is the same, byte for byte, as one with its link that is kept, or holds the words that one erased.
fn is_copy_of(kept: &Found, line: &Found, files: &[Seen], raw: &mut Raw<'_>) -> bool {
    matches!(kept.content, Content::Redacted(_))
        || raw.bytes(files, kept.place).to_vec() == raw.bytes(files, line.place)
}

/// Puts lines of one `n` at the ends of their chains. Of several on one chain that with the smallest link goes on, and
/// each other begins a branch.
fn grow(tips: &mut Vec<Tip>, placed: Vec<Placed>, files: &[Seen], remarks: &mut Vec<Remark>) {
    let mut grown: Vec<(usize, u64)> = Vec::new();
    for Placed { line, tip: at, .. } in placed {
        let (n, h) = (line.n, Some(line.h));
        let after = grown.iter().find(|(grown, _)| *grown == at).map(|(_, after)| *after);
        let Some(after) = after else {
            grown.push((at, tips[at].n));
            tips[at].n = n;
            tips[at].h = h;
            tips[at].branch.lines.push(line);
            continue;
        };
        let branch = line.h.branch();
        let file = folder::shown(&files[line.place.file].name);
        remarks.push(Remark::Fork { file, line: line.place.line, act: line.id(), branch });
        let mut names = tips[at].branch.names.clone();
        names.push((n, branch));
        tips.push(Tip { branch: Branch { names, lines: vec![line], after }, n, h });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_to_what_a_branch_made_bear_its_name_and_older_ones_do_not() {
        let names = [(1, "k3f9q2".parse().unwrap()), (11, "5e8f09".parse().unwrap())];
        let line = r#"{"v":1,"w":"k3f9q2","n":12,"c":12,"ts":"2026-11-21T19:30:12.345+08:00","by":"a","act":"undo",
            "events":[{"event":"later","x":"k3f9q2.10.0","y":"k3f9q2.11.0","of":["k3f9q2.12.3","zzzzzz.11.0"]}]}"#;
        let entry = renamed(line.as_bytes(), &names).unwrap();
        assert_eq!(entry.w.to_string(), "5e8f09");
        let crate::domain::event::Event::Unknown(event) = &entry.events[0] else { panic!("{entry:?}") };
        assert_eq!(
            event.raw.get(),
            r#"{"event":"later","x":"k3f9q2.10.0","y":"5e8f09.11.0","of":["5e8f09.12.3","zzzzzz.11.0"]}"#
        );
    }
}
