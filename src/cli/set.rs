//! `majlis set ID FIELD=VALUE…`: gives fields of a record other values. `FIELD+=VALUE` adds to a
//! field that holds several, `FIELD-=VALUE` takes from it, `FIELD=` empties it.

use std::collections::BTreeSet;

use super::writing::Order;
use crate::library::keep::wish::{self, Assignment, Desk, Given};
use crate::library::keep::{Change, path_of};
use crate::library::{Key, LinkTo};
use crate::report::{Kind, Relation};
use crate::words::{Message, change as words};

/// What the command asks for.
pub fn change(desk: &Desk<'_>, order: &Order) -> Result<Change, Message> {
    let options = from_options(order);
    let (id, fields) = match order.words.split_first() {
        Some((id, fields)) if !fields.is_empty() || !options.is_empty() => (id, fields),
        _ => return Err(words::SET_USAGE.into()),
    };
    let key = desk.find(id)?;
    let at = path_of(desk.library, key).ok_or_else(|| words::no_place(id))?;
    let mut change = Change {
        file: desk.file(key)?,
        record: desk.library.id(key).to_owned(),
        ..Change::default()
    };
    let kind = desk.library.kind(key);
    let fields: Vec<&str> = fields.iter().chain(&options).map(String::as_str).collect();
    let mut given = Given::default();
    for assignment in &fields {
        let read = Assignment::read(assignment, kind)?;
        if read.becomes() {
            given.once(&read)?;
        }
        if kind == Kind::Item && lacks_position(desk, key, &read, &fields) {
            return Err(words::no_position(desk.library.id(key)));
        }
        if read.path() == ["id"] {
            may_be_called(desk, key, &read)?;
        }
        read.add_to(&mut change, desk, key, &at)?;
    }
    Ok(change)
}

/// Whether a record may get another id: what names it, or is called after it, would lead nowhere.
fn may_be_called(desk: &Desk<'_>, key: Key, read: &Assignment<'_>) -> Result<(), Message> {
    let library = desk.library;
    let id = library.id(key);
    let own = id.split_once(':').map_or(id, |(_, own)| own);
    if read
        .value(desk, Some(key))?
        .is_some_and(|value| value == own)
    {
        return Ok(());
    }
    let parts = wish::parts(library, key);
    let these: BTreeSet<Key> = parts.iter().copied().chain([key]).collect();
    let mut naming = wish::naming(library, &these);
    for one in &these {
        let links = library.links(*one).iter();
        let stands_in = |link: &&LinkTo| !link.outgoing && link.relation == Relation::StandsIn;
        naming.extend(links.filter(stands_in).map(|link| link.key));
    }
    // A position has no id of its own.
    let after = format!("{id}/");
    let called_after = parts.into_iter().filter(|part| {
        library.kind(*part) != Kind::Position && library.id(*part).starts_with(&after)
    });
    naming.extend(called_after);
    if naming.is_empty() {
        return Ok(());
    }
    let naming: Vec<&str> = naming.iter().map(|key| library.id(*key)).collect();
    Err(words::id_is_named(id, &naming))
}

/// Whether a field of a position is to be changed where there is none, and the others do not make one.
fn lacks_position(desk: &Desk<'_>, item: Key, read: &Assignment<'_>, all: &[&str]) -> bool {
    let is_within = matches!(read.path(), [first, _, ..] if first == "position");
    let makes_one = ["position.stance=", "position.status=", "position.text"]
        .iter()
        .all(|needed| all.iter().any(|one| one.starts_with(needed)));
    let id = format!("{}/position", desk.library.id(item));
    is_within && !makes_one && desk.library.with_id(&id).is_none()
}

/// The options that stand for a field, as assignments.
pub fn from_options(order: &Order) -> Vec<String> {
    let fields = [
        ("ar", "ar"),
        ("en", "en"),
        ("to", "to"),
        ("by", "by"),
        ("due", "due"),
    ];
    let given = fields
        .iter()
        .filter_map(|(option, field)| Some(format!("{field}={}", order.options.get(option)?)));
    given.collect()
}
