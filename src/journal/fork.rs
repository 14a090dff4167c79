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
        // Among copies the erased one comes first, for no copy may bring the words back.
        candidates.sort_by_key(|line| (line.h, !matches!(line.content, Content::Redacted(_))));
        let several = tips.len() > 1 || candidates.len() > 1;
        let mut placed = Vec::new();
        for line in candidates {
            let tip = if several { follows(&tips, &line, files, raw, root) } else { None };
            placed.push((line, tip));
        }
        keep_one_of_each(&mut placed, files, raw, remarks);
        grow(&mut tips, placed, files, remarks);
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

/// Which of the chains a line is tied to the end of.
fn follows(tips: &[Tip], line: &Found, files: &[Seen], raw: &mut Raw<'_>, root: &str) -> Option<usize> {
    let bytes = raw.bytes(files, line.place);
    let redacted = matches!(line.content, Content::Redacted(_));
    tips.iter().position(|tip| {
        let before = tip.h.map_or(Before::Council(root), Before::Line);
        tip.n + 1 == line.n && (redacted || line::fits(bytes, before))
    })
}

/// Of copies with one link keeps one, an erased one if there is, else one that fits; of lines that fit nothing keeps
/// none when another does.
fn keep_one_of_each(
    placed: &mut Vec<(Found, Option<usize>)>,
    files: &[Seen],
    raw: &mut Raw<'_>,
    remarks: &mut Vec<Remark>,
) {
    placed.sort_by_key(|(line, tip)| (line.h, !matches!(line.content, Content::Redacted(_)), tip.is_none()));
    let fitting = placed.iter().any(|(_, tip)| tip.is_some());
    let mut kept: Vec<(Found, Option<usize>)> = Vec::new();
    for (line, tip) in placed.drain(..) {
        let copied = kept.last().is_some_and(|(other, _)| other.h == line.h);
        let damaged = fitting && tip.is_none() && !is_copy_of(kept.last(), &line, files, raw);
        if damaged {
            let file = folder::shown(&files[line.place.file].name);
            let (number, act) = (line.place.line, Some(line.id()));
            remarks.push(Remark::Damaged { file, line: number, act, how: Damage::DoesNotFit });
        }
        if !copied && !damaged {
            kept.push((line, tip));
        }
    }
    *placed = kept;
}

/// Whether a line is the same, byte for byte, as one that is kept, or the words that one erased.
fn is_copy_of(kept: Option<&(Found, Option<usize>)>, line: &Found, files: &[Seen], raw: &mut Raw<'_>) -> bool {
    let Some((kept, _)) = kept.filter(|(kept, _)| kept.h == line.h) else { return false };
    matches!(kept.content, Content::Redacted(_))
        || raw.bytes(files, kept.place).to_vec() == raw.bytes(files, line.place)
}

/// Puts lines of one `n` at the ends of their chains. Of several on one chain that with the smallest link goes on, and
/// each other begins a branch.
fn grow(tips: &mut Vec<Tip>, placed: Vec<(Found, Option<usize>)>, files: &[Seen], remarks: &mut Vec<Remark>) {
    let mut grown: Vec<(usize, u64)> = Vec::new();
    for (line, tip) in placed {
        // What fits nowhere stands after a gap, or after damage: it is taken for the writer's own.
        let at = tip.unwrap_or(0);
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
