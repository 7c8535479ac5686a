//! What people type otherwise than the grammar has it: a value of several words without quotes,
//! `body:council working group`, which still means the one body that is called so; what is overdue, which
//! is no word of any record but what the day makes of it; either of two words, `panama or peru`.

use crate::library::Library;
use crate::search::grammar::{Ask, Atom, Expression, Group};
use crate::words::query::FIELDS;

use super::super::fields::{Field, Values, is_overdue};

/// Nobody types more bytes.
const LONGEST: usize = 4096;
/// At most so many words are taken behind the first.
const MOST_MORE: usize = 6;
/// What opens a quote.
const QUOTES: [char; 5] = ['"', '«', '“', '”', '„'];

/// The query with quotes about each value that is a name only together with the words behind it, and with
/// the status beside the word for what is overdue, and with `|` for or; none where there is none of them.
pub(super) fn quoted(text: &str, library: &Library, values: &Values) -> Option<String> {
    // What is pasted is searched as it stands.
    if text.len() > LONGEST {
        return None;
    }
    if !text.contains([':', '：'])
        && !text
            .split_whitespace()
            .any(|word| is_or(word) || is_overdue(word))
    {
        return None;
    }
    let expression = Expression::parse(text, FIELDS);
    let groups = expression.groups.as_slice();
    let mut quoted = String::new();
    let mut done = 0;
    for (at, group) in groups.iter().enumerate() {
        if let Some(Atom { place, .. }) = word(group)
            && place.start >= done
            && text.get(place.clone()).is_some_and(is_or)
            && groups.get(at + 1).and_then(word).is_some()
            && at
                .checked_sub(1)
                .and_then(|at| word(groups.get(at)?))
                .is_some()
        {
            quoted.push_str(text.get(done..place.start).unwrap_or_default());
            quoted.push('|');
            done = place.end;
            continue;
        }
        if let Some(Atom { place, .. }) = word(group)
            && place.start >= done
            && let Some(late) = text.get(place.clone()).filter(|late| is_overdue(late))
        {
            quoted.push_str(text.get(done..place.start).unwrap_or_default());
            quoted.push_str(&format!("'{late}' | status:overdue"));
            done = place.end;
            continue;
        }
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

/// The word between two of which either is wanted.
fn is_or(word: &str) -> bool {
    word.eq_ignore_ascii_case("or") || matches!(word, "أو" | "او")
}

/// A word without operators.
fn word(group: &Group) -> Option<&Atom> {
    match group.any.as_slice() {
        [atom] if atom.is_plain() => Some(atom),
        _ => None,
    }
}
