//! The words of the question before a record is deleted, or before a call or what it wrote is undone.

use super::{Message, Phrase};
use crate::report::Language;

/// The title of the question.
pub const QUESTION: Phrase = Phrase::new("أيُحذف هذا السجل؟", "Delete this record?");
/// The choice that keeps it.
pub const KEEP: Phrase = Phrase::new("لا، يبقى", "No, keep it");
/// The choice that deletes it.
pub const DELETE: Phrase = Phrase::new("نعم، يُحذف", "Yes, delete it");
/// The title of the question before the record that the end of a call wrote is undone.
pub const QUESTION_OF_RECORD: Phrase = Phrase::new(
    "أيُتراجع عن سجل هذا الاجتماع؟",
    "Undo the record of this call?",
);
/// The choice that undoes it.
pub const UNDO_RECORD: Phrase = Phrase::new("نعم، يُحذف السجل", "Yes, take the record away");
/// What comes of it, and how the record comes back.
pub const CALL_STAYS_OVER: Phrase = Phrase::new(
    "الاجتماع نفسه لا يُستأنف، وما اتُّفق عليه فيه يبقى في سجلاته. وبإعادة التعديل يعود السجل كاملاً.",
    "The call itself does not go on again, and what was agreed in it stays where it stands. Redo brings the record back whole.",
);
/// The title of the question before that is undone which the end of a call wrote into a meeting that was
/// made beforehand.
pub const QUESTION_OF_WRITTEN: Phrase = Phrase::new(
    "أيُتراجع عما دوّنه الاجتماع هنا؟",
    "Undo what the call wrote here?",
);
/// The choice that undoes it.
pub const UNDO_WRITTEN: Phrase = Phrase::new("نعم، يُتراجع عنه", "Yes, take that back");
/// What comes of it, and how it comes back.
pub const MEETING_STAYS: Phrase = Phrase::new(
    "يبقى الاجتماع كما كان قبل انعقاده، ولا يُستأنف، وما اتُّفق عليه فيه يبقى في سجلاته. وبإعادة التعديل يعود ما كُتب فيه.",
    "The meeting stays, as it was before the call. The call does not go on again, and what was agreed in it stays where it stands. Redo writes it once more.",
);
/// The title of the question before the beginning of a call is taken back.
pub const QUESTION_OF_CALL: Phrase =
    Phrase::new("أيُلغى بدء هذا الاجتماع؟", "Undo the beginning of the call?");
/// The choice by which it goes on.
pub const KEEP_CALL: Phrase = Phrase::new("لا، يستمر", "No, it goes on");
/// The choice that takes it back.
pub const UNDO_CALL: Phrase = Phrase::new("نعم، يُلغى", "Yes, there is no call");
/// For whom it is over.
pub const CALL_OF_ALL: Phrase = Phrase::new(
    "ينتهي الاجتماع لدى كل من يتابعه، ولا يُكتب له سجل.",
    "It is over for everybody who follows it, and no record is written.",
);
/// The title of the question before a call that was thrown away, and came back, is thrown away again.
pub const QUESTION_OF_CALL_AGAIN: Phrase =
    Phrase::new("أيُحذف هذا الاجتماع ثانيةً؟", "Throw the call away again?");
/// The choice that does so.
pub const THROW_AWAY: Phrase = Phrase::new("نعم، يُحذف", "Yes, throw it away");
/// How it comes back.
pub const CALL_COMES_BACK: Phrase = Phrase::new(
    "بالتراجع يعود الاجتماع كما كان.",
    "Undo brings the call back as it was.",
);
/// The same, where its beginning was taken back.
pub const CALL_COMES_AGAIN: Phrase = Phrase::new(
    "بالإعادة يعود الاجتماع كما كان.",
    "Redo brings the call back as it was.",
);
/// What one was asked about is not undone.
pub const NOT_UNDONE: Phrase = Phrase::new("لم يُتراجع عن شيء", "Nothing was undone");
/// The record of a call is still being written.
pub const CALL_UNWRITTEN: Phrase = Phrase::new(
    "ما زال سجل الاجتماع يُكتب؛ يمكن التراجع عنه بعد ذلك",
    "The record of the call is still being written; it can be undone after that",
);
/// Something else would be undone than what one was asked about.
pub const NOT_NEXT: Phrase = Phrase::new(
    "جدّ تعديل آخر وأنت تُسأل، فلم يُتراجع عن شيء",
    "Something else was changed while you were asked; nothing was undone",
);
/// It was kept.
pub const KEPT: Phrase = Phrase::new("لم يُحذف شيء", "Nothing was deleted");
/// What was asked about is not what is there now.
pub const ASKED_AGAIN: Phrase = Phrase::new(
    "تغيّر السجل وأنت تُسأل عنه؛ هذا هو الآن",
    "It has changed while you were asked; this is what it is now",
);
/// The file is read for what else names the record.
pub const READING: Phrase = Phrase::new(
    "يُقرأ الملف لمعرفة ما يشير إلى السجل…",
    "The file is read for what refers to the record…",
);
/// Meanwhile something was changed.
pub const CHANGED_MEANWHILE: Phrase = Phrase::new(
    "تغيّرت التقارير في هذه الأثناء؛ لم يُحذف شيء، وأعد الضغط على المفتاح",
    "The reports have changed meanwhile; nothing is deleted, press the key again",
);
/// Nothing refers to it.
pub const NOTHING_REFERS: Phrase = Phrase::new("لا سجل يشير إليه.", "No other record refers to it.");
/// So many records of the same file refer to it.
#[must_use]
pub fn freed(count: usize) -> Message {
    Message::new(
        format!("السجلات التي تشير إليه في الملف نفسه: {count}؛ تُزال الإشارة منها."),
        format!(
            "Records of the same file that refer to it: {count}. The reference is taken out of them."
        ),
    )
}

/// So many records of the same file lose an entry of a list with it.
#[must_use]
pub fn cut(count: usize) -> Message {
    Message::new(
        format!("السجلات التي فيها عنصر لا يقوم من دونه: {count}؛ يُحذف منها ذلك العنصر كله."),
        format!(
            "Records of the same file with an entry that cannot be without it: {count}. That entry is deleted with it."
        ),
    )
}

/// So many records of the same file cannot be without it.
#[must_use]
pub fn needing(count: usize) -> Message {
    Message::new(
        format!(
            "السجلات التي لا تقوم من دونه في الملف نفسه: {count}؛ تبقى إشارتها ولا تؤدي إلى شيء إلى أن يُستعاد."
        ),
        format!(
            "Records of the same file that cannot be without it: {count}. There the reference stays, and leads nowhere until it is brought back."
        ),
    )
}

/// So many records of other files refer to it.
#[must_use]
pub fn left(count: usize) -> Message {
    Message::new(
        format!(
            "السجلات التي تشير إليه في ملفات أخرى: {count}؛ تبقى إشارتها ولا تؤدي إلى شيء إلى أن يُستعاد."
        ),
        format!(
            "Records of other files that refer to it: {count}. There the reference stays, and leads nowhere until it is brought back."
        ),
    )
}

/// Places of the same file that refer to it, have an error and are not read.
#[must_use]
pub fn unread(at: &[String]) -> Message {
    Message::new(
        format!(
            "مواضع في الملف نفسه تشير إليه وفيها خطأ فلا تُقرأ، وتبقى إشارتها: {}.",
            at.join("، ")
        ),
        format!(
            "Places of the same file that refer to it, with an error in them, keep the reference: {}.",
            at.join(", ")
        ),
    )
}

/// How it comes back.
pub const COMES_BACK: Phrase = Phrase::new(
    "بالتراجع يعود كاملاً في مكانه، مع كل إشارة إليه.",
    "Undo brings it back whole, at its place, with every reference to it.",
);

/// What goes with it: how many of each kind.
#[must_use]
pub fn with(counts: &[(Phrase, usize)]) -> Message {
    let ar: Vec<String> = counts
        .iter()
        .map(|(kind, count)| format!("{} {count}", kind.ar))
        .collect();
    let en: Vec<String> = counts
        .iter()
        .map(|(kind, count)| format!("{} {count}", kind.en.to_lowercase()))
        .collect();
    Message::new(
        format!("يُحذف معه ما هو جزء منه: {}.", ar.join("، ")),
        format!("Its parts go with it: {}.", en.join(", ")),
    )
}

/// What the record of a call tells of goes with it: how much of each.
#[must_use]
pub fn of_call(counts: &[(Phrase, usize)]) -> Message {
    let counted = |language| {
        let told = counts
            .iter()
            .map(|(what, count)| format!("{} {count}", what.get(language)));
        told.collect::<Vec<_>>()
            .join(super::ui::LIST_COMMA.get(language))
    };
    Message::new(
        format!("يُحذف به: {}.", counted(Language::Arabic)),
        format!(
            "With it goes: {}.",
            counted(Language::English).to_lowercase()
        ),
    )
}

/// A record went or came back, and so many references to it.
#[must_use]
pub fn and_references(told: &Message, count: usize) -> Message {
    Message::new(
        format!("{}، مع الإشارات إليه ({count})", told.ar),
        format!("{}, with the references to it ({count})", told.en),
    )
}

/// The title of the question where another has changed the record meanwhile.
pub const CHANGED_TITLE: Phrase = Phrase::new(
    "تغيّر ما أردت حذفه؛ أيُحذف؟",
    "What you wanted deleted was changed meanwhile. Delete it?",
);
/// What stands above what the person saw.
pub const AS_SEEN: Phrase = Phrase::new("ما رأيته", "What you saw");
/// The choice that keeps it as another has left it.
pub const KEEP_CHANGED: Phrase = Phrase::new("لا، يبقى كما هو الآن", "No, keep it as it is now");
/// The choice that deletes it.
pub const DELETE_CHANGED: Phrase = Phrase::new("نعم، يُحذف مع ذلك", "Yes, delete it all the same");
