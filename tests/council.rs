//! A council from outside: what is acknowledged is there when it is opened again.

use chrono::DateTime;
use mazha::council::{Asker, Council, Founding, Refused, Setting};
use mazha::domain::command::Command;
use mazha::domain::context::Mine;
use mazha::domain::entry::{Entry, Instant};
use mazha::domain::event::Event;
use mazha::domain::stage::Standing;
use mazha::journal::Access;
use mazha::state_dir::StateDir;
use serde_json::{Value, json};

/// A place for a council and for what a laptop remembers of it.
struct Place {
    root: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        Self { root: tempfile::tempdir().unwrap() }
    }

    fn found(&self) -> Council {
        let dir = self.root.path().join("council");
        let founding = Founding { name: "榆荫里社区".into(), rules: "standard".into(), bodies: Vec::new() };
        Council::found(&dir, &founding, &self.state("one"), &asker(&at("2026-11-20T09:00:00+08:00"))).unwrap()
    }

    fn open(&self, laptop: &str) -> Council {
        Council::open(&self.root.path().join("council"), &self.state(laptop), Access::Write).unwrap()
    }

    fn state(&self, laptop: &str) -> StateDir {
        StateDir::at(self.root.path().join(laptop))
    }
}

fn at(text: &str) -> Instant {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn asker(now: &Instant) -> Asker<'static> {
    Asker { now: *now, by: "周海燕", mine: Mine::SamePerson }
}

fn command(fields: Value) -> Command {
    let Value::Object(mut fields) = fields else { panic!("an object") };
    let name = fields.remove("do").unwrap();
    Command::read(name.as_str().unwrap(), Value::Object(fields)).unwrap().unwrap()
}

fn execute(council: &mut Council, fields: Value) -> Result<Entry, Refused> {
    council.execute(&command(fields), &asker(&at("2026-11-21T10:00:00+08:00")))
}

#[test]
fn what_was_acknowledged_is_there_when_the_council_is_opened_again() {
    let place = Place::new();
    let mut council = place.found();
    execute(&mut council, json!({"do":"raise_matter","title":"东门路灯不亮","channel":"wechat"})).unwrap();
    execute(&mut council, json!({"do":"accept_matter","matter":"A1","route":"immediate"})).unwrap();
    let again = place.open("one");
    assert_eq!(again.register, council.register);
    let matter = again.register.matters().next().unwrap();
    assert_eq!((matter.id.as_str(), matter.standing), ("2026-A001", Standing::Unassigned));
}

#[test]
fn two_laptops_on_one_folder_decide_again_on_what_the_other_wrote() {
    let place = Place::new();
    let mut one = place.found();
    let mut two = place.open("two");
    execute(&mut one, json!({"do":"raise_matter","title":"下水堵塞","channel":"hotline"})).unwrap();
    execute(&mut one, json!({"do":"accept_matter","matter":"1","route":"fast"})).unwrap();
    // The other laptop has not looked since; what it asks is decided on what is there now.
    let refused = execute(&mut two, json!({"do":"accept_matter","matter":"1","route":"fast"}));
    assert!(matches!(refused, Err(Refused::ByRules(_))), "{refused:?}");
    two.refresh().unwrap();
    let raised = execute(&mut two, json!({"do":"raise_matter","title":"飞线充电","channel":"patrol"})).unwrap();
    assert!(matches!(&raised.events[0], Event::MatterRaised(e) if e.id == "2026-B001"), "{raised:?}");
    one.refresh().unwrap();
    assert_eq!(one.register, two.register);
}

#[test]
fn evidence_is_copied_into_the_councils_folder() {
    let place = Place::new();
    let mut council = place.found();
    let photo = place.root.path().join("after.jpg");
    std::fs::write(&photo, b"abc").unwrap();
    for fields in [
        json!({"do":"raise_matter","title":"东门路灯不亮","channel":"wechat"}),
        json!({"do":"accept_matter","matter":"1","route":"immediate"}),
        json!({"do":"assign_task","matter":"1","lead":"property_company","text":"更换灯具","due":"2026-11-25"}),
    ] {
        execute(&mut council, fields).unwrap();
    }
    let finish =
        |evidence: &str| json!({"do":"finish_task","task":"1","ending":"solved","text":"已更换","evidence":[evidence]});
    let missing = execute(&mut council, finish("/no/such/file.jpg"));
    assert!(matches!(missing, Err(Refused::Evidence { .. })), "{missing:?}");
    let finished = execute(&mut council, finish(photo.to_str().unwrap())).unwrap();
    let Event::TaskFinished(finished) = &finished.events[0] else { panic!("{finished:?}") };
    let kept = &finished.evidence[0];
    let copy = council.journal.dir().join("attachments").join(&kept.sha256[..2]).join(&kept.sha256);
    assert_eq!(std::fs::read(copy).unwrap(), b"abc");
}

#[test]
fn year_files_that_cannot_be_read_are_named_and_the_rest_counts() {
    let place = tempfile::tempdir().unwrap();
    assert!(Setting::of(place.path()).bad_years.is_empty(), "most councils keep none");
    let folder = place.path().join("holidays");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("2027.json"), r#"{"year":2027,"source":"x","rest":["2027-03-02"],"work":[]}"#).unwrap();
    std::fs::write(folder.join("2028.json"), "{").unwrap();
    let setting = Setting::of(place.path());
    assert_eq!(setting.bad_years, [folder.join("2028.json")]);
    assert!(
        !setting.calendar.is_working_day("2027-03-02".parse().unwrap()),
        "a Tuesday that the council's own file frees"
    );
    std::fs::remove_dir_all(&folder).unwrap();
    std::fs::write(&folder, "no folder").unwrap();
    assert_eq!(Setting::of(place.path()).bad_years, [folder]);
}
