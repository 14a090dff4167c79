//! How the notices look: a row each, and of the selected one what can be done, where it hangs and what was objected;
//! beside the list where there is room, else below it.

use ratatui::layout::Rect;

use super::{Notices, unanswered};
use crate::cells::clean::clean;
use crate::cells::wrap;
use crate::domain::code::NoticeKind;
use crate::domain::id::Ref;
use crate::domain::notice::{Notice, Objection};
use crate::domain::register::Register;
use crate::domain::time::day_of;
use crate::tui::act::Act;
use crate::tui::columns::{self, Cell};
use crate::tui::keys::{self, Action, Place};
use crate::tui::more;
use crate::tui::notice_act::{NoticeOffer, objections};
use crate::tui::paint;
use crate::tui::screen::Target;
use crate::tui::screen::matter::{Row, act_spots, flow, wrapped};
use crate::tui::split::{Pair, draw_beside};
use crate::tui::spots::{Canvas, Spot};
use crate::tui::style::{Look, Tone};

/// From this width on the selected notice stands beside the list.
const WIDE: u16 = 130;
/// Rows the list takes at most, where the selected notice stands below it.
const LIST: u16 = 9;
/// Cells for the names of facts.
const LABEL: u16 = 12;
/// What gives way in the list where there is little room: the end of the title, then the number; they are said again of the
/// selected one.
const STEPS: [columns::Step; 3] = [(3, 16), (4, 0), (3, 6)];

/// Paints the screen.
pub fn draw(screen: &Notices, register: &Register, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let Some(notice) = screen.notice(register) else {
        let key = keys::shown;
        let words = if register.matters().len() == 0 {
            look.text.no_notices_nor_matters(key(Action::Board), key(Action::Raise))
        } else {
            look.text.no_notices(key(Action::Act(Act::PostNotice)))
        };
        paint::sentence(buffer, area, &words, look.palette.style(Tone::Dim));
        return;
    };
    let (list, detail) = if area.width >= WIDE {
        let split = look.panes.split(Pair::Notices, area);
        split.draw_line(buffer, look.palette);
        (split.left, split.right)
    } else {
        let height = u16::try_from(screen.list.rows().len()).unwrap_or(LIST).min(LIST);
        let below = area.height.saturating_sub(height + 1);
        (Rect { height, ..area }, Rect { y: area.y + height + 1, height: below, ..area })
    };
    draw_list(screen, register, buffer, list, look);
    let rows = details(screen, notice, register, look, detail.width);
    let shown = draw_beside(&rows, buffer, detail, look);
    act_spots(&rows[shown], Place::Notices, buffer, detail, look);
}

/// What can be done with a notice, where it hangs, and what was objected.
fn details(screen: &Notices, notice: &Notice, register: &Register, look: &Look, width: u16) -> Vec<Row> {
    let mut rows = offered(&screen.offers, look, width);
    rows.push(Vec::new());
    rows.extend(facts(notice, register, look, width));
    for objection in objections(notice, register) {
        rows.push(Vec::new());
        rows.extend(told(objection, look, width));
    }
    rows
}

fn draw_list(screen: &Notices, register: &Register, buffer: &mut Canvas<'_>, area: Rect, look: &Look) {
    let rows = screen.list.rows();
    let shown = more::list(screen.list.place(), rows.len(), buffer, area, look);
    let notices: Vec<_> = shown.filter_map(|at| Some((at, register.notice(rows[at])?))).collect();
    let lines: Vec<_> = notices.iter().map(|(_, notice)| cells(notice, register, look)).collect();
    let widths = columns::fit(&lines, usize::from(area.width.saturating_sub(columns::LEAD)), &STEPS);
    for (row, ((at, _), cells)) in (0..).zip(notices.iter().zip(&lines)) {
        buffer.row_spot(area, row, Spot::Row(*at));
        columns::draw(buffer, area, row, (*at == screen.list.place(), false), cells, &widths, look.palette);
    }
}

/// What a row says of a notice.
fn cells(notice: &Notice, register: &Register, look: &Look) -> Vec<Cell> {
    let (clock, tone) = clock(notice, look);
    let title = clean(Target::from(notice.about).title(register)).into_owned();
    vec![
        (clock, tone),
        (objected(notice, register, look), Tone::Late),
        (look.text.notice_kind(notice.kind).to_owned(), Tone::Dim),
        (title, Tone::Plain),
        (register.id(notice.key), Tone::Dim),
    ]
}

/// The last day and how far off it is, or that the time is full.
fn clock(notice: &Notice, look: &Look) -> (String, Tone) {
    let until = look.text.date(notice.until, look.today());
    if !notice.is_posted(look.now) {
        return (look.text.notice_full(&until), Tone::Dim);
    }
    match (notice.until - look.today()).num_days() {
        0 => (look.text.notice_last_day(&until), Tone::Near),
        left => (look.text.notice_hangs(&until, left), Tone::Good),
    }
}

/// That objections wait for an answer; empty if none does.
fn objected(notice: &Notice, register: &Register, look: &Look) -> String {
    match unanswered(notice, register) {
        0 => String::new(),
        n => look.text.objections_open(n),
    }
}

fn offered(offers: &[NoticeOffer], look: &Look, width: u16) -> Vec<Row> {
    let word = |offer: &NoticeOffer| (keys::shown(Action::NoticeAct(offer.act)), offer.act.label(look.text));
    let (lawful, refused): (Vec<_>, Vec<_>) = offers.iter().partition(|offer| offer.obstacle.is_none());
    let lawful: Vec<_> = lawful.into_iter().map(word).collect();
    let refused: Vec<_> = refused.into_iter().map(word).collect();
    let mut rows = flow(look.text.can_do(), &lawful, width, (Tone::Key, Tone::Plain));
    rows.extend(flow(look.text.cannot_do(), &refused, width, (Tone::Dim, Tone::Dim)));
    rows
}

fn facts(notice: &Notice, register: &Register, look: &Look, width: u16) -> Vec<Row> {
    let text = look.text;
    let about = match Target::from(notice.about) {
        Target::Matter(matter) => Ref::from(matter),
        Target::Meeting(meeting) => Ref::from(meeting),
    };
    let about = format!("{}  {}", register.id(about), Target::from(notice.about).title(register));
    let posted = text.from_to(&text.date(notice.from, look.today()), &text.date(notice.until, look.today()));
    let years = notice.missing_years.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let mut rows = Vec::new();
    let mut fact = |label: &str, words: &str, tone: Tone| {
        if !words.is_empty() {
            wrapped(&mut rows, label, words, LABEL, width, (Tone::Dim, tone));
        }
    };
    let kind = format!("{}  {}", text.notice_kind(notice.kind), register.id(notice.key));
    fact(text.label_notice(), &kind, Tone::Plain);
    fact(text.label_about(), &about, Tone::Plain);
    fact(text.field_where(), notice.place.as_deref().unwrap_or_default(), Tone::Plain);
    fact(text.label_posted(), &posted, Tone::Plain);
    if !years.is_empty() {
        fact("", &text.provisional(&years), Tone::Near);
    }
    if notice.objections.is_empty() {
        fact(text.label_objections(), text.no_objection_yet(), Tone::Dim);
    }
    if !notice.is_posted(look.now) {
        rows.push(Vec::new());
        wrapped(&mut rows, "", what_follows(notice, register, look), 0, width, (Tone::Dim, Tone::Note));
    }
    rows
}

/// What there is to do when a notice has hung its time.
fn what_follows(notice: &Notice, register: &Register, look: &Look) -> &'static str {
    match (unanswered(notice, register), notice.kind) {
        (1.., _) => look.text.notice_over_unanswered(),
        (0, NoticeKind::Agenda) => look.text.notice_over_agenda(),
        (0, NoticeKind::Resolution) => look.text.notice_over_resolution(),
        (0, NoticeKind::Result) => look.text.notice_over_result(),
    }
}

/// An objection with its answer, or that it waits for one.
fn told(objection: &Objection, look: &Look, width: u16) -> Vec<Row> {
    let text = look.text;
    let mut rows = Vec::new();
    let made = format!("{}  {}", clean(&objection.by), text.date(day_of(objection.at), look.today()));
    rows.push(vec![(wrap::pad(text.label_objection(), LABEL.into()), Tone::Dim), (made, Tone::Heading)]);
    wrapped(&mut rows, "", &objection.text, LABEL, width, (Tone::Dim, Tone::Plain));
    match &objection.answer {
        Some((_, answer)) => wrapped(&mut rows, text.field_answer(), answer, LABEL, width, (Tone::Dim, Tone::Good)),
        None => wrapped(&mut rows, "", text.not_answered(), LABEL, width, (Tone::Dim, Tone::Late)),
    }
    rows
}
