//! Narrowing to one report, country, body, status, and lifting that again.

use crate::harness::Screen;

#[test]
fn one_report() {
    let mut screen = Screen::english();
    screen.keys("f r");
    assert_eq!(screen.layer(), "filters");
    assert_eq!(screen.offered().len(), 5);
    screen.keys("<c26> enter");
    assert_eq!(screen.layer(), "");
    assert_eq!(screen.filters(), ["report: c26"]);
    assert!(
        screen.header().contains("[report: c26 ×]"),
        "{}",
        screen.header()
    );
    // 21 items in c26; the first, on Resolution 191, has 5 recommendations and the coordinator.
    assert_eq!(screen.counts(), [21, 0, 1, 5]);
    screen.keys("a");
    assert_eq!(screen.counts(), [21, 2, 8, 14]);
    screen.keys("backspace");
    assert_eq!(screen.filters(), [""; 0]);
    assert_eq!(screen.counts(), [75, 6, 55, 59]);
    screen.keys("backspace");
    assert_eq!(screen.message(), "No filter to remove");
}

#[test]
fn the_filter_is_said_in_arabic() {
    let mut screen = Screen::arabic();
    screen.keys("f c <الكويت> enter");
    assert_eq!(screen.filters(), ["country: Kuwait"]);
    assert!(screen.shows("الكويت"), "{}", screen.header());
    assert!(screen.header().contains('×'));
    assert!(screen.header().contains(&crate::harness::painted("البلد")));
}

#[test]
fn one_country() {
    let mut screen = Screen::english();
    screen.keys("f c <Kuwait> enter");
    // Item 27 is Kuwait's contribution, item 6 the nomination of its candidate.
    assert_eq!(screen.rows(1), ["c21:27", "c21:6"]);
    assert_eq!(screen.counts(), [2, 1, 0, 0]);
    screen.keys("j");
    assert_eq!(screen.rows(3), ["c21:nom/bilal"]);
    assert_eq!(screen.rows(4), ["c21:6/r1"]);
    // Of all nominations, Kuwait's only.
    screen.keys("a");
    assert_eq!(screen.rows(3), ["c21:nom/bilal"]);
}

#[test]
fn one_body() {
    let mut screen = Screen::english();
    screen.keys("f b <EG-ITRs> enter");
    assert_eq!(screen.filters(), ["body: EG-ITRs"]);
    assert_eq!(screen.rows(1), ["c21:eg-itrs"]);
    assert_eq!(screen.counts(), [1, 0, 1, 2]);
}

#[test]
fn one_status() {
    let mut screen = Screen::english();
    screen.keys("f s <proposed nomination> enter a");
    assert_eq!(screen.filters(), ["status: proposed nomination"]);
    assert_eq!(screen.rows(3), ["c21:nom/selim", "c21:nom/bilal"]);
    assert_eq!(screen.rows(1), ["c21:eg-itrs", "c21:6"]);
}

#[test]
fn one_of_each_kind_and_the_later_one_takes_the_place() {
    let mut screen = Screen::english();
    screen.keys("f r <c21> enter f c <Egypt> enter");
    assert_eq!(screen.filters(), ["report: c21", "country: Egypt"]);
    assert_eq!(screen.rows(1), ["c21:eg-itrs"]);
    screen.keys("f c <Tunisia> enter");
    assert_eq!(screen.filters(), ["report: c21", "country: Tunisia"]);
    assert_eq!(screen.rows(1), ["c21:52"]);
    screen.keys("backspace");
    assert_eq!(screen.filters(), ["report: c21"]);
    screen.keys("f c <Egypt> enter f x");
    assert_eq!(screen.filters(), [""; 0]);
    assert_eq!(screen.counts()[0], 75);
    screen.keys("f x");
    assert_eq!(screen.message(), "No filter to remove");
}

#[test]
fn the_row_in_hand_stays_where_the_filter_lets_it() {
    let mut screen = Screen::english();
    screen.keys("j*4");
    assert_eq!(screen.in_hand(), "c21:6");
    screen.keys("f r <c21> enter");
    assert_eq!(screen.in_hand(), "c21:6");
    screen.keys("backspace");
    assert_eq!(screen.in_hand(), "c21:6");
}

#[test]
fn escape_leaves_the_choice_of_filters_without_one() {
    let mut screen = Screen::english();
    screen.keys("f r <c26> esc");
    assert_eq!((screen.layer(), screen.filters().len()), ("", 0));
    // A list with nothing in it chooses nothing.
    screen.keys("f r <zzzz>");
    assert!(screen.shows("Nothing matches"));
    screen.keys("enter esc");
    assert_eq!((screen.layer(), screen.filters().len()), ("", 0));
}

#[test]
fn filters_go_with_one_to_the_other_boards() {
    let mut screen = Screen::english();
    screen.keys("f r <c21> enter v f");
    assert_eq!(
        screen.rows(1),
        [
            "c21:fig/meetings",
            "c21:fig/participants",
            "c21:fig/arab-states",
            "c21:fig/unit"
        ]
    );
    screen.keys("v c");
    // 3 meetings and 12 events.
    assert_eq!(screen.counts(), [15]);
}

#[test]
fn a_filter_set_while_reading_shows_a_row_that_it_lets_through() {
    let mut screen = Screen::english();
    screen.keys("enter j j f r <c26> enter");
    assert_eq!(screen.in_hand(), "c26:res-191");
    assert_eq!(screen.app.reading.link, None);
    // Lifted again, the detail begins at the top of what it then shows.
    screen.keys("j*3 backspace");
    assert_eq!(screen.in_hand(), "c26:res-191");
}

#[test]
fn any_one_of_the_filters_can_be_removed() {
    let mut screen = Screen::english();
    screen.keys("f r <c21> enter f c <Kuwait> enter");
    assert_eq!(screen.filters().len(), 2);
    // The older one: the report.
    screen.keys("f f");
    assert_eq!(screen.layer(), "unfilter");
    screen.keys("enter");
    assert_eq!(screen.filters(), ["country: Kuwait"]);
    screen.keys("f x f f");
    assert_eq!((screen.layer(), screen.filters().len()), ("", 0));
}

#[test]
fn each_choice_says_how_many_records_it_means() {
    // Counted in the files: 51 nominations with `status: in-office`, 10 records that name KWT, 5 eg-itrs.
    for (keys, name, count) in [
        ("f s <in office>", "in office nomination", "51"),
        ("f c <Kuwait>", "Kuwait", "KWT · 10"),
        ("f b <EG-ITRs>", "Expert Group", "EG-ITRs · 5"),
    ] {
        let mut screen = Screen::english();
        screen.keys(keys);
        let rows = screen.text();
        let row = rows.iter().find(|row| row.contains('▸')).unwrap();
        assert!(row.contains(name) && row.contains(count), "{row}");
    }
}

/// One narrows to a stance as to a status, by whatever people call it.
#[test]
fn a_stance_is_a_filter_and_is_found_by_what_people_call_it() {
    for (typed, filter) in [
        ("تأييد", "said: Position: support"),
        ("in favour", "said: Position: support"),
        ("postponement", "said: Outcome: postponement"),
        ("إرجاء", "said: Outcome: postponement"),
        ("قيد التنفيذ", "status: in progress recommendation"),
    ] {
        let mut screen = Screen::english();
        screen.keys(&format!("f s <{typed}> enter"));
        assert_eq!(screen.filters(), [filter], "{typed}");
    }
    let mut screen = Screen::english();
    screen.keys("f s <support> enter");
    let library = screen.library();
    let positions = library.of_kind(majlis::report::Kind::Position).iter();
    for key in positions {
        let Some(majlis::report::Record::Position(position)) = library.record(*key) else {
            panic!("no position")
        };
        let is_meant = position.stance == majlis::report::Stance::Support;
        assert_eq!(
            screen.app.scope.allows(*key),
            is_meant,
            "{}",
            library.id(*key)
        );
    }
}

/// What is overdue is a status of the day, and one narrows to it as to one of the files, by each of its names.
#[test]
fn what_is_overdue_is_a_filter_among_the_statuses() {
    for typed in ["overdue", "متأخرة", "المتأخرة"] {
        let mut screen = Screen::english();
        screen.keys(&format!("f s <{typed}> enter"));
        assert_eq!(
            screen.filters(),
            ["status: overdue recommendation"],
            "{typed}"
        );
        let library = screen.library();
        // Was due in September 2021; has no day; is done; is no recommendation. The item of the first is shown
        // with it, and not the other recommendation of the item.
        for (id, is_meant) in [
            ("c21:eg-itrs/r1", true),
            ("c21:eg-itrs", true),
            ("c21:eg-itrs/r2", false),
            ("c21:52/r1", false),
            ("c24:ai/r1", false),
            ("c21:27/position", false),
        ] {
            let key = library.find(id).unwrap();
            assert_eq!(screen.app.scope.allows(key), is_meant, "{typed}: {id}");
        }
    }
}

/// In a folder the reports lie by the names of their files; they are read as those that are built in: the group's
/// own first, then the newest.
#[test]
fn the_reports_of_a_folder_are_in_the_order_in_which_they_are_read() {
    for language in crate::desk::BOTH {
        let (_folder, mut screen) = crate::desk::desk(language);
        let rows = screen.rows(1);
        let mut reports: Vec<&str> = rows
            .iter()
            .map(|id| id.split(':').next().unwrap())
            .collect();
        reports.dedup();
        assert_eq!(reports, ["c21", "c26", "c24", "tdag23", "c17"]);
        assert_eq!(screen.in_hand(), "c21:52");
        screen.keys("f r enter");
        assert_eq!(screen.filters(), ["report: c21"]);
    }
}
