//! Somebody who is nominated and is not in the directory: `--new` adds the person too.

use std::fs;

use super::super::writing::Order;
use super::Asked;
use crate::app::quick::newcomer::{addressed, person};
use crate::library::edit::apply;
use crate::library::keep::Change;
use crate::library::keep::field::{Takes, field};
use crate::library::keep::person::as_called;
use crate::library::keep::typed::typed;
use crate::library::keep::wish::{Desk, New, insert};
use crate::library::{Library, Source, Volume};
use crate::report::Kind;
use crate::words::label::Label;
use crate::words::{Message, change as words, desk as desk_words};

/// The field of a nomination that names a person.
const PERSON: &str = "person";

/// Who comes into the directory.
pub struct Newcomer {
    /// What adds the person.
    pub change: Change,
    /// The library with the person in it.
    pub library: Library,
}

impl Newcomer {
    /// Names the person by the id in these fields.
    pub fn name_in(&self, fields: &mut [String]) {
        for one in fields.iter_mut().filter(|one| value(one, PERSON).is_some()) {
            *one = format!("{PERSON}={}", self.change.record);
        }
    }
}

/// Who is to come into the directory with what is added; none where everybody is known.
///
/// # Errors
/// Who is not known, and how they come into the directory; what is not right of them; or that nobody
/// comes with what is added.
pub fn newcomer(desk: &Desk<'_>, order: &Order) -> Result<Option<Newcomer>, Message> {
    let Asked { kind, fields, .. } = Asked::read(order)?;
    let is_asked = order.options.get("new").is_some();
    if kind != Kind::Nomination {
        return match is_asked {
            true => Err(words::NEW_WITH_NOMINATION.into()),
            false => Ok(None),
        };
    }
    let given = |name: &str| fields.iter().find_map(|one| value(one, name));
    let named = given(PERSON).filter(|name| !name.trim().is_empty());
    let around = desk.around(None);
    let is_known = |name: &str| typed(&field(kind, &[PERSON])?, name, around);
    let Some((name, why)) = named.and_then(|name| Some((name, is_known(name).err()?))) else {
        return Ok(None);
    };
    let why = words::of_field(PERSON, &why);
    let (title, bare) = addressed(name);
    // Nobody is new whose name several have, or something else has.
    let called = as_called(name);
    let mut called = std::iter::once(name).chain(called.iter().map(String::as_str));
    let is_of_several = |name: &str| !desk.library.candidates(name, 1).is_empty();
    let found = called.clone().find_map(|name| desk.library.find(name));
    if let Some(key) = found {
        let kind = desk.library.kind(key).label();
        let why = words::is_no_person(name, kind, desk.library.id(key));
        return Err(words::of_field(PERSON, &why));
    }
    if called.any(is_of_several) {
        return Err(why);
    }
    if !is_asked {
        return Err(desk_words::together(&[why, words::NEW_ADDS.into()]));
    }
    let name = bare;
    let role = given("role").unwrap_or_default();
    let is_role_of_woman = match &field(kind, &["role"])?.takes {
        Takes::Words(roles) => roles.iter().any(|one| one.is_of_a_woman(role)),
        _ => false,
    };
    let is_woman = is_role_of_woman || title.is_some_and(|title| title.is_of_a_woman());
    let change = insert(
        desk,
        &New {
            kind: Kind::Person,
            parent: None,
            id: None,
            fields: &person(&name, title, is_woman, given("country")),
        },
    )?;
    let text = fs::read_to_string(desk.folder.join(&change.file)).unwrap_or_default();
    let text = apply(&text, &change.edits).map_err(|error| error.message())?;
    let mut volumes = desk.library.volumes().iter();
    let place = volumes.position(|volume| volume.is_registry());
    let place = place.unwrap_or(usize::MAX);
    let registry = Volume::read(&Source::text(&change.file, text));
    let library = desk.library.with(place, registry);
    Ok(Some(Newcomer { change, library }))
}

/// The value that is given to a field.
fn value<'f>(assignment: &'f str, name: &str) -> Option<&'f str> {
    assignment.strip_prefix(name)?.strip_prefix('=')
}
