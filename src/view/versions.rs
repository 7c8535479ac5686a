//! Two versions of a field: the question what is to become of them, and the other one beside the one
//! that is typed.

use ratatui::layout::Rect;

use crate::app::desk::again::Other;
use crate::app::desk::clash::{Both, ClashLayer};
use crate::app::input::Input;
use crate::app::seen::{ListSeen, VersionsSeen};
use crate::words::{Message, Phrase, capital, clash as clash_words, ui};

use super::canvas::{Canvas, Drawn, Edge};
use super::desk::{lines, title};
use super::layers::titled;
use super::list::{List, RowLine, draw as draw_list, scroll_bar};
use super::styled::Styled;
use super::theme;

/// Columns from which two versions stand side by side.
pub(super) const BESIDE: u16 = 50;
/// Rows of another version above the line that is typed in.
const ABOVE: usize = 3;

/// Draws two versions of each field, and what can be done.
pub fn clash(
    canvas: &mut Canvas<'_>,
    area: Rect,
    clash: &ClashLayer,
    seen: &mut VersionsSeen,
) -> ListSeen {
    let above = title(&clash.title().into(), canvas);
    let mut below = titled(canvas, area, &above);
    let choices = u16::try_from(clash.choices().len()).unwrap_or(0);
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
    let taken;
    (*seen, taken) = rows.draw(canvas, room, clash.offset);
    below.y += taken;
    below.height -= taken;
    below.y += u16::from(below.height > choices);
    below.height -= u16::from(below.height > choices);
    let language = canvas.language();
    draw_list(
        canvas,
        &List {
            area: below,
            count: clash.choices().len(),
            selected: clash.selected,
            offset: 0,
            pane: None,
            focused: true,
            in_use: true,
            room: usize::MAX,
        },
        |canvas, index, width| {
            let Some(choice) = clash.choices().get(index) else {
                return Vec::new();
            };
            let line = Styled::new(clash.word(*choice).get(language), theme::PLAIN);
            vec![RowLine::new(0, canvas.words(&line, width))]
        },
    )
}

/// Draws the version of another beside a text of several lines, or above it where there is no room;
/// what is left for the text.
pub fn beside(
    canvas: &mut Canvas<'_>,
    area: Rect,
    other: &Other,
    input: &Input,
    seen: &mut VersionsSeen,
) -> Rect {
    let (place, rest) = if area.width >= BESIDE {
        let half = area.width / 2;
        let rest = Rect {
            x: area.x + half,
            width: area.width - half,
            ..area
        };
        (
            Rect {
                width: half,
                ..area
            },
            rest,
        )
    } else {
        let half = area.height / 2;
        let rest = Rect {
            y: area.y + half,
            height: area.height - half,
            ..area
        };
        (
            Rect {
                height: half,
                ..area
            },
            rest,
        )
    };
    let rest = match area.width >= BESIDE {
        true => lines(canvas, rest, &quiet(clash_words::YOURS, canvas)),
        false => rest,
    };
    let below = lines(canvas, place, &head(&other.by, canvas));
    let mut rows = Rows::default();
    let told = canvas.language();
    let text = other.text.get(told);
    let drawn = canvas.wrapped(
        &Styled::new(text, theme::PLAIN),
        below.width.saturating_sub(2),
    );
    rows.apart = first_apart(&drawn, same(text, input.text()));
    rows.all = drawn.into_iter().map(|line| vec![whole(line)]).collect();
    (*seen, _) = rows.draw(canvas, below, other.offset);
    rest
}

/// Draws the version of another above what belongs to a line that is typed in; what is left.
pub fn above(canvas: &mut Canvas<'_>, area: Rect, other: &Other) -> Rect {
    let below = lines(canvas, area, &head(&other.by, canvas));
    let text = Styled::new(other.text.get(canvas.language()), theme::PLAIN);
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

/// How many bytes two texts have in common at their beginning.
fn same(one: &str, other: &str) -> Option<usize> {
    let both = one.char_indices().zip(other.chars());
    let apart = both.into_iter().find(|((_, one), other)| one != other);
    match apart {
        Some(((at, _), _)) => Some(at),
        None if one == other => None,
        None => Some(one.len().min(other.len())),
    }
}

/// The line on which two texts begin to differ.
fn first_apart(lines: &[Drawn], same: Option<usize>) -> Option<usize> {
    let same = same?;
    let at = lines.iter().position(|line| line.shows(same));
    at.or_else(|| lines.len().checked_sub(1))
}

/// The columns of an area in which a line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Whole,
    First,
    Second,
}

/// A line in a row.
struct Placed {
    part: Part,
    line: Drawn,
    edge: Edge,
}

const fn whole(line: Drawn) -> Placed {
    Placed {
        part: Part::Whole,
        line,
        edge: Edge::Own,
    }
}

/// What is shown of both versions of all fields, row by row; the room shows a part of it.
#[derive(Default)]
struct Rows {
    all: Vec<Vec<Placed>>,
    /// The row on which versions begin to differ.
    apart: Option<usize>,
}

impl Rows {
    /// Both versions of a field, side by side where there is room; else a part of each above the
    /// other, and then the next part of each.
    fn add(&mut self, canvas: &Canvas<'_>, room: Rect, field: &Both, yours: Phrase) {
        let language = canvas.language();
        let (theirs, mine) = (field.theirs.get(language), field.yours.get(language));
        let is_beside = room.width >= BESIDE;
        let columns = match is_beside {
            true => [room.width / 2, room.width - room.width / 2],
            false => [room.width; 2],
        }
        .map(|columns| columns.saturating_sub(2));
        let [first, second] = columns;
        // The last column is for the scroll bar.
        let second = second.saturating_sub(1);
        let wrapped = |text: &str, width| canvas.wrapped(&Styled::new(text, theme::PLAIN), width);
        let label = Styled::new(capital(field.label.get(language)), theme::HEADING);
        let label = canvas.wrapped_words(&label, room.width.saturating_sub(2));
        let heads = [head(&field.by, canvas), quiet(yours, canvas)];
        // Where there is little room, the rows are for the texts.
        let heads = match is_beside {
            true => heads.map(|head| canvas.wrapped_words(&head, second)),
            false => heads.map(|head| vec![canvas.words(&head, second)]),
        };
        let texts = [wrapped(theirs, first), wrapped(mine, second)];
        let [of_theirs, of_mine] = &texts;
        let apart = [
            first_apart(of_theirs, same(theirs, mine)),
            first_apart(of_mine, same(mine, theirs)),
        ];
        let apart = apart.into_iter().flatten().min();
        let one = |part, edge| move |line| Placed { part, line, edge };
        self.all.extend(
            label
                .iter()
                .cloned()
                .map(|line| vec![one(Part::Whole, Edge::Start)(line)]),
        );
        if is_beside {
            self.zip(heads, Edge::Start);
            let from = self.all.len();
            self.zip(texts, Edge::Own);
            self.apart = self.apart.or(apart.map(|at| from + at));
            return;
        }
        let taken = label.len() + heads.iter().map(Vec::len).sum::<usize>();
        let part = (usize::from(room.height).saturating_sub(taken) / 2).max(1);
        let longest = texts.iter().map(Vec::len).max().unwrap_or(0);
        for from in (0..longest.max(1)).step_by(part) {
            if from > 0 {
                let again = label.iter().cloned();
                self.all
                    .extend(again.map(|line| vec![one(Part::Whole, Edge::Start)(line)]));
            }
            let begins = self.all.len() - label.len();
            for (head, text) in heads.iter().zip(&texts) {
                let head = head.iter().cloned().map(one(Part::Whole, Edge::Start));
                let text = text.iter().skip(from).take(part).cloned().map(whole);
                self.all.extend(head.chain(text).map(|line| vec![line]));
            }
            // A part takes all of the room, so that the next page begins with the next one.
            if longest > part {
                let page = begins + usize::from(room.height);
                while self.all.len() < page {
                    self.all.push(Vec::new());
                }
            }
            if self.apart.is_none() && apart.is_some_and(|at| (from..from + part).contains(&at)) {
                self.apart = Some(begins);
            }
        }
    }

    /// Lines beside each other.
    fn zip(&mut self, [first, second]: [Vec<Drawn>; 2], edge: Edge) {
        let (mut first, mut second) = (first.into_iter(), second.into_iter());
        loop {
            let both = [(Part::First, first.next()), (Part::Second, second.next())];
            let row: Vec<Placed> = both
                .into_iter()
                .filter_map(|(part, line)| line.map(|line| Placed { part, line, edge }))
                .collect();
            if row.is_empty() {
                return;
            }
            self.all.push(row);
        }
    }

    /// Draws as much as there is room for: where nobody has turned the pages, what is shown holds the
    /// place where the versions begin to differ. Returns how many rows it took.
    fn draw(
        &self,
        canvas: &mut Canvas<'_>,
        room: Rect,
        offset: Option<usize>,
    ) -> (VersionsSeen, u16) {
        let fits = usize::from(room.height);
        let most = self.all.len().saturating_sub(fits);
        let offset = offset.unwrap_or_else(|| {
            let apart = self.apart.unwrap_or_default();
            match apart < fits {
                true => 0,
                // With what stands before it.
                false => apart - fits / 2,
            }
        });
        let offset = offset.min(most);
        let area = Rect {
            width: room.width.saturating_sub(1),
            ..room
        };
        for (row, placed) in area.rows().zip(self.all.iter().skip(offset)) {
            let half = room.width / 2;
            for Placed { part, line, edge } in placed {
                let place = match part {
                    Part::Whole => row,
                    Part::First => Rect { width: half, ..row },
                    Part::Second => Rect {
                        x: row.x + half,
                        width: row.width.saturating_sub(half),
                        ..row
                    },
                };
                let place = Rect {
                    x: place.x + 1,
                    width: place.width.saturating_sub(1),
                    ..place
                };
                canvas.put(place, line, *edge);
            }
        }
        scroll_bar(canvas, room, offset, fits, self.all.len());
        let seen = VersionsSeen {
            offset,
            fits,
            rows: self.all.len(),
        };
        let taken = u16::try_from(self.all.len()).unwrap_or(u16::MAX);
        (seen, taken.min(room.height))
    }
}
