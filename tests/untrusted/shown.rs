//! What a terminal makes of the bytes that it gets.

use std::cell::RefCell;
use std::io;
use std::ops::Range;
use std::rc::Rc;

use majlis::terminal::Device;
use ratatui::buffer::Buffer;
use ratatui::layout::Size;
use unicode_width::UnicodeWidthChar;

/// A terminal that keeps what it got.
#[derive(Clone)]
pub struct Sink {
    pub bytes: Rc<RefCell<Vec<u8>>>,
    pub size: Size,
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
pub struct Shown {
    pub cells: Vec<String>,
    size: Size,
    /// Column and row where the next character goes.
    at: (usize, usize),
    /// The rows that a scroll moves.
    scrolled: Range<usize>,
}

/// What no terminal is to get, from the list of the project's notes on Arabic in terminals.
pub(crate) fn forbidden(ch: char) -> bool {
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
    /// An empty one.
    pub fn new(size: Size) -> Self {
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
    pub fn read(&mut self, bytes: &[u8]) {
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
    pub fn assert_shows(&self, buffer: &Buffer) {
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
