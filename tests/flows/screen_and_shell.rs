//! What is done on the screen and what is done by a command leave the same bytes.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use majlis::app::Shelf;
use majlis::library::Library;
use majlis::library::keep::{History, Line, Means};
use majlis::report::Language;
use majlis::script::Form;
use tempfile::TempDir;

use crate::desk::{BOTH, go, keeper};
use crate::harness::Screen;

const REPORT: &str = "\
# Written by a person.
report: {id: c21, kind: group-report, title: {ar: تقرير, en: Report}, src: s1}
items:
  - id: \"27\"   # the first
    title: {ar: مباني المقر, en: Headquarters premises}
    position:
      stance: support   # hers
      status: delivered
      text: {ar: نؤيد., en: We support.}
      src: s1

  - id: eg-itrs
    title: {ar: فريق الخبراء, en: Expert Group}
    recommendations:
      # To be asked again.
      - {id: eg-itrs/r1, to: tech-sec, text: {ar: إعداد ورقة, en: Prepare a paper}}
    src: s1
# the end
";

const REGISTRY: &str = "\
countries:
  - {id: EGY, name: {ar: مصر, en: Egypt}}
people:
  - {id: selim, name: {ar: شهيرة سليم, en: Shahira Selim}, country: EGY}
bodies:
  - {id: tech-sec, kind: unit, name: {ar: الأمانة الفنية, en: Technical Secretariat}}
  - {id: eg, kind: group, name: {ar: فريق الخبراء المعني باللوائح, en: Expert Group on the ITRs}, aliases: [EG-ITRs]}
";

fn library() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("c21.yaml"), REPORT).unwrap();
    fs::write(folder.path().join("registry.yaml"), REGISTRY).unwrap();
    folder
}

/// The library on Hind's screen.
fn screen_of(folder: &TempDir, language: Language) -> Screen {
    let shelf = Arc::new(Shelf::new(Library::open(folder.path())));
    assert_eq!(shelf.library.problems(), []);
    let mut screen = Screen::new(shelf, language, Form::Visual, (100, 30));
    screen.app.keep_with(keeper(folder.path(), "hind"));
    screen.app.desk.day = Some((2021, 6, 10));
    screen
}

/// The files of a library, by their names.
fn files(folder: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let paths = paths.filter(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    let mut files: Vec<_> = paths
        .map(|path| (name(&path), fs::read_to_string(path).unwrap()))
        .collect();
    files.sort();
    files
}

/// Runs `majlis` on the library, as Hind.
fn majlis(folder: &TempDir, arguments: &[&str]) {
    let output = Command::new(env!("CARGO_BIN_EXE_majlis"))
        .arg("--library")
        .arg(folder.path())
        .args(arguments)
        .env("MAJLIS_WHO", "hind")
        .env("MAJLIS_CACHE", "off")
        .env("XDG_STATE_HOME", "/dev/null")
        .env("XDG_CONFIG_HOME", "/nowhere")
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?} {output:?}");
}

/// The lines of the history, the newest first, without what differs from one making to the next.
fn lines(folder: &TempDir, by: Means) -> Vec<Line> {
    let lines = History::of(folder.path()).newest_first().unwrap();
    let without = |line: Line| {
        assert_eq!((line.who.as_str(), line.by), ("hind", by));
        // The item is named in the shell where its position changes, and that is the position's too.
        let record = match line.fields[0].at.to_string().contains("].position") {
            true => "c21:27/position".to_owned(),
            false => line.record.clone(),
        };
        assert!(line.is_about(&record), "{line:?}");
        Line {
            record,
            id: "".into(),
            of: line.of.map(|_| "".into()),
            when: String::new(),
            by: Means::Hand,
            ..line
        }
    };
    lines.map(without).collect()
}

#[test]
fn the_screen_and_a_command_leave_the_same_bytes_and_the_same_history() {
    for language in BOTH {
        let side = language.code();
        let wording = format!("position.text.{side}=A word");
        let said = format!("--{side}");
        for (at, keys, commands) in [
            (
                "c21:27",
                "A",
                &[&["set", "c21:27", "position.status=agreed"][..]][..],
            ),
            (
                "c21:27/position",
                "e enter alt-a <A word> ctrl-s",
                &[&["set", "c21:27", &wording]],
            ),
            (
                "c21:27/position",
                "e j*5 enter <15/9/2021> enter",
                &[&["set", "c21:27", "position.date=15/9/2021"]],
            ),
            (
                "c21:eg-itrs",
                "@ <tech-sec 2021-09 do it> enter",
                &[&[
                    "add",
                    "recommendation",
                    "c21:eg-itrs",
                    "--to",
                    "tech-sec",
                    "--due",
                    "2021-09",
                    "--en",
                    "do it",
                ]],
            ),
            (
                "c21:eg-itrs",
                "n r <A word> ctrl-s",
                &[&["add", "recommendation", "c21:eg-itrs", &said, "A word"]],
            ),
            (
                "c21:eg-itrs",
                "+ <note so it was> enter",
                &[&["note", "c21:eg-itrs", "so it was"]],
            ),
            (
                "c21:eg-itrs",
                "+ <nom Shahira Selim EGY rapporteur EG-ITRs> enter",
                &[&[
                    "add",
                    "nomination",
                    "c21:eg-itrs",
                    "person=Shahira Selim",
                    "country=EGY",
                    "role=rapporteur",
                    "body=EG-ITRs",
                ]],
            ),
            (
                "c21:eg-itrs/r1",
                "X down enter",
                &[&["remove", "c21:eg-itrs/r1"]],
            ),
            (
                "c21:27",
                "A M u u U",
                &[
                    &["set", "c21:27", "position.status=agreed"],
                    &["set", "c21:27", "position.status=delivered"],
                    &["undo"],
                    &["undo"],
                    &["redo"],
                ],
            ),
        ] {
            let of_screen = library();
            let mut screen = screen_of(&of_screen, language);
            go(&mut screen, at);
            screen.keys(keys);
            assert_eq!(
                screen.layer(),
                if keys.starts_with("e ") { "form" } else { "" },
                "{keys}: {}",
                screen.message()
            );
            let of_shell = library();
            let before = files(of_shell.path());
            for arguments in commands {
                majlis(&of_shell, arguments);
            }
            let (one, other) = (files(of_screen.path()), files(of_shell.path()));
            assert_ne!(one, before, "{keys}");
            for ((name, one), (_, other)) in one.iter().zip(&other) {
                assert!(one == other, "{keys}: {name}");
            }
            assert_eq!(one.len(), other.len());
            let [one, other] = [(&of_screen, Means::Hand), (&of_shell, Means::Command)]
                .map(|(folder, by)| lines(folder, by));
            assert_eq!(one, other, "{keys}");
        }
    }
}
