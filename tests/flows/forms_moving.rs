//! Moving in forms, in histories and in a text of several lines.

use majlis::app::Layer;
use majlis::report::Language;

use crate::desk::{BOTH, desk, go};
use crate::harness::Screen;

/// Home and End, `g` and `G` go to the first and the last field, and the first and last line of a
/// history, through which `j` and `k` go; `/` narrows it.
#[test]
fn one_moves_in_forms_and_histories_as_in_lists() {
    for language in BOTH {
        let (_folder, mut screen) = desk(language);
        go(&mut screen, "c21:27/position");
        screen.keys("A D M e");
        let at = |screen: &crate::harness::Screen| {
            screen.app.layer().map_or(usize::MAX, Layer::selected)
        };
        let Some(Layer::Form(form)) = screen.app.layer() else {
            panic!("no form");
        };
        let last = form.rows.len() - 1;
        for (key, place) in [("end", last), ("home", 0), ("G", last), ("g", 0), ("j", 1)] {
            screen.keys(key);
            assert_eq!(at(&screen), place, "{key}");
        }
        screen.keys("esc H");
        assert_eq!((screen.layer(), at(&screen)), ("past", 0));
        for (key, place) in [("j", 1), ("j", 2), ("k", 1), ("G", 2), ("g", 0), ("end", 2)] {
            screen.keys(key);
            assert_eq!((screen.layer(), at(&screen)), ("past", place), "{key}");
        }
        // It undoes nothing there; narrowed, Enter takes what is left.
        screen.keys("u / <deferred> ");
        let Some(Layer::Past(picker)) = screen.app.layer() else {
            panic!("no history");
        };
        assert_eq!(picker.count(), 2);
        screen.keys("esc");
        assert_eq!(screen.layer(), "past");
        screen.keys("esc");
        assert_eq!(screen.layer(), "");
    }
}

#[test]
fn a_form_fills_the_screen_again_that_was_small_for_a_moment() {
    for language in BOTH {
        let (_folder, mut screen) = desk(language);
        screen.resize(80, 24);
        go(&mut screen, "c21:37");
        screen.keys("n r esc");
        // What is required stands on top, each with a sign.
        let required = |screen: &Screen| {
            let rows = screen.text();
            rows.iter().filter(|row| row.contains('*')).count()
        };
        let all = required(&screen);
        assert!(all > 0);
        screen.resize(40, 8).keys("j*9");
        assert_eq!(required(&screen), 0);
        screen.resize(80, 24);
        assert_eq!(required(&screen), all, "{:#?}", screen.text());
    }
}

/// In a text of several lines one key leads to its beginning and to its end, and what lies between can
/// be selected, by lines, by pages and as a whole; the help names these keys.
#[test]
fn one_goes_to_the_ends_of_a_text_of_several_lines() {
    for language in BOTH {
        let (_folder, mut screen) = desk(language);
        screen.resize(80, 24);
        go(&mut screen, "c21:27/position");
        let (line, end, [one, two, three]) = match language {
            Language::Arabic => ("سطر من النص\n", "آخره", ["س", "ص", "ع"]),
            Language::English => ("A line of the text\n", "end", ["X", "Y", "Z"]),
        };
        let text = format!("{}{end}", line.repeat(40));
        screen.keys("e enter alt-a");
        screen.app.paste(&text);
        screen.keys(&format!("ctrl-home <{one}> ctrl-end <{two}>"));
        assert_eq!(screen.typed(), format!("{one}{text}{two}"));
        // A page up and down again is where one was.
        screen.keys(&format!("pageup pagedown <{three}>"));
        assert_eq!(screen.typed(), format!("{one}{text}{two}{three}"));
        // The lines above the last one, and all before.
        screen.keys(&format!("home shift-up*2 <{one}>"));
        let left = line.repeat(38);
        assert_eq!(screen.typed(), format!("{one}{left}{one}{end}{two}{three}"));
        screen.keys(&format!("home shift-pageup <{two}>"));
        let left = screen.typed().lines().count();
        assert!(left < 30, "{left}");
        screen.keys(&format!(
            "ctrl-shift-home <{one}> ctrl-home ctrl-shift-end <{two}>"
        ));
        assert_eq!(screen.typed(), two);
        screen.keys("esc*3 ?");
        for offered in [
            "To the beginning of the text",
            "Select to the end of the text",
        ] {
            assert!(
                screen.offered().iter().any(|one| one == offered),
                "{offered}"
            );
        }
    }
}
