//! `majlis add KIND PARENT FIELD=VALUE…`: a new record, in an item, a report or the registry.

mod newcomer;

use super::values;
use super::writing::{Order, from_options};
use crate::library::check::nearest;
use crate::library::edit::Edit;
use crate::library::keep::Change;
use crate::library::keep::field::{field, fields_of, is_of_registry};
use crate::library::keep::wish::{Desk, New, insert, nominated};
use crate::report::Kind;
use crate::words::{Message, change as words};
pub use newcomer::{Newcomer, newcomer};

/// The kinds that can be added.
const KINDS: [Kind; 16] = [
    Kind::Item,
    Kind::Position,
    Kind::Nomination,
    Kind::Recommendation,
    Kind::Contribution,
    Kind::Outcome,
    Kind::Meeting,
    Kind::Event,
    Kind::Figure,
    Kind::View,
    Kind::Note,
    Kind::Body,
    Kind::Person,
    Kind::Country,
    Kind::Instrument,
    Kind::Document,
];

/// What is to be added, as it was typed.
struct Asked<'o> {
    kind: Kind,
    /// Where to, or the id of an entry of the registry.
    place: Option<&'o str>,
    /// Its fields: `FIELD=VALUE`.
    fields: Vec<String>,
}

impl<'o> Asked<'o> {
    fn read(order: &'o Order) -> Result<Self, Message> {
        let Some((typed, rest)) = order.words.split_first() else {
            return Err(words::add_usage(&KINDS));
        };
        let known = values::kind(typed).ok();
        let Some(kind) = known.filter(|kind| KINDS.contains(kind)) else {
            let near = nearest(typed, KINDS.iter().map(|kind| kind.name()));
            return Err(words::no_kind_to_add(typed, near.as_deref(), &KINDS));
        };
        let (place, fields) = match rest.split_first() {
            Some((first, fields)) if !first.contains('=') => (Some(first.as_str()), fields),
            _ => (None, rest),
        };
        let options = from_options(order);
        Ok(Self {
            kind,
            place,
            fields: fields.iter().cloned().chain(options).collect(),
        })
    }
}

/// What the command asks for; `person` is who comes into the directory with it.
pub fn change(
    desk: &Desk<'_>,
    order: &Order,
    person: Option<&Newcomer>,
) -> Result<Change, Message> {
    let Asked {
        kind,
        place,
        mut fields,
    } = Asked::read(order)?;
    if let Some(person) = person {
        person.name_in(&mut fields);
    }
    let (parent, id) = match is_of_registry(kind) {
        true => (None, place),
        false => (Some(place.ok_or_else(|| words::add_usage(&KINDS))?), None),
    };
    let new = New {
        kind,
        parent,
        id: order.options.get("id").or(id),
        fields: &fields,
    };
    let change = insert(desk, &new)?;
    let missing = missing(kind, &change);
    match missing.is_empty() {
        true => Ok(change),
        false => Err(words::fields_missing(&missing)),
    }
}

/// The fields that the record needs and that were not given.
fn missing(kind: Kind, change: &Change) -> Vec<&'static str> {
    let mut edits = change.edits.iter();
    let record = edits.find_map(|edit| match edit {
        Edit::Insert { value, .. } | Edit::Set { value, .. } => Some(value),
        _ => None,
    });
    let is_needed = |name: &str| field(kind, &[name]).is_ok_and(|field| field.required);
    let is_given = |name: &str| record.is_some_and(|record| record.get(name).is_some());
    let all = fields_of(kind).iter().copied();
    all.filter(|name| is_needed(name) && !is_given(name))
        .collect()
}

/// That the same person is nominated already, to the same body for the same role.
pub fn warning(desk: &Desk<'_>, change: &Change) -> Option<Message> {
    let (report, id) = change.record.split_once(':')?;
    if !id.starts_with("nom/") {
        return None;
    }
    let new = change.edits.iter().find_map(|edit| match edit {
        Edit::Insert { value, .. } => Some(value),
        _ => None,
    })?;
    let field = |name: &str| new.get(name)?.as_str();
    nominated(desk.library, Some(report), field)
}
