//! Records that have nothing but a title.

use crate::search::{Document, Field, Index, Marker, Query, Results, Search};

/// The index of records with these titles, which are their names.
pub fn index(titles: &[&str]) -> Index {
    Index::build(titles.iter().map(|&title| Document {
        fields: vec![(Field::Title, title.into())],
        names: vec![title.into()],
        ..Document::default()
    }))
}

/// What is found of these titles.
pub fn search(titles: &[&str], query: &str) -> Results {
    index(titles).search(&Query::parse(query), 100, None)
}

/// The places of the titles that are found, best first; all of them are.
pub fn found(titles: &[&str], query: &str) -> Vec<u32> {
    let results = search(titles, query);
    assert_eq!(results.total, results.hits.len(), "{query}");
    results.hits.iter().map(|hit| hit.key).collect()
}

/// What is marked of the first title.
pub fn marked<'t>(titles: &[&'t str], query: &str) -> Vec<&'t str> {
    let guesses = search(titles, query).guesses;
    let query = Query::parse(query);
    let mut marker = Marker::of(&query, &guesses);
    let ranges = marker.marks(titles[0]).into_iter();
    ranges.map(|at| &titles[0][at]).collect()
}
