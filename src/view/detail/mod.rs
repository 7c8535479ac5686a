//! The detail: the whole record, in one language or both, with links to follow.

mod entry;
mod page;
mod preview;
mod set;

use ratatui::layout::Rect;

use crate::app::seen::{DetailSeen, Target};
use crate::app::{App, Focus, Sides};
use crate::library::Key;
use crate::words::label::Label;
use crate::words::{capital, ui};

use super::canvas::{Canvas, Edge};
use super::list::scroll_bar;
use super::styled::Styled;
use super::theme;

use entry::{Wanted, entries};
pub use page::Page;
use page::Subject;
use preview::preview;
use set::{DetailLine, Setter};

/// How much a frame may do for the detail.
pub struct Effort<'a> {
    /// The measures of the record that was last read.
    pub page: &'a mut Page,
    /// Bytes of text that are measured in one go.
    pub slice: usize,
    /// Bytes of a record that was not opened, of which only the beginning is shown.
    pub preview: usize,
}

/// Draws the detail of the record in hand: whole where it was opened; else its beginning, and how
/// to open it.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, area: Rect, effort: Effort<'_>) -> DetailSeen {
    if area.height == 0 || area.width < 4 {
        return DetailSeen::default();
    }
    canvas.belongs(area, Target::Detail);
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
        canvas.say(body, &text);
        return seen;
    };
    seen.fits = usize::from(body.height);
    let wanted = wanted(app, body.width);
    let setter = Setter::new(app, &wanted);
    let entries = entries(app.library(), key, &wanted);
    let first;
    let expected;
    if app.focus == Focus::Detail || effort.preview == usize::MAX {
        let page = effort.page;
        page.turn_to(subject(app, key, body.width), entries.len());
        let measuring = Setter::for_measure(app, &wanted);
        page.measure(&entries, effort.slice, |entry| measuring.height(entry));
        seen.lines = page.lines();
        seen.links = page.links().to_vec();
        seen.more = page.has_more();
        expected = page.expected();
        first = app.reading.scroll.min(seen.lines.saturating_sub(seen.fits));
        let (entry, mut link, start) = page.entry_at(first);
        let mut y = body.y;
        let mut skipped = first - start;
        for entry in entries.iter().skip(entry) {
            if y >= body.bottom() {
                break;
            }
            let lines = setter.lines(canvas, entry, link);
            link += usize::from(entry.is_link());
            for line in lines
                .iter()
                .skip(skipped)
                .take(usize::from(body.bottom() - y))
            {
                put(
                    app,
                    canvas,
                    Rect {
                        y,
                        height: 1,
                        ..body
                    },
                    line,
                    focused,
                );
                y += 1;
            }
            skipped = 0;
        }
    } else {
        let (lines, links) = preview(&setter, canvas, &entries, body.width, effort.preview);
        seen.lines = lines.len();
        seen.links = links;
        expected = lines.len();
        first = app.reading.scroll.min(seen.lines.saturating_sub(seen.fits));
        for (row, line) in body.rows().zip(lines.iter().skip(first)) {
            put(app, canvas, row, line, focused);
        }
    }
    let bar = Rect {
        y: body.y,
        height: body.height,
        ..area
    };
    scroll_bar(canvas, bar, first, seen.fits, expected);
    seen
}

/// Measures on a page of which not all was measured when it was drawn; says whether there is still
/// more.
pub fn measure(app: &App, page: &mut Page, slice: usize) -> bool {
    let Some(subject) = page.subject().filter(|_| page.has_more()) else {
        return false;
    };
    if app.in_hand() != Some(subject.key) {
        return false;
    }
    let wanted = wanted(app, subject.width);
    let entries = entries(app.library(), subject.key, &wanted);
    let measuring = Setter::for_measure(app, &wanted);
    page.turn_to(
        self::subject(app, subject.key, subject.width),
        entries.len(),
    );
    // To find the entries of thousands of links costs more than to measure a few of them.
    let slice = slice.max(entries.len() * 8);
    page.measure(&entries, slice, |entry| measuring.height(entry));
    page.has_more()
}

fn subject(app: &App, key: Key, width: u16) -> Subject {
    Subject {
        key,
        generation: app.generation(),
        language: app.language,
        sides: app.sides,
        form: app.form,
        width,
    }
}

/// What is shown of a record, the interface's language first.
fn wanted(app: &App, width: u16) -> Wanted {
    let own = app.language;
    Wanted {
        language: own,
        languages: match app.sides {
            Sides::Own => vec![own],
            Sides::Other => vec![own.other()],
            Sides::Both => vec![own, own.other()],
        },
        width,
    }
}

/// Puts a line into a row; the link in hand is marked where the keys go.
fn put(app: &App, canvas: &mut Canvas<'_>, row: Rect, line: &DetailLine, focused: bool) {
    for part in &line.parts {
        let place = Rect {
            x: row.x + part.from,
            width: part.width,
            ..row
        };
        canvas.put(place, &part.line, part.edge);
    }
    if let Some(link) = line.link {
        canvas.belongs(row, Target::Link(link));
    }
    if line.link.is_some() && line.link == app.reading.link && focused {
        canvas.tint(row, theme::IN_HAND);
    }
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
            if app.is_fresh(key) {
                text.push(" ", style);
                text.push(theme::CHANGED_SIGN, style);
                text.push(" ", style);
                text.push(ui::JUST_CHANGED.get(canvas.language()), style);
            }
        }
        None => {
            text.push(ui::DETAIL.get(canvas.language()), style);
        }
    }
    text.push(" ", style);
    let line = canvas.words(&text, area.width);
    canvas.put(row, &line, Edge::Start);
}
