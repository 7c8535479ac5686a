//! What was typed, as words to look for.

use super::fold::{Folded, LONGEST_WORD, Link, fold, symbols, words};
use super::name;
use std::ops::Range;

/// At most so many words of a query count; the rest is not read.
pub const MOST_WORDS: usize = 32;
/// At most so many bytes of a query are read.
const LONGEST: usize = 16 * 1024;

/// A query: what a document must have, and what it must not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    clauses: Vec<Clause>,
    /// What was typed as a name, where it may be one.
    name: Vec<u8>,
}

/// One thing that a document must have, in one of several ways, or must not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    /// It must not have it.
    pub not: bool,
    /// Which of the options count.
    pub choice: Choice,
    /// Words that must all be there; never empty.
    pub options: Vec<Vec<Term>>,
}

/// Which options of a clause count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// Each of them.
    Any,
    /// The first that any document has; where none has, the last.
    First,
}

/// A word to look for, in any of several forms; never empty.
pub(super) type Term = Vec<Form>;

/// A form of a word that was typed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Form {
    /// Its symbols.
    pub word: Vec<u8>,
    /// How it must be met.
    pub mode: Mode,
    /// What it is worth less than the word as typed, in the units of the table in
    /// [`super::score`].
    pub penalty: u8,
}

/// How a word must be met in the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(dead_code, reason = "the grammar of queries asks for all of them")]
pub(super) enum Mode {
    /// In any way that the search knows, with slips where little else is found.
    Plain,
    /// With just these letters, anywhere in a word: no slip, no article taken off.
    Exact,
    /// As the whole word, clitics apart.
    Word,
}

impl Form {
    /// A word as it was typed.
    pub fn plain(word: &[u8]) -> Self {
        Self {
            word: word.to_vec(),
            mode: Mode::Plain,
            penalty: 0,
        }
    }
}

impl Clause {
    /// One word as it was typed.
    fn word(word: &[u8]) -> Self {
        Self {
            not: false,
            choice: Choice::Any,
            options: vec![vec![vec![Form::plain(word)]]],
        }
    }

    /// How many words it looks for.
    fn len(&self) -> usize {
        self.options.iter().map(Vec::len).sum()
    }
}

impl Query {
    /// Reads what was typed. The first 16 KiB are read, the first 32 different words count, and
    /// of each word the first 48 letters.
    ///
    /// A code that is nowhere written as one is taken as its parts; digits that were typed apart
    /// are taken as one number where no document has the parts.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut end = LONGEST.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let text = text.get(..end).unwrap_or_default();
        let folded = fold(text);
        let mut clauses: Vec<Clause> = Vec::new();
        let mut read = 0;
        let mut count = 0;
        for chain in words::chains(&folded) {
            if chain.start < read {
                continue;
            }
            let mut word = Vec::new();
            let terms =
                |parts: Vec<Vec<u8>>| parts.iter().map(|part| vec![Form::plain(part)]).collect();
            let clause = if let Some(groups) = telephone(&folded, chain.start, &mut word) {
                read = chain.start + groups;
                Clause {
                    not: false,
                    choice: Choice::First,
                    options: vec![
                        terms(parts(&folded, chain.start..read)),
                        vec![vec![Form::plain(&word)]],
                    ],
                }
            } else {
                read = chain.end;
                words::join(&folded, chain.clone(), &mut word);
                let mut clause = Clause::word(&word);
                if chain.len() > 1 {
                    clause.choice = Choice::First;
                    clause.options.push(terms(parts(&folded, chain)));
                }
                clause
            };
            if clauses.contains(&clause) {
                continue;
            }
            count += clause.len();
            if count > 2 * MOST_WORDS {
                break;
            }
            clauses.push(clause);
            if clauses.len() == MOST_WORDS {
                break;
            }
        }
        Self {
            clauses,
            name: name::of(text),
        }
    }

    /// Whether no word to look for was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// The words of the query as one, without blanks and Arabic articles: what ways of writing the
    /// same name have in common.
    pub(super) fn name(&self) -> &[u8] {
        &self.name
    }

    pub(super) fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// Whether only a number was typed.
    pub(super) fn is_number(&self) -> bool {
        let [clause] = self.clauses.as_slice() else {
            return false;
        };
        let forms = clause.options.iter().flatten().flatten();
        clause.options.len() == 1 && forms.into_iter().all(|form| symbols::is_number(&form.word))
    }
}

/// The groups of a telephone number that begins at a run, unless it would end inside a code.
fn telephone(folded: &Folded, start: usize, word: &mut Vec<u8>) -> Option<usize> {
    let groups = words::telephone(folded, start, word)?;
    let after = folded
        .runs()
        .get(start + groups)
        .map_or(Link::None, |run| run.link);
    matches!(after, Link::None | Link::Space).then_some(groups)
}

/// Runs with nothing between them are one part.
fn parts(folded: &Folded, runs: Range<usize>) -> Vec<Vec<u8>> {
    let mut parts: Vec<Vec<u8>> = Vec::new();
    for run in folded.runs().get(runs).unwrap_or_default() {
        let symbols = folded.slice(run.start as usize, run.end as usize);
        match parts.last_mut().filter(|_| run.link == Link::Direct) {
            Some(part) => {
                part.extend_from_slice(symbols);
                part.truncate(LONGEST_WORD);
            }
            None => parts.push(symbols.to_vec()),
        }
    }
    let mut seen = std::collections::HashSet::new();
    parts.retain(|part| seen.len() < MOST_WORDS && seen.insert(part.clone()));
    parts
}
