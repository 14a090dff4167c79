//! How matters end, what their raisers are owed then, and how every end is opened again.

use super::bench::{Laptop, json};

#[test]
fn raising_and_deliberation_have_two_side_doors() {
    let mut council = Laptop::founded();
    let other = council.raised();
    for given in [Laptop::raised as fn(&mut Laptop) -> String, |council| council.accepted("joint")] {
        let matter = given(&mut council);
        council.does(json!({"do": "decline_matter", "matter": matter, "reason": "不归社区管", "refer_to": "交警"}));
        assert_eq!(council.stands(&matter), "closed/declined");
        assert_eq!(council.matter(&matter).end.as_ref().unwrap().refer_to.as_deref(), Some("交警"));

        let matter = given(&mut council);
        council.does(json!({"do": "merge_matter", "matter": matter, "into": other}));
        assert_eq!(council.stands(&matter), "closed/merged");
    }
}

#[test]
fn a_referred_matter_is_closed_with_a_reason_as_passed_on() {
    let mut council = Laptop::founded();
    let matter = council.settled("referred");
    assert_eq!(council.refuses(json!({"do": "close_matter", "matter": matter})), "needs_reason");
    council.does(json!({"do": "close_matter", "matter": matter, "reason": "街道已受理"}));
    assert_eq!(council.stands(&matter), "closed/passed_on");
    assert_eq!(council.matter(&matter).end.as_ref().unwrap().refer_to.as_deref(), Some("街道"), "who has it now");
}

#[test]
fn closing_without_a_good_follow_up_needs_a_reason() {
    let mut council = Laptop::founded();
    let matter = council.work_done();
    assert_eq!(council.refuses(json!({"do": "close_matter", "matter": matter, "reason": " "})), "needs_reason");
    let done = council.does(json!({"do": "close_matter", "matter": matter, "reason": "多次联系不上"}));
    assert_eq!(done.facts[0]["archive"], "2026-A-G001");
    assert_eq!(council.stands(&matter), "closed/done");
}

#[test]
fn every_end_can_be_opened_again() {
    let mut council = Laptop::founded();
    let matter = council.done();
    council.does(json!({"do": "reopen_matter", "matter": matter}));
    assert_eq!(council.stands(&matter), "act/unassigned");

    let other = council.raised();
    let declined = council.raised();
    council.does(json!({"do": "decline_matter", "matter": declined, "reason": "重复"}));
    let merged = council.raised();
    council.does(json!({"do": "merge_matter", "matter": merged, "into": other}));
    let passed_on = council.settled("referred");
    council.does(json!({"do": "close_matter", "matter": passed_on, "reason": "街道已受理"}));
    for matter in [declined, merged, passed_on, council.settled("not_adopted"), council.settled("withdrawn")] {
        council.does(json!({"do": "reopen_matter", "matter": matter, "reason": "有新情况"}));
        assert_eq!(council.stands(&matter), "raise/new");
        assert!(council.matter(&matter).end.is_none() && !council.matter(&matter).to_tell);
        assert_eq!(council.matter(&matter).due, None);
    }
    assert!(council.matter(&other).merged.is_empty(), "it has gone its own way again");
}

#[test]
fn every_side_exit_owes_the_raiser_an_answer() {
    let mut council = Laptop::founded();
    let other = council.raised();
    let declined = council.raised();
    council.does(json!({"do": "decline_matter", "matter": declined, "reason": "重复"}));
    let merged = council.raised();
    council.does(json!({"do": "merge_matter", "matter": merged, "into": other}));
    let passed_on = council.settled("referred");
    council.does(json!({"do": "close_matter", "matter": passed_on, "reason": "街道已受理"}));
    for matter in [declined, merged, passed_on, council.settled("not_adopted"), council.settled("withdrawn")] {
        assert!(council.matter(&matter).to_tell, "{}", council.stands(&matter));
        council.does(json!({"do": "post_notice", "about": matter, "kind": "result", "days": 3}));
        assert!(council.matter(&matter).to_tell, "a named raiser is told, not posted at");
        council.does(json!({"do": "tell_raiser", "matter": matter, "means": "phone"}));
        assert!(!council.matter(&matter).to_tell);
    }
}

#[test]
fn an_anonymous_raiser_is_told_by_a_notice() {
    let mut council = Laptop::founded();
    let matter = council.does(json!({"do": "raise_matter", "title": "楼道堆物", "channel": "mailbox"})).id;
    council.does(json!({"do": "post_notice", "about": matter, "kind": "result", "days": 3}));
    council.does(json!({"do": "decline_matter", "matter": matter, "reason": "已清理"}));
    assert!(council.matter(&matter).to_tell, "a notice from before says nothing of the end");
    council.does(json!({"do": "post_notice", "about": matter, "kind": "result", "days": 3}));
    assert!(!council.matter(&matter).to_tell);
}
