//! How one begins: the first screen, who sits here, reading a large record, the pages of help. Must not know how any of
//! it is laid out.

use std::io;

use super::Text;
use crate::journal::Error;

messages! {
    // The first screen.
    start_title { zh: "小马扎"; en: "mazha" }
    start_motto { zh: "件件有回音、事事有着落。"; en: "Every matter gets an answer, every matter lands somewhere." }
    start_recent { zh: "最近打开过"; en: "Opened lately" }
    start_else { zh: "或者"; en: "Or" }
    start_how { zh: "怎么开始？"; en: "How would you like to begin?" }
    start_found { zh: "新建议事会"; en: "Start a council" }
    start_found_about { zh: "填五项，马上能登记第一件事"; en: "five fields, and the first matter can be raised" }
    start_sample { zh: "看看样例"; en: "Look around the sample" }
    start_sample_about { zh: "一个编出来的社区，随便按"; en: "an invented neighbourhood; press anything" }
    start_open { zh: "打开文件夹"; en: "Open a folder" }
    start_open_about { zh: "议事会已经有了，在硬盘、U 盘或同步的文件夹里"; en: "one that exists, on this disk or a stick" }
    start_gone { zh: "（现在不在）"; en: " (not there now)" }
    start_no_home { zh: "这个账户没有主目录，请写出文件夹的位置"; en: "This account has no home; please say where the folder is to be" }
    start_writing_sample { zh: "正在写样例……"; en: "Writing the sample…" }

    key_found { zh: "新建"; en: "New" }
    key_sample { zh: "样例"; en: "Sample" }
    key_open_folder { zh: "打开文件夹"; en: "Folder" }
    key_complete { zh: "补全"; en: "Complete" }
    key_into { zh: "打开/进入"; en: "Open/enter" }
    key_who { zh: "谁在用"; en: "Who is using it" }
    key_next_page { zh: "下一页说明"; en: "Next page" }
    key_previous_page { zh: "上一页说明"; en: "Previous page" }
    key_help_page { zh: "翻到那一页"; en: "A page" }

    // Founding.
    field_council { zh: "议事会名称"; en: "Council" }
    field_residents { zh: "居民委员会"; en: "Residents' committee" }
    if_unnamed(kind: &str) { zh: "不写就叫“{kind}”"; en: "if left empty: {kind}" }
    field_property { zh: "物业服务企业"; en: "Property company" }
    field_who { zh: "谁在用"; en: "Who is using it" }
    field_folder { zh: "文件夹"; en: "Folder" }
    hint_council { zh: "如：青石里社区议事会"; en: "For example: Greenstone Lane Council" }
    hint_body_name { zh: "全称；不写就用通用的称呼，以后在人员里可改"; en: "Its full name; left empty it goes by its kind, and People changes it" }
    hint_who(who: &str) { zh: "您的姓名，每一步都会记上；换人时按 {who}"; en: "Your name, recorded with every act; {who} changes it when somebody else takes over" }
    hint_folder { zh: "记录放在这里，可改；备份就是复制这个文件夹"; en: "Where the record will be; to back it up, copy this folder" }

    // A folder to open.
    folder_title { zh: "打开哪个文件夹？"; en: "Which folder?" }
    folder_path { zh: "位置："; en: "Path: " }
    folder_is_council { zh: "议事会"; en: "a council" }
    folder_none { zh: "里面没有文件夹"; en: "There is no folder in it" }
    folder_no_match { zh: "没有这样开头的文件夹"; en: "No folder begins like that" }
    folder_more(n: usize) { zh: "还有 {n} 个没有列出"; en: "{n} more not listed" }
    folder_is_file(path: &str) { zh: "{path} 是一个文件，不是文件夹。"; en: "{path} is a file, not a folder." }
    folder_holds(path: &str, what: &str) {
        zh: "{path} 不是议事会的文件夹：里面是 {what}，没有 council.json。";
        en: "{path} is not a council's folder: it holds {what}, and no council.json."
    }
    folder_holds_nothing(path: &str) { zh: "{path} 是空的文件夹，不是议事会。"; en: "{path} is empty, and not a council's folder." }
    folder_and_more(names: &str, n: usize) { zh: "{names} 等 {n} 项"; en: "{names} and more, {n} in all" }

    // Who sits here.
    who_title { zh: "谁在用？姓名会记在每一步上；名单上没有的，直接写"; en: "Who is using it? Kept with every act. Not listed: type the name" }
    who_typed { zh: "就用这个名字："; en: "Use this name: " }
    who_sits(name: &str) { zh: "从现在起，每一步记在{name}名下。"; en: "From now on every act is recorded as {name}'s." }
    who_unknown(who: &str) { zh: "还不知道是谁在用，没有保存。请先按 {who} 写上姓名。"; en: "Nobody knows who is using it, so nothing was saved. Press {who} and say who." }
    who_given { zh: "姓名是用 --as 或 MAZHA_AS 指定的，这里不能改。"; en: "The name was given by --as or MAZHA_AS and cannot be changed here." }

    // Reading a large record, and a folder that goes away.
    loading_title { zh: "正在读取记录"; en: "Reading the record" }
    loading_listing { zh: "正在看有哪些文件……"; en: "Looking at which files there are…" }
    loading_bytes(read: &str, all: &str, percent: u64) { zh: "已读 {read}，共 {all}（{percent}%）"; en: "{read} of {all} read ({percent}%)" }
    loading_folding(all: &str) { zh: "{all} 都读完了，正在理出台账……"; en: "All {all} read; putting the register together…" }
    state_gone { zh: "文件夹读不到"; en: "Folder out of reach" }
    folder_gone(why: &str) {
        zh: "读不到了：{why}。接上之前，写什么都存不上。";
        en: "Out of reach: {why}. Nothing can be saved until it is back."
    }
    list_comma { zh: "、"; en: ", " }
    folder_away { zh: "文件夹不见了，可能 U 盘拔下了"; en: "the folder is gone; perhaps the stick was pulled out" }
    folder_back { zh: "文件夹又能读了，可以接着写。"; en: "The folder is back; you can go on." }

    // Help.
    help_keys { zh: "按键"; en: "Keys" }
    help_here { zh: "这一屏"; en: "This screen" }
    help_acts { zh: "办理"; en: "Acts" }
    help_moves { zh: "移动"; en: "Moving" }
    help_everywhere { zh: "各处"; en: "Everywhere" }
    usage_options { zh: "[选项]"; en: "[OPTIONS]" }
    usage_command { zh: "[命令]"; en: "[COMMAND]" }
}

impl Text {
    /// Why a council's folder that was open cannot be read any more, in a few words.
    #[must_use]
    pub fn out_of_reach(self, error: &Error) -> String {
        match error {
            Error::Unreadable(_, error) | Error::Unwritable(_, error) if error.kind() != io::ErrorKind::NotFound => {
                self.system_error(error)
            }
            _ => self.folder_away().to_owned(),
        }
    }

    /// A number of bytes, as people say it: whole kB below one MB, else MB with one decimal.
    #[must_use]
    pub fn size(bytes: u64) -> String {
        if bytes < 1_000_000 {
            format!("{} kB", bytes.div_ceil(1000))
        } else {
            format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::text::Text;

    #[test]
    fn sizes_are_said_in_the_unit_that_fits() {
        assert_eq!(Text::size(0), "0 kB");
        assert_eq!(Text::size(1), "1 kB");
        assert_eq!(Text::size(999_000), "999 kB");
        assert_eq!(Text::size(38_150_000), "38.1 MB");
    }
}
