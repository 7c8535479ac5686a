//! What stands in each document: its words with their places, for scoring.

use super::Field;
use super::lengths::Lengths;
use super::stored::{Loader, Saver};
use crate::cache::Array;
use std::ops::Range;

/// A word in a document, in 32 bits: the number of the word, whether it comes again, the column, whether
/// the word is the whole field, and whether it is part of a longer code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry(u32);

/// The number of no word: more distinct words than that (33 million) are not indexed.
pub(super) const MOST_DISTINCT: u32 = (1 << 25) - 1;
const AGAIN: u32 = 1 << 25;
const COLUMN: u32 = 26;
const WHOLE: u32 = 1 << 29;
const PIECE: u32 = 1 << 30;
const REPEAT: u32 = 1 << 31;

/// Where in a document a word stands, as far as its worth goes: a field, or a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// A field, and what of it is nothing else.
    Of(Field),
    /// A name of few words.
    ShortName,
    /// What a title or a name adds in brackets.
    Aside,
}

/// How many columns there are.
pub(super) const COLUMNS: usize = 8;

impl Column {
    const fn number(self) -> u32 {
        match self {
            Self::Of(field) => field as u32,
            Self::ShortName => 6,
            Self::Aside => 7,
        }
    }
}

/// How well a field shows a word, best first: the postings of a word are kept apart by it.
pub(super) const CLASSES: usize = 4;

impl Entry {
    pub fn new(word: u32, column: Column, whole: bool, piece: bool) -> Self {
        let flag = |is: bool, flag: u32| if is { flag } else { 0 };
        Self(
            word & MOST_DISTINCT
                | column.number() << COLUMN
                | flag(whole, WHOLE)
                | flag(piece, PIECE),
        )
    }

    #[inline]
    pub const fn word(self) -> u32 {
        self.0 & MOST_DISTINCT
    }

    /// That which is stored as these bits.
    #[inline]
    pub const fn of_bits(bits: u32) -> Self {
        Self(bits)
    }

    /// As it is stored.
    pub const fn bits(self) -> u32 {
        self.0
    }

    /// The number of the column.
    #[inline]
    pub const fn column(self) -> usize {
        (self.0 >> COLUMN & 7) as usize
    }

    /// The column, whether the word is the whole of it, and whether it is part of a longer code, as a
    /// number of five bits.
    pub const fn manner(self) -> u64 {
        (self.0 >> COLUMN & 31) as u64
    }

    /// An entry of no word in a [manner](Self::manner).
    pub const fn of_manner(manner: u32) -> Self {
        Self(manner << COLUMN)
    }

    /// The word is the whole field.
    pub const fn is_whole(self) -> bool {
        self.0 & WHOLE != 0
    }

    /// The word is part of a longer code.
    pub const fn is_piece(self) -> bool {
        self.0 & PIECE != 0
    }

    /// The document has the word in a field that shows it as well: it has its posting.
    pub const fn is_repeat(self) -> bool {
        self.0 & REPEAT != 0
    }

    /// The same for a word that comes again in this manner.
    pub const fn again(self) -> Self {
        Self(self.0 | AGAIN)
    }

    /// The word comes again in this manner, and the places are kept: in a field that is not
    /// background.
    pub const fn comes_again(self) -> bool {
        self.0 & AGAIN != 0 && self.text() < Field::Background as usize
    }

    /// 0 for a number, and for a title, name or code that is nothing but the word; 1 for titles,
    /// names and codes; 2 for texts; 3 for background.
    pub const fn class(self) -> usize {
        match self.column() {
            0 => 0,
            1..=3 | 6 if self.is_whole() => 0,
            1..=3 | 6..=7 => 1,
            4 => 2,
            _ => 3,
        }
    }

    /// The number of the field, where a title and a name are one: no document has both.
    pub const fn text(self) -> usize {
        match self.column() {
            2 | 6 | 7 => Field::Title as usize,
            column => column,
        }
    }

    /// The same with a number for the word that is greater by so much.
    #[inline]
    pub const fn shifted(self, by: u32) -> Self {
        Self(self.0 & !MOST_DISTINCT | self.0.wrapping_add(by) & MOST_DISTINCT)
    }

    /// The same with another number for the word.
    pub const fn with(self, word: u32, repeat: bool) -> Self {
        let repeat = if repeat { REPEAT } else { 0 };
        Self(self.0 & !(MOST_DISTINCT | REPEAT) | word & MOST_DISTINCT | repeat)
    }
}

/// The place of a word among those of its document, in a byte: exact below 128, and from there on
/// its remainder by 128, which still tells neighbours.
pub(super) const FAR: u8 = 128;

pub(super) fn place(position: usize) -> u8 {
    let low = (position % usize::from(FAR)) as u8;
    if position < usize::from(FAR) {
        low
    } else {
        FAR + low
    }
}

/// So many words behind a place.
pub(super) const fn behind(place: u8, words: usize) -> usize {
    let behind = place as usize + words;
    if behind < 2 * FAR as usize {
        behind
    } else {
        behind - FAR as usize
    }
}

/// The text of a document of fewer entries is read as quickly as places are looked through: where its
/// words come again is not kept.
pub(super) const WORTH_KEEPING: usize = 48;

/// In place of how often a word comes again: too often to keep where.
pub(super) const MANY: u8 = u8::MAX;

/// So many entries lie beside each other in the memory that the processor gets at once.
const NEXT_TO: usize = 16;

/// At most so many entries of a document count.
pub(super) const MOST_ENTRIES: usize = 1 << 18;

/// The entries of all documents, one after another.
#[derive(Debug, Default)]
pub(super) struct Forward {
    /// [`Entry`]s, as their bits.
    pub entries: Array<u32>,
    pub places: Array<u8>,
    /// How many entries each document has.
    pub lengths: Lengths,
    /// Where words come again, one document after another.
    pub again: Array<u8>,
    pub again_lengths: Lengths,
}

impl Forward {
    /// The words of a document and their places.
    #[inline]
    pub fn of(&self, document: u32) -> impl Iterator<Item = (Entry, u8)> {
        let (entries, places) = self.at(self.range(document));
        let entries = entries.iter().map(|&bits| Entry(bits));
        entries.zip(places.iter().copied())
    }

    /// Where the words of a document lie.
    #[inline]
    pub fn range(&self, document: u32) -> Range<usize> {
        let range = self.lengths.range(document as usize);
        range.start..range.end.min(range.start + MOST_ENTRIES)
    }

    /// The words that lie there, as their bits, and their places.
    #[inline]
    pub fn at(&self, range: Range<usize>) -> (&[u32], &[u8]) {
        let entries = self.entries.get(range.clone()).unwrap_or_default();
        (entries, self.places.get(range).unwrap_or_default())
    }

    /// Reads an entry of a document here and there, and a place, so that the processor has them at hand;
    /// what is returned means nothing.
    #[inline]
    pub fn touch(&self, range: &Range<usize>) -> u32 {
        let entry = |at: usize| self.entries.get(at).copied().unwrap_or(0);
        let place = self.places.get(range.start).copied().unwrap_or(0);
        let last = range.end.wrapping_sub(1);
        let middle = last.min(range.start + NEXT_TO);
        entry(range.start) ^ entry(middle) ^ entry(last) ^ u32::from(place)
    }

    /// For each entry of a document whose word comes again, in their order: how often, and then the
    /// places; or [`MANY`] alone. Nothing for a document of few entries.
    pub fn again(&self, document: u32) -> &[u8] {
        let range = self.again_lengths.range(document as usize);
        self.again.get(range).unwrap_or_default()
    }

    pub fn save(&self, to: &mut Saver<'_>) {
        to.save("forward.entries", &self.entries);
        to.save("forward.places", &self.places);
        self.lengths.save(to, "forward.lengths");
        to.save("forward.again", &self.again);
        self.again_lengths.save(to, "forward.again_lengths");
    }

    /// That of so many documents.
    pub fn load(from: &Loader<'_>, documents: usize) -> Option<Self> {
        let again: Array<u8> = from.load("forward.again")?;
        let forward = Self {
            entries: from.load("forward.entries")?,
            places: from.load("forward.places")?,
            lengths: Lengths::load(from, "forward.lengths", documents)?,
            again_lengths: match again.is_empty() {
                true => Lengths::default(),
                false => Lengths::load(from, "forward.again_lengths", documents)?,
            },
            again,
        };
        (forward.places.len() == forward.entries.len()).then_some(forward)
    }

    pub fn bytes(&self) -> usize {
        self.entries.bytes()
            + self.places.bytes()
            + self.lengths.bytes()
            + self.again.bytes()
            + self.again_lengths.bytes()
    }
}
