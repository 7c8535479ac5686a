//! The canvas: where text becomes cells of the screen. Everything drawn goes through here, and
//! through the text layer; nothing else writes to the buffer.
//!
//! Places are given as in a language that is read from left to right; where the interface is
//! Arabic the canvas mirrors them, so that "start" is the right and "end" the left.

mod field;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::seen::Area;
use crate::report::Language;
use crate::script::{Direction, Form, Layout, Line};

use super::styled::Styled;

/// One line laid out, with the style of each of its cells.
#[derive(Debug, Clone, Default)]
pub struct Drawn {
    line: Line,
    styles: Vec<Style>,
}

impl Drawn {
    fn new(line: Line, text: &Styled) -> Self {
        let styles = line
            .cells
            .iter()
            .map(|cell| text.style_at(&cell.range))
            .collect();
        Self { line, styles }
    }

    /// Columns that the line takes.
    #[must_use]
    pub fn width(&self) -> u16 {
        u16::try_from(self.line.width()).unwrap_or(u16::MAX)
    }

    /// The bytes of its text.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.line.cells.iter().map(|cell| cell.text.len()).sum()
    }
}

/// At which edge a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// The left in English, the right in Arabic.
    Start,
    /// Where its own direction begins: a text in the other language stands at its own side.
    Own,
}

/// The screen while a frame is drawn.
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    screen: Rect,
    language: Language,
    form: Form,
    put: usize,
}

impl<'a> Canvas<'a> {
    /// The part of a buffer that is the screen.
    pub const fn new(buffer: &'a mut Buffer, screen: Rect, language: Language, form: Form) -> Self {
        Self {
            buffer,
            screen,
            language,
            form,
            put: 0,
        }
    }

    /// How many bytes of text have been put on the canvas so far.
    #[must_use]
    pub const fn bytes(&self) -> usize {
        self.put
    }

    /// The language of the interface.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Where an area lies on the screen as the eye sees it.
    #[must_use]
    pub fn seen(&self, area: Rect) -> Area {
        let area = self.mirrored(area);
        Area {
            x: area.x,
            y: area.y,
            width: area.width,
            height: area.height,
        }
    }

    fn mirrored(&self, area: Rect) -> Rect {
        match self.language {
            Language::English => area,
            Language::Arabic => Rect {
                x: (self.screen.x + self.screen.width)
                    .saturating_sub(area.x.saturating_sub(self.screen.x) + area.width),
                ..area
            },
        }
    }

    /// Words of the interface: their paragraph direction is the interface's.
    const fn interface(&self) -> Layout {
        Layout {
            form: self.form,
            direction: match self.language {
                Language::Arabic => Direction::RightToLeft,
                Language::English => Direction::LeftToRight,
            },
        }
    }

    /// Texts of reports: most of their words say their direction, so that a sentence that begins
    /// with an acronym runs as its language does.
    const fn content(&self) -> Layout {
        Layout {
            form: self.form,
            direction: Direction::Dominant,
        }
    }

    /// One line of the interface's words, cut with `…` where it does not fit.
    #[must_use]
    pub fn words(&self, text: &Styled, width: u16) -> Drawn {
        Drawn::new(self.interface().line(&text.text, usize::from(width)), text)
    }

    /// The interface's words in as many lines as they need.
    #[must_use]
    pub fn wrapped_words(&self, text: &Styled, width: u16) -> Vec<Drawn> {
        self.interface()
            .wrap(&text.text, usize::from(width))
            .into_iter()
            .map(|line| Drawn::new(line, text))
            .collect()
    }

    /// A text of a report in as many lines as it needs.
    #[must_use]
    pub fn wrapped(&self, text: &Styled, width: u16) -> Vec<Drawn> {
        self.content()
            .wrap(&text.text, usize::from(width))
            .into_iter()
            .map(|line| Drawn::new(line, text))
            .collect()
    }

    /// A text of a report in at most so many lines; what does not fit is cut with `…`.
    #[must_use]
    pub fn at_most(&self, text: &Styled, width: u16, lines: usize) -> Vec<Drawn> {
        self.cut(self.wrapped(text, width), text, width, lines)
    }

    /// The interface's words in at most so many lines; what does not fit is cut with `…`.
    #[must_use]
    pub fn words_at_most(&self, text: &Styled, width: u16, lines: usize) -> Vec<Drawn> {
        self.cut(self.wrapped_words(text, width), text, width, lines)
    }

    /// Keeps the first lines of a wrapped text; the last one ends in `…` where more would follow.
    fn cut(&self, mut all: Vec<Drawn>, text: &Styled, width: u16, lines: usize) -> Vec<Drawn> {
        let Some(last) = lines.checked_sub(1).filter(|last| last + 1 < all.len()) else {
            all.truncate(lines);
            return all;
        };
        all.truncate(lines);
        if let Some(line) = all.get_mut(last) {
            let rest = text.from(line.line.range.start);
            let layout = Layout {
                form: self.form,
                direction: if line.line.rtl {
                    Direction::RightToLeft
                } else {
                    Direction::LeftToRight
                },
            };
            // The words that follow make the line too long, so that the ellipsis stands.
            *line = Drawn::new(layout.line(&rest.text, usize::from(width)), &rest);
        }
        all
    }

    /// Puts a line into the first row of an area, at one of its edges; returns where it lies, as
    /// given (not mirrored).
    pub fn put(&mut self, area: Rect, line: &Drawn, edge: Edge) {
        if area.height == 0 || area.width == 0 {
            return;
        }
        let width = line.width().min(area.width);
        let rtl = match edge {
            Edge::Start => self.language == Language::Arabic,
            Edge::Own => line.line.rtl,
        };
        let place = self.mirrored(area);
        let mut x = if rtl {
            place.x + place.width - width
        } else {
            place.x
        };
        let end = place.x + place.width;
        for (cell, style) in line.line.cells.iter().zip(&line.styles) {
            let columns = u16::from(cell.width);
            if x + columns > end {
                break;
            }
            if let Some(target) = self.buffer.cell_mut((x, place.y)) {
                target.set_symbol(&cell.text).set_style(*style);
                self.put += cell.text.len();
            }
            if columns == 2
                && let Some(covered) = self.buffer.cell_mut((x + 1, place.y))
            {
                covered.set_symbol(" ").set_style(*style);
            }
            x += columns;
        }
    }

    /// Lays a style over an area.
    pub fn tint(&mut self, area: Rect, style: Style) {
        let area = self.mirrored(area).intersection(self.screen);
        self.buffer.set_style(area, style);
    }

    /// Fills an area with one sign of one column; nothing of what stood there shines through.
    pub fn fill(&mut self, area: Rect, sign: &str, style: Style) {
        let area = self.mirrored(area).intersection(self.screen);
        for position in area.positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.reset();
                cell.set_symbol(sign).set_style(style);
            }
        }
    }
}
