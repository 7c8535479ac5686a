//! `majlis --linear` through a pipe: a line in is keys or commands, lines out say what they did.

use std::io::Write;
use std::process::{Command, Stdio};

use super::changing::library;
use super::majlis_program::{MAJLIS, NEUTRAL};

/// What comes out for these lines.
fn told(lines: &str, language: &str) -> Vec<String> {
    told_in(lines, language, &[])
}

fn told_in(lines: &str, language: &str, environment: &[(&str, &str)]) -> Vec<String> {
    let mut child = Command::new(MAJLIS)
        .args(["--linear", "--lang", language])
        .envs(NEUTRAL)
        .envs(
            [
                "TMUX",
                "STY",
                "DISPLAY",
                "WAYLAND_DISPLAY",
                "WSL_DISTRO_NAME",
            ]
            .map(|n| (n, "")),
        )
        .envs(["SSH_TTY", "SSH_CLIENT", "SSH_CONNECTION", "TERMUX_VERSION"].map(|n| (n, "")))
        .env("TERM", "xterm")
        .envs(environment.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(lines.as_bytes()).unwrap();
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    let out = String::from_utf8(output.stdout).unwrap();
    assert!(!out.contains('\x1b') && !out.contains('\r'));
    out.lines().map(str::to_owned).collect()
}

#[test]
fn the_end_of_the_input_is_the_end() {
    for (language, first, last) in [
        ("en", "majlis", "Press ? for the keys, q to leave"),
        ("ar", "مجلس", "المفتاح ؟ يسرد المفاتيح، والمفتاح q للخروج"),
    ] {
        let lines = told("", language);
        assert_eq!(lines.len(), 4);
        assert_eq!((lines[0].as_str(), lines[3].as_str()), (first, last));
    }
}

#[test]
fn keys_and_the_names_of_commands_do_the_same() {
    for (keys, commands) in [
        ("j\nj\n3\n", "down\ndown\npane-3\n"),
        ("v c\nG\n", "view-calendar\nbottom\n"),
        (
            "j enter\nj\npagedown\nesc\n",
            "down open\ndown\npage-down\nlist\n",
        ),
        ("/ <مباني المقر> enter\n", "search\nمباني المقر\naccept\n"),
        // As the help prints them, and as people call them.
        (
            "Down Tab Home\nF2 Return ↓ Space PgDn\nEscape Ctrl-L\n",
            "down next-pane top\nlanguage open down page-down page-down\nlist redraw\n",
        ),
    ] {
        for language in ["en", "ar"] {
            let (keys, commands) = (told(keys, language), told(commands, language));
            // A key that waits for the next says so; a command has no such line.
            let keys: Vec<&String> = keys
                .iter()
                .filter(|line| !line.starts_with("v …"))
                .collect();
            assert_eq!(keys, commands.iter().collect::<Vec<_>>());
        }
    }
}

#[test]
fn a_search_is_a_line_and_an_empty_line_is_enter() {
    let lines = told("search\nheadquarters project\n\nquit\nj\n", "en");
    assert_eq!(
        lines[4..6],
        ["Search", "Type a word, a number or a document code"]
    );
    assert!(
        lines[6].contains(" found; first: item c21:27: Report on progress"),
        "{}",
        lines[6]
    );
    assert!(lines[7].starts_with("Item c21:27, "));
    assert!(lines[8].starts_with("Report on progress on the Union's headquarters"));
    assert_eq!(lines.len(), 9, "nothing after the end");
    // A key among what is typed is a key; in <…> it is typed.
    let lines = told("/ headquarters\ndown\nesc\n/ <down>\n", "en");
    let [.., second, back, _, _, typed] = lines.as_slice() else {
        panic!("{lines:?}");
    };
    assert!(second.starts_with("2 of "), "{second}");
    assert!(back.starts_with("Agenda items, 1 of 75: "), "{back}");
    assert!(typed.contains(" found"), "{typed}");
}

#[test]
fn what_is_neither_key_nor_command_is_said_and_passed_over() {
    let lines = told("serach\nj dwn k\n<text>\naccept\n", "en");
    assert_eq!(
        lines[4],
        "“serach” is neither a key nor a command; did you mean search?"
    );
    assert!(lines[5].starts_with("2 of 75: "));
    assert_eq!(
        lines[6],
        "“dwn” is neither a key nor a command; did you mean down?"
    );
    assert!(lines[7].starts_with("1 of 75: "));
    assert_eq!(lines[8], "There is nothing to type in here");
    assert_eq!(
        lines[9],
        "This command does not apply here; here it is open"
    );
    let lines = told("undo\n", "en");
    assert_eq!(lines[4], "This command does not apply here");
    let lines = told("serach\naccept\n", "ar");
    assert_eq!(lines[4], "«serach» ليس مفتاحاً ولا أمراً؛ لعلك تقصد search؟");
    assert_eq!(lines[5], "لا يعمل هذا الأمر هنا؛ هنا open");
}

#[test]
fn lines_of_bytes_and_endless_lines_do_no_harm() {
    let long = "x".repeat(200_000);
    let lines = told(
        &format!("\u{202E}\u{9B}2J\n{long}\n/\n{long}\nctrl-c\n"),
        "en",
    );
    assert!(lines[4].ends_with("is neither a key nor a command"));
    assert!(lines.iter().all(|line| line.chars().count() < 1000));
    assert!(
        lines
            .iter()
            .all(|line| !line.contains('\u{202E}') && !line.contains('\u{9B}'))
    );
}

#[test]
fn what_is_to_be_printed_comes_at_the_end() {
    for (language, asked, first, last) in [
        (
            "en",
            "To be printed after leaving: 1 record",
            "Item c21:27",
            "Source: Report of the Arab working group",
        ),
        (
            "ar",
            "يُكتب في الطرفية بعد الخروج: سجل واحد",
            "بند c21:27",
            "المصدر: تقرير فريق العمل العربي",
        ),
    ] {
        let lines = told("j\nprint\nq\n", language);
        assert_eq!(lines[5..7], [asked, first]);
        assert!(lines[lines.len() - 1].starts_with(last));
    }
}

#[test]
fn without_a_clipboard_copying_says_so_and_with_one_it_is_done() {
    let lines = told("y\n", "en");
    assert_eq!(
        lines[4],
        "Not copied: there is no clipboard for c21:52; p prints it after leaving"
    );
    let folder = tempfile::tempdir().unwrap();
    let program = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/support/programs/clipboard"
    );
    std::os::unix::fs::symlink(program, folder.path().join("xclip")).unwrap();
    let kept = folder.path().join("kept");
    let path = format!("{}:/usr/bin:/bin", folder.path().display());
    let lines = told_in(
        "j y\n",
        "ar",
        &[
            ("DISPLAY", ":0"),
            ("PATH", &path),
            ("FAKE_CLIPBOARD", kept.to_str().unwrap()),
        ],
    );
    assert!(lines[5].starts_with("نُسخ c21:27 ("), "{lines:?}");
    assert!(
        std::fs::read_to_string(&kept)
            .unwrap()
            .starts_with("بند c21:27\n")
    );
    let fails = [
        ("DISPLAY", ":0"),
        ("PATH", path.as_str()),
        ("FAKE_FAILS", "yes"),
    ];
    assert_eq!(
        told_in("y\n", "en", &fails)[4],
        "Not copied: xclip did not take c21:52; p prints it after leaving"
    );
}

/// A call that is on is known before the first line is read.
#[test]
fn a_call_that_is_on_is_known_to_the_first_line() {
    let now = majlis::report::call::Moment::now();
    let call = format!(
        "report: c1\nbegan: {now}\nchanged: {now}\nby: hind\n\
         in_hand: {{item: \"c1:27\", since: {now}}}\n"
    );
    let folder = library();
    folder.put("live.yaml", &call);
    for (language, wanted) in [("en", "End the call"), ("ar", "اختتام الاجتماع")] {
        let environment = [("MAJLIS_LIBRARY", folder.name()), ("MAJLIS_WHO", "hind")];
        let lines = told_in("call-end\n", language, &environment);
        assert!(lines.iter().any(|line| line == wanted), "{lines:#?}");
    }
}
