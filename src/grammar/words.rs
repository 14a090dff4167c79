//! What subcommands and their arguments are for, in words. Must not know how they are shown.

use crate::text::Text;

/// What a subcommand does.
pub(crate) fn about(text: Text, command: &str) -> &'static str {
    match command {
        "demo" => text.about_demo(),
        "init" => text.about_init(),
        "do" => text.about_do(),
        "commands" => text.about_commands(),
        "raise" => text.about_raise(),
        "tally" => text.about_tally(),
        "list" => text.about_list(),
        "show" => text.about_show(),
        "present" => text.about_present(),
        "status" => text.about_status(),
        "log" => text.about_log(),
        "undo" => text.about_undo(),
        "redo" => text.about_redo(),
        "check" => text.about_check(),
        "export" => text.about_export(),
        "completions" => text.about_completions(),
        "man" => text.about_man(),
        "help" => text.about_help(),
        "mazha" => text.about_mazha(),
        _ => "",
    }
}

/// What an argument of a subcommand says.
pub(crate) fn help(text: Text, command: &str, argument: &str) -> &'static str {
    match (command, argument) {
        ("demo", "dir") => text.help_demo_dir(),
        ("init", "dir") => text.help_init_dir(),
        ("init", "name") => text.help_name(),
        ("init", "rules") => text.help_rules(),
        ("do", "file") => text.help_do_file(),
        ("tally", "rule") => text.help_tally_rule(),
        ("tally", "rules") => text.help_tally_rules(),
        ("tally", "file") => text.help_tally_file(),
        ("commands", "name") => text.help_command_name(),
        ("list", "kind") => text.help_list_kind(),
        ("help", "command") => text.help_help_command(),
        ("show", "id") => text.help_show_id(),
        ("present", "meeting") => text.help_present_meeting(),
        ("log", "id") => text.help_log_id(),
        (_, "actor") => text.help_actor(),
        (_, "as_of") => text.help_as_of(),
        (_, "body") => text.help_body(),
        (_, "by") => text.help_by(),
        (_, "category") => text.help_category(),
        (_, "channel") => text.help_channel(),
        (_, "council") => text.help_council(),
        (_, "detail") => text.help_detail(),
        (_, "dry_run") => text.help_dry_run(),
        (_, "help") => text.help_help(),
        (_, "json") => text.help_json(),
        (_, "lang") => text.help_lang(),
        (_, "no_open") => text.help_no_open(),
        (_, "now") => text.help_now(),
        (_, "output") => text.help_output(),
        (_, "overdue") => text.help_overdue(),
        (_, "place") => text.help_place(),
        (_, "read_only") => text.help_read_only(),
        (_, "repair") => text.help_repair(),
        (_, "route") => text.help_route(),
        (_, "seal") => text.help_seal(),
        (_, "search") => text.help_search(),
        (_, "shell") => text.help_shell(),
        (_, "short") => text.help_short(),
        (_, "since") => text.help_since(),
        (_, "stage") => text.help_stage(),
        (_, "stop") => text.help_stop(),
        (_, "title") => text.help_title(),
        (_, "version") => text.help_version(),
        _ => "",
    }
}
