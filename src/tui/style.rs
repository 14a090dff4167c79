//! The palette: colours by meaning. Colour is never alone: what it says is also said by a word or a mark beside it.

use chrono::NaiveDate;
use ratatui::style::{Color, Modifier, Style};

use crate::domain::entry::Instant;
use crate::domain::time;
use crate::text::Text;

/// All that drawing needs to know besides what is drawn: the language, the colours, the time.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// The sentences.
    pub text: Text,
    /// The colours.
    pub palette: Palette,
    /// What time it is.
    pub now: Instant,
}

impl Look {
    /// Today, in the council's zone.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        time::day_of(self.now)
    }
}

/// What a piece of the screen means to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Ordinary text.
    Plain,
    /// Secondary: dates, places, what cannot be done now.
    Dim,
    /// The name of what stands below or beside it.
    Heading,
    /// A key to press.
    Key,
    /// What the next key acts on.
    Selected,
    /// Done, satisfied, in time.
    Good,
    /// Due soon.
    Near,
    /// Overdue, refused, wrong.
    Late,
    /// What is being pointed out without alarm.
    Note,
}

/// How meanings look on this terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    colour: bool,
}

impl Palette {
    /// The sixteen colours every terminal has, as its owner has set them.
    #[must_use]
    pub fn sixteen() -> Self {
        Self { colour: true }
    }

    /// No colour at all (`NO_COLOR`): weight and reversal only.
    #[must_use]
    pub fn plain() -> Self {
        Self { colour: false }
    }

    /// The style of a meaning.
    #[must_use]
    pub fn style(self, tone: Tone) -> Style {
        let (colour, modifier) = match tone {
            Tone::Plain => (None, Modifier::empty()),
            // Bright black vanishes on some themes; dimming follows the theme's own text colour.
            Tone::Dim => (None, Modifier::DIM),
            Tone::Heading => (None, Modifier::BOLD),
            Tone::Key => (Some(Color::Cyan), Modifier::BOLD),
            Tone::Selected => (None, Modifier::REVERSED),
            Tone::Good => (Some(Color::Green), Modifier::empty()),
            Tone::Near => (Some(Color::Yellow), Modifier::empty()),
            Tone::Late => (Some(Color::Red), Modifier::BOLD),
            Tone::Note => (Some(Color::Blue), Modifier::empty()),
        };
        let style = Style::new().add_modifier(modifier);
        match colour {
            Some(colour) if self.colour => style.fg(colour),
            _ => style,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colour_there_is_no_colour_but_weight_stays() {
        for tone in [Tone::Key, Tone::Good, Tone::Near, Tone::Late, Tone::Note] {
            assert_eq!(Palette::plain().style(tone).fg, None);
            assert!(Palette::sixteen().style(tone).fg.is_some());
        }
        assert!(Palette::plain().style(Tone::Selected).add_modifier.contains(Modifier::REVERSED));
    }
}
