//! Whatever is pressed, at whatever size: nothing panics, and one always gets back.

use majlis::app::key::Press;
use majlis::app::{App, Focus};
use majlis::report::Language;
use majlis::script::Form;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::harness::{Screen, built_in};

/// What a person, or a cat, may do.
#[derive(Debug, Clone)]
enum Act {
    Key(Press),
    Paste(String),
    Resize(u16, u16),
    /// Keys that come before the next frame is drawn.
    Burst(Vec<Press>),
}

fn press() -> impl Strategy<Value = Press> {
    let keys = "j k h l g G 1 2 3 4 5 a a d i i z v v f f o b c d r s x / / ? : ! [ ] enter enter enter esc esc \
        tab backtab backspace delete up down left right home end pageup pagedown space ctrl-u ctrl-w ctrl-n ctrl-p \
        ctrl-c ctrl-l alt-left alt-right f1 f2 f12 ت ن ش ب ٣ ؟ م ا ل م ج q \
        ctrl-left ctrl-right shift-left shift-right shift-home ctrl-shift-right ctrl-_ ctrl-y alt-a alt-b ctrl-k é \u{FEFB}";
    let keys: Vec<Press> = keys
        .split_whitespace()
        .map(|name| Press::parse(name).unwrap())
        .collect();
    prop::sample::select(keys)
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        12 => press().prop_map(Act::Key),
        2 => prop::collection::vec(press(), 2..6).prop_map(Act::Burst),
        1 => prop::sample::select(vec!["المقر", "c21:27", "KWT", "\u{202E}\n", "👩‍👩‍👧 é", ""]).prop_map(|text| Act::Paste(text.to_owned())),
        2 => prop::sample::select(vec![(1, 1), (19, 5), (20, 5), (20, 4), (21, 6), (40, 12), (60, 10), (80, 24), (100, 16), (140, 40), (3, 60), (300, 2)])
            .prop_map(|(width, height)| Act::Resize(width, height)),
        1 => (1_u16..160, 1_u16..50).prop_map(|(width, height)| Act::Resize(width, height)),
    ]
}

/// What must hold after every frame.
fn sound(screen: &Screen) {
    let app: &App = &screen.app;
    let board = app.board().unwrap();
    assert!(board.pane < board.panes.len());
    for pane in &board.panes {
        assert!(pane.rows.is_empty() && pane.selected == 0 || pane.selected < pane.rows.len());
        assert!(pane.key().is_some() || pane.rows.is_empty());
    }
    let seen = app.seen();
    let screen_area = screen.buffer.area;
    if !seen.detail.area.is_empty() {
        assert!(app.reading.scroll <= seen.detail.lines.saturating_sub(seen.detail.fits));
        assert!(seen.links_in_order());
        if app.focus == Focus::Detail && app.layer().is_none() {
            assert!(
                app.reading
                    .link
                    .is_none_or(|link| link < seen.detail.links.len())
            );
        }
    }
    if let Some((x, y)) = screen.cursor {
        assert!(x < screen_area.width && y < screen_area.height, "{x},{y}");
    }
}

trait InOrder {
    fn links_in_order(&self) -> bool;
}

impl InOrder for majlis::app::seen::Seen {
    fn links_in_order(&self) -> bool {
        self.detail.links.is_sorted()
            && self
                .detail
                .links
                .iter()
                .all(|line| *line < self.detail.lines)
    }
}

proptest! {
    #![proptest_config(crate::testing::cases(48))]

    #[test]
    fn nothing_panics_and_escape_leads_home(
        arabic in any::<bool>(), off in any::<bool>(),
        acts in prop::collection::vec(act(), 1..60),
    ) {
        let language = if arabic { Language::Arabic } else { Language::English };
        let form = if off { Form::Off } else { Form::Visual };
        let mut screen = Screen::new(built_in(), language, form, (80, 24));
        for act in acts {
            match act {
                Act::Key(press) => {
                    screen.press(press);
                }
                Act::Burst(presses) => {
                    for press in presses {
                        screen.app.key(press);
                    }
                    screen.draw();
                }
                Act::Paste(text) => {
                    screen.app.paste(&text);
                    screen.draw();
                }
                Act::Resize(width, height) => {
                    screen.resize(width, height);
                }
            }
            sound(&screen);
            // A second frame is the same as the first, and nothing is laid out for it.
            let first = screen.buffer.clone();
            let cursor = screen.cursor;
            let laid_out = screen.view.laid_out();
            screen.draw();
            prop_assert_eq!(screen.view.laid_out(), laid_out);
            prop_assert_eq!(&first, &screen.buffer);
            prop_assert_eq!(cursor, screen.cursor);
            // With nothing kept, and into a buffer in which something else stood, it is the same.
            let mut used = Buffer::filled(first.area, ratatui::buffer::Cell::new("X"));
            let _ = majlis::view::draw(&screen.app, &mut used);
            prop_assert_eq!(&first, &used);
        }
        screen.keys("esc*4");
        prop_assert_eq!(screen.layer(), "");
        prop_assert_eq!(screen.app.focus, Focus::Panes);
        prop_assert!(!screen.app.zoomed);
        prop_assert!(screen.app.pressed().is_empty());
        sound(&screen);
    }

    #[test]
    fn any_size_is_drawn_within_its_bounds(
        width in 1_u16..180, height in 1_u16..60, x in 0_u16..4, y in 0_u16..4,
        keys in prop::sample::select(vec!["", "enter", "a 3", "z", "v o", "v f G", "/ <Kuwait>", "?", "f c", "d enter", "v"]),
    ) {
        let mut screen = Screen::sized(Language::Arabic, 80, 24);
        screen.keys(keys);
        screen.buffer = Buffer::empty(Rect::new(x, y, width, height));
        let (seen, cursor) = majlis::view::draw(&screen.app, &mut screen.buffer);
        for area in seen.panes.iter().map(|list| list.area).chain([seen.detail.area]) {
            prop_assert!(area.is_empty() || screen.app.layer().is_some()
                || (area.x + area.width <= x + width && area.y + area.height <= y + height));
        }
        if let Some((column, row)) = cursor {
            prop_assert!((x..x + width).contains(&column) && (y..y + height).contains(&row));
        }
    }
}
