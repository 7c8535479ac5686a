//! What commands tell of a change: that it was made, undone or not written.

use super::Message;
use crate::script::apart;

/// A field got another value.
#[must_use]
pub fn set(record: &str, field: &str, was: Option<&str>, became: Option<&str>) -> Message {
    let ar = apart(record, true);
    match (was, became) {
        (Some(was), Some(became)) => Message::new(
            format!(
                "{ar} {field}: {} (كان: {})",
                apart(became, true),
                apart(was, true)
            ),
            format!("{record} {field}: {became} (was: {was})"),
        ),
        (None, Some(became)) => Message::new(
            format!("{ar} {field}: {}", apart(became, true)),
            format!("{record} {field}: {became}"),
        ),
        (was, None) => {
            let was = was.unwrap_or_default();
            Message::new(
                format!("{ar} {field}: حُذف (كان: {})", apart(was, true)),
                format!("{record} {field}: removed (was: {was})"),
            )
        }
    }
}

/// A record was added.
#[must_use]
pub fn inserted(id: &str) -> Message {
    Message::new(format!("إضافة {id}"), format!("{id}: added"))
}

/// A part of the history cannot be read; why.
#[must_use]
pub fn history_unread(why: &Message) -> Message {
    Message::new(
        format!("تعذّرت قراءة جزء من التاريخ، فليس هذا كله: {}", why.ar),
        format!(
            "a part of the history cannot be read, so this is not all of it: {}",
            why.en
        ),
    )
}

/// What was done, and the text of what was added.
#[must_use]
pub fn with_text(done: &Message, text: &Message) -> Message {
    Message::new(
        format!("{}: {}", done.ar, text.ar),
        format!("{}: {}", done.en, text.en),
    )
}

/// A report was made.
#[must_use]
pub fn new_report(path: &str, items: usize) -> Message {
    Message::new(
        format!("{}: تقرير جديد، عدد بنوده {items}", apart(path, true)),
        format!("{path}: a new report, items: {items}"),
    )
}

/// A record was taken away.
#[must_use]
pub fn removed(id: &str) -> Message {
    is_removed(&Message::new(id, id))
}

/// What is called so was taken away.
#[must_use]
pub fn is_removed(called: &Message) -> Message {
    Message::new(
        format!("حذف {}", called.ar),
        format!("{}: removed", called.en),
    )
}

/// What is called so was added.
#[must_use]
pub fn is_inserted(called: &Message) -> Message {
    Message::new(
        format!("إضافة {}", called.ar),
        format!("{}: added", called.en),
    )
}

/// What is called so was moved in its list.
#[must_use]
pub fn is_moved(called: &Message) -> Message {
    Message::new(
        format!("نقل {}", called.ar),
        format!("{}: moved", called.en),
    )
}

/// A record was deleted that others still name.
#[must_use]
pub fn still_named(id: &str, by: &[String]) -> Message {
    Message::new(
        format!(
            "ما زالت سجلات في ملفات أخرى تشير إلى {id}، ولا تؤدي إشارتها إلى شيء: {}. يعيده majlis undo",
            by.join("، ")
        ),
        format!(
            "{id} is still named in other files, where that leads nowhere now: {}. majlis undo brings it back",
            by.join(", ")
        ),
    )
}

/// A record was deleted that its own file still names where it has an error.
#[must_use]
pub fn still_written(id: &str, at: &[String]) -> Message {
    Message::new(
        format!(
            "ما زال الملف نفسه يشير إلى {id} في مواضع فيها خطأ فلا تُقرأ: {}. صحّحها هناك بيدك",
            at.join("، ")
        ),
        format!(
            "{id} is still named in its own file, where that has an error and is not read: {}. Mend it there by hand",
            at.join(", ")
        ),
    )
}

/// A record was moved in its list.
#[must_use]
pub fn moved(id: &str) -> Message {
    Message::new(format!("{id}: نُقل"), format!("{id}: moved"))
}

/// What was not written in a conflict.
#[must_use]
pub fn lost(record: &str, field: &str, yours: Option<&str>) -> Message {
    if field.is_empty() && yours.is_none() {
        return Message::new(
            format!("{record}: لم يُحذف"),
            format!("{record}: was not deleted"),
        );
    }
    let yours = yours.unwrap_or_default();
    let ar = apart(record, true);
    Message::new(
        format!("{ar} {field}: لم يُكتب «{}»", apart(yours, true)),
        format!("{record} {field}: “{yours}” was not written"),
    )
}

/// The versions of a field that two persons changed.
#[must_use]
pub fn both(field: &Message, versions: &[Message; 3], who: Option<&str>) -> Message {
    let [base, theirs, yours] = versions;
    let (ar, en) = match who {
        Some(who) => (
            format!("وجعله {who} «{}»", theirs.ar),
            format!("{who} made it “{}”", theirs.en),
        ),
        None => (
            format!("وصار «{}»", theirs.ar),
            format!("it is “{}” now", theirs.en),
        ),
    };
    Message::new(
        format!(
            "{}: كان «{}»، {ar}، وتريده «{}»",
            field.ar, base.ar, yours.ar
        ),
        format!(
            "{}: it was “{}”, {en}, and you want “{}”",
            field.en, base.en, yours.en
        ),
    )
}

/// What stands in a field that another changed after the person did; who that was, where it is known.
#[must_use]
pub fn changed_after(
    record: &Message,
    label: &Message,
    value: &Message,
    who: Option<&str>,
) -> Message {
    let (ar, en) = match who {
        Some(who) => (
            format!("بتعديل من {} بعدك", apart(who, true)),
            format!("changed by {} after you", apart(who, false)),
        ),
        None => (
            "بتعديل من خارج مجلس بعدك".to_owned(),
            "changed outside majlis after you".to_owned(),
        ),
    };
    let (ar_value, en_value) = (apart(&value.ar, true), apart(&value.en, false));
    Message::new(
        format!(
            "{}، {}: {ar_value}، {ar}",
            apart(&record.ar, true),
            label.ar
        ),
        format!(
            "{}, {}: {en_value}, {en}",
            apart(&record.en, false),
            label.en
        ),
    )
}

/// Who has changed something, as far as is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who<'a> {
    /// The history has still to be read.
    Unread,
    /// Somebody with another program.
    Outside,
    /// This person.
    Named(&'a str),
}

/// Another has changed the field in which one types; what stands there now, and who that was.
#[must_use]
pub fn changed_here(value: &Message, who: Who<'_>) -> Message {
    let (ar, en) = match who {
        Who::Named(who) => (
            format!("تعديل جديد من {} على هذا الحقل", apart(who, true)),
            format!("{} has just changed this field", apart(who, false)),
        ),
        Who::Outside => (
            "عُدّل هذا الحقل الآن من خارج مجلس".to_owned(),
            "this field was just changed outside majlis".to_owned(),
        ),
        Who::Unread => (
            "عُدّل هذا الحقل الآن".to_owned(),
            "this field was just changed".to_owned(),
        ),
    };
    told_of(value, [&ar, &en])
}

/// The same of a field that was opened with what was typed before, perhaps days ago.
#[must_use]
pub fn changed_since(value: &Message, who: Who<'_>) -> Message {
    let (ar, en) = match who {
        Who::Named(who) => (
            format!("تعديل من {} على هذا الحقل بعد ما كتبته", apart(who, true)),
            format!("{} has changed this field since", apart(who, false)),
        ),
        Who::Outside => (
            "عُدّل هذا الحقل من خارج مجلس بعد ما كتبته".to_owned(),
            "this field was changed outside majlis since".to_owned(),
        ),
        Who::Unread => (
            "عُدّل هذا الحقل بعد ما كتبته".to_owned(),
            "this field was changed since".to_owned(),
        ),
    };
    told_of(value, [&ar, &en])
}

/// What is said of a field, and what stands there now.
fn told_of(value: &Message, [ar, en]: [&str; 2]) -> Message {
    Message::new(
        format!("{ar}: {}", apart(&value.ar, true)),
        format!("{en}: {}", apart(&value.en, false)),
    )
}
