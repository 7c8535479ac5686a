//! Keys, types and fixed words.

use super::super::Message;
use super::{in_a_row, quoting, short};

/// A key that is not known.
#[must_use]
pub fn unknown_key(key: &str) -> Message {
    quoting("مفتاح غير معروف: {}", "unknown key {}", key)
}

/// A key that is missing.
#[must_use]
pub fn missing_key(key: &str) -> Message {
    quoting("المفتاح {} ناقص", "the key {} is missing", key)
}

/// Add the key.
#[must_use]
pub fn add_key(key: &str) -> Message {
    Message::new(
        format!("سطر من الشكل {key}: … في هذا السجل"),
        format!("a line “{key}: …” in this record"),
    )
}

/// One of these words.
#[must_use]
pub fn one_of(words: &[&str]) -> Message {
    let (ar, en) = in_a_row(words);
    Message::new(format!("إحدى الكلمات: {ar}"), format!("one of {en}"))
}

/// A word that is not one of the fixed ones.
#[must_use]
pub fn unknown_word(word: &str) -> Message {
    quoting("كلمة غير معروفة: {}", "unknown word {}", word)
}

/// A text in two languages.
#[must_use]
pub fn a_text() -> Message {
    Message::new(
        "نص بلغتيه: {ar: …, en: …}",
        "a text in its languages: {ar: …, en: …}",
    )
}

/// A map, with the keys that it must have.
#[must_use]
pub fn a_map(required: &[&str]) -> Message {
    if required.is_empty() {
        return Message::new("مفاتيح بقيمها", "keys with their values");
    }
    let (ar, en) = in_a_row(required);
    Message::new(
        format!("مفاتيح بقيمها، منها: {ar}"),
        format!("keys with their values, among them {en}"),
    )
}

/// A list.
#[must_use]
pub fn a_list() -> Message {
    Message::new(
        "قائمة: يبدأ كل عنصر في سطره بالعلامة «- »، أو [ … ]",
        "a list: each member on its line behind “- ”, or [ … ]",
    )
}

/// An id.
#[must_use]
pub fn an_id() -> Message {
    Message::new(
        "معرّف: كلمة أو عدد صحيح؛ وما يشبه الكسر العشري يوضع بين علامتي اقتباس، مثل \"1.10\"",
        "an id: a word or a whole number; what looks like a decimal stands in quotes, \"1.10\"",
    )
}

/// A date.
#[must_use]
pub fn a_date() -> Message {
    Message::new(
        "تاريخ: 2021-05-31 أو 2021-09 أو 2021 أو 2021-06-08/2021-06-18",
        "a date: 2021-05-31, 2021-09, 2021 or 2021-06-08/2021-06-18",
    )
}

/// A text that is not in two languages.
#[must_use]
pub fn a_string() -> Message {
    Message::new("نص", "a text")
}

/// Yes or no.
#[must_use]
pub fn a_boolean() -> Message {
    Message::new("true أو false", "true or false")
}

/// A number.
#[must_use]
pub fn a_number() -> Message {
    Message::new(
        "عدد يُكتب بالأرقام من دون فواصل: 9700000 أو 9.7",
        "a number in digits, without separators: 9700000 or 9.7",
    )
}

/// A whole number that is not negative.
#[must_use]
pub fn a_count() -> Message {
    Message::new("عدد صحيح من 0 فما فوق", "a whole number from 0 up")
}

/// A list where none was expected.
#[must_use]
pub fn found_list() -> Message {
    Message::new("قائمة في غير موضعها", "a list does not belong here")
}

/// A map where none was expected.
#[must_use]
pub fn found_map() -> Message {
    Message::new(
        "مفاتيح بقيمها في غير موضعها",
        "keys with values do not belong here",
    )
}

/// Nothing where something was expected.
#[must_use]
pub fn found_nothing() -> Message {
    Message::new("لا قيمة هنا", "nothing stands here")
}

/// A value of the wrong type.
#[must_use]
pub fn found_value(value: &str) -> Message {
    quoting(
        "القيمة {} ليست من النوع الصحيح",
        "the value {} is of the wrong type",
        value,
    )
}

/// A key without a value.
#[must_use]
pub fn empty_value(field: &str) -> Message {
    quoting("لا قيمة للمفتاح {}", "the key {} has no value", field)
}

/// A number or a yes/no where a text should be.
#[must_use]
pub fn unquoted(value: &str) -> Message {
    quoting(
        "{} نص، وهو مكتوب كأنه عدد أو قيمة منطقية",
        "{} is a text, written as a number or a truth value",
        value,
    )
}

/// The value in quotes.
#[must_use]
pub fn in_quotes(value: &str) -> Message {
    let value = short(value);
    Message::new(
        format!("النص بين علامتي اقتباس: \"{value}\""),
        format!("the text in quotes: \"{value}\""),
    )
}

/// A number that cannot be.
#[must_use]
pub fn out_of_range(value: &str) -> Message {
    quoting(
        "العدد {} خارج المدى",
        "the number {} is out of range",
        value,
    )
}
