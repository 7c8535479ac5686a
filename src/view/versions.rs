//! Two versions of a field: the question what is to become of them, and the other one beside the one
//! that is typed.

use ratatui::layout::Rect;

use crate::app::desk::again::Other;
use crate::app::desk::clash::{Both, ClashLayer};
use crate::app::input::Input;
use crate::app::seen::{ListSeen, VersionsSeen};
use crate::script::{Compared, Side};
use crate::words::{Message, Phrase, capital, clash as clash_words, ui};

use super::canvas::{Canvas, Drawn, Edge, TextDrawn};
use super::desk::{lines, title};
use super::layers::titled;
use super::list::{List, RowLine, draw as draw_list, scroll_bar};
use super::styled::Styled;
use super::theme;

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
    let rows = Rows {
        all: all.into_iter().map(|line| vec![whole(line)]).collect(),
        ..Rows::default()
    };
    rows.draw(canvas, below, Some(offset)).0
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
    marked.mark(compared.places(side), theme::APART);
    marked
}

/// The line on which a byte of a text stands.
fn line_at(lines: &[Drawn], at: usize) -> usize {
    let before = lines.partition_point(|line| line.range().start <= at);
    before.saturating_sub(1)
}

/// The lines of two versions beside each other, so that what both have stands on one row, or on the
/// next one.
fn aligned([theirs, mine]: [Vec<Drawn>; 2], compared: &Compared) -> Vec<[Option<Drawn>; 2]> {
    // The line of the other on which what a line has in common with it begins.
    let meets = |line: Option<&Drawn>, side: Side, others: &[Drawn]| {
        let at = compared.common_in(side, line?.range())?;
        Some(line_at(others, compared.across(side, at)))
    };
    let mut rows = Vec::new();
    let (mut at, mut at_mine) = (0, 0);
    loop {
        let (line, of_mine) = (theirs.get(at), mine.get(at_mine));
        let row = match (line, of_mine) {
            (None, None) => return rows,
            _ if meets(line, Side::One, &mine).is_some_and(|meets| meets > at_mine) => {
                [None, of_mine]
            }
            _ if meets(of_mine, Side::Other, &theirs).is_some_and(|meets| meets > at) => {
                [line, None]
            }
            both => both.into(),
        };
        at += usize::from(row.first().is_some_and(Option::is_some));
        at_mine += usize::from(row.last().is_some_and(Option::is_some));
        rows.push(row.map(Option::<&Drawn>::cloned));
    }
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
    /// What stays above the others.
    fixed: Vec<Vec<Placed>>,
    all: Vec<Vec<Placed>>,
    /// The rows on which a difference begins, and to which one goes to see it.
    apart: Vec<(usize, usize)>,
    /// How many rows at the beginning are heads.
    heads: usize,
}

impl Rows {
    /// Both versions of a field, side by side where there is room; else a part of each above the
    /// other, and then the next part of each.
    fn add(&mut self, canvas: &Canvas<'_>, room: Rect, field: &Both, yours: Phrase) {
        let language = canvas.language();
        let (theirs, mine) = (field.theirs.get(language), field.yours.get(language));
        let compared = Compared::new(theirs, mine);
        let is_beside = room.width >= BESIDE;
        let width = match is_beside {
            true => room.width / 2,
            false => room.width,
        };
        // The last column is for the scroll bar; both are as wide, so that they break alike.
        let width = width.saturating_sub(3);
        let label = Styled::new(capital(field.label.get(language)), theme::HEADING);
        let label = canvas.wrapped_words(&label, room.width.saturating_sub(2));
        let heads = [head(&field.by, canvas), quiet(yours, canvas)];
        // Where there is little room, the rows are for the texts.
        let heads = match is_beside {
            true => heads.map(|head| canvas.wrapped_words(&head, width)),
            false => heads.map(|head| vec![canvas.words(&head, width)]),
        };
        let texts = [
            canvas.wrapped(&marked(theirs, &compared, Side::One), width),
            canvas.wrapped(&marked(mine, &compared, Side::Other), width),
        ];
        let pairs = aligned(texts, &compared);
        let begins = |row: &[Option<Drawn>; 2]| {
            let [theirs, mine] = row;
            let starts = |line: &Option<Drawn>, side| {
                let range = line.as_ref().map(Drawn::range).unwrap_or_default();
                let mut places = compared.places(side);
                places.any(|place| !place.is_empty() && range.contains(&place.start))
            };
            starts(theirs, Side::One) || starts(mine, Side::Other)
        };
        let one = |part, edge| move |line| Placed { part, line, edge };
        let labels = |label: &[Drawn]| -> Vec<Vec<Placed>> {
            let label = label.iter().cloned();
            label
                .map(|line| vec![one(Part::Whole, Edge::Start)(line)])
                .collect()
        };
        self.all.extend(labels(&label));
        if is_beside {
            self.zip(heads);
            self.heads = self.all.len();
            let from = self.all.len();
            for (at, row) in pairs.into_iter().enumerate() {
                if begins(&row) {
                    let row = from + at;
                    self.apart.push((row, row.saturating_sub(BEFORE)));
                }
                let parts = [Part::First, Part::Second].into_iter().zip(row);
                let placed = parts.filter_map(|(part, line)| Some(one(part, Edge::Own)(line?)));
                self.all.push(placed.collect());
            }
            return;
        }
        let taken = label.len() + heads.iter().map(Vec::len).sum::<usize>();
        let part = (usize::from(room.height).saturating_sub(taken) / 2).max(1);
        for (at, rows) in pairs.chunks(part).enumerate() {
            if at > 0 {
                self.all.extend(labels(&label));
            }
            let from = self.all.len() - label.len();
            if rows.iter().any(begins) {
                self.apart.push((from, from));
            }
            let sides = [
                rows.iter().map(|[theirs, _]| theirs).collect::<Vec<_>>(),
                rows.iter().map(|[_, mine]| mine).collect(),
            ];
            for (head, text) in heads.iter().zip(sides) {
                let head = head.iter().cloned().map(one(Part::Whole, Edge::Start));
                let text = text.into_iter().flatten().cloned().map(whole);
                self.all.extend(head.chain(text).map(|line| vec![line]));
            }
            // A part takes all of the room, so that the next page begins with the next one.
            if pairs.len() > part {
                let page = from + usize::from(room.height);
                while self.all.len() < page {
                    self.all.push(Vec::new());
                }
            }
        }
    }

    /// Keeps the heads of the only field above its versions, where there is room for these below.
    fn fix(&mut self, room: Rect) {
        let heads = self.heads;
        if heads * 2 > usize::from(room.height) {
            return;
        }
        self.fixed = self.all.drain(..heads).collect();
        for (row, to) in &mut self.apart {
            (*row, *to) = (row.saturating_sub(heads), to.saturating_sub(heads));
        }
    }

    /// Heads beside each other.
    fn zip(&mut self, [first, second]: [Vec<Drawn>; 2]) {
        let edge = Edge::Start;
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

    /// Draws as much as there is room for: where nobody has turned the pages, from the first difference
    /// on. Returns how many rows it took.
    fn draw(
        &self,
        canvas: &mut Canvas<'_>,
        room: Rect,
        offset: Option<usize>,
    ) -> (VersionsSeen, u16) {
        let taken = u16::try_from(self.fixed.len())
            .unwrap_or(u16::MAX)
            .min(room.height);
        self.put(canvas, room, &self.fixed);
        let room = Rect {
            y: room.y + taken,
            height: room.height - taken,
            ..room
        };
        let fits = usize::from(room.height);
        let most = self.all.len().saturating_sub(fits);
        let first = || self.apart.first().map_or(0, |(_, to)| *to);
        let offset = offset.unwrap_or_else(first).min(most);
        let shown = self.all.get(offset..).unwrap_or_default();
        self.put(canvas, room, shown);
        scroll_bar(canvas, room, offset, fits, self.all.len());
        let mut before = self.apart.iter().rev();
        let mut behind = self.apart.iter();
        let seen = VersionsSeen {
            offset,
            fits,
            rows: self.all.len(),
            before: before.find(|(row, _)| *row < offset).map(|(_, to)| *to),
            // What only begins on the last rows is still to be seen.
            behind: behind
                .find(|(row, to)| row + BEFORE >= offset + fits && *to.min(&most) > offset)
                .map(|(_, to)| *to),
        };
        let rows = u16::try_from(self.all.len()).unwrap_or(u16::MAX);
        (seen, taken + rows.min(room.height))
    }

    fn put(&self, canvas: &mut Canvas<'_>, room: Rect, rows: &[Vec<Placed>]) {
        let area = Rect {
            width: room.width.saturating_sub(1),
            ..room
        };
        let half = room.width / 2;
        for (row, placed) in area.rows().zip(rows) {
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
    }
}
