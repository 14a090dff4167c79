//! Where keys are pressed, and the places that rows of the table hold in together.

/// Where a key is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The board.
    Board,
    /// One matter.
    Matter,
    /// The meetings.
    Meetings,
    /// The meetings of a month.
    Month,
    /// One meeting.
    Meeting,
    /// The minutes of a meeting that is over.
    Sign,
    /// One meeting that is prepared.
    Prepare,
    /// The minutes of an item, while they are written.
    Minutes,
    /// The room of a meeting, where letters are written.
    Live,
    /// The room of a meeting, where letters are keys.
    LiveKeys,
    /// A list of people in the room.
    LiveRoll,
    /// A menu in the room.
    LiveMenu,
    /// The tasks under supervision.
    Tasks,
    /// The bodies and the people.
    People,
    /// What needs someone today.
    Today,
    /// Public notices.
    Notices,
    /// The record act by act.
    Log,
    /// The first screen, where no council is open.
    Start,
    /// The path of a folder to open.
    Folder,
    /// While a large record is read.
    Loading,
    /// The wall that shows a meeting.
    Wall,
    /// The same over the screens.
    OverWall,
    /// A form.
    Form,
    /// A list to choose from; letters narrow it.
    Pick,
    /// A list in which several things are marked; letters narrow it.
    PickMany,
    /// The palette of commands; letters narrow it.
    Palette,
    /// A text to read.
    Page,
    /// Looking for anything.
    Find,
    /// The query that narrows a list.
    Narrow,
    /// A question.
    Confirm,
    /// The question whether to throw away what was written.
    Discard,
    /// The question before what cannot be taken back.
    Seal,
    /// The list of keys.
    Help,
}

impl Place {
    /// Every place.
    pub const ALL: &'static [Self] = &[
        Self::Board,
        Self::Matter,
        Self::Meetings,
        Self::Month,
        Self::Meeting,
        Self::Sign,
        Self::Prepare,
        Self::Minutes,
        Self::Live,
        Self::LiveKeys,
        Self::LiveRoll,
        Self::LiveMenu,
        Self::Tasks,
        Self::People,
        Self::Today,
        Self::Notices,
        Self::Log,
        Self::Start,
        Self::Folder,
        Self::Loading,
        Self::Wall,
        Self::OverWall,
        Self::Form,
        Self::Pick,
        Self::PickMany,
        Self::Palette,
        Self::Page,
        Self::Find,
        Self::Narrow,
        Self::Confirm,
        Self::Discard,
        Self::Seal,
        Self::Help,
    ];
}

/// Places of several lists in one list.
const fn join<const N: usize>(lists: &[&[Place]]) -> [Place; N] {
    let mut all = [Place::Board; N];
    let (mut at, mut list) = (0, 0);
    while list < lists.len() {
        let mut place = 0;
        while place < lists[list].len() {
            all[at] = lists[list][place];
            at += 1;
            place += 1;
        }
        list += 1;
    }
    all
}

macro_rules! joined {
    ($($list:expr),+) => { &join::<{ 0 $(+ $list.len())+ }>(&[$($list),+]) };
}

/// The screens from which one goes back to where one came from.
pub(super) const AWAY: &[Place] = &[
    Place::Matter,
    Place::Meetings,
    Place::Meeting,
    Place::Sign,
    Place::Prepare,
    Place::LiveKeys,
    Place::Tasks,
    Place::People,
    Place::Today,
    Place::Notices,
    Place::Log,
];
/// The screens that move by rows; a month moves by days.
pub(super) const SCROLLS: &[Place] = joined!(BOARD, AWAY);
/// Every screen of a council on which letters are keys.
pub(super) const SCREENS: &[Place] = joined!(SCROLLS, MONTH);
/// As [`SCROLLS`], and what is read.
pub(super) const ENDS: &[Place] = joined!(SCROLLS, PAGE, HELP);
/// As [`SCROLLS`], and what lists things over a screen.
pub(super) const LISTS: &[Place] = joined!(SCROLLS, CHOOSING, HELP);
const PAGE: &[Place] = &[Place::Page];
pub(super) const CHOOSING: &[Place] =
    &[Place::Pick, Place::PickMany, Place::Palette, Place::Page, Place::Find, Place::Narrow];
/// Where keys move the pane beside the list.
pub(super) const BESIDE: &[Place] = &[
    Place::Board,
    Place::Matter,
    Place::Meetings,
    Place::Month,
    Place::LiveKeys,
    Place::Tasks,
    Place::People,
    Place::Today,
    Place::Notices,
    Place::Log,
];
/// Where there are two panes on a wide screen.
pub(super) const SPLIT: &[Place] = joined!(BESIDE, PREPARE);
pub(super) const MEETINGS: &[Place] = &[Place::Meetings];
pub(super) const MONTH: &[Place] = &[Place::Month];
pub(super) const CONVENES: &[Place] = &[Place::Meetings, Place::Month];
pub(super) const MEETING: &[Place] = &[Place::Meeting];
/// Before a meeting begins and from then on.
pub(super) const ANY_MEETING: &[Place] = &[Place::Meeting, Place::Prepare];
pub(super) const PREPARE: &[Place] = &[Place::Prepare];
pub(super) const MINUTES: &[Place] = &[Place::Minutes];
pub(super) const PICK_MANY: &[Place] = &[Place::PickMany];
pub(super) const WORK: &[Place] = &[Place::Board, Place::Matter];
pub(super) const TASKS: &[Place] = &[Place::Tasks];
pub(super) const TODAY: &[Place] = &[Place::Today];
pub(super) const NOTICES: &[Place] = &[Place::Notices];
pub(super) const LOG: &[Place] = &[Place::Log];
pub(super) const PEOPLE: &[Place] = &[Place::People];
pub(super) const BOARD: &[Place] = &[Place::Board];
/// Where acts on matters are begun.
pub(super) const ACTS: &[Place] = &[Place::Board, Place::Matter, Place::Tasks, Place::Today];
/// The same, but where the key of an act orders the list.
pub(super) const NOT_TASKS: &[Place] = &[Place::Board, Place::Matter, Place::Today];
/// Where rows are marked, for an act on all of them.
pub(super) const MARKS: &[Place] = &[Place::Board, Place::Tasks, Place::Today];
pub(super) const NARROWED: &[Place] =
    &[Place::Board, Place::Meetings, Place::Tasks, Place::People, Place::Notices, Place::Log, Place::Sign];
pub(super) const SIGN: &[Place] = &[Place::Sign];
pub(super) const HELP: &[Place] = &[Place::Help];
pub(super) const START: &[Place] = &[Place::Start];
pub(super) const FOLDER: &[Place] = &[Place::Folder];
/// Where there is only something to watch.
pub(super) const WATCHING: &[Place] = &[Place::Loading, Place::Wall];
pub(super) const OVER_WALL: &[Place] = &[Place::OverWall];
pub(super) const LIVE: &[Place] = &[Place::Live];
pub(super) const LETTERS: &[Place] = &[Place::LiveKeys];
/// Wherever the room is shown and no digit is asked for.
pub(super) const ROOM: &[Place] = &[Place::Live, Place::LiveKeys, Place::LiveRoll];
/// Where the line can be given a kind.
pub(super) const WRITES: &[Place] = &[Place::Live, Place::LiveKeys, Place::LiveMenu];
pub(super) const ROOM_PAGES: &[Place] = &[Place::Live, Place::LiveRoll];
pub(super) const ROLL: &[Place] = &[Place::LiveRoll];
pub(super) const MENU: &[Place] = &[Place::LiveMenu];
