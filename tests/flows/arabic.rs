//! An Arabic keyboard: letters are commands on the board, text where one types.

use majlis::app::Request;

use crate::harness::Screen;

#[test]
fn arabic_letters_are_the_commands_of_their_keys() {
    let mut screen = Screen::arabic();
    // ت is on j, ن on k, ل on g.
    screen.keys("ت ت");
    assert_eq!(screen.in_hand(), "c21:eg-itrs");
    screen.keys("ن");
    assert_eq!(screen.in_hand(), "c21:27");
    screen.keys("ل");
    assert_eq!(screen.in_hand(), "c21:52");
    // ش is on a, ه on i, ي on d.
    screen.keys("ش");
    assert!(!screen.app.linked);
    screen.keys("ه");
    assert_eq!(screen.app.language, majlis::report::Language::English);
    screen.keys("ه ي");
    assert_eq!(screen.app.sides, majlis::app::Sides::Both);
    // ب is on f, ق on r; ر on v, خ on o.
    screen.keys("ب ق");
    assert_eq!(screen.layer(), "filters");
    screen.keys("esc ر خ");
    assert_eq!(screen.board(), "Outline");
    // Arabic-Indic and Persian digits choose panes.
    screen.keys("ر ر ٣");
    assert_eq!(screen.at(), 3);
    screen.keys("۲");
    assert_eq!(screen.at(), 2);
    // ظ is on /, the Arabic question mark asks for help.
    screen.keys("ظ");
    assert_eq!(screen.layer(), "search");
    screen.keys("esc ؟");
    assert_eq!(screen.layer(), "help");
    screen.keys("esc ض");
    assert_eq!(screen.request(), Some(Request::Quit));
}

#[test]
fn in_the_search_they_are_text() {
    let mut screen = Screen::arabic();
    screen.keys("ظ <ترشيح سليم>");
    assert_eq!(screen.typed(), "ترشيح سليم");
    assert_eq!(screen.layer(), "search");
    assert!(screen.hits().contains(&"c21:nom/selim".to_owned()));
    // Digits stay as they were typed, and find the same.
    screen.keys("ctrl-u <القرار ١٩١>");
    assert_eq!(screen.typed(), "القرار ١٩١");
    assert!(
        screen.hits()[..5].contains(&"pp-res:191@2022".to_owned()),
        "{:?}",
        screen.hits()
    );
}

#[test]
fn the_caret_moves_as_the_eye_sees_it() {
    let mut screen = Screen::arabic();
    screen.keys("/ <مجلس>");
    let end = screen.cursor.unwrap();
    screen.keys("right");
    let before_the_last = screen.cursor.unwrap();
    assert!(before_the_last.0 > end.0, "{before_the_last:?} {end:?}");
    screen.keys("left");
    assert_eq!(screen.cursor.unwrap(), end);
    screen.keys("home");
    assert!(screen.cursor.unwrap().0 > before_the_last.0);
    screen.keys("delete");
    assert_eq!(screen.typed(), "جلس");
    screen.keys("end backspace");
    assert_eq!(screen.typed(), "جل");
    let mut screen = Screen::english();
    screen.keys("/ <itu>");
    let end = screen.cursor.unwrap();
    screen.keys("left");
    assert_eq!(screen.cursor.unwrap().0 + 1, end.0);
}
