//! A record of an item, asked for by the item's number: `item 27 position`, الموقف من البند 27. No record but
//! the item itself has all of these words.

use crate::report::Kind;

use super::super::fields::kind_called;

/// Nobody types more bytes.
const LONGEST: usize = 512;

/// The query with the item's number as a field, where a kind of record is asked for that an item has; none where
/// nothing of the kind is.
pub(super) fn of_item(text: &str) -> Option<String> {
    if text.len() > LONGEST || !text.contains(char::is_numeric) {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_asked_for = |word: &&str| kind_called(word).is_some_and(belongs_to_items);
    let at = words
        .windows(2)
        .position(|pair| matches!(*pair, [item, number] if is_item(item) && is_number(number)))?;
    if !words.iter().any(is_asked_for) {
        return None;
    }
    let number = words.get(at + 1)?;
    let (before, behind) = (words.get(..at)?, words.get(at + 2..)?);
    let item = format!("item:{number}");
    Some([before, &[&item], behind].concat().join(" "))
}

/// Whether a word is what an item is called, also behind لـ with its article.
fn is_item(word: &str) -> bool {
    let bare = word.strip_prefix("لل").unwrap_or(word);
    [word, bare]
        .iter()
        .any(|word| kind_called(word) == Some(Kind::Item))
}

fn is_number(word: &str) -> bool {
    word.chars().all(char::is_numeric)
}

const fn belongs_to_items(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Position
            | Kind::Nomination
            | Kind::Recommendation
            | Kind::Contribution
            | Kind::Outcome
            | Kind::View
            | Kind::Note
            | Kind::Figure
    )
}

#[cfg(test)]
mod tests {
    use super::of_item;

    #[test]
    fn the_number_of_an_item_is_read_where_something_of_it_is_asked_for() {
        for (typed, expected) in [
            ("item 27 position", "item:27 position"),
            ("position on item 27", "position on item:27"),
            ("الموقف من البند ٢٧", "الموقف من item:٢٧"),
            ("ما موقفنا للبند 27 موقف", "ما موقفنا item:27 موقف"),
            ("item 52 outcome", "item:52 outcome"),
        ] {
            assert_eq!(of_item(typed).as_deref(), Some(expected), "{typed}");
        }
        for typed in [
            "item 27",
            "البند 27",
            "position 27",
            "item position 27",
            "27 item position",
            "position on item",
        ] {
            assert_eq!(of_item(typed), None, "{typed}");
        }
    }
}
