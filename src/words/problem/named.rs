//! Ids and what they refer to: records, kinds, countries.

use super::super::label::Label;
use super::super::{Message, Phrase};
use super::{quoting, short};
use crate::report::Kind;

/// An id of the wrong form.
#[must_use]
pub fn id_form(id: &str) -> Message {
    quoting(
        "المعرّف {} ليس على الصيغة الصحيحة",
        "the id {} has the wrong form",
        id,
    )
}

/// The letters of an id.
#[must_use]
pub fn id_letters() -> Message {
    Message::new(
        "حروف لاتينية وأرقام والعلامات - . / @ من دون مسافات؛ وترد النقطتان في معرّفات السجل المشترك وحدها",
        "Latin letters, digits and - . / @ without spaces; a colon only in the registry",
    )
}

/// The id of an item or a report.
#[must_use]
pub fn id_word() -> Message {
    Message::new(
        "رقم البند أو كلمة لاتينية، من دون «/» أو «@»: 27 أو eg-itrs",
        "a number or a Latin word, without “/” or “@”: 27, eg-itrs",
    )
}

/// An id that begins with what its record is.
#[must_use]
pub fn id_begins_with(beginning: &str) -> Message {
    Message::new(
        format!("معرّف يبدأ هكذا: {beginning}"),
        format!("an id that begins with {beginning}"),
    )
}

/// The id of a section.
#[must_use]
pub fn id_of_section() -> Message {
    Message::new(
        "حرف s بعده ترتيب القسم: s2",
        "s with the section's place: s2",
    )
}

/// The id of a paragraph.
#[must_use]
pub fn id_of_paragraph() -> Message {
    Message::new(
        "الرقم المطبوع، مثل 1.2، وإلا فالموضع، مثل s1/p2 أو s4/b7",
        "the printed number, 1.2, or else the place, s1/p2 or s4/b7",
    )
}

/// The id of a country.
#[must_use]
pub fn alpha_3() -> Message {
    Message::new(
        "رمز البلد من ثلاثة حروف وفق ISO 3166: KWT",
        "the country's three letters in ISO 3166: KWT",
    )
}

/// An id given twice; the file only where it is another one.
#[must_use]
pub fn duplicate_id(id: &str, file: Option<&str>, line: usize, column: usize) -> Message {
    let id = short(id);
    let (ar, en) = match file {
        None => (
            format!("في السطر {line}، العمود {column}"),
            format!("on line {line}, column {column}"),
        ),
        Some(file) => {
            let file = short(file);
            (
                format!("في {file}:{line}:{column}"),
                format!("in {file}:{line}:{column}"),
            )
        }
    };
    Message::new(
        format!("المعرّف «{id}» مكرر؛ ورد أولاً {ar}"),
        format!("the id “{id}” is given twice; first {en}"),
    )
}

/// Another id.
#[must_use]
pub fn an_id_of_its_own() -> Message {
    Message::new("معرّف لا يحمله سجل آخر", "an id that no other record has")
}

/// A reference to nothing.
#[must_use]
pub fn dangling(id: &str) -> Message {
    quoting("إحالة إلى ما لا وجود له: {}", "{} refers to nothing", id)
}

/// An instrument cited without the edition that would tell which is meant.
#[must_use]
pub fn several_editions(id: &str) -> Message {
    quoting(
        "للصك {} أكثر من صيغة منقحة: حدّد السنة",
        "{} has several editions: say which",
        id,
    )
}

/// The id of an entry of the registry.
#[must_use]
pub fn id_of_registry() -> Message {
    Message::new(
        "معرّف وارد في registry.yaml: صحّحه، أو أضف المدخل الناقص",
        "an id that stands in registry.yaml: mend it, or add the entry",
    )
}

/// The id of a record, here or elsewhere.
#[must_use]
pub fn id_of_record() -> Message {
    Message::new(
        "معرّف سجل في هذا التقرير (27 أو 27/position)، أو في تقرير آخر (c26:1.2)، أو مدخل في registry.yaml",
        "the id of a record of this report (27, 27/position), of another (c26:1.2), or of registry.yaml",
    )
}

/// The name of a type of the registry.
#[must_use]
pub fn kind(name: &str) -> Phrase {
    match name {
        "Body" => Kind::Body.label(),
        "Person" => Kind::Person.label(),
        "Country" => Kind::Country.label(),
        "Instrument" => Kind::Instrument.label(),
        _ => Kind::Document.label(),
    }
}

/// A reference to something of another kind.
#[must_use]
pub fn wrong_kind(id: &str, is: Phrase, wanted: Phrase) -> Message {
    let id = short(id);
    Message::new(
        format!(
            "«{id}» ({}) في غير موضعه، والمطلوب هنا: {}",
            is.ar, wanted.ar
        ),
        format!("“{id}” ({}) is not a {}", is.en, wanted.en),
    )
}

/// A country that is not known.
#[must_use]
pub fn unknown_country(text: &str) -> Message {
    quoting("بلد غير معروف: {}", "unknown country {}", text)
}

/// A country that ISO knows and the registry does not.
#[must_use]
pub fn country_not_in_registry(code: &str) -> Message {
    quoting(
        "البلد {} غير مدرج في registry.yaml: أضفه",
        "the country {} is not in registry.yaml: add it",
        code,
    )
}

/// A country by another code or by its name.
#[must_use]
pub fn country_means(text: &str, code: &str) -> Message {
    let text = short(text);
    Message::new(
        format!("البلد «{text}» رمزه {code}"),
        format!("the country “{text}” is written {code}"),
    )
}
