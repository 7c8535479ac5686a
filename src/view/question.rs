//! The question which form of Arabic reads right: the same line in each, one of which the person can
//! read. It lies over the lowest rows of a frame that is drawn already, whatever its form.

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use crate::report::Language;
use crate::script::Form;
use crate::words::ui;

use super::canvas::{Canvas, Edge};
use super::styled::Styled;
use super::theme;
use super::turned;

/// The forms to choose from, in the order of their numbers from 1 on.
pub const FORMS: [Form; 3] = [Form::Visual, Form::Words, Form::Kitty];

/// Rows that the question takes, and columns that it needs.
const ROWS: u16 = 5;
const COLUMNS: u16 = 56;
/// Where its lines begin: the first column stays blank, for the form that needs that.
const MARGIN: u16 = 2;

/// Whether there is room for the question.
#[must_use]
pub const fn fits(screen: Size) -> bool {
    screen.height > ROWS && screen.width >= COLUMNS
}

/// Draws it over the lowest rows, above so many that stay to be seen. Its own words are English, which
/// reads right in any form; the lines say in Arabic what to do.
pub fn draw(buffer: &mut Buffer, below: u16) {
    let mut area = buffer.area;
    area.height = area.height.saturating_sub(below);
    if !fits(area.as_size()) {
        return;
    }
    let row = |number: u16| Rect {
        y: area.y + area.height - ROWS + number,
        height: 1,
        ..area
    };
    put(buffer, row(0), Form::Visual, |canvas, row| {
        canvas.fill(row, "─", theme::RULE);
    });
    put(buffer, row(1), Form::Visual, |canvas, row| {
        words(canvas, row, ui::WHICH_READS_RIGHT.en);
    });
    for (number, form) in (1..).zip(FORMS) {
        put(buffer, row(number + 1), form, |canvas, row| {
            line(canvas, row, number);
        });
    }
}

/// Draws a row in a form and lays it over the one that is there.
fn put(buffer: &mut Buffer, row: Rect, form: Form, draw: impl FnOnce(&mut Canvas<'_>, Rect)) {
    let mut drawn = Buffer::empty(row);
    let mut canvas = Canvas::new(&mut drawn, row, Language::English, Form::Visual);
    canvas.fill(row, " ", theme::PLAIN);
    draw(&mut canvas, row);
    turned::turn(&mut drawn, form, None);
    for (position, cell) in row.positions().zip(drawn.content) {
        if let Some(target) = buffer.cell_mut(position) {
            *target = cell;
        }
    }
}

fn words(canvas: &mut Canvas<'_>, row: Rect, text: &str) {
    let row = within(row, MARGIN);
    let line = canvas.words(&Styled::new(text, theme::PLAIN), row.width);
    canvas.put(row, &line, Edge::Start);
}

fn line(canvas: &mut Canvas<'_>, row: Rect, number: u16) {
    let sign = canvas.words(&Styled::new(number.to_string(), theme::KEY), row.width);
    canvas.put(within(row, MARGIN), &sign, Edge::Start);
    let row = within(row, MARGIN + 3);
    let text = Styled::new(
        ui::READS_RIGHT.ar.replace('#', &number.to_string()),
        theme::PLAIN,
    );
    if let Some(line) = canvas.wrapped(&text, row.width).first() {
        canvas.put(row, line, Edge::Start);
    }
}

const fn within(row: Rect, margin: u16) -> Rect {
    Rect {
        x: row.x + margin,
        width: row.width.saturating_sub(margin * 2),
        ..row
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(buffer: &Buffer, number: usize) -> String {
        let columns = usize::from(buffer.area.width);
        let cells = buffer.content.chunks(columns).nth(number).unwrap();
        cells.iter().map(|cell| cell.symbol()).collect()
    }

    #[test]
    fn the_same_line_stands_there_in_each_form() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 60, 10));
        draw(&mut buffer, 0);
        // «اضغط», painted, from the left: final tah, medial ghain, initial dad, alef.
        let painted = "\u{FEC2}\u{FED0}\u{FEBF}\u{FE8D}";
        let logical: String = painted.chars().rev().collect();
        assert!(row(&buffer, 7).starts_with("  1 ") && row(&buffer, 7).contains(painted));
        assert!(row(&buffer, 8).starts_with("\u{2800}\u{2800}2"));
        assert!(row(&buffer, 8).contains(&logical));
        assert!(row(&buffer, 9).starts_with("  3"));
        assert!(row(&buffer, 9).contains(&logical));
        assert!(row(&buffer, 5).starts_with('─'));
    }

    #[test]
    fn a_small_screen_is_not_covered() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 5));
        draw(&mut buffer, 0);
        assert_eq!(buffer, Buffer::empty(Rect::new(0, 0, 20, 5)));
    }
}
