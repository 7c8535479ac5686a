//! Escape sequences, C1 controls, direction overrides and byte order marks, wherever a file or its
//! name may hold them.

use super::majlis_program::{Folder, GOOD, MAJLIS, NEUTRAL, run};
use super::{Pty, see};

/// What must never be sent. The program's own `CSI 2 J` stands apart: its place is looked at.
const EVIL: [&str; 12] = [
    "\x1b]",
    "\x1bP",
    "\x1b_",
    "\x1bc",
    "\x07",
    "\x1b[31;1;5m",
    "\u{9B}",
    "\u{9D}",
    "\u{202E}",
    "\u{2066}",
    "\u{FEFF}",
    "\u{200F}",
];

/// A sequence of each sort, to stand in a double-quoted YAML scalar.
const IN_YAML: &str = "x\\e]0;owned\\a\\e[2J\\e[31;1;5m\\eP1\\e\\\\\\x9b2J\\x9d0;a\\x9c\\u202Eabc\\u2066\\uFEFF\\u200F\\x07\\x7f\\r\\nz";

/// The same as it stands in a file's name.
const IN_NAME: &str =
    "n\x1b]0;owned\x07\x1b[2J\x1b[31;1;5m\u{9B}2J\u{202E}abc\u{2066}\u{FEFF}\u{200F}\n";

fn assert_harmless(sent: &str, where_to: &str) {
    for evil in EVIL {
        assert!(!sent.contains(evil), "{evil:?} in {where_to}: {sent:?}");
    }
    // The program's own clear stands where the screen is taken (behind the questions to the terminal
    // and the switch of its own bidi, if that is sent), at the start of a frame, or where the screen
    // is given back.
    for (place, _) in sent.match_indices("\x1b[2J") {
        let before = &sent[..place];
        assert!(
            before.ends_with("\x1b[8l")
                || before.ends_with("\x1b[?1049h")
                || before.ends_with("\x1b[>c\x1b[c")
                || before.ends_with("\x1b[?2026h")
                || sent[place..].starts_with("\x1b[2J\x1b[H\x1b[?1049l"),
            "a clear of a file's own in {where_to}"
        );
    }
    let control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\x1b');
    assert!(!sent.contains(control), "{where_to}: {sent:?}");
}

/// A library with controls in every text, and a bad file with controls in its name and its text.
fn evil_library() -> Folder {
    let folder = Folder::good();
    let text = format!("{{ar: \"{IN_YAML} عربي\", en: \"{IN_YAML} lighthouse\"}}");
    folder.put(
        "evil.yaml",
        format!(
            "report: {{id: evil, kind: group-report, title: {text}, summary: {text}}}\n\
             items:\n  - id: \"1{IN_YAML}\"\n    number: [\"1{IN_YAML}\"]\n    title: {text}\n    position: {{stance: support, status: agreed, text: {text}}}\n\
             figures:\n  - {{id: fig/1, title: {text}, shares: [{{label: {text}, percent: 42}}]}}\n\
             sections:\n  - {{id: s1, title: {text}}}\n"
        ),
    );
    folder.put(
        &format!("{IN_NAME}.yaml"),
        format!("report: {{id: bad, kind: \"{IN_YAML}\", title: {{en: a}}}}\n"),
    );
    folder.put(
        "raw.yaml",
        "report: {id: \x1b]0;owned\x07\u{9b}2J\u{202e}\n",
    );
    folder
}

#[test]
fn no_control_of_a_file_is_answered_on_a_pipe() {
    let folder = evil_library();
    let library = folder.name();
    for arguments in [
        &["list"][..],
        &["list", "--lang", "ar"],
        &["find", "lighthouse"],
        &["find", "lighthouse", "--json"],
        &["show", "evil"],
        &["show", "evil", "--json"],
        &["show", "evil:fig/1"],
        &["show", "nothing-like-it"],
        &["show", "evil:2x"],
        &["find", "x", "--report", "none"],
        &["check"],
        &["check", "--json"],
        &["check", "--lang", "ar"],
    ] {
        let ran = run(&[arguments, &["--library", library]].concat());
        for sent in [&ran.out, &ran.error] {
            assert_harmless(sent, &arguments.join(" "));
            assert!(!sent.contains('\x1b'));
        }
        assert!(!ran.out.is_empty() || !ran.error.is_empty());
    }
    // JSON is to the letter all the same: the escapes say what the file said.
    let ran = run(&["show", "evil", "--json", "--library", library]);
    let shown: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let title = shown["record"]["title"]["en"].as_str().unwrap();
    assert!(
        title.starts_with("x\x1b]0;owned\x07\x1b[2J")
            && title.contains("\u{9b}2J")
            && title.contains('\u{202e}'),
        "{title:?}"
    );
}

#[test]
fn nor_on_a_terminal() {
    let folder = evil_library();
    let library = folder.name();
    for arguments in [
        &["list"][..],
        &["find", "lighthouse", "--json"],
        &["show", "evil", "--lang", "ar"],
        &["show", "evil", "--bidi", "off"],
        &["show", "nothing-like-it"],
        &["check"],
        &["check", "--json"],
    ] {
        let arguments = [arguments, &["--library", library]].concat();
        let mut pty = Pty::spawn((40, 120), MAJLIS, &arguments, &NEUTRAL);
        pty.wait_exit();
        assert_harmless(&pty.sent(), &arguments.join(" "));
        assert!(!pty.sent().contains('\x1b'));
    }
}

#[test]
fn nor_on_the_screen() {
    for (language, bidi) in [("en", "visual"), ("ar", "visual"), ("ar", "off")] {
        let folder = evil_library();
        let arguments = [
            "--library",
            folder.name(),
            "--lang",
            language,
            "--bidi",
            bidi,
        ];
        let mut pty = Pty::spawn((40, 120), MAJLIS, &arguments, &NEUTRAL);
        pty.wait_text("evil");
        // Every view, the detail, the search, the filters, the problems; each drawn whole.
        let keys = [
            "\r",
            "1",
            "d",
            "d",
            "vo",
            "vf",
            "\r",
            "vc",
            "vd",
            "vb",
            "vv",
            "fr",
            "\r",
            "\x7f",
            "/lighthouse",
            "\r",
            "!",
            "\r",
            "/",
            "evil",
            "\r",
        ];
        for key in keys {
            pty.send(key);
            pty.send("\x0c");
            pty.wait_for("\x1b[?2026h\x1b[2J");
            pty.wait_for("\x1b[?2026l");
        }
        pty.send("q");
        assert!(pty.wait_exit().success());
        let screen = pty.screen();
        assert!(!screen.alternate_screen() && !screen.hide_cursor());
        assert_harmless(&pty.sent(), "the screen");
    }
}

#[test]
fn names_and_texts_are_still_told() {
    let folder = evil_library();
    let ran = run(&["find", "lighthouse", "--library", folder.name()]);
    let (_, count) = super::problems(&ran);
    assert!(ran.ids().contains(&"good:7"));
    let sent = see(&folder, count, "owned");
    assert_harmless(&sent, "the problems");
    assert!(ran.error.contains("raw.yaml"));
    assert!(
        ran.error.contains("n]0;owned[2J"),
        "the name without its controls: {}",
        ran.error
    );
}

#[test]
fn a_thousand_marks_on_one_letter_paint_no_other_line() {
    let folder = Folder::new();
    let marks = "\u{64B}".repeat(1000);
    folder.put(
        "good.yaml",
        GOOD.replace("Upkeep", &format!("ب{marks} Upkeep")),
    );
    let ran = run(&["find", "lighthouses", "--library", folder.name()]);
    assert!(
        ran.out.matches('\u{64B}').count() <= 8,
        "at most four on a base"
    );
    let mut pty = super::open(&folder, "en");
    pty.wait_text("of lighthouses");
    pty.send("q");
    pty.wait_exit();
    assert!(!pty.sent().contains(&"\u{64B}".repeat(5)));
}

#[test]
fn a_byte_order_mark_at_the_start_of_a_file_is_no_mistake() {
    let folder = Folder::good();
    folder.put("good.yaml", format!("\u{FEFF}{GOOD}"));
    assert_eq!(super::ask(&folder).error, "");
}
