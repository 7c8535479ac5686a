//! Documents that were read: their words numbered among themselves, not yet to be searched.

use super::fold::{Folded, words};
use super::forward::{CLASSES, Column, Entry, MANY, MOST_ENTRIES, WORTH_KEEPING, place};
use super::intern::{Interner, Words, letters};
use super::{Document, Field, edges, name};
use std::ops::Range;

/// Of a document in which words come again more often, it is not kept where.
const MOST_AGAIN: usize = 1 << 20;
/// Between two fields, so that their words are not neighbours.
const FIELD_GAP: usize = 8;
/// A name of more words tells what it names at length: much that it has is named by other words.
pub(super) const SHORT_NAME: usize = 7;
/// A text is folded so many bytes at a time.
const LONGEST_PIECE: usize = 1 << 20;

/// Documents that were read. Threads can read parts of a library at the same time;
/// [`Index::join`](super::Index::join) makes one index of them.
#[derive(Clone, Default)]
pub struct Part {
    /// The words in the order in which they were first met.
    pub(super) words: Words,
    /// How many documents have each word at best in a field of each class.
    pub(super) counts: Vec<[u32; CLASSES]>,
    pub(super) entries: Vec<Entry>,
    pub(super) places: Vec<u8>,
    /// Where the entries of each document end.
    pub(super) ends: Vec<u32>,
    /// Where words come again: see [`Forward::again`](super::forward::Forward::again).
    pub(super) again: Vec<u8>,
    /// Where that of each document ends.
    pub(super) again_ends: Vec<u32>,
    pub(super) weights: Vec<u8>,
    /// How many words each document has.
    pub(super) lengths: Vec<u16>,
    /// What documents are called, and which.
    pub(super) names: Vec<(u32, u32)>,
    /// The first word and the last of each text that is no background and has any.
    pub(super) edges: Vec<edges::Read>,
    /// Where those of each document end.
    pub(super) edge_ends: Vec<u32>,
    /// The documents of which a text was not read as one.
    pub(super) unsure: Vec<u32>,
    /// Those of which not all words were read.
    pub(super) cut: Vec<u32>,
}

impl Part {
    /// Reads documents. Their keys are 0, 1, 2… in the order in which they come, after those of
    /// the parts before this one.
    ///
    /// A document is found by its first 262,144 different words (a word in two fields counts
    /// twice); what stands behind them is not read.
    #[must_use]
    pub fn read<'a>(documents: impl IntoIterator<Item = Document<'a>>) -> Self {
        let mut part = Self::default();
        let mut reader = Reader::default();
        for document in documents {
            part.add(&document, &mut reader);
        }
        part.words = reader.interner.into_words();
        part.counts = reader.met.iter().map(|met| met.counts).collect();
        part.entries.shrink_to_fit();
        part.places.shrink_to_fit();
        part.again.shrink_to_fit();
        part.edges.shrink_to_fit();
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
        let start = self.entries.len();
        let end = start + MOST_ENTRIES;
        reader.again.clear();
        let (mut length, mut position) = (0, 0);
        let (mut sure, mut is_cut) = (true, false);
        for (number_of, (field, text)) in document.fields.iter().enumerate() {
            let mut read = [u32::MAX; 2];
            for piece in pieces(text) {
                sure &= piece.len() == text.len();
                if self.entries.len() >= end {
                    (sure, is_cut) = (false, true);
                    break;
                }
                let Reader {
                    folded,
                    scratch,
                    interner,
                    met,
                    again,
                } = reader;
                let asides = match field {
                    Field::Title | Field::Name => asides(piece),
                    _ => Vec::new(),
                };
                match asides.is_empty() {
                    true => folded.refill(piece),
                    false => folded.refill_with_places(piece),
                }
                let runs = folded.runs().len();
                let all = if piece.len() == text.len() { runs } else { 0 };
                words::each(folded, scratch, |word| {
                    let whole = word.runs == all && !word.piece;
                    let aside = !asides.is_empty() && {
                        let at = folded.place(word.start, word.start + 1).start;
                        // They follow each other.
                        let next = asides.partition_point(|aside| aside.end <= at);
                        asides.get(next).is_some_and(|aside| aside.contains(&at))
                    };
                    let column = match field {
                        _ if aside => Column::Aside,
                        Field::Name if runs <= SHORT_NAME => Column::ShortName,
                        field => Column::Of(*field),
                    };
                    let Some(of_word) = interner.number(word.symbols) else {
                        return;
                    };
                    if of_word as usize >= met.len() {
                        met.push(Met::default());
                    }
                    let [first, last] = &mut read;
                    if word.runs == 1 && word.position == 0 {
                        *first = of_word;
                    }
                    if word.runs == 1 && word.position + 1 == runs {
                        *last = of_word;
                    }
                    let Some(met) = met.get_mut(of_word as usize) else {
                        return;
                    };
                    let entry = Entry::new(of_word, column, whole, word.piece);
                    if met.has(number, entry) {
                        if let Some(first) = self.entries.get_mut(met.entry) {
                            *first = first.again();
                        }
                        // Of background nobody asks which words are side by side.
                        if *field != Field::Background && again.len() < MOST_AGAIN {
                            again.push((
                                (met.entry - start) as u32,
                                place(position + word.position),
                            ));
                        }
                    } else if self.entries.len() < end {
                        met.entry = self.entries.len();
                        self.entries.push(met.enter(number, entry));
                        self.places.push(place(position + word.position));
                    } else {
                        is_cut = true;
                    }
                });
                sure &= runs == 0 || !read.contains(&u32::MAX);
                length += runs;
                position += runs;
            }
            let is_seen = *field != Field::Background && !document.unseen.contains(&number_of);
            if is_seen && read != [u32::MAX; 2] {
                self.edges.push(read);
            }
            position += FIELD_GAP;
        }
        for called in &document.names {
            self.names.push((name::hash(&name::of(called)), number));
        }
        self.ends.push(self.entries.len() as u32);
        if self.entries.len() - start < WORTH_KEEPING {
            reader.again.clear();
        }
        // Those of an entry stay in their order.
        if reader.again.len() >= MOST_AGAIN {
            // Only the text can tell.
            reader.again = Vec::new();
        }
        reader.again.sort_by_key(|(entry, _)| *entry);
        for places in reader.again.chunk_by(|one, other| one.0 == other.0) {
            match u8::try_from(places.len()).ok().filter(|&many| many < MANY) {
                Some(count) => {
                    self.again.push(count);
                    self.again.extend(places.iter().map(|(_, place)| place));
                }
                None => self.again.push(MANY),
            }
        }
        self.again_ends.push(self.again.len() as u32);
        self.edge_ends.push(self.edges.len() as u32);
        if !sure {
            self.unsure.push(number);
        }
        if is_cut {
            self.cut.push(number);
        }
        self.weights.push(document.weight);
        self.lengths.push(u16::try_from(length).unwrap_or(u16::MAX));
    }
}

/// The places in brackets of a title that say more of what it names: several words, no acronym.
fn asides(title: &str) -> Vec<Range<usize>> {
    let mut asides = Vec::new();
    let mut from = 0;
    while let Some(open) = title.get(from..).and_then(|rest| rest.find('(')) {
        let start = from + open + 1;
        let Some(end) = title.get(start..).and_then(|rest| rest.find(')')) else {
            break;
        };
        let inside = start..start + end;
        if title
            .get(inside.clone())
            .is_some_and(|inside| inside.contains(' '))
        {
            asides.push(inside.clone());
        }
        from = inside.end + 1;
    }
    asides
}

/// A text in pieces that end behind a blank; nearly every text is one.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut end = rest.len().min(LONGEST_PIECE);
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        let mut piece = rest.get(..end)?;
        if end < rest.len()
            && let Some(blank) = piece.rfind([' ', '\n'])
        {
            piece = piece.get(..=blank)?;
        }
        rest = rest.get(piece.len()..)?;
        (!piece.is_empty()).then_some(piece)
    })
}

/// The first eight letters of a word, in the order of words.
pub(super) fn head(word: &[u8]) -> u64 {
    letters(word.get(..8).unwrap_or(word)).swap_bytes()
}

/// What reading needs, kept from document to document.
#[derive(Default)]
struct Reader {
    folded: Folded,
    scratch: Vec<u8>,
    interner: Interner,
    /// By the number of the word.
    met: Vec<Met>,
    /// Of a document the entries whose words come again, and where.
    again: Vec<(u32, u8)>,
}

/// Where a word was met.
#[derive(Clone, Copy, Default)]
struct Met {
    /// The document, field and manner of the last time.
    last: u64,
    /// Its entry of that time.
    entry: usize,
    /// The last document, and the best class of a field that has the word there: the better, the
    /// greater.
    best: u64,
    counts: [u32; CLASSES],
}

impl Met {
    /// Whether an entry says nothing new of a document: only the first place in a field of a kind
    /// counts, the first as part of a code, and the one where the word is the whole field.
    #[inline]
    fn has(&self, document: u32, entry: Entry) -> bool {
        self.last == Self::here(document, entry)
    }

    fn here(document: u32, entry: Entry) -> u64 {
        (u64::from(document) << 5 | entry.manner()) + 1
    }

    /// Takes an entry of a document.
    #[inline]
    fn enter(&mut self, document: u32, entry: Entry) -> Entry {
        self.last = Self::here(document, entry);
        let class = entry.class();
        let best = (u64::from(document) + 1) << 2 | (CLASSES - 1 - class) as u64;
        let repeat = self.best >= best;
        if !repeat {
            self.best = best;
            if let Some(count) = self.counts.get_mut(class) {
                *count += 1;
            }
        }
        entry.with(entry.word(), repeat)
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_PIECE, pieces};

    #[test]
    fn a_text_is_cut_behind_blanks_and_nothing_of_it_is_lost() {
        let word = "قرار ".repeat(LONGEST_PIECE / 4);
        let all: Vec<&str> = pieces(&word).collect();
        // Nine bytes a word: 2.25 MiB are three pieces.
        assert_eq!(all.len(), 3);
        assert!(all.iter().all(|piece| piece.ends_with(' ')));
        assert_eq!(all.concat(), word);
        let endless = "ق".repeat(LONGEST_PIECE);
        assert_eq!(pieces(&endless).count(), 2);
        assert_eq!(pieces("").count(), 0);
        assert_eq!(pieces("a b").collect::<Vec<_>>(), ["a b"]);
    }
}
