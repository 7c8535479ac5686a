//! The detail: its languages, its links, its pages.

use majlis::app::Sides;
use majlis::report::Language;

use crate::harness::Screen;

/// Of c21:27 in each language, words of the position that stand on one line.
const ARABIC: &str = "تؤيد المجموعة العربية";
const ENGLISH: &str = "The Arab group supports";

#[test]
fn the_detail_shows_one_language_the_other_or_both() {
    for (mut screen, own, other) in [
        (Screen::arabic(), ARABIC, ENGLISH),
        (Screen::english(), ENGLISH, ARABIC),
    ] {
        screen.keys("j enter");
        let shown = |screen: &Screen| {
            let detail = screen.detail();
            (screen.shows_in(detail, own), screen.shows_in(detail, other))
        };
        assert_eq!(shown(&screen), (true, false));
        screen.keys("d");
        assert_eq!(screen.app.sides, Sides::Both);
        assert_eq!(screen.message(), "Detail in both languages");
        assert_eq!(shown(&screen), (true, true));
        screen.keys("d");
        assert_eq!(shown(&screen), (false, true));
        screen.keys("d");
        assert_eq!(shown(&screen), (true, false));
    }
}

#[test]
fn both_languages_stand_side_by_side_where_there_is_room() {
    let mut screen = Screen::english();
    screen.keys("j enter d z");
    let rows = screen.text_in(screen.detail());
    let together = rows
        .iter()
        .find(|row| row.contains(ENGLISH))
        .unwrap_or_else(|| panic!("{}", rows.join("\n")));
    assert!(
        together.contains(&crate::harness::painted(ARABIC)),
        "{together}"
    );
}

#[test]
fn the_language_of_the_interface_toggles_at_any_time_and_keeps_the_place() {
    for key in ["i", "f2"] {
        let mut screen = Screen::arabic();
        screen.keys("j j 4 j");
        let before = (screen.in_hand(), screen.at(), screen.rows(4));
        screen.keys(key);
        assert_eq!(screen.app.language, Language::English);
        assert_eq!((screen.in_hand(), screen.at(), screen.rows(4)), before);
        assert!(screen.shows("Recommendations"));
        screen.keys(key);
        assert_eq!(screen.app.language, Language::Arabic);
        assert!(screen.shows("التوصيات"));
        assert_eq!((screen.in_hand(), screen.at(), screen.rows(4)), before);
    }
}

#[test]
fn the_language_toggles_within_a_layer_and_keeps_what_was_typed() {
    let mut screen = Screen::arabic();
    screen.keys("/ <الكويت> down down");
    let before = (screen.in_hand(), screen.typed(), screen.hits());
    screen.keys("f2");
    assert_eq!(screen.app.language, Language::English);
    assert_eq!((screen.in_hand(), screen.typed(), screen.hits()), before);
    assert!(screen.shows("Search"));
    // A letter that is a command elsewhere is typed here.
    screen.keys("<i>");
    assert_eq!(screen.app.language, Language::English);
    screen.keys("esc ? f2");
    assert_eq!(
        (screen.layer(), screen.app.language),
        ("help", Language::Arabic)
    );
    assert!(screen.shows("المساعدة"));
}

#[test]
fn a_page_in_the_detail_moves_by_lines_and_keeps_a_link_in_sight() {
    let mut screen = Screen::sized(Language::English, 80, 24);
    screen.keys("/ <c26:res-191> enter pagedown");
    let detail = screen.app.seen().detail.clone();
    assert_eq!(screen.app.reading.scroll, detail.fits - 1);
    if let Some(link) = screen.app.reading.link {
        let line = detail.links[link];
        assert!((detail.fits - 1..2 * detail.fits - 1).contains(&line));
    }
    screen.keys("G");
    let detail = screen.app.seen().detail.clone();
    let scroll = screen.app.reading.scroll;
    assert_eq!(scroll, detail.lines - detail.fits);
    // What Enter would follow is in sight.
    if let Some(link) = screen.app.reading.link {
        assert!(detail.links[link] >= scroll, "link {link} is out of sight");
    }
    screen.keys("g");
    assert_eq!(
        (screen.app.reading.scroll, screen.app.reading.link),
        (0, None)
    );
}

#[test]
fn after_a_page_without_links_the_next_ones_are_met_again() {
    // Wherever a page was jumped to, going on line by line takes up the links there.
    for (id, width, height) in [("c24:ai", 80, 24), ("c24:ai", 20, 5), ("c21:27", 40, 12)] {
        let mut screen = Screen::sized(Language::English, width, height);
        screen.keys("/").type_in(id).keys("enter");
        assert_eq!(screen.in_hand(), id);
        let lines = screen.app.seen().detail.lines;
        let count = screen.app.seen().detail.links.len();
        assert!(count > 0);
        // The links that are in hand on the way; each is in sight then.
        let met = |screen: &mut Screen, key: &str| {
            let mut met = Vec::new();
            for _ in 0..lines + count {
                screen.keys(key);
                let Some(link) = screen.app.reading.link else {
                    continue;
                };
                let (detail, scroll) = (&screen.app.seen().detail, screen.app.reading.scroll);
                assert!((scroll..scroll + detail.fits).contains(&detail.links[link]));
                met.push(link);
            }
            met
        };
        screen.keys("pagedown");
        assert_eq!(met(&mut screen, "j").last(), Some(&(count - 1)), "{id}");
        assert_eq!(met(&mut screen, "k").last(), Some(&0), "{id}");
        assert_eq!(screen.app.reading.scroll, 0, "{id}");
        screen.keys("G");
        assert_eq!(met(&mut screen, "k").last(), Some(&0), "{id}");
        assert_eq!(screen.app.reading.scroll, 0, "{id}");
    }
}

#[test]
fn enter_without_a_link_in_hand_stays() {
    let mut screen = Screen::english();
    screen.keys("j enter enter");
    assert_eq!((screen.in_hand().as_str(), screen.at()), ("c21:27", 0));
}

#[test]
fn a_record_in_one_language_says_that_the_other_is_missing() {
    let library = crate::broken::library(
        "report: {id: x, kind: group-report, title: {en: Only English}}\nitems:\n  - {id: one, title: {en: An item}, text: {en: Words in English}}\n",
    );
    let mut screen = Screen::new(
        library,
        Language::Arabic,
        majlis::script::Form::Visual,
        (140, 40),
    );
    screen.keys("enter");
    assert!(
        screen.shows("Words in English"),
        "{}",
        screen.text().join("\n")
    );
    assert!(
        screen.shows("(بالإنكليزية فقط)"),
        "{}",
        screen.text().join("\n")
    );
}

/// However little may follow a cursor that moves, what is in hand is shown as far as there is room when
/// it rests: at every size, wherever the list had to move on to.
#[test]
fn a_record_at_rest_fills_the_room_there_is() {
    for language in [Language::Arabic, Language::English] {
        for (width, height) in [
            (80, 24),
            (100, 30),
            (110, 34),
            (120, 36),
            (125, 38),
            (160, 45),
        ] {
            for keys in ["G", "j*8", "j*3", "g", "G k"] {
                let mut screen = Screen::sized(language, width, height);
                screen.keys("1").keys(keys);
                screen.app.rest();
                screen.draw();
                let detail = screen.app.seen().detail.clone();
                let place = format!("{language:?} {width}x{height} {keys}");
                let more = match language {
                    Language::Arabic => "عرض السجل كاملاً",
                    Language::English => "Enter shows the whole record",
                };
                assert!(!screen.shows_in(detail.area, more), "{place}");
                // All of it, or down to the last row.
                let rows = screen.text_in(detail.area);
                let filled = rows.iter().skip(1).filter(|row| {
                    let row = row.replace(['│', '┃', '█', '║', '▐', '▌'], "");
                    !row.trim().is_empty()
                });
                assert!(
                    detail.lines <= detail.fits || filled.count() + 8 >= detail.fits,
                    "{place}: {rows:?}"
                );
                // The next step sends little again.
                screen.keys(if keys == "g" { "j" } else { "k" });
                assert!(!screen.app.rests(), "{place}");
            }
        }
    }
}

/// Who follows a call presses nothing: the record of the item is there all the same.
#[test]
fn a_key_that_changes_nothing_leaves_a_record_at_rest() {
    let mut screen = Screen::sized(Language::English, 110, 34);
    screen.keys("1 G");
    assert!(screen.app.seen().brief);
    screen.app.rest();
    screen.draw();
    assert!(!screen.app.seen().brief);
    let full = screen.text();
    screen.keys("G esc");
    assert_eq!(screen.text(), full);
    screen.keys("k");
    assert!(screen.app.seen().brief);
    screen.keys("j");
    assert!(screen.app.seen().brief);
}
