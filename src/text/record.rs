//! What is said about the record on disk: what keeps it from being opened or written, and what a check finds.
//! Must not know who is told.

use std::io;

use chrono::TimeDelta;

use super::{Text, plural};
use crate::council::{Refused, Unfounded};
use crate::journal::{Closed, Damage, Error, Failure, NewName, Remark};

messages! {
    no_home { zh: "找不到本账户的主目录，无法保存本机身份。可用 MAZHA_STATE_DIR 指定一个文件夹。"; en: "This account has no home to remember in; name a folder with MAZHA_STATE_DIR." }
    open_missing(path: &str) { zh: "没有这个文件夹：{path}"; en: "There is no folder {path}." }
    cannot_read(path: &str, why: &str) { zh: "读不了 {path}：{why}"; en: "{path} cannot be read: {why}" }
    cannot_write(path: &str, why: &str) { zh: "写不了 {path}：{why}"; en: "{path} cannot be written: {why}" }
    open_not_a_council(path: &str) { zh: "{path} 里没有议事会的记录（council.json）。"; en: "{path} holds no council (council.json)." }
    open_damaged(path: &str, line: usize) { zh: "{path} 第 {line} 行已损坏。"; en: "{path} is damaged at line {line}." }
    open_newer(path: &str, version: u32) { zh: "{path} 由新版程序写成，需要格式 {version}。"; en: "{path} was written by a newer program: format {version} is needed." }
    open_already(path: &str) { zh: "{path} 已经是一个议事会，没有改动。要打开它：mazha -C {path}"; en: "{path} is a council already; nothing was changed. To open it: mazha -C {path}" }

    system_not_found { zh: "没有这个文件或文件夹"; en: "there is no such file or folder" }
    system_denied { zh: "没有权限"; en: "permission is denied" }
    system_full { zh: "磁盘已满"; en: "the disk is full" }
    system_read_only { zh: "磁盘是只读的"; en: "the disk is read-only" }
    system_not_a_folder { zh: "不是文件夹"; en: "it is not a folder" }
    system_is_a_folder { zh: "是文件夹，不是文件"; en: "it is a folder, not a file" }

    not_saved(why: &str) { zh: "没有保存：{why}。原有记录没有变化，可以再试。"; en: "Not saved: {why}. The record is as it was; it can be tried again." }
    not_sure(why: &str) { zh: "不能确定是否已保存：{why}。请看看记录里有没有这一步，再决定要不要重做。"; en: "Not sure whether it was saved: {why}. See whether the record has it before you do it again." }
    read_only(why: &str) { zh: "只能看，不能写：{why}"; en: "This can only be read: {why}" }
    closed_asked { zh: "以只读方式打开"; en: "it was opened so" }
    closed_newer(file: &str, line: u64, version: u32) { zh: "{file} 第 {line} 行需要格式 {version} 的新版程序"; en: "line {line} of {file} needs a program that knows format {version}" }
    closed_own_file(file: &str) { zh: "读不了本机自己的 {file}"; en: "this laptop's own {file} cannot be read" }
    closed_state_dir(why: &str) { zh: "本机身份的文件夹用不了：{why}"; en: "the folder with this laptop's identity cannot be used: {why}" }
    closed_refused(why: &str) { zh: "系统不允许写入：{why}"; en: "the system refuses to write: {why}" }
    closed_unsure { zh: "上一次没能确定是否写入，需要重新打开"; en: "the last write is in doubt; it must be opened again" }
    evidence_unreadable(path: &str, why: &str) { zh: "附件 {path} 取不到：{why}"; en: "The file {path} cannot be taken: {why}" }

    record_has_problems(n: usize) {
        zh: "记录有 {n} 处问题，其余照常读入；mazha check 可看详情。";
        en: "The record has {n} {problems}; all the rest was read. mazha check tells more.",
            problems = plural(n, "problem", "problems")
    }
    bad_year(path: &str) { zh: "放假安排文件读不出来，没有采用：{path}"; en: "This year file cannot be read and is not used: {path}" }

    remark_bom { zh: "开头有字节顺序标记，可能被编辑器改存过；内容已照常读入"; en: "begins with a byte order mark: an editor has saved it; it was read all the same" }
    remark_carriage_returns { zh: "换行被改成了 Windows 式；内容已照常读入"; en: "has its line ends changed to those of Windows; it was read all the same" }
    remark_not_a_line { zh: "这一行读不出来"; en: "the line cannot be read" }
    remark_does_not_fit { zh: "这一行与原来写入的不一致"; en: "the line is not what its author wrote" }
    record_found(n: usize, place: &str, what: &str) {
        zh: "记录有 {n} 处要留意，运行 mazha check 查看：{place}{what}";
        en: "{n} {things} about the record, see mazha check: {place}{what}", things = plural(n, "thing", "things")
    }
    remark_cannot_tell {
        zh: "上一行已丢失，无法核对这一行是不是原样";
        en: "the line before is lost, so that nobody can tell whether this one is as it was written"
    }
    remark_not_understood { zh: "这一行完好，但本程序看不懂"; en: "the line is whole, but not understood here" }
    remark_torn { zh: "最后一行不完整"; en: "the last line is not whole" }
    remark_cut(kept: &str) { zh: "最后一行没有写完，已移到 {kept}"; en: "the unfinished last line was set aside as {kept}" }
    remark_completed { zh: "最后一行缺少换行，已补上"; en: "the last line lacked its line feed, which was put back" }
    remark_doubled { zh: "这一行重复了，只算一次"; en: "the line stands there twice and counts once" }
    remark_out_of_place { zh: "这一行的先后位置不对，不影响内容"; en: "the line is out of its place; nothing changes" }
    remark_fork(act: &str, branch: &str) { zh: "{act} 有两个不同的版本，这一个按 {branch} 的记录读入"; en: "there are two of {act}; this one is read as written by {branch}" }
    remark_waiting(n: u64, writer: &str) { zh: "还缺 {writer} 的 {n} 条记录"; en: "{n} {acts} of {writer} yet to arrive", acts = plural(n, "act", "acts") }
    remark_behind(n: u64, writer: &str) { zh: "{writer} 以前见过的 {n} 条记录现在没有了"; en: "{n} {acts} of {writer} seen here before and gone now", acts = plural(n, "act", "acts") }
    remark_seal_broken(by: &str, act: &str) { zh: "{by} 签封时的 {act} 现在缺失或不同"; en: "{act}, sealed by {by}, is missing or other than it was" }
    remark_newer(version: u32) { zh: "由新版程序写成，需要格式 {version}，因此只能看"; en: "was written by a newer program, format {version}; the council can only be read" }
    remark_redacted(act: &str, by: &str) { zh: "{act} 的内容已按 {by} 抹去"; en: "the words of {act} were erased by {by}" }
    remark_clock_back(span: &str) { zh: "电脑时钟倒退了 {span}"; en: "the clock went back by {span}" }
    remark_unreadable(why: &str) { zh: "读不了：{why}"; en: "cannot be read: {why}" }
    remark_new_writer(was: &str, why: &str) { zh: "本机从现在起不再用 {was} 的名义书写：{why}"; en: "this laptop no longer writes as {was}: {why}" }
    remark_no_locks { zh: "这个系统没有文件锁，请一次只开一个窗口书写"; en: "this system has no file locks: let only one window write at a time" }
    new_name_behind { zh: "本机的部分记录不见了，可能恢复过备份"; en: "acts of its own are missing, perhaps a backup was put back" }
    new_name_forked { zh: "另一个程序用过同一名义"; en: "another program wrote under that name" }
    new_name_other_machine { zh: "本机身份是从别的电脑复制来的"; en: "its identity was copied from another machine" }
    new_name_last_line { zh: "本机最后一行已损坏"; en: "its last line is damaged" }
}

impl Text {
    /// What the system said of a file, in plain words where there are some.
    #[must_use]
    pub fn system_error(self, error: &io::Error) -> String {
        let known = match error.kind() {
            io::ErrorKind::NotFound => self.system_not_found(),
            io::ErrorKind::PermissionDenied => self.system_denied(),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => self.system_full(),
            io::ErrorKind::ReadOnlyFilesystem => self.system_read_only(),
            io::ErrorKind::NotADirectory => self.system_not_a_folder(),
            io::ErrorKind::IsADirectory => self.system_is_a_folder(),
            _ => return error.to_string(),
        };
        known.to_owned()
    }

    /// Why a folder cannot be opened as a council, or made one.
    #[must_use]
    pub fn cannot_open(self, error: &Error) -> String {
        match error {
            Error::Missing(path) => self.open_missing(&path.to_string_lossy()),
            Error::Unreadable(path, error) => self.cannot_read(&path.to_string_lossy(), &self.system_error(error)),
            Error::NotACouncil(path) => self.open_not_a_council(&path.to_string_lossy()),
            Error::Damaged { path, line } => self.open_damaged(&path.to_string_lossy(), *line),
            Error::Newer { path, version } => self.open_newer(&path.to_string_lossy(), *version),
            Error::AlreadyACouncil(path) => self.open_already(&path.to_string_lossy()),
            Error::Unwritable(path, error) => self.cannot_write(&path.to_string_lossy(), &self.system_error(error)),
        }
    }

    /// Why no council was founded.
    #[must_use]
    pub fn cannot_found(self, why: &Unfounded) -> String {
        match why {
            Unfounded::NoSuchRules(name) => self.refused_unknown_preset(name),
            Unfounded::Journal(error) => self.cannot_open(error),
            Unfounded::Refused(refused) => self.not_done(refused),
        }
    }

    /// Why a command was not carried out.
    #[must_use]
    pub fn not_done(self, refused: &Refused) -> String {
        match refused {
            Refused::ByRules(refusal) => self.refusal(refusal),
            Refused::Evidence { path, error } => self.evidence_unreadable(path, &self.system_error(error)),
            Refused::ByDisk(failure) => self.failure(failure),
        }
    }

    /// Why an act could not be written.
    #[must_use]
    pub fn failure(self, failure: &Failure) -> String {
        match failure {
            Failure::NotSaved(error) => self.not_saved(&self.system_error(error)),
            Failure::NotSure(error) => self.not_sure(&self.system_error(error)),
            Failure::ReadOnly(closed) => self.read_only(&self.closed(closed)),
        }
    }

    /// Why a council can only be read.
    #[must_use]
    pub fn closed(self, closed: &Closed) -> String {
        match closed {
            Closed::Asked => self.closed_asked().to_owned(),
            Closed::Newer { file, line, version } => self.closed_newer(file, *line, *version),
            Closed::OwnFile { file } => self.closed_own_file(file),
            Closed::StateDir(why) => self.closed_state_dir(why),
            Closed::Refused(why) => self.closed_refused(why),
            Closed::Unsure => self.closed_unsure().to_owned(),
        }
    }
}

impl Text {
    /// What was found in the record, as one sentence: the first of it with its place, and how much more there is.
    #[must_use]
    pub fn record_says(self, remarks: &[Remark]) -> String {
        let Some(first) = remarks.first() else { return String::new() };
        let place = match (first.file(), first.line()) {
            (Some(file), Some(line)) => format!("{file}:{line} "),
            (Some(file), None) => format!("{file} "),
            (None, _) => String::new(),
        };
        self.record_found(remarks.len(), &place, &self.remark(first))
    }

    /// What the journal has to say about itself, without the place.
    #[must_use]
    pub fn remark(self, remark: &Remark) -> String {
        use Remark as R;
        match remark {
            R::ByteOrderMark { .. } => self.remark_bom().to_owned(),
            R::CarriageReturns { .. } => self.remark_carriage_returns().to_owned(),
            R::Damaged { how: Damage::NotALine, .. } => self.remark_not_a_line().to_owned(),
            R::Damaged { how: Damage::DoesNotFit, .. } => self.remark_does_not_fit().to_owned(),
            R::Damaged { how: Damage::NotUnderstood, .. } => self.remark_not_understood().to_owned(),
            R::Damaged { how: Damage::CannotTell, .. } => self.remark_cannot_tell().to_owned(),
            R::Torn { .. } => self.remark_torn().to_owned(),
            R::Cut { kept, .. } => self.remark_cut(kept),
            R::Completed { .. } => self.remark_completed().to_owned(),
            R::Doubled { .. } => self.remark_doubled().to_owned(),
            R::OutOfPlace { .. } => self.remark_out_of_place().to_owned(),
            R::Fork { act, branch, .. } => self.remark_fork(&act.to_string(), branch.as_str()),
            R::Waiting { writer, from, to } => self.remark_waiting(to - from + 1, writer.as_str()),
            // The last act seen may be damaged with later ones after it: then it is the one that is gone.
            R::Behind { writer, seen, have } => self.remark_behind(seen.saturating_sub(*have).max(1), writer.as_str()),
            R::SealBroken { by, act } => self.remark_seal_broken(&by.to_string(), &act.to_string()),
            R::Newer { version, .. } => self.remark_newer(*version),
            R::Redacted { act, by, .. } => self.remark_redacted(&act.to_string(), &by.to_string()),
            R::ClockBack { seconds, .. } => {
                self.remark_clock_back(&self.duration(TimeDelta::try_seconds(*seconds).unwrap_or(TimeDelta::MAX)))
            }
            R::Unreadable { error, .. } => self.remark_unreadable(error),
            R::NewWriter { was, why } => self.remark_new_writer(was.as_str(), self.new_name(*why)),
            R::NoLocks => self.remark_no_locks().to_owned(),
        }
    }

    fn new_name(self, why: NewName) -> &'static str {
        match why {
            NewName::Behind => self.new_name_behind(),
            NewName::Forked => self.new_name_forked(),
            NewName::OtherMachine => self.new_name_other_machine(),
            NewName::LastLineDamaged => self.new_name_last_line(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::journal::Remark;
    use crate::text::{EN, ZH};

    #[test]
    fn acts_that_are_gone_are_counted_even_where_later_ones_are_here() {
        let writer = "k3f9q2".parse().unwrap();
        let behind = |seen, have| Remark::Behind { writer, seen, have };
        assert_eq!(EN.remark(&behind(7, 4)), "3 acts of k3f9q2 seen here before and gone now");
        assert_eq!(EN.remark(&behind(5, 7)), "1 act of k3f9q2 seen here before and gone now");
        assert_eq!(ZH.remark(&behind(5, 7)), "k3f9q2 以前见过的 1 条记录现在没有了");
    }
}
