//! A large library while it is read: the bar, what it says, and how it is put away.

use std::sync::Arc;
use std::time::Duration;

use majlis::app::Shelf;
use majlis::app::loading::Progress;
use majlis::library::{Library, Source};
use majlis::report::Language;
use majlis::script::Form;
use majlis::view::question;

use crate::harness::{Screen, built_in, painted};

fn quarter() -> Progress {
    Progress {
        files: 250,
        of_files: 1000,
        records: 312,
        bytes: 100,
        of_bytes: 400,
        took: Duration::from_secs(3),
    }
}

fn loading(language: Language, width: u16, height: u16) -> Screen {
    let mut screen = Screen::sized(language, width, height);
    screen.app.has_loaded(Some(quarter()));
    screen.draw();
    screen
}

fn footer(screen: &Screen) -> String {
    screen.text().pop().unwrap()
}

/// How many cells of the bar are filled, and how many it has.
fn bar(screen: &Screen) -> (usize, usize) {
    let row = footer(screen);
    let count = |sign| row.chars().filter(|letter| *letter == sign).count();
    (count('█'), count('█') + count('░'))
}

#[test]
fn the_bar_tells_files_records_and_the_time_that_is_left() {
    let screen = loading(Language::English, 140, 40);
    assert_eq!(bar(&screen), (8, 32));
    let told = "░ 250 of 1,000 files · 312 records · 9 s left · Esc to the background";
    assert!(footer(&screen).contains(told), "{}", footer(&screen));
    // In Arabic it begins at the right.
    let screen = loading(Language::Arabic, 140, 40);
    assert_eq!(bar(&screen), (8, 32));
    assert!(
        footer(&screen).ends_with("░████████"),
        "{}",
        footer(&screen)
    );
    for said in [
        "250 من 1,000 ملف",
        "312 سجلاً",
        "المتبقي 9 ثوانٍ",
        "إلى الخلفية",
    ] {
        assert!(footer(&screen).contains(&painted(said)), "{said}");
    }
}

/// A count that still goes up says so, and no longer when all is there.
#[test]
fn what_is_found_meanwhile_is_what_is_found_so_far() {
    for (language, so_far) in [
        (Language::English, "records so far"),
        (Language::Arabic, "حتى الآن"),
    ] {
        let mut screen = loading(language, 140, 40);
        screen.keys("/ <27>");
        let shown = |screen: &Screen| screen.shows(so_far);
        assert!(shown(&screen), "{so_far}");
        screen.app.has_loaded(None);
        screen.draw();
        assert!(!shown(&screen), "{so_far}");
    }
}

/// Who is asked which form reads right still sees how far it is read.
#[test]
fn the_question_stands_above_the_bar() {
    let mut screen = loading(Language::English, 80, 24);
    assert!(screen.app.shows_progress());
    question::draw(&mut screen.buffer, 1);
    assert!(bar(&screen).1 > 0);
    let rows = screen.text();
    assert!(rows[18].starts_with("───"), "{}", rows[18]);
    assert!(rows[22].trim_start().starts_with('3'), "{}", rows[22]);
    screen.keys("esc");
    assert!(!screen.app.shows_progress());
}

#[test]
fn on_a_narrow_screen_the_bar_keeps_room_and_the_first_figures() {
    let screen = loading(Language::English, 60, 20);
    let (filled, whole) = bar(&screen);
    assert!(whole >= 8 && filled == whole / 4, "{}", footer(&screen));
    assert!(footer(&screen).contains("250 of 1,000 files · 312 records"));
    let screen = loading(Language::English, 20, 8);
    assert!(bar(&screen).1 >= 8);
}

#[test]
fn escape_leaves_it_to_the_background_where_nothing_else_is_to_be_closed() {
    let mut screen = loading(Language::English, 140, 40);
    screen.keys("j enter esc");
    assert!(bar(&screen).1 > 0, "the detail was closed, not the bar");
    screen.keys("/ <27> esc");
    assert!(bar(&screen).1 > 0, "the search was closed");
    screen.keys("f");
    assert_eq!(bar(&screen).1, 0, "what f can come to is shown");
    screen.keys("esc");
    assert!(bar(&screen).1 > 0);
    let in_hand = screen.in_hand();
    screen.keys("esc");
    assert_eq!(bar(&screen).1, 0);
    assert_eq!(screen.message(), "Reading goes on in the background");
    assert!(screen.header().ends_with("25% read"), "{}", screen.header());
    screen.keys("j k");
    assert!(footer(&screen).contains("search"), "the hints are back");
    assert_eq!(screen.in_hand(), in_hand);
    // The sign goes on, and goes away with the end.
    screen.app.has_loaded(Some(Progress {
        bytes: 200,
        ..quarter()
    }));
    screen.draw();
    assert!(screen.header().ends_with("50% read"));
    assert_eq!(bar(&screen).1, 0);
    screen.app.has_loaded(None);
    screen.draw();
    assert!(!screen.header().contains('%'));
}

#[test]
fn a_message_is_seen_before_the_bar() {
    let mut screen = loading(Language::English, 140, 40);
    screen.keys("f x");
    assert_eq!(screen.message(), "No filter to remove");
    assert!(footer(&screen).contains("No filter to remove"));
    screen.keys("j");
    assert!(bar(&screen).1 > 0);
}

#[test]
fn from_nothing_to_all_of_it_while_one_looks() {
    let nothing = Arc::new(Shelf::new(Library::from_sources(Vec::new())));
    for language in [Language::Arabic, Language::English] {
        let mut screen = Screen::new(Arc::clone(&nothing), language, Form::Visual, (80, 24));
        screen.app.has_loaded(Some(Progress {
            files: 0,
            records: 0,
            bytes: 0,
            ..quarter()
        }));
        screen.draw();
        let reading = match language {
            Language::Arabic => "تجري قراءة الملفات…",
            Language::English => "The files are being read…",
        };
        assert!(screen.shows(reading));
        // One can search while nothing is there, and what one typed is answered as it comes.
        screen.keys("/ <selim>");
        assert!(screen.hits().is_empty());
        let registry: Vec<Source> = Source::built_in()
            .into_iter()
            .filter(|source| source.name.contains("registry"))
            .collect();
        screen.replace(&Arc::new(Shelf::new(Library::from_sources(registry))));
        let few = screen.hits().len();
        assert!(few > 0);
        screen.replace(&built_in());
        screen.app.has_loaded(None);
        screen.draw();
        assert!(screen.hits().len() > few);
        let mut whole = Screen::new(built_in(), language, Form::Visual, (80, 24));
        whole.keys("/ <selim>");
        assert_eq!(screen.hits(), whole.hits());
        screen.keys("esc");
        whole.keys("esc");
        assert_eq!(screen.text(), whole.text());
    }
}

#[test]
fn where_nothing_is_found_as_yet_it_is_said_that_it_is_still_read() {
    for (language, yet, ever) in [
        (
            Language::English,
            "Nothing so far: still reading the files",
            "Nothing matches. Try fewer or shorter words",
        ),
        (
            Language::Arabic,
            "لا نتيجة حتى الآن، وما زالت الملفات تُقرأ",
            "لا شيء يطابق هذا. جرّب كلمات أقل أو أقصر",
        ),
    ] {
        let mut screen = loading(language, 140, 40);
        screen.keys("esc / <qqqqxyz>");
        assert!(screen.shows(yet) && !screen.shows(ever));
        screen.app.has_loaded(None);
        screen.draw();
        assert!(screen.shows(ever) && !screen.shows(yet));
    }
}
