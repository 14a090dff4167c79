//! What the palette asks for, done: an act as its key would do it, a command, or something to be shown.

use crossterm::event::KeyEvent;

use super::{App, Effect};
use crate::domain::command::{Command, Redo, Undo};
use crate::domain::id::{BodyRef, Ref};
use crate::domain::refusal::Kind;
use crate::domain::register::Thing;
use crate::find::{Index, Query};
use crate::tui::act::{Act, Subject};
use crate::tui::dialog::{Dialog, Pick};
use crate::tui::keys::{self, Action};
use crate::tui::palette::{Asked, Prompt, Reply, Showing, entries};
use crate::tui::screen::{Log, Screen, Target, Today};
use crate::tui::style::Tone;
use crate::tui::world::World;

impl App {
    /// Opens the palette over what can be done here.
    pub(super) fn open_palette(&mut self, world: &World<'_>) {
        let subject = self.subject(world);
        let entries =
            entries(self.place(), subject.is_some(), self.text, |action| self.obstacle(action, subject, world));
        self.dialogs.push(Dialog::Palette(Box::new(Prompt::new(entries, self.asked.clone()))));
    }

    /// What a key does in the palette.
    pub(super) fn palette_key(&mut self, key: KeyEvent, world: &World<'_>) -> Vec<Effect> {
        let look = self.look(world);
        let Some(Dialog::Palette(prompt)) = self.dialogs.last_mut() else { return Vec::new() };
        let reply = prompt.key(key, world, &look);
        let typed = prompt.typed();
        match reply {
            Reply::Stay => return Vec::new(),
            // A line that was given up comes back as one that was carried out does.
            Reply::Leave => {
                self.remember(&typed);
                return self.close();
            }
            Reply::Do(..) | Reply::Asked(_) => self.remember(&typed),
        }
        match reply {
            Reply::Do(screen, action) => {
                self.dialogs.pop();
                let mut effects = screen.map(|screen| self.obey(screen, world)).unwrap_or_default();
                effects.extend(self.obey(action, world));
                effects
            }
            Reply::Asked(Asked::Command(command, then)) => {
                if self.read_only {
                    self.refuse(None, self.text.is_read_only().to_owned());
                    return Vec::new();
                }
                self.commit(*command, Some(then))
            }
            Reply::Asked(Asked::Show(showing)) => {
                self.dialogs.pop();
                self.show_asked(showing, world)
            }
            Reply::Stay | Reply::Leave => Vec::new(),
        }
    }

    /// Keeps a line to be recalled; the same twice over is once.
    fn remember(&mut self, line: &str) {
        let line = line.trim();
        if !line.is_empty() && self.asked.last().is_none_or(|last| last != line) {
            self.asked.push(line.to_owned());
        }
    }

    /// Why an action cannot be carried out now, if the rules or the lack of something bar it.
    fn obstacle(&self, action: Action, subject: Option<Subject>, world: &World<'_>) -> Option<String> {
        let refused = |command: Command| world.ask(&command).err().map(|refusal| self.text.refusal(&refusal));
        match (action, &self.screen) {
            // What is marked is asked one by one as it is carried out.
            (Action::Act(_), _) if self.marks() > 0 => None,
            (Action::Act(act), _) => {
                let obstacle = subject?.offer(act, world).aims.err()?;
                Some(self.why_not_here(&obstacle, subject?, world))
            }
            (Action::MeetingAct(act), Screen::Meeting(screen)) => {
                screen.offer(act)?.obstacle.as_ref().map(|obstacle| self.why_not(obstacle))
            }
            (Action::Prepare(act), Screen::Meeting(screen)) => {
                let meeting = world.register.meeting(screen.key())?;
                act.command(world, meeting, screen.prepare.item()).err().map(|bar| bar.told(self.text))
            }
            (Action::NoticeAct(act), Screen::Notices(screen)) => match screen.offer(act) {
                Some(offer) => offer.obstacle.as_ref().map(|obstacle| self.why_not(obstacle)),
                None => Some(self.text.no_notices(keys::shown(Action::Act(Act::PostNotice)))),
            },
            (Action::Undo, _) => refused(Undo {}.into()),
            (Action::Redo, _) => refused(Redo {}.into()),
            _ => None,
        }
    }

    /// Shows what a reading command asks for.
    fn show_asked(&mut self, showing: Showing, world: &World<'_>) -> Vec<Effect> {
        match showing {
            Showing::List { kind, query, bodies } => self.list(kind, &query, bodies.as_deref(), world),
            Showing::Thing(thing) => self.open_found(thing, world),
            Showing::Today => self.show(Screen::Today(Today::new(world))),
            Showing::Log { of, since } => {
                self.show(Screen::Log(Log::new(world.register, self.text)));
                if let Some(thing) = of {
                    self.narrow.hold(&world.register.id(thing));
                    self.narrow_anew(world);
                }
                if let (Screen::Log(log), Some(since)) = (&mut self.screen, since) {
                    log.back_to(since, world.register, self.text);
                }
            }
            Showing::Check { seal } => {
                self.say(self.text.palette_now_checking().to_owned(), Tone::Note);
                return vec![Effect::Check(seal)];
            }
        }
        Vec::new()
    }

    /// Everything of a kind that answers a query, to go to.
    fn list(&mut self, kind: Kind, query: &str, bodies: Option<&[BodyRef]>, world: &World<'_>) {
        let register = world.register;
        let query = Query::parse(query).only(kind);
        let find = |index: &Index| index.find(&query, register, world.now());
        let hits = self.finder.index().map_or_else(|| find(&Index::of_kind(kind, register)), find);
        let had = |thing: &Ref| bodies.is_none_or(|bodies| body_of(*thing, world).is_some_and(|b| bodies.contains(&b)));
        let things: Vec<_> = hits.iter().map(|hit| hit.what).filter(had).collect();
        let title = self.text.palette_listed(self.text.kinds(kind), things.len());
        let rows = things.into_iter().map(|thing| (thing, self.row(thing, world)));
        self.dialogs.push(Dialog::Found(Pick::new(title, rows)));
    }

    /// A thing in a line.
    fn row(&self, thing: Ref, world: &World<'_>) -> String {
        let (register, text) = (world.register, self.text);
        let id = register.id(thing);
        match register.thing(thing) {
            Some(Thing::Matter(matter)) => format!("{id}  {}  {}", matter.title, text.standing_of(matter)),
            Some(Thing::Task(task)) => {
                format!("{id}  {}  {}  {}", task.text, text.lead(register, task.lead), text.task_state(task.state))
            }
            Some(Thing::Meeting(meeting)) => {
                format!("{id}  {}  {}", meeting.title, text.meeting_state(meeting.state))
            }
            Some(Thing::Person(person)) => format!("{id}  {}  {}", person.name, text.body_named(register, person.body)),
            Some(Thing::Body(body)) => format!("{id}  {}", text.body(body)),
            Some(Thing::Notice(notice)) => {
                format!("{id}  {}  {}", text.notice_kind(notice.kind), Target::from(notice.about).title(register))
            }
            Some(Thing::Unit(unit)) => format!("{id}  {}  {}", unit.label(), text.unit_owner(unit)),
            Some(Thing::Vote(vote)) => format!("{id}  {}  {}", vote.question, text.vote_standing(vote)),
            Some(Thing::Note(_) | Thing::Objection(_)) | None => id,
        }
    }
}

/// The body that answers for a thing, or that a person speaks for.
fn body_of(thing: Ref, world: &World<'_>) -> Option<BodyRef> {
    let register = world.register;
    let lead = match register.thing(thing)? {
        Thing::Matter(matter) => register.lead(matter)?,
        Thing::Task(task) => task.lead,
        Thing::Person(person) => return Some(person.body),
        _ => return None,
    };
    register.body_of(lead).map(|body| body.key)
}
