//! What is said of a line that is read as a whole.

use super::{Message, capital};
use crate::report::Language;

/// A date at the end of a line that asks somebody to act, which is not taken for the day until when.
#[must_use]
pub fn late_date(typed: &str) -> Message {
    Message::new(
        format!(
            "«{typed}» في آخر السطر جزء من النص وليس الموعد؛ يُكتب الموعد قبل النص: @tech-sec {typed} …، أو في آخره بعد «حتى»"
        ),
        format!(
            "“{typed}” at the end is a part of the text and no due date; that stands before the text: @tech-sec {typed} …, or at its end behind “by”"
        ),
    )
}

/// A date at the end of a line is that until when.
#[must_use]
pub fn late_date_taken(typed: &str) -> Message {
    Message::new(
        format!("«{typed}» في آخر السطر هو الموعد؛ وبين علامتي تنصيص يبقى في النص: \"{typed}\""),
        format!(
            "“{typed}” at the end is the due date; in quotes it stays in the text: \"{typed}\""
        ),
    )
}

/// A field takes one value, and the line names several.
#[must_use]
pub fn one_only(field: &Message, named: &[Message]) -> Message {
    let [ar, en] = [Language::Arabic, Language::English]
        .map(|language| named.iter().map(move |one| one.get(language)));
    Message::new(
        format!(
            "{}: لا تُذكر إلا قيمة واحدة، وفي السطر {}؛ أبقِ إحداها، وأفرد لكل من سواها سطراً",
            field.ar,
            ar.collect::<Vec<_>>().join("، ")
        ),
        format!(
            "{}: one only, and the line names {}; keep one, and give each other a line of its own",
            capital(&field.en),
            en.collect::<Vec<_>>().join(", ")
        ),
    )
}

/// A name that may mean several entries of the directory, or is only the beginning of one.
#[must_use]
pub fn several(said: &str, meant: &[Message]) -> Message {
    let [ar, en] = [Language::Arabic, Language::English]
        .map(|language| meant.iter().map(move |one| one.get(language)));
    Message::new(
        format!(
            "«{said}» قد يكون: {}؛ اكتب المزيد من الاسم، أو المعرّف",
            ar.collect::<Vec<_>>().join("، ")
        ),
        format!(
            "“{said}” may be: {}; write more of the name, or the id",
            en.collect::<Vec<_>>().join(", ")
        ),
    )
}
