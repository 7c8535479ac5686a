//! The words of undoing and doing again: what came and went with it, what was passed over, and how one
//! goes on.

use super::{Message, Phrase};
use crate::script::{apart, isolate};

/// It is not known yet what is undone next.
pub const READING: Phrase = Phrase::new(
    "يُقرأ سجل التعديلات لمعرفة ما يُتراجع عنه…",
    "Reading the history, to know what is undone…",
);
/// It is known now; another key was pressed meanwhile.
pub const PRESS_AGAIN: Phrase = Phrase::new(
    "لم يُتراجع عن شيء؛ قُرئ سجل التعديلات، فاضغط المفتاح ثانيةً",
    "Nothing was undone; the history has been read: press the key again",
);

/// Somebody was asked, and left it as it was.
pub const PASSED: Phrase = Phrase::new("أُبقي كما هو", "left as it is");

/// What was left as it is: not undone; of what was undone, not done again.
#[must_use]
pub fn passed(record: &str, is_undone: bool) -> Message {
    let ar = apart(record, true);
    match is_undone {
        false => Message::new(
            format!("{ar}: أُبقي على حاله، ويليه في التراجع التعديل السابق له"),
            format!("{record}: it stays as it is; the change before it is undone next"),
        ),
        true => Message::new(
            format!("{ar}: أُبقي على حاله، ويليه في الإعادة ما تراجعتَ عنه قبله"),
            format!("{record}: it stays as it is; what you undid before it is done again next"),
        ),
    }
}

/// How one goes past a change that cannot be undone just so; or one that was undone, and cannot be done
/// again.
#[must_use]
pub fn way_on(is_undone: bool) -> Message {
    match is_undone {
        false => Message::new(
            "لإبقائه على حاله والانتقال إلى التعديل السابق له: majlis undo --keep؛ وللتراجع عن تعديل \
             آخر: majlis undo CHANGE بالاسم الذي يذكره majlis log",
            "to leave it as it is and go on to the one before it: majlis undo --keep; to undo \
             another one: majlis undo CHANGE, with the name that majlis log tells",
        ),
        true => Message::new(
            "لإبقائه على حاله والانتقال إلى ما تراجعتَ عنه قبله: majlis redo --keep",
            "to leave it as it is and go on to what you undid before it: majlis redo --keep",
        ),
    }
}

/// What could not be undone is left as it is.
pub const NEXT: Phrase = Phrase::new(
    "أُبقي على حاله، ويليه في التراجع التعديل السابق له",
    "it is left as it is, and the change before it is undone next",
);
/// Of two changes that one key made this one was not turned back, and the other was.
pub const HALF_UNDONE: Phrase = Phrase::new(
    "أما التعديل المرافق له فقد تُراجع عنه",
    "what was made together with it is undone",
);
/// The same of doing again.
pub const HALF_REDONE: Phrase = Phrase::new(
    "أما التعديل المرافق له فقد أُعيد",
    "what was made together with it is done again",
);

/// One of two changes that one key made was turned back; why the other was not.
#[must_use]
pub fn half_refused(why: &Message) -> Message {
    Message::new(
        format!("أما التعديل المرافق له فبقي: {}", why.ar),
        format!("what was made together with it stays as it was: {}", why.en),
    )
}

/// An earlier change was undone.
pub const UNDONE: Phrase = Phrase::new("تراجع", "undone");
/// A change that was undone was made again.
pub const REDONE: Phrase = Phrase::new("إعادة", "redone");
/// An earlier value was brought back.
pub const BROUGHT_BACK: Phrase = Phrase::new("استعادة", "brought back");
/// Two changed the same.
pub const CONFLICT: Phrase = Phrase::new("تعارض", "conflict");

/// That what is called so was added is undone.
#[must_use]
pub fn addition_undone(called: &Message) -> Message {
    Message::new(
        format!("إضافة {}؛ أُزيل ما أُضيف", called.ar),
        format!("adding {}; it is no longer there", called.en),
    )
}

/// That what is called so was deleted is undone.
#[must_use]
pub fn removal_undone(called: &Message) -> Message {
    Message::new(
        format!("حذف {}؛ عاد ما حُذف إلى موضعه", called.ar),
        format!("deleting {}; it is back at its place", called.en),
    )
}

/// What the end of a call wrote in this record is not undone by a command that does not name the change.
#[must_use]
pub fn to_be_named(record: &str, change: &str) -> Message {
    let undo = isolate(&format!("majlis undo {change}"));
    let keep = isolate("majlis undo --keep");
    Message::new(
        format!(
            "هذا ما كُتب في السجل {} عند اختتام الاجتماع، فلا يُتراجع عنه إلا بذكر معرّفه: {undo}؛ ولإبقائه على حاله والانتقال إلى التعديل السابق له: {keep}",
            apart(record, true)
        ),
        format!(
            "the end of a call wrote {record}, and that is undone only by its name: majlis undo {change}; to leave it as it is and go on to the one before it: majlis undo --keep"
        ),
    )
}

/// Nothing stands in the way of undoing that, or of doing it again, so it is not passed over.
pub const NOT_IN_THE_WAY: Phrase = Phrase::new(
    "لا شيء يمنع التراجع عنه أو إعادته، فلا داعي إلى \u{FDD0}--keep\u{FDD1}؛ لم يتغيّر شيء",
    "nothing stands in the way of it, so it needs no --keep; nothing was changed",
);

/// Only what one changed oneself comes up to be undone, and can be passed over.
pub const NOT_OWN: Phrase = Phrase::new(
    "لا يعرض عليك التراجع إلا تعديلاتك، وهذا تعديل غيرك؛ لم يتغيّر شيء",
    "undoing only comes to changes of your own, and this is another's; nothing was changed",
);

/// What was to be undone (or done again) was passed over, since it is so already, or since the record is
/// gone.
#[must_use]
pub fn passed_over(record: &str, is_undone: bool, is_gone: bool) -> Message {
    let ar = apart(record, true);
    let (why_ar, why_en) = match (is_gone, is_undone) {
        (true, _) => ("لم يعد موجوداً في الملف", "is no longer in the file"),
        (false, false) => (
            "عاد من قبل إلى ما كان عليه قبل تعديلك",
            "is as it was before your change already",
        ),
        (false, true) => (
            "على الحال التي تؤدي إليها الإعادة أصلاً",
            "is already as doing it again would make it",
        ),
    };
    let (next_ar, next_en) = match is_undone {
        false => (
            "يليه في التراجع التعديل السابق له",
            "the change before it is undone next",
        ),
        true => (
            "يليه في الإعادة ما تراجعتَ عنه قبله",
            "what you undid before it is done again next",
        ),
    };
    Message::new(
        format!("السجل {ar} {why_ar}، فلم يتغيّر شيء؛ و{next_ar}"),
        format!("{record} {why_en}; nothing was changed, and {next_en}"),
    )
}

/// No change has this name, or several begin with it.
#[must_use]
pub fn no_change(typed: &str, several: bool) -> Message {
    let (ar, log) = (apart(typed, true), isolate("majlis log"));
    match several {
        true => Message::new(
            format!("يبدأ أكثر من تعديل بـ«{ar}»؛ اكتب المزيد من المعرّف الذي يذكره {log}"),
            format!(
                "several changes begin with “{typed}”; give more of the name that majlis log shows"
            ),
        ),
        false => Message::new(
            format!("لا تعديل معرّفه «{ar}»؛ يذكر {log} معرّفات التعديلات في أول كل سطر"),
            format!(
                "no change is called “{typed}”; majlis log shows the names of the changes, each at the beginning of its line"
            ),
        ),
    }
}
