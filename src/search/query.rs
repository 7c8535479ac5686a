//! What was typed, as words to look for.

use super::fold::{Folded, LONGEST_WORD, Link, fold, symbols, words};
use super::tier;
use std::ops::Range;

/// At most so many words of a query count; the rest is not read.
pub const MOST_WORDS: usize = 32;
/// At most so many bytes of a query are read.
const LONGEST: usize = 16 * 1024;

/// A query: any words, in any order, all of which a document must have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    terms: Vec<Term>,
}

/// How a word of a query was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// As one run.
    Word,
    /// As a code: C26/35.
    Code,
    /// As digits with blanks, which may be one number or several: 730 51 00.
    Apart,
}

/// A word to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    pub form: Form,
    /// The word; a code is joined: C26/35 is c2635.
    pub word: Vec<u8>,
    /// Its stretches without a joiner or a blank, where there are several: c26, 35.
    pub parts: Vec<Vec<u8>>,
}

impl Query {
    /// Reads what was typed. The first 16 KiB are read, the first 32 different words count, and
    /// of each word the first 48 letters.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut end = LONGEST.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let folded = fold(text.get(..end).unwrap_or_default());
        let mut terms: Vec<Term> = Vec::new();
        let mut read = 0;
        for chain in words::chains(&folded) {
            if chain.start < read {
                continue;
            }
            let mut word = Vec::new();
            let form = if let Some(groups) = telephone(&folded, chain.start, &mut word) {
                read = chain.start + groups;
                Form::Apart
            } else {
                read = chain.end;
                words::join(&folded, chain.clone(), &mut word);
                if chain.len() > 1 {
                    Form::Code
                } else {
                    Form::Word
                }
            };
            if terms.iter().any(|term| term.word == word) {
                continue;
            }
            let parts = if form == Form::Word {
                Vec::new()
            } else {
                parts(&folded, chain.start..read)
            };
            terms.push(Term { form, word, parts });
            if terms.len() == MOST_WORDS {
                break;
            }
        }
        Self { terms }
    }

    /// Whether no word to look for was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The words of the query as one, without blanks and Arabic articles: what ways of writing the
    /// same name have in common. Only good for comparing with that of another query.
    #[must_use]
    pub fn name(&self) -> Vec<u8> {
        let mut name = Vec::new();
        for term in &self.terms {
            name.extend_from_slice(tier::without_article(&term.word).unwrap_or(&term.word));
        }
        name
    }

    pub(super) fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Whether only a number was typed.
    pub(super) fn is_number(&self) -> bool {
        matches!(self.terms.as_slice(), [term] if symbols::is_number(&term.word))
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
    parts.truncate(MOST_WORDS);
    parts
}
