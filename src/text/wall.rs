//! What the wall says while a meeting is held, short enough to be read from the back row. Must not know how it is shown.

use super::Text;

messages! {
    wall_item(place: usize, of: usize) { zh: "第 {place} 项，共 {of} 项"; en: "Item {place} of {of}" }
    wall_used(used: i64) { zh: "已用 {used} 分钟"; en: "{used} min used" }
    wall_used_of(used: i64, planned: i64) { zh: "已用 {used} / {planned} 分钟"; en: "{used} of {planned} min used" }
    wall_sat(used: i64) { zh: "开会 {used} 分钟"; en: "In session {used} min" }
    wall_sat_of(used: i64, planned: i64) { zh: "开会 {used} / {planned} 分钟"; en: "In session {used} of {planned} min" }
    wall_over(minutes: i64) { zh: "超 {minutes} 分钟"; en: "{minutes} min over" }
    wall_speaks { zh: "正在发言"; en: "Speaking" }
    wall_order { zh: "秩序问题"; en: "Point of order" }
    wall_nobody_speaks { zh: "没有人发言"; en: "Nobody is speaking" }
    wall_limit(limit: &str) { zh: "每次 {limit}"; en: "limit {limit}" }
    wall_overtime(over: &str) { zh: "超时 {over}"; en: "{over} over" }
    wall_waiting(n: usize) { zh: "等候发言 {n} 人"; en: "{n} waiting to speak" }
    wall_begins(when: &str) { zh: "{when} 开会"; en: "Begins {when}" }
    wall_begins_in(span: &str) { zh: "还有 {span}"; en: "in {span}" }
    wall_about_to_begin { zh: "即将开会"; en: "About to begin" }
    wall_paused { zh: "休会"; en: "In recess" }
    wall_goes_on(when: &str) { zh: "{when} 继续"; en: "Goes on at {when}" }
    wall_ended(when: &str) { zh: "会议已结束（{when}）"; en: "The meeting has ended ({when})" }
    wall_called_off { zh: "会议已取消"; en: "The meeting is called off" }
    wall_motion { zh: "动议"; en: "Motion" }
    wall_vote { zh: "表决"; en: "Vote" }
    wall_resolution(outcome: &str) { zh: "决议：{outcome}"; en: "Resolution: {outcome}" }
    wall_needs_a_terminal { zh: "会场大屏要在终端里打开。"; en: "The wall is shown in a terminal; there is none." }
}

impl Text {
    /// Minutes used against those planned, and by how much they are over, where they are.
    #[must_use]
    pub fn wall_minutes(self, used: i64, planned: Option<u32>) -> String {
        self.against_plan(used, planned, Self::wall_used, Self::wall_used_of)
    }

    /// The same for the whole meeting.
    #[must_use]
    pub fn wall_session(self, sat: i64, planned: Option<u32>) -> String {
        self.against_plan(sat, planned, Self::wall_sat, Self::wall_sat_of)
    }

    fn against_plan(
        self,
        used: i64,
        planned: Option<u32>,
        alone: fn(Self, i64) -> String,
        of: fn(Self, i64, i64) -> String,
    ) -> String {
        let Some(planned) = planned.map(i64::from) else { return alone(self, used) };
        let over = if used > planned { format!("  {}", self.wall_over(used - planned)) } else { String::new() };
        of(self, used, planned) + &over
    }
}
