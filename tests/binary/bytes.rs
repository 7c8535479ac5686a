//! What is sent: frames, each within one synchronized update, and nothing while nothing happens.

use super::{open, open_with};

const BEGIN: &str = "\x1b[?2026h";
const END: &str = "\x1b[?2026l";

/// The frames in what was sent; all else must be one of the sequences that take the terminal, or
/// give it back.
fn frames(sent: &str) -> Vec<&str> {
    let mut frames = Vec::new();
    let mut rest = sent;
    while let Some(start) = rest.find(BEGIN) {
        assert_not_drawn(&rest[..start]);
        let inside = &rest[start + BEGIN.len()..];
        let end = inside.find(END).expect("an update that is begun is ended");
        assert!(!inside[..end].contains(BEGIN), "one update at a time");
        frames.push(&inside[..end]);
        rest = &inside[end + END.len()..];
    }
    assert_not_drawn(rest);
    frames
}

/// Outside of frames nothing but the switches of the terminal is sent.
fn assert_not_drawn(outside: &str) {
    const SWITCHES: [&str; 19] = [
        "\x1b[>q\x1b[8$p\x1b[=c\x1b[>c\x1b[c",
        "\x1b[?1049h",
        "\x1b[8l",
        "\x1b[2J",
        "\x1b[H",
        "\x1b[?25l",
        "\x1b[?2004h",
        "\x1b[?1002h",
        "\x1b[?1006h",
        "\x1b[?1006l",
        "\x1b[?1002l",
        "\x1b[?7l",
        "\x1b[?2026l",
        "\x1b[m",
        "\x1b[?7h",
        "\x1b[?2004l",
        "\x1b[?25h",
        "\x1b[8h",
        "\x1b[?1049l",
    ];
    let mut left = outside.to_owned();
    for switch in SWITCHES {
        left = left.replace(switch, "");
    }
    assert_eq!(left, "");
}

#[test]
fn every_frame_stands_within_one_synchronized_update() {
    for language in ["en", "ar"] {
        let mut pty = open_with((40, 140), &[], &[("MAJLIS_LANG", language)]);
        for key in ["j", "\t", "a", "v", "o", "v", "v", "/", "selim"] {
            pty.send(key);
            pty.wait_for(END);
        }
        pty.resize(12, 50);
        pty.wait_for(END);
        pty.send("\x03");
        assert!(pty.wait_exit().success());
        assert!(frames(&pty.sent()).len() >= 11);
    }
}

#[test]
fn what_changes_nothing_sends_nothing() {
    // On a screen on which all is shown at once: on a smaller one the rest follows when the cursor
    // rests, which is a frame that no key asked for.
    let mut pty = open_with((40, 140), &[], &[]);
    // Focus won and lost, a key let go, a mouse nobody asked for, up at the top, Escape in the
    // list, the same pane again.
    let nothings = [
        "\x1b[I",
        "\x1b[O",
        "\x1b[106;1:3u",
        "\x1b[<35;10;10M",
        "k",
        "1",
    ];
    for nothing in nothings {
        // Each time the nothing stands alone between two frames that were waited for.
        for (key, shown) in [("j", "▸27 "), ("k", "▸52 ")] {
            pty.send(nothing);
            pty.send(key);
            pty.wait_text(shown);
        }
    }
    pty.send("q");
    assert!(pty.wait_exit().success());
    // The first frame, and one for each key that changed something.
    assert_eq!(frames(&pty.sent()).len(), 1 + 2 * nothings.len());
}

#[test]
fn without_colour_no_colour_is_sent_and_the_row_in_hand_is_still_marked() {
    let mut pty = open(&[("NO_COLOR", "1")]);
    pty.send("j");
    pty.wait_text("▸27 ");
    pty.send("/selim");
    pty.wait_text("c21:nom/selim");
    pty.send("\x03");
    assert!(pty.wait_exit().success());
    let sent = pty.sent();
    for frame in frames(&sent) {
        for part in frame.split("\x1b[").skip(1) {
            let end = part.find(|c: char| c.is_ascii_alphabetic()).unwrap();
            if part.as_bytes()[end] == b'm' {
                for number in part[..end].split(';').filter(|number| !number.is_empty()) {
                    let number: u16 = number.parse().unwrap();
                    assert!(number < 30, "a colour: {number}");
                }
            }
        }
    }
    assert!(
        sent.contains("\x1b[7m") || sent.contains(";7m"),
        "reverse is no colour"
    );
}
