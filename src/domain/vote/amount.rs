//! What is counted: heads, and areas in hundredths of a square metre. Never a floating-point number.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::code::codes;

codes! {
    /// What a figure of a vote counts.
    Measure {
        /// Heads 人数: one for each owner, or each person with a vote.
        Heads = "heads",
        /// Area of exclusive units 专有部分面积.
        Area = "area",
    }
}

/// An area in 0.01 m², written as a decimal text in m² (`"88.50"`).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct Area(pub i64);

/// A text that is no area: `12.345`, `-1`, `1e3`, or more than 92,233,720,368,547,758.07 m².
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnArea;

impl fmt::Display for NotAnArea {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an area in m² with at most two decimals")
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

impl FromStr for Area {
    type Err = NotAnArea;

    /// Digits, and at most two more behind a point.
    fn from_str(text: &str) -> Result<Self, NotAnArea> {
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(part) || part.len() > 2 {
            return Err(NotAnArea);
        }
        let hundredths = format!("{part:0<2}").parse().map_err(|_| NotAnArea)?;
        let whole: i64 = whole.parse().map_err(|_| NotAnArea)?;
        whole.checked_mul(100).and_then(|whole| whole.checked_add(hundredths)).map(Self).ok_or(NotAnArea)
    }
}

impl TryFrom<String> for Area {
    type Error = NotAnArea;

    fn try_from(text: String) -> Result<Self, NotAnArea> {
        text.parse()
    }
}

impl From<Area> for String {
    fn from(area: Area) -> Self {
        area.to_string()
    }
}

impl Measure {
    /// An amount as it is written: heads as they are, areas in m² with two decimals.
    #[must_use]
    pub fn written(self, amount: i64) -> String {
        match self {
            Self::Heads => amount.to_string(),
            Self::Area => Area(amount).to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_exact_to_the_hundredth() {
        for (text, hundredths) in
            [("0", 0), ("0.05", 5), ("88.5", 8850), ("4079.00", 407_900), ("92233720368547758.07", i64::MAX)]
        {
            assert_eq!(text.parse(), Ok(Area(hundredths)), "{text}");
        }
        assert_eq!(Area(8850).to_string(), "88.50");
        assert_eq!(Area(5).to_string(), "0.05");
    }

    #[test]
    fn what_is_no_area_is_refused() {
        for text in ["", ".5", "5.", "1.234", "-1", "+1", "1e3", "NaN", "1,000.00", " 1", "１", "92233720368547758.08"]
        {
            assert_eq!(text.parse::<Area>(), Err(NotAnArea), "{text}");
        }
    }
}
