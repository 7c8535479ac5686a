//! The bytes of frames, read by a terminal emulator (`vt100`) and counted.

use std::cell::Cell as Shared;
use std::rc::Rc;

use ratatui::Terminal;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};
use ratatui::widgets::{Paragraph, Widget};

use super::*;

/// A screen of a given size that keeps what it was sent, write by write.
#[derive(Default)]
struct Paper {
    writes: Vec<Vec<u8>>,
    size: Rc<Shared<Size>>,
    broken: bool,
}

impl Device for Paper {
    fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.broken {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        self.writes.push(bytes.to_vec());
        Ok(())
    }

    fn size(&self) -> Size {
        self.size.get()
    }
}

struct Bench {
    terminal: Terminal<FrameBackend<Paper>>,
    size: Rc<Shared<Size>>,
    emulator: vt100::Parser,
}

impl Bench {
    fn new(width: u16, height: u16, colour: bool) -> Self {
        let size = Rc::new(Shared::new(Size { width, height }));
        let paper = Paper {
            size: Rc::clone(&size),
            ..Paper::default()
        };
        let mut emulator = vt100::Parser::new(height, width, 0);
        emulator.process(b"\x1b[?25l");
        let terminal = Terminal::new(FrameBackend::new(paper, colour)).unwrap();
        Self {
            terminal,
            size,
            emulator,
        }
    }

    /// Draws a frame and returns what was sent, in one write or none.
    fn draw(&mut self, render: impl FnOnce(&mut ratatui::Frame)) -> String {
        self.terminal.draw(render).unwrap();
        let sent = self.terminal.backend().sent();
        let writes = std::mem::take(&mut self.terminal.backend_mut().device.writes);
        assert!(writes.len() <= 1, "more than one write: {writes:?}");
        let bytes = writes.concat();
        assert_eq!(sent, bytes.len());
        self.emulator.process(&bytes);
        String::from_utf8(bytes).unwrap()
    }

    fn draw_text(&mut self, text: &str) -> String {
        self.draw(|frame| Paragraph::new(text).render(frame.area(), frame.buffer_mut()))
    }

    fn rows(&self) -> Vec<String> {
        let screen = self.emulator.screen();
        screen.rows(0, screen.size().1).collect()
    }
}

#[test]
fn a_frame_is_one_synchronized_update_that_shows_the_text() {
    let mut bench = Bench::new(20, 3, true);
    let sent = bench.draw_text("one\n\nthree");
    assert_eq!(sent, "\x1b[?2026h\x1b[Hone\x1b[3Hthree\x1b[?2026l");
    assert_eq!(bench.rows(), ["one", "", "three"]);
}

#[test]
fn nothing_is_sent_for_the_same_frame() {
    let mut bench = Bench::new(20, 3, true);
    bench.draw_text("one");
    assert_eq!(bench.draw_text("one"), "");
    let with_cursor = |frame: &mut ratatui::Frame| {
        Paragraph::new("one").render(frame.area(), frame.buffer_mut());
        frame.set_cursor_position((2, 1));
    };
    assert_eq!(
        bench.draw(with_cursor),
        "\x1b[?2026h\x1b[2;3H\x1b[?25h\x1b[?2026l"
    );
    assert_eq!(bench.draw(with_cursor), "");
}

#[test]
fn the_cursor_ends_where_it_is_wanted_and_hides_again() {
    let mut bench = Bench::new(20, 3, true);
    bench.draw(|frame| {
        Paragraph::new("text").render(frame.area(), frame.buffer_mut());
        frame.set_cursor_position((5, 1));
    });
    assert_eq!(bench.emulator.screen().cursor_position(), (1, 5));
    assert!(!bench.emulator.screen().hide_cursor());
    bench.draw(|frame| {
        Paragraph::new("other").render(frame.area(), frame.buffer_mut());
        frame.set_cursor_position((5, 1));
    });
    assert_eq!(bench.emulator.screen().cursor_position(), (1, 5));
    assert_eq!(bench.draw_text("other"), "\x1b[?2026h\x1b[?25l\x1b[?2026l");
    assert!(bench.emulator.screen().hide_cursor());
}

#[test]
fn only_what_changed_is_sent() {
    let mut bench = Bench::new(20, 2, true);
    bench.draw_text("item one\nitem two");
    let sent = bench.draw_text("item one\nstem twa");
    assert_eq!(sent, "\x1b[?2026h\x1b[2Hs\x1b[8Ga\x1b[?2026l");
    assert_eq!(bench.rows(), ["item one", "stem twa"]);
}

#[test]
fn looks_end_with_the_frame() {
    let mut bench = Bench::new(10, 1, true);
    let style = Style::new().fg(Color::Red).add_modifier(Modifier::BOLD);
    let sent = bench.draw(|frame| frame.buffer_mut().set_string(0, 0, "ab", style));
    assert_eq!(sent, "\x1b[?2026h\x1b[H\x1b[1;31mab\x1b[m\x1b[?2026l");
}

#[test]
fn without_colour_the_attributes_remain() {
    let mut bench = Bench::new(10, 1, false);
    let style = Style::new()
        .fg(Color::Red)
        .bg(Color::Rgb(1, 2, 3))
        .reversed()
        .underlined();
    let sent = bench.draw(|frame| frame.buffer_mut().set_string(0, 0, "ab", style));
    assert_eq!(sent, "\x1b[?2026h\x1b[H\x1b[4;7mab\x1b[m\x1b[?2026l");
}

#[test]
fn a_letter_with_marks_is_one_cell_and_whole() {
    let mut bench = Bench::new(10, 1, true);
    bench.draw(|frame| {
        for (x, symbol) in ["\u{FEAA}\u{0650}", "\u{FEE4}\u{0651}\u{064E}", "x"]
            .iter()
            .enumerate()
        {
            let cell = frame
                .buffer_mut()
                .cell_mut((u16::try_from(x).unwrap(), 0))
                .unwrap();
            cell.set_symbol(symbol);
        }
    });
    let screen = bench.emulator.screen();
    assert_eq!(screen.cell(0, 0).unwrap().contents(), "\u{FEAA}\u{0650}");
    assert_eq!(
        screen.cell(0, 1).unwrap().contents(),
        "\u{FEE4}\u{0651}\u{064E}"
    );
    assert_eq!(screen.cell(0, 2).unwrap().contents(), "x");
}

#[test]
fn what_follows_a_wide_character_stands_after_both_its_columns() {
    let mut bench = Bench::new(10, 1, true);
    bench.draw_text("日本x");
    assert_eq!(bench.rows(), ["日本x"]);
    assert_eq!(bench.emulator.screen().cell(0, 4).unwrap().contents(), "x");
    bench.draw_text("a 本x");
    assert_eq!(bench.emulator.screen().cell(0, 0).unwrap().contents(), "a");
    assert_eq!(bench.emulator.screen().cell(0, 2).unwrap().contents(), "本");
}

/// The backend is asked directly: ratatui's own comparison of frames stops at a control
/// character in a debug build.
#[test]
fn no_control_character_of_a_cell_reaches_the_terminal() {
    let mut backend = FrameBackend::new(Paper::default(), true);
    let symbols = ["\u{7F}", "\u{9B}", "a\u{202E}", "\n"];
    let cells: Vec<Cell> = symbols.iter().map(|symbol| Cell::new(symbol)).collect();
    let osc = Cell::new("\u{1B}]0;x\u{07}");
    let row = (0..)
        .zip(&cells)
        .map(|(x, cell)| (x, 0, cell))
        .chain([(5, 0, &osc)]);
    backend.draw(row).unwrap();
    backend.flush().unwrap();
    let sent = String::from_utf8(backend.device.writes.concat()).unwrap();
    assert_eq!(sent, "\x1b[?2026h\x1b[H··a· ·]0;x·\x1b[?2026l");
}

#[test]
fn a_resize_clears_and_draws_anew_down_to_one_cell() {
    let mut bench = Bench::new(20, 3, true);
    bench.draw_text("one");
    for (width, height) in [(1, 1), (300, 100), (2, 1), (1, 40), (0, 0), (20, 3)] {
        bench.size.set(Size { width, height });
        let sent = bench.draw(|frame| {
            assert_eq!(frame.area().as_size(), Size { width, height });
            Paragraph::new("one").render(frame.area(), frame.buffer_mut());
        });
        assert!(sent.starts_with("\x1b[?2026h\x1b[2J"), "{sent:?}");
    }
    assert_eq!(bench.rows(), ["one", "", ""]);
}

#[test]
fn a_broken_line_is_an_error_and_no_panic() {
    let mut bench = Bench::new(20, 3, true);
    bench.terminal.backend_mut().device.broken = true;
    let error = bench
        .terminal
        .draw(|frame| frame.render_widget("x", frame.area()))
        .unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
}

/// Four panes of Arabic rows at 120×36, with a reversed row in one of them.
fn four_panes(frame: &mut ratatui::Frame, chosen: u16) {
    let text = "ﺔﻴﺑﺮﻌﻟﺍ ﺔﻋﻮﻤﺠﻤﻟﺍ 35/62C ﻥﺄﺸﺑ ﺕﺎﻴﺻﻮﺗ ﺲﻠﺠﻤﻟﺍ";
    for y in 0..36 {
        for x in [0, 60] {
            let style = Style::new().fg(Color::Indexed(250)).bg(Color::Indexed(235));
            frame
                .buffer_mut()
                .set_string(x, y, format!("{y:02} {text}"), style);
        }
    }
    let row = Rect::new(0, chosen, 60, 1);
    frame
        .buffer_mut()
        .set_style(row, Style::new().reversed().bold());
    frame.set_cursor_position(Position::new(0, chosen));
}

#[test]
fn moving_the_chosen_row_at_120_by_36_takes_less_than_2_kb() {
    let mut bench = Bench::new(120, 36, true);
    bench.draw(|frame| four_panes(frame, 4));
    let sent = bench.draw(|frame| four_panes(frame, 5));
    assert!(sent.len() < 500, "{} bytes", sent.len());
    assert!(bench.emulator.screen().cell(5, 0).unwrap().inverse());
    assert!(!bench.emulator.screen().cell(4, 0).unwrap().inverse());
}
