//! Any text at all, from the YAML of a report, from the keyboard or from a paste to the bytes that
//! the terminal gets: nothing is sent but printable cells and the controls that the program means,
//! and the screen shows the buffer.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod lines;
#[path = "../support/majlis.rs"]
mod majlis_program;
#[path = "../support/pty.rs"]
mod pty;
mod shown;
#[path = "../../src/testing.rs"]
mod testing;
mod text;

use std::rc::Rc;
use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use majlis::app::key::Press;
use majlis::app::{App, Focus, Shelf};
use majlis::library::{Library, Source};
use majlis::report::Language;
use majlis::script::Form;
use majlis::terminal::FrameBackend;
use majlis::view::View;
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::layout::{Position, Size};

use shown::{Shown, Sink};
use text::{library, text};

/// The program without its terminal.
struct Screen {
    app: App,
    view: View,
    terminal: Terminal<FrameBackend<Sink>>,
    sink: Sink,
    shown: Shown,
}

impl Screen {
    fn new(library: Library, language: Language, form: Form, (width, height): (u16, u16)) -> Self {
        let size = Size { width, height };
        let sink = Sink {
            bytes: Rc::default(),
            size,
        };
        Self {
            app: App::new(Arc::new(Shelf::new(library)), language, form),
            view: View::default(),
            terminal: Terminal::new(FrameBackend::new(sink.clone(), true)).unwrap(),
            sink,
            shown: Shown::new(size),
        }
    }

    /// Draws as the loop does, reads what was sent and looks at the screen.
    fn draw(&mut self) {
        let mut seen = None;
        let (app, view) = (&self.app, &mut self.view);
        let frame = self
            .terminal
            .draw(|frame| {
                let (what, cursor) = view.draw(app, frame.buffer_mut());
                seen = Some(what);
                if let Some((x, y)) = cursor {
                    frame.set_cursor_position(Position { x, y });
                }
            })
            .unwrap();
        self.shown.read(&self.sink.bytes.take());
        self.shown.assert_shows(frame.buffer);
        self.app.has_seen(seen.unwrap());
    }

    fn keys(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            self.app.key(Press::parse(key).unwrap());
            self.draw();
        }
    }
}
const KEYS: &str = "j enter d j d j z z esc v o j enter esc v f enter v d j enter esc i a ! esc \
                    / ا esc / e down enter : esc f r esc";

proptest! {
    #![proptest_config(crate::testing::cases(80))]

    #[test]
    fn whatever_a_file_says_only_printable_cells_are_sent(
        text in text(),
        arabic in any::<bool>(),
        form in prop::sample::select(vec![Form::Visual, Form::Words, Form::Kitty, Form::Off]),
        size in prop::sample::select(vec![(140, 40), (80, 24), (43, 17), (21, 6)]),
    ) {
        let language = if arabic { Language::Arabic } else { Language::English };
        let mut screen = Screen::new(library(&text), language, form, size);
        screen.draw();
        screen.keys(KEYS);
    }
}

proptest! {
    #![proptest_config(crate::testing::cases(30))]

    /// What is typed letter by letter, and what is pasted, in everything that is typed in, with the
    /// caret, the selection and what was taken back moving through it.
    #[test]
    fn whatever_is_typed_or_pasted_only_printable_cells_are_sent(
        text in text(),
        typed in text(),
        arabic in any::<bool>(),
        form in prop::sample::select(vec![Form::Visual, Form::Words, Form::Kitty, Form::Off]),
        size in prop::sample::select(vec![(140, 40), (80, 24), (43, 17), (21, 6)]),
    ) {
        let language = if arabic { Language::Arabic } else { Language::English };
        let mut screen = Screen::new(library("بند x"), language, form, size);
        screen.draw();
        for opens in ["/", ":", "?", "f b", "!"] {
            screen.keys(opens);
            screen.app.paste(&text);
            screen.draw();
            for ch in typed.chars() {
                let key = KeyEvent::new(KeyCode::Char(ch), KeyModifiers::NONE);
                screen.app.key(Press::typed(key));
            }
            screen.draw();
            screen.keys("left left shift-left right home shift-right shift-end ctrl-z end backspace");
            screen.app.paste(&text);
            screen.draw();
            screen.keys("down up ctrl-left delete esc esc");
        }
    }
}

/// Every kind of bad input by itself, beside a letter on either side that is to be seen.
#[test]
fn each_kind_of_bad_input_is_shown_safely() {
    for bad in [
        "\u{202E}",
        "\u{2066}\u{2067}",
        "\u{9B}2J",
        "\u{1B}[2J",
        "\u{1B}]0;x\u{7}",
        "\u{E0041}",
        "\u{115F}\u{3164}",
        "\u{605}\u{6DD}",
        "\u{200D}",
        "\u{200C}",
        "\u{FEFF}",
        "\u{2028}",
        &"\u{64B}".repeat(1000),
        "\u{FFFF}\u{10FFFF}",
        "\u{34F}\u{FE0F}",
        "\u{17D8}",
    ] {
        for form in [Form::Visual, Form::Words, Form::Kitty, Form::Off] {
            let library = library(&format!("qx{bad}xq"));
            let mut screen = Screen::new(library, Language::English, form, (80, 24));
            screen.draw();
            screen.keys(KEYS);
            screen.keys("1 g");
            let row: String = screen.shown.cells.concat();
            assert!(row.contains("qx") && row.contains("xq"), "{bad:?}: {row}");
        }
    }
}

/// A text of megabytes: what is out of sight is not laid out, and its end is reached all the same.
#[test]
fn a_text_of_megabytes_is_measured_slice_by_slice() {
    for text in ["م".repeat(1 << 20), "كلمة ".repeat(1 << 18)] {
        let report = format!(
            "report: {{id: r, kind: group-report, title: {{en: R}}}}\nitems:\n  - {{id: \"1\", \
             number: [\"1\"], title: {{en: I}}, position: {{stance: support, status: agreed, \
             text: {{en: \"{text}\"}}}}}}\n"
        );
        let library = Library::from_sources(vec![Source::text("r.yaml", report)]);
        let key = library.find("r:1/position").unwrap();
        let mut screen = Screen::new(library, Language::English, Form::Visual, (80, 24));
        screen.app.reading.followed = Some(key);
        screen.app.focus = Focus::Detail;
        screen.draw();
        let detail = &screen.app.seen().detail;
        assert!(detail.more);
        // Of a megabyte some ten kilobytes were looked at.
        assert!(
            detail.lines > detail.fits && detail.lines < 1500,
            "{}",
            detail.lines
        );
        // The first key changes what the line at the bottom says.
        screen.keys("j");
        let before = screen.view.laid_out();
        screen.keys("j j");
        assert_eq!(
            screen.view.laid_out(),
            before,
            "the text in sight was laid out before"
        );
        // The end was asked for before it was known where that is.
        screen.keys("G");
        let mut slices = 0;
        while screen.view.measure(&screen.app) {
            slices += 1;
        }
        screen.draw();
        let detail = &screen.app.seen().detail;
        assert!(!detail.more && slices > 10);
        // 2^20 letters, or 2^18 words of four letters and a blank, in a column of 42.
        let least = match text.starts_with("مم") {
            true => (1 << 20) / 42,
            false => (1 << 18) / 8,
        };
        assert!(detail.lines >= least, "{} lines", detail.lines);
        assert_eq!(screen.app.reading.scroll, detail.lines - detail.fits);
    }
}

/// A number of 22 columns in a pane where it has 20: its last emoji reached under the title and hid
/// where that begins.
#[test]
fn a_wide_sign_that_ends_the_room_for_a_number_hides_nothing() {
    let library = library("¡\tAAAAAAaa\t\r\u{85}ءءءء\t🇩👩👍");
    let mut screen = Screen::new(library, Language::English, Form::Visual, (43, 17));
    screen.draw();
    let row: String = screen.shown.cells[2 * 43..3 * 43].concat();
    assert_eq!(row.trim_end(), "▸¡ AAAAAAaa   ﺀﺀﺀﺀ…  👍👩D ﺀﺀﺀﺀ AAAAAAaa ¡");
    screen.keys("j enter");
}
