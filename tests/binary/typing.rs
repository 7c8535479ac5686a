//! Typing and pasting.

use super::{open, quit};

/// «مباني» as it is painted: final yeh, initial noon, final alef, medial beh, initial meem.
const BUILDINGS: &str = "\u{FEF2}\u{FEE7}\u{FE8E}\u{FE92}\u{FEE3}";

#[test]
fn a_search_typed_in_arabic_goes_to_the_item() {
    for language in ["en", "ar"] {
        let mut pty = open(&[("MAJLIS_LANG", language)]);
        pty.send("/");
        pty.send("مباني المقر");
        pty.wait_text("c21:27/position");
        assert!(pty.screen().contents().contains(BUILDINGS));
        assert!(!pty.screen().hide_cursor(), "a cursor where one types");
        pty.send("\r");
        pty.wait_screen("the item chosen", |screen| {
            let contents = screen.contents();
            screen.hide_cursor() && (contents.contains("▸27 ") || contents.contains(" 27◂"))
        });
        quit(pty);
    }
}

/// What the eye sees of the rows: blanks at their ends may have been written or not.
fn rows(screen: &vt100::Screen) -> Vec<String> {
    let contents = screen.contents();
    contents
        .lines()
        .map(|row| row.trim_end().to_owned())
        .collect()
}

#[test]
fn escape_gives_back_where_one_was() {
    let mut pty = open(&[]);
    let before = rows(pty.screen());
    pty.send("/selim");
    pty.wait_text("c21:nom/selim");
    pty.send("\x1b");
    pty.wait_screen("the screen as before", |screen| rows(screen) == before);
    quit(pty);
}

#[test]
fn a_paste_is_typed_into_the_search_and_obeyed_nowhere() {
    let mut pty = open(&[]);
    // Outside a line to type in, a paste with the letter q does not leave.
    pty.send("\x1b[200~qqq\x1b[201~");
    pty.send("/");
    pty.wait_text("Search");
    pty.send("\x1b[200~مباني\nالمقر\x1b[201~");
    pty.wait_text("c21:27/position");
    pty.send("\x1b");
    pty.wait_text("1 Agenda items");
    quit(pty);
}

#[test]
fn a_hostile_paste_reaches_the_terminal_as_plain_cells() {
    let mut pty = open(&[]);
    pty.send("/");
    pty.wait_text("Search");
    pty.send("\x1b[200~\u{202E}lighthouse\u{9B}2J\u{7}\x1b]0;owned\x07\x1b[201~");
    pty.wait_text("lighthouse");
    pty.send("\x1b");
    pty.wait_text("1 Agenda items");
    let sent = pty.sent();
    for evil in ["\u{202E}", "\u{9B}", "\x07", "\x1b]0;"] {
        assert!(!sent.contains(evil), "{evil:?}");
    }
    quit(pty);
}

#[test]
fn a_letter_split_between_two_reads_is_one_letter() {
    let mut pty = open(&[]);
    pty.send("/");
    pty.wait_text("Search");
    // The two bytes of «م» come one after the other, with the screen drawn between others.
    pty.send_bytes(&[0xD9]);
    pty.send_bytes(&[0x85]);
    pty.send("باني");
    pty.wait_text(BUILDINGS);
    pty.send("\x1b");
    pty.wait_text("1 Agenda items");
    quit(pty);
}

#[test]
fn the_key_of_lam_alef_is_one_key_when_it_comes_as_two_letters() {
    let mut pty = open(&[]);
    // ر is on v, and لا on b: both letters in one write, as a terminal sends a key.
    pty.send("ر");
    pty.wait_text("Contributions and outcomes");
    pty.send("لا");
    pty.wait_text("majlis › Contributions and outcomes");
    // Alone, lam is the key g: it does not wait for another key.
    pty.send("vvj");
    pty.wait_text("▸27");
    pty.send("ل");
    pty.wait_text("▸52");
    quit(pty);
}

#[test]
fn ctrl_and_slash_undoes_in_any_terminal() {
    let mut pty = open(&[]);
    pty.send("/selim");
    pty.wait_text("c21:nom/selim");
    pty.send("\x17");
    pty.wait_text("Type a word, a number");
    // One byte for Ctrl-/, Ctrl-_ and Ctrl-7.
    pty.send("\x1f");
    pty.wait_text("c21:nom/selim");
    pty.send("\x1b");
    pty.wait_text("1 Agenda items");
    quit(pty);
}
