//! Where a record stands in its file.

use crate::library::edit::{FieldPath, Step};
use crate::library::{Key, Library};
use crate::report::Kind;

/// The way to a record within its file, by the ids of what it is a part of: `items`, the item with
/// the id 27, `position`. None for a key of another library.
#[must_use]
pub fn place(library: &Library, key: Key) -> Option<FieldPath> {
    steps(library, key).map(FieldPath)
}

fn steps(library: &Library, key: Key) -> Option<Vec<Step>> {
    let record = library.record(key)?;
    let kind = record.kind();
    if kind == Kind::Report {
        return Some(vec![Step::Key("report".to_owned())]);
    }
    let owner = library
        .owner(key)
        .filter(|owner| library.kind(*owner) != Kind::Report);
    let mut steps = match owner {
        Some(owner) => steps(library, owner)?,
        None => Vec::new(),
    };
    let list = list_of(kind, owner.map(|owner| library.kind(owner)));
    steps.push(Step::Key(list.to_owned()));
    if let Some(id) = record.id() {
        steps.push(Step::Id(id.as_str().to_owned()));
    }
    Some(steps)
}

/// The key under which records of a kind stand in their file, or in the record that they are a part
/// of.
#[must_use]
pub const fn list_of(kind: Kind, owner: Option<Kind>) -> &'static str {
    match (kind, owner) {
        (Kind::Report, _) => "report",
        (Kind::Item, _) => "items",
        (Kind::Position, _) => "position",
        (Kind::View, _) => "views",
        (Kind::Note, _) => "notes",
        (Kind::Recommendation, _) => "recommendations",
        (Kind::Contribution, _) => "contributions",
        (Kind::Nomination, _) => "nominations",
        (Kind::Outcome, _) => "outcomes",
        (Kind::Meeting, _) => "meetings",
        (Kind::Event, _) => "events",
        (Kind::Figure, _) => "figures",
        (Kind::Section, _) => "sections",
        (Kind::Paragraph, Some(Kind::Paragraph)) => "points",
        (Kind::Paragraph, _) => "paragraphs",
        (Kind::Body, _) => "bodies",
        (Kind::Person, _) => "people",
        (Kind::Country, _) => "countries",
        (Kind::Instrument, _) => "instruments",
        (Kind::Document, _) => "documents",
    }
}
