//! The words of a call in progress: times, the floor, what was taken up; of a position that is read
//! out.

pub use super::call::{
    AMONG_AGREED, DELIVERED_BEFORE, GONE_ON, IN_RECORD, LEAVING, MEETING_GONE, NOT_BEGUN, PUT_OFF,
    PUT_OFF_NOW, STAY, and, begun, but_for, by_another, changed_since, close_as, close_into,
    confirmed, decide, end_and_leave, end_of, ended, first_keys, for_whom, gone_on, is_over, leave,
    led, led_elsewhere, left_behind, listed, not_again, of_report, on_already, one_side, put_off,
    report_for, still_waited,
};
use std::time::Duration;

use super::{Message, Phrase, capital, copy};
use crate::report::Language;
use crate::script::isolate;

/// Declares phrases, one line each: the name, Arabic, English.
macro_rules! phrases {
    ($($name:ident $ar:literal $en:literal)*) => {
        $(
            #[doc = $en]
            pub const $name: Phrase = Phrase::new($ar, $en);
        )*
    };
}

// The bar of the call.
phrases! {
    CALL "اجتماع جارٍ" "Call"
    NO_ITEM_NOW "لا بند قيد النظر" "no item in hand"
    OVER "تجاوز الوقت" "over time"
    WAITING "قائمة المتحدثين" "waiting"
    NEXT "التالي" "next"
    FLOOR "الكلمة" "floor"
    STAYED_BEHIND "متابعتك متوقفة" "you are detached"
    LED_BY "بقيادة" "led by"
    CHAIR "الرئاسة" "chair"
}

// What is asked.
phrases! {
    WHO_CHAIRS_NOW "من يرأس الاجتماع الآن؟" "Who chairs the call now?"
    NOBODY_CHAIRS "دون ذكر رئيس" "No chair named"
    END "اختتام الاجتماع" "End the call"
    LEAD_AND_CLOSE "قيادة الاجتماع واختتام النظر في البند" "Take the lead, and close the item"
    THROW_AWAY "حذفه دون كتابة سجل" "Throw it away without a record"
    NO_PLAN "دون تحديد مدة" "No time planned"
    WHO_IS_THERE "من الحاضرون؟ (Enter يضيف أو يحذف)" "Who is there? Enter adds, removes"
    WHO_ASKS "من يطلب الكلمة؟" "Who asks for the floor?"
    WHO_GETS_FLOOR "لمن تُعطى الكلمة؟" "Who gets the floor?"
    WHO_COMES_EARLIER "من يُقدَّم في القائمة؟" "Who comes earlier?"
    WHO_WITHDRAWS "من سحب طلبه؟" "Who withdraws?"
    WAITS "في قائمة المتحدثين" "On the list"
    PRESENT "حاضرون" "There"
    NOT_PRESENT "لم يُسجَّل حضورهم" "Not noted as there"
}

// What is said.
phrases! {
    NO_FOLDER "هذه التقارير جزء من البرنامج؛ افتح مكتبة في مجلد لتسجيل اجتماع" "These reports are part of the program; open a library in a folder to lead a call"
    NOT_A_CALL "الملف live.yaml تالف أو كتبه إصدار أحدث من البرنامج" "live.yaml is damaged, or a newer majlis has written it"
    UNREAD "تعذّرت القراءة" "cannot be read"
    NO_ITEM "هذا السجل لا يتبع بنداً" "This record belongs to no item"
    NO_ITEM_IN_HAND "لا بند قيد النظر الآن" "No item is in hand"
    NOT_IN_HAND "لم يعد هذا البند قيد النظر" "That item is not in hand any more"
    NOT_ADDED "لم يُضَف الاسم إلى الدليل، فلم يُسجَّل في الاجتماع" "The name did not come into the directory, so it is not noted in the call"
    NOT_IN_MINUTES "ولا يدخل في محضر الاجتماع الجاري، لأنه من بند لم يُنظر فيه" "not in the minutes of the call: its item was not taken up there"
    ITEM_CLOSED "اختُتم النظر في البند" "The item is closed"
    NO_NEXT_ITEM "هذا آخر بند في التقرير" "This is the last item of the report"
    NOBODY_WAITS "لا أحد في قائمة المتحدثين" "Nobody waits for the floor"
    NOBODY_SPEAKS "لا أحد يتكلم الآن" "Nobody has the floor"
    FLOOR_FREE "انتهت الكلمة" "The floor is free"
    FOLLOWS "عادت الشاشة إلى متابعة الاجتماع" "The screen follows the call again"
    THROWN_AWAY "حُذف الاجتماع ولم يُكتب له سجل" "The call is thrown away; no record was written"
    ENDED "اختُتم الاجتماع" "The call has ended"
    NOT_I "تركه لمن يقود الاجتماع" "Leave it to who leads the call"
    GONE "اختتم شخص آخر هذا الاجتماع" "Somebody else has ended this call"
    PEOPLE "أشخاص، تُسجَّل بلدانهم" "People: their country is noted"
}

// What is read out.
phrases! {
    NO_POSITION "لا موقف بشأن هذا البند" "There is no position on this item"
}

/// Somebody chairs the call from now on.
#[must_use]
pub fn chairs(name: &Message) -> Message {
    Message::new(
        format!("رئاسة الاجتماع الآن: {}", name.ar),
        format!("{} chairs the call now", name.en),
    )
}

/// How many minutes for an item, by its number; any other number can be typed.
#[must_use]
pub fn how_long(number: &str) -> Message {
    Message::new(
        format!("كم دقيقة للبند {number}؟ (يمكن كتابة أي عدد)"),
        format!("How many minutes for item {number}? (any number can be typed)"),
    )
}

/// This person leads the call.
#[must_use]
pub fn is_led_by(by: &str) -> Message {
    Message::new(
        format!("يقود {by} هذا الاجتماع"),
        format!("The call is led by {by}"),
    )
}

/// This person leads the call from now on.
#[must_use]
pub fn leads_now(by: &str) -> Message {
    Message::new(
        format!("يقود {by} الاجتماع الآن"),
        format!("{by} leads the call now"),
    )
}

/// Takes the lead, and takes up the item of this number.
#[must_use]
pub fn lead_and_take_up(number: &str) -> Message {
    Message::new(
        format!("قيادة الاجتماع والشروع في النظر في البند {number}"),
        format!("Take the lead, and take up item {number}"),
    )
}

/// There is no call; this key begins one.
#[must_use]
pub fn no_call(key: &str) -> Message {
    Message::new(
        format!("لا اجتماع جارياً الآن؛ المفتاح {} يبدأ اجتماعاً", isolate(key)),
        format!("No call is on; {key} begins one"),
    )
}

/// Something that was done in the call a while ago was not written; why.
#[must_use]
pub fn not_done(why: &Message) -> Message {
    Message::new(
        format!("لم يُدوَّن ما أُجري في الاجتماع: {}", why.ar),
        format!("What was done in the call was not written: {}", why.en),
    )
}

/// The call is closed, and under which id its record is.
#[must_use]
pub fn closed(id: &str) -> Message {
    Message::new(
        format!("اختُتم الاجتماع وكُتب سجله؛ الأمر majlis minutes {id} يطبع المحضر"),
        format!("The call is closed; majlis minutes {id} prints its record"),
    )
}

/// The system does not let the call be read or written; why.
#[must_use]
pub fn unreadable(why: &Message) -> Message {
    Message::new(
        format!("تعذّرت قراءة live.yaml: {}", why.ar),
        format!("live.yaml cannot be read: {}", why.en),
    )
}

/// The same of a call of which the screen shows what was read last; why.
#[must_use]
pub fn as_read_last(why: &Message) -> Message {
    Message::new(
        format!("{}؛ والمعروض آخر ما قُرئ من الاجتماع", why.ar),
        format!("{}; the call is shown as it was read last", why.en),
    )
}

/// The item of these numbers was taken up.
#[must_use]
pub fn taken_up(numbers: &[&str]) -> Message {
    let is = if numbers.len() > 1 { "are" } else { "is" };
    let item = capital(&copy::item(numbers, Language::English));
    Message::new(
        format!("{} قيد النظر الآن", copy::item(numbers, Language::Arabic)),
        format!("{item} {is} in hand"),
    )
}

/// The screen no longer shows the item of the call; it still goes along, and this key stops that.
#[must_use]
pub fn moved_away(number: &str, key: &str) -> Message {
    Message::new(
        format!(
            "الاجتماع عند البند {number}، وستنتقل شاشتك مع البند التالي؛ المفتاح {} يوقف المتابعة ثم يعيدها",
            isolate(key)
        ),
        format!(
            "The call is at item {number}; your screen still goes along with the next one. {key} detaches, and returns"
        ),
    )
}

/// The screen stays where it is; this key returns.
#[must_use]
pub fn detached(key: &str) -> Message {
    Message::new(
        format!(
            "توقفت متابعة الاجتماع على شاشتك؛ المفتاح {} يعيدك إليه",
            isolate(key)
        ),
        format!("Your screen stays where it is; {key} returns to the call"),
    )
}

/// So many minutes are planned.
#[must_use]
pub fn planned(count: u16) -> Message {
    let Message { ar, en } = minutes(u32::from(count));
    Message::new(format!("المدة المخصصة: {ar}"), format!("Planned: {en}"))
}

/// So many wait for the floor, where there is no room for their names.
#[must_use]
pub fn waiting(count: usize) -> Message {
    Message::new(format!("ينتظر {count}"), format!("{count} waiting"))
}

/// So many are there.
#[must_use]
pub fn is_there(who: &Message, count: usize) -> Message {
    let are = if count == 1 { "is" } else { "are" };
    Message::new(
        format!("سُجّل الحضور: {}", who.ar),
        format!("{} {are} there", who.en),
    )
}

/// Somebody is not there after all.
#[must_use]
pub fn has_left(who: &Message) -> Message {
    Message::new(
        format!("حُذف من الحضور: {}", who.ar),
        format!("{} is taken off", who.en),
    )
}

/// So many ask for the floor.
#[must_use]
pub fn asks(who: &Message, count: usize) -> Message {
    let ask = if count == 1 { "asks" } else { "ask" };
    Message::new(
        format!("طلب الكلمة: {}", who.ar),
        format!("{} {ask} for the floor", who.en),
    )
}

/// A person asks for the floor of whom no country is known.
#[must_use]
pub fn no_country(person: &Message) -> Message {
    Message::new(
        format!("{}: لا بلد له في الدليل؛ اذكر بلداً أو هيئة", person.ar),
        format!(
            "{}: the directory names no country; say a country or a body",
            person.en
        ),
    )
}

/// Somebody has the floor.
#[must_use]
pub fn has_floor(who: &Message) -> Message {
    Message::new(
        format!("الكلمة الآن: {}", who.ar),
        format!("{} has the floor", who.en),
    )
}

/// Somebody comes a place earlier.
#[must_use]
pub fn comes_earlier(who: &Message) -> Message {
    Message::new(
        format!("تقدّم في القائمة: {}", who.ar),
        format!("{} comes a place earlier", who.en),
    )
}

/// Somebody no longer waits.
#[must_use]
pub fn withdraws(who: &Message) -> Message {
    Message::new(
        format!("سُحب طلب الكلمة: {}", who.ar),
        format!("{} withdraws", who.en),
    )
}

/// Behind [`withdraws`]: that did not say that it is there; this key does.
#[must_use]
pub fn not_noted(key: &str) -> Message {
    Message::new(
        format!("ولم يُسجَّل حضوره؛ المفتاح {} يسجّله", isolate(key)),
        format!("it is not noted as there; {key} notes it"),
    )
}

/// The title of a call's record, with the day told in each language.
#[must_use]
pub fn record_title(day: &str) -> Message {
    Message::new(
        format!("اجتماع تنسيقي، {day}"),
        format!("Coordination call, {day}"),
    )
}

/// How one moves while a position is read out.
#[must_use]
pub fn how_to_read(next: &str, previous: &str, sides: &str, end: &str) -> Message {
    Message::new(
        format!(
            "{} / {}: الموقف التالي / السابق، {}: اللغة، {}: العودة",
            isolate(next),
            isolate(previous),
            isolate(sides),
            isolate(end)
        ),
        format!("{next} / {previous}: next / previous, {sides}: languages, {end}: back"),
    )
}

/// So many minutes, as people count them.
#[must_use]
pub fn minutes(count: u32) -> Message {
    let ar = match (count, count % 100) {
        (0, _) => "أقل من دقيقة".to_owned(),
        (1, _) => "دقيقة واحدة".to_owned(),
        (2, _) => "دقيقتان".to_owned(),
        (_, 3..=10) => format!("{count} دقائق"),
        _ => format!("{count} دقيقة"),
    };
    let en = match count {
        0 => "less than a minute".to_owned(),
        1 => "1 minute".to_owned(),
        _ => format!("{count} minutes"),
    };
    Message::new(ar, en)
}

/// The minutes that something took, and those that were planned.
#[must_use]
pub fn time_taken(taken: u32, planned: Option<u32>) -> Message {
    let taken = minutes(taken);
    match planned.map(minutes) {
        Some(planned) => Message::new(
            format!("{}؛ الوقت المقرر: {}", taken.ar, planned.ar),
            format!("{}; planned: {}", taken.en, planned.en),
        ),
        None => taken,
    }
}

/// A time that runs: `4:07`, `1:02:30`. Digits and colons only, the same in both languages.
#[must_use]
pub fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// There were so many changes more before those that are told; where they were not all counted, so many at least.
#[must_use]
pub fn more_before(count: usize, are_all: bool) -> Message {
    let (ar, en) = match are_all {
        true => ("", ""),
        false => (" أو أكثر", " or"),
    };
    Message::new(
        format!("وتعديلات أخرى قبلها: {count}{ar}"),
        format!("and {count}{en} more before"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_counted_as_arabic_counts() {
        for (count, ar, en) in [
            (0, "أقل من دقيقة", "less than a minute"),
            (1, "دقيقة واحدة", "1 minute"),
            (2, "دقيقتان", "2 minutes"),
            (10, "10 دقائق", "10 minutes"),
            (11, "11 دقيقة", "11 minutes"),
            (103, "103 دقائق", "103 minutes"),
            (100, "100 دقيقة", "100 minutes"),
        ] {
            assert_eq!(minutes(count), Message::new(ar, en));
        }
    }

    #[test]
    fn items_that_are_taken_up_together_are_counted_as_arabic_counts() {
        for (numbers, ar, en) in [
            (&["11"][..], "البند 11 قيد النظر الآن", "Item 11 is in hand"),
            (
                &["11", "12"],
                "البندان 11 و12 قيد النظر الآن",
                "Items 11, 12 are in hand",
            ),
        ] {
            assert_eq!(taken_up(numbers), Message::new(ar, en));
        }
    }

    #[test]
    fn a_clock_shows_hours_only_when_there_are_some() {
        for (seconds, shown) in [(0, "0:00"), (7, "0:07"), (247, "4:07"), (3750, "1:02:30")] {
            assert_eq!(clock(Duration::from_secs(seconds)), shown);
        }
    }
}
