//! The rules: what a command brings about, or why it is refused. The only place that says no; pure, so that the same
//! answer commits an act, greys out a key, and is tested.

mod agenda;
mod chain;
mod council;
mod desk;
mod evaluate;
mod meeting;
mod minutes;
mod notice;
mod poll;
mod raise;
mod sitting;
mod task;
mod undo;
mod unit;
mod vote;
mod window;

use super::code::BodyKind;
use super::command::Command;
use super::context::Context;
use super::event::Event;
use super::refusal::Refusal;
use super::register::Register;
use super::rule_set::RuleSet;
use desk::Desk;

pub use desk::{NAME_LIMIT, TEXT_LIMIT, TITLE_LIMIT};

/// What the rules answer: the facts, in order, or why not.
pub type Decision = Result<Vec<Event>, Refusal>;

/// Decides a command on the register as it stands.
///
/// # Errors
/// The refusal, with all that its sentence needs.
pub fn decide(register: &Register, command: &Command, context: &Context<'_>) -> Decision {
    let desk = Desk::new(register, context);
    match command {
        Command::AddBody(c) => desk.add_body(c),
        Command::ChangeBody(c) => desk.change_body(c),
        Command::AddPerson(c) => desk.add_person(c),
        Command::ChangePerson(c) => desk.change_person(c),
        Command::AddUnit(c) => desk.add_unit(c),
        Command::ChangeUnit(c) => desk.change_unit(c),
        Command::RemoveUnit(c) => desk.remove_unit(c),
        Command::AdoptRules(c) => desk.adopt_rules(c),
        Command::Undo(_) => desk.undo(),
        Command::Redo(_) => desk.redo(),
        Command::RaiseMatter(c) => desk.raise_matter(c),
        Command::ChangeMatter(c) => desk.change_matter(c),
        Command::AcceptMatter(c) => desk.accept_matter(c),
        Command::DeclineMatter(c) => desk.decline_matter(c),
        Command::MergeMatter(c) => desk.merge_matter(c),
        Command::RaiseLevel(c) => desk.raise_level(c),
        Command::TellRaiser(c) => desk.tell_raiser(c),
        Command::AnswerMatter(c) => desk.answer_matter(c),
        Command::FollowUp(c) => desk.follow_up(c),
        Command::CloseMatter(c) => desk.close_matter(c),
        Command::ReopenMatter(c) => desk.reopen_matter(c),
        Command::StartChain(c) => desk.start_chain(c),
        Command::TakeStep(c) => desk.take_step(c),
        Command::ConveneMeeting(c) => desk.convene_meeting(c),
        Command::ChangeMeeting(c) => desk.change_meeting(c),
        Command::Invite(c) => desk.invite(c),
        Command::CancelMeeting(c) => desk.cancel_meeting(c),
        Command::PlaceOnAgenda(c) => desk.place_on_agenda(c),
        Command::FillAgenda(c) => desk.fill_agenda(c),
        Command::TakeOffAgenda(c) => desk.take_off_agenda(c),
        Command::OpenMeeting(c) => desk.open_meeting(c),
        Command::AdjournMeeting(c) => desk.adjourn_meeting(c),
        Command::ConfirmMinutes(c) => desk.confirm_minutes(c),
        Command::ObjectToMinutes(c) => desk.object_to_minutes(c),
        Command::SealMinutes(c) => desk.seal_minutes(c),
        Command::MarkAttendance(c) => desk.mark_attendance(c),
        Command::ChangeItem(c) => desk.change_item(c),
        Command::OrderAgenda(c) => desk.order_agenda(c),
        Command::PauseMeeting(c) => desk.pause_meeting(c),
        Command::ResumeMeeting(c) => desk.resume_meeting(c),
        Command::CorrectMinutes(c) => desk.correct_minutes(c),
        Command::SetAside(c) => desk.set_aside(c),
        Command::RaiseHand(c) => desk.raise_hand(c),
        Command::LowerHand(c) => desk.lower_hand(c),
        Command::GiveFloor(c) => desk.give_floor(c),
        Command::EndTurn(c) => desk.end_turn(c),
        Command::PointOfOrder(c) => desk.point_of_order(c),
        Command::StrikeNote(c) => desk.strike_note(c),
        Command::TakeUp(c) => desk.take_up(c),
        Command::Note(c) => desk.note(c),
        Command::ChangeNote(c) => desk.change_note(c),
        Command::OpenVote(c) => desk.open_vote(c),
        Command::CastVotes(c) => desk.cast_votes(c),
        Command::ExtendVote(c) => desk.extend_vote(c),
        Command::CloseVote(c) => desk.close_vote(c),
        Command::CorrectVote(c) => desk.correct_vote(c),
        Command::Resolve(c) => desk.resolve(c),
        Command::AssignTask(c) => desk.assign_task(c),
        Command::ReceiveTask(c) => desk.receive_task(c),
        Command::ReturnTask(c) => desk.return_task(c),
        Command::ReportProgress(c) => desk.report_progress(c),
        Command::ExtendTask(c) => desk.extend_task(c),
        Command::FinishTask(c) => desk.finish_task(c),
        Command::AcceptTask(c) => desk.accept_task(c),
        Command::PostNotice(c) => desk.post_notice(c),
        Command::ObjectToNotice(c) => desk.object_to_notice(c),
        Command::AnswerObjection(c) => desk.answer_objection(c),
    }
}

/// The facts that found a council: the rules it starts with, and the three bodies that make the table. A body for which
/// no name is given goes by the plain name of its kind.
///
/// # Errors
/// A name is too long, or given twice.
pub fn found(rules: &RuleSet, names: &[(BodyKind, String)], context: &Context<'_>) -> Decision {
    council::found(rules, names, context)
}
