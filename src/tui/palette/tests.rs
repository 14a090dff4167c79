//! Lines and what they ask for, on an empty record and on one with a matter.

use crossterm::event::{KeyCode, KeyModifiers};

use super::*;
use crate::domain::calendar::Calendar;
use crate::domain::context::{Context, Mine};
use crate::domain::id::WriterId;
use crate::domain::register::Register;
use crate::text::{Lang, Text};
use crate::tui::style::Palette;

/// Somebody types into a palette over an empty record.
struct Desk {
    register: Register,
    calendar: Calendar,
    prompt: Prompt,
}

impl Desk {
    fn new() -> Self {
        let entries = entries(Place::Board, false, ZH, |action| (action == Action::Undo).then(|| "没有".to_owned()));
        let prompt = Prompt::new(entries, vec!["status".into(), "show 1".into()]);
        Self { register: Register::default(), calendar: Calendar::new(Vec::new()), prompt }
    }

    fn with<T>(&mut self, ask: impl FnOnce(&mut Prompt, &World<'_>, &Look) -> T) -> T {
        let now = "2026-11-21T19:30:00+08:00".parse().unwrap();
        let context = Context {
            now,
            by: "林秀英",
            writer: WriterId::from_numbers([0; 6]),
            n: 1,
            mine: Mine::SamePerson,
            heads: &[],
            calendar: &self.calendar,
            presets: &[],
            vote_rules: &[],
            chains: &[],
            plain_name: crate::text::body_kind_named,
            evidence: &[],
        };
        let world = World { register: &self.register, context };
        ask(
            &mut self.prompt,
            &world,
            &Look { text: ZH, palette: Palette::plain(), panes: crate::tui::split::Panes::default(), now },
        )
    }

    fn press(&mut self, code: KeyCode) -> Reply {
        self.with(|prompt, world, look| prompt.key(KeyEvent::new(code, KeyModifiers::NONE), world, look))
    }

    fn line(&mut self, text: &str) -> Reply {
        for c in text.chars() {
            self.press(KeyCode::Char(c));
        }
        self.press(KeyCode::Enter)
    }

    fn asked(&mut self, text: &str) -> Asked {
        match self.line(text) {
            Reply::Asked(asked) => asked,
            other => panic!("{text}: {other:?}, {:?}", self.prompt.said),
        }
    }
}

const ZH: Text = Text { lang: Lang::Zh };

#[test]
fn a_name_in_any_writing_is_what_its_key_would_do() {
    for typed in ["日志", "rz", "rizhi", "日誌", "Log", "7"] {
        assert_eq!(Desk::new().line(typed), Reply::Do(None, Action::Log), "{typed}");
    }
    assert_eq!(Desk::new().line("raise_matter"), Reply::Do(None, Action::Raise));
    assert_eq!(Desk::new().line("新增人员"), Reply::Do(Some(Action::People), Action::AddPerson));
}

#[test]
fn what_cannot_be_done_stays_and_says_why() {
    let mut desk = Desk::new();
    assert_eq!(desk.line("撤销"), Reply::Stay);
    assert_eq!(desk.prompt.said, Some(("没有".into(), Tone::Late)));
    assert_eq!(desk.prompt.typed(), "撤销");
}

#[test]
fn every_command_is_found_by_its_name() {
    for name in Command::NAMES.iter().copied().chain(entries::SUBCOMMANDS) {
        let mut desk = Desk::new();
        desk.with(|prompt, world, look| prompt.paste(name, world, look));
        let entry = desk.prompt.entry().unwrap_or_else(|| panic!("{name}"));
        assert!(entry.label == name || entry.note == name || entry.what == What::Do(Action::Log), "{name}: {entry:?}");
    }
}

#[test]
fn reading_commands_are_those_of_the_command_line() {
    let list = |query: &str, kind| Asked::Show(Showing::List { kind, query: query.into(), bodies: None });
    assert_eq!(Desk::new().asked("list tasks --overdue --search 路灯 "), list("overdue 路灯", Kind::Task));
    assert_eq!(Desk::new().asked("list --stage act"), list("stage:act", Kind::Matter));
    assert_eq!(Desk::new().asked("status"), Asked::Show(Showing::Today));
    assert_eq!(Desk::new().asked("check --seal 0a1b"), Asked::Show(Showing::Check { seal: Some("0a1b".into()) }));
    let since = Some(Due::Day("2026-11-03".parse().unwrap()));
    assert_eq!(Desk::new().asked("log --since 2026-11-03"), Asked::Show(Showing::Log { of: None, since }));
}

#[test]
fn a_command_is_read_with_its_words_and_days() {
    let Asked::Command(command, Then::Done) = Desk::new().asked("accept_matter matter=A12 route=快办 due=12-5")
    else {
        panic!("no command")
    };
    let json = serde_json::to_value(command).unwrap();
    assert_eq!((json["matter"].as_str(), json["route"].as_str()), (Some("A12"), Some("fast")));
    assert_eq!(json["due"], "2026-12-05");
    let Asked::Command(command, _) = Desk::new().asked("cast_votes meeting=M1 for=21 against=3") else {
        panic!("no command")
    };
    let json = serde_json::to_value(command).unwrap();
    assert_eq!((json["for"].as_u64(), json["against"].as_u64()), (Some(21), Some(3)));
    let Asked::Command(command, _) = Desk::new().asked(r#"{"do":"take_up","meeting":"M1","item":2}"#) else {
        panic!("no command")
    };
    assert_eq!(command.name(), "take_up");
    let Asked::Command(command, then) = Desk::new().asked("raise “东门 路灯” --channel mailbox --route fast")
    else {
        panic!("no command")
    };
    assert_eq!(serde_json::to_value(command).unwrap()["title"], "东门 路灯");
    assert_eq!(then, Then::Accept(crate::domain::code::Route::Fast));
}

#[test]
fn what_is_wrong_is_said_and_the_line_stays() {
    for (typed, said) in [
        ("accept_matter matter=A1 no", "no 请写成“名称=内容”"),
        ("accept_matter matter=A1", "缺少字段 route"),
        ("accept_matter matter=A1 route=slow", "字段 route 应为"),
        ("accept_matter matter=A1 route=fast due=99-99", "due: "),
        ("accept_matter matter=A1 matter=A2", "字段 matter 写了两次"),
        ("accept_matter colour=red", "没有 colour 这个字段"),
        ("list nothings", "不能是 nothings"),
        ("list --json", "--json 只能在命令行里用"),
        ("show Z99", "Z99"),
        ("init x --name y", "mazha init 只能在命令行里用"),
        ("{\"do\":", "这一行不是 JSON 对象"),
        ("zzzz", "没有叫这个名字的命令"),
    ] {
        let mut desk = Desk::new();
        assert_eq!(desk.line(typed), Reply::Stay, "{typed}");
        let (sentence, _) = desk.prompt.said.clone().expect(typed);
        assert!(sentence.contains(said), "{typed}: {sentence}");
        assert_eq!(desk.prompt.typed(), typed);
    }
}

#[test]
fn a_page_that_is_pasted_is_refused_whole() {
    let mut desk = Desk::new();
    desk.with(|prompt, world, look| prompt.paste("show A1", world, look));
    desk.with(|prompt, world, look| prompt.paste(&"x".repeat(100_000), world, look));
    assert_eq!(desk.prompt.typed(), "show A1");
    assert!(desk.prompt.said.is_some());
}

#[test]
fn tab_completes_commands_fields_and_values() {
    let mut desk = Desk::new();
    for c in "accept_m".chars() {
        desk.press(KeyCode::Char(c));
    }
    for (typed, line) in [
        ("", "accept_matter "),
        ("", "accept_matter matter="),
        ("A1 ", "accept_matter matter=A1 route="),
        ("快", "accept_matter matter=A1 route=fast "),
        ("议事", "accept_matter matter=A1 route=fast depth="),
    ] {
        for c in typed.chars() {
            desk.press(KeyCode::Char(c));
        }
        desk.press(KeyCode::Tab);
        assert_eq!(desk.prompt.typed(), line);
    }
    let mut desk = Desk::new();
    for c in "list t".chars() {
        desk.press(KeyCode::Char(c));
    }
    desk.press(KeyCode::Tab);
    assert_eq!(desk.prompt.typed(), "list tasks ");
    for c in "--over".chars() {
        desk.press(KeyCode::Char(c));
    }
    desk.press(KeyCode::Tab);
    assert_eq!(desk.prompt.typed(), "list tasks --overdue ");
}

#[test]
fn the_lines_of_this_window_come_back() {
    let mut desk = Desk::new();
    for (code, line) in [
        (KeyCode::Up, "show 1"),
        (KeyCode::Up, "status"),
        (KeyCode::Up, "status"),
        (KeyCode::Down, "show 1"),
        (KeyCode::Down, ""),
    ] {
        desk.press(code);
        assert_eq!(desk.prompt.typed(), line);
    }
    // On a list that somebody has gone down in, up is up.
    desk.press(KeyCode::Down);
    desk.press(KeyCode::Up);
    assert_eq!(desk.prompt.typed(), "");
}
