//! The rows of a pane: number and title, then what else one needs in order to choose.

use crate::app::App;
use crate::app::row::{Tag, Tone, row};
use crate::library::Key;

use super::canvas::Canvas;
use super::list::RowLine;
use super::styled::Styled;
use super::theme;

/// The lines of a record's row: on how many lines at most its title and its tags may stand.
#[must_use]
pub fn lines(
    app: &App,
    canvas: &Canvas<'_>,
    key: Key,
    width: u16,
    titles: usize,
    tags: usize,
) -> Vec<RowLine> {
    let mut row = row(app.library(), key, canvas.language());
    if let Some(said) = app.put_off(key) {
        let tag = Tag {
            text: said.get(canvas.language()).to_owned(),
            tone: Tone::Watch,
            code: false,
        };
        row.tags.insert(0, tag);
    }
    let depth = u16::from(row.depth).saturating_mul(2).min(width / 4);
    let lead_width = match u16::try_from(crate::script::width(&row.lead)).unwrap_or(0) {
        0 => 0,
        // Numbers of one and of two digits begin their titles under each other.
        columns => columns.max(2) + 1,
    };
    let indent = (depth + lead_width).min(width / 2);
    let title = Styled::new(row.title, theme::PLAIN);
    let mut lines: Vec<RowLine> = canvas
        .at_most(&title, width - indent, titles)
        .into_iter()
        .map(|line| RowLine::new(indent, line))
        .collect();
    if let Some(first) = lines.first_mut().filter(|_| !row.lead.is_empty()) {
        let mut lead = Styled::default();
        lead.push_code(&row.lead, theme::HEADING);
        let room = indent.saturating_sub(depth + 1);
        first.lead = Some((depth, canvas.words(&lead, room)));
    }
    if let Some(first) = lines.first_mut() {
        first.changed = app.is_fresh(key);
    }
    if tags > 0 && !row.tags.is_empty() {
        let tag_lines = canvas
            .words_at_most(&tag_line(&row.tags), width - indent, tags)
            .into_iter()
            .map(|line| RowLine::new(indent, line));
        let place = if row.tags_first { 0 } else { lines.len() };
        lines.splice(place..place, tag_lines);
    }
    lines
}

/// A tag of up to so many bytes is not broken over two lines.
const UNBROKEN: usize = 40;

/// The tags in a line, parted by dots. A dot stays with the tag before it.
#[must_use]
pub fn tag_line(tags: &[Tag]) -> Styled {
    let mut line = Styled::default();
    for (index, tag) in tags.iter().enumerate() {
        if index > 0 {
            line.push("\u{A0}· ", theme::QUIET);
        }
        let text = if tag.text.len() <= UNBROKEN {
            tag.text.replace(' ', "\u{A0}")
        } else {
            tag.text.clone()
        };
        if tag.code {
            line.push_code(&text, theme::tone(tag.tone));
        } else {
            line.push(&text, theme::tone(tag.tone));
        }
    }
    line
}
