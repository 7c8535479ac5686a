//! The last step of a frame: rows as a terminal is to get them that turns them around itself. What
//! is drawn before is always as the eye sees it, panes beside each other included.

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::script::{Form, STRONG_BLANK, Seen, sent};

/// The part of the screen that is drawn on. Where the terminal would put a row at the right that
/// begins in Arabic, the first column is kept for the sign that prevents it.
pub fn drawn_on(screen: Rect, form: Form) -> Rect {
    match form {
        Form::Words if screen.width > 1 => Rect {
            x: screen.x + 1,
            width: screen.width - 1,
            ..screen
        },
        _ => screen,
    }
}

/// Turns the rows around; returns for each row where its cells are seen, by the columns in which they
/// are sent (nothing where that is the same), and where the cursor is to be sent to be seen where it
/// was.
pub fn turn(
    buffer: &mut Buffer,
    form: Form,
    cursor: Option<(u16, u16)>,
) -> (Vec<Vec<u16>>, Option<(u16, u16)>) {
    let mut placed = cursor;
    let mut moved = Vec::new();
    let columns = usize::from(buffer.area.width);
    if form == form.as_seen() || columns == 0 {
        return (moved, placed);
    }
    for (y, row) in (buffer.area.y..).zip(buffer.content.chunks_mut(columns)) {
        let before: Vec<Cell> = row.to_vec();
        let glyphs: Vec<Seen<'_>> = before
            .iter()
            .map(|cell| Seen {
                text: cell.symbol(),
                font: font(cell.modifier),
            })
            .collect();
        let Some(order) = sent(form, &glyphs) else {
            moved.push(Vec::new());
            continue;
        };
        moved.push(match form {
            Form::Words => {
                let columns = order.iter().map(|cell| u16::try_from(cell.from));
                columns.map(Result::unwrap_or_default).collect()
            }
            _ => Vec::new(),
        });
        let mut covered = false;
        for (at, (target, place)) in row.iter_mut().zip(&order).enumerate() {
            let Some(source) = before.get(place.from) else {
                continue;
            };
            // kitty moves the letters and leaves the colours of the cells where they are.
            if form == Form::Words {
                *target = source.clone();
                if cursor.is_some_and(|(x, row)| row == y && usize::from(x) == place.from) {
                    placed = u16::try_from(at).ok().map(|x| (x, y));
                }
            }
            if covered {
                target.set_symbol(" ");
            } else {
                target.set_symbol(&place.text(source.symbol()));
            }
            if place.other_weight {
                target.modifier.toggle(Modifier::BOLD);
            }
            covered = source.symbol().cell_width() == 2;
        }
        if form == Form::Words
            && let Some(first) = row.first_mut()
        {
            first.set_symbol(STRONG_BLANK);
        }
    }
    (moved, placed)
}

/// A number for the font in which a cell is set.
fn font(modifier: Modifier) -> u8 {
    u8::from(modifier.contains(Modifier::BOLD)) + 2 * u8::from(modifier.contains(Modifier::ITALIC))
}

#[cfg(test)]
mod tests {
    use ratatui::style::{Color, Style};

    use super::*;

    /// A row that shows, from the left: a blank, an Arabic word, a border, a word and a number.
    fn row() -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        for (x, sign) in " سلجم│ دنب 3".chars().enumerate() {
            buffer.content[x].set_char(sign);
        }
        buffer.content[4].set_style(Style::new().fg(Color::Red));
        buffer
    }

    fn text(buffer: &Buffer) -> String {
        buffer.content.iter().map(Cell::symbol).collect()
    }

    #[test]
    fn words_carry_their_looks_and_the_cursor_with_them() {
        let mut buffer = row();
        let (moved, cursor) = turn(&mut buffer, Form::Words, Some((4, 0)));
        assert_eq!(text(&buffer), "\u{2800}مجلس│\u{2800}بند\u{2800}3");
        // The meem, seen in column 4, is sent in column 1 with its colour.
        assert_eq!(cursor, Some((1, 0)));
        // The mouse on the meem is told as column 1.
        assert_eq!(moved, [[0, 4, 3, 2, 1, 5, 6, 9, 8, 7, 10, 11]]);
        assert_eq!(buffer.content[1].fg, Color::Red);
        assert_eq!(buffer.content[4].fg, Color::Reset);
    }

    #[test]
    fn kitty_leaves_looks_in_their_columns_and_sets_the_border_apart() {
        let mut buffer = row();
        let (moved, cursor) = turn(&mut buffer, Form::Kitty, Some((4, 0)));
        assert_eq!(moved, [Vec::<u16>::new()]);
        assert_eq!(text(&buffer), " مجلس│ بند 3");
        assert_eq!(cursor, Some((4, 0)));
        assert_eq!(buffer.content[4].fg, Color::Red);
        let bold: Vec<usize> = (0..12)
            .filter(|x| buffer.content[*x].modifier.contains(Modifier::BOLD))
            .collect();
        assert_eq!(bold, [5]);
    }

    #[test]
    fn the_other_forms_are_sent_as_they_were_drawn() {
        for form in [Form::Visual, Form::Off] {
            let mut buffer = row();
            assert_eq!(turn(&mut buffer, form, None), (Vec::new(), None));
            assert_eq!(buffer, row());
        }
    }
}
