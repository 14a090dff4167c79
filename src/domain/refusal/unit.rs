//! Why a unit, or the ballot of one, is refused; must not know its sentence.

use super::Refusal;
use crate::domain::ballot::Choice;

/// A refusal that is about a unit or its ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnitRefusal {
    /// An area of nothing, or of more than a square kilometre.
    Area,
    /// Another unit is in that place.
    Taken {
        /// That unit's number.
        unit: String,
        /// Where it is.
        place: String,
    },
    /// The unit was taken off the register.
    Removed {
        /// Its number.
        unit: String,
    },
    /// No unit of these uses is in scope, or the scope was given beside a base that was declared.
    NoneInScope,
    /// The unit was not in the base when the vote opened.
    NotInBase {
        /// Its number.
        unit: String,
        /// The vote's number.
        vote: String,
    },
    /// The unit's ballot has been entered.
    Voted {
        /// Its number.
        unit: String,
        /// The number of that ballot, if it has one.
        ballot: Option<String>,
        /// What it says.
        choice: Choice,
    },
    /// A ballot of this number has been entered.
    NumberTaken {
        /// The number.
        ballot: String,
        /// The unit it was entered for.
        unit: String,
    },
    /// The same owner has said otherwise for another unit.
    OwnerDiffers {
        /// That unit's number.
        unit: String,
        /// What was said there.
        choice: Choice,
    },
    /// Another unit of the same owner has voted by somebody else, or without a proxy.
    OtherProxy {
        /// That unit's number.
        unit: String,
        /// Who held the proxy there.
        proxy: Option<String>,
    },
    /// The proxy speaks for as many owners as the rule allows.
    ProxyFull {
        /// Who.
        proxy: String,
        /// How many owners one may speak for.
        most: u32,
    },
    /// The rule has no “with the majority”.
    NoFollowing,
}

impl From<UnitRefusal> for Refusal {
    fn from(refusal: UnitRefusal) -> Self {
        Self::Unit(refusal)
    }
}

impl UnitRefusal {
    /// The code scripts rely on.
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Area => "bad_area",
            Self::Taken { .. } => "unit_taken",
            Self::Removed { .. } => "unit_removed",
            Self::NoneInScope => "none_in_scope",
            Self::NotInBase { .. } => "unit_not_in_base",
            Self::Voted { .. } => "unit_voted",
            Self::NumberTaken { .. } => "ballot_taken",
            Self::OwnerDiffers { .. } => "owner_differs",
            Self::OtherProxy { .. } => "other_proxy",
            Self::ProxyFull { .. } => "proxy_full",
            Self::NoFollowing => "no_following",
        }
    }

    /// The field it speaks of.
    pub(super) fn field(&self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::Taken { .. } => "room",
            Self::Removed { .. } | Self::NotInBase { .. } | Self::Voted { .. } => "unit",
            Self::NoneInScope => "scope",
            Self::NumberTaken { .. } => "ballot",
            Self::OwnerDiffers { .. } | Self::NoFollowing => "choice",
            Self::OtherProxy { .. } | Self::ProxyFull { .. } => "proxy",
        }
    }
}
