//! `majlis show`: a whole record with its links.

use std::io;

use serde::Serialize;

use crate::app::plain::{self, Languages, Sort};
use crate::library::{Key, Library};
use crate::report::{Language, Record, Relation, Text};

use super::Failure;
use super::arguments::Show;
use super::output::Output;

/// A record as JSON.
#[derive(Serialize)]
struct Whole<'a> {
    id: &'a str,
    kind: crate::report::Kind,
    report: Option<&'a str>,
    record: Option<Record<'a>>,
    links: Vec<LinkShown<'a>>,
}

/// A link as JSON.
#[derive(Serialize)]
struct LinkShown<'a> {
    relation: Relation,
    outgoing: bool,
    id: &'a str,
    title: Text,
}

/// Prints a record.
pub fn run(library: &Library, wanted: &Show, output: &mut Output) -> Result<u8, Failure> {
    super::open_or_say(library, output)?;
    let key = super::find_or_say(library, &wanted.id, output)?;
    if wanted.json {
        let line = serde_json::to_string(&Whole {
            id: library.id(key),
            kind: library.kind(key),
            report: super::report_id(library, key),
            record: library.record(key),
            links: library
                .links(key)
                .iter()
                .map(|link| LinkShown {
                    relation: link.relation,
                    outgoing: link.outgoing,
                    id: library.id(link.key),
                    title: in_its_languages(library, link.key),
                })
                .collect(),
        })
        .map_err(io::Error::other)?;
        output.json(&line)?;
        return Ok(0);
    }
    for line in plain::lines(library, key, Languages::both(output.language)) {
        if line.sort == Sort::Heading {
            output.plain("")?;
        }
        output.paragraphs(&line.text)?;
    }
    Ok(0)
}

/// The title of a record in the languages in which it is written; in neither where the record has
/// no title of its own.
fn in_its_languages(library: &Library, key: Key) -> Text {
    let texts = made_of(library, key);
    let says = |text: &&Text, language| {
        let side = text.get(language);
        side.is_some_and(|side| !side.trim().is_empty())
    };
    let title = |language| {
        texts
            .iter()
            .all(|text| says(text, language))
            .then(|| library.title(key, language).into_owned())
    };
    Text {
        ar: title(Language::Arabic),
        en: title(Language::English),
    }
}

/// The texts of which [`Library::title`] makes the title of a record.
fn made_of(library: &Library, key: Key) -> Vec<&Text> {
    let text = match library.record(key) {
        None => return Vec::new(),
        Some(Record::Position(_)) => {
            let owner = library.owner(key).and_then(|owner| library.record(owner));
            return match owner {
                Some(Record::Item(item)) => vec![&item.title],
                _ => Vec::new(),
            };
        }
        Some(Record::Nomination(r)) => {
            let post = r.title.as_ref().filter(|title| !title.is_empty());
            let who = match r.person {
                Some(_) => Relation::Person,
                None => Relation::Holder,
            };
            let named = |relation| {
                let mut links = library.links(key).iter();
                let link = links.find(|link| link.outgoing && link.relation == relation)?;
                match library.record(link.key)? {
                    Record::Body(r) => Some(&r.name),
                    Record::Person(r) => Some(&r.name),
                    Record::Country(r) => Some(&r.name),
                    _ => None,
                }
            };
            let post = post.or_else(|| named(Relation::Body));
            return post.into_iter().chain(named(who)).collect();
        }
        Some(Record::Contribution(r)) => match &r.title {
            Some(title) if !title.is_empty() => title,
            _ => &r.text,
        },
        Some(Record::Paragraph(r)) => match &r.title {
            Some(title) if !title.is_empty() => title,
            _ => &r.text,
        },
        Some(Record::Item(r)) => &r.title,
        Some(Record::Recommendation(r)) => &r.text,
        Some(Record::Outcome(r)) => &r.text,
        Some(Record::Meeting(r)) => &r.title,
        Some(Record::Event(r)) => &r.title,
        Some(Record::Figure(r)) => &r.title,
        Some(Record::View(r)) => &r.text,
        Some(Record::Note(r)) => &r.text,
        Some(Record::Report(r)) => &r.title,
        Some(Record::Section(r)) => &r.title,
        Some(Record::Body(r)) => &r.name,
        Some(Record::Person(r)) => &r.name,
        Some(Record::Country(r)) => &r.name,
        Some(Record::Instrument(r)) => &r.title,
        Some(Record::Document(r)) => &r.title,
    };
    vec![text]
}
