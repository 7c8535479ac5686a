//! In what way a text answers a query, where it does not have the words as they were typed: people
//! want to know why a record is among the results.

/// A way in which a word was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// In another form: singular for plural, with an article.
    Form,
    /// Two words as one, or one as two.
    Apart,
    /// By the initials of a title.
    Initials,
    /// By its sound, in the other script or another spelling.
    Sound,
    /// By another word for the same thing.
    OtherWord,
    /// With a slip put right.
    Slip,
}

impl Way {
    /// All ways, the nearest to what was typed first.
    pub const ALL: [Self; 6] = [
        Self::Form,
        Self::Apart,
        Self::Initials,
        Self::Sound,
        Self::OtherWord,
        Self::Slip,
    ];
}

/// Several ways, one for each word that needed one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ways(u8);

impl Ways {
    /// Adds a way.
    pub(super) const fn insert(&mut self, way: Way) {
        self.0 |= 1 << way as u8;
    }

    /// The ways, the nearest to what was typed first.
    pub fn iter(self) -> impl Iterator<Item = Way> {
        Way::ALL
            .into_iter()
            .filter(move |&way| self.0 & 1 << way as u8 != 0)
    }
}
