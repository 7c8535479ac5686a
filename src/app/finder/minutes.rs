//! The minutes that are asked for by themselves: those of the newest meeting come first.

use std::ops::Range;

use crate::library::keep::wish::today;
use crate::library::{Key, Library};
use crate::report::{Kind, Record};
use crate::words::query::{MEETINGS, MINUTES, NEWEST};

/// Nobody asks for them in more words.
const MOST_WORDS: usize = 6;

/// The query without the words for the newest, where it asks for minutes and says no more than that; nearly
/// all others are told by their first word.
pub(super) fn asked_for(text: &str) -> Option<String> {
    let is = |word: &str, words: &[&str]| {
        let mut words = words.iter();
        words.any(|known| known.eq_ignore_ascii_case(word))
    };
    let mut words = text.split_whitespace();
    let says_no_more = words.all(|word| [MINUTES, MEETINGS, NEWEST].iter().any(|of| is(word, of)));
    let words: Vec<&str> = text.split_whitespace().take(MOST_WORDS + 1).collect();
    let asks =
        says_no_more && words.len() <= MOST_WORDS && words.iter().any(|word| is(word, MINUTES));
    let others = words.into_iter().filter(|word| !is(word, NEWEST));
    asks.then(|| others.collect::<Vec<_>>().join(" "))
}

/// The meeting that was held last, as its date has it: of a day the one that took items up.
pub(super) fn latest(library: &Library) -> Option<Key> {
    let now = today();
    let mut years: Vec<u16> = library.years().into_iter().collect();
    years.retain(|year| i32::from(*year) <= now.0);
    years.into_iter().rev().find_map(|year| {
        let mut latest = None;
        library.each_of_years(year, year, &mut |run| {
            for key in meetings_of(library, &run) {
                let Some(Record::Meeting(meeting)) = library.record(*key) else {
                    continue;
                };
                let day = meeting.date.as_ref().map(crate::report::Date::first_day);
                let Some(day) = day.filter(|day| day.0 == i32::from(year) && *day <= now) else {
                    continue;
                };
                latest = latest.max(Some((day, !meeting.taken_up.is_empty(), *key)));
            }
        });
        latest.map(|(.., key)| key)
    })
}

/// The meetings among the records of a run.
fn meetings_of<'l>(library: &'l Library, run: &Range<u32>) -> &'l [Key] {
    let meetings = library.of_kind(Kind::Meeting);
    let from = meetings.partition_point(|key| (key.index() as u32) < run.start);
    let to = meetings.partition_point(|key| (key.index() as u32) < run.end);
    meetings.get(from..to).unwrap_or_default()
}
