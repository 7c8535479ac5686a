//! An item that was put off without a position: it is found as deferred, in the call and after it.

use majlis::report::Language::{Arabic, English};

use crate::harness::Screen;
use crate::harness_call::Shared;

fn found(screen: &mut Screen, query: &str) -> Vec<String> {
    screen.keys(&format!("/ <{query}>"));
    let mut hits = screen.hits();
    hits.sort_unstable();
    screen.keys("esc esc");
    hits
}

#[test]
fn what_was_put_off_without_a_position_is_found_as_deferred() {
    for (language, query) in [
        (English, "status:deferred"),
        (English, "status:postponed"),
        (Arabic, "الحالة:مؤجل"),
        (Arabic, "الحالة:مرجأ"),
    ] {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        let mut omar = shared.screen("omar", language);
        assert_eq!(found(&mut hind, query), [""; 0], "{query}");
        // Item 27 has a position, 29 has none.
        hind.keys("c c t D j j t D");
        shared.follow(&mut omar);
        for screen in [&mut hind, &mut omar] {
            assert_eq!(found(screen, query), ["x:27/position", "x:29"], "{query}");
        }
        hind.keys("c x enter");
        shared.follow(&mut omar);
        for screen in [&mut hind, &mut omar] {
            assert_eq!(found(screen, query), ["x:27/position", "x:29"], "{query}");
        }
        // Other statuses are not meant, and it is not all that a meeting names.
        assert_eq!(found(&mut hind, "status:proposed"), ["x:nom/one"]);
        // A later meeting dealt with it and did not put it off.
        shared.at(&mut hind, 24 * 60 * 60);
        hind.keys("c c j j t c x enter");
        assert_eq!(found(&mut hind, query), ["x:27/position"], "{query}");
    }
}

/// The filter by status has it too, as soon as it is put off, and without being set anew.
#[test]
fn what_was_put_off_without_a_position_is_among_what_is_deferred() {
    for (language, typed) in [(English, "deferred"), (Arabic, "مرجأ")] {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", language);
        let mut omar = shared.screen("omar", language);
        let offered = |screen: &mut Screen| {
            screen.keys("f s");
            let offered = screen.offered();
            screen.keys("esc");
            offered.contains(&"deferred position".to_owned())
        };
        assert!(!offered(&mut hind));
        // Item 27 has a position, 29 has none.
        hind.keys("c c j j t D k k");
        shared.follow(&mut omar);
        omar.keys("x");
        for screen in [&mut hind, &mut omar] {
            assert!(offered(screen));
            screen.keys("f s").type_in(typed).keys("enter");
            assert_eq!(screen.filters(), ["status: deferred position"]);
            assert_eq!(screen.rows(1), ["x:29"]);
        }
        // One that has a position is deferred besides.
        shared.change(
            "title: {ar: مباني المقر, en: Headquarters premises}\n    position:\n      stance: support\n      status: draft",
            "title: {ar: مباني المقر, en: Headquarters premises}\n    position:\n      stance: support\n      status: deferred",
        );
        for screen in [&mut hind, &mut omar] {
            shared.follow(screen);
            assert_eq!(screen.rows(1), ["x:27", "x:29"]);
        }
        hind.keys("c x enter");
        shared.follow(&mut omar);
        for screen in [&mut hind, &mut omar] {
            assert_eq!(screen.rows(1), ["x:27", "x:29"]);
        }
    }
}
