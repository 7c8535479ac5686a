//! The value of a field as a person types it.

use serde_yaml::Value;
use unicode_normalization::UnicodeNormalization;

use super::amount::amount;
use super::field::{Choice, Field, Takes, is_of_registry};
use super::parts;
use super::person;
use crate::library::check::{currencies, nearest};
use crate::library::{Key, Library};
use crate::report::{Hour, Kind, Language, typed_date};
use crate::words::desk::together;
use crate::words::{Message, Phrase, field as words, problem};

/// How many records are named where several may be meant.
const CANDIDATES: usize = 6;

/// With a slip in fewer letters any name may be meant.
const SHORTEST_BEGUN: usize = 4;

/// What is known while one types.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// The library, whose records may be named.
    pub library: &'a Library,
    /// The record that is changed, or one of the same report.
    pub record: Option<Key>,
    /// Year, month and day where the person is.
    pub today: (i32, u8, u8),
}

/// Reads what was typed for a field. Several values are parted by commas. Nothing typed means that
/// the field is to go: none.
///
/// # Errors
/// Why it is no such value, and what would be.
pub fn typed(field: &Field, text: &str, around: Around<'_>) -> Result<Option<Value>, Message> {
    let text = text.trim();
    if text.is_empty() {
        return match field.required {
            true => Err(words::REQUIRED.into()),
            false => Ok(None),
        };
    }
    if !field.many {
        return one(field, text, around).map(Some);
    }
    let parts = listed(text, matches!(field.takes, Takes::Parts)).filter(|part| !part.is_empty());
    let (mut values, mut wrong) = (Vec::new(), Vec::new());
    for part in parts {
        match one(field, part, around) {
            Ok(value) => values.push(value),
            Err(why) => match by_blanks(field, part, around.library) {
                Some(all) => values.extend(all),
                None => wrong.push(why),
            },
        }
    }
    // All that is wrong is told, not the first of it.
    match wrong.is_empty() {
        true => Ok(Some(Value::Sequence(values))),
        false => Err(together(&wrong)),
    }
}

/// The entries that are named by symbols or acronyms in capitals with nothing but blanks between them, where
/// each is known: EGY KWT.
fn by_blanks(field: &Field, text: &str, library: &Library) -> Option<Vec<Value>> {
    let Takes::Registry(kind) = field.takes else {
        return None;
    };
    let known = |word: &str| {
        let has = |is: fn(char) -> bool| word.chars().any(is);
        let is_in_capitals = has(char::is_uppercase) && !has(char::is_lowercase);
        let id = entry(word, kind, library).ok();
        id.filter(|_| is_in_capitals).map(Value::from)
    };
    text.split_whitespace().map(known).collect()
}

/// The members of a list with commas; where `has_numbers`, a comma between two digits is part of
/// one.
fn listed(text: &str, has_numbers: bool) -> impl Iterator<Item = &str> {
    let mut before = None;
    let mut rest = text.chars().peekable();
    let mut from = 0;
    let mut at = 0;
    let mut ends = Vec::new();
    while let Some(char) = rest.next() {
        let is_digit = |char: Option<char>| char.is_some_and(char::is_numeric);
        let in_number = has_numbers && is_digit(before) && is_digit(rest.peek().copied());
        if char == '،' || (char == ',' && !in_number) {
            ends.push(from..at);
            from = at + char.len_utf8();
        }
        at += char.len_utf8();
        before = Some(char);
    }
    ends.push(from..at);
    let parts = ends.into_iter().filter_map(|part| text.get(part));
    parts.map(str::trim)
}

fn one(field: &Field, text: &str, around: Around<'_>) -> Result<Value, Message> {
    Ok(match &field.takes {
        Takes::Words(choices) => word(choices, text)?.into(),
        Takes::Date => match typed_date(text, around.today) {
            Ok(date) => date.as_str().into(),
            Err(why) => return Err(words::no_date(text, &why)),
        },
        Takes::Id => plain(text).into(),
        Takes::Line => written(text).into(),
        Takes::Currency => currency(text)?.into(),
        Takes::Hour => match Hour::parse(&plain(text)) {
            Some(hour) => hour.to_string().into(),
            None => return Err(words::no_hour(text)),
        },
        Takes::Registry(kind) => entry(text, *kind, around.library)?.into(),
        Takes::Record => record(text, around)?.into(),
        Takes::Session => session(text, around.library)?.into(),
        Takes::Number => number(text)?,
        Takes::Count => match plain(text).parse::<u32>() {
            Ok(count) => Value::Number(count.into()),
            Err(_) => return Err(words::no_number(text)),
        },
        Takes::YesNo => yes_or_no(text)?.into(),
        Takes::Parts if field.of == Some("Share") => parts::share(text)?,
        Takes::Parts if field.of == Some("Quantity") => parts::quantity(text)?,
        Takes::Text | Takes::Parts => return Err(words::HAS_PARTS.into()),
    })
}

/// What is written is in Unicode's form NFC, as `majlis check` wants it.
#[must_use]
pub fn written(text: &str) -> String {
    text.nfc().collect()
}

/// A text that ended with a line end before still does.
#[must_use]
pub fn with_its_end(value: Option<Value>, base: Option<&Value>) -> Option<Value> {
    match (value, base) {
        (Some(Value::String(text)), Some(Value::String(base)))
            if base.ends_with('\n') && !text.ends_with('\n') =>
        {
            Some(Value::String(text + "\n"))
        }
        (value, _) => value,
    }
}

/// The language of a text that does not say it: Arabic where it has a letter of the Arabic script.
#[must_use]
pub fn language_of(text: &str) -> Language {
    let is_arabic = |char: char| matches!(char, '\u{620}'..='\u{64A}' | '\u{671}'..='\u{6D3}');
    match text.contains(is_arabic) {
        true => Language::Arabic,
        false => Language::English,
    }
}

/// A word of a fixed set: as it stands in the file, or as people call it in either language.
fn word(choices: &[Choice], text: &str) -> Result<&'static str, Message> {
    if let Some(choice) = choices.iter().find(|choice| choice.is_said(text)) {
        return Ok(choice.word);
    }
    let wanted = text.to_lowercase();
    // Each is told in both languages, for either is taken.
    let called = |choice: &Choice| {
        let ar = choice.label.map_or(choice.word, |label| label.ar);
        Phrase::new(ar, choice.word)
    };
    let known: Vec<Phrase> = choices.iter().map(called).collect();
    // "supporting" means "support", however many letters are more.
    let longer = |word: &&Phrase| word.en.len() > 3 && wanted.starts_with(word.en);
    let near = nearest(text, known.iter().flat_map(|word| [word.en, word.ar]));
    let near = known
        .iter()
        .find(|word| {
            near.as_deref()
                .is_some_and(|near| [word.en, word.ar].contains(&near))
        })
        .or_else(|| known.iter().find(longer));
    Err(words::no_such_word(text, near.copied(), &known))
}

/// The id of an entry of the registry.
fn entry(text: &str, kind: Option<Kind>, library: &Library) -> Result<String, Message> {
    let fits = |key: &Key| {
        let is = library.kind(*key);
        is_of_registry(is) && kind.is_none_or(|kind| kind == is)
    };
    // An article is no part of a name: the Emirates.
    let article = text
        .get(..4)
        .filter(|word| word.eq_ignore_ascii_case("the "));
    let bare = article.and_then(|_| text.get(4..)).map(str::trim);
    let found = [Some(text), bare].into_iter().flatten().find_map(|text| {
        let found = library.in_registry(text).or_else(|| library.find(text));
        found.filter(fits)
    });
    let person = || person::find(library, text).filter(fits);
    if let Some(key) = found.or_else(person) {
        return Ok(library.id(key).to_owned());
    }
    let called = person::as_called(text);
    let called = std::iter::once(text).chain(called.iter().map(String::as_str));
    let several = called.map(|text| library.candidates(text, CANDIDATES));
    if let Some(several) = several.into_iter().find(|several| !several.is_empty()) {
        return Err(words::several_entries(text, &several));
    }
    // Whoever has only begun the name of a country means that, and a party is rather meant than a person.
    let near = library.nearest(text, CANDIDATES).into_iter();
    let near = near.filter_map(|id| library.in_registry(id));
    let mut meant: Vec<Key> = countries_begun(text, library)
        .chain(near)
        .filter(fits)
        .collect();
    meant.sort_by_key(|key| library.kind(*key) == Kind::Person);
    let mut near: Vec<Message> = Vec::new();
    for key in meant {
        let name = |language| format!("{} ({})", library.title(key, language), library.id(key));
        let name = Message::new(name(Language::Arabic), name(Language::English));
        if near.len() < CANDIDATES && !near.contains(&name) {
            near.push(name);
        }
    }
    Err(words::no_such_entry(text, kind, &near))
}

/// The countries of whose name the first word is what was typed, with a slip at most: sudi is Saudi Arabia.
fn countries_begun(text: &str, library: &Library) -> impl Iterator<Item = Key> {
    let typed = text.to_lowercase();
    let begins = move |key: &Key| {
        [Language::Arabic, Language::English]
            .into_iter()
            .any(|language| {
                let name = library.title(*key, language).to_lowercase();
                let first = name.split_whitespace().next().unwrap_or_default();
                typed.chars().count() >= SHORTEST_BEGUN && strsim::osa_distance(&typed, first) <= 1
            })
    };
    library
        .of_kind(Kind::Country)
        .iter()
        .copied()
        .filter(begins)
}

/// The id of a record as another record names it: without the report where it is its own.
fn record(text: &str, around: Around<'_>) -> Result<String, Message> {
    let library = around.library;
    let own = around.record.and_then(|key| library.report_of(key));
    let found = around
        .record
        .and_then(|from| library.in_reports(from, text))
        .or_else(|| library.in_registry(text))
        .or_else(|| library.find(text));
    if let Some(key) = found {
        let id = library.id(key);
        let is_own = own.is_some() && library.report_of(key) == own;
        let local = id.split_once(':').filter(|_| is_own);
        return Ok(local.map_or(id, |(_, local)| local).to_owned());
    }
    let several = library.candidates(text, CANDIDATES);
    match several.is_empty() {
        true => {
            let near = library.nearest(text, CANDIDATES).into_iter();
            let near: Vec<Message> = near.map(|id| Message::new(id, id)).collect();
            Err(words::no_such_entry(text, None, &near))
        }
        false => Err(words::several_entries(text, &several)),
    }
}

/// The three letters of a currency, which are capitals however they are typed.
pub(super) fn currency(text: &str) -> Result<String, Message> {
    let code = text.to_uppercase();
    if currencies().any(|known| known == code) {
        return Ok(code);
    }
    let near = nearest(&code, currencies());
    Err(words::no_currency(text, near.as_deref()))
}

/// A body and a year.
fn session(text: &str, library: &Library) -> Result<String, Message> {
    let text = plain(text);
    let parts = text
        .split_once('@')
        .map(|(body, year)| (body.trim(), year.trim()));
    let is_year = |year: &str| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    match parts.filter(|(_, year)| is_year(year)) {
        Some((body, year)) => Ok(format!(
            "{}@{year}",
            entry(body, Some(Kind::Body), library)?
        )),
        None => Err(problem::a_session()),
    }
}

pub(super) fn number(text: &str) -> Result<Value, Message> {
    amount(&plain(text)).ok_or_else(|| words::no_amount(text))
}

fn yes_or_no(text: &str) -> Result<bool, Message> {
    match text.to_lowercase().as_str() {
        "yes" | "true" | "y" | "نعم" => Ok(true),
        "no" | "false" | "n" | "لا" => Ok(false),
        _ => {
            let known = [Phrase::new("نعم", "yes"), Phrase::new("لا", "no")];
            Err(words::no_such_word(text, None, &known))
        }
    }
}

/// With European digits and without what cannot be seen.
fn plain(text: &str) -> String {
    text.chars()
        .filter_map(|char| match char {
            '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' => {
                char::from_digit(u32::from(char) & 0xF, 10)
            }
            '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => None,
            _ => Some(char),
        })
        .collect()
}

#[cfg(test)]
mod tests;
