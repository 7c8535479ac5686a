//! Dates and numbers as a person reads them. Digits are Latin in both languages, as ITU's Arabic
//! documents print them (CLDR: `ar` writes Latin digits).

use crate::report::{Date, Language, Quantity};
use crate::script::isolate;

use super::Phrase;
use super::label::Label;

/// The months, January first.
const MONTHS: [Phrase; 12] = [
    Phrase::new("يناير", "January"),
    Phrase::new("فبراير", "February"),
    Phrase::new("مارس", "March"),
    Phrase::new("أبريل", "April"),
    Phrase::new("مايو", "May"),
    Phrase::new("يونيو", "June"),
    Phrase::new("يوليو", "July"),
    Phrase::new("أغسطس", "August"),
    Phrase::new("سبتمبر", "September"),
    Phrase::new("أكتوبر", "October"),
    Phrase::new("نوفمبر", "November"),
    Phrase::new("ديسمبر", "December"),
];

/// EDTF's seasons, 21 to 24.
const SEASONS: [Phrase; 4] = [
    Phrase::new("ربيع", "spring"),
    Phrase::new("صيف", "summer"),
    Phrase::new("خريف", "autumn"),
    Phrase::new("شتاء", "winter"),
];

/// The name of a month, 1 to 12; nothing for any other number.
#[must_use]
pub fn month(number: u8, language: Language) -> &'static str {
    usize::from(number)
        .checked_sub(1)
        .and_then(|index| MONTHS.get(index))
        .map_or("", |month| month.get(language))
}

/// The days of the week, Monday first.
const DAYS: [Phrase; 7] = [
    Phrase::new("الاثنين", "Monday"),
    Phrase::new("الثلاثاء", "Tuesday"),
    Phrase::new("الأربعاء", "Wednesday"),
    Phrase::new("الخميس", "Thursday"),
    Phrase::new("الجمعة", "Friday"),
    Phrase::new("السبت", "Saturday"),
    Phrase::new("الأحد", "Sunday"),
];

/// The name of a day of the week, from Monday as 1 to Sunday as 7; nothing for any other number.
#[must_use]
pub fn weekday(number: u8) -> Phrase {
    let place = usize::from(number).checked_sub(1);
    let day = place.and_then(|place| DAYS.get(place));
    day.copied().unwrap_or(Phrase::new("", ""))
}

/// `8–18 يونيو 2021`, `31 May 2021`, `since 2024`. A range in one month or year says that month or
/// year once. In Arabic it runs from right to left, as in the documents' own titles; in English its
/// numbers are isolated, to be laid out or sanitised before they are shown.
#[must_use]
pub fn date(date: &Date, language: Language) -> String {
    let Some((from, to)) = date.as_str().split_once('/') else {
        return single(date.as_str(), language);
    };
    match (from, to) {
        ("..", to) => format!(
            "{} {}",
            Phrase::new("حتى", "until").get(language),
            single(to, language)
        ),
        (from, "..") => format!(
            "{} {}",
            Phrase::new("منذ", "since").get(language),
            single(from, language)
        ),
        (from, to) => range(from, to, language),
    }
}

/// Two dates. Two plain days, months or years do not say the same month or year twice; other ends,
/// such as seasons and what is not certain, each stand in full.
fn range(from: &str, to: &str, language: Language) -> String {
    let name = |month_number: &str| {
        let number = month_number.parse().ok();
        number.map_or("", |number| month(number, language))
    };
    let (first, last) = (plain_parts(from), plain_parts(to));
    match (first.as_deref(), last.as_deref()) {
        (Some([y1, m1, d1]), Some([y2, m2, d2])) if y1 == y2 && m1 == m2 => {
            let days = numbers(day(d1), day(d2), language);
            format!("{days} {} {y1}", name(m1))
        }
        (Some([y1, m1, d1]), Some([y2, _, _])) if y1 == y2 => {
            format!("{} {} – {}", day(d1), name(m1), single(to, language))
        }
        (Some([y1, m1]), Some([y2, _])) if y1 == y2 => {
            format!("{} – {}", name(m1), single(to, language))
        }
        (Some([y1]), Some([y2])) => numbers(y1, y2, language),
        _ => format!("{} – {}", single(from, language), single(to, language)),
    }
}

/// From one number to another: in the order of the language's own lines.
fn numbers(from: &str, to: &str, language: Language) -> String {
    let range = format!("{from}–{to}");
    match language {
        Language::Arabic => range,
        Language::English => isolate(&range),
    }
}

/// Year, month and day of a date of digits only, as far as it goes; none for a season.
fn plain_parts(text: &str) -> Option<Vec<&str>> {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    let is_month = |part: &str| part.parse().is_ok_and(|number| (1..=12).contains(&number));
    (parts.iter().all(digits) && parts.get(1).is_none_or(|part| is_month(part))).then_some(parts)
}

/// A day of the month without its leading zero.
fn day(digits: &str) -> &str {
    digits.strip_prefix('0').unwrap_or(digits)
}

/// One date that is no range.
fn single(text: &str, language: Language) -> String {
    let plain = text.trim_end_matches(['~', '?', '%']);
    let told = match plain.split('-').collect::<Vec<_>>().as_slice() {
        [year, part] => match part.parse::<u8>() {
            Ok(season @ 21..=24) => {
                let name = SEASONS
                    .get(usize::from(season - 21))
                    .map_or("", |season| season.get(language));
                format!("{name} {year}")
            }
            Ok(number) => format!("{} {year}", month(number, language)),
            Err(_) => plain.to_owned(),
        },
        [year, number, digits] => {
            let name = number.parse().map_or("", |number| month(number, language));
            format!("{} {name} {year}", day(digits))
        }
        // Open digits: `202X` is some year of these.
        [year] if year.contains('X') => {
            numbers(&year.replace('X', "0"), &year.replace('X', "9"), language)
        }
        _ => plain.to_owned(),
    };
    match text.get(plain.len()..) {
        Some("~") => format!("{} {told}", Phrase::new("نحو", "about").get(language)),
        Some("?") => format!(
            "{told} {}",
            Phrase::new("(غير مؤكد)", "(uncertain)").get(language)
        ),
        Some("%") => format!(
            "{} {told} {}",
            Phrase::new("نحو", "about").get(language),
            Phrase::new("(غير مؤكد)", "(uncertain)").get(language)
        ),
        _ => told,
    }
}

/// A number with its thousands parted: `318,000`, `9.7`.
#[must_use]
pub fn number(value: f64) -> String {
    let plain = format!("{}", value.abs());
    let (whole, rest) = plain
        .split_once('.')
        .map_or((plain.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let mut told = String::new();
    if value < 0.0 {
        told.push('-');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            told.push(',');
        }
        told.push(digit);
    }
    if let Some(rest) = rest {
        told.push('.');
        told.push_str(rest);
    }
    told
}

/// A share in percent: `42 %`, `12.5 %`.
#[must_use]
pub fn percent(value: f64) -> String {
    format!("{} %", number(value))
}

/// A share as people say it: `42 في المائة`, `42 %`.
#[must_use]
pub fn percent_in(value: f64, language: Language) -> String {
    match language {
        Language::Arabic => format!("{} في المائة", number(value)),
        Language::English => percent(value),
    }
}

/// The name of a currency where we know it, else its code.
#[must_use]
pub fn currency(code: &str, language: Language) -> &str {
    match code {
        "CHF" => Phrase::new("فرنك سويسري", "CHF").get(language),
        "USD" => Phrase::new("دولار أمريكي", "USD").get(language),
        "EUR" => Phrase::new("يورو", "EUR").get(language),
        "AUD" => Phrase::new("دولار أسترالي", "AUD").get(language),
        other => other,
    }
}

/// An amount with its unit and how exact it is: `about USD 9.7 million`, `more than 20 participants`.
#[must_use]
pub fn quantity(quantity: &Quantity, language: Language) -> String {
    let (scaled, word) = scale(quantity.amount);
    let amount = match (word, quantity.currency.is_some()) {
        (Some(word), true) => format!("{} {}", number(scaled), word.get(language)),
        _ => number(quantity.amount),
    };
    let unit = quantity
        .unit
        .as_ref()
        .map_or("", |unit| unit.in_or_other(language));
    // The Arabic dual says the number itself: مقترحان is two proposals.
    let dual = language == Language::Arabic && quantity.amount == 2.0 && unit.ends_with("ان");
    let amount = if dual { String::new() } else { amount };
    let mut told = match (&quantity.currency, language) {
        (Some(code), Language::Arabic) => format!("{amount} {}", currency(code, language)),
        (Some(code), Language::English) => format!("{code} {amount}"),
        (None, _) if unit == "%" => format!("{amount} %"),
        (None, _) => amount,
    };
    if !unit.is_empty() && unit != "%" {
        if !told.is_empty() {
            told.push(' ');
        }
        told.push_str(unit);
    }
    match quantity.qualifier {
        Some(qualifier) => format!("{} {told}", qualifier.label().get(language)),
        None => told,
    }
}

/// Money in millions or milliards, where that is how people say it.
fn scale(amount: f64) -> (f64, Option<Phrase>) {
    // Rounded to what an f64 shows, so that 9.7 million does not become 9.700000000000001.
    let by = |unit: f64| (amount / unit * 1e6).round() / 1e6;
    if amount >= 1e9 {
        (by(1e9), Some(Phrase::new("مليار", "billion")))
    } else if amount >= 1e6 {
        (by(1e6), Some(Phrase::new("مليون", "million")))
    } else {
        (amount, None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::sanitise;

    #[test]
    fn dates_are_told_as_people_say_them() {
        for (text, ar, en) in [
            ("2021-05-31", "31 مايو 2021", "31 May 2021"),
            ("2021-09", "سبتمبر 2021", "September 2021"),
            ("2021", "2021", "2021"),
            ("2021-06-08/2021-06-18", "8–18 يونيو 2021", "8–18 June 2021"),
            (
                "2023-11-30/2023-12-12",
                "30 نوفمبر – 12 ديسمبر 2023",
                "30 November – 12 December 2023",
            ),
            ("2028/2031", "2028–2031", "2028–2031"),
            (
                "2023-01/2023-04",
                "يناير – أبريل 2023",
                "January – April 2023",
            ),
            ("2024/..", "منذ 2024", "since 2024"),
            ("2015~", "نحو 2015", "about 2015"),
            (
                "2023-11-30/2024-01-02",
                "30 نوفمبر 2023 – 2 يناير 2024",
                "30 November 2023 – 2 January 2024",
            ),
            (
                "2023-11/2024-01",
                "نوفمبر 2023 – يناير 2024",
                "November 2023 – January 2024",
            ),
            // Seasons and uncertain ends stand in full.
            (
                "2021-21/2021-23",
                "ربيع 2021 – خريف 2021",
                "spring 2021 – autumn 2021",
            ),
            (
                "2021-05/2021-23",
                "مايو 2021 – خريف 2021",
                "May 2021 – autumn 2021",
            ),
            (
                "2021-06-08~/2021-06-18",
                "نحو 8 يونيو 2021 – 18 يونيو 2021",
                "about 8 June 2021 – 18 June 2021",
            ),
            (
                "2021-06-08/2021-07-18?",
                "8 يونيو 2021 – 18 يوليو 2021 (غير مؤكد)",
                "8 June 2021 – 18 July 2021 (uncertain)",
            ),
            (
                "2023-01%/2023-04",
                "نحو يناير 2023 (غير مؤكد) – أبريل 2023",
                "about January 2023 (uncertain) – April 2023",
            ),
            ("2019~/2021", "نحو 2019 – 2021", "about 2019 – 2021"),
            // Open digits.
            ("202X", "2020–2029", "2020–2029"),
            ("20XX?", "2000–2099 (غير مؤكد)", "2000–2099 (uncertain)"),
            ("202X/..", "منذ 2020–2029", "since 2020–2029"),
        ] {
            let parsed = Date::parse(text).unwrap();
            assert_eq!(sanitise(&date(&parsed, Language::Arabic)), ar);
            assert_eq!(sanitise(&date(&parsed, Language::English)), en);
        }
    }

    #[test]
    fn ranges_run_as_the_lines_of_their_language_do() {
        use crate::script::{Direction, Form, visual};
        for (text, ar, en) in [
            ("202X", "2029–2020", "2020–2029"),
            ("2010/2016", "2016–2010", "2010–2016"),
            ("2021-06-08/2021-06-18", "2021 ﻮﻴﻧﻮﻳ 18–8", "8–18 June 2021"),
        ] {
            let told = |language| date(&Date::parse(text).unwrap(), language);
            // As a title has it: «التقارير السنوية 2010-2016» shows 2016 at the left.
            let seen = visual(
                &told(Language::Arabic),
                Direction::RightToLeft,
                Form::Visual,
            );
            assert_eq!(seen, ar);
            // An English date in a line of Arabic.
            let seen = visual(
                &told(Language::English),
                Direction::RightToLeft,
                Form::Visual,
            );
            assert!(text.len() > 9 || seen == en, "{seen}");
        }
    }

    #[test]
    fn amounts_carry_unit_and_exactness() {
        let amount = |amount, currency: Option<&str>, qualifier| Quantity {
            amount,
            currency: currency.map(str::to_owned),
            unit: None,
            qualifier,
            printed: None,
        };
        let about = Some(crate::report::Qualifier::About);
        let money = amount(9_700_000.0, Some("USD"), about);
        assert_eq!(quantity(&money, Language::English), "about USD 9.7 million");
        assert_eq!(
            quantity(&money, Language::Arabic),
            "حوالي 9.7 مليون دولار أمريكي"
        );
        let unit = amount(318_000.0, Some("CHF"), None);
        assert_eq!(quantity(&unit, Language::English), "CHF 318,000");
        let two = Quantity {
            unit: Some(crate::report::Text {
                ar: Some("مقترحان".to_owned()),
                en: Some("proposals".to_owned()),
            }),
            ..amount(2.0, None, None)
        };
        assert_eq!(quantity(&two, Language::Arabic), "مقترحان");
        assert_eq!(quantity(&two, Language::English), "2 proposals");
        assert_eq!(number(1_234_567.5), "1,234,567.5");
        assert_eq!(number(42.0), "42");
        assert_eq!(percent(42.0), "42 %");
    }
}
