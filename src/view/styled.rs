//! Text with styles on ranges of its bytes, in logical order.

use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;

use ratatui::style::Style;

use super::theme;
use crate::script::{Line, head, is_rtl, isolate};

/// The longest code, date or number that is shown, in bytes.
const LONGEST_CODE: usize = 1 << 10;

/// Bytes of a text, and how they are drawn.
pub type Span = (Range<usize>, Style);

/// A text, and which of its bytes are drawn how. Later styles go on top of earlier ones.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Styled {
    /// The text in logical order.
    pub text: String,
    spans: Vec<Span>,
}

impl Styled {
    /// A text in one style.
    #[must_use]
    pub fn new(text: impl Into<String>, style: Style) -> Self {
        let text = text.into();
        Self {
            spans: vec![(0..text.len(), style)],
            text,
        }
    }

    /// Adds text in a style.
    pub fn push(&mut self, text: &str, style: Style) -> &mut Self {
        let from = self.text.len();
        self.text.push_str(text);
        self.spans.push((from..self.text.len(), style));
        self
    }

    /// Adds a code, a date or a number that the program prints, which keeps its own order inside
    /// Arabic. One that is told in Arabic words (31 مايو 2021) runs as they do.
    pub fn push_code(&mut self, code: &str, style: Style) -> &mut Self {
        let code = shortened(code);
        if is_rtl(&code) {
            self.push(&code, style)
        } else {
            self.push(&isolate(&code), style)
        }
    }

    /// Adds a key. It is set apart from what stands around it even where it is an Arabic letter, so
    /// that it stays beside what it does.
    pub fn push_key(&mut self, key: &str, style: Style) -> &mut Self {
        self.push(&isolate(key), style)
    }

    /// Adds another text with its styles.
    pub fn append(&mut self, other: &Self) -> &mut Self {
        let from = self.text.len();
        self.text.push_str(&other.text);
        self.spans.extend(
            other
                .spans
                .iter()
                .map(|(range, style)| (range.start + from..range.end + from, *style)),
        );
        self
    }

    /// Puts a style on ranges of bytes, on top of what is there.
    pub fn mark(
        &mut self,
        ranges: impl IntoIterator<Item = Range<usize>>,
        style: Style,
    ) -> &mut Self {
        self.spans
            .extend(ranges.into_iter().map(|range| (range, style)));
        self
    }

    /// Which of its bytes are drawn how.
    #[must_use]
    pub fn spans(&self) -> Rc<[Span]> {
        self.spans.as_slice().into()
    }
}

/// The style of each cell of a line: of every span that touches one of the bytes it shows.
#[must_use]
pub fn styles(line: &Line, spans: &[Span]) -> Vec<Style> {
    let touches = |range: &Range<usize>, shown: &Range<usize>| {
        range.start < shown.end && shown.start < range.end
    };
    // A long text may have many marks, of which few stand on the line.
    let near: Vec<&Span> = spans
        .iter()
        .filter(|(range, _)| touches(range, &line.range))
        .collect();
    line.cells
        .iter()
        .map(|cell| {
            // What stands for what is cut off is no match for having one.
            let shows = |style: &Style| *style != theme::MATCH || !cell.is_cut;
            near.iter()
                .filter(|(range, style)| touches(range, &cell.range) && shows(style))
                .fold(Style::default(), |style, (_, more)| style.patch(*more))
        })
        .collect()
}

/// A code without what no code has: more than [`LONGEST_CODE`] bytes.
fn shortened(code: &str) -> Cow<'_, str> {
    let near = head(code, LONGEST_CODE);
    if near.len() < code.len() {
        format!("{near}…").into()
    } else {
        near.into()
    }
}
