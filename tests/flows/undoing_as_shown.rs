//! What was shown undone and what is undone is the same change; else nothing is, and it is said.

use std::fs;

use majlis::library::Library;

use crate::desk::{BOTH, another};
use crate::slow::Test;

const REFUSED: &str = "what was shown is not what";

/// All records of c24 as a library has them.
fn c24(library: &Library) -> Vec<String> {
    let keys = library.keys();
    let keys = keys.filter(|key| library.id(*key).starts_with("c24"));
    keys.map(|key| format!("{} {:?}", library.id(key), library.record(key)))
        .collect()
}

/// Hind has agreed item 27, then added a recommendation to 52.
fn two_changes(test: &mut Test) {
    test.keys("/ <c21:27/position> enter A");
    test.keys("/ <c21:52> enter @ <competent-groups MINE> enter");
    assert_eq!(test.waiting(), 2);
}

fn is_there(test: &Test) -> bool {
    test.screen.library().with_id("c21:52/r2").is_some()
}

/// The first of two undoings is refused by the lock: the second was shown as the older change.
#[test]
fn the_second_of_two_undoings_does_not_undo_what_the_first_was_to() {
    for language in BOTH {
        // The two changes are written, or still under way.
        for is_told in [true, false] {
            let mut test = Test::new(language);
            two_changes(&mut test);
            if is_told {
                test.let_one_go().let_one_go();
            }
            test.keys("u u");
            assert_eq!(
                (test.status().as_str(), is_there(&test)),
                ("Delivered", false)
            );
            if !is_told {
                test.let_one_go().let_one_go();
            }
            let held = test.held();
            test.let_one_go();
            drop(held);
            // It is known by now that the second will be refused.
            assert_eq!((test.status().as_str(), is_there(&test)), ("Agreed", true));
            test.let_one_go();
            assert_eq!((test.status().as_str(), is_there(&test)), ("Agreed", true));
            assert_eq!(test.in_file("status"), "agreed");
            assert!(test.file("c21.yaml").contains("MINE"));
            // Why the first was refused is still to be read.
            let said = test.screen.message();
            assert!(said.contains("omar") && said.contains(REFUSED), "{said}");
            // The same key once more takes the last one.
            test.keys("u");
            assert_eq!((test.status().as_str(), is_there(&test)), ("Agreed", false));
            test.let_one_go();
            assert!(!test.file("c21.yaml").contains("MINE"));
            assert_eq!(test.in_file("status"), "agreed");
        }
    }
}

#[test]
fn the_second_of_two_undoings_does_not_ask_the_question_of_the_first_again() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:52> enter @ <competent-groups MINE> enter");
        test.keys("/ <c21:27/position> enter A");
        test.let_one_go().let_one_go();
        another(&test.folder, &["status"], "withdrawn");
        test.keys("u u").let_one_go();
        assert_eq!(test.screen.layer(), "clash");
        test.let_one_go();
        let said = test.screen.message();
        assert!(said.contains(REFUSED), "{said}");
        assert!(test.file("c21.yaml").contains("MINE"));
        // That it is left as it is is all that is written.
        test.keys("enter").let_one_go();
        assert_eq!((test.screen.layer(), test.waiting()), ("", 0));
        assert_eq!(test.in_file("status"), "withdrawn");
    }
}

/// What is shown no more is shown no more in every file.
#[test]
fn an_undoing_in_another_file_that_is_not_to_be_is_not_shown() {
    for language in BOTH {
        let mut test = Test::new(language);
        let before = c24(test.screen.library());
        test.keys("/ <c24:1.2> enter @ <competent-groups YOURS> enter");
        test.let_one_go();
        let added = c24(test.screen.library());
        assert_ne!(added, before);
        test.keys("/ <c21:27/position> enter A").let_one_go();
        let held = test.held();
        test.keys("u u");
        assert_eq!(c24(test.screen.library()), before);
        test.let_one_go();
        drop(held);
        assert_eq!(c24(test.screen.library()), added);
        test.let_one_go();
        assert_eq!(c24(test.screen.library()), added);
        assert_eq!(test.in_file("status"), "agreed");
        assert!(test.file("c24.yaml").contains("YOURS"));
    }
}

/// The newest lines cannot be read: an older change is not shown as the last one.
#[test]
fn behind_what_cannot_be_read_nothing_is_shown_undone() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:27/position> enter A").let_one_go();
        let unreadable = test.folder.path().join("history/9999-01.other.jsonl");
        fs::create_dir(&unreadable).unwrap();
        let mut test = crate::undoing::again(test, language);
        test.keys("u");
        assert_eq!((test.status().as_str(), test.waiting()), ("Agreed", 1));
        test.let_one_go();
        assert_eq!(test.in_file("status"), "agreed");
        fs::remove_dir(&unreadable).unwrap();
        test.keys("u").let_one_go();
        assert_eq!(test.in_file("status"), "delivered");
    }
}
