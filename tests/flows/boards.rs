//! The other ways of looking at the reports.

use majlis::app::board::BoardKind;
use majlis::report::{Kind, Language, Record};

use crate::harness::Screen;

#[test]
fn every_board_is_two_keys_away() {
    let mut screen = Screen::arabic();
    for (keys, board) in [
        ("v o", "Outline"),
        ("v b", "Contributions and outcomes"),
        ("v c", "Calendar"),
        ("v f", "Figures"),
        ("v d", "Directory"),
        ("v v", "Council"),
    ] {
        screen.keys(keys);
        assert_eq!(screen.board(), board);
        assert_eq!(screen.at(), 1);
        assert!(!screen.in_hand().is_empty());
        let title = screen.app.board().unwrap().kind.title().ar;
        assert!(
            screen.header().contains(&crate::harness::painted(title)),
            "{title}"
        );
    }
}

#[test]
fn the_outline_goes_through_each_report_in_its_order() {
    let mut screen = Screen::english();
    screen.keys("v o");
    assert_eq!(
        screen.rows(1)[..8],
        [
            "c21",
            "c21:s1",
            "c21:s1/p1",
            "c21:s1/p2",
            "c21:s1/p3",
            "c21:s2",
            "c21:s2/p1",
            "c21:s2/t1"
        ]
    );
    // 1 head, 4 sections; paragraphs with their points: 3, 2 + 8, 3, 1 + 11.
    let of_c21 = screen
        .rows(1)
        .iter()
        .filter(|id| *id == "c21" || id.starts_with("c21:"))
        .count();
    assert_eq!(of_c21, 1 + 4 + 3 + 10 + 3 + 12);
    let heads: Vec<String> = screen
        .rows(1)
        .into_iter()
        .filter(|id| !id.contains(':'))
        .collect();
    assert_eq!(heads, ["c21", "c26", "c24", "tdag23", "c17"]);
}

#[test]
fn the_calendar_is_in_the_order_of_dates_and_what_has_none_comes_last() {
    let mut screen = Screen::english();
    screen.keys("v c f r <c21> enter");
    let rows = screen.rows(1);
    assert_eq!(rows[0], "c21:ev/pp-18");
    // What covers 2019 to 2021 begins on 1 January 2019, before 18 September; 2019 comes before
    // 2020, May before June, June before September.
    let place = |id: &str| rows.iter().position(|row| row == id).unwrap();
    let order = [
        "c21:ev/pp-18",
        "c21:ev/report-2019-2021",
        "c21:ev/camti-decision",
        "c21:ev/cycle-2020-2023",
        "c21:meet/wg",
        "c21:meet/daily",
        "c21:ev/eg-itrs-2021-09",
        "c21:ev/pp-22",
        "c21:ev/plans-2024-2027",
        "c21:ev/regions-pp-22",
    ];
    assert!(
        order.windows(2).all(|two| place(two[0]) < place(two[1])),
        "{rows:?}"
    );
    assert_eq!(rows.last().unwrap(), "c21:ev/regions-pp-22");
    // All five: 15 + 14 + 65 + 24 + 9, of which 1 + 1 + 8 + 8 + 1 have no date.
    screen.keys("f x");
    let rows = screen.rows(1);
    assert_eq!(rows.len(), 127);
    let dated = |id: &String| match screen.library().record(screen.key(id)).unwrap() {
        Record::Meeting(meeting) => meeting.date.is_some(),
        Record::Event(event) => event.date.is_some(),
        other => panic!("{other:?}"),
    };
    assert_eq!(rows.iter().position(|id| !dated(id)), Some(127 - 19));
    assert!(!rows[127 - 19..].iter().any(dated));
}

/// A calendar opens at what is or comes next, and where it was left after that.
#[test]
fn the_calendar_opens_at_today_or_at_what_comes_next() {
    for (today, first) in [
        // The meetings that are on began before; what begins next is the expert group's.
        ((2021, 6, 10), "c21:ev/eg-itrs-2021-09"),
        ((2019, 9, 18), "c21:ev/camti-decision"),
        // Nothing comes any more: the last that has a date.
        ((2099, 1, 1), "c21:ev/plans-2024-2027"),
    ] {
        let mut screen = Screen::english();
        screen.app.desk.day = Some(today);
        screen.keys("f r <c21> enter v c");
        assert_eq!(screen.in_hand(), first);
        // Left and seen again it is as it was.
        screen.keys("g v v v c");
        assert_eq!(screen.in_hand(), screen.rows(1)[0]);
    }
}

#[test]
fn a_date_in_arabic_words_reads_as_arabic() {
    let mut screen = Screen::arabic();
    screen.keys("v c g f r <c21> enter");
    let rows = screen.pane(1);
    for date in ["31 مايو 2021", "18 سبتمبر 2019"] {
        assert!(
            screen.shows_in(rows, date),
            "{date}\n{}",
            screen.text().join("\n")
        );
    }
}

#[test]
fn a_figure_is_drawn_as_bars_as_long_as_its_shares() {
    for (language, bar) in [(Language::English, '█'), (Language::Arabic, '█')] {
        let mut screen = Screen::sized(language, 140, 40);
        let drawn = screen
            .library()
            .of_kind(Kind::Figure)
            .iter()
            .copied()
            .find(|key| {
                matches!(screen.library().record(*key), Some(Record::Figure(figure))
                    if figure.shares.len() > 2 && figure.shares.iter().all(|share| share.percent.is_some()))
            })
            .unwrap();
        let id = screen.id(drawn);
        screen.keys("/").type_in(&id).keys("enter");
        assert_eq!(screen.in_hand(), id);
        let width = usize::from(screen.detail().width) - 2;
        let lengths: Vec<usize> = screen
            .text_in(screen.detail())
            .iter()
            .map(|row| row.chars().filter(|sign| *sign == bar).count())
            .filter(|length| *length > 0)
            .collect();
        let Some(Record::Figure(figure)) = screen.library().record(drawn) else {
            panic!("{id} is no figure")
        };
        let wanted: Vec<usize> = figure
            .shares
            .iter()
            .filter(|share| share.of_which.is_empty())
            .map(|share| (share.percent.unwrap() * width as f64 / 100.0) as usize)
            .filter(|length| *length > 0)
            .collect();
        assert!(!wanted.is_empty());
        for (length, wanted) in lengths.iter().zip(&wanted) {
            assert!(
                length.abs_diff(*wanted) <= 1,
                "{id}: {lengths:?} for {wanted:?}"
            );
        }
    }
}

#[test]
fn the_directory_holds_the_whole_registry() {
    let mut screen = Screen::english();
    screen.keys("v d");
    // As many entries as the lists of registry.yaml: bodies, people, countries, instruments, documents.
    assert_eq!(screen.counts(), [158, 7, 195, 67, 49]);
    screen.keys("5");
    assert_eq!(screen.at(), 5);
}

#[test]
fn contributions_outcomes_and_remarks_have_a_board() {
    let mut screen = Screen::english();
    screen.keys("v b f r <c21> enter");
    assert_eq!(
        screen.rows(1),
        ["c21:con/kwt", "c21:con/tun", "c21:con/are"]
    );
    // 14 outcomes; one view and eight notes.
    assert_eq!(screen.counts(), [3, 14, 9]);
}

#[test]
fn a_board_is_as_one_left_it() {
    let mut screen = Screen::english();
    screen.keys("j j v d 4 j j j v v");
    assert_eq!(screen.in_hand(), "c21:eg-itrs");
    screen.keys("v d");
    assert_eq!(screen.at(), 4);
    assert_eq!(screen.app.board().unwrap().panes[3].selected, 3);
}

#[test]
fn every_kind_of_record_stands_in_some_pane() {
    let mut screen = Screen::english();
    screen.keys("a");
    let mut listed = 0;
    for (keys, _) in [
        ("v v", 0),
        ("v o", 0),
        ("v b", 0),
        ("v c", 0),
        ("v f", 0),
        ("v d", 0),
    ] {
        screen.keys(keys);
        listed += screen.counts().iter().sum::<usize>();
    }
    assert_eq!(listed, screen.library().len());
    for kind in Kind::ALL {
        let (board, pane) = BoardKind::of(kind);
        assert!(BoardKind::ALL.contains(&board) && pane < 5, "{kind:?}");
    }
}
