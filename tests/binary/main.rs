//! The program itself in a pseudo-terminal: it opens, answers, and gives the terminal back as it
//! was, whatever happens.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod asking;
mod bytes;
mod changing;
mod copying;
mod doctor;
mod end;
mod following;
mod full_disk;
mod lamp;
mod linear;
#[path = "../support/majlis.rs"]
mod majlis_program;
mod not_written;
mod open;
#[path = "../support/pty.rs"]
mod pty;
mod size;
mod stop;
mod surroundings;
mod typing;

use majlis_program::{MAJLIS, NEUTRAL};
use pty::Pty;

/// «مجلس» as it is painted, from left to right: final seen, medial lam, medial jeem, initial meem.
const MAJLIS_IN_ARABIC: &str = "\u{FEB2}\u{FEE0}\u{FEA0}\u{FEE3}";

/// «بحث», the title of the search, painted: final theh, medial hah, initial beh.
const SEARCH_IN_ARABIC: &str = "\u{FE9A}\u{FEA4}\u{FE91}";

/// The neutral environment with more on top.
fn with<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    NEUTRAL.iter().chain(more).copied().collect()
}

/// Starts the program in a terminal of 24 rows and 80 columns and waits for its first frame.
fn open(environment: &[(&str, &str)]) -> Pty {
    open_with((24, 80), &[], environment)
}

fn open_with(size: (u16, u16), arguments: &[&str], environment: &[(&str, &str)]) -> Pty {
    let mut pty = Pty::spawn(size, MAJLIS, arguments, &with(environment));
    pty.wait_for("\x1b[?2026l");
    assert_ours(&pty);
    pty
}

/// The terminal is in the program's hands.
fn assert_ours(pty: &Pty) {
    let screen = pty.screen();
    assert!(screen.alternate_screen() && screen.hide_cursor() && screen.bracketed_paste());
}

/// The terminal is as it was: screen, cursor, paste, wrap, its own bidi, modes.
fn assert_given_back(pty: &Pty) {
    let screen = pty.screen();
    assert!(!screen.alternate_screen(), "the alternate screen is left");
    assert!(!screen.hide_cursor(), "the cursor is shown");
    assert!(!screen.bracketed_paste(), "bracketed paste is off");
    assert_eq!(pty.modes(), pty.modes_before(), "raw mode is off");
    let sent = pty.sent();
    assert!(sent.rfind("\x1b[?7h") > sent.rfind("\x1b[?7l"), "it wraps");
    // Not all terminals are told to leave the order alone.
    if let Some(off) = sent.rfind("\x1b[8l") {
        assert!(sent.rfind("\x1b[8h") > Some(off), "bidi is on again");
    }
}

/// Ends the program with `q`.
fn quit(mut pty: Pty) {
    pty.send("q");
    let status = pty.wait_exit();
    assert!(status.success(), "{status:?}");
    assert_given_back(&pty);
}

/// A row of the screen, counted from 0, without the blanks at its end.
fn row(pty: &Pty, number: usize) -> String {
    let contents = pty.screen().contents();
    contents.lines().nth(number).unwrap_or_default().to_owned()
}
