//! A value of several words that was typed without quotes: `body:council working group` has none, and
//! still means the one body that is called so.

use crate::library::Library;
use crate::search::grammar::{Ask, Atom, Expression, Group};
use crate::words::query::FIELDS;

use super::super::fields::{Field, Values};

/// At most so many words are taken behind the first.
const MOST_MORE: usize = 6;
/// What opens a quote.
const QUOTES: [char; 5] = ['"', '«', '“', '”', '„'];

/// The query with quotes about each value that is a name only together with the words behind it; none
/// where there is no such value.
pub(super) fn quoted(text: &str, library: &Library, values: &Values) -> Option<String> {
    if !text.contains([':', '：']) {
        return None;
    }
    let expression = Expression::parse(text, FIELDS);
    let groups = expression.groups.as_slice();
    let mut quoted = String::new();
    let mut done = 0;
    for (at, group) in groups.iter().enumerate() {
        let [
            Atom {
                ask: Ask::Field { field, value },
                place,
                ..
            },
        ] = group.any.as_slice()
        else {
            continue;
        };
        let raw = text.get(place.clone()).unwrap_or_default();
        let Some(start) = raw
            .strip_suffix(value.as_str())
            .map(|name| place.start + name.len())
        else {
            continue;
        };
        let (Some(field), false) = (Field::numbered(*field), raw.contains(QUOTES)) else {
            continue;
        };
        let behind = groups.get(at + 1..).unwrap_or_default().iter();
        let words: Vec<&Atom> = behind.map_while(word).take(MOST_MORE).collect();
        let name = |last: &&&Atom| {
            let name = text.get(start..last.place.end);
            name.is_some_and(|name| values.is_name(library, field, name))
        };
        if let Some(last) = words.iter().rev().find(name) {
            quoted.push_str(text.get(done..start).unwrap_or_default());
            quoted.push('"');
            quoted.push_str(text.get(start..last.place.end).unwrap_or_default());
            quoted.push('"');
            done = last.place.end;
        }
    }
    quoted.push_str(text.get(done..).unwrap_or_default());
    (done > 0).then_some(quoted)
}

/// A word without operators.
fn word(group: &Group) -> Option<&Atom> {
    match group.any.as_slice() {
        [atom] if atom.is_plain() => Some(atom),
        _ => None,
    }
}
