//! Speed of the screen: `cargo bench --bench screen [-- --short | --extremes | --library DIR]`. No framework and no
//! verdict: it prints what was measured beside what issue 2 asks for, and beside a peer measured in
//! the same run. `--extremes` measures only the records that no person wrote, `--library` only keys
//! in a library of your own.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

mod extremes;
mod keys;
mod large;
mod parts;
mod process;
mod table;

/// Columns and rows of the terminal that everything here is measured at.
const SIZE: (u16, u16) = (120, 36);

/// How often things are measured.
#[derive(Clone, Copy)]
struct Effort {
    /// Starts of the program in each language.
    starts: usize,
    /// Times that all keys are pressed in each language.
    rounds: usize,
    /// Times that a part of the start is done.
    parts: usize,
    /// How long the program is watched while nothing happens, in seconds.
    idle: u64,
}

fn main() {
    // Cargo itself adds `--bench`.
    if std::env::args().any(|argument| argument == "--extremes") {
        return extremes::print();
    }
    let mut arguments = std::env::args().skip_while(|argument| argument != "--library");
    if let Some(folder) = arguments.nth(1) {
        return large::print(folder.as_ref());
    }
    let short = std::env::args().any(|argument| argument == "--short");
    let effort = match short {
        true => Effort {
            starts: 10,
            rounds: 2,
            parts: 5,
            idle: 2,
        },
        false => Effort {
            starts: 60,
            rounds: 20,
            parts: 40,
            idle: 10,
        },
    };
    parts::print(effort);
    keys::print(effort);
    extremes::print();
    process::print(effort);
}
