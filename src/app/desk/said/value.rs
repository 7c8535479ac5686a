//! Values as people read them.

use serde_yaml::Value;

use super::super::super::form;
use super::super::typed_of;
use crate::library::keep::field::{self, Choice, Takes};
use crate::library::keep::typed::{Around, typed};
use crate::library::{Key, Library};
use crate::report::{Date, Kind, Language};
use crate::script::apart;
use crate::words::{Message, date, day, desk as words, form as form_words, ui};

/// So many characters of the title of a record of the reports are told where a field names it.
const TITLE: usize = 60;
/// And where it names several.
const TITLE_OF_SEVERAL: usize = 30;

/// Where a value stands: the record whose words for others it uses, where it is known.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// The library.
    pub library: &'a Library,
    /// The record.
    pub from: Option<Key>,
    /// How much of the titles of others is told, in characters.
    room: usize,
}

impl<'a> Place<'a> {
    /// In this record, or in one that is added to it.
    #[must_use]
    pub const fn of(library: &'a Library, from: Option<Key>) -> Self {
        Self {
            library,
            from,
            room: TITLE,
        }
    }
}

/// A value as people read it.
#[must_use]
pub fn told(place: Place<'_>, kind: Kind, path: &[String], value: Option<&Value>) -> Message {
    let names: Vec<&str> = path.iter().map(String::as_str).collect();
    let field = field::field(kind, &names);
    let default = field.as_ref().ok().and_then(|field| field.default);
    let takes = field.map(|field| field.takes);
    match (value, takes) {
        // What it means there is not nothing.
        (None | Some(Value::Null), Ok(Takes::Words(choices))) if default.is_some() => {
            let word = default.and_then(|default| default.as_str());
            let meant = word.and_then(|word| choice(&choices, word));
            meant.map_or_else(|| words::EMPTY.into(), |meant| words::by_default(&meant))
        }
        (None | Some(Value::Null), _) => words::EMPTY.into(),
        (Some(Value::Sequence(all)), Ok(Takes::Parts)) => {
            let all = all.iter().enumerate().map(|(nth, one)| {
                let mut path = path.to_vec();
                path.push(nth.to_string());
                told(place, kind, &path, Some(one))
            });
            words::together(&all.collect::<Vec<_>>())
        }
        (Some(Value::Sequence(all)), Ok(takes)) => {
            let room = if all.len() > 1 {
                TITLE_OF_SEVERAL
            } else {
                TITLE
            };
            let place = Place { room, ..place };
            let all = all.iter().map(|one| read(place, (kind, path), &takes, one));
            listed(&all.collect::<Vec<_>>())
        }
        (Some(Value::Mapping(map)), Ok(Takes::Text)) => {
            let side = |first: &str, other: &str| {
                let text = map.get(first).or_else(|| map.get(other));
                text.and_then(Value::as_str).unwrap_or_default().to_owned()
            };
            Message::new(side("ar", "en"), side("en", "ar"))
        }
        (Some(Value::Mapping(map)), Ok(Takes::Parts)) => {
            let all = map.iter().filter_map(|(key, one)| {
                let mut path = path.to_vec();
                path.push(key.as_str()?.to_owned());
                Some(told(place, kind, &path, Some(one)))
            });
            listed(&all.collect::<Vec<_>>())
        }
        (Some(value), Ok(takes)) => read(place, (kind, path), &takes, value),
        (Some(value), Err(_)) => plain(value),
    }
}

/// A value that is typed as it is told back: a date with its day of the week.
#[must_use]
pub fn told_back(
    place: Place<'_>,
    kind: Kind,
    path: &[String],
    value: &Value,
    today: (i32, u8, u8),
) -> Message {
    let names: Vec<&str> = path.iter().map(String::as_str).collect();
    let is_date = field::field(kind, &names).is_ok_and(|field| field.takes == Takes::Date);
    let text = value.as_str().filter(|_| is_date);
    match text.and_then(|text| Date::parse(text).ok()) {
        Some(date) => day::told_back(&date, today),
        None => told(place, kind, path, Some(value)),
    }
}

/// The same where there may be no value.
#[must_use]
pub fn shown(
    place: Place<'_>,
    kind: Kind,
    path: &[String],
    value: Option<&Value>,
    today: (i32, u8, u8),
) -> Message {
    match value {
        Some(value) => told_back(place, kind, path, value, today),
        None => told(place, kind, path, None),
    }
}

/// What is typed for a field, as people read its value; the text itself where it is none.
#[must_use]
pub fn told_typed(kind: Kind, path: &[String], text: &str, around: Around<'_>) -> Message {
    let names: Vec<&str> = path.iter().map(String::as_str).collect();
    let field = field::field(kind, &names).ok();
    match field.and_then(|field| typed(&field, text, around).ok()) {
        Some(value) => {
            let place = Place::of(around.library, around.record);
            shown(place, kind, path, value.as_ref(), around.today)
        }
        None => Message::new(text, text),
    }
}

/// Several values in one line, each set apart where it runs otherwise than the line.
pub(in crate::app::desk) fn listed(all: &[Message]) -> Message {
    let join = |side: fn(&Message) -> &str, comma: &str, rtl: bool| {
        let all = all.iter().map(|one| apart(side(one), rtl));
        all.collect::<Vec<_>>().join(comma)
    };
    Message::new(
        join(|one| &one.ar, "، ", true),
        join(|one| &one.en, ", ", false),
    )
}

fn plain(value: &Value) -> Message {
    if let Value::Bool(is_so) = value {
        return if *is_so {
            form_words::YES
        } else {
            form_words::NO
        }
        .into();
    }
    let text = typed_of(Some(value));
    Message::new(text.clone(), text)
}

/// One value as people read it.
fn read(
    place: Place<'_>,
    (kind, path): (Kind, &[String]),
    takes: &Takes,
    value: &Value,
) -> Message {
    let Value::String(text) = value else {
        return plain(value);
    };
    match path.first().map(String::as_str) {
        Some("src") => {
            return Message::new(
                ui::place(text, Language::Arabic),
                ui::place(text, Language::English),
            );
        }
        Some("inferred" | "unknown") => {
            let called = |language| form::called(kind, text, language).to_owned();
            return Message::new(called(Language::Arabic), called(Language::English));
        }
        _ => {}
    }
    match takes {
        Takes::Session => session(place.library, text),
        Takes::Words(choices) => choice(choices, text).unwrap_or_else(|| plain(value)),
        Takes::Date => Date::parse(text).map_or_else(
            |_| plain(value),
            |day| {
                Message::new(
                    date::date(&day, Language::Arabic),
                    date::date(&day, Language::English),
                )
            },
        ),
        Takes::Registry(_) => place
            .library
            .in_registry(text)
            .map_or_else(|| plain(value), |key| title(place.library, key)),
        Takes::Record => record(place, text).unwrap_or_else(|| plain(value)),
        _ => plain(value),
    }
}

/// What the record is called that is named so: by its id within the report, by its id in the registry,
/// or in full. Of the reports' titles, which may be whole sentences, the beginning.
fn record(place: Place<'_>, text: &str) -> Option<Message> {
    let Place {
        library,
        from,
        room,
    } = place;
    let own = from.and_then(|from| library.in_reports(from, text));
    match own.or_else(|| library.with_id(text)) {
        Some(key) if library.report_of(key).is_some() => {
            let Message { ar, en } = title(library, key);
            Some(Message::new(begin(&ar, room), begin(&en, room)))
        }
        other => Some(title(library, other.or_else(|| library.in_registry(text))?)),
    }
}

fn title(library: &Library, key: Key) -> Message {
    let title = |language| library.title(key, language).into_owned();
    Message::new(title(Language::Arabic), title(Language::English))
}

/// The whole words that stand within so many characters, and a sign where there are more.
fn begin(text: &str, room: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(room) else {
        return text.to_owned();
    };
    let cut = text.get(..end).unwrap_or_default();
    let words = cut.rfind(' ').and_then(|blank| cut.get(..blank));
    format!("{}…", words.unwrap_or(cut).trim_end())
}

/// What people call a word of a fixed set.
fn choice(choices: &[Choice], word: &str) -> Option<Message> {
    let choice = choices.iter().find(|choice| choice.word == word)?;
    Some(choice.label?.into())
}

/// A session, `council@2021`: the body's name and the year.
fn session(library: &Library, text: &str) -> Message {
    let (body, year) = text.split_once('@').unwrap_or((text, ""));
    let name = |language| match library.in_registry(body) {
        Some(key) => format!("{} {year}", library.title(key, language)),
        None => text.to_owned(),
    };
    Message::new(name(Language::Arabic), name(Language::English))
}
