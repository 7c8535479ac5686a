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

/// A call has begun, as a meeting that was made before it, or to be written into the report that is called so.
#[must_use]
pub fn begun(meeting: Option<&Message>, report: &Message) -> Message {
    match meeting {
        Some(title) => Message::new(
            format!("بدأ الاجتماع «{}»", title.ar),
            format!("The call has begun, as “{}”", title.en),
        ),
        None => Message::new(
            format!("بدأ الاجتماع، وسجله في {}", report.ar),
            format!("Call begun, written into {}", report.en),
        ),
    }
}

/// The report for a session that is called so.
#[must_use]
pub fn report_for(session: Message) -> Message {
    Message::new(format!("تقرير {}", session.ar), session.en)
}

/// An item that is taken up is of another report than the one before it: this one.
#[must_use]
pub fn of_report(report: &Message) -> Message {
    Message::new(
        format!("وهو من تقرير آخر: {}", report.ar),
        format!("it is of another report: {}", report.en),
    )
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
        format!("{take_up} takes up an item, {chair} names a chair"),
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
        format!("{}: تأكيد الموقف", copy::item(numbers, Language::Arabic)),
        format!("{item}: the position is confirmed"),
    )
}

/// Where a position that was confirmed is told: behind [`confirmed`].
pub const AMONG_AGREED: Phrase = Phrase::new(
    "وهو متفق عليه من قبل، وسيُدرج في سجل الاجتماع",
    "it was agreed before, and the record of the call lists it among what was agreed",
);
/// The same of one that was delivered before.
pub const DELIVERED_BEFORE: Phrase = Phrase::new(
    "وقد قُدِّم بهذا النص من قبل، وسيُدرج في سجل الاجتماع",
    "it was delivered before in these words, and the record of the call lists it among what was agreed",
);
/// Where an item that was put off is told: behind [`put_off`].
pub const IN_RECORD: Phrase = Phrase::new(
    "وسيُذكر ذلك في سجل الاجتماع",
    "the record of the call tells it",
);

/// A position that was confirmed was changed since; this key confirms it once more.
#[must_use]
pub fn changed_since(numbers: &[&str], key: &str) -> Message {
    let item = capital(&copy::item(numbers, Language::English));
    Message::new(
        format!(
            "{}: عُدّل الموقف بعد تأكيده؛ المفتاح {} يؤكده كما هو الآن",
            copy::item(numbers, Language::Arabic),
            isolate(key)
        ),
        format!(
            "{item}: the position was changed since it was confirmed; {key} confirms it as it stands"
        ),
    )
}

/// Of a position that was agreed in the call, only the wording in this language was changed since.
#[must_use]
pub fn one_side(numbers: &[&str], changed: Language) -> Message {
    let item = capital(&copy::item(numbers, Language::English));
    let (ar, en) = match changed {
        Language::Arabic => ("العربي", "Arabic"),
        Language::English => ("الإنكليزي", "English"),
    };
    Message::new(
        format!(
            "{}: عُدّل النص {ar} وحده بعد الاتفاق عليه",
            copy::item(numbers, Language::Arabic)
        ),
        format!("{item}: only the {en} wording was changed after it was agreed"),
    )
}

/// What another did in the call.
#[must_use]
pub fn by_another(who: &str, said: &Message) -> Message {
    Message::new(format!("{who}: {}", said.ar), format!("{who}: {}", said.en))
}

/// The item of these numbers is put off, and no position tells it.
#[must_use]
pub fn put_off(numbers: &[&str]) -> Message {
    let is = if numbers.len() > 1 { "are" } else { "is" };
    let item = capital(&copy::item(numbers, Language::English));
    Message::new(
        format!("إرجاء {}", copy::item(numbers, Language::Arabic)),
        format!("{item} {is} deferred"),
    )
}

/// An item that was put off in the call that is on.
pub const PUT_OFF_NOW: Phrase = Phrase::new("أُرجئ في هذا الاجتماع", "deferred in this call");
/// An item that was put off at the last meeting that dealt with it.
pub const PUT_OFF: Phrase = Phrase::new("أُرجئ", "deferred");

/// Some names of a list, and those that are not known.
#[must_use]
pub fn but_for(known: &Message, unknown: &[String]) -> Message {
    if unknown.is_empty() {
        return known.clone();
    }
    let list = |language: Language| unknown.join(LIST_COMMA.get(language));
    Message::new(
        format!("{} (غير معروف: {})", known.ar, list(Language::Arabic)),
        format!("{} (not known: {})", known.en, list(Language::English)),
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

/// What was said so of what one did in the call is not taken back, for something was done on top of it since,
/// by another or in another window of one's own; this key undoes what came before. Nothing is said of the
/// beginning of the call.
#[must_use]
pub fn gone_on(said: Option<&Message>, key: &str) -> Message {
    let (ar, en) = match said {
        Some(said) => (
            format!(
                "لم يُتراجع عن «{}»، فقد بُني عليه في الاجتماع إجراء آخر، من شخص آخر أو من نافذة أخرى لك",
                said.ar
            ),
            format!(
                "“{}” is not undone: something was done on top of it in the call, by another or in another window of yours",
                said.en
            ),
        ),
        None => (
            "جرى في الاجتماع غير ما قمتَ به، من شخص آخر أو من نافذة أخرى لك، فلا يُلغى بدؤه".to_owned(),
            "The call has gone on since, by another or in another window of yours: its beginning is not taken back"
                .to_owned(),
        ),
    };
    Message::new(
        format!("{ar}؛ وضغط {} مرة أخرى يتراجع عما قبله", isolate(key)),
        format!("{en}. {key} once more undoes what came before it"),
    )
}

/// The same, where it was to be done again.
#[must_use]
pub fn not_again(said: &Message) -> Message {
    Message::new(
        format!("لم يُعَد «{}»، فقد جرى في الاجتماع بعد ذلك ما يخالفه", said.ar),
        format!(
            "“{}” is not done again: the call has gone on otherwise since",
            said.en
        ),
    )
}

/// What one did in the call is not taken back, for there is no call any more; this key undoes what was changed
/// in a record before.
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

/// Another leads the call that is on, and who chairs it; this key stays behind.
#[must_use]
pub fn led(by: &str, chair: Option<&Message>, key: &str) -> Message {
    let (ar, en) = chair.map_or_else(Default::default, |chair| {
        (
            format!("، ورئاسته: {}", chair.ar),
            format!(", chaired by {}", chair.en),
        )
    });
    Message::new(
        format!(
            "يقود {by} الاجتماع{ar}؛ شاشتك تتابعه، والمفتاح {} يوقف المتابعة",
            isolate(key)
        ),
        format!("{by} leads the call{en}; your screen goes along, and {key} stays behind"),
    )
}

/// The same to one who stays behind; this key returns.
#[must_use]
pub fn led_elsewhere(by: &str, key: &str) -> Message {
    Message::new(
        format!("يقود {by} الاجتماع؛ المفتاح {} يعيدك إليه", isolate(key)),
        format!("{by} leads the call; {key} returns to it"),
    )
}

/// Who led the call that has ended.
#[must_use]
pub fn ended(by: &str) -> Message {
    Message::new(
        format!("اختُتم الاجتماع الذي كان يقوده {by}"),
        format!("The call that {by} led has ended"),
    )
}

/// Somebody asks for the floor for this country.
#[must_use]
pub fn for_whom(country: &Message, person: &Message) -> Message {
    Message::new(
        format!("{} ({})", country.ar, person.ar),
        format!("{} ({})", country.en, person.en),
    )
}

/// A call is on that one leads oneself; this key ends it.
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

/// What is decided on items of these numbers in a call that another leads: it counts there, and is asked no more.
#[must_use]
pub fn decide(numbers: &[&str], decision: Phrase) -> Message {
    let item = capital(&copy::item(numbers, Language::English));
    Message::new(
        format!(
            "{}: {}، ويدخل في المحضر (ولن يُطرح هذا السؤال ثانيةً في هذا الاجتماع)",
            copy::item(numbers, Language::Arabic),
            decision.ar
        ),
        format!(
            "{item}: {}, and in the minutes (not asked again in this call)",
            decision.en
        ),
    )
}
