//! Times of day as people write them: `19:30`, `7pm`, seven in the evening. Knows the clock's face and the words of
//! [`crate::text`].

use chrono::{NaiveTime, TimeDelta};

use super::number;
use crate::text::{SPOKEN_PARTS, SpokenPart};

/// A time that was read, and the other one that may have been meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hour {
    pub(super) time: NaiveTime,
    pub(super) or: Option<NaiveTime>,
}

/// The whole text as a time of day.
pub(super) fn read(text: &str) -> Option<Hour> {
    let part = SPOKEN_PARTS.iter().find_map(|(word, part)| Some((*part, text.strip_prefix(word)?)));
    let (part, behind) = part.map_or((None, text), |(part, behind)| (Some(part), behind.trim_start()));
    let (hour, behind) = number(behind)?;
    let hour = u32::try_from(hour).ok()?;
    let said = behind.strip_prefix(['点', '时']);
    let (minute, behind) = match (said, behind.strip_prefix(':')) {
        (Some(behind), _) => match (behind.strip_prefix('半'), number(behind)) {
            (Some(behind), _) => (30, behind),
            (None, Some((minute, behind))) => (minute, behind.strip_prefix('分').unwrap_or(behind)),
            (None, None) => (0, behind),
        },
        (None, Some(behind)) => number(behind)?,
        (None, None) => (0, behind),
    };
    let minute = u32::try_from(minute).ok()?;
    let at = |hour| NaiveTime::from_hms_opt(hour, minute, 0);
    let time = match (part, behind.trim_start(), text.contains(':') || said.is_some()) {
        (Some(part), "", true) => at(in_part(hour, part)?)?,
        (None, "", true) => at(hour)?,
        (None, "am", _) if (1..=12).contains(&hour) => at(hour % 12)?,
        (None, "pm", _) if (1..=12).contains(&hour) => at(hour % 12 + 12)?,
        _ => return None,
    };
    // Seven o'clock alone may be either; 7:00 in figures is the clock's.
    let or = (said.is_some() && part.is_none() && (1..12).contains(&hour))
        .then(|| time.overflowing_add_signed(TimeDelta::hours(12)).0);
    Some(Hour { time, or })
}

/// An hour of twelve or of twenty-four within a part of the day.
fn in_part(hour: u32, part: SpokenPart) -> Option<u32> {
    match (part, hour) {
        (SpokenPart::Morning, 0..=11)
        | (SpokenPart::Noon, 11..=14)
        | (SpokenPart::Afternoon, 12..=23)
        | (SpokenPart::Evening, 17..=23) => Some(hour),
        (SpokenPart::Noon, 1..=2) | (SpokenPart::Afternoon, 1..=11) | (SpokenPart::Evening, 5..=11) => Some(hour + 12),
        _ => None,
    }
}
