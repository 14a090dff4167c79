//! The rows below the fields of a form: what is wrong with the field that holds the keyboard or what helps with it, what
//! can be chosen in it, and what the rules find worth saying. They are there whether there is something to say or not, so
//! that nothing jumps.

use ratatui::layout::Rect;

use super::Form;
use super::field::{Field, Flaw, Input};
use super::pick::Pick;
use super::suggest::Suggest;
use super::when::Precision;
use crate::cells::wrap;
use crate::search::Needle;
use crate::text::Text;
use crate::tui::editor::Editor;
use crate::tui::keys::{self, Action, Place};
use crate::tui::paint;
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};

/// Paints the panel.
pub(super) fn draw(form: &Form, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let Some(field) = form.fields.get(form.focus) else { return };
    paint::put(buffer, area, 0, 0, &"─".repeat(usize::from(area.width)), look.palette.style(Tone::Dim));
    let inside = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let above = said_here(field, look.text).map_or(0, |said| say(&said, buffer, inside, look));
    let rest = Rect { y: inside.y + above, height: inside.height.saturating_sub(above), ..inside };
    let whole = said_of_all(form, look.text);
    let rows = whole.as_ref().map_or(0, |(sentence, _)| wrap::wrap(sentence, usize::from(rest.width)).len());
    let rows = u16::try_from(rows).unwrap_or(u16::MAX).min(rest.height);
    let list = Rect { height: rest.height - rows, ..rest };
    if let Some(said) = whole {
        say(&said, buffer, Rect { y: list.bottom(), height: rows, ..rest }, look);
    }
    match &field.input {
        Input::Pick(pick) if pick.abreast.is_none() => options(pick, field.required, buffer, list, look),
        _ => {
            let written = field.editor().map(Editor::text).unwrap_or_default();
            suggestions(&field.suggest, &written, buffer, list, look);
        }
    }
}

/// Paints a sentence, cut where the area ends; returns its rows.
fn say((sentence, tone): &(String, Tone), buffer: &mut Canvas<'_>, area: Rect, look: &Look) -> u16 {
    let mut row = 0;
    for range in wrap::wrap(sentence, usize::from(area.width)).into_iter().take(usize::from(area.height)) {
        paint::put(buffer, area, row, 0, sentence[range].trim_end(), look.palette.style(*tone));
        row += 1;
    }
    row
}

/// What concerns the field with the keyboard.
fn said_here(field: &Field, text: Text) -> Option<(String, Tone)> {
    Some(match &field.flaw {
        Some(flaw) => (format!("! {}", text.form_about(&field.label, &flaw_sentence(text, flaw))), Tone::Late),
        None => (hint(field, text)?, if field.suggest.offered.is_empty() { Tone::Dim } else { Tone::Note }),
    })
}

/// What concerns the next key, else what the rules find worth saying.
fn said_of_all(form: &Form, text: Text) -> Option<(String, Tone)> {
    match &form.message {
        _ if form.asks_again => Some((text.enter_again(keys::shown_in(Place::Form, Action::Open)), Tone::Note)),
        Some((sentence, tone)) => Some((sentence.clone(), *tone)),
        None if form.warnings.is_empty() => None,
        None => Some((text.worth_knowing(&text.listed(&form.warnings)), Tone::Near)),
    }
}

/// What helps with a field: its own word of help, else how one chooses in it.
fn hint(field: &Field, text: Text) -> Option<String> {
    let key = |action| keys::shown_in(Place::Form, action);
    let (down, choose) = (key(Action::Down), key(Action::Open));
    Some(match &field.input {
        _ if !field.suggest.offered.is_empty() && field.suggest.leads_away => {
            text.hint_similar(down, choose, key(Action::RaiseInto))
        }
        _ if !field.suggest.offered.is_empty() => text.hint_suggestions(down, choose),
        _ if !field.hint.is_empty() => field.hint.clone(),
        Input::Pick(pick) if pick.abreast.is_some() && pick.many => text.hint_numbers().to_owned(),
        Input::Pick(pick) if pick.abreast.is_some() => text.hint_number().to_owned(),
        Input::Pick(pick) => {
            let digits = if pick.bears_numbers() { text.hint_digits_pick() } else { text.hint_digits_too() };
            let (choose, tick) = (key(Action::Open), key(Action::Mark));
            if pick.many {
                text.hint_look_for_many(digits, tick, down)
            } else {
                text.hint_look_for(digits, choose, down)
            }
        }
        Input::When(_, precision) => {
            let examples = match precision {
                Precision::Time => text.hint_at(),
                Precision::Day | Precision::DayOrTime => text.hint_due_day(),
            };
            text.hint_day_keys(examples, key(Action::PageUp), key(Action::PageDown))
        }
        _ => return None,
    })
}

/// What is wrong with a field, in a sentence.
fn flaw_sentence(text: Text, flaw: &Flaw) -> String {
    match flaw {
        Flaw::Missing => text.field_missing().to_owned(),
        Flaw::TooLong(too_long) => text.field_too_long(too_long.limit, too_long.would_be),
        Flaw::NotADay => text.field_not_a_day().to_owned(),
        Flaw::NotATime => text.field_not_a_time().to_owned(),
        Flaw::NotANumber => text.field_not_a_number().to_owned(),
        Flaw::NoSuchChoice(typed) => text.field_no_such_choice(typed),
        Flaw::SeveralChoices(typed, left) => text.field_several_choices(typed, *left),
        Flaw::Refused(sentence) => sentence.clone(),
    }
}

/// The options a list leaves, the one under the cursor among them.
fn options(pick: &Pick, required: bool, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let listed = pick.listed();
    if listed.is_empty() {
        paint::put(buffer, area, 0, 0, look.text.nothing_found(), look.palette.style(Tone::Dim));
    }
    let cursor = listed.iter().position(|at| *at == pick.cursor).unwrap_or(0);
    // What going on chooses: the one under the cursor while one is looked for or must be chosen, else the chosen one.
    let points = !pick.filter.is_empty() || (required && pick.is_unset());
    let needle = Needle::new(&pick.filter.text());
    for (row, place) in (0..area.height).zip(paint::window(cursor, listed.len(), usize::from(area.height))) {
        let at = listed[place];
        let marked = if points { at == pick.cursor } else { pick.chosen[at] };
        let mark = match (pick.many, pick.chosen[at]) {
            (true, true) => "[x] ",
            (true, false) => "[ ] ",
            (false, _) if marked => "> ",
            (false, _) => "  ",
        };
        let number = if pick.bears_numbers() { format!("{} ", at + 1) } else { String::new() };
        let selected = if pick.many { at == pick.cursor } else { marked };
        let tone = if selected { Tone::Selected } else { Tone::Plain };
        let label = &pick.options[at].label;
        buffer.row_spot(area, row, Spot::Choice(at));
        paint::pieces(buffer, area, row, &[(mark, tone), (&number, tone), (label, tone)], look.palette);
        paint::highlight(buffer, area, row, look.palette.matched(), |text| needle.ranges_in(text));
    }
}

fn suggestions(suggest: &Suggest, written: &str, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let needle = Needle::new(written);
    for (row, (at, choice)) in (0..area.height).zip(suggest.offered.iter().enumerate()) {
        let (mark, tone) = if suggest.at == Some(at) { ("> ", Tone::Selected) } else { ("  ", Tone::Plain) };
        buffer.row_spot(area, row, Spot::Suggestion(at));
        paint::pieces(buffer, area, row, &[(mark, tone), (&choice.label, tone)], look.palette);
        paint::highlight(buffer, area, row, look.palette.matched(), |text| needle.ranges_in(text));
    }
}
