//! The mouse: clicks and the wheel, on what the screen shows.

use majlis::app::input::Input;
use majlis::app::{Focus, Layer};
use majlis::report::Language;
use majlis::script::Form;

use super::harness::{Screen, built_in};

/// The cell in which a text begins in a row of the screen, as the eye reads it from the left.
fn cell_of(screen: &Screen, text: &str) -> (u16, u16) {
    for y in 0..screen.buffer.area.height {
        for x in 0..screen.buffer.area.width {
            let shown: String = (x..screen.buffer.area.width)
                .map(|x| screen.buffer[(x, y)].symbol())
                .collect();
            if shown.starts_with(text) {
                return (x, y);
            }
        }
    }
    panic!("{text} is not on the screen");
}

/// The line that is typed into the search.
fn searched(screen: &Screen) -> &Input {
    match screen.app.layer() {
        Some(Layer::Search(search)) => &search.input,
        _ => panic!("there is no search"),
    }
}

fn click(screen: &mut Screen, (x, y): (u16, u16)) {
    screen.app.click(x, y);
    screen.draw();
}

#[test]
fn a_row_comes_in_hand_and_is_opened_by_another_click() {
    let mut screen = Screen::english();
    let row = cell_of(&screen, "Report on progress on the Union's");
    click(&mut screen, row);
    assert_eq!(
        (screen.in_hand().as_str(), screen.app.focus),
        ("c21:27", Focus::Panes)
    );
    click(&mut screen, row);
    assert_eq!(
        (screen.in_hand().as_str(), screen.app.focus),
        ("c21:27", Focus::Detail)
    );
}

#[test]
fn a_row_of_another_pane_takes_the_keys_there_in_the_mirrored_screen_too() {
    let mut screen = Screen::arabic();
    // The recommendations stand in the middle column; the heading of their pane is in its right part.
    let area = screen.app.seen().panes[3].area;
    click(&mut screen, (area.x + area.width / 2, area.y + 1));
    assert_eq!(screen.app.board().unwrap().pane, 3);
    assert_eq!(screen.in_hand(), "c21:52/r1");
}

#[test]
fn a_link_is_followed() {
    let mut screen = Screen::english();
    let link = cell_of(&screen, "→ Tunisia · TUN");
    click(&mut screen, link);
    assert_eq!(screen.in_hand(), "TUN");
    screen.keys("[");
    assert_eq!(screen.in_hand(), "c21:52");
}

#[test]
fn a_hit_of_the_search_comes_in_hand_and_is_taken_by_another_click() {
    let mut screen = Screen::english();
    screen.keys("/ <headquarters>");
    let area = screen.app.seen().layer.area;
    let first = screen.in_hand();
    // Rows of the list take two lines or more: the third line belongs to the second hit at least.
    let below = (area.x + 3, area.y + 4);
    click(&mut screen, below);
    let second = screen.in_hand();
    assert_ne!(first, second);
    click(&mut screen, below);
    assert!(screen.app.layer().is_none());
    assert_eq!(screen.in_hand(), second);
}

#[test]
fn the_caret_goes_before_the_letter_that_is_clicked() {
    for (language, form, text, first, letter, at) in [
        (Language::English, Form::Visual, "headquarters", "h", "q", 4),
        // Meem at the beginning of its word; sad between two letters.
        (Language::Arabic, Form::Visual, "منصب", "ﻣ", "ﺼ", "من".len()),
        // A terminal that turns words around tells the columns in which their letters were sent.
        (Language::Arabic, Form::Words, "منصب", "ﻣ", "ﺼ", "من".len()),
    ] {
        let mut screen = Screen::new(built_in(), language, form, (140, 40));
        screen.keys("/").type_in(text);
        let (x, y) = screen.cursor.unwrap();
        let column = |letter: &str| {
            let mut near = x.saturating_sub(20)..(x + 20).min(140);
            near.find(|column| screen.buffer[(*column, y)].symbol() == letter)
                .unwrap()
        };
        let (start, place) = (column(first), column(letter));
        click(&mut screen, (place, y));
        let input = searched(&screen);
        assert_eq!((input.text(), input.caret().at), (text, at));
        // Held down and moved back to the first letter: what lies between is selected.
        screen.app.drag(start, y);
        assert_eq!(searched(&screen).selected(), 0..at);
    }
}

#[test]
fn the_wheel_moves_what_is_under_it() {
    let mut screen = Screen::english();
    let list = screen.app.seen().panes[0].area;
    screen.app.wheel(list.x + 2, list.y + 2, true);
    screen.draw();
    assert_eq!(screen.in_hand(), "c21:27");
    screen.app.wheel(list.x + 2, list.y + 2, false);
    screen.draw();
    assert_eq!(screen.in_hand(), "c21:52");
    let mut screen = Screen::sized(Language::English, 80, 24);
    let detail = screen.app.seen().detail.area;
    for scroll in [0, 3] {
        assert_eq!(screen.app.reading.scroll, scroll);
        screen.app.wheel(detail.x + 2, detail.y + 2, true);
        screen.draw();
    }
    assert_eq!(screen.app.focus, Focus::Detail);
}
