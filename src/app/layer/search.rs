//! Searching everything as one types: the question, and the answer when it has come.

use std::sync::Arc;
use std::time::Duration;

use crate::library::Key;
use crate::search::Query;

use super::super::deferred::put_off_now;
use super::super::fields::{Completion, of_word};
use super::super::finder::Found;
use super::super::input::Input;
use super::super::replace::outward;
use super::super::searcher::{Answer, Question};
use super::super::{App, Reading};
use super::Layer;

/// A search as one types. What was found belongs together; while an answer is
/// [awaited](Self::is_searching) it is that of what was typed before.
#[derive(Default)]
pub struct SearchLayer {
    /// What was typed.
    pub input: Input,
    /// The query that was answered.
    pub query: Query,
    /// What was found.
    pub found: Found,
    /// How the query may go on at the caret.
    pub completions: Vec<Completion>,
    /// The hit in hand.
    pub selected: usize,
    /// The first hit that was seen when it was last drawn.
    pub offset: usize,
    /// What was being read when the search was opened; it is given back when it closes.
    pub(in crate::app) before: Reading,
    /// The question that is not answered as yet.
    pub(in crate::app) asked: Option<Asked>,
    /// Whether what was found is that of a part of the library, all of which is there now.
    pub(in crate::app) of_a_part: bool,
}

/// A question that was asked.
#[derive(Clone, Copy)]
pub(in crate::app) struct Asked {
    pub number: u64,
    /// Whether something else was typed; else the same is looked for in another state of the library,
    /// and the hit in hand stays in hand.
    pub typed: bool,
}

impl SearchLayer {
    /// Whether what was found is not yet that of what was typed.
    #[must_use]
    pub fn is_searching(&self) -> bool {
        self.asked.is_some_and(|asked| asked.typed)
    }

    /// Whether there may be more than was found: the library was not whole when it was asked.
    #[must_use]
    pub const fn is_of_a_part(&self) -> bool {
        self.of_a_part
    }

    /// The record of the hit in hand.
    #[must_use]
    pub fn in_hand(&self) -> Option<Key> {
        self.found.hits.get(self.selected).map(|(key, _)| *key)
    }

    /// The records of the hits.
    pub(in crate::app) fn keys(&self) -> Vec<Key> {
        self.found.hits.iter().map(|(key, _)| *key).collect()
    }

    /// Puts other hits in; of these records the first that is among them comes in hand, at the place
    /// on the screen of the one that was.
    pub(in crate::app) fn put_in(&mut self, hits: Vec<(Key, u32)>, near: &[Key]) {
        let above = self.selected.saturating_sub(self.offset);
        let place = |wanted: &Key| hits.iter().position(|(key, _)| key == wanted);
        match near.iter().find_map(place) {
            Some(place) => {
                self.selected = place;
                self.offset = place.saturating_sub(above);
            }
            None => self.selected = self.selected.min(hits.len().saturating_sub(1)),
        }
        self.found.hits = hits;
    }

    /// Whether the query may go on in a way for which no answer is waited: a word that begins like the
    /// name of a field.
    pub(in crate::app) fn names_field(&self) -> bool {
        let of_word = of_word(self.input.text(), self.input.caret().at);
        of_word.is_some_and(|ways| !ways.is_empty())
    }

    /// Puts in the first way in which the query may go on; says whether there was one.
    pub(in crate::app) fn complete(&mut self, rtl: bool) -> bool {
        let Some(first) = self.completions.first() else {
            return false;
        };
        self.input.replace(first.place.clone(), &first.text, rtl);
        true
    }
}

impl App {
    /// Asks for what stands in the search on top, where one does. `typed` says whether something else
    /// was typed; else the library is another.
    pub(in crate::app) fn ask(&mut self, typed: bool) {
        let today = self.today();
        let Some(Layer::Search(search)) = self.layers.last_mut() else {
            return;
        };
        self.questions += 1;
        let number = self.questions;
        search.asked = Some(Asked { number, typed });
        let text = search.input.text();
        if let Some(completions) = of_word(text, search.input.caret().at) {
            search.completions = completions;
        }
        if text.trim().is_empty() {
            // Nothing is looked for, and no index is waited for.
            self.take_answer(Answer {
                number,
                ..Answer::default()
            });
            return;
        }
        let answer = self.searcher.ask(Question {
            number,
            shelf: Arc::clone(&self.shelf),
            text: text.to_owned(),
            caret: search.input.caret().at,
            language: self.language,
            deferred: put_off_now(&self.shelf.library, self.call.on()).collect(),
            today,
        });
        if let Some(answer) = answer {
            self.take_answer(answer);
        }
    }

    /// Takes the answer to what was asked last, waiting for it at the longest so long; says whether
    /// it has come. An answer to anything else is dropped.
    pub fn hear(&mut self, longest: Duration) -> bool {
        while self.awaits_answer() {
            let Some(answer) = self.searcher.answer(longest) else {
                return false;
            };
            if self.take_answer(answer) {
                return true;
            }
        }
        false
    }

    fn take_answer(&mut self, answer: Answer) -> bool {
        let Some(Layer::Search(search)) = self.layers.last_mut() else {
            return false;
        };
        let asked = search.asked.filter(|asked| asked.number == answer.number);
        let Some(asked) = asked else { return false };
        search.asked = None;
        search.of_a_part = false;
        search.query = answer.query;
        search.completions = answer.completions;
        if asked.typed {
            search.found = answer.found;
            search.selected = 0;
        } else {
            let keys = search.keys();
            let near = outward(search.selected, keys.len()).filter_map(|at| keys.get(at).copied());
            let near: Vec<Key> = near.collect();
            let mut found = answer.found;
            let hits = std::mem::replace(&mut found.hits, std::mem::take(&mut search.found.hits));
            search.found = found;
            search.put_in(hits, &near);
        }
        self.release();
        true
    }

    /// Whether a search has asked and not been answered as yet.
    #[must_use]
    pub fn awaits_answer(&self) -> bool {
        matches!(self.layers.last(), Some(Layer::Search(search)) if search.asked.is_some())
    }

    /// Whether what was typed last in the search on top is not answered as yet.
    #[must_use]
    pub fn is_searching(&self) -> bool {
        matches!(self.layers.last(), Some(Layer::Search(search)) if search.is_searching())
    }
}
