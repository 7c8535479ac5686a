//! A record of an item, asked for by the item's number: `item 27 position`, الموقف من البند 27. No record but
//! the item itself has all of these words.

use crate::report::Kind;

use super::super::fields::kind_called;

/// Nobody types more bytes.
const LONGEST: usize = 512;

/// What makes more of a text than words.
const OPERATORS: [char; 11] = ['"', '«', '“', '”', '„', '|', '!', '^', '$', '\'', ':'];
/// What may stand behind a word in a sentence.
const STOPS: [char; 6] = ['?', '؟', ',', '،', '.', ';'];

/// The query with the item's number as a field, where a kind of record is asked for that the item `has`; none
/// where it has none, or nothing of the kind is asked.
pub(super) fn of_item(text: &str, has: &dyn Fn(&str, Kind) -> bool) -> Option<String> {
    if text.len() > LONGEST || !text.contains(char::is_numeric) || text.contains(OPERATORS) {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.iter().any(|word| word.starts_with('-')) {
        return None;
    }
    let bare = |word: &&&str| word.trim_end_matches(STOPS).to_owned();
    let at = words
        .windows(2)
        .position(|pair| matches!(*pair, [item, number] if is_item(item) && is_number(number)))?;
    let number = words.get(at + 1).as_ref().map(bare)?;
    let mut before = words.get(..at)?;
    if let Some((last, others)) = before.split_last()
        && last.eq_ignore_ascii_case("agenda")
    {
        before = others;
    }
    let others = || before.iter().chain(words.get(at + 2..).unwrap_or_default());
    let asked =
        others().find_map(|word| kind_called(&bare(&word)).filter(|kind| is_of_items(*kind)));
    if !has(&number, asked?) {
        return None;
    }
    let mut read: Vec<String> = others().map(|word| bare(&word)).collect();
    read.insert(before.len(), format!("item:{number}"));
    Some(read.join(" "))
}

/// Whether a word is what an item is called, also behind بـ and لـ with its article.
fn is_item(word: &str) -> bool {
    let behind_l = word.strip_prefix("لل");
    let behind_b = word.strip_prefix("بال");
    [Some(word), behind_l, behind_b]
        .into_iter()
        .flatten()
        .any(|word| kind_called(word) == Some(Kind::Item))
}

fn is_number(word: &str) -> bool {
    let word = word.trim_end_matches(STOPS);
    !word.is_empty() && word.chars().all(char::is_numeric)
}

const fn is_of_items(kind: Kind) -> bool {
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
            ("position on item 27?", "position on item:27"),
            ("agenda item 27 position", "item:27 position"),
            ("الموقف من البند ٢٧", "الموقف من item:٢٧"),
            ("ما الموقف للبند 27؟", "ما الموقف item:27"),
            ("الموقف بالبند 27، رجاء", "الموقف item:27 رجاء"),
            ("item 52 outcome", "item:52 outcome"),
        ] {
            let read = of_item(typed, &|_, _| true);
            assert_eq!(read.as_deref(), Some(expected), "{typed}");
        }
        for typed in [
            "item 27",
            "البند 27",
            "position 27",
            "item position 27",
            "27 item position",
            "position on item",
            "\"see item 27 of position\"",
            "-item 27 position",
        ] {
            assert_eq!(of_item(typed, &|_, _| true), None, "{typed}");
        }
        // Where the item has none, the words are what they are.
        assert_eq!(of_item("item 27 nominations", &|_, _| false), None);
    }
}
