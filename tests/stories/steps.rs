//! Every row of the table of stages.

use super::bench::{Laptop, json};

#[test]
fn a_raised_matter_is_new() {
    let mut council = Laptop::founded();
    let done = council.does(json!({"do": "raise_matter", "title": "东门路灯不亮", "channel": "mailbox"}));
    assert_eq!(done.events, ["matter_raised"]);
    assert_eq!(done.id, "2026-A001");
    assert_eq!(council.stands("A1"), "raise/new");
}

#[test]
fn an_accepted_matter_waits_for_deliberation() {
    for route in ["fast", "assigned", "joint", "top_level"] {
        let mut council = Laptop::founded();
        let matter = council.raised();
        let done = council.does(json!({"do": "accept_matter", "matter": matter, "route": route}));
        assert_eq!(done.events, ["matter_accepted"]);
        assert_eq!(council.stands(&matter), "deliberate/waiting", "{route}");
    }
}

#[test]
fn an_immediate_matter_goes_straight_to_work() {
    let mut council = Laptop::founded();
    let matter = council.accepted("immediate");
    assert_eq!(council.stands(&matter), "act/unassigned");
}

#[test]
fn immediate_and_fast_are_quick_and_the_others_in_depth_unless_said() {
    let mut council = Laptop::founded();
    for (route, depth) in [
        ("immediate", "quick"),
        ("fast", "quick"),
        ("assigned", "in_depth"),
        ("joint", "in_depth"),
        ("top_level", "in_depth"),
    ] {
        let matter = council.accepted(route);
        assert_eq!(council.matter(&matter).accepted.as_ref().unwrap().depth.code(), depth, "{route}");
    }
    let matter = council.raised();
    council.does(json!({"do": "accept_matter", "matter": matter, "route": "fast", "depth": "in_depth"}));
    assert_eq!(council.matter(&matter).accepted.as_ref().unwrap().depth.code(), "in_depth");
}

#[test]
fn a_matter_is_placed_taken_up_and_adopted() {
    let mut council = Laptop::founded();
    let matter = council.accepted("joint");
    let meeting = council.called();
    let done = council.does(json!({"do": "place_on_agenda", "meeting": meeting, "matter": matter}));
    assert_eq!(done.events, ["placed_on_agenda"]);
    assert_eq!(done.facts[0]["item"], 1);
    assert_eq!(council.stands(&matter), "deliberate/scheduled");
    council.does(json!({"do": "open_meeting", "meeting": meeting}));
    council.does(json!({"do": "take_up", "meeting": meeting, "item": 1}));
    assert_eq!(council.stands(&matter), "deliberate/in_discussion");
    let done =
        council.does(json!({"do": "resolve", "meeting": meeting, "item": 1, "outcome": "adopted", "text": "更换"}));
    assert_eq!(done.events, ["resolved"]);
    assert_eq!(council.stands(&matter), "act/unassigned");
}

#[test]
fn what_else_a_meeting_can_make_of_a_matter() {
    for (outcome, stands) in [
        ("deferred", "deliberate/waiting"),
        ("referred", "deliberate/referred"),
        ("not_adopted", "closed/not_adopted"),
        ("withdrawn", "closed/withdrawn"),
    ] {
        let mut council = Laptop::founded();
        let matter = council.settled(outcome);
        assert_eq!(council.stands(&matter), stands);
    }
}

#[test]
fn what_a_meeting_did_not_reach_waits_for_the_next_and_is_counted() {
    let mut council = Laptop::founded();
    let matter = council.accepted("joint");
    let meeting = council.in_session(&matter);
    let done = council.does(json!({"do": "adjourn_meeting", "meeting": meeting}));
    assert_eq!(done.facts[0]["unfinished"].as_array().unwrap().len(), 1);
    assert_eq!(council.stands(&matter), "deliberate/waiting");
    assert_eq!(council.matter(&matter).carried, 1);
    let next = council.called();
    council.does(json!({"do": "place_on_agenda", "meeting": next, "matter": matter}));
    assert_eq!(council.stands(&matter), "deliberate/scheduled");
}

#[test]
fn a_meeting_called_off_gives_its_matters_back() {
    let mut council = Laptop::founded();
    let matter = council.accepted("joint");
    let meeting = council.called();
    council.does(json!({"do": "place_on_agenda", "meeting": meeting, "matter": matter}));
    council.does(json!({"do": "cancel_meeting", "meeting": meeting, "reason": "台风"}));
    assert_eq!(council.stands(&matter), "deliberate/waiting");
    assert_eq!(council.matter(&matter).carried, 0, "no meeting passed it over");
}

#[test]
fn a_referred_matter_comes_back_to_an_agenda() {
    let mut council = Laptop::founded();
    let matter = council.settled("referred");
    let meeting = council.called();
    council.does(json!({"do": "place_on_agenda", "meeting": meeting, "matter": matter}));
    assert_eq!(council.stands(&matter), "deliberate/scheduled");
}

#[test]
fn a_quick_matter_may_be_worked_on_or_answered_at_once() {
    let mut council = Laptop::founded();
    let matter = council.accepted("fast");
    council.task_for(&matter);
    assert_eq!(council.stands(&matter), "act/in_progress");
    let matter = council.accepted("fast");
    council.does(json!({"do": "answer_matter", "matter": matter, "ending": "explained", "text": "路灯周五检修"}));
    assert_eq!(council.stands(&matter), "evaluate/to_ask");
}

#[test]
fn an_in_depth_matter_must_be_adopted_before_work_or_an_answer() {
    let mut council = Laptop::founded();
    let matter = council.accepted("joint");
    let task =
        json!({"do": "assign_task", "matter": matter, "lead": "property_company", "text": "换灯", "due": "2026-03-10"});
    assert_eq!(council.refuses(task.clone()), "not_resolved");
    let answer = json!({"do": "answer_matter", "matter": matter, "ending": "solved", "text": "好了"});
    assert_eq!(council.refuses(answer), "not_resolved");
    council.in_session(&matter);
    assert_eq!(council.refuses(task), "not_resolved");
}

#[test]
fn work_begins_waits_goes_on_and_ends() {
    let mut council = Laptop::founded();
    let matter = council.settled("adopted");
    let task = council.task_for(&matter);
    assert_eq!(task, "2026-A-T001");
    assert_eq!(council.stands(&matter), "act/in_progress");
    council.does(json!({"do": "receive_task", "task": task}));
    assert_eq!(council.task(&task).state.code(), "received");
    council.does(json!({"do": "report_progress", "task": task, "text": "等电力公司", "waits_for": "电力公司停电"}));
    assert_eq!(council.stands(&matter), "act/blocked");
    council.does(json!({"do": "report_progress", "task": task, "text": "还在等", "percent": 20}));
    assert_eq!(council.stands(&matter), "act/blocked", "a report that says nothing of it clears nothing");
    council.does(json!({"do": "report_progress", "task": task, "text": "已停电", "percent": 50, "waits_for": ""}));
    assert_eq!(council.stands(&matter), "act/in_progress");
    council.finished(&task);
    assert_eq!(council.stands(&matter), "evaluate/to_ask");
    council.does(json!({"do": "accept_task", "task": task}));
    assert_eq!(council.task(&task).state.code(), "accepted");
}

#[test]
fn the_last_open_task_decides_and_one_must_be_finished() {
    let mut council = Laptop::founded();
    let matter = council.settled("adopted");
    let (first, second) = (council.task_for(&matter), council.task_for(&matter));
    council.finished(&first);
    assert_eq!(council.stands(&matter), "act/in_progress");
    council.finished(&second);
    assert_eq!(council.stands(&matter), "evaluate/to_ask");
}

#[test]
fn a_returned_task_wants_a_new_lead() {
    let mut council = Laptop::founded();
    let matter = council.settled("adopted");
    let (first, second) = (council.task_for(&matter), council.task_for(&matter));
    council.finished(&first);
    assert_eq!(council.refuses(json!({"do": "return_task", "task": second})), "empty", "giving back needs a reason");
    council.does(json!({"do": "return_task", "task": second, "reason": "不归物业"}));
    assert_eq!(council.stands(&matter), "act/unassigned", "one is done, but the other wants a lead");
    let third = council.task_for(&matter);
    assert_eq!(council.stands(&matter), "act/in_progress");
    council.finished(&third);
    assert_eq!(council.stands(&matter), "evaluate/to_ask");
}

#[test]
fn every_returned_task_wants_its_own_new_lead() {
    let mut council = Laptop::founded();
    let matter = council.settled("adopted");
    for _ in 0..2 {
        let task = council.task_for(&matter);
        council.does(json!({"do": "return_task", "task": task, "reason": "人手不够"}));
    }
    let (first, second) = (council.task_for(&matter), council.task_for(&matter));
    council.does(json!({"do": "return_task", "task": first, "reason": "人手不够"}));
    council.does(json!({"do": "return_task", "task": second, "reason": "人手不够"}));
    let third = council.task_for(&matter);
    council.finished(&third);
    assert_eq!(council.stands(&matter), "act/unassigned", "one of the two still wants a lead");
    let fourth = council.task_for(&matter);
    council.finished(&fourth);
    assert_eq!(council.stands(&matter), "evaluate/to_ask");
}

#[test]
fn an_answer_ends_the_work_and_open_tasks_are_no_longer_needed() {
    let mut council = Laptop::founded();
    let matter = council.settled("adopted");
    let task = council.task_for(&matter);
    council.does(json!({"do": "answer_matter", "matter": matter, "ending": "solved", "text": "居民自己修好了"}));
    assert_eq!(council.stands(&matter), "evaluate/to_ask");
    assert_eq!(council.task(&task).state.code(), "dropped");
    assert_eq!(
        council.refuses(json!({"do": "finish_task", "task": task, "ending": "solved", "text": "好"})),
        "wrong_task_state"
    );
}

#[test]
fn a_good_follow_up_offers_closing() {
    let mut council = Laptop::founded();
    let matter = council.work_done();
    let done = council.does(json!({"do": "follow_up", "matter": matter, "reached": true, "solved": "partly",
        "satisfaction": "basically"}));
    assert_eq!(done.events, ["followed_up"]);
    assert_eq!(done.facts[0]["verdict"], "good");
    assert_eq!(council.stands(&matter), "evaluate/satisfied");
    let done = council.does(json!({"do": "close_matter", "matter": matter}));
    assert_eq!(done.facts[0]["archive"], "2026-A-G001");
    assert_eq!(council.stands(&matter), "closed/done");
    assert!(!council.matter(&matter).to_tell, "the follow-up has told the raiser");
}

#[test]
fn a_bad_follow_up_sends_it_back_in_the_same_act_and_is_counted() {
    for bad in [json!({"solved": "no", "satisfaction": "satisfied"}), json!({"satisfaction": "dissatisfied"})] {
        let mut council = Laptop::founded();
        let matter = council.work_done();
        let mut asked = json!({"do": "follow_up", "matter": matter, "reached": true});
        asked.as_object_mut().unwrap().extend(bad.as_object().unwrap().clone());
        let done = council.does(asked);
        assert_eq!(done.events, ["followed_up", "sent_back"]);
        assert_eq!(council.stands(&matter), "act/sent_back");
        assert_eq!(council.matter(&matter).sent_back, 1);
        let task = council.task_for(&matter);
        assert_eq!(council.stands(&matter), "act/in_progress");
        council.finished(&task);
        assert_eq!(council.stands(&matter), "evaluate/to_ask");
    }
}

#[test]
fn an_attempt_that_reached_nobody_is_counted_and_changes_nothing() {
    let mut council = Laptop::founded();
    let matter = council.work_done();
    for attempts in 1..=3 {
        let done = council.does(json!({"do": "follow_up", "matter": matter, "reached": false, "means": "phone"}));
        assert_eq!(done.facts[0]["verdict"], "not_reached");
        assert_eq!(council.stands(&matter), "evaluate/to_ask");
        assert_eq!(council.matter(&matter).follow_ups.iter().filter(|asked| !asked.reached).count(), attempts);
    }
    assert_eq!(council.refuses(json!({"do": "follow_up", "matter": matter, "reached": true})), "needs_answer");
}

#[test]
fn evaluation_leads_back_to_work() {
    let mut council = Laptop::founded();
    let matter = council.work_done();
    let task = council.task_for(&matter);
    assert_eq!(council.stands(&matter), "act/in_progress");
    council.finished(&task);
    council.does(json!({"do": "reopen_matter", "matter": matter, "reason": "又坏了"}));
    assert_eq!(council.stands(&matter), "act/unassigned");
    let task = council.task_for(&matter);
    council.does(json!({"do": "return_task", "task": task, "reason": "缺料"}));
    assert_eq!(council.stands(&matter), "act/unassigned", "what earlier rounds finished no longer counts");
}

#[test]
fn owners_decide_jointly_and_no_council_adopts_for_them() {
    let mut council = Laptop::founded();
    let matter = council.raised();
    council.does(json!({"do": "accept_matter", "matter": matter, "route": "joint", "decision": "owners_joint"}));
    let meeting = council.in_session(&matter);
    let adopt = json!({"do": "resolve", "meeting": meeting, "item": 1, "outcome": "adopted"});
    assert_eq!(council.refuses(adopt), "needs_owners_vote");
    council.does(json!({"do": "resolve", "meeting": meeting, "item": 1, "outcome": "deferred"}));
    assert_eq!(council.stands(&matter), "deliberate/waiting");
    let meeting = council.in_session(&matter);
    council
        .does(json!({"do": "resolve", "meeting": meeting, "item": 1, "outcome": "referred", "refer_to": "业主大会"}));
    assert_eq!(council.stands(&matter), "deliberate/referred");
}

#[test]
fn a_free_topic_for_the_owners_is_not_adopted_either() {
    let mut council = Laptop::founded();
    let meeting = council.called();
    council.does(json!({"do": "place_on_agenda", "meeting": meeting, "topic": "加装电梯", "decision": "owners_joint"}));
    council.does(json!({"do": "open_meeting", "meeting": meeting}));
    let adopt = json!({"do": "resolve", "meeting": meeting, "item": 1, "outcome": "adopted"});
    assert_eq!(council.refuses(adopt), "needs_owners_vote");
}

#[test]
fn steps_out_of_their_stage_are_refused() {
    let mut council = Laptop::founded();
    let new = council.raised();
    let done = council.done();
    let at_work = council.settled("adopted");
    for refused in [
        json!({"do": "accept_matter", "matter": done, "route": "joint"}),
        json!({"do": "accept_matter", "matter": at_work, "route": "joint"}),
        json!({"do": "decline_matter", "matter": at_work, "reason": "不办了"}),
        json!({"do": "merge_matter", "matter": done, "into": new}),
        json!({"do": "answer_matter", "matter": new, "ending": "solved", "text": "好了"}),
        json!({"do": "assign_task", "matter": new, "lead": "property_company", "text": "换灯", "due": "2026-03-10"}),
        json!({"do": "assign_task", "matter": done, "lead": "property_company", "text": "换灯", "due": "2026-03-10"}),
        json!({"do": "follow_up", "matter": at_work, "reached": false}),
        json!({"do": "close_matter", "matter": new, "reason": "算了"}),
        json!({"do": "reopen_matter", "matter": new}),
        json!({"do": "raise_level", "matter": done, "level": "sub_district", "reason": "难办"}),
        json!({"do": "change_matter", "matter": new, "due": "2026-04-01"}),
    ] {
        assert_eq!(council.refuses(refused.clone()), "wrong_stage", "{refused}");
    }
}
