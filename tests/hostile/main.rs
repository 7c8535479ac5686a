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
    // Not Escape: with what follows it would be one key, Alt and a letter.
    pty.send("\r/lighthouses");
    pty.wait_text("good:7");
    pty.send("\rq");
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

/// What was told of files on the standard error: the lines, and how many problems they stand for.
fn problems(ran: &Ran) -> (Vec<&str>, usize) {
    let mut lines: Vec<&str> = ran.error.lines().collect();
    let more = lines.last().and_then(|last| {
        let rest = last.strip_prefix("majlis: and ")?;
        rest.split_once(" more").map(|(number, _)| number)
    });
    let more = more.map_or(0, |number| {
        lines.pop();
        number.parse().unwrap()
    });
    assert!(lines.len() <= 5, "no flood: {lines:?}");
    let count = lines.len() + more;
    (lines, count)
}

/// A bad file beside a good report: asked, and seen on the screen; nothing else is complained of.
fn told(folder: &Folder, file: &str, says: &str) {
    let ran = ask(folder);
    let path = folder.path().join(file);
    let (said, count) = problems(&ran);
    let start = format!("majlis: {}", path.display());
    assert!(
        count > 0 && said.iter().all(|line| line.starts_with(&start)),
        "{said:?}"
    );
    assert!(said.iter().any(|line| line.contains(says)), "{said:?}");
    see(folder, count, says);
    // `check` tells the same, each as an error, and ends with 1; what is not shown because of it
    // is told of the screen only.
    let checked = run(&["check", folder.name()]);
    assert_eq!(checked.code, 1);
    let errors = checked
        .out
        .lines()
        .filter(|line| line.contains(": error: "));
    assert_eq!(errors.count(), count, "{}", checked.out);
    for line in said {
        let (place, what) = line["majlis: ".len()..].split_once(": ").unwrap();
        let what = what.split("; the re").next().unwrap();
        let line = format!("{place}: error: {what}");
        assert!(checked.out.contains(&line), "{line}: {}", checked.out);
    }
}
