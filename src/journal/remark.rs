//! What the journal has to say about itself, as data: worth telling, and never a reason to stop. Knows no language;
//! files are named from the council's folder, lines count from 1.

use crate::domain::id::{ActId, WriterId};

/// Something about the record that people should hear of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// The file begins with a byte order mark: an editor has been at it. It was read all the same.
    ByteOrderMark {
        /// The file.
        file: String,
    },
    /// Lines of the file end as on Windows: something has rewritten it. It was read all the same.
    CarriageReturns {
        /// The file.
        file: String,
        /// The first such line.
        line: u64,
    },
    /// A line cannot be read, or is not, or not surely, what its author wrote; all others are kept.
    Damaged {
        /// The file.
        file: String,
        /// The line.
        line: u64,
        /// The act that stood there, where that can be told.
        act: Option<ActId>,
        /// How it shows.
        how: Damage,
    },
    /// The last line has no end: another writer's, still on its way, or ours while this council is only read.
    Torn {
        /// The file.
        file: String,
        /// The line.
        line: u64,
    },
    /// The torn end of a file of ours, never acknowledged, was set aside and cut off.
    Cut {
        /// The file.
        file: String,
        /// The line.
        line: u64,
        /// Where its bytes are now, from the council's folder.
        kept: String,
    },
    /// The last line of a file of ours was whole but for its line feed, which was put back.
    Completed {
        /// The file.
        file: String,
        /// The line.
        line: u64,
    },
    /// The same line stands twice in one file; it counts once.
    Doubled {
        /// The file.
        file: String,
        /// The second of them.
        line: u64,
    },
    /// A line stands before one that its author wrote earlier; order is told by `c`, so nothing changes.
    OutOfPlace {
        /// The file.
        file: String,
        /// The line.
        line: u64,
    },
    /// Two programs wrote as one writer: from here on, one of them is read as a writer of its own.
    Fork {
        /// The file.
        file: String,
        /// The line.
        line: u64,
        /// The act of which there are two.
        act: ActId,
        /// The name under which this one is read.
        branch: WriterId,
    },
    /// Entries that others build on have not arrived.
    Waiting {
        /// Whose.
        writer: WriterId,
        /// The first of them.
        from: u64,
        /// The last of them.
        to: u64,
    },
    /// Entries that were here when this laptop last looked are gone: an older copy was put back, or a file was cut.
    Behind {
        /// Whose.
        writer: WriterId,
        /// The last act seen.
        seen: u64,
        /// The last act there is; 0: none. It may lie after `seen`, which is gone all the same.
        have: u64,
    },
    /// Minutes were sealed on a record that is not the one at hand: a line that was sealed is missing, or another.
    SealBroken {
        /// The act that sealed them.
        by: ActId,
        /// The act that is missing or other than it was.
        act: ActId,
    },
    /// The line is in a format above ours, so the council can only be read.
    Newer {
        /// The file.
        file: String,
        /// The line.
        line: u64,
        /// The version of the format that is needed.
        version: u32,
    },
    /// The words of an act were erased.
    Redacted {
        /// The file.
        file: String,
        /// The line.
        line: u64,
        /// The act whose words were erased.
        act: ActId,
        /// The act that says who erased them, why and when.
        by: ActId,
        /// Whether that act is here.
        explained: bool,
    },
    /// The clock of a laptop went back by more than a minute; order does not depend on it.
    ClockBack {
        /// The file.
        file: String,
        /// The line.
        line: u64,
        /// How far, in seconds.
        seconds: i64,
    },
    /// A file could not be read; the others were.
    Unreadable {
        /// The file.
        file: String,
        /// What the system said.
        error: String,
    },
    /// From now on this laptop writes under another name.
    NewWriter {
        /// The name until now.
        was: WriterId,
        /// Why.
        why: NewName,
    },
    /// This system has no file locks: let only one window write at a time.
    NoLocks,
}

/// How damage shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// It is no line of a journal.
    NotALine,
    /// It can be read, but the bytes are not those that its author tied to the line before.
    DoesNotFit,
    /// Its bytes are those that its author wrote, but this program does not understand them.
    NotUnderstood,
    /// It does not show: the line before is gone, so that nobody can tell whether this one is as its author wrote it.
    CannotTell,
}

/// Why a laptop takes a new writer's name, so that no act is ever numbered twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewName {
    /// Acts of ours are missing: a backup was put back, or a file was cut.
    Behind,
    /// Another program wrote under our name.
    Forked,
    /// What the laptop remembers was copied here from another one.
    OtherMachine,
    /// The last line of ours is damaged, so that nothing can be tied to it.
    LastLineDamaged,
}

impl Remark {
    /// Whether something is wrong with the record, rather than merely worth knowing.
    #[must_use]
    pub fn is_problem(&self) -> bool {
        match self {
            Self::Damaged { how, .. } => *how != Damage::CannotTell,
            Self::Redacted { explained, .. } => !explained,
            Self::Torn { .. }
            | Self::Fork { .. }
            | Self::Waiting { .. }
            | Self::Behind { .. }
            | Self::SealBroken { .. }
            | Self::Newer { .. }
            | Self::Unreadable { .. } => true,
            Self::ByteOrderMark { .. }
            | Self::CarriageReturns { .. }
            | Self::Cut { .. }
            | Self::Completed { .. }
            | Self::Doubled { .. }
            | Self::OutOfPlace { .. }
            | Self::ClockBack { .. }
            | Self::NewWriter { .. }
            | Self::NoLocks => false,
        }
    }

    /// A stable word for what it is, in `snake_case`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::ByteOrderMark { .. } => "byte_order_mark",
            Self::CarriageReturns { .. } => "carriage_returns",
            Self::Damaged { how: Damage::NotALine, .. } => "damaged",
            Self::Damaged { how: Damage::DoesNotFit, .. } => "does_not_fit",
            Self::Damaged { how: Damage::NotUnderstood, .. } => "not_understood",
            Self::Damaged { how: Damage::CannotTell, .. } => "cannot_tell",
            Self::Torn { .. } => "torn",
            Self::Cut { .. } => "cut",
            Self::Completed { .. } => "completed",
            Self::Doubled { .. } => "doubled",
            Self::OutOfPlace { .. } => "out_of_place",
            Self::Fork { .. } => "fork",
            Self::Waiting { .. } => "waiting",
            Self::Behind { .. } => "behind",
            Self::SealBroken { .. } => "seal_broken",
            Self::Newer { .. } => "newer",
            Self::Redacted { .. } => "redacted",
            Self::ClockBack { .. } => "clock_back",
            Self::Unreadable { .. } => "unreadable",
            Self::NewWriter { .. } => "new_writer",
            Self::NoLocks => "no_locks",
        }
    }

    /// The file it is about, from the council's folder.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        match self {
            Self::ByteOrderMark { file }
            | Self::CarriageReturns { file, .. }
            | Self::Damaged { file, .. }
            | Self::Torn { file, .. }
            | Self::Cut { file, .. }
            | Self::Completed { file, .. }
            | Self::Doubled { file, .. }
            | Self::OutOfPlace { file, .. }
            | Self::Fork { file, .. }
            | Self::Newer { file, .. }
            | Self::Redacted { file, .. }
            | Self::ClockBack { file, .. }
            | Self::Unreadable { file, .. } => Some(file),
            Self::Waiting { .. }
            | Self::Behind { .. }
            | Self::SealBroken { .. }
            | Self::NewWriter { .. }
            | Self::NoLocks => None,
        }
    }

    /// The line it is about, from 1.
    #[must_use]
    pub fn line(&self) -> Option<u64> {
        match self {
            Self::CarriageReturns { line, .. }
            | Self::Damaged { line, .. }
            | Self::Torn { line, .. }
            | Self::Cut { line, .. }
            | Self::Completed { line, .. }
            | Self::Doubled { line, .. }
            | Self::OutOfPlace { line, .. }
            | Self::Fork { line, .. }
            | Self::Newer { line, .. }
            | Self::Redacted { line, .. }
            | Self::ClockBack { line, .. } => Some(*line),
            Self::ByteOrderMark { .. }
            | Self::Waiting { .. }
            | Self::Behind { .. }
            | Self::SealBroken { .. }
            | Self::Unreadable { .. }
            | Self::NewWriter { .. }
            | Self::NoLocks => None,
        }
    }
}
