//! Files and records that are no longer there.

use super::Message;
use crate::script::apart;

/// A file is no longer in the folder, and a record of it was in hand.
#[must_use]
pub fn file_away(file: &str) -> Message {
    Message::new(
        format!(
            "لم يعد الملف {} في المجلد: نُقل أو حُذف. يعود ما كان معروضاً منه حين يعود الملف",
            apart(file, true)
        ),
        format!(
            "{file} is not in the folder any more: it was moved or deleted. What was shown of it comes back with it"
        ),
    )
}

/// The names of bodies, people and countries are not known: the registry is not in the folder, or nothing of
/// it could be read; the key that tells why. What to do about it.
#[must_use]
pub fn names_unknown(is_there: bool, problems: &str) -> Message {
    let (ar, en) = match is_there {
        false => (
            "لا يوجد الملف \u{FDD0}registry.yaml\u{FDD1} في المجلد".to_owned(),
            "there is no registry.yaml in the folder".to_owned(),
        ),
        true => (
            format!("تعذّرت قراءة الملف \u{FDD0}registry.yaml\u{FDD1} (السبب بالمفتاح {problems})"),
            format!("registry.yaml cannot be read ({problems} tells why)"),
        ),
    };
    let (todo_ar, todo_en) = match is_there {
        false => (
            ". ضعه فيه؛ ويكفي للبدء ملف فيه \u{FDD0}bodies: []\u{FDD1}",
            ". Put it there; to begin with, it is enough that it says bodies: []",
        ),
        true => ("", ""),
    };
    Message::new(
        format!("{ar}، فلا تُعرف أسماء الهيئات والأشخاص والبلدان، وتظهر معرّفاتها بدلاً منها{todo_ar}"),
        format!(
            "{en}: the names of bodies, people and countries are not known, and their ids stand instead{todo_en}"
        ),
    )
}

/// A file is no longer in the folder, and a record of it was to be changed.
#[must_use]
pub fn file_gone(file: &str) -> Message {
    Message::new(
        format!(
            "لم يعد الملف {} في المجلد: نُقل أو حُذف، فلم يُكتب شيء. أعده إلى مكانه ثم احفظ من جديد",
            apart(file, true)
        ),
        format!(
            "{file} is not in the folder any more: it was moved or deleted, so nothing was written. Put it back, then save again"
        ),
    )
}

/// A record is no longer in its file, and was to be changed.
#[must_use]
pub fn record_gone(id: &str, file: &str) -> Message {
    Message::new(
        format!(
            "لم يعد السجل {id} في {file}: حُذف أو غُيّر معرّفه، فلم يُكتب شيء. يذكر majlis log {id} من فعل ذلك واسم تعديله، ويعيده majlis undo متبوعاً بذلك الاسم؛ ثم احفظ من جديد"
        ),
        format!(
            "{id} is not in {file} any more: it was deleted or its id was changed, so nothing was written. majlis log {id} tells by whom and what the change is called; majlis undo with that name brings it back; then save again"
        ),
    )
}
