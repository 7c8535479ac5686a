//! What a change takes: `cargo bench --bench change [-- --short]`. No verdict: it prints what was
//! measured beside what issue 5 asks for.
//!
//! In process: from the key to one's own frame, to the new file in its place, to the frame that shows
//! what became of it; the same in memory, where nothing is flushed. With two processes: from the
//! change to the frame of one who follows. `--short` takes a large library of 20 reports and 20,000
//! records, else there are 100 and 100,000.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

mod follower;
#[path = "../screen/keys.rs"]
#[allow(dead_code, reason = "shared with the bench of the screen")]
mod keys;
mod libraries;
mod own;
#[path = "../screen/table.rs"]
#[allow(dead_code, reason = "shared with the bench of the screen")]
mod table;

use std::path::Path;

use libraries::Place;
use table::ratio;

/// Columns and rows of the terminal that everything here is measured at.
const SIZE: (u16, u16) = (120, 36);

/// How often the bench of the screen measures; a part of what it shares.
#[derive(Clone, Copy)]
#[allow(dead_code, reason = "shared with the bench of the screen")]
struct Effort {
    starts: usize,
    rounds: usize,
    parts: usize,
    idle: u64,
}

fn main() {
    let short = std::env::args().any(|argument| argument == "--short");
    let (records, changes, followed) = match short {
        true => (20_000, 10, 5),
        false => (100_000, 60, 30),
    };
    let base = Path::new(env!("CARGO_TARGET_TMPDIR")).join("change");
    let real = Place::real(&base);
    let large = Place::large(&base, records);
    let alone = Place::alone(&base, &large);
    let big = Place::big(&base);
    let places = [&real, &large, &alone, &big];
    let all = places.map(|place| own::print(place, changes, true));
    let mut in_memory = None;
    if let Some(memory) = own::memory() {
        in_memory = Some(places.map(|place| own::print(&place.copied(&memory), changes, false)));
        let _ = std::fs::remove_dir_all(memory);
    }
    println!();
    // Of libraries with files of one size: what the other files cost.
    let [_, large_times, alone_times, _] = in_memory.as_ref().unwrap_or(&all);
    for (what, large, alone) in [
        (
            "own frame",
            &large_times.status.frame,
            &alone_times.status.frame,
        ),
        (
            "new file",
            &large_times.status.file,
            &alone_times.status.file,
        ),
        ("undo", &large_times.undo, &alone_times.undo),
        (
            "a letter of the quick line",
            &large_times.letter,
            &alone_times.letter,
        ),
        (
            "a new record, own frame",
            &large_times.record.frame,
            &alone_times.record.frame,
        ),
        (
            "a new record, new file",
            &large_times.record.file,
            &alone_times.record.file,
        ),
        (
            "a wording, own frame",
            &large_times.wording.frame,
            &alone_times.wording.frame,
        ),
        (
            "a wording, new file",
            &large_times.wording.file,
            &alone_times.wording.file,
        ),
        (
            "a step of the call, own frame",
            &large_times.call.frame,
            &alone_times.call.frame,
        ),
        (
            "a step of the call, new file",
            &large_times.call.file,
            &alone_times.call.file,
        ),
    ] {
        ratio(
            &format!("{what}, the large library to one such report"),
            large,
            alone,
        );
    }
    let followed = places.map(|place| follower::print(place, followed));
    let [_, large_times, alone_times, _] = &followed;
    println!();
    for (what, large, alone) in [
        ("a title", &large_times.title, &alone_times.title),
        ("a wording", &large_times.wording, &alone_times.wording),
        ("a new record", &large_times.record, &alone_times.record),
        ("a step of the call", &large_times.call, &alone_times.call),
    ] {
        ratio(
            &format!("a follower's frame, {what}, the large library to one such report"),
            large,
            alone,
        );
    }
}
