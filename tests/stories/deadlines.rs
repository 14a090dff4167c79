//! Deadlines and periods, reckoned by hand from the published calendars.

use chrono::NaiveDate;
use mazha::domain::register::Register;
use mazha::domain::time::day_of;

use super::bench::{Laptop, instant, json};

fn due(council: &mut Laptop, route: &str) -> String {
    let matter = council.accepted(route);
    council.matter(&matter).due.unwrap().to_string()
}

/// 2 March 2026 is a Monday, and March has no holidays.
#[test]
fn every_route_grants_its_time() {
    let mut council = Laptop::founded();
    assert_eq!(due(&mut council, "immediate"), "2026-03-03T09:00:00+08:00", "24 hours");
    assert_eq!(due(&mut council, "fast"), "2026-03-05", "3 working days");
    assert_eq!(due(&mut council, "assigned"), "2026-03-09", "5 working days");
    assert_eq!(due(&mut council, "joint"), "2026-03-16", "10 working days");
    assert_eq!(due(&mut council, "top_level"), "2026-03-23", "15 working days");
}

/// Fri 13 works, Sat 14 makes up, Sun 15 to Mon 23 February rest, Tue 24 works.
#[test]
fn working_days_step_over_a_holiday_and_count_the_day_that_makes_up_for_it() {
    let mut council = Laptop::founded();
    council.at("2026-02-12T16:00:00+08:00");
    assert_eq!(due(&mut council, "fast"), "2026-02-24");
    assert_eq!(due(&mut council, "assigned"), "2026-02-26");
}

/// The day begins in the council's zone: 23:30 UTC on 1 March is half past seven on the 2nd.
#[test]
fn days_are_counted_in_the_councils_zone() {
    let mut council = Laptop::founded();
    council.at("2026-03-01T23:30:00+00:00");
    assert_eq!(due(&mut council, "fast"), "2026-03-05");
}

/// Wed 30, Thu 31 December, then Fri 1, Mon 4, Tue 5 January, as nothing is known of 2027 but its weekends.
#[test]
fn a_year_not_yet_announced_makes_the_date_provisional() {
    let mut council = Laptop::founded();
    council.at("2026-12-29T09:00:00+08:00");
    let matter = council.raised();
    let done = council.does(json!({"do": "accept_matter", "matter": matter, "route": "assigned"}));
    assert_eq!(done.warnings, ["calendar_missing"]);
    let matter = council.matter(&matter);
    assert_eq!(matter.due.unwrap().to_string(), "2027-01-05");
    assert_eq!(matter.accepted.as_ref().unwrap().missing_years, [2027]);
}

#[test]
fn a_given_deadline_counts_and_a_past_one_is_remarked_on() {
    let mut council = Laptop::founded();
    let matter = council.raised();
    let done = council.does(json!({"do": "accept_matter", "matter": matter, "route": "joint", "due": "2026-03-01"}));
    assert_eq!(done.warnings, ["due_in_past"]);
    let matter = council.matter(&matter);
    assert!(matter.is_overdue(instant("2026-03-02T00:00:00+08:00")));
    assert!(!matter.is_overdue(instant("2026-03-01T23:59:59+08:00")), "a day is over at its end");
}

#[test]
fn what_is_done_is_no_longer_overdue() {
    let mut council = Laptop::founded();
    let matter = council.work_done();
    assert!(!council.matter(&matter).is_overdue(instant("2027-01-01T00:00:00+08:00")));
}

#[test]
fn the_day_of_posting_is_not_counted_and_a_last_day_of_rest_moves_on() {
    let mut council = Laptop::founded();
    let matter = council.raised();
    for (now, days, until) in [
        ("2026-03-02T10:00:00+08:00", 7, "2026-03-09"),
        // 8 March is a Sunday.
        ("2026-03-05T10:00:00+08:00", 3, "2026-03-09"),
        // 4 to 6 April is Qingming.
        ("2026-04-01T10:00:00+08:00", 3, "2026-04-07"),
    ] {
        council.at(now);
        let notice = council.does(json!({"do": "post_notice", "about": matter, "kind": "result", "days": days})).id;
        let notice = council.notice(&notice);
        assert_eq!(notice.until.to_string(), until);
        assert!(notice.is_posted(instant(&format!("{until}T23:59:00+08:00"))), "its last day counts to the end");
    }
    // 30 + 3 is Saturday 2 January of a year not yet announced.
    council.at("2026-12-30T10:00:00+08:00");
    let done = council.does(json!({"do": "post_notice", "about": matter, "kind": "result", "days": 3}));
    assert_eq!(done.warnings, ["calendar_missing"]);
    assert_eq!(council.notice(&done.id).until.to_string(), "2027-01-04");
}

#[test]
fn a_task_is_extended_only_to_later() {
    let mut council = Laptop::founded();
    let matter = council.accepted("immediate");
    let task = council.task_for(&matter);
    let to =
        |due: &str| json!({"do": "extend_task", "task": "T1", "due": due, "reason": "等材料", "approved_by": "王书记"});
    for due in ["2026-03-10", "2026-03-09", "2026-03-10T18:00:00+08:00"] {
        assert_eq!(council.refuses(to(due)), "not_later", "{due}: the day of the old one runs to its end");
    }
    let done = council.does(to("2026-03-11T09:00:00+08:00"));
    assert_eq!(done.events, ["task_extended"]);
    let task = council.task(&task);
    assert_eq!(task.due.to_string(), "2026-03-11T09:00:00+08:00");
    assert_eq!(task.extensions[0].from.to_string(), "2026-03-10");
    assert_eq!(task.extensions[0].approved_by, "王书记");
}

#[test]
fn dates_at_the_ends_of_the_calendar_are_taken_as_they_are() {
    let mut council = Laptop::founded();
    let matter = council.raised();
    council.does(json!({"do": "accept_matter", "matter": matter, "route": "joint", "due": "9999-12-31"}));
    let at = "+262142-12-31T23:59:59Z";
    council.does(json!({"do": "convene_meeting", "kind": "tripartite", "title": "会", "at": at, "invite": []}));
    let task = json!({"do": "assign_task", "matter": matter, "lead": "B1", "text": "换灯", "due": "12026-03-10"});
    let fields = task.as_object().unwrap().iter().filter(|(name, _)| *name != "do");
    let fields: serde_json::Map<_, _> = fields.map(|(name, value)| (name.clone(), value.clone())).collect();
    let read = mazha::domain::command::Command::read("assign_task", serde_json::Value::Object(fields)).unwrap();
    assert!(read.is_err(), "years have four digits, as in RFC 3339");
}

#[test]
fn the_record_can_be_read_as_of_any_day() {
    let mut council = Laptop::founded();
    let matter = council.accepted("immediate");
    council.at("2026-03-04T10:00:00+08:00");
    let task = council.task_for(&matter);
    council.at("2026-03-06T10:00:00+08:00").finished(&task);
    let as_of = |day: &str| {
        let day: NaiveDate = day.parse().unwrap();
        let entries = council.register.entries().iter().filter(|entry| day_of(entry.ts) <= day).cloned().collect();
        Laptop { register: Register::fold(entries), ..council.clone() }.stands(&matter)
    };
    assert_eq!(as_of("2026-03-03"), "act/unassigned");
    assert_eq!(as_of("2026-03-05"), "act/in_progress");
    assert_eq!(as_of("2026-03-06"), "evaluate/to_ask");
}
