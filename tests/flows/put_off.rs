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
