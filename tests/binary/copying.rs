//! The clipboard as the terminal and the system's programs get it, and what is printed after
//! leaving.

use std::path::Path;

use super::{Pty, assert_given_back, open, quit};

/// Nothing of the machine's own around the program: no multiplexer, no X, no SSH.
pub const ALONE: [(&str, &str); 10] = [
    ("TMUX", ""),
    ("STY", ""),
    ("SSH_CONNECTION", ""),
    ("SSH_CLIENT", ""),
    ("SSH_TTY", ""),
    ("WSL_DISTRO_NAME", ""),
    ("TERMUX_VERSION", ""),
    ("WAYLAND_DISPLAY", ""),
    ("DISPLAY", ""),
    ("TERM", "xterm-256color"),
];

fn open_alone(more: &[(&str, &str)]) -> Pty {
    open(&[&ALONE, more].concat())
}

/// The bytes that are in base64 (RFC 4648), padded.
fn decoded(base64: &str) -> Vec<u8> {
    let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::new();
    for four in base64.as_bytes().chunks(4) {
        assert_eq!(four.len(), 4, "it is padded");
        let bits = four.iter().fold(0_u32, |bits, digit| {
            let value = digits.bytes().position(|one| one == *digit).unwrap_or(0);
            bits << 6 | u32::try_from(value).unwrap()
        });
        let padding = four.iter().filter(|digit| **digit == b'=').count();
        bytes.extend(&bits.to_be_bytes()[1..4 - padding]);
    }
    bytes
}

/// The text in the OSC 52 that is sent next.
fn sent_to_clipboard(pty: &mut Pty) -> String {
    pty.wait_for("\x1b]52;c;");
    let coded = pty.wait_for("\x07");
    String::from_utf8(decoded(coded.trim_end_matches('\x07'))).unwrap()
}

const POSITION_AR: &str = "تؤيد المجموعة العربية مساهمة الكويت الداعية إلى مراجعة المقرر 619.";
const POSITION_EN: &str =
    "The Arab group supports Kuwait's contribution, which calls for a revision of Decision 619.";

#[test]
fn without_a_program_the_terminal_gets_the_text_and_no_more_is_claimed() {
    for (language, first, position) in [
        ("ar", "بند c21:27", POSITION_AR),
        ("en", "Item c21:27", POSITION_EN),
    ] {
        let mut pty = open_alone(&[("MAJLIS_LANG", language)]);
        pty.send("jy");
        let text = sent_to_clipboard(&mut pty);
        assert_eq!(text.lines().next(), Some(first));
        assert!(text.lines().any(|line| line == position), "{text}");
        assert!(!text.contains("c21-vcc") && !text.contains("Source: "));
        if language == "en" {
            assert_eq!(text.chars().count(), 1584);
            pty.wait_text("c21:27 sent to your terminal (1,584 characters)");
            assert!(!pty.screen().contents().contains("Copied"));
        }
        pty.send("Y");
        let cited = sent_to_clipboard(&mut pty);
        let last = cited.lines().last().unwrap();
        assert!(last.ends_with("(c21:27)"), "{last}");
        quit(pty);
    }
}

#[test]
fn over_ssh_the_terminal_gets_it_even_where_a_program_is_there() {
    let folder = programs(&["xclip"]);
    let mut pty = open_alone(&[
        ("DISPLAY", "localhost:10.0"),
        ("SSH_CONNECTION", "192.0.2.1 5022 192.0.2.2 22"),
        ("PATH", &path(folder.path())),
    ]);
    pty.send("y");
    assert!(sent_to_clipboard(&mut pty).starts_with("Item c21:52\n"));
    quit(pty);
}

/// A folder in which the tests' clipboard goes by these names.
fn programs(names: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let program = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/support/programs/clipboard"
    );
    for name in names {
        std::os::unix::fs::symlink(program, folder.path().join(name)).unwrap();
    }
    folder
}

/// A `PATH` in which a folder comes first.
fn path(folder: &Path) -> String {
    format!("{}:/usr/bin:/bin", folder.display())
}

#[test]
fn a_program_of_the_system_gets_the_text_and_copied_is_said() {
    let folder = programs(&["xclip"]);
    let kept = folder.path().join("kept");
    let mut pty = open_alone(&[
        ("DISPLAY", ":0"),
        ("PATH", &path(folder.path())),
        ("FAKE_CLIPBOARD", kept.to_str().unwrap()),
    ]);
    pty.send("jy");
    pty.wait_text("Copied c21:27 (");
    let text = std::fs::read_to_string(&kept).unwrap();
    assert!(text.starts_with("Item c21:27\n") && text.contains(POSITION_EN));
    // Leaving at once does not lose the copy.
    pty.send("kyq");
    assert!(pty.wait_exit().success());
    assert_given_back(&pty);
    let text = std::fs::read_to_string(&kept).unwrap();
    assert!(text.starts_with("Item c21:52\n"), "{text}");
    assert!(!pty.sent().contains("\x1b]52;"), "the terminal got nothing");
}

#[test]
fn what_a_program_does_not_take_goes_to_the_terminal_and_that_is_said() {
    let folder = programs(&["wl-copy"]);
    let mut pty = open_alone(&[
        ("WAYLAND_DISPLAY", "wayland-0"),
        ("PATH", &path(folder.path())),
        ("FAKE_FAILS", "yes"),
    ]);
    pty.send("y");
    assert!(sent_to_clipboard(&mut pty).starts_with("Item c21:52\n"));
    pty.wait_text("wl-copy did not take it. c21:52 sent to your");
    // Nobody is left to send it to when it fails after the end.
    pty.send("yq");
    assert!(pty.wait_exit().success());
    let (sent, shown) = (pty.sent(), pty.screen().contents());
    assert!(
        sent.matches("\x1b]52;").count() == 2 || shown.contains("c21:52 was not copied"),
        "{shown}"
    );
}

#[test]
fn within_tmux_it_is_tmux_that_gets_the_text() {
    let folder = programs(&["tmux"]);
    let kept = folder.path().join("kept");
    let mut pty = open_alone(&[
        ("TMUX", "/tmp/tmux-0/default,1,0"),
        ("PATH", &path(folder.path())),
        ("FAKE_CLIPBOARD", kept.to_str().unwrap()),
    ]);
    pty.send("jy");
    pty.wait_text("c21:27 is in tmux's buffer (");
    let text = std::fs::read_to_string(&kept).unwrap();
    assert!(text.contains(POSITION_EN));
    quit(pty);
}

#[test]
fn a_text_that_is_too_long_is_not_sent_and_p_is_named() {
    let folder = super::majlis_program::Folder::good();
    let long = "م".repeat(40_000);
    folder.put(
        "good.yaml",
        super::majlis_program::GOOD.replace("ar: صيانة المنارات", &format!("ar: {long}")),
    );
    let mut pty = open_alone(&[("MAJLIS_LIBRARY", folder.name())]);
    pty.send("y");
    pty.wait_text("good:7 sent to your");
    pty.send("dd");
    pty.wait_text("Detail in Arabic");
    pty.send("y");
    // «بند good:7» and the other labels beside the 80,000 bytes of the title.
    pty.wait_text("Not copied: good:7 has 80,");
    pty.wait_text("sure to take 74,994; p");
    pty.wait_text("prints it after leaving");
    pty.send("p");
    pty.wait_text("To be printed after leaving: 1 record");
    pty.send("q");
    assert!(pty.wait_exit().success());
    assert_given_back(&pty);
    let sent = pty.sent();
    assert_eq!(sent.matches("\x1b]52;").count(), 1);
    let after = &sent[sent.rfind("\x1b[?1049l").unwrap()..];
    assert!(after.contains(&long), "printed whole, in logical order");
}

#[test]
fn what_was_asked_for_is_printed_after_leaving_in_logical_order() {
    for (language, title, source) in [
        (
            "en",
            "Item c21:27",
            "Source: Report of the Arab working group",
        ),
        ("ar", "بند c21:27", "المصدر: تقرير فريق العمل العربي"),
    ] {
        let mut pty = open_alone(&[("MAJLIS_LANG", language)]);
        pty.send("pjpp");
        if language == "en" {
            pty.wait_text("To be printed after leaving: 2 records");
        }
        pty.send("q");
        assert!(pty.wait_exit().success());
        assert_given_back(&pty);
        let sent = pty.sent();
        let after = &sent[sent.rfind("\x1b[?1049l").unwrap()..];
        let lines: Vec<&str> = after.split("\r\n").collect();
        // The title, and for «بند» the same letters as in the file.
        let at = lines.iter().position(|line| *line == title).unwrap();
        assert_eq!(lines[at - 1], "", "a blank line between two records");
        assert!(lines[at - 2].starts_with(source));
        assert_eq!(lines.iter().filter(|line| **line == title).count(), 1);
        assert!(
            lines
                .iter()
                .any(|line| line.starts_with(source) && line.ends_with("(c21:27)"))
        );
        let position = if language == "en" {
            POSITION_EN
        } else {
            POSITION_AR
        };
        assert!(lines.contains(&position), "{after}");
        assert!(!after["\x1b[?1049l".len()..].contains('\x1b'));
    }
}

#[test]
fn a_signal_does_not_lose_what_is_to_be_printed() {
    let mut pty = open_alone(&[]);
    pty.send("p");
    pty.wait_text("To be printed after leaving: 1 record");
    pty.signal("TERM");
    assert_eq!(pty.wait_exit().exit_code(), 143);
    assert_given_back(&pty);
    let sent = pty.sent();
    assert!(sent[sent.rfind("\x1b[?1049l").unwrap()..].contains("\x1b[?1049lItem c21:52\r\n"));
}
