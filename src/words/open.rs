//! The words of what is still open: drafts, recommendations, nominations.

use super::ui::{Counted, arabic_count};
use super::{Message, Phrase};

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
    DRAFTS "المواقف التي ما زالت مسودات أو أُرجئت" "Positions still in draft, or deferred"
    TASKS "التوصيات التي لم تُنفَّذ" "Recommendations still open"
    UNSUBMITTED "الترشيحات التي لم تُقدَّم بعد" "Nominations not yet submitted"
    PART_DRAFTS "المسودات والمرجأة" "Drafts and deferred"
    PART_DRAFTS_SHORT "المسودات" "Drafts"
    PART_TASKS "التوصيات" "Recommendations"
    PART_NOMINATIONS "الترشيحات" "Nominations"
    HINT_PART "القائمة التالية" "next list"
    NOTHING_OPEN "لا شيء في الانتظار: لا مسودات ولا توصيات ولا ترشيحات" "Nothing is open: no drafts, no recommendations, no nominations"
    NO_DRAFTS "لا مواقف في طور المسودة ولا مواقف مرجأة" "No position is still in draft, or deferred"
    NO_TASKS "لا توصيات في انتظار التنفيذ" "No recommendation is still open"
    NO_UNSUBMITTED "لا ترشيحات في انتظار التقديم" "No nomination waits to be submitted"
    NOBODY "لم تُحدَّد الجهة" "Nobody named"
}

/// How many of a group are open, and how many of these are overdue.
#[must_use]
pub fn group(name: &Message, open: usize, overdue: usize) -> Message {
    let noun = Counted {
        dual: "توصيتان",
        few: "توصيات",
        many: "توصيةً",
        one: "توصية",
    };
    let mut ar = match open {
        1 => format!("{} · توصية واحدة", name.ar),
        _ => format!("{} · {}", name.ar, arabic_count(open, &noun)),
    };
    let mut en = format!("{} · {open} open", name.en);
    if overdue > 0 {
        ar.push_str(&format!("، المتأخر منها {overdue}"));
        en.push_str(&format!(", {overdue} overdue"));
    }
    Message::new(ar, en)
}

/// A part of what is open, and how much there is of it.
#[must_use]
pub fn part(name: Phrase, open: usize, overdue: usize) -> Message {
    let (mut ar, mut en) = (format!("{} {open}", name.ar), format!("{} {open}", name.en));
    if overdue > 0 {
        ar.push_str(&format!("، المتأخر منها {overdue}"));
        en.push_str(&format!(", {overdue} overdue"));
    }
    Message::new(ar, en)
}

/// What is overdue since a day that is told in each language.
#[must_use]
pub fn overdue(what: &Message, since: &Message) -> Message {
    Message::new(
        format!("متأخرة (الأجل {}): {}", since.ar, what.ar),
        format!("Overdue (due {}): {}", since.en, what.en),
    )
}

/// What is due on a day that is told in each language.
#[must_use]
pub fn due(what: &Message, day: &Message) -> Message {
    Message::new(
        format!("الأجل {}: {}", day.ar, what.ar),
        format!("Due {}: {}", day.en, what.en),
    )
}
