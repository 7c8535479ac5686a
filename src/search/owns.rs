//! What each document is worth by itself. Documents stand in the order of it, so that each worth is
//! written once.

use super::stored::{Loader, Saver};
use crate::cache::Array;
use std::ops::Range;

/// So many worths further on a document is looked for before all are.
const STEPS: usize = 8;

/// The worths of documents in their order.
#[derive(Debug, Default)]
pub(super) struct Owns {
    /// The worths that there are, falling.
    worths: Array<u16>,
    /// Where the documents of each end.
    ends: Array<u32>,
}

/// Where a document was looked up.
#[derive(Clone, Debug, Default)]
pub(super) struct Cursor {
    /// The place of the worth.
    place: usize,
    /// The documents that have it.
    documents: Range<u32>,
    worth: u16,
}

impl Owns {
    /// Takes the worth of each document, falling.
    pub fn new(owns: &[u16]) -> Self {
        let (mut worths, mut ends) = (Vec::new(), Vec::new());
        let mut end = 0;
        for alike in owns.chunk_by(|one, other| one == other) {
            end += alike.len() as u32;
            worths.extend(alike.first());
            ends.push(end);
        }
        Self {
            worths: worths.into(),
            ends: ends.into(),
        }
    }

    /// The worth of a document; 0 for one that there is not.
    pub fn get(&self, document: u32) -> u16 {
        self.near(document, &mut Cursor::default())
    }

    /// The same, from where the last document was looked up: the next one is seldom far.
    #[inline]
    pub fn near(&self, document: u32, cursor: &mut Cursor) -> u16 {
        if !cursor.documents.contains(&document) {
            self.go(document, cursor);
        }
        cursor.worth
    }

    fn go(&self, document: u32, cursor: &mut Cursor) {
        let behind = self.ends.get(cursor.place..).unwrap_or_default();
        let mut place = match behind.iter().take(STEPS).position(|&end| document < end) {
            Some(steps) => cursor.place + steps,
            None => self.ends.partition_point(|&end| end <= document),
        };
        let before = |place: usize| {
            place
                .checked_sub(1)
                .and_then(|before| self.ends.get(before))
        };
        if before(place).is_some_and(|&end| document < end) {
            place = self.ends.partition_point(|&end| end <= document);
        }
        *cursor = Cursor {
            place,
            documents: before(place).map_or(0, |&end| end)
                ..self.ends.get(place).map_or(u32::MAX, |&end| end),
            worth: self.worths.get(place).copied().unwrap_or(0),
        };
    }

    pub fn save(&self, to: &mut Saver<'_>) {
        to.save("owns.worths", &self.worths);
        to.save("owns.ends", &self.ends);
    }

    /// Those of so many documents.
    pub fn load(from: &Loader<'_>, documents: usize) -> Option<Self> {
        let owns = Self {
            worths: from.load("owns.worths")?,
            ends: from.load("owns.ends")?,
        };
        let count = owns.ends.last().map_or(0, |&end| end as usize);
        (owns.worths.len() == owns.ends.len() && count == documents).then_some(owns)
    }

    pub fn bytes(&self) -> usize {
        self.worths.bytes() + self.ends.bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::{Cursor, Owns};

    #[test]
    fn each_document_has_the_worth_that_was_given() {
        let owns = Owns::new(&[9, 9, 7, 0, 0]);
        let all: Vec<u16> = (0..6).map(|document| owns.get(document)).collect();
        assert_eq!(all, [9, 9, 7, 0, 0, 0]);
        assert_eq!(Owns::new(&[]).get(0), 0);
    }

    #[test]
    fn from_wherever_one_comes_the_worth_is_that_of_the_document() {
        // Three documents of each worth from 29 down to 0.
        let given: Vec<u16> = (0..90).map(|document| 29 - document / 3).collect();
        let owns = Owns::new(&given);
        for from in 0..90 {
            for to in 0..92_u16 {
                let mut cursor = Cursor::default();
                owns.near(from, &mut cursor);
                let expected = if to < 90 { 29 - to / 3 } else { 0 };
                assert_eq!(owns.near(to.into(), &mut cursor), expected, "{from} {to}");
            }
        }
    }
}
