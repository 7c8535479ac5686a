//! The detail: the whole record, in one language or both, with links to follow.

mod page;

use ratatui::layout::Rect;

use crate::app::seen::DetailSeen;
use crate::app::{App, Focus};
use crate::words::label::Label;
use crate::words::{capital, ui};

use super::canvas::{Canvas, Edge};
use super::list::scroll_bar;
use super::styled::Styled;
use super::theme;

use page::Page;

/// Draws the detail of the record in hand: whole where it was opened; else its beginning, in about
/// as many bytes as `preview` says, and how to open it.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect, preview: usize) -> DetailSeen {
    if area.height == 0 || area.width < 4 {
        return DetailSeen::default();
    }
    let focused = app.focus == Focus::Detail && app.layer().is_none();
    let mut seen = DetailSeen {
        area: canvas.seen(area),
        ..DetailSeen::default()
    };
    title(app, canvas, area, focused);
    let body = Rect {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width - 2,
        height: area.height - 1,
    };
    let Some(key) = app.in_hand() else {
        let text = Styled::new(ui::EMPTY_DETAIL.get(canvas.language()), theme::QUIET);
        for (row, line) in body.rows().zip(canvas.wrapped_words(&text, body.width)) {
            canvas.put(row, &line, Edge::Start);
        }
        return seen;
    };
    let room = if app.focus == Focus::Detail {
        usize::MAX
    } else {
        preview
    };
    let (lines, links) = Page::of(app, canvas, body.width, room, key);
    seen.fits = usize::from(body.height);
    seen.lines = lines.len();
    seen.links = links;
    let first = app
        .reading
        .scroll
        .min(lines.len().saturating_sub(seen.fits));
    for (row, line) in body.rows().zip(lines.iter().skip(first)) {
        for part in &line.parts {
            let place = Rect {
                x: row.x + part.from,
                width: part.width,
                ..row
            };
            canvas.put(place, &part.line, part.edge);
        }
        if line.link.is_some() && line.link == app.reading.link && focused {
            canvas.tint(row, theme::IN_HAND);
        }
    }
    let bar = Rect {
        y: body.y,
        height: body.height,
        ..area
    };
    scroll_bar(canvas, bar, first, seen.fits, lines.len());
    seen
}

/// The line on top: what the record is, and its id.
fn title(app: &App, canvas: &mut Canvas<'_>, area: Rect, focused: bool) {
    let row = Rect { height: 1, ..area };
    canvas.fill(row, "─", theme::RULE);
    let style = if focused {
        theme::FOCUS
    } else {
        theme::HEADING
    };
    let mut text = Styled::default();
    text.push(" ", style);
    match app.in_hand() {
        Some(key) => {
            let kind = app.library().kind(key).label();
            text.push(&capital(kind.get(canvas.language())), style);
            text.push(" ", style);
            text.push_code(app.library().id(key), style);
        }
        None => {
            text.push(ui::DETAIL.get(canvas.language()), style);
        }
    }
    text.push(" ", style);
    let line = canvas.words(&text, area.width);
    canvas.put(row, &line, Edge::Start);
}
