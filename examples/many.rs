//! measure
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use mazha::domain::{
    calendar::Calendar,
    context::{Context, Mine},
    entry::Entry,
    register::Register,
};
use mazha::text::ZH;
use mazha::tui::{
    app::{self, App, Input},
    style::Palette,
    world::World,
};
use ratatui::{Terminal, backend::TestBackend, layout::Size};
use std::time::Instant;
fn main() {
    let n: u64 = 30_000;
    let mut entries: Vec<Entry> = Vec::new();
    let mut k = 0;
    for i in 1..=n {
        k += 1;
        let r = format!("k3f9q2.{k}.0");
        let ts = format!("2026-{:02}-{:02}T09:00:00+08:00", 1 + i % 10, 1 + i % 28);
        entries.push(serde_json::from_str(&serde_json::json!({"v":1,"w":"k3f9q2","n":k,"c":k,"ts":ts,"by":"林","act":"raise_matter","events":[{"event":"matter_raised","matter":r,"id":format!("2026-A{i:03}"),"title":format!("第{i}件：东门路灯不亮，请尽快修理"),"channel":"visit","priority":"ordinary","of":[r]}]}).to_string()).unwrap());
        for _ in 0..1 {
            k += 1;
            entries.push(serde_json::from_str(&serde_json::json!({"v":1,"w":"k3f9q2","n":k,"c":k,"ts":ts,"by":"林","act":"accept_matter","events":[{"event":"matter_accepted","matter":r,"route":"fast","depth":"quick","decision":"consultation","due":"2026-12-01","of":[r]}]}).to_string()).unwrap());
        }
        for j in 0..2 {
            k += 1;
            entries.push(serde_json::from_str(&serde_json::json!({"v":1,"w":"k3f9q2","n":k,"c":k,"ts":ts,"by":"林","act":"tell_raiser","events":[{"event":"raiser_told","matter":r,"text":format!("说明{j}"),"of":[r]}]}).to_string()).unwrap());
        }
    }
    let t = Instant::now();
    let register = Register::fold(entries);
    println!("fold {:?} {}", t.elapsed(), register.entries().len());
    let calendar = Calendar::new(mazha::data::years());
    let presets = mazha::data::presets();
    let world = World {
        register: &register,
        context: Context {
            now: mazha::clock::now(),
            by: "x",
            writer: "k3f9q2".parse().unwrap(),
            n: k + 1,
            mine: Mine::SamePerson,
            heads: &[],
            calendar: &calendar,
            presets: &presets,
            evidence: &[],
        },
    };
    for (w, h) in [(100, 30), (200, 60)] {
        let t = Instant::now();
        let mut app = App::new("x".into(), ZH, Palette::sixteen(), Size { width: w, height: h }, &world);
        println!("new {:?}", t.elapsed());
        let mut terminal = Terminal::new(TestBackend::new(w, h)).unwrap();
        let t = Instant::now();
        terminal.draw(|f| app::draw(&app, &world, f)).unwrap();
        println!("first frame {:?}", t.elapsed());
        let press = |app: &mut App, code| {
            app.update(Input::Key(KeyEvent::new(code, KeyModifiers::NONE)), &world);
        };
        press(&mut app, KeyCode::Char('l'));
        let t = Instant::now();
        for _ in 0..200 {
            press(&mut app, KeyCode::Char('j'));
            terminal.draw(|f| app::draw(&app, &world, f)).unwrap();
        }
        println!("j {:?}", t.elapsed() / 200);
        let t = Instant::now();
        press(&mut app, KeyCode::Enter);
        terminal.draw(|f| app::draw(&app, &world, f)).unwrap();
        println!("open {:?}", t.elapsed());
        let t = Instant::now();
        app.update(Input::News(1), &world);
        println!("refresh {:?}", t.elapsed());
    }
}
