//! What the screens say of themselves: keys, forms, messages; must not know how they are laid out.

use super::plural;

messages! {
    // Forms.
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
}
