//! The words for what a person types into a field.

use super::label::Label;
use super::{Message, Phrase};
use crate::report::{DateError, Kind, Language};

/// A field that a record cannot do without.
pub const REQUIRED: Phrase = Phrase::new(
    "السجل يحتاج إلى هذا الحقل، فلا يُترك فارغاً",
    "the record needs this field; it cannot be left empty",
);

/// A field that is made of others.
pub const HAS_PARTS: Phrase = Phrase::new(
    "لهذا الحقل أجزاء؛ سمِّ واحداً منها، مثل title.ar أو title.en",
    "this field has parts; name one of them, such as title.ar or title.en",
);

/// The nearest word, or those that are known.
fn meant(near: Option<&str>, known: &[&str]) -> (String, String) {
    match near {
        Some(near) => (
            format!("لعلك تقصد {near}؟"),
            format!("did you mean {near}?"),
        ),
        None => (
            format!("المعروف: {}", known.join("، ")),
            format!("known are: {}", known.join(", ")),
        ),
    }
}

/// No such field.
#[must_use]
pub fn no_such_field(typed: &str, near: Option<&str>, known: &[&str]) -> Message {
    let (ar, en) = meant(near, known);
    Message::new(
        format!("لا يوجد حقل «{typed}»؛ {ar}"),
        format!("there is no field “{typed}”; {en}"),
    )
}

/// No such word in a fixed set. Either language is taken: the near one is told in both, all of them in
/// that of the reader.
#[must_use]
pub fn no_such_word(typed: &str, near: Option<Phrase>, known: &[Phrase]) -> Message {
    let in_both = |word: Phrase, language: Language| match word.ar == word.en {
        true => word.en.to_owned(),
        false => format!("{} ({})", word.get(language), word.get(language.other())),
    };
    let in_words = |language| {
        let known: Vec<&str> = known.iter().map(|word| word.get(language)).collect();
        meant(near.map(|near| in_both(near, language)).as_deref(), &known)
    };
    let (ar, _) = in_words(Language::Arabic);
    let (_, en) = in_words(Language::English);
    Message::new(
        format!("«{typed}» ليست من القيم المعروفة؛ {ar}"),
        format!("“{typed}” is not one of the known values; {en}"),
    )
}

/// No such date, and why.
#[must_use]
pub fn no_date(typed: &str, why: &DateError) -> Message {
    match why {
        DateError::Form => Message::new(
            format!(
                "«{typed}» ليس تاريخاً؛ اكتب مثلاً 15/9 أو سبتمبر 2021 أو غداً أو الثلاثاء القادم \
                 أو بعد أسبوعين أو الربع الثالث 2021 أو نهاية السنة أو 8-18 يونيو 2021"
            ),
            format!(
                "“{typed}” is not a date; write for instance 15/9, sep 2021, tomorrow, next Tuesday, \
                 +2w, Q3 2021, end of year or 8-18 june 2021"
            ),
        ),
        _ => super::problem::impossible_date(typed, why),
    }
}

/// No such currency, and the nearest one.
#[must_use]
pub fn no_currency(typed: &str, near: Option<&str>) -> Message {
    let Message { ar, en } = super::problem::unknown_currency(typed);
    let wanted = super::problem::a_currency();
    match near {
        Some(near) => Message::new(
            format!("{ar}؛ لعلك تقصد {near}؟"),
            format!("{en}; did you mean {near}?"),
        ),
        None => Message::new(
            format!("{ar}؛ المنتظر: {}", wanted.ar),
            format!("{en}; expected: {}", wanted.en),
        ),
    }
}

/// Not an hour, and how one is written.
#[must_use]
pub fn no_hour(typed: &str) -> Message {
    Message::new(
        format!("«{typed}» ليس ساعة من اليوم؛ المنتظر مثل 09:30"),
        format!("“{typed}” is no hour of the day; expected one such as 09:30"),
    )
}

/// Not a share, and how shares are written.
#[must_use]
pub fn no_share(typed: &str) -> Message {
    Message::new(
        format!("«{typed}»: اكتب كل حصة بنسبتها، وافصل بينها بفواصل، مثل: أفريقيا 12%، أوروبا 30%"),
        format!(
            "“{typed}”: write each share with its percentage, with commas between: Africa 12%, Europe 30%"
        ),
    )
}

/// Not a number.
#[must_use]
pub fn no_number(typed: &str) -> Message {
    super::cli::not_a_number(typed)
}

/// Not an amount, and how one is written.
#[must_use]
pub fn no_amount(typed: &str) -> Message {
    let Message { ar, en } = no_number(typed);
    Message::new(
        format!("{ar}؛ اكتب مثلاً 2500000 أو 2.5 مليون"),
        format!("{en}; write for instance 2500000 or 2.5 million"),
    )
}

/// Nothing has this id or name.
#[must_use]
pub fn no_such_entry(typed: &str, kind: Option<Kind>, near: &[Message]) -> Message {
    let (in_ar, in_en): (Vec<&str>, Vec<&str>) = near
        .iter()
        .map(|name| (name.ar.as_str(), name.en.as_str()))
        .unzip();
    let (ar, en) = match near {
        [] => (String::new(), String::new()),
        _ => (
            format!("؛ لعلك تقصد: {}", in_ar.join("، ")),
            format!("; did you mean: {}", in_en.join(", ")),
        ),
    };
    match kind.map(Label::label) {
        Some(kind) => Message::new(
            format!("«{typed}»: لا يوجد {} بهذا الاسم{ar}", kind.ar),
            format!("“{typed}”: no {} has this name{en}", kind.en),
        ),
        None => Message::new(
            format!("«{typed}»: لا يوجد سجل بهذا الاسم{ar}"),
            format!("“{typed}”: no record has this name{en}"),
        ),
    }
}

/// Several have this name.
#[must_use]
pub fn several_entries(typed: &str, candidates: &[&str]) -> Message {
    super::cli::several_ids(typed, candidates)
}
