//! What is said while something is looked for, a list narrowed, or the trail walked; must not know how it is found.

use super::Text;

messages! {
    find_title { zh: "查找：事项、会议、任务、人员、公示、纪要"; en: "Find: matters, meetings, tasks, people, notices, minutes" }
    find_for { zh: "查找："; en: "Find:" }
    find_hits(n: usize) { zh: "共 {n} 条"; en: "{n} found" }
    find_gathering { zh: "正在整理台账，马上就能查……"; en: "Still gathering what can be found; it will be here in a moment…" }
    find_nothing { zh: "没有找到"; en: "Nothing found" }
    find_nothing_hint {
        zh: "少打几个字，或去掉一个条件再看；首字母、拼音、汉字都可以，编号写 A12、T7 即可。";
        en: "Take out a word or a filter. Pinyin, its initials and characters will do; a number can be short: A12, T7."
    }
    find_note { zh: "纪要"; en: "minutes" }
    find_goes_on { zh: "可补全："; en: "Complete with:" }
    query_cut(limit: usize) { zh: "最多写 {limit} 个字，放不下的没有用上。"; en: "It takes {limit} characters; what did not fit was left out." }
    find_earlier(query: &str) { zh: "↑ 上次查过：{query}"; en: "↑ looked for before: {query}" }

    try_words { zh: "路灯  ludeng  ld"; en: "lamp gate" }
    try_words_means { zh: "汉字、拼音、首字母都行；几个词须同时出现"; en: "all the words, anywhere; initials of pinyin too" }
    try_filters { zh: "承办:物业 逾期"; en: "lead:property overdue" }
    try_filters_means { zh: "谁承办、是否逾期；条件可以连写"; en: "who has it, and it is late; filters can be combined" }
    try_stage { zh: "阶段:办事 -电梯"; en: "stage:act -lift" }
    try_stage_means { zh: "在哪一步；前面加 - 表示排除"; en: "in which step; a - before it leaves out" }
    try_more { zh: "地点:3号楼 状态:受阻"; en: "place:3 is:blocked" }
    try_more_means { zh: "还有 类别: 渠道: 提出人: 未结 已结"; en: "also category: channel: by: open closed" }
    try_numbers_means { zh: "按编号直接到：事项、任务、会议"; en: "straight to a number: matter, task, meeting" }

    key_to_list { zh: "回到列表"; en: "To the list" }
    key_show_all { zh: "看全部"; en: "Show all" }
    narrowed(n: usize) { zh: "留下 {n} 条"; en: "{n} shown" }
    narrowed_to_nothing(back: &str, find: &str) { zh: "没有符合的。按 {back} 看全部；要在别处找，按 {find}。"; en: "Nothing matches. {back} shows all; {find} searches everywhere." }

    trail_beginning { zh: "前面没有看过别的了。"; en: "Nothing was looked at before this." }
    trail_end { zh: "后面没有了。"; en: "Nothing was looked at after this." }
}

impl Text {
    /// What can be typed to find something, each with what it means.
    #[must_use]
    pub fn find_examples(self) -> [(&'static str, &'static str); 5] {
        [
            (self.try_words(), self.try_words_means()),
            (self.try_filters(), self.try_filters_means()),
            (self.try_stage(), self.try_stage_means()),
            (self.try_more(), self.try_more_means()),
            ("A12  T7  M3", self.try_numbers_means()),
        ]
    }
}
