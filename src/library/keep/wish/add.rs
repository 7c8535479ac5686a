//! A record that is to be added: in an item, a report or the registry.

use serde_yaml::{Mapping, Value};

use super::person::person_id;
use super::{Assignment, Desk, Given};
use crate::library::Key;
use crate::library::edit::{Edit, FieldPath};
use crate::library::keep::field::{field, fields_of, is_of_registry};
use crate::library::keep::{Change, Seen, list_of, path_of};
use crate::report::Kind;
use crate::words::{Message, change as words};

/// What is to be added.
pub struct New<'a> {
    /// Its kind.
    pub kind: Kind,
    /// The item or report that it goes into; none for the registry.
    pub parent: Option<&'a str>,
    /// Its id, where one is wished for.
    pub id: Option<&'a str>,
    /// Its fields: `FIELD=VALUE`.
    pub fields: &'a [String],
}

/// The change that adds a record.
///
/// # Errors
/// What is missing or not understood.
pub fn insert(desk: &Desk<'_>, new: &New<'_>) -> Result<Change, Message> {
    let parent = new.parent.map(|typed| desk.find(typed)).transpose()?;
    let item = parent.and_then(|key| item_of(desk, key));
    let report = parent.and_then(|key| desk.report_id(key));
    if parent.is_some() && report.is_none() {
        return Err(words::NO_PARENT.into());
    }
    let in_item = matches!(new.kind, Kind::Note | Kind::View | Kind::Position);
    let list = match (in_item || new.kind == Kind::Recommendation, item) {
        (true, Some(item)) => {
            let item = path_of(desk.library, item).ok_or(words::NO_PARENT)?;
            item.key(list_of(new.kind))
        }
        _ if in_item => return Err(at_items(desk, new, report)),
        _ => FieldPath::root().key(list_of(new.kind)),
    };
    let mut record = Mapping::new();
    let mut given = Given::default();
    for assignment in new.fields {
        let read = Assignment::read(assignment, new.kind)?;
        if let Some(value) = read.value(desk, parent)? {
            given.once(&read)?;
            put(&mut record, read.path(), value);
        }
    }
    fill(desk, new, &mut record, item);
    if new.kind == Kind::Position {
        return position(desk, item.ok_or(words::NO_PARENT)?, record);
    }
    let needs_text = field(new.kind, &["text"]).is_ok_and(|text| text.required);
    if needs_text && !record.contains_key("text") {
        return Err(words::NO_TEXT.into());
    }
    let id = match new.id {
        Some(id) => id.to_owned(),
        None => made_id(desk, new.kind, &record, item).ok_or(match new.kind {
            Kind::Nomination => words::NO_NOMINEE,
            _ => words::NO_ID,
        })?,
    };
    if is_of_registry(new.kind)
        && let Some(known) = desk.library.in_registry(&id)
    {
        return Err(words::in_registry(desk.library.id(known)));
    }
    record.insert("id".into(), id.as_str().into());
    Ok(Change {
        file: desk.file_of(report)?,
        record: match report {
            Some(report) => format!("{report}:{id}"),
            None => id,
        },
        edits: vec![Edit::Insert {
            list,
            before: None,
            value: Value::Mapping(in_order(new.kind, record)),
        }],
        seen: Vec::new(),
    })
}

/// Something that stands at items was to be added to something else.
fn at_items(desk: &Desk<'_>, new: &New<'_>, report: Option<&str>) -> Message {
    let mut items = desk.library.of_kind(Kind::Item).iter();
    let own = items.find(|item| desk.report_id(**item) == report);
    let example = own.map_or("c21:27", |item| desk.library.id(*item));
    words::stands_at_items(new.kind, new.parent.unwrap_or_default(), example)
}

/// The change that gives an item the position that it does not have as yet.
fn position(desk: &Desk<'_>, item: Key, record: Mapping) -> Result<Change, Message> {
    let at = path_of(desk.library, item).ok_or(words::NO_PARENT)?;
    let at = at.key(list_of(Kind::Position));
    let (id, library) = (desk.library.id(item), desk.library);
    if library.with_id(&format!("{id}/position")).is_some() {
        return Err(words::has_position(id));
    }
    let none = Seen {
        at: at.clone(),
        value: None,
    };
    Ok(Change {
        file: desk.file(item)?,
        record: format!("{}/position", desk.library.id(item)),
        edits: vec![Edit::Set {
            at,
            value: Value::Mapping(in_order(Kind::Position, record)),
        }],
        seen: vec![none],
    })
}

/// The item that is named, or to which what is named belongs.
fn item_of(desk: &Desk<'_>, key: Key) -> Option<Key> {
    match desk.library.kind(key) {
        Kind::Item => Some(key),
        Kind::Report => None,
        _ => desk.library.item_of(key),
    }
}

/// Puts a value into a record, with the maps that lead to it.
pub fn put(record: &mut Mapping, path: &[String], value: Value) {
    match path {
        [] => {}
        [last] => {
            record.insert(last.as_str().into(), value);
        }
        [first, rest @ ..] => {
            let below = record
                .entry(first.as_str().into())
                .or_insert_with(|| Value::Mapping(Mapping::new()));
            if let Some(below) = below.as_mapping_mut() {
                put(below, rest, value);
            }
        }
    }
}

/// Fields that need not be said: the item, where it was named; a nomination is at first proposed,
/// a position a draft.
fn fill(desk: &Desk<'_>, new: &New<'_>, record: &mut Mapping, item: Option<Key>) {
    let local = item.map(|item| local_id(desk, item).to_owned());
    match (new.kind, local) {
        (Kind::Nomination | Kind::Contribution | Kind::Outcome | Kind::Event, Some(item)) => {
            record.entry("item".into()).or_insert_with(|| item.into());
        }
        (Kind::Meeting, Some(item)) => {
            let items = || Value::Sequence(vec![item.into()]);
            record.entry("items".into()).or_insert_with(items);
        }
        _ => {}
    }
    let first = match new.kind {
        Kind::Nomination => "proposed",
        Kind::Position => "draft",
        _ => return,
    };
    record.entry("status".into()).or_insert(first.into());
}

/// The id of a record within its report.
fn local_id<'d>(desk: &'d Desk<'_>, key: Key) -> &'d str {
    let id = desk.library.id(key);
    id.split_once(':').map_or(id, |(_, local)| local)
}

/// An id made of what the record says; where it is taken, the next one is given in writing.
fn made_id(desk: &Desk<'_>, kind: Kind, record: &Mapping, item: Option<Key>) -> Option<String> {
    let item = item.map(|item| local_id(desk, item));
    let first = |key: &str| match record.get(key)? {
        Value::String(text) => Some(text.clone()),
        Value::Sequence(list) => list.first()?.as_str().map(str::to_owned),
        _ => None,
    };
    let named = || {
        let text = record.get("title").or_else(|| record.get("name"));
        let text = text.or_else(|| record.get("text"))?.get("en")?.as_str()?;
        slug(text)
    };
    let of =
        |prefix: &str, rest: Option<String>| Some(format!("{prefix}/{}", rest?.to_lowercase()));
    match (kind, item) {
        (Kind::Note, Some(item)) => Some(format!("{item}/n1")),
        (Kind::View, Some(item)) => Some(format!("{item}/v1")),
        (Kind::Recommendation, Some(item)) => Some(format!("{item}/r1")),
        (Kind::Recommendation, None) => of("rec", named().or_else(|| first("to"))),
        (Kind::Nomination, _) => of("nom", first("person").or_else(|| first("holder"))),
        (Kind::Contribution, _) => of("con", first("by").or_else(named)),
        (Kind::Outcome, _) => of("out", named().or_else(|| first("item"))),
        (Kind::Meeting, _) => of("meet", named().or_else(|| first("date"))),
        (Kind::Event, _) => of("ev", named().or_else(|| first("date"))),
        (Kind::Item, _) => first("number").or_else(named),
        (Kind::Body, _) => first("acronym").and_then(|text| slug(&text)).or_else(named),
        (Kind::Country, _) => first("itu").map(|itu| itu.to_uppercase()),
        (Kind::Instrument | Kind::Document, _) => named(),
        (Kind::Figure, _) => of("fig", named()),
        (Kind::Person, _) => person_id(desk, record.get("name")?),
        _ => None,
    }
}

/// The first words of a text as an id: `upkeep-of-lighthouses`. None where it has no Latin letter.
fn slug(text: &str) -> Option<String> {
    let words = text
        .split(|char: char| !char.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(3)
        .map(str::to_lowercase);
    let slug = words.collect::<Vec<_>>().join("-");
    (!slug.is_empty()).then_some(slug)
}

/// The fields in the order of the model.
#[must_use]
pub fn in_order(kind: Kind, mut record: Mapping) -> Mapping {
    let fields = fields_of(kind).iter();
    let ordered = fields.filter_map(|key| Some((Value::from(*key), record.remove(*key)?)));
    ordered.collect()
}
