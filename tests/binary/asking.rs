//! What the terminal answers decides how Arabic is sent; where it says nothing, the person does.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::{MAJLIS, MAJLIS_IN_ARABIC, Pty, open, open_with, quit, row, with};

/// The answers of terminals, as they were recorded.
const XTERM: &str =
    "\x1bP>|XTerm(379)\x1b\\\x1b[8;0$y\x1bP!|00000000\x1b\\\x1b[>41;379;0c\x1b[?64;1;2c";
const MLTERM: &str = "\x1b[8;0$y\x1bP!|000000\x1b\\\x1b[>24;279;0c\x1b[?63;1;2c";
const PUTTY: &str = "\x1b[>0;136;0c\x1b[?6c";
const TMUX: &str = "\x1bP>|tmux 3.3a\x1b\\\x1b[>84;0;0c\x1b[?1;2c";
/// A terminal of which nothing is known.
const NOBODY: &str = "\x1b[?1;2c";

const QUESTION: &str = "Press the number that you can read";
/// «مجلس» with its letters in the order in which they are read: what is sent in the form `words`.
const MAJLIS_IN_WORDS: &str = "\u{FEE3}\u{FEA0}\u{FEE0}\u{FEB2}";

fn in_arabic() -> Pty {
    open(&[("MAJLIS_LANG", "ar")])
}

/// A screen on which all is shown at once: on a smaller one the rest of the record in hand follows when
/// the cursor rests, which is a frame that no key asked for.
fn wide_in_arabic() -> Pty {
    open_with((40, 140), &[], &[("MAJLIS_LANG", "ar")])
}

#[test]
fn a_terminal_that_is_well_as_it_is_sees_no_second_frame() {
    let mut pty = wide_in_arabic();
    pty.send(XTERM);
    pty.send("j");
    pty.wait_text("27◂");
    let sent = pty.sent();
    assert_eq!(
        sent.matches("\x1b[?2026h").count(),
        2,
        "the first, and one for the key"
    );
    assert!(!pty.screen().contents().contains(QUESTION));
    quit(pty);
}

#[test]
fn a_terminal_that_turns_rows_around_gets_them_anew() {
    let mut pty = in_arabic();
    assert!(row(&pty, 0).ends_with(MAJLIS_IN_ARABIC));
    pty.send(PUTTY);
    pty.wait_text(MAJLIS_IN_WORDS);
    assert!(row(&pty, 2).starts_with('\u{2800}'));
    // Its own order is on again, and stays so.
    let sent = pty.sent();
    assert!(sent.rfind("\x1b[8h") > sent.rfind("\x1b[8l"));
    quit(pty);
}

#[test]
fn a_terminal_with_a_switch_of_its_own_is_switched_off_and_on_again() {
    let mut pty = in_arabic();
    pty.send(MLTERM);
    pty.wait_for("\x1b]5379;use_ctl=false\x07");
    // The switch, then the screen anew.
    pty.wait_for("\x1b[2J");
    pty.wait_for("\x1b[?2026l");
    // After a stop it is switched off again.
    pty.signal("STOP");
    pty.signal("CONT");
    pty.wait_for("\x1b[?1049h\x1b]5379;use_ctl=false\x07");
    pty.wait_for("\x1b[?2026l");
    pty.send("q");
    pty.wait_for("\x1b]5379;use_ctl=true\x07");
    assert!(pty.wait_exit().success());
    assert!(pty.sent().ends_with("\x1b[?1049l"));
}

#[test]
fn inside_screen_the_terminal_around_it_is_asked_through_it() {
    let mut pty = open(&[("MAJLIS_LANG", "ar"), ("TERM", "screen"), ("STY", "1.pts")]);
    // As screen 4.9 answers.
    pty.send("\x1b[>83;40900;0c\x1b[?1;2c");
    pty.wait_for("\x1bP\x1b[>q\x1b[8$p\x1b[=c\x1b[>c\x1b[c\x1b\\");
    assert!(row(&pty, 0).ends_with(MAJLIS_IN_ARABIC));
    pty.send(PUTTY);
    pty.wait_text(MAJLIS_IN_WORDS);
    quit(pty);
}

#[test]
fn an_answer_in_the_middle_of_typing_is_not_typed() {
    let mut pty = open(&[]);
    pty.send("/");
    pty.wait_text("Search");
    pty.send("sel\x1bP>|XTe");
    pty.send("rm(379)\x1b\\im\x1b[8;0$y\x1bP!|0000");
    pty.send("0000\x1b\\\x1b[>41;379;0c\x1b[?64;1;2c");
    pty.wait_text("c21:nom/selim");
    pty.send("\x1b");
    pty.wait_text("1 Agenda items");
    quit(pty);
}

#[test]
fn where_nothing_is_known_the_person_is_asked_once() {
    let state = tempfile::tempdir().unwrap();
    let state_home = state.path().to_str().unwrap();
    let environment = [("MAJLIS_LANG", "ar"), ("XDG_STATE_HOME", state_home)];
    let mut pty = open(&environment);
    assert!(
        !pty.screen().contents().contains(QUESTION),
        "it does not know yet"
    );
    pty.send(NOBODY);
    pty.wait_text(QUESTION);
    // «اضغط» in visual order in the first line, in the order of reading in the others.
    let painted = "\u{FEC2}\u{FED0}\u{FEBF}\u{FE8D}";
    let logical: String = painted.chars().rev().collect();
    assert!(row(&pty, 21).contains(painted));
    assert!(row(&pty, 22).contains(&logical) && row(&pty, 22).starts_with('\u{2800}'));
    assert!(row(&pty, 23).contains(&logical));
    pty.send("2");
    pty.wait_text(MAJLIS_IN_WORDS);
    assert!(!pty.screen().contents().contains(QUESTION));
    quit(pty);
    let remembered = fs::read_to_string(state.path().join("majlis/terminals")).unwrap();
    assert_eq!(remembered, "words\tterm=xterm-256color; da1=1,2\n");
    // The next time it is known.
    let mut pty = open(&environment);
    pty.send(NOBODY);
    pty.wait_text(MAJLIS_IN_WORDS);
    assert!(!pty.sent().contains(QUESTION));
    quit(pty);
}

/// What is remembered in this folder.
fn remembered(state: &tempfile::TempDir) -> Option<String> {
    fs::read_to_string(state.path().join("majlis/terminals")).ok()
}

fn wait_for_no_question(pty: &mut Pty) {
    pty.wait_screen("no question", |screen| {
        !screen.contents().contains(QUESTION)
    });
}

#[test]
fn who_can_read_none_of_them_is_asked_again_the_next_time() {
    let state = tempfile::tempdir().unwrap();
    let state_home = state.path().to_str().unwrap();
    let environment = [("MAJLIS_LANG", "ar"), ("XDG_STATE_HOME", state_home)];
    for _ in 0..2 {
        let mut pty = open(&environment);
        pty.send(NOBODY);
        pty.wait_text(QUESTION);
        pty.send("\x1b");
        wait_for_no_question(&mut pty);
        assert!(row(&pty, 0).ends_with(MAJLIS_IN_ARABIC));
        quit(pty);
        assert_eq!(remembered(&state), None);
    }
}

#[test]
fn a_question_that_was_not_seen_is_not_answered() {
    let state = tempfile::tempdir().unwrap();
    let state_home = state.path().to_str().unwrap();
    let mut pty = open(&[("MAJLIS_LANG", "ar"), ("XDG_STATE_HOME", state_home)]);
    pty.send(&format!("{NOBODY}2"));
    pty.wait_text(QUESTION);
    assert!(row(&pty, 0).ends_with(MAJLIS_IN_ARABIC));
    assert_eq!(remembered(&state), None);
    pty.send("2");
    pty.wait_text(MAJLIS_IN_WORDS);
    quit(pty);
    assert!(remembered(&state).unwrap().starts_with("words\t"));
}

#[test]
fn another_key_puts_the_question_off_until_the_next_time() {
    let state = tempfile::tempdir().unwrap();
    let state_home = state.path().to_str().unwrap();
    let environment = [("XDG_STATE_HOME", state_home)];
    let mut pty = open(&environment);
    pty.send(NOBODY);
    pty.wait_text(QUESTION);
    // It does what it always does; and so do the numbers from now on.
    pty.send("j");
    pty.wait_text("▸27 ");
    wait_for_no_question(&mut pty);
    pty.send("3j2");
    pty.send("B");
    pty.wait_text("(words)");
    assert!(!pty.screen().contents().contains(QUESTION));
    quit(pty);
    assert_eq!(remembered(&state), None);
    let mut pty = open(&environment);
    pty.send(NOBODY);
    pty.wait_text(QUESTION);
    quit(pty);
}

#[test]
fn the_question_waits_while_one_types() {
    let mut pty = open(&[]);
    pty.send("/");
    pty.wait_text("Search");
    pty.send(NOBODY);
    pty.send("191");
    pty.wait_text("191");
    assert!(!pty.screen().contents().contains(QUESTION));
    pty.send("\x1b");
    pty.wait_text(QUESTION);
    pty.send("1");
    pty.wait_text("Arabic is now shown as you chose; should it not read right, press B");
    assert!(!pty.screen().contents().contains(QUESTION));
    quit(pty);
}

#[test]
fn the_number_row_of_azerty_answers_too() {
    let mut pty = in_arabic();
    pty.send(NOBODY);
    pty.wait_text(QUESTION);
    pty.send("é");
    pty.wait_text(MAJLIS_IN_WORDS);
    quit(pty);
}

#[test]
fn a_terminal_whose_reordering_was_off_is_left_so() {
    let mut pty = wide_in_arabic();
    pty.send("\x1bP>|WezTerm 20240203\x1b\\\x1b[8;2$y\x1b[?65;4c");
    pty.send("j");
    pty.wait_text("27◂");
    assert_eq!(pty.sent().matches("\x1b[?2026h").count(), 2);
    // Through all forms and back; asked anew it tells what we have set.
    pty.send("BBBB\x0c");
    pty.wait_for("\x1b[>q");
    pty.send("\x1b[8;1$y\x1b[?65;4cq");
    assert!(pty.wait_exit().success());
    assert!(!pty.sent().contains("\x1b[8h"));
}

#[test]
fn who_has_said_it_is_not_asked() {
    for arguments in [&["--bidi", "visual"][..], &["--bidi", "words"]] {
        let mut pty = open_with((24, 80), arguments, &[]);
        pty.send(NOBODY);
        pty.send("j");
        pty.wait_text("27 ");
        assert!(!pty.sent().contains(QUESTION), "{arguments:?}");
        quit(pty);
    }
}

#[test]
fn a_form_chosen_by_hand_is_not_taken_back_by_an_answer() {
    let mut pty = in_arabic();
    pty.send("B");
    pty.wait_text(MAJLIS_IN_WORDS);
    pty.send(XTERM);
    pty.send("i");
    pty.wait_text("majlis");
    pty.send("i");
    pty.wait_text(MAJLIS_IN_WORDS);
    assert!(!pty.screen().contents().contains(MAJLIS_IN_ARABIC));
    // Who asks the terminal anew leaves it to that.
    pty.send("\x0c");
    pty.wait_for("\x1b[>q");
    pty.send(XTERM);
    pty.wait_text(MAJLIS_IN_ARABIC);
    quit(pty);
}

#[test]
fn a_form_chosen_by_hand_gets_the_switch_of_the_terminal() {
    let mut pty = in_arabic();
    // Through all forms to the first one.
    pty.send("BBBB");
    pty.send(MLTERM);
    pty.wait_for("\x1b]5379;use_ctl=false\x07");
    pty.send("q");
    pty.wait_for("\x1b]5379;use_ctl=true\x07");
    assert!(pty.wait_exit().success());
}

#[test]
fn through_tmux_the_switch_is_wrapped() {
    // There is no such tmux; so nothing more is known of the terminal around it.
    let environment = [
        ("TMUX", "/nowhere/tmux,1,0"),
        ("TERM", "tmux-256color"),
        ("PATH", "/nowhere"),
    ];
    let mut pty = Pty::spawn((24, 80), MAJLIS, &[], &with(&environment));
    // Before the alternate screen, which tmux draws anew, dropping what it is to pass on.
    pty.wait_for("\x1bPtmux;\x1b\x1b[8l\x1b\\\x1b[?1049h");
    pty.wait_for("\x1b[?2026l");
    pty.send(TMUX);
    pty.wait_text(QUESTION);
    pty.send("q");
    pty.wait_for("\x1bPtmux;\x1b\x1b[8h\x1b\\");
    assert!(pty.wait_exit().success());
}

#[test]
fn a_tmux_in_the_current_folder_is_not_started() {
    let folder = tempfile::tempdir().unwrap();
    let tmux = folder.path().join("tmux");
    fs::write(
        &tmux,
        "#!/bin/sh\nprintf 'kitty(0.26.5)\\txterm-kitty\\ton\\t0\\n'\n",
    )
    .unwrap();
    fs::set_permissions(&tmux, PermissionsExt::from_mode(0o755)).unwrap();
    let place = folder.path().to_str().unwrap();
    let environment = [("TMUX", "/nowhere/tmux,1,0"), ("TERM", "tmux-256color")];
    for (path, is_started) in [(".:", false), (place, true)] {
        let script = format!("cd '{place}' && PATH='{path}' exec \"$0\"");
        let arguments = ["-c", &script, MAJLIS];
        let mut pty = Pty::spawn((24, 80), "/bin/sh", &arguments, &with(&environment));
        pty.wait_for("\x1b[?2026l");
        pty.send(TMUX);
        if is_started {
            // kitty gets its rows anew, in an order of its own.
            pty.wait_for("\x1b[?2026l");
        } else {
            pty.wait_text(QUESTION);
        }
        pty.send("q");
        assert!(pty.wait_exit().success());
        assert_eq!(!pty.sent().contains(QUESTION), is_started);
    }
}
