//! What people ask by, besides the names of fields and kinds of records.

/// What people ask by for the day of whatever has one, and for the day by which something has to be done.
pub const DAY: &[&str] = &["موعد", "تاريخ", "date"];
/// What people ask by for how much of the whole each part of a figure is.
pub const SHARES: &[&str] = &["share", "percentage", "حصة", "نسبة"];
/// See [`DAY`].
pub const DEADLINE: &[&str] = &["موعد نهائي", "deadline"];

/// What people call the record of a meeting, what they say beside it that says no more, and what asks for the
/// newest.
pub const MINUTES: &[&str] = &["minutes", "محضر", "المحضر", "محاضر", "المحاضر"];
/// See [`MINUTES`].
pub const MEETINGS: &[&str] = &[
    "of",
    "the",
    "meeting",
    "meetings",
    "اجتماع",
    "الاجتماع",
    "اجتماعات",
    "الاجتماعات",
];
/// See [`MINUTES`].
pub const NEWEST: &[&str] = &[
    "last",
    "latest",
    "newest",
    "آخر",
    "اخر",
    "أحدث",
    "احدث",
    "الأخير",
    "الاخير",
];
/// Which of them call one meeting the newest in its title: a last one there is in each year, and آخر is another
/// too.
pub const CALLED_NEWEST: &[&str] = &["latest", "newest", "أحدث", "احدث"];

/// What is said beside what is asked for, and says no more.
pub const ALL: &[&str] = &[
    "all",
    "list",
    "any",
    "show",
    "give",
    "tell",
    "a",
    "an",
    "still",
    "yet",
    "تم",
    "كان",
    "كانت",
    "كل",
    "جميع",
    "قائمة",
    "لائحة",
];

/// What people call several items of an agenda.
pub const ITEMS: &[&str] = &[
    "items",
    "topics",
    "points",
    "بنود",
    "مواضيع",
    "موضوعات",
    "نقاط",
];

/// What people ask by for what was put off.
pub struct PutOff {
    /// What records have for it too.
    pub said: &'static [&'static str],
    /// What is said of it in a question only.
    pub asked: &'static [&'static str],
}

/// See [`PutOff`].
pub const PUT_OFF: PutOff = PutOff {
    said: &[
        "deferred",
        "postponed",
        "مؤجل",
        "مؤجلة",
        "مؤجلات",
        "مرجأ",
        "مرجأة",
        "تأجل",
        "تأجلت",
        "أُرجئ",
        "أُرجئت",
    ],
    asked: &[
        "put off",
        "held over",
        "أُجِّل",
        "أُجِّلت",
        "أجلنا",
        "أجلناه",
        "أجلناها",
        "أرجأنا",
        "أرجأناه",
        "أرجأناها",
    ],
};
