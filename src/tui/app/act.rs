//! From a key to a command or a form: acts on a matter, changes of the roster.

use super::{App, Effect};
use crate::domain::id::MatterRef;
use crate::domain::refusal::Refusal;
use crate::tui::act::{Act, Aim, Obstacle, Offer, Subject};
use crate::tui::dialog::{self, AimPick, Dialog, Draft, FormDialog, Pick, Question};
use crate::tui::keys::{self, Action};
use crate::tui::screen::people::{self, Somebody};
use crate::tui::screen::{Screen, Target};
use crate::tui::style::Tone;
use crate::tui::world::World;

impl App {
    /// Begins an act: says why not, asks on what, or drafts it.
    pub(super) fn act(&mut self, subject: Subject, offer: &Offer, world: &World<'_>) -> Vec<Effect> {
        let (act, matter) = (offer.act, subject.matter);
        match offer.aims.as_deref() {
            Err(obstacle) => {
                let why = self.why_not_here(obstacle, subject, world);
                self.say(why, Tone::Note);
                Vec::new()
            }
            Ok([]) => Vec::new(),
            Ok([aim]) => self.draft(act, *aim, matter, false, world),
            Ok(aims) => {
                let options = aims.iter().map(|aim| (*aim, dialog::aim_label(*aim, world.register, &self.look(world))));
                let title = if act == Act::Agenda { self.text.pick_meeting() } else { self.text.pick_task() };
                let pick = Pick::new(title.to_owned(), options);
                self.dialogs.push(Dialog::Pick(AimPick { matter, act, pick }));
                Vec::new()
            }
        }
    }

    /// Carries an act out at once, or asks first, or opens its form.
    pub(super) fn draft(
        &mut self,
        act: Act,
        aim: Aim,
        matter: MatterRef,
        sure: bool,
        world: &World<'_>,
    ) -> Vec<Effect> {
        let Some(known) = world.register.matter(matter) else { return Vec::new() };
        if self.marks() > 0 {
            let draft = Draft::of_many(act, aim, known, world, &self.look(world));
            return draft.map(|draft| self.draft_for_many(act, draft, world)).unwrap_or_default();
        }
        match Draft::of(act, aim, known, world, &self.look(world), sure) {
            Some(Draft::Command(command)) => return self.commit(*command, None),
            Some(Draft::Ask) => self.dialogs.push(Dialog::Confirm(Question::Act(matter, act, aim))),
            Some(Draft::Form(form)) => self.open_form(*form),
            None => {}
        }
        Vec::new()
    }

    /// What a key does among the follow-ups.
    pub(super) fn tasks_action(&mut self, action: Action, world: &World<'_>) {
        let page = usize::from(self.list_area().height);
        let Screen::Tasks(screen) = &mut self.screen else { return };
        if let Some(matter) = screen.update(action, page, world.register, &self.narrow) {
            self.open(Target::Matter(matter), world);
        }
    }

    /// What a key does among the bodies and the people.
    pub(super) fn people_action(&mut self, action: Action, world: &World<'_>) {
        let area = self.list_area();
        let Screen::People(screen) = &mut self.screen else { return };
        let selected = screen.list.selected();
        let form = match action {
            Action::AddPerson => {
                let body = match selected {
                    Some(Somebody::Body(body)) => Some(body),
                    Some(Somebody::Person(person)) => world.register.person(person).map(|person| person.body),
                    None => None,
                };
                Some(dialog::add_person(body, world.register, self.text))
            }
            Action::AddBody => Some(dialog::add_body(self.text)),
            Action::Change => selected.and_then(|selected| dialog::change(selected, world.register, self.text)),
            _ => {
                screen.list.step(action, people::page(area));
                None
            }
        };
        if let Some(form) = form {
            self.open_form(form);
        }
    }

    pub(super) fn open_form(&mut self, mut dialog: FormDialog) {
        if self.read_only {
            self.say(self.text.is_read_only().to_owned(), Tone::Late);
            return;
        }
        dialog.form.lay_out(self.size);
        if self.unsent.restore(&mut dialog) {
            dialog.form.say(self.text.unsent_restored().to_owned(), Tone::Note);
        }
        self.dialogs.push(Dialog::Form(Box::new(dialog)));
    }

    /// Why an act cannot be begun, and where the matter is at another step, what comes next instead.
    pub(super) fn why_not_here(&self, obstacle: &Obstacle, subject: Subject, world: &World<'_>) -> String {
        let why = self.why_not(obstacle);
        let is_early = matches!(obstacle, Obstacle::Refused(Refusal::WrongStage { .. } | Refusal::NotResolved { .. }));
        match subject.next(world).filter(|_| is_early) {
            Some(act) => self.text.next_instead(&why, keys::shown(Action::Act(act)), act.label(self.text)),
            None => why,
        }
    }

    pub(super) fn why_not(&self, obstacle: &Obstacle) -> String {
        match obstacle {
            Obstacle::Refused(refusal) => self.text.refusal(refusal),
            Obstacle::NoMeeting => self.text.no_meeting_yet(keys::shown(Action::Act(Act::Agenda))),
            Obstacle::NoTask => self.text.no_task_yet(keys::shown(Action::Act(Act::Assign))),
            Obstacle::NoOther => self.text.no_other_matter().to_owned(),
            Obstacle::NoItem => self.text.no_item_yet().to_owned(),
            Obstacle::NoObjection => self.text.no_objection_yet().to_owned(),
            Obstacle::NoPerson | Obstacle::NoBody => self.text.nobody_yet(keys::shown(Action::People)),
        }
    }
}
