//! The words that say otherwise what records write.

/// How many zeros a word adds to the number before it.
pub(super) const SCALES: [(&str, usize); 19] = [
    ("ألف", 3),
    ("ألفا", 3),
    ("ألفاً", 3),
    ("آلاف", 3),
    ("thousand", 3),
    ("k", 3),
    ("مليون", 6),
    ("مليونا", 6),
    ("ملايين", 6),
    ("million", 6),
    ("millions", 6),
    ("mn", 6),
    ("مليار", 9),
    ("مليارا", 9),
    ("مليارات", 9),
    ("بليون", 9),
    ("billion", 9),
    ("billions", 9),
    ("bn", 9),
];
/// How many zeros letters add to a number that they stand behind without a blank.
pub(super) const ATTACHED: [(&str, usize); 6] = [
    ("k", 3),
    ("m", 6),
    ("mn", 6),
    ("mio", 6),
    ("b", 9),
    ("bn", 9),
];
/// How texts write so many zeros.
pub(super) const MILLIONS: [(usize, &str); 3] = [
    (3, "thousand ألف آلاف"),
    (6, "million millions مليون ملايين"),
    (9, "billion billions مليار مليارات بليون"),
];
/// Words before a number that say no more than that it is one.
pub(super) const NUMBER: [&str; 9] = [
    "رقم",
    "الرقم",
    "نمرة",
    "number",
    "no",
    "nr",
    "num",
    "numero",
    "n",
];
/// The one of them that is run together with what stands before it.
pub(super) const NUMBER_IN_ARABIC: &str = "رقم";
/// Courtesies before a name.
pub(super) const COURTESIES: [&str; 18] = [
    "السيد",
    "السيدة",
    "سعادة",
    "معالي",
    "الدكتور",
    "الدكتورة",
    "دكتور",
    "دكتورة",
    "الأستاذ",
    "الأستاذة",
    "المهندس",
    "المهندسة",
    "mr",
    "mrs",
    "dr",
    "prof",
    "mme",
    "monsieur",
];
/// The Arabic article apart from its word, as it is written in Latin letters, and by a slip in Arabic ones.
pub(super) const ARTICLES: [&str; 3] = ["al", "el", "ال"];
/// Those of one letter or two, which are words only with their point.
pub(super) const POINTED: [&str; 4] = ["د", "أ", "م", "ms"];
/// The months that have two names in the Levant and one elsewhere.
pub(super) const MONTHS_IN_TWO: [(&str, &str, &str); 4] = [
    ("كانون", "اول", "ديسمبر"),
    ("كانون", "ثاني", "يناير"),
    ("تشرين", "اول", "أكتوبر"),
    ("تشرين", "ثاني", "نوفمبر"),
];
/// What people say for a word, but only beside another: `صناعي` is industrial, save of an
/// intelligence; `رسوم` are charts, save of a unit. The two words, and in which ways they are written.
pub(super) const BESIDE: [(&str, &str, &[&[&str]]); 22] = [
    ("ذكاء", "صناعي", &[&["ذكاء", "اصطناعي"]]),
    ("رسوم", "وحدة", &[&["وحدة", "مساهمة"]]),
    ("رسم", "وحدة", &[&["وحدة", "مساهمة"]]),
    ("وحدة", "رسوم", &[&["وحدة", "مساهمة"]]),
    ("وحدة", "اشتراك", &[&["وحدة", "مساهمة"]]),
    ("قسم", "راديوي", &[&["قطاع", "راديو"]]),
    ("قسم", "راديو", &[&["قطاع", "راديو"]]),
    ("قسم", "تقييس", &[&["قطاع", "تقييس"]]),
    ("قسم", "تنمية", &[&["قطاع", "تنمية"]]),
    // What is up there by both words is in outer space; a moon by itself is none of them, and not all space is up
    // there.
    ("أقمار", "صناعية", SATELLITES),
    ("قمر", "صناعي", SATELLITES),
    ("اقتصاد", "دائري", &[&["اقتصاد", "تدوير"]]),
    // The last day for something.
    ("آخر", "يوم", &[&["موعد", "نهائي"]]),
    ("آخر", "موعد", &[&["موعد", "نهائي"]]),
    // How often.
    ("كل", "سنة", &[&["سنوي"], &["سنوية"]]),
    ("كل", "عام", &[&["سنوي"], &["سنوية"]]),
    ("كل", "شهر", &[&["شهري"], &["شهرية"]]),
    ("كل", "يوم", &[&["يومي"], &["يومية"]]),
    ("every", "year", &[&["annual"], &["yearly"]]),
    ("each", "year", &[&["annual"], &["yearly"]]),
    ("every", "month", &[&["monthly"]]),
    ("every", "day", &[&["daily"]]),
];
const SATELLITES: &[&[&str]] = &[
    &["قمر", "صناعي"],
    &["أقمار", "صناعي"],
    &["قمر", "اصطناعي"],
    &["أقمار", "اصطناعي"],
    &["ساتل"],
    &["سواتل"],
    &["فضاء", "خارجي"],
];
/// What is counted, and may be followed by its number in words: الهدف التاسع is الهدف 9.
pub(super) const COUNTED: [&str; 17] = [
    "هدف",
    "لجنة",
    "قرار",
    "مقرر",
    "توصية",
    "بند",
    "ملحق",
    "goal",
    "sdg",
    "committee",
    "resolution",
    "decision",
    "recommendation",
    "item",
    "annex",
    "paragraph",
    "فقرة",
];
/// What else is numbered, and has no year behind it.
pub(super) const NUMBERED: &str = "items goals sdgs committees resolutions decisions recommendations \
    annexes paragraphs article articles section sections document documents question questions group \
    groups clause chapter part page pages table figure rule target targets بنود أهداف قرارات مقررات \
    توصيات فقرات ملاحق لجان مادة مواد قسم أقسام وثيقة وثائق مسألة مسائل مجموعة مجموعات فصل جزء صفحة جدول شكل \
    قاعدة غاية مقصد مقاصد";
/// What an agenda has, which is called by its number alone.
pub(super) const ITEMS: &str = "item items بند بنود";
/// What may have a letter behind its number: item 4b is 4 (b), and not of billions.
pub(super) const LETTERED: &str = "item items article articles paragraph paragraphs section annex clause \
    point بند بنود مادة مواد فقرة فقرات قسم ملحق نقطة";
/// Numbers in words, from one on, as they follow what is counted: in order in Arabic, or as they count; as they are
/// written and as they are spoken.
pub(super) const COUNTS: [&[&str]; 19] = [
    &["أول", "أولى", "one", "واحد", "واحدة", "حادي", "حادية"],
    &[
        "ثاني",
        "ثانية",
        "two",
        "اثنان",
        "اثنين",
        "اثنتان",
        "اثنتين",
        "اثنا",
        "اثني",
        "اثنتا",
        "اثنتي",
        "اتنين",
        "تنين",
    ],
    &["ثالث", "ثالثة", "three", "ثلاثة", "ثلاث", "تلاتة", "تلات"],
    &["رابع", "رابعة", "four", "أربعة", "أربع"],
    &["خامس", "خامسة", "five", "خمسة", "خمس"],
    &["سادس", "سادسة", "six", "ستة", "ست"],
    &["سابع", "سابعة", "seven", "سبعة", "سبع"],
    &[
        "ثامن",
        "ثامنة",
        "eight",
        "ثمانية",
        "ثمان",
        "ثماني",
        "تمانية",
        "تمنية",
    ],
    &["تاسع", "تاسعة", "nine", "تسعة", "تسع"],
    &["عاشر", "عاشرة", "ten", "عشرة", "عشر"],
    &["eleven", "حداشر", "إحداشر"],
    &["twelve", "اتناشر", "اثناشر", "اطناشر"],
    &["thirteen", "تلتاشر", "تلاتاشر", "ثلاثتاشر"],
    &["fourteen", "أربعتاشر"],
    &["fifteen", "خمستاشر"],
    &["sixteen", "ستاشر"],
    &["seventeen", "سبعتاشر"],
    &["eighteen", "تمنتاشر", "ثمنتاشر"],
    &["nineteen", "تسعتاشر"],
];
/// The hundreds in one word, as they are written and as they are spoken. In English, and in Arabic too, a hundred
/// may be counted by a word of its own.
pub(super) const HUNDREDS: [&[&str]; 9] = [
    &["مئة", "مائة", "مية"],
    &["مئتان", "مئتين", "مائتان", "مائتين", "ميتين"],
    &["ثلاثمئة", "ثلاثمائة", "ثلاثمية", "تلتمية", "تلاتمية"],
    &["أربعمئة", "أربعمائة", "أربعمية", "ربعمية"],
    &["خمسمئة", "خمسمائة", "خمسمية"],
    &["ستمئة", "ستمائة", "ستمية"],
    &["سبعمئة", "سبعمائة", "سبعمية"],
    &[
        "ثمانمئة",
        "ثمانمائة",
        "ثمانيمئة",
        "ثمانمية",
        "تمنمية",
        "تمانمية",
    ],
    &["تسعمئة", "تسعمائة", "تسعمية"],
];
/// A hundred by itself behind what counts it.
pub(super) const HUNDRED: &str = "hundred مئة مائة مية";
/// The first nine in order, as English has them behind tens only: what stands alone belongs to what follows it,
/// `committee first meeting`.
pub(super) const ORDINALS: [&[&str]; 9] = [
    &["first"],
    &["second"],
    &["third"],
    &["fourth"],
    &["fifth"],
    &["sixth"],
    &["seventh"],
    &["eighth"],
    &["ninth"],
];
/// The tens, from twenty on.
pub(super) const TENS: [&[&str]; 8] = [
    &["twenty", "عشرون", "عشرين"],
    &["thirty", "ثلاثون", "ثلاثين", "تلاتين"],
    &["forty", "أربعون", "أربعين"],
    &["fifty", "خمسون", "خمسين"],
    &["sixty", "ستون", "ستين"],
    &["seventy", "سبعون", "سبعين"],
    &["eighty", "ثمانون", "ثمانين", "تمانين"],
    &["ninety", "تسعون", "تسعين"],
];
/// One as it is counted by itself, which makes no eleven: أول عشر are the first ten.
pub(super) const ONE: &str = "أول أولى واحد واحدة";
/// One as it stands in eleven.
pub(super) const OF_ELEVEN: &str = "أحد إحدى";
/// What makes of one to nine a number from eleven to nineteen.
pub(super) const TEEN: &str = "عشر عشرة";
/// Words that only join others or ask: beside others they say nothing of what is looked for.
pub(super) const SMALL: &str = "of the and or on for in to at by with from as is are was were be been did do does \
    what when where which how much many why our we has have had will should that this these those about than \
    its their there about me any which \
    في من إلى عن بشأن حول ما ماذا هل هو هي متى أين كيف عدد لماذا التي الذي الذين مع لدى هذا هذه ذلك نحن لنا \
    قد ثم أو و ل ب ك ف أي أية عند لأي منها فيها \
    حتى الآن whats whos wheres whens وين فين شو شنو ايش ليش ليه امتى ازاي مين شكون منو واش علاش كيفاش \
    شحال قديش فوقاش ديال ديالنا تاع بتاع تبع";
/// Words that mostly do the same, and are names too: `who` is WHO, `على` is written as علي.
pub(super) const ASIDE: &str = "a an who whom us على كم كام تم هم أن إن كان كانت بخصوص \
    تفعل يفعل نفعل tell show give still yet concern concerns concerning regard regards regarding \
    relate relates related يخص تخص يتعلق تتعلق يتناول تتناول \
    every each want wants wanted get gets got anywhere behalf times أريد تريد يريد نريد باسم مرة مرات";
/// Those of them that are names in a question too, as these are typed.
pub(super) const NAMES: [&str; 6] = ["who", "WHO", "us", "US", "علي", "عليّ"];
/// Which one of several is asked for, behind a word that asks for a day or a place: what is called by the
/// other words is the answer all the same.
pub(super) const WHICH: &str = "next last latest upcoming coming previous قادم قادمة القادم القادمة مقبل \
    مقبلة المقبل المقبلة تال تالي تالية التالي التالية سابق السابق السابقة ماض ماضي الماضي الماضية";
/// How much of something is asked for by these, behind كم and how.
pub(super) const COST: &str = "cost costs تكلفة كلفة تكلف يكلف كلف كلفت قيمة مبلغ";
/// What is asked of a day or a place: behind a word that asks for one it says no more than that. Elsewhere
/// it may be what is asked for: عقد is a contract too, and a decade.
pub(super) const HAPPENS: &str = "ينعقد تنعقد انعقد انعقدت يعقد تعقد ستعقد سيعقد عقد عقدت held happen \
    happens happened due صار صارت";
/// The day of something, which says no more behind a word that asks for one; elsewhere it is left out only where
/// nothing has one.
pub(super) const DAY: &str = "موعد مواعيد ميعاد date dates deadline deadlines";
/// The same for what is called the day of something too.
pub(super) const DATE_IN_ARABIC: &str = "تاريخ تواريخ";
/// Words that ask for a day or a place, where they are the first.
pub(super) const WHEN: &str = "when where whens wheres متى أين وين فين امتى فوقاش";
/// Words that ask, where they are the first.
pub(super) const ASK: &str = "what when where which who how why tell show give do does did \
    whats whos wheres whens which ما ماذا متى أين كيف كم هل من لماذا وين فين شو شنو ايش ليش ليه امتى ازاي مين كام \
    شكون منو واش علاش كيفاش شحال قديش فوقاش أي أية";
/// What asks how many there are, in one word.
pub(super) const HOW_MANY: &str = "كم كام شحال قديش";
/// What asks for what has to be done, behind a word that asks.
pub(super) const DUTY: &str = "should must ought required مطلوب مطلوبة يجب ينبغي";
/// The same where it is the second word: ماذا على الأمانة.
pub(super) const ON: &str = "على";
/// What stands behind such a word where nothing stands before it: المطلوب من الأمانة, `required of the secretariat`.
pub(super) const OF: &str = "من of from";
/// What a question begins with, the verbs that say what it asks for, and the kind of record that it
/// therefore asks for.
pub(super) const VERBS: [(&str, &str, &str); 9] = [
    (
        "who whos من مين شكون منو",
        "spoke spoken talked تكلم تكلمت تكلموا تحدث تحدثت تحدثوا",
        "meeting",
    ),
    (
        "which أي أية",
        "contribute contributes contributed submit submits submitted propose proposes proposed \
         ساهم ساهمت ساهموا قدم قدمت قدموا اقترح اقترحت اقترحوا",
        "contribution",
    ),
    ("what which ما ماذا أي", "agree اتفقنا اتفقوا", "position"),
    (
        "what ما ماذا",
        "ask asked request requested طلبنا طلبت طلبوا",
        "recommendation",
    ),
    (
        "who whos من مين شكون منو",
        "spokesperson spokesman spokeswoman المتحدث المتحدثة الناطق الناطقة speaks speak speaking represents represent representing stands stand \
         chairs chair chairing chaired leads lead leading led heads heading headed presides presiding \
         يمثل تمثل يمثلنا تمثلنا يتحدث تتحدث يتكلم تتكلم ينوب تنوب \
         يرأس ترأس يترأس تترأس يقود تقود",
        "nomination",
    ),
    (
        "what whats ما ماذا",
        "think thinks thought يرى ترى نرى رأت",
        "position",
    ),
    (
        "what whats ما ماذا",
        "say says said saying قال قالت قالوا يقول تقول",
        "contribution",
    ),
    (
        "do does did هل what whats ما ماذا",
        "adopt adopts adopted approve approves approved اعتمد اعتمدت اعتمدوا اعتمدنا أقر أقرت أقروا أقررنا \
         يعتمد تعتمد نعتمد يقر تقر نقر أجاز أجازت",
        "outcome",
    ),
    (
        "do does did هل",
        "support supports supported back backs backed oppose opposes opposed favour favours favor \
         favors agree agrees agreed تؤيد يؤيد نؤيد أيد أيدت تدعم يدعم ندعم تعارض يعارض نعارض توافق \
         يوافق نوافق",
        "position",
    ),
];
/// What asks whether something is so, and the kind of record that says where somebody stands.
pub(super) const WHETHER: &str = "do does did هل";
pub(super) const STANDS: &str = "position";
/// What asks which one of several.
pub(super) const WHICH_ONE: &str = "which أي أية";
/// Who may do something, before what is done: behind `which` it says no more than who.
pub(super) const WHOEVER: &str = "country countries state states member members delegation delegations body bodies \
    party parties دولة دول بلد بلدان عضو أعضاء وفد وفود هيئة هيئات جهة جهات";
/// What is asked for by such a word, as a kind of record is called; behind `how many` and كم it is a
/// figure.
pub(super) const TO_BE_DONE: &str = "recommendation";
pub(super) const COUNTED_AS: &str = "figure";
/// A number before one of these is a share of a hundred, which records write with a sign.
pub(super) const PERCENT: [&str; 6] = ["بالمئة", "بالمائة", "المئة", "المائة", "percent", "pct"];
/// The months as dates are written out in both languages.
pub(super) const MONTHS: [(&str, &str); 12] = [
    ("يناير", "january"),
    ("فبراير", "february"),
    ("مارس", "march"),
    ("أبريل", "april"),
    ("مايو", "may"),
    ("يونيو", "june"),
    ("يوليو", "july"),
    ("أغسطس", "august"),
    ("سبتمبر", "september"),
    ("أكتوبر", "october"),
    ("نوفمبر", "november"),
    ("ديسمبر", "december"),
];
