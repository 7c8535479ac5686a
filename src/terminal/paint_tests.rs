//! What is painted is what was asked for, read by a terminal emulator (`vt100`), and no longer than
//! need be.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::*;

const AREA: Rect = Rect::new(0, 0, 24, 3);

/// A painter, the terminal that it paints, and the frame that it last painted.
struct Wall {
    painter: Painter,
    before: Buffer,
    emulator: vt100::Parser,
}

impl Wall {
    fn new() -> Self {
        Self::of(AREA)
    }

    fn of(area: Rect) -> Self {
        Self {
            painter: Painter::new(true),
            before: Buffer::empty(area),
            emulator: vt100::Parser::new(area.height, area.width, 0),
        }
    }

    fn paint(&mut self, frame: Buffer) -> String {
        let mut out = Vec::new();
        let changed = self.before.diff(&frame);
        self.painter.paint(changed.into_iter(), &mut out);
        self.before = frame;
        self.emulator.process(&out);
        String::from_utf8(out).unwrap()
    }

    fn text(&mut self, text: &str) -> String {
        let mut frame = Buffer::empty(AREA);
        frame.set_string(0, 1, text, Style::new());
        self.paint(frame)
    }

    /// Whether the emulator shows the frame: every letter with its look, every blank with what is
    /// seen of its look.
    fn assert_shown(&self) {
        let screen = self.emulator.screen();
        for position in self.before.area.positions() {
            let wanted = &self.before[position];
            let shown = screen.cell(position.y, position.x).unwrap();
            if shown.is_wide_continuation() {
                continue;
            }
            let blank = wanted.symbol() == " ";
            let text = if shown.has_contents() {
                shown.contents()
            } else {
                " "
            };
            assert_eq!(text, wanted.symbol(), "{position}");
            assert_eq!(
                shown.inverse(),
                wanted.modifier.contains(Modifier::REVERSED)
            );
            assert_eq!(
                shown.underline(),
                wanted.modifier.contains(Modifier::UNDERLINED)
            );
            assert_eq!(colour(shown.bgcolor()), wanted.bg, "{position}");
            if !blank {
                assert_eq!(colour(shown.fgcolor()), wanted.fg, "{position}");
                assert_eq!(shown.dim(), wanted.modifier.contains(Modifier::DIM));
            }
        }
    }
}

fn colour(shown: vt100::Color) -> Color {
    match shown {
        vt100::Color::Idx(1) => Color::Red,
        vt100::Color::Idx(4) => Color::Blue,
        vt100::Color::Default => Color::Reset,
        other => panic!("a colour that was not asked for: {other:?}"),
    }
}

/// xterm leaves the end of a tail in the next cell until that is written too.
#[test]
fn what_an_arabic_letter_reached_into_is_written_with_it() {
    let mut wall = Wall::new();
    wall.text("|ﻖ|");
    assert_eq!(wall.text("| |"), "\x1b[2H| |");
    // A Latin letter keeps to its column.
    wall.text("|q|");
    assert_eq!(wall.text("| |"), "\x1b[2;2H ");
    // Nothing stands beyond the edge, and no half of a wide sign is written.
    wall.text(&format!("{}👍ﻖ", " ".repeat(21)));
    assert_eq!(wall.text(&format!("{}👍", " ".repeat(21))), "\x1b[2;24H ");
    wall.assert_shown();
}

#[test]
fn a_short_gap_is_written_again_and_a_long_one_moved_over() {
    let mut wall = Wall::new();
    wall.text("one two three four five");
    // `CSI 6 G` would take four bytes for the one blank between.
    assert_eq!(wall.text("onE Two three four five"), "\x1b[2;3HE T");
    // Four bytes either way: the letters. Five letters: the move.
    assert_eq!(wall.text("onE twO three four five"), "\x1b[2;5HtwO");
    assert_eq!(wall.text("onE twO threE foUr five"), "\x1b[2;13HE foU");
    assert_eq!(wall.text("ONE twO threE foUr fivE"), "\x1b[2HON\x1b[23GE");
}

#[test]
fn many_blanks_are_erased_and_few_are_written() {
    let mut wall = Wall::new();
    wall.text("one two three four five");
    assert_eq!(wall.text("one two"), "\x1b[2;9H\x1b[K");
    // Three bytes either way: the blanks.
    assert_eq!(wall.text("one"), "\x1b[2;5H   ");
    assert_eq!(wall.text("o"), "\x1b[2;2H  ");
    wall.text("abcdefghijklmnopqrst");
    assert_eq!(wall.text("ab                  "), "\x1b[2;3H\x1b[K");
    wall.text("abcdefghijklmnopqrst");
    // Eight blanks, or four bytes to erase them: nothing is to be written behind them.
    assert_eq!(wall.text("ab        klmnopqrst"), "\x1b[2;3H\x1b[8X");
    wall.text("abcdefghijklmnopqrst");
    // Here a move of five bytes would follow.
    assert_eq!(wall.text("ab        Klmnopqrst"), "\x1b[2;3H        K");
}

#[test]
fn a_blank_that_looks_the_same_is_not_sent() {
    let mut wall = Wall::new();
    wall.text("a b");
    let mut frame = wall.before.clone();
    frame.set_style(
        Rect::new(1, 1, 1, 1),
        Style::new().fg(Color::Red).add_modifier(Modifier::DIM),
    );
    assert_eq!(wall.paint(frame.clone()), "");
    frame.set_style(Rect::new(1, 1, 1, 1), Style::new().bg(Color::Red));
    assert_eq!(wall.paint(frame), "\x1b[2;2H\x1b[2;31;41m \x1b[m");
}

/// A piece of a row: where it begins, what it says, how it looks.
fn piece(
    letters: &'static [&'static str],
    looks: &'static [Style],
) -> impl Strategy<Value = (u16, u16, String, Style)> {
    let text = prop::collection::vec(prop::sample::select(letters), 0..20);
    let look = prop::sample::select(looks);
    (0..AREA.width, 0..AREA.height, text, look)
        .prop_map(|(x, y, letters, look)| (x, y, letters.concat(), look))
}

const LOOKS: &[Style] = &[
    Style::new(),
    Style::new().fg(Color::Red),
    Style::new().bg(Color::Blue),
    Style::new().fg(Color::Blue).bg(Color::Red),
    Style::new().add_modifier(Modifier::DIM),
    Style::new().add_modifier(Modifier::REVERSED),
    Style::new()
        .fg(Color::Red)
        .add_modifier(Modifier::UNDERLINED),
];

/// One look.
const PLAIN: &[Style] = &[Style::new()];

fn check(frames: Vec<Vec<(u16, u16, String, Style)>>) {
    let mut wall = Wall::new();
    for pieces in frames {
        let mut frame = Buffer::empty(AREA);
        for (x, y, text, style) in pieces {
            frame.set_string(x, y, text, style);
        }
        wall.paint(frame);
        wall.assert_shown();
    }
}

/// A list of rows of letters, from one of them on, under a heading; in the columns beside it, another
/// text.
fn list(first: usize, beside: &str) -> Buffer {
    let mut frame = Buffer::empty(TALL);
    frame.set_string(0, 0, "Agenda items", Style::new().fg(Color::Red));
    for row in 1..TALL.height {
        let letter = char::from(b'a' + (first + usize::from(row)).rem_euclid(26) as u8);
        let style = LOOKS[(first + usize::from(row)) % LOOKS.len()];
        frame.set_string(0, row, letter.to_string().repeat(24), style);
        frame.set_string(25, row, beside, Style::new());
    }
    frame
}

/// Large enough for rows to be moved.
const TALL: Rect = Rect::new(0, 0, 40, 14);

#[test]
fn a_list_that_scrolls_costs_its_new_rows() {
    let mut wall = Wall::of(TALL);
    wall.paint(list(0, ""));
    let sent = wall.paint(list(3, ""));
    wall.assert_shown();
    assert!(sent.starts_with("\x1b[2;14r\x1b[3S\x1b[r"), "{sent:?}");
    // Three rows of 24 letters, not thirteen.
    assert!(sent.len() < 150, "{sent:?}");
}

#[test]
fn what_is_left_of_a_wide_character_does_not_hide_what_moves_there() {
    let mut wall = Wall::of(TALL);
    let mut wide = list(0, "");
    wide.set_string(30, 5, "語", Style::new());
    wall.paint(wide);
    // The wide character goes, and then rows move a letter to where its second half was.
    wall.paint(list(0, ""));
    let mut below = list(0, "");
    below.set_string(31, 8, "n", Style::new());
    wall.paint(below);
    wall.paint(list(3, ""));
    wall.assert_shown();
}

proptest! {
    #![proptest_config(crate::testing::cases(256))]

    #[test]
    fn rows_that_move_are_shown_as_they_were_drawn(
        steps in prop::collection::vec((0_usize..12, "[ab日]{0,6}"), 1..8)
    ) {
        let mut wall = Wall::of(TALL);
        for (first, beside) in steps {
            wall.paint(list(first, &beside));
            wall.assert_shown();
        }
    }

    #[test]
    fn every_frame_is_shown_as_it_was_drawn(
        frames in prop::collection::vec(
            prop::collection::vec(piece(&[" ", " ", "a", "b", "ﻼ", "ﺪ\u{650}"], LOOKS), 0..6), 1..8)
    ) {
        check(frames);
    }

    /// One text, since one over half of a wide character is no frame, and in one look, since terminals
    /// do not agree on that of the half that is left.
    #[test]
    fn wide_characters_come_and_go(
        frames in prop::collection::vec(
            prop::collection::vec(piece(&[" ", " ", "a", "日"], PLAIN), 0..2), 1..8)
    ) {
        check(frames);
    }
}
