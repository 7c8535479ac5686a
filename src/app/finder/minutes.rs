//! The minutes that are asked for by themselves: those of the newest meeting come first.

use crate::library::{Key, Library};
use crate::report::Language;
use crate::words::query::{MEETINGS, MINUTES, NEWEST};

/// Nobody asks for them in more words.
const MOST_WORDS: usize = 6;

/// Minutes that are asked for in words that say no more than that.
pub(super) struct Asked<'q> {
    /// What says that the newest are meant, as it was typed; where nothing does, they come first too.
    pub newest: Vec<&'q str>,
    /// The other words.
    pub others: String,
}

/// What a query asks for, where that is minutes and no more; nearly all others are told by their first word.
pub(super) fn asked_for(text: &str) -> Option<Asked<'_>> {
    let is = |word: &str, words: &[&str]| {
        let mut words = words.iter();
        words.any(|known| known.eq_ignore_ascii_case(word))
    };
    let mut words = text.split_whitespace().take(MOST_WORDS + 1);
    let says_no_more = words.all(|word| [MINUTES, MEETINGS, NEWEST].iter().any(|of| is(word, of)));
    if !says_no_more {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().take(MOST_WORDS + 1).collect();
    let asks = words.len() <= MOST_WORDS && words.iter().any(|word| is(word, MINUTES));
    let (newest, others): (Vec<&str>, Vec<&str>) =
        words.into_iter().partition(|word| is(word, NEWEST));
    let others = others.join(" ");
    asks.then_some(Asked { newest, others })
}

/// Whether a record is called the newest itself.
pub(super) fn is_called_newest(library: &Library, key: Key) -> bool {
    let is_newest = |word: &str| {
        NEWEST
            .iter()
            .any(|newest| newest.eq_ignore_ascii_case(word))
    };
    let titles = [Language::Arabic, Language::English].map(|language| library.title(key, language));
    titles
        .iter()
        .any(|title| title.split_whitespace().any(is_newest))
}

#[cfg(test)]
mod tests;
