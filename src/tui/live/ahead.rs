//! What will be so once the acts on their way are on disk: a line that is written meanwhile means the item and the speaker
//! that were asked for before it. Knows commands; asks for none.

use crate::domain::command::Command;
use crate::domain::id::{MeetingRef, PersonRef};
use crate::domain::meeting::Meeting;
use crate::domain::register::Register;

/// The item and the floor as they will be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Ahead {
    /// None: as the record has it.
    item: Option<u32>,
    floor: Floor,
}

/// Who will have the floor.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Floor {
    /// Whoever has it in the record.
    #[default]
    AsRecorded,
    Nobody,
    Of(PersonRef),
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
            Command::TakeUp(take) if here(&take.meeting) => Self { item: Some(take.item), floor: Floor::Nobody },
            Command::GiveFloor(give) if here(&give.meeting) => {
                let person = register.people().find(|person| register.id(person.key) == give.person);
                Self { floor: person.map_or(Floor::Nobody, |person| Floor::Of(person.key)), ..ahead }
            }
            Command::EndTurn(end) if here(&end.meeting) => Self { floor: Floor::Nobody, ..ahead },
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
        match self.floor {
            Floor::AsRecorded => meeting.floor.turn().map(|turn| turn.person),
            Floor::Nobody => None,
            Floor::Of(person) => Some(person),
        }
    }
}
