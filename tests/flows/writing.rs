//! Changes that are under way: shown at once, while somebody else holds the library's lock or the
//! disk is slow; what becomes of them comes later, and nothing that was typed is lost.

use std::fs;
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use majlis::app::Shelf;
use majlis::app::writer;
use majlis::library::Library;
use majlis::library::keep::{Keeper, Means};
use majlis::report::Language;

use crate::desk::{BOTH, another, desk, go, value};
use crate::slow::{LONG, Test};

#[test]
fn a_change_is_on_the_screen_before_it_is_in_the_file_and_keys_go_on() {
    for language in BOTH {
        let mut test = Test::new(language);
        let before = test.file("c21.yaml");
        test.keys("/ <c21:27> enter A");
        assert_eq!(test.status(), "Agreed");
        let agreed = match language {
            Language::Arabic => "متفق عليه",
            Language::English => "agreed",
        };
        assert!(test.screen.shows(agreed));
        assert_eq!(test.screen.message(), "Being written…");
        assert_eq!(test.file("c21.yaml"), before);
        // Keys do what they do; a sign tells that something is under way.
        test.keys("?");
        assert_eq!(test.screen.layer(), "help");
        test.keys("esc");
        let sign = match language {
            Language::Arabic => "يُكتب…",
            Language::English => "writing…",
        };
        assert!(test.screen.shows(sign));
        test.keys("D");
        assert_eq!(test.waiting(), 2);
        test.let_one_go();
        assert_eq!(test.in_file("status"), "agreed");
        // The second one is still to come, and stays on the screen.
        assert_eq!(test.status(), "Deferred");
        assert!(test.screen.app.is_writing());
        test.let_one_go();
        assert_eq!(test.in_file("status"), "deferred");
        assert!(!test.screen.app.is_writing());
        assert_eq!(test.screen.in_hand(), "c21:27");
        assert!(
            test.screen.message().contains("Item 27, "),
            "{}",
            test.screen.message()
        );
    }
}

/// A field that the file does not write is seen as what the model takes it for: that is no change of
/// another's.
#[test]
fn what_is_not_written_is_not_changed_by_another() {
    for language in BOTH {
        let mut test = Test::new(language);
        let path = "items [eg-itrs] recommendations [eg-itrs/r1] status";
        assert_eq!(value(&test.folder, path), "");
        // The first change is still to be written: the screen knows more than the file.
        test.keys("/ <c21:27> enter A / <c21:eg-itrs/r1> enter M");
        assert_eq!(test.waiting(), 2);
        test.let_one_go().let_one_go();
        assert_eq!(test.screen.layer(), "");
        assert_eq!(value(&test.folder, path), "done");
    }
}

#[test]
fn undone_right_after_a_change_it_is_that_change() {
    for language in BOTH {
        let mut test = Test::new(language);
        let before = test.file("c21.yaml");
        test.keys("/ <c21:27> enter A u");
        assert_eq!(test.waiting(), 2);
        test.let_one_go();
        assert_eq!(test.in_file("status"), "agreed");
        assert_eq!(test.status(), "Delivered");
        test.let_one_go();
        assert_eq!(test.status(), "Delivered");
        assert_eq!(test.file("c21.yaml"), before);
        assert!(test.screen.message().starts_with("Undone"));
    }
}

#[test]
fn what_is_refused_goes_from_the_screen_and_is_in_its_field_again() {
    for language in BOTH {
        let mut test = Test::new(language);
        let held = test.held();
        let (_, was) = test.position();
        // Nobody has moved on: the field is open again.
        test.keys("/ <c21:27/position> enter e j*5 enter ctrl-u <2021-06-18> enter");
        assert_eq!(test.position().1, "2021-06-18");
        assert_eq!(test.screen.layer(), "form");
        test.let_one_go();
        assert_eq!(test.position().1, was);
        assert_eq!(
            (test.screen.layer(), test.screen.typed().as_str()),
            ("field", "2021-06-18")
        );
        assert!(
            test.screen.message().contains("omar"),
            "{}",
            test.screen.message()
        );
        // Moved on meanwhile: it is told, and what was typed is there when one comes back.
        test.keys("enter esc j j");
        let here = test.screen.in_hand();
        test.let_one_go();
        assert_eq!(test.screen.layer(), "");
        assert_eq!(test.screen.in_hand(), here);
        assert_eq!(test.position().1, was);
        let said = test.screen.message();
        assert!(said.contains("c21:27/position was not written"), "{said}");
        assert!(said.contains("state/unsaved"), "{said}");
        assert_eq!(test.unsaved().len(), 2);
        assert!(test.unsaved()[1].contains("2021-06-18"));
        drop(held);
        test.keys("/ <c21:27/position> enter e j*5 enter");
        assert_eq!(test.screen.typed(), "2021-06-18");
        test.keys("enter").let_one_go();
        assert_eq!(test.in_file("date"), "2021-06-18");
        // It was saved: it is no draft any more.
        test.keys("enter");
        assert!(
            !test.screen.message().contains("before"),
            "{}",
            test.screen.message()
        );
    }
}

#[test]
fn a_new_record_that_is_refused_is_filled_in_again() {
    for language in BOTH {
        let mut test = Test::new(language);
        let held = test.held();
        let records = test.screen.library().len();
        test.keys("/ <c21:eg-itrs> enter @ <tech-sec 2021-09 prepare a paper> enter j k");
        assert_eq!(
            test.screen.library().len(),
            records + 1,
            "{} {} {:?}",
            test.screen.message(),
            test.screen.layer(),
            test.slow.told()
        );
        test.let_one_go();
        assert_eq!(test.screen.library().len(), records);
        assert!(test.screen.message().contains("was not written"));
        assert!(test.unsaved()[0].contains("prepare a paper"));
        test.keys("@");
        assert_eq!(test.screen.typed(), "@tech-sec 2021-09 prepare a paper");
        test.keys("esc n r <A paper, please> ctrl-s j k")
            .let_one_go();
        test.keys("/ <c21:eg-itrs> enter n r");
        assert!(test.screen.shows("A paper, please"));
        drop(held);
        test.keys("ctrl-s").let_one_go();
        assert!(test.file("c21.yaml").contains("A paper, please"));
    }
}

#[test]
fn a_person_and_what_names_it_go_in_one_go() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:eg-itrs> enter + <nom Nadia Haddad EGY vice-chair EG-ITRs> ctrl-s");
        assert_eq!((test.screen.layer(), test.waiting()), ("", 2));
        // Both are on the screen already, and the one names the other.
        let person = test.screen.key("haddad");
        let nomination = test.screen.key("c21:nom/haddad");
        let links = test.screen.library().links(nomination);
        assert!(links.iter().any(|link| link.key == person));
        test.let_one_go().let_one_go();
        assert!(test.file("registry.yaml").contains("id: haddad"));
        assert!(test.file("c21.yaml").contains("person: haddad"));
        // Where the person cannot be added, what names it is not written either.
        let held = test.held();
        test.keys("+ <nom Omar Najjar KWT chair EG-ITRs> ctrl-s");
        assert_eq!(test.waiting(), 2);
        test.let_one_go();
        assert!(
            test.screen.message().contains("omar"),
            "{}",
            test.screen.message()
        );
        drop(held);
        test.let_one_go();
        assert!(!test.file("c21.yaml").contains("najjar"));
        assert_eq!(test.screen.layer(), "quick");
    }
}

/// Who was to be added to the directory may not be named after all: what has nothing to do with it
/// does not wait for it.
#[test]
fn what_does_not_name_a_new_entry_is_written_without_it() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:nom/selim> enter e enter ctrl-u <Nadia Haddad> ctrl-s*3");
        assert_eq!(
            (test.screen.layer(), test.screen.typed().as_str()),
            ("field", "haddad")
        );
        test.keys("esc esc / <c21:27/position> enter A");
        assert_eq!(test.waiting(), 2);
        let held = test.held();
        test.let_one_go();
        drop(held);
        test.let_one_go();
        assert!(!test.file("registry.yaml").contains("haddad"));
        assert_eq!(test.in_file("status"), "agreed");
    }
}

#[test]
fn a_question_waits_until_nothing_is_typed() {
    for language in BOTH {
        let mut test = Test::new(language);
        another(&test.folder, &["status"], "withdrawn");
        test.keys("/ <c21:27/position> enter A");
        assert_eq!(test.status(), "Agreed");
        test.keys("/ <selim>").let_one_go();
        // The screen shows what is in the file; the person goes on typing.
        assert_eq!(test.status(), "Withdrawn");
        assert_eq!(
            (test.screen.layer(), test.screen.typed().as_str()),
            ("search", "selim")
        );
        assert!(test.screen.message().contains("you will be asked"));
        test.keys("<a>");
        assert_eq!(test.screen.typed(), "selima");
        test.keys("esc");
        assert_eq!(test.screen.layer(), "clash");
        // One's own is written all the same.
        test.keys("j enter");
        assert_eq!(test.status(), "Agreed");
        test.let_one_go();
        assert_eq!(test.in_file("status"), "agreed");
    }
}

#[test]
fn a_state_from_the_disk_does_not_take_away_what_is_under_way() {
    for language in BOTH {
        let mut test = Test::new(language);
        test.keys("/ <c21:27> enter A");
        another(&test.folder, &["date"], "2021-06-11");
        let follow = |test: &mut Test| {
            let shelf = Arc::new(Shelf::new(Library::open(test.folder.path())));
            test.screen.app.follow(shelf, Vec::new(), Instant::now());
            test.screen.draw();
        };
        follow(&mut test);
        let both = ("Agreed".to_owned(), "2021-06-11".to_owned());
        assert_eq!(test.position(), both);
        test.let_one_go();
        assert_eq!(test.position(), both);
        // What is read of the file by then says the same.
        follow(&mut test);
        assert_eq!(test.position(), both);
        assert_eq!(test.in_file("status"), "agreed");
    }
}

/// The thread itself, while somebody holds the lock of the library.
#[test]
fn one_who_holds_the_lock_keeps_no_key_waiting() {
    for language in BOTH {
        let mut test = Test::new(language);
        let held = test.held();
        let keeper = Keeper::new(test.folder.path(), "hind", Means::Hand).waiting(LONG);
        test.screen.app.keep_with(keeper);
        let (sender, woken) = mpsc::channel();
        test.screen.app.write_with(|keeper| {
            let writer = writer::Beside::start(keeper, move || _ = sender.send(()))?;
            Some(Box::new(writer))
        });
        test.keys("/ <c21:27> enter A D j j k");
        assert!(test.screen.app.is_writing());
        assert_eq!(test.status(), "Deferred");
        assert_eq!(test.in_file("status"), "delivered");
        drop(held);
        for _ in 0..2 {
            woken.recv_timeout(LONG).unwrap();
        }
        while test.screen.app.hear_writer(Duration::ZERO) {}
        assert!(!test.screen.app.is_writing());
        assert_eq!(test.in_file("status"), "deferred");
    }
}

#[test]
fn a_new_report_that_is_undone_goes_from_the_screen_too() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        let hind = Keeper::new(folder.path(), "hind", Means::Hand);
        let text = "report: {id: new, kind: group-report, title: {en: New}}\n";
        hind.make_report("new.yaml", "new", text).unwrap();
        let shelf = Arc::new(Shelf::new(Library::open(folder.path())));
        let reports = shelf.library.report_ids().count();
        screen.replace(&shelf).keys("u");
        assert!(!folder.path().join("new.yaml").exists());
        assert_eq!(screen.library().report_ids().count(), reports - 1);
        assert!(screen.library().problems().is_empty());
    }
}

/// Neither the history can be written nor a copy kept: of what a key does, nothing was written that could be
/// lost.
#[test]
fn that_there_is_no_copy_is_said_only_of_what_was_typed() {
    for language in BOTH {
        let (folder, mut screen) = desk(language);
        // A folder where the lock is to be, and a file where the copies are to be.
        fs::create_dir_all(folder.path().join("history/lock")).unwrap();
        fs::write(folder.path().join("state"), "").unwrap();
        let no_copy = "No copy of what you wrote could be kept";
        go(&mut screen, "c21:27/position");
        screen.keys("A");
        let said = screen.message();
        assert!(
            said.contains("history") && !said.contains(no_copy),
            "{said}"
        );
        screen.keys("e enter ctrl-a ctrl-a <Mine > ctrl-s");
        assert!(screen.message().contains(no_copy), "{}", screen.message());
    }
}
