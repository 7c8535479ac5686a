//! Two changes that one key made, and of which another has changed one since: neither is undone without
//! the other.

use std::sync::Arc;
use std::time::Instant;

use majlis::app::Shelf;
use majlis::library::Library;
use majlis::library::edit::{Edit, FieldPath};
use majlis::library::keep::{Change, Deed, History, Line};
use majlis::report::Language;
use tempfile::TempDir;

use crate::desk::{BOTH, desk, file, keeper, value, value_in};
use crate::harness::Screen;
use crate::slow::Test;
use crate::undoing::opened;

/// Nadia Haddad, whom another has brought into the directory, is nominated as a woman, and addressed as one since then: both by one key.
fn nominated(language: Language) -> (TempDir, Screen) {
    let (folder, mut screen) = desk(language);
    let person = serde_yaml::from_str("{id: haddad, name: {en: Nadia Haddad}, country: EGY}");
    let change = Change {
        file: "registry.yaml".to_owned(),
        record: "haddad".to_owned(),
        edits: vec![Edit::Insert {
            list: FieldPath::root().key("people"),
            before: None,
            value: person.unwrap(),
        }],
        seen: Vec::new(),
    };
    keeper(folder.path(), "lina").change(&change).unwrap();
    let shelf = Arc::new(Shelf::new(Library::open(folder.path())));
    screen.app.follow(shelf, Vec::new(), Instant::now());
    screen.keys("/ <c21:eg-itrs> enter + <nom haddad EGY member EG-ITRs> enter");
    screen.keys("+ <nom haddad EGY نائبة رئيس EG-ITRs> enter");
    assert_eq!(screen.layer(), "", "{}", screen.message());
    assert_eq!(both(&folder), ("proposed".to_owned(), "السيدة".to_owned()));
    (folder, screen)
}

/// The status of the nomination, and the form of address.
fn both(folder: &TempDir) -> (String, String) {
    (
        value(folder, "nominations [nom/haddad-2] status"),
        value_in(folder, "registry.yaml", "people [haddad] honorific ar"),
    )
}

/// Omar changes one of the two.
fn omar_sets(folder: &TempDir, which: &str) {
    let (file, record, at, value) = match which {
        "nomination" => (
            "c21.yaml",
            "c21:nom/haddad-2",
            FieldPath::root()
                .key("nominations")
                .id("nom/haddad-2")
                .key("status"),
            "elected",
        ),
        _ => (
            "registry.yaml",
            "haddad",
            FieldPath::root()
                .key("people")
                .id("haddad")
                .key("honorific")
                .key("ar"),
            "الدكتورة",
        ),
    };
    let change = Change {
        file: file.to_owned(),
        record: record.to_owned(),
        edits: vec![Edit::Set {
            at,
            value: value.into(),
        }],
        seen: Vec::new(),
    };
    keeper(folder.path(), "omar").change(&change).unwrap();
}

fn lines(folder: &TempDir) -> Vec<Line> {
    History::of(folder.path()).newest_first().unwrap().collect()
}

#[test]
fn where_another_changed_one_of_two_it_is_asked_and_both_stay_or_both_go() {
    for (changed, after) in [
        ("nomination", ("elected", "السيدة")),
        ("address", ("proposed", "الدكتورة")),
    ] {
        for language in BOTH {
            let (folder, mut screen) = nominated(language);
            omar_sets(&folder, changed);
            screen.keys("u");
            assert_eq!(screen.layer(), "clash", "{changed}");
            assert!(screen.shows("omar"), "{:#?}", screen.text());
            // Nothing is undone before it is answered.
            let after = (after.0.to_owned(), after.1.to_owned());
            assert_eq!(both(&folder), after, "{changed}");
            screen.keys("enter");
            assert_eq!(both(&folder), after, "{changed}");
            // Both are passed over; the change before them is undone next.
            screen.keys("u");
            assert_eq!(screen.layer(), "", "{}", screen.message());
            assert_eq!(both(&folder), after, "{changed}");
            assert_eq!(value(&folder, "nominations [nom/haddad] status"), "");

            let (folder, mut screen) = nominated(language);
            omar_sets(&folder, changed);
            screen.keys("u j enter");
            assert_eq!(screen.layer(), "", "{}", screen.message());
            assert_eq!(both(&folder), (String::new(), String::new()), "{changed}");
            // And both are done again by one key.
            screen.keys("U");
            assert_ne!(both(&folder).0, "", "{changed}");
            assert_ne!(both(&folder).1, "", "{changed}");
        }
    }
}

#[test]
fn where_others_changed_both_it_is_asked_of_both() {
    for language in BOTH {
        let (folder, mut screen) = nominated(language);
        omar_sets(&folder, "nomination");
        omar_sets(&folder, "address");
        let after = ("elected".to_owned(), "الدكتورة".to_owned());
        screen.keys("u j enter");
        assert_eq!(screen.layer(), "clash");
        assert_eq!(both(&folder), after);
        screen.keys("j enter");
        assert_eq!(screen.layer(), "", "{}", screen.message());
        assert_eq!(both(&folder), (String::new(), String::new()));
        // Whoever keeps what the second question is about keeps both.
        let (folder, mut screen) = nominated(language);
        omar_sets(&folder, "nomination");
        omar_sets(&folder, "address");
        screen.keys("u j enter enter");
        assert_eq!(screen.layer(), "");
        assert_eq!(both(&folder), after);
    }
}

/// The same while the disk is slow: both are seen to go, and to stand where it is asked.
#[test]
fn both_are_there_again_where_it_is_asked_of_one() {
    for language in BOTH {
        let mut test = opened(nominated(language).0, language, false);
        let before = both(&test.folder);
        omar_sets(&test.folder, "nomination");
        let shown = |test: &Test| {
            let library = test.screen.library();
            (
                library.with_id("c21:nom/haddad-2").is_some(),
                library.is_woman("haddad"),
            )
        };
        test.keys("u");
        assert_eq!((shown(&test), test.waiting()), ((false, false), 2));
        test.let_one_go();
        assert_eq!((test.screen.layer(), shown(&test)), ("clash", (true, true)));
        test.let_one_go();
        assert_eq!((test.screen.layer(), shown(&test)), ("clash", (true, true)));
        assert_eq!(both(&test.folder).1, before.1);
        test.keys("j enter").let_one_go().let_one_go();
        assert_eq!(shown(&test), (false, false));
        assert_eq!(both(&test.folder), (String::new(), String::new()));
    }
}

/// Right after the start it is not known yet what can be undone.
#[test]
fn both_are_undone_right_after_the_start() {
    for language in BOTH {
        let mut test = opened(nominated(language).0, language, true);
        test.keys("u");
        for _ in 0..5 {
            if test.waiting() > 0 {
                test.let_one_go();
            }
        }
        assert_eq!(both(&test.folder), (String::new(), String::new()));
    }
}

/// What was kept once is not asked again after a restart.
#[test]
fn what_was_kept_is_not_asked_again_after_a_restart() {
    for language in BOTH {
        let (folder, mut screen) = nominated(language);
        omar_sets(&folder, "nomination");
        screen.keys("u enter");
        let told = lines(&folder);
        assert_eq!((told[0].what, told[0].who.as_str()), (Deed::Pass, "hind"));
        drop(screen);
        let mut test = opened(folder, language, false);
        test.keys("u").let_one_go();
        assert_eq!(test.screen.layer(), "");
        assert!(!file(&test.folder, "c21.yaml").contains("id: nom/haddad\n"));
        assert_eq!(both(&test.folder).0, "elected");
        assert_eq!(test.waiting(), 0);
    }
}
