//! What was typed, of what was read from it.

use super::fold::fold;
use super::query::{Clause, Small};
use super::{Query, Set};
use std::sync::Arc;

impl Query {
    /// A field, by its number, and a value that it knows, and no document has.
    #[must_use]
    pub fn empty_value(&self) -> Option<(usize, &str)> {
        let (field, value) = self.empty.as_ref()?;
        Some((*field, value))
    }

    /// What was typed, where people ask and it is words, without operators and fields.
    #[must_use]
    pub fn only_words(&self) -> Option<&str> {
        let only = self.asks() && self.fields().next().is_none();
        only.then_some(self.called.as_str())
    }

    /// The same, where the documents of a set only are meant: what is left out, and what has the most, is told from
    /// these.
    #[must_use]
    pub fn within(&self, among: &Arc<Set>) -> Self {
        let mut query = self.clone();
        query.clauses.push(Clause {
            sets: vec![Arc::clone(among)],
            unsaid: true,
            ..Clause::none(false)
        });
        query
    }

    /// The words that say what is asked for, as they were typed, without those that only join them; none where
    /// anything else was typed.
    #[must_use]
    pub fn said_words(&self) -> Option<Vec<&str>> {
        let mut said = Vec::new();
        for (place, clause) in self.clauses().iter().enumerate() {
            if matches!(clause.small, Small::No | Small::Aside | Small::Subject) && !clause.unsaid {
                said.push(self.typed_whole(place)?);
            }
        }
        Some(said)
    }

    /// What was typed for a clause: a word, or a code, which has several.
    pub(super) fn typed_whole(&self, clause: usize) -> Option<&str> {
        self.typed(clause).or_else(|| {
            let words = self.clauses().get(clause)?.options.first()?;
            let forms = words.iter().filter_map(|term| term.first());
            let meant: Vec<u8> = forms.flat_map(|form| form.word.clone()).collect();
            let mut typed = self.called.split_whitespace();
            typed.find(|typed| {
                let folded = fold(typed);
                folded.words().flat_map(|word| word.symbols).eq(&meant)
            })
        })
    }

    /// The plain word of a clause as it was typed.
    pub(super) fn typed(&self, clause: usize) -> Option<&str> {
        self.as_typed(self.clauses.get(clause)?.plain_word()?)
    }

    /// A folded word as it was typed.
    #[must_use]
    pub fn as_typed(&self, word: &[u8]) -> Option<&str> {
        let mut typed = self.called.split_whitespace();
        typed.find(|typed| fold(typed).words().any(|one| one.symbols == word))
    }
}
