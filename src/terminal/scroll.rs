//! Where a frame is the one before with some of its rows moved up or down, a terminal can move them
//! itself (DECSTBM and SU or SD, which the VT100's successors all have): a list that scrolls costs
//! its new rows, not all of them.
//!
//! Rows move over the whole width of the screen, so what stands beside the list moves along and is
//! written again. Whether that pays is estimated here, and decided by the painter, which writes
//! the frame both ways.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use ratatui::buffer::Cell;

use super::sgr::Look;

/// A row of cells; what lies beyond them is blank. None: what a wide character covers, or what is
/// not known.
pub(super) type Row = Vec<Option<Cell>>;

/// Rows of a screen that move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scroll {
    /// The first row that takes part, from 0.
    pub top: usize,
    /// The last one.
    pub bottom: usize,
    /// How many rows they move.
    pub by: usize,
    /// Whether they move up: towards the first row.
    pub up: bool,
}

/// The most rows that a list moves by; a view that turns further is another view.
const FARTHEST: usize = 24;
/// The cells of the largest screen on which rows are compared: it takes about a millisecond there,
/// and who has a larger one has a fast line to it.
const MOST_CELLS: usize = 15_000;

/// What switching to a part of the screen and back costs, and the moving, in bytes.
const OVERHEAD: i64 = 20;
/// About what a move of the cursor costs, in bytes: what begins a run of cells.
const RUN: i64 = 5;
/// About what erasing a run of blanks costs.
const ERASE: i64 = 4;

impl Scroll {
    /// The scroll that saves most on the way from one screen to another; none where none does.
    pub(super) fn between(before: &[Row], after: &[Row], colour: bool) -> Option<Self> {
        let height = before.len().min(after.len());
        let width = after.iter().map(Vec::len).max().unwrap_or(0);
        if height.saturating_mul(width) > MOST_CELLS {
            return None;
        }
        let before: Vec<Vec<Mark>> = before.iter().map(|row| marks(row, colour)).collect();
        let after: Vec<Vec<Mark>> = after.iter().map(|row| marks(row, colour)).collect();
        let in_place: Vec<i64> = before.iter().zip(&after).map(|(b, a)| cost(b, a)).collect();
        let afresh: Vec<i64> = after.iter().map(|row| cost(&[], row)).collect();
        let mut best = (0, None);
        for by in 1..=FARTHEST.min(height / 2) {
            for up in [true, false] {
                // What each row saves by coming from the row `by` below or above it, in the order
                // in which rows are left behind: from the edge that they move to.
                let mut saved = Vec::with_capacity(height);
                for step in 0..height {
                    let row = if up { step } else { height - 1 - step };
                    let from = if up {
                        row.checked_add(by)
                    } else {
                        row.checked_sub(by)
                    };
                    let (Some(from), Some(row), Some(place), Some(afresh)) = (
                        from.and_then(|from| before.get(from)),
                        after.get(row),
                        in_place.get(row),
                        afresh.get(row),
                    ) else {
                        // It can only be one that is left blank.
                        let place = in_place.get(row).copied().unwrap_or(0);
                        let afresh = afresh.get(row).copied().unwrap_or(0);
                        saved.push((i64::MIN / 1024, place - afresh));
                        continue;
                    };
                    saved.push((place - cost(from, row), place - afresh));
                }
                if let Some((gain, first, last)) = window(&saved, by)
                    && gain - OVERHEAD > best.0
                {
                    let (top, bottom) = if up {
                        (first, last)
                    } else {
                        (height - 1 - last, height - 1 - first)
                    };
                    let scroll = Self {
                        top,
                        bottom,
                        by,
                        up,
                    };
                    best = (gain - OVERHEAD, Some(scroll));
                }
            }
        }
        best.1
    }

    /// Moves the rows as the terminal does.
    pub(super) fn apply(self, rows: &mut [Row]) {
        let Some(part) = rows.get_mut(self.top..=self.bottom) else {
            return;
        };
        let by = self.by.min(part.len());
        if self.up {
            part.rotate_left(by);
            part.iter_mut().rev().take(by).for_each(Vec::clear);
        } else {
            part.rotate_right(by);
            part.iter_mut().take(by).for_each(Vec::clear);
        }
    }

    /// `CSI top ; bottom r`, `CSI n S` or `CSI n T`, `CSI r`. The cursor is then nowhere in
    /// particular: DECSTBM sends it home, or leaves it.
    pub(super) fn push(self, out: &mut Vec<u8>) {
        let way = if self.up { 'S' } else { 'T' };
        let sequence = format!(
            "\x1b[{};{}r\x1b[{}{way}\x1b[r",
            self.top + 1,
            self.bottom + 1,
            self.by
        );
        out.extend_from_slice(sequence.as_bytes());
    }
}

/// The stretch of rows that saves most: `by` rows at its end are left blank, those before come
/// from others. What it saves, its first row and its last.
fn window(saved: &[(i64, i64)], by: usize) -> Option<(i64, usize, usize)> {
    let mut best: Option<(i64, usize, usize)> = None;
    // The best stretch of moved rows that ends at a row, and where it begins.
    let (mut run, mut first) = (0_i64, 0);
    for (last, (moved, _)) in saved.iter().enumerate() {
        if run < 0 {
            (run, first) = (0, last);
        }
        run += moved;
        let Some(blank) = saved.get(last + 1..last + 1 + by) else {
            break;
        };
        let gain = run + blank.iter().map(|(_, blank)| blank).sum::<i64>();
        if best.is_none_or(|best| gain > best.0) {
            best = Some((gain, first, last + by));
        }
    }
    best
}

/// A cell as it is compared: what it shows as a number, and the bytes of its letter; none for a
/// blank.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Mark {
    looks: u64,
    bytes: u16,
}

const BLANK: Mark = Mark { looks: 0, bytes: 0 };

fn marks(row: &Row, colour: bool) -> Vec<Mark> {
    let mut marks: Vec<Mark> = row
        .iter()
        .map(|cell| {
            let Some(cell) = cell else {
                return BLANK;
            };
            let look = Look::of(cell, colour);
            if cell.symbol() == " " && look.on_blank() == Look::PLAIN {
                return BLANK;
            }
            let mut hasher = DefaultHasher::new();
            cell.symbol().hash(&mut hasher);
            look.hash(&mut hasher);
            Mark {
                looks: hasher.finish() | 1,
                bytes: u16::try_from(cell.symbol().len()).unwrap_or(u16::MAX),
            }
        })
        .collect();
    while marks.last() == Some(&BLANK) {
        marks.pop();
    }
    marks
}

/// About how many bytes make one row another.
fn cost(before: &[Mark], after: &[Mark]) -> i64 {
    let (mut cost, mut writing, mut erasing) = (0, false, false);
    for column in 0..before.len().max(after.len()) {
        let old = before.get(column).unwrap_or(&BLANK);
        let new = after.get(column).unwrap_or(&BLANK);
        if old == new {
            (writing, erasing) = (false, false);
            continue;
        }
        if !writing && !erasing {
            cost += RUN;
        }
        if *new == BLANK {
            cost += if erasing { 0 } else { ERASE };
            (writing, erasing) = (false, true);
        } else {
            cost += i64::from(new.bytes);
            (writing, erasing) = (true, false);
        }
    }
    cost
}

#[cfg(test)]
mod tests {
    use super::*;

    fn screen(rows: &[&str]) -> Vec<Row> {
        rows.iter()
            .map(|row| {
                row.chars()
                    .map(|letter| {
                        let mut cell = Cell::EMPTY;
                        cell.set_char(letter);
                        Some(cell)
                    })
                    .collect()
            })
            .collect()
    }

    const LIST: [&str; 8] = [
        "Agenda items",
        "headquarters premises",
        "technical regulations",
        "conference schedules",
        "working groups' chairs",
        "sector contributions",
        "emergency telecoms",
        "? help  / search",
    ];

    #[test]
    fn a_list_moves_between_its_heading_and_the_hints() {
        let mut moved = LIST;
        moved[1..7].rotate_left(2);
        moved[5] = "strategic planning";
        moved[6] = "financial planning";
        let scroll = Scroll {
            top: 1,
            bottom: 6,
            by: 2,
            up: true,
        };
        let (before, after) = (screen(&LIST), screen(&moved));
        assert_eq!(Scroll::between(&before, &after, true), Some(scroll));
        let back = Scroll {
            up: false,
            ..scroll
        };
        assert_eq!(Scroll::between(&after, &before, true), Some(back));
        let mut rows = before;
        scroll.apply(&mut rows);
        let mut shown: Vec<Row> = after;
        shown[5].clear();
        shown[6].clear();
        assert_eq!(rows, shown);
        let mut sent = Vec::new();
        scroll.push(&mut sent);
        assert_eq!(sent, b"\x1b[2;7r\x1b[2S\x1b[r");
    }

    #[test]
    fn what_only_changes_in_place_is_left_in_place() {
        let mut changed = LIST;
        changed[3] = "something else";
        assert_eq!(
            Scroll::between(&screen(&LIST), &screen(&changed), true),
            None
        );
        assert_eq!(Scroll::between(&[], &[], true), None);
    }
}
