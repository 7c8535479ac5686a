//! For each word, the documents it stands in, in their order, and where in them.

use super::Field;

/// Where a word stands first in a field of a document, in 16 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Occurrence(u16);

const LAST_POSITION: u16 = (1 << 11) - 1;

impl Occurrence {
    /// `position` counts the words of the document; beyond 2047 they are all the last.
    pub fn new(field: Field, whole: bool, piece: bool, position: usize) -> Self {
        let position = u16::try_from(position)
            .unwrap_or(LAST_POSITION)
            .min(LAST_POSITION);
        Self((field as u16) << 13 | u16::from(whole) << 12 | u16::from(piece) << 11 | position)
    }

    /// The number of the field.
    pub fn field(self) -> usize {
        usize::from(self.0 >> 13)
    }

    /// The word is the whole field.
    pub fn is_whole(self) -> bool {
        self.0 & 1 << 12 != 0
    }

    /// The word is part of a longer code.
    pub fn is_piece(self) -> bool {
        self.0 & 1 << 11 != 0
    }

    pub fn position(self) -> u16 {
        self.0 & LAST_POSITION
    }
}

/// The postings of all words, one after another.
pub(super) struct Postings {
    /// Where the postings of each word end.
    ends: Vec<u32>,
    documents: Vec<u32>,
    occurrences: Vec<Occurrence>,
}

impl Postings {
    /// The documents of a word, in their order (a document once for each of its fields), and
    /// where it stands in each.
    pub fn of(&self, word: u32) -> (&[u32], &[Occurrence]) {
        let word = word as usize;
        let start = word
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .map_or(0, |&end| end as usize);
        let end = self.ends.get(word).map_or(start, |&end| end as usize);
        (
            self.documents.get(start..end).unwrap_or_default(),
            self.occurrences.get(start..end).unwrap_or_default(),
        )
    }
}

/// Takes the postings document by document.
#[derive(Default)]
pub(super) struct Builder {
    words: Vec<u32>,
    occurrences: Vec<Occurrence>,
    /// Where the postings of each document end.
    ends: Vec<usize>,
    /// How many postings each word has.
    counts: Vec<u32>,
    /// The document and field in which each word was met last.
    last: Vec<u64>,
}

impl Builder {
    /// The word stands in the document that is being read. Only the first place in a field
    /// counts, and the first as part of a code.
    pub fn add(&mut self, word: u32, occurrence: Occurrence) {
        let met = ((self.ends.len() as u64) << 4
            | (occurrence.0 >> 13 << 1) as u64
            | u64::from(occurrence.is_piece()))
            + 1;
        let word_place = word as usize;
        if word_place >= self.last.len() {
            self.last.resize(word_place + 1, 0);
            self.counts.resize(word_place + 1, 0);
        }
        let (Some(last), Some(count)) = (
            self.last.get_mut(word_place),
            self.counts.get_mut(word_place),
        ) else {
            return;
        };
        if *last != met {
            *last = met;
            *count += 1;
            self.words.push(word);
            self.occurrences.push(occurrence);
        }
    }

    pub fn end_document(&mut self) {
        self.ends.push(self.words.len());
    }

    /// Sorts the postings by word; those of a word stay in the order of the documents.
    pub fn finish(self) -> Postings {
        let mut ends = Vec::with_capacity(self.counts.len());
        let mut total = 0;
        for count in &self.counts {
            ends.push(total);
            total += count;
        }
        let mut documents = vec![0; self.words.len()];
        let mut occurrences = vec![Occurrence(0); self.words.len()];
        let mut start = 0;
        for (document, &end) in (0_u32..).zip(&self.ends) {
            let of_document = |from: usize| from..end;
            let words = self.words.get(of_document(start)).unwrap_or_default();
            let places = self.occurrences.get(of_document(start)).unwrap_or_default();
            for (&word, &occurrence) in words.iter().zip(places) {
                // What is the start of a word's postings now is their end when all are placed.
                let Some(next) = ends.get_mut(word as usize) else {
                    continue;
                };
                if let Some(to) = documents.get_mut(*next as usize) {
                    *to = document;
                }
                if let Some(to) = occurrences.get_mut(*next as usize) {
                    *to = occurrence;
                }
                *next += 1;
            }
            start = end;
        }
        Postings {
            ends,
            documents,
            occurrences,
        }
    }
}
