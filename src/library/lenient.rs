//! Reading a file record by record, so that a bad one does not take the good ones down.

use std::ops::Range;

use serde::de::{DeserializeOwned, IgnoredAny};

use super::node::{self, Node, Refused, Value};
use super::problem::{Place, Problem, Severity};
use crate::report::{
    Body, Contribution, Country, Document, Event, Figure, Head, Instrument, Item, Meeting,
    Nomination, Note, Outcome, Paragraph, Person, Position, Recommendation, Registry, ReportFile,
    Section, View,
};
use crate::words::loading;

/// A file that is being read, with what is wrong in it.
pub(super) struct Reader<'a> {
    name: &'a str,
    text: &'a str,
    pub problems: Vec<Problem>,
}

/// A record that may hold others, each of which may be bad by itself.
trait Parts: DeserializeOwned {
    /// The keys under which it holds others.
    const KEYS: &'static [&'static str] = &[];

    /// Fills in the others from where they stand.
    fn fill(&mut self, _: &Node, _: &mut Reader<'_>) {}
}

macro_rules! alone {
    ($($type:ty)*) => { $(impl Parts for $type {})* };
}
alone! {
    Head Position View Note Recommendation Contribution Nomination Outcome Meeting Event Figure
    Body Person Country Instrument Document
}

impl Parts for Item {
    const KEYS: &'static [&'static str] = &["position", "views", "notes", "recommendations"];

    fn fill(&mut self, node: &Node, reader: &mut Reader<'_>) {
        let position = node.under("position").next();
        let position = position.filter(|node| !matches!(node.value, Value::Null));
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

/// The report in the file; none when its head is of no use.
pub(super) fn report(reader: &mut Reader<'_>) -> Option<ReportFile> {
    let (root, file) = match serde_yaml::from_str::<ReportFile>(reader.text) {
        Ok(file) => (None, Some(file)),
        Err(error) => (Some(reader.root(&error)?), None),
    };
    let file = match (root, file) {
        (_, Some(file)) => file,
        (Some(root), None) => {
            let Some(head) = root.under("report").next() else {
                let registry = ["bodies", "people", "countries", "instruments", "documents"];
                let registry = registry.iter().any(|key| root.under(key).next().is_some());
                reader.problem(root.line, root.column, loading::no_head(registry));
                return None;
            };
            ReportFile {
                report: reader.one(head)?,
                items: reader.list(&root, "items"),
                recommendations: reader.list(&root, "recommendations"),
                contributions: reader.list(&root, "contributions"),
                nominations: reader.list(&root, "nominations"),
                outcomes: reader.list(&root, "outcomes"),
                meetings: reader.list(&root, "meetings"),
                events: reader.list(&root, "events"),
                figures: reader.list(&root, "figures"),
                sections: reader.list(&root, "sections"),
            }
        }
        (None, None) => return None,
    };
    if file.report.id.as_str().is_empty() {
        reader.problem(1, 0, loading::no_report_id());
        return None;
    }
    Some(file)
}

/// The registry in the file; none when it is no map.
pub(super) fn registry(reader: &mut Reader<'_>) -> Option<Registry> {
    let error = match serde_yaml::from_str::<Registry>(reader.text) {
        Ok(registry) => return Some(registry),
        Err(error) => error,
    };
    let root = reader.root(&error)?;
    Some(Registry {
        bodies: reader.list(&root, "bodies"),
        people: reader.list(&root, "people"),
        countries: reader.list(&root, "countries"),
        instruments: reader.list(&root, "instruments"),
        documents: reader.list(&root, "documents"),
    })
}

impl<'a> Reader<'a> {
    pub fn new(name: &'a str, text: &'a str) -> Self {
        Self {
            name,
            text,
            problems: Vec::new(),
        }
    }

    /// Whether the file has no alias. Anchors and aliases are looked for only where one may stand:
    /// `&` or `*` behind a blank or a bracket and before anything else.
    pub fn is_safe(&mut self) -> bool {
        let bytes = self.text.as_bytes();
        let before = |byte: u8| {
            matches!(
                byte,
                b' ' | b'\n' | b'\t' | b'\r' | b'[' | b'{' | b',' | b':'
            )
        };
        let suspect = bytes.starts_with(b"&")
            || bytes.windows(3).any(|three| match three {
                [first, b'&' | b'*', last] => before(*first) && !last.is_ascii_whitespace(),
                _ => false,
            });
        if !suspect {
            return true;
        }
        match node::refused(self.text) {
            None | Some(Refused::Syntax) => true,
            Some(Refused::Alias(line, column)) => {
                self.problem(line, column, loading::alias());
                false
            }
            Some(Refused::Deep(line, column)) => {
                self.problem(line, column, loading::deep());
                false
            }
        }
    }

    /// The parts of a file that could not be read as a whole; none, and a problem, when they
    /// cannot be told apart.
    fn root(&mut self, error: &serde_yaml::Error) -> Option<Node> {
        if let Err(error) = serde_yaml::from_str::<IgnoredAny>(self.text) {
            let (line, column) = place(&error).unwrap_or((1, 0));
            self.problem(line, column, loading::syntax(&error.to_string()));
            return None;
        }
        match node::parse(self.text) {
            Ok(Some(root)) if matches!(root.value, Value::Map(_)) => return Some(root),
            Ok(root) => {
                let (line, column) = root.map_or((1, 0), |root| (root.line, root.column));
                self.problem(line, column, loading::no_map());
            }
            Err(Refused::Alias(line, column)) => self.problem(line, column, loading::alias()),
            Err(Refused::Deep(line, column)) => self.problem(line, column, loading::deep()),
            Err(Refused::Syntax) => {
                let (line, column) = place(error).unwrap_or((1, 0));
                self.problem(line, column, loading::syntax(&error.to_string()));
            }
        }
        None
    }

    /// The good records of a list.
    fn list<T: Parts>(&mut self, parent: &Node, key: &str) -> Vec<T> {
        let mut records = Vec::new();
        for (nth, node) in parent.under(key).enumerate() {
            if nth > 0 {
                self.problem(node.line, node.column, loading::key_twice(key));
            }
            match &node.value {
                Value::List(list) => records.extend(list.iter().filter_map(|node| self.one(node))),
                Value::Null => {}
                _ => self.problem(node.line, node.column, loading::no_list(key)),
            }
        }
        records
    }

    /// The record; without those of its parts that are bad. None when it is bad itself.
    fn one<T: Parts>(&mut self, node: &Node) -> Option<T> {
        let mut error = match serde_yaml::from_str::<T>(&self.piece(node, &[])) {
            Ok(record) => return Some(record),
            Err(error) => error,
        };
        let parts = node.pairs().iter().filter(
            |(key, _)| matches!(&key.value, Value::Scalar(key) if T::KEYS.contains(&key.as_str())),
        );
        let cuts: Vec<_> = parts
            .map(|(key, value)| key.range.start..value.range.end.max(key.range.end))
            .collect();
        if !cuts.is_empty() {
            match serde_yaml::from_str::<T>(&self.piece(node, &cuts)) {
                Ok(mut record) => {
                    record.fill(node, self);
                    return Some(record);
                }
                Err(own) => error = own,
            }
        }
        let (line, column) = match place(&error) {
            Some((line, column)) => (node.line + line - 1, column),
            None => (node.line, node.column),
        };
        self.problem(line, column, loading::bad_record(&error.to_string()));
        None
    }

    /// The text of a node alone, moved to the column where it stands, so that it is indented as in
    /// the file; in the place of each cut stands a key that no record has.
    fn piece(&self, node: &Node, cuts: &[Range<usize>]) -> String {
        let mut piece = " ".repeat(node.column);
        let mut from = node.range.start;
        for cut in cuts {
            piece.push_str(self.text.get(from..cut.start).unwrap_or_default());
            let lost = self.text.get(cut.clone()).unwrap_or_default();
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
        piece.push_str(self.text.get(from..node.range.end).unwrap_or_default());
        piece
    }

    /// Line from 1, column from 0.
    fn problem(&mut self, line: usize, column: usize, what: loading::Wrong) {
        let text = self.text.lines().nth(line.saturating_sub(1));
        self.problems.push(Problem {
            code: super::problem::Code::Syntax,
            severity: Severity::Error,
            place: Place {
                file: self.name.to_owned(),
                line,
                column: column + 1,
                text: text.unwrap_or_default().to_owned(),
            },
            what: what.what,
            expected: what.expected,
            nearest: what.nearest,
        });
    }
}

/// Line from 1, column from 0.
fn place(error: &serde_yaml::Error) -> Option<(usize, usize)> {
    let place = error.location()?;
    Some((place.line(), place.column().saturating_sub(1)))
}
