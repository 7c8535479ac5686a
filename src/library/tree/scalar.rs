//! What a scalar without quotes means (YAML 1.2, 10.3.2, as the loader reads it).

use super::Scalar;

/// What type a scalar is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::library) enum PlainType {
    Null,
    Boolean,
    Integer,
    Decimal,
    Text,
}

impl Scalar {
    /// What the scalar is; text wherever it stands in quotes.
    pub fn plain_type(&self) -> PlainType {
        if !self.plain {
            return PlainType::Text;
        }
        let text = self.text.as_str();
        match text {
            "" | "~" | "null" | "Null" | "NULL" => return PlainType::Null,
            "true" | "True" | "TRUE" | "false" | "False" | "FALSE" => return PlainType::Boolean,
            ".inf" | ".Inf" | ".INF" | "-.inf" | "-.Inf" | "-.INF" | "+.inf" | "+.Inf"
            | "+.INF" | ".nan" | ".NaN" | ".NAN" => return PlainType::Decimal,
            _ => {}
        }
        let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
        if unsigned.starts_with(['+', '-']) {
            return PlainType::Text;
        }
        let all_digits = |digits: &str, radix| {
            !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(radix))
        };
        for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] {
            if let Some(digits) = unsigned.strip_prefix(prefix) {
                return if all_digits(digits, radix) {
                    PlainType::Integer
                } else {
                    PlainType::Text
                };
            }
        }
        if all_digits(unsigned, 10) {
            // `007` is a word.
            return if unsigned.len() > 1 && unsigned.starts_with('0') {
                PlainType::Text
            } else {
                PlainType::Integer
            };
        }
        if unsigned.parse::<f64>().is_ok_and(f64::is_finite) {
            return PlainType::Decimal;
        }
        PlainType::Text
    }
}
