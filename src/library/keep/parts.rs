//! Parts of a record that are typed in a line: a share with its percentage, an amount with its unit.

use serde_yaml::{Mapping, Value};

use super::amount::is_magnitude;
use super::typed::{currency, language_of, number, written};
use crate::words::{Message, field as words};

/// A share, `Africa 12%`: what it is called, and its percentage.
///
/// # Errors
/// What is missing, and how one is written.
pub(super) fn share(text: &str) -> Result<Value, Message> {
    let wrong = || words::no_share(text);
    let bare = text.trim_end_matches(['%', '٪', ' ']);
    let (label, percent) = bare.rsplit_once([' ', ':']).ok_or_else(wrong)?;
    let label = label.trim_end_matches([' ', ':', '-', '–']);
    let percent = number(percent).map_err(|_| wrong())?;
    if !label.chars().any(char::is_alphabetic) {
        return Err(wrong());
    }
    let mut share = Mapping::new();
    share.insert("label".into(), in_its_language(label));
    share.insert("percent".into(), percent);
    Ok(Value::Mapping(share))
}

/// An amount, `CHF 318000`, `57 partners`: the number, and its currency or what is counted.
///
/// # Errors
/// Why it is no amount.
pub(super) fn quantity(text: &str) -> Result<Value, Message> {
    let mut amount = Mapping::new();
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let is_code = |word: &&str| word.len() == 3 && currency(word).is_ok();
    // `all`, `top` and `try` are currencies too, but not beside words.
    let is_alone = |place: usize| {
        let mut others = words.clone();
        others.remove(place);
        number(&others.join(" ")).is_ok()
    };
    let code = (0..words.len()).find(|&place| {
        let word = words.get(place).filter(|word| is_code(word));
        word.is_some_and(|word| {
            word.bytes().all(|byte| byte.is_ascii_uppercase()) || is_alone(place)
        })
    });
    let code = code.map(|place| words.remove(place));
    // The number with its magnitude is the longest beginning that is one.
    let (value, used) = (1..=words.len().min(3))
        .rev()
        .find_map(|count| {
            let typed = words.get(..count)?.join(" ");
            Some((number(&typed).ok()?, count))
        })
        .ok_or_else(|| words::no_amount(text))?;
    let unit = words.get(used..).unwrap_or_default().join(" ");
    amount.insert("amount".into(), value);
    if let Some(code) = code {
        amount.insert("currency".into(), currency(code)?.into());
    }
    if !unit.is_empty() {
        // Digits, or a magnitude that the number before it did not take, are no unit.
        let first = unit.split_whitespace().next().unwrap_or_default();
        if !unit.chars().any(char::is_alphabetic) || is_magnitude(first) {
            return Err(words::no_amount(text));
        }
        amount.insert("unit".into(), in_its_language(&unit));
    }
    Ok(Value::Mapping(amount))
}

/// A text in the language of its letters.
fn in_its_language(text: &str) -> Value {
    let mut sides = Mapping::new();
    sides.insert(language_of(text).code().into(), written(text).into());
    Value::Mapping(sides)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(value: Result<Value, Message>) -> Result<String, String> {
        value
            .map(|value| serde_json::to_string(&value).unwrap())
            .map_err(|message| message.en)
    }

    #[test]
    fn a_share_is_a_name_and_a_percentage() {
        for (text, wanted) in [
            ("Africa 12%", r#"{"label":{"en":"Africa"},"percent":12}"#),
            (
                "Arab States: 7.5 %",
                r#"{"label":{"en":"Arab States"},"percent":7.5}"#,
            ),
            (
                "الدول العربية ٤١٫٥٪",
                r#"{"label":{"ar":"الدول العربية"},"percent":41.5}"#,
            ),
            ("Europe 30", r#"{"label":{"en":"Europe"},"percent":30}"#),
        ] {
            assert_eq!(json(share(text)), Ok(wanted.to_owned()), "{text}");
        }
        for text in ["Africa", "12%", "Africa twelve"] {
            assert!(
                json(share(text)).unwrap_err().contains("Africa 12%"),
                "{text}"
            );
        }
    }

    #[test]
    fn an_amount_has_its_currency_or_its_unit() {
        for (text, wanted) in [
            ("57 partners", r#"{"amount":57,"unit":{"en":"partners"}}"#),
            (
                "CHF 12 per head",
                r#"{"amount":12,"currency":"CHF","unit":{"en":"per head"}}"#,
            ),
            ("chf 318000", r#"{"amount":318000,"currency":"CHF"}"#),
            ("9.7 million USD", r#"{"amount":9700000,"currency":"USD"}"#),
            ("٢٣ منحة", r#"{"amount":23,"unit":{"ar":"منحة"}}"#),
            (
                "30 مليون يورو",
                r#"{"amount":30000000,"unit":{"ar":"يورو"}}"#,
            ),
        ] {
            assert_eq!(json(quantity(text)), Ok(wanted.to_owned()), "{text}");
        }
        for (text, unit) in [
            ("12 top experts", "top experts"),
            ("3 try outs", "try outs"),
            ("57 all partners", "all partners"),
        ] {
            let read = json(quantity(text)).unwrap();
            assert!(read.contains(unit) && !read.contains("currency"), "{read}");
        }
        assert!(json(quantity("many partners")).is_err());
        assert!(json(quantity("3 million 500")).is_err());
        assert!(json(quantity("1,250 million CHF")).is_err());
    }
}
