//! Writes a scalar on one line: without quotes where every reader takes it for the same text, else
//! in the gentlest quotes.

use std::fmt::Write as _;

use serde_yaml::Value;

use super::tree::plain_type;
use crate::library::tree::PlainType;

/// The longest key that a reader of YAML must take on one line is 1024 characters; quotes count.
const LONGEST_PLAIN_KEY: usize = 128;

/// A value that is no list and no map, on one line.
pub(super) fn inline(value: &Value, in_flow: bool) -> String {
    match value {
        Value::Bool(true) => "true".to_owned(),
        Value::Bool(false) => "false".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text_inline(text, in_flow),
        _ => "null".to_owned(),
    }
}

/// A text on one line, without quotes where that is safe.
pub(super) fn text_inline(text: &str, in_flow: bool) -> String {
    if fits_plain(text, in_flow) {
        text.to_owned()
    } else if !text.contains(['"', '\\']) || !fits_single(text) || text.contains('\t') {
        double(text)
    } else {
        single(text)
    }
}

/// A key.
pub(super) fn key(text: &str, in_flow: bool) -> String {
    if fits_plain(text, in_flow) && text.len() <= LONGEST_PLAIN_KEY {
        text.to_owned()
    } else {
        double(text)
    }
}

/// A text in double quotation marks; every text can be written so.
pub(super) fn double(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for char in text.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if needs_escape(char) => {
                let code = u32::from(char);
                let width = if code > 0xffff { 8 } else { 4 };
                let letter = if code > 0xffff { 'U' } else { 'u' };
                // Writing to a String does not fail.
                let _ = write!(out, "\\{letter}{code:0width$x}");
            }
            _ => out.push(char),
        }
    }
    out.push('"');
    out
}

/// A text in single quotation marks, where [`fits_single`].
pub(super) fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// Whether single quotation marks can hold the text on one line.
pub(super) fn fits_single(text: &str) -> bool {
    !text.chars().any(|char| char != '\t' && needs_escape(char))
}

/// Whether a character can stand in a file only escaped, or would not be seen as itself there:
/// controls, the line ends of YAML 1.1 (U+0085, U+2028, U+2029), the byte order mark and
/// non-characters (YAML 1.2, 5.1).
pub(super) fn needs_escape(char: char) -> bool {
    char.is_control()
        || matches!(char, '\u{2028}' | '\u{2029}' | '\u{feff}')
        || u32::from(char) & 0xfffe == 0xfffe
}

/// Whether the text, written without quotes on one line, is read as this text by readers of YAML
/// 1.1 and 1.2. Dates may stand without quotes, as they do in our files.
pub(super) fn fits_plain(text: &str, in_flow: bool) -> bool {
    let Some(first) = text.chars().next() else {
        return false;
    };
    let second = text.chars().nth(1);
    let begins = match first {
        '-' => second.is_some_and(char::is_alphanumeric),
        ',' | '?' | ':' | '[' | ']' | '{' | '}' | '#' | '&' | '*' | '!' | '|' | '>' | '\''
        | '"' | '%' | '@' | '`' => false,
        _ => true,
    };
    let is_space = |char: char| char.is_whitespace();
    begins
        && !text.starts_with(is_space)
        && !text.ends_with(is_space)
        && !text.ends_with(':')
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.chars().any(needs_escape)
        && !(in_flow && text.contains([',', '[', ']', '{', '}']))
        && !text.starts_with("...")
        && plain_type(text) == PlainType::Text
        && !is_typed_in_1_1(text)
}

/// Whether YAML 1.1 takes the text for something else than a text or a date.
fn is_typed_in_1_1(text: &str) -> bool {
    const WORDS: [&str; 9] = ["y", "n", "yes", "no", "on", "off", "null", "true", "false"];
    if text == "=" || text == "<<" || WORDS.iter().any(|word| text.eq_ignore_ascii_case(word)) {
        return true;
    }
    let number = text.strip_prefix(['+', '-']).unwrap_or(text);
    if !number.starts_with(|char: char| char.is_ascii_digit() || char == '.') {
        return false;
    }
    // `1_000`, `0777`, `0x1f`, `190:20:30`, `1_0.5`, `.5`, `1e3`, `1.0e+3`; not `2021-09-01`.
    let exponent = |at: usize, char: char| {
        "+-".contains(char)
            && number
                .get(..at)
                .is_some_and(|before| before.ends_with(['e', 'E']))
    };
    let hex = number.starts_with("0x") || number.starts_with("0X");
    number.char_indices().all(|(at, char)| {
        char.is_ascii_digit()
            || "_.:".contains(char)
            || (at > 0 && "eExXobOB".contains(char))
            || (hex && char.is_ascii_hexdigit())
            || exponent(at, char)
    })
}
