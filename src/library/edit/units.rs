//! The lines that belong to a key or an element in block style: itself, the comments directly above
//! it, the comment behind it, and the comments below it that are indented deeper.

use super::lines::{self, column, indent, is_blank, is_comment, line_before, line_end, next_line};
use super::tree::{Node, What};

/// The lines of a key or an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    /// The first byte that is its own: of its first comment, else its key or dash.
    pub start: usize,
    /// Its key or dash.
    pub own: usize,
    /// The end of its last line, without the line end.
    pub end: usize,
    /// Whether it begins behind a dash, on the line of the element that it is the first part of.
    pub inner: bool,
}

/// The units of a list or map in block style, in their order.
pub(super) fn units(text: &str, parent: &Node<'_>) -> Vec<Unit> {
    let spans: Vec<(usize, usize)> = match &parent.what {
        What::List { items, .. } => items
            .iter()
            .map(|item| (item.dash, item.node.end.max(item.dash + 1)))
            .collect(),
        What::Map { entries, .. } => entries
            .iter()
            .map(|entry| (entry.key.start, entry.value.end.max(entry.key.end)))
            .collect(),
        _ => Vec::new(),
    };
    spans
        .iter()
        .map(|(own, end)| unit(text, *own, *end))
        .collect()
}

fn unit(text: &str, own: usize, end: usize) -> Unit {
    let column = column(text, own);
    let line = lines::line_start(text, own);
    let inner = indent(text, line) < column;
    let start = match inner {
        true => own,
        false => first_comment(text, line, column).map_or(own, |line| line + column),
    };
    let end = line_end(text, last_line(text, end, column));
    Unit {
        start,
        own,
        end,
        inner,
    }
}

/// The first of the comment lines directly above a line, at its column. The comments with which
/// the file begins are the file's.
fn first_comment(text: &str, line: usize, column: usize) -> Option<usize> {
    let mut first = None;
    let mut at = line;
    while let Some(before) = line_before(text, at) {
        if !is_comment(text, before) || indent(text, before) != column {
            break;
        }
        at = before;
        first = Some(at);
    }
    first.filter(|first| *first > 0)
}

/// A byte of the last line: that of the value's end, or of the last comment below it that is
/// indented deeper than the key or dash.
fn last_line(text: &str, end: usize, column: usize) -> usize {
    let mut last = end;
    let mut at = end;
    loop {
        let next = next_line(text, at);
        if next <= at || next >= text.len() {
            return last;
        }
        if is_comment(text, next) && indent(text, next) > column {
            last = next;
        } else if !is_blank(text, next) {
            return last;
        }
        at = next;
    }
}

/// How many blank lines stand directly above the line of this byte, and where the first begins.
pub(super) fn blanks_above(text: &str, at: usize) -> (usize, usize) {
    let mut start = lines::line_start(text, at);
    let mut count = 0;
    while let Some(before) = line_before(text, start).filter(|line| is_blank(text, *line)) {
        start = before;
        count += 1;
    }
    (count, start)
}

/// How many blank lines stand directly below the line of this byte, and where the last ends, with
/// its line end.
pub(super) fn blanks_below(text: &str, at: usize) -> (usize, usize) {
    let mut next = next_line(text, at);
    let mut count = 0;
    while next < text.len() && is_blank(text, next) {
        next = next_line(text, next);
        count += 1;
    }
    (count, next)
}
