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
/// Where acts on matters are begun.
pub(super) const ACTS: &[Place] = &[Place::Board, Place::Matter, Place::Tasks, Place::Today];
/// The same, but where the key of an act orders the list.
pub(super) const NOT_TASKS: &[Place] = &[Place::Board, Place::Matter, Place::Today];
/// Where rows are marked, for an act on all of them.
pub(super) const MARKS: &[Place] = &[Place::Board, Place::Tasks, Place::Today];
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
    Place::Help,
];
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
