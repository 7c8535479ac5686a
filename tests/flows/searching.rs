//! The search as one types, going there, and coming back.

use crate::harness::Screen;
use majlis::report::Language;

#[test]
fn results_are_there_as_one_types_best_first() {
    let mut screen = Screen::arabic();
    screen.keys("/");
    assert_eq!(screen.layer(), "search");
    assert!(screen.shows("اكتب كلمة أو رقماً أو رمز وثيقة"));
    assert_eq!(screen.in_hand(), "");
    screen.keys("<شهيرة>");
    // Her nomination comes first, she herself before the paragraphs that only tell of her.
    let hits = screen.hits();
    assert_eq!(hits[0], "c21:nom/selim");
    let place = |id: &str| hits.iter().position(|hit| hit == id).unwrap();
    assert!(place("selim") < place("c21:s3/p3"), "{hits:?}");
    screen.keys("ctrl-u <زززززز>");
    assert!(screen.shows("لا شيء يطابق هذا."));
}

#[test]
fn a_result_carries_its_kind_its_report_and_what_matched() {
    let mut screen = Screen::english();
    screen.keys("/ <itrs group>");
    assert_eq!(screen.hits()[0], "c21:eg-itrs");
    assert!(
        screen.shows_in(screen.app.seen().layer.area, "item c21:eg-itrs"),
        "{}",
        screen.text().join("\n")
    );
}

#[test]
fn enter_goes_there_board_pane_row_and_detail() {
    let mut screen = Screen::english();
    screen.keys("/ <fig/unit>");
    assert_eq!(screen.hits()[0], "c21:fig/unit");
    screen.keys("enter");
    assert_eq!(screen.board(), "Figures");
    assert_eq!(
        (screen.at(), screen.in_hand().as_str()),
        (0, "c21:fig/unit")
    );
    assert_eq!(screen.row(1), "c21:fig/unit");
    // A nomination: its item is chosen beside it.
    screen.keys("/ <Bilal> enter");
    let found = screen.in_hand();
    if found == "bilal" {
        screen.keys("/ <nom/bilal> enter");
    }
    assert_eq!(screen.board(), "Council");
    assert_eq!(
        (screen.at(), screen.in_hand().as_str()),
        (0, "c21:nom/bilal")
    );
    assert_eq!(
        (screen.row(1).as_str(), screen.row(3).as_str()),
        ("c21:6", "c21:nom/bilal")
    );
    screen.keys("esc");
    assert_eq!(
        (screen.at(), screen.in_hand().as_str()),
        (3, "c21:nom/bilal")
    );
}

#[test]
fn a_record_outside_the_filters_lifts_them_and_says_so() {
    let mut screen = Screen::english();
    screen.keys("f r <c26> enter / <c21:27> enter");
    assert_eq!(screen.in_hand(), "c21:27");
    assert_eq!(screen.filters(), [""; 0]);
    assert_eq!(screen.message(), "Filters lifted to show the record");
}

#[test]
fn a_record_without_an_item_lifts_the_link_and_says_so() {
    let mut screen = Screen::english();
    // The chair of the working group is nominated under no item.
    screen.keys("/ <nom/benhajji> enter");
    assert_eq!(screen.in_hand(), "c21:nom/benhajji");
    assert!(!screen.app.linked);
    assert_eq!(screen.message(), "The panes show everything in scope");
}

#[test]
fn escape_gives_back_exactly_where_one_was() {
    for keys in [
        "j j j",
        "a 3 j j",
        "f c <Kuwait> enter j",
        "v o j*20",
        // In the detail, read on and with a link in hand.
        "j j enter j j j",
        "v d 4 j*40 enter j*10",
        "/ <c26:res-191> enter pagedown j",
    ] {
        for (width, height) in [(140, 40), (20, 5)] {
            let mut screen = Screen::sized(majlis::report::Language::English, width, height);
            screen.keys(keys);
            let before = (
                screen.text(),
                screen.app.reading,
                screen.rows(1),
                screen.at(),
            );
            screen.app.message = None;
            screen.draw();
            let shown = screen.text();
            for away in [
                "/",
                "/ <plenipotentiary> down down",
                "/ <c26:res-191>",
                "?",
                ":",
                "f c",
            ] {
                screen.keys(away);
                assert_ne!(screen.layer(), "");
                screen.keys("esc");
                assert_eq!(screen.layer(), "", "{keys} {away}");
                assert_eq!(
                    (screen.app.reading, screen.rows(1), screen.at()),
                    (before.1, before.2.clone(), before.3),
                    "{keys}, then {away} at {width}×{height}"
                );
                assert_eq!(
                    screen.text(),
                    shown,
                    "{keys}, then {away} at {width}×{height}"
                );
            }
        }
    }
}

#[test]
fn what_is_found_is_read_beside_the_results_from_its_beginning() {
    let mut screen = Screen::english();
    // Read far down in a long record first.
    screen.keys("/ <c26:res-191> enter G");
    assert!(screen.app.reading.scroll > 0);
    screen.keys("/ <c24:ai>");
    assert_eq!(screen.hits()[0], "c24:ai");
    let title = screen
        .library()
        .title(screen.key("c24:ai"), majlis::report::Language::English);
    let first: String = title.split(' ').take(2).collect::<Vec<_>>().join(" ");
    assert!(
        screen.shows_in(screen.detail(), &first),
        "{}",
        screen.text().join("\n")
    );
}

#[test]
fn arrows_choose_among_the_results_and_stop_at_the_ends() {
    let mut screen = Screen::english();
    screen.keys("/ <Kuwait>");
    let hits = screen.hits();
    assert!(hits.len() > 4);
    screen.keys("up");
    assert_eq!(screen.in_hand(), hits[0]);
    screen.keys("down ctrl-n tab");
    assert_eq!(screen.in_hand(), hits[3]);
    screen.keys("ctrl-p backtab");
    assert_eq!(screen.in_hand(), hits[1]);
    screen.keys("pagedown*50");
    assert_eq!(&screen.in_hand(), hits.last().unwrap());
    screen.keys("down pageup*50");
    assert_eq!(screen.in_hand(), hits[0]);
    // Enter without a result stays where one was.
    screen.keys("ctrl-u <zzzzzz> enter");
    assert_eq!((screen.layer(), screen.in_hand().as_str()), ("", "c21:52"));
}

#[test]
fn the_search_opens_anew_from_where_it_led() {
    let mut screen = Screen::english();
    screen.keys("/ <c24:ai> enter / <c21:27> enter");
    assert_eq!(screen.in_hand(), "c21:27");
    screen.keys("[");
    assert_eq!(screen.in_hand(), "c24:ai");
    screen.keys("[");
    assert_eq!(screen.in_hand(), "c21:52");
}

#[test]
fn a_paste_is_searched_as_one_line() {
    let mut screen = Screen::english();
    screen.keys("/");
    screen.app.paste("c21:eg-\nitrs");
    screen.draw();
    assert_eq!(screen.typed(), "c21:eg- itrs");
    screen.keys("ctrl-u");
    screen.app.paste("nom/selim\u{1b}[31m");
    screen.draw();
    assert_eq!(screen.typed(), "nom/selim");
    // Without a line to type in it goes nowhere.
    screen.keys("esc");
    screen.app.paste("q");
    screen.draw();
    assert_eq!((screen.layer(), screen.request()), ("", None));
}

#[test]
fn fields_are_completed_and_narrow_as_one_types() {
    let mut screen = Screen::english();
    screen.keys("/ <kind:nom>");
    assert!(screen.shows("kind:nom") && screen.shows("nomination"));
    screen.keys("tab");
    assert_eq!(screen.typed(), "kind:nomination");
    let nominations = screen
        .library()
        .of_kind(majlis::report::Kind::Nomination)
        .len();
    assert!(screen.shows(&format!("{nominations} records")));
    screen.keys("< by:kuwait>");
    assert_eq!(screen.hits(), ["c21:nom/bilal"]);
    // In Arabic the name of the field and its value are Arabic.
    let mut screen = Screen::arabic();
    screen.keys("/ <حال> tab <متفق> tab");
    assert_eq!(screen.typed(), "حالة:\"متفق عليه\"");
    assert!(!screen.hits().is_empty());
    // Where nothing is to complete, Tab goes down as ever.
    screen.keys("ctrl-u <مباني المقر>");
    let second = screen.hits()[1].clone();
    screen.keys("tab");
    assert_eq!(screen.in_hand(), second);
}

#[test]
fn what_was_not_read_as_typed_is_said_quietly() {
    let mut screen = Screen::english();
    screen.keys("/").type_in("\"outer space");
    assert_eq!(screen.hits()[0], "c24:outer-space");
    assert!(screen.shows("the quote is not closed"));
    screen.keys("ctrl-u").type_in("hgl[gs");
    assert!(screen.shows("read as"));
    assert!(!screen.hits().is_empty());
    screen.keys("ctrl-u").type_in("status:xyz");
    assert!(screen.shows("no status"));
}

/// The rows of the first result, and the signs of them that are marked as a match, row by row.
fn marked_of_first(screen: &Screen) -> Vec<String> {
    let area = screen.app.seen().layer.area;
    let hits = screen.hits();
    let text = screen.text_in(area);
    let row = |y: u16| &text[usize::from(y - area.y)];
    let rows = area.y..area.y + area.height;
    let second = hits.get(1).map(String::as_str).unwrap_or("\u{0}");
    let end = rows.clone().skip(1).find(|y| row(*y).contains(second));
    (area.y..end.unwrap_or(rows.end))
        .map(|y| {
            let cells = (area.x..area.x + area.width).filter_map(|x| screen.buffer.cell((x, y)));
            let is_match = |cell: &&ratatui::buffer::Cell| {
                cell.modifier.contains(ratatui::style::Modifier::UNDERLINED)
            };
            cells
                .filter(is_match)
                .map(|cell| cell.symbol().to_owned())
                .collect()
        })
        .collect()
}

/// Beside a label of the interface what was met in the other language is set apart: the label stands where
/// the lines of the interface begin.
#[test]
fn a_label_stands_where_the_lines_of_the_interface_begin() {
    let rows = |language: Language, keys: &str| {
        let mut screen = Screen::sized(language, 80, 24);
        screen.keys(keys);
        screen.text_in(screen.app.seen().layer.area)
    };
    let arabic = rows(Language::Arabic, "/ <kuwait>");
    let of_state = arabic
        .iter()
        .find_map(|row| row.split_once("State of Kuwait"));
    let (left, right) = of_state.unwrap_or_else(|| panic!("{}", arabic.join("\n")));
    assert!(
        !left.contains(':') && right.trim_start().starts_with(':'),
        "{left}|{right}"
    );
    let english = rows(Language::English, "/ <نائب الأمينة>");
    let held = english.iter().find(|row| row.contains("Held by"));
    let held = held.unwrap_or_else(|| panic!("{}", english.join("\n")));
    let begins = held.trim_start_matches(|ch: char| !ch.is_alphabetic());
    assert!(begins.starts_with("Held by: "), "{held}");
}

/// A record that is found shows its match, whole, however narrow the screen is.
#[test]
fn a_match_far_behind_in_a_text_is_within_sight() {
    for (width, height) in [(80, 24), (43, 17), (40, 12)] {
        let mut screen = Screen::sized(Language::English, width, height);
        screen.keys("/ <cyber securty> down");
        let marked = marked_of_first(&screen).concat();
        assert!(
            marked.to_lowercase().contains("cybersecurity"),
            "{width}x{height}: {marked}\n{}",
            screen.text().join("\n")
        );
        // The words stand far behind in the titles of the item that is found.
        let mut screen = Screen::sized(Language::English, width, height);
        screen.keys("/ <electoral process> down");
        assert_eq!(screen.hits()[0], "c21:11");
        let marked = marked_of_first(&screen).concat();
        assert!(marked.contains("electoral"), "{width}x{height}: {marked}");
        let mut screen = Screen::sized(Language::Arabic, width, height);
        screen.keys("/ <العملية الانتخابية> down");
        assert_eq!(screen.hits()[0], "c21:11");
        let marked: usize = marked_of_first(&screen)
            .iter()
            .map(|row| row.chars().count())
            .sum();
        // The letters of both words; lam-alef takes one cell.
        assert!(marked >= 7 + 9, "{width}x{height}");
    }
}

/// Whatever is asked, what is marked is a match, and no ellipsis.
#[test]
fn an_ellipsis_is_no_match_and_a_first_result_with_evidence_shows_it() {
    let queries = include_str!("../answers/later.txt").lines();
    let queries = queries.chain(include_str!("../answers/fresh.txt").lines());
    let queries = queries.filter_map(|line| line.split_once('\t'));
    let queries: Vec<&str> = queries
        .map(|(query, _)| query)
        .filter(|query| !query.contains(['<', '>', '«']))
        .step_by(12)
        .collect();
    let mut shown = 0;
    for language in [Language::Arabic, Language::English] {
        for (width, height) in [(80, 24), (43, 17)] {
            let mut screen = Screen::sized(language, width, height);
            screen.keys("/");
            for query in &queries {
                screen.keys("ctrl-u").type_in(query);
                let app = &screen.app;
                let Some(majlis::app::Layer::Search(search)) = app.layer() else {
                    panic!("{query}");
                };
                let Some(key) = search.in_hand() else {
                    continue;
                };
                let library = app.library();
                let title = library.title(key, language);
                let mut marker = majlis::search::Marker::of(&search.query, &search.found.guesses);
                let met = majlis::app::snippet::met(library, key, &mut marker, &title, language);
                let marked = marked_of_first(&screen);
                let told = || {
                    format!(
                        "{query} {width}x{height}\n{marked:?}\n{}",
                        screen.text().join("\n")
                    )
                };
                assert!(marked.iter().all(|row| !row.contains('…')), "{}", told());
                if met.text.is_some() || !met.title.is_empty() {
                    shown += 1;
                    assert!(marked.iter().any(|row| !row.is_empty()), "{}", told());
                }
            }
        }
    }
    assert!(shown > 50, "{shown}");
}
