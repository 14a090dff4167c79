//! What will be so once the acts on their way are on disk: a line that is written meanwhile means the item and the speaker
//! that were asked for before it. Knows commands; asks for none.

use crate::domain::command::Command;
use crate::domain::id::{MeetingRef, PersonRef};
use crate::domain::meeting::Meeting;
use crate::domain::register::Register;

/// The item and the floor as they will be; none: as the record has them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Ahead {
    item: Option<u32>,
    speaker: Option<Option<PersonRef>>,
}

impl Ahead {
    /// What these commands come to in a meeting, one after the other.
    #[must_use]
    pub(super) fn of<'c>(
        commands: impl Iterator<Item = &'c Command>,
        meeting: MeetingRef,
        register: &Register,
    ) -> Self {
        let here = |given: &str| given == register.id(meeting);
        commands.fold(Self::default(), |ahead, command| match command {
            Command::TakeUp(take) if here(&take.meeting) => Self { item: Some(take.item), speaker: Some(None) },
            Command::GiveFloor(give) if here(&give.meeting) => {
                let person = register.people().find(|person| register.id(person.key) == give.person);
                Self { speaker: Some(person.map(|person| person.key)), ..ahead }
            }
            Command::EndTurn(end) if here(&end.meeting) => Self { speaker: Some(None), ..ahead },
            _ => ahead,
        })
    }

    /// The item that will be under discussion.
    #[must_use]
    pub(super) fn item(self, meeting: &Meeting) -> Option<u32> {
        self.item.or(meeting.current)
    }

    /// Who will have the floor.
    #[must_use]
    pub(super) fn speaker(self, meeting: &Meeting) -> Option<PersonRef> {
        self.speaker.unwrap_or_else(|| meeting.floor.turn().map(|turn| turn.person))
    }
}
