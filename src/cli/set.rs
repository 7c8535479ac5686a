//! `majlis set ID FIELD=VALUE…`: gives fields of a record other values. `FIELD+=VALUE` adds to a
//! field that holds several, `FIELD-=VALUE` takes from it, `FIELD=` empties it.

use serde_yaml::Value;

use super::writing::{Order, from_options};
use crate::library::Key;
use crate::library::keep::wish::{self, Assignment, Desk, Given};
use crate::library::keep::{Change, path_of};
use crate::report::Kind;
use crate::words::{Message, change as words};

/// What the command asks for: the change of the record, and those of other files that are one with it.
pub fn change(desk: &Desk<'_>, order: &Order) -> Result<(Change, Vec<Change>), Message> {
    let (id, fields) = order.words.split_first().ok_or(words::SET_USAGE)?;
    if fields.is_empty() && from_options(order).is_empty() {
        return Err(words::SET_USAGE.into());
    }
    let key = desk.find(id)?;
    let at = path_of(desk.library, key).ok_or_else(|| words::no_place(id))?;
    let mut change = Change {
        file: desk.file(key)?,
        record: desk.library.id(key).to_owned(),
        ..Change::default()
    };
    let kind = desk.library.kind(key);
    let options = from_options(order);
    let fields: Vec<&str> = fields.iter().chain(&options).map(String::as_str).collect();
    let mut given = Given::default();
    let mut others = Vec::new();
    for assignment in &fields {
        let read = Assignment::read(assignment, kind)?;
        if read.becomes() {
            given.once(&read)?;
        }
        if kind == Kind::Item && lacks_position(desk, key, &read, &fields) {
            return Err(words::no_position(desk.library.id(key)));
        }
        if read.path() == ["id"]
            && let Some(Value::String(new)) = read.value(desk, Some(key))?
        {
            others = wish::carry_id(desk, &mut change, key, &new)?;
        }
        read.add_to(&mut change, desk, key, &at)?;
    }
    Ok((change, others))
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
