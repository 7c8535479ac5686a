//! A library with something wrong in it: the rest is there, and the screen says what is missing.

use std::sync::Arc;

use majlis::app::Shelf;
use majlis::library::{Library, Source};
use majlis::report::Language;
use majlis::script::Form;

use crate::harness::Screen;

/// A library of one report, with what surrounds it.
pub fn library(report: &'static str) -> Arc<Shelf> {
    Arc::new(Shelf::new(Library::from_sources(vec![Source::text(
        "x.yaml", report,
    )])))
}

/// A good report beside one that is no YAML, and one with a dangling key.
fn broken() -> Arc<Shelf> {
    Arc::new(Shelf::new(Library::from_sources(vec![
        Source::text(
            "good.yaml",
            "report: {id: good, kind: group-report, title: {en: Good, ar: سليم}}\nitems:\n  - {id: one, title: {en: First item, ar: البند الأول}}\n",
        ),
        Source::text("bad.yaml", "report: [\n\u{1b}[31m\n"),
    ])))
}

#[test]
fn the_rest_is_there_and_the_screen_says_what_is_missing() {
    for language in [Language::Arabic, Language::English] {
        let mut screen = Screen::new(broken(), language, Form::Visual, (140, 40));
        assert_eq!(
            screen.rows(1),
            ["good:one"],
            "{:?}",
            screen.library().problems()
        );
        // The unclosed bracket, and the control character.
        assert_eq!(screen.library().problems().len(), 2);
        assert!(screen.header().contains('!'), "{}", screen.header());
        screen.keys("!");
        assert_eq!(screen.layer(), "problems");
        assert!(screen.shows("bad.yaml"), "{}", screen.text().join("\n"));
        // Nothing of the file reaches the terminal as a control.
        assert!(screen.text().iter().all(|row| !row.contains('\u{1b}')));
        screen.keys("enter");
        assert_eq!(screen.layer(), "");
        assert_eq!(screen.in_hand(), "good:one");
    }
}

#[test]
fn a_problem_can_be_read_whole_at_every_size() {
    for (width, height) in [(140, 40), (80, 24), (40, 12)] {
        let mut screen = Screen::new(broken(), Language::English, Form::Visual, (width, height));
        screen.keys("!");
        let problem = screen.library().problems()[0].clone();
        let mut seen = String::new();
        for _ in 0..40 {
            seen.push_str(&screen.text().join(" "));
            screen.keys("down");
        }
        for word in problem.what.en.split(' ').chain(["bad.yaml"]) {
            assert!(
                seen.contains(word),
                "{word} at {width}×{height}\n{}",
                screen.text().join("\n")
            );
        }
    }
}

#[test]
fn with_no_report_at_all_every_board_stands() {
    let empty = Arc::new(Shelf::new(Library::from_sources(Vec::new())));
    for language in [Language::Arabic, Language::English] {
        let mut screen = Screen::new(Arc::clone(&empty), language, Form::Visual, (140, 40));
        assert!(
            screen.shows(match language {
                Language::Arabic => "لا شيء من هذا في التقارير المفتوحة",
                Language::English => "The open reports have none",
            }),
            "{}",
            screen.text().join("\n")
        );
        for keys in [
            "v o",
            "v b",
            "v c",
            "v f",
            "v d",
            "v v",
            "enter",
            "j",
            "k",
            "G",
            "g",
            "esc",
            "a",
            "a",
            "[",
            "]",
            "/ <x> enter",
            "f r enter",
            "f c enter",
            "f b enter",
            "f s enter",
            "! enter",
            "pagedown",
            "left",
            "right",
            "tab",
            "z",
            "d",
            "i",
        ] {
            screen.keys(keys);
        }
        assert_eq!(screen.in_hand(), "");
    }
}

#[test]
fn a_title_with_controls_and_overrides_is_only_text() {
    let shelf = library(
        "report: {id: x, kind: group-report, title: {en: T, ar: ت}}\nitems:\n  - {id: one, title: {en: \"a\\u202Eb\\e[2Jc\\u2066d\", ar: \"ا\\u202Eب\\aج\"}}\n",
    );
    for language in [Language::Arabic, Language::English] {
        for form in [Form::Visual, Form::Off] {
            let mut screen = Screen::new(Arc::clone(&shelf), language, form, (80, 24));
            screen.keys("enter");
            for row in screen.text() {
                assert!(
                    !row.chars().any(|sign| sign.is_control()
                        || ('\u{202A}'..='\u{202E}').contains(&sign)
                        || ('\u{2066}'..='\u{2069}').contains(&sign)),
                    "{row:?}"
                );
            }
        }
    }
}

#[test]
fn an_empty_pane_says_that_something_could_not_be_read() {
    // One slip, and nothing of the report is there.
    let slip = library("report: {id: x, kind: group-reprot, title: {en: X}}\n");
    let mut screen = Screen::new(slip, Language::English, Form::Visual, (140, 40));
    assert_eq!(screen.counts(), [0, 0, 0, 0]);
    let said = "The open reports have none. 1 problem in the files: press !";
    let pane: Vec<String> = screen.text_in(screen.pane(1));
    let words = pane.join(" ");
    let words: Vec<&str> = words.split_whitespace().collect();
    assert!(words.join(" ").contains(said), "{words:?}");
    screen.keys("!");
    assert_eq!(screen.offered().len(), 1);
}
