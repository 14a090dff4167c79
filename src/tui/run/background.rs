//! Whether the terminal is dark or light. It may say so in a variable, and it is asked; its answer comes among the keys
//! and is picked out of them, whenever it comes. A key is never lost by that, and nobody waits.

use std::env;
use std::io::{self, Write, stdout};

use crossterm::event::{Event, KeyCode, KeyEventKind, KeyModifiers};

use crate::settings::Theme;
use crate::tui::style::Palette;

/// “Which colour is the background?” (OSC 11, ended by BEL so that the answer holds one escape only).
const QUERY: &[u8] = b"\x1b]11;?\x07";
/// How every answer begins, after its escape; colours follow in hex digits.
const BEGINS: &str = "]11;rgb";
/// The longest answer has four digits and four colours: `]11;rgba:ffff/ffff/ffff/ffff`.
const LONGEST: usize = 28;

/// The colours to begin with.
pub(super) fn begin(theme: Theme) -> Palette {
    match theme {
        Theme::Auto => by_variable(&env::var("COLORFGBG").unwrap_or_default()),
        Theme::Dark => Palette::dark(),
        Theme::Light => Palette::light(),
        Theme::Contrast => Palette::contrast(),
        Theme::Plain => Palette::plain(),
    }
}

/// Whether there is any use in asking: the console of Linux and a terminal that can do nothing have no answer.
pub(super) fn can_answer() -> bool {
    cfg!(unix) && !matches!(env::var("TERM").unwrap_or_default().as_str(), "" | "dumb" | "linux")
}

/// Asks the terminal. Its answer comes among the keys, sooner, later or never.
pub(super) fn ask() -> io::Result<()> {
    let mut out = stdout();
    out.write_all(QUERY)?;
    out.flush()
}

/// What `COLORFGBG` says: `15;0` is white on black, `0;default;15` black on white.
fn by_variable(value: &str) -> Palette {
    match value.rsplit(';').next() {
        Some("7" | "15") => Palette::light(),
        _ => Palette::dark(),
    }
}

/// Picks the answer out of what is typed.
#[derive(Default)]
pub(super) struct Filter {
    /// What may yet become an answer.
    held: Vec<Event>,
    answer: String,
}

/// What came out of the filter.
#[derive(Default)]
pub(super) struct Heard {
    /// Typed, in order.
    pub(super) events: Vec<Event>,
    /// The colours that suit the background.
    pub(super) colours: Option<Palette>,
}

impl Filter {
    /// Takes in what came. What turns out not to be an answer comes out as it was typed.
    pub(super) fn take(&mut self, event: Event) -> Heard {
        match self.next(&event) {
            Next::Part(c) => {
                self.answer.push(c);
                self.held.push(event);
                Heard::default()
            }
            Next::End => {
                self.held.clear();
                Heard { colours: colours(&std::mem::take(&mut self.answer)), events: Vec::new() }
            }
            Next::Other => {
                self.answer.clear();
                let mut events = std::mem::take(&mut self.held);
                events.push(event);
                Heard { events, colours: None }
            }
        }
    }

    fn next(&self, event: &Event) -> Next {
        let Event::Key(key) = event else { return Next::Other };
        let KeyCode::Char(c) = key.code else { return Next::Other };
        let at = self.answer.len();
        let is_whole = at > BEGINS.len();
        let modifiers = key.modifiers - KeyModifiers::SHIFT;
        let fits = match BEGINS.chars().nth(at) {
            Some(expected) => c == expected,
            None => at < LONGEST && (c.is_ascii_hexdigit() || matches!(c, ':' | '/')),
        };
        match (c, modifiers) {
            _ if key.kind != KeyEventKind::Press => Next::Other,
            // BEL arrives as Ctrl-G, the other end of an answer as Alt-\.
            ('g', KeyModifiers::CONTROL) | ('\\', KeyModifiers::ALT) if is_whole => Next::End,
            (_, KeyModifiers::ALT) if at == 0 && fits => Next::Part(c),
            (_, KeyModifiers::NONE) if at > 0 && fits => Next::Part(c),
            _ => Next::Other,
        }
    }
}

enum Next {
    Part(char),
    End,
    Other,
}

/// The colours for the background in an answer: the lighter half of the scale is light (ITU-R BT.709).
fn colours(answer: &str) -> Option<Palette> {
    let (_, numbers) = answer.split_once(':')?;
    let mut parts = numbers.split('/').map(|part| u32::from_str_radix(part.get(..2)?, 16).ok());
    let mut part = || parts.next().flatten();
    let (red, green, blue) = (part()?, part()?, part()?);
    let is_light = 2126 * red + 7152 * green + 722 * blue > 10_000 * 127;
    Some(if is_light { Palette::light() } else { Palette::dark() })
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyEvent;

    use super::*;

    fn typed(text: &str) -> Vec<Event> {
        text.chars().map(|c| key(c, KeyModifiers::NONE)).collect()
    }

    fn key(c: char, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(KeyCode::Char(c), modifiers))
    }

    fn answer(colour: &str) -> Vec<Event> {
        let mut events = vec![key(']', KeyModifiers::ALT)];
        events.extend(typed(&format!("11;{colour}")));
        events.push(key('g', KeyModifiers::CONTROL));
        events
    }

    fn hear(events: Vec<Event>) -> (Vec<Event>, Option<Palette>) {
        let mut filter = Filter::default();
        let mut all = (Vec::new(), None);
        for event in events {
            let heard = filter.take(event);
            all.0.extend(heard.events);
            all.1 = heard.colours.or(all.1);
        }
        all
    }

    #[test]
    fn an_answer_is_taken_out_of_what_is_typed() {
        let mut events = typed("n");
        events.extend(answer("rgb:ffff/ffff/dddd"));
        events.extend(typed("ø"));
        assert_eq!(hear(events), (typed("nø"), Some(Palette::light())));
        assert_eq!(hear(answer("rgb:1e/1e/2e")), (Vec::new(), Some(Palette::dark())));
    }

    #[test]
    fn what_only_looks_like_an_answer_comes_out_as_it_was_typed() {
        let mut events = vec![key(']', KeyModifiers::ALT)];
        events.extend(typed("11;red"));
        assert_eq!(hear(events.clone()), (events, None));
        let twice = vec![key(']', KeyModifiers::ALT), key(']', KeyModifiers::ALT), key('x', KeyModifiers::NONE)];
        assert_eq!(hear(twice.clone()), (twice, None));
    }

    #[test]
    fn the_variable_names_the_background_last() {
        assert_eq!(by_variable("15;0"), Palette::dark());
        assert_eq!(by_variable("0;default;15"), Palette::light());
        assert_eq!(by_variable(""), Palette::dark());
    }
}
