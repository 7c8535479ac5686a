//! Leaving the program: what is under way is waited for, and what was typed and not saved is kept.

use majlis::app::Request;
use majlis::report::Language;

use crate::desk::BOTH;
use crate::slow::Test;

#[test]
fn leaving_waits_for_what_is_under_way() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:27> enter A q");
        assert_eq!(test.screen.request(), None);
        assert!(test.screen.message().contains("closes when it is done"));
        test.let_one_go();
        assert_eq!(test.screen.request(), Some(Request::Quit));
        assert_eq!(test.in_file("status"), "agreed");
        // Whoever presses another key, stays.
        let mut test = Test::new(language);
        test.keys("/ <c21:27> enter A q j").let_one_go();
        assert_eq!(test.screen.request(), None);
        test.keys("q");
        assert_eq!(test.screen.request(), Some(Request::Quit));
    }
}

#[test]
fn whoever_leaves_at_once_finds_what_was_typed_in_the_state_folder() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:27/position> enter e j*5 enter ctrl-u <2021-06-18> enter esc q q");
        assert_eq!(test.screen.request(), Some(Request::Quit));
        assert!(test.unsaved()[0].contains("2021-06-18"));
        let printed = &test.screen.app.outbox.print[0].text;
        assert!(
            printed.contains("c21:27/position") && printed.contains("state/unsaved"),
            "{printed}"
        );
    }
}

#[test]
fn what_is_refused_keeps_one_who_is_leaving() {
    for language in BOTH {
        let mut test = Test::new(language);
        let held = test.held();
        test.keys("/ <c21:27> enter A q").let_one_go();
        assert_eq!(test.screen.request(), None);
        assert!(test.screen.message().contains("was not written"));
        drop(held);
    }
}

#[test]
fn whoever_leaves_at_once_finds_a_new_report_in_the_state_folder() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:27> enter n w <c21> enter");
        test.keys("<c90> enter <A word> enter ctrl-s q q");
        assert_eq!(test.screen.request(), Some(Request::Quit));
        let kept = test.unsaved();
        assert!(
            kept[0].contains("id: c90") && kept[0].contains("A word"),
            "{kept:?}"
        );
        let printed = &test.screen.app.outbox.print[0].text;
        assert!(
            printed.contains("c90") && printed.contains("state/unsaved"),
            "{printed}"
        );
    }
}

/// The stage that a form begins with is nobody's; one that was chosen is kept, alone as well.
#[test]
fn a_stage_that_was_chosen_is_kept_when_one_leaves() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:eg-itrs> enter n p esc esc q");
        assert_eq!(test.screen.request(), Some(Request::Quit));
        assert!(test.unsaved().is_empty());
        let mut test = Test::new(language);
        test.keys("/ <c21:eg-itrs> enter n p esc j*3 enter <agreed> enter esc esc q");
        assert_eq!(test.screen.request(), Some(Request::Quit));
        let [kept] = test.unsaved().try_into().unwrap();
        let kept: serde_yaml::Value = serde_yaml::from_str(&kept).unwrap();
        assert_eq!(kept[0]["in"], "c21:eg-itrs");
        assert_eq!(kept[0]["fields"]["status"], "agreed");
    }
}

#[test]
fn what_was_typed_and_not_saved_is_kept_when_one_leaves() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:27/position> enter e enter ctrl-a ctrl-a <Kept words. > esc esc n r");
        test.keys("<Not added.> esc esc q");
        assert_eq!(test.screen.request(), Some(Request::Quit));
        let [kept] = test.unsaved().try_into().unwrap();
        let kept: serde_yaml::Value = serde_yaml::from_str(&kept).unwrap();
        assert_eq!(kept[0]["record"], "c21:27/position");
        assert!(kept[0]["text"].as_str().unwrap().contains("Kept words."));
        assert_eq!(kept[1]["new"], "recommendation");
        assert_eq!(kept[1]["in"], "c21:27");
        let side = language.code();
        assert_eq!(kept[1]["fields"][format!("text.{side}")], "Not added.");
        let [said] = test.screen.app.outbox.said.as_slice() else {
            panic!("{:?}", test.screen.app.outbox.said)
        };
        for told in ["c21:27/position", "state/unsaved", "-typed.yaml"] {
            assert!(said.en.contains(told) && said.ar.contains(told), "{said:?}");
        }
    }
}

#[test]
fn what_is_being_typed_is_kept_when_the_system_ends_the_program() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:27/position> enter e j*5 enter ctrl-u <2021-06-18>");
        test.screen.app.give_up();
        assert!(test.unsaved()[0].contains("2021-06-18"));
        let mut test = Test::new(language);
        test.keys("/ <c21:27> enter @ <tech-sec no hurry>");
        test.screen.app.give_up();
        assert!(test.unsaved()[0].contains("@tech-sec no hurry"));
    }
}

#[test]
fn who_has_typed_nothing_leaves_without_a_word() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:27/position> enter e enter esc esc n n esc esc q");
        assert_eq!(test.screen.request(), Some(Request::Quit));
        assert!(test.unsaved().is_empty());
        assert_eq!(test.screen.app.outbox.said, []);
    }
}

#[test]
fn whoever_leaves_at_once_hears_of_what_may_not_be_undone() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:27/position> enter A").let_one_go();
        test.keys("u q q");
        assert_eq!(test.screen.request(), Some(Request::Quit));
        let [printed] = test.screen.app.outbox.print.as_slice() else {
            panic!("{}", test.screen.app.outbox.print.len())
        };
        assert_eq!(printed.id, "c21:27/position");
        let wanted = match language {
            Language::English => "may not have been undone",
            Language::Arabic => "قد لا يكون التراجع",
        };
        assert!(printed.text.contains(wanted), "{}", printed.text);
        assert!(test.unsaved().is_empty());
    }
}

/// What was kept is told at the next start, once.
#[test]
fn what_was_kept_is_told_at_the_next_start() {
    for language in BOTH {
        let (folder, mut screen) = crate::desk::desk(language);
        screen.app.tell_kept();
        assert_eq!(screen.message(), "");
        screen.keys("/ <c21:27/position> enter e j*5 enter ctrl-u <soon> esc esc q");
        assert_eq!(screen.request(), Some(Request::Quit));
        let state = crate::desk::keeper(folder.path(), "hind");
        let mut next = crate::harness::Screen::english();
        next.app.keep_with(state);
        next.app.tell_kept();
        let said = next.message().to_owned();
        assert!(
            said.starts_with("What you typed the last time") && said.contains("typed.yaml"),
            "{said}"
        );
        // In lines as well, before the first key.
        let lines = majlis::linear::start(&next.app);
        assert!(lines.contains(&said), "{lines:?}");
        next.app.message = None;
        next.app.tell_kept();
        assert_eq!(next.message(), "");
    }
}
