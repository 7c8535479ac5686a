//! Every way out gives the terminal back.

use super::{MAJLIS_IN_ARABIC, assert_given_back, open};

#[test]
fn q_leaves_in_both_languages_and_on_an_arabic_keyboard() {
    for (language, key) in [("en", "q"), ("ar", "q"), ("ar", "ض")] {
        let mut pty = open(&[("MAJLIS_LANG", language)]);
        assert_ne!(pty.modes(), pty.modes_before(), "raw mode is on");
        pty.send(key);
        assert_eq!(pty.wait_exit().exit_code(), 0, "{key}");
        assert_given_back(&pty);
        assert_eq!(pty.screen().contents(), "", "nothing is left behind");
    }
}

#[test]
fn ctrl_c_leaves() {
    let mut pty = open(&[]);
    pty.send("\x03");
    assert_eq!(pty.wait_exit().exit_code(), 0);
    assert_given_back(&pty);
}

#[test]
fn ctrl_c_leaves_while_one_searches_too() {
    let mut pty = open(&[]);
    pty.send("/");
    pty.wait_text("Search");
    pty.send("\x03");
    assert_eq!(pty.wait_exit().exit_code(), 0);
    assert_given_back(&pty);
}

#[test]
fn signals_end_it_with_their_own_code() {
    for (name, code) in [("TERM", 143), ("HUP", 129), ("INT", 130), ("QUIT", 131)] {
        let mut pty = open(&[]);
        pty.signal(name);
        assert_eq!(pty.wait_exit().exit_code(), code, "{name}");
        assert_given_back(&pty);
    }
}

#[test]
fn a_signal_while_one_searches_shows_the_cursor_again() {
    let mut pty = open(&[("MAJLIS_LANG", "ar")]);
    pty.send("/");
    pty.wait_text(super::SEARCH_IN_ARABIC);
    assert!(pty.screen().contents().contains(MAJLIS_IN_ARABIC));
    pty.signal("TERM");
    assert_eq!(pty.wait_exit().exit_code(), 143);
    assert_given_back(&pty);
}

#[test]
fn a_closed_window_ends_it() {
    let code = open(&[]).hang_up().exit_code();
    // SIGHUP is heard, or a frame is drawn first, into a line that is gone: an error.
    assert!(code == 129 || code == 2, "{code}");
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_gives_the_terminal_back_before_its_message() {
    for (which, code) in [("key", 101), ("thread", 2)] {
        let mut pty = open(&[("MAJLIS_PANIC", which)]);
        pty.send("j");
        assert_eq!(pty.wait_exit().exit_code(), code, "{which}");
        assert_given_back(&pty);
        let sent = pty.sent();
        // A whole line from the left margin: the modes are those of a line-wise terminal again.
        let message = sent.find("\r\na panic was asked for\r\n").unwrap();
        assert!(sent.rfind("\x1b[?1049l").unwrap() < message);
        let shown = pty.screen().contents();
        assert!(shown.contains("a panic was asked for"), "{shown}");
    }
}
