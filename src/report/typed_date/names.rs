//! The names of months, days and parts of a year, as [`plain`](super::plain) leaves them.

use jiff::civil::Weekday;

/// The names of the months, January first: English, then Arabic as in Egypt and the Gulf, in the
/// Levant and Iraq, in the Maghreb; without hamza, as they are left.
pub(super) const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "يناير", "كانون الثاني", "جانفي"],
    &["february", "feb", "فبراير", "شباط", "فيفري"],
    &["march", "mar", "مارس", "اذار"],
    &["april", "apr", "ابريل", "نيسان", "افريل"],
    &["may", "مايو", "ايار", "ماي"],
    &["june", "jun", "يونيو", "يونيه", "حزيران", "جوان"],
    &["july", "jul", "يوليو", "يوليه", "تموز", "جويليه", "يوليوز"],
    &["august", "aug", "اغسطس", "اب", "اوت", "غشت"],
    &["september", "sept", "sep", "سبتمبر", "ايلول", "شتنبر"],
    &["october", "oct", "اكتوبر", "تشرين الاول"],
    &["november", "nov", "نوفمبر", "تشرين الثاني", "نونبر"],
    &["december", "dec", "ديسمبر", "كانون الاول", "دجنبر"],
];

/// The days of the week, Monday first, as they are left.
pub(super) const WEEK: [(&[&str], Weekday); 7] = [
    (&["monday", "mon", "الاثنين", "اثنين"], Weekday::Monday),
    (
        &["tuesday", "tues", "tue", "الثلاثاء", "الثلاثا", "ثلاثاء"],
        Weekday::Tuesday,
    ),
    (
        &["wednesday", "weds", "wed", "الاربعاء", "الاربعا", "اربعاء"],
        Weekday::Wednesday,
    ),
    (
        &["thursday", "thurs", "thur", "thu", "الخميس", "خميس"],
        Weekday::Thursday,
    ),
    (&["friday", "fri", "الجمعه", "جمعه"], Weekday::Friday),
    (&["saturday", "sat", "السبت", "سبت"], Weekday::Saturday),
    (&["sunday", "sun", "الاحد", "احد"], Weekday::Sunday),
];

/// Days from today that have a name.
pub(super) const NEAR: [(&[&str], i32); 5] = [
    (&["today", "اليوم"], 0),
    (&["tomorrow", "غدا", "غد", "بكره"], 1),
    (&["yesterday", "امس", "يوم امس", "البارحه", "امبارح"], -1),
    (
        &[
            "after tomorrow",
            "day after tomorrow",
            "بعد غد",
            "بعد الغد",
            "بعد بكره",
        ],
        2,
    ),
    (
        &["day before yesterday", "اول امس", "امس الاول", "اول من امس"],
        -2,
    ),
];

/// Words behind or before the name of a day, a month or a year: the one that comes.
pub(super) const NEXT: [&str; 10] = [
    "next",
    "coming",
    "القادم",
    "القادمه",
    "المقبل",
    "المقبله",
    "الاتي",
    "الاتيه",
    "التالي",
    "التاليه",
];

/// The one that has passed.
pub(super) const LAST: [&str; 5] = ["last", "past", "الماضي", "الماضيه", "الفايت"];

/// The one that is.
pub(super) const THIS: [&str; 5] = ["this", "هذا", "هذه", "الجاري", "الحالي"];

/// Behind the name of a day, a week, a month or a year: the one that comes after the next.
pub(super) const AFTER_NEXT: [&str; 5] = [
    " after next",
    " بعد القادم",
    " بعد القادمه",
    " بعد المقبل",
    " بعد المقبله",
];

/// Before the name of a day of the week: seven days after the one that comes.
pub(super) const FROM_THEN: [&str; 4] =
    ["a week from ", "week from ", "a week on ", "a week after "];

/// How long something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    Day,
    Week,
    Month,
    Year,
}

/// The names of lengths; the second list is of two of them.
pub(super) const LENGTHS: [(Length, &[&str], &[&str]); 4] = [
    (
        Length::Day,
        &["d", "day", "days", "يوم", "ايام", "يوما"],
        &["يومين", "يومان"],
    ),
    (
        Length::Week,
        &[
            "w",
            "wk",
            "week",
            "weeks",
            "اسبوع",
            "اسابيع",
            "اسبوعا",
            "الاسبوع",
        ],
        &["fortnight", "اسبوعين", "اسبوعان"],
    ),
    (
        Length::Month,
        &[
            "m",
            "mo",
            "month",
            "months",
            "شهر",
            "اشهر",
            "شهور",
            "شهرا",
            "الشهر",
        ],
        &["شهرين", "شهران"],
    ),
    (
        Length::Year,
        &[
            "y",
            "yr",
            "year",
            "years",
            "سنه",
            "سنوات",
            "عام",
            "اعوام",
            "عاما",
            "السنه",
            "العام",
        ],
        &["سنتين", "سنتان", "عامين", "عامان"],
    ),
];

/// The first to the fourth.
pub(super) const ORDINALS: [&[&str]; 4] = [
    &["first", "1st", "1", "الاول"],
    &["second", "2nd", "2", "الثاني"],
    &["third", "3rd", "3", "الثالث"],
    &["fourth", "4th", "4", "الرابع"],
];

/// The seasons, spring first, as EDTF numbers them from 21.
pub(super) const SEASONS: [&[&str]; 4] = [
    &["spring", "ربيع", "الربيع"],
    &["summer", "صيف", "الصيف"],
    &["autumn", "fall", "خريف", "الخريف"],
    &["winter", "شتاء", "الشتاء"],
];

/// The beginning of something.
pub(super) const BEGIN: [&str; 10] = [
    "beginning of the ",
    "beginning of ",
    "start of the ",
    "start of ",
    "بدايه ",
    "مطلع ",
    "مستهل ",
    "اول ",
    "اوايل ",
    "اوائل ",
];

/// The middle of something.
pub(super) const MID: [&str; 8] = [
    "middle of the ",
    "middle of ",
    "mid of ",
    "mid ",
    "mid-",
    "منتصف ",
    "اواسط ",
    "وسط ",
];

/// The end of something.
pub(super) const END: [&str; 7] = [
    "end of the ",
    "end of ",
    "end ",
    "نهايه ",
    "اخر ",
    "اواخر ",
    "ختام ",
];

/// Words for a date that is not exact.
pub(super) const ABOUT: [&str; 6] = ["about ", "around ", "circa ", "ca. ", "حوالي ", "نحو "];

/// Words before a date that change nothing.
/// Of a day by which something is due one also says before.
pub(super) const AT: [&str; 15] = [
    "on ",
    "in ",
    "by ",
    "before ",
    "within ",
    "during ",
    "the ",
    "في غضون ",
    "في ",
    "بتاريخ ",
    "بحلول ",
    "قبل ",
    "خلال ",
    "الموافق ",
    "يوم ",
];

/// Words between a day of the week and the day of the month that it is.
pub(super) const SAME: [&str; 2] = ["the ", "الموافق "];

/// So much time before today, where a length of time follows.
pub(super) const AGO: [&str; 2] = ["قبل ", "منذ "];

/// From a date on.
pub(super) const SINCE: [&str; 4] = ["since ", "from ", "منذ ", "ابتداء من "];

/// Up to a date.
pub(super) const UNTIL: [&str; 3] = ["until ", "till ", "حتي "];

/// So much time after today.
pub(super) const AFTER: [&str; 6] = ["in ", "after ", "within ", "+", "بعد ", "خلال "];

/// Numbers in words, from one; in Arabic with and without the ending.
pub(super) const NUMBERS: [&[&str]; 12] = [
    &["one", "واحد", "واحده"],
    &["two", "اثنان", "اثنين"],
    &["three", "ثلاثه", "ثلاث"],
    &["four", "اربعه", "اربع"],
    &["five", "خمسه", "خمس"],
    &["six", "سته", "ست"],
    &["seven", "سبعه", "سبع"],
    &["eight", "ثمانيه", "ثماني", "ثمان"],
    &["nine", "تسعه", "تسع"],
    &["ten", "عشره", "عشر"],
    &["eleven", "احد عشر", "احدي عشره"],
    &["twelve", "اثنا عشر", "اثني عشر", "اثنتا عشره", "اثنتي عشره"],
];
