//! What is said of the settings file; must not know what the settings do.

use crate::settings::Remark;

messages! {
    ambiguous_is_wide {
        zh: "本终端把部分符号画成两格宽，改用一格的符号显示（设置项 ambiguous 可改）";
        en: "Some signs take two cells here; plain ones stand in (setting: ambiguous)"
    }
    settings_unreadable(file: &str, why: &str) {
        zh: "读不懂设置文件 {file}（{why}），按没有设置处理";
        en: "The settings in {file} cannot be read ({why}); nothing in it is used"
    }
    settings_unknown_key(file: &str, key: &str) {
        zh: "设置文件 {file} 里没有 {key} 这一项，已略过";
        en: "There is no setting “{key}”; it is passed over in {file}"
    }
    settings_bad_value(file: &str, key: &str, value: &str) {
        zh: "设置文件 {file} 里的 {key} 不能是 {value}，已略过";
        en: "The setting “{key}” cannot be {value}; it is passed over in {file}"
    }
}

impl super::Text {
    /// What is passed over in the settings file.
    #[must_use]
    pub fn settings_remark(self, file: &str, remark: &Remark) -> String {
        match remark {
            Remark::Unreadable(why) => self.settings_unreadable(file, why),
            Remark::UnknownKey(key) => self.settings_unknown_key(file, key),
            Remark::BadValue { key, value } => self.settings_bad_value(file, key, value),
        }
    }
}
