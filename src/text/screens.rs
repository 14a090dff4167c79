//! What the screens say of themselves: keys, forms, messages; must not know how they are laid out.

use super::plural;
use crate::domain::matter::Matter;
use crate::domain::signal::Signal;
use crate::domain::stage::Standing;

messages! {
    // Keys.
    key_add_body { zh: "新增单位"; en: "Add a body" }
    key_add_person { zh: "新增人员"; en: "Add a person" }
    key_back { zh: "返回"; en: "Back" }
    key_board { zh: "看板"; en: "Board" }
    key_choose { zh: "选定"; en: "Choose" }
    key_close_help { zh: "关闭"; en: "Close" }
    key_closed { zh: "已结"; en: "Closed ones" }
    key_filter { zh: "筛选"; en: "Filter" }
    key_trail_back { zh: "回看前一处"; en: "Back along the trail" }
    key_trail_forward { zh: "再往后一处"; en: "Forward along the trail" }
    key_copy { zh: "复制选中的"; en: "Copy what is selected" }
    key_find { zh: "查找"; en: "Find" }
    key_first { zh: "到头"; en: "To the top" }
    key_help { zh: "帮助"; en: "Help" }
    key_language { zh: "语言/English"; en: "Language/中文" }
    key_last { zh: "到底"; en: "To the end" }
    key_leave { zh: "取消"; en: "Cancel" }
    key_left { zh: "左一栏"; en: "Column left" }
    key_log { zh: "日志"; en: "Log" }
    key_day_after { zh: "后一天"; en: "Next day" }
    key_day_before { zh: "前一天"; en: "Previous day" }
    key_month { zh: "月历"; en: "Month" }
    key_month_after { zh: "下个月"; en: "Next month" }
    key_month_before { zh: "上个月"; en: "Previous month" }
    key_month_end { zh: "月底"; en: "End of the month" }
    key_month_start { zh: "月初"; en: "Start of the month" }
    key_month_list { zh: "列表"; en: "List" }
    key_week_after { zh: "下一周"; en: "Next week" }
    key_week_before { zh: "上一周"; en: "Previous week" }
    key_move_down { zh: "向下"; en: "Down" }
    key_move_up { zh: "向上"; en: "Up" }
    key_mouse { zh: "鼠标开关"; en: "Mouse on or off" }
    key_notices { zh: "公示"; en: "Notices" }
    key_next_field { zh: "下一项"; en: "Next field" }
    key_meetings { zh: "会议"; en: "Meetings" }
    key_no { zh: "否"; en: "No" }
    key_open { zh: "打开"; en: "Open" }
    key_open_matter { zh: "看事项"; en: "Open the matter" }
    key_open_about { zh: "看事项或会议"; en: "Open what it is about" }
    key_order { zh: "按日期/按承办"; en: "By date or lead" }
    key_page_down { zh: "下一页"; en: "Page down" }
    key_page_up { zh: "上一页"; en: "Page up" }
    key_people { zh: "人员"; en: "People" }
    key_previous_field { zh: "上一项"; en: "Previous field" }
    key_quit { zh: "离开"; en: "Leave" }
    key_raise { zh: "提事"; en: "Raise a matter" }
    key_redo { zh: "恢复"; en: "Redo" }
    key_raise_into { zh: "记下并并入"; en: "Record and merge" }
    key_redraw { zh: "重画屏幕"; en: "Redraw the screen" }
    key_right { zh: "右一栏"; en: "Column right" }
    key_submit { zh: "完成"; en: "Done" }
    key_suspend { zh: "暂回命令行"; en: "To the shell for a while" }
    key_tasks { zh: "督办"; en: "Tasks" }
    key_today { zh: "今日"; en: "Today" }
    key_undo { zh: "撤销"; en: "Undo" }
    key_throw_away { zh: "丢掉"; en: "Throw it away" }
    key_write_on { zh: "接着写"; en: "Go on writing" }
    key_yes { zh: "是"; en: "Yes" }
    keys_more { zh: "“现在不行”里的动作，按它的键会说明原因。"; en: "Press the key of an act under “Not now”, and it says why." }

    // Forms.
    field_no_such_choice(typed: &str) { zh: "没有叫“{typed}”的，请删掉几个字再选"; en: "nothing here is called “{typed}”; take out some letters and choose" }
    field_several_choices(typed: &str, left: usize) { zh: "“{typed}”有 {left} 个都符合，请再打几个字，或选定一个"; en: "“{typed}” fits {left} of them; type more of it, or choose one" }
    filter_chosen(what: &str) { zh: "已选 {what}"; en: "chosen: {what}" }
    filter_unclear(typed: &str, left: usize) { zh: "“{typed}”？（{left} 个符合）"; en: "“{typed}”? ({left} fit)" }
    enter_again(enter: &str) { zh: "再按一次 {enter} 就完成。"; en: "Press {enter} once more to finish." }
    worth_knowing(what: &str) { zh: "提醒：{what}"; en: "Note: {what}" }
    field_missing { zh: "这一项不能空着"; en: "This must be filled in" }
    field_too_long(limit: usize, would_be: usize) {
        zh: "最多 {limit} 字，这样会有 {would_be} 字，没有放进去";
        en: "At most {limit} {characters}; with this it would be {would_be}, so it was left out",
            characters = plural(limit, "character", "characters"),
    }
    field_not_a_day { zh: "写成 2026-12-05、12-05，或 +3（三天后）"; en: "Write 2026-12-05, 12-05, or +3 for three days from now" }
    field_not_a_time { zh: "写成 2026-12-05 19:00，或 12-05 19:00"; en: "Write 2026-12-05 19:00, or 12-05 19:00" }
    field_not_a_number { zh: "请写数字"; en: "Write a whole number" }
    filter { zh: "筛选："; en: "Filter:" }
    nothing_found { zh: "没有找到"; en: "Nothing found" }
    ask_discard { zh: "写好的字还没有保存，要丢掉吗？"; en: "What you have written is not saved. Throw it away?" }
    ask_adjourn { zh: "要散会吗？没议完的议题留到下次。"; en: "Adjourn? The items that were not settled wait for the next meeting." }
    ask_close(tasks: &str) { zh: "{tasks} 已经办结，还没有验收。就这样结案吗？"; en: "{tasks} is finished, but not accepted yet. Close the matter all the same?" }
    ask_seal { zh: "要签封纪要吗？签封之后不能再改。"; en: "Seal the minutes? Once sealed they cannot be changed." }
    ask_quit { zh: "写好的字还没有保存，要丢掉它离开吗？"; en: "What you have written is not saved. Throw it away and leave?" }

    // Choosing.
    pick_task { zh: "哪一个任务？"; en: "Which task?" }
    pick_meeting { zh: "放到哪次会议上？"; en: "On the agenda of which meeting?" }
    pick_new_meeting { zh: "召集新的会议……"; en: "Convene a new meeting…" }
    form_convene { zh: "召集会议"; en: "Convene a meeting" }
    form_about(act: &str, what: &str) { zh: "{act}：{what}"; en: "{act}: {what}" }
    form_answer_objection(by: &str) { zh: "答复{by}的异议"; en: "Answer the objection of {by}" }
    form_agenda(meeting: &str) { zh: "放到 {meeting} 的议程上"; en: "On the agenda of {meeting}" }

    pick_meeting_there { zh: "打开哪次会议？"; en: "Which meeting?" }

    // The board.
    needs_overdue(n: usize) { zh: "逾期 {n}"; en: "{n} overdue" }
    needs_near(n: usize) { zh: "临期 {n}"; en: "{n} due soon" }
    needs_telling(n: usize) { zh: "待告知 {n}"; en: "{n} to be told" }
    needs_nothing { zh: "没有逾期的事"; en: "Nothing overdue" }
    empty_council { zh: "还没有事项"; en: "No matter has been raised yet" }
    empty_council_hint(raise: &str) { zh: "按 {raise} 提出第一件"; en: "Press {raise} to raise the first" }
    empty_column { zh: "这一步没有事项"; en: "Nothing in this step" }
    no_lead { zh: "未派单"; en: "nobody yet" }
    state_unsound { zh: "台账有问题：mazha check"; en: "problems: mazha check" }
    state_unsound_short { zh: "台账有问题"; en: "problems" }
    state_read_only { zh: "只读"; en: "Read-only" }

    // Meetings.
    invited { zh: "未签到"; en: "Not marked" }
    item_current { zh: "正在议"; en: "under discussion" }
    items(n: usize) { zh: "{n} 项议题"; en: "{n} {items}", items = plural(n, "item", "items") }
    meeting_gone { zh: "这次会议已不在台账里，可能召集被撤销了。"; en: "This meeting is no longer in the register; convening it may have been undone." }
    no_meetings(convene: &str) { zh: "还没有会议。按 {convene} 召集第一次。"; en: "No meeting yet. Press {convene} to convene the first." }

    no_meeting_then { zh: "这一天没有会议。"; en: "There was no meeting on this day." }
    holidays_unknown(year: i32) {
        zh: "{year}年的放假安排还不知道，只按周末推算。把 {year}.json 放进议事会的 holidays 文件夹。";
        en: "The holidays of {year} are not known yet; only weekends are counted. Put {year}.json into the folder “holidays” of the council."
    }

    // Acts on what is selected and on what is marked.
    key_mark { zh: "标记"; en: "Mark" }
    key_mark_all { zh: "全标/全不标"; en: "Mark all or none" }
    key_clear { zh: "取消标记或筛选"; en: "Clear marks or filter" }
    marked(n: usize) { zh: "已标记 {n} 件：按动作键，一起办理。"; en: "{n} marked: an act key acts on all of them." }
    key_unmark { zh: "取消标记"; en: "Clear marks" }
    key_hide_closed { zh: "收起已结"; en: "Hide closed" }
    narrowed_column { zh: "没有符合筛选的"; en: "Nothing matches the filter" }
    form_many(act: &str, n: usize) { zh: "{act}：已标记的 {n} 件"; en: "{act}: {n} marked" }
    not_for_many(act: &str, back: &str) { zh: "“{act}”要一件一件地办。按 {back} 取消标记。"; en: "“{act}” is done one at a time. {back} clears the marks." }
    no_planned_meeting(meetings: &str) { zh: "没有待召开的会议。按 {meetings} 去召集一次。"; en: "No meeting is planned. Press {meetings} to convene one." }
    nothing_to_act_on { zh: "这里没有选中事项。"; en: "No matter is selected here." }
    several_tasks { zh: "有几个任务，请在督办里标记要办的"; en: "it has several tasks; mark the right one in Tasks" }
    batch_progress(at: usize, total: usize) { zh: "正在办第 {at} 件，共 {total} 件……"; en: "Working on {at} of {total}…" }
    batch_done(act: &str, n: usize) { zh: "{act}：办成 {n} 件"; en: "{act}: {n} done" }
    batch_undone(n: usize) { zh: "整批撤销：{n} 件"; en: "The batch was undone: {n}" }
    batch_redone(n: usize) { zh: "整批恢复：{n} 件"; en: "The batch was redone: {n}" }
    batch_left(n: usize) { zh: "{n} 件没有办成"; en: "{n} not done" }
    batch_also(others: &str) { zh: "还有 {others}"; en: "also {others}" }

    // Tasks.
    no_tasks(assign: &str) { zh: "没有在办的任务。在看板或事项里按 {assign} 派单。"; en: "No work is under way. Press {assign} on the board or at a matter to assign a task." }
    no_tasks_nor_matters(board: &str, raise: &str) { zh: "没有在办的任务，也还没有事项。按 {board} 回到看板，再按 {raise} 提出第一件。"; en: "No work is under way, and no matter has been raised yet. Press {board} for the board, then {raise} to raise the first." }
    not_received(days: i64) { zh: "待签收 {days} 天"; en: "{days} {unit} without receipt", unit = plural(days, "day", "days") }
    sent_back_times(n: u32) { zh: "返办 {n} 次"; en: "sent back {n}×" }
    signal_blue { zh: "蓝"; en: "blue" }
    signal_yellow { zh: "黄"; en: "yellow" }
    signal_red { zh: "红"; en: "red" }
    owed(lead: &str, n: usize) { zh: "{lead}：有 {n} 件任务请跟进"; en: "{lead}: {n} {tasks} to see to", tasks = plural(n, "task", "tasks") }
    owed_task(id: &str, task: &str, matter: &str, due: &str, state: &str) {
        zh: "{id} {task}（{matter}），{due}，{state}"; en: "{id} {task} ({matter}), {due}, {state}"
    }
    owed_due(day: &str, distance: &str) { zh: "期限 {day}，{distance}"; en: "due {day}, {distance}" }
    owed_copied(n: usize) { zh: "已复制 {n} 件任务，可以发给承办的单位或人。"; en: "{n} {tasks} copied, as a message to whoever owes them.", tasks = plural(n, "task", "tasks") }

    // Today.
    label_meetings_today { zh: "今天的会议"; en: "Meetings today" }
    label_to_receive { zh: "待签收"; en: "To be received" }
    label_to_screen { zh: "待受理"; en: "New" }
    label_unanswered { zh: "异议待答复"; en: "Objections to answer" }
    nothing_today(board: &str, raise: &str) { zh: "今天没有要办的事。按 {board} 回到看板，在那里按 {raise} 提事。"; en: "Nothing needs doing today. On the board ({board}), {raise} raises a matter." }

    // Notices.
    no_notices(post: &str) { zh: "还没有公示。在事项或会议里按 {post} 张贴。"; en: "No notice yet. Press {post} at a matter or a meeting to post one." }
    no_notices_nor_matters(board: &str, raise: &str) { zh: "还没有公示，也还没有事项。按 {board} 回到看板，再按 {raise} 提出第一件。"; en: "No notice yet, and no matter has been raised. Press {board} for the board, then {raise} to raise the first." }
    notice_over_agenda { zh: "期满，没有待答复的异议。可以取下公示，按期开会。"; en: "The period is over and no objection waits. Take the notice down; the meeting can be held." }
    notice_over_resolution { zh: "期满，没有待答复的异议。可以取下公示，按决议办理。"; en: "The period is over and no objection waits. Take the notice down; the resolution can be carried out." }
    notice_over_result { zh: "期满，没有待答复的异议。可以取下公示，回访后结案。"; en: "The period is over and no objection waits. Take the notice down, ask the raiser and close the matter." }
    notice_over_unanswered { zh: "期满，但还有异议没有答复。先答复，再取下公示。"; en: "The period is over, but an objection waits. Answer it before the notice comes down." }
    from_to(from: &str, to: &str) { zh: "{from}至 {to}"; en: "{from} to {to}" }
    no_objection_yet { zh: "没有人提出异议"; en: "Nobody has objected" }
    not_answered { zh: "还没有答复"; en: "not answered yet" }
    notice_full(until: &str) { zh: "至 {until}，已期满"; en: "until {until}, period over" }
    notice_hangs(until: &str, days: i64) { zh: "至 {until}，还有 {days} 天"; en: "until {until}, {days} {days_word} left", days_word = plural(days, "day", "days") }
    notice_last_day(until: &str) { zh: "至 {until}，今天最后一天"; en: "until {until}, the last day" }
    objections_open(n: usize) { zh: "异议待答复 {n}"; en: "{n} to answer" }
    label_notice { zh: "公示"; en: "Notice" }
    label_objection { zh: "异议"; en: "Objection" }

    // The log.
    log_empty { zh: "还没有记录"; en: "Nothing is on record yet" }
    log_found(n: usize) { zh: "共 {n} 条"; en: "{n} found" }
    log_found_since(n: usize, day: &str) { zh: "查到 {day}：{n} 条，按 ↓ 再往前查"; en: "{n} found since {day}; ↓ looks further" }
    log_opens_nothing { zh: "这一条没有可以打开的事项或会议。"; en: "There is no matter or meeting to open for this act." }
    log_undone { zh: "已撤销"; en: "undone" }

    // Bodies and people.
    attended(n: usize, of: usize) { zh: "到会 {n}/{of}"; en: "came {n} of {of}" }
    label_matters_raised { zh: "提出的事项"; en: "Raised" }
    no_people { zh: "还没有登记单位和人员。b 新增单位，n 新增人员。"; en: "There is nobody on the roster yet. b adds a body, n a person." }
    open_tasks(n: usize) { zh: "在办 {n}"; en: "{n} to do" }
    term_over(day: &str) { zh: "任期已过 {day}"; en: "term over {day}" }
    no_vote { zh: "无表决权"; en: "no vote" }
    term_until(day: &str) { zh: "任期至 {day}"; en: "term until {day}" }
    term_passed(day: &str) { zh: "{day}，已过"; en: "{day}, over" }
    fact_attended { zh: "到会"; en: "Attended" }
    body_people(n: usize) { zh: "{n} 人"; en: "{n}" }

    // What is out of sight, and the line between two panes.
    more_below(n: usize) { zh: "↓ 还有 {n} 项"; en: "↓ {n} more" }
    more_above(n: usize) { zh: "↑ 前面 {n} 项"; en: "↑ {n} above" }
    more_none { zh: "到底了"; en: "the end" }
    more_rows_below(n: usize) { zh: "↓ 还有 {n} 行"; en: "↓ {n} more {rows}", rows = plural(n, "row", "rows") }
    more_rows_above(n: usize) { zh: "↑ 前面 {n} 行"; en: "↑ {n} above" }
    key_line_left { zh: "分界线左移"; en: "Divider left" }
    key_line_right { zh: "分界线右移"; en: "Divider right" }
    key_beside_up { zh: "旁栏往上翻"; en: "Scroll the other pane up" }
    key_beside_down { zh: "旁栏往下翻"; en: "Scroll the other pane down" }
    one_pane_only { zh: "窗口不够宽，这里没有左右两栏。"; en: "There are no two panes here: the window is not wide enough." }
    line_at_its_end { zh: "分界线到头了：再移，有一栏就太窄了。"; en: "The divider is at its end: one pane would get too narrow." }

    should_have_begun(late: &str) { zh: "过点 {late}"; en: "{late} late" }
    waits_since(day: &str) { zh: "{day} 起"; en: "since {day}" }

    // The matter.
    handling(route: &str, depth: &str, decision: &str) { zh: "{route}、{depth}、{decision}"; en: "{route} route, {depth} deliberation, {decision}" }
    due_of_work(distance: &str) { zh: "任务{distance}"; en: "task {distance}" }
    can_do { zh: "可以："; en: "Next:" }
    cannot_do { zh: "现在不行："; en: "Not now:" }
    fact_agenda { zh: "议程"; en: "Agenda" }
    fact_archive { zh: "归档号"; en: "Archive" }
    fact_not_told { zh: "还没有告知提出人"; en: "the raiser has not been told yet" }
    fact_sent_back { zh: "返办"; en: "Sent back" }
    fact_to_tell { zh: "待告知"; en: "To be told" }
    times(n: u32) { zh: "{n} 次"; en: "{n} {times}", times = plural(n, "time", "times") }
    also { zh: "另有："; en: "also:" }
    anonymous { zh: "匿名"; en: "anonymous" }
    received_by { zh: "接收"; en: "Taken in by" }
    matter_gone { zh: "这件事项已不在台账里，可能提事被撤销了。"; en: "This matter is no longer in the register; raising it may have been undone." }
    no_item_yet { zh: "议程上还没有议题。"; en: "There is nothing on the agenda yet." }
    nobody_yet(people: &str) { zh: "名册上还没有人。按 {people} 去新增。"; en: "There is nobody on the roster yet. Press {people} to add people." }
    no_meeting_yet(key: &str) { zh: "还没有放到会议上，先按 {key} 列入议程"; en: "It is not on the agenda of a meeting yet; press {key} to put it there" }
    no_task_yet(key: &str) { zh: "还没有任务，先按 {key} 派单"; en: "It has no task yet; press {key} to assign one" }
    next_instead(why: &str, key: &str, act: &str) { zh: "{why}下一步：按 {key} {act}。"; en: "{why} Next: {key} {act}." }
    acts_left_out(n: usize) { zh: "…… 另 {n} 项"; en: "… {n} more" }
    no_other_matter { zh: "没有可以并入的事项。"; en: "There is no other matter to merge it into." }
    task_percent(n: u8) { zh: "完成 {n}%"; en: "{n}% done" }
    task_waits(what: &str) { zh: "在等：{what}"; en: "waits for {what}" }

    // Messages.
    failed_store { zh: "保存的部分已停止工作，没有保存。请重新打开程序。"; en: "Saving has stopped working; nothing was saved. Please start the program again." }
    saving { zh: "正在保存……"; en: "Saving…" }
    mouse_on { zh: "鼠标归本程序：点选、双击打开、滚轮翻动。"; en: "The mouse is the program's: click to select, twice to open, wheel to move." }
    mouse_off(mouse: &str) { zh: "鼠标归终端：可以拖选文字，按 {mouse} 再用鼠标。"; en: "The mouse is the terminal's: drag to select text; {mouse} takes it again." }
    copied(line: &str) { zh: "已复制：{line}"; en: "Copied: {line}" }
    nothing_to_copy { zh: "没有选中可以复制的内容。"; en: "Nothing is selected to copy." }
    redone { zh: "已恢复。"; en: "Redone." }
    is_read_only { zh: "这份台账是只读的，不能改动。"; en: "This record is read-only; nothing can be changed." }
    unsent_restored { zh: "接着写上次没写完的。"; en: "What you had begun to write is here again." }
    unsent_waiting(n: usize) {
        zh: "有 {n} 份没写完的文字，打开原来的表单就能接着写。";
        en: "{n} {texts} not sent yet: open the same form to go on.", texts = plural(n, "form was begun and is", "forms were begun and are")
    }
    new_acts(n: usize) { zh: "别处新增 {n} 条记录。"; en: "{n} new {acts} from elsewhere.", acts = plural(n, "act", "acts") }
    standing_quick { zh: "待办或上会"; en: "to be assigned or put to a meeting" }
    too_small(width: u16, height: u16) {
        zh: "窗口太小（{width}×{height}）。至少要 60×16。";
        en: "The window is too small ({width}×{height}). It needs at least 60×16."
    }
}

impl super::Text {
    /// The colour of a deadline.
    #[must_use]
    pub fn signal(self, signal: Signal) -> &'static str {
        match signal {
            Signal::Blue => self.signal_blue(),
            Signal::Yellow => self.signal_yellow(),
            Signal::Red => self.signal_red(),
        }
    }

    /// Where in its step a matter stands. One for quick deliberation waits for whichever comes first.
    #[must_use]
    pub fn standing_of(self, matter: &Matter) -> &'static str {
        if matter.is_quick() && matter.standing == Standing::Waiting {
            self.standing_quick()
        } else {
            self.standing(matter.standing)
        }
    }

    /// Sentences one after the other, those that say nothing left out.
    #[must_use]
    pub fn sentences(self, sentences: &[&str]) -> String {
        let stop = match self.lang {
            super::Lang::Zh => "；",
            super::Lang::En => "; ",
        };
        let said = sentences.iter().map(|sentence| sentence.trim_end_matches(['。', '.']));
        said.filter(|sentence| !sentence.is_empty()).collect::<Vec<_>>().join(stop)
    }
}
