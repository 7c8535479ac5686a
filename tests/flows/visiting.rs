//! Following links, and back and forward through what was visited.

use crate::harness::Screen;

/// Goes down in the detail until the link in hand leads to this record.
fn to_link(screen: &mut Screen, id: &str) {
    let target = screen.key(id);
    for _ in 0..2000 {
        let here = screen.app.in_hand().unwrap();
        let links =
            majlis::app::detail::links(&majlis::app::detail::blocks(screen.library(), here));
        if screen.app.reading.link.and_then(|link| links.get(link)) == Some(&target) {
            return;
        }
        screen.keys("j");
    }
    panic!("{id} is not met in {}", screen.in_hand());
}

#[test]
fn from_an_item_to_a_resolution_and_to_all_that_cites_it_and_back() {
    for mut screen in [Screen::arabic(), Screen::english()] {
        screen.keys("/ <c26:res-191> enter");
        to_link(&mut screen, "pp-res:191@2022");
        screen.keys("enter");
        assert_eq!(screen.in_hand(), "pp-res:191@2022");
        assert_eq!(
            (screen.board(), screen.row(4).as_str()),
            ("Directory", "pp-res:191@2022")
        );
        // The streamlining item for Resolution 191 cites it too.
        to_link(&mut screen, "c26:streamlining-191");
        screen.keys("enter");
        assert_eq!(
            (screen.board(), screen.in_hand().as_str()),
            ("Council", "c26:streamlining-191")
        );
        assert_eq!(screen.row(1), "c26:streamlining-191");
        screen.keys("[");
        assert_eq!(screen.in_hand(), "pp-res:191@2022");
        screen.keys("[");
        assert_eq!(
            (screen.board(), screen.in_hand().as_str()),
            ("Council", "c26:res-191")
        );
        screen.keys("] alt-right");
        assert_eq!(screen.in_hand(), "c26:streamlining-191");
        screen.keys("]");
        assert_eq!(screen.message(), "Nothing after this");
        assert_eq!(screen.in_hand(), "c26:streamlining-191");
    }
}

#[test]
fn a_link_leads_from_one_report_into_another() {
    // PP-22 is told in c21, c26 and c24; the body leads to all of them.
    let mut screen = Screen::english();
    screen.keys("/ <c26:ev/pp-22> enter");
    to_link(&mut screen, "pp-22");
    screen.keys("enter");
    assert_eq!(screen.in_hand(), "pp-22");
    to_link(&mut screen, "c21:ev/pp-22");
    screen.keys("enter");
    assert_eq!(
        (screen.board(), screen.in_hand().as_str()),
        ("Calendar", "c21:ev/pp-22")
    );
    screen.keys("[ [");
    assert_eq!(screen.in_hand(), "c26:ev/pp-22");
}

#[test]
fn before_the_first_there_is_nothing() {
    let mut screen = Screen::english();
    screen.keys("[");
    assert_eq!(screen.message(), "Nothing before this");
    assert_eq!(screen.in_hand(), "c21:52");
    screen.keys("enter");
    assert_eq!(screen.in_hand(), "c21:52");
    // Only what one stands on was visited: there is no way back, and none is offered.
    assert!(!screen.app.can_go_back());
    screen.keys("[");
    assert_eq!(screen.message(), "Nothing before this");
    screen.keys("esc j");
    assert!(screen.app.can_go_back());
    screen.keys("[");
    assert_eq!(screen.in_hand(), "c21:52");
    screen.keys("]");
    assert_eq!(screen.in_hand(), "c21:27");
}

#[test]
fn a_new_way_forgets_what_lay_ahead() {
    let mut screen = Screen::english();
    screen.keys("/ <c21:27> enter / <c21:6> enter [");
    assert_eq!(screen.in_hand(), "c21:27");
    screen.keys("/ <c21:37> enter ]");
    assert_eq!(
        (screen.in_hand().as_str(), screen.message()),
        ("c21:37", "Nothing after this")
    );
    screen.keys("[ [");
    assert_eq!(screen.in_hand(), "c21:52");
}

#[test]
fn opening_again_what_one_stands_on_keeps_what_lies_ahead() {
    let mut screen = Screen::english();
    screen.keys("/ <c21:27> enter / <c21:6> enter [ esc enter ]");
    assert_eq!(screen.in_hand(), "c21:6");
}

#[test]
fn back_returns_through_filters_that_were_set_since() {
    let mut screen = Screen::english();
    screen.keys("/ <c21:27> enter f r <c26> enter [");
    assert_eq!(screen.in_hand(), "c21:27");
    assert_eq!(screen.filters(), [""; 0]);
}

#[test]
fn back_gives_the_place_where_one_was_reading() {
    let mut screen = Screen::sized(majlis::report::Language::English, 80, 24);
    screen.keys("/ <c21:eg-itrs> enter");
    to_link(&mut screen, "c21:nom/selim");
    let place = screen.app.reading;
    assert!(place.scroll > 0, "{place:?}");
    screen.keys("enter [");
    assert_eq!(screen.in_hand(), "c21:eg-itrs");
    assert_eq!(screen.app.reading, place);
}
