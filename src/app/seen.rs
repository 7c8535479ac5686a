//! What the last frame showed: the view hands it back, so that keys can move by what the eye sees
//! while the view itself changes nothing.

use super::App;
use crate::library::Key;

/// A rectangle of cells; the columns and rows are counted from the top left corner of the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Area {
    /// Its leftmost column.
    pub x: u16,
    /// Its topmost row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// How a list was drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ListSeen {
    /// Where; an empty area where it was not drawn.
    pub area: Area,
    /// The first record seen.
    pub offset: usize,
    /// How many records fit.
    pub fits: usize,
}

/// How the detail was drawn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DetailSeen {
    /// Where; an empty area where it was not drawn.
    pub area: Area,
    /// How many lines fit.
    pub fits: usize,
    /// How many lines there are in all; where there is [`more`](Self::more), how many are known.
    pub lines: usize,
    /// Whether there are more lines, and links on them, that have not been measured as yet.
    pub more: bool,
    /// The line on which each link begins, in order.
    pub links: Vec<usize>,
    /// The lines of headings, where a page goes from one to the next; none where it goes by lines.
    pub headings: Vec<usize>,
}

/// How two versions of fields were drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct VersionsSeen {
    /// The first row seen.
    pub offset: usize,
    /// How many rows fit; none where no versions were drawn.
    pub fits: usize,
    /// How many there are in all.
    pub rows: usize,
    /// The first row to see for the difference before what is seen; none where there is none.
    pub before: Option<usize>,
    /// The same for the one behind it.
    pub behind: Option<usize>,
}

/// Something that can be pointed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Where.
    pub area: Area,
    /// What.
    pub target: Target,
}

/// What a cell of the screen belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A pane of the board.
    Pane(usize),
    /// A row of a pane: which pane, which row.
    Row(usize, usize),
    /// The detail.
    Detail,
    /// A link of the detail.
    Link(usize),
    /// The layer on top.
    Layer,
    /// A row of its list.
    Choice(usize),
    /// A place in the line that is typed in, in bytes.
    Caret(usize),
}

/// What the last frame showed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Seen {
    /// Each pane of the board.
    pub panes: Vec<ListSeen>,
    /// The detail.
    pub detail: DetailSeen,
    /// The list of the layer on top.
    pub layer: ListSeen,
    /// Two versions of a field in the layer on top, or the other one beside what is typed.
    pub versions: VersionsSeen,
    /// The lowest line from which a position that is read out can be seen to its end.
    pub recital: usize,
    /// Whether a time was shown that runs.
    pub clock: bool,
    /// What can be pointed at; of two that hold a cell, the later one lies on top.
    pub spots: Vec<Spot>,
    /// For each row, where its cells are seen, by the columns in which they were sent; empty for a
    /// row that is seen as it was sent. A terminal that turns rows around tells the columns that were
    /// sent of the mouse (PuTTY and VTE, tried).
    pub turned: Vec<Vec<u16>>,
    /// Whether so little was shown as may follow a cursor that moves: when it rests, the rest is drawn.
    pub brief: bool,
    /// The record in hand, where the list moved on to show it: what was shown of it then is shown
    /// while it is in hand.
    pub moved_on: Option<Key>,
}

impl Seen {
    /// What a cell belongs to.
    #[must_use]
    pub fn at(&self, column: u16, row: u16) -> Option<Target> {
        let seen = self.turned.get(usize::from(row));
        let seen = seen.and_then(|row| row.get(usize::from(column)).copied());
        let column = seen.unwrap_or(column);
        let mut spots = self.spots.iter().rev();
        let spot = spots.find(|spot| spot.area.holds(column, row))?;
        Some(spot.target)
    }
}

impl Area {
    /// Whether a cell lies in it.
    const fn holds(self, column: u16, row: u16) -> bool {
        column >= self.x
            && column - self.x < self.width
            && row >= self.y
            && row - self.y < self.height
    }

    /// Whether it holds no cell.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.width == 0 || self.height == 0
    }

    /// How many rows two areas share.
    const fn rows_shared(self, other: Self) -> u16 {
        let top = if self.y > other.y { self.y } else { other.y };
        let (end, other_end) = (self.y + self.height, other.y + other.height);
        let bottom = if end < other_end { end } else { other_end };
        bottom.saturating_sub(top)
    }

    /// How far the other lies to the left (or right) of this, in columns; nothing where it does
    /// not lie there, or not beside it.
    #[must_use]
    pub fn beside(self, other: Self, left: bool) -> Option<(u16, u16)> {
        if other.is_empty() || self.rows_shared(other) == 0 {
            return None;
        }
        let distance = if left {
            self.x.checked_sub(other.x + other.width)?
        } else {
            other.x.checked_sub(self.x + self.width)?
        };
        Some((distance, u16::MAX - self.rows_shared(other)))
    }
}

impl App {
    /// The cursor has come to rest on the record in hand: from now on all that there is room for is
    /// shown of it.
    pub fn rest(&mut self) {
        self.rested = self.in_hand();
    }

    /// Whether the cursor rests on the record in hand.
    #[must_use]
    pub fn rests(&self) -> bool {
        self.rested.is_some() && self.rested == self.in_hand()
    }
}
