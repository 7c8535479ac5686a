//! A record that is to get another id: what names it names the new one, in its file and in others, and all of
//! that is one change.

use std::collections::{BTreeMap, BTreeSet};

use serde_yaml::Value;

use super::Desk;
use super::remove::{found_in, naming, parts, place_at};
use super::unread::{unread, unread_elsewhere};
use crate::library::edit::{self, Edit};
use crate::library::keep::field::is_place;
use crate::library::keep::place::value_in;
use crate::library::keep::{Change, Seen, plain};
use crate::library::{Key, Library, LinkTo};
use crate::report::{Kind, Relation};
use crate::words::{Message, change as words};

/// Adds to a change what has all of its file that names a record name it by its new id, and the position of
/// an item with it, which is called after the item. The changes of the other files that name it: with the
/// first they are one.
///
/// # Errors
/// Which records are called after it, or name it in a way that is not known: they would lead nowhere.
pub fn carry_id(
    desk: &Desk<'_>,
    change: &mut Change,
    key: Key,
    new: &str,
) -> Result<Vec<Change>, Message> {
    let library = desk.library;
    let id = library.id(key);
    let own = match desk.report_id(key) {
        Some(_) => local(id),
        None => id,
    };
    if own == new {
        return Ok(Vec::new());
    }
    let parts = parts(library, key);
    let is_position = |part: &Key| library.kind(*part) == Kind::Position;
    let after = format!("{id}/");
    let called_after = parts
        .iter()
        .copied()
        .filter(|part| !is_position(part) && library.id(*part).starts_with(&after));
    let mut kept: BTreeSet<Key> = called_after.collect();
    let these: BTreeSet<Key> = parts.into_iter().filter(is_position).chain([key]).collect();
    for one in &these {
        let links = library.links(*one).iter();
        let stands_in = |link: &&LinkTo| !link.outgoing && link.relation == Relation::StandsIn;
        kept.extend(links.filter(stands_in).map(|link| link.key));
    }
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let mut others: Vec<Change> = Vec::new();
    for from in naming(library, &these) {
        let file = desk.file(from)?;
        let text = texts
            .entry(file.clone())
            .or_insert_with(|| plain::text(&desk.folder.join(&file)));
        let Some(found) = named_anew((library, text), from, &these, (own, new)) else {
            kept.insert(from);
            continue;
        };
        let change = if file == change.file {
            &mut *change
        } else {
            let place = others.iter().position(|other| other.file == file);
            let place = place.unwrap_or_else(|| {
                others.push(Change {
                    file,
                    record: library.id(from).to_owned(),
                    ..Change::default()
                });
                others.len() - 1
            });
            let Some(other) = others.get_mut(place) else {
                continue;
            };
            other
        };
        for (edit, value) in found {
            let at = edit.at().clone();
            change.seen.push(Seen { at, value });
            change.edits.push(edit);
        }
    }
    let kept: Vec<&str> = kept.iter().map(|key| library.id(*key)).collect();
    let mut left = unread(desk, change, &these);
    left.extend(unread_elsewhere(desk, &others, &change.file, &these));
    let all: Vec<&str> = kept
        .into_iter()
        .chain(left.iter().map(String::as_str))
        .collect();
    match all.is_empty() {
        true => Ok(others),
        false => Err(words::id_is_named(id, &all)),
    }
}

/// The id of a record within its report.
fn local(id: &str) -> &str {
    id.split_once(':').map_or(id, |(_, own)| own)
}

/// What has a record name these by their new ids in a file of this text, and what is shown at each place;
/// none where it is not known how it names them.
fn named_anew(
    (library, text): (&Library, &str),
    from: Key,
    these: &BTreeSet<Key>,
    (own, new): (&str, &str),
) -> Option<Vec<(Edit, Option<Value>)>> {
    let (base, record, found) = found_in(library, from, these)?;
    let edits = found.iter().map(|path| {
        let word = value_in(&record, path)?;
        let value = Value::from(anew(word.as_str()?, own, new)?);
        // A list of one may be written as the one.
        let path = match path.split_last() {
            Some((place, list)) if is_place(place) => {
                let written = edit::value(text, &place_at(&base, list)).ok()??;
                if written.is_sequence() { path } else { list }
            }
            _ => path,
        };
        let at = place_at(&base, path);
        Some((Edit::Set { at, value }, Some(word.clone())))
    });
    let edits: Vec<_> = edits.collect::<Option<_>>()?;
    (!edits.is_empty()).then_some(edits)
}

/// A word that names a record by its id, alone or behind that of its report, or the position that is called
/// after it, with the new id.
fn anew(word: &str, own: &str, new: &str) -> Option<String> {
    // The id of an entry of the registry may have such a sign in it.
    if word == own {
        return Some(new.to_owned());
    }
    let (report, named) = match word.split_once(':') {
        Some((report, named)) => (Some(report), named),
        None => (None, word),
    };
    let behind = named.strip_prefix(own)?;
    let is_it = behind.is_empty() || behind == "/position";
    is_it.then(|| match report {
        Some(report) => format!("{report}:{new}{behind}"),
        None => format!("{new}{behind}"),
    })
}
