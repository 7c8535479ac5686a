//! The first frame, in both languages.

use super::{MAJLIS_IN_ARABIC, open, open_with, quit, row};

#[test]
fn in_english_the_first_item_stands_at_the_left() {
    let pty = open(&[("LC_ALL", "en_US.UTF-8")]);
    assert!(row(&pty, 0).starts_with("majlis › Council"));
    assert!(row(&pty, 1).starts_with(" 1 Agenda items 1/75 "));
    assert!(row(&pty, 2).starts_with("▸52 ICT Development Index (IDI)"));
    assert!(row(&pty, 5).starts_with(" 27 Report on progress on the"));
    assert!(
        row(&pty, 2).contains("│ ICT Development Index (IDI)") || row(&pty, 2).contains("┃ ICT")
    );
    quit(pty);
}

#[test]
fn in_arabic_it_is_mirrored() {
    for environment in [
        [("LC_ALL", "ar_EG.UTF-8"), ("LANG", "")],
        [("LC_ALL", "en_US.UTF-8"), ("MAJLIS_LANG", "ar")],
    ] {
        let pty = open(&environment);
        assert!(row(&pty, 0).ends_with(MAJLIS_IN_ARABIC));
        // «52 المؤشر» from the right: the mark, the number, then the word: reh, sheen, waw with
        // hamza, meem, lam, alef.
        let word = "\u{FEAE}\u{FEB7}\u{FE86}\u{FEE4}\u{FEDF}\u{FE8D}";
        let first = row(&pty, 2);
        assert!(first.ends_with(&format!("{word} 52◂")), "{first:?}");
        assert_eq!(first.chars().count(), 80);
        quit(pty);
    }
}

#[test]
fn a_locale_that_names_no_language_of_ours_is_english() {
    for locale in ["C", "POSIX", "fr_FR.UTF-8", "C.UTF-8"] {
        let pty = open(&[("LC_ALL", locale)]);
        assert!(row(&pty, 0).starts_with("majlis › Council"), "{locale}");
        quit(pty);
    }
}

#[test]
fn one_key_changes_the_language_and_back() {
    let mut pty = open(&[]);
    pty.send("i");
    pty.wait_text(MAJLIS_IN_ARABIC);
    assert!(row(&pty, 0).ends_with(MAJLIS_IN_ARABIC));
    pty.send("i");
    pty.wait_text("majlis › Council");
    quit(pty);
}

#[test]
fn with_bidi_off_the_terminal_gets_the_text_as_it_is_and_keeps_its_own_order() {
    let mut pty = open_with((24, 80), &["--lang", "ar", "--bidi", "off"], &[]);
    pty.wait_text("مجلس");
    pty.send("q");
    assert!(pty.wait_exit().success());
    let sent = pty.sent();
    assert!(!sent.contains("\x1b[8l") && !sent.contains("\x1b[8h"));
    assert!(!sent.contains('\u{FEB2}'), "no presentation form is sent");
}
