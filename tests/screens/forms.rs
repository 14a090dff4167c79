//! Forms filled with keys: what they offer, what they say, and what becomes of words that are not sent.

use mazha::domain::stage::Standing;
use mazha::text::Lang;
use mazha::tui::app::Input;

use super::kit::{Hand, busy};
use super::stories::{before_much, before_nothing, shows};

#[test]
fn a_day_is_said_and_its_reading_stands_beside_it() {
    let mut hand = before_much();
    // Tonight is Saturday, the 21st of November.
    hand.keys("<Enter>a<Tab><Tab><Tab>下周三");
    shows(&mut hand, "下周三  11月25日 周三");
    hand.keys("<PgDn>");
    shows(&mut hand, "2026-11-26  11月26日 周四");
    hand.keys("<C-s>");
    shows(&mut hand, "11月26日");
}

#[test]
fn what_was_raised_already_is_shown_and_what_was_typed_comes_back() {
    let mut hand = before_much();
    hand.keys("n东门的路灯已经三天不亮了");
    shows(&mut hand, "像是已经有了");
    hand.keys("<Down><Enter>");
    shows(&mut hand, "2026-A001  东门路灯不亮");
    assert!(!hand.frame().contains("> 标题"));
    hand.keys("n");
    shows(&mut hand, "东门的路灯已经三天不亮了");
}

#[test]
fn a_name_used_before_is_filled_in_by_its_initials() {
    let mut hand = before_much();
    hand.keys("n楼道灯不亮<Tab><Down><Tab>zay<Down><Enter><Tab>dm<Down><Enter><C-s>");
    let raised = hand.council.register.matters().next_back().expect("raised");
    assert_eq!((raised.raised_by.as_deref(), raised.place.as_deref()), (Some("周阿姨"), Some("东门")));
}

#[test]
fn suggestions_take_no_key_from_what_is_typed() {
    let mut hand = before_much();
    // Enter goes to the next field, Escape leaves the list before it leaves the form.
    hand.keys("n楼道灯不亮<Tab><Down><Tab>z<Down><Esc>ay<Enter>d<Down>m<C-s>");
    let raised = hand.council.register.matters().next_back().expect("raised");
    assert_eq!((raised.raised_by.as_deref(), raised.place.as_deref()), (Some("zay"), Some("dm")));
}

#[test]
fn a_refusal_stands_at_its_field_and_the_text_stays() {
    let mut hand = before_much();
    // Moving a deadline to where it was is refused by the rules.
    hand.keys("ll<Enter>D<Tab>材料没到<Tab>林秀英<C-s>");
    shows(&mut hand, "材料没到");
    shows(&mut hand, "> 期限*");
    shows(&mut hand, "! 期限：新期限要晚于原期限。");
    hand.keys("<PgDn><PgDn><C-s>");
    shows(&mut hand, "延期：11月16日 周一 改为 11月18日 周三");
}

#[test]
fn leaving_asks_only_when_words_would_be_lost() {
    let mut hand = before_much();
    hand.keys("n路灯<Esc>");
    shows(&mut hand, "Enter 打开");
    hand.keys("n东门路灯已经三天不亮了，老人看不清<Esc>");
    shows(&mut hand, "写好的字还没有保存");
    hand.keys("n");
    shows(&mut hand, "老人看不清");
    hand.keys("<C-c>");
    assert!(!hand.has_left());
    hand.keys("<C-c>");
    assert!(hand.has_left());
}

#[test]
fn the_cursor_of_the_terminal_stands_where_the_text_goes() {
    let mut hand = before_nothing();
    hand.keys("n中文");
    let frame = hand.frame();
    let caret = hand.caret();
    let row = frame.lines().nth(usize::from(caret.y)).expect("a row");
    let before = row.split_once("中文").expect("typed").0;
    assert_eq!(usize::from(caret.x), mazha::cells::wrap::width(before) + 4);
}

#[test]
fn a_paste_with_returns_becomes_one_line_and_no_escape_gets_through() {
    let mut hand = before_nothing();
    hand.keys("n");
    hand.input(Input::Paste("东门\r路灯\x1b[31m".into()));
    shows(&mut hand, "东门 路灯␛[31m");
}

#[test]
fn a_long_text_outlives_the_program_until_it_is_sent() {
    let mut hand = before_nothing();
    hand.keys("n东门口的三盏路灯都不亮了，老人看不清台阶");
    hand.input(Input::End);
    let kept = hand.kept.clone();
    assert!(kept.contains("老人看不清台阶"), "{kept}");

    let mut hand = before_nothing().with_unsent(&kept);
    shows(&mut hand, "有 1 份没写完的文字");
    hand.keys("n");
    shows(&mut hand, "老人看不清台阶");
    shows(&mut hand, "接着写上次没写完的");
    hand.keys("<Tab><Down><C-s>");
    assert_eq!(hand.kept, "{}");
    hand.keys("n");
    assert!(!hand.frame().contains("接着写上次没写完的"));
}

#[test]
fn a_text_thrown_away_does_not_come_back() {
    let mut hand = before_nothing();
    hand.keys("n东门口的三盏路灯都不亮了，老人看不清台阶<Esc>y");
    assert_eq!(hand.kept, "{}");
}

#[test]
fn a_short_title_comes_back_too_after_a_look_at_what_was_raised_already() {
    let mut hand = before_much();
    hand.keys("n路灯不亮<Down><Enter>");
    shows(&mut hand, "2026-A001  东门路灯不亮");
    hand.keys("n");
    shows(&mut hand, "> 标题*     路灯不亮");
}

#[test]
fn one_more_voice_is_recorded_and_merged_in_one_go() {
    let mut hand = before_much();
    hand.keys("n路灯不亮<Tab>热线<Tab>老孙<S-Tab><S-Tab><Down>");
    shows(&mut hand, "+ 记下并并入");
    hand.keys("+");
    assert_eq!(hand.standing("2026-A008"), Standing::Merged);
    let voice = hand.council.register.matters().next_back().expect("raised");
    assert_eq!((voice.raised_by.as_deref(), voice.channel.code()), (Some("老孙"), "hotline"));
    shows(&mut hand, "并入 2026-A001");
    assert!(!hand.frame().contains("> 标题"));
    // Two acts, taken back one after the other.
    hand.keys("u");
    assert_eq!(hand.standing("2026-A008"), Standing::New);
    hand.keys("u");
    assert_eq!(hand.council.register.matters().count(), 7);
}

#[test]
fn a_meeting_is_of_the_kind_called_last_and_what_is_worth_knowing_is_said_before_it_is_called() {
    let mut hand = before_nothing();
    hand.keys("3n");
    // A tripartite meeting asks for all three bodies, and nobody is on the roster.
    shows(&mut hand, "提醒：应到单位未全部邀请");
    assert!(!hand.frame().contains("通知时间不足"));
    hand.keys("<Tab>例会<Tab>明天 19:00");
    shows(&mut hand, "通知时间不足");
    hand.keys("<C-s><Esc>n");
    shows(&mut hand, "> 三方协商会");

    let mut hand = before_much();
    // All three bodies are invited beforehand; the 30th is nine days away.
    hand.keys("3n<Tab>例会<Tab>11-30 19:00");
    assert!(!hand.frame().contains("提醒"), "{}", hand.frame());
}

#[test]
fn a_task_that_would_be_due_after_its_matter_is_said_before_it_is_given() {
    let mut hand = before_much();
    hand.keys("ll<Enter>s<Down><Tab>看护现场<Tab>12-30");
    shows(&mut hand, "提醒：期限晚于事项的期限");
    hand.keys("<C-s>");
    shows(&mut hand, "期限晚于事项的期限");
}

#[test]
fn who_answers_for_a_task_is_put_on_the_roster_on_the_way() {
    let mut hand = before_much();
    hand.keys("ll<Enter>s永安电梯维保<Enter>");
    shows(&mut hand, "新增单位");
    hand.keys("其他<Tab>公司<C-s>");
    shows(&mut hand, "永安电梯维保公司");
    hand.keys("换曳引机<Tab>+5<C-s>");
    shows(&mut hand, "派单给永安电梯维保公司");
    // Leaving the form on the way leads back to the task.
    hand.keys("s永安电力<Enter>");
    shows(&mut hand, "新增单位");
    hand.keys("<Esc>y");
    shows(&mut hand, "要做什么");
}

#[test]
fn an_item_under_discussion_is_not_taken_up_again() {
    let mut hand = before_much();
    hand.keys("3<Enter>o<Esc><Esc>b");
    let acts = hand.council.register.entries().len();
    hand.keys("b");
    shows(&mut hand, "正在议第 1 项");
    assert_eq!(hand.council.register.entries().len(), acts);
}

#[test]
fn a_route_says_what_it_means_and_the_day_it_comes_to() {
    let mut hand = before_much();
    // Saturday, the 21st: three working days end on Wednesday, five on Friday.
    hand.keys("a");
    shows(&mut hand, "快办：很快就能办好的，不必先上会；3 个工作日内，到 11月25日 周三");
    hand.keys("3<S-Tab>");
    shows(&mut hand, "分办：一个单位能办的，先上会议定；5 个工作日内，到 11月27日 周五");
    hand.keys("<Esc>*a");
    shows(&mut hand, "受理：已标记的");
    shows(&mut hand, "空着就按办理方式：11月25日 周三");
}

#[test]
fn a_follow_up_without_an_answer_leads_to_the_question() {
    let mut hand = before_much();
    hand.keys("lllF<Tab><Tab><C-s>");
    shows(&mut hand, "> 解决了吗");
    shows(&mut hand, "! 解决了吗：");
}

#[test]
fn bringing_back_is_offered_when_there_is_something_to_bring_back() {
    let mut hand = Hand::before(busy(Lang::Zh), Lang::Zh, (200, 60));
    assert!(!hand.frame().contains("Ctrl-R"));
    hand.keys("a<C-s>uj");
    assert!(hand.frame().contains("Ctrl-R 恢复"), "{}", hand.frame());
    hand.keys("<C-r>j");
    assert!(!hand.frame().contains("Ctrl-R"));
}

#[test]
fn a_warning_names_whom_it_is_about() {
    let mut hand = before_much();
    // A meeting of three bodies, to which only a residents' committee is invited.
    hand.keys("3n<Tab>例会<Tab>11-30 19:00");
    hand.keys("<Tab><Tab><Tab><Tab><Tab><Tab><Tab>");
    shows(&mut hand, "> 邀请");
    for _ in 0..hand.council.register.people().count() {
        hand.keys(" <Down>");
    }
    shows(&mut hand, "应到单位未全部邀请（居民委员会、业主委员会、物业服务企业）");
}

#[test]
fn somebody_new_can_be_written_wherever_somebody_is_asked_for() {
    let mut hand = before_much();
    hand.keys("3n<Tab>例会<Tab>11-30 19:00<Tab><Tab><Tab><Tab><Tab>赵新来<Enter>");
    shows(&mut hand, "┌ 新增人员");
    shows(&mut hand, "赵新来");
    // Their body is new as well.
    hand.keys("<Tab>新艺合唱队<Enter>");
    shows(&mut hand, "┌ 新增单位");
    hand.keys("其他<Enter><C-s>");
    shows(&mut hand, "┌ 新增人员");
    hand.keys("<C-s>");
    shows(&mut hand, "┌ 召集会议");
    shows(&mut hand, "赵新来（新艺合唱队）");
}
