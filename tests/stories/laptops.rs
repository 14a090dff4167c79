//! Two laptops that did not know of each other: every matter ends up somewhere, and what could not take effect is said.

use super::bench::{Laptop, json};

/// Two laptops that know a matter which waits for deliberation.
fn two(route: &str) -> [Laptop; 2] {
    let mut first = Laptop::founded();
    first.accepted(route);
    let second = first.second("bbbbbb", "李干事");
    [first, second]
}

/// What both did takes effect in the order of the fold: the first laptop's first.
#[track_caller]
fn comes_to([mut first, mut second]: [Laptop; 2], stands: &str, suspended: usize) -> Laptop {
    first.meets(&mut second);
    assert_eq!(first.stands("A1"), stands);
    assert_eq!(first.register.suspended().len(), suspended);
    first
}

#[test]
fn accepted_twice_the_first_counts() {
    let mut first = Laptop::founded();
    first.raised();
    let mut second = first.second("bbbbbb", "李干事");
    first.does(json!({"do": "accept_matter", "matter": "A1", "route": "joint"}));
    second.does(json!({"do": "accept_matter", "matter": "A1", "route": "immediate"}));
    let council = comes_to([first, second], "deliberate/waiting", 1);
    assert_eq!(council.matter("A1").due.unwrap().to_string(), "2026-03-16");
}

#[test]
fn declined_here_and_put_to_work_there_it_is_worked_on() {
    let [mut first, mut second] = two("fast");
    first.task_for("A1");
    second.does(json!({"do": "decline_matter", "matter": "A1", "reason": "重复"}));
    let mut council = comes_to([first, second], "act/in_progress", 1);
    council.finished("T1");
    assert_eq!(council.stands("A1"), "evaluate/to_ask");
}

#[test]
fn work_given_to_a_matter_that_was_merged_meanwhile_stays_in_sight() {
    let mut first = Laptop::founded();
    first.accepted("fast");
    first.raised();
    let mut second = first.second("bbbbbb", "李干事");
    first.does(json!({"do": "merge_matter", "matter": "A1", "into": "A2"}));
    second.task_for("A1");
    let mut council = comes_to([first, second], "closed/merged", 1);
    assert!(council.task("T1").state.is_open());
    council.finished("T1");
    assert_eq!(council.stands("A1"), "closed/merged");
}

#[test]
fn merged_into_each_other_one_of_them_goes_on() {
    let mut first = Laptop::founded();
    first.raised();
    first.raised();
    let mut second = first.second("bbbbbb", "李干事");
    first.does(json!({"do": "merge_matter", "matter": "A1", "into": "A2"}));
    second.does(json!({"do": "merge_matter", "matter": "A2", "into": "A1"}));
    let council = comes_to([first, second], "closed/merged", 1);
    assert_eq!(council.stands("A2"), "raise/new");
    assert_eq!(council.matter("A2").merged, [council.matter("A1").key]);
}

#[test]
fn a_matter_merged_into_one_that_is_merged_later_can_be_followed() {
    let mut council = Laptop::founded();
    for _ in 0..3 {
        council.raised();
    }
    council.does(json!({"do": "merge_matter", "matter": "A1", "into": "A2"}));
    council.does(json!({"do": "merge_matter", "matter": "A2", "into": "A3"}));
    let into = |id: &str| council.matter(id).end.as_ref().unwrap().into.unwrap();
    assert_eq!(into("A1"), council.matter("A2").key);
    assert_eq!(into("A2"), council.matter("A3").key);
    assert_eq!(council.refuses(json!({"do": "merge_matter", "matter": "A3", "into": "A2"})), "cannot_merge_into");
}

#[test]
fn placed_on_two_agendas_the_first_has_it() {
    let [mut first, mut second] = two("joint");
    let (here, there) = (first.called(), second.called());
    first.does(json!({"do": "place_on_agenda", "meeting": here, "matter": "A1"}));
    second.does(json!({"do": "place_on_agenda", "meeting": there, "matter": "A1"}));
    second.does(json!({"do": "open_meeting", "meeting": there}));
    let mut council = comes_to([first, second], "deliberate/scheduled", 1);
    assert_eq!(council.matter("A1").agenda.unwrap().meeting, council.meeting(&here).key);
    assert_eq!(council.refuses(json!({"do": "take_up", "meeting": there, "item": 1})), "wrong_stage");
    council.does(json!({"do": "adjourn_meeting", "meeting": there}));
    assert_eq!(council.stands("A1"), "deliberate/scheduled", "it waits for the other meeting");
}

#[test]
fn two_items_given_one_number_are_told_apart() {
    let mut first = Laptop::founded();
    let matters = [first.accepted("joint"), first.accepted("joint")];
    let meeting = first.called();
    let mut second = first.second("bbbbbb", "李干事");
    first.does(json!({"do": "place_on_agenda", "meeting": meeting, "matter": matters[0]}));
    second.does(json!({"do": "place_on_agenda", "meeting": meeting, "matter": matters[1]}));
    second.does(json!({"do": "open_meeting", "meeting": meeting}));
    second.does(json!({"do": "take_up", "meeting": meeting, "item": 1}));
    let council = comes_to([first, second], "deliberate/scheduled", 0);
    let items: Vec<_> =
        council.meeting(&meeting).agenda.iter().map(|item| (item.number, item.matter.unwrap())).collect();
    assert_eq!(items, [(1, council.matter(&matters[0]).key), (2, council.matter(&matters[1]).key)]);
    assert_eq!(council.stands(&matters[1]), "deliberate/in_discussion", "what was taken up there was the second");
    assert_eq!(council.meeting(&meeting).current, Some(2));
}

#[test]
fn a_meeting_called_off_elsewhere_lets_go_of_what_was_placed_meanwhile() {
    let mut first = Laptop::founded();
    first.accepted("joint");
    let meeting = first.called();
    let place = json!({"do": "place_on_agenda", "meeting": meeting, "matter": "A1"});
    for placed_first in [true, false] {
        let [mut one, mut other] = [first.clone(), first.second("bbbbbb", "李干事")];
        let (placing, cancelling) = if placed_first { (&mut one, &mut other) } else { (&mut other, &mut one) };
        placing.does(place.clone());
        cancelling.does(json!({"do": "cancel_meeting", "meeting": meeting}));
        comes_to([one, other], "deliberate/waiting", usize::from(!placed_first));
    }
}

#[test]
fn a_meeting_that_was_held_counts_though_it_was_called_off_elsewhere() {
    let mut first = Laptop::founded();
    let meeting = first.called();
    let mut second = first.second("bbbbbb", "李干事");
    first.does(json!({"do": "cancel_meeting", "meeting": meeting}));
    second.does(json!({"do": "open_meeting", "meeting": meeting}));
    second.does(json!({"do": "adjourn_meeting", "meeting": meeting}));
    first.meets(&mut second);
    assert_eq!(first.meeting(&meeting).state.code(), "adjourned");
    assert!(first.register.suspended().is_empty());
}

#[test]
fn adjourned_here_and_declined_there_it_stays_declined() {
    let [mut first, mut second] = two("joint");
    let meeting = first.in_session("A1");
    first.meets(&mut second);
    first.does(json!({"do": "decline_matter", "matter": "A1", "reason": "重复"}));
    second.does(json!({"do": "adjourn_meeting", "meeting": meeting}));
    let council = comes_to([first, second], "closed/declined", 0);
    assert!(council.matter("A1").to_tell);
}

#[test]
fn closed_twice_it_keeps_its_place_in_the_archive() {
    let mut first = Laptop::founded();
    first.work_done();
    let mut second = first.second("bbbbbb", "李干事");
    for laptop in [&mut first, &mut second] {
        laptop.does(json!({"do": "close_matter", "matter": "A1", "reason": "多次联系不上"}));
    }
    let council = comes_to([first, second], "closed/done", 1);
    assert_eq!(council.matter("A1").end.as_ref().unwrap().archive.as_deref(), Some("2026-A-G001"));
}

#[test]
fn a_raiser_who_was_not_content_opens_what_was_closed_elsewhere() {
    let mut first = Laptop::founded();
    first.work_done();
    let mut second = first.second("bbbbbb", "李干事");
    first.does(json!({"do": "close_matter", "matter": "A1", "reason": "多次联系不上"}));
    second.does(json!({"do": "follow_up", "matter": "A1", "reached": true, "solved": "no"}));
    let council = comes_to([first, second], "act/sent_back", 0);
    assert_eq!(council.matter("A1").end, None);
}

#[test]
fn a_good_follow_up_opens_nothing() {
    let mut first = Laptop::founded();
    first.work_done();
    let mut second = first.second("bbbbbb", "李干事");
    first.does(json!({"do": "close_matter", "matter": "A1", "reason": "多次联系不上"}));
    second.does(json!({"do": "follow_up", "matter": "A1", "reached": true, "solved": "yes"}));
    comes_to([first, second], "closed/done", 0);
}

#[test]
fn received_after_it_was_finished_a_task_stays_finished() {
    let [mut first, mut second] = two("immediate");
    first.task_for("A1");
    first.meets(&mut second);
    first.finished("T1");
    second.does(json!({"do": "receive_task", "task": "T1"}));
    comes_to([first, second], "evaluate/to_ask", 1);
}

#[test]
fn a_newer_program_makes_its_matter_read_only_here() {
    let mut council = Laptop::founded();
    council.raised();
    council.does(json!({"do": "add_person", "name": "赵强", "body": "B3"}));
    let unknown = r#"{"event":"matter_sung","tune":"茉莉花","of":["aaaaaa.2.0","aaaaaa.3.0"]}"#;
    council.record("sing_matter", vec![serde_json::from_str(unknown).unwrap()]);
    assert_eq!(council.refuses(json!({"do": "tell_raiser", "matter": "A1"})), "needs_newer_program");
    for person in ["P1", "赵强"] {
        let change = json!({"do": "change_person", "person": person, "phone": "1"});
        assert_eq!(council.refuses(change), "needs_newer_program");
    }
    let written = serde_json::to_string(&council.register.entries()[3].events[0]).unwrap();
    assert_eq!(written, unknown, "kept byte for byte");
    council.raised();
}
