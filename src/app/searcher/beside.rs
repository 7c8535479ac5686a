//! A thread that searches beside the one that draws.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::super::Shelf;
use super::super::shelf::put_away;
use super::{Answer, Question, Searcher};

/// Searches on a thread of its own, one question at a time. A new question takes the place of one
/// that was not begun; one that was begun is given up where that is easy, and its answer dropped.
pub struct Beside {
    desk: Arc<Desk>,
}

/// What lies between the two threads.
#[derive(Default)]
struct Desk {
    papers: Mutex<Papers>,
    /// Something is to be done.
    asked: Condvar,
    /// The answer to the newest question is there.
    answered: Condvar,
    /// The number of the newest question.
    newest: AtomicU64,
}

#[derive(Default)]
struct Papers {
    question: Option<Question>,
    answer: Option<Answer>,
    /// A shelf whose index is to be made when there is no question.
    shelf: Option<Arc<Shelf>>,
    /// A question has no answer as yet.
    waiting: bool,
    /// Whoever asked has stopped waiting, and is to be woken.
    wake: bool,
    over: bool,
}

impl Desk {
    fn papers(&self) -> MutexGuard<'_, Papers> {
        self.papers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Until it is over: answers questions, and makes indexes in between.
    fn work(&self, wake: &dyn Fn()) {
        let mut papers = self.papers();
        while !papers.over {
            if let Some(question) = papers.question.take() {
                drop(papers);
                let number = question.number;
                let wanted = || self.newest.load(Ordering::Relaxed) == number;
                let answer = question.answer(&wanted);
                // A state that nobody else has any more is not let go of while someone waits to ask.
                put_away(question.shelf);
                papers = self.papers();
                if wanted() {
                    papers.answer = Some(answer);
                    papers.waiting = false;
                    self.answered.notify_all();
                    if std::mem::take(&mut papers.wake) {
                        wake();
                    }
                }
            } else if let Some(shelf) = papers.shelf.take() {
                drop(papers);
                shelf.finder();
                // What fields and filters offer takes a while in a large library: no question waits
                // for it that does not ask of them.
                let offers = thread::Builder::new().name("offers".to_owned());
                drop(offers.spawn(move || shelf.make_offers()));
                papers = self.papers();
            } else {
                papers = self
                    .asked
                    .wait(papers)
                    .unwrap_or_else(PoisonError::into_inner);
            }
        }
    }
}

impl Beside {
    /// Starts the thread; none where the system gives no more threads. `wake` is called when an
    /// answer has come for which nobody waits any longer.
    #[must_use]
    pub fn start(wake: impl Fn() + Send + 'static) -> Option<Self> {
        let desk: Arc<Desk> = Arc::default();
        let worker = Arc::clone(&desk);
        let thread = thread::Builder::new().name("search".to_owned());
        thread.spawn(move || worker.work(&wake)).ok()?;
        Some(Self { desk })
    }
}

impl Searcher for Beside {
    fn ask(&mut self, question: Question) -> Option<Answer> {
        self.desk.newest.store(question.number, Ordering::Relaxed);
        let mut papers = self.desk.papers();
        papers.answer = None;
        papers.waiting = true;
        let old = papers.question.replace(question);
        self.desk.asked.notify_all();
        drop(papers);
        if let Some(old) = old {
            put_away(old.shelf);
        }
        None
    }

    fn answer(&mut self, longest: Duration) -> Option<Answer> {
        let papers = self.desk.papers();
        let (mut papers, _) = self
            .desk
            .answered
            .wait_timeout_while(papers, longest, |papers| papers.waiting)
            .unwrap_or_else(PoisonError::into_inner);
        papers.wake = papers.waiting;
        papers.answer.take()
    }

    fn prepare(&mut self, shelf: &Arc<Shelf>) {
        let mut papers = self.desk.papers();
        let old = papers.shelf.replace(Arc::clone(shelf));
        self.desk.asked.notify_all();
        drop(papers);
        old.into_iter().for_each(put_away);
    }
}

impl Drop for Beside {
    /// The thread ends by itself, after what it has in hand; that is not waited for.
    fn drop(&mut self) {
        self.desk.papers().over = true;
        self.desk.asked.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;
    use crate::library::Library;
    use crate::report::Language;

    /// Longer than any answer takes.
    const LONG: Duration = Duration::from_secs(60);

    fn question(number: u64, shelf: &Arc<Shelf>, text: &str) -> Question {
        Question {
            number,
            shelf: Arc::clone(shelf),
            text: text.to_owned(),
            caret: text.len(),
            language: Language::English,
            deferred: Vec::new(),
            today: (2026, 11, 23),
        }
    }

    #[test]
    fn only_the_newest_question_is_answered_and_who_does_not_wait_is_woken() {
        let shelf = Arc::new(Shelf::new(Library::built_in()));
        let (sender, woken) = mpsc::channel();
        let mut beside = Beside::start(move || _ = sender.send(())).unwrap();
        for number in 1..=20 {
            beside.ask(question(number, &shelf, "council"));
        }
        beside.ask(question(21, &shelf, "27"));
        let answer = beside.answer(LONG).unwrap();
        assert_eq!(answer.number, 21);
        let there = question(21, &shelf, "27").answer(&|| true);
        assert_eq!(answer.found.hits, there.found.hits);
        assert!(beside.answer(Duration::ZERO).is_none(), "each once");

        // Asked, and not waited for: either it is there at once, or one is woken.
        beside.ask(question(22, &shelf, "council"));
        let answer = beside.answer(Duration::ZERO).or_else(|| {
            woken.recv_timeout(LONG).unwrap();
            beside.answer(Duration::ZERO)
        });
        assert_eq!(answer.unwrap().number, 22);
    }

    #[test]
    fn an_index_is_made_ahead_of_the_question() {
        let shelf = Arc::new(Shelf::new(Library::built_in()));
        let mut beside = Beside::start(|| ()).unwrap();
        beside.prepare(&shelf);
        // Whoever asks for it waits for who is making it, or makes it.
        shelf.finder();
        assert!(shelf.is_indexed());
        beside.ask(question(1, &shelf, "27"));
        assert_eq!(beside.answer(LONG).unwrap().number, 1);
    }
}
