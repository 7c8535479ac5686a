//! Fold, vocabulary, index, query, rank.
//!
//! Documents come as plain fields; nothing here knows a report. Each text is folded ([`mod@fold`]),
//! its words are numbered in one vocabulary, and each word has its postings. A query is met by
//! the vocabulary first (whole, behind clitics, beginning, inside, with a slip), the postings of
//! the words found are united into one set of documents a query word, the sets are intersected,
//! and the documents left are scored.
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

mod bitmap;
mod clitic;
mod codes;
pub mod fold;
mod forward;
mod index;
mod intern;
mod join;
mod marks;
mod matched;
mod name;
mod near;
mod part;
mod plan;
mod postings;
mod query;
mod rank;
mod score;
mod session;
mod slips;
#[cfg(test)]
mod tests;
mod tier;
mod unions;
mod vocabulary;

pub use index::Index;
pub use marks::marks;
pub use part::Part;
pub use query::{MOST_WORDS, Query};
pub use session::Session;

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
    /// The kind of record, from 0 for background to 255 for first-rate.
    pub weight: u8,
    /// A number of the caller's for filters ([`Index::group`]), such as report or kind.
    pub group: u32,
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

/// How many threads to build with.
fn threads() -> usize {
    std::thread::available_parallelism()
        .map_or(1, usize::from)
        .min(2)
}
