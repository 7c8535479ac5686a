//! Taking back what one did in a call, where something stands in the way.

use std::sync::Arc;
use std::time::{Duration, Instant};

use majlis::app::Shelf;
use majlis::library::edit::{Edit, FieldPath};
use majlis::library::keep::{Change, Keeper, Means};
use majlis::library::live::{self, Live};
use majlis::report::Language::{self, Arabic, English};

use crate::calling_decided::said;
use crate::desk::BOTH;
use crate::harness::Screen;
use crate::harness_call::{Shared, begun};
use crate::slow::{Slow, held};

/// Hind's screen, whose changes are written when the test says so.
fn slow_without_call(shared: &Shared, language: Language) -> (Screen, Slow) {
    let mut hind = shared.screen("hind", language);
    let keeper = Keeper::new(shared.folder(), "hind", Means::Hand)
        .with_state(None)
        .waiting(Duration::ZERO);
    let slow = Slow::of(&mut hind.app, keeper);
    slow.let_hear(&mut hind);
    (hind, slow)
}

/// The same with item 27 taken up.
fn slow(shared: &Shared, language: Language) -> (Screen, Slow) {
    let (mut hind, slow) = slow_without_call(shared, language);
    hind.keys("c c t");
    slow.let_one_go(&mut hind);
    slow.let_one_go(&mut hind);
    (hind, slow)
}

/// The item in hand, and who waits for the floor: on the screen, and in the file.
fn call(hind: &Screen, shared: &Shared) -> [(String, Vec<String>); 2] {
    [hind.app.call.state.clone(), live::read(shared.folder())].map(|state| {
        let Some(call) = state.call() else {
            return Default::default();
        };
        let item = call.in_hand.as_ref().map(|one| one.item.to_string());
        let waiting = call.waiting.iter().map(ToString::to_string);
        (item.unwrap_or_default(), waiting.collect())
    })
}

fn is(item: &str, waiting: &[&str]) -> (String, Vec<String>) {
    let waiting = waiting.iter().map(ToString::to_string).collect();
    (item.to_owned(), waiting)
}

/// Another was writing: what was to be taken back is there, and the same key takes it back.
#[test]
fn what_could_not_be_taken_back_can_be_once_more() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        let (mut hind, slow) = slow(&shared, language);
        hind.keys("s s <egy> enter");
        slow.let_one_go(&mut hind);
        // The second was to take back what was done before that.
        hind.keys("u u");
        let lock = held(shared.folder());
        slow.let_one_go(&mut hind);
        drop(lock);
        assert!(hind.message().contains("omar"), "{}", hind.message());
        slow.let_one_go(&mut hind);
        // Nobody has done anything in the call.
        assert!(hind.message().contains("omar"), "{}", hind.message());
        let [shown, written] = call(&hind, &shared);
        assert_eq!((&shown, &written), (&is("x:27", &["EGY"]), &shown));
        for left in [is("x:27", &[]), is("", &[])] {
            hind.keys("u");
            slow.let_one_go(&mut hind);
            assert_eq!(call(&hind, &shared), [left.clone(), left]);
        }
        for left in [is("x:27", &[]), is("x:27", &["EGY"])] {
            hind.keys("U");
            slow.let_one_go(&mut hind);
            assert_eq!(call(&hind, &shared), [left.clone(), left]);
        }
    }
}

/// What was refused was not done; what was done on top of it was, and is what is taken back.
#[test]
fn what_was_refused_is_not_taken_back_and_what_came_on_top_of_it_is() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        let (mut hind, slow) = slow(&shared, language);
        hind.keys("s s <egy> enter");
        let lock = held(shared.folder());
        hind.keys("s s <tun> enter");
        slow.let_one_go(&mut hind);
        drop(lock);
        slow.let_one_go(&mut hind);
        let now = is("x:27", &["TUN"]);
        assert_eq!(call(&hind, &shared), [now.clone(), now]);
        for left in [is("x:27", &[]), is("", &[])] {
            hind.keys("u");
            slow.let_one_go(&mut hind);
            assert_eq!(call(&hind, &shared), [left.clone(), left]);
        }
    }
}

/// An item gets another id while it is in hand: it is the same item.
#[test]
fn what_has_another_id_since_is_taken_back() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        shared.screen("hind", language).keys("A");
        let (mut hind, slow) = slow_without_call(&shared, language);
        hind.keys("c c j j t");
        slow.let_one_go(&mut hind);
        slow.let_one_go(&mut hind);
        let sara = Keeper::new(shared.folder(), "sara", Means::Command).with_state(None);
        let sara = Arc::new(sara);
        let change = Change {
            file: "x.yaml".to_owned(),
            record: "x:29".to_owned(),
            edits: vec![Edit::Set {
                at: FieldPath::root().key("items").id("29").key("id"),
                value: "29a".into(),
            }],
            seen: Vec::new(),
        };
        let done = sara.change(&change).unwrap();
        Live::by(Arc::clone(&sara)).follow(&done.line);
        let shelf = Arc::new(Shelf::new(shared.library()));
        hind.app.follow(shelf, Vec::new(), Instant::now());
        shared.hear(&mut hind);
        slow.let_hear(&mut hind);
        assert_eq!(call(&hind, &shared)[0], is("x:29a", &[]));
        hind.keys("u");
        slow.let_one_go(&mut hind);
        let said = hind.message();
        let left = call(&hind, &shared);
        assert_eq!(left, [is("", &[]), is("", &[])], "{said}");
    }
}

#[test]
fn of_a_call_that_is_over_it_is_said_that_it_is() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("A c c t");
        std::fs::remove_file(shared.folder().join("live.yaml")).unwrap();
        shared.hear(&mut hind);
        hind.keys("u");
        assert_eq!(
            hind.message(),
            "That call is over: what you did in it is not undone. u once more undoes your last change of a record"
        );
        assert!(!shared.text().contains("status: draft"));
        hind.keys("u");
        assert!(shared.text().contains("status: draft"));
    }
}

/// It was not known what could be undone when the call began: what was changed in a record since is
/// still what comes first.
#[test]
fn what_came_after_the_call_began_is_undone_before_it() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("c c A");
        assert!(!shared.text().contains("status: draft"));
        let sara = Keeper::new(shared.folder(), "sara", Means::Command).with_state(None);
        let change = Change {
            file: "x.yaml".to_owned(),
            record: "x:28".to_owned(),
            edits: vec![Edit::Set {
                at: FieldPath::root()
                    .key("items")
                    .id("28")
                    .key("title")
                    .key("en"),
                value: "The budget".into(),
            }],
            seen: Vec::new(),
        };
        sara.change(&change).unwrap();
        let shelf = Arc::new(Shelf::new(shared.library()));
        hind.app.follow(shelf, Vec::new(), Instant::now());
        while hind.app.hear_writer(Duration::ZERO) {}
        hind.keys("u");
        assert!(
            shared.text().contains("status: draft"),
            "{}",
            hind.message()
        );
        assert!(shared.is_there("live.yaml"));
        hind.keys("u down enter");
        assert!(!shared.is_there("live.yaml"));
    }
}

/// Who waits when the item is left was there; where that is undone, they wait again.
#[test]
fn leaving_an_item_notes_who_waited_and_its_undoing_takes_that_back() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("c c t s s <egy> enter");
        let is = || {
            let state = live::read(shared.folder());
            let call = state.call().unwrap();
            (call.waits("EGY"), call.is_present("EGY"))
        };
        assert_eq!(is(), (true, false));
        hind.keys("T");
        assert_eq!(is(), (false, true));
        hind.keys("u");
        assert_eq!(is(), (true, false), "{}", hind.message());
    }
}

/// Another takes somebody off the list who spoke: what one did before that, and does not name them, is
/// undone.
#[test]
fn who_is_taken_off_the_list_by_another_stands_in_no_way() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("c c t s g <egy> enter s d");
        hind.keys("c p <15> enter");
        let planned = || {
            let state = live::read(shared.folder());
            let call = state.call().unwrap().clone();
            (call.in_hand.unwrap().planned, call.present.iter().count())
        };
        assert_eq!(planned(), (Some(15), 1));
        let mut sara = shared.screen("omar", language);
        sara.keys("c a <egy> enter");
        assert_eq!(planned(), (Some(15), 0));
        shared.follow(&mut hind);
        hind.keys("u");
        assert_eq!(planned(), (None, 0), "{}", hind.message());
    }
}

/// Who was put on the list by mistake is not there, though another closed the item meanwhile; who spoke is, and
/// who asked and let it be is said not to be noted.
#[test]
fn who_was_put_on_the_list_by_mistake_is_taken_back_though_the_item_was_closed_since() {
    for language in BOTH {
        let (shared, mut hind) = begun();
        let mut sara = shared.screen("sara", language);
        hind.keys("t");
        shared.hear(&mut sara);
        let there = || -> Vec<String> {
            let call = live::read(shared.folder()).call().unwrap().clone();
            call.present.iter().map(ToString::to_string).collect()
        };
        sara.keys("s s <kuwait> enter");
        shared.hear(&mut hind);
        hind.keys("c n");
        assert_eq!(there(), ["KWT"]);
        shared.hear(&mut sara);
        sara.keys("u");
        assert_eq!(there(), [""; 0], "{}", sara.message());
        // Who has had the floor was there, whoever asked for it.
        sara.keys("s s <egypt> enter");
        shared.hear(&mut hind);
        hind.keys("s n c n");
        shared.hear(&mut sara);
        sara.keys("u");
        assert_eq!(there(), ["EGY"], "{}", sara.message());
        let not_noted = match language {
            English => "it is not noted as there",
            Arabic => "ولم يُسجَّل حضوره",
        };
        sara.keys("s s <tunisia> enter s w enter");
        let told = said(&sara, language);
        assert!(told.contains(not_noted), "{told}");
        sara.keys("s s <egypt> enter s w enter");
        let told = said(&sara, language);
        assert!(!told.contains(not_noted), "{told}");
        assert_eq!(there(), ["EGY"]);
    }
}
