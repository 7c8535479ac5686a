//! Documents that were read: their words numbered among themselves, not yet to be searched.

use super::fold::{Folded, words};
use super::forward::{Entry, place};
use super::intern::Interner;
use super::{Document, name};

/// Between two fields, so that their words are not neighbours.
const FIELD_GAP: usize = 8;

/// Documents that were read. Threads can read parts of a library at the same time;
/// [`Index::join`](super::Index::join) makes one index of them.
#[derive(Default)]
pub struct Part {
    pub(super) words: Interner,
    /// The numbers of the words in the order of their letters.
    pub(super) order: Vec<u32>,
    pub(super) entries: Vec<Entry>,
    pub(super) places: Vec<u8>,
    /// Where the entries of each document end.
    pub(super) ends: Vec<u32>,
    pub(super) weights: Vec<u8>,
    /// How many words each document has.
    pub(super) lengths: Vec<u16>,
    /// What documents are called, and which.
    pub(super) names: Vec<(u32, u32)>,
}

impl Part {
    /// Reads documents. Their keys are 0, 1, 2… in the order in which they come, after those of
    /// the parts before this one.
    #[must_use]
    pub fn read<'a>(documents: impl IntoIterator<Item = Document<'a>>) -> Self {
        let mut part = Self::default();
        let mut reader = Reader::default();
        for document in documents {
            part.add(&document, &mut reader);
        }
        let words = &part.words;
        let mut keyed: Vec<(u64, u32)> = (0..words.len() as u32)
            .map(|word| (head(words.get(word)), word))
            .collect();
        keyed.sort_unstable_by(|a, b| {
            (a.0.cmp(&b.0)).then_with(|| words.get(a.1).cmp(words.get(b.1)))
        });
        part.order = keyed.into_iter().map(|(_, word)| word).collect();
        part
    }

    /// How many documents were read.
    #[must_use]
    pub fn len(&self) -> usize {
        self.weights.len()
    }

    /// Whether none was read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }

    fn add(&mut self, document: &Document<'_>, reader: &mut Reader) {
        let number = self.weights.len() as u32;
        let (mut length, mut position) = (0, 0);
        for (field, text) in &document.fields {
            let Reader {
                folded,
                scratch,
                met,
            } = reader;
            folded.refill(text);
            let runs = folded.runs().len();
            words::each(folded, scratch, |word| {
                let whole = word.runs == runs && !word.piece;
                let Some(of_word) = self.words.number(word.symbols) else {
                    return;
                };
                // Only the first place in a field of a kind counts, the first as part of a code, and
                // the one where the word is the whole field.
                let manner = u64::from(whole) << 1 | u64::from(word.piece);
                let here = (u64::from(number) << 5 | (*field as u64) << 2 | manner) + 1;
                if of_word as usize >= met.len() {
                    met.resize((of_word as usize + 1) * 2, 0);
                }
                if let Some(last) = met.get_mut(of_word as usize)
                    && *last != here
                {
                    *last = here;
                    self.entries
                        .push(Entry::new(of_word, *field, whole, word.piece));
                    self.places.push(place(position + word.position));
                }
            });
            length += runs;
            position += runs + FIELD_GAP;
        }
        for called in &document.names {
            self.names.push((name::hash(&name::of(called)), number));
        }
        self.ends.push(self.entries.len() as u32);
        self.weights.push(document.weight);
        self.lengths.push(u16::try_from(length).unwrap_or(u16::MAX));
    }
}

/// The first eight letters of a word, in the order of words.
pub(super) fn head(word: &[u8]) -> u64 {
    let mut head = [0; 8];
    head.iter_mut().zip(word).for_each(|(to, &from)| *to = from);
    u64::from_be_bytes(head)
}

/// What reading needs, kept from document to document.
#[derive(Default)]
struct Reader {
    folded: Folded,
    scratch: Vec<u8>,
    /// The document and field in which each word was met last.
    met: Vec<u64>,
}
