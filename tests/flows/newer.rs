//! What was typed after something that is refused is newer: it never gives way to what comes back.

use majlis::app::Layer;

use crate::desk::BOTH;
use crate::slow::Test;

/// The oldest order is refused, since Omar writes.
fn refuse(test: &mut Test) {
    let held = test.held();
    test.let_one_go();
    drop(held);
}

/// What is filled in in the form on top.
fn filled_in(test: &Test) -> Vec<String> {
    let Some(Layer::Form(form)) = test.screen.app.layer() else {
        panic!("no form")
    };
    let filled = form.rows.iter().filter(|row| !row.typed.is_empty());
    filled.map(|row| row.typed.clone()).collect()
}

#[test]
fn both_lines_are_there_the_newer_one_first() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:27> enter @ <tech-sec FIRST LINE> enter @ <tech-sec SECOND LINE> esc");
        refuse(&mut test);
        test.keys("@");
        assert_eq!(test.screen.typed(), "@tech-sec SECOND LINE");
        let said = test.screen.message();
        assert!(said.contains("besides: 1 (Esc, then @)"), "{said}");
        test.keys("esc @");
        assert_eq!(test.screen.typed(), "@tech-sec FIRST LINE");
        // What is added is not offered again.
        test.keys("enter").let_one_go();
        test.keys("@");
        assert_eq!(test.screen.typed(), "@tech-sec SECOND LINE");
        // Whoever leaves finds it in the state folder.
        test.keys("esc q");
        let kept = test.unsaved().join("");
        assert!(kept.contains("SECOND LINE"), "{kept}");
    }
}

/// A line over which another was typed is gone when that one is added, and not before.
#[test]
fn what_was_typed_over_is_there_until_the_other_line_is_written() {
    const FIRST: &str = "@tech-sec FIRST LINE";
    const SECOND: &str = "@tech-sec SECOND LINE";
    let begun = |language| {
        let mut test = Test::new(language);
        test.keys("/ <c21:27> enter @ <tech-sec FIRST LINE> esc @ <tech-sec SECOND LINE> enter");
        assert_eq!(test.waiting(), 1);
        test
    };
    for language in BOTH {
        // It is refused: the line is open again, and left with what it was typed over.
        let mut test = begun(language);
        refuse(&mut test);
        assert_eq!(test.screen.typed(), SECOND);
        test.keys("esc @");
        assert_eq!(test.screen.typed(), SECOND);
        test.keys("esc @");
        assert_eq!(test.screen.typed(), FIRST);
        // So it is where one has gone on; under way neither is offered.
        let mut test = begun(language);
        test.keys("@");
        assert_eq!(test.screen.typed(), "@");
        test.keys("esc");
        refuse(&mut test);
        test.keys("@");
        assert_eq!(test.screen.typed(), SECOND);
        test.keys("esc @");
        assert_eq!(test.screen.typed(), FIRST);
        // Who leaves at once finds it in the state folder.
        let mut test = begun(language);
        test.keys("q q");
        let kept = test.unsaved().join("");
        assert!(kept.contains("FIRST LINE"), "{kept}");
        // Written, it takes the place of the other.
        let mut test = begun(language);
        test.let_one_go();
        test.keys("@");
        assert_eq!(test.screen.typed(), "@", "{}", test.screen.message());
    }
}

#[test]
fn a_newer_text_of_a_field_stays_and_is_saved_unasked() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:27/position> enter e j*5 enter ctrl-u <2021-06-18> enter");
        test.keys("enter ctrl-u <2021-06-19> esc");
        refuse(&mut test);
        assert!(test.unsaved()[0].contains("2021-06-18"));
        test.keys("enter");
        assert_eq!(test.screen.typed(), "2021-06-19");
        test.keys("enter").let_one_go();
        assert_eq!(test.screen.layer(), "form", "{}", test.screen.message());
        assert_eq!(test.in_file("date"), "2021-06-19");
    }
}

#[test]
fn a_field_that_is_open_over_what_is_refused_keeps_its_text() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:27/position> enter e j*5 enter ctrl-u <2021-06-18> enter enter");
        assert_eq!(test.screen.typed(), "2021-06-18");
        refuse(&mut test);
        assert_eq!(test.screen.typed(), "2021-06-18");
        test.keys("esc enter");
        assert_eq!(test.screen.typed(), "2021-06-18");
        test.keys("enter").let_one_go();
        assert_eq!(test.screen.layer(), "form", "{}", test.screen.message());
        assert_eq!(test.in_file("date"), "2021-06-18");
    }
}

#[test]
fn what_is_saved_already_is_no_draft_of_what_was_refused_before_it() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:27/position> enter e j*5 enter ctrl-u <2021-06-18> enter");
        test.keys("enter ctrl-u <2021-06-19> enter");
        assert_eq!(test.waiting(), 2);
        refuse(&mut test);
        refuse(&mut test);
        assert_eq!(test.screen.typed(), "2021-06-19");
        test.keys("esc enter");
        assert_eq!(test.screen.typed(), "2021-06-19");
    }
}

#[test]
fn a_new_record_that_is_filled_in_meanwhile_stays_as_it_is() {
    for language in BOTH {
        // Something newer is filled in, or nothing.
        for (newer, there) in [("enter <NEWER> esc", "NEWER"), ("", "OLDER")] {
            let mut test = Test::new(language);
            test.keys("/ <c21:27> enter n r <OLDER> ctrl-s n r esc");
            assert!(!filled_in(&test).contains(&"OLDER".to_owned()));
            test.keys(newer);
            refuse(&mut test);
            test.keys("esc n r esc");
            assert_eq!(filled_in(&test), [there]);
        }
    }
}

/// What is changed on top of a change that is refused is changed of what stood there before: one is
/// not asked about oneself.
#[test]
fn after_a_change_that_is_refused_the_next_one_of_the_field_asks_nothing() {
    for language in BOTH {
        let mut test = Test::new(language);
        let held = test.held();
        test.keys("/ <c21:27/position> enter A D A D");
        assert_eq!((test.status().as_str(), test.waiting()), ("Deferred", 4));
        test.let_one_go().let_one_go();
        drop(held);
        test.let_one_go().let_one_go();
        assert_eq!(test.screen.layer(), "");
        assert_eq!(test.in_file("status"), "deferred");
        // Where another has changed it, that is asked.
        let held = test.held();
        test.keys("A M").let_one_go();
        drop(held);
        crate::desk::another(&test.folder, &["status"], "withdrawn");
        test.let_one_go();
        assert_eq!(test.screen.layer(), "clash");
    }
}

/// The same of an undoing that is refused, whether the history tells of what it undoes or that was
/// still under way.
#[test]
fn after_an_undoing_that_is_refused_the_next_change_of_the_field_asks_nothing() {
    for language in BOTH {
        for first in [1, 0] {
            let mut test = Test::new(language);
            test.keys("/ <c21:27/position> enter A");
            if first == 1 {
                test.let_one_go();
            }
            test.keys("u D");
            if first == 0 {
                test.let_one_go();
            }
            let held = test.held();
            test.let_one_go();
            assert_eq!(test.in_file("status"), "agreed");
            drop(held);
            test.let_one_go();
            assert_eq!(test.screen.layer(), "");
            assert_eq!(test.in_file("status"), "deferred");
        }
    }
}
