//! A position that is read out: wide margins, nothing around it, a blank line between lines where
//! there is room.

use ratatui::layout::Rect;

use crate::app::seen::{DetailSeen, Seen};
use crate::app::{App, Sides};
use crate::library::Key;
use crate::report::{Language, Record};
use crate::words::label::Label;

use super::canvas::{Canvas, Drawn, Edge};
use super::styled::Styled;
use super::theme;

/// The longest line, in columns: longer ones are hard to read out.
const LONGEST: u16 = 66;
/// The least margin at each side, in columns.
const MARGIN: u16 = 4;
/// Columns between two languages that stand side by side.
const BETWEEN: u16 = 6;
/// Columns that each of two languages has at least where they stand side by side.
const LEAST: u16 = 48;

/// A line, and which of the columns it stands in.
struct Row {
    parts: Vec<(usize, Drawn, Edge)>,
}

/// Draws the position; tells how far it can be scrolled.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, screen: Rect, key: Key) -> Seen {
    canvas.fill(screen, " ", theme::PLAIN);
    let own = app.language;
    let languages = match app.sides {
        Sides::Own => vec![own],
        Sides::Other => vec![own.other()],
        Sides::Both => vec![own, own.other()],
    };
    let margin = MARGIN.min(screen.width / 8);
    let room = screen.width.saturating_sub(2 * margin);
    let beside = languages.len() > 1 && room >= 2 * LEAST + BETWEEN;
    let width = match beside {
        true => ((room - BETWEEN) / 2).min(LONGEST),
        false => room.min(LONGEST),
    };
    let whole = if beside { 2 * width + BETWEEN } else { width };
    let left = screen.x + (screen.width - whole) / 2;
    let columns: Vec<Rect> = (0..if beside { 2 } else { 1 })
        .map(|at| Rect {
            x: left + at * (width + BETWEEN),
            width,
            ..screen
        })
        .collect();
    let head = head(app, canvas, key, &languages, beside, width);
    let body = body(app, canvas, key, &languages, beside, width);
    // A row is free between title and text; the last one is for what is said.
    let height = usize::from(screen.height.saturating_sub(1));
    let rest = height.saturating_sub(head.len() + 1);
    let step = if body.len() * 2 < rest { 2 } else { 1 };
    let fits = body.len().min(rest.max(1));
    // A short text stands somewhat above the middle.
    let top = rest.saturating_sub(body.len() * usize::from(step)) / 3;
    let lowest = body.len().saturating_sub(fits);
    let first = app.recital.map_or(0, |one| one.scroll).min(lowest);
    let mut y = screen.y + u16::try_from(top).unwrap_or(0);
    let bottom = screen.y + screen.height.saturating_sub(1);
    for row in &head {
        put(canvas, &columns, y, bottom, row);
        y += 1;
    }
    y += 1;
    for row in body.iter().skip(first).take(fits) {
        put(canvas, &columns, y, bottom, row);
        y += step;
    }
    if first < lowest {
        let sign = Rect {
            x: left,
            y: bottom.saturating_sub(1).max(screen.y),
            width: whole,
            height: 1,
        };
        let more = canvas.words(&Styled::new("⋮", theme::QUIET), 1);
        canvas.put(sign, &more, Edge::Start);
    }
    Seen {
        recital: lowest,
        detail: DetailSeen {
            fits,
            ..DetailSeen::default()
        },
        ..Seen::default()
    }
}

fn put(canvas: &mut Canvas<'_>, columns: &[Rect], y: u16, bottom: u16, row: &Row) {
    if y >= bottom {
        return;
    }
    for (column, line, edge) in &row.parts {
        if let Some(column) = columns.get(*column) {
            let place = Rect {
                y,
                height: 1,
                ..*column
            };
            canvas.put(place, line, *edge);
        }
    }
}

/// Texts of one part of the page, each language in its column where they stand side by side, else
/// one below the other.
fn rows(texts: Vec<Vec<(Drawn, Edge)>>, beside: bool) -> Vec<Row> {
    if !beside {
        let mut rows = Vec::new();
        for (at, text) in texts.into_iter().enumerate() {
            if at > 0 {
                rows.push(Row { parts: Vec::new() });
            }
            rows.extend(text.into_iter().map(|(line, edge)| Row {
                parts: vec![(0, line, edge)],
            }));
        }
        return rows;
    }
    let count = texts.iter().map(Vec::len).max().unwrap_or(0);
    let mut rows: Vec<Row> = (0..count).map(|_| Row { parts: Vec::new() }).collect();
    for (column, text) in texts.into_iter().enumerate() {
        for (row, (line, edge)) in rows.iter_mut().zip(text) {
            row.parts.push((column, line, edge));
        }
    }
    rows
}

/// The number and title of the item, then stance and status; where two languages stand below each
/// other, only in the first.
fn head(
    app: &App,
    canvas: &Canvas<'_>,
    key: Key,
    languages: &[Language],
    beside: bool,
    width: u16,
) -> Vec<Row> {
    let shown = if beside { languages.len() } else { 1 };
    let texts = languages.iter().take(shown);
    let texts = texts.map(|language| head_in(app, canvas, key, *language, width));
    rows(texts.collect(), beside)
}

fn head_in(
    app: &App,
    canvas: &Canvas<'_>,
    key: Key,
    language: Language,
    width: u16,
) -> Vec<(Drawn, Edge)> {
    let library = app.library();
    let number = library
        .owner(key)
        .map(|item| app.printed_numbers(library.id(item)).join(","))
        .unwrap_or_default();
    let Some(Record::Position(position)) = library.record(key) else {
        return Vec::new();
    };
    let mut title = Styled::default();
    if !number.is_empty() {
        title.push_code(&number, theme::HEADING);
        title.push("  ", theme::HEADING);
    }
    title.push(&library.title(key, language), theme::HEADING);
    let said = format!(
        "{} · {}",
        position.stance.label().get(language),
        position.status.label().get(language)
    );
    let said = Styled::new(said, theme::QUIET);
    let lines = canvas.at_most(&title, width, 3).into_iter();
    let lines = lines.chain(canvas.at_most(&said, width, 1));
    lines.map(|line| (line, Edge::Own)).collect()
}

/// The wording; a second language below the first has its title before it.
fn body(
    app: &App,
    canvas: &Canvas<'_>,
    key: Key,
    languages: &[Language],
    beside: bool,
    width: u16,
) -> Vec<Row> {
    let Some(Record::Position(position)) = app.library().record(key) else {
        return Vec::new();
    };
    let said: Vec<(Language, &str)> = match languages {
        [one] => vec![(*one, position.text.in_or_other(*one))],
        several => several
            .iter()
            .filter_map(|language| Some((*language, position.text.get(*language)?)))
            .collect(),
    };
    let texts = said.into_iter().enumerate().map(|(at, (language, text))| {
        let mut lines = match at {
            1.. if !beside => head_in(app, canvas, key, language, width),
            _ => Vec::new(),
        };
        let text = canvas.wrapped(&Styled::new(text.trim(), theme::PLAIN), width);
        lines.extend(text.into_iter().map(|line| (line, Edge::Own)));
        lines
    });
    rows(texts.collect(), beside)
}
