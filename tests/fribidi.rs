//! A second opinion on order and letters: the tool `fribidi` (Debian: `libfribidi-bin`).
//!
//! `.ci/run` sets `FRIBIDI` to the tool; without it, two lines that a person worked out stand in
//! for its answers.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::ffi::OsStr;
use std::io::Write;
use std::process::{Command, Stdio};

use majlis::script::{Direction, Form, Layout};

/// What reports are made of, and what trips a bidi implementation.
const PIECES: &[&str] = &[
    "مجلس",
    "الاتحاد",
    "القرار",
    "لآ",
    "سلام",
    "پارلمان",
    "قال",
    "و",
    "11و12",
    "ـ",
    "ITU",
    "Council",
    "C26/35(Rev.1)",
    "212",
    "2023-2027",
    "+41 22 730",
    "5.5",
    "١٢٣",
    "١٫٥",
    "۱۲۳",
    "(",
    ")",
    "«",
    "»",
    "[",
    "]",
    "<",
    ">",
    "،",
    "؛",
    ".",
    "-",
    "–",
    "/",
    "%",
    "$",
    "\"",
    ":",
    "!",
    "…",
    "&",
    "*",
    "#",
    "a1",
    "x=y",
];

/// Lines of random pieces, the same in every run. They begin and end with letters, because the tool
/// and a terminal differ on blanks at the edge only.
fn random_lines(count: usize) -> Vec<String> {
    let mut state = 12_345_u64;
    let mut next = |bound: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % bound
    };
    let mut line = || {
        let mut line = String::from("س");
        for _ in 0..=next(12) {
            line.push_str(PIECES[next(PIECES.len())]);
            if next(3) > 0 {
                line.push(' ');
            }
        }
        line + "x"
    };
    (0..count).map(|_| line()).collect()
}

/// What the tool makes of the lines. It fills the place of the alef in a lam-alef with U+FEFF.
fn ask(tool: &OsStr, flag: &str, lines: &[String]) -> Vec<String> {
    let mut child = Command::new(tool)
        .args([
            "--charset",
            "UTF-8",
            "--nopad",
            "--nobreak",
            "--clean",
            flag,
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let text = lines.join("\n") + "\n";
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()).unwrap());
    let answer = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let answer = String::from_utf8(answer.stdout).unwrap();
    answer
        .lines()
        .map(|line| line.replace('\u{FEFF}', ""))
        .collect()
}

#[test]
fn fribidi_agrees() {
    let Some(tool) = std::env::var_os("FRIBIDI") else {
        for (line, expected) in [
            // Seen initial, lam-alef final, meem isolated; the number stays as it is.
            ("سلام 12 x", "x 12 \u{FEE1}\u{FEFC}\u{FEB3}"),
            // N0: the brackets hold Latin but follow Arabic, so they part ITU from x.
            ("س (ITU) x", "x (ITU) \u{FEB1}"),
        ] {
            let ours = Layout::new(Form::Visual, Direction::RightToLeft).whole(line);
            assert_eq!(ours.text(), expected);
        }
        return;
    };
    let lines = random_lines(3_000);
    for (direction, flag) in [
        (Direction::RightToLeft, "--rtl"),
        (Direction::LeftToRight, "--ltr"),
    ] {
        let answers = ask(&tool, flag, &lines);
        assert_eq!(answers.len(), lines.len());
        let layout = Layout::new(Form::Visual, direction);
        for (line, theirs) in lines.iter().zip(&answers) {
            assert_eq!(layout.whole(line).text(), *theirs, "{flag}: {line}");
        }
        println!("fribidi {flag}: {} lines agree", lines.len());
    }
}
