//! What a scalar without quotes means (YAML 1.2, 10.3.2, as the loader reads it).

use super::tree::Scalar;

/// The meaning of a scalar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plain {
    Null,
    Boolean,
    Integer,
    Decimal,
    Text,
}

/// What the scalar means.
pub(super) fn plain(scalar: &Scalar) -> Plain {
    if !scalar.plain {
        return Plain::Text;
    }
    let text = scalar.text.as_str();
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Plain::Null,
        "true" | "True" | "TRUE" | "false" | "False" | "FALSE" => return Plain::Boolean,
        ".inf" | ".Inf" | ".INF" | "-.inf" | "-.Inf" | "-.INF" | "+.inf" | "+.Inf" | "+.INF"
        | ".nan" | ".NaN" | ".NAN" => return Plain::Decimal,
        _ => {}
    }
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if unsigned.starts_with(['+', '-']) {
        return Plain::Text;
    }
    let all_digits = |digits: &str, radix| {
        !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(radix))
    };
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if let Some(digits) = unsigned.strip_prefix(prefix) {
            return if all_digits(digits, radix) {
                Plain::Integer
            } else {
                Plain::Text
            };
        }
    }
    if all_digits(unsigned, 10) {
        // `007` is a word.
        return if unsigned.len() > 1 && unsigned.starts_with('0') {
            Plain::Text
        } else {
            Plain::Integer
        };
    }
    if unsigned.parse::<f64>().is_ok_and(f64::is_finite) {
        return Plain::Decimal;
    }
    Plain::Text
}
