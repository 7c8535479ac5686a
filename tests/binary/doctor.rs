//! `majlis doctor` at a terminal.

use super::{MAJLIS, Pty, assert_given_back, with};

/// Starts it, answers its questions, and returns the screen that it leaves behind.
fn told(answers: &str, arguments: &[&str], environment: &[(&str, &str)]) -> Pty {
    let all: Vec<&str> = arguments.iter().copied().chain(["doctor"]).collect();
    let mut pty = Pty::spawn((60, 100), MAJLIS, &all, &with(environment));
    pty.wait_for("\x1b[>q\x1b[8$p\x1b[=c\x1b[>c\x1b[c");
    pty.send(answers);
    // The cursor is asked for nine times; each character took one column, but the last took two.
    for column in [2, 2, 2, 2, 2, 2, 2, 2, 3] {
        pty.wait_for("\x1b[6n");
        pty.send(&format!("\x1b[2;{column}R"));
    }
    assert!(pty.wait_exit().success());
    assert_given_back(&pty);
    pty
}

#[test]
fn it_tells_what_was_answered_and_why_it_chose() {
    let answers = "\x1bP>|kitty(0.26.5)\x1b\\\x1b[8;0$y\x1b[>1;4000;26c\x1b[?62;c";
    let pty = told(answers, &[], &[]);
    let contents = pty.screen().contents();
    for part in [
        "XTVERSION   CSI > q    kitty(0.26.5)",
        "DECRQM 8    CSI 8 $ p  0",
        "DA3         CSI = c    no answer",
        "DA2         CSI > c    1;4000;26",
        "TERM=xterm-256color",
        "(kitty)",
        "the terminal is kitty, by its answer to XTVERSION: kitty(0.26.5)",
        "▸ kitty ",
        "ours  theirs     character",
        "1     1          lam-alef",
        "1     2       ≠  e, U+0301",
        "size: 100×60",
    ] {
        assert!(contents.contains(part), "{part}\n{contents}");
    }
    // The sixteen colours, from black to bright white.
    assert!(pty.sent().contains("\x1b[40m ") && pty.sent().contains("\x1b[107m   \x1b[m"));
}

#[test]
fn in_arabic_too_and_with_the_persons_word() {
    let pty = told(
        "\x1b[>0;136;0c\x1b[?6c",
        &["--bidi", "visual"],
        &[("MAJLIS_LANG", "ar")],
    );
    let contents = pty.screen().contents();
    assert!(contents.contains("--bidi"), "{contents}");
    assert!(contents.contains("0;136;0"), "{contents}");
    assert!(contents.contains("▸ visual"), "{contents}");
    // «الحجم», painted, from the left: meem, jeem, hah, lam, alef.
    assert!(
        contents.contains("100×60 :\u{FEE2}\u{FEA0}\u{FEA4}\u{FEDF}\u{FE8D}"),
        "{contents}"
    );
}

#[test]
fn a_terminal_that_is_not_known_to_reorder_is_not_said_to_do_so() {
    let xterm = "\x1bP>|XTerm(379)\x1b\\\x1b[8;0$y\x1bP!|00000000\x1b\\\x1b[>41;379;0c\x1b[?64;1c";
    let vte = "\x1b[8;1$y\x1bP!|7E565445\x1b\\\x1b[>65;7006;1c\x1b[?65;1;9c";
    for (answers, said) in [
        (
            xterm,
            "It is not known to reorder; sent all the same, to be sure: CSI 8l",
        ),
        (
            vte,
            "The terminal's own reordering is off while the program is open: CSI 8l",
        ),
    ] {
        let contents = told(answers, &[], &[]).screen().contents();
        assert!(contents.contains(said), "{contents}");
    }
}
