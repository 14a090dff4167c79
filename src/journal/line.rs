//! One line of the journal: an act as bytes, tied by `h` to the line before it. Knows no file and no folder.
//!
//! `h` is the first 16 bytes, in hex, of SHA-256(the previous line's `h` as 32 hex digits ‖ this line's bytes up to
//! `,"h":"`); a writer's first line hangs on the council's id instead. The bytes count as they stand, never the JSON.

use std::fmt;

use chrono::{SecondsFormat, SubsecRound};
use serde::{Deserialize, Serialize, Serializer};
use sha2::{Digest, Sha256};

use crate::domain::entry::{Entry, Instant, VERSION};
use crate::domain::event::Event;
use crate::domain::id::{ActId, WriterId};

/// What stands between an act and its link.
const JOINT: &[u8] = b",\"h\":\"";
/// What ends a line, before the line feed.
const END: &[u8] = b"\"}";
/// How many bytes the link takes at the end of a line, joint and end included.
const TAIL: usize = JOINT.len() + Link::DIGITS + END.len();

/// The `h` of a line.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Link([u8; 16]);

/// What a line is tied to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before<'a> {
    /// A writer's first line: the council's id.
    Council(&'a str),
    /// Every other: the line before.
    Line(Link),
}

/// A line that could be read.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) w: WriterId,
    pub(super) n: u64,
    pub(super) h: Link,
    pub(super) content: Content,
}

/// What a line holds.
#[derive(Debug)]
pub(super) enum Content {
    /// An act.
    Act(Entry),
    /// An act whose words were erased by another act; the link is still that of the erased words.
    Redacted(ActId),
    /// An act in a format above ours.
    Newer(u32),
}

/// What a line says about itself when the whole of it is not understood.
#[derive(Deserialize)]
struct Label {
    v: u32,
    w: WriterId,
    n: u64,
    redacted: Option<ActId>,
}

/// An act as it is written, in the order of its fields.
#[derive(Serialize)]
struct Body<'a> {
    v: u32,
    w: WriterId,
    n: u64,
    c: u64,
    #[serde(serialize_with = "to_the_millisecond")]
    ts: Instant,
    by: &'a str,
    act: &'a str,
    events: &'a [Event],
}

impl Link {
    const DIGITS: usize = 32;

    /// Ties `body`, a line's bytes up to its joint, to what goes before it.
    fn tie(before: Before<'_>, body: &[u8]) -> Self {
        let hash = match before {
            Before::Council(id) => Sha256::new_with_prefix(id),
            Before::Line(link) => Sha256::new_with_prefix(link.digits()),
        };
        let hash = hash.chain_update(body).finalize();
        let mut link = [0; 16];
        link.copy_from_slice(&hash[..16]);
        Self(link)
    }

    /// Reads 32 small hex digits.
    pub(super) fn parse(digits: &[u8]) -> Option<Self> {
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Some(byte - b'0'),
            b'a'..=b'f' => Some(byte - b'a' + 10),
            _ => None,
        };
        let digits: &[u8; Self::DIGITS] = digits.try_into().ok()?;
        let mut link = [0; 16];
        for (byte, pair) in link.iter_mut().zip(digits.as_chunks::<2>().0) {
            *byte = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Some(Self(link))
    }

    /// Its hex digits.
    fn digits(self) -> [u8; Self::DIGITS] {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut digits = [0; Self::DIGITS];
        for (pair, byte) in digits.as_chunks_mut::<2>().0.iter_mut().zip(self.0) {
            *pair = [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]];
        }
        digits
    }

    /// Whether these are its first digits.
    pub(super) fn begins_with(self, digits: &str) -> bool {
        self.digits().starts_with(digits.as_bytes())
    }

    /// The name under which a branch that begins with this line is read.
    pub(super) fn branch(self) -> WriterId {
        let digits = self.0[..3].iter().flat_map(|byte| [byte >> 4, byte & 15]);
        let mut numbers = [0; 6];
        for (number, digit) in numbers.iter_mut().zip(digits) {
            // The alphabet has its letters first and its digits from 26 on.
            *number = if digit < 10 { 26 + digit } else { digit - 10 };
        }
        WriterId::from_numbers(numbers)
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(std::str::from_utf8(&self.digits()).unwrap_or_default())
    }
}

impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Writes an act as a line, line feed included.
///
/// Returns the act as it will be read back, for that is what was recorded.
///
/// # Errors
/// When what was written would not be read back as one line.
pub(super) fn write(entry: &Entry, before: Before<'_>) -> Result<(Vec<u8>, Entry, Link), serde_json::Error> {
    let body = Body {
        v: entry.v,
        w: entry.w,
        n: entry.n,
        c: entry.c,
        ts: entry.ts,
        by: &entry.by,
        act: &entry.act,
        events: &entry.events,
    };
    let mut bytes = serde_json::to_vec(&body)?;
    bytes.pop();
    let link = Link::tie(before, &bytes);
    bytes.extend_from_slice(JOINT);
    bytes.extend_from_slice(&link.digits());
    bytes.extend_from_slice(END);
    let entry = serde_json::from_slice(&bytes)?;
    if bytes.contains(&b'\n') {
        return Err(serde::de::Error::custom("an event holds a line feed"));
    }
    bytes.push(b'\n');
    Ok((bytes, entry, link))
}

/// Reads a line, its line feed taken off. None: it is damaged.
pub(super) fn read(bytes: &[u8]) -> Option<Line> {
    let (_, h) = split(bytes)?;
    // Acts are numbered from 1, and there is always a next one.
    let line = understood(bytes, h)?;
    (1..u64::MAX).contains(&line.n).then_some(line)
}

fn understood(bytes: &[u8], h: Link) -> Option<Line> {
    if let Ok(mut entry) = serde_json::from_slice::<Entry>(bytes)
        && entry.v <= VERSION
    {
        // Most acts hold one event, and a list that grows has room for four from the start: half the memory of a record.
        entry.events.shrink_to_fit();
        return Some(Line { w: entry.w, n: entry.n, h, content: Content::Act(entry) });
    }
    let label: Label = serde_json::from_slice(bytes).ok()?;
    let content = match label.redacted {
        _ if label.v > VERSION => Content::Newer(label.v),
        Some(act) => Content::Redacted(act),
        None => return None,
    };
    Some(Line { w: label.w, n: label.n, h, content })
}

/// Whose act a line says it is, even if the rest of it is not understood.
pub(super) fn label(bytes: &[u8]) -> Option<ActId> {
    let label: Label = serde_json::from_slice(bytes).ok()?;
    Some(ActId { writer: label.w, n: label.n })
}

/// The link that a line's bytes would have after `before`, whatever it says; none when the line has no end.
pub(super) fn tied(bytes: &[u8], before: Before<'_>) -> Option<Link> {
    split(bytes).map(|(body, _)| Link::tie(before, body))
}

/// Whether a line's link is the one that its bytes have after `before`.
pub(super) fn fits(bytes: &[u8], before: Before<'_>) -> bool {
    split(bytes).is_some_and(|(body, h)| Link::tie(before, body) == h)
}

/// The link that a line states, even if nothing else in it can be read.
pub(super) fn stated(bytes: &[u8]) -> Option<Link> {
    split(bytes).map(|(_, h)| h)
}

/// A line with another link.
pub(super) fn with_link(bytes: &[u8], link: Link) -> Option<Vec<u8>> {
    let (body, _) = split(bytes)?;
    Some([body, JOINT, &link.digits(), END].concat())
}

/// A line into what its link covers, and the link.
fn split(bytes: &[u8]) -> Option<(&[u8], Link)> {
    let (body, tail) = bytes.split_at_checked(bytes.len().checked_sub(TAIL)?)?;
    let digits = tail.strip_prefix(JOINT)?.strip_suffix(END)?;
    Some((body, Link::parse(digits)?))
}

/// Milliseconds say enough, and make every line's `ts` the same width.
fn to_the_millisecond<S: Serializer>(ts: &Instant, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&ts.trunc_subsecs(3).to_rfc3339_opts(SecondsFormat::Millis, false))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Entry {
        Entry {
            v: 1,
            w: "k3f9q2".parse().unwrap(),
            n: 1,
            c: 1,
            ts: "2026-11-21T19:30:12.345678+08:00".parse().unwrap(),
            by: "王芳".to_owned(),
            act: "undo".to_owned(),
            events: Vec::new(),
        }
    }

    #[test]
    fn a_line_is_written_in_the_order_of_the_format() {
        let (bytes, read_back, _) = write(&entry(), Before::Council("id")).unwrap();
        let body = r#"{"v":1,"w":"k3f9q2","n":1,"c":1,"ts":"2026-11-21T19:30:12.345+08:00","by":"王芳","act":"undo","events":[]"#;
        // printf '%s%s' id "$body" | sha256sum | cut -c1-32
        let expected = format!("{body},\"h\":\"9de6538125c53e3871c7ec3897984d44\"}}\n");
        assert_eq!(String::from_utf8(bytes).unwrap(), expected);
        assert_eq!(read_back.ts, "2026-11-21T19:30:12.345+08:00".parse::<Instant>().unwrap());
    }

    #[test]
    fn a_line_fits_only_what_it_was_tied_to() {
        let (bytes, _, h) = write(&entry(), Before::Council("id")).unwrap();
        let line = &bytes[..bytes.len() - 1];
        assert!(fits(line, Before::Council("id")));
        assert!(!fits(line, Before::Council("other")));
        assert_eq!(read(line).unwrap().h, h);
        assert_eq!(stated(line), Some(h));
    }

    #[test]
    fn a_branch_is_named_by_the_first_digits_of_its_link() {
        let link = Link::parse(b"5e8f09abcdef00112233445566778899").unwrap();
        assert_eq!(link.branch().to_string(), "5e8f09");
        assert_eq!(link.to_string(), "5e8f09abcdef00112233445566778899");
    }

    #[test]
    fn what_is_no_line_is_damaged() {
        let h = r#","h":"5e8f09abcdef00112233445566778899"}"#;
        let deep = format!("{}{h}", "[".repeat(100_000));
        let good =
            r#"{"v":1,"w":"k3f9q2","n":1,"c":1,"ts":"2026-11-21T19:30:12.345+08:00","by":"a","act":"a","events":[]"#;
        assert!(read(format!("{good}{h}").as_bytes()).is_some());
        for body in [
            "",
            "{",
            "{\"v\":1",
            "\u{0}",
            &deep,
            &good.replace("\"by\":\"a\"", "\"by\":\"\\ud800\""),
            &good.replace("\"n\":1", "\"n\":1,\"n\":2"),
            &good.replace("\"n\":1", "\"n\":1e400"),
            &good.replace("\"n\":1", "\"n\":-1"),
            &good.replace("[]", &format!("[{}]", "[".repeat(100_000))),
        ] {
            assert!(read(format!("{body}{h}").as_bytes()).is_none(), "{body:.80}");
        }
        assert!(read(b"").is_none());
        assert!(read(&good.as_bytes()[..60]).is_none());
    }
}
