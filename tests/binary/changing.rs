//! Changing records in a terminal: what is in the file afterwards.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use majlis::report::Language;
use majlis::script::{Direction, Form, visual};
use majlis::words::desk as words;

use super::{assert_ours, majlis_program::Folder, open_with, quit};

const REPORT: &str = "\
report: {id: m, kind: group-report, title: {ar: تقرير, en: Report}}
items:
  - id: \"1\"
    number: [\"1\"]
    title: {ar: المصباح, en: Lamp}
    position:
      stance: support # as agreed in Cairo
      status: draft
      text:
        ar: يبقى المصباح
        en: |
          The lamp stays.
";

#[test]
fn a_key_changes_the_file_and_another_changes_it_back() {
    let folder = Folder::with_registry();
    let path = folder.put("m.yaml", REPORT);
    let arguments = ["--library", folder.name(), "--lang", "en", "--as", "hind"];
    let mut pty = open_with((24, 80), &arguments, &[]);
    pty.send("A");
    pty.wait_text("agreed (was: draft)");
    let agreed = REPORT.replace("status: draft", "status: agreed");
    assert_eq!(fs::read_to_string(&path).unwrap(), agreed);
    pty.send("u");
    pty.wait_text("Undone");
    assert_eq!(fs::read_to_string(&path).unwrap(), REPORT);
    quit(pty);
}

#[test]
fn a_wording_is_opened_in_the_persons_own_editor() {
    let folder = Folder::with_registry();
    let path = folder.put("m.yaml", REPORT);
    // It needs the terminal as a shell has it.
    let editor = folder.put(
        "editor",
        "#!/bin/sh\nstty -a | grep -q ' icanon' || exit 1\nprintf 'كل مصباح\\nEach lamp' > \"$1\"\n",
    );
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).unwrap();
    let arguments = ["--library", folder.name(), "--lang", "en"];
    let editor = [("VISUAL", editor.to_str().unwrap())];
    let mut pty = open_with((24, 80), &arguments, &editor);
    // The position of the item in hand.
    pty.send("2e");
    pty.wait_text("Wording (en)");
    pty.send("e");
    pty.wait_text("Each lamp");
    assert_ours(&pty);
    // The screen shows it at once; what it was is told when it is in the file.
    pty.wait_text("(was:");
    let text = "        en: |\n          كل مصباح\n          Each lamp\n";
    let kept = fs::read_to_string(&path).unwrap();
    assert!(kept.ends_with(text), "{kept}");
    assert!(kept.contains("support # as agreed in Cairo"), "{kept}");
    pty.send("q");
    pty.wait_text("1 Agenda items");
    quit(pty);
}

/// An editor that does this with the file.
fn editor(folder: &Folder, script: &str) -> String {
    let path = folder.put("editor", format!("#!/bin/sh\n{script}\n"));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_long_wording_in_arabic_comes_back_from_the_editor_to_the_last_letter() {
    let folder = Folder::with_registry();
    let path = folder.put("m.yaml", REPORT);
    let script = "yes ا | head -n 5000 | tr -d '\\n' > \"$1\"; printf ' تـمـت\\n' >> \"$1\"";
    let editor = editor(&folder, script);
    let arguments = ["--library", folder.name(), "--lang", "ar"];
    let mut pty = open_with((24, 80), &arguments, &[("EDITOR", &editor)]);
    pty.send("2e");
    pty.wait_text(&visual("(عربي)", Direction::Auto, Form::Visual));
    pty.send("e");
    // What was written there is made of plain letters, as what is typed or pasted.
    let wanted = format!("{} تمت", "ا".repeat(5_000));
    pty.wait_screen("the wording in the file", |_| {
        fs::read_to_string(&path).is_ok_and(|text| text.contains(&wanted))
    });
    assert_ours(&pty);
    let rest = REPORT.replace("يبقى المصباح", &wanted);
    assert_eq!(fs::read_to_string(&path).unwrap(), rest);
}

#[test]
fn an_editor_that_is_none_or_fails_is_told_and_nothing_is_lost() {
    for (code, language, side) in [
        ("ar", Language::Arabic, "(عربي)"),
        ("en", Language::English, "(en)"),
    ] {
        let side = visual(side, Direction::Auto, Form::Visual);
        let folder = Folder::with_registry();
        let path = folder.put("m.yaml", REPORT);
        let kept = folder.put("kept/none", "");
        let temporary = kept.parent().unwrap().to_str().unwrap();
        let fails = editor(&folder, "printf 'so it was' > \"$1\"; exit 3");
        let failed = words::EDITOR_FAILED.get(language);
        let failed = failed.split(['؛', ';']).next().unwrap();
        let failed = visual(failed, Direction::Auto, Form::Visual);
        for (command, said) in [
            ("", "VISUAL"),
            ("/nowhere/editor", failed.as_str()),
            (&fails, &failed),
        ] {
            let arguments = ["--library", folder.name(), "--lang", code];
            let editor = [("VISUAL", command), ("EDITOR", ""), ("TMPDIR", temporary)];
            let mut pty = open_with((24, 80), &arguments, &editor);
            pty.send("2e");
            pty.wait_text(&side);
            pty.send("e");
            pty.wait_text(said);
            assert!(pty.screen().alternate_screen());
            assert_eq!(fs::read_to_string(&path).unwrap(), REPORT);
        }
        // What was written before it failed lies where it is said to be.
        let folders = fs::read_dir(temporary).unwrap().flatten();
        let texts =
            folders.filter_map(|one| fs::read_to_string(one.path().join("majlis.txt")).ok());
        assert_eq!(texts.collect::<Vec<_>>(), ["so it was"]);
    }
}

#[test]
fn with_read_only_an_attempt_says_why_not() {
    let folder = Folder::with_registry();
    let path = folder.put("m.yaml", REPORT);
    let arguments = ["--library", folder.name(), "--lang", "en", "--read-only"];
    let mut pty = open_with((24, 80), &arguments, &[]);
    pty.send("A");
    pty.wait_text("reading");
    assert_eq!(fs::read_to_string(&path).unwrap(), REPORT);
    quit(pty);
}

/// What is typed is in the state folder as it is typed: a program that is killed leaves it there, and it is
/// back in its field at the next start.
#[test]
fn what_was_being_typed_survives_a_kill() {
    for language in ["en", "ar"] {
        let folder = Folder::with_registry();
        folder.put("m.yaml", REPORT);
        let state = folder.path().join("state");
        let arguments = ["--library", folder.name(), "--lang", language];
        let environment = [("XDG_STATE_HOME", state.to_str().unwrap())];
        let mut pty = open_with((24, 80), &arguments, &environment);
        pty.send("@Egypt a paper");
        pty.wait_text("a paper");
        // It is written beside the screen: the moment is not the screen's.
        let kept = || {
            let all = fs::read_dir(state.join("majlis/typing"))
                .into_iter()
                .flatten();
            let texts = all.map(|entry| fs::read_to_string(entry.unwrap().path()));
            texts.flatten().any(|text| text.contains("@Egypt a paper"))
        };
        while !kept() {
            std::thread::yield_now();
        }
        pty.signal("KILL");
        pty.wait_exit();
        let mut pty = open_with((24, 80), &arguments, &environment);
        // It is said at the start, and offered by its sign.
        pty.wait_text("@Egypt");
        pty.send("@");
        pty.wait_text("a paper");
        pty.send("\x15\x1b");
        pty.wait_screen("the board", |screen| screen.hide_cursor());
        quit(pty);
    }
}
