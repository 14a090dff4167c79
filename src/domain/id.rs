//! How things are told apart: inside by who made them, outside by a number people can say aloud.
//! Knows nothing of what the things are.

use std::fmt;
use std::str::FromStr;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::{Serialize, Serializer};

/// One installation of the program on one machine: six characters of `a`–`z` and `0`–`9`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WriterId([u8; 6]);

/// One act of a person: the `n`-th line of a writer, from 1 without gaps. Written `k3f9q2.1042`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActId {
    /// Who wrote it.
    pub writer: WriterId,
    /// Its place among that writer's acts, from 1.
    pub n: u64,
}

/// The `k`-th thing that an act made, from 0. Written `k3f9q2.1042.0`; never shown to people.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ref {
    /// The act that made it.
    pub act: ActId,
    /// Its place among what that act made, from 0.
    pub k: u32,
}

/// Text that is not an id of the kind asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAnId(&'static str);

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}", self.0)
    }
}

impl std::error::Error for NotAnId {}

impl WriterId {
    /// The characters a writer's id is made of.
    pub const ALPHABET: &'static [u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";

    /// Makes an id out of six numbers; each chooses one character.
    #[must_use]
    pub fn from_numbers(numbers: [u8; 6]) -> Self {
        Self(numbers.map(|n| Self::ALPHABET[usize::from(n) % Self::ALPHABET.len()]))
    }

    /// The six characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl ActId {
    /// The `k`-th thing that this act makes, from 0.
    #[must_use]
    pub fn thing(self, k: u32) -> Ref {
        Ref { act: self, k }
    }
}

impl FromStr for WriterId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        <[u8; 6]>::try_from(text.as_bytes())
            .ok()
            .filter(|bytes| bytes.iter().all(|b| Self::ALPHABET.contains(b)))
            .map(Self)
            .ok_or(NotAnId("six characters of a-z and 0-9"))
    }
}

impl FromStr for ActId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let wrong = NotAnId("an act, such as k3f9q2.1042");
        let (writer, n) = text.split_once('.').ok_or(wrong.clone())?;
        match (writer.parse(), n.parse()) {
            (Ok(writer), Ok(n)) => Ok(Self { writer, n }),
            _ => Err(wrong),
        }
    }
}

impl FromStr for Ref {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let wrong = NotAnId("a reference, such as k3f9q2.1042.0");
        let (act, k) = text.rsplit_once('.').ok_or(wrong.clone())?;
        match (act.parse(), k.parse()) {
            (Ok(act), Ok(k)) => Ok(Self { act, k }),
            _ => Err(wrong),
        }
    }
}

impl fmt::Display for WriterId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for ActId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.writer, self.n)
    }
}

impl fmt::Display for Ref {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.act, self.k)
    }
}

/// Ids are JSON strings, read without a copy and shown in `Debug` as they are written.
macro_rules! as_string {
    ($($id:ident: $what:literal),+ $(,)?) => {$(
        impl fmt::Debug for $id {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl Serialize for $id {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $id {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Text;
                impl Visitor<'_> for Text {
                    type Value = $id;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str($what)
                    }
                    fn visit_str<E: de::Error>(self, text: &str) -> Result<$id, E> {
                        text.parse().map_err(E::custom)
                    }
                }
                deserializer.deserialize_str(Text)
            }
        }
    )+};
}

as_string!(WriterId: "a writer", ActId: "an act", Ref: "a reference");

/// A reference that says what kind of thing it points at.
macro_rules! refs {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Ref);

        impl From<$name> for Ref {
            fn from(id: $name) -> Ref {
                id.0
            }
        }
    )+};
}

refs!(
    /// A matter 事项.
    MatterRef,
    /// A meeting 会议.
    MeetingRef,
    /// A task 承办任务.
    TaskRef,
    /// A public notice 公示.
    NoticeRef,
    /// An entry of the minutes.
    NoteRef,
    /// An objection 异议.
    ObjectionRef,
    /// A vote 表决.
    VoteRef,
    /// A unit that somebody owns.
    UnitRef,
    /// A person on the roster.
    PersonRef,
    /// A body 单位.
    BodyRef,
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_as_they_are_written() {
        for text in ["k3f9q2.1042.0", "000000.1.4294967295"] {
            assert_eq!(text.parse::<Ref>().unwrap().to_string(), text);
        }
        assert_eq!("k3f9q2.7".parse::<ActId>().unwrap().to_string(), "k3f9q2.7");
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for text in ["", "k3f9q2", "K3f9q2.1.0", "k3f9q.1.0", "k3f9q2.-1.0", "k3f9q2.1.0.0", "三f9q2.1.0"] {
            assert!(text.parse::<Ref>().is_err(), "{text}");
        }
    }
}
