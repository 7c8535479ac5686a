//! The words for what is written, and for what could not be.

use super::label::Label;
use super::{Message, Phrase};
use crate::report::{DateError, Kind};

/// Nothing is written in this mode.
pub const READ_ONLY: Phrase = Phrase::new(
    "فُتح البرنامج للقراءة فقط (--read-only)، فلم يُكتب شيء؛ أعد تشغيله دون هذا الخيار لتعدّل",
    "the program was opened for reading only (--read-only), so nothing was written; start it \
     without that option to make changes",
);

/// There is nothing to undo or to redo.
pub const NOTHING: Phrase = Phrase::new(
    "ليس هناك ما يُتراجع عنه أو يُعاد",
    "there is nothing to undo or to redo",
);

/// All is as wanted already.
pub const UNCHANGED: Phrase = Phrase::new(
    "الأمر كما طُلب من قبل، فلم يتغيّر شيء",
    "it is as wanted already; nothing was changed",
);

/// The disk is full.
pub const FULL: Phrase = Phrase::new(
    "امتلأ القرص؛ أفرغ حيزاً منه ثم أعد المحاولة",
    "the disk is full; free some room and try again",
);

/// No permission.
pub const NOT_PERMITTED: Phrase = Phrase::new(
    "لا تملك صلاحية الكتابة هنا؛ اطلبها ممن يملك المجلد، أو اعمل على نسخة منه",
    "you have no permission to write here; ask the folder's owner for it, or work on a copy",
);

/// A read-only file system.
pub const READ_ONLY_DISK: Phrase = Phrase::new(
    "القرص مفتوح للقراءة فقط؛ انقل المجلد إلى قرص يُكتب عليه، أو اعمل على نسخة منه",
    "the disk is mounted for reading only; move the folder to one that can be written, or work on a \
     copy",
);

/// A limit on the size of files.
pub const TOO_LARGE: Phrase = Phrase::new(
    "الملف أكبر مما يسمح به النظام (ulimit -f)؛ ارفع هذا الحد ثم أعد المحاولة",
    "the file is larger than the system allows (ulimit -f); raise the limit and try again",
);

/// The file or folder is gone.
pub const NOT_THERE: Phrase = Phrase::new(
    "لم يعد موجوداً: نُقل أو حُذف؛ أعده إلى مكانه ثم أعد المحاولة",
    "it is not there any more: it was moved or deleted; put it back and try again",
);

/// The disk or mount does not answer.
pub const LOST: Phrase = Phrase::new(
    "القرص أو المجلد المشترك لا يستجيب؛ تحقق من الاتصال ثم أعد المحاولة",
    "the disk or the shared folder does not answer; check the connection and try again",
);

/// What else the system says.
#[must_use]
pub fn other(said: &str) -> Message {
    Message::new(
        format!("يقول النظام: {said}"),
        format!("the system says: {said}"),
    )
}

/// Somebody else writes.
#[must_use]
pub fn busy(who: Option<&str>) -> Message {
    let (ar, en) = match who {
        Some(who) => (format!("{who} يكتب"), format!("{who} is writing")),
        None => (
            "غيرك يكتب".to_owned(),
            "somebody else is writing".to_owned(),
        ),
    };
    Message::new(
        format!("{ar} الآن ولم يفرغ بعد؛ أعد المحاولة بعد لحظة"),
        format!("{en} and is not done yet; try again in a moment"),
    )
}

/// The file cannot be read.
#[must_use]
pub fn unreadable(file: &str, why: &Message) -> Message {
    Message::new(
        format!("{file}: لم يُكتب شيء: {}", why.ar),
        format!("{file}: nothing was written: {}", why.en),
    )
}

/// The change cannot be made in the file as it stands.
#[must_use]
pub fn not_edited(file: &str, why: &Message) -> Message {
    Message::new(
        format!("{file}: تعذّر التعديل ولم يتغيّر شيء: {}", why.ar),
        format!(
            "{file}: this cannot be changed, and nothing was: {}",
            why.en
        ),
    )
}

/// The file would be wrong.
#[must_use]
pub fn wrong(file: &str, why: &Message) -> Message {
    Message::new(
        format!("{file}: رُفض التعديل لأن الملف لا يسلم بعده: {}", why.ar),
        format!(
            "{file}: refused, since the file would have an error: {}",
            why.en
        ),
    )
}

/// Others changed the same fields.
#[must_use]
pub fn conflict(fields: &[String]) -> Message {
    Message::new(
        format!(
            "عدّل غيرك الحقل نفسه في هذه الأثناء: {}؛ لم يُكتب تعديلك، وهو محفوظ في السجل. \
             اقرأ الصيغتين ثم أعد المحاولة",
            fields.join("، ")
        ),
        format!(
            "somebody changed the same field meanwhile: {}; yours was not written and is kept in the \
             history. Read both, then try again",
            fields.join(", ")
        ),
    )
}

/// A file was not written.
#[must_use]
pub fn not_written(path: &str, why: &Message) -> Message {
    Message::new(
        format!("{path}: لم يُكتب: {}", why.ar),
        format!("{path}: not written: {}", why.en),
    )
}

/// The history cannot be written, so nothing is.
#[must_use]
pub fn no_history(path: &str, why: &Message) -> Message {
    Message::new(
        format!("{path}: تعذّر فتح سجل التعديلات فلم يُكتب شيء: {}", why.ar),
        format!(
            "{path}: the history cannot be kept, so nothing was written: {}",
            why.en
        ),
    )
}

/// The file was written; its line in the history will be later.
#[must_use]
pub fn late(path: &str, why: &Message) -> Message {
    Message::new(
        format!(
            "كُتب التعديل، أما سطره في السجل ({path}) فيُضاف مع التعديل التالي: {}",
            why.ar
        ),
        format!(
            "the change is written; its line in the history ({path}) will be added with the next \
             change: {}",
            why.en
        ),
    )
}

/// The same, and where a copy lies.
#[must_use]
pub fn with_copy(said: &Message, copy: &str) -> Message {
    Message::new(
        format!("{}. ما كتبته محفوظ في {copy}", said.ar),
        format!("{}. What you wrote is kept in {copy}", said.en),
    )
}

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

/// No such word in a fixed set.
#[must_use]
pub fn no_such_word(typed: &str, near: Option<&str>, known: &[&str]) -> Message {
    let (ar, en) = meant(near, known);
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
                "«{typed}» ليس تاريخاً؛ اكتب مثلاً 15/9 أو 9/2021 أو سبتمبر 2021 أو غداً أو \
                 2021-06-08/2021-06-18"
            ),
            format!(
                "“{typed}” is not a date; write for instance 15/9, 9/2021, sep 2021, tomorrow or \
                 2021-06-08/2021-06-18"
            ),
        ),
        _ => super::problem::impossible_date(typed, why),
    }
}

/// Not a number.
#[must_use]
pub fn no_number(typed: &str) -> Message {
    super::cli::not_a_number(typed)
}

/// Nothing has this id or name.
#[must_use]
pub fn no_such_entry(typed: &str, kind: Option<Kind>, near: &[&str]) -> Message {
    let (ar, en) = match near {
        [] => (String::new(), String::new()),
        near => (
            format!("؛ لعلك تقصد: {}", near.join("، ")),
            format!("; did you mean: {}", near.join(", ")),
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

/// The built-in reports.
pub const BUILT_IN: Phrase = Phrase::new(
    "التقارير المضمَّنة في البرنامج لا تُعدَّل؛ سمِّ مجلد تقاريرك بالخيار --library DIR أو بالمتغير \
     MAJLIS_LIBRARY أو في ملف الإعداد",
    "the reports built into the program cannot be changed; name a folder of your own with --library \
     DIR, MAJLIS_LIBRARY or the configuration",
);

/// How `set` is used.
pub const SET_USAGE: Phrase = Phrase::new(
    "ما الذي يُعدَّل؟ majlis set ID FIELD=VALUE…، مثل: majlis set c21:27 position.status=agreed",
    "what is to be changed? majlis set ID FIELD=VALUE…, such as: majlis set c21:27 \
     position.status=agreed",
);

/// How `note` is used.
pub const NOTE_USAGE: Phrase = Phrase::new(
    "ما الملاحظة؟ majlis note ID TEXT، مثل: majlis note c21:27 'نص الملاحظة'",
    "what is the note? majlis note ID TEXT, such as: majlis note c21:27 'the note'",
);

/// A record that goes into an item or a report.
pub const NO_PARENT: Phrase = Phrase::new(
    "سمِّ البند أو التقرير الذي يُضاف إليه، مثل c21:27 أو c21",
    "name the item or report that it is added to, such as c21:27 or c21",
);

/// No id can be made.
pub const NO_ID: Phrase = Phrase::new(
    "لا يكفي ما ذُكر ليُصنع منه معرّف؛ اذكره بالخيار --id",
    "no id can be made of what was given; name one with --id",
);

/// An earlier change was undone.
pub const UNDONE: Phrase = Phrase::new("تراجع", "undone");
/// A change that was undone was made again.
pub const REDONE: Phrase = Phrase::new("إعادة", "redone");
/// Two changed the same.
pub const CONFLICT: Phrase = Phrase::new("تعارض", "conflict");

/// How `add` is used.
#[must_use]
pub fn add_usage(kinds: &[Kind]) -> Message {
    let names: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
    Message::new(
        format!(
            "ما الذي يُضاف وإلى أين؟ majlis add KIND ID FIELD=VALUE…؛ الأنواع: {}",
            names.join("، ")
        ),
        format!(
            "what is to be added, and where? majlis add KIND ID FIELD=VALUE…; kinds: {}",
            names.join(", ")
        ),
    )
}

/// Not `FIELD=VALUE`.
#[must_use]
pub fn no_assignment(typed: &str) -> Message {
    Message::new(
        format!("«{typed}» ليس على صورة FIELD=VALUE"),
        format!("“{typed}” is not FIELD=VALUE"),
    )
}

/// A field that holds one value only.
#[must_use]
pub fn not_many(field: &str) -> Message {
    Message::new(
        format!("{field}: لا يقبل هذا الحقل إلا قيمة واحدة؛ اكتب {field}=VALUE"),
        format!("{field} holds one value only; write {field}=VALUE"),
    )
}

/// What is wrong with the value of a field.
#[must_use]
pub fn of_field(field: &str, why: &Message) -> Message {
    Message::new(
        format!("{field}: {}", why.ar),
        format!("{field}: {}", why.en),
    )
}

/// A record of which it is not known where it stands.
#[must_use]
pub fn no_place(id: &str) -> Message {
    Message::new(
        format!("{id}: لا يُعرف موضعه في ملفه"),
        format!("{id}: its place in its file is not known"),
    )
}

/// No file holds the report, or the registry.
#[must_use]
pub fn no_file(report: Option<&str>, folder: &str) -> Message {
    match report {
        Some(report) => Message::new(
            format!("لا ملف في {folder} للتقرير {report}"),
            format!("no file in {folder} is the report {report}"),
        ),
        None => Message::new(
            format!("لا ملف registry.yaml في {folder}"),
            format!("there is no registry.yaml in {folder}"),
        ),
    }
}

/// An entry that is there already.
#[must_use]
pub fn in_registry(id: &str) -> Message {
    Message::new(
        format!("{id} موجود من قبل؛ عدّله بالأمر majlis set، أو اختر معرّفاً آخر بالخيار --id"),
        format!("{id} is there already; change it with majlis set, or name another id with --id"),
    )
}

/// A field got another value.
#[must_use]
pub fn set(record: &str, field: &str, was: Option<&str>, became: Option<&str>) -> Message {
    match (was, became) {
        (Some(was), Some(became)) => Message::new(
            format!("{record} {field}: {became} (كان: {was})"),
            format!("{record} {field}: {became} (was: {was})"),
        ),
        (None, Some(became)) => Message::new(
            format!("{record} {field}: {became}"),
            format!("{record} {field}: {became}"),
        ),
        (was, None) => {
            let was = was.unwrap_or_default();
            Message::new(
                format!("{record} {field}: حُذف (كان: {was})"),
                format!("{record} {field}: removed (was: {was})"),
            )
        }
    }
}

/// A record was added.
#[must_use]
pub fn inserted(id: &str) -> Message {
    Message::new(format!("{id}: أُضيف"), format!("{id}: added"))
}

/// A record was taken away.
#[must_use]
pub fn removed(id: &str) -> Message {
    Message::new(format!("{id}: حُذف"), format!("{id}: removed"))
}

/// A record was moved in its list.
#[must_use]
pub fn moved(id: &str) -> Message {
    Message::new(format!("{id}: نُقل"), format!("{id}: moved"))
}

/// What was not written in a conflict.
#[must_use]
pub fn lost(record: &str, field: &str, yours: Option<&str>) -> Message {
    let yours = yours.unwrap_or_default();
    Message::new(
        format!("{record} {field}: لم يُكتب «{yours}»"),
        format!("{record} {field}: “{yours}” was not written"),
    )
}

/// The versions of a field that two persons changed.
#[must_use]
pub fn both(field: &str, base: &str, theirs: &str, yours: &str) -> Message {
    Message::new(
        format!("{field}: كان «{base}»، وصار عند غيرك «{theirs}»، وتريده «{yours}»"),
        format!("{field}: it was “{base}”, is “{theirs}” now, and you want “{yours}”"),
    )
}
