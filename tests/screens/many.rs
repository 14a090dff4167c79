//! An act on many things when not all goes well, and what is typed or looked at meanwhile.

use mazha::domain::refusal::Refusal;
use mazha::domain::stage::{Stage, Standing};
use mazha::tui::app::{Answer, Input};
use serde_json::json;

use super::hands::{at_work, before, four};
use super::kit::{Disk, Hand};
use super::stories::shows;

fn refused() -> Input {
    Input::Answer(Answer::Refused(Refusal::Empty { field: "route" }))
}

fn disk_is_full() -> Input {
    Input::Answer(Answer::Failed("没有保存：磁盘已满".into()))
}

fn lacks(hand: &mut Hand, sentence: &str) {
    let frame = hand.frame();
    assert!(!frame.contains(sentence), "“{sentence}” in\n{frame}");
}

#[test]
fn a_disk_that_fills_in_the_middle_leaves_the_words_for_the_rest() {
    let mut hand = before(four);
    hand.keys("*a<C-s>l");
    hand.disk_is(Disk::Silent);
    hand.keys("*s1本周内看现场<Tab>+5<C-s>");
    hand.disk_answers();
    hand.input(disk_is_full());
    shows(&mut hand, "磁盘已满");
    shows(&mut hand, "本周内看现场");
    shows(&mut hand, "派单：已标记的 3 件");
    hand.disk_is(Disk::Fine);
    hand.keys("<C-s>");
    shows(&mut hand, "派单：办成 3 件");
    assert_eq!(hand.council.register.tasks().count(), 4);
}

#[test]
fn what_is_typed_meanwhile_survives_one_refused_thing() {
    for refused_at in [0, 1, 3] {
        let mut hand = before(four);
        hand.disk_is(Disk::Silent);
        hand.keys("*a<C-s>n北门井盖");
        for at in 0..4 {
            if at == refused_at {
                hand.input(refused());
            } else {
                hand.disk_answers();
            }
        }
        shows(&mut hand, "北门井盖");
    }
}

#[test]
fn what_was_meant_for_afterwards_does_not_end_up_in_the_form_that_stays() {
    let mut hand = before(four);
    hand.disk_is(Disk::Silent);
    hand.keys("*d不归我们管<C-s>n北门井盖");
    for _ in 0..4 {
        hand.input(refused());
    }
    shows(&mut hand, "不归我们管");
    lacks(&mut hand, "北门井盖");
}

#[test]
fn the_question_whether_to_leave_goes_when_all_is_done_and_hides_no_refusal() {
    let mut hand = before(four);
    hand.disk_is(Disk::Silent);
    hand.keys("*d不归我们管<C-s><C-c>");
    hand.disk_answers();
    shows(&mut hand, "离开吗");
    for _ in 0..3 {
        hand.disk_answers();
    }
    lacks(&mut hand, "离开吗");
    lacks(&mut hand, "不归我们管");
    shows(&mut hand, "办成 4 件");

    let mut hand = before(four);
    hand.disk_is(Disk::Silent);
    hand.keys("d不归我们管<C-s><C-c>");
    shows(&mut hand, "离开吗");
    hand.input(disk_is_full());
    lacks(&mut hand, "离开吗");
    shows(&mut hand, "磁盘已满");
    shows(&mut hand, "不归我们管");
}

#[test]
fn the_marks_of_all_columns_are_counted_acted_on_and_cleared_together() {
    let mut hand = before(four);
    hand.keys("a<C-s>");
    assert_eq!(hand.standing("2026-A001"), Standing::Waiting);
    // The one that was accepted in the second column, one in the first.
    hand.keys(" h ");
    shows(&mut hand, "已标记 2 件");
    hand.keys("a<C-s>");
    shows(&mut hand, "受理：办成 1 件");
    hand.keys("<Up>");
    shows(&mut hand, "已标记 1 件");
    hand.keys(" <Esc>");
    lacks(&mut hand, "已标记");
    hand.keys("l<Up>");
    lacks(&mut hand, "已标记");
}

#[test]
fn the_list_stays_while_many_things_of_it_are_acted_on() {
    let mut hand = before(at_work);
    hand.disk_is(Disk::Silent);
    hand.keys("4*i<Down>");
    // To open one would leave the list, to go back would clear its marks: both wait.
    hand.keys("<Enter>");
    for _ in 0..4 {
        hand.disk_answers();
    }
    hand.keys("<Esc>");
    lacks(&mut hand, "已标记");
    for id in ["2026-A001", "2026-A002", "2026-A003", "2026-A004"] {
        assert_eq!(hand.standing(id), Standing::InProgress);
    }
}

#[test]
fn two_tasks_of_one_matter_are_one_matter() {
    let mut hand = before(at_work);
    hand.council.at(
        "11-21 19:00",
        json!({"do": "assign_task", "matter": "1", "lead": "owners_committee", "text": "看看", "due": "2026-11-24"}),
    );
    hand.input(Input::News(1));
    let before = hand.council.register.entries().len();
    // Both are due first and stand at the top.
    hand.keys("4<Home>  N3<C-s>");
    shows(&mut hand, "办成 1 件");
    lacks(&mut hand, "没有办成");
    assert_eq!(hand.council.register.entries().len(), before + 1);
    hand.keys("<Up>");
    lacks(&mut hand, "已标记");
}

#[test]
fn closing_many_asks_the_same_whichever_comes_first() {
    let mut hand = before(at_work);
    for (minute, id) in [(10, "1"), (20, "2")] {
        hand.council.at(&format!("11-21 18:{minute}"), json!({"do": "receive_task", "task": id}));
        let finish = json!({"do": "finish_task", "task": id, "ending": "solved", "text": "修好了"});
        hand.council.at(&format!("11-21 18:{}", minute + 1), finish);
    }
    let good = json!({"do": "follow_up", "matter": "1", "reached": true, "solved": "yes", "satisfaction": "satisfied"});
    hand.council.at("11-21 19:00", good);
    hand.council.tonight();
    hand.input(Input::News(5));
    // The last column lists what is done and waits to be closed.
    hand.keys("lll*C");
    shows(&mut hand, "结案：已标记的 2 件");
    hand.keys("<C-s>");
    shows(&mut hand, "结案：办成 1 件");
    assert_eq!(hand.standing("2026-A001").stage(), Stage::Closed);
}

#[test]
fn acts_are_offered_only_for_what_they_can_be_done_on() {
    let mut hand = super::stories::before_much();
    hand.keys("5<End>");
    shows(&mut hand, "受理  m 并案  d 不予受理");
    // Above the two that wait to be screened stands a meeting.
    hand.keys("<Up><Up>");
    lacks(&mut hand, "并案");
    lacks(&mut hand, "修改");
}
