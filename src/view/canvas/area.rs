//! A text of several lines that is being typed, with its cursor. Each row stands at the side where its
//! paragraph begins.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::input::Input;
use crate::app::input::rows::{column, indent, row_of, rows};
use crate::app::seen::{Area, Spot, Target};

use super::super::theme;
use super::Canvas;

/// What was drawn of a text.
pub struct TextDrawn {
    /// Where the cursor stands.
    pub cursor: (u16, u16),
    /// The first row that is seen.
    pub offset: usize,
    /// Where that begins, in bytes of the text.
    pub first: usize,
    /// How many rows there are.
    pub rows: usize,
}

impl Canvas<'_> {
    /// Draws the text into an area, scrolled so that the caret is seen; `offset` is the first row that
    /// was seen before. The first and the last column are for a cursor beyond the ends of a row. These
    /// bytes are marked as what another version has not.
    pub fn text_area(
        &mut self,
        area: Rect,
        input: &Input,
        offset: usize,
        marked: &[Range<usize>],
    ) -> TextDrawn {
        let place = self.mirrored(area);
        let width = text_width(area);
        let rtl = input.lines().is_some_and(|lines| lines.rtl);
        let text = input.text();
        let rows = rows(text, width, rtl);
        let caret = input.caret();
        let here = row_of(&rows, caret.at);
        let height = usize::from(place.height.max(1));
        let offset = offset.clamp((here + 1).saturating_sub(height), here);
        let selected = input.selected();
        let mut cursor = (place.x, place.y);
        let columns = |column: usize| u16::try_from(column).unwrap_or(u16::MAX);
        let last = place.x + place.width.saturating_sub(1);
        for (y, (at, row)) in (place.y..place.bottom()).zip(rows.iter().enumerate().skip(offset)) {
            let line = row.line(text, self.form, caret.at);
            let indent = indent(row, &line, width);
            let whole = Area {
                x: place.x,
                y,
                width: place.width,
                height: 1,
            };
            self.spots.push(Spot {
                area: whole,
                target: Target::Caret(row.end),
            });
            for (first, cell) in line.line().columns() {
                let x = place.x.saturating_add(columns(1 + indent + first));
                if x > last {
                    continue;
                }
                let range = row.range.start + cell.range.start..row.range.start + cell.range.end;
                let touches =
                    |other: &Range<usize>| range.start < other.end && other.start < range.end;
                let style = match touches(&selected) {
                    true => theme::SELECTED,
                    false if marked.iter().any(touches) => theme::APART,
                    false => Style::new(),
                };
                self.spots.push(Spot {
                    area: Area {
                        x,
                        width: u16::from(cell.width),
                        ..whole
                    },
                    target: Target::Caret(range.start),
                });
                if let Some(target) = self.buffer.cell_mut((x, y)) {
                    target.set_symbol(&cell.text).set_style(style);
                    self.put += cell.text.len();
                }
                if cell.width == 2
                    && let Some(covered) = self.buffer.cell_mut((x + 1, y))
                {
                    covered.set_symbol(" ").set_style(style);
                }
            }
            if at == here {
                let column = column(row, &line, caret.at, caret.lean, width);
                cursor = (place.x.saturating_add(columns(column)).min(last), y);
            }
        }
        TextDrawn {
            cursor,
            offset,
            first: rows.get(offset).map_or(0, |row| row.range.start),
            rows: rows.len(),
        }
    }
}

/// The columns of a text in an area.
#[must_use]
pub fn text_width(area: Rect) -> usize {
    usize::from(area.width.saturating_sub(2).max(1))
}
