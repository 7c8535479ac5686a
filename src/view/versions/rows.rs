//! The rows of two versions of all fields of a question, of which the room shows a part.

use ratatui::layout::Rect;

use super::super::canvas::{Canvas, Drawn, Edge};
use super::super::list::scroll_bar;
use super::super::styled::Styled;
use super::super::theme;
use super::{BEFORE, BESIDE, head, line_at, marked, quiet};
use crate::app::desk::clash::Both;
use crate::app::seen::VersionsSeen;
use crate::script::{Compared, Side};
use crate::words::{Phrase, capital, clash as clash_words};

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

/// Two versions of so few rows are seen at once: kept in step they would only have holes in a sentence.
const SHORT: usize = 8;

/// The lines of two short versions beside each other, row by row.
fn in_turn([theirs, mine]: [Vec<Drawn>; 2]) -> Vec<[Option<Drawn>; 2]> {
    let count = theirs.len().max(mine.len());
    let (mut theirs, mut mine) = (theirs.into_iter(), mine.into_iter());
    (0..count).map(|_| [theirs.next(), mine.next()]).collect()
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
pub(super) struct Rows {
    /// What stays above the others.
    fixed: Vec<Vec<Placed>>,
    all: Vec<Vec<Placed>>,
    /// The rows on which a difference begins, and to which one goes to see it.
    apart: Vec<(usize, usize)>,
    /// How many rows at the beginning are heads.
    heads: usize,
}

impl Rows {
    /// Those of one text.
    pub(super) fn of(lines: Vec<Drawn>) -> Self {
        Self {
            all: lines.into_iter().map(|line| vec![whole(line)]).collect(),
            ..Self::default()
        }
    }

    /// Both versions of a field, side by side where there is room; else a part of each above the
    /// other, and then the next part of each.
    pub(super) fn add(&mut self, canvas: &Canvas<'_>, room: Rect, field: &Both, yours: Phrase) {
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
        let mut label = Styled::new(capital(field.label.get(language)), theme::HEADING);
        if compared.is_blank(theirs, mine) {
            // Where a row ends with it, nothing is to be seen of it.
            label.push(" · ", theme::QUIET);
            label.push(clash_words::BLANKS_ONLY.get(language), theme::QUIET);
        }
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
        let is_short = texts.iter().all(|text| text.len() <= SHORT);
        let pairs = match is_beside && is_short {
            true => in_turn(texts),
            false => aligned(texts, &compared),
        };
        let begins = |line: Option<&Drawn>, side| {
            let range = line.map(Drawn::range).unwrap_or_default();
            let mut places = compared.places(side);
            places.any(|place| !place.is_empty() && range.contains(&place.start))
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
                let [theirs, mine] = row.each_ref().map(Option::as_ref);
                if begins(theirs, Side::One) || begins(mine, Side::Other) {
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
            let sides = [
                rows.iter().map(|[theirs, _]| theirs).collect::<Vec<_>>(),
                rows.iter().map(|[_, mine]| mine).collect(),
            ];
            let sides = [Side::One, Side::Other].into_iter().zip(sides);
            for (head, (side, text)) in heads.iter().zip(sides) {
                let head = head.iter().cloned().map(one(Part::Whole, Edge::Start));
                self.all.extend(head.map(|line| vec![line]));
                for line in text.into_iter().flatten() {
                    if begins(Some(line), side) {
                        let row = self.all.len();
                        // Its head is seen with it where there is room for both.
                        let least = (row + 1).saturating_sub(room.height.into());
                        self.apart.push((row, from.max(least)));
                    }
                    self.all.push(vec![whole(line.clone())]);
                }
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
    pub(super) fn fix(&mut self, room: Rect) {
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
    pub(super) fn draw(
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
