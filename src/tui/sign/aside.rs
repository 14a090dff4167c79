//! What stands beside the minutes: who has confirmed, what was left over and where it went, the seal. As a column of rows,
//! and in few lines where there is no room.

use super::{Digest, Sign, asked};
use crate::cells::clean::clean;
use crate::cells::wrap;
use crate::domain::meeting::{Item, Meeting, Signature, Whereabouts};
use crate::domain::register::Register;
use crate::tui::screen::matter::{Row, flow, wrapped};
use crate::tui::style::{Look, Tone};

/// Cells before what is said of a body.
const INDENT: u16 = 2;
/// Digits of the digest that stand together.
const GROUP: usize = 4;

/// All of it, below one another.
#[must_use]
pub(super) fn column(sign: &Sign, meeting: &Meeting, register: &Register, look: &Look, width: u16) -> Vec<Row> {
    let text = look.text;
    let heading = |title: &str| vec![(title.to_owned(), Tone::Heading)];
    let mut rows = vec![heading(text.sign_confirmations())];
    let asked = asked(meeting, register);
    if asked.is_empty() {
        wrapped(&mut rows, "", text.sign_nobody_asked(), 0, width, (Tone::Dim, Tone::Dim));
    }
    for signature in &asked {
        let (mark, tone) = mark_of(signature);
        let body = clean(text.body_named(register, signature.body)).into_owned();
        rows.push(vec![
            (format!("{mark} "), tone),
            (wrap::truncate(&body, usize::from(width) - 2).into_owned(), Tone::Plain),
        ]);
        for (said, tone) in told(signature, look) {
            wrapped(&mut rows, "", &said, INDENT, width, (Tone::Dim, tone));
        }
    }
    rows.extend([Vec::new(), heading(text.sign_left_over())]);
    let left: Vec<&Item> = meeting.unfinished().collect();
    if left.is_empty() {
        rows.push(vec![(text.sign_nothing_left().to_owned(), Tone::Dim)]);
    }
    for item in left {
        wrapped(&mut rows, &format!("{:>2}", item.number), &titled(item, register), 3, width, (Tone::Dim, Tone::Plain));
        let (said, tone) = went(item, meeting, register, look);
        wrapped(&mut rows, "", &said, 3, width, (Tone::Dim, tone));
    }
    rows.extend([Vec::new(), heading(text.sign_seal())]);
    for (said, tone) in seal(sign, meeting, register, look) {
        wrapped(&mut rows, "", &said, 0, width, (Tone::Dim, tone));
    }
    rows
}

/// The same in few lines: who has confirmed, what a body holds against them, what is left over, the seal once there is
/// one.
#[must_use]
pub(super) fn lines(sign: &Sign, meeting: &Meeting, register: &Register, look: &Look, width: u16) -> Vec<Row> {
    let text = look.text;
    let asked = asked(meeting, register);
    let kind = |signature: &Signature<'_>| register.body(signature.body).map_or("", |body| text.body_kind(body.kind));
    let by = |signature: &Signature<'_>| signature.confirmed.map(|said| format!(" {}", clean(&said.by)));
    let words: Vec<(&str, String)> = asked
        .iter()
        .map(|signature| (mark_of(signature).0, format!("{}{}", kind(signature), by(signature).unwrap_or_default())))
        .collect();
    let mut words: Vec<(&str, &str)> = words.iter().map(|(mark, word)| (*mark, word.as_str())).collect();
    if words.is_empty() {
        words.push(("", text.sign_nobody_asked()));
    }
    let mut rows = flow(text.sign_confirmations(), &words, width, (Tone::Key, Tone::Plain));
    for signature in asked.iter().filter(|signature| says_more(signature)) {
        let told = told(signature, look).pop().map(|(said, tone)| (clean(&said).into_owned(), tone));
        rows.push([(format!("{}  ", kind(signature)), Tone::Plain)].into_iter().chain(told).collect());
    }
    let left: Vec<String> =
        meeting.unfinished().map(|item| format!("{} {}", item.number, clean(&titled(item, register)))).collect();
    if !left.is_empty() {
        rows.push(vec![(format!("{} ", text.sign_left_over()), Tone::Dim), (text.listed(&left), Tone::Plain)]);
    }
    if meeting.sealed.is_some() {
        let said: Vec<String> = seal(sign, meeting, register, look).into_iter().map(|(said, _)| said).collect();
        rows.push(vec![(said.join("  "), Tone::Good)]);
    }
    rows
}

/// Whether a body said more than yes, or less.
fn says_more(signature: &Signature<'_>) -> bool {
    let reserved = signature.confirmed.is_some_and(|said| said.reservation.is_some());
    reserved || signature.objection.is_some() || signature.confirmed.is_none() && signature.outdated.is_some()
}

/// What an item is about.
fn titled(item: &Item, register: &Register) -> String {
    let matter = item.matter.and_then(|matter| register.matter(matter));
    matter.map_or_else(|| item.topic.clone().unwrap_or_default(), |matter| matter.title.clone())
}

fn mark_of(signature: &Signature<'_>) -> (&'static str, Tone) {
    match signature {
        Signature { confirmed: Some(_), .. } => ("✓", Tone::Good),
        Signature { objection: Some(_), .. } => ("✗", Tone::Late),
        Signature { outdated: Some(_), .. } => ("!", Tone::Near),
        _ => ("·", Tone::Near),
    }
}

/// What a body said about the minutes, a sentence each.
fn told(signature: &Signature<'_>, look: &Look) -> Vec<(String, Tone)> {
    let text = look.text;
    let mut told = Vec::new();
    if let Some(said) = signature.confirmed {
        told.push((text.sign_by(&said.by, &text.moment(said.at, look.today())), Tone::Dim));
        told.extend(said.reservation.as_deref().map(|words| (text.sign_reservation(words), Tone::Near)));
    } else if let Some(said) = signature.objection {
        told.push((text.sign_objects(&said.by, &said.text), Tone::Late));
    } else if let Some(said) = signature.outdated {
        told.push((text.sign_outdated(&said.by), Tone::Near));
    } else {
        told.push((text.sign_open().to_owned(), Tone::Dim));
    }
    told
}

/// Where something went that was not finished.
fn went(item: &Item, meeting: &Meeting, register: &Register, look: &Look) -> (String, Tone) {
    let text = look.text;
    match meeting.whereabouts(item, register) {
        Whereabouts::Waits => (text.sign_waits().to_owned(), Tone::Near),
        Whereabouts::Gone => (text.sign_gone().to_owned(), Tone::Dim),
        Whereabouts::Placed(next) => {
            let at = register.meeting(next).map(|next| text.date(crate::domain::time::day_of(next.at), look.today()));
            (text.sign_placed(&format!("{} {}", register.id(next), at.unwrap_or_default())), Tone::Good)
        }
    }
}

/// Whether and by whom it was sealed, and the digest.
fn seal(sign: &Sign, meeting: &Meeting, register: &Register, look: &Look) -> Vec<(String, Tone)> {
    let text = look.text;
    let Some(act) = meeting.sealed else { return vec![(text.sign_unsealed().to_owned(), Tone::Dim)] };
    let entry = register.entries().iter().rfind(|entry| entry.id() == act);
    let said = entry.map(|entry| text.sign_sealed(&entry.by, &text.moment(entry.ts, look.today())));
    let digest = match &sign.digest {
        Digest::Read(of, Some(digest)) if *of == act => (text.sign_digest(&grouped(digest)), Tone::Key),
        Digest::Read(of, None) if *of == act => (text.sign_no_digest().to_owned(), Tone::Near),
        _ => (text.sign_reading_digest().to_owned(), Tone::Dim),
    };
    said.map(|said| (said, Tone::Good)).into_iter().chain([digest]).collect()
}

/// Digits in groups, as they are read out.
fn grouped(digits: &str) -> String {
    let digits: Vec<char> = digits.chars().collect();
    digits.chunks(GROUP).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_read_out_in_groups() {
        assert_eq!(grouped("3f9a12bc77de"), "3f9a 12bc 77de");
    }
}
