//! The line that is typed in: search, palette and filters alike.

use majlis::app::Layer;
use majlis::report::Language;

use crate::harness::Screen;

/// The line with a bar where the caret stands, and what is selected between brackets.
fn line(screen: &Screen) -> String {
    let input = match screen.app.layer() {
        Some(Layer::Search(search)) => &search.input,
        Some(Layer::Help(picker) | Layer::Palette(picker)) => &picker.input,
        Some(Layer::Filters(picker) | Layer::Unfilter(picker)) => &picker.input,
        Some(Layer::Problems(picker)) => &picker.input,
        Some(Layer::Open(picker)) => &picker.input,
        Some(Layer::Call(picker)) => &picker.input,
        None => panic!("no line to type in"),
    };
    let selected = input.selected();
    let mut shown = String::new();
    for (at, letter) in input
        .text()
        .char_indices()
        .chain([(input.text().len(), ' ')])
    {
        if at == selected.end && !selected.is_empty() {
            shown.push(']');
        }
        if at == input.caret().at {
            shown.push('|');
        }
        if at == selected.start && !selected.is_empty() {
            shown.push('[');
        }
        shown.push(letter);
    }
    shown.pop();
    shown
}

#[test]
fn arrows_move_as_the_eye_sees_in_either_interface() {
    for language in [Language::Arabic, Language::English] {
        let mut screen = Screen::sized(language, 80, 24);
        screen.keys("/ <القرار ITU-T 26>");
        // The line begins in Arabic, so it runs from right to left: Latin and numbers stand at the
        // left end of it, and run to the right.
        assert_eq!(line(&screen), "القرار ITU-T 26|");
        let mut column = screen.cursor.unwrap().0;
        // All the way to the right, a cell or two with each step and never back.
        screen.keys("end");
        for _ in 0..40 {
            let before = line(&screen);
            screen.keys("right");
            if line(&screen) == before {
                break;
            }
        }
        assert_eq!(line(&screen), "|القرار ITU-T 26");
        let right = screen.cursor.unwrap().0;
        assert!(right > column);
        let mut seen = vec![line(&screen)];
        loop {
            screen.keys("left");
            if seen.last() == Some(&line(&screen)) {
                break;
            }
            seen.push(line(&screen));
        }
        // Each place once: 15 letters and blanks have 16 places.
        assert_eq!(seen.len(), 16);
        assert_eq!(line(&screen), "القرار ITU-T 26|");
        column = screen.cursor.unwrap().0;
        assert!(column < right);
    }
}

#[test]
fn words_and_ends() {
    let mut screen = Screen::english();
    screen.keys("/ <radio مكتب C26>");
    for (keys, wanted) in [
        ("home", "|radio مكتب C26"),
        ("ctrl-right", "radio| مكتب C26"),
        ("alt-f", "radio مكتب| C26"),
        ("alt-b", "radio |مكتب C26"),
        ("end", "radio مكتب C26|"),
        ("ctrl-left", "radio مكتب |C26"),
        ("ctrl-a ctrl-f", "r|adio مكتب C26"),
        ("ctrl-e ctrl-b", "radio مكتب C2|6"),
        // The Arabic keyboard's keys with Alt: ب is on f, لا on b.
        ("home alt-ب", "radio| مكتب C26"),
        ("end alt-\u{FEFB}", "radio مكتب |C26"),
    ] {
        screen.keys(keys);
        assert_eq!(line(&screen), wanted, "{keys}");
    }
}

#[test]
fn erasing_searches_anew() {
    let mut screen = Screen::arabic();
    screen.keys("/ <مباني المقر>");
    let found = screen.hits();
    for (keys, wanted) in [
        ("ctrl-w", "مباني |"),
        ("ctrl-_", "مباني المقر|"),
        ("alt-backspace", "مباني |"),
        ("ctrl-7", "مباني المقر|"),
        ("home alt-d", "| المقر"),
        ("alt-z", "|مباني المقر"),
        ("ctrl-k", "|"),
        ("alt-z", "|مباني المقر"),
        ("end ctrl-h backspace", "مباني الم|"),
        ("alt-z", "مباني المقر|"),
        ("ctrl-u", "|"),
        ("ctrl-/", "مباني المقر|"),
        ("alt-y", "|"),
        ("ctrl-_ home ctrl-d delete", "|اني المقر"),
        ("ctrl-_", "|مباني المقر"),
    ] {
        screen.keys(keys);
        assert_eq!(line(&screen), wanted, "{keys}");
    }
    assert_eq!(screen.hits(), found);
}

#[test]
fn what_is_selected_is_replaced_by_what_is_typed_or_pasted() {
    let mut screen = Screen::arabic();
    screen.keys("/ <مجلس>");
    // Right leads back in an Arabic line.
    screen.keys("shift-right shift-right");
    assert_eq!(line(&screen), "مج|[لس]");
    screen.keys("<x>");
    assert_eq!(line(&screen), "مجx|");
    screen.keys("shift-home");
    assert_eq!(line(&screen), "|[مجx]");
    screen.app.paste("\u{FEFB}\u{FE97}\nC26");
    screen.draw();
    assert_eq!(line(&screen), "لات C26|");
    screen.keys("alt-a");
    assert_eq!(line(&screen), "[لات C26]|");
    // A step lets go, at the end that is seen there.
    screen.keys("right");
    assert_eq!(line(&screen), "|لات C26");
    screen.keys("shift-end backspace");
    assert_eq!(line(&screen), "|");
    screen.keys("ctrl-_ ctrl-_");
    assert_eq!(line(&screen), "|[مجx]");
    // A word at a time.
    screen.keys("ctrl-u <one two> ctrl-shift-left");
    assert_eq!(line(&screen), "one |[two]");
    screen.keys("alt-shift-left ctrl-shift-right");
    assert_eq!(line(&screen), "one|[ two]");
}

#[test]
fn palette_and_filters_have_the_same_line() {
    let mut screen = Screen::english();
    screen.keys(": <calendarx> left delete enter");
    assert_eq!(screen.board(), "Calendar");
    screen.keys("f c <Kuwaiit> left backspace");
    assert_eq!(line(&screen), "Kuwai|t");
    assert_eq!(screen.offered(), ["Kuwait"]);
    screen.keys("esc f r");
    assert_eq!(line(&screen), "|");
}

#[test]
fn a_line_that_is_full_says_so_until_the_next_key() {
    let mut screen = Screen::english();
    screen.keys("/");
    screen.app.paste(&"x".repeat(600));
    screen.draw();
    assert_eq!(screen.typed().len(), 512);
    assert!(screen.message().contains("512"));
    assert!(screen.shows("the rest was left out"));
    screen.keys("<y>");
    assert_eq!(screen.typed().len(), 512);
    assert!(screen.message().contains("512"));
    screen.keys("backspace");
    assert_eq!((screen.typed().len(), screen.message()), (511, ""));
}

#[test]
fn a_long_line_is_scrolled_to_its_caret() {
    for language in [Language::Arabic, Language::English] {
        let mut screen = Screen::sized(language, 40, 12);
        screen.keys("/ <one two three four five six seven eight nine ten>");
        assert!(screen.shows("nine ten") && !screen.shows("one two"));
        screen.keys("home");
        assert!(screen.shows("one two") && !screen.shows("nine ten"));
        let (x, _) = screen.cursor.unwrap();
        assert!(x < 40);
    }
}
