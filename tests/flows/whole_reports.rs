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

const FILL: &str = "n w <c21> enter enter <c90> enter enter <A word> enter ctrl-s";

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
