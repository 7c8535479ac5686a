//! How a call begins and ends.

use super::Message;
use super::live::END;

/// A meeting of today stands in the report when a call is begun.
#[must_use]
pub fn own_record(title: &Message, id: &str) -> Message {
    Message::new(
        format!(
            "اجتماع اليوم «{}» مسجَّل ({id})؛ وللاجتماع الذي تبدؤه الآن سجل خاص به يُكتب عند إنهائه",
            title.ar
        ),
        format!(
            "Today's meeting “{}” is recorded ({id}); the call that you begin now writes a record of its own when it ends",
            title.en
        ),
    )
}

/// Ends the call, and writes its record into this report.
#[must_use]
pub fn close_into(report: &Message) -> Message {
    Message::new(
        format!("اختتامه وكتابة سجله في «{}»", report.ar),
        format!("Close it, and write its record into “{}”", report.en),
    )
}

/// Ends the call that this person leads.
#[must_use]
pub fn end_of(by: &str) -> Message {
    Message::new(
        format!("{} الذي يقوده {by}", END.ar),
        format!("{} that {by} leads", END.en),
    )
}

/// A call is on, and who leads it; this key ends it.
#[must_use]
pub fn on_already(by: &str, key: &str) -> Message {
    Message::new(
        format!("هناك اجتماع جارٍ يقوده {by}؛ المفتاح {key} يختتمه"),
        format!("{by} leads a call already; {key} ends it"),
    )
}

/// A call was left behind; this key ends it.
#[must_use]
pub fn left_behind(key: &str) -> Message {
    Message::new(
        format!("اجتماع سابق لم يُختتم؛ المفتاح {key} يختتمه أو يحذفه"),
        format!("A call was left behind; {key} closes it or throws it away"),
    )
}
