//! A list of rows of one or more lines each, scrolled so that the row in hand is seen whole.

use std::collections::HashMap;

use ratatui::layout::Rect;

use crate::app::seen::{ListSeen, Target};

use super::canvas::{Canvas, Drawn, Edge};
use super::theme;

/// What a list is drawn from.
pub struct List {
    /// Where.
    pub area: Rect,
    /// How many rows there are.
    pub count: usize,
    /// The row in hand.
    pub selected: usize,
    /// The first row seen last time.
    pub offset: usize,
    /// The pane of which it is the list; none where it is that of a layer.
    pub pane: Option<usize>,
    /// Whether the row in hand is marked; none is as long as nothing was chosen.
    pub marked: bool,
    /// Whether the keys go here.
    pub focused: bool,
    /// Whether it is the one in use among those beside it, and so has a scroll bar.
    pub in_use: bool,
    /// Bytes of text after which no further row is begun.
    pub room: usize,
}

impl List {
    /// The list of a layer: so many rows, the one in hand, and the first that was seen last time.
    pub const fn of_layer(area: Rect, count: usize, selected: usize, offset: usize) -> Self {
        Self {
            area,
            count,
            selected,
            offset,
            pane: None,
            marked: true,
            focused: true,
            in_use: true,
            room: usize::MAX,
        }
    }
}

/// One line of a row.
pub struct RowLine {
    /// What leads it, and how far that is set in from the start.
    pub lead: Option<(u16, Drawn)>,
    /// How far the line is set in from the start.
    pub indent: u16,
    /// The line.
    pub line: Drawn,
    /// Whether it stands above the row as a heading, and is not marked with it.
    pub heading: bool,
    /// Whether others have just changed what the row is of.
    pub changed: bool,
}

impl RowLine {
    /// A line at the start edge.
    #[must_use]
    pub const fn new(indent: u16, line: Drawn) -> Self {
        Self {
            lead: None,
            indent,
            line,
            heading: false,
            changed: false,
        }
    }

    /// A heading above the row.
    #[must_use]
    pub fn heading(line: Drawn) -> Self {
        Self {
            heading: true,
            ..Self::new(0, line)
        }
    }
}

/// Draws the rows that fit; `row` lays out one of them in the width given. Only rows in sight are
/// laid out.
pub fn draw(
    canvas: &mut Canvas<'_>,
    list: &List,
    row: impl Fn(&Canvas<'_>, usize, u16) -> Vec<RowLine>,
) -> ListSeen {
    let area = list.area;
    let height = usize::from(area.height);
    let mut seen = ListSeen {
        area: canvas.seen(area),
        offset: list.offset.min(list.count.saturating_sub(1)),
        fits: 0,
    };
    if area.width < 4 || height == 0 || list.count == 0 {
        return seen;
    }
    // A column for the mark of the row in hand, one for the scroll bar.
    let width = area.width - 2;
    // What was laid out to find the first row is drawn as it is.
    let mut laid: HashMap<usize, Vec<RowLine>> = HashMap::new();
    seen.offset = first_row(list, seen.offset, height, |index| {
        laid.entry(index)
            .or_insert_with(|| row(canvas, index, width))
            .len()
    });
    let mut y = area.y;
    let bottom = area.y + area.height;
    let mut index = seen.offset;
    let before = canvas.bytes();
    while index < list.count
        && y < bottom
        && (index == seen.offset || canvas.bytes() - before < list.room)
    {
        let first = y;
        let mut top = y;
        let lines = laid.remove(&index);
        for line in lines.unwrap_or_else(|| row(canvas, index, width)) {
            if y >= bottom {
                break;
            }
            if line.heading {
                top = y + 1;
            }
            let place = |indent: u16| Rect {
                x: area.x + 1 + indent,
                y,
                width: width.saturating_sub(indent),
                height: 1,
            };
            if let Some((indent, lead)) = &line.lead {
                canvas.put(place(*indent), lead, Edge::Start);
            }
            canvas.put(place(line.indent), &line.line, Edge::Start);
            if line.changed && index != list.selected {
                let sign = Rect {
                    y,
                    width: 1,
                    height: 1,
                    ..area
                };
                canvas.fill(sign, theme::CHANGED_SIGN, theme::KEY);
            }
            y += 1;
        }
        let rows = Rect {
            y: first,
            height: y - first,
            ..area
        };
        canvas.belongs(
            rows,
            match list.pane {
                Some(pane) => Target::Row(pane, index),
                None => Target::Choice(index),
            },
        );
        if index == list.selected && list.marked {
            mark(canvas, area, top, y, list.focused);
        }
        if y < bottom || index == list.selected {
            seen.fits += 1;
        }
        index += 1;
    }
    seen.fits = seen.fits.max(1);
    if list.in_use {
        scroll_bar(canvas, area, seen.offset, seen.fits, list.count);
    } else if index < list.count || y > bottom {
        // A bar would be sent again with each row that moves in another list.
        let sign = Rect {
            x: area.x + area.width - 1,
            y: y.min(bottom) - 1,
            width: 1,
            height: 1,
        };
        canvas.fill(sign, "⋮", theme::HEADING);
    }
    seen
}

/// The first row to draw: as before where the row in hand is then seen whole. Else the list moves on by
/// about a sixth of its height, so that the next steps move only the mark: on a slow line a list
/// that moves with every key is a list that is waited for, and one that moves far is sent anew. In each
/// case it ends at the bottom of its area where it has as much, also after that has grown.
fn first_row(
    list: &List,
    before: usize,
    height: usize,
    mut lines: impl FnMut(usize) -> usize,
) -> usize {
    let first = reached(list, before, height, &mut lines);
    // Each row takes a line at least.
    if list.count - first > height {
        return first;
    }
    let mut used = 0;
    for index in first..list.count {
        used += lines(index);
        if used >= height {
            return first;
        }
    }
    let above = (0..first).rev();
    let filled = above.take_while(|index| {
        used += lines(*index);
        used <= height
    });
    filled.last().unwrap_or(first)
}

/// The first row with which the row in hand is seen whole.
fn reached(
    list: &List,
    before: usize,
    height: usize,
    mut lines: impl FnMut(usize) -> usize,
) -> usize {
    let mut used = 0;
    let downwards = before <= list.selected;
    if downwards {
        let fits = (before..=list.selected).all(|index| {
            used += lines(index);
            used <= height
        });
        if fits {
            return before;
        }
    }
    // What stands above the row in hand, and the row itself, is to fill so much.
    let step = height / 6;
    let above = if downwards { height - step } else { step };
    let mut used = lines(list.selected);
    let mut first = list.selected;
    while let Some(next) = first.checked_sub(1) {
        used += lines(next);
        if used > above.max(lines(list.selected)) {
            break;
        }
        first = next;
    }
    first
}

/// Marks the row in hand: where the keys go, its first line, and a bar beside the others; elsewhere
/// a sign at its start. Only one line changes its look, since each letter of it is sent again.
fn mark(canvas: &mut Canvas<'_>, area: Rect, top: u16, bottom: u16, focused: bool) {
    let first = Rect {
        x: area.x,
        y: top,
        width: area.width - 1,
        height: 1,
    };
    let sign = Rect { width: 1, ..first };
    let arrow = match canvas.language() {
        crate::report::Language::Arabic => "◂",
        crate::report::Language::English => "▸",
    };
    if focused {
        let below = Rect {
            y: top + 1,
            height: bottom.saturating_sub(top + 1),
            ..sign
        };
        canvas.fill(below, "┃", theme::KEY);
        canvas.tint(first, theme::IN_HAND);
        canvas.fill(sign, arrow, theme::IN_HAND);
    } else {
        canvas.fill(sign, arrow, theme::KEY);
    }
}

/// Draws a scroll bar at the end edge, where not everything fits.
pub fn scroll_bar(canvas: &mut Canvas<'_>, area: Rect, first: usize, fits: usize, count: usize) {
    if count <= fits || area.height == 0 || area.width == 0 {
        return;
    }
    let track = Rect {
        x: area.x + area.width - 1,
        width: 1,
        ..area
    };
    canvas.fill(track, "│", theme::RULE);
    let height = usize::from(area.height);
    let thumb = (height * fits / count).clamp(1, height);
    let room = height - thumb;
    let last = (count - fits).max(1);
    let top = (room * first.min(last)).div_ceil(last).min(room);
    let (Ok(top), Ok(thumb)) = (u16::try_from(top), u16::try_from(thumb)) else {
        return;
    };
    let place = Rect {
        y: track.y + top,
        height: thumb,
        ..track
    };
    canvas.fill(place, "┃", theme::HEADING);
}
