//! Any fact of the five sources is found by searching for it.
//!
//! The sources themselves are not here: each `*.txt` beside this file holds the facts of one, as a
//! person would type them. A line is a query, a tab, and the report that one of the first hits must
//! belong to; where the fact stands in the registry, another tab and the entry, which the report
//! must link to. A line that begins with `# ` says where in the source the next ones are.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod leaves;
mod readme;

use majlis::app::finder::Finder;
use majlis::library::{Key, Library};
use majlis::search::Query;

/// How far down a person looks.
const FIRST: usize = 20;

struct World {
    library: Library,
    finder: Finder,
}

impl World {
    fn new() -> Self {
        let library = Library::built_in();
        let finder = Finder::new(&library);
        Self { library, finder }
    }

    fn hits(&self, query: &str) -> Vec<Key> {
        let found = self.finder.find(&Query::parse(query), FIRST, None);
        found.hits.into_iter().map(|(key, _)| key).collect()
    }

    fn report_id(&self, key: Key) -> Option<&str> {
        let report = self.library.report_of(key)?;
        self.library.report_id(report)
    }

    /// Whether the query finds the fact: a record of the report, or the entry named, which a
    /// record of the report links to.
    fn finds(&self, query: &str, report: &str, entry: Option<&str>) -> bool {
        let hits = self.hits(query);
        match entry {
            None => hits.iter().any(|&key| self.report_id(key) == Some(report)),
            Some(entry) => hits.iter().any(|&key| {
                self.library.id(key) == entry
                    && self
                        .library
                        .links(key)
                        .iter()
                        .any(|link| self.report_id(link.key) == Some(report))
            }),
        }
    }
}

/// The lines that are not found, with what is found instead.
fn misses(world: &World, file: &str) -> Vec<String> {
    let lines = file.lines().zip(1..);
    let facts = lines.filter(|(line, _)| !line.starts_with("# ") && !line.is_empty());
    facts
        .filter_map(|(line, number)| {
            let mut parts = line.split('\t');
            let (query, report) = (parts.next().unwrap(), parts.next().unwrap());
            let entry = parts.next();
            if world.finds(query, report, entry) {
                return None;
            }
            let instead: Vec<&str> = world
                .hits(query)
                .into_iter()
                .take(4)
                .map(|key| world.library.id(key))
                .collect();
            Some(format!(
                "{report}.txt:{number}: {query} (found: {instead:?})"
            ))
        })
        .collect()
}

#[test]
fn every_fact_of_every_source_is_found() {
    let world = World::new();
    let files = [
        include_str!("c21.txt"),
        include_str!("c26.txt"),
        include_str!("c24.txt"),
        include_str!("c17.txt"),
        include_str!("tdag23.txt"),
    ];
    let misses: Vec<String> = files
        .into_iter()
        .flat_map(|file| misses(&world, file))
        .collect();
    assert!(
        misses.is_empty(),
        "{} facts are not found:\n{}",
        misses.len(),
        misses.join("\n")
    );
}

/// The test above can fail: what no source says is not found, and what one report says does not
/// count for another.
#[test]
fn what_no_source_says_is_not_found() {
    let world = World::new();
    for (query, report) in [
        ("32 مايو 2021", "c21"),
        ("القرار 9999", "c21"),
        ("C26/36", "c26"),
        ("+41 22 7305199", "tdag23"),
        ("شهيرة سليم", "c24"),
        ("318000", "tdag23"),
    ] {
        assert!(!world.finds(query, report, None), "{query} in {report}");
    }
    assert!(
        !world.finds("Japan", "c21", Some("JPN")),
        "c21 does not link to Japan"
    );
}
