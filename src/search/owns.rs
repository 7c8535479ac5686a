//! What each document is worth by itself. Documents stand in the order of it, so that each worth is
//! written once.

use super::stored::{Loader, Saver};
use crate::cache::Array;

/// The worths of documents in their order.
#[derive(Debug, Default)]
pub(super) struct Owns {
    /// The worths that there are, falling.
    worths: Array<u16>,
    /// Where the documents of each end.
    ends: Array<u32>,
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
        let place = self.ends.partition_point(|&end| end <= document);
        self.worths.get(place).copied().unwrap_or(0)
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
    use super::Owns;

    #[test]
    fn each_document_has_the_worth_that_was_given() {
        let owns = Owns::new(&[9, 9, 7, 0, 0]);
        let all: Vec<u16> = (0..6).map(|document| owns.get(document)).collect();
        assert_eq!(all, [9, 9, 7, 0, 0, 0]);
        assert_eq!(Owns::new(&[]).get(0), 0);
    }
}
