//! How one begins: the first screen, reading a large record, who sits here, a folder that goes away, and the pages of
//! help, as they are seen and by keys.

use std::path::PathBuf;

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use insta::assert_snapshot;
use mazha::council::Founding;
use mazha::domain::code::BodyKind;
use mazha::text::{Lang, Text};
use mazha::tui::app::Input;
use mazha::tui::loading::{self, Loading};
use mazha::tui::paint::buffer_text;
use mazha::tui::start::{self, Known, Listing, Offer, Start, Sub, Told, Wish};
use mazha::tui::style::Palette;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Size;
use unicode_width::UnicodeWidthStr;

use super::kit::{Hand, NOW, at, busy, presses};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];
const LANGS: [(Lang, &str); 2] = [(Lang::Zh, "zh"), (Lang::En, "en")];

/// Somebody before the first screen.
struct Beginner {
    start: Start,
    terminal: Terminal<TestBackend>,
    wishes: Vec<Wish>,
}

impl Beginner {
    fn new(offer: Offer, lang: Lang, (width, height): (u16, u16)) -> Self {
        let terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal");
        let start = Start::new(offer, Text { lang }, Palette::dark(), Size { width, height });
        Self { start, terminal, wishes: Vec::new() }
    }

    fn keys(&mut self, script: &str) -> &mut Self {
        for key in presses(script) {
            self.told(Told::Key(key));
        }
        self
    }

    fn told(&mut self, told: Told) -> &mut Self {
        self.wishes.extend(self.start.update(told, at(NOW)));
        self
    }

    fn frame(&mut self) -> String {
        self.terminal.draw(|frame| start::draw(&self.start, at(NOW), frame)).expect("drawn");
        buffer_text(self.terminal.backend().buffer())
    }
}

fn newcomer(_: Lang) -> Offer {
    Offer { recent: Vec::new(), folder: "~/.local/share/mazha/council".into(), who: None }
}

fn regular(lang: Lang) -> Offer {
    let (stick, home) = match lang {
        Lang::Zh => ("榆荫里社区议事会", "青石里小区议事会"),
        Lang::En => ("Elm Shade Council", "Greenstone Lane Council"),
    };
    let known = |name: &str, shown: &str, is_there| Known {
        name: name.into(),
        folder: PathBuf::from(shown.replace('~', "/home/lin")),
        shown: shown.into(),
        is_there,
    };
    Offer {
        recent: vec![known(stick, "/media/stick/yuyinli", false), known(home, "~/qingshili", true)],
        ..newcomer(lang)
    }
}

fn looks(name: &str, offer: fn(Lang) -> Offer, prepare: impl Fn(&mut Beginner)) {
    for (lang, code) in LANGS {
        for (width, height) in SIZES {
            let mut beginner = Beginner::new(offer(lang), lang, (width, height));
            prepare(&mut beginner);
            assert_snapshot!(format!("{name}_{code}_{width}"), beginner.frame());
        }
    }
}

fn listing(of: &str) -> Told {
    let sub = |(name, is_council): (&str, bool)| Sub { name: name.into(), is_council };
    let folders = [(".cache", false), ("Documents", false), ("照片", false), ("议事会", true), ("议事会旧", false)];
    Told::Listed(Listing { of: of.into(), folders: folders.map(sub).into(), more: 3 })
}

#[test]
fn the_first_screen() {
    looks("start", newcomer, |_| {});
    looks("start_recent", regular, |_| {});
    looks("start_help", newcomer, |beginner| {
        beginner.keys("?");
    });
    looks("start_failed", regular, |beginner| {
        let why = beginner.start.text().open_missing("/media/stick/yuyinli");
        beginner.keys("k<Enter>").told(Told::Refused(why));
    });
}

#[test]
fn the_five_fields() {
    looks("start_form", newcomer, |beginner| {
        beginner.keys("<Enter>");
    });
    looks("start_form_empty", newcomer, |beginner| {
        beginner.keys("<Enter>青石里<C-s>");
    });
    looks("start_form_refused", newcomer, |beginner| {
        let text = beginner.start.text();
        let why = text.cannot_write("/home/lin/.local/share/mazha/council", text.system_denied());
        beginner.keys("<Enter>青石里<Tab><Tab><Tab>林<C-s>").told(Told::Refused(why));
    });
    looks("start_form_discard", newcomer, |beginner| {
        beginner.keys("<Enter>青石里社区<Esc>");
    });
}

#[test]
fn a_folder_to_open() {
    looks("start_folder", newcomer, |beginner| {
        beginner.keys("o").told(listing("~/")).keys("<Down><Down>");
    });
    looks("start_folder_none", newcomer, |beginner| {
        let text = beginner.start.text();
        let why = text.folder_holds("/home/lin/zzz", &text.folder_and_more(&text.listed(&["a", "b", "c"]), 12));
        beginner.keys("o").told(listing("~/")).keys("zzz<Enter>").told(Told::Refused(why));
    });
}

#[test]
fn a_large_record_is_being_read() {
    let stages = [("listing", 0, 0), ("bytes", 12_400_000, 38_150_000), ("folding", 38_150_000, 38_150_000)];
    for (lang, code) in LANGS {
        for (width, height) in SIZES {
            for (stage, read, all) in stages {
                let folder = "/media/lin/a very long name of a stick/and a folder in it/榆荫里社区议事会";
                let state = Loading { folder, read, all, text: Text { lang }, palette: Palette::dark() };
                let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a terminal");
                terminal.draw(|frame| loading::draw(&state, frame)).expect("drawn");
                assert_snapshot!(format!("loading_{stage}_{code}_{width}"), buffer_text(terminal.backend().buffer()));
            }
        }
    }
}

/// What App shows, in every language and size.
fn app_looks(name: &str, prepare: impl Fn(Hand) -> Hand) {
    for (lang, code) in LANGS {
        for (width, height) in SIZES {
            let mut hand = prepare(Hand::before(busy(lang), lang, (width, height)));
            assert_snapshot!(format!("{name}_{code}_{width}"), hand.frame());
        }
    }
}

#[test]
fn who_sits_here() {
    app_looks("who", Hand::asked_who);
    app_looks("who_typed", |hand| {
        let mut hand = hand.asked_who();
        hand.keys("林");
        hand
    });
    app_looks("who_sat", |mut hand| {
        hand.keys("W王小满<Enter>");
        hand
    });
}

#[test]
fn a_folder_out_of_reach() {
    app_looks("gone", |mut hand| {
        let why = hand.app.text().folder_gone(hand.app.text().folder_away());
        hand.input(Input::Gone(why));
        hand
    });
    app_looks("gone_later", |mut hand| {
        hand.input(Input::Gone("gone".into()));
        hand.keys("j");
        hand
    });
    app_looks("back", |mut hand| {
        hand.input(Input::Gone("gone".into()));
        hand.input(Input::Back);
        hand
    });
}

#[test]
fn the_pages_of_help() {
    for page in 2..=7 {
        app_looks(&format!("help_page{page}"), |mut hand| {
            hand.keys(&format!("?{page}"));
            hand
        });
    }
    app_looks("help_steps_end", |mut hand| {
        hand.keys("?7G");
        hand
    });
}

#[test]
fn the_page_that_fits_is_one_key_behind_the_keys() {
    for (script, title) in
        [("?<Tab>", "入门："), ("3?<Right>", "会议："), ("<Enter>?<Tab>", "事项："), ("7?<Tab>", "保存：")]
    {
        let mut hand = Hand::before(busy(Lang::Zh), Lang::Zh, (80, 24));
        hand.keys(script);
        let frame = hand.frame();
        assert!(frame.lines().nth(2).is_some_and(|line| line.trim_start().starts_with(title)), "{frame}");
        hand.keys("<Left>");
        assert!(!hand.frame().contains(title), "back to the keys");
        hand.keys("<Esc>");
        assert!(hand.frame().contains("望江里"), "help closes");
    }
}

#[test]
fn a_council_that_was_opened_before_costs_one_key() {
    let mut beginner = Beginner::new(regular(Lang::Zh), Lang::Zh, (80, 24));
    // The first one is on a stick that is not there.
    beginner.keys("<Enter>");
    assert_eq!(beginner.wishes, [Wish::Open("/home/lin/qingshili".into())]);
}

#[test]
fn five_fields_found_a_council() {
    let mut beginner = Beginner::new(newcomer(Lang::Zh), Lang::Zh, (80, 24));
    beginner.keys("n青石里社区议事会<Tab>青石里社区居民委员会<Tab><Tab>林秀英<Tab><C-s>");
    let founding = Founding {
        name: "青石里社区议事会".into(),
        rules: "standard".into(),
        bodies: vec![(BodyKind::ResidentsCommittee, "青石里社区居民委员会".into())],
    };
    let folder = "~/.local/share/mazha/council".into();
    assert_eq!(beginner.wishes, [Wish::Found { folder, founding, who: "林秀英".into() }]);
}

#[test]
fn a_form_begun_is_not_thrown_away_without_a_word() {
    let mut beginner = Beginner::new(newcomer(Lang::Zh), Lang::Zh, (80, 24));
    beginner.keys("n青石里社区<Esc>n<Esc><Enter>");
    assert!(beginner.frame().contains("青石里社区"));
    beginner.keys("<Esc>y");
    assert!(!beginner.frame().contains("青石里社区"));
    beginner.keys("q");
    assert_eq!(beginner.wishes, [Wish::Quit]);
}

#[test]
fn nobody_leaves_a_form_begun_without_being_asked() {
    let mut beginner = Beginner::new(newcomer(Lang::Zh), Lang::Zh, (80, 24));
    beginner.keys("<Enter>青石里<C-c>");
    assert!(beginner.wishes.is_empty());
    assert!(beginner.frame().contains("离开吗"));
    beginner.keys("n");
    assert!(beginner.frame().contains("青石里"));
    beginner.keys("<C-c>y");
    assert_eq!(beginner.wishes, [Wish::Quit]);
    let mut beginner = Beginner::new(newcomer(Lang::Zh), Lang::Zh, (80, 24));
    beginner.keys("<Enter><C-c>");
    assert_eq!(beginner.wishes, [Wish::Quit], "nothing would be lost");
}

impl Beginner {
    fn mouse(&mut self, kind: MouseEventKind, (column, row): (u16, u16)) -> &mut Self {
        self.told(Told::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }))
    }

    /// Clicks on the first cell of a text that is seen once, so often.
    #[track_caller]
    fn click(&mut self, text: &str, times: usize) -> &mut Self {
        let frame = self.frame();
        let found: Vec<_> = frame.lines().enumerate().filter_map(|(y, row)| Some((row.find(text)?, row, y))).collect();
        let [(byte, row, y)] = found[..] else { panic!("{} times “{text}” in\n{frame}", found.len()) };
        let place = (u16::try_from(row[..byte].width()).expect("a column"), u16::try_from(y).expect("a row"));
        for _ in 0..times {
            self.mouse(MouseEventKind::Down(MouseButton::Left), place);
            self.mouse(MouseEventKind::Up(MouseButton::Left), place);
        }
        self
    }
}

#[test]
fn on_the_first_screen_a_click_selects_and_two_open() {
    let mut beginner = Beginner::new(regular(Lang::Zh), Lang::Zh, (80, 24));
    beginner.click("榆荫里社区议事会", 1);
    assert!(beginner.frame().contains("> ") && beginner.wishes.is_empty());
    beginner.keys("<Enter>");
    assert_eq!(beginner.wishes, [Wish::Open(PathBuf::from("/media/stick/yuyinli"))]);
    beginner.click("青石里小区议事会", 2);
    assert_eq!(beginner.wishes[1..], [Wish::Open(PathBuf::from("/home/lin/qingshili"))]);
    // A key that is shown is pressed.
    beginner.click("L 语言/English", 1).click("q Leave", 1);
    assert_eq!(beginner.wishes[2..], [Wish::Quit]);
}

#[test]
fn on_the_first_screen_the_wheel_goes_through_the_choices() {
    let mut beginner = Beginner::new(regular(Lang::Zh), Lang::Zh, (80, 24));
    beginner.mouse(MouseEventKind::ScrollUp, (40, 10)).keys("<Enter>");
    assert_eq!(beginner.wishes, [Wish::Open(PathBuf::from("/media/stick/yuyinli"))]);
}

#[test]
fn a_council_is_founded_with_clicks_between_the_words() {
    let mut beginner = Beginner::new(newcomer(Lang::Zh), Lang::Zh, (80, 24));
    beginner
        .click("> n", 2)
        .click("谁在用*", 1)
        .keys("林秀英")
        .click("议事会名称*", 1)
        .keys("青石里")
        .click("Ctrl-S", 1);
    let [Wish::Found { founding, who, .. }] = &beginner.wishes[..] else { panic!("{:?}", beginner.wishes) };
    assert_eq!((founding.name.as_str(), who.as_str()), ("青石里", "林秀英"));
}

#[test]
fn a_folder_is_chosen_with_the_mouse_and_its_path_pointed_into() {
    let mut beginner = Beginner::new(newcomer(Lang::Zh), Lang::Zh, (80, 24));
    beginner.keys("o");
    let folders = [("照片", false), ("council", true)];
    let folders = folders.map(|(name, is_council)| Sub { name: name.into(), is_council }).to_vec();
    beginner.told(Told::Listed(Listing { of: "~/".into(), folders, more: 0 }));
    beginner.click("council/", 2);
    assert_eq!(beginner.wishes.last(), Some(&Wish::OpenWritten("~/council/".into())));
    // The three letters before the pointer are taken.
    beginner.click("ncil/", 1).keys("<BS><BS><BS>");
    assert!(beginner.frame().contains("~/ncil/"), "{}", beginner.frame());
}

#[test]
fn many_councils_on_a_low_screen_are_counted() {
    let mut offer = regular(Lang::Zh);
    let one = offer.recent[1].clone();
    offer.recent = (1..=8).map(|n| Known { name: format!("第{n}社区"), ..one.clone() }).collect();
    let mut beginner = Beginner::new(offer, Lang::Zh, (80, 16));
    assert!(beginner.frame().contains("↓ 还有 "), "{}", beginner.frame());
    beginner.keys("<Down><Down><Down><Down><Down><Down><Down><Down><Down><Down>");
    let frame = beginner.frame();
    assert!(frame.contains("> o") && frame.contains("↑ 前面 "), "{frame}");
}

#[test]
fn the_language_can_be_switched_before_anything_is_chosen() {
    let mut beginner = Beginner::new(newcomer(Lang::Zh), Lang::Zh, (80, 24));
    beginner.keys("L");
    assert!(beginner.frame().contains("Start a council"));
}

#[test]
fn whoever_sits_down_is_recorded_from_then_on() {
    let mut hand = Hand::before(busy(Lang::Zh), Lang::Zh, (120, 40)).asked_who();
    hand.keys("sgf<Enter>");
    assert!(hand.frame().lines().next().is_some_and(|line| line.contains("孙桂芳")), "{}", hand.frame());
    hand.keys("n路灯<Tab><Down><C-s>");
    let last = hand.council.register.entries().last().expect("an act").by.clone();
    assert_eq!(last, "孙桂芳");
}

#[test]
fn a_name_given_from_outside_holds() {
    let mut hand = Hand::before(busy(Lang::Zh), Lang::Zh, (80, 24));
    hand.app = hand.app.clone().with_given_name();
    hand.keys("W");
    assert!(hand.frame().contains("--as"));
}
