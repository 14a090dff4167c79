//! The palette: everything by name, pinyin or key, and whole commands.

use insta::assert_snapshot;
use mazha::domain::stage::{Stage, Standing};
use mazha::text::Lang;
use mazha::tui::app::Input;

use super::kit::{Hand, busy};
use super::stories::{before_much, before_nothing, shows};

#[test]
fn an_act_by_its_name_opens_the_form_of_its_key() {
    for typed in ["受理", "sl", "shouli", "Accept", "accept_matter", "a"] {
        // The board's second column has the matter to be heard; the first has one that is new.
        let mut by_key = before_much();
        by_key.keys("<Enter>a");
        let mut by_name = before_much();
        by_name.keys("<Enter>:").keys(typed).keys("<Enter>");
        assert_eq!(by_name.frame(), by_key.frame(), "{typed}");
    }
}

#[test]
fn what_an_input_method_makes_of_a_colon_opens_it_too() {
    let mut hand = before_much();
    hand.keys("：ri");
    shows(&mut hand, "日志");
    hand.keys("zhi<Enter>");
    shows(&mut hand, "赵国梁");
    hand.keys("：kb<Enter>");
    shows(&mut hand, "楼道堆物");
}

#[test]
fn acts_of_other_screens_can_be_done_from_here() {
    let mut hand = before_much();
    hand.keys(":登记人员<Enter>王芳");
    shows(&mut hand, "王芳");
    shows(&mut hand, "登记人员");
    let mut hand = before_much();
    // On the list of follow-ups, an act on the matter of the selected task.
    hand.keys("4:gaozhi<Enter>");
    shows(&mut hand, "告知");
}

#[test]
fn a_refused_act_says_why_and_leaves_everything_as_it_was() {
    let mut hand = before_much();
    hand.keys("<Enter>:结案");
    let before = hand.council.register.entries().len();
    shows(&mut hand, "结案");
    hand.keys("<Enter>");
    shows(&mut hand, "2026-A");
    assert_eq!(hand.council.register.entries().len(), before);
    hand.keys("<Esc>");
    assert!(!hand.frame().contains("命令："));
}

#[test]
fn a_matter_is_raised_and_accepted_by_whole_commands() {
    let mut hand = before_nothing();
    hand.keys(":raise 东门路灯不亮 --channel mailbox<Enter>");
    assert_eq!(hand.standing("2026-A001"), Standing::New);
    hand.keys(":accept_matter matter=A1 route=快办 due=12-5<Enter>");
    let matter = hand.council.register.matters().next().expect("raised");
    assert_eq!(matter.stage(), Stage::Deliberate);
    assert_eq!(matter.due.map(|due| due.to_string()).as_deref(), Some("2026-12-05"));
    // With a route, both at once.
    hand.keys(":raise 楼道灯不亮 --route immediate<Enter>");
    assert_eq!(hand.standing("2026-A002"), Standing::Unassigned);
    hand.input(Input::Paste("：".into()));
    hand.keys(":");
    hand.input(Input::Paste("{\"do\":\"decline_matter\",\n \"matter\":\"A1\",\"reason\":\"重复\"}\n".into()));
    hand.keys("<Enter>");
    assert_eq!(hand.standing("2026-A001"), Standing::Declined);
}

#[test]
fn a_command_is_completed_from_what_is_known() {
    let mut hand = before_much();
    hand.keys(":accept_m<Tab><Tab>dm<Tab>");
    shows(&mut hand, "accept_matter matter=2026-A001 ");
    let mut hand = before_much();
    hand.keys(":assign_t<Tab>matter=ting<Tab>lead=wuye<Tab>");
    shows(&mut hand, "assign_task matter=2026-A002 lead=A-B03 ");
    hand.keys("due=周五");
    shows(&mut hand, "周五 → 11月27日 周五");
}

#[test]
fn a_refusal_stands_under_the_line_and_nothing_typed_is_lost() {
    let mut hand = before_much();
    let line = "accept_matter matter=A1 route=fast";
    hand.keys(":").keys(line).keys("<Enter>");
    shows(&mut hand, line);
    shows(&mut hand, "2026-A001");
    let mut read_only = before_much().read_only();
    read_only.keys(":raise 路灯<Enter>");
    shows(&mut read_only, "raise 路灯");
    shows(&mut read_only, "只读");
}

#[test]
fn reading_commands_show_their_answers() {
    let mut hand = before_much();
    hand.keys(":list tasks --overdue<Enter>");
    shows(&mut hand, "任务：1");
    hand.keys("<Enter>");
    shows(&mut hand, "2026-A001  东门路灯不亮");
    hand.keys(":show A2<Enter>");
    shows(&mut hand, "2026-A002");
    hand.keys(":show 赵国梁<Enter>");
    shows(&mut hand, "项目经理");
    hand.keys(":status<Enter>");
    shows(&mut hand, "逾期");
    hand.keys(":log A2<Enter>");
    shows(&mut hand, "共 ");
    // The first Escape leaves the filter.
    hand.keys("<Esc>:check<Enter>");
    shows(&mut hand, "全部完好。");
    hand.keys("<Esc>");
    assert!(!hand.frame().contains("全部完好。"));
}

#[test]
fn a_line_carried_out_comes_back_with_the_arrow() {
    let mut hand = before_much();
    hand.keys(":show A2<Enter>:<Up>");
    shows(&mut hand, ": show A2");
}

#[test]
fn odd_input_does_no_harm() {
    let mut hand = before_much();
    let before = hand.council.register.entries().len();
    for line in [
        "zzzz",
        "accept_matter colour=red",
        "list --stage nowhere",
        "show Z9",
        "init x --name y",
        "raise",
        "=",
        "\"",
        "{",
    ] {
        hand.keys(":").keys(line).keys("<Enter>");
        shows(&mut hand, line);
        hand.keys("<Esc>");
    }
    hand.keys(":");
    hand.input(Input::Paste("粘".repeat(100_000)));
    shows(&mut hand, "最多");
    assert_eq!(hand.council.register.entries().len(), before);
}

#[test]
fn the_palette_looks_so() {
    let scripts = [
        ("palette", ":"),
        ("palette_matter", "<Enter>:"),
        ("palette_narrowed", "<Enter>:gs"),
        ("palette_refused", "<Enter>:close_matter<Enter>"),
        ("palette_fields", ":accept_matter "),
        ("palette_values", ":accept_matter matter=2 route="),
        ("palette_day", ":accept_matter matter=2 due=12-5"),
        ("palette_options", ":list "),
        ("palette_wrong", ":accept_matter matter=2 colour=red<Enter>"),
        ("palette_nothing", ":zzzz"),
        ("palette_listed", ":list tasks<Enter>"),
        ("palette_checked", ":check<Enter>"),
    ];
    for (name, script) in scripts {
        for (lang, code) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
            for (width, height) in [(80, 24), (120, 40), (200, 60)] {
                let mut hand = Hand::before(busy(lang), lang, (width, height));
                hand.keys(script);
                assert_snapshot!(format!("{name}_{code}_{width}"), hand.frame());
            }
        }
    }
}

#[test]
fn a_line_that_was_given_up_comes_back() {
    let mut hand = before_much();
    hand.keys(":raise_matter 东门路灯已经三天不亮<Esc>:<Up>");
    shows(&mut hand, "东门路灯已经三天不亮");
    hand.keys("<C-c>");
    shows(&mut hand, "离开吗");
    hand.keys("n");
    shows(&mut hand, "东门路灯已经三天不亮");
    hand.keys("<C-c><C-c>");
    assert!(hand.has_left());
}
