//! An item by its number, alone or with what is asked of it: `item 27`, `#27`, `items 11 and 12`, `item 27 position`,
//! الموقف من البند 27. No record but the item itself has all of these words, and many have a 27.

use std::ops::Range;

use crate::report::Kind;
use crate::words::asked::{AGREED, AND, BESIDE_ASKED, HAPPENED, SPOKE};
use crate::words::query::FIELDS;

use super::super::fields::kind_called;
use super::Field;
use super::question::bare;

/// Nobody types more bytes.
const LONGEST: usize = 512;

/// The kinds of record that tell what was agreed.
const TELL_WHAT_WAS_AGREED: [Kind; 2] = [Kind::Position, Kind::Outcome];

/// What makes more of a text than words.
const OPERATORS: [char; 11] = ['"', '«', '“', '”', '„', '|', '!', '^', '$', '\'', ':'];

/// The query with the numbers of items as fields, where nothing else is typed, or a kind of record is asked for that
/// the items have; none where they have none, or anything else is asked. `has` tells whether the item of a number has
/// a record of a kind; itself, whether there is one.
pub(super) fn of_item(text: &str, has: &dyn Fn(&str, Kind) -> bool) -> Option<String> {
    if text.len() > LONGEST || !text.contains(char::is_numeric) || text.contains(OPERATORS) {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.iter().any(|word| word.starts_with('-')) {
        return None;
    }
    let (places, numbers) = (0..words.len()).find_map(|at| numbers(&words, at))?;
    let mut before = words.get(..places.start)?;
    if let Some((last, others)) = before.split_last()
        && last.eq_ignore_ascii_case("agenda")
    {
        before = others;
    }
    let behind = words.get(places.end..)?;
    let others = || before.iter().chain(behind).map(|word| bare(word));
    let (field, kind) = (name(Field::Item)?, name(Field::Kind)?);
    let items: Vec<String> = numbers
        .iter()
        .map(|number| format!("{field}:{number}"))
        .collect();
    let items = items.join(" | ");
    if asks_what_was_agreed(others()) {
        let is_told = |number: &&str| TELL_WHAT_WAS_AGREED.iter().any(|kind| has(number, *kind));
        let kinds = TELL_WHAT_WAS_AGREED.map(|of| format!("{kind}:{}", of.name()));
        let is_told = numbers.iter().all(is_told);
        return is_told.then(|| format!("{} {items}", kinds.join(" | ")));
    }
    let asked = match others().next() {
        None => Kind::Item,
        Some(_) => others().find_map(asked)?,
    };
    if !numbers.iter().all(|number| has(number, asked)) {
        return None;
    }
    let mut read: Vec<String> = others().map(str::to_owned).collect();
    if !read.is_empty() && (numbers.len() > 1 || asked == Kind::Meeting) {
        // With an operator each word counts that only joins the others; who spoke is no word of a meeting. What says
        // more is not thrown away.
        if !others().all(|word| only_joins(word) || self::asked(word) == Some(asked)) {
            return None;
        }
        return Some(format!("{kind}:{} {items}", asked.name()));
    }
    read.insert(before.len(), items);
    Some(read.join(" "))
}

/// What a field is called in a query.
fn name(field: Field) -> Option<&'static str> {
    FIELDS.get(field as usize)?.first().copied()
}

/// Whether nothing but what was agreed is asked for by some words.
fn asks_what_was_agreed<'w>(words: impl Iterator<Item = &'w str> + Clone) -> bool {
    let tells =
        |word: &str| kind_called(word).is_some_and(|kind| TELL_WHAT_WAS_AGREED.contains(&kind));
    let says_no_more = |word: &str| is_of(word, AGREED) || tells(word) || only_joins(word);
    words.clone().any(|word| is_of(word, AGREED)) && words.clone().all(says_no_more)
}

/// Whether a word says no more than what is asked of an item.
fn only_joins(word: &str) -> bool {
    is_of(word, BESIDE_ASKED) || is_of(word, HAPPENED)
}

fn is_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|one| one.eq_ignore_ascii_case(word))
}

/// The numbers of items that are named from a word on, and the places of what names them.
fn numbers<'w>(words: &[&'w str], from: usize) -> Option<(Range<usize>, Vec<&'w str>)> {
    let first = *words.get(from)?;
    // `recommendation #5` is no item.
    let before = from.checked_sub(1).and_then(|at| words.get(at));
    let is_of_other = before.is_some_and(|before| {
        let kind = kind_called(bare(before));
        kind.is_some_and(|kind| kind != Kind::Item)
    });
    if is_of_other && first.starts_with('#') {
        return None;
    }
    if let Some(number) = first
        .strip_prefix('#')
        .map(bare)
        .filter(|number| is_number(number))
    {
        return Some((from..from + 1, vec![number]));
    }
    let (is_one, is_several) = (is_item(first), is_items(first));
    let number = bare(words.get(from + 1)?);
    if !(is_one || is_several) || !is_number(number) {
        return None;
    }
    let mut numbers = vec![number];
    let mut end = from + 2;
    while let Some((number, taken)) = next_number(words, end).filter(|_| is_several) {
        numbers.push(number);
        end += taken;
    }
    Some((from..end, numbers))
}

/// The number that is joined to one before it, and how many words that takes: `and 12`, و12, 12 behind a comma.
fn next_number<'w>(words: &[&'w str], at: usize) -> Option<(&'w str, usize)> {
    let next = bare(words.get(at)?);
    let attached = next.strip_prefix('و').filter(|number| is_number(number));
    if let Some(number) = attached.or(Some(next).filter(|next| is_number(next))) {
        return Some((number, 1));
    }
    let joins = AND.iter().any(|and| and.eq_ignore_ascii_case(next));
    let number = bare(words.get(at + 1)?);
    (joins && is_number(number)).then_some((number, 2))
}

/// The kind of record of an item that a word asks for; who spoke on it the meetings tell.
fn asked(word: &str) -> Option<Kind> {
    let spoke = SPOKE.iter().any(|spoke| spoke.eq_ignore_ascii_case(word));
    let kind = if spoke {
        Some(Kind::Meeting)
    } else {
        kind_called(word)
    };
    kind.filter(|kind| is_of_items(*kind, spoke))
}

/// What stands before a word without a blank: بالبند، للبنود.
fn unjoined(word: &str) -> impl Iterator<Item = &str> {
    let behind_l = word.strip_prefix("لل");
    let behind_b = word.strip_prefix("بال");
    [Some(word), behind_l, behind_b].into_iter().flatten()
}

/// Whether a word is what an item is called, also behind بـ and لـ with its article.
fn is_item(word: &str) -> bool {
    unjoined(word).any(|word| kind_called(word) == Some(Kind::Item))
}

/// Whether a word is what several items are called.
fn is_items(word: &str) -> bool {
    const SEVERAL: [&str; 5] = ["items", "بندان", "بندين", "بنود", "#"];
    let word = word.to_lowercase();
    let several = |word: &str| SEVERAL.contains(&word.strip_prefix("ال").unwrap_or(word));
    unjoined(&word).any(several)
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.chars().all(char::is_numeric)
}

const fn is_of_items(kind: Kind, spoke: bool) -> bool {
    match kind {
        Kind::Position
        | Kind::Nomination
        | Kind::Recommendation
        | Kind::Contribution
        | Kind::Outcome
        | Kind::View
        | Kind::Note
        | Kind::Figure => true,
        Kind::Meeting => spoke,
        _ => false,
    }
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
            ("item 27", "item:27"),
            ("البند 27", "item:27"),
            ("#27", "item:27"),
            ("our position on #27", "our position on item:27"),
            ("items 11 and 12", "item:11 | item:12"),
            ("البندان 11 و12", "item:11 | item:12"),
            ("البنود 6، 11 و 15", "item:6 | item:11 | item:15"),
            (
                "positions on items 27, 37 and 52",
                "kind:position item:27 | item:37 | item:52",
            ),
            (
                "موقفنا من البندين 27 و52",
                "kind:position item:27 | item:52",
            ),
            ("who spoke on item 27", "kind:meeting item:27"),
            (
                "what was agreed on item 27?",
                "kind:position | kind:outcome item:27",
            ),
            (
                "when was the position on item 27 agreed",
                "kind:position | kind:outcome item:27",
            ),
            (
                "متى اتفق على موقف البند 27",
                "kind:position | kind:outcome item:27",
            ),
        ] {
            let read = of_item(typed, &|_, _| true);
            assert_eq!(read.as_deref(), Some(expected), "{typed}");
        }
        for typed in [
            "position 27",
            "item position 27",
            "27 item position",
            "position on item",
            "item 27 premises",
            "agreed premises of item 27",
            "recommendation #5",
            "deferred positions on items 27 and 52",
            "positions of Algeria on items 11 and 12",
            "who spoke on item 27 yesterday",
            "\"see item 27 of position\"",
            "-item 27 position",
            "meetings on item 27",
        ] {
            assert_eq!(of_item(typed, &|_, _| true), None, "{typed}");
        }
        // Where the item has none, the words are what they are.
        assert_eq!(of_item("item 27 nominations", &|_, _| false), None);
    }
}
