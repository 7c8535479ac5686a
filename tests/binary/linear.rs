//! `majlis --linear` on a terminal: keys one by one, lines, and nothing else of the terminal.

use super::copying::ALONE;
use super::{MAJLIS, Pty, with};

/// Starts it in a terminal of this size and waits until it has said where one is.
fn open(size: (u16, u16), language: &str, more: &[(&str, &str)]) -> Pty {
    let environment = [&ALONE[..], &[("MAJLIS_LANG", language)], more].concat();
    let mut pty = Pty::spawn(size, MAJLIS, &["--linear"], &with(&environment));
    pty.wait_for("\x1b[?2004h");
    pty.wait_for(match language {
        "ar" => "للخروج\r\n",
        _ => "to leave\r\n",
    });
    pty
}

/// Leaves with `q`, and sees that nothing was sent but lines, and the terminal is as it was.
fn quit(mut pty: Pty) -> String {
    pty.send("q");
    assert!(pty.wait_exit().success());
    assert_plain(&pty);
    pty.sent()
}

fn assert_plain(pty: &Pty) {
    assert_eq!(pty.modes(), pty.modes_before(), "raw mode is off");
    let sent = pty.sent();
    let sent = sent.strip_prefix("\x1b[?2004h").unwrap();
    let bare = sent.replace("\x1b[?2004l", "");
    assert!(bare.len() < sent.len(), "bracketed paste is off again");
    for line in bare.split("\r\n") {
        assert!(!line.contains(char::is_control), "{line:?}");
    }
    assert!(!bare.contains(|c: char| ('\u{FE70}'..='\u{FEFF}').contains(&c)));
}

#[test]
fn keys_are_answered_one_by_one_in_logical_order() {
    let mut pty = open((24, 80), "en", &[]);
    pty.send("j");
    pty.wait_for("2 of 75: 27 Report on progress on the Union's headquarters premises project\r\n");
    pty.send("\x1b[A");
    pty.wait_for("1 of 75: 52 ICT Development Index (IDI)");
    pty.send("\r");
    pty.wait_for("Item c21:52, 32 lines\r\nICT Development Index (IDI)\r\n");
    quit(pty);
    let mut pty = open((24, 80), "ar", &[]);
    // The key j on an Arabic keyboard.
    pty.send("ت");
    pty.wait_for("2 من 75: 27 تقرير عن التقدم المحرز بشأن مشروع مباني مقر الاتحاد");
    pty.send("\r");
    pty.wait_for("بند c21:27، 29 سطراً\r\nتقرير عن التقدم");
    quit(pty);
}

#[test]
fn letters_are_echoed_once_and_enter_tells_the_results_before_it_goes() {
    for (language, typed, found, went) in [
        (
            "en",
            "headquarters project",
            " found; first: item c21:27: ",
            "\r\nItem c21:27, ",
        ),
        (
            "ar",
            "مباني المقر",
            "، أولها: بند c21:27: ",
            "\r\nبند c21:27، ",
        ),
    ] {
        let mut pty = open((24, 80), language, &[]);
        pty.send("/");
        pty.wait_for(if language == "en" {
            "document code\r\n"
        } else {
            "رمز وثيقة\r\n"
        });
        pty.send(typed);
        let echoed = pty.wait_for(typed);
        assert_eq!(echoed, typed, "nothing but the letters");
        pty.send("\r");
        let results = pty.wait_for(found);
        assert!(results.starts_with("\r\n"), "{results:?}");
        pty.send("\r");
        pty.wait_for(went);
        quit(pty);
    }
}

#[test]
fn in_twenty_columns_no_word_is_broken_and_nothing_is_lost() {
    for (language, row) in [
        (
            "en",
            "2 of 75: 27 Report on progress on the Union's headquarters premises project \
             (Resolution 212 and Decision 619) (+ support, delivered, c21)",
        ),
        (
            "ar",
            "2 من 75: 27 تقرير عن التقدم المحرز بشأن مشروع مباني مقر الاتحاد (القرار 212 والمقرر 619) \
             (+ تأييد، قُدِّم، c21)",
        ),
    ] {
        let mut pty = open((4, 20), language, &[]);
        pty.send("j");
        let said = pty.wait_for("c21)\r\n");
        let lines: Vec<&str> = said.trim_end().split("\r\n").collect();
        assert_eq!(lines.join(" "), row);
        for line in lines {
            // Marks take no column.
            let marks = line.chars().filter(|c| ('\u{64B}'..='\u{652}').contains(c));
            assert!(line.chars().count() - marks.count() <= 20, "{line:?}");
        }
        quit(pty);
    }
}

#[test]
fn a_paste_is_typed_where_there_is_a_line_and_obeyed_nowhere() {
    let mut pty = open((24, 80), "en", &[]);
    pty.send("\x1b[200~q\rq\x1b[201~/");
    pty.wait_for("Type a word, a number or a document code\r\n");
    pty.send("\x1b[200~مباني\nالمقر\x1b[201~");
    assert_eq!(pty.wait_for("المقر"), "مباني المقر");
    pty.send("\r");
    pty.wait_for(" found; first: ");
    pty.send("\x1b");
    pty.wait_for("Agenda items, 1 of 75: ");
    quit(pty);
}

#[test]
fn copying_and_printing_work_here_too() {
    let mut pty = open((24, 80), "en", &[]);
    pty.send("jy");
    pty.wait_for("\x1b]52;c;");
    pty.wait_for("\x07");
    pty.wait_for("c21:27 sent to your terminal (1,584 characters). If it cannot be pasted, p\r\n");
    pty.send("p");
    pty.wait_for("To be printed after leaving: 1 record\r\n");
    pty.send("q");
    assert!(pty.wait_exit().success());
    assert_eq!(pty.modes(), pty.modes_before());
    let sent = pty.sent();
    let after = &sent[sent.rfind("\x1b[?2004l").unwrap()..];
    assert!(after.starts_with("\x1b[?2004lItem c21:27\r\n"), "{after:?}");
}

#[test]
fn every_way_out_gives_the_terminal_back() {
    let mut pty = open((24, 80), "en", &[]);
    pty.send("/ctrl");
    pty.wait_for("ctrl");
    pty.send("\x03");
    assert!(pty.wait_exit().success());
    assert_plain(&pty);
    for (name, code) in [("TERM", 143), ("INT", 130)] {
        let mut pty = open((24, 80), "ar", &[]);
        pty.signal(name);
        assert_eq!(pty.wait_exit().exit_code(), code);
        assert_plain(&pty);
    }
}

#[test]
fn stopped_and_continued_it_says_where_one_is() {
    let script =
        r#"echo "before $(stty -g)"; "$0" --linear; echo "after $(stty -g)"; read line; fg"#;
    let environment = [&ALONE[..], &[("MAJLIS_LANG", "en")]].concat();
    let mut pty = Pty::spawn(
        (24, 80),
        "sh",
        &["-mc", script, MAJLIS],
        &with(&environment),
    );
    pty.wait_for("q to leave\r\n");
    pty.send("\x1a");
    pty.wait_for("\x1b[?2004l");
    pty.wait_for("after ");
    pty.wait_for("\r\n");
    pty.send("\n");
    pty.wait_for("\x1b[?2004h");
    pty.wait_for("Agenda items, 1 of 75: ");
    pty.send("j");
    pty.wait_for("2 of 75: ");
    pty.send("q");
    pty.wait_exit();
    let sent = pty.sent();
    assert!(
        !sent.contains("\x1b[2J") && !sent.contains("\x1b[?1049"),
        "{sent:?}"
    );
}

#[test]
fn a_dumb_terminal_gets_lines_and_no_sequence() {
    let environment = [&ALONE[..], &[("TERM", "dumb")]].concat();
    let mut pty = Pty::spawn((24, 80), MAJLIS, &["--linear"], &with(&environment));
    pty.wait_for("q to leave\r\n");
    pty.send("j");
    pty.wait_for("2 of 75: ");
    pty.send("q");
    assert!(pty.wait_exit().success());
    assert!(!pty.sent().contains('\x1b'));
    assert_eq!(pty.modes(), pty.modes_before());
}
