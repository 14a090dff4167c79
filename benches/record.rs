//! What the record costs, as ratios: run with `cargo bench`.

#![expect(clippy::expect_used, clippy::print_stdout, reason = "run by hand, to be read")]

mod generate;
mod script;

use std::path::Path;
use std::time::{Duration, Instant};

use mazha::domain::entry::Entry;
use mazha::domain::register::Register;
use mazha::journal::{About, Access, Journal};
use mazha::state_dir::StateDir;

fn main() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let dir = place.path().join("council");
    let entries = generate::entries(30_000);
    let about = About {
        id: "019ac0de-0000-7000-8000-000000000001".to_owned(),
        name: "榆荫里".to_owned(),
        founded: entries[0].ts,
    };
    Journal::found_with(&dir, &about, &entries).expect("a council");
    println!("{} acts", entries.len());

    let baseline = best(|| read_and_parse(&dir));
    let opened = best(|| {
        let (_, entries) =
            Journal::open(&dir, &StateDir::at(place.path().join("state")), Access::ReadOnly).expect("opened");
        entries
    });
    let folded = best(|| Register::fold(entries.clone()));
    let cloned = best(|| entries.clone());
    println!("read and parse      {baseline:>10.1?}");
    println!("open the journal    {opened:>10.1?}  x{:.2}", ratio(opened, baseline));
    println!(
        "fold                {:>10.1?}  x{:.2}",
        folded.saturating_sub(cloned),
        ratio(folded.saturating_sub(cloned), baseline)
    );
}

/// Every byte of the journal read, every line parsed into the same typed entries.
fn read_and_parse(dir: &Path) -> Vec<Entry> {
    let mut entries = Vec::new();
    for file in std::fs::read_dir(dir.join("journal")).expect("a journal").flatten() {
        let bytes = std::fs::read(file.path()).expect("a file");
        entries.extend(
            bytes
                .split(|b| *b == b'\n')
                .filter(|l| !l.is_empty())
                .map(|l| serde_json::from_slice::<Entry>(l).expect("an entry")),
        );
    }
    entries
}

fn best<T>(mut run: impl FnMut() -> T) -> Duration {
    (0..5)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(run());
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}

fn ratio(part: Duration, whole: Duration) -> f64 {
    part.as_secs_f64() / whole.as_secs_f64()
}
