//! Reading a file record by record, so that a bad one does not take the good ones down.

mod salvage;
mod shown;

use std::ops::Range;

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use salvage::StandIn;
pub(super) use shown::value;

use super::source::FileKind;
use super::tree::{Node, SourceText, Spot, Value};
use super::{Code, Place, Problem, check, problem};
use crate::report::{
    Body, Contribution, Country, Document, Event, Figure, Head, Instrument, Item, Meeting,
    Nomination, Note, Outcome, Paragraph, Person, Position, Recommendation, Registry, ReportFile,
    Section, View,
};
use crate::words::problem as words;

/// A record that may hold others, each of which may be bad by itself.
trait Parts: DeserializeOwned + JsonSchema {
    /// The keys under which it holds others.
    const KEYS: &'static [&'static str] = &[];
    /// What is read in place of the one required word that the record can be shown without.
    const STAND_IN: Option<StandIn> = None;

    /// Fills in the others from where they stand.
    fn fill(&mut self, _: &Node, _: &mut Reader<'_>) {}
}

macro_rules! alone {
    ($($type:ty)*) => { $(impl Parts for $type {})* };
}
alone! {
    Position View Note Recommendation Contribution Nomination Outcome Meeting Event Figure
    Body Person Country Instrument Document
}

impl Parts for Head {
    // A whole report is worth more than the word for what kind it is; the problem says so.
    const STAND_IN: Option<StandIn> = Some(("kind", "group-report"));
}

impl Parts for Item {
    const KEYS: &'static [&'static str] = &["position", "views", "notes", "recommendations"];

    fn fill(&mut self, node: &Node, reader: &mut Reader<'_>) {
        let position = node.get("position").filter(|node| !node.is_null());
        self.position = position.and_then(|node| reader.one(node));
        self.views = reader.list(node, "views");
        self.notes = reader.list(node, "notes");
        self.recommendations = reader.list(node, "recommendations");
    }
}

impl Parts for Section {
    const KEYS: &'static [&'static str] = &["paragraphs", "sections"];

    fn fill(&mut self, node: &Node, reader: &mut Reader<'_>) {
        self.paragraphs = reader.list(node, "paragraphs");
        self.sections = reader.list(node, "sections");
    }
}

impl Parts for Paragraph {
    const KEYS: &'static [&'static str] = &["points"];

    fn fill(&mut self, node: &Node, reader: &mut Reader<'_>) {
        self.points = reader.list(node, "points");
    }
}

/// A file as a whole, or as the records in it that are good.
pub(super) trait File: DeserializeOwned {
    const KIND: FileKind;

    /// Whether it can be shown.
    fn is_of_use(&self) -> bool;

    /// What is good in the tree; none when too little of it is.
    fn in_parts(root: &Node, reader: &mut Reader<'_>) -> Option<Self>;
}

impl File for ReportFile {
    const KIND: FileKind = FileKind::Report;

    fn is_of_use(&self) -> bool {
        !self.report.id.as_str().is_empty()
    }

    fn in_parts(root: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let head = root.get("report")?;
        let report: Head = reader.one(head)?;
        if report.id.as_str().is_empty() {
            reader.not_shown::<Head>(head, &[]);
            return None;
        }
        Some(Self {
            report,
            items: reader.list(root, "items"),
            recommendations: reader.list(root, "recommendations"),
            contributions: reader.list(root, "contributions"),
            nominations: reader.list(root, "nominations"),
            outcomes: reader.list(root, "outcomes"),
            meetings: reader.list(root, "meetings"),
            events: reader.list(root, "events"),
            figures: reader.list(root, "figures"),
            sections: reader.list(root, "sections"),
        })
    }
}

impl File for Registry {
    const KIND: FileKind = FileKind::Registry;

    fn is_of_use(&self) -> bool {
        true
    }

    fn in_parts(root: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        matches!(root.value, Value::Map(_)).then(|| Self {
            bodies: reader.list(root, "bodies"),
            people: reader.list(root, "people"),
            countries: reader.list(root, "countries"),
            instruments: reader.list(root, "instruments"),
            documents: reader.list(root, "documents"),
        })
    }
}

/// Reads a file; what is wrong with it is told only when it cannot be read as a whole. Then the
/// problems are the errors that `majlis check` finds in the file by itself.
pub(super) fn read<T: File>(name: &str, text: &str) -> (Option<T>, Vec<Problem>) {
    let whole = || serde_yaml::from_str::<T>(text);
    let suspect = is_suspect(text);
    let mut refused = None;
    if !suspect {
        match whole() {
            Ok(file) if file.is_of_use() => return (Some(file), Vec::new()),
            Ok(_) => {}
            Err(error) => refused = Some(error),
        }
    }
    let mut text = SourceText::errors_only(name, text);
    let tree = check::tree(&mut text);
    // Nothing is wrong with what is only suspected to have an alias.
    if suspect && !text.has_error() {
        match whole() {
            Ok(file) if file.is_of_use() => return (Some(file), Vec::new()),
            Ok(_) => {}
            Err(error) => refused = Some(error),
        }
    }
    let mut reader = Reader { text };
    let file = tree.and_then(|root| {
        check::alone(T::KIND, &root, &mut reader.text)?;
        T::in_parts(&root, &mut reader)
    });
    if let Some(error) = refused.filter(|_| !reader.text.has_error()) {
        reader.text.add(refusal(&error, &reader.text));
    }
    let mut problems = reader.text.into_problems();
    problem::sort(&mut problems);
    (file, problems)
}

/// Whether the file may have an anchor or an alias, which could make it grow without end: `&` or
/// `*` behind a blank or a bracket and before anything else. Also whether it holds nothing.
fn is_suspect(text: &str) -> bool {
    let is_remark = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#');
    let before = |byte: u8| b" \n\t\r[{,:".contains(&byte);
    text.starts_with('&')
        || text.as_bytes().windows(3).any(|three| match three {
            [first, b'&' | b'*', last] => before(*first) && !last.is_ascii_whitespace(),
            _ => false,
        })
        || text.lines().all(is_remark)
}

/// What the reader of records says, where nothing else was found wrong.
pub(super) fn refusal(error: &serde_yaml::Error, text: &SourceText<'_>) -> Problem {
    let first = Spot {
        line: 1,
        column: 1,
        byte: 0,
    };
    refusal_from(first, 0, error, text)
}

/// The same of a piece of the file that begins here and was indented by so many blanks.
fn refusal_from(
    first: Spot,
    indented: usize,
    error: &serde_yaml::Error,
    text: &SourceText<'_>,
) -> Problem {
    let place = error.location().map_or_else(
        || Place::whole(text.name),
        |found| {
            let number = first.line + found.line().saturating_sub(1);
            let moved = match found.line() {
                0 | 1 => first.column.saturating_sub(1 + indented),
                _ => 0,
            };
            let line = text.line(number);
            let column = (found.column() + moved).min(line.chars().count() + 1);
            text.place_on(number, column)
        },
    );
    let said = error.to_string();
    // The place is told by itself.
    let said = said.split(" at line ").next().unwrap_or_default();
    Problem::error(Code::Syntax, place, words::not_read(said))
}

/// Reads the good records of a file.
pub(super) struct Reader<'a> {
    text: SourceText<'a>,
}

impl Reader<'_> {
    /// The good records of a list; of all lists where the key is given more than once.
    fn list<T: Parts>(&mut self, parent: &Node, key: &str) -> Vec<T> {
        let lists = parent
            .entries()
            .iter()
            .filter(|(name, _)| name.text() == Some(key));
        let nodes = lists.flat_map(|(_, list)| list.members());
        nodes.filter_map(|node| self.one(node)).collect()
    }

    /// The record; without those of its parts that are bad. None when it is bad itself.
    fn one<T: Parts>(&mut self, node: &Node) -> Option<T> {
        let is_part = |key: &Node| key.text().is_some_and(|key| T::KEYS.contains(&key));
        let (parts, own): (Vec<_>, Vec<_>) =
            node.entries().iter().partition(|(key, _)| is_part(key));
        let is_refused = own
            .iter()
            .any(|(key, value)| key.holds_refused() || value.holds_refused());
        let mut error = None;
        if !node.holds_refused() {
            match serde_yaml::from_str::<T>(&self.piece(node, &[])) {
                Ok(record) => return Some(record),
                Err(whole) => error = Some(whole),
            }
        }
        let cuts: Vec<_> = parts
            .iter()
            .map(|(key, value)| key.at.byte..value.end.max(key.end))
            .collect();
        if !cuts.is_empty() && !is_refused {
            match serde_yaml::from_str::<T>(&self.piece(node, &cuts)) {
                Ok(mut record) => {
                    record.fill(node, self);
                    return Some(record);
                }
                Err(own) => error = Some(own),
            }
        }
        let record = self.salvage(node);
        // What is not shown is never without a problem of its own, up to the most that are kept.
        if self.text.is_full() {
            return record;
        }
        let within = |range: &Range<usize>| self.text.errors_within(range.clone());
        let of_parts: usize = cuts.iter().map(within).sum();
        let is_told = within(&(node.at.byte..node.end)) > of_parts;
        if let Some(error) = error.filter(|_| !is_told) {
            let problem = refusal_from(node.at, self.indentation(node), &error, &self.text);
            self.text.add(problem);
        }
        if record.is_none() {
            self.not_shown::<T>(node, &cuts);
        }
        record
    }

    /// Says with the first problem of a record, other than those of its parts, that it is lost.
    fn not_shown<T: Parts>(&mut self, node: &Node, parts: &[Range<usize>]) {
        let id = node
            .get("id")
            .and_then(Node::text)
            .filter(|id| !id.is_empty());
        let is_report = T::schema_name() == Head::schema_name();
        self.text.note_at(node.at.byte..node.end, parts, |what| {
            words::not_shown(what, id, is_report)
        });
    }

    /// By how many blanks a node must be indented, so that it stands in the column where it stands
    /// in the file. Brackets and braces need none; on a long line blanks would be all the work.
    fn indentation(&self, node: &Node) -> usize {
        let rest = self.text.text.get(node.at.byte..).unwrap_or_default();
        match rest.starts_with(['[', '{']) || matches!(node.value, Value::Scalar(_)) {
            true => 0,
            false => node.at.column.saturating_sub(1),
        }
    }

    /// The text of a node alone, indented as in the file; in the place of each cut stands a key that no record has.
    fn piece(&self, node: &Node, cuts: &[Range<usize>]) -> String {
        let mut piece = " ".repeat(self.indentation(node));
        let mut from = node.at.byte;
        for cut in cuts {
            piece.push_str(self.text.text.get(from..cut.start).unwrap_or_default());
            let lost = self.text.text.get(cut.clone()).unwrap_or_default();
            for (nth, char) in lost.chars().enumerate() {
                // Line ends stay, so that what follows stands on its own line and column.
                piece.push(match (nth, char) {
                    (_, '\n' | '\r') => char,
                    (0, _) => '_',
                    (1, _) => ':',
                    _ => ' ',
                });
            }
            from = cut.end;
        }
        piece.push_str(self.text.text.get(from..node.end).unwrap_or_default());
        piece
    }
}
