//! A pane: its title with the number of its records, and the list of them.

use ratatui::layout::Rect;

use crate::app::board::{Pane, why_empty};
use crate::app::seen::{ListSeen, Target};
use crate::app::{App, Focus};
use crate::words::ui::grouped;

use super::canvas::{Canvas, Edge};
use super::list::{List, draw as draw_list};
use super::rows;
use super::styled::Styled;
use super::theme;

/// Bytes of a row with its whole title.
const ROW: usize = 300;

/// Draws a pane; its rows until about `room` bytes of text are drawn.
pub fn draw(
    app: &App,
    canvas: &mut Canvas<'_>,
    area: Rect,
    index: usize,
    pane: &Pane,
    room: usize,
) -> ListSeen {
    if area.height == 0 || area.width < 4 {
        return ListSeen::default();
    }
    canvas.belongs(area, Target::Pane(index));
    let current = app.board().is_some_and(|board| board.pane == index);
    let focused = current && app.focus == Focus::Panes && app.layer().is_none();
    title(canvas, area, index, pane, focused);
    let list_area = Rect {
        y: area.y + 1,
        height: area.height - 1,
        ..area
    };
    if pane.rows.is_empty() {
        nothing(app, canvas, list_area, index);
        return ListSeen {
            area: canvas.seen(area),
            ..ListSeen::default()
        };
    }
    // Titles on two lines, and the tags, where a row leaves room for others beside it.
    let titles = match list_area.height {
        _ if room < ROW => 1,
        24.. => 3,
        9.. => 2,
        _ => 1,
    };
    let tags = match list_area.height {
        _ if room < ROW => 1,
        9.. => 2,
        2.. => 1,
        _ => 0,
    };
    let seen = draw_list(
        canvas,
        &List {
            area: list_area,
            count: pane.rows.len(),
            selected: pane.selected,
            offset: pane.offset,
            pane: Some(index),
            marked: true,
            focused,
            in_use: current,
            room,
        },
        |canvas, row, width| {
            pane.rows.get(row).map_or_else(Vec::new, |key| {
                rows::lines(app, canvas, *key, width, titles, tags)
            })
        },
    );
    ListSeen {
        area: canvas.seen(area),
        ..seen
    }
}

/// The line on top of a pane: its digit, its name, how many records it holds, a rule.
fn title(canvas: &mut Canvas<'_>, area: Rect, index: usize, pane: &Pane, focused: bool) {
    let row = Rect { height: 1, ..area };
    canvas.fill(row, "─", theme::RULE);
    let style = if focused {
        theme::FOCUS
    } else {
        theme::HEADING
    };
    let mut text = Styled::default();
    text.push(" ", style);
    text.push_code(&(index + 1).to_string(), style);
    text.push(" ", style);
    text.push(pane.title().get(canvas.language()), style);
    text.push(" ", style);
    let count = match (pane.rows.len(), focused) {
        (0, _) => "0".to_owned(),
        (count, true) => format!("{}/{}", grouped(pane.selected + 1), grouped(count)),
        (count, false) => grouped(count),
    };
    text.push_code(&count, style);
    text.push(" ", style);
    let line = canvas.words(&text, area.width);
    canvas.put(row, &line, Edge::Start);
}

/// What an empty pane says: why, and what to do.
fn nothing(app: &App, canvas: &mut Canvas<'_>, area: Rect, index: usize) {
    let text = Styled::new(why_empty(app, index).get(canvas.language()), theme::QUIET);
    let inner = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    };
    canvas.say(inner, &text);
}
