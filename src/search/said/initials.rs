//! Letters that were typed each by itself are initials: `w s i s`, ف ت ب ق.

use crate::search::fold::{Folded, Run, Script};
use crate::search::query::{Choice, Clause, Form, Mode, Term};
use std::ops::{Range, RangeInclusive};

/// Fewer letters apart are no initials, and no abbreviation has more.
const LETTERS: RangeInclusive<usize> = 3..=12;

/// The word that all letters of a query make, or begin while they are typed; what has each of them by itself
/// answers too. None where they are no initials.
pub(super) fn apart(
    folded: &Folded,
    clauses: &[(Range<usize>, Clause)],
) -> Option<(Range<usize>, Clause)> {
    let runs = folded.runs();
    let (first, last) = (runs.first()?, runs.last()?);
    let is_letter = |run: &Run| run.len() == 1 && run.script == first.script;
    let is_word = first.script != Script::Digits && runs.iter().all(is_letter);
    if !is_word || !LETTERS.contains(&runs.len()) || runs.len() != clauses.len() {
        return None;
    }
    let together = folded.slice(first.start as usize, last.end as usize);
    let mut clause = Clause::words(vec![vec![Form {
        mode: Mode::Begun,
        ..Form::plain(together)
    }]]);
    // One that was typed twice says nothing new.
    let mut apart: Vec<Term> = Vec::new();
    let letters = clauses
        .iter()
        .filter_map(|(_, letter)| letter.options.first());
    for letter in letters.flatten() {
        if !apart.contains(letter) {
            apart.push(letter.clone());
        }
    }
    // Each begins very many words. The last one may be half typed.
    if let Some((_, before)) = apart.split_last_mut() {
        let forms = before.iter_mut().flatten();
        forms.for_each(|form| form.mode = Mode::Word);
    }
    clause.options.push(apart);
    clause.choice = Choice::Any;
    Some((0..runs.len(), clause))
}
