//! What the command line says beside its help; must not know how it is asked.

use super::plural;

messages! {
    who_acts { zh: "不知道是谁在操作：请加 --as 姓名，或设置 MAZHA_AS。"; en: "Nobody knows who acts: please say --as NAME, or set MAZHA_AS." }
    nothing_to_list { zh: "没有符合条件的内容。"; en: "Nothing matches." }
    nothing_needed {
        zh: "没有逾期、临期、待告知或待回访的事，也没有定好的会。";
        en: "Nothing is overdue, due soon, to be told or to be followed up, and no meeting is planned."
    }
    no_council { zh: "这里没有议事会的记录。用 mazha init 新建，或用 -C 指定文件夹。"; en: "There is no council here. Found one with mazha init, or name its folder with -C." }
    bad_now(given: &str) { zh: "MAZHA_NOW 不是时刻：{given}。写法如 2026-11-21T19:30:00+08:00。"; en: "MAZHA_NOW is no instant: {given}. Write it as 2026-11-21T19:30:00+08:00." }
    not_for(option: &str, kind: &str) { zh: "{option} 不能用于 {kind}"; en: "{option} does not go with {kind}" }

    label_overdue { zh: "逾期"; en: "Overdue" }
    label_due_soon { zh: "临期"; en: "Due soon" }
    label_to_tell { zh: "待告知提出人"; en: "Raiser to be told" }
    label_to_ask { zh: "待回访"; en: "To be followed up" }
    label_postings_ending { zh: "公示将满"; en: "Notices coming down" }
    label_next_meeting { zh: "下次会议"; en: "Next meeting" }
    label_state { zh: "状态"; en: "State" }
    label_raised { zh: "提出"; en: "Raised" }
    label_tasks { zh: "任务"; en: "Tasks" }
    label_archive { zh: "归档号"; en: "Archive" }
    label_invited { zh: "应到"; en: "Expected" }
    label_agenda { zh: "议程"; en: "Agenda" }
    label_about { zh: "关于"; en: "About" }
    label_posted { zh: "公示期"; en: "Posted" }
    objection(id: &str, by: &str, text: &str) { zh: "{id} {by}：{text}"; en: "{id} {by}: {text}" }
    label_objections { zh: "异议"; en: "Objections" }
    label_done { zh: "进度"; en: "Done" }
    label_waits_for { zh: "在等"; en: "Waits for" }
    label_history { zh: "经过"; en: "History" }
    label_kind { zh: "类型"; en: "Kind" }
    label_route { zh: "办理"; en: "Handling" }
    label_people { zh: "人员"; en: "People" }
    label_vote { zh: "表决权"; en: "Vote" }
    has_vote { zh: "有"; en: "yes" }
    has_no_vote { zh: "无"; en: "no" }
    provisional(years: &str) { zh: "暂定：{years} 年放假安排未公布"; en: "provisional: the holidays of {years} are not known" }
    taken_back { zh: "（已撤销）"; en: " (undone)" }
    short_overdue(n: usize) { zh: "逾期 {n}"; en: "{n} overdue" }
    short_due_soon(n: usize) { zh: "临期 {n}"; en: "{n} due soon" }
    short_to_tell(n: usize) { zh: "待告知 {n}"; en: "{n} to be told" }
    short_to_ask(n: usize) { zh: "待回访 {n}"; en: "{n} to follow up" }
    short_next(when: &str) { zh: "下次会议 {when}"; en: "next meeting {when}" }

    raised(id: &str, title: &str) { zh: "已登记 {id} {title}"; en: "Raised {id} {title}" }
    took_back(what: &str) { zh: "已撤销：{what}"; en: "Undone: {what}" }
    brought_back(what: &str) { zh: "已恢复：{what}"; en: "Redone: {what}" }
    founded(name: &str, path: &str) { zh: "已新建 {name}：{path}"; en: "Founded {name} in {path}" }
    sample_written(path: &str) { zh: "样例社区：{path}"; en: "The sample council: {path}" }

    check_fine(files: usize, entries: usize) {
        zh: "{files} 个文件、{entries} 条记录，全部完好。";
        en: "{files} {files_word} and {entries} {entries_word}: all is well.",
            files_word = plural(files, "file", "files"), entries_word = plural(entries, "entry", "entries"),
    }
    check_problems(files: usize, entries: usize, n: usize) {
        zh: "{files} 个文件、{entries} 条记录，有 {n} 处问题：";
        en: "{files} {files_word}, {entries} {entries_word}, {n} {problems}:",
            files_word = plural(files, "file", "files"), entries_word = plural(entries, "entry", "entries"),
            problems = plural(n, "problem", "problems"),
    }
    repair_others {
        zh: "余下的问题在别的电脑写的文件里，本机不动它们：请在那台电脑上修复，或重新拷一份过来。";
        en: "What is left is in files that other laptops wrote, which are left alone here: repair it there, or copy them again."
    }
    repaired(n: usize, restored: usize) {
        zh: "移出损坏的行 {n} 行，其中 {restored} 行已用副本补上。";
        en: "{n} damaged {lines} set aside; {restored} of them put right from copies.", lines = plural(n, "line", "lines"),
    }
    seal_belongs { zh: "封存码出自本记录。"; en: "The seal belongs to this record." }
    seal_is_strange { zh: "本记录里没有这个封存码。"; en: "This record has no such seal." }

    input_not_json(column: usize) { zh: "这一行不是 JSON 对象，读到第 {column} 个字节就读不懂了"; en: "this line is no JSON object; it stops making sense at byte {column}" }
    input_unknown_command(given: &str) { zh: "没有 {given} 这个命令；mazha commands 列出全部"; en: "there is no command {given}; mazha commands lists them all" }
    input_unknown_field(field: &str, known: &str) { zh: "没有 {field} 这个字段；可用：{known}"; en: "There is no field {field}. Fields: {known}" }
    input_no_fields(field: &str) { zh: "没有 {field} 这个字段；这个命令不带字段"; en: "There is no field {field}; this command has none" }
    input_twice(field: &str) { zh: "字段 {field} 写了两次"; en: "the field {field} stands there twice" }
    input_missing(field: &str) { zh: "缺少字段 {field}"; en: "the field {field} is missing" }
    input_made_nothing(field: &str, line: usize) { zh: "{field}：第 {line} 行没有产生编号"; en: "{field}: line {line} made nothing" }
    input_wants(field: &str, what: &str) { zh: "字段 {field} 应为{what}"; en: "the field {field} wants {what}" }
    input_is_wrong(why: &str) { zh: "这一行的内容不对：{why}"; en: "this line is wrong: {why}" }
    want_one_of(words: &str) { zh: "其中之一：{words}"; en: "one of: {words}" }
    want_area { zh: "以平方米计、至多两位小数的文字，如 \"4079.00\""; en: "a text in m² with at most two decimals, such as \"4079.00\"" }
    want_text { zh: "文字"; en: "a text" }
    want_number { zh: "范围内的整数"; en: "a whole number within its range" }
    want_yes_or_no { zh: " true 或 false"; en: "true or false" }
    want_list { zh: "列表，如 [\"A-P001\"]"; en: "a list, such as [\"A-P001\"]" }
    want_object { zh: "对象，如 {}"; en: "an object, such as {}" }
    want_day { zh: "日期，如 2026-12-05"; en: "a date, such as 2026-12-05" }
    want_instant { zh: "时刻，如 2026-12-05T19:00:00+08:00"; en: "an instant, such as 2026-12-05T19:00:00+08:00" }
    want_due { zh: "日期或时刻，如 2026-12-05"; en: "a date or an instant, such as 2026-12-05" }
    input_value_is_wrong(field: &str, why: &str) { zh: "字段 {field} 的内容不对：{why}"; en: "the field {field} is wrong: {why}" }
}
