//! A whole new report: on the screen before its file is written, and gone from it before the file goes.

use majlis::report::Kind;

use crate::desk::BOTH;
use crate::new_ids::follow;
use crate::slow::Test;

/// How many items the new report shows.
fn items(test: &Test) -> usize {
    let library = test.screen.library();
    let all = library.of_kind(Kind::Item).iter();
    all.filter(|key| library.id(**key).starts_with("c90:"))
        .count()
}

fn is_written(test: &Test) -> bool {
    test.folder.path().join("c90.yaml").exists()
}

const FILL: &str = "n w <c21> enter <c90> enter <A word> enter ctrl-s";

#[test]
fn a_new_report_and_its_undoing_are_seen_at_once() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys(FILL);
        assert_eq!((test.screen.layer(), test.waiting()), ("", 1));
        let all = items(&test);
        assert!(all > 1 && !is_written(&test));
        // What is read of the disk meanwhile does not have it as yet.
        follow(&mut test);
        assert_eq!(items(&test), all);
        // Before it is written, it goes and comes back.
        test.keys("u");
        assert_eq!((items(&test), test.waiting()), (0, 2));
        test.keys("U");
        assert_eq!((items(&test), test.waiting()), (all, 3));
        test.let_one_go();
        assert!(is_written(&test));
        assert_eq!(items(&test), all);
        test.let_one_go();
        assert!(!is_written(&test));
        assert_eq!(items(&test), all);
        test.let_one_go();
        assert!(is_written(&test));
        assert_eq!(items(&test), all);
        // And since.
        test.keys("u");
        assert_eq!((items(&test), test.waiting()), (0, 1));
        assert!(is_written(&test));
        follow(&mut test);
        assert_eq!(items(&test), 0);
        test.let_one_go();
        assert!(!is_written(&test));
        assert_eq!(items(&test), 0);
        test.keys("U");
        assert_eq!((items(&test), is_written(&test)), (all, false));
        test.let_one_go();
        assert_eq!((items(&test), is_written(&test)), (all, true));
    }
}

#[test]
fn what_is_refused_is_as_it_was() {
    for language in BOTH {
        // The lock is held: the new report is not made.
        let mut test = Test::new(language);
        let held = test.held();
        test.keys(FILL);
        assert!(items(&test) > 1);
        test.let_one_go();
        assert_eq!((items(&test), is_written(&test)), (0, false));
        drop(held);
        // Nor taken away.
        let mut test = Test::new(language);
        test.keys(FILL).let_one_go();
        let all = items(&test);
        let held = test.held();
        test.keys("u");
        assert_eq!(items(&test), 0);
        test.let_one_go();
        assert_eq!((items(&test), is_written(&test)), (all, true));
        drop(held);
    }
}

/// What was refused shows what is there: a report that was taken away outside is not shown again, and one
/// that a colleague made meanwhile stays.
#[test]
fn what_is_refused_shows_what_is_there() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys(FILL).let_one_go();
        let made = test.file("c90.yaml");
        let path = test.folder.path().join("c90.yaml");
        std::fs::remove_file(&path).unwrap();
        test.keys("u");
        assert_eq!(items(&test), 0);
        test.let_one_go();
        assert_eq!((items(&test), is_written(&test)), (0, false));
        // The same of the other way.
        let mut test = Test::new(language);
        test.keys(FILL).let_one_go();
        test.keys("u").let_one_go();
        assert_eq!((items(&test), is_written(&test)), (0, false));
        let colleagues = made.replacen("A word", "Another word", 1);
        std::fs::write(test.folder.path().join("c90.yaml"), &colleagues).unwrap();
        follow(&mut test);
        let all = items(&test);
        assert!(all > 1);
        test.keys("U").let_one_go();
        assert_eq!(items(&test), all);
        assert_eq!(test.file("c90.yaml"), colleagues);
    }
}

/// Another has worked in the report: it stays, and the same key goes on to the change before it.
#[test]
fn a_report_in_which_another_has_worked_is_left_and_the_change_before_it_comes_next() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:27/position> enter A").let_one_go();
        test.keys(FILL).let_one_go();
        let text = test.file("c90.yaml").replacen("A word", "Omar's word", 1);
        std::fs::write(test.folder.path().join("c90.yaml"), &text).unwrap();
        follow(&mut test);
        test.keys("u");
        while test.waiting() > 0 {
            test.let_one_go();
        }
        let said = test.screen.message();
        assert!(said.contains("c90 was not taken away"), "{said}");
        assert!(
            said.ends_with("the change before it is undone next"),
            "{said}"
        );
        assert!(items(&test) > 1);
        test.keys("u").let_one_go();
        assert_eq!(test.in_file("status"), "delivered");
        assert_eq!(test.file("c90.yaml"), text);
    }
}

/// What is typed in a report that is still to be written is seen in it, whatever is read of the disk.
#[test]
fn what_is_typed_in_a_report_under_way_stays_on_the_screen() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys(FILL);
        test.keys("/ <c90:27> enter e enter alt-a <The new title> ctrl-s esc");
        let title = |test: &Test| {
            let key = test.screen.key("c90:27");
            test.screen.library().title(key, language).into_owned()
        };
        assert_eq!(
            (title(&test).as_str(), test.waiting()),
            ("The new title", 2)
        );
        follow(&mut test);
        assert_eq!(title(&test), "The new title");
        test.let_one_go().let_one_go();
        assert_eq!(title(&test), "The new title");
        assert!(test.file("c90.yaml").contains("The new title"));
    }
}
