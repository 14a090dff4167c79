//! `mazha present`: a meeting on the wall of the room.

use super::args;
use super::desk::Desk;
use super::named;
use super::out::{Exit, Stop};
use crate::domain::refusal::{Kind, Refusal};
use crate::domain::register::Thing;
use crate::journal::Access;

pub(super) fn run(asked: &args::Present, desk: &mut Desk) -> Result<Exit, Stop> {
    if !desk.out.can_show_screens() {
        return Err(Stop::new(Exit::Usage, desk.text.wall_needs_a_terminal().to_owned()));
    }
    let council = desk.open_for(Access::ReadOnly)?;
    let of = named::thing(&council.register, &asked.meeting).map_err(|refusal| desk.refused(&refusal))?;
    let Some(Thing::Meeting(meeting)) = council.register.thing(of) else {
        let given = asked.meeting.clone();
        return Err(desk.refused(&Refusal::UnknownId { kind: Kind::Meeting, given }));
    };
    let meeting = meeting.key;
    desk.put_on_the_wall(council, meeting)
}
