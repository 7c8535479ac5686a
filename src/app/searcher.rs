//! Who searches while one types: each question has a number, and only the answer to the newest one
//! is of any use.

mod beside;

use std::sync::Arc;
use std::time::Duration;

use crate::library::Key;
use crate::report::Language;
use crate::search::Query;

use super::Shelf;
use super::fields::{Completion, completions};
use super::finder::{Found, Inquiry};

pub use beside::Beside;

/// How many hits a search keeps at hand.
const HITS: usize = 200;

/// What was typed, and where it is to be looked for.
pub struct Question {
    /// Counts the questions; the newest has the largest.
    pub number: u64,
    /// What is searched.
    pub shelf: Arc<Shelf>,
    /// What was typed.
    pub text: String,
    /// Where the caret stands, in bytes of the text.
    pub caret: usize,
    /// The language of the interface.
    pub language: Language,
    /// Items that are deferred besides what the library tells so: in the call that is on.
    pub deferred: Vec<Key>,
    /// The day on which it is asked.
    pub today: (i32, u8, u8),
}

/// What a question came to.
#[derive(Debug, Default)]
pub struct Answer {
    /// The number of the question.
    pub number: u64,
    /// The query that was read from the text.
    pub query: Query,
    /// What was found.
    pub found: Found,
    /// How the query may go on at the caret.
    pub completions: Vec<Completion>,
}

impl Question {
    /// Searches; makes the index first, where it is not there. While `wanted` says no, as it may
    /// from some time on, what is answered does not matter, and is had the sooner.
    #[must_use]
    pub fn answer(&self, wanted: &dyn Fn() -> bool) -> Answer {
        let (finder, library) = (self.shelf.finder(), &self.shelf.library);
        let query = finder.read_with(library, &self.text, &self.deferred);
        let inquiry = Inquiry {
            today: Some(self.today),
            deferred: &self.deferred,
            ..Inquiry::of(library, &query, HITS)
        };
        let found = finder.search_while(inquiry, wanted);
        // The first one is in hand next: what leads to it is not left to the thread that draws.
        if let Some((first, _)) = found.hits.first().filter(|_| wanted()) {
            let _ = library.links(*first);
        }
        Answer {
            number: self.number,
            query,
            found,
            completions: completions(
                &self.text,
                self.caret,
                library,
                finder.values(),
                self.language,
            ),
        }
    }
}

/// Answers questions.
pub trait Searcher {
    /// Takes a question; what was asked before is no longer of interest. Gives the answer where it is
    /// to be had at once.
    fn ask(&mut self, question: Question) -> Option<Answer>;

    /// The answer to the question asked last, or to one before it, waiting for it at the longest so
    /// long; each once.
    fn answer(&mut self, longest: Duration) -> Option<Answer>;

    /// A shelf will be asked about: its index can be made ahead of time.
    fn prepare(&mut self, shelf: &Arc<Shelf>);
}

/// Answers at once, on the same thread: for tests, and where each answer is waited for anyhow.
pub struct InStep;

impl Searcher for InStep {
    fn ask(&mut self, question: Question) -> Option<Answer> {
        Some(question.answer(&|| true))
    }

    fn answer(&mut self, _: Duration) -> Option<Answer> {
        None
    }

    fn prepare(&mut self, _: &Arc<Shelf>) {}
}
