//! What the palette offers while nothing is written out: what can be done here, in the order people need it, with its
//! key; then every command by its name. Reads the table of keys; knows no rule.

use schemars::Schema;

use crate::domain::command::Command;
use crate::grammar::words::about as does;
use crate::search::{Haystack, Needle, fold};
use crate::text::{EN, Text, ZH};
use crate::tui::act::Act;
use crate::tui::keys::{self, Action, Binding, Place};
use crate::tui::meeting_act::MeetingAct;
use crate::tui::notice_act::NoticeAct;

/// A row of the palette.
#[derive(Debug, Clone)]
pub struct Entry {
    pub(super) what: What,
    pub(super) label: String,
    /// Beside the label: the command it makes, or what a command does.
    pub(super) note: String,
    /// The key that does the same here; empty if none does.
    pub(super) key: &'static str,
    /// Why it cannot be done now, if so.
    pub(super) obstacle: Option<String>,
    /// What it is called, folded: in both languages, and by its code.
    names: Vec<String>,
    /// Its label, and all else it can be found by.
    shown: Haystack,
    rest: Haystack,
}

/// What choosing a row leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// What a key asks for here.
    Do(Action),
    /// What a key asks for on the screen that the first action shows.
    Go(Action, Action),
    /// A command to be written out.
    Write(&'static str),
}

/// Subcommands that the screens understand.
pub(super) const SUBCOMMANDS: [&str; 6] = ["list", "show", "status", "log", "check", "raise"];

/// What makes sense from anywhere, and the screen it is done on.
const ELSEWHERE: [(Action, Action); 4] = [
    (Action::Meetings, Action::Convene),
    (Action::People, Action::AddPerson),
    (Action::People, Action::AddBody),
    (Action::Board, Action::Closed),
];

impl Entry {
    fn new(what: What, names: [&str; 2], note: &str, text: Text) -> Self {
        let [zh, en] = names;
        let rest = Haystack::new(&format!("{note} {en} {zh}"));
        let label = text.in_language(zh, en).to_owned();
        let names = [zh, en, note].map(fold).into();
        Self { what, note: note.to_owned(), key: "", obstacle: None, names, shown: Haystack::new(&label), rest, label }
    }

    fn of(what: What, binding: &Binding, action: Action, text: Text) -> Self {
        let note = code(action).unwrap_or_default();
        Self::new(what, [(binding.label)(ZH), (binding.label)(EN)], note, text)
    }

    fn written(name: &'static str, zh: &str, en: &str, text: Text) -> Self {
        let rest = Haystack::new(&format!("{} {en} {zh}", name.replace('_', " ")));
        let note = text.in_language(zh, en).to_owned();
        let (what, names) = (What::Write(name), vec![fold(name)]);
        Self { what, label: name.to_owned(), note, key: "", obstacle: None, names, shown: Haystack::new(name), rest }
    }

    /// How well it answers to what is typed: whether it is called exactly so, whether its label is; then by the match.
    pub(super) fn worth(&self, typed: &str, needle: &Needle) -> Option<(bool, bool, i32)> {
        let folded = fold(typed);
        if self.key == typed || self.names.contains(&folded) {
            return Some((true, true, 0));
        }
        let score = |haystack| needle.find(haystack).map(|found| found.score);
        let in_label = score(&self.shown);
        Some((false, in_label.is_some(), in_label.or_else(|| score(&self.rest))?))
    }
}

/// Everything there is to choose from in a place: acts that can be carried out, screens, general commands, then what
/// cannot be done now, what is written out, and what only moves. `on_a_matter`: acts on a matter make sense although
/// they have no keys here. `obstacle` says why an action cannot be carried out, if so.
#[must_use]
pub fn entries(place: Place, on_a_matter: bool, text: Text, obstacle: impl Fn(Action) -> Option<String>) -> Vec<Entry> {
    let here: Vec<&Binding> = keys::bindings(place).filter(|binding| binding.action != Action::Palette).collect();
    let is_here = |action: Action| here.iter().any(|binding| binding.action == action);
    let mut ranked: Vec<(u8, Entry)> = Vec::new();
    for binding in &here {
        let mut entry = Entry::of(What::Do(binding.action), binding, binding.action, text);
        entry.key = binding.shown;
        entry.obstacle = obstacle(binding.action);
        ranked.push((rank(binding, entry.obstacle.is_some()), entry));
    }
    for act in Act::ALL.iter().filter(|act| on_a_matter && !is_here(Action::Act(**act))) {
        let action = Action::Act(*act);
        let names = [act.label(ZH), act.label(EN)];
        let mut entry = Entry::new(What::Do(action), names, code(action).unwrap_or_default(), text);
        entry.obstacle = obstacle(action);
        ranked.push((if entry.obstacle.is_some() { REFUSED } else { ACTS }, entry));
    }
    let general = [(None, Action::Raise)].into_iter().chain(ELSEWHERE.map(|(via, action)| (Some(via), action)));
    for (via, action) in general.filter(|(_, action)| !is_here(*action)) {
        let Some(binding) = keys::TABLE.iter().find(|binding| binding.action == action) else { continue };
        let what = via.map_or(What::Do(action), |via| What::Go(via, action));
        ranked.push((GENERAL, Entry::of(what, binding, action, text)));
    }
    let covered: Vec<String> = ranked.iter().map(|(_, entry)| entry.note.clone()).collect();
    for name in Command::NAMES.iter().filter(|name| !covered.iter().any(|code| code == **name)) {
        let about = Command::schema(name).as_ref().map(about).unwrap_or_default();
        ranked.push((WRITTEN, Entry::written(name, ZH.act(name), &about, text)));
    }
    let subcommands = SUBCOMMANDS.map(|name| Entry::written(name, does(ZH, name), does(EN, name), text));
    ranked.extend(subcommands.into_iter().map(|entry| (READING, entry)));
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, entry)| entry).collect()
}

const ACTS: u8 = 0;
const SCREENS: u8 = 1;
const GENERAL: u8 = 2;
const REFUSED: u8 = 3;
const READING: u8 = 4;
const WRITTEN: u8 = 5;
const MOVES: u8 = 6;

fn rank(binding: &Binding, refused: bool) -> u8 {
    let is_act =
        matches!(binding.action, Action::Act(_) | Action::MeetingAct(_) | Action::Prepare(_) | Action::NoticeAct(_));
    match binding.action {
        _ if refused => REFUSED,
        action if action.moves(0, 0).is_some() || matches!(action, Action::Left | Action::Right) => MOVES,
        action if action.shows().is_some() => SCREENS,
        _ if is_act || binding.places.len() <= FEW => ACTS,
        _ => GENERAL,
    }
}

/// What has a meaning in more places than these is no matter of the place.
const FEW: usize = 2;

fn about(schema: &Schema) -> String {
    schema.get("description").and_then(serde_json::Value::as_str).unwrap_or_default().trim_end_matches('.').to_owned()
}

/// The command an action makes, by the name it has after `do`.
pub(super) fn code(action: Action) -> Option<&'static str> {
    Some(match action {
        Action::Act(act) => match act {
            Act::Accept => "accept_matter",
            Act::Decline => "decline_matter",
            Act::Merge => "merge_matter",
            Act::RaiseLevel => "raise_level",
            Act::Change => "change_matter",
            Act::Agenda => "place_on_agenda",
            Act::OpenMeeting => "open_meeting",
            Act::TakeUp => "take_up",
            Act::Resolve => "resolve",
            Act::Adjourn => "adjourn_meeting",
            Act::Assign => "assign_task",
            Act::Receive => "receive_task",
            Act::Return => "return_task",
            Act::Progress => "report_progress",
            Act::Extend => "extend_task",
            Act::Finish => "finish_task",
            Act::AcceptTask => "accept_task",
            Act::Answer => "answer_matter",
            Act::TellRaiser => "tell_raiser",
            Act::FollowUp => "follow_up",
            Act::Close => "close_matter",
            Act::Reopen => "reopen_matter",
            Act::PostNotice => "post_notice",
        },
        Action::MeetingAct(act) => match act {
            MeetingAct::Place => "place_on_agenda",
            MeetingAct::TakeOff => "take_off_agenda",
            MeetingAct::PostAgenda => "post_notice",
            MeetingAct::Open => "open_meeting",
            MeetingAct::Attend => "mark_attendance",
            MeetingAct::TakeUp => "take_up",
            MeetingAct::Note => "note",
            MeetingAct::Resolve => "resolve",
            MeetingAct::Assign => "assign_task",
            MeetingAct::Adjourn => "adjourn_meeting",
            MeetingAct::Confirm => "confirm_minutes",
            MeetingAct::Seal => "seal_minutes",
            MeetingAct::Change => "change_meeting",
            MeetingAct::Cancel => "cancel_meeting",
        },
        Action::Prepare(act) => act.makes(),
        Action::NoticeAct(NoticeAct::Object) => "object_to_notice",
        Action::NoticeAct(NoticeAct::Answer) => "answer_objection",
        Action::Raise => "raise_matter",
        Action::Convene => "convene_meeting",
        Action::AddPerson => "add_person",
        Action::AddBody => "add_body",
        Action::Undo => "undo",
        Action::Redo => "redo",
        _ => return None,
    })
}
