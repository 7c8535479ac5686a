//! Who speaks in a call, who waits, and the bar that tells it.

use majlis::report::Language::{self, Arabic, English};

use crate::harness::{Screen, painted};
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
        // Who spoke is there, Kuwait was taken off the list; a body that only listens is noted by hand,
        // and taken off again.
        hind.keys("c a <tech> enter <expert> enter <expert> enter esc");
        let call = hind.app.call.on().unwrap();
        let present: Vec<&str> = call.present.iter().map(|who| who.as_str()).collect();
        assert_eq!(present, ["TUN", "EGY", "tech-sec"]);
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

/// A call on an item with a long title, in which Kuwait has the floor and these wait.
fn crowded(language: Language, width: u16, waiting: &[&str]) -> Screen {
    let shared = Shared::new();
    shared.change(
        "{ar: مباني المقر, en: Headquarters premises}",
        "{ar: تقرير عن التقدم المحرز بشأن مباني مقر الاتحاد في جنيف, en: Report on the progress made on the headquarters premises of the Union}",
    );
    let mut hind = shared.sized("hind", language, (width, 24));
    hind.keys("c c t c p <5> enter s g <kuw> enter");
    for who in waiting {
        hind.keys("s s").type_in(who).keys("enter");
    }
    shared.at(&mut hind, 96);
    hind
}

/// On eighty columns the title gives way before the next speaker does; how many more wait is told.
#[test]
fn the_bar_names_the_next_speaker_however_many_wait() {
    for (language, next, more, floor) in [
        (English, "waiting: Tunisia +2", "+2", "Kuwait 1:36"),
        (Arabic, "تونس", "+2", "الكويت"),
    ] {
        let mut hind = crowded(language, 80, &["tunisia", "egypt", "expert"]);
        let shown = bar(&hind);
        for told in ["27", "1:36/5:00", next, more, floor] {
            assert!(shown.contains(&painted(told)), "{told}: {shown}");
        }
        // In a wide one all are named.
        hind.resize(200, 24);
        let shown = bar(&hind);
        let names = match language {
            English => ["Tunisia", "Egypt", "Expert Group"],
            Arabic => ["تونس", "مصر", "فريق الخبراء"],
        };
        for name in names {
            assert!(shown.contains(&painted(name)), "{name}: {shown}");
        }
        assert!(!shown.contains('+'), "{shown}");
        // In a narrow one the list goes without its name.
        hind.resize(62, 24);
        let shown = bar(&hind);
        let next = match language {
            English => ["next: Tunisia +2", "1:36/5:00"],
            Arabic => ["تونس", "التالي"],
        };
        for told in next {
            assert!(shown.contains(&painted(told)), "{told}: {shown}");
        }
        // Where there is room for no name, their number.
        hind.resize(56, 24);
        let shown = bar(&hind);
        let count = match language {
            English => "3 waiting",
            Arabic => "ينتظر 3",
        };
        assert!(shown.contains(&painted(count)), "{shown}");
    }
}

/// Who is there is marked on its own row, wherever it stands; what a key did is said.
#[test]
fn a_row_says_whether_it_is_there_and_a_key_says_what_it_did() {
    for language in [English, Arabic] {
        let shared = Shared::new();
        let mut hind = shared.sized("hind", language, (80, 24));
        let is_marked = |screen: &Screen, id: &str| {
            let rows = screen.text();
            rows.iter().any(|row| row.contains(&format!("✓ {id}")))
        };
        // The first row waits for the floor, and is not noted as there.
        hind.keys("c c t s s <tun> enter c a");
        assert!(!is_marked(&hind, "TUN"), "{:?}", hind.text());
        hind.keys("enter");
        assert!(
            is_marked(&hind, "TUN") && !is_marked(&hind, "EGY"),
            "{:?}",
            hind.text()
        );
        hind.keys("enter");
        assert!(!is_marked(&hind, "TUN"));
        let (off, on) = match language {
            English => ("Tunisia is taken off", "Egypt is there"),
            Arabic => ("حُذف من الحضور: تونس", "سُجّل الحضور: مصر"),
        };
        assert!(hind.shows(off), "{:?}", hind.text());
        hind.keys("<egypt> enter");
        assert!(
            is_marked(&hind, "EGY") && hind.shows(on),
            "{:?}",
            hind.text()
        );
        // Found by its code all the same.
        hind.keys("<EGY>");
        assert_eq!(hind.offered()[0], "Egypt");
    }
}

/// Several countries are named at once, as in the line that asks them to do something.
#[test]
fn one_gets_the_floor_by_any_of_its_names() {
    for language in [English, Arabic] {
        let (_folder, mut hind) = crate::desk::desk(language);
        crate::desk::go(&mut hind, "c21:27");
        hind.keys("c c");
        for (typed, id) in [
            ("UAE", "ARE"),
            ("the UAE", "ARE"),
            ("وفد مصر", "EGY"),
            ("ممثل السعودية", "SAU"),
            ("سلطنة عمان", "OMN"),
        ] {
            hind.keys("s s").type_in(typed);
            hind.keys("enter");
            let waiting = &hind.app.call.on().unwrap().waiting;
            let last = waiting.iter().last().map(ToString::to_string);
            assert_eq!(last.as_deref(), Some(id), "{typed}: {}", hind.message());
            hind.keys("u");
        }
        for typed in ["EGY,KWT", "مصر؛ الكويت"] {
            hind.keys("s s").type_in(typed);
            hind.keys("enter");
            assert_eq!(
                hind.app.call.on().unwrap().waiting.iter().count(),
                2,
                "{typed}"
            );
            hind.keys("u");
        }
    }
}

#[test]
fn several_are_there_and_ask_for_the_floor_at_once() {
    let ids = |list: &majlis::report::Many<majlis::report::Ref>| -> Vec<String> {
        list.iter().map(ToString::to_string).collect()
    };
    for language in [English, Arabic] {
        for typed in [
            "مصر، الكويت والامارات, قطر والاردن، tunisia",
            "Egypt, Kuwait and the UAE, Qatar, Jordan & TUN",
        ] {
            let (_folder, mut hind) = crate::desk::desk(language);
            crate::desk::go(&mut hind, "c21:27");
            hind.keys("c c c a").type_in(typed);
            hind.keys("enter");
            let all = ["EGY", "KWT", "ARE", "QAT", "JOR", "TUN"];
            let there = |screen: &Screen| ids(&screen.app.call.on().unwrap().present);
            assert_eq!(there(&hind), all, "{}", hind.message());
            assert!(
                hind.message().contains("Qatar, Jordan"),
                "{}",
                hind.message()
            );
            // They came by one key, and go by one.
            hind.keys("esc u");
            assert_eq!(there(&hind), Vec::<String>::new());
            hind.keys("s s").type_in(typed);
            hind.keys("enter");
            let waiting = |screen: &Screen| ids(&screen.app.call.on().unwrap().waiting);
            assert_eq!(
                (waiting(&hind), there(&hind).len()),
                (all.map(str::to_owned).to_vec(), 0)
            );
            // Where none of them is anybody, nobody is noted, and what was typed stays.
            hind.keys("s w <egy> enter c a <Lemuria, Atlantis> enter");
            assert_eq!(
                (hind.layer(), hind.typed()),
                ("call", "Lemuria, Atlantis".to_owned())
            );
            assert_eq!(there(&hind).len(), 0);
        }
    }
}
