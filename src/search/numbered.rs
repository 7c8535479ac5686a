//! The number of a thing that nothing is called by: there is no resolution 207, and there are some near it.

use super::fold::symbols;
use super::index::Index;
use super::query::Query;
use super::{name, said};

/// So far from a number others are looked for, and so many are told.
const FAR: u32 = 120;
const MOST: usize = 4;

/// A thing with a number that nothing is called by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unnumbered {
    /// The thing and its number, as they were typed.
    pub typed: String,
    /// The nearest numbers of such things, rising.
    pub near: Vec<u32>,
}

impl Index {
    /// The thing before a number, and the number, by the place of that in a query, where nothing is called so. A
    /// year is no number of a thing.
    pub(super) fn unknown_number<'q>(
        &self,
        query: &'q Query,
        place: usize,
    ) -> Option<(&'q [u8], &'q [u8])> {
        let word = |place: usize| query.clauses().get(place)?.plain_word();
        let (thing, number) = (word(place.checked_sub(1)?)?, word(place)?);
        let is_unknown = symbols::is_number(number)
            && !said::is_year(number)
            && said::is_numbered(thing)
            && !self.is_named([thing, number]);
        is_unknown.then_some((thing, number))
    }

    fn is_named(&self, words: [&[u8]; 2]) -> bool {
        self.named(&name::of_words(words)).next().is_some()
    }

    /// The first thing with a number in a query that nothing is called by, where there are others of these; `has`
    /// tells whether a document, by its key, is called by a number.
    pub fn unnumbered(
        &self,
        query: &Query,
        has: &dyn Fn(u32, &[u8]) -> bool,
    ) -> Option<Unnumbered> {
        let mut places = 1..query.clauses().len();
        let (place, thing, typed) = places.find_map(|place| {
            let (thing, number) = self.unknown_number(query, place)?;
            let number: u32 = std::str::from_utf8(number).ok()?.parse().ok()?;
            Some((place, thing, number))
        })?;
        let is_there = |number: &u32| {
            let digits = number.to_string().into_bytes();
            // Names are kept by a hash.
            let name = name::of_words([thing, &digits]);
            let mut named = self.named(&name);
            named.any(|document| has(self.key(document), &digits))
        };
        let below = (1..=FAR).map(|steps| typed.checked_sub(steps));
        let above = (1..=FAR).map(|steps| typed.checked_add(steps));
        let nearest = below.zip(above).flat_map(|(below, above)| [below, above]);
        let mut near: Vec<u32> = nearest.flatten().filter(is_there).take(MOST).collect();
        near.sort_unstable();
        let words = [place.checked_sub(1)?, place].map(|place| query.typed(place));
        let [thing, number] = words;
        (!near.is_empty()).then_some(Unnumbered {
            typed: format!("{} {}", thing?, number?),
            near,
        })
    }
}
