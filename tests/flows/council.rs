//! The four panes: what belongs to the item in hand, and the question that the program exists for.

use majlis::report::Language;

use crate::desk::{BOTH, desk_of};
use crate::harness::{Screen, painted};

#[test]
fn what_did_we_decide_on_the_headquarters_and_who_was_nominated_where() {
    for (mut screen, typed) in [
        (Screen::arabic(), "مباني المقر"),
        (Screen::english(), "headquarters premises"),
    ] {
        // One search and Enter: the item, with the group's position and what became of it.
        screen.keys("/").type_in(typed);
        assert_eq!(screen.hits()[0], "c21:27");
        screen.keys("enter");
        assert_eq!(screen.in_hand(), "c21:27");
        assert_eq!(screen.rows(2), ["c21:27/position"]);
        // Two keys more: every nomination, of whom, to what, by whom.
        screen.keys("a 3");
        assert_eq!(screen.at(), 3);
        assert_eq!(
            screen.rows(3)[..3],
            ["c21:nom/selim", "c21:nom/bilal", "c21:nom/benhajji"]
        );
        assert_eq!(screen.in_hand(), "c21:nom/selim");
    }
}

#[test]
fn the_answer_stands_on_the_screen_in_its_own_language() {
    let mut screen = Screen::arabic();
    screen.keys("/ <مباني المقر> enter");
    let detail = screen.detail();
    for text in ["27", "تأييد", "قُدِّم", "الكويت"] {
        assert!(
            screen.shows_in(detail, text) || screen.shows_in(screen.pane(2), text),
            "{text}\n{}",
            screen.text().join("\n")
        );
    }
    screen.keys("a 3");
    for text in ["شهيرة سليم", "سميرة بلال", "EG-ITRs", "CWG-SFP"] {
        assert!(screen.shows(text), "{text}\n{}", screen.text().join("\n"));
    }
    screen.keys("f2");
    for text in ["Shahira Selim", "Samira Bilal", "EG-ITRs", "CWG-SFP"] {
        assert!(screen.shows(text), "{text}\n{}", screen.text().join("\n"));
    }
}

#[test]
fn the_item_in_hand_narrows_the_three_other_panes() {
    let mut screen = Screen::arabic();
    assert_eq!(screen.board(), "Council");
    assert_eq!(
        screen.rows(1)[..8],
        [
            "c21:52",
            "c21:27",
            "c21:eg-itrs",
            "c21:11",
            "c21:6",
            "c21:15",
            "c21:16",
            "c21:37"
        ]
    );
    // Of 75 items: 8 + 21 + 21 + 16 + 9 in the five files. Item 52 has a position and a recommendation.
    assert_eq!(screen.counts(), [75, 1, 0, 1]);
    for (item, counts) in [
        ("c21:27", [75, 1, 0, 0]),
        ("c21:eg-itrs", [75, 0, 1, 2]),
        ("c21:11", [75, 0, 0, 2]),
        ("c21:6", [75, 0, 1, 1]),
    ] {
        screen.keys("j");
        assert_eq!(screen.in_hand(), item);
        assert_eq!(screen.counts(), counts, "{item}");
    }
    assert_eq!(screen.rows(3), ["c21:nom/bilal"]);
    assert_eq!(screen.rows(4), ["c21:6/r1"]);
    screen.keys("k k");
    assert_eq!(screen.in_hand(), "c21:eg-itrs");
    assert_eq!(screen.rows(3), ["c21:nom/selim"]);
    assert_eq!(screen.rows(4), ["c21:eg-itrs/r1", "c21:eg-itrs/r2"]);
}

#[test]
fn the_counts_stand_in_the_titles() {
    let mut screen = Screen::english();
    screen.keys("j j");
    for title in [
        "1 Agenda items 3/75",
        "2 Positions 0",
        "3 Nominations 1",
        "4 Recommendations 2",
    ] {
        assert!(screen.shows(title), "{title}\n{}", screen.text().join("\n"));
    }
}

#[test]
fn one_key_lifts_the_link_and_restores_it() {
    let mut screen = Screen::english();
    screen.keys("j j a");
    // 3 positions in c21, 2 in c26, 1 in c24; 3 + 8 + 21 + 22 + 1 nominations;
    // 7 + 14 + 25 + 6 + 7 recommendations.
    assert_eq!(screen.counts(), [75, 6, 55, 59]);
    assert_eq!(screen.message(), "The panes show everything in scope");
    assert!(screen.header().contains("everything in scope"));
    assert_eq!(screen.in_hand(), "c21:eg-itrs");
    screen.keys("j");
    assert_eq!(screen.counts(), [75, 6, 55, 59]);
    assert_eq!(screen.message(), "");
    screen.keys("a");
    assert_eq!(screen.counts(), [75, 0, 0, 2]);
    assert_eq!(screen.message(), "The three panes follow the item chosen");
    assert!(screen.header().contains("linked to the item"));
}

#[test]
fn an_empty_pane_says_why_and_what_to_do() {
    let mut screen = Screen::english();
    screen.keys("j");
    assert!(screen.shows_in(screen.pane(3), "Nothing belongs to this item (a:\u{A0}all)"));
    screen.keys("i");
    assert!(screen.shows_in(screen.pane(3), "لا شيء يخص هذا البند"));
}

#[test]
fn a_pane_emptied_by_a_filter_says_that_it_is_the_filter() {
    let mut screen = Screen::english();
    screen.keys("f s <agreed position> enter");
    assert_eq!(screen.filters(), ["status: agreed position"]);
    // c21:52 and c21:37, c26:streamlining-154 and -191.
    assert_eq!(
        screen.rows(1),
        [
            "c21:52",
            "c21:37",
            "c26:streamlining-154",
            "c26:streamlining-191"
        ]
    );
    // Item 52 has a recommendation, which is not what the filter means.
    assert_eq!(screen.counts(), [4, 1, 0, 0]);
    assert!(
        screen.shows_in(screen.pane(4), "Nothing within the filters."),
        "{}",
        screen.text().join("\n")
    );
    // It has no nomination with or without the filter.
    assert!(screen.shows_in(screen.pane(3), "Nothing belongs to this item (a:\u{A0}all)"));
    screen.keys("i");
    assert!(screen.shows_in(screen.pane(4), "لا شيء يوافق التصفية."));
}

#[test]
fn the_first_pane_does_not_blame_an_item_that_is_not_there() {
    let mut screen = Screen::english();
    // Report tdag23 has no position at all: no item is left under both filters.
    screen.keys("f r <tdag23> enter f s <agreed position> enter");
    assert_eq!(screen.counts(), [0, 0, 0, 0]);
    assert!(
        screen.shows_in(screen.pane(1), "Nothing within the filters."),
        "{}",
        screen.text().join("\n")
    );
    assert!(!screen.shows("Nothing belongs to this item (a:\u{A0}all)"));
}

#[test]
fn another_item_begins_at_the_first_of_its_recommendations() {
    let mut screen = Screen::english();
    // Two recommendations belong to item 11, two to the expert group's: the second of the one is
    // not the second of the other.
    screen.keys("/ <c21:11> enter esc 4 j");
    assert_eq!(screen.row(4), "c21:11/r2");
    screen.keys("1 k");
    assert_eq!(screen.row(1), "c21:eg-itrs");
    assert_eq!(screen.row(4), "c21:eg-itrs/r1");
}

#[test]
fn the_key_that_shows_all_stands_on_one_line_with_what_it_does() {
    let all = painted("الكل");
    for (language, said) in [
        (Language::English, "(a: all)".to_owned()),
        (Language::Arabic, format!("({all} :a)")),
    ] {
        for width in 80..140 {
            let screen = Screen::sized(language, width, 40);
            let rows = screen.text();
            let row = rows.iter().find(|row| row.contains(&said));
            assert!(row.is_some(), "{width}: {}", rows.join("\n"));
        }
    }
}

/// A folder begins with the report of 2017, whose items have nothing beside them: the first screen is that of
/// the group's newest report, its first item with a position at the top of the list.
#[test]
fn the_first_screen_is_of_the_newest_report_of_the_group() {
    for language in BOTH {
        for size in [(80, 24), (140, 40)] {
            let (_folder, mut screen) = desk_of(language, size);
            assert_eq!(screen.in_hand(), "c21:52");
            assert_eq!((screen.rows(2).len(), screen.rows(4).len()), (1, 1));
            let items = &screen.app.board().unwrap().panes[0];
            assert_eq!((items.offset, items.selected), (0, 0));
            screen.keys("end");
            assert!(screen.in_hand().starts_with("c17:"), "{}", screen.in_hand());
        }
    }
}
