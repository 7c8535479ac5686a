//! The words of the query language: the names of fields, what kinds are also called, and what is
//! said of a query that was not read as it may have been meant.

use super::ui::grouped;
use super::{Message, Phrase};
use crate::report::{Kind, Language};
use crate::script::apart;
use crate::search::Way;
use crate::search::grammar::{Fields, Notice};

/// The names of the fields, the one that is offered first, then its Arabic one, then others; in the
/// order of [`Field`](crate::app::fields::Field). The article before an Arabic name is read too.
pub const FIELDS: &Fields = &[
    &["kind", "نوع", "type"],
    &["by", "جهة", "from", "من"],
    &["body", "هيئة", "group", "فريق", "لجنة", "جهاز"],
    &["report", "تقرير"],
    &[
        "status",
        "حالة",
        "وضع",
        "stance",
        "موقف",
        "state",
        "result",
        "نتيجة",
    ],
    &["item", "بند"],
    &["year", "سنة", "عام", "date", "تاريخ"],
    &["to", "مكلف", "على", "assignee", "إلى"],
    &["due", "موعد", "deadline", "أجل"],
    &["person", "شخص", "name", "اسم", "nominee", "مرشح"],
    &["country", "بلد", "دولة"],
];

/// What stands before a fact on the screen and is no field: `role:chair` asks for a chair.
pub const FACTS: &[&str] = &[
    "role",
    "post",
    "title",
    "place",
    "صفة",
    "الصفة",
    "منصب",
    "المنصب",
    "عنوان",
    "العنوان",
    "مكان",
    "المكان",
];

/// Those of them that a nomination has.
pub const FACTS_OF_NOMINATIONS: &[&str] = &["role", "post", "صفة", "الصفة", "منصب", "المنصب"];

/// What people call a kind of record besides its label: who types one of these means the kind.
#[must_use]
pub const fn also(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Item => &["agenda item", "topic", "موضوع", "نقطة"],
        Kind::Position => &["stance", "stand", "موقفنا", "رأينا"],
        Kind::Nomination => &[
            "nominee",
            "nominees",
            "candidate",
            "candidates",
            "candidacy",
            "candidature",
            "مرشح",
            "مرشحة",
            "مرشحون",
            "مرشحين",
            "مرشحات",
            "nominate",
            "nominates",
            "nominated",
            "رشح",
            "رشحت",
            "رشحنا",
            "ترشح",
            "يرشح",
        ],
        Kind::Recommendation => &[
            "advice",
            "task",
            "tasks",
            "مهمة",
            "مهام",
            "تكليف",
            "تكليفات",
        ],
        Kind::Contribution => &[
            "submission",
            "submissions",
            "إسهام",
            "إسهامات",
            "propose",
            "proposes",
            "proposed",
            "submit",
            "submits",
            "submitted",
            "contribute",
            "contributed",
            "قدم",
            "قدمت",
            "قدمنا",
            "اقترح",
            "اقترحت",
            "اقترحنا",
        ],
        Kind::Outcome => &[
            "result",
            "results",
            "حصيلة",
            "مخرج",
            "مخرجات",
            "decide",
            "decided",
            "قررنا",
            "تقرر",
        ],
        Kind::Meeting => &[
            "session",
            "sitting",
            "جلسة",
            "يجتمع",
            "اجتمع",
            "محضر",
            "محاضر",
        ],
        Kind::Event => &["فعالية", "فعاليات"],
        Kind::Figure => &[
            "statistic",
            "statistics",
            "chart",
            "إحصاء",
            "إحصاءات",
            "أرقام",
        ],
        Kind::View => &["opinion", "opinions"],
        Kind::Note => &[
            "remark",
            "remarks",
            "comment",
            "comments",
            "تعليق",
            "تعليقات",
        ],
        Kind::Report => &["reports"],
        Kind::Section => &["chapter", "فصل"],
        Kind::Paragraph => &["para"],
        Kind::Body => &["entity", "organization", "organisation", "جهة", "منظمة"],
        Kind::Person => &["persons"],
        Kind::Country => &["state", "states", "دولة", "دول"],
        Kind::Instrument => &["resolutions", "decisions", "صكوك"],
        Kind::Document => &["documents", "مستند", "مستندات"],
    }
}

/// What people call a kind that says something else as well: `3 minutes`. It is found by it, and does not
/// come before what has the word.
#[must_use]
pub const fn also_among_others(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Meeting => &["minutes", "call", "calls"],
        _ => &[],
    }
}

/// What is said quietly of a query that was not read as it may have been meant.
#[must_use]
pub const fn notice(notice: Notice) -> Phrase {
    match notice {
        Notice::OpenQuote => Phrase::new(
            "علامة الاقتباس لم تُغلق: بُحث عن الكلمات منفردة",
            "the quote is not closed: its words are searched one by one",
        ),
        Notice::LoneOperator => Phrase::new(
            "علامة لا كلمة معها: لم تؤخذ في الحسبان",
            "an operator stands alone: it is passed over",
        ),
        Notice::NoValue => Phrase::new(
            "حقل بلا قيمة: لم يؤخذ في الحسبان",
            "a field has no value: it is passed over",
        ),
        Notice::TooLong => Phrase::new(
            "الاستعلام طويل: لم يؤخذ آخره في الحسبان",
            "the query is long: its end is passed over",
        ),
        Notice::LongWord => Phrase::new(
            "من الكلمة الطويلة لا يُؤخذ في الحسبان إلا أول 48 حرفًا",
            "of a long word only the first 48 letters count",
        ),
    }
}

/// A value that no record has in the field: it is searched as words. Some values that there are, and
/// whether there are more.
#[must_use]
pub fn unknown_value(ar: &str, en: &str, value: &str, known: &[Message], more: bool) -> Message {
    let [in_ar, in_en] = those_known(known, more);
    Message::new(
        format!("لا قيمة «{value}» في الحقل «{ar}»: بُحث عنها نصاً{in_ar}"),
        format!("no {en} “{value}”: searched as words{in_en}"),
    )
}

/// Some values that there are, in brackets.
pub(super) fn those_known(known: &[Message], more: bool) -> [String; 2] {
    [
        (Language::Arabic, "، ", "القيم"),
        (Language::English, ", ", "values"),
    ]
    .map(|(language, comma, values)| {
        let names = known.iter().map(|name| name.get(language));
        let names: Vec<&str> = names.chain(more.then_some("…")).collect();
        match known {
            [] => String::new(),
            _ => format!(" ({values}: {})", names.join(comma)),
        }
    })
}

/// A field that there is not: it is searched as words.
#[must_use]
pub fn unknown_field(name: &str) -> Message {
    let side = |place: usize| -> Vec<&str> {
        FIELDS
            .iter()
            .filter_map(|names| names.get(place).copied())
            .collect()
    };
    Message::new(
        format!(
            "لا حقل باسم «{name}»: بُحث عنه نصاً (الحقول: {})",
            side(1).join("، ")
        ),
        format!(
            "no field “{name}”: searched as words (fields: {})",
            side(0).join(", ")
        ),
    )
}

/// A field was asked for where there are none, in lines: it is searched as words.
#[must_use]
pub fn no_fields(name: &str) -> Message {
    Message::new(
        format!("لا حقول في الأسطر: بُحث عن «{name}» نصاً"),
        format!("lines have no fields: “{name}” is searched as words"),
    )
}

/// A value that several stand for: the records of all of them are found.
#[must_use]
pub fn several_values(ar: &str, en: &str, value: &str, kinds: &[Phrase]) -> Message {
    let join = |language: Language, comma: &str| -> String {
        let names: Vec<&str> = kinds.iter().map(|kind| kind.get(language)).collect();
        names.join(comma)
    };
    Message::new(
        format!("«{value}» في حقل {ar}: {}", join(Language::Arabic, " أو ")),
        format!("{en}:{value} is {}", join(Language::English, " or ")),
    )
}

/// Some texts are so long that not all of their words are searched.
#[must_use]
pub fn not_all_searched(texts: usize) -> Message {
    Message::new(
        format!(
            "لم يُبحث في بعض النصوص الطويلة إلا في أول 262,144 كلمة مختلفة (عدد هذه النصوص: {texts})"
        ),
        format!(
            "of some long texts only the first 262,144 different words are searched (such texts: {texts})"
        ),
    )
}

/// How a record is said to be found where the keyboard was on the other language.
pub const OTHER_KEYS: Phrase = Phrase::new(
    "ولوحة المفاتيح على اللغة الأخرى",
    "with the keyboard on the other language",
);

/// How a word was read that was found nowhere as it was typed.
#[must_use]
pub fn read_as(typed: &str, read: &str) -> Message {
    read_as_said(typed, &Message::new(read.to_owned(), read.to_owned()))
}

/// The same, where what it was read as is said otherwise in each language.
#[must_use]
pub fn read_as_said(typed: &str, read: &Message) -> Message {
    Message::new(
        format!("«{typed}» قُرئت «{}»", read.ar),
        format!("“{typed}” read as “{}”", read.en),
    )
}

/// What is said where no record has all words, and one was left out, which so many have.
#[must_use]
pub fn left_out(word: &str, count: usize) -> Message {
    let has_it = match count {
        0 => String::new(),
        _ => format!(" ({})", grouped(count)),
    };
    Message::new(
        format!("دون «{word}»{has_it}، إذ لا سجل يجمع الكلمات كلها"),
        format!("without “{word}”{has_it}: no record has all the words"),
    )
}

/// What is said where no record has all of a question, and these have the most of it: what the first has not.
#[must_use]
pub fn not_in_first(words: &[String]) -> Message {
    let join = |[open, close]: [&str; 2], comma: &str, rtl: bool| -> String {
        let words = words.iter();
        let words = words.map(|word| format!("{open}{}{close}", apart(word, rtl)));
        words.collect::<Vec<_>>().join(comma)
    };
    Message::new(
        format!("ليس في أولها: {}", join(["«", "»"], "، ", true)),
        format!(
            "not in the first of these: {}",
            join(["“", "”"], ", ", false)
        ),
    )
}

/// What is said where the newest minutes are asked for: which stand first.
#[must_use]
pub fn newest_first(word: &str) -> Message {
    Message::new(
        format!("«{word}»: محضر أحدث اجتماع أولاً"),
        format!("“{word}”: the minutes of the newest meeting come first"),
    )
}

/// What is said where no record has all words: how many have each of them.
#[must_use]
pub fn each_apart(words: &[(String, usize)]) -> Message {
    let each = each_of(words);
    Message::new(
        format!("لا سجل يجمع الكلمات كلها. سجلات كل كلمة وحدها: {}", each.ar),
        format!(
            "No record has all the words. Records of each by itself: {}",
            each.en
        ),
    )
}

/// The same beside what is shown for one of two words, in few letters: the line is short.
#[must_use]
pub fn each_and_none(words: &[(String, usize)]) -> Message {
    let each = each_of(words);
    Message::new(
        format!("{}، ولا سجل يجمعهما", each.ar),
        format!("{}: no record has both", each.en),
    )
}

/// Words, and how many records have each.
fn each_of(words: &[(String, usize)]) -> Message {
    let join = |[open, close]: [&str; 2], comma: &str, rtl: bool| -> String {
        let words = words.iter();
        let words = words
            .map(|(word, count)| format!("{open}{}{close} {}", apart(word, rtl), grouped(*count)));
        words.collect::<Vec<_>>().join(comma)
    };
    Message::new(join(["«", "»"], "، ", true), join(["“", "”"], ", ", false))
}

/// The same, where the one of two words that is there names a kind of record: none of that kind has the other.
#[must_use]
pub fn none_of_kind(kind: Phrase, word: &str, words: &[(String, usize)]) -> Message {
    let each = each_of(words);
    Message::new(
        format!(
            "لا سجل من نوع «{}» فيه «{}». سجلات كل كلمة وحدها: {}",
            kind.ar,
            apart(word, true),
            each.ar
        ),
        format!(
            "No {} has “{}”. Records of each by itself: {}",
            kind.en,
            apart(word, false),
            each.en
        ),
    )
}

/// As what is read who says we: what is searched then.
pub const OUR_REPORTS: Phrase = Phrase::new("تقارير المجموعة", "the group's reports");

/// What a question asks for without naming it, and what therefore comes first.
#[must_use]
pub fn asked_for(kinds: Phrase) -> Message {
    Message::new(
        format!("فُهم السؤال عن {}: تأتي أولاً", kinds.ar),
        format!(
            "a question for {}: they come first",
            kinds.en.to_lowercase()
        ),
    )
}

/// Before what is said of how a record was found, separated by a blank.
pub const FOUND: Phrase = Phrase::new("وُجد", "found");

/// In what way a record was found that has a word otherwise than it was typed.
#[must_use]
pub const fn way(way: Way) -> Phrase {
    match way {
        Way::Form => Phrase::new("بصيغة أخرى للكلمة", "in another form of the word"),
        Way::Apart => Phrase::new("بوصل الكلمة أو فصلها", "as one word or two"),
        Way::Initials => Phrase::new("بالأحرف الأولى", "by its initials"),
        Way::Sound => Phrase::new("بالنطق", "by its sound"),
        Way::OtherWord => Phrase::new("بكلمة أخرى للمعنى نفسه", "by another word for it"),
        Way::Slip => Phrase::new("بعد تصحيح الكتابة", "after a correction"),
    }
}

/// The part of a record that a search was met in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The name of a person, a body, a country.
    Name,
    /// A title.
    Title,
    /// What it says.
    Text,
}

/// That a record was found by what it has in a language which is not that of the interface.
#[must_use]
pub const fn in_language(part: Part, language: Language) -> Phrase {
    match (part, language) {
        (Part::Name, Language::Arabic) => Phrase::new("بالاسم العربي", "by its Arabic name"),
        (Part::Name, Language::English) => Phrase::new("بالاسم الإنكليزي", "by its English name"),
        // In short: at eighty columns it stands at the end of a row.
        (Part::Title | Part::Text, Language::Arabic) => Phrase::new("بالعربية", "in Arabic"),
        (Part::Title | Part::Text, Language::English) => Phrase::new("بالإنكليزية", "in English"),
    }
}
