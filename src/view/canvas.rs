//! The canvas: where text becomes cells of the screen. Everything drawn goes through here, and
//! through the text layer; nothing else writes to the buffer.
//!
//! Places are given as in a language that is read from left to right; where the interface is
//! Arabic the canvas mirrors them, so that "start" is the right and "end" the left.

mod area;
mod field;

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::seen::{Area, Spot, Target};
use crate::report::Language;
use crate::script::{Cell, Direction, Form, Layout, Line};

use super::layouts::{Fit, Layouts, Setting};
use super::styled::{Span, Styled, styles};

pub use area::{TextDrawn, text_width};

/// One line laid out, with the styles of its text.
#[derive(Debug, Clone)]
pub struct Drawn {
    /// The lines of the text of which this is one.
    lines: Rc<[Line]>,
    at: usize,
    spans: Rc<[Span]>,
}

impl Drawn {
    /// All lines of a text.
    fn all(lines: &Rc<[Line]>, text: &Styled) -> Vec<Self> {
        let spans = text.spans();
        (0..lines.len())
            .map(|at| Self {
                lines: Rc::clone(lines),
                at,
                spans: Rc::clone(&spans),
            })
            .collect()
    }

    fn line(&self) -> Option<&Line> {
        self.lines.get(self.at)
    }

    /// The style of each cell.
    fn styles(&self) -> Vec<Style> {
        self.line()
            .map_or_else(Vec::new, |line| styles(line, &self.spans))
    }

    fn cells(&self) -> &[Cell] {
        self.line().map_or(&[], |line| &line.cells)
    }

    /// Whether a byte of the text stands on the line, and not only an ellipsis for it.
    #[must_use]
    pub fn shows(&self, byte: usize) -> bool {
        let mut cells = self.cells().iter();
        cells.any(|cell| cell.range.contains(&byte) && !cell.is_cut)
    }

    /// The bytes of the text that stand on the line.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.line().map_or(0..0, |line| line.range.clone())
    }

    /// Columns that the line takes.
    #[must_use]
    pub fn width(&self) -> u16 {
        let columns = self.line().map_or(0, Line::width);
        u16::try_from(columns).unwrap_or(u16::MAX)
    }

    /// The bytes of its text.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.cells().iter().map(|cell| cell.text.len()).sum()
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

/// How words of the interface are laid out: their paragraph direction is the interface's.
pub const fn interface(language: Language, form: Form) -> Layout {
    Layout {
        form,
        direction: match language {
            Language::Arabic => Direction::RightToLeft,
            Language::English => Direction::LeftToRight,
        },
    }
}

/// How texts of reports are laid out: most of their words say their direction, so that a sentence
/// that begins with an acronym runs as its language does.
pub const fn content(form: Form) -> Layout {
    Layout {
        form,
        direction: Direction::Dominant,
    }
}

/// The screen while a frame is drawn.
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    screen: Rect,
    language: Language,
    form: Form,
    put: usize,
    layouts: Rc<RefCell<Layouts>>,
    spots: Vec<Spot>,
}

impl<'a> Canvas<'a> {
    /// The part of a buffer that is the screen.
    pub fn new(buffer: &'a mut Buffer, screen: Rect, language: Language, form: Form) -> Self {
        Self {
            buffer,
            screen,
            language,
            form,
            put: 0,
            layouts: Rc::default(),
            spots: Vec::new(),
        }
    }

    /// The same, with what the frame before laid out.
    #[must_use]
    pub fn remembering(self, layouts: &Rc<RefCell<Layouts>>) -> Self {
        Self {
            layouts: Rc::clone(layouts),
            ..self
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

    /// Notes what an area belongs to, for who points at it.
    pub fn belongs(&mut self, area: Rect, target: Target) {
        let area = self.seen(area);
        if !area.is_empty() {
            self.spots.push(Spot { area, target });
        }
    }

    /// What was noted.
    #[must_use]
    pub fn spots(self) -> Vec<Spot> {
        self.spots
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

    /// Words of the interface.
    const fn interface(&self) -> Layout {
        interface(self.language, self.form)
    }

    /// Texts of reports.
    const fn content(&self) -> Layout {
        content(self.form)
    }

    fn lay_out(&self, text: &Styled, layout: Layout, width: u16, fit: Fit) -> Vec<Drawn> {
        let setting = Setting { layout, width, fit };
        let lines = self.layouts.borrow_mut().lines(&text.text, setting);
        Drawn::all(&lines, text)
    }

    /// One line, cut with `…` where it does not fit.
    fn one(&self, text: &Styled, layout: Layout, width: u16) -> Drawn {
        let fit = Fit::Line;
        let setting = Setting { layout, width, fit };
        let lines = self.layouts.borrow_mut().lines(&text.text, setting);
        Drawn {
            lines,
            at: 0,
            spans: text.spans(),
        }
    }

    /// One line of the interface's words, cut with `…` where it does not fit.
    #[must_use]
    pub fn words(&self, text: &Styled, width: u16) -> Drawn {
        self.one(text, self.interface(), width)
    }

    /// The interface's words in as many lines as they need.
    #[must_use]
    pub fn wrapped_words(&self, text: &Styled, width: u16) -> Vec<Drawn> {
        self.lay_out(text, self.interface(), width, Fit::Wrap)
    }

    /// A text of a report in as many lines as it needs.
    #[must_use]
    pub fn wrapped(&self, text: &Styled, width: u16) -> Vec<Drawn> {
        self.lay_out(text, self.content(), width, Fit::Wrap)
    }

    /// A text of a report in at most so many lines; what does not fit is cut with `…`.
    #[must_use]
    pub fn at_most(&self, text: &Styled, width: u16, lines: usize) -> Vec<Drawn> {
        self.lay_out(text, self.content(), width, Fit::AtMost(lines))
    }

    /// The interface's words in at most so many lines; what does not fit is cut with `…`.
    #[must_use]
    pub fn words_at_most(&self, text: &Styled, width: u16, lines: usize) -> Vec<Drawn> {
        self.lay_out(text, self.interface(), width, Fit::AtMost(lines))
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
            Edge::Own => line.line().is_some_and(|line| line.rtl),
        };
        let place = self.mirrored(area);
        let mut x = if rtl {
            place.x + place.width - width
        } else {
            place.x
        };
        let end = place.x + place.width;
        self.part(x, place.y);
        for (cell, style) in line.cells().iter().zip(line.styles()) {
            let columns = u16::from(cell.width);
            if x + columns > end {
                break;
            }
            if let Some(target) = self.buffer.cell_mut((x, place.y)) {
                target.set_symbol(&cell.text).set_style(style);
                self.put += cell.text.len();
            }
            if columns == 2
                && let Some(covered) = self.buffer.cell_mut((x + 1, place.y))
            {
                covered.set_symbol(" ").set_style(style);
            }
            x += columns;
        }
    }

    /// Says something at the top of an area, in as many lines as it needs and there are.
    pub fn say(&mut self, area: Rect, text: &Styled) {
        for (row, line) in area.rows().zip(self.wrapped_words(text, area.width)) {
            self.put(row, &line, Edge::Start);
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
        for y in area.top()..area.bottom() {
            self.part(area.x, y);
        }
        for position in area.positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.reset();
                cell.set_symbol(sign).set_style(style);
            }
        }
    }

    /// Takes away the sign of two columns whose second column is about to be drawn on: no terminal
    /// shows half of one, so it would hide what is drawn there.
    fn part(&mut self, x: u16, y: u16) {
        let before = x.checked_sub(1).and_then(|x| self.buffer.cell_mut((x, y)));
        if let Some(cell) = before.filter(|cell| cell.symbol().cell_width() == 2) {
            cell.set_symbol(" ");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::theme;

    #[test]
    fn half_a_wide_sign_hides_nothing_of_what_is_drawn_over_it() {
        let area = Rect::new(0, 0, 8, 1);
        let beside = Rect { x: 2, ..area };
        let shown = |over: fn(&mut Canvas<'_>, Rect)| {
            let mut buffer = Buffer::empty(area);
            let mut canvas = Canvas::new(&mut buffer, area, Language::English, Form::Visual);
            let line = canvas.words(&Styled::new("a👍bcdef", theme::PLAIN), 8);
            canvas.put(area, &line, Edge::Start);
            over(&mut canvas, beside);
            let symbols = buffer.content.iter().map(ratatui::buffer::Cell::symbol);
            symbols.collect::<String>()
        };
        assert_eq!(
            shown(|canvas, beside| {
                let line = canvas.words(&Styled::new("xy", theme::PLAIN), 6);
                canvas.put(beside, &line, Edge::Start);
            }),
            "a xycdef"
        );
        assert_eq!(
            shown(|canvas, beside| canvas.fill(beside, "─", theme::QUIET)),
            "a ──────"
        );
    }
}
