//! A scripted evening (`meeting/evening.txt`), typed into terminals key by key: twenty people, nine items, a hundred and
//! fifty entries. The record afterwards is the script, line by line; and after every key the cursor is at the caret.

mod fingers;
mod record;
mod script;

use serde_json::{Value, json};
use unicode_segmentation::UnicodeSegmentation;

use super::kit::{Seat, Terminal};
use fingers::{Fingers, Tap};
use record::{acts, agenda, is_as_scripted, kept, with_items};
use script::{Entry, Script, Step};

/// A council whose meeting is open, with everybody invited and nine topics.
fn opened(script: &Script) -> Seat {
    let seat = Seat::new();
    let add = |person: &script::Person| json!({"do": "add_person", "name": person.name, "body": person.body});
    let mut commands: Vec<Value> = script.people.iter().map(add).collect();
    let invite: Vec<String> = (1..=script.people.len()).map(|n| n.to_string()).collect();
    commands.push(json!({"do": "convene_meeting", "kind": "tripartite", "title": "三方协商会",
        "at": "2026-11-23T09:00:00+08:00", "invite": invite, "minutes": 90}));
    let place = |(minutes, topic): &(u32, String)| json!({"do": "place_on_agenda", "meeting": "1", "topic": topic, "minutes": minutes});
    commands.extend(script.topics.iter().map(place));
    commands.push(json!({"do": "open_meeting", "meeting": "1"}));
    let lines: Vec<String> = commands.iter().map(Value::to_string).collect();
    seat.run(&["do", "--stop"], &(lines.join("\n") + "\n"));
    seat
}

/// Into the room of the meeting, from the board.
fn enter(terminal: &mut Terminal) {
    terminal.press("3\rl").wait_for("›");
}

/// What stands in the line before the cursor of the terminal: the rows above it, and its own row; none: it is hidden.
fn before_cursor(screen: &vt100::Screen) -> Option<(String, String)> {
    if screen.hide_cursor() {
        return None;
    }
    let (row, column) = screen.cursor_position();
    let cell = |row: u16, column: u16| screen.cell(row, column).map_or("", vt100::Cell::contents);
    let prompt = |row: u16| (0..column).find(|at| cell(row, *at) == "›");
    let (top, left) = (row.saturating_sub(4)..=row).rev().find_map(|row| Some((row, prompt(row)? + 2)))?;
    let read = |row: u16, from: u16, to: u16| -> String {
        let wide = |at: u16| screen.cell(row, at).is_some_and(vt100::Cell::is_wide_continuation);
        (from..to)
            .filter(|at| !wide(*at))
            .map(|at| Some(cell(row, at)).filter(|text| !text.is_empty()).unwrap_or(" "))
            .collect()
    };
    let width = screen.size().1.get();
    // The caret stands behind everything that was typed; behind it may be a word of help, dimmed.
    let typed = |at: u16| screen.cell(row, at).is_some_and(|cell| !cell.dim() && !cell.contents().trim().is_empty());
    (!(column..width).any(typed))
        .then(|| ((top..row).map(|row| read(row, left, width)).collect(), read(row, left, column)))
}

/// Whether the cursor stands right behind this text, of which the end is seen.
fn is_at_caret(screen: &vt100::Screen, line: Option<&str>) -> bool {
    let Some(line) = line else { return screen.hide_cursor() };
    let Some((above, row)) = before_cursor(screen) else { return false };
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let seen = squeezed(&above) + &squeezed(&row);
    let line_end = line.rsplit('\n').next().unwrap_or_default();
    let fits = if row.chars().count() > line_end.chars().count() { false } else { line_end.ends_with(&row) };
    fits && squeezed(line).ends_with(&seen) && (line.is_empty() || !seen.is_empty())
}

/// How a script is typed.
#[derive(Clone, Copy, PartialEq)]
enum Pace {
    /// Each key once the one before is on the screen.
    Careful,
    /// As fast as the terminal takes it.
    Burst,
}

/// Waits until so many acts are on disk.
#[track_caller]
fn wait_for_acts(seat: &Seat, terminal: &Terminal, wanted: usize) {
    terminal.wait_until(&format!("{wanted} acts"), |screen| acts(seat) >= wanted && !screen.contents().contains('…'));
    assert_eq!(acts(seat), wanted);
}

/// Waits until what a step did is seen in a window, whoever did it.
#[track_caller]
fn wait_until_seen(script: &Script, at: usize, terminal: &Terminal) {
    terminal.wait_for(&match &script.steps[at] {
        Step::TakeUp(item) => format!("── {item} "),
        Step::Give(who) | Step::Turn(Some(who)) => format!("▸ {who}"),
        Step::Turn(None) => "没有人在发言".to_owned(),
        Step::Pause => "休会中".to_owned(),
        Step::Resume => "继续开会".to_owned(),
        Step::Entry(Entry { words: Some(words), .. }) => words.graphemes(true).take(4).collect(),
        Step::Entry(_) => "决议 ".to_owned(),
        Step::Change { more, .. } => more.clone(),
        Step::Mark { .. } | Step::SetAside(_) | Step::Forward(_) | Step::Hand(_) | Step::End => return,
    });
}

/// The words of the entry that a change is made to, as the script has them before it.
fn words_above(script: &Script, at: usize) -> String {
    let Step::Change { above, .. } = &script.steps[at] else { return String::new() };
    let mut notes = script.steps[..at].iter().rev().filter_map(|step| match step {
        Step::Entry(Entry { makes: script::Makes::Note { .. }, words, .. }) => words.clone(),
        _ => None,
    });
    notes.nth(above - 1).unwrap()
}

/// Somebody who runs the script at a terminal.
struct Typist<'a> {
    seat: &'a Seat,
    script: &'a Script,
    /// Acts on disk before the first step.
    before: usize,
    terminal: Terminal,
    fingers: Fingers,
}

impl<'a> Typist<'a> {
    fn new(seat: &'a Seat, script: &'a Script, before: usize, mut terminal: Terminal) -> Self {
        enter(&mut terminal);
        Self { seat, script, before, terminal, fingers: Fingers::default() }
    }

    /// Waits until whatever the next step depends on is seen.
    fn look(&self, at: usize) {
        if !Fingers::looks(&self.script.steps[at]) {
            return;
        }
        wait_for_acts(self.seat, &self.terminal, self.before + at);
        if let Some(Step::Mark { who, .. }) = at.checked_sub(1).map(|at| &self.script.steps[at]) {
            self.terminal.wait_for(&format!("签到：{who}"));
        }
    }

    fn taps(&mut self, at: usize) -> Vec<Tap> {
        let (current, step) = with_items(self.script)[at];
        let above = words_above(self.script, at);
        self.fingers.taps(self.script, step, &agenda(self.script, at), current, &above)
    }

    fn tap(&mut self, tap: &Tap, pace: Pace) {
        self.terminal.press(&tap.key);
        // What follows the escape key at once is a chord.
        if pace == Pace::Careful || tap.key == "\x1b" {
            let what = format!("{:?}", tap.line);
            self.terminal.wait_until(&what, |screen| is_at_caret(screen, tap.line.as_deref()));
        }
        if let Some(shown) = &tap.shown {
            self.terminal.wait_for(shown);
        }
    }

    fn step(&mut self, at: usize, pace: Pace) {
        self.look(at);
        for tap in self.taps(at) {
            self.tap(&tap, pace);
        }
    }

    #[track_caller]
    fn all_is_recorded(&self) {
        wait_for_acts(self.seat, &self.terminal, self.before + self.script.steps.len());
        is_as_scripted(self.seat, self.script);
    }
}

/// Runs the whole script on a screen of this size, as fast as the terminal takes it save on these items.
fn hold(size: (u16, u16), careful: &[u64]) {
    let script = Script::evening();
    let seat = opened(&script);
    let mut typist = Typist::new(&seat, &script, acts(&seat), seat.sit_down_with(&[], size));
    for at in 0..script.steps.len() {
        let (item, _) = with_items(&script)[at];
        typist.step(at, if careful.contains(&item) { Pace::Careful } else { Pace::Burst });
    }
    typist.all_is_recorded();
}

#[test]
fn the_minutes_are_the_script_and_the_cursor_is_at_the_caret_after_every_key() {
    // Sign-in; hands, floor and an edited entry; kinds by key and rows in a line; a line longer than its place.
    hold((80, 24), &[0, 1, 3, 5]);
}

#[test]
fn so_they_are_on_a_wide_screen_at_the_speed_of_a_program() {
    hold((160, 50), &[]);
}

/// Graphemes that may be typed before the line is kept again; in any case it is after a second.
const STEP: usize = 10;

/// Waits until as much of a line is kept as has to be: all but the last few graphemes, at times all of it.
fn wait_until_kept(seat: &Seat, terminal: &Terminal, line: &str, whole: bool) {
    terminal.wait_until(&format!("“{line}” kept"), |_| {
        let kept = kept(seat).unwrap_or_default();
        let missing = line.graphemes(true).count().saturating_sub(kept.graphemes(true).count());
        line.starts_with(&kept) && missing < if whole { 1 } else { STEP }
    });
}

/// Which key completes what was written of a line.
fn typed(taps: &[Tap], written: &str) -> Option<usize> {
    taps.iter().position(|tap| !written.is_empty() && tap.line.as_deref() == Some(written))
}

/// The program is killed at every fiftieth key and begun anew, over an evening of ninety minutes.
#[test]
fn whenever_the_program_is_killed_it_goes_on_where_it_was() {
    let script = Script::evening();
    let seat = opened(&script);
    let before = acts(&seat);
    let mut keys: usize = 0;
    let (mut at, mut line) = (0, String::new());
    while at < script.steps.len() {
        let minute = at * 90 / script.steps.len();
        let now = format!("2026-11-23T{:02}:{:02}:00+08:00", 9 + minute / 60, minute % 60);
        let mut typist = Typist::new(&seat, &script, before, seat.sit_down_at(&now, (80, 24)));
        let comes_back = format!("“{line}” back, before step {at}");
        typist.terminal.wait_until(&comes_back, |screen| is_at_caret(screen, Some(&line)));
        let mut killed = None;
        'keys: while at < script.steps.len() {
            if line.is_empty() {
                typist.look(at);
            }
            let taps = typist.taps(at);
            let behind = typed(&taps, &line).map_or(0, |at| at + 1);
            for (place, tap) in taps.iter().enumerate().skip(behind) {
                typist.tap(tap, Pace::Burst);
                keys += 1;
                if keys.is_multiple_of(50) {
                    killed = Some((place, taps));
                    break 'keys;
                }
            }
            (at, line) = (at + 1, String::new());
        }
        let Some((place, taps)) = killed else {
            typist.all_is_recorded();
            break;
        };
        typist.terminal.wait_until("all earlier steps", |_| acts(&seat) >= before + at);
        let is_line = matches!(script.steps[at], Step::Entry(_) | Step::Give(_) | Step::Change { .. });
        let written = taps[place].line.clone().unwrap_or_default();
        if is_line && place + 1 < taps.len() {
            wait_until_kept(&seat, &typist.terminal, &written, keys.is_multiple_of(400));
        }
        let known = acts(&seat);
        typist.terminal.signal("KILL");
        typist.terminal.end();
        assert!(acts(&seat) >= known, "what was acknowledged is there");
        let done = acts(&seat) - before;
        assert!((at..=at + 1).contains(&done), "step {at}: {done} are done");
        // What is kept besides is the line before, and that is recorded.
        line = kept(&seat).filter(|kept| done == at && is_line && typed(&taps, kept).is_some()).unwrap_or_default();
        at = done;
    }
    assert!(keys > 3_000, "{keys} keys");
}

/// One has the agenda and the floor, the other the words; both see everything, and nobody loses a key.
#[test]
fn facilitator_and_secretary_run_the_evening_from_two_windows() {
    let script = Script::evening();
    let seat = opened(&script);
    let before = acts(&seat);
    let window = || Typist::new(&seat, &script, before, seat.sit_down_with(&[], (120, 40)));
    let (mut facilitator, mut secretary) = (window(), window());
    let writes = |at: usize| matches!(script.steps[at], Step::Entry(_) | Step::Change { .. });
    for at in 0..script.steps.len() {
        let (own, other) = if writes(at) { (&mut secretary, &facilitator) } else { (&mut facilitator, &secretary) };
        // Whoever takes over has seen what the other did; late arrivals are marked while the other writes on.
        let marks = |at: usize| matches!(script.steps[at], Step::Mark { .. });
        if at > 0 && writes(at) != writes(at - 1) && !marks(at) && !(writes(at) && marks(at - 1)) {
            wait_for_acts(&seat, &other.terminal, before + at);
            if let Some(tap) = own.fingers.close() {
                own.tap(&tap, Pace::Burst);
            }
            wait_until_seen(&script, at - 1, &own.terminal);
        }
        own.step(at, Pace::Burst);
    }
    for typist in [&facilitator, &secretary] {
        typist.terminal.wait_for("散会");
    }
    facilitator.all_is_recorded();
}
