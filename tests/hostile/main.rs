//! Libraries that mean no good. For each of them: the good report beside the bad file opens, the
//! problem is told, and nothing of a file reaches the terminal as a control.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod controls;
mod files;
#[path = "../support/majlis.rs"]
mod majlis_program;
#[path = "../support/pty.rs"]
mod pty;
mod records;

use majlis_program::{Folder, MAJLIS, NEUTRAL, Ran, run};
use pty::Pty;

/// Opens the screen on a library.
fn open(folder: &Folder, language: &str) -> Pty {
    let arguments = ["--library", folder.name(), "--lang", language];
    let mut pty = Pty::spawn((40, 120), MAJLIS, &arguments, &NEUTRAL);
    pty.wait_for("\x1b[?2026l");
    pty
}

/// Opens the screen, sees the good report and how many problems there are, goes to the problems
/// and waits for `says`; then searches. Returns all that was sent.
fn see(folder: &Folder, problems: usize, says: &str) -> String {
    let mut pty = open(folder, "en");
    pty.wait_text("Upkeep of lighthouses");
    pty.wait_text(&match problems {
        1 => "1 problem in the files: press !".to_owned(),
        more => format!("{more} problems in the files: press !"),
    });
    pty.send("!");
    pty.wait_text(says);
    pty.send("\x03");
    pty.wait_text("1 Agenda items");
    pty.send("/lighthouses");
    pty.wait_text("good:7");
    pty.send("\x03");
    pty.wait_text("1 Agenda items");
    pty.send("q");
    assert!(pty.wait_exit().success());
    pty.sent()
}

/// Asks the library, which answers from its good report.
fn ask(folder: &Folder) -> Ran {
    let ran = run(&["find", "lighthouses", "--library", folder.name()]);
    assert_eq!(ran.code, 0, "{}", ran.error);
    assert!(ran.ids().contains(&"good:7"), "{}", ran.out);
    ran
}

/// A bad file beside a good report: asked, and seen on the screen.
fn told(folder: &Folder, file: &str, says: &str) {
    let ran = ask(folder);
    let path = folder.path().join(file);
    let said: Vec<&str> = ran.error.lines().collect();
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(
        said[0].starts_with(&format!("majlis: {}", path.display())),
        "{said:?}"
    );
    assert!(said[0].contains(says), "{said:?}");
    see(folder, 1, says);
    // `check` tells of the same file, and ends with 1.
    let checked = run(&["check", folder.name()]);
    assert_eq!(checked.code, 1);
    assert!(
        checked.out.contains(path.to_str().unwrap()),
        "{}",
        checked.out
    );
}
