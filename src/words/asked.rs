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

/// Who asks of the own group by a word that says nothing else, and by one that says what is asked for too.
pub struct Ours {
    /// It is passed over.
    pub who: &'static [&'static str],
    /// What is behind the article or a pronoun only: `the group`, and not of anything.
    pub group: &'static [&'static str],
    /// What stands before [`Self::group`] in English.
    pub before_group: &'static [&'static str],
    /// What stands behind another group.
    pub of: &'static [&'static str],
    /// It is looked for as well.
    pub what: &'static [&'static str],
}

/// See [`Ours`].
pub const OURS: Ours = Ours {
    who: &[
        "we",
        "our",
        "ours",
        "ourselves",
        "نحن",
        "لنا",
        "لدينا",
        "إحنا",
    ],
    group: &["group", "المجموعة", "للمجموعة", "بالمجموعة", "مجموعتنا"],
    before_group: &["the", "our"],
    of: &["of", "on", "for", "المعنية", "المعني"],
    what: &[
        "موقفنا",
        "مواقفنا",
        "رأينا",
        "توصيتنا",
        "توصياتنا",
        "مساهمتنا",
        "مساهماتنا",
        "ترشيحاتنا",
        "مرشحنا",
        "مرشحتنا",
        "مرشحونا",
        "مرشحينا",
        "اجتماعنا",
        "اجتماعاتنا",
        "لقاؤنا",
        "محضرنا",
        "تقريرنا",
        "اتفقنا",
        "اجتمعنا",
        "التقينا",
        "قررنا",
        "رشحنا",
        "طلبنا",
        "أوصينا",
        "قدمنا",
        "أجلنا",
        "أرجأنا",
        "اعتمدنا",
        "أيدنا",
        "دعمنا",
        "عارضنا",
    ],
};

/// What is said of some days, and says no more than that something was.
pub const HAPPENED: &[&str] = &[
    "what", "was", "is", "did", "do", "we", "happened", "happen", "happens", "on", "in", "of",
    "for", "the", "from", "ما", "ماذا", "الذي", "حدث", "جرى", "صار", "كان", "تم", "في", "من", "عن",
    "شو", "ايش",
];

/// What asks for what was agreed: a position tells it, and an outcome.
pub const AGREED: &[&str] = &[
    "agreed",
    "agree",
    "agreement",
    "decided",
    "decide",
    "adopted",
    "اتفق",
    "اتُفق",
    "اتفقنا",
    "متفق",
    "المتفق",
    "تقرر",
    "قرر",
    "قررنا",
    "اعتمد",
    "اعتُمد",
    "اعتمدنا",
];
/// What stands beside what is asked of an item, and says no more; see also [`HAPPENED`].
pub const BESIDE_ASKED: &[&str] = &[
    "who",
    "which",
    "all",
    "and",
    "كل",
    "جميع",
    "when",
    "has",
    "been",
    "about",
    "were",
    "group",
    "our",
    "it",
    "متى",
    "هل",
    "على",
    "عليه",
    "بشأن",
    "حول",
    "هو",
    "كانت",
    "المجموعة",
    "تمت",
    "به",
];

/// What asks for a meeting where the newest is asked for.
pub const MET: &[&str] = &[
    "meet",
    "met",
    "meeting",
    "meetings",
    "call",
    "session",
    "اجتماع",
    "الاجتماع",
    "اجتمعنا",
    "اجتمعت",
    "التقينا",
    "لقاء",
    "لقاؤنا",
    "اجتماعنا",
    "جلسة",
    "الجلسة",
    "محضرنا",
];
/// What stands beside it.
pub const BESIDE_MET: &[&str] = &[
    "when", "did", "was", "is", "have", "has", "at", "in", "what", "مرة", "متى", "كان", "كانت",
    "في", "هو", "ما",
];

/// Who took the floor is asked for by these.
pub const SPOKE: &[&str] = &[
    "spoke",
    "spoken",
    "speak",
    "speakers",
    "speaker",
    "intervened",
    "تكلم",
    "تكلمت",
    "تكلموا",
    "تحدث",
    "تحدثت",
    "تحدثوا",
    "متكلمون",
    "المتكلمون",
    "المتحدثون",
    "المتدخلون",
];
/// What asks for what is to come.
pub const NEXT: &[&str] = &[
    "next",
    "coming",
    "upcoming",
    "forthcoming",
    "القادم",
    "القادمة",
    "المقبل",
    "المقبلة",
    "قادم",
    "قادمة",
    "مقبل",
    "مقبلة",
    "التالي",
    "التالية",
];
/// What joins two numbers.
pub const AND: &[&str] = &["and", "or", "و", "أو", "او", "&"];
