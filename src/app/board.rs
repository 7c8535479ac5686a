//! Boards: the linked panes that fill the screen, one set for each way of looking at the reports.

use crate::library::{Key, Library};
use crate::report::{Kind, Record};
use crate::words::label::plural;
use crate::words::{Message, Phrase, ui};

use super::App;
use super::replace::Same;
use super::reports::by_report;
use super::scope::Scope;

/// A way of looking at the reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BoardKind {
    /// The four panes: agenda items, positions, nominations, recommendations.
    Council,
    /// The sections and paragraphs of each report.
    Outline,
    /// Contributions, outcomes, views and notes.
    Background,
    /// Meetings and events by date.
    Calendar,
    /// Counts, shares and amounts.
    Figures,
    /// Bodies, people, countries, instruments, documents.
    Directory,
}

impl BoardKind {
    /// Every board, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Council,
        Self::Outline,
        Self::Background,
        Self::Calendar,
        Self::Figures,
        Self::Directory,
    ];

    /// What it is called.
    #[must_use]
    pub const fn title(self) -> Phrase {
        match self {
            Self::Council => ui::VIEW_COUNCIL,
            Self::Outline => ui::VIEW_OUTLINE,
            Self::Background => ui::VIEW_BACKGROUND,
            Self::Calendar => ui::VIEW_CALENDAR,
            Self::Figures => ui::VIEW_FIGURES,
            Self::Directory => ui::VIEW_DIRECTORY,
        }
    }

    /// The kinds of record in each of its panes.
    const fn panes(self) -> &'static [&'static [Kind]] {
        match self {
            Self::Council => &[
                &[Kind::Item],
                &[Kind::Position],
                &[Kind::Nomination],
                &[Kind::Recommendation],
            ],
            Self::Outline => &[&[Kind::Report, Kind::Section, Kind::Paragraph]],
            Self::Background => &[
                &[Kind::Contribution],
                &[Kind::Outcome],
                &[Kind::View, Kind::Note],
            ],
            Self::Calendar => &[&[Kind::Meeting, Kind::Event]],
            Self::Figures => &[&[Kind::Figure]],
            Self::Directory => &[
                &[Kind::Body],
                &[Kind::Person],
                &[Kind::Country],
                &[Kind::Instrument],
                &[Kind::Document],
            ],
        }
    }

    /// The board, and the pane in it, where records of a kind stand.
    #[must_use]
    pub fn of(kind: Kind) -> (Self, usize) {
        Self::ALL
            .into_iter()
            .find_map(|board| {
                board
                    .panes()
                    .iter()
                    .position(|kinds| kinds.contains(&kind))
                    .map(|pane| (board, pane))
            })
            .unwrap_or((Self::Council, 0))
    }
}

/// One list of a board.
#[derive(Debug, Clone)]
pub struct Pane {
    /// The kinds of record that it lists.
    pub kinds: &'static [Kind],
    /// The records in it, as narrowed by the scope and the link.
    pub rows: Vec<Key>,
    /// The row in hand.
    pub selected: usize,
    /// The first row that was seen when it was last drawn.
    pub offset: usize,
    /// What was in hand before the library changed; the rows are then still to be filled in.
    anchor: Option<Anchor>,
}

/// A place in a list, kept while the library changes.
#[derive(Debug, Clone)]
struct Anchor {
    /// The record in hand where it is still there, then those nearest to it.
    near: Vec<Key>,
    /// How many rows stood above it in sight.
    above: usize,
}

impl Pane {
    /// What it is called.
    #[must_use]
    pub fn title(&self) -> Phrase {
        match self.kinds {
            [Kind::View, Kind::Note] => Phrase::new("الآراء والملاحظات", "Views and notes"),
            [Kind::Report, ..] => ui::OUTLINE,
            [Kind::Meeting, ..] => ui::CALENDAR,
            [kind, ..] => plural(*kind),
            [] => ui::DETAIL,
        }
    }

    /// The record in hand.
    #[must_use]
    pub fn key(&self) -> Option<Key> {
        self.rows.get(self.selected).copied()
    }

    /// Puts other rows in; the record in hand stays in hand where it is still there, and after a
    /// change of the library at its place on the screen.
    pub fn fill(&mut self, rows: Vec<Key>) {
        if let Some(anchor) = self.anchor.take() {
            self.rows = rows;
            let place = |key: &Key| self.rows.iter().position(|row| row == key);
            match anchor.near.iter().find_map(place) {
                Some(place) => {
                    self.selected = place;
                    self.offset = place.saturating_sub(anchor.above);
                }
                None => self.selected = self.selected.min(self.rows.len().saturating_sub(1)),
            }
            return;
        }
        let in_hand = self.key();
        self.rows = rows;
        self.selected = in_hand
            .and_then(|key| self.rows.iter().position(|row| *row == key))
            .unwrap_or_else(|| self.selected.min(self.rows.len().saturating_sub(1)));
    }

    /// The library has changed: the rows are none of it, and what is in hand is remembered.
    fn carry(&mut self, same: &Same<'_>) {
        if let Some(anchor) = &mut self.anchor {
            anchor.near = anchor
                .near
                .iter()
                .filter_map(|key| same.key(*key))
                .collect();
        } else if !self.rows.is_empty() {
            self.anchor = Some(Anchor {
                near: same.nearest(&self.rows, self.selected),
                above: self.selected.saturating_sub(self.offset),
            });
        }
        self.rows = Vec::new();
    }

    /// Whether nothing was ever shown in it.
    #[must_use]
    pub const fn is_untouched(&self) -> bool {
        self.rows.is_empty() && self.anchor.is_none()
    }

    /// Takes in hand what begins on this day or comes next after it, else what was last before it.
    pub fn select_day(&mut self, library: &Library, today: (i32, u8, u8)) {
        let dated = |key: &&Key| first_day(library, **key).is_some();
        let is_to_come = |key: &Key| first_day(library, *key).is_some_and(|day| day >= today);
        let next = self.rows.iter().position(is_to_come);
        let last = self.rows.iter().filter(dated).count().checked_sub(1);
        self.selected = next.or(last).unwrap_or(self.selected);
    }

    /// Takes a record in hand; says whether it is there.
    pub fn select(&mut self, key: Key) -> bool {
        let found = self.rows.iter().position(|row| *row == key);
        if let Some(found) = found {
            self.selected = found;
        }
        found.is_some()
    }

    /// Moves the row in hand down (or up, where negative), and stops at the ends.
    pub fn step(&mut self, by: isize) {
        self.selected = self
            .selected
            .saturating_add_signed(by)
            .min(self.rows.len().saturating_sub(1));
    }
}

/// A board with its panes.
#[derive(Debug, Clone)]
pub struct Board {
    /// Which one it is.
    pub kind: BoardKind,
    /// Its lists.
    pub panes: Vec<Pane>,
    /// The pane in use.
    pub pane: usize,
    /// The item that the linked panes were last filled for.
    item: Option<Key>,
}

impl Board {
    /// A board with empty panes.
    #[must_use]
    pub fn new(kind: BoardKind) -> Self {
        Self {
            kind,
            panes: kind
                .panes()
                .iter()
                .map(|kinds| Pane {
                    kinds,
                    rows: Vec::new(),
                    selected: 0,
                    offset: 0,
                    anchor: None,
                })
                .collect(),
            pane: 0,
            item: None,
        }
    }

    /// The pane in use.
    #[must_use]
    pub fn current(&self) -> Option<&Pane> {
        self.panes.get(self.pane)
    }

    /// The pane in use, to be changed.
    pub fn current_mut(&mut self) -> Option<&mut Pane> {
        self.panes.get_mut(self.pane)
    }

    /// The item in hand on the council's board, by which its other panes are filled where they are linked.
    pub(super) fn item(&self) -> Option<Key> {
        let first = self.panes.first()?;
        first.key().filter(|_| self.kind == BoardKind::Council)
    }

    /// Fills every pane with what the scope allows; on the council's board, with `linked`, the
    /// three panes behind the first hold what belongs to the item in hand.
    pub fn refill(&mut self, library: &Library, scope: &Scope, linked: bool) {
        if let Some(first) = self.panes.first_mut() {
            first.fill(scoped(library, scope, first.kinds));
        }
        self.follow(library, scope, linked);
    }

    /// Fills the panes behind the first as [`refill`](Self::refill) does.
    pub fn follow(&mut self, library: &Library, scope: &Scope, linked: bool) {
        let linked = linked && self.kind == BoardKind::Council;
        let item = self.panes.first().and_then(Pane::key);
        let another = item != self.item;
        for pane in self.panes.iter_mut().skip(1) {
            let rows = match item {
                Some(item) if linked => library
                    .belongs_to(item)
                    .iter()
                    .copied()
                    .filter(|key| pane.kinds.contains(&library.kind(*key)) && scope.allows(*key))
                    .collect(),
                _ => scoped(library, scope, pane.kinds),
            };
            if linked && another {
                // The fourth row of one item says nothing of another's.
                let near = pane.anchor.as_ref().and_then(|anchor| anchor.near.first());
                let kept = near.copied().or_else(|| pane.key());
                if !kept.is_some_and(|key| rows.contains(&key)) {
                    pane.anchor = None;
                    pane.selected = 0;
                    pane.offset = 0;
                }
            }
            pane.fill(rows);
        }
        self.item = item;
    }

    /// The library has changed: what is in hand is remembered until the panes are filled.
    pub(super) fn carry(&mut self, same: &Same<'_>) {
        self.item = self.item.and_then(|item| same.key(item));
        self.panes.iter_mut().for_each(|pane| pane.carry(same));
    }
}

/// Why a pane of the board on the screen is empty, and what to do about it.
#[must_use]
pub fn why_empty(app: &App, index: usize) -> Message {
    let Some((board, pane)) = app.board().and_then(|b| Some((b, b.panes.get(index)?))) else {
        return ui::EMPTY_LIBRARY.into();
    };
    let follows = board.kind == BoardKind::Council && app.linked && index > 0;
    let item = board.panes.first().and_then(Pane::key);
    // Where the item has such records, it is a filter that leaves them out.
    let linked = item.filter(|_| follows).is_some_and(|item| {
        let library = app.library();
        !library
            .belongs_to(item)
            .iter()
            .any(|key| pane.kinds.contains(&library.kind(*key)))
    });
    if linked {
        ui::empty_linked(&app.key_of("link"))
    } else if app.loading.is_some() {
        ui::STILL_READING.into()
    } else if !app.scope.is_whole() {
        ui::EMPTY_FILTERED.into()
    } else {
        // What is wrong with a file may be why.
        match app.library().problems().len() {
            0 => ui::EMPTY_LIBRARY.into(),
            problems => ui::empty_with_problems(problems),
        }
    }
}

/// The records of some kinds within the scope, in the order in which they are read.
fn scoped(library: &Library, scope: &Scope, kinds: &[Kind]) -> Vec<Key> {
    let of_kinds = kinds.iter().flat_map(|kind| library.of_kind(*kind));
    let mut rows: Vec<Key> = if scope.is_whole() {
        of_kinds.copied().collect()
    } else {
        of_kinds.copied().filter(|key| scope.allows(*key)).collect()
    };
    if kinds.len() > 1 {
        // Each kind is in order by itself: this joins them.
        rows.sort();
    }
    if kinds.contains(&Kind::Event) {
        // What has no date comes last.
        rows.sort_by_cached_key(|key| first_day(library, *key).unwrap_or((i32::MAX, 0, 0)));
        return rows;
    }
    by_report(library, rows)
}

/// The day by which a calendar is in order; none for what has no date.
fn first_day(library: &Library, key: Key) -> Option<(i32, u8, u8)> {
    let date = match library.record(key)? {
        Record::Meeting(meeting) => meeting.date.as_ref(),
        Record::Event(event) => event.date.as_ref(),
        _ => None,
    };
    Some(date?.first_day())
}
