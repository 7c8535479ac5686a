//! Amounts as people write them: `318,000`, `318 000`, `1'200'000`, `2,5 million`, `1.1 مليار`.
//!
//! In Geneva, Tunis and Paris the comma is the decimal sign, in Cairo, Riyadh and London the point;
//! what one of them groups thousands with is the other's fraction. A comma before exactly three
//! digits groups, another one is the decimal sign; a point groups only where there are several, or a
//! decimal comma behind it. What fits neither reading is no amount, and is asked again, and so is
//! `1,250 million`, which fits both. The Arabic signs ٫ and ٬ leave no doubt.

use serde_yaml::Value;

/// Words behind a number, and by how much it grows.
const MAGNITUDES: [(&[&str], f64); 3] = [
    (
        &[
            "thousand",
            "thousands",
            "k",
            "ألف",
            "الف",
            "ألفاً",
            "ألفا",
            "الفا",
            "آلاف",
            "الاف",
        ],
        1e3,
    ),
    (
        &[
            "million",
            "millions",
            "mio",
            "مليون",
            "مليوناً",
            "مليونا",
            "ملايين",
        ],
        1e6,
    ),
    (
        &[
            "billion",
            "billions",
            "bn",
            "مليار",
            "ملياراً",
            "مليارا",
            "مليارات",
        ],
        1e9,
    ),
];

/// The largest whole number up to which no fraction is lost.
const WHOLE: f64 = 9_007_199_254_740_992.0;

/// The amount that some text says, in European digits; none where it says none, or may say two.
pub(super) fn amount(text: &str) -> Option<Value> {
    let text = text.trim();
    let (count, by) = match text.rsplit_once(char::is_whitespace) {
        Some((count, word)) => match magnitude(word) {
            Some(by) => (count.trim_end(), by),
            None => (text, 1.0),
        },
        None => (text, 1.0),
    };
    let count = digits(count, by > 1.0)?;
    if by == 1.0
        && let Ok(whole) = count.parse::<i64>()
    {
        return Some(Value::Number(whole.into()));
    }
    let amount = count.parse::<f64>().ok()? * by;
    match amount.is_finite() && amount.abs() <= WHOLE {
        // Tenths have no exact form: what is whole but for that is whole.
        true if by > 1.0 && (amount - amount.round()).abs() < 1e-6 => {
            Some(Value::Number((amount.round() as i64).into()))
        }
        true => Some(Value::Number(amount.into())),
        false => None,
    }
}

/// Whether a word makes the number before it grow.
pub(super) fn is_magnitude(word: &str) -> bool {
    magnitude(word).is_some()
}

fn magnitude(word: &str) -> Option<f64> {
    let word = word.to_lowercase();
    let mut known = MAGNITUDES.iter();
    let (_, by) = known.find(|(words, _)| words.contains(&word.as_str()))?;
    Some(*by)
}

/// The number without what groups its digits, and with a point before its fraction. What may be
/// one amount or a thousand times that is no number.
fn digits(text: &str, is_of_magnitude: bool) -> Option<String> {
    let (sign, text) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    // Each sign that parts the digits, and those behind it.
    let mut first = String::new();
    let mut parts: Vec<(char, String)> = Vec::new();
    for char in text.chars() {
        if char.is_ascii_digit() {
            let part = parts.last_mut().map_or(&mut first, |(_, digits)| digits);
            part.push(char);
        } else {
            parts.push((separator(char)?, String::new()));
        }
    }
    let fraction = match parts.last() {
        Some((sign, behind)) if is_decimal(*sign, behind, &first, &parts) => {
            parts.pop().map(|(_, digits)| digits)
        }
        _ => None,
    };
    // `318.000` may be `318` or a thousand times that; with a word of magnitude, so may `318,000`.
    let behind = match (&fraction, parts.as_slice()) {
        (Some(digits), []) if text.contains('.') || is_of_magnitude => digits.len(),
        (None, [(',' | '.', digits)]) if is_of_magnitude => digits.len(),
        _ => 0,
    };
    if behind == 3 && first != "0" && !text.contains('٫') {
        return None;
    }
    let groups = parts.first().map(|(sign, _)| *sign);
    let is_grouped = parts
        .iter()
        .all(|(sign, digits)| Some(*sign) == groups && digits.len() == 3);
    let begins = match groups {
        Some(_) => (1..=3).contains(&first.len()) && first != "0",
        None => !first.is_empty(),
    };
    if !is_grouped || !begins || fraction.as_ref().is_some_and(String::is_empty) {
        return None;
    }
    let whole = parts.into_iter().map(|(_, digits)| digits);
    let whole: String = [first].into_iter().chain(whole).collect();
    Some(match fraction {
        Some(fraction) => format!("{sign}{whole}.{fraction}"),
        None => format!("{sign}{whole}"),
    })
}

/// What parts digits, the ways to write one of them as one.
const fn separator(char: char) -> Option<char> {
    match char {
        ',' | '.' | '٬' | '٫' => Some(char),
        ' ' | '\u{A0}' | '\u{2009}' | '\u{202F}' => Some(' '),
        '\'' | '’' => Some('\''),
        _ => None,
    }
}

/// Whether the last of these signs stands before a fraction.
fn is_decimal(sign: char, behind: &str, first: &str, parts: &[(char, String)]) -> bool {
    let is_only = parts.iter().filter(|(other, _)| *other == sign).count() == 1;
    match sign {
        '.' | '٫' => is_only,
        // `0,750` groups nothing; nor does a comma behind other groups.
        ',' => is_only && (behind.len() != 3 || first == "0" || parts.len() > 1),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        amount(text).map(|value| serde_json::to_string(&value).unwrap())
    }

    #[test]
    fn amounts_are_read_as_they_are_written_where_people_live() {
        for (text, wanted) in [
            ("318000", "318000"),
            ("318,000", "318000"),
            ("318 000", "318000"),
            ("318\u{202F}000", "318000"),
            ("318\u{A0}000", "318000"),
            ("1'200'000", "1200000"),
            ("1’200’000", "1200000"),
            ("1,200,000", "1200000"),
            ("1.200.000", "1200000"),
            ("1٬200٬000", "1200000"),
            ("1,200.50", "1200.5"),
            ("1.200,50", "1200.5"),
            ("1 200,5", "1200.5"),
            ("0,75", "0.75"),
            ("0,750", "0.75"),
            ("12,5", "12.5"),
            ("0.75", "0.75"),
            ("0.125", "0.125"),
            ("1٫250", "1.25"),
            ("1٫250 million", "1250000"),
            ("1٬250 million", "1250000000"),
            ("0.250 million", "250000"),
            ("1.25 million", "1250000"),
            ("-12", "-12"),
            ("\u{2212}1,5 million", "-1500000"),
            ("1,5 million", "1500000"),
            ("2,5 مليون", "2500000"),
            ("2.5\u{A0}Million", "2500000"),
            ("1,200,500 thousand", "1200500000"),
            ("3 thousands", "3000"),
            ("15 ألفاً", "15000"),
            ("1.1 مليار", "1100000000"),
            ("2 bn", "2000000000"),
        ] {
            assert_eq!(read(text).as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn what_may_be_two_amounts_is_none() {
        for text in [
            "",
            "-",
            "1,234,5",
            "1,23,456",
            "318.000",
            "1.250 million",
            "1,250 million",
            "1٫2٫3",
            "1234,567",
            "1,200 000",
            "12,",
            "0,000,000",
            ",5",
            ".",
            "1.2.3",
            "1..5",
            "1e6",
            "nan",
            "inf",
            "million",
            "5 apples",
            "1 2",
            "9e99 billion",
            "99999999999999999999 million",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
