//! A line as it is painted: cells from left to right, each knowing what it shows.

use std::ops::Range;

use compact_str::CompactString;

/// What one column shows, or two for a wide cluster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Printable characters: a base and at most four marks. At most 24 bytes, never on the heap.
    pub text: CompactString,
    /// Columns: 1 or 2.
    pub width: u8,
    /// Bytes of the original text that this cell shows, on character boundaries. The ellipsis of
    /// [`Layout::line`](super::Layout::line) has the bytes that it stands for.
    pub range: Range<usize>,
    /// Whether it is that ellipsis, and not one of the text.
    pub is_cut: bool,
}

/// One line, laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// From left to right, as painted.
    pub cells: Vec<Cell>,
    /// Bytes of the original text that the line shows, with the blanks at which it was broken.
    pub range: Range<usize>,
    /// Whether its paragraph runs from right to left: such a line is aligned to the right.
    pub rtl: bool,
}

impl Line {
    /// Columns that the line takes.
    pub fn width(&self) -> usize {
        self.cells.iter().map(|cell| usize::from(cell.width)).sum()
    }

    /// The line as one string, as painted.
    pub fn text(&self) -> String {
        self.cells.iter().map(|cell| cell.text.as_str()).collect()
    }

    /// The leftmost column of the cell that shows the byte at `byte` of the original text. `None`
    /// when no cell does: it lies outside the line or was taken out.
    pub fn column_of(&self, byte: usize) -> Option<usize> {
        self.columns()
            .find(|(_, cell)| cell.range.contains(&byte))
            .map(|(column, _)| column)
    }

    /// The bytes of the original text that are shown in `column`. `None` right of the line.
    pub fn byte_at(&self, column: usize) -> Option<Range<usize>> {
        self.columns()
            .find(|(first, cell)| (*first..first + usize::from(cell.width)).contains(&column))
            .map(|(_, cell)| cell.range.clone())
    }

    /// Each cell with its leftmost column, from left to right.
    pub fn columns(&self) -> impl Iterator<Item = (usize, &Cell)> {
        self.cells.iter().scan(0, |next, cell| {
            let column = *next;
            *next += usize::from(cell.width);
            Some((column, cell))
        })
    }

    /// The columns that show any byte of `range`, as runs from left to right: what to highlight for
    /// a match or a selection. A match inside a lam-alef marks its one cell.
    pub fn runs_of(&self, range: &Range<usize>) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for (column, cell) in self.columns() {
            if cell.range.start >= range.end || range.start >= cell.range.end {
                continue;
            }
            let end = column + usize::from(cell.width);
            match runs.last_mut() {
                Some(run) if run.end == column => run.end = end,
                _ => runs.push(column..end),
            }
        }
        runs
    }
}
