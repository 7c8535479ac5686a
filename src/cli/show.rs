//! `majlis show`: a whole record with its links.

use std::io;

use serde::Serialize;

use crate::app::detail::{Block, Value, blocks};
use crate::library::{Key, Library};
use crate::report::Relation;
use crate::report::{Figure, Language, Record, Share, Text};
use crate::words::label::Label;
use crate::words::{Phrase, capital, cli as words, date, ui};

use super::Failure;
use super::arguments::Show;
use super::output::Output;

/// How many records are named where several may be meant.
const CANDIDATES: usize = 10;

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
    let Some(key) = library.find(&wanted.id) else {
        let candidates = library.candidates(&wanted.id, CANDIDATES);
        let message = if candidates.is_empty() {
            words::no_such_id(&wanted.id, &library.nearest(&wanted.id, 3))
        } else {
            words::several_ids(&wanted.id, &candidates)
        };
        return Err(Failure::Usage(message.get(output.language).to_owned()));
    };
    let title = |key| Text {
        ar: Some(library.title(key, Language::Arabic).into_owned()),
        en: Some(library.title(key, Language::English).into_owned()),
    };
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
    let language = output.language;
    output.paragraphs(&format!(
        "{} {}",
        said(library.kind(key).label(), language),
        library.id(key)
    ))?;
    if crate::app::detail::has_title(library, key) {
        both(output, &title(key))?;
    }
    for block in blocks(library, key) {
        match block {
            Block::Heading(heading) => {
                output.plain("")?;
                output.paragraphs(&said(heading, language))?;
            }
            Block::Text(text) => both(output, text)?,
            Block::Fact(label, Value::Text(text)) => {
                let sides = [text.get(language), text.get(language.other())];
                let sides: Vec<&str> = sides.into_iter().flatten().collect();
                output.paragraphs(&format!("{}: {}", said(label, language), sides.join(" · ")))?;
            }
            Block::Fact(label, Value::Said(message)) => {
                output.paragraphs(&format!(
                    "{}: {}",
                    said(label, language),
                    message.get(language)
                ))?;
            }
            Block::Fact(label, Value::Names(names)) => {
                let names = names.join(ui::LIST_COMMA.get(language));
                output.paragraphs(&format!("{}: {names}", said(label, language)))?;
            }
            Block::Fact(label, Value::Plain(plain)) => {
                output.paragraphs(&format!("{}: {plain}", said(label, language)))?;
            }
            Block::Fact(label, Value::Records(keys)) => {
                for key in keys {
                    output.paragraphs(&format!(
                        "{}: {} ({})",
                        said(label, language),
                        library.title(key, language),
                        library.id(key)
                    ))?;
                }
            }
            Block::Link(key) | Block::Related(key) => {
                output.paragraphs(&format!(
                    "{} {} ({})",
                    "-",
                    library.title(key, language),
                    library.id(key)
                ))?;
            }
            Block::Chart(figure) => shares(figure, output)?,
        }
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

/// A label or heading, which begins a line.
fn said(label: Phrase, language: Language) -> String {
    capital(label.get(language))
}

/// A text in both languages, the interface's first.
fn both(output: &mut Output, text: &Text) -> io::Result<()> {
    let (own, other) = (text.get(output.language), text.get(output.language.other()));
    for side in [own, other.filter(|other| Some(*other) != own)]
        .into_iter()
        .flatten()
    {
        output.paragraphs(side)?;
    }
    Ok(())
}

/// The shares of a figure, a line each.
fn shares(figure: &Figure, output: &mut Output) -> io::Result<()> {
    fn each(shares: &[Share], depth: usize, output: &mut Output) -> io::Result<()> {
        let language = output.language;
        for share in shares {
            let mut line = format!(
                "{}{}",
                "  ".repeat(depth),
                share.label.in_or_other(language)
            );
            if let Some(percent) = share.percent {
                line.push_str(": ");
                line.push_str(&date::percent_in(percent, language));
            }
            if let Some(quantity) = &share.quantity {
                line.push_str(": ");
                line.push_str(&date::quantity(quantity, language));
            }
            output.paragraphs(&line)?;
            each(&share.of_which, depth + 1, output)?;
        }
        Ok(())
    }
    each(&figure.shares, 1, output)
}
