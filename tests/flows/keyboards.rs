//! Commands on Arabic and AZERTY keyboards.

use majlis::app::command::{COMMANDS, Context};
use majlis::app::key::Press;
use majlis::app::keyboard::Keyboard;
use majlis::app::{Focus, Layer};
use majlis::report::Language;

use crate::harness::{Screen, painted};

/// Two letters that come at once, as Windows and macOS send the key of lam-alef.
fn at_once(screen: &mut Screen, first: &str, second: &str) {
    screen.app.key(Press::parse(first).unwrap());
    screen.app.key(Press::parse(second).unwrap());
    screen.app.settle();
    screen.draw();
}

#[test]
fn lam_alef_is_the_key_b_as_one_character_or_as_two() {
    let mut screen = Screen::arabic();
    // ر is on v: the view of contributions and outcomes.
    screen.keys("ر \u{FEFB}");
    assert_eq!(screen.board(), "Contributions and outcomes");
    screen.keys("ر ر ر");
    at_once(&mut screen, "ل", "ا");
    assert_eq!(screen.board(), "Contributions and outcomes");
    // ب is on f: the filter of one body.
    screen.keys("ب");
    at_once(&mut screen, "ل", "ا");
    assert_eq!(screen.layer(), "filters");
}

#[test]
fn lam_alef_alone_moves_nothing() {
    let mut screen = Screen::arabic();
    screen.keys("ت ت 2");
    let here = (screen.in_hand(), screen.at());
    at_once(&mut screen, "ل", "ا");
    assert_eq!((screen.in_hand(), screen.at()), here);
    assert_eq!(screen.message(), "No command on this key. Press ? for help");
    screen.keys("\u{FEFB}");
    assert_eq!((screen.in_hand(), screen.at()), here);
}

#[test]
fn with_shift_it_is_two_letters_as_well() {
    let mut screen = Screen::arabic();
    screen.keys("end");
    let last = screen.in_hand();
    screen.keys("home");
    assert_ne!(screen.in_hand(), last);
    // لأ is on G, لآ on B.
    at_once(&mut screen, "ل", "أ");
    assert_eq!(screen.in_hand(), last);
    at_once(&mut screen, "ل", "آ");
    assert!(screen.app.message.as_ref().unwrap().en.contains("words"));
    assert_eq!(screen.in_hand(), last);
}

#[test]
fn a_lam_that_nothing_follows_is_the_key_g() {
    let mut screen = Screen::arabic();
    let first = screen.in_hand();
    screen.keys("ت ت");
    assert_ne!(screen.in_hand(), first);
    screen.app.key(Press::parse("ل").unwrap());
    assert!(screen.app.waits());
    assert_ne!(screen.in_hand(), first);
    screen.app.settle();
    assert_eq!(screen.in_hand(), first);
    // Another key does not lose it: to the first, then down.
    screen.keys("ت ت");
    let third = screen.in_hand();
    at_once(&mut screen, "ل", "ت");
    assert_ne!(screen.in_hand(), third);
    screen.keys("up");
    assert_eq!(screen.in_hand(), first);
}

#[test]
fn where_one_types_nothing_waits() {
    let mut screen = Screen::arabic();
    screen.keys("/");
    for letter in ["ل", "ا", "\u{FEFB}"] {
        screen.app.key(Press::parse(letter).unwrap());
        assert!(!screen.app.waits());
    }
    assert_eq!(screen.typed(), "لالا");
}

#[test]
fn hints_show_the_letters_on_the_keys_that_are_used() {
    let mut screen = Screen::sized(Language::English, 140, 40);
    assert!(screen.shows("/ search") && screen.shows("q quit"));
    // ت is on j.
    screen.keys("ت");
    for (letter, words) in [
        ("ظ", "search"),
        ("ض", "quit"),
        ("؟", "help"),
        ("ب", "filter"),
    ] {
        let footer = screen.text().pop().unwrap();
        assert!(
            footer.contains(&format!("{} {words}", painted(letter))),
            "{footer}"
        );
    }
    // The two keys of a view, and what the first can come to.
    screen.keys("ر");
    let rows = screen.text().join("\n");
    for row in ["ﺥ Outline of the reports", "ﻻ Contributions and outcomes"] {
        assert!(rows.contains(row), "{rows}");
    }
    // Keys without a letter leave things as they are, a Latin one brings the Latin ones back.
    screen.keys("esc down 2");
    assert!(screen.text().pop().unwrap().contains("ﺽ quit"));
    screen.keys("j");
    assert!(screen.text().pop().unwrap().contains("q quit"));
    // In the help too, where a key is found by its Arabic letter.
    screen.keys("؟");
    assert!(screen.offered().len() == COMMANDS.len());
    screen.keys("esc ش ؟ <ش>");
    assert_eq!(screen.offered()[0], "Follow the item, or show everything");
}

#[test]
fn an_empty_pane_tells_the_key_that_is_used() {
    let mut screen = Screen::english();
    // No nomination belongs to the first item.
    assert_eq!(screen.counts()[2], 0);
    let said = |screen: &Screen| screen.text_in(screen.pane(3)).join(" ");
    assert!(said(&screen).contains("(a: all)"), "{}", said(&screen));
    screen.keys("ت ن");
    assert!(said(&screen).contains("(ﺵ: all)"), "{}", said(&screen));
}

#[test]
fn the_number_row_of_azerty_chooses_panes_without_shift() {
    let mut screen = Screen::english();
    for (key, pane) in [("é", 2), ("\"", 3), ("'", 4), ("&", 1)] {
        screen.keys(key);
        assert_eq!(screen.at(), pane, "{key}");
    }
    // Where one types they are what they are.
    screen.keys("/ <é\"'(-è_çà&>");
    assert_eq!(screen.typed(), "é\"'(-è_çà&");
}

#[test]
fn on_an_azerty_keyboard_an_arabic_letter_is_the_letter_printed_beside_it() {
    let mut screen = Screen::arabic();
    screen.app.keyboard = Keyboard::Azerty;
    // ض is on the key a, which leaves nobody.
    screen.keys("ض");
    assert!(!screen.app.linked);
    assert_eq!(screen.request(), None);
    // ص is on the key z.
    screen.keys("ص");
    assert!(screen.app.zoomed);
    screen.keys("ص ش");
    assert_eq!(screen.request(), Some(majlis::app::Request::Quit));
}

#[test]
fn every_command_can_be_given_on_an_arabic_keyboard() {
    // What the keys of Arabic (101) type, without and with Shift.
    let types = "ذ1234567890-=ضصثقفغعهخحجد\\شسيبلاتنمكطئءؤر\u{FEFB}ىةوزظ\
        \u{651}!@#$%^&*)(_+\u{64E}\u{64B}\u{64F}\u{64C}\u{FEF9}إ`÷×؛<>|\u{650}\u{64D}][\u{FEF7}أـ،/:\"~\u{652}}{\u{FEF5}آ',.؟ ";
    let typed: Vec<Press> = types
        .chars()
        .map(|letter| {
            Press::plain(crossterm::event::KeyCode::Char(letter)).command(Keyboard::Qwerty)
        })
        .collect();
    for command in COMMANDS {
        // With Control and Alt a terminal sends the Latin letter.
        let can = command.sequences().any(|keys| {
            keys.iter().all(|key| {
                !matches!(key.code, crossterm::event::KeyCode::Char(_))
                    || key.control
                    || key.alt
                    || typed.contains(key)
            })
        });
        assert!(can, "{}", command.name);
    }
}

#[test]
fn shift_with_an_arrow_is_the_arrow_where_it_says_nothing_else() {
    let mut screen = Screen::english();
    screen.keys("shift-down");
    let mut other = Screen::english();
    other.keys("down");
    assert_eq!(screen.in_hand(), other.in_hand());
    assert_eq!(screen.app.focus, Focus::Panes);
    screen.keys("/ <mabani> shift-down");
    assert!(matches!(screen.app.layer(), Some(Layer::Search(_))));
    assert_eq!(screen.app.context(), Context::Picker);
}

#[test]
fn messages_name_keys_as_the_keyboard_in_use_has_them() {
    let mut screen = Screen::arabic();
    assert_eq!(screen.app.key_of("print"), "p");
    // The key j on an Arabic keyboard.
    screen.keys("ت");
    assert_eq!(screen.app.key_of("print"), "ح");
    let sent = majlis::words::copy::sent("c21:27", 7, &screen.app.key_of("print"));
    // A key stands apart from the sentence, so that its letters keep their order.
    let said = sent.ar.replace(['\u{fdd0}', '\u{fdd1}'], "");
    assert!(said.ends_with("فالمفتاح ح يكتبه بعد الخروج"), "{sent:?}");
    screen.keys("j");
    assert_eq!(screen.app.key_of("print"), "p");
}

/// With Shift, an Arabic keyboard types signs on the keys of D, M and U: `]`, a quotation mark of one
/// sort and one of another; X11 and Windows differ in these. Another key does the same everywhere.
#[test]
fn what_is_decided_is_one_key_on_an_arabic_keyboard_too() {
    use crate::desk::{BOTH, desk, value};
    for language in BOTH {
        for (defer, agree, redo, delivered) in [
            ("]", "\u{650}", "`", "'"),
            ("]", "\u{650}", "\u{2018}", "\u{2019}"),
            ("؛", "\u{650}", "ق", "×"),
        ] {
            let (folder, mut screen) = desk(language);
            screen.keys("/ <c21:27> enter");
            let at = |field: &str| value(&folder, &format!("items [27] position {field}"));
            // A command by an Arabic letter: up and down.
            screen.keys("ت ن").keys("/ <c21:27> enter ن ت");
            screen.keys("/ <c21:27> enter").keys(agree);
            assert_eq!(at("status"), "agreed", "{}", screen.message());
            screen.keys(defer);
            assert_eq!(at("status"), "deferred", "{defer}: {}", screen.message());
            screen.keys("ع");
            assert_eq!(at("status"), "agreed");
            screen.keys(redo);
            assert_eq!(at("status"), "deferred", "{redo}: {}", screen.message());
            screen.keys(delivered);
            assert_eq!(
                at("status"),
                "delivered",
                "{delivered}: {}",
                screen.message()
            );
        }
    }
    // On a keyboard with Latin letters the signs are themselves.
    let (folder, mut screen) = desk(majlis::report::Language::English);
    screen.keys("/ <c21:27> enter j k ]");
    assert_ne!(value(&folder, "items [27] position status"), "deferred");
}
