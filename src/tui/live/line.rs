//! The grammar of a line: what its first sign makes of it, and where its parts begin. Half and full width are alike, and
//! so is what an input method makes of the same key. Knows the words of [`crate::text`] and the calendar; no roster.

use crate::domain::code::{NoteKind, Outcome};
use crate::domain::entry::Instant;
use crate::text::{DUE_BEFORE, DUE_BEHIND, OUTCOME_WORDS, UNDERTAKES};
use crate::tui::form::{Precision, read_when};

/// Letters of a deadline at the end of a line; nobody writes one longer.
const DUE_LETTERS: usize = 24;

/// What a sign at the beginning of a line asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// `@`: who said it comes first.
    Said,
    /// `* + ? = ~ # -`: an entry of this kind.
    Kind(NoteKind),
    /// `!`: a resolution.
    Resolve,
    /// `>`: a task.
    Task,
}

/// What a resolution says besides its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Resolved<'a> {
    /// What was made of the item.
    pub(super) outcome: Outcome,
    /// To whom it is referred.
    pub(super) refer_to: Option<&'a str>,
    /// The words.
    pub(super) text: &'a str,
}

/// The sign a line begins with, and what comes behind it. A line that begins with a space has none: so the signs
/// themselves can be said.
#[must_use]
pub(super) fn sign(line: &str) -> (Option<Sign>, &str) {
    let Some(first) = line.chars().next() else { return (None, line) };
    let sign = match first {
        '@' | '＠' => Sign::Said,
        '*' | '＊' | '×' => Sign::Kind(NoteKind::Motion),
        '+' | '＋' => Sign::Kind(NoteKind::Amendment),
        '?' | '？' => Sign::Kind(NoteKind::Explanation),
        '=' | '＝' => Sign::Kind(NoteKind::Consensus),
        '~' | '～' => Sign::Kind(NoteKind::Reservation),
        '#' | '＃' => Sign::Kind(NoteKind::Position),
        '-' | '－' | '—' => Sign::Kind(NoteKind::Note),
        '!' | '！' => Sign::Resolve,
        '>' | '＞' | '》' => Sign::Task,
        _ => return (None, line.trim()),
    };
    let rest = &line[first.len_utf8()..];
    // One press of an input method makes two dashes.
    let rest = if first == '—' { rest.trim_start_matches('—') } else { rest };
    (Some(sign), rest.trim())
}

/// The number that a line is, in digits of either width.
#[must_use]
pub(super) fn number(line: &str) -> Option<u32> {
    let half = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    };
    let digits: String = line.trim().chars().map(half).collect();
    digits.parse().ok().filter(|_| digits.chars().all(|c| c.is_ascii_digit()))
}

/// The name a text begins with, up to a space, a colon or a comma, and what comes behind that.
#[must_use]
pub(super) fn name(text: &str) -> (&str, &str) {
    let end = text.find(parts_names).unwrap_or(text.len());
    (&text[..end], text[end..].trim_start_matches(parts_names))
}

/// What a resolution says: the outcome if its word comes first, else it is adopted; where it is referred, to whom.
#[must_use]
pub(super) fn resolution(text: &str) -> Resolved<'_> {
    let found = OUTCOME_WORDS.iter().filter_map(|(word, outcome)| Some((*outcome, behind_word(text, word)?)));
    let Some((outcome, rest)) = found.min_by_key(|(_, rest)| rest.len()) else {
        return Resolved { outcome: Outcome::Adopted, refer_to: None, text };
    };
    let rest = rest.trim_start_matches(parts_names);
    if outcome == Outcome::Referred {
        let (to, text) = name(rest);
        return Resolved { outcome, refer_to: Some(to).filter(|to| !to.is_empty()), text };
    }
    Resolved { outcome, refer_to: None, text: rest }
}

/// The words of a position and what is undertaken with them. Where nothing but an undertaking is written, it is the
/// position too.
#[must_use]
pub(super) fn undertaking(text: &str) -> (&str, Option<&str>) {
    let found = UNDERTAKES.iter().filter_map(|word| Some((text.rfind(word)?, word.len()))).max();
    let Some((at, length)) = found else { return (text, None) };
    let undertaken = text[at + length..].trim();
    let words = text[..at].trim_end_matches(|c: char| !c.is_alphanumeric());
    match (words, undertaken) {
        (_, "") => (text, None),
        ("", _) => (text, Some(undertaken)),
        (words, undertaken) => (words, Some(undertaken)),
    }
}

/// The deadline a text ends with, as it is written, and what stands before it. It begins behind a space or a mark; a date
/// with its month also right behind other words.
#[must_use]
pub(super) fn due(text: &str, now: Instant) -> (&str, Option<&str>) {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || c == '。');
    let skipped = text.chars().count().saturating_sub(DUE_LETTERS);
    for (at, _) in text.char_indices().skip(skipped) {
        if !may_begin(&text[..at], &text[at..]) {
            continue;
        }
        let written = said_plainly(&text[at..]);
        if read_when(written, Precision::DayOrTime, now).is_some() {
            return (text[..at].trim_end_matches(|c: char| !c.is_alphanumeric() && !closes(c)), Some(written));
        }
    }
    (text, None)
}

/// Whether a deadline may begin between these.
fn may_begin(before: &str, behind: &str) -> bool {
    let Some(last) = before.chars().next_back() else { return true };
    let digits = behind.chars().take_while(char::is_ascii_digit).count();
    let has_month = (1..=4).contains(&digits) && behind[digits..].starts_with(['月', '年']);
    !last.is_alphanumeric() && last != '-' || has_month && !last.is_ascii_digit()
}

/// A deadline without the words that only say it is one.
fn said_plainly(text: &str) -> &str {
    let text = DUE_BEHIND.iter().find_map(|word| text.strip_suffix(word)).unwrap_or(text);
    DUE_BEFORE.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text).trim()
}

/// What comes behind a word, if the text begins with it and the word ends there.
fn behind_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let begins = text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    let rest = text.get(word.len()..).filter(|_| begins)?;
    (!rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

fn parts_names(c: char) -> bool {
    c.is_whitespace() || matches!(c, ':' | '：' | ',' | '，' | '、')
}

fn closes(c: char) -> bool {
    matches!(c, ')' | '）' | '”' | '》' | '%')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A Saturday.
    fn now() -> Instant {
        chrono::DateTime::parse_from_rfc3339("2026-11-21T19:30:00+08:00").expect("a time")
    }

    #[test]
    fn a_sign_is_known_in_either_width_and_as_input_methods_write_it() {
        for (line, expected) in [
            ("@zw 同意", Some(Sign::Said)),
            ("＠zw", Some(Sign::Said)),
            ("*增设充电桩", Some(Sign::Kind(NoteKind::Motion))),
            ("＋改成两个", Some(Sign::Kind(NoteKind::Amendment))),
            ("？费用从公益金出", Some(Sign::Kind(NoteKind::Explanation))),
            ("＝先试三个月", Some(Sign::Kind(NoteKind::Consensus))),
            ("～噪声怎么办", Some(Sign::Kind(NoteKind::Reservation))),
            ("＃物业 支持", Some(Sign::Kind(NoteKind::Position))),
            ("-电梯停了两次", Some(Sign::Kind(NoteKind::Note))),
            ("！暂缓", Some(Sign::Resolve)),
            ("> 物业 换灯", Some(Sign::Task)),
            ("》物业 换灯", Some(Sign::Task)),
            ("大家都同意", None),
            (" *星号", None),
        ] {
            assert_eq!(sign(line).0, expected, "{line}");
        }
        assert_eq!(sign("—— 散场时下雨").1, "散场时下雨");
        assert_eq!(sign(" *星号").1, "*星号");
        assert_eq!(sign("** 两颗星").1, "* 两颗星");
    }

    #[test]
    fn a_line_that_is_a_number_is_one() {
        assert_eq!(number("3"), Some(3));
        assert_eq!(number("１２ "), Some(12));
        assert_eq!(number("3号楼"), None);
        assert_eq!(number("-3"), None);
        assert_eq!(number(""), None);
    }

    #[test]
    fn a_name_ends_at_a_space_a_colon_or_a_comma() {
        assert_eq!(name("zw 我同意"), ("zw", "我同意"));
        assert_eq!(name("王芳：我，同意"), ("王芳", "我，同意"));
        assert_eq!(name("zw"), ("zw", ""));
    }

    #[test]
    fn an_outcome_is_said_first_or_it_is_adopted() {
        let read = |text| {
            let Resolved { outcome, refer_to, text } = resolution(text);
            (outcome, refer_to, text)
        };
        assert_eq!(read("同意试行三个月"), (Outcome::Adopted, None, "同意试行三个月"));
        assert_eq!(read("通过"), (Outcome::Adopted, None, ""));
        assert_eq!(read("通过定期巡查解决"), (Outcome::Adopted, None, "通过定期巡查解决"), "a word that goes on");
        assert_eq!(read("不通过：住户意见不一"), (Outcome::NotAdopted, None, "住户意见不一"));
        assert_eq!(read("暂缓 下次再议"), (Outcome::Deferred, None, "下次再议"));
        assert_eq!(read("转交 城管 占道的事"), (Outcome::Referred, Some("城管"), "占道的事"));
        assert_eq!(read("Not adopted, too dear"), (Outcome::NotAdopted, None, "too dear"));
        assert_eq!(read("referred to police noise"), (Outcome::Referred, Some("police"), "noise"));
    }

    #[test]
    fn what_is_undertaken_is_parted_from_the_position() {
        assert_eq!(undertaking("支持；承诺：月底前换灯"), ("支持", Some("月底前换灯")));
        assert_eq!(undertaking("We agree; undertakes: new lamps"), ("We agree", Some("new lamps")));
        assert_eq!(undertaking("支持"), ("支持", None));
        assert_eq!(undertaking("承诺：换灯"), ("承诺：换灯", Some("换灯")));
    }

    #[test]
    fn a_deadline_stands_at_the_end() {
        for (line, words, expected) in [
            ("更换东门路灯 12月5日前", "更换东门路灯", Some("12月5日")),
            ("更换东门路灯12月5日前", "更换东门路灯", Some("12月5日")),
            ("更换东门路灯，下周三之前。", "更换东门路灯", Some("下周三")),
            ("Replace the lamps by fri", "Replace the lamps", Some("fri")),
            ("换灯 12-5", "换灯", Some("12-5")),
            ("换灯 12月5日19:00", "换灯", Some("12月5日19:00")),
            ("换灯（三盏） 月底", "换灯（三盏）", Some("月底")),
            ("清理3号楼", "清理3号楼", None),
            ("检查2-3", "检查2-3", None),
            ("更换路灯", "更换路灯", None),
        ] {
            assert_eq!(due(line, now()), (words, expected), "{line}");
        }
    }
}
