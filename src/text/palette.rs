//! What the palette of commands says; must not know how it is laid out.

messages! {
    key_palette { zh: "命令"; en: "Commands" }
    key_run { zh: "执行"; en: "Do it" }
    palette_title { zh: "命令：中文名、拼音、首字母、英文名，或写出整条命令"; en: "Commands: by name, pinyin or key, or written out" }
    palette_nothing { zh: "没有叫这个名字的命令。删掉几个字，或清空看全部。"; en: "There is no command like that. Take out some letters, or all to see every command." }
    palette_required { zh: "必填"; en: "required" }
    palette_no_pair(given: &str) { zh: "{given} 请写成“名称=内容”"; en: "Write {given} as name=value" }
    palette_only_there(what: &str) { zh: "{what} 只能在命令行里用"; en: "{what} works on the command line only" }
    palette_now_checking { zh: "正在核对全部记录，完成后会告诉您。"; en: "The whole record is being verified; you will hear of it." }
    palette_listed(kind: &str, n: usize) { zh: "{kind}：{n}"; en: "{kind}: {n}" }
    palette_checked { zh: "全部记录核对完了，手头的事做完就给您看结果。"; en: "The whole record is verified; you will see what was found once you are done here." }
    palette_check { zh: "核对记录"; en: "The record, verified" }
}
