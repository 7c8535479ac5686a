//! The initials of a title, by which it is found as by an abbreviation: `cwg` finds the Council
//! Working Group, لجلورا the لجنة لوائح الراديو.
//!
//! English takes the first letter of each word; the words that only join others (of, the, on) are
//! left out by some and not by others. Arabic takes the first letter or the first two of each word
//! behind its article, four letters or more in all. An abbreviation may begin at any word of a title, so there is a word of
//! initials from each of the first words on; one that stops short of the end is its beginning.

use super::few::Few;
use super::fold::{Folded, Script, fold, symbol};
use super::query::Clause;
use super::{Query, clitic};
use std::sync::LazyLock;

/// Titles of fewer words have no initials, or they say nothing.
const FEWEST: usize = 2;
/// At most so many letters, from so many beginnings.
const MOST_LETTERS: usize = 12;
const MOST_BEGINNINGS: usize = 6;

/// What joins words and gives no initial, folded; in Arabic also what is no name's part.
const JOINING: [&str; 26] = [
    "of",
    "the",
    "and",
    "on",
    "for",
    "in",
    "to",
    "at",
    "by",
    "with",
    "a",
    "an",
    "de",
    "la",
    "des",
    "et",
    "du",
    "في",
    "من",
    "علي",
    "الي",
    "عن",
    "بشان",
    "التابع",
    "التابعه",
    "المعني",
];

static JOINS: LazyLock<Few<()>> = LazyLock::new(|| {
    let words = JOINING.iter().map(|word| fold(word));
    words
        .filter_map(|word| Some((word.words().next()?.symbols.to_vec(), ())))
        .collect()
});

/// A word of initials.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Initials {
    /// The letters.
    pub word: Vec<u8>,
    /// Where each letter stands in the folded text.
    pub places: Vec<usize>,
    /// The number of the run it begins with.
    pub position: usize,
}

/// All initials of a title, each once. A title of more than two dozen words is a text, and has
/// none.
pub(super) fn of(title: &Folded) -> Vec<Initials> {
    let mut found: Vec<Initials> = Vec::new();
    if title.runs().len() > MOST_WORDS {
        return found;
    }
    for script in [Script::Latin, Script::Arabic] {
        let words = parts(title, script);
        let named: Vec<Part> = words.iter().copied().filter(|part| !part.joining).collect();
        collect(title, &named, 1, &mut found);
        match script {
            // With its small words: `DoS`.
            Script::Latin => collect(title, &words, 1, &mut found),
            _ => {
                // Three Arabic letters are too easily a word, or sound like one.
                found.retain(|initials| {
                    initials.word.len() > 3 || initials.word.iter().all(u8::is_ascii)
                });
                collect(title, &named, 2, &mut found);
            }
        }
    }
    found
}

/// Whether any [initials](of) of a title may begin so, by the letters that give initials: one after
/// the other they have to be there.
pub(super) fn may_begin(typed: &[u8], title: &Folded) -> bool {
    let runs = title.runs();
    let Some(&first) = typed.first() else {
        return true;
    };
    if runs.len() > MOST_WORDS || typed.len() > MOST_LETTERS {
        return false;
    }
    let (script, most) = match first.is_ascii() {
        true => (Script::Latin, 1),
        false => (Script::Arabic, 2),
    };
    let mut wanted = typed.iter();
    let mut next = wanted.next();
    for run in runs.iter().filter(|run| run.script == script) {
        let symbols = title.slice(run.start as usize, run.end as usize);
        let behind = clitic::article(symbols).unwrap_or(0);
        for symbol in symbols.iter().skip(behind).take(most) {
            if next == Some(symbol) {
                next = wanted.next();
            }
        }
    }
    next.is_none()
}

/// Where the letters of a word stand that initials of a title [begin](of) with; none where they do not.
/// Only what is needed for that is made.
pub(super) fn places_of(typed: &[u8], title: &Folded) -> Option<Vec<usize>> {
    if typed.is_empty() || !may_begin(typed, title) {
        return None;
    }
    let is_latin = typed.iter().all(u8::is_ascii);
    let words = parts(
        title,
        if is_latin {
            Script::Latin
        } else {
            Script::Arabic
        },
    );
    let named: Vec<Part> = words.iter().copied().filter(|part| !part.joining).collect();
    let ways = match is_latin {
        true => [(&named, 1), (&words, 1)],
        false => [(&named, 1), (&named, 2)],
    };
    let mut found = ways.into_iter().flat_map(|(parts, length)| {
        beginnings(parts).filter_map(move |(_, rest)| {
            let letters = places(rest, length).count();
            // As there three Arabic letters are none.
            let are_initials = letters >= FEWEST && (is_latin || length > 1 || letters > 3);
            let mut at = places(rest, length);
            let begins = typed.iter().all(|letter| {
                at.next()
                    .is_some_and(|at| title.slice(at, at + 1) == [*letter])
            });
            (are_initials && begins).then(|| places(rest, length).take(typed.len()).collect())
        })
    });
    found.next()
}

/// The initials of a title as one text, for an index.
#[must_use]
pub fn initials(title: &str) -> String {
    let mut text = String::new();
    for initials in of(&fold(title)) {
        text.extend(
            initials
                .word
                .iter()
                .map(|&symbol| super::fold::letter(symbol)),
        );
        text.push(' ');
    }
    text
}

/// The words of a query that may be the initials of any text, which need not be a title: they have three
/// letters or more, and of Latin words only capitals are initials.
#[derive(Debug)]
pub struct Abbreviations<'q>(Vec<&'q [u8]>);

/// A text of more words has no initials.
const MOST_WORDS: usize = 24;
/// Shorter words are the initials of too much.
const SHORTEST: usize = 3;
/// An initial is one of the first so many letters of an Arabic word: clitics may stand before it.
const BEHIND: usize = 6;

impl<'q> Abbreviations<'q> {
    /// Those of a query.
    #[must_use]
    pub fn of(query: &'q Query) -> Self {
        let clauses = query.clauses().iter().filter(|clause| !clause.not);
        let words = clauses.flat_map(Clause::plain_words);
        let words = words.filter(|word| {
            (SHORTEST..=MOST_LETTERS).contains(&word.len()) && !word.iter().any(u8::is_ascii_digit)
        });
        Self(words.collect())
    }

    /// The initials of a text that begin as one of them, for an index; nothing for nearly all texts.
    #[must_use]
    pub fn in_text(&self, text: &str) -> String {
        let mut found = String::new();
        let words: Vec<&[u8]> = self
            .0
            .iter()
            .copied()
            .filter(|word| may_be(word, text))
            .collect();
        if words.is_empty() {
            return found;
        }
        let folded = fold(text);
        let is_small = |&at: &usize| {
            let letter = text.get(folded.place(at, at + 1)).unwrap_or_default();
            letter.starts_with(char::is_lowercase)
        };
        for initials in of(&folded) {
            let begins = |word: &&[u8]| {
                let places = initials.places.iter().take(word.len());
                initials.word.starts_with(word) && !places.into_iter().any(is_small)
            };
            if words.iter().any(begins) {
                let letters = initials.word.iter();
                found.extend(letters.map(|&symbol| super::fold::letter(symbol)));
                found.push(' ');
            }
        }
        found
    }
}

/// Whether the letters of a word are, one after the other, among those that may be initials of a text.
fn may_be(word: &[u8], text: &str) -> bool {
    let mut wanted = word.iter();
    let mut next = wanted.next();
    let (mut letters, mut words, mut in_word) = (0, 0, false);
    for c in text.chars() {
        if !c.is_alphanumeric() {
            letters = 0;
            in_word &= !c.is_whitespace();
            continue;
        }
        // A long text has none, and is not read to its end.
        words += usize::from(!in_word);
        in_word = true;
        if words > MOST_WORDS {
            return false;
        }
        let symbol = symbol(c);
        let initial = match symbol {
            Some(symbol) if !symbol.is_ascii() => letters < BEHIND,
            _ => letters == 0 && !c.is_lowercase(),
        };
        letters += 1;
        // What is several letters in one, or one with its mark, may be any.
        if initial && next.is_some() && symbol.is_none_or(|symbol| Some(&symbol) == next) {
            next = wanted.next();
        }
    }
    next.is_none()
}

/// A word that may give an initial.
#[derive(Clone, Copy)]
struct Part {
    position: usize,
    start: usize,
    letters: usize,
    joining: bool,
}

fn is_joining(word: &[u8]) -> bool {
    word.len() < 2 || JOINS.get(word).is_some()
}

/// The words of a script in a title, behind their articles.
fn parts(title: &Folded, script: Script) -> Vec<Part> {
    let runs = (0..).zip(title.runs());
    let runs = runs.filter(|(_, run)| run.script == script);
    let part = runs.map(|(position, run)| {
        let symbols = title.slice(run.start as usize, run.end as usize);
        let behind = clitic::article(symbols).unwrap_or(0);
        Part {
            position,
            start: run.start as usize + behind,
            letters: symbols.len() - behind,
            joining: is_joining(symbols),
        }
    });
    part.collect()
}

/// The parts from each on that initials may begin with.
fn beginnings(parts: &[Part]) -> impl Iterator<Item = (&Part, &[Part])> {
    let rests = (0..).map_while(|number| parts.get(number..));
    let begins = parts.iter().zip(rests).take(MOST_BEGINNINGS);
    begins.filter(|(first, rest)| !first.joining && rest.len() >= FEWEST)
}

/// Where the initials of parts stand, with so many letters of each.
fn places(parts: &[Part], length: usize) -> impl Iterator<Item = usize> {
    let places = parts
        .iter()
        .flat_map(move |part| part.start..part.start + length.min(part.letters));
    places.take(MOST_LETTERS)
}

fn collect(title: &Folded, parts: &[Part], length: usize, found: &mut Vec<Initials>) {
    for (first, rest) in beginnings(parts) {
        let places: Vec<usize> = places(rest, length).collect();
        let letters = places.iter().flat_map(|&at| title.slice(at, at + 1));
        let word: Vec<u8> = letters.copied().collect();
        if word.len() >= FEWEST && found.iter().all(|other| other.word != word) {
            found.push(Initials {
                word,
                places,
                position: first.position,
            });
        }
    }
}

#[cfg(test)]
mod tests;
