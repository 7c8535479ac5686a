//! Pending keys, the help, the palette.

use majlis::app::command::COMMANDS;
use majlis::app::seen::Area;
use majlis::app::{Focus, Request};
use majlis::report::Language;

use crate::harness::{Screen, painted};

#[test]
fn the_first_of_two_keys_shows_what_it_can_come_to() {
    let mut screen = Screen::english();
    screen.keys("v");
    for (key, words) in [
        ("v", "Items, positions, nominations, recommendations"),
        ("o", "Outline of the reports"),
        ("c", "Calendar of meetings and events"),
    ] {
        assert!(
            screen.shows(&format!("{key} {words}")),
            "{}",
            screen.text().join("\n")
        );
    }
    screen.keys("esc");
    assert_eq!((screen.app.pressed().len(), screen.message()), (0, ""));
    assert_eq!(screen.board(), "Council");
    screen.keys("Q");
    assert_eq!(screen.board(), "Council");
    assert_eq!(screen.message(), "No command on this key. Press ? for help");
}

#[test]
fn all_continuations_can_be_read_at_every_size() {
    // What does not fit on one line is on more.
    for (width, height) in [(140, 40), (80, 24), (40, 12)] {
        for first in ["v", "f"] {
            for language in [Language::Arabic, Language::English] {
                let mut screen = Screen::sized(language, width, height);
                screen.keys(first);
                let said: String = screen.text().join("\n");
                for (command, press) in screen.app.pending() {
                    let word = command.words.get(language).split(' ').next().unwrap();
                    assert!(
                        said.contains(&painted(word)),
                        "{first} {press} {word} at {width}×{height}\n{said}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_second_key_that_means_nothing_is_told() {
    let mut screen = Screen::english();
    screen.keys("v z");
    assert_eq!(screen.message(), "No command on this key. Press ? for help");
    assert!(!screen.app.zoomed);
    // Escape takes the first key back and says nothing.
    screen.keys("f esc");
    assert_eq!((screen.message(), screen.layer()), ("", ""));
}

#[test]
fn the_help_shows_every_command_and_is_searched() {
    let mut screen = Screen::english();
    screen.keys("?");
    assert_eq!(screen.offered().len(), COMMANDS.len());
    screen.keys("<calendar>");
    assert_eq!(screen.offered(), ["Calendar of meetings and events"]);
    screen.keys("enter");
    assert_eq!((screen.layer(), screen.board()), ("", "Calendar"));
    // In the other language too, and by the key.
    screen.keys("? <مخطط> ctrl-u <أقسام>");
    assert_eq!(screen.offered(), ["Outline of the reports"]);
    screen.keys("enter");
    assert_eq!(screen.board(), "Outline");
    screen.keys("f1 <!>");
    assert_eq!(screen.offered(), ["What could not be read in the files"]);
}

#[test]
fn a_command_is_found_by_whatever_people_call_it() {
    let mut screen = Screen::english();
    screen.keys("?");
    for (typed, command) in [
        ("محضر", "End the call and write its record"),
        ("المحضر", "End the call and write its record"),
        (
            "minutes of the meeting",
            "End the call and write its record",
        ),
        ("رئاسة", "Change who chairs the call"),
        ("طباعة", "Print the record in the terminal after leaving"),
        ("مؤجل", "Stage of the position: deferred"),
        ("postpnoe", "Stage of the position: deferred"),
    ] {
        screen.keys("ctrl-u").type_in(typed);
        let first = screen.offered().first().cloned();
        assert_eq!(first.as_deref(), Some(command), "{typed}");
    }
    // A question finds what it asks for.
    screen.keys("ctrl-u").type_in("كيف أعطي الكلمة");
    assert!(screen.offered()[0].starts_with("Give the floor"));
}

#[test]
fn the_palette_finds_a_command_in_either_language_and_runs_it() {
    for mut screen in [Screen::arabic(), Screen::english()] {
        screen.keys(": <directory> enter");
        assert_eq!(screen.board(), "Directory");
        screen.keys(": <الاجتماعات> enter");
        assert_eq!(screen.board(), "Calendar");
        screen.keys(": <بلد واحد> enter");
        assert_eq!(screen.layer(), "filters");
        screen.keys("esc : <quit> enter");
        assert_eq!(screen.request(), Some(Request::Quit));
    }
}

#[test]
fn the_palette_offers_only_what_applies_here() {
    let mut screen = Screen::english();
    screen.keys(":");
    let offered = screen.offered();
    assert!(offered.contains(&"Open".to_owned()));
    assert!(!offered.contains(&"Follow the link".to_owned()));
    assert!(!offered.contains(&"Cancel".to_owned()));
    screen.keys("esc enter :");
    assert!(screen.offered().contains(&"Follow the link".to_owned()));
    assert!(!screen.offered().contains(&"Open".to_owned()));
}

#[test]
fn a_help_entry_that_does_not_apply_says_so() {
    let mut screen = Screen::english();
    screen.keys("? <follow> enter");
    assert_eq!(screen.layer(), "");
    assert_ne!(screen.message(), "");
}

#[test]
fn leaving_suspending_redrawing() {
    for (keys, wanted) in [
        ("q", Request::Quit),
        ("ctrl-c", Request::Quit),
        ("enter q", Request::Quit),
        // Wherever the keys go, and whatever they have begun.
        ("/ <q> ctrl-c", Request::Quit),
        ("f ctrl-c", Request::Quit),
        ("v ctrl-z", Request::Suspend),
        ("ctrl-z", Request::Suspend),
        ("/ ctrl-z", Request::Suspend),
        ("ctrl-l", Request::Redraw),
        ("? ctrl-l", Request::Redraw),
    ] {
        let mut screen = Screen::english();
        screen.keys(keys);
        assert_eq!(screen.request(), Some(wanted), "{keys}");
        assert_eq!(screen.request(), None);
    }
}

#[test]
fn every_command_of_the_table_can_be_run_from_the_palette() {
    for (context, command) in COMMANDS
        .iter()
        .flat_map(|command| [("", command), ("enter ", command)])
    {
        let mut screen = Screen::english();
        screen.keys(context).keys(":");
        let applies = screen.offered().contains(&command.words.en.to_owned());
        let typed = command.words.en.replace(',', "");
        screen.type_in(&typed);
        if applies {
            assert!(
                screen.offered().contains(&command.words.en.to_owned()),
                "{typed}"
            );
            screen.keys("enter");
        }
    }
}

#[test]
fn one_key_sends_arabic_in_each_way_in_turn() {
    let mut screen = Screen::arabic();
    for name in ["words", "kitty", "off", "visual"] {
        screen.keys("B");
        assert!(screen.app.message.as_ref().unwrap().en.contains(name));
        assert_eq!(screen.request(), Some(Request::Form));
    }
}

#[test]
fn escape_and_a_key_that_came_at_once_are_both_pressed() {
    // As a slow line brings them: no command has j or q with Alt.
    let mut screen = Screen::english();
    screen.keys("/ <selim> alt-j");
    assert_eq!((screen.layer(), screen.in_hand().as_str()), ("", "c21:27"));
    screen.keys("enter alt-j");
    assert_eq!(
        (screen.app.focus, screen.in_hand().as_str()),
        (Focus::Panes, "c21:eg-itrs")
    );
    screen.keys("k f alt-j");
    assert_eq!(screen.in_hand(), "c21:eg-itrs");
    // With Alt it means something else in a line that is typed in.
    screen.keys("/ <one two> alt-b");
    assert_eq!(
        (screen.layer(), screen.typed().as_str()),
        ("search", "one two")
    );
    screen.keys("alt-q");
    assert_eq!(screen.layer(), "");
    assert_eq!(screen.request(), Some(Request::Quit));
}

#[test]
fn enter_where_nothing_is_left_to_choose_says_so_and_keeps_what_was_typed() {
    for language in [Language::English, Language::Arabic] {
        for keys in ["f s", "f c", "f b", ":", "?"] {
            let mut screen = Screen::sized(language, 140, 40);
            screen.keys(keys).keys("<zzqqx> enter");
            assert_eq!(screen.typed(), "zzqqx", "{keys}");
            assert_eq!(screen.message(), "Nothing matches", "{keys}");
            // What is put right can be chosen.
            screen.keys("ctrl-u");
            assert!(!screen.shows("Nothing matches"), "{keys}");
        }
    }
}

#[test]
fn the_help_shows_every_key_whole() {
    for language in [Language::English, Language::Arabic] {
        let mut screen = Screen::sized(language, 80, 24);
        screen.keys("?");
        // The list stands beside the record in hand.
        let list = Area {
            x: if language == Language::English { 0 } else { 45 },
            y: 1,
            width: 35,
            height: 22,
        };
        for _ in 0..12 {
            let text = screen.text_in(list).join("\n");
            assert!(!text.contains('…'), "{text}");
            screen.keys("pagedown");
        }
    }
}
