//! A call: who leads it, who follows it, what is left of it.

use majlis::library::live::State;
use majlis::report::Language::{Arabic, English};
use majlis::report::Record;

use crate::harness::Screen;
use crate::harness_call::Shared;

/// The bar of the call.
fn bar(screen: &Screen) -> String {
    screen.text().swap_remove(0)
}

/// A call that has begun, and the screen of who leads it.
fn begun() -> (Shared, Screen) {
    let shared = Shared::new();
    let mut hind = shared.screen("hind", English);
    hind.keys("c c enter");
    (shared, hind)
}

#[test]
fn a_call_is_begun_with_or_without_a_chair() {
    for (keys, chair) in [
        ("c c enter", None),
        ("c c <ben haj> enter", Some("benhajji")),
    ] {
        for language in [English, Arabic] {
            let shared = Shared::new();
            let mut hind = shared.screen("hind", language);
            hind.keys("t");
            assert_eq!(hind.message(), "No call is on; c c begins one");
            hind.keys(keys);
            let call = hind.app.call.on().unwrap();
            assert_eq!(call.report.as_str(), "x");
            assert_eq!(call.by, "hind");
            assert_eq!(call.chair.as_ref().map(|who| who.as_str()), chair);
            assert!(shared.is_there("live.yaml"));
            hind.keys("c c");
            assert_eq!(hind.message(), "hind leads a call already; c x ends it");
        }
    }
}

#[test]
fn the_built_in_library_has_no_call() {
    let mut screen = Screen::english();
    screen.keys("c c");
    assert!(screen.message().contains("open a library in a folder"));
    assert_eq!(screen.layer(), "");
}

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
fn the_floor_goes_round() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("c c enter t");
        hind.keys("s s <tun> enter s s <مصر> enter s s <kuwait> enter");
        let waiting = |screen: &Screen| -> Vec<String> {
            let call = screen.app.call.on().unwrap();
            call.waiting.iter().map(ToString::to_string).collect()
        };
        let floor = |screen: &Screen| {
            let call = screen.app.call.on().unwrap();
            call.floor.as_ref().map(|floor| floor.who.to_string())
        };
        assert_eq!(waiting(&hind), ["TUN", "EGY", "KWT"]);
        hind.keys("s m <kuw> enter");
        assert_eq!(waiting(&hind), ["TUN", "KWT", "EGY"]);
        hind.keys("s n");
        assert_eq!(hind.message(), "Tunisia has the floor");
        assert_eq!(floor(&hind).as_deref(), Some("TUN"));
        hind.keys("s g <egypt> enter");
        assert_eq!(floor(&hind).as_deref(), Some("EGY"));
        hind.keys("s w <kwt> enter");
        assert!(waiting(&hind).is_empty());
        hind.keys("s w");
        assert_eq!(hind.message(), "Nobody waits for the floor");
        hind.keys("s d");
        assert_eq!(floor(&hind), None);
        hind.keys("s d");
        assert_eq!(hind.message(), "Nobody has the floor");
        // Who spoke is there; a body that only listens is noted by hand, and taken off again.
        hind.keys("c a <tech> enter <expert> enter <expert> enter esc");
        let call = hind.app.call.on().unwrap();
        let present: Vec<&str> = call.present.iter().map(|who| who.as_str()).collect();
        assert_eq!(present, ["TUN", "EGY", "KWT", "tech-sec"]);
    }
}

#[test]
fn the_bar_tells_the_item_the_time_and_the_floor() {
    let (shared, mut hind) = begun();
    hind.keys("t c p <12> enter s g <tun> enter s s <egy> enter");
    assert_eq!(
        hind.app
            .call
            .on()
            .unwrap()
            .in_hand
            .as_ref()
            .unwrap()
            .planned,
        Some(12)
    );
    shared.at(&mut hind, 247);
    let shown = bar(&hind);
    assert!(shown.starts_with("● 27 Headquarters premises"), "{shown}");
    for told in ["4:07/12:00", "Tunisia 4:07", "waiting: Egypt"] {
        assert!(shown.contains(told), "{shown}");
    }
    assert!(!shown.contains("over time"));
    assert!(hind.app.seen().clock);
    shared.at(&mut hind, 721);
    assert!(
        bar(&hind).contains("12:01/12:00 over time"),
        "{}",
        bar(&hind)
    );
    // Only the digits change from one second to the next.
    let before = hind.buffer.clone();
    shared.at(&mut hind, 722);
    let cells = before.content().iter().zip(hind.buffer.content());
    assert_eq!(cells.filter(|(one, other)| one != other).count(), 2);
    hind.keys("s d T");
    assert!(!hind.app.seen().clock);
}

#[test]
fn a_narrow_bar_keeps_what_matters_most() {
    let shared = Shared::new();
    for language in [English, Arabic] {
        let mut hind = shared.sized("hind", language, (40, 12));
        hind.keys("c c enter t s g <tun> enter");
        shared.at(&mut hind, 65);
        let shown = bar(&hind);
        assert!(shown.contains("27") && shown.contains("1:05"), "{shown}");
        hind.keys("c x <throw> enter");
    }
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
    omar.keys("c x enter");
    let text = shared.text();
    assert!(text.contains("chair: benhajji"), "{text}");
    assert!(
        text.contains("speakers: [TUN, EGY]") || text.contains("- TUN"),
        "{text}"
    );
}

#[test]
fn a_call_that_ends_leaves_its_record() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("c c <ben> enter t s g <tun> enter");
        shared.at(&mut hind, 600);
        hind.keys("c x enter");
        assert_eq!(
            hind.message(),
            "The call is closed; majlis minutes x:meet/call-2021-09-01-100000 prints its record"
        );
        assert!(!shared.is_there("live.yaml"));
        assert!(!hind.app.call.is_shown());
        let library = shared.library();
        assert_eq!(library.problems(), []);
        let key = library.with_id("x:meet/call-2021-09-01-100000").unwrap();
        let Some(Record::Meeting(meeting)) = library.record(key) else {
            panic!("no meeting");
        };
        let taken: Vec<(&str, u32)> = meeting
            .taken_up
            .iter()
            .map(|taken| (taken.item.as_str(), taken.minutes))
            .collect();
        assert_eq!(taken, [("27", 10)]);
    }
}

#[test]
fn a_call_can_be_thrown_away() {
    let (shared, mut hind) = begun();
    hind.keys("c x down enter");
    assert_eq!(
        hind.message(),
        "The call is thrown away; no record was written"
    );
    assert!(
        !shared.is_there("live.yaml")
            && shared
                .library()
                .of_kind(majlis::report::Kind::Meeting)
                .is_empty()
    );
    hind.keys("c x");
    assert_eq!(hind.message(), "No call is on; c c begins one");
}

#[test]
fn a_call_that_was_left_behind_says_so_and_hurts_nobody() {
    let (shared, hind) = begun();
    drop(hind);
    for language in [English, Arabic] {
        let mut late = shared.screen("late", language);
        shared.at(&mut late, 5 * 3600);
        assert!(late.app.call.on().is_none() && late.app.call.is_shown());
        late.keys("t");
        assert_eq!(
            late.message(),
            "A call was left behind; c x closes it or throws it away"
        );
        late.keys("c c");
        assert_eq!(
            late.message(),
            "A call was left behind; c x closes it or throws it away"
        );
        late.keys("c x");
        assert_eq!(late.layer(), "call");
        assert_eq!(late.offered().len(), 2);
        late.keys("esc");
    }
    shared.put("live.yaml", "report: [");
    let mut late = shared.screen("late", English);
    assert!(matches!(late.app.call.state, State::Wrong(_)));
    assert!(bar(&late).contains("live.yaml is damaged"));
    late.keys("c x enter");
    assert_eq!(
        late.message(),
        "The call is thrown away; no record was written"
    );
    assert!(!shared.is_there("live.yaml"));
}

#[test]
fn a_position_is_read_out() {
    let shared = Shared::new();
    for language in [English, Arabic] {
        let mut screen = shared.screen("hind", language);
        screen.keys("R");
        let read = |screen: &Screen| screen.app.recital.map(|one| screen.id(one.key));
        assert_eq!(read(&screen).as_deref(), Some("x:27/position"));
        let (own, other) = match language {
            English => ("The group supports the project.", "تؤيد المجموعة المشروع."),
            Arabic => ("تؤيد المجموعة المشروع.", "The group supports the project."),
        };
        assert!(screen.shows(own) && !screen.shows(other));
        screen.keys("d");
        assert!(screen.shows(own) && screen.shows(other));
        screen.keys("n");
        assert_eq!(read(&screen).as_deref(), Some("x:28/position"));
        screen.keys("n");
        assert_eq!(screen.message(), "Nothing after this");
        // On is where the language is read to.
        screen.keys(if language == English { "left" } else { "right" });
        assert_eq!(read(&screen).as_deref(), Some("x:27/position"));
        screen.keys(if language == English { "right" } else { "left" });
        assert_eq!(read(&screen).as_deref(), Some("x:28/position"));
        screen.keys("esc d d");
        assert_eq!(read(&screen), None);
        screen.keys("G R");
        assert_eq!(screen.message(), "There is no position on this item");
    }
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

const OTHER: &str = "\
report: {id: a, kind: group-report, title: {ar: تقرير سابق, en: An earlier report}}
items:
  - {id: \"1\", number: [\"1\"], title: {ar: افتتاح, en: Opening}}
";

#[test]
fn the_record_goes_to_the_report_of_the_items_that_were_taken_up() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        shared.put("a.yaml", OTHER);
        let mut hind = shared.screen("hind", language);
        hind.keys("/ <a:1> enter c c enter");
        assert_eq!(hind.app.call.on().unwrap().report.as_str(), "a");
        hind.keys("/ <x:27> enter t c x");
        let close = &hind.offered()[0];
        assert!(
            close.contains("into the report x") || close.contains("في التقرير x"),
            "{close}"
        );
        hind.keys("enter");
        let id = "x:meet/call-2021-09-01-100000";
        assert!(hind.message().contains(id), "{}", hind.message());
        assert!(shared.library().with_id(id).is_some());
    }
}

#[test]
fn who_follows_is_told_that_the_call_has_ended() {
    let (shared, mut hind) = begun();
    let mut omar = shared.screen("omar", English);
    let mut lina = shared.screen("lina", Arabic);
    hind.keys("t c x enter");
    shared.hear(&mut omar);
    shared.hear(&mut lina);
    assert_eq!(omar.message(), "The call has ended");
    assert!(lina.shows("اختُتم الاجتماع"));
    // Who ended it is told where the record is.
    shared.hear(&mut hind);
    assert!(hind.message().starts_with("The call is closed"));
}

#[test]
fn who_does_not_lead_is_asked_and_who_led_is_told() {
    let (shared, mut hind) = begun();
    hind.keys("t");
    let mut omar = shared.screen("omar", English);
    omar.keys("j t");
    assert_eq!(omar.layer(), "call");
    assert!(omar.shows("The call is led by hind"));
    omar.keys("esc T down enter");
    let in_hand = |screen: &Screen| {
        let call = screen.app.call.on().unwrap();
        call.in_hand.as_ref().map(|one| one.item.to_string())
    };
    assert_eq!(in_hand(&omar).as_deref(), Some("x:27"));
    omar.keys("t enter");
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
fn countries_of_the_group_are_offered_first() {
    let shared = Shared::new();
    let registry = "\
countries:
  - {id: ALB, name: {ar: ألبانيا, en: Albania}}
  - {id: TUN, name: {ar: تونس, en: Tunisia}, groups: [arab]}
bodies:
  - {id: arab, kind: group, name: {ar: المجموعة العربية, en: Arab group}}
";
    shared.put("registry.yaml", registry);
    let mut hind = shared.screen("hind", English);
    hind.keys("c c enter s s");
    let offered = hind.offered();
    assert!(offered[0].contains("Tunisia"), "{offered:?}");
    assert!(offered[1].contains("Albania"), "{offered:?}");
}
