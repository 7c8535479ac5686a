//! What is said of a line that is read as a whole.

use super::{Message, Phrase, capital};
use crate::report::Language;
use crate::script::{apart, isolate};

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

/// What the line is called.
pub const QUICK_TITLE: Phrase = Phrase::new("إضافة في سطر واحد", "Add in one line");
/// How it is written.
pub const QUICK_HOW: Phrase = Phrase::new(
    "@ الجهة ثم التاريخ ثم النص: توصية. وبعد + تُكتب الكلمة التي تدل على المضاف: موقف، ترشيح، ملاحظة، مساهمة، نتيجة، رأي، بند، اجتماع",
    "@ who, when, then what is asked: a recommendation. Behind + the word for what is added: position, nomination, note, contribution, outcome, view, item, meeting",
);
/// A line that was left is offered again.
const LINE_BACK: Phrase = Phrase::new(
    "هذا ما تركته من قبل: المفتاح End يكمله، وما تضيفه بدلاً منه يحل محله",
    "You left this before: End goes on with it; another that you add replaces it",
);

/// An item by its numbers, and its report where that is to be said.
#[must_use]
pub fn item(numbers: &[String], report: Option<&str>) -> Message {
    let ar: Vec<String> = numbers.iter().map(|number| isolate(number)).collect();
    let en = match numbers {
        [one] => format!("Item {one}"),
        all => format!("Items {}", all.join(", ")),
    };
    let of = |called: String| report.map_or_else(String::new, |_| format!(" ({called})"));
    let report = report.unwrap_or_default();
    Message::new(
        format!("البند {}{}", ar.join(" و"), of(isolate(report))),
        format!("{en}{}", of(report.to_owned())),
    )
}

/// An item has a position, so that it gets no other.
#[must_use]
pub fn has_position(item: &Message) -> Message {
    let of = match item.ar.strip_prefix("ال") {
        Some(rest) => format!("لل{rest}"),
        None => format!("للبند {}", isolate(&item.ar)),
    };
    Message::new(
        format!("{of} موقف من قبل"),
        format!("{} has a position already", item.en),
    )
}

/// One of these words is to be typed.
#[must_use]
pub fn one_of(words: &[Phrase]) -> Message {
    let ar: Vec<&str> = words.iter().map(|word| word.ar).collect();
    let en: Vec<&str> = words.iter().map(|word| word.en).collect();
    Message::new(
        format!("اكتب قبل النص واحداً من: {}", ar.join("، ")),
        format!("type one of these before the text: {}", en.join(", ")),
    )
}

/// A line that was typed before is there again, for which other record it was typed, and how many more there are
/// behind the same sign.
#[must_use]
pub fn line_back(more: usize, sign: &str, elsewhere: Option<&Message>) -> Message {
    let (mut ar, mut en) = (LINE_BACK.ar.to_owned(), LINE_BACK.en.to_owned());
    if let Some(of) = elsewhere {
        ar = format!(
            "هذا ما تركته في {}: المفتاح End يكمله هنا، والكتابة تبقيه هناك",
            apart(&of.ar, true)
        );
        en = format!(
            "You left this at {}: End goes on with it here, typing leaves it there",
            of.en
        );
    }
    if more > 0 {
        ar = format!("{ar}؛ وغيره محفوظ: {more} (Esc ثم {})", isolate(sign));
        en = format!("{en}; kept besides: {more} (Esc, then {sign})");
    }
    Message::new(ar, en)
}
