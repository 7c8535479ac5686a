//! What was typed for a record that is no longer there.

use std::fs;
use std::sync::Arc;
use std::time::Instant;

use majlis::app::Shelf;
use majlis::library::Library;
use majlis::library::edit::{self, Edit, FieldPath};

use majlis::report::Language;

use crate::desk::{BOTH, desk, go, value};
use crate::harness::Screen;
use crate::slow::Test;

fn follow(test: &mut Test) {
    let shelf = Arc::new(Shelf::new(Library::open(test.folder.path())));
    test.screen.app.follow(shelf, Vec::new(), Instant::now());
    test.screen.draw();
}

/// Both languages say this.
fn says(test: &Test, words: &[&str]) {
    let said = test.screen.app.message.clone().unwrap();
    for word in words {
        assert!(said.ar.contains(word) && said.en.contains(word), "{said:?}");
    }
}

#[test]
fn what_is_typed_when_the_file_is_removed_is_kept_at_once() {
    for language in BOTH {
        let mut test = Test::new(language);
        let path = test.folder.path().join("c21.yaml");
        let was = test.file("c21.yaml");
        test.keys("/ <c21:27/position> enter e j*5 enter ctrl-u <2021-06-18>");
        fs::remove_file(&path).unwrap();
        follow(&mut test);
        let [kept] = test.unsaved().try_into().unwrap();
        let told: serde_yaml::Value = serde_yaml::from_str(&kept).unwrap();
        assert_eq!(told[0]["record"], "c21:27/position");
        assert_eq!(
            (&told[0]["field"], &told[0]["text"]),
            (&"date".into(), &"2021-06-18".into())
        );
        says(&test, &["c21.yaml", "state/unsaved", "-typed.yaml"]);
        let what_to_do = match language {
            Language::Arabic => "أعده إلى مكانه",
            Language::English => "Put it back",
        };
        let said = test.screen.app.message.as_ref().unwrap().get(language);
        assert!(said.contains(what_to_do), "{said}");
        // Saved all the same: it is still there, and the same copy is named.
        test.keys("enter");
        assert_eq!(
            (test.screen.layer(), test.screen.typed().as_str()),
            ("field", "2021-06-18")
        );
        says(&test, &["c21.yaml", "state/unsaved"]);
        assert_eq!(test.unsaved().len(), 1);
        test.keys("backspace enter");
        assert_eq!(test.unsaved().len(), 2);
        // The file is put back: it is saved.
        fs::write(&path, &was).unwrap();
        follow(&mut test);
        test.keys("<9> enter").let_one_go();
        assert_eq!(test.in_file("date"), "2021-06-19");
    }
}

#[test]
fn a_draft_and_a_new_record_of_a_file_that_is_removed_are_kept_at_once() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:27/position> enter e j*5 enter ctrl-u <2021-06-18> esc esc");
        test.keys("/ <c21:27> enter n r <A study>");
        fs::remove_file(test.folder.path().join("c21.yaml")).unwrap();
        follow(&mut test);
        let [kept] = test.unsaved().try_into().unwrap();
        let told: serde_yaml::Value = serde_yaml::from_str(&kept).unwrap();
        let side = format!("text.{}", language.code());
        assert_eq!(
            (&told[1]["in"], &told[1]["fields"][side]),
            (&"c21:27".into(), &"A study".into())
        );
        assert_eq!(told[0]["text"], "2021-06-18");
    }
}

#[test]
fn a_stage_that_was_chosen_for_an_item_of_a_file_that_is_removed_is_kept_at_once() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:eg-itrs> enter n p esc j*3 enter <agreed> enter esc");
        fs::remove_file(test.folder.path().join("c21.yaml")).unwrap();
        follow(&mut test);
        let [kept] = test.unsaved().try_into().unwrap();
        let told: serde_yaml::Value = serde_yaml::from_str(&kept).unwrap();
        assert_eq!(told[0]["fields"]["status"], "agreed");
    }
}

#[test]
fn what_is_typed_for_a_record_that_is_deleted_is_kept_and_the_record_is_named() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:nom/selim> enter e j*3 enter ctrl-u <Chair of it>");
        let at = FieldPath::root().key("nominations").id("nom/selim");
        let without = edit::apply(&test.file("c21.yaml"), &[Edit::Remove { at }]).unwrap();
        fs::write(test.folder.path().join("c21.yaml"), without).unwrap();
        follow(&mut test);
        assert_eq!(value(&test.folder, "nominations [nom/selim] person"), "");
        says(
            &test,
            &[
                "c21:nom/selim",
                "c21.yaml",
                "majlis log c21:nom/selim",
                "state/unsaved",
            ],
        );
        assert!(test.unsaved()[0].contains("Chair of it"));
    }
}

#[test]
fn what_is_refused_does_not_bring_a_file_back_that_was_taken_away() {
    for language in BOTH {
        let mut test = Test::new(language);
        let path = test.folder.path().join("c21.yaml");
        let was = test.file("c21.yaml");
        test.keys("/ <c21:27> enter A D");
        fs::remove_file(&path).unwrap();
        follow(&mut test);
        let there = |test: &Test| test.screen.library().with_id("c21:27").is_some();
        assert!(!there(&test));
        test.let_one_go();
        assert!(!there(&test), "{}", test.screen.message());
        // It is put back: what is still under way is seen on it again.
        fs::write(&path, was).unwrap();
        follow(&mut test);
        assert!(there(&test));
        assert!(
            format!(
                "{:?}",
                test.screen
                    .library()
                    .record(test.screen.key("c21:27/position"))
            )
            .contains("Deferred")
        );
        test.let_one_go();
        assert_eq!(test.in_file("status"), "deferred");
    }
}

#[test]
fn who_has_typed_nothing_is_not_told_of_a_copy() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:27/position> enter e j*5 enter");
        fs::remove_file(test.folder.path().join("c21.yaml")).unwrap();
        follow(&mut test);
        assert!(test.unsaved().is_empty());
    }
}

#[test]
fn a_line_that_adds_a_record_goes_where_it_was_opened_or_nowhere() {
    for language in BOTH {
        let mut test = Test::new(language);
        let was = test.file("c21.yaml");
        test.keys("/ <c21:27> enter @ <tech-sec a paper>");
        let at = FieldPath::root().key("items").id("27");
        let without = edit::apply(&was, &[Edit::Remove { at }]).unwrap();
        fs::write(test.folder.path().join("c21.yaml"), without).unwrap();
        follow(&mut test);
        test.keys("<!> enter");
        // Another item is in hand by now; the line is not its.
        assert_eq!(test.waiting(), 0);
        assert_eq!(
            (test.screen.layer(), test.screen.typed().as_str()),
            ("quick", "@tech-sec a paper!")
        );
        assert!(test.screen.message().contains("no longer there"));
        // It is there again, and the line goes there.
        fs::write(test.folder.path().join("c21.yaml"), &was).unwrap();
        follow(&mut test);
        test.keys("enter").let_one_go();
        assert_eq!(
            value(&test.folder, "items [27] recommendations #0 to"),
            r#"["tech-sec"]"#
        );
    }
}

/// Who types for a record when its file goes away is back on it when the file is.
#[test]
fn what_lies_under_a_form_comes_back_with_its_file() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        go(&mut screen, "c21:27");
        screen.keys("e j*2 enter <x>");
        let path = folder.path().join("c21.yaml");
        let text = fs::read(&path).unwrap();
        let follow = |screen: &mut Screen| {
            let shelf = Arc::new(Shelf::new(Library::open(folder.path())));
            screen.app.follow(shelf, Vec::new(), Instant::now());
            screen.draw();
        };
        fs::remove_file(&path).unwrap();
        follow(&mut screen);
        screen.keys("ctrl-s");
        fs::write(&path, &text).unwrap();
        follow(&mut screen);
        screen.keys("esc*3");
        assert_eq!((screen.layer(), screen.in_hand().as_str()), ("", "c21:27"));
    }
}
