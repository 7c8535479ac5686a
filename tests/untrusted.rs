//! Any text at all, from the YAML of a report to the bytes that the terminal gets: nothing is sent
//! but printable cells and the controls that the program means, and the screen shows the buffer.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

use std::cell::RefCell;
use std::io;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use majlis::app::key::Press;
use majlis::app::{App, Focus, Shelf};
use majlis::library::{Library, Source};
use majlis::report::Language;
use majlis::script::Form;
use majlis::terminal::{Device, FrameBackend};
use majlis::view::View;
use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};
use unicode_width::UnicodeWidthChar;

/// A terminal that keeps what it got.
#[derive(Clone)]
struct Sink {
    bytes: Rc<RefCell<Vec<u8>>>,
    size: Size,
}

impl Device for Sink {
    fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.bytes.borrow_mut().extend_from_slice(bytes);
        Ok(())
    }

    fn size(&self) -> Size {
        self.size
    }
}

/// What the terminal of a person makes of the bytes: a cell has its characters, or nothing where a
/// wide one covers it.
struct Shown {
    cells: Vec<String>,
    size: Size,
    /// Column and row where the next character goes.
    at: (usize, usize),
    /// The rows that a scroll moves.
    scrolled: Range<usize>,
}

/// What no terminal is to get, from the list of the project's notes on Arabic in terminals.
fn forbidden(ch: char) -> bool {
    ch.is_control()
        || matches!(ch,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}'
            | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{600}'..='\u{605}' | '\u{6DD}' | '\u{FDD0}'..='\u{FDEF}'
            | '\u{E0000}'..='\u{E0FFF}')
        || u32::from(ch) & 0xFFFE == 0xFFFE
}

impl Shown {
    fn new(size: Size) -> Self {
        Self {
            cells: vec![" ".to_owned(); usize::from(size.width) * usize::from(size.height)],
            size,
            at: (0, 0),
            scrolled: 0..usize::from(size.height),
        }
    }

    fn cell(&mut self, (x, y): (usize, usize)) -> &mut String {
        assert!(x < usize::from(self.size.width) && y < usize::from(self.size.height));
        &mut self.cells[y * usize::from(self.size.width) + x]
    }

    /// Reads one frame.
    fn read(&mut self, bytes: &[u8]) {
        let text = std::str::from_utf8(bytes).expect("whole characters");
        let mut chars = text.chars();
        while let Some(ch) = chars.next() {
            if ch == '\x1b' {
                assert_eq!(chars.next(), Some('['), "no other sequence is meant");
                let mut parameters = String::new();
                let end = loop {
                    match chars.next().expect("an end of the sequence") {
                        ch @ ('0'..='9' | ';' | '?') => parameters.push(ch),
                        ch => break ch,
                    }
                };
                self.control(&parameters, end);
                continue;
            }
            assert!(!forbidden(ch), "U+{:04X} was sent", u32::from(ch));
            self.print(ch);
        }
    }

    fn control(&mut self, parameters: &str, end: char) {
        let number = |at: usize| {
            let given = parameters.split(';').nth(at).unwrap_or_default();
            given.parse::<usize>().unwrap_or(1)
        };
        match (parameters, end) {
            ("?2026" | "?25", 'h' | 'l') => {}
            ("2", 'J') => self.cells.fill(" ".to_owned()),
            (_, 'H') => self.at = (number(1) - 1, number(0) - 1),
            (_, 'G') => self.at.0 = number(0) - 1,
            ("", 'K') => {
                for x in self.at.0..usize::from(self.size.width) {
                    self.blank(x, self.at.1);
                }
            }
            (_, 'X') => {
                for x in self.at.0..self.at.0 + number(0) {
                    self.blank(x, self.at.1);
                }
            }
            (_, 'r') => {
                let all = usize::from(self.size.height);
                self.scrolled = match parameters {
                    "" => 0..all,
                    _ => number(0) - 1..number(1),
                };
                assert!(self.scrolled.len() > 1 && self.scrolled.end <= all);
                self.at = (0, 0);
            }
            (_, 'S' | 'T') => {
                let columns = usize::from(self.size.width);
                let rows = self.scrolled.start * columns..self.scrolled.end * columns;
                let (part, by) = (&mut self.cells[rows], number(0) * columns);
                if end == 'S' {
                    part.rotate_left(by);
                    part.iter_mut()
                        .rev()
                        .take(by)
                        .for_each(|cell| *cell = " ".to_owned());
                } else {
                    part.rotate_right(by);
                    part.iter_mut()
                        .take(by)
                        .for_each(|cell| *cell = " ".to_owned());
                }
            }
            (_, 'm') => assert!(!parameters.contains('?')),
            other => panic!("{other:?} is not meant"),
        }
    }

    /// Makes a cell blank; of a wide sign both halves.
    fn blank(&mut self, x: usize, y: usize) {
        if self.cell((x, y)).is_empty() {
            *self.cell((x - 1, y)) = " ".to_owned();
        }
        if x + 1 < usize::from(self.size.width) && self.cell((x + 1, y)).is_empty() {
            *self.cell((x + 1, y)) = " ".to_owned();
        }
        *self.cell((x, y)) = " ".to_owned();
    }

    fn print(&mut self, ch: char) {
        let (x, y) = self.at;
        match ch.width().expect("a width") {
            0 => {
                // It goes with the letter before it, which stands on this row.
                let mut base = x.checked_sub(1).expect("a letter for the mark");
                if self.cell((base, y)).is_empty() {
                    base -= 1;
                }
                let cell = self.cell((base, y));
                cell.push(ch);
                assert!(cell.chars().count() <= 5, "at most four marks: {cell:?}");
            }
            columns => {
                for place in x..x + columns {
                    self.blank(place, y);
                }
                *self.cell((x, y)) = ch.to_string();
                if columns == 2 {
                    *self.cell((x + 1, y)) = String::new();
                }
                self.at.0 = x + columns;
            }
        }
    }

    /// Each cell shows what the buffer has.
    fn assert_shows(&self, buffer: &Buffer) {
        let mut meant = Self::new(self.size);
        let columns = usize::from(self.size.width);
        for (y, row) in buffer.content.chunks(columns).enumerate() {
            let mut x = 0;
            while let Some(cell) = row.get(x) {
                meant.at = (x, y);
                cell.symbol().chars().for_each(|ch| meant.print(ch));
                // A wide sign, or the two letters of a flag, cover what stands behind it.
                assert!(meant.at.0 > x, "a cell fills its column: {cell:?}");
                x = meant.at.0;
            }
        }
        for (at, (shown, meant)) in self.cells.iter().zip(&meant.cells).enumerate() {
            assert_eq!(
                shown,
                meant,
                "column {}, row {}",
                at % columns,
                at / columns
            );
        }
    }
}

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

/// A double-quoted YAML scalar with this text, every doubtful character escaped.
fn scalar(text: &str) -> String {
    let escaped: String = text
        .chars()
        .map(|ch| match ch {
            'a'..='z' | 'A'..='Z' | '0'..='9' | ' ' => ch.to_string(),
            _ => format!("\\U{:08X}", u32::from(ch)),
        })
        .collect();
    format!("\"{escaped}\"")
}

/// A library in which the text stands wherever a text, a name or a code may stand.
fn library(text: &str) -> Library {
    let code = scalar(text);
    let text = format!("{{ar: {}, en: {code}}}", scalar(&format!("{text} نص")));
    let report = format!(
        "report: {{id: r, kind: group-report, title: {text}, summary: {text}}}\n\
         items:\n  - {{id: \"1\", number: [{code}], title: {text}, position: \
         {{stance: support, status: agreed, text: {text}}}, notes: [{{text: {text}}}]}}\n  \
         - {{id: {code}, number: [\"2\"], title: {text}}}\n\
         figures:\n  - {{id: fig/1, title: {text}, shares: [{{label: {text}, percent: 42}}]}}\n\
         sections:\n  - {{id: s1, title: {text}, paragraphs: [{{id: p1, text: {text}}}]}}\n"
    );
    let registry = format!(
        "bodies:\n  - {{id: x, name: {text}, acronym: [{code}], kind: conference}}\n\
         persons:\n  - {{id: p, name: {text}, post: {text}}}\n"
    );
    Library::from_sources(vec![
        Source::text("registry.yaml", registry),
        Source::text("r.yaml", report),
        Source::text("bad.yaml", format!("report: {{id: b, kind: {code}}}\n")),
    ])
}

/// Pieces that meet in reports, and pieces that should not.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[ء-يپچکگی]{1,8}",
        2 => "[ء-يً-ْـ\u{200C}\u{200D}]{1,8}",
        3 => "[a-zA-Z]{1,8}",
        2 => "[0-9٠-٩/+.,:()«»-]{1,6}",
        3 => "[ \t\n\r\u{2028}\u{85}]{1,3}",
        1 => "[日本語한글👩👍\u{1F3FD}\u{200D}\u{FE0F}❤🇩🇿]{1,6}",
        2 => "[\u{202A}-\u{202E}\u{2066}-\u{2069}\u{FDD0}\u{FDD1}\u{200B}-\u{200F}\u{61C}\u{FEFF}]{1,3}",
        1 => "[\0-\u{1F}\u{7F}-\u{9F}]{1,3}",
        1 => Just("\u{1B}]0;owned\u{7}\u{9B}2J\u{1B}[31m\u{9D}0;a\u{9C}".to_owned()),
        1 => "[\u{E0001}\u{E0020}-\u{E007F}\u{115F}\u{1160}\u{3164}\u{FFA0}\u{AD}]{1,3}",
        1 => "[\u{600}-\u{605}\u{6DD}\u{70F}\u{8E2}\u{110BD}]{1,2}",
        1 => (0_usize..60).prop_map(|count| "\u{64B}\u{301}".repeat(count)),
        1 => "[\u{378}\u{530}\u{FFFE}\u{1FFFF}\u{10FFFF}\u{E000}\u{2FFFF}]{1,2}",
        2 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
}

const KEYS: &str = "j enter d j d j z z esc v o j enter esc v f enter v d j enter esc i a ! esc \
                    / ا esc / e down enter : esc f r esc";

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, failure_persistence: None, ..ProptestConfig::default() })]

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
