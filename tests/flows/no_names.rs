//! A registry that is gone, or of which nothing can be read: that is said, records show ids where names were,
//! and no line is read without the names. What is said of a missing file is taken back when it is there.

use std::fs;
use std::sync::Arc;
use std::time::Instant;

use majlis::app::Shelf;
use majlis::library::Library;
use majlis::report::Language;
use majlis::script::Form;
use tempfile::TempDir;

use crate::desk::{BOTH, desk, file, go, keeper};
use crate::harness::Screen;

fn follow(folder: &TempDir, screen: &mut Screen) {
    let shelf = Arc::new(Shelf::new(Library::open(folder.path())));
    screen.app.follow(shelf, Vec::new(), Instant::now());
    screen.draw();
}

/// What is said, without the marks that keep a text together.
fn said(screen: &Screen, language: Language) -> String {
    let said = screen.app.message.as_ref();
    let said = said.map_or_else(String::new, |said| said.get(language).to_owned());
    said.replace(['\u{FDD0}', '\u{FDD1}', '\u{FDD2}'], "")
}

const GONE: [&str; 2] = [
    "لا يوجد الملف registry.yaml في المجلد، فلا تُعرف أسماء الهيئات والأشخاص والبلدان",
    "there is no registry.yaml in the folder: the names of bodies, people and countries are not known",
];
const BROKEN: [&str; 2] = [
    "تعذّرت قراءة الملف registry.yaml (السبب بالمفتاح !)، فلا تُعرف أسماء الهيئات والأشخاص والبلدان",
    "registry.yaml cannot be read (! tells why): the names of bodies, people and countries are not known",
];

#[test]
fn a_registry_that_is_gone_is_named_and_taken_back_when_it_is_there() {
    for (place, language) in BOTH.into_iter().enumerate() {
        let (folder, mut screen) = desk(language);
        let registry = file(&folder, "registry.yaml");
        let report = file(&folder, "c21.yaml");
        go(&mut screen, "c21:eg-itrs/r1");
        fs::remove_file(folder.path().join("registry.yaml")).unwrap();
        follow(&folder, &mut screen);
        assert!(
            said(&screen, language).starts_with(GONE[place]),
            "{}",
            said(&screen, language)
        );
        // Nothing vanishes from the record: who must act stands there by the id.
        assert!(screen.shows_in(screen.detail(), "arab-group"));
        // No line is read that names somebody: a country would be read into a person's name.
        for line in [
            "+ <nom Ali Saleh EGY chair EG-ITRs>",
            "@ <EGY prepare a paper>",
        ] {
            for key in ["enter", "ctrl-s"] {
                screen.keys(line).keys(key);
                assert_eq!(screen.layer(), "quick");
                assert!(said(&screen, language).starts_with(GONE[place]), "{line}");
                screen.keys("ctrl-u esc");
            }
        }
        assert_eq!(file(&folder, "c21.yaml"), report);
        fs::write(folder.path().join("registry.yaml"), &registry).unwrap();
        follow(&folder, &mut screen);
        assert_eq!(said(&screen, language), "");
        // Nor is one that was begun before.
        screen.keys("+ <nom Ali Saleh EGY chair EG-ITRs>");
        fs::remove_file(folder.path().join("registry.yaml")).unwrap();
        follow(&folder, &mut screen);
        for keys in ["enter", "ctrl-s"] {
            screen.keys(keys);
            assert_eq!(screen.layer(), "quick");
            assert!(said(&screen, language).starts_with(GONE[place]));
        }
        assert_eq!(file(&folder, "c21.yaml"), report);
        fs::write(folder.path().join("registry.yaml"), &registry).unwrap();
        follow(&folder, &mut screen);
        assert_eq!(said(&screen, language), "");
        screen.keys("ctrl-s");
        assert!(file(&folder, "registry.yaml").contains("Ali Saleh"));
    }
}

/// A note names nobody: it does not wait for the registry.
#[test]
fn a_line_that_names_nobody_needs_no_registry() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:eg-itrs");
        fs::remove_file(folder.path().join("registry.yaml")).unwrap();
        follow(&folder, &mut screen);
        screen.keys("+");
        assert_eq!(screen.layer(), "quick");
        screen.keys("<note Ask for the paper again> enter");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        assert!(file(&folder, "c21.yaml").contains("Ask for the paper again"));
        screen.keys("+ <rec 2021-09 Prepare a paper> enter");
        assert!(
            file(&folder, "c21.yaml").contains("Prepare a paper"),
            "{}",
            screen.message()
        );
    }
}

#[test]
fn a_registry_of_which_nothing_can_be_read_is_named_at_the_start() {
    for (place, language) in BOTH.into_iter().enumerate() {
        for (text, wanted) in [(Some("bodies: [\n"), BROKEN[place]), (None, GONE[place])] {
            let (folder, _) = desk(language);
            let path = folder.path().join("registry.yaml");
            match text {
                Some(text) => fs::write(path, text).unwrap(),
                None => fs::remove_file(path).unwrap(),
            }
            let shelf = Arc::new(Shelf::new(Library::open(folder.path())));
            let mut screen = Screen::new(shelf, language, Form::Visual, (80, 24));
            screen.app.keep_with(keeper(folder.path(), "hind"));
            assert!(!screen.app.tell_names());
            assert!(
                said(&screen, language).starts_with(wanted),
                "{}",
                said(&screen, language)
            );
            screen.draw();
            // The row of a task in the list has the id of who must act.
            go(&mut screen, "c21:eg-itrs");
            assert!(screen.shows("arab-group"), "{}", screen.text().join("\n"));
        }
        // Of one that is as it should be, nothing is said.
        let (_folder, mut screen) = desk(language);
        assert!(screen.app.tell_names());
        assert_eq!(said(&screen, language), "");
    }
}

#[test]
fn what_is_said_of_a_missing_file_is_taken_back_when_it_is_back() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let report = file(&folder, "c21.yaml");
        go(&mut screen, "c21:27/position");
        screen.keys("e enter <typed>");
        fs::remove_file(folder.path().join("c21.yaml")).unwrap();
        follow(&folder, &mut screen);
        assert!(said(&screen, language).contains("c21.yaml"));
        // It is said until it is not so any more.
        follow(&folder, &mut screen);
        screen.keys("ctrl-s");
        assert!(said(&screen, language).contains("c21.yaml"));
        fs::write(folder.path().join("c21.yaml"), &report).unwrap();
        follow(&folder, &mut screen);
        assert_eq!(said(&screen, language), "");
        screen.keys("ctrl-s");
        assert!(file(&folder, "c21.yaml").contains("typed"));
    }
}

/// A folder that never had a registry: what is said there is enough to begin with is.
#[test]
fn where_there_was_never_a_registry_it_says_how_to_begin_one() {
    for (place, language) in BOTH.into_iter().enumerate() {
        let (folder, _) = desk(language);
        let path = folder.path().join("registry.yaml");
        fs::remove_file(&path).unwrap();
        let shelf = Arc::new(Shelf::new(Library::open(folder.path())));
        let mut screen = Screen::new(shelf, language, Form::Visual, (80, 24));
        screen.app.keep_with(keeper(folder.path(), "hind"));
        screen.keys("@");
        let said = said(&screen, language);
        assert!(said.starts_with(GONE[place]), "{said}");
        assert!(said.ends_with("bodies: []"), "{said}");
        fs::write(&path, "bodies: []\n").unwrap();
        follow(&folder, &mut screen);
        screen.keys("@");
        assert_eq!(screen.layer(), "quick", "{}", screen.message());
    }
}
