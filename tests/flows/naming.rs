//! Who changed what is told: also where the file is seen before the line in the history.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use majlis::app::Shelf;
use majlis::library::Library;
use majlis::report::Language::{self, Arabic, English};

use crate::desk::{another, desk, go};
use crate::harness::Screen;

/// The file of the history that tells of this month.
fn month(folder: &tempfile::TempDir) -> PathBuf {
    let files = fs::read_dir(folder.path().join("history")).unwrap();
    let files = files.map(|file| file.unwrap().path());
    let mut files: Vec<PathBuf> = files
        .filter(|file| file.extension().is_some_and(|ending| ending == "jsonl"))
        .collect();
    files.sort();
    files.pop().unwrap()
}

/// Takes the last line out of the history.
fn last_line(folder: &tempfile::TempDir) -> String {
    let text = fs::read_to_string(month(folder)).unwrap();
    let (before, last) = text.trim_end().rsplit_once('\n').unwrap();
    fs::write(month(folder), format!("{before}\n")).unwrap();
    last.to_owned()
}

fn follow(folder: &tempfile::TempDir, screen: &mut Screen) {
    let shelf = Arc::new(Shelf::new(Library::open(folder.path())));
    let changed = vec!["c21:27/position".into()];
    screen.app.follow(shelf, changed, Instant::now());
    screen.draw();
}

fn said(screen: &Screen, language: Language) -> String {
    let message = screen.app.message.as_ref();
    let said = message.map_or("", |said| said.get(language));
    majlis::script::without_isolates(said)
}

const BY_OMAR: [(Language, &str); 2] = [
    (
        English,
        "Item 27, Stage: withdrawn, changed by omar after you",
    ),
    (Arabic, "البند 27، المرحلة: مسحوب، بتعديل من omar بعدك"),
];

/// Omar's majlis has replaced the file, and is about to add the line to the history.
#[test]
fn who_is_just_writing_is_named() {
    for (language, told) in BY_OMAR {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        screen.keys("A");
        another(&folder, &["status"], "withdrawn");
        let line = last_line(&folder);
        let note = format!(r#"{{"last":null,"pending":{line}}}"#);
        fs::write(folder.path().join("history/intent"), note).unwrap();
        follow(&folder, &mut screen);
        assert_eq!(said(&screen, language), told);
        // A change that is noted, and not in the file, was made by nobody.
        let path = folder.path().join("c21.yaml");
        let text = fs::read_to_string(&path).unwrap();
        fs::write(
            &path,
            text.replace("status: withdrawn", "status: superseded"),
        )
        .unwrap();
        screen.keys("esc 2 e enter esc esc");
        go(&mut screen, "c21:27/position");
        screen.keys("D");
        fs::write(
            &path,
            text.replace("status: withdrawn", "status: superseded"),
        )
        .unwrap();
        follow(&folder, &mut screen);
        assert!(
            !said(&screen, language).contains("omar"),
            "{}",
            said(&screen, language)
        );
    }
}

/// Another program brings the file first, and then the history.
#[test]
fn what_is_told_without_a_name_gets_it_when_the_history_comes() {
    for (language, told) in BY_OMAR {
        let (folder, mut screen) = desk(language);
        let outside = match language {
            English => "changed outside majlis after you",
            Arabic => "بتعديل من خارج مجلس بعدك",
        };
        go(&mut screen, "c21:27/position");
        screen.keys("A");
        another(&folder, &["status"], "withdrawn");
        let line = last_line(&folder);
        follow(&folder, &mut screen);
        assert!(
            said(&screen, language).ends_with(outside),
            "{}",
            said(&screen, language)
        );
        assert!(screen.app.look_for_author());
        assert!(said(&screen, language).ends_with(outside));
        let text = fs::read_to_string(month(&folder)).unwrap();
        fs::write(month(&folder), format!("{text}{line}\n")).unwrap();
        assert!(!screen.app.look_for_author());
        assert_eq!(said(&screen, language), told);
        // In a field that is open the same is told above what one types.
        screen.keys("e enter");
        another(&folder, &["text", language.code()], "otherwise");
        let line = last_line(&folder);
        follow(&folder, &mut screen);
        let (nobody, omar) = match language {
            English => (
                "this field was just changed outside majlis",
                "omar has just changed this field",
            ),
            Arabic => (
                "عُدّل هذا الحقل الآن من خارج مجلس",
                "تعديل جديد من omar على هذا الحقل",
            ),
        };
        assert!(screen.shows(nobody), "{:#?}", screen.text());
        let text = fs::read_to_string(month(&folder)).unwrap();
        fs::write(month(&folder), format!("{text}{line}\n")).unwrap();
        assert!(!screen.app.look_for_author());
        screen.draw();
        assert!(screen.shows(omar), "{:#?}", screen.text());
    }
}

/// It is not looked for ever.
#[test]
fn what_another_program_changed_is_looked_for_a_while() {
    let (folder, mut screen) = desk(English);
    go(&mut screen, "c21:27/position");
    screen.keys("A");
    let path = folder.path().join("c21.yaml");
    let text = fs::read_to_string(&path).unwrap();
    let (before, after) = text.split_once("id: \"27\"").unwrap();
    let after = after.replacen("status: agreed", "status: withdrawn", 1);
    fs::write(&path, format!("{before}id: \"27\"{after}")).unwrap();
    follow(&folder, &mut screen);
    assert!(
        said(&screen, English).contains("outside majlis"),
        "{}",
        said(&screen, English)
    );
    let mut looks = 0;
    while screen.app.look_for_author() {
        looks += 1;
        assert!(looks < 100);
    }
    assert!(looks > 2);
    // A key after it, and there is nothing to be put right.
    assert!(!screen.app.look_for_author());
}
