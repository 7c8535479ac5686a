//! Which bytes of a text a query matched, to be marked on the screen.

use super::fold::Folded;
use super::fold::symbols::letters_of;
use super::query::{Choice, Clause, Form, Mode};
use super::row::Row;
use super::tier::{self, Tier};
use super::walk::Walk;
use super::{Query, initials, slips, translit};
use std::ops::Range;
use unicode_segmentation::GraphemeCursor;

/// So many bytes of a text are looked at: more than any row or page shows.
const SEEN: usize = 64 * 1024;

/// The byte ranges of `text` that answer the query: as [`Marker::marks`], for one text.
#[must_use]
pub fn marks(query: &Query, text: &str) -> Vec<Range<usize>> {
    Marker::new(query).marks(text)
}

/// Marks texts for one query, row after row: what is made of the query, and memory, is kept.
#[derive(Debug)]
pub struct Marker<'q> {
    clauses: Vec<Sought<'q>>,
    row: Row,
}

/// A clause of the query.
#[derive(Debug)]
struct Sought<'q> {
    clause: &'q Clause,
    /// The forms of each option, and of each reading.
    options: Vec<Vec<Sign<'q>>>,
    readings: Vec<Sign<'q>>,
    /// The plain word that it is.
    typed: Option<&'q [u8]>,
    /// That word with the one typed before it.
    joined: Vec<u8>,
}

/// A word that is looked for.
#[derive(Debug)]
struct Sign<'q> {
    form: &'q Form,
    /// Without its article.
    bare: Option<&'q [u8]>,
    /// The letters that a word has in any case.
    letters: u64,
    /// With slips, once it is asked for.
    walk: Option<Option<Walk>>,
}

impl<'q> Sign<'q> {
    fn new(form: &'q Form) -> Self {
        let bare = tier::without_article(&form.word);
        Self {
            form,
            bare,
            letters: letters_of(bare.unwrap_or(&form.word)),
            walk: None,
        }
    }

    /// Marks the word; says whether it was there.
    fn mark(&mut self, row: &Row, ranges: &mut Vec<Range<usize>>) -> bool {
        let before = ranges.len();
        let typed = self.form.word.as_slice();
        row.each(self.letters, 0, |symbols, place| {
            if let Some((tier, letters)) = tier::strict(typed, self.bare, symbols)
                && (self.form.mode != Mode::Word || tier <= Tier::Clitic)
            {
                ranges.push(place(letters));
            }
        });
        if ranges.len() == before && self.form.mode == Mode::Plain {
            self.mark_forgiving(row, ranges);
        }
        ranges.len() > before
    }

    fn mark_forgiving(&mut self, row: &Row, ranges: &mut Vec<Range<usize>>) {
        let typed = self.form.word.as_slice();
        let walk = self.walk.get_or_insert_with(|| slips::walk(typed));
        // A slip at half the price costs one of these letters, a clitic taken off at most two.
        let most_missing = slips::allowance(typed).max(2);
        row.each(letters_of(typed), most_missing.into(), |symbols, place| {
            let Some((tier, letters)) = tier::forgiving(typed, walk.as_mut(), symbols) else {
                return;
            };
            let meant = symbols.get(letters.clone()).unwrap_or_default();
            let found = (tier != Tier::Loose).then(|| scattered(typed, meant));
            match found.flatten() {
                Some(found) => ranges.extend(
                    found
                        .into_iter()
                        .map(|at| place(letters.start + at..letters.start + at + 1)),
                ),
                None => ranges.push(place(letters)),
            }
        });
    }
}

impl<'q> Marker<'q> {
    /// For the rows that answer a query.
    #[must_use]
    pub fn new(query: &'q Query) -> Self {
        let mut clauses = Vec::new();
        let mut before: Option<&[u8]> = None;
        for clause in query.clauses().iter().filter(|clause| !clause.not) {
            let typed = clause.plain_word();
            let joined = match (before, typed) {
                (Some(before), Some(typed)) => [before, typed].concat(),
                _ => Vec::new(),
            };
            before = typed;
            let options = clause.options.iter();
            let readings = clause.readings.iter().flat_map(|reading| &reading.words);
            clauses.push(Sought {
                clause,
                options: options
                    .map(|option| option.iter().flatten().map(Sign::new).collect())
                    .collect(),
                readings: readings.flatten().map(Sign::new).collect(),
                typed,
                joined,
            });
        }
        Self {
            clauses,
            row: Row::default(),
        }
    }

    /// The byte ranges of `text` that answer the query: sorted, apart from each other, on
    /// character boundaries, never through a grapheme cluster, so that harakat and tatweel go with
    /// their letter. What was found by a slip is marked only where the word is not in the text as
    /// typed. Of a text the first 64 KiB are marked.
    #[must_use]
    pub fn marks(&mut self, text: &str) -> Vec<Range<usize>> {
        if self.clauses.is_empty() || text.is_empty() {
            return Vec::new();
        }
        let mut end = SEEN.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let text = text.get(..end).unwrap_or(text);
        self.row.read(text);
        let mut ranges = Vec::new();
        for sought in &mut self.clauses {
            sought.mark(&self.row, &mut ranges);
        }
        for range in &mut ranges {
            *range = whole_clusters(text, range);
        }
        join(ranges)
    }
}

impl Sought<'_> {
    fn mark(&mut self, row: &Row, ranges: &mut Vec<Range<usize>>) {
        let mut any = false;
        for option in &mut self.options {
            let mut met = false;
            for sign in option {
                met |= sign.mark(row, ranges);
            }
            any |= met;
            if met && self.clause.choice == Choice::First {
                break;
            }
        }
        for sign in &mut self.readings {
            any |= sign.mark(row, ranges);
        }
        if !self.joined.is_empty() {
            // Two words that stand there as one.
            mark_whole(&self.joined, row, ranges);
        }
        if let Some(typed) = self.typed.filter(|_| !any) {
            mark_apart(typed, &row.folded, ranges);
            mark_initials(typed, &row.folded, ranges);
            mark_alike(typed, row, ranges);
        }
    }
}

/// Marks a word that stands there whole.
fn mark_whole(typed: &[u8], row: &Row, ranges: &mut Vec<Range<usize>>) {
    row.each(letters_of(typed), 0, |symbols, place| {
        if let Some((Tier::Exact | Tier::Clitic, letters)) = tier::strict(typed, None, symbols) {
            ranges.push(place(letters));
        }
    });
}

/// Marks a word that stands there as two, one beside the other.
fn mark_apart(typed: &[u8], folded: &Folded, ranges: &mut Vec<Range<usize>>) {
    let runs = folded.runs();
    for (left, right) in runs.iter().zip(runs.iter().skip(1)) {
        if left.len() + right.len() == typed.len()
            && folded.slice(left.start as usize, right.end as usize) == typed
        {
            ranges.push(folded.place(left.start as usize, right.end as usize));
        }
    }
}

/// Marks the initials that a word is made of.
fn mark_initials(typed: &[u8], folded: &Folded, ranges: &mut Vec<Range<usize>>) {
    let all = initials::of(folded);
    if let Some(found) = all.iter().find(|initials| initials.word.starts_with(typed)) {
        let places = found.places.iter().take(typed.len());
        ranges.extend(places.map(|&place| folded.place(place, place + 1)));
    }
}

/// Marks the words that sound like one.
fn mark_alike(typed: &[u8], row: &Row, ranges: &mut Vec<Range<usize>>) {
    row.each(0, 0, |symbols, place| {
        if translit::sounds_like(typed, symbols) {
            ranges.push(place(0..symbols.len()));
        }
    });
}

/// The letters of a word that were typed, where some were left out.
fn scattered(typed: &[u8], word: &[u8]) -> Option<Vec<usize>> {
    let mut letters = word.iter().enumerate();
    let mut next = |wanted: &u8| letters.find(|(_, letter)| *letter == wanted);
    typed.iter().map(|wanted| Some(next(wanted)?.0)).collect()
}

fn whole_clusters(text: &str, range: &Range<usize>) -> Range<usize> {
    let mut start = GraphemeCursor::new(range.start, text.len(), true);
    let mut end = GraphemeCursor::new(range.end, text.len(), true);
    let at_start = matches!(start.is_boundary(text, 0), Ok(true));
    let at_end = matches!(end.is_boundary(text, 0), Ok(true));
    let from = if at_start {
        Some(range.start)
    } else {
        start.prev_boundary(text, 0).ok().flatten()
    };
    let to = if at_end {
        Some(range.end)
    } else {
        end.next_boundary(text, 0).ok().flatten()
    };
    from.unwrap_or(0)..to.unwrap_or(text.len())
}

/// Sorts the ranges and joins those that overlap or touch.
fn join(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.retain(|range| !range.is_empty());
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}
