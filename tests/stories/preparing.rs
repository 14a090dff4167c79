//! A meeting as it is prepared: its agenda filled at once, put in order step by step, and who is asked to come.

use mazha::domain::code::MeetingKind;
use mazha::domain::meeting::{Meeting, Proposal, Shift};

use super::bench::{Laptop, instant, json};
use super::sittings::{mark, sitting};

/// Called for two weeks after the sitting, on the morning after it.
fn next_time(council: &mut Laptop) {
    council.does(json!({"do": "adjourn_meeting", "meeting": "M1"}));
    council.at("2026-03-06T09:00:00+08:00").does(json!({"do": "convene_meeting", "kind": "tripartite",
        "title": "下一次", "at": "2026-03-19T19:00:00+08:00", "invite": []}));
}

/// The items of an agenda, by topic or by the number of the matter, with their minutes.
fn agenda(council: &Laptop, meeting: &str) -> Vec<(String, Option<u32>)> {
    let about = |matter| council.register.id(matter);
    let items = council.meeting(meeting).outline().into_iter().map(|placed| placed.item);
    items.map(|item| (item.matter.map_or_else(|| item.topic.clone().unwrap(), about), item.minutes)).collect()
}

fn invited(council: &Laptop, meeting: &str) -> Vec<String> {
    council.meeting(meeting).invite.iter().map(|person| council.register.id(*person)).collect()
}

#[test]
fn an_agenda_is_filled_in_one_act_and_emptied_by_one_undo() {
    let mut council = sitting();
    let (first, second) = (council.accepted("joint"), council.accepted("fast"));
    next_time(&mut council);
    let fill = json!({"do": "fill_agenda", "meeting": "M2", "matters": [second, first, second],
        "topics": ["春节慰问", "电梯"], "minutes": 5});
    let done = council.does(fill);
    assert_eq!(done.events, ["placed_on_agenda"; 4]);
    // The lift was left over by the sitting, planned for half an hour there.
    let expected = [("电梯", 30), (second.as_str(), 5), (first.as_str(), 5), ("春节慰问", 5)];
    assert_eq!(agenda(&council, "M2"), expected.map(|(about, minutes)| (about.to_owned(), Some(minutes))));
    assert_eq!(council.stands(&first), "deliberate/scheduled");
    council.does(json!({"do": "undo"}));
    assert!(agenda(&council, "M2").is_empty());
    assert_eq!(council.stands(&first), "deliberate/waiting");
}

#[test]
fn what_was_left_over_is_carried_over_whole() {
    let mut council = sitting();
    council.does(json!({"do": "resolve", "meeting": "M1", "item": 2, "outcome": "adopted"}));
    next_time(&mut council);
    let carry = json!({"do": "fill_agenda", "meeting": "M2", "left_over": true});
    council.does(carry.clone());
    assert_eq!(agenda(&council, "M2"), [("停车".to_owned(), Some(20)), ("电梯".to_owned(), Some(30))]);
    assert_eq!(council.refuses(carry), "nothing_changes", "nothing more is left");
    assert_eq!(council.refuses(json!({"do": "fill_agenda", "meeting": "M2"})), "one_of");
}

#[test]
fn of_an_agenda_filled_at_once_all_or_nothing_is_placed() {
    let mut council = Laptop::founded();
    let (waits, new) = (council.accepted("joint"), council.raised());
    let meeting = council.called();
    let fill = json!({"do": "fill_agenda", "meeting": meeting, "matters": [waits, new]});
    assert_eq!(council.refuses(fill), "wrong_stage");
    assert_eq!(council.stands(&waits), "deliberate/waiting");
}

/// The order after a step, as `item` or `item<above`; `-` where there is no such step.
fn after(meeting: &Meeting, item: u32, shift: Shift) -> String {
    let Some(order) = meeting.shifted(item, shift) else { return "-".to_owned() };
    let shown = order.iter().map(|place| match place.under {
        Some(above) => format!("{}<{above}", place.item),
        None => place.item.to_string(),
    });
    shown.collect::<Vec<_>>().join(" ")
}

#[test]
fn an_item_goes_step_by_step_with_all_that_stands_under_it() {
    let mut council = Laptop::founded();
    let called = council.called();
    for topic in ["一", "二", "三", "四", "五"] {
        council.does(json!({"do": "place_on_agenda", "meeting": called, "topic": topic}));
    }
    council.does(json!({"do": "order_agenda", "meeting": called, "order":
        [{"item": 1}, {"item": 2, "under": 1}, {"item": 3, "under": 1}, {"item": 4}, {"item": 5}]}));
    let meeting = council.meeting(&called);
    assert_eq!(after(meeting, 4, Shift::Up), "4 1 2<1 3<1 5");
    assert_eq!(after(meeting, 1, Shift::Down), "4 1 2<1 3<1 5");
    assert_eq!(after(meeting, 3, Shift::Up), "1 3<1 2<1 4 5");
    assert_eq!(after(meeting, 3, Shift::Down), "1 2<1 4 3<4 5", "from the end on to the next");
    assert_eq!(after(meeting, 4, Shift::In), "1 2<1 3<1 4<1 5");
    assert_eq!(after(meeting, 2, Shift::Out), "1 2 3<2 4 5", "nothing on the page moves");
    assert_eq!(after(meeting, 3, Shift::Out), "1 2<1 3 4 5");
    for (item, shift) in
        [(1, Shift::Up), (5, Shift::Down), (2, Shift::Up), (1, Shift::In), (2, Shift::In), (4, Shift::Out)]
    {
        assert_eq!(after(meeting, item, shift), "-", "{item} {shift:?}");
    }
    assert_eq!(after(meeting, 9, Shift::Up), "-");
}

#[test]
fn people_are_asked_by_body_by_last_time_and_by_name() {
    let mut council = sitting();
    council.does(json!({"do": "add_person", "name": "李委员", "body": "B2"}));
    council.does(json!({"do": "add_person", "name": "周委员", "body": "B2", "until": "2026-03-10"}));
    council.does_all([mark("P2", "left"), mark("P3", "excused")]);
    next_time(&mut council);
    let invite = |fields: &str| -> mazha::domain::command::Command {
        let mut command: serde_json::Value = serde_json::from_str(fields).unwrap();
        command["do"] = json!("invite");
        command["meeting"] = json!("M2");
        super::bench::command(command)
    };
    assert_eq!(council.decide(&invite("{}")).unwrap_err().code(), "one_of");
    let last = council.does(json!({"do": "invite", "meeting": "M2", "as_last": true}));
    assert_eq!(invited(&council, "M2"), ["A-P001", "A-P002"], "who was excused did not come");
    assert_eq!(last.warnings, ["body_not_invited"], "nobody speaks for the property company");
    council.does(json!({"do": "invite", "meeting": "M2", "bodies": ["owners_committee"], "people": ["孙经理"]}));
    assert_eq!(invited(&council, "M2"), ["A-P001", "A-P002", "A-P004", "A-P003"], "a term that ends before is over");
    let without = council.does(json!({"do": "invite", "meeting": "M2", "without": ["P2"]}));
    assert_eq!(
        (invited(&council, "M2"), without.warnings),
        (vec!["A-P001".into(), "A-P004".into(), "A-P003".into()], vec![])
    );
    assert_eq!(council.refuses(json!({"do": "invite", "meeting": "M2", "without": ["P2"]})), "nothing_changes");
    council.does(json!({"do": "undo"}));
    assert_eq!(invited(&council, "M2").len(), 4);
}

#[test]
fn a_meeting_is_proposed_as_the_last_of_its_kind_was() {
    let mut council = sitting();
    let kind = |council: &Laptop, now| Proposal::kind(&council.register, instant(now)).map(MeetingKind::code);
    assert_eq!(Proposal::kind(&Laptop::founded().register, council.now), None);
    council.does(json!({"do": "adjourn_meeting", "meeting": "M1"}));
    assert_eq!(kind(&council, "2026-03-06T09:00:00+08:00"), Some("tripartite"), "the last one held");
    council.does(
        json!({"do": "convene_meeting", "kind": "spark_meeting", "title": "火花", "series": "火花", "number": 12,
        "at": "2026-03-06T18:30:00+08:00", "place": "红色驿站", "chair": "P1", "invite": ["P2"]}),
    );
    council.at("2026-03-06T18:30:00+08:00").does(json!({"do": "open_meeting", "meeting": "M2"}));
    council.does(json!({"do": "adjourn_meeting", "meeting": "M2"}));
    council.does(
        json!({"do": "convene_meeting", "kind": "tripartite", "title": "三方", "at": "2026-03-09T19:00:00+08:00",
        "invite": []}),
    );
    council.at("2026-03-09T19:00:00+08:00").does(json!({"do": "open_meeting", "meeting": "M3"}));
    assert_eq!(kind(&council, "2026-03-13T09:00:00+08:00"), Some("tripartite"));
    assert_eq!(kind(&council, "2026-03-14T09:00:00+08:00"), Some("spark_meeting"), "its week is over");
    let proposed = Proposal::of(&council.register, MeetingKind::SparkMeeting, instant("2026-03-10T09:00:00+08:00"));
    assert_eq!((proposed.series.as_deref(), proposed.number), (Some("火花"), Some(13)));
    assert_eq!(proposed.at, Some(instant("2026-03-13T18:30:00+08:00")), "a week later, at the same hour");
    assert_eq!(proposed.place.as_deref(), Some("红色驿站"));
    assert_eq!(proposed.chair.map(|person| council.register.id(person)), Some("A-P001".to_owned()));
    // Of the residents' committee, which is invited to it, nobody came; nobody was marked, so those asked are asked again.
    let asked: Vec<_> = proposed.invite.iter().map(|person| council.register.id(*person)).collect();
    assert_eq!(asked, ["A-P002", "A-P001"]);
    let late = Proposal::of(&council.register, MeetingKind::SparkMeeting, instant("2026-03-20T09:00:00+08:00"));
    assert_eq!(late.at, Some(instant("2026-03-21T18:30:00+08:00")), "tomorrow at the earliest");
    let clinic = Proposal::of(&council.register, MeetingKind::Clinic, instant("2026-03-20T09:00:00+08:00"));
    assert_eq!((clinic.at, clinic.series.clone()), (None, None));
    assert_eq!(clinic.invite.len(), 1, "the residents' committee; no party organisation and no expert is at the table");
}
