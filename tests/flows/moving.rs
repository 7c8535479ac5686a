//! Moving about: rows, pages, ends, panes, in the direction that the eye sees.

use majlis::report::Language;

use crate::harness::Screen;

#[test]
fn letters_and_arrows_move_by_rows() {
    let mut screen = Screen::english();
    for (keys, row) in [
        ("j", "c21:27"),
        ("down", "c21:eg-itrs"),
        ("k", "c21:27"),
        ("up up up", "c21:52"),
        ("G", "c17:sdg9"),
        ("j", "c17:sdg9"),
        ("g", "c21:52"),
        ("end", "c17:sdg9"),
        ("home", "c21:52"),
    ] {
        screen.keys(keys);
        assert_eq!(screen.in_hand(), row, "{keys}");
    }
}

#[test]
fn a_page_is_what_is_seen_less_one_row() {
    for key in [
        ("pagedown", "pageup"),
        ("space", "ctrl-u"),
        ("ctrl-d", "pageup"),
    ] {
        let mut screen = Screen::english();
        let fits = screen.app.seen().panes[0].fits;
        assert!(fits > 3);
        screen.keys(key.0);
        assert_eq!(screen.app.board().unwrap().panes[0].selected, fits - 1);
        screen.keys(key.1);
        assert_eq!(screen.app.board().unwrap().panes[0].selected, 0);
    }
}

#[test]
fn digits_go_to_the_panes() {
    let mut screen = Screen::arabic();
    screen.keys("a");
    for digit in [2, 4, 3, 1] {
        screen.keys(&digit.to_string());
        assert_eq!(screen.at(), digit);
        assert_eq!(screen.in_hand(), screen.row(digit));
    }
    // There is no fifth pane here.
    screen.keys("3 5");
    assert_eq!(screen.at(), 3);
    // From the detail too.
    screen.keys("enter 2");
    assert_eq!(screen.at(), 2);
}

#[test]
fn tab_goes_round_the_panes_and_the_detail() {
    let mut screen = Screen::english();
    let mut round = Vec::new();
    for _ in 0..6 {
        screen.keys("tab");
        round.push(screen.at());
    }
    assert_eq!(round, [2, 3, 4, 0, 1, 2]);
    let mut back = Vec::new();
    for _ in 0..3 {
        screen.keys("backtab");
        back.push(screen.at());
    }
    assert_eq!(back, [1, 0, 4]);
}

#[test]
fn the_left_arrow_goes_to_what_the_eye_sees_on_the_left() {
    for (language, onward, backward) in [
        (Language::English, ["right", "l"], ["left", "h"]),
        (Language::Arabic, ["left", "h"], ["right", "l"]),
    ] {
        for (onward, backward) in onward.into_iter().zip(backward) {
            let mut screen = Screen::sized(language, 140, 40);
            let (first, second) = (screen.pane(1), screen.pane(2));
            match language {
                Language::English => assert!(first.x < second.x),
                Language::Arabic => assert!(first.x > second.x),
            }
            screen.keys(backward);
            assert_eq!(screen.at(), 1, "nothing lies there");
            screen.keys(onward);
            assert_eq!(screen.at(), 2);
            screen.keys(onward);
            assert_eq!(screen.at(), 0);
            screen.keys(onward);
            assert_eq!(screen.at(), 0);
            screen.keys(backward).keys(backward);
            assert_eq!(screen.at(), 1);
        }
    }
}

#[test]
fn where_one_thing_is_on_the_screen_arrows_follow_the_reading() {
    for (language, onward, backward) in [
        (Language::English, "right", "left"),
        (Language::Arabic, "left", "right"),
    ] {
        let mut screen = Screen::sized(language, 40, 12);
        let mut round = Vec::new();
        for _ in 0..5 {
            screen.keys(onward);
            round.push(screen.at());
        }
        assert_eq!(round, [2, 3, 4, 0, 1]);
        screen.keys(backward);
        assert_eq!(screen.at(), 0);
    }
}

#[test]
fn every_pane_can_be_seen_at_every_size() {
    for (width, height) in [(140, 40), (100, 30), (80, 24), (60, 10), (40, 12), (20, 5)] {
        for language in [Language::Arabic, Language::English] {
            let mut screen = Screen::sized(language, width, height);
            for digit in 1..=4 {
                screen.keys(&digit.to_string());
                let area = screen.pane(digit);
                assert!(
                    area.height >= 3 && area.width >= 18,
                    "{width}×{height}: {area:?}"
                );
            }
            screen.keys("tab");
            assert!(screen.detail().height >= 3, "{width}×{height}");
        }
    }
}

#[test]
fn the_pane_in_use_can_have_the_screen() {
    let mut screen = Screen::english();
    screen.keys("z");
    assert_eq!((screen.pane(1).width, screen.pane(1).height), (140, 38));
    assert!(screen.detail().is_empty());
    screen.keys("enter");
    assert_eq!(screen.detail().width, 140);
    screen.keys("esc");
    assert_eq!((screen.at(), screen.pane(1).width), (1, 140));
    screen.keys("esc");
    assert!(screen.pane(1).width < 140);
    screen.keys("z z");
    assert!(!screen.app.zoomed);
}

#[test]
fn too_small_says_so_and_comes_back_as_it_was() {
    for language in [Language::Arabic, Language::English] {
        for keys in ["j*30", "/ <c26:res-191> enter pagedown j", "? j"] {
            let mut screen = Screen::sized(language, 40, 12);
            screen.keys(keys);
            let before = (screen.text(), screen.app.reading);
            screen.resize(19, 5);
            let small = screen.text();
            assert!(small.iter().any(|row| row.contains("20×5")), "{small:?}");
            screen.resize(1, 1).resize(40, 4).resize(40, 12);
            assert_eq!((screen.text(), screen.app.reading), before, "{keys}");
        }
    }
}
