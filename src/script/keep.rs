//! What a reader wants kept together on a line: codes, dates, numbers with their unit.

use unicode_width::UnicodeWidthChar;

use super::isolate::is_mark;

/// What follows a number and belongs to it: units, magnitudes, currencies.
const UNITS: &[&str] = &[
    "%",
    "٪",
    "Hz",
    "kHz",
    "MHz",
    "GHz",
    "THz",
    "bit/s",
    "kbit/s",
    "Mbit/s",
    "Gbit/s",
    "Tbit/s",
    "dB",
    "dBm",
    "W",
    "kW",
    "MW",
    "mm",
    "cm",
    "m",
    "km",
    "kg",
    "g",
    "s",
    "ms",
    "h",
    "°C",
    "°",
    "CHF",
    "USD",
    "EUR",
    "million",
    "billion",
    "thousand",
    "هرتز",
    "كيلوهرتز",
    "ميغاهرتز",
    "جيغاهرتز",
    "كم",
    "متر",
    "متراً",
    "كيلومتر",
    "كيلومتراً",
    "كغ",
    "ألف",
    "آلاف",
    "مليون",
    "مليوناً",
    "ملايين",
    "مليار",
    "ملياراً",
    "مليارات",
    "فرنك",
    "فرنكاً",
    "دولار",
    "دولاراً",
    "يورو",
];

/// What stands before a number and belongs to it.
const CURRENCIES: &[&str] = &["CHF", "USD", "EUR", "$", "€", "£", "No.", "§"];

/// Months as they are written in the Gulf, Egypt, the Levant, the Maghreb, English and French.
const MONTHS: &[&str] = &[
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "إبريل",
    "مايو",
    "يونيو",
    "يونيه",
    "يوليو",
    "يوليه",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
    "كانون",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين",
    "جانفي",
    "فيفري",
    "أفريل",
    "ماي",
    "جوان",
    "جويلية",
    "أوت",
    "غشت",
    "شتنبر",
    "نونبر",
    "دجنبر",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// Whether `after` must stay on the line of `before`; `earlier` is the word before that.
pub(super) fn together(earlier: &str, before: &str, after: &str) -> bool {
    let (before, after) = (before.trim_matches(is_mark), after.trim_matches(is_mark));
    let opening = |ch: char| matches!(ch, '(' | '[' | '«' | '"' | '\'' | '“' | '‘');
    let before = before.trim_start_matches(opening);
    let unit = after.trim_end_matches(|ch: char| {
        matches!(
            ch,
            '.' | ',' | ';' | ':' | '،' | '؛' | ')' | ']' | '»' | '"' | '”' | '?' | '؟'
        )
    });
    let ends_in_digit = before.ends_with(char::is_numeric);
    let starts_with_digit = after.starts_with(char::is_numeric);
    if is_number(before) && ends_in_digit && (UNITS.contains(&unit) || is_month(unit)) {
        return true;
    }
    if starts_with_digit && (is_month(before) || CURRENCIES.contains(&before)) {
        return true;
    }
    // 1 000 000
    if is_number(before) && digits(before) <= 3 && digits(unit) == 3 && unit.chars().count() == 3 {
        return true;
    }
    // The second word of تشرين الثاني and its like, and the year after it.
    let second = |word: &str| matches!(word, "الأول" | "الثاني");
    let first = |word: &str| word.ends_with("تشرين") || word.ends_with("كانون");
    first(before) && second(unit) || second(before) && first(earlier) && starts_with_digit
}

fn is_number(word: &str) -> bool {
    word.chars().any(char::is_numeric)
        && word.chars().all(|ch| {
            ch.is_numeric()
                || matches!(
                    ch,
                    '.' | ',' | ':' | '/' | '-' | '–' | '+' | '−' | '±' | '٫' | '٬'
                )
                || is_mark(ch)
        })
}

fn digits(word: &str) -> usize {
    word.chars().filter(|ch| ch.is_numeric()).count()
}

/// A month, or one name on either side of a slash: نوفمبر/تشرين.
fn is_month(word: &str) -> bool {
    word.split('/').any(|name| MONTHS.contains(&name))
}

/// Whether a word is prose: no digits, nothing of a URL, an address or a file name.
pub(super) fn plain(word: &str) -> bool {
    let dotted = word
        .trim_matches(|ch: char| !ch.is_alphanumeric())
        .contains('.');
    !dotted && !word.contains(|ch: char| ch.is_numeric() || matches!(ch, '@' | '_' | '\\'))
}

/// Whether `word` may be parted at byte `at`, where UAX #14 allows it: beside a wide character, and
/// in prose after a hyphen, a dash or a slash with a real word on either side.
pub(super) fn may_part(word: &str, at: usize, plain: bool) -> bool {
    let Some((before, after)) = word.split_at_checked(at) else {
        return false;
    };
    let wide = |ch: Option<char>| ch.and_then(char::width) == Some(2);
    if wide(before.chars().next_back()) || wide(after.chars().next()) {
        return true;
    }
    let letter = |ch: &char| ch.is_alphabetic() && !ch.is_uppercase();
    let mut left = before.chars().rev();
    let sign = left.next().is_some_and(|ch| !ch.is_alphanumeric());
    plain
        && sign
        && left.take(3).filter(letter).count() == 3
        && after.chars().take(3).filter(letter).count() == 3
}
