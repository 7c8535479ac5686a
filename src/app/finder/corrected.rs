//! What words were taken for that were found with a slip put right: told by the first answer, as its
//! text writes them.

use crate::library::{Key, Library};
use crate::search::{Field, Guesses, Marker, Query};

use super::document;

/// The words of the query that a record has only with a slip put right, as they were typed, and what
/// stands in it.
pub(super) fn of(
    library: &Library,
    query: &Query,
    guesses: &Guesses,
    key: Key,
) -> Vec<(String, String)> {
    if guesses.is_empty() {
        return Vec::new();
    }
    let mut marker = Marker::of(query, guesses);
    let mut words: Vec<(&[u8], Option<String>)> = Vec::new();
    let document = document::of(library, key);
    let texts = document.fields.iter();
    // What only is connected with it is not what it says.
    for (_, text) in texts.filter(|(field, _)| *field != Field::Background) {
        for (typed, word) in marker.corrected(text) {
            match words.iter_mut().find(|(known, _)| *known == typed) {
                Some(known) if word.is_none() => known.1 = None,
                Some(_) => {}
                None => words.push((typed, word.map(str::to_owned))),
            }
        }
    }
    let told =
        |(typed, word): (&[u8], Option<String>)| Some((query.as_typed(typed)?.to_owned(), word?));
    words.into_iter().filter_map(told).collect()
}
