//! The palette: colours by meaning. Colour is never alone: what it says is also said by a word or a mark beside it.

use chrono::NaiveDate;
use ratatui::style::{Color, Modifier, Style};

use super::split::Panes;
use crate::domain::entry::Instant;
use crate::domain::time;
use crate::text::Text;

/// All that drawing needs to know besides what is drawn: the language, the colours, how the panes stand, the time.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// The sentences.
    pub text: Text,
    /// The colours.
    pub palette: Palette,
    /// How two panes side by side stand.
    pub panes: Panes,
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

/// How meanings look on this terminal. Of colours only the sixteen that every terminal has, as its owner has set them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette(Ground);

/// What the colours stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ground {
    Dark,
    Light,
    /// Black, whatever the terminal's own is.
    Contrast,
    /// No colours at all.
    Plain,
}

impl Palette {
    /// For a dark background.
    #[must_use]
    pub fn dark() -> Self {
        Self(Ground::Dark)
    }

    /// For a light background: none of the colours that vanish on white.
    #[must_use]
    pub fn light() -> Self {
        Self(Ground::Light)
    }

    /// Bright on black; nothing is dimmed.
    #[must_use]
    pub fn contrast() -> Self {
        Self(Ground::Contrast)
    }

    /// No colour at all (`NO_COLOR`): weight and reversal only.
    #[must_use]
    pub fn plain() -> Self {
        Self(Ground::Plain)
    }

    /// What everything else is painted on.
    #[must_use]
    pub fn ground(self) -> Style {
        match self.0 {
            Ground::Contrast => Style::new().fg(Color::White).bg(Color::Black),
            Ground::Dark | Ground::Light | Ground::Plain => Style::new(),
        }
    }

    /// The style of a meaning.
    #[must_use]
    pub fn style(self, tone: Tone) -> Style {
        let style = Style::new().add_modifier(self.weight(tone));
        self.colour(tone).map_or(style, |colour| style.fg(colour))
    }

    /// What a query matches, laid over whatever meaning it has: seen without any colour.
    #[must_use]
    pub fn matched(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED).remove_modifier(Modifier::DIM)
    }

    fn weight(self, tone: Tone) -> Modifier {
        match tone {
            // Bright black vanishes on some themes; dimming follows the theme's own text colour.
            Tone::Dim if self.0 != Ground::Contrast => Modifier::DIM,
            Tone::Heading | Tone::Key | Tone::Late => Modifier::BOLD,
            Tone::Selected => Modifier::REVERSED,
            Tone::Plain | Tone::Dim | Tone::Good | Tone::Near | Tone::Note => Modifier::empty(),
        }
    }

    fn colour(self, tone: Tone) -> Option<Color> {
        let (dark, light, contrast) = match tone {
            Tone::Key => (Color::Cyan, Color::Blue, Color::LightCyan),
            Tone::Good => (Color::Green, Color::Green, Color::LightGreen),
            Tone::Near => (Color::Yellow, Color::Magenta, Color::LightYellow),
            Tone::Late => (Color::Red, Color::Red, Color::LightRed),
            Tone::Note => (Color::LightBlue, Color::Blue, Color::LightCyan),
            Tone::Plain | Tone::Dim | Tone::Heading | Tone::Selected => return None,
        };
        match self.0 {
            Ground::Dark => Some(dark),
            Ground::Light => Some(light),
            Ground::Contrast => Some(contrast),
            Ground::Plain => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLOURED: [Tone; 5] = [Tone::Key, Tone::Good, Tone::Near, Tone::Late, Tone::Note];

    #[test]
    fn without_colour_there_is_no_colour_but_weight_stays() {
        for tone in COLOURED {
            assert_eq!(Palette::plain().style(tone).fg, None);
            assert!(Palette::dark().style(tone).fg.is_some());
        }
        assert!(Palette::plain().style(Tone::Selected).add_modifier.contains(Modifier::REVERSED));
    }

    #[test]
    fn on_white_nothing_is_painted_in_what_vanishes_there() {
        for tone in COLOURED {
            let colour = Palette::light().style(tone).fg;
            assert!(!matches!(colour, Some(Color::Yellow | Color::Cyan | Color::White | Color::Gray)), "{tone:?}");
        }
    }

    #[test]
    fn in_high_contrast_nothing_is_dim() {
        assert!(!Palette::contrast().style(Tone::Dim).add_modifier.contains(Modifier::DIM));
        assert_eq!(Palette::contrast().ground().bg, Some(Color::Black));
    }
}
