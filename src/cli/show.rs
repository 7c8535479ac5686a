//! `majlis show`: a whole record with its links.

use std::io;

use serde::Serialize;

use crate::app::detail::{Block, Value, blocks};
use crate::library::Library;
use crate::report::{Figure, Language, Record, Share, Text};
use crate::words::label::Label;
use crate::words::{Phrase, capital, cli as words, date, relation, ui};

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
    relation: &'static str,
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
                    relation: relation::relation(link.relation, link.outgoing).en,
                    outgoing: link.outgoing,
                    id: library.id(link.key),
                    title: title(link.key),
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
