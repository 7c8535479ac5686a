//! What is brought back of what was long ago, and whatever is changed, undone and done again in
//! whatever order, while the writer is slow: what is seen before it is written is what is written.

use majlis::library::Library;
use majlis::report::Language;
use proptest::prelude::*;

use crate::desk::{BOTH, go, past};
use crate::new_ids::{another_adds, give_date, in_file};
use crate::slow::Test;
use crate::testing;
use crate::undoing::content;

#[test]
fn an_earlier_value_is_back_at_once() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:27/position> enter A M A")
            .let_one_go()
            .let_one_go()
            .let_one_go();
        test.keys("H");
        assert_eq!(past(&test.screen, language).len(), 3);
        test.keys("enter");
        assert_eq!((test.status().as_str(), test.waiting()), ("Delivered", 1));
        assert_eq!(test.in_file("status"), "agreed");
        test.let_one_go();
        assert_eq!(test.in_file("status"), "delivered");
        // So is a record that was deleted or added, when that is undone by its name.
        test.keys("/ <c21:52> enter @ <competent-groups MINE> enter")
            .let_one_go();
        go(&mut test.screen, "c21:52/r2");
        test.keys("H enter");
        assert!(test.screen.library().with_id("c21:52/r2").is_none());
        assert!(test.file("c21.yaml").contains("MINE"));
        test.let_one_go();
        assert!(!test.file("c21.yaml").contains("MINE"));
        test.keys("U");
        assert!(test.screen.library().with_id("c21:52/r2").is_some());
        test.let_one_go();
        assert!(test.file("c21.yaml").contains("MINE"));
    }
}

/// What comes back and is shown by an id that another takes meanwhile: what is changed of it since is
/// changed of it.
#[test]
fn what_comes_back_under_another_id_is_meant_by_what_follows() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:52> enter @ <competent-groups MINE> enter")
            .let_one_go();
        test.keys("u").let_one_go();
        test.keys("U");
        give_date(&mut test, "c21:52/r2", "2021-12-01");
        another_adds(&test, "52", "52/r2", "THEIRS");
        test.let_one_go().let_one_go();
        let all = in_file(&test, "52");
        let mine = ["52/r3", "MINE", "2021-12-01"].map(str::to_owned);
        let theirs = ["52/r2", "THEIRS", ""].map(str::to_owned);
        assert_eq!(all[1..], [theirs, mine]);
    }
}

/// What a call's end has written can be undone, after a question, and the change before it as well.
#[test]
fn the_record_of_a_call_is_undone_at_once() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:27> enter c c").let_one_go();
        test.keys("A").let_one_go();
        test.keys("c x enter");
        test.keys("down enter");
        while test.waiting() > 0 {
            test.let_one_go();
        }
        let meetings = |test: &Test| {
            let ids = content(test.screen.library());
            ids.iter()
                .filter(|id| id.starts_with("c21:meet/call"))
                .count()
        };
        assert_eq!(meetings(&test), 1, "{}", test.screen.message());
        test.keys("u down enter");
        assert_eq!((meetings(&test), test.waiting()), (0, 1));
        assert!(test.file("c21.yaml").contains("meet/call"));
        test.keys("u");
        assert_eq!(test.status(), "Delivered");
        test.let_one_go().let_one_go();
        assert!(!test.file("c21.yaml").contains("meet/call"));
        assert_eq!(test.in_file("status"), "delivered");
    }
}

/// Who marks what is done already changes nothing, and what was undone can still be done again.
#[test]
fn what_changes_nothing_does_not_end_what_can_be_done_again() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:27/position> enter A u M U");
        assert_eq!((test.status().as_str(), test.waiting()), ("Agreed", 4));
        for _ in 0..4 {
            test.let_one_go();
        }
        assert_eq!(test.status(), "Agreed");
        assert_eq!(test.in_file("status"), "agreed");
    }
}

#[derive(Debug, Clone, Copy)]
enum Doing {
    Keys(&'static str),
    Undo,
    Redo,
    LetGo,
}

fn doing() -> impl Strategy<Value = Doing> {
    prop_oneof![
        3 => prop::sample::select(vec![
            "/ <c21:27/position> enter A",
            "/ <c21:27/position> enter D",
            "/ <c21:27/position> enter M",
            "/ <c21:52> enter @ <competent-groups MINE> enter",
            "/ <c21:52> enter @ <competent-groups OTHER> enter",
            "/ <c21:52/r1> enter X down enter",
            "/ <c21:52/r2> enter X down enter",
            "/ <c21:27> enter X down enter",
            "/ <c21:52/r1> enter M",
            "/ <c21:52> enter J",
            "/ <c21:27> enter K",
        ]).prop_map(Doing::Keys),
        4 => Just(Doing::Undo),
        2 => Just(Doing::Redo),
        2 => Just(Doing::LetGo),
    ]
}

proptest! {
    #![proptest_config(testing::cases(12))]

    /// Nobody else is there: what is seen before anything is written is what is written.
    #[test]
    fn what_is_foreseen_is_what_becomes_of_it(all in prop::collection::vec(doing(), 1..14)) {
        let mut test = Test::new(Language::English);
        for doing in &all {
            match doing {
                Doing::Keys(keys) => {
                    test.keys("esc esc");
                    test.keys(keys);
                    test.keys("esc esc");
                }
                Doing::Undo => _ = test.keys("u"),
                Doing::Redo => _ = test.keys("U"),
                Doing::LetGo => if test.waiting() > 0 {
                    test.let_one_go();
                },
            }
        }
        let seen = content(test.screen.library());
        while test.waiting() > 0 {
            test.let_one_go();
            prop_assert_ne!(test.screen.layer(), "clash");
            prop_assert_eq!(&content(test.screen.library()), &seen);
        }
        let written = Library::open(test.folder.path());
        prop_assert_eq!(content(&written), seen);
    }
}
