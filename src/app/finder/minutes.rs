//! The minutes that are asked for by themselves: those of the newest meeting come first; and the next meeting or event.

use std::sync::PoisonError;

use crate::library::{Key, Library};
use crate::report::{Language, Record};
use crate::search::Query;
use crate::words::asked::{BESIDE_MET, CALLED_NEWEST, MEETINGS, MET, MINUTES, NEWEST, NEXT};
use crate::words::query::FIELDS;

use super::super::fields::plain;
use super::question::{Word, typed, words};
use super::{Finder, Found, Inquiry};

/// Nobody asks for them in more words.
const MOST_WORDS: usize = 6;
/// The next one is asked for among so many words.
const MOST_OF_NEXT: usize = 16;
/// So many of what is to come are put first.
const MOST_TO_COME: usize = 256;

/// Minutes that are asked for in words that say no more than that.
pub(super) struct Asked<'q> {
    /// What says that the newest are meant, as it was typed; where nothing does, they come first too.
    pub newest: Vec<&'q str>,
    /// The other words.
    pub others: String,
}

/// The day on which it was asked, and what was to come then.
pub(super) type Coming = ((i32, u8, u8), Vec<u32>);

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

    /// The meetings and events that are to come, where the next one is asked for: of what has the words they come
    /// first. Counted once a day.
    pub(super) fn what_is_to_come(&self, inquiry: Inquiry<'_>) -> Option<Vec<u32>> {
        let (text, today) = (inquiry.query.only_words()?, inquiry.today?);
        let words = words(text, MOST_OF_NEXT)?;
        if !words.iter().any(|word| word.is(NEXT)) {
            return None;
        }
        let mut known = self.coming.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, keys)) = known.as_ref().filter(|(day, _)| *day == today) {
            return Some(keys.clone());
        }
        let keys = inquiry.library.to_come(today).into_iter();
        let keys: Vec<u32> = keys
            .map(|key| key.index() as u32)
            .take(MOST_TO_COME)
            .collect();
        *known = Some((today, keys.clone()));
        Some(keys)
    }

    /// What a query finds, before all else what is to come and is called by all of its words.
    pub(super) fn find_coming(&self, inquiry: Inquiry<'_>, mut coming: Vec<u32>) -> Found {
        let Inquiry { library, query, .. } = inquiry;
        let said = query.said_words().unwrap_or_default().join(" ");
        let said = words(&said, MOST_OF_NEXT).unwrap_or_default().into_iter();
        let said = said.filter(|word| !word.is(NEXT));
        let said: Vec<String> = said.map(|word| plain(word.bare)).collect();
        coming.retain(|key| {
            let titles = [Language::Arabic, Language::English]
                .map(|language| plain(&library.title(Key::new(*key), language)));
            let mut titles = titles.iter();
            titles.any(|title| said.iter().all(|word| title.contains(word.as_str())))
        });
        let is_coming = |key: Key| coming.binary_search(&(key.index() as u32)).is_ok();
        let query = query.clone().with_first(coming.clone());
        let mut found = self.find(&query, inquiry.limit, inquiry.among);
        found.hits.sort_by_key(|(key, _)| !is_coming(*key));
        found
    }

    /// The meeting that was over last, of those that are allowed; of all counted once a day.
    fn latest_meeting(&self, inquiry: Inquiry<'_>) -> Option<Key> {
        if let Some(among) = inquiry.among {
            let is_meant = |key: Key| among.has(key.index() as u32);
            return inquiry.library.latest_meeting(inquiry.today, is_meant);
        }
        let mut latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        match *latest {
            Some((day, known)) if day == inquiry.today => known,
            _ => {
                let counted = inquiry.library.latest_meeting(inquiry.today, |_| true);
                *latest = Some((inquiry.today, counted));
                counted
            }
        }
    }
}

/// What a query asks for, where that is minutes and no more; of one's own group, or of some days, the newest meeting
/// too: `when did we meet last`.
pub(super) fn asked_for(text: &str, is_narrowed: bool) -> Option<Asked<'_>> {
    let words = words(text, MOST_WORDS)?;
    let all: &[&[&str]] = match is_narrowed {
        true => &[MINUTES, MEETINGS, NEWEST, MET, BESIDE_MET],
        false => &[MINUTES, MEETINGS, NEWEST],
    };
    if !words.iter().all(|word| all.iter().any(|of| word.is(of))) {
        return None;
    }
    let says = |of: &[&str]| words.iter().any(|word| word.is(of));
    let asks = says(MINUTES) || is_narrowed && says(MET) && says(NEWEST);
    let (newest, others): (Vec<&Word<'_>>, Vec<&Word<'_>>) =
        words.iter().partition(|word| word.is(NEWEST));
    asks.then(|| Asked {
        newest: newest.into_iter().map(|word| word.bare).collect(),
        others: typed(others),
    })
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
