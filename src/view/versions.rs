//! Two versions of a field: the question what is to become of them, and the other one beside the one
//! that is typed.

use ratatui::layout::Rect;

use crate::app::desk::again::Other;
use crate::app::desk::clash::ClashLayer;
use crate::app::input::Input;
use crate::app::seen::{ListSeen, VersionsSeen};
use crate::script::{Compared, Side};
use crate::words::{Message, Phrase, clash as clash_words, ui};

use super::canvas::{Canvas, Drawn, Edge, TextDrawn};
use super::desk::{lines, title};
use super::layers::titled;
use super::list::{List, RowLine, draw as draw_list};
use super::styled::Styled;
use super::theme;

mod rows;

use rows::Rows;

/// Columns from which two versions stand side by side.
pub(super) const BESIDE: u16 = 50;
/// Rows of another version above the line that is typed in.
const ABOVE: usize = 3;
/// Rows above a difference to which one goes.
const BEFORE: usize = 2;

/// Draws two versions of each field, and what can be done.
pub fn clash(
    canvas: &mut Canvas<'_>,
    area: Rect,
    clash: &ClashLayer,
    seen: &mut VersionsSeen,
) -> ListSeen {
    let above = title(&clash.title().into(), canvas);
    let mut below = titled(canvas, area, &above);
    // Where there is little room it is for the versions.
    let choices = u16::try_from(clash.choices().len()).unwrap_or(0);
    let choices = choices.min((below.height / 3).max(3));
    // Whoever goes back has named no record, and the one that is shown may be covered.
    if below.height > choices + 6 {
        let record = Styled::new(clash.record.get(canvas.language()), theme::PLAIN);
        let inner = inner(below);
        for line in canvas.at_most(&record, inner.width, 1) {
            canvas.put(inner, &line, Edge::Start);
        }
        below.y += 1;
        below.height -= 1;
    }
    let room = Rect {
        height: below.height.saturating_sub(choices + 1),
        ..below
    };
    let mut rows = Rows::default();
    for field in &clash.fields {
        rows.add(canvas, room, field, clash.yours());
    }
    if let [_] = clash.fields.as_slice() {
        // What stands above the two stays there while they are turned.
        rows.fix(room);
    }
    let taken;
    (*seen, taken) = rows.draw(canvas, room, clash.offset);
    below.y += taken;
    below.height -= taken;
    below.y += u16::from(below.height > choices);
    below.height -= u16::from(below.height > choices);
    let language = canvas.language();
    draw_list(
        canvas,
        &List::of_layer(below, clash.choices().len(), clash.selected, 0),
        |canvas, index, width| {
            let Some(choice) = clash.choices().get(index) else {
                return Vec::new();
            };
            let line = Styled::new(clash.word(*choice).get(language), theme::PLAIN);
            vec![RowLine::new(0, canvas.words(&line, width))]
        },
    )
}

/// Parts the area of a text of several lines: for the version of another, beside it or above it where
/// there is no room, and for the text.
pub fn parted(area: Rect) -> (Rect, Rect) {
    if area.width >= BESIDE {
        let half = area.width / 2;
        let (x, width) = (area.x + half, area.width - half);
        (
            Rect {
                width: half,
                ..area
            },
            Rect { x, width, ..area },
        )
    } else {
        let half = area.height / 2;
        let (y, height) = (area.y + half, area.height - half);
        (
            Rect {
                height: half,
                ..area
            },
            Rect { y, height, ..area },
        )
    }
}

/// What stands above the text where it is beside the version of another, in as many rows as above that;
/// what is left.
pub fn headed(canvas: &mut Canvas<'_>, area: Rect, other: (&Other, Rect)) -> Rect {
    let (other, place) = other;
    if place.y != area.y {
        return area;
    }
    lines(canvas, area, &quiet(clash_words::YOURS, canvas));
    let rows = canvas.wrapped_words(&head(&other.by, canvas), inner(place).width);
    let taken = u16::try_from(rows.len())
        .unwrap_or(u16::MAX)
        .min(area.height);
    Rect {
        y: area.y + taken,
        height: area.height - taken,
        ..area
    }
}

/// Draws the version of another, with what differs marked: the part of it that is the part of the text
/// that is seen, unless its pages were turned.
pub fn other(
    canvas: &mut Canvas<'_>,
    place: Rect,
    (other, compared): (&Other, &Compared),
    (input, drawn): (&Input, &TextDrawn),
) -> VersionsSeen {
    let below = lines(canvas, place, &head(&other.by, canvas));
    let text = other.text.get(canvas.language());
    // As wide as what is typed, so that both break alike.
    let all = canvas.wrapped(
        &marked(text, compared, Side::One),
        below.width.saturating_sub(3),
    );
    let fits = usize::from(below.height);
    let across = |at: usize| line_at(&all, compared.across(Side::Other, at));
    let (first, here) = (across(drawn.first), across(input.caret().at));
    let offset = other.turned_at(input).unwrap_or_else(|| {
        let least = (here + 1).saturating_sub(fits);
        first.clamp(least.min(here), here)
    });
    Rows::of(all).draw(canvas, below, Some(offset)).0
}

/// Draws the version of another above what belongs to a line that is typed in; what is left.
pub fn above(canvas: &mut Canvas<'_>, area: Rect, other: &Other, input: &Input) -> Rect {
    let below = lines(canvas, area, &head(&other.by, canvas));
    let text = other.text.get(canvas.language());
    let text = marked(text, &Compared::new(text, input.text()), Side::One);
    let place = inner(below);
    let drawn = canvas.at_most(&text, place.width, ABOVE);
    let taken = u16::try_from(drawn.len()).unwrap_or(0).min(place.height);
    for (row, line) in place.rows().zip(drawn) {
        canvas.put(row, &line, Edge::Own);
    }
    Rect {
        y: below.y + taken,
        height: below.height - taken,
        ..below
    }
}

/// Who wrote what stands in the file.
fn head(by: &Message, canvas: &Canvas<'_>) -> Styled {
    let language = canvas.language();
    let mut head = quiet(clash_words::THEIRS, canvas);
    head.push(ui::LIST_COMMA.get(language), theme::QUIET);
    head.push(by.get(language), theme::QUIET);
    head
}

fn quiet(said: Phrase, canvas: &Canvas<'_>) -> Styled {
    Styled::new(said.get(canvas.language()), theme::QUIET)
}

/// An area without its outermost columns.
const fn inner(area: Rect) -> Rect {
    Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    }
}

/// A version with what differs from the other one marked.
fn marked(text: &str, compared: &Compared, side: Side) -> Styled {
    let mut marked = Styled::new(text, theme::PLAIN);
    if !compared.is_other() {
        marked.mark(compared.places(side), theme::APART);
    }
    marked
}

/// The line on which a byte of a text stands.
fn line_at(lines: &[Drawn], at: usize) -> usize {
    let before = lines.partition_point(|line| line.range().start <= at);
    before.saturating_sub(1)
}
