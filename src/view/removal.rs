//! The question before a record is deleted.

use ratatui::layout::Rect;

use crate::app::desk::removal::RemovalLayer;
use crate::app::seen::ListSeen;
use crate::words::{capital, removal as words};

use super::canvas::Canvas;
use super::desk::{lines, title};
use super::layers::titled;
use super::list::{List, RowLine, draw as draw_list};
use super::styled::Styled;
use super::theme;

/// Draws what is to be deleted, what that means, and below it the choices, which are always seen.
pub fn draw(canvas: &mut Canvas<'_>, area: Rect, removal: &RemovalLayer) -> ListSeen {
    let language = canvas.language();
    let area = titled(canvas, area, &title(&words::QUESTION.into(), canvas));
    let choices = u16::try_from(RemovalLayer::CHOICES.len()).unwrap_or(0);
    let room = area.height.saturating_sub(choices + 1);
    let mut below = Rect {
        height: room,
        ..area
    };
    let (kind, named, id) = &removal.what;
    let mut what = Styled::new(capital(kind.get(language)), theme::HEADING);
    what.push("  ", theme::PLAIN);
    what.push_code(id, theme::KEY);
    below = lines(canvas, below, &what);
    let mut texts = vec![Styled::new(named.get(language), theme::PLAIN)];
    for told in &removal.told {
        texts.push(Styled::new(told.about.get(language), theme::QUIET));
        for (name, id) in &told.named {
            let mut line = Styled::new("  · ", theme::QUIET);
            line.push(name.get(language), theme::PLAIN);
            line.push("  ", theme::PLAIN);
            line.push_code(id, theme::KEY);
            texts.push(line);
        }
        if told.more > 0 {
            let more = words::and_more(told.more);
            let mut line = Styled::new("  · ", theme::QUIET);
            line.push(more.get(language), theme::QUIET);
            texts.push(line);
        }
    }
    texts.push(Styled::new(words::COMES_BACK.get(language), theme::QUIET));
    for text in &texts {
        below = lines(canvas, below, text);
    }
    let taken = below.y - area.y + 1;
    let list = Rect {
        y: area.y + taken.min(area.height),
        height: area.height.saturating_sub(taken),
        ..area
    };
    draw_list(
        canvas,
        &List {
            area: list,
            count: RemovalLayer::CHOICES.len(),
            selected: removal.selected,
            offset: 0,
            pane: None,
            focused: true,
            in_use: true,
            room: usize::MAX,
        },
        |canvas, index, width| {
            let Some(choice) = RemovalLayer::CHOICES.get(index) else {
                return Vec::new();
            };
            let line = Styled::new(choice.get(language), theme::PLAIN);
            vec![RowLine::new(0, canvas.words(&line, width))]
        },
    )
}
