//! Stopped and continued: Ctrl-Z, SIGTSTP, and a stop that could not be foreseen.

use super::{MAJLIS, Pty, assert_ours, open, quit, with};

/// A shell with job control runs the program, tells its number, shows what it finds after the
/// stop, and lets it go on.
fn open_in_a_shell() -> Pty {
    let script = r#"
        echo "before $(stty -g)"
        sh -c 'echo "number $$."; exec "$0"' "$0"
        echo "after $(stty -g)"; echo "stopped"; read line; fg; echo "status $?""#;
    let mut pty = Pty::spawn((24, 80), "sh", &["-mc", script, MAJLIS], &with(&[]));
    pty.wait_text("ICT Development Index");
    pty
}

/// What stands between two marks in all that was sent.
fn between<'a>(sent: &'a str, from: &str, to: &str) -> &'a str {
    let start = sent.find(from).unwrap() + from.len();
    let length = sent[start..].find(to).unwrap();
    &sent[start..start + length]
}

fn assert_stopped_and_continued(mut pty: Pty) {
    pty.wait_for("\x1b[?1049l");
    pty.wait_for("stopped");
    let screen = pty.screen();
    assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
    let sent = pty.sent();
    let (before, after) = (
        between(&sent, "before ", "\r"),
        between(&sent, "after ", "\r"),
    );
    assert_eq!(before, after, "the modes are as they were");
    pty.send("\n");
    pty.wait_for("\x1b[?1049h");
    pty.wait_for("\x1b[?2026l");
    pty.wait_text("▸27 Report on progress");
    assert_ours(&pty);
    // A key without Enter: raw mode is on again.
    pty.send("q");
    pty.wait_text("status 0");
    assert!(pty.wait_exit().success());
}

#[test]
fn ctrl_z_stops_and_fg_comes_back_to_the_same_place() {
    let mut pty = open_in_a_shell();
    pty.send("j");
    pty.wait_text("▸27 Report on progress");
    pty.send("\x1a");
    assert_stopped_and_continued(pty);
}

#[test]
fn ctrl_z_on_an_arabic_keyboard_while_one_searches_stops_too() {
    let mut pty = open_in_a_shell();
    pty.send("j");
    pty.wait_text("▸27 Report on progress");
    pty.send("/");
    pty.wait_text("Search");
    pty.send("\x1a");
    pty.wait_for("\x1b[?1049l");
    pty.wait_for("stopped");
    pty.send("\n");
    pty.wait_for("\x1b[?1049h");
    pty.wait_text("Search");
    pty.send("\x1b");
    pty.wait_text("▸27 Report on progress");
    pty.send("q");
    pty.wait_text("status 0");
}

#[test]
fn sigtstp_from_outside_stops_and_fg_comes_back() {
    let mut pty = open_in_a_shell();
    pty.send("j");
    pty.wait_text("▸27 Report on progress");
    let number = between(&pty.sent(), "number ", ".").parse().unwrap();
    pty.signal_to(number, "TSTP");
    assert_stopped_and_continued(pty);
}

#[test]
fn without_a_shell_to_continue_it_ctrl_z_does_nothing() {
    let mut pty = open(&[]);
    pty.send("\x1aj");
    pty.wait_text("▸27 Report on progress");
    assert_ours(&pty);
    quit(pty);
}

#[test]
fn a_stop_that_could_not_be_foreseen_is_repaired() {
    let mut pty = open(&[]);
    pty.signal("STOP");
    pty.signal("CONT");
    pty.wait_for("\x1b[?1049h");
    pty.wait_for("\x1b[?2026l");
    pty.wait_text("ICT Development Index");
    assert_ours(&pty);
    quit(pty);
}
