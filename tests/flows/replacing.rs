//! Another state of the library while one looks: what is in hand, typed and narrowed stays.

use std::sync::{Arc, OnceLock};

use majlis::app::key::Press;
use majlis::app::{Focus, Shelf};
use majlis::library::{Library, Source};
use majlis::report::Language;
use majlis::script::Form;
use proptest::prelude::*;

use crate::harness::{Screen, built_in};

const REGISTRY: &str = "\
bodies:
  - {id: x, name: {ar: المجلس, en: Council}, kind: conference}
  - {id: y, name: {ar: المكتب, en: Bureau}, kind: conference}
";

/// An item about lamps, with what else is said of it.
fn item(number: usize, more: &str) -> String {
    format!(
        "  - {{id: \"{number}\", number: [\"{number}\"], title: {{ar: المصباح {number}, \
         en: Lamp {number}}}, position: {{stance: support, status: agreed, text: {{en: \
         Lamp {number} stays}}}}{more}}}\n"
    )
}

/// A report of these items, and sections of as many numbers.
fn report(id: &str, items: impl IntoIterator<Item = String>) -> Source {
    let items: Vec<String> = items.into_iter().collect();
    let sections: String = (1..=items.len())
        .map(|n| format!("  - {{id: s{n}, number: \"{n}\", title: {{en: Section {n} of {id}}}}}\n"))
        .collect();
    let text = format!(
        "report: {{id: {id}, kind: group-report, title: {{ar: تقرير {id}, en: Report {id}}}}}\n\
         items:\n{}sections:\n{sections}",
        items.concat()
    );
    Source::text(format!("{id}.yaml"), text)
}

fn shelf(reports: Vec<Source>) -> Arc<Shelf> {
    let registry = Source::text("registry.yaml", REGISTRY);
    let library = Library::from_sources(reports.into_iter().chain([registry]).collect());
    Arc::new(Shelf::new(library))
}

/// Forty items.
fn forty() -> Arc<Shelf> {
    shelf(vec![report("m", (1..=40).map(|n| item(n, "")))])
}

/// The same behind another report of five.
fn more() -> Arc<Shelf> {
    shelf(vec![
        report("a", (1..=5).map(|n| item(n, ""))),
        report("m", (1..=40).map(|n| item(n, ""))),
    ])
}

/// The forty without some of them.
fn without(gone: &[usize]) -> Arc<Shelf> {
    let left = (1..=40).filter(|n| !gone.contains(n));
    shelf(vec![report("m", left.map(|n| item(n, "")))])
}

fn screen(shelf: &Arc<Shelf>) -> Screen {
    Screen::new(
        Arc::clone(shelf),
        Language::English,
        Form::Visual,
        (140, 40),
    )
}

/// How many rows stand above the one in hand in the pane in use.
fn above(screen: &Screen) -> usize {
    let board = screen.app.board().unwrap();
    let pane = &board.panes[board.pane];
    pane.selected - pane.offset
}

#[test]
fn the_row_in_hand_stays_in_hand_and_where_it_was_on_the_screen() {
    let mut screen = screen(&forty());
    screen.keys("j*20 k*2");
    let rows = above(&screen);
    assert!(rows > 0 && rows < 18, "{rows}");
    screen.replace(&more());
    assert_eq!(screen.in_hand(), "m:19");
    assert_eq!(screen.app.board().unwrap().panes[0].selected, 5 + 18);
    assert_eq!(above(&screen), rows);
    assert_eq!(screen.row(2), "m:19/position");
    screen.replace(&forty());
    assert_eq!((screen.in_hand().as_str(), above(&screen)), ("m:19", rows));
}

#[test]
fn where_it_is_gone_the_nearest_row_that_remains_is_in_hand() {
    for (keys, gone, in_hand) in [
        ("j*10", vec![10, 11, 12], "m:13"),
        ("j*11", vec![9, 10, 11, 12], "m:13"),
        ("j*9", vec![10, 11, 12], "m:9"),
        ("G", vec![39, 40], "m:38"),
        ("", vec![1, 2], "m:3"),
        ("j*4", (1..=40).collect(), ""),
    ] {
        let mut screen = screen(&forty());
        screen.keys(keys).replace(&without(&gone));
        assert_eq!(screen.in_hand(), in_hand, "{keys} {gone:?}");
        assert_eq!(screen.message(), "");
    }
}

#[test]
fn what_changed_is_shown_as_it_is_now() {
    let mut screen = screen(&forty());
    screen.keys("j*2 enter");
    assert!(screen.shows_in(screen.detail(), "Lamp 3"));
    let changed = (1..=40).map(|n| match n {
        3 => item(n, "").replace("Lamp 3", "Lantern 3"),
        _ => item(n, ""),
    });
    screen.replace(&shelf(vec![report("m", changed)]));
    assert_eq!((screen.in_hand().as_str(), screen.at()), ("m:3", 0));
    assert!(screen.shows_in(screen.detail(), "Lantern 3"));
    assert!(!screen.shows_in(screen.detail(), "Lamp 3"));
}

#[test]
fn the_link_in_hand_is_the_one_to_the_same_record() {
    let with = |refs: &str| {
        shelf(vec![report(
            "m",
            [item(1, &format!(", refs: [{refs}]")), item(2, "")],
        )])
    };
    let mut screen = screen(&with("y"));
    screen.keys("enter");
    while screen.app.reading.link.is_none() {
        screen.keys("j");
    }
    assert_eq!(screen.app.reading.link, Some(0));
    screen.replace(&with("x, y"));
    assert_eq!(screen.app.reading.link, Some(1));
    screen.keys("enter");
    assert_eq!(screen.in_hand(), "y");
}

#[test]
fn a_record_that_is_gone_while_it_is_read_is_told() {
    let mut screen = screen(&forty());
    screen.keys("j*6 enter").replace(&without(&[7]));
    assert_eq!(screen.app.focus, Focus::Panes);
    assert_eq!(screen.in_hand(), "m:8");
    assert_eq!(
        screen.message(),
        "The record that was shown is no longer there"
    );
}

#[test]
fn the_way_back_leads_past_what_is_gone() {
    let mut screen = screen(&forty());
    screen.keys("j*2 enter esc j*2 enter esc j*2 enter");
    assert_eq!(screen.in_hand(), "m:7");
    screen.replace(&without(&[5]));
    screen.keys("[");
    assert_eq!(screen.in_hand(), "m:3");
    screen.keys("]");
    assert_eq!(screen.in_hand(), "m:7");
}

#[test]
fn a_search_keeps_its_text_its_undo_and_the_hit_in_hand() {
    let mut screen = screen(&forty());
    screen.keys("/ <lamp> down*3 left*2");
    let hit = screen.in_hand();
    assert!(hit.starts_with("m:"));
    screen.replace(&more());
    assert_eq!((screen.typed().as_str(), screen.in_hand()), ("lamp", hit));
    // What is new is among what was found: five items and their positions.
    assert!(screen.shows("90 records"), "{:#?}", screen.text());
    screen.keys("<s>");
    assert_eq!(screen.typed(), "lasmp");
    screen.keys("ctrl-_ ctrl-_");
    assert_eq!(screen.typed(), "");
}

#[test]
fn a_hit_that_is_gone_leaves_its_neighbour_in_hand() {
    let mut screen = screen(&forty());
    screen.keys("/ <lamp> down*3");
    let hits = screen.hits();
    let number: usize = hits[3][2..].split('/').next().unwrap().parse().unwrap();
    screen.replace(&without(&[number]));
    assert_eq!(screen.in_hand(), hits[4]);
}

#[test]
fn filters_stay_on_what_they_name_and_lists_to_pick_from_are_made_anew() {
    let mut screen = screen(&forty());
    screen.keys("f r enter");
    assert_eq!(screen.filters(), ["report: m"]);
    screen.replace(&more());
    assert_eq!(screen.filters(), ["report: m"]);
    assert_eq!(screen.counts()[0], 40);
    screen.keys("f f");
    assert_eq!(screen.layer(), "unfilter");
    screen.keys("enter");
    assert!(screen.filters().is_empty());
    assert_eq!(screen.counts()[0], 45);

    screen.keys("f r down");
    assert_eq!(screen.offered(), ["Report a", "Report m"]);
    let three = shelf(vec![
        report("a", (1..=5).map(|n| item(n, ""))),
        report("b", [item(1, "")]),
        report("m", (1..=40).map(|n| item(n, ""))),
    ]);
    screen.replace(&three);
    assert_eq!(screen.offered(), ["Report a", "Report b", "Report m"]);
    screen.keys("enter");
    assert_eq!(screen.filters(), ["report: m"]);
    // The report is gone, and the filter with it.
    screen.replace(&shelf(vec![report("a", [item(1, "")])]));
    assert!(screen.filters().is_empty());
    assert_eq!(screen.in_hand(), "a:1");
}

#[test]
fn problems_are_those_of_the_files_as_they_are() {
    let mut screen = screen(&forty());
    screen.keys("!");
    assert_eq!(screen.offered().len(), 0);
    let broken = shelf(vec![
        Source::text("b.yaml", "report: ["),
        report("m", (1..=40).map(|n| item(n, ""))),
    ]);
    screen.replace(&broken);
    assert_eq!(screen.offered().len(), 1);
    assert!(screen.shows("b.yaml"));
    screen.replace(&forty());
    assert_eq!(screen.offered().len(), 0);
}

#[test]
fn a_board_that_is_not_on_the_screen_keeps_its_row_too() {
    let mut screen = screen(&forty());
    screen.keys("v o j*30");
    assert_eq!(screen.in_hand(), "m:s30");
    let rows = above(&screen);
    screen.keys("v v").replace(&more()).replace(&more());
    screen.keys("v o");
    assert_eq!((screen.in_hand().as_str(), above(&screen)), ("m:s30", rows));
}

/// Of two links to one record the one in hand stays in hand.
#[test]
fn each_link_of_a_record_stays_in_hand() {
    let texts = [
        (
            "registry.yaml",
            "countries: [{id: TUN, name: {en: Tunisia}}]\n",
        ),
        (
            "y.yaml",
            "report: {id: y, kind: group-report, title: {en: Y}}\n\
             items: [{id: '1', title: {en: One}}, {id: '2', title: {en: Two}}]\n\
             meetings:\n  - id: meet/m\n    title: {en: Call}\n    taken_up:\n\
             \x20     - {item: '1', minutes: 1, speakers: TUN}\n\
             \x20     - {item: '2', minutes: 1, speakers: TUN}\n",
        ),
    ];
    let shelf = || {
        let sources = texts.map(|(name, text)| Source::text(name, text));
        Arc::new(Shelf::new(Library::from_sources(sources.to_vec())))
    };
    let new = || Screen::new(shelf(), Language::English, Form::Visual, (80, 24));
    let (mut one, mut other) = (new(), new());
    for screen in [&mut one, &mut other] {
        screen.keys("/ <y:meet/m> enter");
    }
    // The first item, who spoke on it, the second item, the same.
    for link in 0..4 {
        one.keys("j");
        other.keys("j").replace(&shelf());
        assert_eq!(one.app.reading.link, Some(link));
        assert_eq!(other.app.reading.link, Some(link));
    }
}

/// Below a list of other records, or a form, the link in hand is that of the record one reads.
#[test]
fn the_link_in_hand_below_a_layer_stays() {
    for keys in [
        "enter down o",
        "enter down o l",
        "enter down ?",
        "enter down / <itu>",
    ] {
        for language in [Language::Arabic, Language::English] {
            let new = || Screen::new(built_in(), language, Form::Visual, (80, 24));
            let (mut one, mut other) = (new(), new());
            one.keys(keys).keys("esc");
            other.keys(keys).replace(again()).keys("esc");
            assert_eq!(one.app.reading.link, Some(0), "{keys}");
            assert_eq!(other.app.reading.link, Some(0), "{keys}");
        }
    }
}

/// What one may narrow to stands in the order of the other language as soon as that is turned to, and
/// not only when the library is read again.
#[test]
fn choices_stand_in_the_order_of_the_language_they_are_shown_in() {
    for keys in ["f b", "f c", "f r", "f s"] {
        for (language, more) in [
            (Language::Arabic, "f2"),
            (Language::English, "f2"),
            (Language::English, "f2 g"),
        ] {
            let mut screen = Screen::new(built_in(), language, Form::Visual, (80, 24));
            screen.keys(keys).keys(more);
            let before = screen.buffer.clone();
            screen.replace(again());
            assert_eq!(screen.buffer, before, "{keys} {more}");
        }
    }
}

/// The built-in reports, read once more.
fn again() -> &'static Arc<Shelf> {
    static SHELF: OnceLock<Arc<Shelf>> = OnceLock::new();
    SHELF.get_or_init(|| Arc::new(Shelf::new(Library::built_in())))
}

fn press() -> impl Strategy<Value = Press> {
    let keys = "j j j k h l g G 1 2 3 4 5 a d i z v v o b c f f r s x / / ? : ! [ ] enter enter enter esc \
        tab backtab backspace down down up home end pageup pagedown n m ت 2 7 ctrl-n f2 ctrl-left alt-b";
    let keys: Vec<Press> = keys
        .split_whitespace()
        .map(|name| Press::parse(name).unwrap())
        .collect();
    prop::sample::select(keys)
}

#[test]
fn the_same_library_read_again_leaves_the_detail_at_its_end() {
    let new = || Screen::new(built_in(), Language::Arabic, Form::Visual, (80, 24));
    let (mut one, mut other) = (new(), new());
    for screen in [&mut one, &mut other] {
        screen.keys("i 3 l end");
    }
    other.replace(again());
    assert_eq!(one.text(), other.text());
}

proptest! {
    #![proptest_config(crate::testing::cases(48))]

    /// The same library, read again, is the same to the eye: now, and with every key after.
    #[test]
    fn the_same_library_changes_nothing(
        arabic in any::<bool>(),
        before in prop::collection::vec(press(), 0..25),
        after in prop::collection::vec(press(), 0..25),
    ) {
        let language = if arabic { Language::Arabic } else { Language::English };
        let new = || Screen::new(built_in(), language, Form::Visual, (80, 24));
        let (mut one, mut other) = (new(), new());
        for press in before {
            one.press(press);
            other.press(press);
        }
        other.replace(again());
        prop_assert_eq!(&one.buffer, &other.buffer);
        prop_assert_eq!(one.cursor, other.cursor);
        for press in after {
            one.press(press);
            other.press(press);
            prop_assert_eq!(&one.buffer, &other.buffer);
            prop_assert_eq!(one.cursor, other.cursor);
        }
    }
}
