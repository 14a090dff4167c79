//! Try the screens.
use mazha::council::{Asker, Council};
use mazha::domain::context::Mine;
use mazha::journal::Access;
use mazha::state_dir::StateDir;
use mazha::text::{EN, ZH};
use mazha::tui::{run, style::Palette};
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let dir = std::path::Path::new(&args[1]);
    let state = StateDir::at(format!("{}.state", args[1]));
    let now = mazha::clock::now();
    if !dir.exists() {
        if args.get(3).is_some() {
            mazha::sample::write(dir, now).unwrap();
        } else {
            Council::found(dir, "试验议事会", "standard", &state, &Asker { now, by: "x", mine: Mine::SamePerson })
                .unwrap();
        }
    }
    let council = Council::open(dir, &state, Access::Write).unwrap();
    run::run(run::Session {
        council,
        state,
        by: "林秀英".into(),
        text: if args[2] == "zh" { ZH } else { EN },
        palette: Palette::sixteen(),
        clock: mazha::clock::now,
        ahead: chrono::TimeDelta::zero(),
    })
    .unwrap();
}
