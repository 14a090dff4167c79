//! Finding things of the council: one language of queries for every list, and what it finds, best first. Must not know
//! where hits are shown.
//!
//! Words are characters, pinyin, initials or a mixture, in either script and width; all must be found, anywhere in a
//! thing. `"two words"` must stand together. `-word` must not be found. Filters are joined with words and each other:
//!
//! | | |
//! |---|---|
//! | `stage:act` `阶段:办事` | the step of a matter |
//! | `lead:物业` `承办:物业` `单位:…` | who answers for a matter or task; a person's body |
//! | `place:3号楼` `地点:…` | where; 13号楼 is another place |
//! | `category:PK` `类别:停车` | the beginning of a code, or a name |
//! | `channel:wechat` `渠道:微信` | how it came |
//! | `by:李` `提出人:李` | who raised it; who spoke |
//! | `is:blocked` `状态:受阻` | where a matter, task or meeting stands |
//! | `overdue` `逾期`, `open` `未结`, `closed` `已结` | alone or after `is:` |
//!
//! A name before a colon that is no filter's is searched as it stands; so is anything in quotes.

mod complete;
mod index;
mod look;
pub(crate) mod named;
mod query;
mod record;
mod words;

use crate::domain::id::Ref;
pub use crate::domain::refusal::Kind;
pub use complete::{Completion, completions};
pub use index::Index;
pub use query::Query;

/// A thing that answers a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The thing.
    pub what: Ref,
    /// What kind of thing it is.
    pub kind: Kind,
    /// How well it answers: higher is better; only comparable between hits of one query. 0 if there are only filters.
    pub score: i32,
    /// Where the words were found: of several places the least likely to be seen in a list. None if there are only
    /// filters.
    pub in_field: Option<Field>,
}

/// Where in a thing a word can be found, the best place first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The title of a matter, meeting or notice; the name of a person or body; the words of a task or a minutes entry.
    Title,
    /// Its number.
    Number,
    /// Where it is.
    Place,
    /// Who raised it.
    By,
    /// Who answers for it; a person's body; who spoke.
    Lead,
    /// Its category, by name.
    Category,
    /// Where it stands, by its exact name.
    State,
    /// All else: the account in full, the answer, a telephone number, what kind of meeting or notice.
    Detail,
}
