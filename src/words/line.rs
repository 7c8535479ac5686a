//! What is said of a line that is read as a whole.

use super::{Message, Phrase, capital, copy};
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

/// An entry of the directory, and what one types for it.
#[must_use]
pub fn entry(title: &Message, id: &str) -> Message {
    Message::new(
        format!("{} ({})", title.ar, isolate(id)),
        format!("{} ({id})", title.en),
    )
}

/// Those of the directory who may be meant by the name of somebody new.
#[must_use]
pub fn perhaps(near: &[Message]) -> Message {
    let [ar, en] = [Language::Arabic, Language::English]
        .map(|language| near.iter().map(move |one| one.get(language)));
    Message::new(
        format!("لعلك تقصد: {}؟", ar.collect::<Vec<_>>().join("، ")),
        format!("did you mean {}?", en.collect::<Vec<_>>().join(", ")),
    )
}

/// Who is nominated is new, and comes into the directory by a key of its own.
#[must_use]
pub fn new_nominee(name: &str) -> Message {
    Message::new(
        format!(
            "«{}» ليس في الدليل؛ Ctrl-S يضيف الشخص ويضيف ترشيحه",
            apart(name, true)
        ),
        format!(
            "“{}” is not in the directory; Ctrl-S adds the person and the nomination",
            apart(name, false)
        ),
    )
}

/// All of a line is understood that brings somebody into the directory.
pub const READY_WITH_PERSON: Phrase =
    Phrase::new("Ctrl-S يضيفه ويضيف الشخص", "Ctrl-S adds it, and the person");
/// What the line is called.
pub const QUICK_TITLE: Phrase = Phrase::new("إضافة في سطر واحد", "Add in one line");
/// How it is written.
pub const QUICK_HOW: Phrase = Phrase::new(
    "@ الجهة ثم التاريخ ثم النص: توصية. وبعد + تُكتب الكلمة التي تدل على المضاف: موقف، ترشيح، ملاحظة، مساهمة، نتيجة، رأي، بند، اجتماع",
    "@ who, when, then what is asked: a recommendation. Behind + the word for what is added: position, nomination, note, contribution, outcome, view, item, meeting",
);
/// Who has erased what was offered has thrown it away.
pub const THROWN_AWAY: Phrase = Phrase::new(
    "حُذف ما كان متروكاً هنا، ولن يُعرض ثانيةً",
    "What was left here is thrown away",
);
/// A line that was left is offered again.
const LINE_BACK: Phrase = Phrase::new(
    "هذا ما تركته من قبل: اضغط End لتتابع كتابته، وما تضيفه بدلاً منه يحل محله",
    "You left this before: End goes on with it; another that you add replaces it",
);

/// An item by its numbers, and its report where that is to be said.
#[must_use]
pub fn item(numbers: &[String], report: Option<&str>) -> Message {
    let ar: Vec<String> = numbers.iter().map(|number| isolate(number)).collect();
    let ar: Vec<&str> = ar.iter().map(String::as_str).collect();
    let en: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let ar = copy::item(&ar, Language::Arabic);
    let en = capital(&copy::item(&en, Language::English));
    let of = |called: String| report.map_or_else(String::new, |_| format!(" ({called})"));
    let report = report.unwrap_or_default();
    Message::new(
        format!("{ar}{}", of(isolate(report))),
        format!("{en}{}", of(report.to_owned())),
    )
}

/// An item has a position at this stage, so that it gets no other.
#[must_use]
pub fn has_position(item: &Message, stage: Phrase) -> Message {
    let ar = copy::behind_preposition(&item.ar);
    let of = match ar.strip_prefix("ال") {
        Some(rest) => format!("لل{rest}"),
        None => format!("للبند {}", isolate(&item.ar)),
    };
    let has = match item.en.starts_with("Items ") {
        true => "have",
        false => "has",
    };
    Message::new(
        format!("{of} موقف مسجَّل، ومرحلته: {}", stage.ar),
        format!("{} {has} a position already, {}", item.en, stage.en),
    )
}

/// One of these words is to be typed; with a colon behind it, where it could be the first word of the text.
#[must_use]
pub fn one_of(words: &[Phrase], with_colon: bool) -> Message {
    let ar: Vec<&str> = words.iter().map(|word| word.ar).collect();
    let en: Vec<&str> = words.iter().map(|word| word.en).collect();
    let lead = match with_colon {
        true => Phrase::new(
            "اكتب قبل النص، وبعده نقطتان، واحداً من",
            "type one of these and a colon before the text",
        ),
        false => Phrase::new(
            "اكتب قبل النص واحداً من",
            "type one of these before the text",
        ),
    };
    Message::new(
        format!("{}: {}", lead.ar, ar.join("، ")),
        format!("{}: {}", lead.en, en.join(", ")),
    )
}

/// A line that was typed before is there again, for which other record it was typed, and how many more there are
/// behind the same sign.
#[must_use]
pub fn line_back(more: usize, sign: &str, elsewhere: Option<&Message>) -> Message {
    let (mut ar, mut en) = (LINE_BACK.ar.to_owned(), LINE_BACK.en.to_owned());
    if let Some(of) = elsewhere {
        ar = format!(
            "هذا ما تركته في {}: اضغط End لتتابع كتابته هنا، أما كتابة غيره فتبقيه هناك",
            apart(&copy::behind_preposition(&of.ar), true)
        );
        en = format!(
            "You left this at {}: End goes on with it here, typing leaves it there",
            copy::within(&of.en)
        );
    }
    if more > 0 {
        ar = format!("{ar}؛ وغيره محفوظ: {more} (Esc ثم {})", isolate(sign));
        en = format!("{en}; kept besides: {more} (Esc, then {sign})");
    }
    Message::new(ar, en)
}
