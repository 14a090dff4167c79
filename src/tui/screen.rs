//! The screens: each is a state with its `update` and its `draw`.

pub mod board;
pub mod matter;
pub mod meeting;
pub mod meetings;
pub mod people;
pub mod tasks;

pub use board::Board;
pub use matter::MatterScreen;
pub use meeting::MeetingScreen;
pub use meetings::Meetings;
pub use people::People;
pub use tasks::Tasks;

/// What a person is looking at. The board is always there to come back to.
#[derive(Debug, Clone)]
pub enum Screen {
    /// The board.
    Board,
    /// One matter.
    Matter(MatterScreen),
    /// All meetings.
    Meetings(Meetings),
    /// One meeting.
    Meeting(MeetingScreen),
    /// Work that is not done.
    Tasks(Tasks),
    /// Bodies and people.
    People(People),
}
