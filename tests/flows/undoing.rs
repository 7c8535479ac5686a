//! Undoing and doing again: on the screen before it is in the file, while somebody else holds the
//! library's lock or the disk is slow; what becomes of it comes later.

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use majlis::app::Shelf;
use majlis::library::Library;
use majlis::library::keep::{Keeper, Means};
use majlis::report::Language;
use majlis::script::Form;
use tempfile::TempDir;

use crate::desk::{BOTH, another, go, keeper, value};
use crate::harness::Screen;
use crate::slow::{Slow, Test};

/// The words of the screen, in its language.
fn said(test: &Test, language: Language) -> String {
    let message = test.screen.app.message.as_ref();
    message.map_or_else(String::new, |message| message.get(language).to_owned())
}

/// All records of c21 as a library has them.
pub fn content(library: &Library) -> Vec<String> {
    let keys = library
        .keys()
        .filter(|key| library.id(*key).starts_with("c21"));
    keys.map(|key| format!("{} {:?}", library.id(key), library.record(key)))
        .collect()
}

/// The same folder, opened anew by the same person.
pub fn again(test: Test, language: Language) -> Test {
    opened(test.folder, language, false)
}

/// A folder, opened by Hind; looking what can be undone waits for its turn, or not.
pub fn opened(folder: TempDir, language: Language, looks_in_turn: bool) -> Test {
    let shelf = Arc::new(Shelf::new(Library::open(folder.path())));
    let mut screen = Screen::new(shelf, language, Form::Visual, (140, 40));
    let keeper = Keeper::new(folder.path(), "hind", Means::Hand).waiting(Duration::ZERO);
    let keeper = keeper.with_state(Some(folder.path().join("state")));
    let slow = Slow::that_looks(&mut screen.app, keeper, looks_in_turn);
    screen.app.desk.day = Some((2021, 6, 10));
    screen.draw();
    Test {
        folder,
        screen,
        slow,
    }
}

#[test]
fn an_undoing_is_on_the_screen_before_it_is_in_the_file() {
    for (language, undoing, undone, redoing) in [
        (
            Language::English,
            "Undoing: position “Report on progress on the Union's headquarters premises proj…”, \
             Stage: delivered (was: agreed)",
            "Undone: position “Report",
            "Doing again: position “Report",
        ),
        (
            Language::Arabic,
            "يجري التراجع: موقف «تقرير عن التقدم المحرز بشأن مشروع مباني مقر الاتحاد (القرار …»، \
             المرحلة: قُدِّم (كان: متفق عليه)",
            "تراجع: موقف «تقرير",
            "تجري الإعادة: موقف «تقرير",
        ),
    ] {
        let mut test = Test::new(language);
        let before = test.file("c21.yaml");
        test.keys("/ <c21:27> enter A").let_one_go();
        let agreed = test.file("c21.yaml");
        test.keys("u");
        assert_eq!(test.status(), "Delivered");
        assert_eq!(test.file("c21.yaml"), agreed);
        assert_eq!(said(&test, language), undoing);
        let delivered = match language {
            Language::Arabic => "قُدِّم",
            Language::English => "delivered",
        };
        assert!(test.screen.shows(delivered));
        test.let_one_go();
        assert_eq!(test.file("c21.yaml"), before);
        assert_eq!(test.status(), "Delivered");
        assert!(said(&test, language).starts_with(undone));
        // Done again, from far away: one is led there at once.
        go(&mut test.screen, "c24:1.2");
        test.keys("U");
        assert_eq!(test.status(), "Agreed");
        assert_eq!(test.screen.in_hand(), "c21:27/position");
        assert!(said(&test, language).starts_with(redoing));
        assert_eq!(test.file("c21.yaml"), before);
        test.let_one_go();
        assert_eq!(test.file("c21.yaml"), agreed);
    }
}

#[test]
fn one_after_the_other_is_undone_while_the_first_is_written() {
    for language in BOTH {
        let mut test = Test::new(language);
        let before = test.file("c21.yaml");
        test.keys("/ <c21:27/position> enter A D")
            .let_one_go()
            .let_one_go();
        let both = test.file("c21.yaml");
        let seen = |test: &Test| test.status();
        let [agreed, first, deferred] = ["Agreed", "Delivered", "Deferred"].map(str::to_owned);
        test.keys("u");
        assert_eq!(seen(&test), agreed);
        test.keys("u");
        assert_eq!(seen(&test), first);
        // There is no more.
        test.keys("u");
        assert_eq!(seen(&test), first);
        assert_eq!((test.waiting(), test.file("c21.yaml")), (3, both.clone()));
        test.let_one_go();
        assert_eq!(test.in_file("status"), "agreed");
        assert_eq!(seen(&test), first);
        test.let_one_go().let_one_go();
        assert_eq!(
            (seen(&test), test.file("c21.yaml")),
            (first.clone(), before.clone())
        );
        assert!(
            test.screen.message().contains("Nothing to undo"),
            "{}",
            test.screen.message()
        );
        test.keys("U U U");
        assert_eq!(
            (seen(&test), test.file("c21.yaml")),
            (deferred.clone(), before)
        );
        // One of them is taken back again, before it was written.
        test.keys("u");
        assert_eq!(seen(&test), agreed);
        for _ in 0..4 {
            test.let_one_go();
        }
        assert_eq!(seen(&test), agreed);
        assert_ne!(test.file("c21.yaml"), both);
        test.keys("U").let_one_go();
        assert_eq!(test.file("c21.yaml"), both);
    }
}

/// In the form, too, and where what it is of goes with it.
#[test]
fn a_change_still_under_way_is_undone_on_the_screen() {
    for language in BOTH {
        let mut test = Test::new(language);
        let before = test.file("c21.yaml");
        test.keys("/ <c21:27/position> enter A u");
        assert_eq!((test.status().as_str(), test.waiting()), ("Delivered", 2));
        test.keys("U");
        assert_eq!(test.status(), "Agreed");
        test.keys("u");
        assert_eq!(test.status(), "Delivered");
        for status in ["agreed", "delivered", "agreed", "delivered"] {
            test.let_one_go();
            assert_eq!(test.in_file("status"), status);
            assert_eq!(test.status(), "Delivered");
        }
        assert_eq!(test.file("c21.yaml"), before);
        // A new recommendation, taken back.
        test.keys("/ <c21:52> enter @ <competent-groups MINE> enter");
        let new = |test: &Test| test.screen.library().with_id("c21:52/r2").is_some();
        go(&mut test.screen, "c21:52/r2");
        test.keys("u");
        assert!(!new(&test));
        assert_eq!(test.screen.layer(), "");
        test.keys("U");
        assert!(new(&test));
        test.let_one_go().let_one_go().let_one_go();
        assert!(new(&test));
        assert_eq!(
            value(&test.folder, "items [52] recommendations [52/r2] text en"),
            "MINE"
        );
    }
}

#[test]
fn what_was_deleted_added_or_moved_is_back_at_once() {
    for language in BOTH {
        let mut test = Test::new(language);
        let before = (test.file("c21.yaml"), content(test.screen.library()));
        for (keys, orders) in [
            ("/ <c21:27> enter X down enter", 1),
            ("/ <c21:eg-itrs/r1> enter X down enter", 1),
            ("/ <c21:52/position> enter X down enter", 1),
            ("/ <c21:27> enter @ <competent-groups MINE> enter", 1),
            ("/ <c21:27> enter J", 1),
            ("/ <c21:27> enter K", 1),
            (
                "+ <nom Shahira Selim EGY vice-chair EG-ITRs> enter enter",
                1,
            ),
        ] {
            test.keys(keys);
            assert_eq!(test.waiting(), orders, "{keys} {}", test.screen.message());
            let changed = content(test.screen.library());
            assert_ne!(changed, before.1, "{keys}");
            for _ in 0..orders {
                test.let_one_go();
            }
            let written = test.file("c21.yaml");
            assert_ne!(written, before.0, "{keys}");
            test.keys("u");
            assert_eq!(content(test.screen.library()), before.1, "{keys}");
            assert_eq!(test.file("c21.yaml"), written);
            test.keys("U");
            assert_eq!(content(test.screen.library()), changed, "{keys}");
            test.keys("u").let_one_go().let_one_go().let_one_go();
            assert_eq!(content(test.screen.library()), before.1, "{keys}");
            assert_eq!(test.file("c21.yaml"), before.0, "{keys}");
            assert!(
                test.screen.message().starts_with("Undone"),
                "{}",
                test.screen.message()
            );
        }
    }
}

/// What was done yesterday is undone with the first key of today.
#[test]
fn what_an_earlier_session_did_is_known_before_the_first_key() {
    for language in BOTH {
        let mut test = Test::new(language);
        let before = test.file("c21.yaml");
        test.keys("/ <c21:27> enter A D").let_one_go().let_one_go();
        keeper(test.folder.path(), "omar").undo().unwrap_err();
        let mut test = again(test, language);
        let changed = test.file("c21.yaml");
        test.keys("u u");
        assert_eq!((test.status().as_str(), test.waiting()), ("Delivered", 2));
        assert_eq!(test.screen.in_hand(), "c21:27/position");
        assert_eq!(test.file("c21.yaml"), changed);
        test.let_one_go().let_one_go();
        assert_eq!(test.file("c21.yaml"), before);
        let mut test = again(test, language);
        test.keys("U");
        assert_eq!((test.status().as_str(), test.waiting()), ("Agreed", 1));
        assert_eq!(test.file("c21.yaml"), before);
        test.let_one_go();
        assert_eq!(test.in_file("status"), "agreed");
    }
}

#[test]
fn an_undoing_that_is_refused_is_seen_no_more_and_it_is_said_why() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:27/position> enter A").let_one_go();
        let held = test.held();
        test.keys("u");
        assert_eq!(test.status(), "Delivered");
        test.let_one_go();
        assert_eq!(test.status(), "Agreed");
        assert!(
            test.screen.message().contains("omar"),
            "{}",
            test.screen.message()
        );
        // Whoever has moved on is told of what.
        test.keys("u j");
        test.let_one_go();
        let said = test.screen.message();
        assert!(
            said.starts_with("c21:27/position stays as it was: "),
            "{said}"
        );
        // Nothing was typed: there is nothing to keep.
        assert!(test.unsaved().is_empty());
        drop(held);
        // Another has changed the same since: that is asked.
        another(&test.folder, &["status"], "withdrawn");
        test.keys("/ <c21:27/position> enter u");
        assert_eq!(test.status(), "Delivered");
        test.let_one_go();
        assert_eq!(
            (test.status().as_str(), test.screen.layer()),
            ("Withdrawn", "clash")
        );
        test.keys("j enter");
        assert_eq!(test.status(), "Delivered");
        test.let_one_go();
        assert_eq!(test.in_file("status"), "delivered");
        // The file is gone.
        test.keys("A").let_one_go();
        fs::remove_file(test.folder.path().join("c21.yaml")).unwrap();
        test.keys("u");
        assert_eq!(test.status(), "Delivered");
        test.let_one_go();
        assert_eq!(test.status(), "Agreed");
        assert!(
            test.screen.message().contains("c21.yaml"),
            "{}",
            test.screen.message()
        );
    }
}

#[test]
fn who_only_reads_sees_nothing_undone() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:27/position> enter A").let_one_go();
        let reader = keeper(test.folder.path(), "hind").read_only(true);
        test.slow = Slow::of(&mut test.screen.app, reader);
        test.keys("u");
        assert_eq!((test.status().as_str(), test.waiting()), ("Agreed", 0));
        assert!(
            test.screen.message().contains("only"),
            "{}",
            test.screen.message()
        );
    }
}

/// Whoever takes back a change that could not be made does not take back the one before it.
#[test]
fn what_was_not_written_is_not_undone_and_nothing_before_it() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:27/position> enter A").let_one_go();
        let agreed = test.file("c21.yaml");
        let held = test.held();
        test.keys("D u");
        assert_eq!(test.waiting(), 2);
        test.let_one_go();
        drop(held);
        let why = test.screen.message().to_owned();
        assert!(why.contains("omar"), "{why}");
        test.let_one_go();
        assert_eq!(
            (test.status(), test.file("c21.yaml")),
            ("Agreed".to_owned(), agreed)
        );
        // What was said of the change says it all.
        assert_eq!(test.screen.message(), why);
        // And the next key takes back what there is.
        test.keys("u");
        assert_eq!(test.status(), "Delivered");
        test.let_one_go();
        assert_eq!(test.in_file("status"), "delivered");
    }
}
