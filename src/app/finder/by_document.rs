//! What stands in a report, asked for by the number of its document: `contact TDAG-23/4`.

use crate::library::Library;
use crate::words::query::FIELDS;

use super::Field;

/// Nobody asks for it in more words.
const MOST_WORDS: usize = 16;

/// A query with a report in place of the number of its document.
pub(super) struct Read<'t> {
    /// The number as it was typed.
    pub typed: &'t str,
    /// The report, as a field asks for it.
    pub report: String,
    /// The query with it.
    pub text: String,
}

/// The query, where it is words of which one is the number of a report's document.
pub(super) fn read<'t>(text: &'t str, library: &Library) -> Option<Read<'t>> {
    let words: Vec<&str> = text.split_whitespace().take(MOST_WORDS + 1).collect();
    if !(2..=MOST_WORDS).contains(&words.len()) {
        return None;
    }
    let number = |word: &'t str| word.trim_end_matches(['?', '؟', '.', ',', '،']);
    // Nearly no word is anything like it.
    let is_code =
        |word: &&str| word.contains(char::is_numeric) && word.contains(char::is_alphabetic);
    let (typed, id) = words
        .iter()
        .map(|word| number(word))
        .filter(is_code)
        .find_map(|typed| {
            let is_so = |document: &str| document.eq_ignore_ascii_case(typed);
            let mut heads = library.heads().map(|(_, head)| head);
            let head = heads.find(|head| {
                head.document
                    .as_ref()
                    .is_some_and(|one| is_so(one.as_str()))
            })?;
            Some((typed, head.id.as_str()))
        })?;
    let field = FIELDS.get(Field::Report as usize)?.first()?;
    let report = format!("{field}:{id}");
    let words = words.into_iter().filter(|word| number(word) != typed);
    let others = words.collect::<Vec<_>>().join(" ");
    let text = format!("{others} {report}");
    Some(Read {
        typed,
        report,
        text,
    })
}
