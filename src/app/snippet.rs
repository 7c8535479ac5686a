//! The piece of a record in which a search was met, where its title does not show it.

use crate::library::{Key, Library};
use crate::report::Language;
use crate::script::head;
use crate::search::{Query, marks};

use super::detail::{Block, Value, blocks};

/// How many bytes may stand before the match, so that it is within sight on one line.
const BEFORE: usize = 40;

/// How much of a record is looked through for a match, in bytes: it is done while one types, for
/// each hit in sight.
const MOST: usize = 32 << 10;
/// What it costs to look through any text, however short, in bytes that could be looked through.
const EACH: usize = 32;

/// The text of the record that shows most of the match, from a little before it; in the language
/// of the interface where that shows as much as the other.
#[must_use]
pub fn snippet(library: &Library, key: Key, query: &Query, language: Language) -> Option<String> {
    let mut best: Option<(usize, String)> = None;
    let mut left = MOST;
    let mut consider = |text: &str| {
        let text = head(text, left);
        left = left.saturating_sub(text.len() + EACH);
        let found = marks(query, text);
        let shown: usize = found.iter().map(|range| range.len()).sum();
        if let Some(first) = found.first()
            && best.as_ref().is_none_or(|(most, _)| shown > *most)
        {
            best = Some((shown, from_before(text, first.start)));
        }
    };
    for block in blocks(library, key) {
        match block {
            Block::Text(text) | Block::Fact(_, Value::Text(text)) => {
                for side in [language, language.other()] {
                    if let Some(side) = text.get(side) {
                        consider(side);
                    }
                }
            }
            Block::Fact(label, Value::Said(message)) => {
                for side in [language, language.other()] {
                    consider(&format!("{}: {}", label.get(side), message.get(side)));
                }
            }
            Block::Fact(label, Value::Names(names)) => {
                for name in names {
                    consider(&format!("{}: {name}", label.get(language)));
                }
            }
            Block::Fact(label, Value::Plain(plain)) => {
                consider(&format!("{}: {plain}", label.get(language)));
            }
            Block::Fact(label, Value::Records(keys)) => {
                for other in keys {
                    for side in [language, language.other()] {
                        consider(&format!(
                            "{}: {}",
                            label.get(side),
                            library.title(other, side)
                        ));
                    }
                }
            }
            Block::Chart(figure) => {
                for share in &figure.shares {
                    for side in [language, language.other()] {
                        consider(share.label.in_or_other(side));
                    }
                }
            }
            Block::Heading(_) | Block::Link(_) | Block::Related(_) => {}
        }
    }
    for side in [language, language.other()] {
        consider(&library.title(key, side));
    }
    best.map(|(_, text)| text)
}

/// The text from a word shortly before the place on.
fn from_before(text: &str, place: usize) -> String {
    if place <= BEFORE {
        return text.to_owned();
    }
    let start = text
        .char_indices()
        .map(|(start, _)| start)
        .find(|start| start + BEFORE >= place)
        .unwrap_or(0);
    let word = text
        .get(start..place)
        .and_then(|head| head.find(char::is_whitespace))
        .map_or(start, |blank| start + blank);
    format!("…{}", text.get(word..).unwrap_or_default().trim_start())
}
