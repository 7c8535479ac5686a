//! Who speaks in a call, who waits, and the bar that tells it.

use majlis::report::Language::{Arabic, English};

use crate::harness::Screen;
use crate::harness_call::{Shared, bar, begun};

#[test]
fn the_floor_goes_round() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("c c t");
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

/// Ten minutes were planned for the first turn, nine were taken; for the second it is five. The bar holds
/// the plan of this turn against the time of this turn.
#[test]
fn the_bar_holds_a_plan_against_its_own_turn() {
    for (language, over) in [(English, "over time"), (Arabic, "تجاوز الوقت")] {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        hind.keys("c c t c p <10> enter");
        shared.at(&mut hind, 540);
        assert!(bar(&hind).contains("9:00/10:00"), "{}", bar(&hind));
        hind.keys("T t c p <5> enter");
        shared.at(&mut hind, 600);
        assert!(bar(&hind).contains("1:00/5:00"), "{}", bar(&hind));
        assert!(!hind.shows(over), "{}", bar(&hind));
        shared.at(&mut hind, 841);
        assert!(bar(&hind).contains("5:01/5:00"), "{}", bar(&hind));
        assert!(hind.shows(over), "{}", bar(&hind));
    }
}

#[test]
fn a_narrow_bar_keeps_what_matters_most() {
    let shared = Shared::new();
    for language in [English, Arabic] {
        let mut hind = shared.sized("hind", language, (40, 12));
        hind.keys("c c t s g <tun> enter");
        shared.at(&mut hind, 65);
        let shown = bar(&hind);
        assert!(shown.contains("27") && shown.contains("1:05"), "{shown}");
        hind.keys("c x <throw> enter");
    }
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
    hind.keys("c c s s");
    let offered = hind.offered();
    assert!(offered[0].contains("Tunisia"), "{offered:?}");
    assert!(offered[1].contains("Albania"), "{offered:?}");
}
