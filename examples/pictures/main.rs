//! Makes the README's pictures: the real program on the sample council, in a terminal nobody sees.
//!
//! `cargo build && cargo run --example pictures [PROGRAM [FOLDER]]`; knows the program only by its keys.

mod svg;
mod terminal;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use terminal::Terminal;

/// The evening of every picture: the same sample, the same deadlines, the same bytes.
const NOW: &str = "2026-11-21T19:30:00+08:00";

struct Picture {
    name: &'static str,
    lang: &'static str,
    /// What is typed, and what the screen must show before the next is typed.
    steps: &'static [(&'static str, &'static str)],
}

const PICTURES: &[Picture] = &[
    Picture { name: "board-zh", lang: "zh", steps: &[("", "离开"), ("ll", "榆荫里")] },
    Picture { name: "board-en", lang: "en", steps: &[("", "Leave"), ("ll", "榆荫里")] },
    Picture {
        name: "matter-zh", lang: "zh", steps: &[("", "离开"), ("/", "查找"), ("lgbqs\r", "遛狗不牵绳")]
    },
    Picture { name: "today-zh", lang: "zh", steps: &[("", "离开"), ("5", "临期")] },
    Picture { name: "meeting-zh", lang: "zh", steps: &[("", "离开"), ("3", "会议"), ("\r", "会前准备")] },
    Picture { name: "follow-ups-zh", lang: "zh", steps: &[("", "离开"), ("4", "红  逾期")] },
    Picture { name: "find-zh", lang: "zh", steps: &[("", "离开"), ("/", "查找"), ("tingche", "停车")] },
    Picture { name: "matter-en", lang: "en", steps: &[("", "Leave"), ("/", "Find"), ("lgbqs\r", "遛狗不牵绳")] },
    Picture {
        name: "form-zh",
        lang: "zh",
        steps: &[
            ("", "离开"),
            ("n", "标题"),
            ("3号楼东侧充电棚灯管坏了三根，晚上看不清台阶\t", "看不清台阶"),
            ("微信", "微信"),
            ("\t", "微信"),
            ("12号楼陈阿姨等六户\t", "六户"),
            ("榆荫里3号楼东侧\t", "楼东侧"),
            ("充电棚", "充电棚"),
            ("\t2\t\t28\t", "28"),
            ("灯管坏了两个多星期，十一月以来天黑得早，已有两位老人被门槛绊了一下。\r", "绊了一下"),
            ("住户愿意出工，希望物业把灯管和镇流器一起换掉，", "一起换掉"),
        ],
    },
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let beside = || Some(std::env::current_exe().ok()?.parent()?.parent()?.join("mazha"));
    let program = arguments.next().or_else(beside).ok_or("where is the program?")?;
    let folder = arguments.next().unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("docs"));
    let desk = tempfile::tempdir()?;
    let council = desk.path().join("council");
    let state = desk.path().join("state");
    let written = Command::new(&program)
        .args(["demo", "--no-open", "--now", NOW])
        .arg(&council)
        .env("MAZHA_STATE_DIR", &state)
        .output()?;
    if !written.status.success() {
        return Err(String::from_utf8_lossy(&written.stderr).into());
    }
    for picture in PICTURES {
        let mut terminal = Terminal::open(&program, &council, &state, NOW, picture.lang)?;
        for (keys, shown) in picture.steps {
            terminal.press(keys)?;
            terminal.wait_for(shown)?;
        }
        fs::write(folder.join(picture.name).with_extension("svg"), svg::draw(terminal.screen(), picture.lang))?;
    }
    Ok(())
}
