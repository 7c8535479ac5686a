//! Which bytes of a text a query matched, to be marked on the screen.

use super::edges::Edge;
use super::fold::Folded;
use super::fold::symbols::letters_of;
use super::query::{Choice, Clause, Form, Mode, Term};
use super::row::{Asked, Row};
use super::tier::{self, Tier};
use super::walk::Walk;
use super::way::{Way, Ways};
use super::{Guesses, Query, initials, plurals, slips, translit};
use std::ops::Range;
use unicode_segmentation::GraphemeCursor;

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
    /// The plain word that it is.
    typed: Option<&'q [u8]>,
    /// That word with the one typed before it.
    joined: Vec<u8>,
    /// What else is said for it, once it is asked for.
    others: Option<Vec<Vec<u8>>>,
    /// Whether the search thought of it otherwise than typed.
    guessed: bool,
}

/// A word that is looked for.
#[derive(Debug)]
struct Sign<'q> {
    form: &'q Form,
    /// Without its article.
    bare: Option<&'q [u8]>,
    /// The letters that a word has in any case, and may begin with, where it is too short to be
    /// inside of one.
    asked: Asked,
    /// Whether it is another form of the word that was typed.
    other: bool,
    /// With slips, once it is asked for.
    walk: Option<Option<Walk>>,
    /// Whether the search thought of slips in it.
    guessed: bool,
}

impl<'q> Sign<'q> {
    /// For all forms of a word.
    fn all(term: &'q Term) -> impl Iterator<Item = Self> {
        let forms = term.iter().enumerate();
        forms.map(|(number, form)| Self::new(form, number > 0))
    }

    fn new(form: &'q Form, other: bool) -> Self {
        let bare = tier::without_article(&form.word);
        Self {
            form,
            bare,
            asked: Asked {
                letters: letters_of(bare.unwrap_or(&form.word)),
                first: match form.word.as_slice() {
                    _ if form.mode.edge() == Some(Edge::Last) => 0,
                    short if short.len() >= tier::SHORTEST_INFIX => 0,
                    short => letters_of(short.get(..1).unwrap_or_default()),
                },
                most_missing: 0,
            },
            other,
            walk: None,
            guessed: true,
        }
    }

    /// Marks the word; says how it was there. Where it stands by itself or begins a word, the
    /// insides of other words are chance: ITU in "institutional".
    fn mark(&mut self, row: &Row, ranges: &mut Vec<Range<usize>>) -> Option<Found> {
        let before = ranges.len();
        let typed = self.form.word.as_slice();
        let mut inside = true;
        row.each(self.asked, |seen, _, place| {
            let mode = self.form.mode;
            let strict = seen.strict(typed, self.bare);
            let met = strict.filter(|&(tier, _)| mode.allows(tier)).or_else(|| {
                let ends = mode == Mode::Last { whole: false } && seen.word.ends_with(typed);
                ends.then(|| (Tier::Prefix, seen.word.len() - typed.len()..seen.word.len()))
            });
            if let Some((tier, letters)) = met
                && (tier != Tier::Infix || inside)
            {
                if inside && tier != Tier::Infix {
                    inside = false;
                    ranges.truncate(before);
                }
                ranges.push(place(letters));
            }
        });
        match ranges.len() > before {
            true if self.other => Some(Found::In(Way::Form)),
            true if inside => Some(Found::Inside),
            true => Some(Found::Typed),
            false if self.form.mode == Mode::Plain && self.guessed => {
                self.mark_forgiving(row, ranges)
            }
            false => None,
        }
    }

    fn mark_forgiving(&mut self, row: &Row, ranges: &mut Vec<Range<usize>>) -> Option<Found> {
        let typed = self.form.word.as_slice();
        let walk = self.walk.get_or_insert_with(|| slips::walk(typed));
        let mut found: Option<Found> = None;
        // A slip at half the price costs one of these letters, a clitic taken off at most two.
        let most_missing = slips::allowance(typed).max(2);
        let asked = Asked {
            letters: letters_of(typed),
            most_missing: most_missing.into(),
            first: 0,
        };
        row.each(asked, |seen, letters, place| {
            let Some((tier, letters)) = seen.forgiving(typed, letters, walk.as_mut()) else {
                return;
            };
            let symbols = seen.word;
            let how = match tier {
                Tier::Loose => Found::In(Way::Form),
                _ if translit::sounds_like(typed, symbols) => Found::In(Way::Sound),
                _ => Found::In(Way::Slip),
            };
            found = Some(found.map_or(how, |before| before.min(how)));
            let meant = symbols.get(letters.clone()).unwrap_or_default();
            let scattered = (tier != Tier::Loose).then(|| scattered(typed, meant));
            match scattered.flatten() {
                Some(found) => ranges.extend(
                    found
                        .into_iter()
                        .map(|at| place(letters.start + at..letters.start + at + 1)),
                ),
                None => ranges.push(place(letters)),
            }
        });
        found
    }
}

impl<'q> Marker<'q> {
    /// For the rows that answer a query, by what was guessed in the search that found them: what no
    /// search thought of is no match.
    #[must_use]
    pub fn of(query: &'q Query, guesses: &Guesses) -> Self {
        let mut marker = Self::new(query);
        let is_guessed = |typed: &[u8]| guesses.words.iter().any(|word| word == typed);
        for sought in &mut marker.clauses {
            let signs = sought.options.iter_mut().flatten();
            signs.for_each(|sign| sign.guessed = is_guessed(&sign.form.word));
            sought.guessed = sought.typed.is_some_and(is_guessed);
            let read = sought
                .clause
                .readings
                .iter()
                .any(|reading| guesses.keys.contains(&reading.typed));
            if !read {
                sought.readings.clear();
            }
        }
        marker
    }

    /// For texts that may answer a query, whatever has to be guessed.
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
                    .map(|option| option.iter().flat_map(Sign::all).collect())
                    .collect(),
                readings: readings.flat_map(Sign::all).collect(),
                typed,
                joined,
                others: None,
                guessed: true,
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
            let mut founds: Vec<Option<Found>> = Vec::new();
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
            let found = founds.into_iter().flatten().min();
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
        more(mark_alike(typed, row, ranges), Way::Sound);
        let others = self.others.get_or_insert_with(|| plurals::others(typed));
        for other in others {
            more(mark_whole(other, row, ranges), Way::OtherWord);
        }
        found
    }
}

/// Marks a word that stands there whole.
fn mark_whole(typed: &[u8], row: &Row, ranges: &mut Vec<Range<usize>>) -> bool {
    let before = ranges.len();
    let asked = Asked {
        letters: letters_of(typed),
        first: letters_of(typed.get(..1).unwrap_or_default()),
        most_missing: 0,
    };
    row.each(asked, |seen, _, place| {
        if let Some((Tier::Exact | Tier::Clitic, letters)) = seen.strict(typed, None) {
            ranges.push(place(letters));
        }
    });
    ranges.len() > before
}

/// Marks a word that stands there as two, one beside the other.
fn mark_apart(typed: &[u8], folded: &Folded, ranges: &mut Vec<Range<usize>>) -> bool {
    let before = ranges.len();
    let runs = folded.runs();
    for (left, right) in runs.iter().zip(runs.iter().skip(1)) {
        if left.len() + right.len() == typed.len()
            && folded.slice(left.start as usize, right.end as usize) == typed
        {
            ranges.push(folded.place(left.start as usize, right.end as usize));
        }
    }
    ranges.len() > before
}

/// Marks the initials that a word is made of.
fn mark_initials(typed: &[u8], folded: &Folded, ranges: &mut Vec<Range<usize>>) -> bool {
    let all = initials::of(folded);
    let found = all.iter().find(|initials| initials.word.starts_with(typed));
    if let Some(found) = found {
        let places = found.places.iter().take(typed.len());
        ranges.extend(places.map(|&place| folded.place(place, place + 1)));
    }
    found.is_some()
}

/// Marks the words that sound like one.
fn mark_alike(typed: &[u8], row: &Row, ranges: &mut Vec<Range<usize>>) -> bool {
    let before = ranges.len();
    row.each(Asked::default(), |seen, _, place| {
        if translit::sounds_like(typed, seen.word) {
            ranges.push(place(0..seen.word.len()));
        }
    });
    ranges.len() > before
}

/// The letters of a word that were typed, where some were left out.
fn scattered(typed: &[u8], word: &[u8]) -> Option<Vec<usize>> {
    let mut letters = word.iter().enumerate();
    let mut next = |wanted: &u8| letters.find(|(_, letter)| *letter == wanted);
    typed.iter().map(|wanted| Some(next(wanted)?.0)).collect()
}

/// The range with the clusters that it cuts through.
fn whole_clusters(text: &str, range: &Range<usize>) -> Range<usize> {
    if is_between_letters(text, range.start) && is_between_letters(text, range.end) {
        return range.clone();
    }
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

/// Whether a place is the beginning or the end of the text, or one between characters that nothing
/// joins in a cluster (`GCB=Other`, UAX #29 GB999): Arabic and English letters, digits, blanks.
fn is_between_letters(text: &str, at: usize) -> bool {
    let Some((before, behind)) = text.as_bytes().split_at_checked(at) else {
        return false;
    };
    // U+0620 to U+064A, U+0660 to U+0669, in UTF-8.
    let is_arabic = |first: u8, second: u8| {
        matches!(
            (first, second),
            (0xD8, 0xA0..) | (0xD9, 0x80..=0x8A | 0xA0..=0xA9)
        )
    };
    let is_before = match *before {
        [] | [.., b' '..=b'~'] => true,
        [.., first, second] => is_arabic(first, second),
        _ => false,
    };
    is_before
        && match *behind {
            [] | [b' '..=b'~', ..] => true,
            [first, second, ..] => is_arabic(first, second),
            _ => false,
        }
}

/// Sorts the ranges and joins those that overlap or touch.
fn join(ranges: &mut Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.retain(|range| !range.is_empty());
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges.drain(..) {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::is_between_letters;
    use unicode_segmentation::UnicodeSegmentation;

    #[test]
    fn between_letters_is_never_within_a_cluster() {
        let beside =
            "aZ0 ~لايـ٠٩\u{64B}\u{600}\u{61C}\u{200D}\u{200C}\r\n\u{301}é👩🇪\u{1100}\u{1161}क्";
        for one in (1..0x0B00).filter_map(char::from_u32) {
            for other in beside.chars() {
                for text in [format!("{one}{other}"), format!("{other}{one}")] {
                    let middle = text.chars().next().unwrap().len_utf8();
                    let joined = text.graphemes(true).count() == 1;
                    assert!(!(joined && is_between_letters(&text, middle)), "{text:?}");
                }
            }
        }
        assert!(is_between_letters("لا", 2) && is_between_letters("aل b", 3));
        assert!(!is_between_letters("لَا", 2) && is_between_letters("لَا", 0));
    }
}
