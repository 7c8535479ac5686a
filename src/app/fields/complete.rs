//! What a query may go on with: the name of a field, a value of the field at the caret.

use std::ops::Range;

use crate::library::Library;
use crate::report::Language;
use crate::search::grammar::{Typing, at_caret};
use crate::words::Message;
use crate::words::query::FIELDS;
use crate::words::standing::{LATE, OVERDUE, OVERDUE_RECOMMENDATION};

use super::known::Known;
use super::{Field, Value, Values, plain};

/// At most so many ways.
const MOST: usize = 8;

/// One way to go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What it stands for.
    pub name: Message,
    /// What is put in.
    pub text: String,
    /// What it is put in place of, in bytes of the query.
    pub place: Range<usize>,
}

/// How the query may go on at the caret, the likeliest first: names of fields where a word begins
/// like one, values where the caret is behind the name of a field.
#[must_use]
pub fn completions(
    text: &str,
    caret: usize,
    library: &Library,
    known: &Values,
    language: Language,
) -> Vec<Completion> {
    match at_caret(text, caret, FIELDS) {
        Typing::Word { typed, place } => names(typed, &place),
        Typing::Value {
            field,
            typed,
            place,
        } => {
            let field = Field::numbered(field);
            let known = field.and_then(|field| Some((field, known.known(library, field)?)));
            known.map_or_else(Vec::new, |(field, known)| {
                let mut found = values(field, typed, &place, known, language);
                if field == Field::Status {
                    late(typed, &place, language, &mut found);
                }
                found
            })
        }
    }
}

/// How a query may go on whose caret is in a word; none where it is in a value, of which only the
/// library tells. Costs nothing.
#[must_use]
pub fn of_word(text: &str, caret: usize) -> Option<Vec<Completion>> {
    match at_caret(text, caret, FIELDS) {
        Typing::Word { typed, place } => Some(names(typed, &place)),
        Typing::Value { .. } => None,
    }
}

fn names(typed: &str, place: &Range<usize>) -> Vec<Completion> {
    let wanted = plain(typed);
    // One Arabic letter begins half of what is typed.
    if wanted.chars().count() < 2 {
        return Vec::new();
    }
    Field::ALL
        .into_iter()
        .filter_map(|field| {
            let is_arabic = !wanted.is_ascii();
            let name = field
                .names()
                .iter()
                .filter(|name| name.is_ascii() != is_arabic)
                .find(|name| plain(name).starts_with(&wanted))?;
            let own = |place: usize| field.names().get(place).copied().unwrap_or_default();
            Some(Completion {
                name: Message::new(own(1), own(0)),
                text: format!("{name}:"),
                place: place.clone(),
            })
        })
        .take(MOST)
        .collect()
}

fn values(
    field: Field,
    typed: &str,
    place: &Range<usize>,
    known: &Known,
    language: Language,
) -> Vec<Completion> {
    let wanted = plain(typed);
    let arabic = is_in_arabic(&wanted, language)
        && !matches!(
            field,
            Field::Report | Field::Item | Field::Year | Field::Due
        );
    let meant: Vec<Value<'_>> = match wanted.is_empty() {
        true => known.all().collect(),
        false => known.beginning(&wanted),
    };
    // What begins as typed comes before what only contains such a word.
    let begins = |value: &Value<'_>| value.is_typed(arabic, &wanted);
    let first = meant.iter().copied().filter(begins);
    let then = meant.iter().copied().filter(|value| !begins(value));
    let mut completions: Vec<Completion> = Vec::new();
    for value in first.chain(then) {
        let own = value.put_in(arabic);
        let text = if own.contains(char::is_whitespace) {
            format!("\"{own}\"")
        } else {
            own.to_owned()
        };
        if completions.iter().all(|other| other.text != text) {
            completions.push(Completion {
                name: value.name(),
                text,
                place: place.clone(),
            });
        }
        if completions.len() == MOST {
            break;
        }
    }
    completions
}

/// Adds what is overdue, which is no value that a record has: behind the statuses, the last of which gives
/// way to it. Whether anything is, is not looked up at each letter.
fn late(typed: &str, place: &Range<usize>, language: Language, found: &mut Vec<Completion>) {
    let wanted = plain(typed);
    let mut words = OVERDUE.iter();
    if !words.any(|word| plain(word).starts_with(&wanted)) {
        return;
    }
    let language = match is_in_arabic(&wanted, language) {
        true => Language::Arabic,
        false => Language::English,
    };
    found.truncate(MOST - 1);
    found.push(Completion {
        name: OVERDUE_RECOMMENDATION.into(),
        text: LATE.get(language).to_owned(),
        place: place.clone(),
    });
}

/// Whether a value is put in in Arabic, where it is no code.
fn is_in_arabic(wanted: &str, language: Language) -> bool {
    match wanted.is_empty() {
        true => language == Language::Arabic,
        false => !wanted.is_ascii(),
    }
}
