//! The words of `majlis --linear`, which says in lines what the screen shows at a glance.

use super::ui::{Counted, LIST_COMMA, NOT_HERE, arabic_count, grouped};
use super::{Message, Phrase, capital, copy};
use crate::report::Language;

/// Declares phrases, one line each: the name, Arabic, English.
macro_rules! phrases {
    ($($name:ident $ar:literal $en:literal)*) => {
        $(
            #[doc = $en]
            pub const $name: Phrase = Phrase::new($ar, $en);
        )*
    };
}

phrases! {
    START "المفتاح ؟ يسرد المفاتيح، والمفتاح q للخروج" "Press ? for the keys, q to leave"
    INTERFACE "الواجهة بالعربية" "Interface in English"
    LINK "رابط" "link"
    HEADING "عنوان" "heading"
    FILTERS "التصفية" "Filters"
    NO_FILTERS "بلا تصفية" "No filters"
    NOTHING_TYPED "لا شيء مكتوب" "nothing typed"
    END "نهاية السطر" "end of the line"
    NARROW "اكتب لتضييق القائمة؛ والمفتاح Esc يغلقها" "Type to narrow the list; Esc closes it"
    EMPTY "فارغ" "empty"
    NOTHING_THERE "لا شيء" "nothing"
    CALL_ENDED "اختُتم الاجتماع" "The call has ended"
    STILL_TO_ADD "السطر السابق لم يُضف بعد؛ السطر الفارغ يضيفه، وesc يتركه" "The line before is not added yet: an empty line adds it, esc leaves it"
    NOWHERE_TO_TYPE "لا خانة للكتابة هنا" "There is nothing to type in here"
}

/// A line is longer than this many bytes, and was not carried out.
#[must_use]
pub fn too_long(most: u64) -> Message {
    let most = most / 1024;
    Message::new(
        format!("السطر أطول من {most} كيلوبايت، فلم يُنفَّذ منه شيء"),
        format!("The line is longer than {most} KiB; nothing of it was carried out"),
    )
}

/// A place in a list: `3 of 27`.
#[must_use]
pub fn of(place: usize, count: usize, language: Language) -> String {
    match language {
        Language::Arabic => format!("{place} من {count}"),
        Language::English => format!("{place} of {count}"),
    }
}

/// A list without rows.
#[must_use]
pub fn none(list: &str, why: &str, language: Language) -> String {
    match language {
        Language::Arabic => format!("{list}، لا شيء. {why}"),
        Language::English => format!("{list}, none. {why}"),
    }
}

/// How deep something stands in an outline.
#[must_use]
pub fn level(depth: u8, language: Language) -> String {
    match language {
        Language::Arabic => format!("المستوى {depth}"),
        Language::English => format!("level {depth}"),
    }
}

/// A record that was opened, and how many lines there are to read.
#[must_use]
pub fn opened(record: &str, lines: usize, language: Language) -> String {
    let comma = LIST_COMMA.get(language);
    let noun = Counted {
        dual: "سطران",
        few: "أسطر",
        many: "سطراً",
        one: "سطر",
    };
    let count = match (language, lines) {
        (Language::Arabic, _) => arabic_count(lines, &noun),
        (Language::English, 1) => "1 line".to_owned(),
        (Language::English, _) => format!("{} lines", grouped(lines)),
    };
    format!("{record}{comma}{count}")
}

/// Before the first of two, or of more.
const fn the_first(count: usize) -> &'static str {
    match count {
        2 => "أولهما:",
        _ => "أولها:",
    }
}

/// What a search has found: how many, and the first.
#[must_use]
pub fn found(count: usize, first: &str, language: Language) -> String {
    match (language, count) {
        (Language::Arabic, 1) => format!("سجل واحد: {first}"),
        (Language::Arabic, _) => {
            format!(
                "{}، {} {first}",
                super::ui::found(count).ar,
                the_first(count)
            )
        }
        (Language::English, 1) => format!("1 found: {first}"),
        (Language::English, _) => format!("{} found; first: {first}", grouped(count)),
    }
}

/// What there is to choose from: how many, and the first.
#[must_use]
pub fn choices(count: usize, first: &str, language: Language) -> String {
    let noun = Counted {
        dual: "خياران",
        few: "خيارات",
        many: "خياراً",
        one: "خيار",
    };
    match (language, count) {
        (Language::Arabic, 1) => format!("خيار واحد: {first}"),
        (Language::Arabic, _) => format!(
            "{}، {} {first}",
            arabic_count(count, &noun),
            the_first(count)
        ),
        (Language::English, 1) => format!("1 choice: {first}"),
        (Language::English, _) => format!("{} choices; first: {first}", grouped(count)),
    }
}

/// What there is to choose from, of which nothing is chosen by itself.
#[must_use]
pub fn unchosen(choices: &str, language: Language) -> String {
    match language {
        Language::Arabic => format!("{choices}؛ لم يُختر شيء بعد"),
        Language::English => format!("{choices}; none chosen yet"),
    }
}

/// A text of several lines is typed; this key saves it.
#[must_use]
pub fn several_lines(save: &str) -> Message {
    Message::new(
        format!("نص من عدة أسطر: Enter لسطر جديد، والمفتاح {save} للحفظ"),
        format!("A text of several lines: Enter begins a new line, {save} saves"),
    )
}

/// Somebody has changed something.
#[must_use]
pub fn changed_by(who: &str, what: &Message) -> Message {
    Message::new(
        format!("تعديل من {who}: {}", what.ar),
        format!("Changed by {who}: {}", what.en),
    )
}

/// Another program has changed so many records; of a few each is told by its own.
#[must_use]
pub fn many_changed(count: usize) -> Message {
    let noun = Counted {
        dual: "سجلين",
        few: "سجلات",
        many: "سجلاً",
        one: "سجل",
    };
    Message::new(
        format!("عدّل برنامج آخر {}", arabic_count(count, &noun)),
        format!("Another program has changed {count} records"),
    )
}

/// A call has begun.
#[must_use]
pub fn call_begun(by: &str) -> Message {
    Message::new(
        format!("بدأ {by} اجتماعاً"),
        format!("{by} has begun a call"),
    )
}

/// An item was taken up.
#[must_use]
pub fn taken_up(numbers: &[&str], title: &Message) -> Message {
    let is = if numbers.len() > 1 { "are" } else { "is" };
    let item = capital(&copy::item(numbers, Language::English));
    Message::new(
        format!(
            "{} قيد النظر الآن: {}",
            copy::item(numbers, Language::Arabic),
            title.ar
        ),
        format!("{item} {is} taken up: {}", title.en),
    )
}

/// The item that is in hand in the call.
#[must_use]
pub fn in_call(numbers: &[&str], time: &str) -> Message {
    let item = |language| copy::item(numbers, language);
    Message::new(
        format!("الاجتماع: {} قيد النظر، {time}", item(Language::Arabic)),
        format!("Call: {} in hand, {time}", item(Language::English)),
    )
}

/// Where two versions differ: the place of how many, what each of them says there, which may be nothing, and
/// what the second is called.
#[must_use]
pub fn difference(place: (usize, usize), theirs: &str, (called, yours): (Phrase, &str)) -> Message {
    let (at, of) = place;
    let quoted = |text: &str, language: Language| match (text.is_empty(), language) {
        (true, _) => NOTHING_THERE.get(language).to_owned(),
        (_, Language::Arabic) => format!("«{text}»"),
        (_, Language::English) => format!("“{text}”"),
    };
    let told = |language, comma: &str| {
        let called = called.get(language);
        let first = super::clash::THEIRS.get(language);
        format!(
            "{} {}{comma} {} {}",
            small(first),
            quoted(theirs, language),
            small(called),
            quoted(yours, language)
        )
    };
    Message::new(
        format!("الفرق {at} من {of}: {}", told(Language::Arabic, "؛")),
        format!("Difference {at} of {of}: {}", told(Language::English, ";")),
    )
}

/// Words that go on a sentence.
fn small(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}

/// The most characters of a word that is quoted.
const QUOTED: usize = 60;

/// A command that does not apply here, and the one that does the same here.
#[must_use]
pub fn not_here(instead: &str) -> Message {
    Message::new(
        format!("{}؛ هنا {instead}", NOT_HERE.ar),
        format!("{}; here it is {instead}", NOT_HERE.en),
    )
}

/// A word that is nothing to do.
#[must_use]
pub fn unknown(typed: &str, nearest: Option<&str>) -> Message {
    let typed = match typed.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", typed.get(..end).unwrap_or_default()),
        None => typed.to_owned(),
    };
    let (ar, en) = match nearest {
        Some(near) => (
            format!("؛ لعلك تقصد {near}؟"),
            format!("; did you mean {near}?"),
        ),
        None => (String::new(), String::new()),
    };
    Message::new(
        format!("«{typed}» ليس مفتاحاً ولا أمراً{ar}"),
        format!("“{typed}” is neither a key nor a command{en}"),
    )
}
