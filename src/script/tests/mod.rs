//! Tests of the text layer: examples worked out by hand, and properties.

mod bidi;
mod caret;
mod conformance;
mod lines;
mod properties;
mod sent;
mod shaping;
mod untrusted;

use super::{Direction, Form, Layout, Line};

const LTR: Layout = Layout {
    form: Form::Visual,
    direction: Direction::LeftToRight,
};
const RTL: Layout = Layout {
    form: Form::Visual,
    direction: Direction::RightToLeft,
};
const AUTO: Layout = Layout {
    form: Form::Visual,
    direction: Direction::Auto,
};
const OFF: Layout = Layout {
    form: Form::Off,
    direction: Direction::Auto,
};

/// The original text of the cells, from left to right, a bar between any two.
fn order(line: &Line, text: &str) -> String {
    let cells: Vec<&str> = line
        .cells
        .iter()
        .map(|cell| text.get(cell.range.clone()).unwrap())
        .collect();
    cells.join("|")
}

/// What each line of the text shows, in logical order.
fn broken(layout: Layout, text: &str, width: usize) -> Vec<&str> {
    layout
        .wrap(text, width)
        .iter()
        .map(|line| text.get(line.range.clone()).unwrap())
        .collect()
}
