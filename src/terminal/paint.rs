//! From the cells that changed to bytes, as few as may be: what the terminal shows is remembered, so
//! that a short gap can be written again instead of moved over, and blanks be erased in one go.

use ratatui::buffer::Cell;
use ratatui::layout::Position;

use super::printable;
use super::scroll::{Row, Scroll};
use super::sgr::Look;

/// The longest gap, in columns, that is considered to be written again. A move takes at most seven
/// bytes, so a longer one never pays.
const LONGEST_GAP: u16 = 7;
/// So many cells have changed when it is worth a look whether rows have moved.
const MANY: usize = 200;

/// What the terminal shows.
#[derive(Debug, Default)]
pub(super) struct Painter {
    /// Rows of cells; what lies beyond them is blank. None: half of a wide character, or what is
    /// left of one that was written over.
    rows: Vec<Row>,
    /// Whether colours are sent.
    colour: bool,
}

/// Where a frame stands while it is written: the terminal's look, and its cursor where that is known.
struct Pen {
    look: Look,
    at: Option<Position>,
}

impl Painter {
    pub(super) const fn new(colour: bool) -> Self {
        Self {
            rows: Vec::new(),
            colour,
        }
    }

    /// Tells that the terminal was cleared.
    pub(super) fn cleared(&mut self) {
        self.rows.clear();
    }

    /// Appends what makes the terminal show these cells, which come row by row. It begins and ends
    /// in the terminal's own look.
    pub(super) fn paint<'a>(
        &mut self,
        cells: impl Iterator<Item = (u16, u16, &'a Cell)>,
        out: &mut Vec<u8>,
    ) {
        let cells: Vec<(u16, u16, &Cell)> = cells.collect();
        let before = (cells.len() > MANY).then(|| self.rows.clone());
        let mut changes: Vec<Position> = Vec::with_capacity(cells.len());
        let mut reached = Vec::new();
        for (x, y, cell) in cells {
            let reaches = self.cell(x, y).is_some_and(reaches_over);
            if self.change(x, y, cell) {
                changes.push(Position { x, y });
                reached.extend(beside(x, y).filter(|_| reaches));
            }
        }
        let mut bytes = self.write_all(&self.joined(&changes, reached));
        if let Some(before) = before.filter(|_| changes.len() > MANY)
            && let Some((rows, scrolled)) = self.scrolled(before)
            && scrolled.len() < bytes.len()
        {
            self.rows = rows;
            bytes = scrolled;
        }
        out.append(&mut bytes);
    }

    /// The frame, and what makes the terminal show it where it first moves rows of the one before.
    fn scrolled(&self, mut before: Vec<Row>) -> Option<(Vec<Row>, Vec<u8>)> {
        let width = before.iter().chain(&self.rows).map(Vec::len).max()?;
        let wall = Self {
            rows: self.rows.iter().map(|row| whole(row, width)).collect(),
            colour: self.colour,
        };
        before.resize(wall.rows.len(), Row::new());
        let scroll = Scroll::between(&before, &wall.rows, self.colour)?;
        scroll.apply(&mut before);
        let mut changes = Vec::new();
        let mut reached = Vec::new();
        for (y, (before, after)) in (0..).zip(before.iter().zip(&wall.rows)) {
            for (x, new) in (0..).zip(after) {
                let old = before
                    .get(usize::from(x))
                    .map_or(Some(&BLANK), Option::as_ref);
                // What a wide character covers is written with it.
                let Some(new) = new else { continue };
                if old.is_none_or(|old| !same(old, new, self.colour)) {
                    changes.push(Position { x, y });
                    reached.extend(beside(x, y).filter(|_| old.is_some_and(reaches_over)));
                }
            }
        }
        let mut out = Vec::new();
        scroll.push(&mut out);
        out.extend(wall.write_all(&wall.joined(&changes, reached)));
        Some((wall.rows, out))
    }

    /// What changed, and beside it what a letter that stood there reached into, row by row.
    fn joined(&self, changes: &[Position], mut reached: Vec<Position>) -> Vec<Position> {
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let key = |place: &Position| (place.y, place.x);
        reached.retain(|place| {
            // Half of a wide character is not written by itself.
            let narrow = |cell: &Cell| columns(cell) == 1;
            usize::from(place.x) < width
                && changes.binary_search_by_key(&key(place), key).is_err()
                && self.cell(place.x, place.y).is_some_and(narrow)
        });
        reached.extend(changes);
        reached.sort_unstable_by_key(key);
        reached.dedup();
        reached
    }

    /// Writes the cells at these places, which come row by row.
    fn write_all(&self, changes: &[Position]) -> Vec<u8> {
        let mut out = Vec::new();
        let mut pen = Pen {
            look: Look::PLAIN,
            at: None,
        };
        let mut changes = changes.iter().copied().peekable();
        while let Some(place) = changes.next() {
            self.go(&mut pen, place, &mut out);
            let run = self.blanks(place);
            let mut last = place.x;
            let mut after = None;
            if let Some(run) = &run {
                while let Some(next) = changes.peek().filter(|next| next.y == place.y) {
                    if next.x >= place.x.saturating_add(run.columns) {
                        after = Some(next.x);
                        break;
                    }
                    last = next.x;
                    changes.next();
                }
            }
            match run {
                Some(run) => self.blank(&mut pen, place, last, after, run.to_edge, &mut out),
                None => self.write(&mut pen, place, &mut out),
            }
        }
        Look::PLAIN.push_change(pen.look, &mut out);
        out
    }

    /// Notes what a cell is to show; says whether the eye sees a difference.
    fn change(&mut self, x: u16, y: u16, cell: &Cell) -> bool {
        let (x, y) = (usize::from(x), usize::from(y));
        let colour = self.colour;
        if self.rows.len() <= y {
            self.rows.resize_with(y + 1, Vec::new);
        }
        let Some(row) = self.rows.get_mut(y) else {
            return true;
        };
        let width = usize::from(printable::push(cell.symbol(), &mut Vec::new()));
        if row.len() < x + width {
            row.resize(x + width, Some(Cell::EMPTY));
        }
        let before = row.get(x).and_then(Option::as_ref);
        if before.is_some_and(|before| same(before, cell, colour)) {
            return false;
        }
        // The first half of a wide character does not outlive its second.
        if let Some(left) = x.checked_sub(1).and_then(|left| row.get_mut(left))
            && left.as_ref().is_some_and(|left| columns(left) > 1)
        {
            *left = None;
        }
        for covered in row.iter_mut().skip(x).take(width) {
            *covered = None;
        }
        if let Some(place) = row.get_mut(x) {
            *place = Some(cell.clone());
        }
        true
    }

    fn cell(&self, x: u16, y: u16) -> Option<&Cell> {
        match self.rows.get(usize::from(y)) {
            Some(row) => row.get(usize::from(x)).map_or(Some(&BLANK), Option::as_ref),
            None => Some(&BLANK),
        }
    }

    /// Goes to a place: by writing again what stands between, where that is shorter, else by naming
    /// it.
    ///
    /// A column is named, not counted from where the cursor is, because terminals do not agree on
    /// the width of every character: what went wrong in one run ends with it.
    fn go(&self, pen: &mut Pen, place: Position, out: &mut Vec<u8>) {
        if pen.at == Some(place) {
            return;
        }
        let mut named = Vec::new();
        match pen.at {
            Some(at) if at.y == place.y => push_column(place.x, &mut named),
            _ => push_row_and_column(place, &mut named),
        }
        if let Some((again, look)) = self.again(pen, place) {
            let ahead = self
                .cell(place.x, place.y)
                .map_or(Look::PLAIN, |cell| Look::of(cell, self.colour));
            let cost = |bytes: &[u8], look: Look| {
                let mut change = Vec::new();
                ahead.push_change(look, &mut change);
                bytes.len() + change.len()
            };
            if cost(&again, look) <= cost(&named, pen.look) {
                out.extend_from_slice(&again);
                pen.look = look;
                pen.at = Some(place);
                return;
            }
        }
        out.extend_from_slice(&named);
        pen.at = Some(place);
    }

    /// The bytes that write again what stands between the cursor and a place, and the look at their
    /// end; none where the gap is too long, or not known to the letter.
    fn again(&self, pen: &Pen, place: Position) -> Option<(Vec<u8>, Look)> {
        let at = pen.at.filter(|at| at.y == place.y)?;
        let gap = place.x.checked_sub(at.x)?;
        if gap > LONGEST_GAP {
            return None;
        }
        let mut bytes = Vec::new();
        let mut look = pen.look;
        for x in at.x..place.x {
            let cell = self.cell(x, place.y)?;
            self.look_for(cell, &mut look, &mut bytes);
            if printable::push(cell.symbol(), &mut bytes) != 1 {
                return None;
            }
        }
        Some((bytes, look))
    }

    /// Turns to a look in which the cell is seen as it should be.
    fn look_for(&self, cell: &Cell, look: &mut Look, out: &mut Vec<u8>) {
        let wanted = Look::of(cell, self.colour);
        if cell.symbol() == " " && wanted.on_blank() == look.on_blank() {
            return;
        }
        wanted.push_change(*look, out);
        *look = wanted;
    }

    /// Writes the cell at the cursor.
    fn write(&self, pen: &mut Pen, place: Position, out: &mut Vec<u8>) {
        let Some(cell) = self.cell(place.x, place.y) else {
            return;
        };
        self.look_for(cell, &mut pen.look, out);
        let width = printable::push(cell.symbol(), out);
        pen.at = Some(Position {
            x: place.x.saturating_add(width),
            y: place.y,
        });
    }

    /// The run of plain blanks that begins at a place; none where no such blank stands there.
    fn blanks(&self, place: Position) -> Option<Blanks> {
        let row = self.rows.get(usize::from(place.y))?;
        let rest = row.get(usize::from(place.x)..)?;
        let plain = |cell: &&Option<Cell>| {
            cell.as_ref().is_some_and(|cell| {
                cell.symbol() == " " && Look::of(cell, self.colour).on_blank() == Look::PLAIN
            })
        };
        let columns = rest.iter().take_while(plain).count();
        (columns > 0).then(|| Blanks {
            columns: u16::try_from(columns).unwrap_or(u16::MAX),
            to_edge: columns == rest.len(),
        })
    }

    /// Makes blank what stands from a place to the column `last`: by blanks, or by erasing where
    /// that is shorter. `after` is the column of the next change in the row.
    fn blank(
        &self,
        pen: &mut Pen,
        place: Position,
        last: u16,
        after: Option<u16>,
        to_edge: bool,
        out: &mut Vec<u8>,
    ) {
        // What is erased takes the background that is set.
        if pen.look.on_blank() != Look::PLAIN {
            Look::PLAIN.push_change(pen.look, out);
            pen.look = Look::PLAIN;
        }
        let columns = last.saturating_sub(place.x).saturating_add(1);
        let erase = match to_edge {
            true => String::from("\x1b[K"),
            false => format!("\x1b[{columns}X"),
        };
        let end = Position {
            x: last.saturating_add(1),
            y: place.y,
        };
        // Erasing leaves the cursor where it is: it has to be moved, where blanks would carry it.
        let move_then = after.map_or(0, |after| {
            let mut named = Vec::new();
            push_column(after, &mut named);
            let carried = named.len().min(usize::from(after.saturating_sub(end.x)));
            named.len() - carried
        });
        if erase.len() + move_then < usize::from(columns) {
            out.extend_from_slice(erase.as_bytes());
        } else {
            out.extend(std::iter::repeat_n(b' ', usize::from(columns)));
            pen.at = Some(end);
        }
    }
}

/// A row of so many columns in which only what a wide character covers is nothing: what is left of one
/// that was written over is blank.
fn whole(row: &Row, width: usize) -> Row {
    let mut covered = 0;
    let cells = row.iter().map(Option::as_ref);
    let cells = cells.chain(std::iter::repeat(Some(&BLANK))).take(width);
    cells
        .map(|cell| match cell {
            Some(cell) => {
                covered = columns(cell).saturating_sub(1);
                Some(cell.clone())
            }
            None if covered > 0 => {
                covered -= 1;
                None
            }
            None => Some(Cell::EMPTY),
        })
        .collect()
}

/// Blanks in a row.
struct Blanks {
    columns: u16,
    /// Whether nothing stands behind them.
    to_edge: bool,
}

static BLANK: Cell = Cell::EMPTY;

/// The columns that a cell takes.
fn columns(cell: &Cell) -> u16 {
    printable::push(cell.symbol(), &mut Vec::new())
}

/// Whether the sign may reach over the edge of its column, as the tail of an Arabic letter does: xterm
/// leaves in the next cell what of it stands there until that cell is written too.
fn reaches_over(cell: &Cell) -> bool {
    let first = cell.symbol().chars().next();
    first.is_some_and(|ch| {
        matches!(ch, '\u{600}'..='\u{6FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}')
    })
}

/// The places at the left and at the right of one.
fn beside(x: u16, y: u16) -> impl Iterator<Item = Position> {
    let beside = [x.checked_sub(1), x.checked_add(1)];
    beside.into_iter().flatten().map(move |x| Position { x, y })
}

/// Whether two cells are the same to the eye.
fn same(one: &Cell, other: &Cell, colour: bool) -> bool {
    let (look, other_look) = (Look::of(one, colour), Look::of(other, colour));
    one.symbol() == other.symbol()
        && (look == other_look || one.symbol() == " " && look.on_blank() == other_look.on_blank())
}

/// `CSI row ; column H`, whose numbers begin with 1 and are left out when they are 1.
pub(super) fn push_row_and_column(Position { x, y }: Position, out: &mut Vec<u8>) {
    let sequence = match (x, y) {
        (0, 0) => String::from("\x1b[H"),
        (0, y) => format!("\x1b[{}H", y.saturating_add(1)),
        (x, y) => format!("\x1b[{};{}H", y.saturating_add(1), x.saturating_add(1)),
    };
    out.extend_from_slice(sequence.as_bytes());
}

/// `CSI column G`.
fn push_column(x: u16, out: &mut Vec<u8>) {
    if x == 0 {
        out.push(b'\r');
    } else {
        out.extend_from_slice(format!("\x1b[{}G", x.saturating_add(1)).as_bytes());
    }
}

#[cfg(test)]
#[path = "paint_tests.rs"]
mod tests;
