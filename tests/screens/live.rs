//! The room of a meeting in session: how it is run by keys, and how it looks.

mod acts;
mod haste;
mod lines;
mod looks;

use mazha::domain::meeting::{Meeting, Note};
use mazha::text::Lang;
use serde_json::{Value, json};

use super::kit::{Council, Hand};

pub(super) const USUAL: (u16, u16) = (120, 40);

/// Who is at the table, in the order of the list: name in both languages, body, whether invited.
const PEOPLE: [(&str, &str, &str, bool); 7] = [
    ("林秀英", "Rose Lin", "residents_committee", true),
    ("赵国梁", "Gus Zhao", "property_company", true),
    ("孙桂芳", "Fern Sun", "owners_committee", true),
    ("王芳", "Fay Wang", "residents", true),
    ("张伟", "Will Zhang", "residents", true),
    ("李强", "Joe Li", "owners_committee", true),
    ("陈静", "Jean Chen", "building_head", false),
];

/// Topics and the minutes planned for them.
const TOPICS: [(&str, &str, u32); 4] = [
    ("停车位改造", "Rebuilding the parking", 40),
    ("东门路灯", "The lamps at the east gate", 15),
    ("电梯异响", "The noise in the lift", 20),
    ("楼道堆物", "Things left in the stairwell", 15),
];

fn say(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// A tripartite consultation, 13th of its series, opened at seven: half an hour ago.
pub(super) fn in_session(lang: Lang) -> Council {
    let mut c = called(lang);
    c.at("11-21 19:00", json!({"do": "open_meeting", "meeting": "1"}));
    c
}

/// The same, not opened yet.
pub(super) fn called(lang: Lang) -> Council {
    let mut c = Council::found(lang);
    for (zh, en, body, _) in PEOPLE {
        c.at("11-02 09:00", json!({"do": "add_person", "name": say(lang, zh, en), "body": body}));
    }
    let invite: Vec<String> = (1..=PEOPLE.iter().filter(|person| person.3).count()).map(|n| n.to_string()).collect();
    c.at("11-06 09:00", json!({"do": "convene_meeting", "kind": "tripartite", "title": say(lang, "三方协商会", "Tripartite consultation"),
        "at": "2026-11-21T19:00:00+08:00", "invite": invite, "series": say(lang, "凤凰议", "Phoenix talks"), "number": 13, "minutes": 90}));
    for (zh, en, minutes) in TOPICS {
        c.at(
            "11-06 09:05",
            json!({"do": "place_on_agenda", "meeting": "1", "topic": say(lang, zh, en), "minutes": minutes}),
        );
    }
    c
}

/// The same, with everybody invited there but the last, and the first item taken up.
pub(super) fn under_way(lang: Lang) -> Council {
    let mut c = in_session(lang);
    for (at, person) in [("19:01", "1"), ("19:01", "2"), ("19:02", "3"), ("19:02", "4"), ("19:06", "5")] {
        c.at(
            &format!("11-21 {at}"),
            json!({"do": "mark_attendance", "meeting": "1", "person": person, "state": "present"}),
        );
    }
    c.at("11-21 19:08", json!({"do": "take_up", "meeting": "1", "item": 1}));
    c
}

/// The same, half an hour later: thirty entries, a settled item, a task, hands up.
pub(super) fn in_full_swing(lang: Lang) -> Council {
    let mut c = under_way(lang);
    let mut minute = 8;
    let mut note = |c: &mut Council, mut fields: Value| {
        minute += usize::from(fields["kind"] != "amendment");
        fields["do"] = json!("note");
        fields["meeting"] = json!("1");
        c.at(&format!("11-21 19:{minute:02}"), fields);
    };
    let words = [
        say(
            lang,
            "东侧花坛拆掉以后能多出二十四个车位，但是大树要留下来。",
            "Without the flower bed there is room for twenty-four cars, but the big tree must stay.",
        ),
        say(
            lang,
            "晚上十点以后车位不够，救护车都开不进来。",
            "After ten at night there is no place left; even an ambulance cannot get in.",
        ),
        say(lang, "费用怎么出？先说清楚。", "Who pays? Say that first."),
    ];
    note(
        &mut c,
        json!({"kind": "explanation", "speaker": "2", "text": say(lang, "方案有两个：只划线，或者拆花坛再划线。", "There are two plans: only new lines, or lines and no flower bed.")}),
    );
    for at in 0..12 {
        note(&mut c, json!({"kind": "remark", "speaker": (at % 5 + 1).to_string(), "text": words[at % 3]}));
    }
    note(
        &mut c,
        json!({"kind": "motion", "speaker": "4", "text": say(lang, "花坛保留一半，新增十二个车位，先试三个月。", "Keep half of the flower bed, add twelve places, try it for three months.")}),
    );
    note(
        &mut c,
        json!({"kind": "amendment", "speaker": "5", "text": say(lang, "试行改为六个月。", "Try it for six months.")}),
    );
    note(
        &mut c,
        json!({"kind": "position", "speaker": "2", "body": "property_company", "text": say(lang, "支持", "We agree"), "undertakes": say(lang, "划线费用由物业承担", "the company pays for the lines")}),
    );
    note(
        &mut c,
        json!({"kind": "reservation", "speaker": "3", "text": say(lang, "树根会不会受影响，要请园林看过再动工。", "Somebody who knows trees has to look at the roots first.")}),
    );
    note(
        &mut c,
        json!({"kind": "consensus", "text": say(lang, "先划线，花坛保留一半，试行六个月。", "New lines first, half of the bed stays, six months of trial.")}),
    );
    c.at("11-21 19:26", json!({"do": "resolve", "meeting": "1", "item": 1, "outcome": "adopted", "text": say(lang, "按修正后的动议试行六个月。", "As amended, for six months.")}));
    c.at("11-21 19:26", json!({"do": "assign_task", "meeting": "1", "item": 1, "lead": "property_company", "text": say(lang, "东侧车位重新划线", "Paint the lines on the east side"), "due": "2026-12-05"}));
    c.at("11-21 19:27", json!({"do": "take_up", "meeting": "1", "item": 2}));
    for (at, text) in [("19:27", words[2]), ("19:28", words[1]), ("19:28", words[0])] {
        c.at(
            &format!("11-21 {at}"),
            json!({"do": "note", "meeting": "1", "kind": "remark", "speaker": "1", "text": text}),
        );
    }
    c.at("11-21 19:28", json!({"do": "give_floor", "meeting": "1", "person": "4"}));
    c.at("11-21 19:29", json!({"do": "raise_hand", "meeting": "1", "person": "3"}));
    c.at("11-21 19:29", json!({"do": "raise_hand", "meeting": "1", "person": "5", "stance": "against"}));
    c
}

/// Somebody in the room.
pub(super) fn in_room(council: Council, lang: Lang, size: (u16, u16)) -> Hand {
    let mut hand = Hand::before(council, lang, size);
    hand.keys("3<Enter>l");
    hand
}

/// The meeting as the record has it.
pub(super) fn meeting(hand: &Hand) -> &Meeting {
    hand.council.register.meetings().next().expect("a meeting")
}

/// The latest entry of the minutes.
#[track_caller]
pub(super) fn latest(hand: &Hand) -> &Note {
    let note = meeting(hand).notes.last().expect("an entry");
    hand.council.register.note(*note).expect("known")
}

/// The name of whoever said it.
pub(super) fn speaker(hand: &Hand) -> &str {
    let speaker = latest(hand).speaker.and_then(|person| hand.council.register.person(person));
    speaker.map_or("", |person| &person.name)
}
