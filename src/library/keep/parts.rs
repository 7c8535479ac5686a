//! Parts of a record that are typed in a line: a share with its percentage, an amount with its unit.

use serde_yaml::{Mapping, Value};

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
    let code = words.iter().position(|word| {
        word.len() == 3
            && word.bytes().all(|byte| byte.is_ascii_alphabetic())
            && currency(word).is_ok()
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
        assert!(json(quantity("many partners")).is_err());
    }
}
