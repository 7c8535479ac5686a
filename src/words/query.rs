//! The words of the query language: the names of fields, what kinds are also called, and what is
//! said of a query that was not read as it may have been meant.

use super::{Message, Phrase};
use crate::report::Kind;
use crate::search::grammar::{Fields, Notice};

/// The names of the fields, the one that is offered first, then its Arabic one, then others; in the
/// order of [`Field`](crate::app::fields::Field). The article before an Arabic name is read too.
pub const FIELDS: &Fields = &[
    &["kind", "نوع", "type"],
    &["by", "بلد", "country", "from", "من", "دولة", "جهة"],
    &["body", "هيئة", "group", "فريق", "لجنة", "جهاز"],
    &["report", "تقرير"],
    &["status", "حالة", "وضع"],
    &["item", "بند"],
    &["year", "سنة", "عام"],
];

/// What people call a kind of record besides its label: who types one of these means the kind.
#[must_use]
pub const fn also(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Item => &["agenda item", "topic", "موضوع", "نقطة"],
        Kind::Position => &["stance", "stand"],
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
        ],
        Kind::Recommendation => &["advice"],
        Kind::Contribution => &["submission", "submissions", "إسهام", "إسهامات"],
        Kind::Outcome => &["result", "results", "حصيلة", "مخرجات"],
        Kind::Meeting => &["session", "sitting", "جلسة"],
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
        Kind::Person => &["persons", "who"],
        Kind::Country => &["state", "states", "دولة", "دول"],
        Kind::Instrument => &["resolutions", "decisions", "صكوك"],
        Kind::Document => &["documents", "مستند", "مستندات"],
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
        Notice::TooLong => Phrase::new(
            "الاستعلام طويل: لم يؤخذ آخره في الحسبان",
            "the query is long: its end is passed over",
        ),
    }
}

/// A value that no record has in the field: it is searched as words.
#[must_use]
pub fn unknown_value(ar: &str, en: &str, value: &str) -> Message {
    Message::new(
        format!("لا قيمة «{value}» في الحقل «{ar}»: بُحث عنها نصاً"),
        format!("no {en} “{value}”: searched as words"),
    )
}

/// How a word was read that was found nowhere as it was typed.
#[must_use]
pub fn read_as(typed: &str, read: &str) -> Message {
    Message::new(
        format!("«{typed}» قُرئت «{read}»"),
        format!("“{typed}” read as “{read}”"),
    )
}
