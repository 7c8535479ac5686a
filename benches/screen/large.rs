//! A key in a library of very many records: `cargo bench --bench screen -- --library DIR`, with a
//! folder such as `make_library` writes.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use majlis::app::Shelf;
use majlis::library::Library;
use majlis::report::Language;

use super::keys::{Screen, presses};
use super::table::{Times, figure, head};

/// Every board, list, filter and search, and moving in it.
const KEYS: &str = "j j j k k G g pagedown tab j j tab j tab j 1 a j G g tab j G tab j G a 1 enter j j pagedown d \
    d d esc v o j j G g pagedown v b j G v c j G v f j G v d j G enter j G esc tab j tab j tab j v v \
    f c \"ku\" enter j G g a j a f r down enter j G g v o j G v v f x f s enter j G a j a f x f b \"i\" enter j G f x \
    / \"ميزانية\" down down enter [ ] esc / \"lamp resolution\" esc / \"kind:nom 27\" esc / \"year:2024\" esc / \"'a\" esc i i ! esc";

/// How many of the slowest keys are named.
const SLOWEST: usize = 12;

pub fn print(folder: &Path) {
    let start = Instant::now();
    let shelf = Arc::new(Shelf::new(Library::open(folder)));
    head("A key in a large library");
    figure("records", &shelf.library.len().to_string(), "");
    figure("read in", &format!("{:.0?}", start.elapsed()), "");
    let start = Instant::now();
    shelf.finder();
    figure("indexed in", &format!("{:.0?}", start.elapsed()), "");
    for language in [Language::Arabic, Language::English] {
        let mut screen = Screen::new(&shelf, language);
        screen.draw();
        for round in ["first", "second"] {
            let mut times = Times::default();
            let mut slow: Vec<(Duration, usize, String)> = Vec::new();
            for (place, key) in presses(KEYS).into_iter().enumerate() {
                let start = Instant::now();
                screen.key(&key);
                times.push(start.elapsed());
                slow.push((start.elapsed(), place, key));
            }
            times.print(&format!("{language:?}, {round} time"), "max < 16");
            slow.sort_by(|one, other| other.cmp(one));
            for (took, place, key) in slow.into_iter().take(SLOWEST) {
                println!("  {took:>12.1?}  {key} ({place})");
            }
        }
        let mut times = Times::default();
        for _ in 0..5 {
            times.time(|| screen.app.replace(Arc::clone(&shelf)));
            screen.draw();
        }
        times.print("the library replaced by the same", "max < 16");
    }
}
