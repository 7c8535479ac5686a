//! A record's place in the library, and the way to it.

/// A record's place in one library, counted from 0 in file order: the reports, then the registry.
/// It is good for the library that gave it; in another one it names another record or none.
#[derive(Copy, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Key(u32);

impl Key {
    /// The key of the record at this place.
    #[must_use]
    pub const fn new(index: u32) -> Self {
        Self(index)
    }

    /// The place, for tables that hold one entry a record.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The way to a record within its report or the registry: places in lists, from 0.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Way {
    Head,
    Item(usize),
    Position(usize),
    View(usize, usize),
    Note(usize, usize),
    ItemRecommendation(usize, usize),
    Recommendation(usize),
    Contribution(usize),
    Nomination(usize),
    Outcome(usize),
    Meeting(usize),
    Event(usize),
    Figure(usize),
    /// A section: the first number is its place in the report, each next one in the section before.
    Section(Box<[usize]>),
    /// A paragraph of the section `sections`: its place there, then in the points of the one before.
    Paragraph {
        sections: Box<[usize]>,
        points: Box<[usize]>,
    },
    Body(usize),
    Person(usize),
    Country(usize),
    Instrument(usize),
    Document(usize),
}
