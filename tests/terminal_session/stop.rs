//! Stopped and continued.

use super::{PROGRAM, Pty, start_and_see};

/// A shell with job control runs the program, shows what it finds after the stop, and lets it
/// go on.
fn start_in_a_shell() -> Pty {
    let program = std::env::current_exe().unwrap();
    let script = r#"
        stty -g
        "$0" --exact the_program --nocapture --test-threads=1
        echo "now $(stty -g)"; echo "stopped"; read line; fg; echo "status $?""#;
    let arguments = ["-mc", script, program.to_str().unwrap()];
    let mut pty = Pty::spawn((10, 40), "sh", &arguments, &[(PROGRAM, "frames")]);
    pty.wait_text("frame 1");
    pty
}

fn assert_stopped_and_continued(pty: &mut Pty) {
    pty.wait_for("\x1b[?1049l");
    pty.wait_for("stopped");
    let screen = pty.screen();
    assert!(!screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste());
    let sent = pty.sent();
    let before = sent.lines().next().unwrap().trim_end();
    assert!(
        sent.contains(&format!("now {before}")),
        "the modes are as before: {sent:?}"
    );
    pty.send("\n");
    pty.wait_for("\x1b[?1049h");
    pty.wait_text("resumed");
    let screen = pty.screen();
    assert!(screen.alternate_screen() && screen.hide_cursor() && screen.bracketed_paste());
    assert!(
        screen.contents().starts_with("frame"),
        "the frame is drawn whole"
    );
    // A key without Enter: raw mode is on again.
    pty.send("q");
    pty.wait_text("status 0");
    assert!(pty.wait_exit().success());
}

#[test]
fn ctrl_z_stops_and_fg_goes_on() {
    let mut pty = start_in_a_shell();
    pty.send("\x1a");
    assert_stopped_and_continued(&mut pty);
}

#[test]
fn sigtstp_from_outside_stops_and_fg_goes_on() {
    let mut pty = start_in_a_shell();
    pty.send("i");
    pty.wait_screen("its number", |screen| {
        number_after(screen, "process ").is_some()
    });
    let process = number_after(pty.screen(), "process ").unwrap();
    pty.signal_to(process, "TSTP");
    assert_stopped_and_continued(&mut pty);
}

/// The number that the screen shows after `label`, once the full stop after it is there.
fn number_after(screen: &vt100::Screen, label: &str) -> Option<u32> {
    let contents = screen.contents();
    let (_, rest) = contents.split_once(label)?;
    rest.split_once('.')?.0.parse().ok()
}

#[test]
fn without_a_shell_ctrl_z_does_nothing() {
    let mut pty = start_and_see("frames");
    pty.send("\x1a");
    pty.send("x");
    pty.wait_text("key x");
    assert!(pty.screen().alternate_screen());
    pty.send("q");
    assert!(pty.wait_exit().success());
}

#[test]
fn a_stop_that_could_not_be_foreseen_is_repaired() {
    let mut pty = start_and_see("frames");
    pty.wait_for("\x1b[?1049h");
    pty.signal("STOP");
    pty.signal("CONT");
    pty.wait_for("\x1b[?1049h");
    pty.wait_text("resumed");
    pty.send("q");
    assert!(pty.wait_exit().success());
}
