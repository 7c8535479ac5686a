//! Screens that go along with a call, and who leads it.

use majlis::report::Language::{Arabic, English};

use crate::harness::Screen;
use crate::harness_call::{bar, begun};

#[test]
fn every_screen_goes_to_the_item_that_is_taken_up() {
    let (shared, mut hind) = begun();
    let mut omar = shared.screen("omar", Arabic);
    hind.keys("j t");
    assert_eq!(hind.message(), "Item 28 is in hand");
    assert_eq!(omar.in_hand(), "x:27");
    shared.hear(&mut omar);
    assert_eq!((omar.in_hand().as_str(), omar.at()), ("x:28", 1));
    assert!(omar.shows_in(omar.detail(), "الموازنة"));
    // Who opens it later is there as well, whatever the screen showed.
    let late = shared.screen("late", English);
    assert_eq!(late.in_hand(), "x:28");
    omar.keys("v c");
    hind.keys("c n");
    shared.hear(&mut omar);
    assert_eq!((omar.board(), omar.in_hand().as_str()), ("Council", "x:29"));
    hind.keys("c n");
    assert_eq!(hind.message(), "This is the last item of the report");
    hind.keys("T");
    assert_eq!(hind.message(), "The item is closed");
    assert!(bar(&hind).contains("no item in hand"));
    hind.keys("T");
    assert_eq!(hind.message(), "No item is in hand");
}

#[test]
fn who_moves_away_is_told_how_to_leave_and_one_key_returns() {
    let (shared, mut hind) = begun();
    let mut omar = shared.screen("omar", English);
    hind.keys("t");
    shared.hear(&mut omar);
    omar.keys("2");
    // Its position is still the item.
    assert_eq!(omar.message(), "");
    omar.keys("1 j");
    assert!(
        omar.message().starts_with("The call is at item 27"),
        "{}",
        omar.message()
    );
    assert!(omar.message().contains("x detaches"));
    omar.keys("j");
    assert_eq!(omar.message(), "");
    omar.keys("x k");
    assert!(bar(&omar).contains("you are detached x"));
    hind.keys("c n c n");
    shared.hear(&mut omar);
    assert_eq!(omar.in_hand(), "x:28");
    omar.keys("x");
    assert_eq!(omar.in_hand(), "x:29");
    assert_eq!(omar.message(), "The screen follows the call again");
}

/// Who is detached stays so while items change, and is told of it in words; the next call is followed
/// again, also where its beginning is heard of together with the end of the one before.
#[test]
fn who_is_detached_stays_so_till_the_call_ends_and_follows_the_next() {
    for (language, moved, detached, in_bar, follows, ended, begun_anew) in [
        (
            English,
            "The call is at item 27",
            "Your screen stays where it is; x returns to the call",
            "you are detached x",
            "The screen follows the call again",
            "The call that hind led has ended",
            "hind leads the call; your screen goes along, and x stays behind",
        ),
        (
            Arabic,
            "الاجتماع عند البند 27",
            "توقفت متابعة الاجتماع على شاشتك؛ المفتاح x يعيدك إليه",
            "متابعتك متوقفة x",
            "عادت الشاشة إلى متابعة الاجتماع",
            "اختُتم الاجتماع الذي كان يقوده hind",
            "يقود hind الاجتماع؛ شاشتك تتابعه، والمفتاح x يوقف المتابعة",
        ),
    ] {
        for is_heard_at_once in [false, true] {
            let (shared, mut hind) = begun();
            let mut omar = shared.screen("omar", language);
            let said = |omar: &Screen| {
                let message = omar.app.message.as_ref();
                // Without the marks that keep the name of a key together.
                let marks = ['\u{fdd0}', '\u{fdd1}'];
                message.map_or_else(String::new, |one| one.get(language).replace(marks, ""))
            };
            hind.keys("t");
            shared.hear(&mut omar);
            omar.keys("j");
            assert!(said(&omar).starts_with(moved), "{}", said(&omar));
            omar.keys("x");
            assert_eq!(said(&omar), detached);
            assert!(omar.shows(in_bar), "{:#?}", omar.text());
            hind.keys("c n");
            hind.keys("c n");
            shared.hear(&mut omar);
            assert_eq!(omar.in_hand(), "x:28");
            omar.keys("x");
            assert_eq!(
                (omar.in_hand().as_str(), said(&omar).as_str()),
                ("x:29", follows)
            );
            assert!(!omar.shows(in_bar));
            // Detached once more when the call ends and the next one begins.
            omar.keys("x k");
            shared.at(&mut hind, 60);
            hind.keys("c x enter");
            if !is_heard_at_once {
                shared.hear(&mut omar);
                assert_eq!(said(&omar), ended);
                assert!(!omar.shows(in_bar));
            }
            shared.at(&mut hind, 120);
            hind.keys("/ <x:27> enter c c t");
            assert_eq!(hind.in_hand(), "x:27");
            shared.hear(&mut omar);
            assert_eq!(omar.in_hand(), "x:27");
            assert_eq!(said(&omar), begun_anew);
            assert!(!omar.shows(in_bar), "{:#?}", omar.text());
        }
    }
}

#[test]
fn nobody_is_moved_while_typing() {
    let (shared, mut hind) = begun();
    let mut omar = shared.screen("omar", English);
    omar.keys("/ <bud>");
    hind.keys("j j t");
    shared.hear(&mut omar);
    assert_eq!(omar.layer(), "search");
    omar.keys("esc");
    assert_eq!(omar.in_hand(), "x:29");
}

#[test]
fn who_reads_out_goes_along_too() {
    let (shared, mut hind) = begun();
    let mut omar = shared.screen("omar", English);
    omar.keys("R");
    hind.keys("j t");
    shared.hear(&mut omar);
    let read = omar.app.recital.map(|one| omar.id(one.key));
    assert_eq!(read.as_deref(), Some("x:28/position"));
    omar.keys("esc");
    assert_eq!(omar.in_hand(), "x:28");
}

#[test]
fn who_follows_is_told_that_the_call_has_ended() {
    let (shared, mut hind) = begun();
    let mut omar = shared.screen("omar", English);
    let mut lina = shared.screen("lina", Arabic);
    hind.keys("t c x enter");
    shared.hear(&mut omar);
    shared.hear(&mut lina);
    assert_eq!(omar.message(), "The call that hind led has ended");
    assert!(lina.shows("اختُتم الاجتماع"));
    // Who ended it is told where the record is.
    shared.hear(&mut hind);
    assert!(hind.message().starts_with("The call is closed"));
}

#[test]
fn the_minutes_that_are_in_hand_are_planned() {
    let planned = |keys: &str| {
        let (_shared, mut hind) = begun();
        hind.keys(keys);
        hind.message().to_owned()
    };
    // What is typed is a row of its own, the first, where it is not among those offered.
    let (_shared, mut hind) = begun();
    hind.keys("c p <1>");
    assert_eq!(hind.offered().first().map(String::as_str), Some("1 minute"));
    assert_eq!(planned("c p <1> enter"), "Planned: 1 minute");
    assert_eq!(planned("c p <15> enter"), "Planned: 15 minutes");
    assert_eq!(planned("c p <١٥> enter"), "Planned: 15 minutes");
    // Who moves to another row means that one.
    hind.keys("down");
    let second = hind.offered().get(1).cloned().unwrap();
    hind.keys("enter");
    assert_eq!(hind.message(), format!("Planned: {second}"));
    assert_ne!(second, "1 minute");
}

#[test]
fn two_lead_one_call_and_the_chair_goes_from_one_to_another() {
    let (shared, mut hind) = begun();
    let mut omar = shared.screen("omar", Arabic);
    // Omar leads too: time is planned before the item is taken up, and one more chair is chosen.
    omar.keys("j c p <٧> enter");
    assert!(omar.message().contains('7'), "{}", omar.message());
    omar.keys("c h <حجي> enter");
    assert!(
        omar.message().contains("chairs the call now"),
        "{}",
        omar.message()
    );
    shared.hear(&mut hind);
    hind.keys("j t");
    assert_eq!(hind.in_hand(), "x:28");
    shared.hear(&mut omar);
    assert_eq!(omar.in_hand(), "x:28");
    assert!(bar(&omar).contains("0:00/7:00"), "{}", bar(&omar));
    // Both give the floor, one after the other.
    omar.keys("s g <تونس> enter");
    shared.hear(&mut hind);
    hind.keys("s g <egypt> enter");
    shared.hear(&mut omar);
    assert!(omar.shows("مصر"), "{}", bar(&omar));
    // Who has gone elsewhere still sees it.
    omar.keys("x 2");
    assert!(omar.shows("مصر"), "{}", bar(&omar));
    // The first choice is the one that ends nothing.
    omar.keys("c x enter");
    assert!(omar.app.call.is_shown());
    assert!(!shared.text().contains("meet/call"));
    omar.keys("c x down enter");
    let text = shared.text();
    assert!(text.contains("chair: benhajji"), "{text}");
    assert!(
        text.contains("speakers: [TUN, EGY]") || text.contains("- TUN"),
        "{text}"
    );
}

#[test]
fn who_does_not_lead_is_asked_and_who_led_is_told() {
    let (shared, mut hind) = begun();
    hind.keys("t");
    let mut omar = shared.screen("omar", English);
    omar.keys("j t");
    assert_eq!(omar.layer(), "call");
    assert!(omar.shows("The call is led by hind"));
    // Enter alone takes the lead from nobody.
    omar.keys("enter");
    assert_eq!(omar.app.call.on().unwrap().by, "hind");
    omar.keys("T enter");
    let in_hand = |screen: &Screen| {
        let call = screen.app.call.on().unwrap();
        call.in_hand.as_ref().map(|one| one.item.to_string())
    };
    assert_eq!(in_hand(&omar).as_deref(), Some("x:27"));
    omar.keys("t down enter");
    assert_eq!(omar.message(), "Item 28 is in hand");
    assert_eq!(in_hand(&omar).as_deref(), Some("x:28"));
    shared.hear(&mut hind);
    assert_eq!(hind.message(), "omar leads the call now");
    assert_eq!(hind.in_hand(), "x:28");
    // Omar is asked no more; Hind is.
    omar.keys("T");
    assert_eq!(omar.message(), "The item is closed");
    shared.hear(&mut hind);
    hind.keys("c x");
    assert!(hind.shows("End the call that omar leads"));
}

#[test]
fn whoever_takes_the_lead_to_close_an_item_closes_no_other() {
    for hears in [true, false] {
        for language in [English, Arabic] {
            let (shared, mut hind) = begun();
            hind.keys("t");
            let mut omar = shared.screen("omar", language);
            omar.keys("T");
            assert_eq!(omar.layer(), "call");
            hind.keys("j t");
            if hears {
                shared.hear(&mut omar);
                assert_eq!(omar.layer(), "call");
            }
            omar.keys("down enter");
            assert_eq!(omar.message(), "That item is not in hand any more");
            shared.hear(&mut hind);
            shared.hear(&mut omar);
            for screen in [&hind, &omar] {
                let call = screen.app.call.on().unwrap();
                let in_hand = call.in_hand.as_ref().map(|one| one.item.as_str());
                assert_eq!((in_hand, call.by.as_str()), (Some("x:28"), "hind"));
            }
            // The one in hand is closed when that is what was asked.
            omar.keys("T down enter");
            shared.hear(&mut hind);
            let call = hind.app.call.on().unwrap();
            assert_eq!((call.in_hand.is_none(), call.by.as_str()), (true, "omar"));
        }
    }
}
