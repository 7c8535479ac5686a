//! The beginning of a record that was not opened, in about so many bytes, what there is more included.

use crate::view::canvas::{Canvas, Edge};
use crate::view::styled::Styled;
use crate::view::theme;
use crate::words::{Phrase, capital, ui};

use super::entry::Entry;
use super::set::{DetailLine, Part, Setter};

/// The lines of a preview, and the line on which each of its links begins.
pub(super) fn preview(
    setter: &Setter<'_>,
    canvas: &Canvas<'_>,
    entries: &[Entry<'_>],
    width: u16,
    room: usize,
) -> (Vec<DetailLine>, Vec<usize>) {
    let mut lines: Vec<DetailLine> = Vec::new();
    let mut links = Vec::new();
    let mut used = 0;
    // The title is never cut.
    let mut title = 0;
    let mut rest = entries.iter();
    for entry in rest.by_ref() {
        if entry.is_link() {
            links.push(lines.len());
        }
        let more = setter.lines(canvas, entry, links.len().saturating_sub(1));
        used += more.iter().map(DetailLine::bytes).sum::<usize>();
        lines.extend(more);
        if matches!(entry, Entry::Title(_)) {
            title = lines.len();
        } else if used > room {
            break;
        }
    }
    if used > room {
        let said = |text: &Styled| -> Vec<DetailLine> {
            let said = Some(text).filter(|text| !text.text.is_empty());
            said.into_iter()
                .flat_map(|text| canvas.wrapped_words(text, width))
                .map(|line| DetailLine {
                    parts: vec![Part {
                        from: 0,
                        width,
                        line,
                        edge: Edge::Start,
                    }],
                    ..DetailLine::default()
                })
                .collect()
        };
        let bytes = |lines: &[DetailLine]| lines.iter().map(DetailLine::bytes).sum::<usize>();
        let mut closing = said(&headings(&omitted(rest.as_slice()), canvas));
        // What is left out is named where the beginning keeps half of the room.
        let left = room.saturating_sub(lines.get(..title).map_or(0, bytes));
        if bytes(&closing) > left / 2 {
            closing.clear();
        }
        let more = ui::MORE.get(canvas.language());
        closing.extend(said(&Styled::new(more, theme::KEY)));
        let room = room.saturating_sub(bytes(&closing));
        cut(&mut lines, &mut links, room, title);
        lines.push(DetailLine::default());
        lines.extend(closing);
    }
    (lines, links)
}

/// Leaves out the lines for which there is no room.
fn cut(lines: &mut Vec<DetailLine>, links: &mut Vec<usize>, room: usize, title: usize) {
    let mut used = 0;
    let kept = lines
        .iter()
        .take_while(|line| {
            used += line.bytes();
            used <= room
        })
        .count();
    lines.truncate(kept.max(title).max(1));
    links.retain(|line| *line < lines.len());
    // No blank and no name of what does not follow stands at the end.
    while lines
        .last()
        .is_some_and(|line| line.parts.is_empty() || line.heading)
    {
        lines.pop();
    }
}

/// The headings that are left out, with how many records stand under each.
fn omitted(rest: &[Entry<'_>]) -> Vec<(Phrase, usize)> {
    let mut found: Vec<(Phrase, usize)> = Vec::new();
    for entry in rest {
        match entry {
            Entry::Heading(heading) => found.push((*heading, 0)),
            Entry::Link(..) => {
                if let Some((_, count)) = found.last_mut() {
                    *count += 1;
                }
            }
            _ => {}
        }
    }
    found
}

/// The headings in a line.
fn headings(omitted: &[(Phrase, usize)], canvas: &Canvas<'_>) -> Styled {
    let mut line = Styled::default();
    for (heading, count) in omitted {
        if !line.text.is_empty() {
            line.push(" · ", theme::QUIET);
        }
        line.push(&capital(heading.get(canvas.language())), theme::HEADING);
        if *count > 0 {
            line.push("\u{A0}", theme::QUIET);
            line.push_code(&ui::grouped(*count), theme::QUIET);
        }
    }
    line
}
