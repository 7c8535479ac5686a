//! What stands in a report, asked for by the number of its document: `contact TDAG-23/4`.

use std::collections::HashMap;

use crate::library::Library;
use crate::search::fold::fold;
use crate::words::Message;
use crate::words::query::FIELDS;

use super::{Field, Finder, Found, Inquiry};

/// Nobody asks for it in more words.
const MOST_WORDS: usize = 16;
/// The number has so many blanks that it is as many words: `tdag 23 4`.
const MOST_PARTS: usize = 3;

impl Finder {
    /// What is found where the number of a document is read as the report that it is.
    pub(super) fn find_by_document(&self, inquiry: Inquiry<'_>) -> Option<Found> {
        let typed = inquiry.query.only_words()?;
        let documents = || Documents::of(inquiry.library);
        let read = read(typed, || self.documents.get_or_init(documents))?;
        let query = self.read(inquiry.library, &read.text);
        let found = self.find(&query, inquiry.limit, inquiry.among);
        (found.total > 0).then_some(Found {
            read_as_fields: vec![(read.typed, read.report)],
            ..found
        })
    }
}

/// The ids of reports by the numbers of their documents, however these are written.
pub(super) struct Documents(HashMap<Vec<u8>, String>);

impl Documents {
    /// Those of a library.
    fn of(library: &Library) -> Self {
        let mut reports = HashMap::new();
        for (_, head) in library.heads() {
            if let Some(document) = &head.document {
                let report = reports.entry(symbols(document.as_str()));
                report.or_insert_with(|| head.id.as_str().to_owned());
            }
        }
        Self(reports)
    }
}

/// What all ways to write a number have in common: its letters and digits.
fn symbols(number: &str) -> Vec<u8> {
    let folded = fold(number);
    let words = folded.words();
    words.flat_map(|word| word.symbols.to_vec()).collect()
}

/// A query with a report in place of the number of its document.
struct Read {
    /// The number as it was typed.
    typed: String,
    /// The report, as a field asks for it.
    report: Message,
    /// The query with it.
    text: String,
}

/// The query, where it is words of which one, or several beside each other, are the number of a report's
/// document.
fn read<'t, 'd>(text: &'t str, documents: impl Fn() -> &'d Documents) -> Option<Read> {
    let words: Vec<&'t str> = text.split_whitespace().take(MOST_WORDS + 1).collect();
    if !(2..=MOST_WORDS).contains(&words.len()) {
        return None;
    }
    // Nearly no words are anything like it.
    let is_code = |words: &&[&str]| {
        let has = |is: fn(char) -> bool| words.iter().any(|word| word.contains(is));
        has(char::is_numeric) && has(char::is_alphabetic)
    };
    let report_of = |place: usize, typed: &[&str]| {
        let id = documents().0.get(&symbols(&typed.concat()))?;
        Some((place..place + typed.len(), id))
    };
    let (place, id) = (1..=MOST_PARTS).find_map(|parts| {
        let mut codes = words.windows(parts).enumerate();
        codes.find_map(|(place, typed)| {
            let typed = Some(typed).filter(is_code)?;
            report_of(place, typed)
        })
    })?;
    let names = FIELDS.get(Field::Report as usize)?;
    let report = |place: usize| Some(format!("{}:{id}", names.get(place)?));
    let report = Message::new(report(1)?, report(0)?);
    let typed = words.get(place.clone())?.join(" ");
    let (before, behind) = (words.get(..place.start)?, words.get(place.end..)?);
    let others = [before, behind].concat();
    if others.is_empty() {
        return None;
    }
    Some(Read {
        text: format!("{} {}", others.join(" "), report.en),
        typed,
        report,
    })
}
