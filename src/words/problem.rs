//! What is wrong with a library, and what was expected.
//!
//! Text from a file is quoted as it stands, shortened; whoever shows a message takes out what a
//! terminal must not get.

mod file;
mod meaning;
mod named;
mod shape;
mod told;
mod yaml;

pub use file::*;
pub use meaning::*;
pub use named::*;
pub use shape::*;
pub use told::*;
pub use yaml::*;

use super::Message;

/// The most characters of a quoted value.
const QUOTED: usize = 60;
/// The most words that are listed.
const LISTED: usize = 40;

/// The beginning of a value, long enough to know it by.
fn short(text: &str) -> String {
    let mut chars = text
        .chars()
        .map(|char| if char == '\n' { ' ' } else { char });
    let mut short: String = chars.by_ref().take(QUOTED).collect();
    if chars.next().is_some() {
        short.push('…');
    }
    short
}

/// A message with one quoted value, which stands where `{}` does.
fn quoting(ar: &str, en: &str, value: &str) -> Message {
    let value = short(value);
    Message::new(
        ar.replace("{}", &format!("«{value}»")),
        en.replace("{}", &format!("“{value}”")),
    )
}

/// Words in a row.
fn in_a_row(words: &[&str]) -> (String, String) {
    let listed: Vec<&str> = words.iter().copied().take(LISTED).collect();
    (listed.join("، "), listed.join(", "))
}

/// A number as people write it: `101`, `42.5`.
fn number(number: f64) -> String {
    let text = format!("{number:.4}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
