//! What the program finds around it: no keyboard, no terminal, a poor one.

use super::majlis_program::{run, run_in, shell};
use super::{MAJLIS, Pty, assert_given_back, open, quit, with};

/// Runs a script in a pseudo-terminal; `$0` is the program.
fn script(script: &str, environment: &[(&str, &str)]) -> Pty {
    Pty::spawn((24, 80), "sh", &["-c", script, MAJLIS], &with(environment))
}

#[test]
fn without_a_standard_input_keys_come_from_the_terminal() {
    for redirected in [
        "exec \"$0\" < /dev/null",
        "exec \"$0\" <&-",
        "echo x | \"$0\"",
    ] {
        let mut pty = script(redirected, &[]);
        pty.wait_text("ICT Development Index");
        pty.send("j");
        pty.wait_text("▸27 ");
        quit(pty);
    }
}

#[test]
fn without_any_terminal_to_read_from_it_says_so() {
    // The terminal stays on the standard output, and the process has no terminal of its own.
    let mut pty = script("setsid -w \"$0\" < /dev/null; echo \"status $?\"", &[]);
    pty.wait_text("status 2");
    let contents = pty.screen().contents();
    assert!(
        contents.contains("no terminal to read keys from"),
        "{contents}"
    );
    assert!(!pty.sent().contains('\x1b'), "the terminal was not touched");
    assert!(pty.wait_exit().success());
    assert_eq!(pty.modes(), pty.modes_before());
}

#[test]
fn without_a_terminal_to_draw_on_nothing_is_drawn() {
    for (language, says) in [
        ("en", "the screen needs a terminal"),
        ("ar", "تحتاج الشاشة إلى طرفية"),
    ] {
        let ran = run(&["--lang", language]);
        assert_eq!(ran.code, 2);
        assert_eq!(ran.out, "");
        assert!(ran.error.contains(says), "{}", ran.error);
        assert_eq!(ran.error.lines().count(), 1);
    }
    assert_eq!(shell("\"$0\" > /dev/full").code, 2);
    assert_eq!(shell("\"$0\" | true; exit 0").code, 0);
}

#[test]
fn a_dumb_terminal_is_told_and_left_alone() {
    let mut pty = Pty::spawn((24, 80), MAJLIS, &[], &with(&[("TERM", "dumb")]));
    pty.wait_text("TERM=dumb");
    assert_eq!(pty.wait_exit().exit_code(), 2);
    assert!(!pty.sent().contains('\x1b'), "{:?}", pty.sent());
    assert_eq!(pty.modes(), pty.modes_before());
    // One line at a time needs no more than a dumb terminal has.
    let arguments = ["find", "headquarters", "--limit", "1"];
    let mut pty = Pty::spawn((24, 80), MAJLIS, &arguments, &with(&[("TERM", "dumb")]));
    pty.wait_text("c21:27");
    assert!(pty.wait_exit().success());
}

#[test]
fn any_other_terminal_will_do() {
    for name in ["", "vt100", "linux", "xterm-kitty", "nonsense"] {
        quit(open(&[("TERM", name)]));
    }
}

#[test]
fn a_library_that_is_not_there_opens_the_screen_and_says_why() {
    let mut pty = open(&[("MAJLIS_LIBRARY", "/nowhere/at/all")]);
    pty.wait_text("1 problem in the files: press !");
    pty.send("!");
    pty.wait_text("there is no such folder");
    assert!(pty.screen().contents().contains("/nowhere/at/all"));
    pty.send("\x1b");
    pty.wait_text("1 Agenda items");
    quit(pty);
}

#[test]
fn the_messages_of_the_command_line_are_in_visual_order_on_a_terminal() {
    let mut pty = Pty::spawn((24, 80), MAJLIS, &["--lang", "ar", "fnd"], &with(&[]));
    assert_eq!(pty.wait_exit().exit_code(), 2);
    // From the right: the program's name, then «لا»: one sign, lam with alef.
    let contents = pty.screen().contents();
    assert!(
        contents.trim_end().ends_with("\u{FEFB} :majlis"),
        "{contents:?}"
    );
    assert!(contents.contains("find"), "the nearest command");
    assert!(!pty.sent().contains('\x1b'));
    // Through a pipe the same in logical order.
    let ran = run_in(&["fnd"], &[("MAJLIS_LANG", "ar")]);
    assert!(
        ran.error.starts_with("majlis: لا يوجد أمر «fnd»"),
        "{}",
        ran.error
    );
}

#[test]
fn the_terminal_is_given_back_when_the_output_is_gone() {
    // The terminal's other end stays, but the program's own output is a full device.
    let mut pty = script(
        "\"$0\" find headquarters > /dev/full; echo \"status $?\"",
        &[],
    );
    pty.wait_text("status 2");
    assert!(pty.screen().contents().contains("majlis: "));
    assert!(pty.wait_exit().success());
    assert_eq!(pty.modes(), pty.modes_before());
    let mut pty = script("\"$0\"; echo \"status $?\"", &[]);
    pty.wait_text("ICT Development Index");
    pty.send("q");
    pty.wait_text("status 0");
    pty.wait_exit();
    assert_given_back(&pty);
}

#[test]
fn what_stays_on_a_terminal_that_reorders_has_strong_blanks_beside_arabic_words_only() {
    for (variable, strong) in [("VTE_VERSION", "\u{2800}"), ("MLTERM", " \u{200E}")] {
        let environment = [(variable, "1"), ("MAJLIS_LANG", "ar")];
        let mut pty = script(
            "\"$0\" show c21:52; \"$0\" --lang en list report",
            &environment,
        );
        assert!(pty.wait_exit().success());
        let sent = pty.sent();
        let beside = |line: &str| line.contains(strong);
        let (arabic, latin): (Vec<&str>, Vec<&str>) = sent
            .lines()
            .filter(|line| !line.trim().is_empty())
            .partition(|line| {
                line.chars()
                    .any(|ch| ('\u{FE70}'..='\u{FEFC}').contains(&ch))
            });
        assert!(
            arabic.len() > 5 && arabic.iter().all(|line| beside(line)),
            "{sent:?}"
        );
        assert!(
            latin.len() > 4 && !latin.iter().any(|line| beside(line)),
            "{sent:?}"
        );
        // The blanks before a line at the right are plain ones.
        assert!(arabic.iter().any(|line| line.contains("     ")), "{sent:?}");
    }
}
