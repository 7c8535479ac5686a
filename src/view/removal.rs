//! The question before a record is deleted.

use ratatui::layout::Rect;

use crate::app::desk::removal::RemovalLayer;
use crate::app::seen::ListSeen;
use crate::words::capital;

use super::canvas::{Canvas, Edge};
use super::desk::title;
use super::layers::titled;
use super::list::{List, RowLine, draw as draw_list};
use super::styled::Styled;
use super::theme;

/// Lines that the title may take; in few rows it takes one.
const TITLE: usize = 2;
/// Rows below which there are few.
const LOW: u16 = 10;

/// Draws what is to be deleted, what that means, and below it the choices, which are always seen.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, removal: &RemovalLayer) -> ListSeen {
    let language = canvas.language();
    let area = titled(canvas, area, &title(&removal.title().into(), canvas));
    let choices = u16::try_from(removal.choices().len()).unwrap_or(0);
    let room = area.height.saturating_sub(choices + 1);
    let inner = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        height: room,
        ..area
    };
    let mut rows = Vec::new();
    let (kind, named, id) = &removal.what;
    let mut what = Styled::new(capital(kind.get(language)), theme::HEADING);
    what.push("  ", theme::PLAIN);
    what.push_code(id, theme::KEY);
    rows.push((canvas.words(&what, inner.width), false));
    let named = Styled::new(named.get(language), theme::PLAIN);
    let titles = if room < LOW { 1 } else { TITLE };
    let named = canvas.words_at_most(&named, inner.width, titles);
    rows.extend(named.into_iter().map(|line| (line, false)));
    for told in &removal.told {
        let about = Styled::new(told.about.get(language), theme::QUIET);
        let about = canvas.wrapped_words(&about, inner.width);
        rows.extend(about.into_iter().map(|line| (line, false)));
        for (name, id) in &told.named {
            let mut line = Styled::new(" · ", theme::QUIET);
            line.push_code(id, theme::KEY);
            line.push("  ", theme::PLAIN);
            line.push(name.get(language), theme::PLAIN);
            rows.push((canvas.words(&line, inner.width), true));
        }
    }
    let comes_back = Styled::new(removal.comes_back().get(language), theme::QUIET);
    let comes_back = canvas.wrapped_words(&comes_back, inner.width);
    rows.extend(comes_back.into_iter().map(|line| (line, false)));
    // Where there is little room, it is told how many refer to it, and not which.
    while rows.len() > usize::from(room)
        && let Some(last) = rows.iter().rposition(|(_, is_name)| *is_name)
    {
        rows.remove(last);
    }
    for (row, (line, _)) in inner.rows().zip(&rows) {
        canvas.put(row, line, Edge::Start);
    }
    let taken = u16::try_from(rows.len()).unwrap_or(room).min(room) + 1;
    let list = Rect {
        y: area.y + taken.min(area.height),
        height: area.height.saturating_sub(taken),
        ..area
    };
    draw_list(
        canvas,
        &List::of_layer(list, removal.choices().len(), removal.selected, 0),
        |canvas, index, width| {
            let Some(choice) = removal.choices().get(index).copied() else {
                return Vec::new();
            };
            let line = Styled::new(choice.get(language), theme::PLAIN);
            vec![RowLine::new(0, canvas.words(&line, width))]
        },
    )
}
