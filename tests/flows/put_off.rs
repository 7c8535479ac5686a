//! An item that was put off without a position: it is found as deferred, in the call and after it.

use majlis::library::edit::{Edit, FieldPath};
use majlis::library::keep::{Change, Keeper, Means};
use majlis::report::Language::{Arabic, English};
use majlis::report::{Kind, Many, Record, Ref};

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

/// A draft that is written on an item after it was put off takes nothing from the record: only what is agreed
/// was decided otherwise, and what is deferred no more was taken up again.
#[test]
fn what_was_put_off_stays_so_where_a_draft_is_written_on_it() {
    let item = FieldPath::root().key("items").id("29");
    let position = "{stance: support, status: draft, text: {ar: نؤيد., en: We support.}}";
    let draft = Edit::Set {
        at: item.clone().key("position"),
        value: serde_yaml::from_str(position).unwrap(),
    };
    let status = |value: &str| Edit::Set {
        at: item.clone().key("position").key("status"),
        value: value.into(),
    };
    let [agreed, deferred, again] = ["agreed", "deferred", "draft"].map(status);
    for (edits, wanted) in [
        (vec![], (vec!["29"], vec![])),
        (vec![draft.clone()], (vec!["29"], vec![])),
        (
            vec![draft.clone(), agreed.clone()],
            (vec![], vec!["29/position"]),
        ),
        (
            vec![draft.clone(), agreed, again.clone()],
            (vec!["29"], vec![]),
        ),
        (
            vec![draft.clone(), deferred.clone()],
            (vec!["29/position"], vec![]),
        ),
        (vec![draft, deferred, again], (vec![], vec![])),
    ] {
        let shared = Shared::new();
        let mut hind = shared.screen("hind", English);
        hind.keys("c c j j t D");
        let keeper = Keeper::new(shared.folder(), "hind", Means::Command).with_state(None);
        for edit in edits {
            let change = Change {
                file: "x.yaml".to_owned(),
                record: "x:29/position".to_owned(),
                edits: vec![edit],
                seen: Vec::new(),
            };
            keeper.change(&change).unwrap();
        }
        shared.follow(&mut hind);
        hind.keys("c x enter");
        let library = shared.library();
        let [meeting] = library.of_kind(Kind::Meeting) else {
            panic!("{}", shared.text())
        };
        let Some(Record::Meeting(meeting)) = library.record(*meeting) else {
            panic!("{}", shared.text())
        };
        let words = |refs: &Many<Ref>| -> Vec<String> {
            refs.iter().map(|one| one.as_str().to_owned()).collect()
        };
        assert_eq!(words(&meeting.deferred), wanted.0, "{}", shared.text());
        assert_eq!(words(&meeting.agreed), wanted.1, "{}", shared.text());
    }
}
