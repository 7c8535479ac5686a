//! The minutes that are asked for by themselves: those of the newest meeting come first.

use std::sync::PoisonError;

use crate::library::{Key, Library};
use crate::report::{Language, Record};
use crate::search::Query;
use crate::words::asked::{CALLED_NEWEST, MEETINGS, MINUTES, NEWEST};
use crate::words::query::FIELDS;

use super::{Finder, Found, Inquiry};

/// Nobody asks for them in more words.
const MOST_WORDS: usize = 6;

/// Minutes that are asked for in words that say no more than that.
pub(super) struct Asked<'q> {
    /// What says that the newest are meant, as it was typed; where nothing does, they come first too.
    pub newest: Vec<&'q str>,
    /// The other words.
    pub others: String,
}

/// The day on which it was asked, and the meeting that was over last then.
pub(super) type Latest = (Option<(i32, u8, u8)>, Option<Key>);

impl Finder {
    /// The minutes that are asked for, those of the meeting that was over last first. The word for the newest
    /// is looked for like any other, and left out where nothing that has all is called so.
    pub(super) fn find_minutes(&self, inquiry: Inquiry<'_>, asked: &Asked<'_>) -> Found {
        let Inquiry { limit, among, .. } = inquiry;
        let find = |query: &Query| self.find(query, limit, among);
        let latest = self.latest_meeting(inquiry);
        let first = || latest.map(|key| key.index() as u32).into_iter().collect();
        if asked.newest.is_empty() {
            return find(&inquiry.query.clone().with_first(first()));
        }
        let found = find(inquiry.query);
        let have_all = found.total > 0 && found.left_out.is_none();
        let best = found.hits.first().filter(|_| have_all);
        if best.is_some_and(|(key, _)| is_called_newest(inquiry.library, *key)) {
            return found;
        }
        let query = Query::read(&asked.others, FIELDS, &mut |_, _| None);
        let all = find(&query.with_first(first()));
        let comes_first = latest.is_some() && all.hits.first().map(|(key, _)| *key) == latest;
        // Where nothing has a day that could be compared, what has the word is the best that there is.
        if have_all && !comes_first {
            return found;
        }
        let word = || Some(asked.newest.join(" "));
        Found {
            newest_first: word().filter(|_| comes_first),
            left_out: word().filter(|_| !comes_first),
            ..all
        }
    }

    /// The meeting that was over last, counted once a day.
    fn latest_meeting(&self, inquiry: Inquiry<'_>) -> Option<Key> {
        let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        match *latest {
            Some((day, known)) if day == inquiry.today => known,
            _ => {
                let counted = inquiry.library.latest_meeting(inquiry.today);
                *latest = Some((inquiry.today, counted));
                counted
            }
        }
    }
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

/// Whether a record is a meeting that is called the newest and says no day that could be compared with those of
/// others.
fn is_called_newest(library: &Library, key: Key) -> bool {
    match library.record(key) {
        Some(Record::Meeting(meeting)) if meeting.date.is_none() => {}
        _ => return false,
    }
    let is_newest = |word: &str| {
        let mut words = CALLED_NEWEST.iter();
        words.any(|newest| newest.eq_ignore_ascii_case(word))
    };
    let titles = [Language::Arabic, Language::English].map(|language| library.title(key, language));
    titles
        .iter()
        .any(|title| title.split_whitespace().any(is_newest))
}

#[cfg(test)]
mod tests;
