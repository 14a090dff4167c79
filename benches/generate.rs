//! A council of any size for measuring: matters carried through the four steps by the rules themselves.

use chrono::TimeDelta;
use mazha::domain::entry::Entry;
use serde_json::json;

use crate::script::Script;

const TITLES: [&str; 8] = [
    "东门路灯不亮",
    "加装电梯费用怎么分摊",
    "充电棚选址",
    "楼道堆放杂物",
    "广场舞音量扰民",
    "地下车库积水",
    "一楼下水返溢",
    "消防通道被占",
];
const CHANNELS: [&str; 5] = ["wechat", "hotline", "visit", "mailbox", "patrol"];

/// The acts of a council with this many matters, about four a matter over ten years; one matter in eight is still open.
#[must_use]
pub(crate) fn entries(matters: usize) -> Vec<Entry> {
    let mut script = Script::founded();
    let start = script.now;
    let pace = TimeDelta::minutes(10 * 365 * 24 * 60) / i32::try_from(matters.max(1)).unwrap_or(i32::MAX);
    for n in 0..matters {
        script.now = start + pace * i32::try_from(n).unwrap_or(i32::MAX);
        carry(&mut script, n);
    }
    script.register.entries().to_vec()
}

/// Carries one matter as far as its number says.
fn carry(script: &mut Script, n: usize) {
    let title = format!("{}号楼{}（第{}次反映）", n % 40 + 1, TITLES[n % TITLES.len()], n / 97 + 1);
    let matter = script.play(&json!({
        "do": "raise_matter", "title": title, "channel": CHANNELS[n % CHANNELS.len()], "raised_by": "李秀英",
        "place": format!("榆荫里{}号楼2单元", n % 40 + 1), "category": "EN03", "households": n % 60 + 1,
        "detail": "多位居民在群里反映，网格员现场看过，情况属实，需要居委会、业委会和物业一起商量。",
    }));
    if n % 16 == 15 {
        return;
    }
    script.play(&json!({"do": "accept_matter", "matter": matter, "route": "fast"}));
    if n % 16 == 7 {
        script.play(&json!({"do": "assign_task", "matter": matter, "lead": "property_company",
            "text": "三日内到现场处理并回复", "due": "2030-01-01"}));
        return;
    }
    script.play(
        &json!({"do": "answer_matter", "matter": matter, "ending": "solved", "text": "已安排维修班当天处理完毕。"}),
    );
    script.play(&json!({"do": "follow_up", "matter": matter, "reached": true, "solved": "yes",
        "satisfaction": "satisfied", "means": "phone"}));
    if !n.is_multiple_of(4) {
        script.play(&json!({"do": "close_matter", "matter": matter}));
    }
}
