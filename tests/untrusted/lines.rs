//! The program itself on a terminal: what is printed and stays there, what is printed after leaving,
//! and what is said line by line. It reads the bytes that come out of a pseudo-terminal.

use proptest::prelude::*;
use unicode_width::UnicodeWidthChar;

use super::majlis_program::{Folder, MAJLIS, NEUTRAL};
use super::pty::Pty;
use super::shown::forbidden;
use super::text::{files, text};

/// The columns of the terminal.
const COLUMNS: u16 = 60;
/// Bold for what is marked and for what must not join its neighbour in kitty.
const LOOKS: [&str; 3] = ["\x1b[1m", "\x1b[22m", "\x1b[0m"];
/// Escape, as the keyboard protocol of kitty has it: alone it would go with the next key.
const ESCAPE: &str = "\x1b[27u";
/// No program of this machine takes what is copied.
const ALONE: [(&str, &str); 4] = [
    ("PATH", ""),
    ("DISPLAY", ""),
    ("WAYLAND_DISPLAY", ""),
    ("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22"),
];

/// What is part of a letter or of a sign in logical text: joiners, variation selectors, the grapheme
/// joiner. Painted cells do without them.
const fn joins(ch: char) -> bool {
    matches!(
        ch,
        '\u{200C}' | '\u{200D}' | '\u{34F}' | '\u{FE00}'..='\u{FE0F}'
    )
}

/// Sees that bytes are lines of printable characters and these sequences: where they are painted,
/// of so many columns at the most; where they are logical text, of any length, joiners in it.
fn assert_lines(bytes: &str, known: &[&str], painted: Option<u16>) {
    for line in bytes.split_terminator("\r\n") {
        let mut rest = line.to_owned();
        for sequence in known {
            rest = rest.replace(sequence, "");
        }
        let columns: usize = rest
            .chars()
            .map(|ch| {
                let allowed = !forbidden(ch) || painted.is_none() && joins(ch);
                assert!(allowed, "U+{:04X} in {line:?}", u32::from(ch));
                ch.width().unwrap_or(0)
            })
            .sum();
        let most = painted.map_or(usize::MAX, usize::from);
        assert!(columns <= most, "{columns}: {line:?}");
    }
}

/// Runs the program in a terminal of its own until it ends by itself, typing these keys.
fn run(library: &Folder, arguments: &[&str], keys: &str) -> String {
    let environment: Vec<(&str, &str)> = NEUTRAL.iter().chain(&ALONE).copied().collect();
    let arguments = [&["--library", library.name()], arguments].concat();
    let mut pty = Pty::spawn((24, COLUMNS), MAJLIS, &arguments, &environment);
    if !keys.is_empty() {
        // Keys are read one by one from here on.
        pty.wait_for("\x1b[?2004h");
        pty.send(keys);
    }
    pty.wait_exit();
    String::from_utf8(pty.raw().to_vec()).expect("whole characters")
}

fn on_disk(text: &str) -> Folder {
    let folder = Folder::new();
    for (name, text) in files(text) {
        folder.put(name, text);
    }
    folder
}

/// Texts for the clipboard (OSC 52) taken out: only Base64 stands in them.
fn without_copied(sent: &str) -> String {
    let mut parts = sent.split("\x1b]52;c;");
    let mut rest = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (copied, after) = part.split_once('\x07').expect("an end of the sequence");
        let is_base64 = |ch: char| ch.is_ascii_alphanumeric() || matches!(ch, '+' | '/' | '=');
        assert!(copied.chars().all(is_base64), "{copied:?}");
        rest.push_str(after);
    }
    rest
}

#[test]
fn a_long_id_has_lines_of_its_own_and_is_not_cut() {
    let id = "1234567890".repeat(8);
    let sent = run(&on_disk(&id), &["--lang", "en", "list", "item"], "");
    assert_lines(&sent, &LOOKS, Some(COLUMNS));
    let lines: Vec<&str> = sent.split("\r\n").collect();
    let at = lines
        .iter()
        .position(|line| line.starts_with("r:12345"))
        .unwrap();
    // 60 columns of `r:` and the id, what is left of it, the title in two.
    assert_eq!(lines[at], format!("r:{}", &id[..58]));
    assert_eq!(lines[at + 1], format!("{}  item", &id[58..]));
    assert_eq!(lines[at + 2], format!("  {}", &id[..58]));
}

proptest! {
    #![proptest_config(crate::testing::cases(12))]

    #[test]
    fn whatever_a_file_says_only_printable_lines_are_printed(
        text in text(),
        language in prop::sample::select(vec!["ar", "en"]),
        form in prop::sample::select(vec!["auto", "visual", "words", "kitty", "off"]),
    ) {
        let library = on_disk(&text);
        for command in [
            &["show", "r:1"][..],
            &["show", "p"],
            &["list"],
            &["find", "نص"],
            &["find", &format!("x{}", text.replace('\0', ""))],
            &["check"],
        ] {
            let arguments = [&["--lang", language, "--bidi", form], command].concat();
            assert_lines(&run(&library, &arguments, ""), &LOOKS, Some(COLUMNS));
        }
    }

    #[test]
    fn what_is_printed_after_leaving_is_printable_lines(
        text in text(),
        language in prop::sample::select(vec!["ar", "en"]),
    ) {
        let library = on_disk(&text);
        let sent = run(&library, &["--lang", language], "pjpypq");
        let (_, printed) = sent.rsplit_once("\x1b[?1049l").expect("the screen is given back");
        assert!(printed.lines().count() > 3, "{printed:?}");
        assert_lines(printed, &[], None);
    }

    #[test]
    fn what_is_said_line_by_line_is_printable_lines(
        text in text(),
        typed in text(),
        language in prop::sample::select(vec!["ar", "en"]),
    ) {
        let library = on_disk(&text);
        let typed: String = typed.chars().filter(|ch| !ch.is_control()).collect();
        let pasted = text.replace("\x1b[201~", "");
        let keys = format!(
            "j\rjy{ESCAPE}vojp\r{ESCAPE}/\x1b[200~{pasted}\x1b[201~{typed}\x1b[D\x1b[D{typed}\x7f\
             {ESCAPE}:{typed}\x1b[200~{pasted}\x1b[201~{ESCAPE}!j{ESCAPE}{ESCAPE}q"
        );
        let sent = run(&library, &["--lang", language, "--linear"], &keys);
        assert_lines(&without_copied(&sent), &["\x1b[?2004h", "\x1b[?2004l"], None);
    }
}
