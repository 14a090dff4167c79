//! How many keys the daily work takes, besides the words.
//!
//! Every key counts: those that open a form, go from field to field, choose and carry out. Only the text does not: the
//! characters of a title, a task, a result, of a day as people say it, and of the name or initials that say who or what
//! is meant. Work begins on the board with the matter selected, or with the matter open; each test says which.

use mazha::domain::meeting::MeetingState;
use mazha::domain::stage::Standing;
use mazha::text::Lang;

use super::kit::{Hand, busy};
use super::live::{in_room, meeting, under_way};
use super::prepare::called;
use super::stories::shows;

/// Somebody who types, and the keys pressed so far.
struct Typist {
    hand: Hand,
    keys: usize,
}

impl Typist {
    /// On the board of a council at work, the first new matter selected.
    fn at_the_board() -> Self {
        Self { hand: Hand::before(busy(Lang::Zh), Lang::Zh, (100, 30)), keys: 0 }
    }

    /// The same, after this was done by others.
    fn after(script: &str) -> Self {
        let mut typist = Self::at_the_board();
        typist.hand.keys(script);
        typist
    }

    /// Presses one key; a script of several is none.
    fn press(&mut self, key: &str) -> &mut Self {
        let named = key.starts_with('<') && key.ends_with('>') && key.matches('<').count() == 1;
        assert!(named || key.chars().count() == 1, "{key} is not one key");
        self.hand.keys(key);
        self.keys += 1;
        self
    }

    /// Types a text: words, a day or initials, never a key by its name nor a digit that chooses.
    fn say(&mut self, text: &str) -> &mut Self {
        assert!(!text.contains('<') && text.chars().count() > 1, "{text} is not a text");
        self.hand.keys(text);
        self
    }

    #[track_caller]
    fn took_at_most(&mut self, keys: usize) {
        assert!(self.keys <= keys, "{} keys", self.keys);
    }
}

#[test]
fn raising_a_matter_takes_three() {
    let mut typist = Typist::at_the_board();
    typist.press("n").say("西门井盖翘起").press("<C-s>").took_at_most(3);
    let raised = typist.hand.council.register.matters().next_back().expect("raised");
    // It came as the one before.
    assert_eq!((raised.title.as_str(), raised.channel.code()), ("西门井盖翘起", "wechat"));
}

#[test]
fn accepting_with_a_route_takes_three() {
    let mut typist = Typist::at_the_board();
    typist.press("a").press("3").press("<C-s>").took_at_most(3);
    assert_eq!(typist.hand.standing("2026-A006"), Standing::Waiting);
}

#[test]
fn assigning_to_a_body_with_a_date_takes_four() {
    let mut typist = Typist::after("<Enter>a2<C-s>");
    typist.press("s").say("wy").press("<Tab>").say("清空楼道").press("<Tab>").say("周五").press("<C-s>");
    typist.took_at_most(4);
    let task = typist.hand.council.register.tasks().next_back().expect("assigned");
    assert_eq!((task.text.as_str(), task.due.day().to_string().as_str()), ("清空楼道", "2026-11-27"));
}

#[test]
fn finishing_a_task_takes_four() {
    let mut typist = Typist::after("ll<Enter>");
    typist.press("f").press("1").say("三盏都换好了").press("<C-s>").took_at_most(4);
    assert_eq!(typist.hand.standing("2026-A001"), Standing::ToAsk);
}

#[test]
fn following_up_and_closing_takes_five() {
    // The matter to ask about is selected, on the board.
    let mut typist = Typist::after("lll");
    typist.press("F").press("1").press("1").press("<C-s>");
    assert_eq!(typist.hand.standing("2026-A004"), Standing::Satisfied);
    // Closing is offered in the same breath, needs no form, and can be taken back.
    shows(&mut typist.hand, "C 结案");
    typist.press("C").took_at_most(5);
    assert_eq!(typist.hand.standing("2026-A004"), Standing::Done);
    shows(&mut typist.hand, "u 撤销");
    typist.press("u");
    assert_eq!(typist.hand.standing("2026-A004"), Standing::Satisfied);
}

#[test]
fn a_matter_is_closed_without_a_follow_up_only_for_a_reason() {
    let mut typist = Typist::after("lll<Enter>");
    typist.press("C").press("<C-s>");
    shows(&mut typist.hand, "这一项不能空着");
    assert_eq!(typist.hand.standing("2026-A004"), Standing::ToAsk);
}

/// Before a meeting that was called, with three items left over and three matters that wait.
fn preparing() -> Typist {
    let mut hand = Hand::before(called(Lang::Zh), Lang::Zh, (100, 30));
    hand.keys("3g<Enter>");
    Typist { hand, keys: 0 }
}

/// The items of the meeting that is prepared, in their order, with their minutes.
fn agenda(typist: &Typist) -> Vec<(u32, Option<u32>)> {
    let meeting = typist.hand.council.register.meetings().next_back().expect("called");
    meeting.outline().iter().map(|placed| (placed.item.number, placed.item.minutes)).collect()
}

#[test]
fn an_agenda_of_six_open_matters_takes_eight() {
    let mut typist = preparing();
    typist.press("p");
    for _ in 0..6 {
        typist.press(" ");
    }
    typist.press("<Enter>").took_at_most(8);
    assert_eq!(agenda(&typist).len(), 6);
}

#[test]
fn swapping_two_items_takes_one_and_ten_minutes_more_two() {
    let mut typist = preparing();
    typist.press("c").took_at_most(1);
    typist.keys = 0;
    typist.press("J").took_at_most(1);
    assert_eq!(agenda(&typist), [(2, Some(20)), (1, Some(20)), (3, Some(20))]);
    typist.keys = 0;
    typist.press("+").press("+").took_at_most(2);
    assert_eq!(agenda(&typist)[1], (1, Some(30)));
    typist.keys = 0;
    typist.press("m").say("45").press("<Enter>").took_at_most(2);
    assert_eq!(agenda(&typist)[1], (1, Some(45)));
}

#[test]
fn inviting_as_last_time_takes_two_and_a_missing_body_one() {
    let mut typist = preparing();
    typist.press("i").press("<Enter>").took_at_most(2);
    let invited = |typist: &Typist| typist.hand.council.register.meetings().next_back().expect("called").invite.len();
    assert_eq!(invited(&typist), 3);
    let mut typist = preparing();
    // The cursor stands on the first requirement; two below stands the first body that is missing.
    typist.hand.keys("<Down><Down>");
    typist.press("<Enter>").took_at_most(1);
    assert_eq!(invited(&typist), 2);
}

#[test]
fn closing_a_meeting_with_three_confirmations_and_the_seal_takes_eight() {
    let mut typist = Typist { hand: in_room(under_way(Lang::Zh), Lang::Zh, (100, 30)), keys: 0 };
    typist.press("<F8>").press("3");
    // The minutes are in sight to their end: who confirms is asked next, body by body.
    typist.press("<Enter>").press("<Enter>").press("<Enter>").press("<Enter>");
    // The seal, and yes.
    typist.press("<Enter>").press("y").took_at_most(8);
    assert_eq!(meeting(&typist.hand).state, MeetingState::Sealed);
    assert_eq!(meeting(&typist.hand).confirmed.len(), 3);
}

#[test]
fn any_matter_is_opened_by_its_initials_in_two() {
    let mut typist = Typist::at_the_board();
    typist.press("/").say("dmld").press("<Enter>").took_at_most(2);
    shows(&mut typist.hand, "2026-A001  东门路灯不亮");
}
