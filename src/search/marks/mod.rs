//! Which bytes of a text a query matched, to be marked on the screen.

mod clusters;
mod otherwise;
mod sign;

use super::query::{Choice, Clause, Reading};
use super::row::Row;
use super::slips::{self, Core};
use super::way::{Way, Ways};
use super::{Guesses, Query, plurals};
use clusters::{join, whole_clusters};
use otherwise::{mark_alike, mark_apart, mark_apart_with_slip, mark_initials, mark_whole};
use sign::Sign;
use std::ops::Range;

/// So many bytes of a text are looked at: more than any row or page shows.
const SEEN: usize = 64 * 1024;

/// Marks texts for one query, row after row: what is made of the query, and memory, is kept.
#[derive(Debug)]
pub struct Marker<'q> {
    clauses: Vec<Sought<'q>>,
    row: Row,
    /// What was found in the last text.
    found: Vec<Range<usize>>,
    /// How the last text answers.
    ways: Ways,
    /// Whether it has nothing but insides of other words.
    inside: bool,
}

/// How one word was met in a text, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Found {
    Typed,
    In(Way),
    /// Only inside other words, as it was typed.
    Inside,
}

/// A clause of the query.
#[derive(Debug)]
struct Sought<'q> {
    clause: &'q Clause,
    /// The forms of each option, and of each reading.
    options: Vec<Vec<Sign<'q>>>,
    readings: Vec<Sign<'q>>,
    /// How the words of an option were found in the last text; for its memory.
    founds: Vec<Option<Found>>,
    /// The plain word that it is.
    typed: Option<&'q [u8]>,
    /// That word with the one typed before it.
    joined: Vec<u8>,
    /// The words for which both were met with a slip.
    met: Vec<Vec<u8>>,
    /// What else is said for it, once it is asked for.
    others: Option<Vec<(Vec<u8>, Way)>>,
    /// What slips in it are thought of, once they are.
    cores: Option<Vec<Core<'q>>>,
    /// Whether the search thought of it otherwise than typed, and the letters of what it met then.
    guessed: bool,
    just: Option<&'q [u64]>,
}

impl<'q> Marker<'q> {
    /// For the rows that answer a query, by what was guessed in the search that found them: what no
    /// search thought of is no match.
    #[must_use]
    pub fn of(query: &'q Query, guesses: &'q Guesses) -> Self {
        let is_read = |reading: &Reading| guesses.keys.contains(&reading.typed);
        let mut marker = Self::with(query, is_read);
        for sought in &mut marker.clauses {
            let signs = sought.options.iter_mut().flatten();
            signs.for_each(|sign| {
                sign.just = guesses.met(&sign.form.word);
                sign.guessed = sign.just.is_some();
                sign.short = guesses.short;
            });
            sought.just = sought.typed.and_then(|typed| guesses.met(typed));
            sought.guessed = sought.just.is_some();
            let joined = guesses.joined.iter();
            let joined = joined.filter(|(typed, _)| {
                *typed == sought.joined || sought.typed == Some(typed.as_slice())
            });
            sought.met = joined.map(|(_, met)| met.clone()).collect();
        }
        marker
    }

    /// For texts that may answer a query, whatever has to be guessed.
    #[must_use]
    pub fn new(query: &'q Query) -> Self {
        Self::with(query, |_| true)
    }

    /// With the readings of the clauses of which any [`is_read`](Guesses::keys) so.
    fn with(query: &'q Query, is_read: impl Fn(&Reading) -> bool) -> Self {
        let mut clauses = Vec::new();
        let mut before: Option<&[u8]> = None;
        for clause in query
            .clauses()
            .iter()
            .filter(|clause| !clause.not && !clause.unsaid)
        {
            let typed = clause.plain_word();
            let joined = match (before, typed) {
                (Some(before), Some(typed)) => [before, typed].concat(),
                _ => Vec::new(),
            };
            before = typed;
            let options = clause.options.iter();
            let readings = match clause.readings.iter().any(&is_read) {
                true => clause.readings.as_slice(),
                false => &[],
            };
            let readings = readings.iter().flat_map(Reading::words);
            clauses.push(Sought {
                clause,
                options: options
                    .map(|option| option.iter().flat_map(Sign::all).collect())
                    .collect(),
                readings: readings.flat_map(Sign::all).collect(),
                founds: Vec::new(),
                typed: typed.or_else(|| clause.last_word()),
                joined,
                met: Vec::new(),
                others: None,
                cores: None,
                guessed: true,
                just: None,
            });
        }
        Self {
            clauses,
            row: Row::default(),
            found: Vec::new(),
            ways: Ways::default(),
            inside: false,
        }
    }

    /// How the text that was marked last answers, where it has not the words as they were typed.
    #[must_use]
    pub const fn ways(&self) -> Ways {
        self.ways
    }

    /// The words of the query that a text has, each with the word that stands there where it is met
    /// only with a slip put right.
    pub fn corrected<'t>(&mut self, text: &'t str) -> Vec<(&'q [u8], Option<&'t str>)> {
        let mut end = SEEN.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let text = text.get(..end).unwrap_or(text);
        self.row.read(text);
        let mut words = Vec::new();
        for sought in self.clauses.iter_mut().filter(|sought| sought.guessed) {
            self.found.clear();
            let found = sought.mark(&self.row, &mut self.found);
            if let (Some(typed), Some(found)) = (sought.typed, found) {
                let slip = found == Found::In(Way::Slip);
                let range = self.found.first().filter(|_| slip);
                words.push((typed, range.map(|range| word_around(text, range))));
            }
        }
        words
    }

    /// Whether that text has the words only inside of other words, which may be chance.
    #[must_use]
    pub const fn is_inside(&self) -> bool {
        self.inside
    }

    /// The byte ranges of `text` that answer the query: sorted, apart from each other, on
    /// character boundaries, never through a grapheme cluster, so that harakat and tatweel go with
    /// their letter. What was found by a slip, or is another form, is marked only where the word is not
    /// in the text as typed. Of a text the first 64 KiB are marked.
    #[must_use]
    pub fn marks(&mut self, text: &str) -> Vec<Range<usize>> {
        self.ways = Ways::default();
        self.inside = false;
        if self.clauses.is_empty() || text.is_empty() {
            return Vec::new();
        }
        let mut end = SEEN.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let text = text.get(..end).unwrap_or(text);
        self.row.read(text);
        let ranges = &mut self.found;
        ranges.clear();
        let mut best = None;
        for sought in &mut self.clauses {
            let found = sought.mark(&self.row, ranges);
            if let Some(Found::In(way)) = found {
                self.ways.insert(way);
            }
            best = found
                .into_iter()
                .chain(best)
                .min_by_key(|found| *found == Found::Inside);
        }
        self.inside = best == Some(Found::Inside);
        for range in ranges.iter_mut() {
            *range = whole_clusters(text, range);
        }
        join(ranges)
    }
}

/// The whole word of which a range is a part.
fn word_around<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    let is_end = |c: char| c.is_whitespace() || c.is_ascii_punctuation() || "،؛؟«»".contains(c);
    let before = text.get(..range.start).unwrap_or_default();
    let start = before.rfind(is_end).map_or(0, |at| {
        at + before
            .get(at..)
            .and_then(|rest| rest.chars().next())
            .map_or(1, char::len_utf8)
    });
    let behind = text.get(range.start..).unwrap_or_default();
    let end = behind
        .find(is_end)
        .map_or(text.len(), |at| range.start + at);
    text.get(start..end).unwrap_or_default()
}

impl Sought<'_> {
    /// Marks the clause; says how it was met, if it was.
    fn mark(&mut self, row: &Row, ranges: &mut Vec<Range<usize>>) -> Option<Found> {
        let mut best: Option<Found> = None;
        let mut met = |found: Option<Found>| {
            best = best.into_iter().chain(found).min();
            found.is_some()
        };
        for (number, option) in self.options.iter_mut().enumerate() {
            let before = ranges.len();
            let founds = &mut self.founds;
            founds.clear();
            for sign in option {
                // Where a word stands as it was typed, its other forms are not what was found.
                if sign.other && founds.last() == Some(&Some(Found::Typed)) {
                    continue;
                }
                let found = sign.mark(row, ranges);
                match founds.last_mut().filter(|_| sign.other) {
                    Some(last) => *last = last.take().into_iter().chain(found).min(),
                    None => founds.push(found),
                }
            }
            // What was said in other words is there as a whole or not at all: `may` is no day in May.
            let said = number > 0 && self.clause.choice == Choice::Any;
            if said && founds.iter().any(Option::is_none) {
                ranges.truncate(before);
                continue;
            }
            let found = founds.drain(..).flatten().min();
            if met(found) && self.clause.choice == Choice::First {
                break;
            }
        }
        for sign in &mut self.readings {
            // The screen says already how the keys are read.
            let found = sign.mark(row, ranges);
            met(found.map(|_| Found::Typed));
        }
        let mut more = |found: bool, way: Way| met(found.then_some(Found::In(way)));
        if !self.joined.is_empty() {
            // Two words that stand there as one.
            more(mark_whole(&self.joined, row, ranges), Way::Apart);
        }
        for met in &self.met {
            more(mark_whole(met, row, ranges), Way::Slip);
        }
        let Some(typed) = self.typed.filter(|_| best.is_none()) else {
            return best;
        };
        let mut found: Option<Found> = None;
        let mut more = |is: bool, way: Way| found = found.or(is.then_some(Found::In(way)));
        more(mark_apart(typed, &row.folded, ranges), Way::Apart);
        more(mark_initials(typed, &row.folded, ranges), Way::Initials);
        if !self.guessed {
            return found;
        }
        let cores = self.cores.get_or_insert_with(|| slips::all(typed));
        let is_apart = mark_apart_with_slip(typed, cores, &row.folded, ranges);
        more(is_apart, Way::Slip);
        more(mark_alike(typed, self.just, row, ranges), Way::Sound);
        let others = self.others.get_or_insert_with(|| {
            let mut others = plurals::others(typed);
            others.append(&mut plurals::others_of_spelt(typed));
            let spelt = plurals::spelt(typed).into_iter();
            let spelt = spelt.map(|word| (word, Way::Sound));
            let others = others.into_iter().map(|word| (word, Way::OtherWord));
            spelt.chain(others).collect()
        });
        for (other, way) in others {
            more(mark_whole(other, row, ranges), *way);
        }
        found
    }
}
