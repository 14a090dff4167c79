//! What the command line says of itself when asked for help; must not know how it is asked.

messages! {
    about_mazha { zh: "小马扎：社区协商从提事到评事，件件有回音、事事有着落"; en: "A neighbourhood council's consultation, from the first word to the last answer" }
    about_demo { zh: "写出样例社区并打开"; en: "Write the sample council and open it" }
    about_init { zh: "新建一个议事会的文件夹"; en: "Found a council in a new folder" }
    about_do { zh: "执行 JSON 命令，每行一条"; en: "Carry out commands given as JSON, one a line" }
    about_commands { zh: "列出 do 的全部命令，或一条命令的字段"; en: "List the commands of do, or the fields of one" }
    about_raise { zh: "提事：登记一个事项"; en: "Raise a matter" }
    about_tally { zh: "计票：按一条规则核算一次表决"; en: "Count a vote by a rule" }
    about_list { zh: "列出事项、任务、会议、人员、单位或公示"; en: "List matters, tasks, meetings, people, bodies or notices" }
    about_show { zh: "查看一个事项、会议、任务或人员的全过程"; en: "Show a matter, meeting, task or person with its whole history" }
    about_present { zh: "会场大屏：放大显示正在开的会，只看不写"; en: "Show a meeting large, for the wall of the room; nothing is written" }
    about_status { zh: "现在要办什么：逾期、将到期、待告知、下次会议"; en: "What needs someone now: overdue, due soon, to be told, next meeting" }
    about_log { zh: "逐条看记录"; en: "The record, act by act" }
    about_undo { zh: "撤销最近一步"; en: "Undo the last act" }
    about_redo { zh: "恢复刚撤销的一步"; en: "Redo the act undone last" }
    about_check { zh: "核对全部记录文件"; en: "Verify every file of the record" }
    about_export { zh: "把整个台账导出为一个 JSON 文件"; en: "The whole register as one JSON document" }
    about_completions { zh: "输出命令行补全脚本"; en: "Print a completion script for a shell" }
    about_man { zh: "输出手册页"; en: "Print the manual page" }

    about_help { zh: "显示帮助：一个命令，或一个主题"; en: "Show help: on a command, or a topic" }
    help_help_command { zh: "命令或主题，如 会议"; en: "A command or a topic, such as meeting" }

    help_council { zh: "议事会的文件夹（MAZHA_COUNCIL；不写则向上查找）"; en: "The council's folder (MAZHA_COUNCIL; else the nearest one upwards)" }
    help_actor { zh: "经手人，记入台账（MAZHA_AS；不写则用登录名）"; en: "Who acts, as recorded (MAZHA_AS; else the login name)" }
    help_lang { zh: "界面语言（MAZHA_LANG；不写则随系统）"; en: "The language to speak (MAZHA_LANG; else the system's)" }
    help_now { zh: "把这一时刻当作现在，如 2026-11-21T19:30:00+08:00（MAZHA_NOW）"; en: "Take this instant as now, such as 2026-11-21T19:30:00+08:00 (MAZHA_NOW)" }
    help_read_only { zh: "只看，不写任何内容"; en: "Read, and write nothing" }
    help_help { zh: "显示帮助"; en: "Show this help" }
    help_version { zh: "显示版本"; en: "Show the version" }

    help_json { zh: "输出 JSON"; en: "Answer in JSON" }
    help_as_of { zh: "到这一天结束时的情况"; en: "As things stood at the end of this day" }
    help_demo_dir { zh: "新文件夹；不写则用临时文件夹"; en: "A new folder; a temporary one if left out" }
    help_no_open { zh: "只写出，不打开"; en: "Write it, but do not open it" }
    help_init_dir { zh: "新文件夹"; en: "The new folder" }
    help_name { zh: "议事会名称"; en: "What the council is called" }
    help_rules { zh: "议事规则的名称"; en: "The rule set to begin with" }
    help_do_file { zh: "命令文件；不写或写 - 则读标准输入"; en: "The commands; standard input if left out or -" }
    help_dry_run { zh: "只检查，不写入"; en: "Say what would happen and write nothing" }
    help_stop { zh: "遇到不允许的命令就停止"; en: "Stop at the first refusal" }
    help_command_name { zh: "命令名，如 raise_matter"; en: "A command, such as raise_matter" }
    help_tally_rule { zh: "计票规则，如 owners/use_fund；不写则用数据里的 rule"; en: "The rule, such as owners/use_fund; else the one the figures name" }
    help_tally_rules { zh: "列出全部计票规则及其出处"; en: "List the rules with their sources" }
    help_tally_file { zh: "JSON 数据文件；不写或写 - 则读标准输入"; en: "The figures as JSON; standard input if left out or -" }
    help_title { zh: "一句话说清什么事"; en: "What it is, in a line" }
    help_channel { zh: "提事渠道的代码，如 mailbox、visit、hotline"; en: "How it came, such as mailbox, visit or hotline" }
    help_by { zh: "提出人；不写则为匿名"; en: "Who raised it; anonymous if left out" }
    help_place { zh: "地点"; en: "Where" }
    help_category { zh: "类别代码，如 PK 或 PK01"; en: "A category, such as PK or PK01" }
    help_detail { zh: "详细经过"; en: "The account in full" }
    help_route { zh: "办理方式；写了就同时受理"; en: "Accept it at once by this route" }
    help_list_kind { zh: "列什么；不写则列事项"; en: "What to list; matters if left out" }
    help_stage { zh: "只列这一步的事项"; en: "Only matters in this step" }
    help_overdue { zh: "只列逾期的"; en: "Only what is overdue" }
    help_body { zh: "只列这个单位的"; en: "Only what this body has" }
    help_search {
        zh: "搜索：汉字、拼音或首字母；可加 阶段: 承办: 地点: 类别: 渠道: 提出人: 状态: 和 逾期、未结、已结；-词 表示不含，引号内连着找";
        en: "Search by characters, pinyin or initials; also by stage: lead: place: category: channel: by: is: and overdue, open, closed; -word leaves out, quotes keep words together"
    }
    help_show_id { zh: "编号，可简写：2026-A001、A1、T7"; en: "A number, short forms too: 2026-A001, A1, T7" }
    help_present_meeting { zh: "会议编号，可简写：2026-A-M01、M1"; en: "The meeting's number, short forms too: 2026-A-M01, M1" }
    help_short { zh: "只用一行"; en: "In one line" }
    help_log_id { zh: "只看与这个编号有关的"; en: "Only what concerns this number" }
    help_since { zh: "从这一天或这一时刻起"; en: "From this day or instant on" }
    help_seal { zh: "纸面上的封存码，核对是否出自本记录"; en: "A seal printed on a paper: does it belong to this record?" }
    help_repair { zh: "把损坏的行移到 damaged 文件夹，不删除"; en: "Set damaged lines aside in the folder damaged; nothing is deleted" }
    help_output { zh: "写入这个文件，而不是标准输出"; en: "Write to this file instead of standard output" }
    help_shell { zh: "命令行外壳"; en: "The shell" }

    help_choice(words: &str) { zh: "：{words}"; en: ": {words}" }

    heading_usage { zh: "用法："; en: "Usage: " }
    heading_commands { zh: "命令"; en: "Commands" }
    heading_topics { zh: "主题（mazha help 会议）"; en: "Topics (mazha help meeting)" }
    help_topic(topic: &str, about: &str) { zh: "  {topic}：{about}"; en: "  {topic}: {about}" }
    usage_unknown_topic(given: &str) { zh: "没有 {given} 这个命令或主题；mazha help 列出全部"; en: "there is no command or topic {given}; mazha help lists them" }
    heading_arguments { zh: "参数"; en: "Arguments" }
    heading_options { zh: "选项"; en: "Options" }
    heading_everywhere { zh: "通用选项"; en: "Options of every command" }

    usage_unknown_argument(given: &str) { zh: "没有 {given} 这个选项"; en: "there is no option {given}" }
    usage_unknown_command(given: &str) { zh: "没有 {given} 这个命令"; en: "there is no command {given}" }
    usage_invalid_value(given: &str, argument: &str) { zh: "{argument} 不能是 {given}"; en: "{argument} cannot be {given}" }
    usage_one_of(values: &str) { zh: "可以是：{values}"; en: "it can be: {values}" }
    usage_value_missing(argument: &str) { zh: "{argument} 后面缺少内容"; en: "{argument} wants a value" }
    usage_argument_missing(arguments: &str) { zh: "缺少 {arguments}"; en: "{arguments} is missing" }
    usage_conflict(argument: &str, other: &str) { zh: "{argument} 不能与 {other} 同用"; en: "{argument} and {other} exclude each other" }
    usage_given_twice(argument: &str) { zh: "{argument} 只能写一次"; en: "{argument} can be given once only" }
    usage_other { zh: "命令写法不对"; en: "this cannot be understood" }
    usage_see_help { zh: "用 --help 看写法"; en: "--help shows how it is written" }
}
