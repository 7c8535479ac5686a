//! Which bytes of a text a query matched, to be marked on the screen.

use super::Query;
use super::fold::{Folded, fold, words};
use super::query::{Choice, Form, Mode};
use super::tier::{self, Tier};
use super::{initials, translit};
use std::ops::Range;
use unicode_segmentation::GraphemeCursor;

/// So many bytes of a text are looked at: more than any row or page shows.
const SEEN: usize = 64 * 1024;

/// The byte ranges of `text` that answer the query: sorted, apart from each other, on character
/// boundaries, never through a grapheme cluster, so that harakat and tatweel go with their
/// letter. What was found by a slip is marked only where the word is not in the text as typed. Of
/// a text the first 64 KiB are marked.
#[must_use]
pub fn marks(query: &Query, text: &str) -> Vec<Range<usize>> {
    if query.is_empty() || text.is_empty() {
        return Vec::new();
    }
    let mut end = SEEN.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = text.get(..end).unwrap_or(text);
    let folded = fold(text);
    let mut ranges = Vec::new();
    let mut scratch = Vec::new();
    let clauses = || query.clauses().iter().filter(|clause| !clause.not);
    let mut before: Option<&[u8]> = None;
    for clause in clauses() {
        let typed = clause.plain_word();
        let mut any = false;
        for option in &clause.options {
            let mut met = false;
            for form in option.iter().flatten() {
                met |= mark(form, &folded, &mut scratch, &mut ranges);
            }
            any |= met;
            if met && clause.choice == Choice::First {
                break;
            }
        }
        for reading in &clause.readings {
            for form in reading.words.iter().flatten() {
                any |= mark(form, &folded, &mut scratch, &mut ranges);
            }
        }
        if let (Some(before), Some(typed)) = (before, typed) {
            // Two words that stand there as one.
            mark_whole(
                &[before, typed].concat(),
                &folded,
                &mut scratch,
                &mut ranges,
            );
        }
        if let Some(typed) = typed.filter(|_| !any) {
            mark_apart(typed, &folded, &mut ranges);
            mark_initials(typed, &folded, &mut ranges);
            mark_alike(typed, &folded, &mut scratch, &mut ranges);
        }
        before = typed;
    }
    for range in &mut ranges {
        *range = whole_clusters(text, range);
    }
    join(ranges)
}

/// Marks one word of the query; says whether it was there.
fn mark(
    form: &Form,
    folded: &Folded,
    scratch: &mut Vec<u8>,
    ranges: &mut Vec<Range<usize>>,
) -> bool {
    let typed = form.word.as_slice();
    let before = ranges.len();
    let bare = tier::without_article(typed);
    words::each(folded, scratch, |word| {
        if let Some((tier, letters)) = tier::strict(typed, bare, word.symbols)
            && (form.mode != Mode::Word || tier <= Tier::Clitic)
        {
            ranges.push(place(folded, word, letters));
        }
    });
    if ranges.len() == before && form.mode == Mode::Plain {
        words::each(folded, scratch, |word| {
            match tier::forgiving(typed, word.symbols) {
                Some((Tier::Loose, letters)) => ranges.push(place(folded, word, letters)),
                Some((_, letters)) => {
                    let meant = word.symbols.get(letters.clone()).unwrap_or_default();
                    match scattered(typed, meant) {
                        Some(found) => ranges.extend(found.into_iter().map(|at| {
                            place(folded, word, letters.start + at..letters.start + at + 1)
                        })),
                        None => ranges.push(place(folded, word, letters)),
                    }
                }
                None => {}
            }
        });
    }
    ranges.len() > before
}

/// Marks a word that stands there whole.
fn mark_whole(
    typed: &[u8],
    folded: &Folded,
    scratch: &mut Vec<u8>,
    ranges: &mut Vec<Range<usize>>,
) {
    words::each(folded, scratch, |word| {
        if let Some((Tier::Exact | Tier::Clitic, letters)) = tier::strict(typed, None, word.symbols)
        {
            ranges.push(place(folded, word, letters));
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
fn mark_alike(
    typed: &[u8],
    folded: &Folded,
    scratch: &mut Vec<u8>,
    ranges: &mut Vec<Range<usize>>,
) {
    words::each(folded, scratch, |word| {
        if translit::sounds_like(typed, word.symbols) {
            ranges.push(place(folded, word, 0..word.symbols.len()));
        }
    });
}

/// The letters of a word that were typed, where some were left out.
fn scattered(typed: &[u8], word: &[u8]) -> Option<Vec<usize>> {
    let mut letters = word.iter().enumerate();
    let mut next = |wanted: &u8| letters.find(|(_, letter)| *letter == wanted);
    typed.iter().map(|wanted| Some(next(wanted)?.0)).collect()
}

/// The bytes of letters of a word; a decimal point is no letter of the folded text.
fn place(folded: &Folded, word: &words::Found<'_>, letters: Range<usize>) -> Range<usize> {
    let symbols = |end: usize| {
        word.symbols
            .iter()
            .take(end)
            .filter(|&&symbol| symbol != b'.')
            .count()
    };
    folded.place(
        word.start + symbols(letters.start),
        word.start + symbols(letters.end),
    )
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
