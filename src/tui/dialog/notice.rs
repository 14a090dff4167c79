//! Forms for objections to a notice and their answers.

use serde_json::json;

use super::draft::{dialog, fixed};
use super::{FormDialog, fields};
use crate::cells::clean::clean;
use crate::domain::notice::{Notice, Objection};
use crate::domain::register::Register;
use crate::text::Text;
use crate::tui::form::{Choice, Field};
use crate::tui::notice_act::{NoticeAct, objections};
use crate::tui::screen::Target;

/// The form of an act on a notice.
#[must_use]
pub fn notice_form(act: NoticeAct, notice: &Notice, register: &Register, text: Text) -> FormDialog {
    match act {
        NoticeAct::Object => {
            let title = text.form_about(act.label(text), Target::from(notice.about).title(register));
            let fields = vec![
                fields::name("by", text.field_objector()).required(),
                fields::text_field("text", text.field_words()).required(),
            ];
            dialog("object_to_notice", title, fixed(&[("notice", json!(register.id(notice.key)))]), fields)
        }
        NoticeAct::Answer => answer(act, notice, register, text),
    }
}

/// Which objection is only asked where several wait.
fn answer(act: NoticeAct, notice: &Notice, register: &Register, text: Text) -> FormDialog {
    let open: Vec<&Objection> = objections(notice, register).filter(|objection| objection.answer.is_none()).collect();
    let words = fields::text_field("text", text.field_answer()).required();
    let told = |objection: &Objection| text.form_about(&objection.by, &objection.text);
    if let [only] = open.as_slice() {
        let words = words.hint(clean(&told(only)).into_owned());
        let title = text.form_answer_objection(&only.by);
        return dialog("answer_objection", title, fixed(&[("objection", json!(register.id(only.key)))]), vec![words]);
    }
    let choice = |objection: &&Objection| Choice {
        value: json!(register.id(objection.key)),
        label: clean(&told(objection)).into_owned(),
    };
    let which = Field::names("objection", text.label_objections(), open.iter().map(choice).collect());
    let title = text.form_about(act.label(text), Target::from(notice.about).title(register));
    dialog("answer_objection", title, fixed(&[]), vec![which.required(), words])
}
