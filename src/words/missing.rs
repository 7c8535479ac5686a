//! What is said where there is none of what was asked for, and what there is instead.

use super::{Message, Phrase};
use crate::report::Language;

/// No record has a value of a field that has only these, or is of a kind.
#[must_use]
pub fn no_value(is_kind: bool, value: Phrase, known: &[Phrase]) -> Message {
    let join = |language: Language, comma: &str| -> String {
        let names: Vec<&str> = known.iter().map(|name| name.get(language)).collect();
        names.join(comma)
    };
    let (ar, en) = match is_kind {
        true => (
            format!("لا سجل من نوع «{}»", value.ar),
            format!("No record is of the kind “{}”", value.en),
        ),
        false => (
            format!("لا سجل قيمته «{}»", value.ar),
            format!("No record has the value “{}”", value.en),
        ),
    };
    if known.is_empty() {
        return Message::new(ar, en);
    }
    Message::new(
        format!("{ar}. الموجود: {}", join(Language::Arabic, "، ")),
        format!("{en}. There are: {}", join(Language::English, ", ")),
    )
}

/// Nothing is called by the number of a thing; the nearest that there are.
#[must_use]
pub fn no_number(typed: &str, near: &[u32]) -> Message {
    let join = |comma: &str| -> String {
        let near: Vec<String> = near.iter().map(u32::to_string).collect();
        near.join(comma)
    };
    Message::new(
        format!("لا شيء باسم «{typed}». أقرب الأرقام: {}", join("، ")),
        format!(
            "Nothing is called “{typed}”. The nearest numbers: {}",
            join(", ")
        ),
    )
}

/// A value that no record has in a field, where it is not searched as words. Some values that there are, and
/// whether there are more.
#[must_use]
pub fn no_such_value(ar: &str, en: &str, value: &str, known: &[Message], more: bool) -> Message {
    let [in_ar, in_en] = super::query::those_known(known, more);
    Message::new(
        format!("لا قيمة «{value}» في الحقل «{ar}»{in_ar}"),
        format!("no {en} “{value}”{in_en}"),
    )
}
