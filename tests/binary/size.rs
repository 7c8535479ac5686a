//! Every size of the window.

use super::{open, open_with, quit, row};

#[test]
fn a_window_that_shrinks_to_one_cell_comes_back_whole() {
    let mut pty = open(&[]);
    let before = pty.screen().contents();
    pty.resize(1, 1);
    // Of the words that say so one letter remains.
    pty.wait_screen("one letter", |screen| screen.contents().len() == 1);
    pty.resize(24, 80);
    pty.wait_screen("the screen as before", |screen| screen.contents() == before);
    quit(pty);
}

#[test]
fn from_the_smallest_to_a_large_one() {
    let mut pty = open(&[]);
    pty.resize(5, 20);
    pty.wait_screen("the list alone", |screen| {
        let rows: Vec<String> = screen.rows(0, 20).collect();
        rows[1].starts_with(" 1 Agenda items") && rows[2].starts_with("▸52 ICT Develop")
    });
    pty.resize(4, 20);
    // What would be large enough is told.
    pty.wait_screen("too small", |screen| {
        let contents = screen.contents();
        contents.contains("too small") && contents.contains("20×5")
    });
    pty.resize(100, 300);
    pty.wait_screen("the whole list", |screen| {
        let rows: Vec<String> = screen.rows(0, 300).collect();
        rows.len() == 100
            && rows[2].starts_with("▸52 ICT Development Index")
            && rows[1].to_lowercase().contains("item c21:52")
            && rows[99].contains("quit")
    });
    quit(pty);
}

#[test]
fn it_opens_in_the_smallest_window_and_in_one_that_is_too_small() {
    quit(open_with((5, 20), &[], &[]));
    let pty = open_with((2, 9), &[], &[]);
    assert!(row(&pty, 0).starts_with("too"));
    assert!(row(&pty, 1).starts_with("small"));
    quit(pty);
}

#[test]
fn a_terminal_that_does_not_know_its_size_is_taken_for_24_by_80() {
    let mut pty = open_with((24, 80), &[], &[]);
    pty.resize(10, 40);
    pty.wait_screen("small", |screen| screen.contents().lines().count() <= 10);
    pty.wait_for("\x1b[?2026l");
    // vt100 cannot have no size at all; the bytes tell: the last row of 24 is addressed.
    pty.resize(0, 0);
    pty.wait_for("\x1b[24H");
    quit(pty);
}

#[test]
fn keys_that_come_with_a_resize_are_answered() {
    let mut pty = open(&[]);
    for round in 0..20 {
        let (key, shown) = [("j", "▸27 "), ("k", "▸52 ")][round % 2];
        pty.send(key);
        pty.resize(if round % 2 == 0 { 30 } else { 24 }, 80);
        pty.wait_text(shown);
    }
    quit(pty);
}
