//! The council that most screens are looked at with.

use mazha::text::Lang;
use serde_json::{Value, json};

use super::kit::Council;

/// What happens in a council, to be carried out in the order of time.
#[derive(Default)]
pub(crate) struct Acts(Vec<(&'static str, Value)>);

impl Acts {
    /// This happens at a time of day given as `11-03 09:12`.
    pub(crate) fn at(&mut self, when: &'static str, command: Value) {
        self.0.push((when, command));
    }

    /// Founds a council in which all of it happens.
    pub(crate) fn carry_out(mut self, lang: Lang) -> Council {
        let mut council = Council::found(lang);
        self.0.sort_by_key(|(when, _)| *when);
        for (when, command) in self.0 {
            council.at(when, command);
        }
        council
    }
}

/// A council in the middle of its work.
pub(crate) fn busy(lang: Lang) -> Council {
    busy_acts(lang).carry_out(lang)
}

/// Something in each step, something late, somebody to tell.
pub(crate) fn busy_acts(lang: Lang) -> Acts {
    let say = |zh: &'static str, en: &'static str| match lang {
        Lang::Zh => zh,
        Lang::En => en,
    };
    let mut c = Acts::default();
    c.at("11-02 09:00", json!({"do": "add_person", "name": say("林秀英", "Rose Lin"), "body": "residents_committee", "role": say("书记", "Party secretary")}));
    c.at("11-02 09:01", json!({"do": "add_person", "name": say("赵国梁", "Gus Zhao"), "body": "property_company", "role": say("项目经理", "Manager")}));
    c.at("11-02 09:02", json!({"do": "add_person", "name": say("孙桂芳", "Fern Sun"), "body": "owners_committee", "role": say("主任", "Chair")}));

    c.at("11-03 09:12", json!({"do": "raise_matter", "title": say("东门路灯不亮", "The lamp at the east gate is dark"), "channel": "mailbox", "raised_by": say("周阿姨", "Auntie Zhou"), "place": say("东门", "East gate"), "category": "WT", "households": 36, "detail": say("东门口的三盏路灯都不亮，老人晚上回来看不清台阶。上周已经有两位老人绊倒，请尽快修。", "All three lamps at the east gate are dark, and at night old people cannot see the steps. Two of them stumbled last week.")}));
    c.at("11-03 10:00", json!({"do": "accept_matter", "matter": "1", "route": "joint", "depth": "quick"}));
    c.at("11-03 10:05", json!({"do": "assign_task", "matter": "1", "lead": "property_company", "text": say("更换东门三盏路灯的灯头和线路", "Replace the heads and the wiring of the three lamps"), "due": "2026-11-16"}));
    c.at("11-04 08:30", json!({"do": "receive_task", "task": "1"}));
    c.at("11-10 16:20", json!({"do": "report_progress", "task": "1", "text": say("灯头已到货，等电工排期", "The heads have come; waiting for the electrician"), "percent": 40, "waits_for": say("电工", "the electrician")}));

    c.at("11-05 14:00", json!({"do": "raise_matter", "title": say("小区东侧停车位改造，拆除花坛新增二十四个车位并重新划线的意见征集", "Rebuilding the parking on the east side: take out the flower bed, add twenty-four places and paint the lines anew"), "channel": "bench", "raised_by": say("老吴", "Old Wu"), "flags": ["common_parts"]}));
    c.at(
        "11-05 15:00",
        json!({"do": "accept_matter", "matter": "2", "route": "joint", "depth": "in_depth", "due": "2026-12-21"}),
    );
    c.at("11-06 09:00", json!({"do": "convene_meeting", "kind": "tripartite", "title": say("十一月三方协商会", "Tripartite consultation, November"), "at": "2026-11-21T19:00:00+08:00", "place": say("党群服务中心二楼", "Service centre, upstairs"), "invite": ["1", "2", "3"]}));
    c.at("11-06 09:05", json!({"do": "place_on_agenda", "meeting": "1", "matter": "2", "minutes": 40}));

    c.at("11-07 11:00", json!({"do": "raise_matter", "title": say("3号楼电梯异响", "A noise in the lift of building 3"), "channel": "hotline", "priority": "urgent"}));
    c.at("11-09 11:30", json!({"do": "accept_matter", "matter": "3", "route": "joint", "depth": "quick"}));

    c.at("11-08 10:00", json!({"do": "raise_matter", "title": say("垃圾桶点位太远", "The bins are too far away"), "channel": "visit", "raised_by": say("陈师傅", "Mr Chen")}));
    c.at("11-08 10:30", json!({"do": "accept_matter", "matter": "4", "route": "fast", "depth": "quick"}));
    c.at("11-09 09:00", json!({"do": "answer_matter", "matter": "4", "ending": "explained", "text": say("已说明点位由街道统一设置", "Explained that the sub-district sets the places")}));

    c.at("11-12 08:00", json!({"do": "raise_matter", "title": say("想要一间免费棋牌室", "A free room for cards"), "channel": "small_wish", "raised_by": say("老马", "Old Ma")}));
    c.at("11-12 09:00", json!({"do": "decline_matter", "matter": "5", "reason": say("活动室已可免费使用", "The activity room is free already")}));

    c.at(
        "11-20 18:00",
        json!({"do": "raise_matter", "title": say("楼道堆物", "Things left in the stairwell"), "channel": "patrol"}),
    );
    c.at("11-21 08:00", json!({"do": "raise_matter", "title": say("宠物粪便没人清理", "Nobody clears up after the dogs"), "channel": "wechat", "raised_by": say("小林", "Lin")}));
    c
}
