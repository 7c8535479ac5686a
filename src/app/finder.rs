//! What is searched: every record of a library as a document of the search index.

use std::borrow::Cow;

use crate::library::{Key, Library};
use crate::report::{Figure, Kind, Language, Record, Ref, Share};
use crate::search::{Document, Field, Index, Query, Search};
use crate::words::label::{Label, plural};
use crate::words::{date, ui};

use super::detail::{Block, Value, blocks};

/// The search index of a library.
pub struct Finder {
    index: Index,
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// The records, best first, with their scores.
    pub hits: Vec<(Key, u32)>,
    /// How many there are in all.
    pub total: usize,
}

impl Finder {
    /// Indexes every record of the library.
    #[must_use]
    pub fn new(library: &Library) -> Self {
        Self {
            index: Index::build(library.keys().map(|key| document(library, key))),
        }
    }

    /// The records that have all words of the query, best first, at most `limit` of them, of those
    /// that `allow` lets through.
    #[must_use]
    pub fn find(&self, query: &Query, limit: usize, allow: Option<&dyn Fn(Key) -> bool>) -> Found {
        let by_number = allow.map(|allow| move |number: u32| allow(Key::new(number)));
        let results = self.index.search(
            query,
            limit,
            by_number
                .as_ref()
                .map(|allow| allow as &dyn Fn(u32) -> bool),
        );
        Found {
            hits: results
                .hits
                .iter()
                .map(|hit| (Key::new(hit.key), hit.score))
                .collect(),
            total: results.total,
        }
    }
}

/// How much a kind of record weighs beside another that answers as well.
const fn weight(kind: Kind) -> u8 {
    match kind {
        Kind::Item => 250,
        Kind::Position | Kind::Nomination => 230,
        Kind::Recommendation => 220,
        Kind::Contribution | Kind::Outcome => 180,
        Kind::Meeting | Kind::Event => 150,
        Kind::Figure => 140,
        Kind::Instrument | Kind::Document | Kind::Body | Kind::Person => 130,
        Kind::Report => 120,
        Kind::View | Kind::Note => 100,
        Kind::Section => 60,
        Kind::Country => 50,
        Kind::Paragraph => 40,
    }
}

/// Everything that a record says, as a document: whatever its detail shows is found.
fn document(library: &Library, key: Key) -> Document<'_> {
    let kind = library.kind(key);
    let mut fields: Vec<(Field, Cow<'_, str>)> = Vec::new();
    let title_field = match kind {
        Kind::Body | Kind::Person | Kind::Country => Field::Name,
        Kind::Recommendation
        | Kind::View
        | Kind::Note
        | Kind::Paragraph
        | Kind::Outcome
        | Kind::Contribution => Field::Text,
        _ => Field::Title,
    };
    for language in [Language::Arabic, Language::English] {
        fields.push((title_field, library.title(key, language)));
        fields.push((Field::Background, kind.label().get(language).into()));
        fields.push((Field::Background, plural(kind).get(language).into()));
    }
    fields.push((Field::Code, library.id(key).into()));
    match library.record(key) {
        Some(Record::Item(item)) => {
            fields.extend(
                item.number
                    .iter()
                    .map(|number| (Field::Number, number.as_str().into())),
            );
        }
        Some(Record::Paragraph(paragraph)) => {
            fields.extend(
                paragraph
                    .number
                    .iter()
                    .map(|number| (Field::Code, number.as_str().into())),
            );
        }
        Some(Record::Body(body)) => {
            fields.extend(
                body.acronym
                    .iter()
                    .map(|acronym| (Field::Code, acronym.as_str().into())),
            );
        }
        Some(record) => dates(record, &mut fields),
        None => {}
    }
    for block in blocks(library, key) {
        match block {
            Block::Heading(_) => {}
            Block::Text(text) => both(&mut fields, Field::Text, text),
            Block::Fact(_, Value::Text(text)) => both(&mut fields, Field::Text, text),
            Block::Fact(_, Value::Said(message)) => {
                fields.push((Field::Background, message.ar.into()));
                fields.push((Field::Background, message.en.into()));
            }
            Block::Fact(label, Value::Plain(plain)) => {
                let field = if label == ui::ALIASES {
                    title_field
                } else {
                    Field::Background
                };
                fields.push((field, plain));
            }
            Block::Fact(_, Value::Records(keys)) => {
                for other in keys {
                    named(library, other, &mut fields);
                }
            }
            Block::Link(other) | Block::Related(other) => {
                // Only what a record cites; what else belongs to it is found by itself.
                if library.report_of(other).is_none() && library.report_of(key).is_some() {
                    named(library, other, &mut fields);
                }
            }
            Block::Chart(figure) => shares(figure, &mut fields),
        }
    }
    Document {
        fields,
        weight: weight(kind),
        group: kind as u32,
    }
}

fn both<'a>(fields: &mut Vec<(Field, Cow<'a, str>)>, field: Field, text: &'a crate::report::Text) {
    for side in [&text.ar, &text.en].into_iter().flatten() {
        fields.push((field, side.as_str().into()));
    }
}

/// The name of another record, so that `Selim` finds her nomination, and `KWT` what Kuwait brought.
fn named<'a>(library: &'a Library, key: Key, fields: &mut Vec<(Field, Cow<'a, str>)>) {
    let field = match library.kind(key) {
        Kind::Person => Field::Name,
        _ => Field::Background,
    };
    for language in [Language::Arabic, Language::English] {
        fields.push((field, library.title(key, language)));
    }
    fields.push((Field::Background, library.id(key).into()));
    if let Some(Record::Body(body)) = library.record(key) {
        fields.extend(
            body.acronym
                .iter()
                .map(|acronym| (Field::Background, acronym.as_str().into())),
        );
    }
}

/// The date of a record as it is written in the file: `2021-05-31`.
fn dates<'a>(record: Record<'a>, fields: &mut Vec<(Field, Cow<'a, str>)>) {
    let day = match record {
        Record::Meeting(meeting) => meeting.date.as_ref(),
        Record::Event(event) => event.date.as_ref(),
        Record::Recommendation(recommendation) => recommendation.due.as_ref(),
        Record::Contribution(contribution) => contribution.date.as_ref(),
        Record::Outcome(outcome) => outcome.date.as_ref(),
        Record::Nomination(nomination) => nomination.date.as_ref(),
        Record::Instrument(instrument) => instrument.date.as_ref(),
        Record::Document(document) => document.date.as_ref(),
        Record::Report(head) => head.date.as_ref(),
        Record::Figure(figure) => figure.date.as_ref(),
        _ => None,
    };
    if let Some(day) = day {
        fields.push((Field::Background, day.as_str().into()));
    }
}

fn shares<'a>(figure: &'a Figure, fields: &mut Vec<(Field, Cow<'a, str>)>) {
    let mut waiting: Vec<&Share> = figure.shares.iter().collect();
    while let Some(share) = waiting.pop() {
        both(fields, Field::Text, &share.label);
        if let Some(percent) = share.percent {
            fields.push((Field::Background, date::percent(percent).into()));
        }
        if let Some(quantity) = &share.quantity {
            for language in [Language::Arabic, Language::English] {
                fields.push((Field::Background, date::quantity(quantity, language).into()));
            }
            if let Some(printed) = &quantity.printed {
                fields.push((Field::Background, printed.as_str().into()));
            }
        }
        if let Some(of) = share.of.as_ref().map(Ref::as_str) {
            fields.push((Field::Background, of.into()));
        }
        waiting.extend(&share.of_which);
    }
}
