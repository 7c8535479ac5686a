//! A text of several lines as it stands on the screen: where its rows begin and end, and where a caret
//! comes to that goes from one to another.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::script::{CaretLine, Direction, Form, Layout, Lean};

/// One row of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its bytes in the text, without the line end; rows follow one another.
    pub range: Range<usize>,
    /// Where what is seen of it ends: before the line end, and before the blanks at which the row was
    /// broken.
    pub end: usize,
    /// Whether its paragraph runs from right to left.
    pub rtl: bool,
}

impl Row {
    /// The row as it is seen, with the lam-alef parted in which the caret stands (in bytes of the
    /// text).
    #[must_use]
    pub fn line(&self, text: &str, form: Form, caret: usize) -> CaretLine {
        let seen = text.get(self.range.start..self.end).unwrap_or_default();
        let caret = caret.saturating_sub(self.range.start);
        CaretLine::running(seen, self.rtl, form, caret)
    }

    /// A place of the text within what is seen of the row.
    #[must_use]
    pub fn local(&self, at: usize) -> usize {
        at.min(self.end).saturating_sub(self.range.start)
    }
}

/// The rows of a text in so many columns, broken as the detail breaks them. A paragraph that has no
/// letter as yet runs as `rtl` says.
#[must_use]
pub fn rows(text: &str, width: usize, rtl: bool) -> Vec<Row> {
    let layout = Layout::new(Form::Visual, Direction::Dominant);
    let mut rows: Vec<Row> = Vec::new();
    // Whether the next row begins a paragraph.
    let mut begins = true;
    for line in layout.lines(text, width.max(1)) {
        let of = text.get(line.range.clone()).unwrap_or_default();
        let behind = text.get(line.range.end..).unwrap_or_default();
        let without = of.trim_end_matches('\n');
        let ends = without.len() < of.len() || behind.is_empty() || behind.starts_with('\n');
        let seen = match ends {
            true => without,
            false => without.trim_end(),
        };
        let paragraph = text.get(line.range.start..).unwrap_or_default();
        let mut paragraph = paragraph.split('\n').next().unwrap_or_default().chars();
        rows.push(Row {
            end: line.range.start + seen.len(),
            rtl: match rows.last().filter(|_| !begins) {
                // What was broken off runs as the rest of its paragraph.
                Some(above) => above.rtl,
                None if paragraph.any(char::is_alphabetic) => line.rtl,
                None => rtl,
            },
            range: line.range,
        });
        begins = ends;
    }
    if text.is_empty() {
        rows.clear();
    }
    if text.is_empty() || text.ends_with('\n') {
        let end = text.len();
        rows.push(Row {
            range: end..end,
            end,
            rtl,
        });
    }
    rows
}

/// The place of the row in which a caret stands.
#[must_use]
pub fn row_of(rows: &[Row], at: usize) -> usize {
    rows.partition_point(|row| row.range.start <= at)
        .saturating_sub(1)
}

/// The column of a caret on a screen of so many columns, counted as [`CaretLine::cursor`] does.
#[must_use]
pub fn column(row: &Row, line: &CaretLine, at: usize, lean: Lean, width: usize) -> usize {
    indent(row, line, width) + line.cursor(row.local(at), lean)
}

/// The columns before a row that stands at the right.
#[must_use]
pub fn indent(row: &Row, line: &CaretLine, width: usize) -> usize {
    match row.rtl {
        true => width.saturating_sub(line.line().width()),
        false => 0,
    }
}

/// The place in a row at which a caret is nearest to a column.
#[must_use]
pub fn nearest(text: &str, row: &Row, wanted: usize, width: usize) -> usize {
    let seen = text.get(row.range.start..row.end).unwrap_or_default();
    let line = row.line(text, Form::Visual, usize::MAX);
    let places = seen
        .grapheme_indices(true)
        .map(|(at, _)| at)
        .chain([seen.len()]);
    let near = places.min_by_key(|at| {
        let at = row.range.start + at;
        column(row, &line, at, Lean::Outer, width).abs_diff(wanted)
    });
    row.range.start + near.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, width: usize, rtl: bool) -> Vec<(&str, bool)> {
        let rows = rows(text, width, rtl);
        let told = rows
            .iter()
            .map(|row| (text.get(row.range.start..row.end).unwrap(), row.rtl));
        told.collect()
    }

    #[test]
    fn a_text_stands_in_rows_as_the_detail_shows_it() {
        assert_eq!(told("", 10, true), [("", true)]);
        assert_eq!(told("a\n", 10, true), [("a", false), ("", true)]);
        assert_eq!(
            told("one two three\n\nمجلس", 8, false),
            [
                ("one two", false),
                ("three", false),
                ("", false),
                ("مجلس", true)
            ]
        );
        // A blank at the end is seen, for one goes on behind it.
        assert_eq!(told("one ", 8, false), [("one ", false)]);
        assert_eq!(told("one \nمج", 8, false), [("one ", false), ("مج", true)]);
        // A row that begins with a code in an Arabic paragraph runs as the paragraph does.
        assert_eq!(
            told("تؤيد المجموعة العربية C26/35 ab", 22, false),
            [("تؤيد المجموعة العربية", true), ("C26/35 ab", true)]
        );
    }

    #[test]
    fn a_caret_stands_in_the_row_that_begins_at_it() {
        let rows = rows("one two three\n", 8, false);
        assert_eq!(rows.len(), 3);
        for (at, row) in [(0, 0), (7, 0), (8, 1), (13, 1), (14, 2)] {
            assert_eq!(row_of(&rows, at), row, "{at}");
        }
    }

    #[test]
    fn from_row_to_row_a_caret_keeps_its_column() {
        let text = "abcdef\nابجد";
        let rows = rows(text, 10, false);
        // Behind the b: column 3. The Arabic word takes columns 7 to 10.
        assert_eq!(nearest(text, &rows[0], 3, 10), 2);
        assert_eq!(nearest(text, &rows[1], 10, 10), 7);
        assert_eq!(nearest(text, &rows[1], 0, 10), text.len());
    }
}
