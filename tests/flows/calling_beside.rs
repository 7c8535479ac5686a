//! What is done in a call is on one's own screen at once, while its file is written later: somebody
//! else may hold the library's lock, or the disk is slow.

use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use majlis::app::{Request, Shelf, writer};
use majlis::library::keep::{Keeper, Means};
use majlis::library::live::{self, State};
use majlis::report::Language::{self, Arabic, English};

use crate::harness::Screen;
use crate::harness_call::{Shared, bar};
use crate::slow::{LONG, Slow, held};

/// Somebody's screen, whose changes are written when the test says so.
fn slow(shared: &Shared, who: &str, language: Language) -> (Screen, Slow) {
    let mut screen = shared.screen(who, language);
    let keeper = Keeper::new(shared.folder(), who, Means::Hand)
        .with_state(None)
        .waiting(Duration::ZERO);
    let slow = Slow::of(&mut screen.app, keeper);
    (screen, slow)
}

/// What a screen shows of the call: the item in hand, who has the floor, who waits.
fn shown(screen: &Screen) -> (String, String, Vec<String>) {
    told(&screen.app.call.state)
}

/// The same of the file.
fn written(shared: &Shared) -> (String, String, Vec<String>) {
    told(&live::read(shared.folder()))
}

fn told(state: &State) -> (String, String, Vec<String>) {
    let Some(call) = state.call() else {
        return Default::default();
    };
    let item = call.in_hand.as_ref().map(|one| one.item.to_string());
    let floor = call.floor.as_ref().map(|one| one.who.to_string());
    let waiting = call.waiting.iter().map(ToString::to_string);
    (
        item.unwrap_or_default(),
        floor.unwrap_or_default(),
        waiting.collect(),
    )
}

fn is(item: &str, floor: &str, waiting: &[&str]) -> (String, String, Vec<String>) {
    let waiting = waiting.iter().map(ToString::to_string).collect();
    (item.to_owned(), floor.to_owned(), waiting)
}

#[test]
fn each_step_of_a_call_is_seen_before_it_is_written() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        let (mut hind, slow) = slow(&shared, "hind", language);
        hind.keys("c c c h <ben haj> enter j t s s <egy> enter s g <tun> enter");
        assert_eq!(slow.waiting(), 5);
        assert!(!shared.is_there("live.yaml"));
        assert_eq!(shown(&hind), is("x:28", "TUN", &["EGY"]));
        assert!(bar(&hind).contains("28"));
        let sign = match language {
            Arabic => "يُكتب…",
            English => "writing…",
        };
        // Until the next key it is said what was done.
        assert!(!hind.shows(sign));
        hind.keys("esc");
        assert!(hind.shows(sign));
        // The file comes after it step by step; what is shown stays as it is.
        slow.let_one_go(&mut hind);
        slow.let_one_go(&mut hind);
        assert_eq!(written(&shared), is("", "", &[]));
        slow.let_one_go(&mut hind);
        assert_eq!(written(&shared), is("x:28", "", &[]));
        assert_eq!(shown(&hind), is("x:28", "TUN", &["EGY"]));
        slow.let_one_go(&mut hind);
        slow.let_one_go(&mut hind);
        assert_eq!(written(&shared), is("x:28", "TUN", &["EGY"]));
        assert_eq!(shown(&hind), written(&shared));
        // Floor, attendance, planning, the chair, closing: each is seen, none is written.
        hind.keys("s d s n c a <kuw> enter esc c p <7> enter c h <no chair> enter");
        hind.keys("T");
        let call = hind.app.call.on().unwrap().clone();
        assert!(call.in_hand.is_none() && call.floor.is_none() && call.chair.is_none());
        assert!(call.is_present("KWT"));
        assert_eq!(written(&shared), is("x:28", "TUN", &["EGY"]));
        while slow.waiting() > 0 {
            slow.let_one_go(&mut hind);
        }
        assert_eq!(*hind.app.call.on().unwrap(), call);
        assert_eq!(live::read(shared.folder()), hind.app.call.state);
    }
}

#[test]
fn the_record_of_a_call_is_told_when_it_is_written() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        let (mut hind, slow) = slow(&shared, "hind", language);
        hind.keys("c c t c x enter");
        assert!(!hind.app.call.is_shown());
        assert_eq!(hind.message(), "Being written…");
        let id = "x:meet/call-2021-09-01-100000";
        for _ in 0..3 {
            assert!(hind.library().with_id(id).is_none());
            slow.let_one_go(&mut hind);
        }
        assert!(hind.message().contains(id), "{}", hind.message());
        assert!(hind.library().with_id(id).is_some());
        assert!(!shared.is_there("live.yaml"));
    }
}

/// What another has done since may be heard before it is known that one's own was refused.
#[test]
fn what_is_refused_in_a_call_goes_also_where_something_later_was_heard_before() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        let (mut hind, slow) = slow(&shared, "hind", language);
        hind.keys("c c t");
        slow.let_one_go(&mut hind);
        slow.let_one_go(&mut hind);
        let lock = held(shared.folder());
        hind.keys("j t");
        slow.carry_one_out();
        drop(lock);
        let mut aya = shared.screen("aya", language);
        aya.keys("s s <tun> enter");
        shared.hear(&mut hind);
        slow.let_hear(&mut hind);
        assert_eq!(shown(&hind), written(&shared));
        assert_eq!(shown(&hind), is("x:27", "", &["TUN"]));
    }
}

#[test]
fn what_is_refused_in_a_call_is_taken_back_and_told() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        let (mut hind, slow) = slow(&shared, "hind", language);
        hind.keys("c c t");
        slow.let_one_go(&mut hind);
        slow.let_one_go(&mut hind);
        let lock = held(shared.folder());
        hind.keys("j t");
        assert_eq!(hind.in_hand(), "x:28");
        assert_eq!(shown(&hind).0, "x:28");
        slow.let_one_go(&mut hind);
        // The screen goes back to the item that is in hand, and says who keeps it.
        assert_eq!(shown(&hind).0, "x:27");
        assert_eq!(hind.in_hand(), "x:27");
        assert!(hind.message().contains("omar"), "{}", hind.message());
        // Whoever has done something else since is told what it is about.
        hind.keys("s s <tun> enter j");
        slow.let_one_go(&mut hind);
        assert_eq!(shown(&hind), is("x:27", "", &[]));
        let said = "What was done in the call was not written: ";
        assert!(hind.message().starts_with(said), "{}", hind.message());
        // Who leaves meanwhile stays.
        hind.keys("T q down enter");
        assert_eq!(hind.request(), None);
        slow.let_one_go(&mut hind);
        assert_eq!(hind.request(), None);
        drop(lock);
        hind.keys("T q down enter");
        slow.let_one_go(&mut hind);
        assert_eq!(hind.request(), Some(Request::Quit));
        assert_eq!(written(&shared), is("", "", &[]));
    }
}

/// What is undone is known before it is written, and stays so when it is: a change of a record, closing
/// the item, and taking that back.
#[test]
fn what_was_done_in_a_call_is_undone_before_it_is_written() {
    for language in [English, Arabic] {
        for heard_before in [0, 1, 2, 3] {
            let shared = Shared::new();
            let (mut hind, slow) = slow(&shared, "hind", language);
            hind.keys("c c t s s <tun> enter");
            while slow.waiting() > 0 {
                slow.let_one_go(&mut hind);
            }
            hind.keys("A T");
            for _ in 0..heard_before.min(2) {
                slow.let_one_go(&mut hind);
            }
            hind.keys("u");
            assert_eq!(shown(&hind), is("x:27", "", &["TUN"]));
            if heard_before == 3 {
                slow.let_one_go(&mut hind);
            }
            // The change of the record is undone after it.
            hind.keys("u");
            while slow.waiting() > 0 {
                slow.let_one_go(&mut hind);
            }
            assert_eq!(written(&shared), is("x:27", "", &["TUN"]));
            assert!(shared.text().contains("status: draft"), "{heard_before}");
            hind.keys("U U");
            while slow.waiting() > 0 {
                slow.let_one_go(&mut hind);
            }
            assert_eq!(written(&shared), is("", "", &[]));
            assert!(!shared.text().contains("status: draft"), "{heard_before}");
        }
    }
}

/// Two programs, each with something under way: both are written, and both screens end alike.
#[test]
fn two_who_lead_at_once_lose_nothing() {
    for (first, second) in [(English, Arabic), (Arabic, English)] {
        let shared = Shared::new();
        let (mut hind, of_hind) = slow(&shared, "hind", first);
        hind.keys("c c t");
        of_hind.let_one_go(&mut hind);
        of_hind.let_one_go(&mut hind);
        let (mut omar, of_omar) = slow(&shared, "omar", second);
        shared.hear(&mut omar);
        hind.keys("s s <tun> enter s s <egy> enter");
        omar.keys("s s <kuw> enter c a <tech> enter esc");
        assert_eq!(shown(&hind), is("x:27", "", &["TUN", "EGY"]));
        assert_eq!(shown(&omar), is("x:27", "", &["KWT"]));
        // Omar's first comes between Hind's two.
        of_hind.let_one_go(&mut hind);
        of_omar.let_one_go(&mut omar);
        assert_eq!(shown(&omar), is("x:27", "", &["TUN", "KWT"]));
        // What Hind still has to write stays on her screen behind what has come.
        shared.hear(&mut hind);
        assert_eq!(shown(&hind), is("x:27", "", &["TUN", "KWT", "EGY"]));
        of_hind.let_one_go(&mut hind);
        of_omar.let_one_go(&mut omar);
        shared.hear(&mut hind);
        shared.hear(&mut omar);
        assert_eq!(written(&shared), is("x:27", "", &["TUN", "KWT", "EGY"]));
        for screen in [&hind, &omar] {
            assert_eq!(shown(screen), written(&shared));
            let call = screen.app.call.on().unwrap();
            assert!(call.is_present("tech-sec"));
        }
        // Both give the floor to the first: the second of them does not pass over who comes next.
        hind.keys("s n");
        omar.keys("s n");
        of_hind.let_one_go(&mut hind);
        of_omar.let_one_go(&mut omar);
        assert_eq!(written(&shared), is("x:27", "TUN", &["KWT", "EGY"]));
        // One closes an item while the other takes up the next: that stays in hand.
        hind.keys("T");
        omar.keys("j t down enter");
        assert_eq!(of_omar.waiting(), 1);
        of_omar.let_one_go(&mut omar);
        of_hind.let_one_go(&mut hind);
        assert_eq!(written(&shared).0, "x:28");
        assert_eq!(shown(&hind).0, "x:28");
        assert_eq!(hind.in_hand(), "x:28");
    }
}

#[test]
fn what_was_read_before_one_wrote_oneself_is_no_news() {
    let shared = Shared::new();
    let (mut hind, slow) = slow(&shared, "hind", English);
    hind.keys("c c t");
    slow.let_one_go(&mut hind);
    let before = live::hear(shared.folder());
    slow.let_one_go(&mut hind);
    assert_eq!(shown(&hind).0, "x:27");
    hind.app.hear_call(before);
    assert_eq!(shown(&hind).0, "x:27");
}

/// Somebody ended the call while one took up an item.
#[test]
fn who_acts_in_a_call_that_has_ended_is_told() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        let (mut hind, of_hind) = slow(&shared, "hind", language);
        hind.keys("c c");
        of_hind.let_one_go(&mut hind);
        let mut omar = shared.screen("omar", language);
        hind.keys("t");
        omar.keys("c x down*2 enter");
        of_hind.let_one_go(&mut hind);
        assert!(!hind.app.call.is_shown());
        assert_eq!(hind.message(), "Somebody else has ended this call");
    }
}

/// The thread itself, while somebody holds the lock of the library.
#[test]
fn one_who_holds_the_lock_keeps_no_step_of_a_call_waiting() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("c c");
        let lock = held(shared.folder());
        let keeper = Keeper::new(shared.folder(), "hind", Means::Hand).waiting(LONG);
        hind.app.keep_with(keeper.with_state(None));
        let (sender, woken) = mpsc::channel();
        hind.app.write_with(|keeper| {
            let writer = writer::Beside::start(keeper, move || _ = sender.send(()))?;
            Some(Box::new(writer))
        });
        hind.keys("j t s g <tun> enter k");
        assert_eq!(shown(&hind), is("x:28", "TUN", &[]));
        assert_eq!(written(&shared), is("", "", &[]));
        drop(lock);
        for _ in 0..2 {
            woken.recv_timeout(LONG).unwrap();
        }
        while hind.app.hear_writer(Duration::ZERO) {}
        assert!(!hind.app.is_writing());
        assert_eq!(written(&shared), is("x:28", "TUN", &[]));
        assert_eq!(shown(&hind), written(&shared));
    }
}

/// What comes from another meanwhile does not change that one began the call before one changed a record.
#[test]
fn what_another_writes_takes_nothing_out_of_its_turn() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        let (mut hind, slow) = slow(&shared, "hind", language);
        hind.keys("c c");
        slow.let_one_go(&mut hind);
        hind.keys("A");
        slow.let_one_go(&mut hind);
        assert!(!shared.text().contains("status: draft"));
        let mut sara = shared.screen("sara", language);
        sara.keys("j D");
        let shelf = Arc::new(Shelf::new(shared.library()));
        hind.app.follow(shelf, Vec::new(), Instant::now());
        hind.draw();
        hind.keys("u");
        assert!(hind.app.call.is_shown());
        slow.let_one_go(&mut hind);
        assert!(shared.text().contains("status: draft"));
        hind.keys("u down enter");
        assert!(!hind.app.call.is_shown());
    }
}
