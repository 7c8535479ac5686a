//! What a file may not do.

use super::*;
use crate::script::{isolate, sanitise, sanitise_lines};

#[test]
fn controls_are_taken_out() {
    let text = "a\u{1B}[31m\u{9B}b\u{7F}\u{202E}c\u{2066}d\u{FEFF}\u{AD}\u{200B}\u{E0041}e";
    assert_eq!(LTR.whole(text).text(), "a[31mbcde");
    assert_eq!(sanitise(text), "a[31mbcde");
    assert_eq!(OFF.whole(text).text(), "a[31mbcde");
}

#[test]
fn what_is_harmless_is_borrowed() {
    let text = "می\u{200C}خواهم";
    assert!(matches!(sanitise(text), std::borrow::Cow::Borrowed(_)));
    assert_eq!(sanitise("a\tb\r\nc"), "a b c");
    assert_eq!(sanitise_lines("a\tb\r\nc"), "a b\nc");
    assert_eq!(sanitise(&isolate("2023")), "2023");
}

#[test]
fn directional_controls_of_a_file_change_nothing() {
    let plain = "القرار abc";
    for control in [
        '\u{202A}', '\u{202E}', '\u{2066}', '\u{2067}', '\u{200F}', '\u{61C}',
    ] {
        let text = format!("{control}القرار {control}abc");
        assert_eq!(AUTO.whole(&text).text(), AUTO.whole(plain).text());
    }
}

#[test]
fn isolates_of_a_file_do_not_reach_beyond_themselves() {
    let pair = isolate("");
    let (open, close) = pair.split_at(3);
    let program = format!("الفترة {} هنا", isolate("2023-2027"));
    let expected = RTL.whole(&program).text();
    // Left open before it, or closed too often, in the same paragraph.
    for mark in [open, close] {
        let text = format!("{mark}{program}{mark}");
        assert_eq!(RTL.whole(&text).text(), expected);
    }
    // What is isolated cannot close its isolate.
    let spoof = isolate(&format!("2023-2027{close}{open}"));
    assert_eq!(RTL.whole(&format!("الفترة {spoof} هنا")).text(), expected);
}

#[test]
fn a_base_carries_four_marks() {
    let text = format!("a{}", "\u{301}".repeat(1000));
    let line = LTR.whole(&text);
    assert_eq!(line.text(), "a\u{301}\u{301}\u{301}\u{301}");
    assert_eq!(line.cells[0].range, 0..text.len());
    assert_eq!(sanitise(&text), "a\u{301}\u{301}\u{301}\u{301}");
}

#[test]
fn a_lone_mark_gets_a_base() {
    assert_eq!(LTR.whole("\u{64E}").text(), "\u{25CC}\u{64E}");
}

#[test]
fn signs_of_doubtful_width_are_replaced() {
    assert_eq!(RTL.whole("\u{6DD}").text(), "\u{66D}");
    assert_eq!(RTL.whole("\u{600}12").width(), 3);
}
