//! Where the output goes: a pipe, a full disk, a terminal.

use super::majlis_program::{MAJLIS, NEUTRAL, run, shell};
use super::pty::Pty;

#[test]
fn a_pipe_that_is_closed_early_is_no_mistake() {
    for script in [
        "\"$0\" list | head -1",
        "\"$0\" find ITU --limit 5000 --json | head -1",
        "\"$0\" show c21 | head -1",
        "\"$0\" schema | head -1",
        "\"$0\" --help | head -1",
    ] {
        let ran = shell(script);
        assert_eq!(ran.code, 0);
        assert_eq!(ran.out.lines().count(), 1, "{script}");
        assert_eq!(ran.error, "", "{script}");
    }
}

#[test]
fn a_full_disk_is_told() {
    for command in [
        "list",
        "find headquarters",
        "show c21:27 --json",
        "schema",
        "check",
        "--version",
    ] {
        let ran = shell(&format!("\"$0\" {command} > /dev/full"));
        assert_eq!(ran.code, 2, "{command}");
        assert!(
            ran.error.starts_with("majlis: "),
            "{command}: {}",
            ran.error
        );
    }
}

#[test]
fn an_error_that_cannot_be_told_still_counts_and_a_warning_takes_no_answer_away() {
    assert_eq!(shell("\"$0\" fnd 2> /dev/full").code, 2);
    let ran = shell(
        "cd \"$(mktemp -d)\" && printf 'report: {id: a, kind: group-report, title: {en: lighthouse}}\\n' > a.yaml \
         && echo '[' > b.yaml && \"$0\" --library . find lighthouse 2> /dev/full; code=$?; rm -r \"$PWD\"; exit $code",
    );
    assert_eq!((ran.code, ran.out.as_str()), (0, "a\treport\tlighthouse\n"));
}

#[test]
fn without_a_terminal_no_escape_is_sent_and_no_letter_is_shaped() {
    for arguments in [
        &["--lang", "ar", "list"][..],
        &["--lang", "ar", "show", "c21:27"],
        &["--lang", "ar", "find", "المقر"],
        &["--lang", "ar", "--help"],
    ] {
        let ran = run(arguments);
        let shaped = |c: char| matches!(c, '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}');
        let control = |c: char| c.is_control() && c != '\n' && c != '\t';
        assert!(
            !ran.out.chars().any(|c| shaped(c) || control(c)),
            "{arguments:?}"
        );
    }
}

fn on_a_terminal(columns: u16, arguments: &[&str]) -> Pty {
    let mut pty = Pty::spawn((200, columns), MAJLIS, arguments, &NEUTRAL);
    assert!(pty.wait_exit().success());
    assert!(!pty.sent().contains('\x1b'));
    pty
}

#[test]
fn on_a_terminal_the_text_is_in_visual_order_and_fits() {
    let pty = on_a_terminal(60, &["--lang", "ar", "find", "مباني المقر", "--limit", "1"]);
    let shown = pty.screen().contents();
    // Cut at its logical end, which is at the left: «تقرير عن …» ends, at the right, with
    // «تقرير»: initial teh, initial… painted from the left: reh, yeh, reh, qaf, teh.
    assert!(shown.starts_with("c21:27"), "{shown}");
    assert!(
        shown
            .trim_end()
            .ends_with("\u{FEAE}\u{FBFF}\u{FEAE}\u{FED8}\u{FE97}")
            || shown
                .trim_end()
                .ends_with("\u{FEAE}\u{FEF3}\u{FEAE}\u{FED8}\u{FE97}"),
        "{shown}"
    );
    assert!(shown.contains('…'));
    assert_eq!(shown.trim_end().lines().count(), 1);
}

#[test]
fn on_a_terminal_long_text_is_wrapped_to_its_own_side() {
    let pty = on_a_terminal(40, &["show", "c21:27"]);
    let rows: Vec<String> = pty.screen().contents().lines().map(str::to_owned).collect();
    assert!(rows.iter().any(|row| row.starts_with("Number: 27")));
    let arabic: Vec<&String> = rows
        .iter()
        .filter(|row| row.chars().any(|c| matches!(c, '\u{FE70}'..='\u{FEFC}')))
        .collect();
    assert!(!arabic.is_empty());
    for row in arabic {
        // Right-aligned: the last cell of the row is taken.
        assert_eq!(
            row.chars()
                .filter(|c| !('\u{64B}'..='\u{65F}').contains(c))
                .count(),
            40,
            "{row:?}"
        );
    }
}

#[test]
fn a_terminal_without_a_size_is_taken_for_80_columns() {
    let script = "stty cols 0 rows 0; exec \"$0\" find c21:27 --limit 1";
    let mut pty = Pty::spawn((24, 80), "sh", &["-c", script, MAJLIS], &NEUTRAL);
    assert!(pty.wait_exit().success());
    let sent = pty.sent();
    let row = "c21:27                item          Report on progress";
    assert!(sent.starts_with(row), "{sent:?}");
    assert_eq!(sent.trim_end().chars().count(), 80);
}

#[test]
fn nothing_found_is_told_to_a_person_only() {
    let mut pty = Pty::spawn((24, 80), MAJLIS, &["find", "xylophone"], &NEUTRAL);
    assert_eq!(pty.wait_exit().exit_code(), 1);
    assert_eq!(pty.screen().contents().trim_end(), "majlis: nothing found");
    let mut pty = Pty::spawn((24, 80), MAJLIS, &["find", "xylophone", "--json"], &NEUTRAL);
    assert_eq!(pty.wait_exit().exit_code(), 1);
    assert_eq!(pty.sent(), "");
}

/// The list is narrowed by the fields of a search, in its own order; a value that there is not is none.
#[test]
fn a_list_is_narrowed_by_the_fields_of_a_search() {
    let ids = |arguments: &[&str]| -> Vec<String> {
        let ran = run(&[&["list"], arguments].concat());
        let first = |line: &str| line.split('\t').next().unwrap().to_owned();
        ran.out.lines().map(first).collect()
    };
    assert_eq!(
        ids(&["nomination", "--report", "c21"]),
        ["c21:nom/selim", "c21:nom/bilal", "c21:nom/benhajji"]
    );
    assert_eq!(
        ids(&["nominations", "--report", "c21", "--status", "proposed"]),
        ["c21:nom/selim", "c21:nom/bilal"]
    );
    assert_eq!(
        ids(&["nominations", "--country", "Kuwait"]),
        ["c21:nom/bilal"]
    );
    assert_eq!(
        ids(&["positions", "--item", "27", "--report", "c21"]),
        ["c21:27/position"]
    );
    assert_eq!(
        ids(&["توصية", "--to", "الأمانة الفنية", "--report", "c21"]),
        ["c21:eg-itrs/r2", "c21:6/r1"]
    );
    assert_eq!(
        ids(&["recommendations", "--report", "c21", "--due", "2021-09"]),
        ["c21:eg-itrs/r1"]
    );
    assert_eq!(
        ids(&[
            "positions",
            "--report",
            "c21",
            "--year",
            "2021",
            "--limit",
            "1"
        ]),
        ["c21:52/position"]
    );
    let ran = run(&[
        "list",
        "positions",
        "--item",
        "27",
        "--report",
        "c21",
        "--json",
    ]);
    let line: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        (line["id"].as_str(), line["report"].as_str()),
        (Some("c21:27/position"), Some("c21"))
    );
    assert_eq!(line["record"]["status"], "delivered");
    // Known, and of no record: nothing; not known: which there are.
    let ran = run(&["list", "positions", "--status", "withdrawn"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{ran:?}");
    for (arguments, says) in [
        (&["--status", "zzzz"][..], "no status “zzzz” (values: "),
        (&["--report", "c99"], "c99"),
        (&["--role", "chair"], "list does not take “--role”"),
    ] {
        let ran = run(&[&["list", "nominations"], arguments].concat());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{ran:?}");
        assert!(ran.error.contains(says), "{ran:?}");
    }
    // Elsewhere a year is no option.
    let ran = run(&["find", "x", "--year", "2021"]);
    assert_eq!(ran.code, 2, "{ran:?}");
}
