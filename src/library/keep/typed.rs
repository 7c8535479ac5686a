//! The value of a field as a person types it.

use serde_yaml::Value;
use unicode_normalization::UnicodeNormalization;

use super::amount::amount;
use super::field::{Choice, Field, Takes, is_of_registry};
use super::parts;
use crate::library::check::{currencies, nearest};
use crate::library::{Key, Library};
use crate::report::{Hour, Kind, Language, typed_date};
use crate::words::{Message, Phrase, field as words, problem};

/// How many records are named where several may be meant.
const CANDIDATES: usize = 6;

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
    let values: Result<Vec<Value>, Message> = listed(text, matches!(field.takes, Takes::Parts))
        .filter(|part| !part.is_empty())
        .map(|part| one(field, part, around))
        .collect();
    Ok(Some(Value::Sequence(values?)))
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
    let found = library.in_registry(text).or_else(|| library.find(text));
    if let Some(key) = found.filter(fits) {
        return Ok(library.id(key).to_owned());
    }
    let several = library.candidates(text, CANDIDATES);
    if !several.is_empty() {
        return Err(words::several_entries(text, &several));
    }
    let near = library.nearest(text, CANDIDATES);
    let near: Vec<&str> = near
        .into_iter()
        .filter(|id| library.in_registry(id).is_some_and(|key| fits(&key)))
        .collect();
    Err(words::no_such_entry(text, kind, &near))
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
        true => Err(words::no_such_entry(
            text,
            None,
            &library.nearest(text, CANDIDATES),
        )),
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
mod tests {
    use super::super::field::field;
    use super::*;

    fn read(library: &Library, kind: Kind, path: &str, text: &str) -> Result<String, String> {
        let path: Vec<&str> = path.split('.').collect();
        let around = Around {
            library,
            record: library.find("c21:27"),
            today: (2026, 11, 22),
        };
        let value = typed(&field(kind, &path).unwrap(), text, around);
        value
            .map(|value| serde_json::to_string(&value).unwrap())
            .map_err(|message| message.en)
    }

    #[test]
    fn what_a_person_types_becomes_a_value_of_the_field() {
        let library = Library::built_in();
        for (kind, path, text, wanted) in [
            (Kind::Item, "position.status", "agreed", "\"agreed\""),
            (Kind::Item, "position.stance", " Support ", "\"support\""),
            (Kind::Item, "position.stance", "تأييد", "\"support\""),
            // As people say it, and not only as the screen calls it.
            (Kind::Item, "position.stance", "مؤيد", "\"support\""),
            (Kind::Item, "position.stance", "opposed", "\"oppose\""),
            (Kind::Item, "position.status", "متفق", "\"agreed\""),
            (Kind::Item, "position.status", "مؤجل", "\"deferred\""),
            (Kind::Recommendation, "status", "منجز", "\"done\""),
            (Kind::Nomination, "status", "منتخبة", "\"elected\""),
            (Kind::Outcome, "kind", "إرجاء", "\"postponement\""),
            (
                Kind::Recommendation,
                "status",
                "in progress",
                "\"in-progress\"",
            ),
            (Kind::Recommendation, "due", "9/2021", "\"2021-09\""),
            (Kind::Recommendation, "due", "", "null"),
            (
                Kind::Recommendation,
                "to",
                "tech-sec, مصر",
                "[\"tech-sec\",\"EGY\"]",
            ),
            (Kind::Nomination, "country", "Egypt", "\"EGY\""),
            (Kind::Nomination, "role", "نائبة رئيس", "\"vice-chair\""),
            (Kind::Nomination, "role", "نائبة", "\"vice-chair\""),
            (Kind::Nomination, "role", "الرئيسة", "\"chair\""),
            (Kind::Nomination, "role", "ميسر", "\"facilitator\""),
            (Kind::Nomination, "role", "Chairwoman", "\"chair\""),
            (Kind::Item, "position.stance", "تاييد", "\"support\""),
            (Kind::Nomination, "person", "selim", "\"selim\""),
            (Kind::Nomination, "item", "c21:eg-itrs", "\"eg-itrs\""),
            (
                Kind::Item,
                "see",
                "con/kwt، c24:1.2",
                "[\"con/kwt\",\"c24:1.2\"]",
            ),
            (Kind::Item, "number", "٥٣", "[\"53\"]"),
            (Kind::Outcome, "figure.amount", "318,000", "318000"),
            (Kind::Outcome, "figure.amount", "2.5 million", "2500000"),
            (Kind::Outcome, "figure.amount", "٢٫٥ مليون", "2500000"),
            (Kind::Outcome, "figure.amount", "١٫٥ مليون", "1500000"),
            (Kind::Outcome, "figure.amount", "٣١٨٬٠٠٠", "318000"),
            (Kind::Outcome, "figure.currency", "chf", "\"CHF\""),
            (Kind::Outcome, "figure.currency", "Chf", "\"CHF\""),
            (Kind::Outcome, "figure.currency", " usd ", "\"USD\""),
            (Kind::Figure, "total.currency", "Usd", "\"USD\""),
            (Kind::Outcome, "by_correspondence", "نعم", "true"),
            (Kind::Meeting, "attendance.count", "٢٠", "20"),
            (Kind::Person, "phone", "+41 22 730", "\"+41 22 730\""),
            (Kind::Report, "session", "council@2021", "\"council@2021\""),
        ] {
            assert_eq!(
                read(&library, kind, path, text),
                Ok(wanted.to_owned()),
                "{path} {text}"
            );
        }
    }

    #[test]
    fn what_is_no_value_is_told_with_the_nearest_right_word() {
        let library = Library::built_in();
        for (kind, path, text, says) in [
            (Kind::Item, "position.status", "agred", "agreed"),
            (Kind::Item, "position.status", "zzz", "withdrawn"),
            (Kind::Item, "position.status", "", "needs"),
            (Kind::Recommendation, "due", "31/2/2021", "31"),
            (Kind::Recommendation, "due", "soon", "sep 2021"),
            (Kind::Recommendation, "to", "tech-sek", "tech-sec"),
            (Kind::Nomination, "country", "EGP", "EGY"),
            (Kind::Nomination, "country", "selim", "selim"),
            (Kind::Item, "see", "con/kwtt", "con/kwt"),
            (Kind::Meeting, "attendance.count", "many", "many"),
            (Kind::Outcome, "figure.amount", "abc", "2500000"),
            (Kind::Outcome, "figure.currency", "chff", "did you mean CHF"),
            (Kind::Outcome, "figure.currency", "francs", "ISO 4217"),
            (
                Kind::Item,
                "position.stance",
                "supporting",
                "did you mean support",
            ),
            (Kind::Report, "session", "counci@2021", "council"),
            (Kind::Report, "session", "council", "council@2021"),
            (Kind::Item, "title", "x", ".ar"),
        ] {
            let refused = read(&library, kind, path, text).unwrap_err();
            assert!(refused.contains(says), "{path} {text}: {refused}");
        }
    }

    #[test]
    fn the_words_are_told_in_the_language_of_the_reader_and_the_near_one_in_both() {
        let library = Library::built_in();
        let refused = |path: &str, text: &str| {
            let path: Vec<&str> = path.split('.').collect();
            let around = Around {
                library: &library,
                record: None,
                today: (2026, 11, 22),
            };
            let field = field(Kind::Nomination, &path).unwrap();
            typed(&field, text, around).unwrap_err()
        };
        let unknown = refused("role", "ملك");
        assert!(
            unknown.ar.contains("رئيس، رئيس مشارك، نائب رئيس، "),
            "{}",
            unknown.ar
        );
        assert!(
            unknown.en.contains("chair, co-chair, vice-chair, "),
            "{}",
            unknown.en
        );
        let near = refused("status", "مقترحح");
        assert!(
            near.ar.contains("لعلك تقصد مقترح (proposed)؟"),
            "{}",
            near.ar
        );
        assert!(
            near.en.contains("did you mean proposed (مقترح)?"),
            "{}",
            near.en
        );
    }

    #[test]
    fn the_language_of_a_text_is_that_of_its_letters() {
        assert_eq!(language_of("تؤيد EG-ITRs"), Language::Arabic);
        assert_eq!(language_of("EG-ITRs, 2021"), Language::English);
    }
}
