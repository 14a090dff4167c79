//! The mouse: everything that is seen can be pointed at, and nothing needs it.

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use mazha::state_dir::Habit;
use mazha::text::Lang;
use mazha::tui::app::Input;
use mazha::tui::split::Panes;
use ratatui::layout::Size;
use unicode_width::UnicodeWidthStr;

use super::kit::{Council, Disk, Hand, busy};
use super::stories::shows;

const WIDE: (u16, u16) = (120, 40);
const NARROW: (u16, u16) = (80, 24);

impl Hand {
    /// Clicks on the first cell of a text that is seen, `times` times.
    #[track_caller]
    fn click(&mut self, text: &str, times: usize) -> &mut Self {
        let (column, row) = self.place_of(text);
        for _ in 0..times {
            self.mouse(MouseEventKind::Down(MouseButton::Left), column, row);
            self.mouse(MouseEventKind::Up(MouseButton::Left), column, row);
        }
        self
    }

    /// Lets the mouse do something in a cell.
    fn mouse(&mut self, kind: MouseEventKind, column: u16, row: u16) -> &mut Self {
        self.input(Input::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }));
        self
    }

    /// The cell where a text begins, of which there is only one to be seen.
    #[track_caller]
    fn place_of(&mut self, text: &str) -> (u16, u16) {
        let frame = self.frame();
        let found: Vec<_> = frame.lines().enumerate().filter_map(|(y, row)| Some((row.find(text)?, row, y))).collect();
        let [(byte, row, y)] = found[..] else { panic!("{} times “{text}” in\n{frame}", found.len()) };
        (u16::try_from(row[..byte].width()).expect("a column"), u16::try_from(y).expect("a row"))
    }
}

fn before_much(size: (u16, u16)) -> Hand {
    Hand::before(busy(Lang::Zh), Lang::Zh, size)
}

/// The line that copying puts into the clipboard begins with the number of what is selected.
#[track_caller]
fn selects(hand: &mut Hand, id: &str) {
    hand.keys("Y");
    let copied = hand.copied.take().unwrap_or_default();
    assert!(copied.starts_with(id), "{copied}");
}

#[test]
fn a_click_selects_a_card_in_whatever_column_and_two_open_it() {
    let mut hand = before_much(WIDE);
    hand.click("2026-A007", 1);
    selects(&mut hand, "2026-A007");
    hand.click("2026-A004", 1);
    selects(&mut hand, "2026-A004");
    hand.click("2026-A002", 2);
    shows(&mut hand, "议事 / ");
    selects(&mut hand, "2026-A002");
}

#[test]
fn two_slow_clicks_are_two_clicks() {
    let mut hand = before_much(WIDE);
    hand.click("2026-A007", 1);
    // To save takes a second in this house.
    hand.keys("n新的<Tab><Down><C-s>");
    hand.click("2026-A007", 1);
    shows(&mut hand, "提事 3");
}

#[test]
fn where_a_column_is_shown_at_a_time_its_tab_shows_another() {
    let mut hand = before_much(NARROW);
    hand.click("评事 1", 1).click("2026-A004", 1);
    selects(&mut hand, "2026-A004");
}

#[test]
fn the_second_half_of_a_hanzi_is_as_good_as_the_first() {
    let mut hand = before_much(NARROW);
    let (column, row) = hand.place_of("宠物粪便没人清理");
    hand.mouse(MouseEventKind::Down(MouseButton::Left), column + 1, row);
    selects(&mut hand, "2026-A007");
}

#[test]
fn a_click_on_a_key_presses_it_and_on_an_act_begins_it() {
    let mut hand = before_much(NARROW);
    hand.click("督办", 1);
    shows(&mut hand, "更换东门三");
    hand.click("Esc 返回", 1).click("办事 1", 1).click("2026-A001", 2);
    shows(&mut hand, "现在不行：");
    hand.click("y 报进展", 1);
    shows(&mut hand, "完成");
    hand.click("Esc 取消", 1).click("v 议定", 1);
    // The act is refused, and the pointer hears why, as the key does.
    shows(&mut hand, "会");
    hand.click("q 离开", 1);
    assert!(hand.has_left());
}

#[test]
fn a_click_goes_to_a_field_a_choice_and_a_place_in_the_text() {
    let mut hand = before_much(NARROW);
    hand.keys("n东门路灯").click("渠道*", 1);
    hand.click("网格巡查", 1).click("涉及户数", 1).keys("36");
    hand.click("3 三最", 1);
    // Before 门: the pointer is on the second half of it.
    let (column, row) = hand.place_of("东门路灯");
    hand.mouse(MouseEventKind::Down(MouseButton::Left), column + 3, row);
    hand.frame();
    assert_eq!(hand.caret().x, column + 2);
    hand.keys("侧").click("Ctrl-S", 1);
    shows(&mut hand, "提事：东侧门路灯");
    hand.keys("g").click("2026-A008", 2);
    shows(&mut hand, "网格巡查");
    shows(&mut hand, "涉及户数  36");
    shows(&mut hand, "三最");
}

#[test]
fn outside_a_dialog_a_click_does_nothing() {
    let mut hand = before_much(NARROW);
    hand.keys("n东门").click("逾期 1", 2);
    hand.mouse(MouseEventKind::ScrollDown, 0, 23);
    shows(&mut hand, "东门");
    hand.keys("<Esc>");
    selects(&mut hand, "2026-A006");
}

#[test]
fn a_list_to_choose_from_takes_clicks() {
    let mut hand = before_much(NARROW);
    hand.keys("/ljt").click("2026-A004", 2);
    shows(&mut hand, "评事 / ");
    selects(&mut hand, "2026-A004");
}

#[test]
fn the_wheel_moves_the_list_under_the_pointer_and_scrolls_a_page() {
    let mut hand = before_much(WIDE);
    let (column, row) = hand.place_of("2026-A003");
    hand.mouse(MouseEventKind::ScrollDown, column, row);
    selects(&mut hand, "2026-A002");
    hand.mouse(MouseEventKind::ScrollUp, column, row);
    selects(&mut hand, "2026-A003");
    let mut page = before_much((80, 16));
    page.click("办事 1", 1).click("2026-A001", 2);
    let before = page.frame();
    page.mouse(MouseEventKind::ScrollDown, 5, 9);
    assert_ne!(page.frame(), before);
    page.mouse(MouseEventKind::ScrollUp, 5, 9);
    assert_eq!(page.frame(), before);
}

/// The column of the line between two panes, by the row of the frame below the top line.
#[track_caller]
fn line_of(hand: &mut Hand) -> u16 {
    let frame = hand.frame();
    let row = frame.lines().nth(8).unwrap_or_default();
    let before = row.split('│').next().filter(|before| before.len() < row.len());
    u16::try_from(before.unwrap_or_else(|| panic!("no line in\n{frame}")).width()).expect("a column")
}

fn drag(hand: &mut Hand, (from, to): (u16, u16), row: u16) {
    hand.mouse(MouseEventKind::Down(MouseButton::Left), from, row);
    hand.mouse(MouseEventKind::Drag(MouseButton::Left), from.midpoint(to), row);
    hand.mouse(MouseEventKind::Drag(MouseButton::Left), to, row);
    hand.mouse(MouseEventKind::Up(MouseButton::Left), to, row);
}

#[test]
fn the_line_between_two_panes_is_dragged_wherever_there_are_two() {
    // Of a window of 200 cells, the work has those from 1 on.
    for (keys, usual, to) in [("", 137, 150), ("<Enter>", 112, 90), ("2", 147, 100), ("3m", 161, 150), ("4", 137, 101)]
    {
        let mut hand = before_much((200, 60));
        hand.keys(keys);
        assert_eq!(line_of(&mut hand), usual, "{keys}");
        drag(&mut hand, (usual, to), 20);
        assert_eq!(line_of(&mut hand), to, "{keys}");
        assert_eq!(hand.remembered.len(), 1, "{keys}: kept once, when it is let go");
        // The mouse goes on without it.
        hand.mouse(MouseEventKind::Drag(MouseButton::Left), 130, 20);
        assert_eq!(line_of(&mut hand), to, "{keys}");
    }
}

#[test]
fn a_line_that_was_moved_stands_there_again_and_a_click_moves_none() {
    let mut hand = before_much((200, 60));
    hand.keys("4");
    let usual = line_of(&mut hand);
    hand.mouse(MouseEventKind::Down(MouseButton::Left), usual, 20);
    hand.mouse(MouseEventKind::Up(MouseButton::Left), usual, 20);
    assert!(hand.remembered.is_empty());
    drag(&mut hand, (usual - 1, 101), 20);
    let Some(Habit::Shares(shares)) = hand.remembered.last() else { panic!("{:?}", hand.remembered) };
    let mut again = before_much((200, 60));
    again.app = again.app.with_panes(Panes::with_shares(shares));
    again.keys("4");
    assert_eq!(line_of(&mut again), 101);
    // Half of the width, whatever the width is.
    again.resize(Size { width: 180, height: 50 });
    assert_eq!(line_of(&mut again), 91);
    again.keys("1");
    assert_eq!(line_of(&mut again), 117, "the other screens are as they were");
}

#[test]
fn keys_move_the_line_as_far_as_both_panes_are_of_use() {
    let mut hand = before_much((200, 60));
    let usual = line_of(&mut hand);
    hand.keys("<");
    assert_eq!(line_of(&mut hand), usual - 4);
    // Input methods make this of the same key.
    hand.keys("》》");
    assert_eq!(line_of(&mut hand), usual + 4);
    hand.keys(">>>>>>>>>>>>>>>>>>>>");
    shows(&mut hand, "分界线到头了");
    // The pane on the right keeps 36 cells.
    assert_eq!(line_of(&mut hand), 199 - 36 - 2);
    for screen in ["<Enter>", "2", "3", "3m", "4", "5", "7"] {
        let mut hand = before_much((200, 60));
        hand.keys(screen);
        let before = line_of(&mut hand);
        hand.keys("<");
        assert_eq!(line_of(&mut hand), before - 4, "{screen}");
    }
    let mut narrow = before_much(NARROW);
    narrow.keys("<");
    shows(&mut narrow, "窗口不够宽");
    assert!(narrow.remembered.is_empty());
}

#[test]
fn while_finding_function_keys_move_the_line_and_letters_are_letters() {
    let mut hand = before_much((200, 60));
    hand.keys("/灯");
    let (line, _) = hand.place_of("│ 2026-A001  东门路灯不亮");
    hand.keys("<F5>");
    assert_eq!(hand.place_of("│ 2026-A001  东门路灯不亮").0, line - 4);
    drag(&mut hand, (line - 4, line + 6), 20);
    assert_eq!(hand.place_of("│ 2026-A001  东门路灯不亮").0, line + 6);
    hand.keys("<");
    shows(&mut hand, "灯<");
}

#[test]
fn the_wheel_scrolls_the_pane_beside_the_list_and_leaves_the_list_alone() {
    // Low, so that the matter beside the list does not fit.
    let mut hand = before_much((200, 16));
    hand.keys("ll");
    selects(&mut hand, "2026-A001");
    let (column, row) = hand.place_of("承办      物业服务企业");
    hand.mouse(MouseEventKind::ScrollDown, column, row);
    selects(&mut hand, "2026-A001");
    // Three rows further: the number above it is out of sight, and the sign counts.
    shows(&mut hand, "↑ 前面 3 行");
    hand.mouse(MouseEventKind::ScrollUp, column, row);
    assert!(!hand.frame().contains("↑ 前面"));
    hand.keys("J");
    shows(&mut hand, "↑ 前面 5 行");
    hand.keys("K");
    assert!(!hand.frame().contains("↑ 前面"));
    // Another matter is read from its beginning.
    hand.keys("Jh");
    assert!(!hand.frame().contains("↑ 前面"));
}

#[test]
fn at_either_end_of_the_board_there_is_no_further() {
    let mut hand = before_much(WIDE);
    hand.keys("h");
    selects(&mut hand, "2026-A006");
    hand.keys("lllllllll");
    selects(&mut hand, "2026-A004");
}

#[test]
fn while_a_write_is_under_way_the_mouse_rests() {
    let mut hand = before_much(NARROW);
    hand.disk_is(Disk::Silent);
    hand.keys("n东门<Tab><Down><C-s>");
    hand.click("Esc 取消", 1);
    hand.disk_answers();
    shows(&mut hand, "提事：东门");
}

#[test]
fn the_mouse_is_given_to_the_terminal_and_taken_again() {
    let mut hand = before_much(NARROW);
    hand.keys("M");
    shows(&mut hand, "鼠标归终端");
    hand.keys("M");
    shows(&mut hand, "鼠标归本程序");
}

#[test]
fn wherever_it_clicks_nothing_breaks() {
    for size in [(120, 40), (80, 24), (60, 16), (59, 15)] {
        for keys in ["", "2", "3", "3<Enter>", "4", "5", "6", "7", "n", "/", "?", "ll<Enter>", "n<Tab>"] {
            let mut hand = before_much(size);
            hand.input(Input::Resize(Size { width: size.0, height: size.1 }));
            hand.keys(keys);
            for row in (0..=size.1).step_by(2) {
                for column in (0..=size.0).step_by(17) {
                    hand.mouse(MouseEventKind::Down(MouseButton::Left), column, row);
                }
            }
            hand.frame();
        }
    }
    let mut empty = Hand::before(Council::found(Lang::En), Lang::En, NARROW);
    for row in 0..24 {
        empty.mouse(MouseEventKind::Down(MouseButton::Left), 3, row);
        empty.mouse(MouseEventKind::ScrollDown, 3, row);
    }
    empty.frame();
}
