//! Fold, vocabulary, index, query, rank.
//!
//! Documents come as plain fields; nothing here knows a report. Each text is folded ([`mod@fold`]),
//! its words are numbered in one vocabulary, and each word has its postings. A query is met by
//! the vocabulary first (whole, behind clitics, beginning, inside, with a slip), the postings of
//! the words found are united into one set of documents a query word, the sets are intersected,
//! and the documents left are scored.
//!
//! # What is found
//!
//! A query is read by the [`grammar`], each of its words is met by the vocabulary, and the better
//! way counts. The ways, best first:
//!
//! 1. as typed: whole, behind clitics (و ف ب ل ك ال), without the article that was typed;
//! 2. in another form: singular, dual and plural, broken or sound, with or without clitics;
//! 3. as the beginning of a word, then as its inside;
//! 4. where no document has it in any of these ways, what was meant: the same keys with the keyboard
//!    on the other language; one word that was typed as two, or two as one;
//! 5. where fewer than three documents have it, or none has all words: without a clitic of one
//!    letter, by another word for the same thing, by its sound in the other script or another
//!    spelling, with one or two slips, also in another form of the word;
//! 6. where even so none has all of several words: a word of three letters by its sound in Arabic, then
//!    with a slip; neither where something is called so.
//!
//! Where nothing is found in these ways, and the caller has fields, so that people ask: what the keyboard on
//! the other language begins where that is all that was typed, two words as one with a slip, a number of
//! two digits as a year, and of two words to six one is left out, which is told; of four words and more what
//! has the most of them is found, each weighed by how few documents have it, and what is not in it is told. What a
//! slip in a short word finds beside others is dropped where it is no small part of what these are met in.
//!
//! A word that way 4 reads by other keys is taken as it was typed, with slips, where no document has all and
//! another word stands as it was typed; where none does, all words are read by other keys, if they find anything
//! so and not all are short.
//!
//! What ways 4 and 5 find never comes before what the words as typed find. A word that stands
//! somewhere whole is spelt right: where no document has all words even with slips in the others, other words
//! for it are thought of, and then it is told, or left out, and not read as another word. Only where something is
//! called by all words with it, it may be written as it sounds in the other script, كوب 28, and what nothing is
//! called by, since it stands in texts alone, may have half a slip: يعد in المشاركة عن يعد. A list knows no titles, and nothing is
//! told in it: there such a word has slips like others, in capitals none. One that the vocabulary of the field has
//! has none that leads to another.
//! Beside what was typed counts what was *said* by it: a number with its scale, a day in digits,
//! a month under another name; what says nothing, such as a courtesy before a name, is left out. Where
//! the caller has fields, words that only join others or ask (of, the, من, متى) are passed over beside
//! others, so that a question finds what it asks for. Some need not be there and are wished for: what
//! has them comes first, and nothing is left out for them.
//!
//! # What comes first
//!
//! The rules of ranking stand in `score.rs`, with the table of what each way is worth in each
//! field: the kind of record that a question asks for and the number of an item before all else, then
//! what is called just so, then what is called so when each word is read as it was met or two words stand
//! the other way round, then what has the one that a question asks for (the next, the last), then way and
//! field, then the kind of record, then words side by side, then the shorter document. The caller gives the
//! names of a kind of record as its number, so that `موقف` or `nominee` are answered by records of the kind
//! before what has the word in a title.
//!
//! # What is made once
//!
//! Documents are read in [`Part`]s, on any thread, and parts are joined to an [`Index`], as often as
//! one likes. An index is flat arrays: [`Index::save`] puts them into a [cache](crate::cache), and
//! [`Index::load`] searches them where they lie, with nothing to be made first. Where some documents
//! have changed since, the index is [amended](Index::amended): it answers as if it had been made anew.
//!
//! ```
//! use majlis::search::{Document, Field, Index, Query, Search};
//! let titles = ["ميزانية الاتحاد", "مشروع مبنى المقر"];
//! let index = Index::build(titles.map(|title| Document {
//!     fields: vec![(Field::Title, title.into())],
//!     weight: 255,
//!     ..Document::default()
//! }));
//! let results = index.search(&Query::parse("المقر مبني"), 10, None);
//! assert_eq!(results.hits.first().map(|hit| hit.key), Some(1));
//! ```

mod amend;
mod answering;
mod arrange;
mod bitmap;
mod chat;
mod check;
mod clauses;
mod clitic;
mod closeness;
mod codes;
mod edges;
mod few;
pub mod fold;
mod forgive;
mod forward;
pub mod grammar;
mod guess;
mod index;
mod infix;
mod initials;
mod intern;
mod join;
mod keyboard;
mod keys;
mod lengths;
mod less;
mod lists;
mod marks;
mod matched;
mod meant;
mod most;
mod name;
mod narrow;
mod near;
mod nearly;
mod numbered;
mod one_slip;
mod order;
mod owns;
mod part;
mod phrase;
mod plan;
mod planned;
mod plurals;
mod postings;
mod query;
mod rank;
mod read;
mod row;
mod said;
mod score;
mod segment;
mod session;
mod set;
mod sift;
mod slips;
mod stored;
#[cfg(test)]
mod tests;
mod threads;
mod tier;
mod told;
mod translit;
mod typed;
mod unions;
mod vocabulary;
mod walk;
mod way;
mod within;

pub use amend::Changes;
pub use index::Index;
pub use initials::{Abbreviations, initials};
pub use marks::Marker;
pub use numbered::Unnumbered;
pub use part::Part;
pub use query::{MOST_WORDS, Query};
pub use session::Session;
pub use set::Set;
pub use way::{Way, Ways};

use std::borrow::Cow;
use std::ops::Range;

/// The part that a text plays in a document: it decides the weight of a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The number of an item.
    Number,
    /// A title.
    Title,
    /// The name of a person, a body, a country.
    Name,
    /// Document numbers, acronyms, ids.
    Code,
    /// What the record says.
    Text,
    /// What is only connected with the record.
    Background,
}

/// What is indexed.
#[derive(Clone, Debug, Default)]
pub struct Document<'a> {
    /// Its texts, in any order; a field may come more than once (two languages, two numbers).
    pub fields: Vec<(Field, Cow<'a, str>)>,
    /// What it is called: a query that is just that finds it before what contains it. These are
    /// texts of the fields too.
    pub names: Vec<Cow<'a, str>>,
    /// Which of the fields are words for it that nobody reads in it: no text begins or ends with them.
    pub unseen: Range<usize>,
    /// The kind of record, from 0 for background to 255 for first-rate.
    pub weight: u8,
}

/// A document that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its place in the order in which documents were given, from 0.
    pub key: u32,
    /// How well it answers; only the order means anything.
    pub score: u32,
}

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// Best first, equals by their own worth and then in the order in which they were given; at
    /// most `limit`.
    pub hits: Vec<Hit>,
    /// How many documents answer, exactly.
    pub total: usize,
    /// Words that were found nowhere as they were typed, and as what they were read.
    pub read_as: Vec<(String, String)>,
    /// A word that what was found need not have (or two that were read as one), since no document has all
    /// of them; only of a query
    /// with [fields](Query::read).
    pub left_out: Option<String>,
    /// How many documents have that; 0 where it stands nowhere.
    pub left_out_in: usize,
    /// Where no document has all of a question, and these have the most of it, what the first has not, as it was
    /// typed.
    pub without: Vec<String>,
    /// Where no document has all words of a query with [fields](Query::read), each of them as it was typed,
    /// and how many documents have it.
    pub apart: Vec<(String, usize)>,
    /// Which words were looked for otherwise than as they were typed, for [marking](Marker::of).
    pub guesses: Guesses,
}

/// The words of a query that slips, sounds and other words were thought of for, and those that were
/// read by other keys. Of the other words nothing but what was typed is a match.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guesses {
    words: Vec<Guessed>,
    /// Slips were thought of in words of three letters too.
    short: bool,
    keys: Vec<String>,
    /// Two words that were typed one after the other, together, and the one word that was met for them
    /// with a slip; or a word, and what was met for another form of it.
    joined: Vec<(Vec<u8>, Vec<u8>)>,
}

/// A word of a query that was looked for otherwise than it was typed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Guessed {
    typed: Vec<u8>,
    /// Which letters the words have that were met for it, a bit each, in order: of the words of a text
    /// nearly all are told from them by these.
    met: Vec<u64>,
}

impl Guesses {
    /// The letters of the words that were met for one that was typed; none where nothing else was thought
    /// of.
    fn met(&self, typed: &[u8]) -> Option<&[u64]> {
        let mut words = self.words.iter();
        let word = words.find(|word| word.typed == typed)?;
        Some(&word.met)
    }

    /// Whether no word was looked for with slips, by its sound or as another word.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.words.is_empty() && self.joined.is_empty()
    }
}

/// Whether two words sound alike, of which one at least is in Latin letters: the one was typed.
#[must_use]
pub fn sound_alike(one: &str, other: &str) -> bool {
    translit::sounds_like(&symbols(one), &symbols(other))
}

/// What a word that was typed may have in common with one that it [sounds like](sound_alike): that has
/// one of these among [its own](sounds_of).
pub fn sounds_of_typed(word: &str) -> Vec<u64> {
    translit::typed_skeletons(&symbols(word))
}

/// What a word has in common with those that sound like it; see [`sounds_of_typed`].
pub fn sounds_of(word: &str) -> Vec<u64> {
    translit::skeletons(&symbols(word))
}

fn symbols(word: &str) -> Vec<u8> {
    let folded = fold::fold(word);
    let words = folded.words();
    words.flat_map(|word| word.symbols.to_vec()).collect()
}

/// What can be searched.
pub trait Search {
    /// The documents that have all words of the query and that `allow` lets through, best first,
    /// at most `limit` of them. An empty query finds nothing.
    fn search(&self, query: &Query, limit: usize, allow: Option<&dyn Fn(u32) -> bool>) -> Results;
}

/// Where a list ends that begins where the one before it ends.
#[inline]
fn between(ends: &[u32], place: usize) -> Range<usize> {
    let before = place.checked_sub(1).and_then(|before| ends.get(before));
    let start = before.map_or(0, |&end| end as usize);
    start..ends.get(place).map_or(start, |&end| end as usize)
}
