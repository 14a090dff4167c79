//! Places that rows of the table hold in together.

use super::Place;

pub(super) const SCREENS: &[Place] = &[
    Place::Board,
    Place::Matter,
    Place::Meetings,
    Place::Meeting,
    Place::Tasks,
    Place::People,
    Place::Today,
    Place::Notices,
    Place::Log,
];
pub(super) const NOT_LOG: &[Place] = &[
    Place::Board,
    Place::Matter,
    Place::Meetings,
    Place::Meeting,
    Place::Tasks,
    Place::People,
    Place::Today,
    Place::Notices,
];
pub(super) const MEETINGS: &[Place] = &[Place::Meetings];
pub(super) const MEETING: &[Place] = &[Place::Meeting];
pub(super) const WORK: &[Place] = &[Place::Board, Place::Matter];
pub(super) const TASKS: &[Place] = &[Place::Tasks];
pub(super) const TODAY: &[Place] = &[Place::Today];
pub(super) const NOTICES: &[Place] = &[Place::Notices];
pub(super) const LOG: &[Place] = &[Place::Log];
pub(super) const AWAY: &[Place] = &[
    Place::Matter,
    Place::Meetings,
    Place::Meeting,
    Place::Tasks,
    Place::People,
    Place::Today,
    Place::Notices,
    Place::Log,
];
pub(super) const PEOPLE: &[Place] = &[Place::People];
pub(super) const BOARD: &[Place] = &[Place::Board];
pub(super) const MATTER: &[Place] = &[Place::Matter];
pub(super) const LISTS: &[Place] = &[
    Place::Board,
    Place::Matter,
    Place::Meetings,
    Place::Meeting,
    Place::Tasks,
    Place::People,
    Place::Today,
    Place::Notices,
    Place::Log,
    Place::Pick,
    Place::Palette,
    Place::Help,
];
pub(super) const TYPING: &[Place] = &[Place::Pick, Place::Palette];
pub(super) const SCROLLS: &[Place] = &[
    Place::Board,
    Place::Matter,
    Place::Meetings,
    Place::Meeting,
    Place::Tasks,
    Place::People,
    Place::Today,
    Place::Notices,
    Place::Log,
    Place::Help,
];
