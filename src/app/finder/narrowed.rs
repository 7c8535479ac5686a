//! What a question is narrowed to before anything is looked for: the days that it tells from today (`what was deferred
//! today`), and the group's own reports where it says we (`when did we meet last`).

use std::sync::{Arc, PoisonError};

use crate::library::{Key, Library};
use crate::report::{Date, Kind, Language, ReportKind};
use crate::search::Set;
use crate::words::asked::{HAPPENED, NEWEST, OURS};
use crate::words::query::{FIELDS, OUR_REPORTS};
use crate::words::{Message, date};

use super::super::fields::near_days;
use super::super::scope::of_report;
use super::question::{typed, words};
use super::{Field, Finder, Found, Inquiry};

/// Nobody asks in more words.
const MOST_WORDS: usize = 16;
/// Days are told in so many words: the day before yesterday.
const LONGEST_DAYS: usize = 3;
/// So many meetings stand before all else of some days.
const MOST_FIRST: usize = 64;

/// What narrows a question, and the rest of it.
#[derive(Debug, PartialEq, Eq)]
struct Asked {
    /// The words that tell days, as they were typed.
    days: Option<String>,
    /// The word that tells of the own group.
    ours: Option<String>,
    rest: String,
}

/// What a question was narrowed to last, and the records: the next letter narrows it to the same.
#[derive(Default)]
pub(super) struct Last {
    days: Option<String>,
    /// What is put off in the call that is on.
    now: Vec<Key>,
    is_ours: bool,
    among: Option<Arc<Set>>,
    set: Option<Arc<Set>>,
}

impl Finder {
    /// What is found where the question is narrowed so; none where that leaves out a word of it, or finds nothing.
    pub(super) fn find_narrowed(
        &self,
        inquiry: Inquiry<'_>,
        wanted: &dyn Fn() -> bool,
    ) -> Option<Found> {
        let asked = asked(inquiry.query.only_words()?)?;
        let library = inquiry.library;
        // What is put off in the call that is on is of today, though no record tells it yet.
        let now = match asked
            .days
            .as_deref()
            .is_some_and(|days| is_of(days, inquiry.today))
        {
            true => inquiry.deferred,
            false => &[],
        };
        let of_days = asked.days.as_deref().and_then(|days| {
            let set = self.records(library, Field::Year, days)?;
            (!set.is_empty() || !now.is_empty()).then_some((days, set))
        });
        let ours = asked.ours.as_deref();
        let ours = ours.and_then(|typed| Some((typed, self.ours(library)?)));
        if asked.days.is_some() && of_days.is_none() {
            return None;
        }
        let days = of_days.as_ref().map(|(days, _)| *days);
        let set = self.all_of(
            Last {
                days: days.map(str::to_owned),
                now: now.to_vec(),
                is_ours: ours.is_some(),
                among: inquiry.among.cloned(),
                set: None,
            },
            of_days.as_ref().map(|(_, set)| set),
            ours.as_ref().map(|(_, set)| set),
        )?;
        let narrowed = Inquiry {
            among: Some(&set),
            ..inquiry
        };
        let rest = words(&asked.rest, MOST_WORDS)?;
        let says_no_more = rest.iter().all(|word| word.is(HAPPENED));
        let found = match days.filter(|_| says_no_more) {
            Some(days) => self.find_all_of_days(narrowed, days),
            None => {
                let query = self.read_with(library, &asked.rest, inquiry.deferred);
                let narrowed = Inquiry {
                    query: &query,
                    ..narrowed
                };
                self.find_asked(narrowed, true, wanted)
            }
        };
        let is_whole = found.left_out.is_none() && found.without.is_empty();
        if found.total == 0 || !is_whole {
            return None;
        }
        let as_days = of_days.and_then(|(typed, _)| Some((typed.to_owned(), told_as(typed)?)));
        let as_ours = ours.map(|(typed, _)| (typed.to_owned(), Message::from(OUR_REPORTS)));
        let mut read_as_fields: Vec<(String, Message)> =
            as_days.into_iter().chain(as_ours).collect();
        read_as_fields.extend(found.read_as_fields);
        Some(Found {
            read_as_fields,
            ..found
        })
    }

    /// All that is of some days, the meetings first.
    fn find_all_of_days(&self, inquiry: Inquiry<'_>, days: &str) -> Found {
        let library = inquiry.library;
        let name = FIELDS
            .get(Field::Year as usize)
            .and_then(|names| names.first());
        let query = self.read(library, &format!("{}:\"{days}\"", name.unwrap_or(&"")));
        let keys = inquiry.among.into_iter().flat_map(|set| set.keys());
        let meetings = keys.filter(|key| library.kind(Key::new(*key)) == Kind::Meeting);
        let query = query.with_first(meetings.take(MOST_FIRST).collect());
        self.find(&query, inquiry.limit, inquiry.among)
    }

    /// The records of the group's own reports; none where these are none, or all.
    fn ours(&self, library: &Library) -> Option<Arc<Set>> {
        let ours = self.ours.get_or_init(|| {
            let mut set = Set::new(library.len());
            for (report, head) in library.heads() {
                if head.kind == ReportKind::GroupReport {
                    set.insert_run(of_report(library, report));
                }
            }
            (!set.is_empty()).then(|| Arc::new(set))
        });
        ours.clone()
    }

    /// What is in all of these sets, and among what is allowed; none where there is no set.
    fn all_of(
        &self,
        asked: Last,
        of_days: Option<&Arc<Set>>,
        ours: Option<&Arc<Set>>,
    ) -> Option<Arc<Set>> {
        if asked.now.is_empty() && asked.among.is_none() && (of_days.is_none() || ours.is_none()) {
            return of_days.or(ours).cloned();
        }
        let mut last = self.narrowed.lock().unwrap_or_else(PoisonError::into_inner);
        let is_same = match (&last.among, &asked.among) {
            (Some(known), Some(among)) => Arc::ptr_eq(known, among),
            (None, None) => true,
            _ => false,
        };
        let known = (&last.days, &last.now, last.is_ours);
        if is_same && known == (&asked.days, &asked.now, asked.is_ours) {
            return last.set.clone();
        }
        let mut all = of_days.into_iter().chain(ours).chain(&asked.among);
        let mut set = Set::clone(all.next()?);
        // Of days these are the first of the sets.
        asked
            .now
            .iter()
            .for_each(|item| set.insert(item.index() as u32));
        all.for_each(|other| set.keep_only(other));
        let set = Some(Arc::new(set));
        *last = Last {
            set: set.clone(),
            ..asked
        };
        set
    }
}

/// Whether a day is one of those that words tell; without a day it is that of today.
fn is_of(words: &str, today: Option<(i32, u8, u8)>) -> bool {
    let today = today.and_then(|(year, month, day)| {
        let year = u32::try_from(year).ok()?;
        Some(year * 10_000 + u32::from(month) * 100 + u32::from(day))
    });
    let days = near_days(words);
    days.is_some_and(|(first, last)| today.is_none_or(|today| (first..=last).contains(&today)))
}

/// A day as dates are written.
fn day(day: u32) -> String {
    let (year, month) = (day / 10_000, day / 100 % 100);
    format!("{year:04}-{month:02}-{:02}", day % 100)
}

/// The days that words tell, as dates are told.
fn told_as(typed: &str) -> Option<Message> {
    let (first, last) = near_days(typed)?;
    let (year, month) = (first / 10_000, first / 100);
    let days = match (first % 10_000, last % 10_000) {
        (101, 1231) if year == last / 10_000 => format!("{year:04}"),
        _ if first % 100 == 1 && month == last / 100 && last > first + 26 => {
            format!("{year:04}-{:02}", month % 100)
        }
        _ if first == last => day(first),
        _ => format!("{}/{}", day(first), day(last)),
    };
    let date = Date::parse(&days).ok()?;
    let told = |language: Language| date::date(&date, language);
    Some(Message::new(
        told(Language::Arabic),
        told(Language::English),
    ))
}

/// What narrows a question; none where nothing does.
fn asked(text: &str) -> Option<Asked> {
    let words = words(text, MOST_WORDS)?;
    let bare: Vec<&str> = words.iter().map(|word| word.bare).collect();
    let mut taken = vec![false; bare.len()];
    let days = (1..=LONGEST_DAYS).rev().find_map(|count| {
        let places = bare.windows(count).enumerate();
        places.into_iter().find_map(|(place, words)| {
            let words = words.join(" ");
            // The World Telecommunication Day is no today.
            let goes_on = bare
                .get(place + count)
                .is_some_and(|next| next.starts_with("ال"));
            let is_noun = count == 1 && words.starts_with("ال") && goes_on;
            (!is_noun && near_days(&words).is_some()).then_some((place..place + count, words))
        })
    });
    let days = days.map(|(places, words)| {
        taken
            .get_mut(places)
            .into_iter()
            .flatten()
            .for_each(|taken| *taken = true);
        words
    });
    let mut ours = None;
    for (place, word) in words.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|at| bare.get(at));
        let next = bare.get(place + 1).copied().unwrap_or_default();
        let is_newest = NEWEST.contains(&next);
        let is_of = OURS.of.contains(&next) || next.starts_with("ال") && !is_newest;
        let is_behind = before.is_some_and(|before| OURS.before_group.contains(before));
        let is_group = word.is(OURS.group) && !is_of && (is_behind || !word.bare.is_ascii());
        let is_who = word.is(OURS.who) || is_group && (place > 0 || bare.len() > 1);
        // With the group goes the article before it: behind one `back` is no verb.
        let first = if is_group && is_behind {
            place - 1
        } else {
            place
        };
        let those = taken.get_mut(first..=place).unwrap_or_default();
        those
            .iter_mut()
            .filter(|_| is_who)
            .for_each(|taken| *taken = true);
        if ours.is_none() && (is_who || word.is(OURS.what)) {
            ours = Some(word.bare.to_owned());
        }
    }
    if days.is_none() && ours.is_none() {
        return None;
    }
    let rest = words.iter().zip(&taken).filter(|(_, taken)| !**taken);
    Some(Asked {
        days,
        ours,
        rest: typed(rest.map(|(word, _)| word)),
    })
}

#[cfg(test)]
mod tests;
