//! What one adds gets another id than it was shown with, while one is about it: whatever is open,
//! typed or in hand goes on with it, and nothing of that comes to the record of somebody else.

use majlis::app::Layer;
use majlis::library::edit::{Edit, FieldPath};
use majlis::library::keep::Change;
use majlis::report::Language;

use crate::desk::{BOTH, go, keeper, value};
use crate::new_ids::{another_adds, follow, in_file};
use crate::slow::Test;

/// Adds a recommendation to item 27, which is shown as its first and waits to be written.
fn adding(language: Language) -> Test {
    let mut test = Test::new(language);
    test.keys("/ <c21:27> enter @ <tech-sec MINE> enter");
    go(&mut test.screen, "c21:27/r1");
    test
}

/// Omar has one of the same id in the file; mine is the second one from now on. The screen hears of
/// it when mine is written, or when it follows the file before that.
fn another_comes_first(test: &mut Test, by_following: bool) {
    another_adds(test, "27", "27/r1", "THEIRS");
    match by_following {
        true => follow(test),
        false => _ = test.let_one_go(),
    }
}

fn all_go(test: &mut Test) {
    while test.waiting() > 0 {
        test.let_one_go();
    }
}

/// A field of one of the two recommendations, as the file has it.
fn of(test: &Test, id: &str, field: &str) -> String {
    let path = format!("items [27] recommendations [{id}] {field}");
    value(&test.folder, &path)
}

/// Opens the Arabic wording from the form on top.
fn open_arabic(test: &mut Test) {
    let Some(Layer::Form(form)) = test.screen.app.layer() else {
        panic!("no form")
    };
    let arabic = form.rows.iter().position(|row| row.path == ["text", "ar"]);
    let selected = form.selected;
    let rows = arabic.unwrap();
    let (key, times) = match rows >= selected {
        true => ("j", rows - selected),
        false => ("k", selected - rows),
    };
    test.keys(&format!("{key}*{times} enter"));
    assert_eq!(test.screen.layer(), "field");
}

const WAYS: [bool; 2] = [false, true];

#[test]
fn the_record_that_one_was_asked_about_is_deleted() {
    for language in BOTH {
        for by_following in WAYS {
            let mut test = adding(language);
            test.keys("X");
            another_comes_first(&mut test, by_following);
            assert_eq!(test.screen.layer(), "removal");
            assert!(test.screen.shows("c21:27/r2"), "{:#?}", test.screen.text());
            test.keys("down enter");
            all_go(&mut test);
            assert_eq!(test.screen.layer(), "", "{}", test.screen.message());
            assert_eq!(in_file(&test, "27"), [["27/r1", "THEIRS", ""]]);
        }
    }
}

#[test]
fn who_was_asked_about_another_record_is_asked_again() {
    for language in BOTH {
        let mut test = adding(language);
        test.let_one_go();
        test.keys("X");
        // Somebody else writes it anew, and the screen follows the file.
        let at = FieldPath::root()
            .key("items")
            .id("27")
            .key("recommendations")
            .id("27/r1");
        let change = Change {
            file: "c21.yaml".to_owned(),
            record: "c21:27/r1".to_owned(),
            edits: vec![Edit::Set {
                at: at.key("text").key("en"),
                value: "THEIRS".into(),
            }],
            seen: Vec::new(),
        };
        keeper(test.folder.path(), "omar").change(&change).unwrap();
        follow(&mut test);
        test.keys("down enter");
        assert_eq!((test.screen.layer(), test.waiting()), ("removal", 0));
        assert!(test.screen.shows("THEIRS"), "{:#?}", test.screen.text());
        // What loses nothing is in hand again.
        test.keys("enter");
        assert_eq!(in_file(&test, "27"), [["27/r1", "THEIRS", ""]]);
        test.keys("X down enter");
        all_go(&mut test);
        assert!(in_file(&test, "27").is_empty());
    }
}

#[test]
fn what_is_typed_in_an_open_field_is_of_the_record_that_it_was_opened_for() {
    for language in BOTH {
        for by_following in WAYS {
            let mut test = adding(language);
            test.keys("e");
            open_arabic(&mut test);
            test.screen.type_in("نص جديد");
            another_comes_first(&mut test, by_following);
            test.keys("ctrl-s");
            let Some(Layer::Form(form)) = test.screen.app.layer() else {
                panic!("no form")
            };
            assert_eq!(form.record(), Some("c21:27/r2"));
            assert!(form.title.ar.contains("c21:27/r2") && form.title.en.contains("c21:27/r2"));
            all_go(&mut test);
            assert_eq!(of(&test, "27/r2", "text ar"), "نص جديد");
            assert_eq!(of(&test, "27/r2", "text en"), "MINE");
            assert_eq!(of(&test, "27/r1", "text ar"), "");
        }
    }
}

#[test]
fn what_was_typed_and_not_saved_is_a_draft_of_the_same_record() {
    for language in BOTH {
        for by_following in WAYS {
            let mut test = adding(language);
            test.keys("e");
            open_arabic(&mut test);
            test.screen.type_in("نص جديد");
            test.keys("esc esc");
            another_comes_first(&mut test, by_following);
            assert_eq!(test.screen.in_hand(), "c21:27/r2");
            test.keys("e");
            open_arabic(&mut test);
            assert_eq!(test.screen.typed(), "نص جديد");
            test.keys("ctrl-s esc");
            all_go(&mut test);
            assert_eq!(of(&test, "27/r2", "text ar"), "نص جديد");
            go(&mut test.screen, "c21:27/r1");
            test.keys("e");
            open_arabic(&mut test);
            assert_eq!(test.screen.typed(), "");
        }
    }
}

/// Two that wait, each called as the other was before.
#[test]
fn the_row_in_hand_and_the_drafts_of_two_go_on_with_them() {
    for language in BOTH {
        for by_following in WAYS {
            let mut test = Test::new(language);
            test.keys("/ <c21:27> enter @ <tech-sec FIRST> enter @ <tech-sec SECOND> enter");
            for (id, text) in [("c21:27/r1", "أول"), ("c21:27/r2", "ثان")] {
                go(&mut test.screen, id);
                test.keys("e");
                open_arabic(&mut test);
                test.screen.type_in(text);
                test.keys("esc esc");
            }
            go(&mut test.screen, "c21:27/r1");
            another_comes_first(&mut test, by_following);
            assert_eq!(test.screen.in_hand(), "c21:27/r2");
            test.keys("M");
            all_go(&mut test);
            for (id, text, status) in [("27/r2", "أول", "done"), ("27/r3", "ثان", "")] {
                go(&mut test.screen, &format!("c21:{id}"));
                test.keys("e");
                open_arabic(&mut test);
                assert_eq!(test.screen.typed(), text);
                test.keys("ctrl-s esc");
                all_go(&mut test);
                assert_eq!(of(&test, id, "status"), status);
                assert_eq!(of(&test, id, "text ar"), text);
            }
            let first = ["status", "text ar"].map(|field| of(&test, "27/r1", field));
            assert_eq!(first, ["", ""]);
        }
    }
}

/// What is filled in for an item goes to that item.
#[test]
fn what_is_new_in_what_is_new_goes_where_it_was_to_go() {
    for language in BOTH {
        for is_open in [true, false] {
            let mut test = Test::new(language);
            test.keys("/ <c21:27> enter + <item Cyber resilience> enter");
            let id = |test: &Test, title: &str| {
                let library = test.screen.library();
                let mut items = library.of_kind(majlis::report::Kind::Item).iter();
                let found = items.find(|key| library.title(**key, Language::English) == title);
                test.screen.id(*found.unwrap())
            };
            let first = id(&test, "Cyber resilience");
            go(&mut test.screen, &first);
            test.keys("n r <A study> esc");
            if !is_open {
                test.keys("esc");
            }
            let local = first.strip_prefix("c21:").unwrap().to_owned();
            let item = format!("{{id: {local}, kind: agenda-item, title: {{en: Theirs}}}}");
            let change = Change {
                file: "c21.yaml".to_owned(),
                record: first.clone(),
                edits: vec![Edit::Insert {
                    list: FieldPath::root().key("items"),
                    before: None,
                    value: serde_yaml::from_str(&item).unwrap(),
                }],
                seen: Vec::new(),
            };
            keeper(test.folder.path(), "omar").change(&change).unwrap();
            test.let_one_go();
            let second = id(&test, "Cyber resilience");
            assert_ne!(first, second);
            if !is_open {
                assert_eq!(test.screen.in_hand(), second);
                test.keys("n r");
            }
            test.keys("ctrl-s");
            all_go(&mut test);
            let texts = [&first, &second].map(|id| {
                let local = id.strip_prefix("c21:").unwrap();
                let side = language.code();
                value(
                    &test.folder,
                    &format!("items [{local}] recommendations #0 text {side}"),
                )
            });
            assert_eq!(texts, ["", "A study"], "{}", test.screen.message());
        }
    }
}
