//! How a call begins and ends.

use super::live::END;
use super::ui::{Counted, LIST_COMMA, arabic_count};
use super::{Message, Phrase, capital, copy};
use crate::report::Language;
use crate::script::isolate;

/// What is asked of who leads the call and leaves.
pub const LEAVING: Phrase = Phrase::new(
    "لم يُختتم الاجتماع الذي تقوده",
    "You lead a call that is still on",
);
/// Who leads the call stays.
pub const STAY: Phrase = Phrase::new("متابعة الاجتماع", "Stay");
/// That a call began is taken back.
pub const NOT_BEGUN: Phrase = Phrase::new(
    "أُلغي بدء الاجتماع",
    "the beginning of the call is taken back",
);
/// The call stands otherwise than what one did in it has left it, so that this cannot be taken back.
pub const GONE_ON: Phrase = Phrase::new(
    "سُجّل في الاجتماع بعد ذلك إجراء آخر، فلم يُتراجع عن شيء فيه",
    "The call has gone on since: nothing in it is undone",
);
/// The meeting whose record was to be written is not there any more.
pub const MEETING_GONE: Phrase = Phrase::new(
    "لم يعد الاجتماع المسجل مسبقاً موجوداً، فلم يُكتب السجل",
    "The meeting that was made beforehand is not there any more, so no record was written",
);

/// Two things that are said one after the other.
#[must_use]
pub fn and(one: &Message, other: &Message) -> Message {
    Message::new(
        format!("{}؛ {}", one.ar, other.ar),
        format!("{}; {}", one.en, other.en),
    )
}

/// A call has begun, as a meeting that was made before it, or in the report with this id.
#[must_use]
pub fn begun(meeting: Option<&Message>, report: &str) -> Message {
    match meeting {
        Some(title) => Message::new(
            format!("بدأ الاجتماع «{}»", title.ar),
            format!("The call has begun, as “{}”", title.en),
        ),
        None => Message::new(
            format!("بدأ الاجتماع، وسجله في {report}"),
            format!("The call has begun in {report}"),
        ),
    }
}

/// What comes first in a call: these keys take up an item and name the chair.
#[must_use]
pub fn first_keys(take_up: &str, chair: &str) -> Message {
    Message::new(
        format!(
            "النظر في بند: {}، الرئيس: {}",
            isolate(take_up),
            isolate(chair)
        ),
        format!("{take_up} takes up an item, {chair} names the chair"),
    )
}

/// Several names, as they are said in a line.
#[must_use]
pub fn listed(names: &[Message]) -> Message {
    let of = |language| {
        let names: Vec<&str> = names.iter().map(|name| name.get(language)).collect();
        names.join(LIST_COMMA.get(language))
    };
    Message::new(of(Language::Arabic), of(Language::English))
}

/// The position on the item of these numbers, agreed before, is agreed in the call too.
#[must_use]
pub fn confirmed(numbers: &[&str]) -> Message {
    let item = capital(&copy::item(numbers, Language::English));
    Message::new(
        format!(
            "{}: الموقف متفق عليه من قبل، وسيُدرج في سجل الاجتماع ضمن ما اتُّفق عليه",
            copy::item(numbers, Language::Arabic)
        ),
        format!(
            "{item}: the position is agreed already; the record of the call lists it among what was agreed"
        ),
    )
}

/// The item of these numbers is put off, and no position tells it.
#[must_use]
pub fn put_off(numbers: &[&str]) -> Message {
    let is = if numbers.len() > 1 { "are" } else { "is" };
    let item = capital(&copy::item(numbers, Language::English));
    Message::new(
        format!(
            "إرجاء {}، وسيُذكر ذلك في سجل الاجتماع",
            copy::item(numbers, Language::Arabic)
        ),
        format!("{item} {is} deferred; the record of the call tells it"),
    )
}

/// So many waited for the floor when an item was left; this key brings them back.
#[must_use]
pub fn still_waited(count: usize, key: &str) -> Message {
    let noun = Counted {
        dual: "متحدثان",
        few: "متحدثين",
        many: "متحدثاً",
        one: "متحدث",
    };
    let ar = match count {
        1 => "متحدث واحد".to_owned(),
        _ => arabic_count(count, &noun),
    };
    Message::new(
        format!(
            "كان في قائمة المتحدثين {ar}، والمفتاح {} يعيد القائمة",
            isolate(key)
        ),
        format!("{count} still waited for the floor, and {key} brings them back"),
    )
}

/// What one did in the call is not taken back, for the call has gone on from there, by another or in
/// another window of one's own; this key undoes what was changed in a record before.
#[must_use]
pub fn gone_on(key: &str) -> Message {
    Message::new(
        format!(
            "سُجّل في الاجتماع بعد ذلك إجراء آخر، من شخص آخر أو من نافذة أخرى لك، فيبقى ما قمتَ به فيه؛ وضغط {} مرة أخرى يتراجع عن آخر تعديل لك في سجل",
            isolate(key)
        ),
        format!(
            "The call has gone on since, by another or in another window of yours: what you did in it stays. {key} once more undoes your last change of a record"
        ),
    )
}

/// The same, for there is no call any more.
#[must_use]
pub fn is_over(key: &str) -> Message {
    Message::new(
        format!(
            "لم يعد هذا الاجتماع جارياً، فلا تراجع عما قمتَ به فيه؛ وضغط {} مرة أخرى يتراجع عن آخر تعديل لك في سجل",
            isolate(key)
        ),
        format!(
            "That call is over: what you did in it is not undone. {key} once more undoes your last change of a record"
        ),
    )
}

/// Leaves the program and not the call, which whoever presses this key leads from then on.
#[must_use]
pub fn leave(key: &str) -> Message {
    Message::new(
        format!(
            "المغادرة مع استمرار الاجتماع، ويقوده من يضغط {}",
            isolate(key)
        ),
        format!("Leave; the call goes on, and whoever presses {key} leads it"),
    )
}

/// Ends the call, writes its record as that of this meeting or into this report, and leaves.
#[must_use]
pub fn end_and_leave(meeting: Option<&Message>, report: &Message) -> Message {
    match meeting {
        Some(meeting) => Message::new(
            format!(
                "اختتام الاجتماع وكتابة سجله في اجتماع «{}» ثم المغادرة",
                meeting.ar
            ),
            format!("End the call, as the meeting “{}”, and leave", meeting.en),
        ),
        None => Message::new(
            format!("اختتام الاجتماع وكتابة سجله في «{}» ثم المغادرة", report.ar),
            format!(
                "End the call, write its record into “{}”, and leave",
                report.en
            ),
        ),
    }
}

/// Ends the call; its record is that of this meeting, which was made before it.
#[must_use]
pub fn close_as(meeting: &Message) -> Message {
    Message::new(
        format!("اختتامه وكتابة سجله في اجتماع «{}»", meeting.ar),
        format!("Close it; its record is the meeting “{}”", meeting.en),
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
        format!(
            "هناك اجتماع جارٍ يقوده {by}؛ المفتاح {} يختتمه",
            isolate(key)
        ),
        format!("{by} leads a call already; {key} ends it"),
    )
}

/// A call was left behind; this key ends it.
#[must_use]
pub fn left_behind(key: &str) -> Message {
    Message::new(
        format!(
            "اجتماع سابق لم يُختتم؛ المفتاح {} يختتمه أو يحذفه",
            isolate(key)
        ),
        format!("A call was left behind; {key} closes it or throws it away"),
    )
}
