//! Text with styles on ranges of its bytes, in logical order.

use std::ops::Range;

use ratatui::style::Style;

use crate::script::{is_rtl, isolate};

/// A text, and which of its bytes are drawn how. Later styles go on top of earlier ones.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Styled {
    /// The text in logical order.
    pub text: String,
    spans: Vec<(Range<usize>, Style)>,
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
        if is_rtl(code) {
            self.push(code, style)
        } else {
            self.push(&isolate(code), style)
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

    /// The style of the cell that shows these bytes: every span that touches one of them.
    #[must_use]
    pub fn style_at(&self, shown: &Range<usize>) -> Style {
        self.spans
            .iter()
            .filter(|(range, _)| range.start < shown.end && shown.start < range.end)
            .fold(Style::default(), |style, (_, more)| style.patch(*more))
    }

    /// The part from a byte on, with its styles.
    #[must_use]
    pub fn from(&self, start: usize) -> Self {
        let text = self.text.get(start..).unwrap_or_default().to_owned();
        Self {
            spans: self
                .spans
                .iter()
                .filter(|(range, _)| range.end > start)
                .map(|(range, style)| {
                    (range.start.saturating_sub(start)..range.end - start, *style)
                })
                .collect(),
            text,
        }
    }
}
