//! What one did elsewhere, in another window or by a command, is undone here.

use std::sync::Arc;
use std::time::Instant;

use majlis::app::Shelf;
use majlis::library::Library;
use majlis::report::{Language, Record};

use crate::desk::{BOTH, another, keeper};
use crate::slow::Test;

fn stance(test: &Test) -> String {
    let key = test.screen.key("c21:27/position");
    let Some(Record::Position(position)) = test.screen.library().record(key) else {
        panic!("no position")
    };
    format!("{:?}", position.stance)
}

/// The same person may have changed something by a command: that is the last change, and it is
/// known once the screen has heard of it.
#[test]
fn what_one_did_elsewhere_is_undone_first() {
    for language in BOTH {
        let mut test = Test::new(language);
        let was = stance(&test);
        test.keys("/ <c21:27/position> enter A").let_one_go();
        let elsewhere = |value: &str| {
            let change = majlis::library::keep::Change {
                file: "c21.yaml".to_owned(),
                record: "c21:27/position".to_owned(),
                edits: vec![majlis::library::edit::Edit::Set {
                    at: majlis::library::edit::FieldPath::root()
                        .key("items")
                        .id("27")
                        .key("position")
                        .key("stance"),
                    value: value.into(),
                }],
                seen: Vec::new(),
            };
            keeper(test.folder.path(), "hind").change(&change).unwrap();
        };
        elsewhere("oppose");
        // Not heard of as yet: the screen thinks of its own change, and what is not what was shown is
        // not undone.
        test.keys("u");
        assert_eq!(test.status(), "Delivered");
        test.let_one_go();
        assert_eq!(
            (test.status().as_str(), stance(&test).as_str()),
            ("Agreed", "Oppose")
        );
        let said = test.screen.message();
        assert!(said.starts_with("what was shown is not what"), "{said}");
        assert_eq!(test.in_file("stance"), "oppose");
        // By now it is known.
        test.keys("u");
        assert_eq!(
            (test.status().as_str(), stance(&test)),
            ("Agreed", was.clone())
        );
        test.let_one_go();
        let said = test.screen.message();
        assert!(said.starts_with("Undone: position"), "{said}");
        // Now it is known.
        let shelf = Arc::new(Shelf::new(Library::open(test.folder.path())));
        test.screen.app.follow(shelf, Vec::new(), Instant::now());
        test.keys("U");
        assert_eq!(stance(&test), "Oppose");
        test.let_one_go();
        assert_eq!(test.in_file("stance"), "oppose");
        test.keys("u");
        assert_eq!(
            (test.status().as_str(), stance(&test)),
            ("Agreed", was.clone())
        );
        test.keys("u");
        assert_eq!(test.status(), "Delivered");
        test.let_one_go().let_one_go();
        assert_eq!(test.in_file("status"), "delivered");
    }
}

/// News from others is looked for in its turn, between changes that are under way: what is undone on the
/// screen stays undone through all of it, and what came while it was looked is known in the end.
#[test]
fn looking_between_two_orders_loses_neither() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.slow.look_in_turn();
        let news = |test: &mut Test| {
            let shelf = Arc::new(Shelf::new(Library::open(test.folder.path())));
            test.screen.app.follow(shelf, Vec::new(), Instant::now());
        };
        test.keys("/ <c21:27/position> enter A");
        another(&test.folder, &["date"], "2021-06-11");
        news(&mut test);
        test.keys("D u");
        // Agreed, looked, deferred, and that undone.
        assert_eq!((test.waiting(), test.status().as_str()), (4, "Agreed"));
        for (left, status) in [(3, "Agreed"), (2, "Agreed")] {
            test.let_one_go();
            assert_eq!((test.waiting(), test.status().as_str()), (left, status));
        }
        another(&test.folder, &["date"], "2021-06-12");
        news(&mut test);
        assert_eq!(test.waiting(), 3);
        // While it is looked, hind changes something by a command.
        let change = majlis::library::keep::Change {
            file: "c21.yaml".to_owned(),
            record: "c21:52".to_owned(),
            edits: vec![majlis::library::edit::Edit::Set {
                at: majlis::library::edit::FieldPath::root()
                    .key("items")
                    .id("52")
                    .key("title")
                    .key("en"),
                value: "By a command".into(),
            }],
            seen: Vec::new(),
        };
        keeper(test.folder.path(), "hind").change(&change).unwrap();
        // News comes while a look is under way: it is looked once more behind it.
        news(&mut test);
        assert_eq!(test.waiting(), 3);
        // The deferral, which is the last change of all, and its undoing.
        for _ in 0..2 {
            test.let_one_go();
            assert_eq!(test.status(), "Agreed");
        }
        assert!(
            test.screen.message().starts_with("Undone"),
            "{}",
            test.screen.message()
        );
        while test.waiting() > 0 {
            test.let_one_go();
        }
        assert_eq!(test.in_file("status"), "agreed");
        // By now all is known: what was changed by the command is undone at once, then the agreement.
        let of_command = |test: &Test| {
            let library = test.screen.library();
            let key = library.with_id("c21:52").unwrap();
            library.title(key, Language::English).into_owned() == "By a command"
        };
        assert!(of_command(&test));
        test.keys("u");
        assert_eq!(
            (of_command(&test), test.status().as_str()),
            (false, "Agreed")
        );
        test.keys("u");
        assert_eq!((test.waiting(), test.status().as_str()), (2, "Delivered"));
        test.let_one_go().let_one_go();
        assert_eq!(test.in_file("status"), "delivered");
        assert!(!test.file("c21.yaml").contains("By a command"));
    }
}
