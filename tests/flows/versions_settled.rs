//! Two versions of a field: what is marked where they are two texts, and what is written of both.

use majlis::report::Language;

use crate::desk::{BOTH, another, desk, go, value};
use crate::versions::{clash, marked};

/// Two texts that have hardly a word in common are not marked all over: that would mark nothing.
#[test]
fn two_wholly_different_texts_are_not_marked() {
    let theirs = "The group prefers a shorter conference in Geneva.";
    for language in BOTH {
        for (size, mine) in [
            ((140, 40), "It should last two weeks."),
            ((80, 24), "It should last two weeks."),
            ((80, 24), "Nothing"),
        ] {
            let (_folder, mut screen) = clash(language, size, mine, theirs);
            assert_eq!(marked(&screen), [""; 0], "{:#?}", screen.text());
            screen.keys("j*2 enter");
            assert_eq!(marked(&screen), [""; 0], "{:#?}", screen.text());
        }
    }
}

/// Who edits once more goes on where one wrote; who wants both writes both, and of what was added to the
/// same text only that.
#[test]
fn both_wordings_are_written_one_behind_the_other() {
    for language in BOTH {
        let side = format!("items [27] position text {}", language.code());
        let (folder, mut screen) = clash(language, (80, 24), "Two weeks.", "Three weeks.");
        let called = match language {
            Language::English => "Write both, what I typed behind what is in the file",
            Language::Arabic => "كتابة النصين معاً: ما في الملف ثم ما كتبته",
        };
        assert!(screen.shows(called), "{:#?}", screen.text());
        screen.keys("j*3 enter");
        assert_eq!(screen.layer(), "form", "{}", screen.message());
        assert_eq!(value(&folder, &side), "Three weeks. Two weeks.");
        let (folder, mut screen) = clash(language, (80, 24), "Two weeks.", "Three weeks.");
        screen.keys("j*2 enter < In May.>");
        assert_eq!(screen.typed(), "Two weeks. In May.");
        drop(folder);
        // Only wordings are put together.
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        another(&folder, &["status"], "withdrawn");
        screen.keys("A");
        assert_eq!(screen.layer(), "clash");
        assert!(!screen.shows(called), "{:#?}", screen.text());
    }
}

/// Who wrote the other version, and when, stands in one row, in Arabic from the right: the date behind the name.
#[test]
fn who_wrote_the_other_version_stands_in_one_row() {
    for language in BOTH {
        for size in [(140, 40), (80, 24)] {
            let (_folder, screen) = clash(language, size, "Mine, and more", "Theirs, and more");
            let rows = screen.text();
            let row = rows.iter().find(|row| row.contains("omar")).unwrap();
            let day = row.find("20").unwrap_or_else(|| panic!("{row}"));
            let name = row.find("omar").unwrap();
            assert!(row.contains(':'), "the hour is torn off: {rows:#?}");
            match language {
                Language::English => assert!(name < day, "{row}"),
                Language::Arabic => assert!(day < name, "{row}"),
            }
        }
    }
}
