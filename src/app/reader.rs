//! Who reads the history, or a file of the library, while one goes on: however long that takes, no key waits
//! for it. What is to be read, and what the screen then does with it, are handed over together.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use super::App;
use crate::library::keep::Keeper;

/// What the screen does with what was read. The person has gone on meanwhile: it sees for itself whether
/// that is still wanted.
pub type Answer = Box<dyn FnOnce(&mut App) + Send>;

/// Something that is to be read.
pub type Question = Box<dyn FnOnce(&Keeper) -> Answer + Send>;

/// Reads what is asked for.
pub trait Reader {
    /// Takes a question; those taken before it are answered before it.
    fn ask(&mut self, question: Question);

    /// The next answer, waiting for it at the longest so long; each once, in their order.
    fn answer(&mut self, longest: Duration) -> Option<Answer>;
}

/// What was asked of the reader.
#[derive(Default)]
pub(super) struct Asked {
    /// None where the library is the one that is built in.
    reader: Option<Box<dyn Reader>>,
    /// So many questions have no answer as yet.
    open: usize,
    /// One of them was asked since it was last looked.
    is_fresh: bool,
}

impl App {
    /// Has another read the history from now on.
    pub fn read_with(&mut self, start: impl FnOnce(Arc<Keeper>) -> Option<Box<dyn Reader>>) {
        let Some(keeper) = &self.desk.keeper else {
            return;
        };
        if let Some(reader) = start(Arc::clone(keeper)) {
            self.asked.reader = Some(reader);
        }
    }

    /// Has something read of the history, and goes on with it when it is there. Where there is no history,
    /// nothing is done.
    pub(in crate::app) fn read_history<T: Send + 'static>(
        &mut self,
        read: impl FnOnce(&Keeper) -> T + Send + 'static,
        then: impl FnOnce(&mut Self, T) + Send + 'static,
    ) {
        let Some(reader) = &mut self.asked.reader else {
            return;
        };
        reader.ask(Box::new(move |keeper| {
            let read = read(keeper);
            Box::new(move |app| then(app, read))
        }));
        self.asked.open += 1;
        self.asked.is_fresh = true;
        while self.hear_reader(Duration::ZERO) {}
    }

    /// Goes on with what was read next, waiting for it at the longest so long; says whether something was.
    pub fn hear_reader(&mut self, longest: Duration) -> bool {
        if self.asked.open == 0 {
            return false;
        }
        let reader = self.asked.reader.as_mut();
        let Some(answer) = reader.and_then(|reader| reader.answer(longest)) else {
            return false;
        };
        self.asked.open -= 1;
        answer(self);
        true
    }

    /// Whether something is to be read that was not when this was last asked: it may be there so soon
    /// that one frame is enough.
    pub fn has_asked(&mut self) -> bool {
        std::mem::take(&mut self.asked.is_fresh) && self.asked.open > 0
    }
}

/// One who reads at once, on the same thread: for tests, and where there is no screen that would stand
/// still.
pub struct InStep {
    keeper: Arc<Keeper>,
    answers: VecDeque<Answer>,
}

impl InStep {
    /// One who reads by this keeper.
    #[must_use]
    pub const fn new(keeper: Arc<Keeper>) -> Self {
        Self {
            keeper,
            answers: VecDeque::new(),
        }
    }
}

impl Reader for InStep {
    fn ask(&mut self, question: Question) {
        self.answers.push_back(question(&self.keeper));
    }

    fn answer(&mut self, _: Duration) -> Option<Answer> {
        self.answers.pop_front()
    }
}

/// Reads on a thread of its own, which ends by itself when nobody can ask any more.
pub struct Beside {
    questions: Sender<Question>,
    answers: Receiver<Answer>,
}

impl Beside {
    /// Starts the thread, which reads by this keeper; none where the system gives no more threads.
    /// `wake` is called when something has been read.
    #[must_use]
    pub fn start(keeper: Arc<Keeper>, wake: impl Fn() + Send + 'static) -> Option<Self> {
        let (questions, asked) = mpsc::channel::<Question>();
        let (tell, answers) = mpsc::channel();
        let thread = thread::Builder::new().name("read".to_owned());
        let read = move || {
            for question in asked {
                if tell.send(question(&keeper)).is_err() {
                    return;
                }
                wake();
            }
        };
        thread.spawn(read).ok()?;
        Some(Self { questions, answers })
    }
}

impl Reader for Beside {
    fn ask(&mut self, question: Question) {
        // It goes on as long as somebody can ask.
        let _ = self.questions.send(question);
    }

    fn answer(&mut self, longest: Duration) -> Option<Answer> {
        self.answers.recv_timeout(longest).ok()
    }
}
