//! What the loop of the screen waits for, and for how long; and what it takes when it has come.

use std::thread;
use std::time::{Duration, Instant};

use super::Screen;
use crate::app::fresh;
use crate::app::shelf::put_away;
use crate::terminal::Waker;

/// How long the second half of a key may take that is sent as two letters: far less than a person
/// needs for two keys.
pub(in crate::cli) const HALF_A_KEY: Duration = Duration::from_millis(30);

/// So long a frame waits for what a search finds, so that one key is one frame; what comes later is
/// drawn when it comes.
const ANSWER_WITHIN: Duration = Duration::from_millis(8);

/// When a cursor that has not moved for so long is at rest: longer than between two steps of a key
/// that is held down.
pub(super) const AT_REST: Duration = Duration::from_millis(300);

/// So long the screen waits for a change that is being written, when the person leaves.
const WRITTEN_WITHIN: Duration = Duration::from_secs(5);

/// And when the system wants the program to end.
const WRITTEN_AT_ONCE: Duration = Duration::from_millis(500);

/// So often it is looked who changed what is told to be changed outside majlis.
const AUTHOR_EVERY: Duration = Duration::from_millis(300);

impl Screen {
    /// Waits a little for what was searched for; not for an index that is still to be made.
    pub(super) fn await_answer(&mut self) {
        let worth_it = self.app.is_searching() && self.app.is_indexed();
        let longest = if worth_it {
            ANSWER_WITHIN
        } else {
            Duration::ZERO
        };
        let end = Instant::now() + longest;
        // Keys that waited for an answer may ask anew.
        while self.app.hear(end.saturating_duration_since(Instant::now())) {}
    }

    /// Waits a little for what is being written, so that one key is one frame.
    pub(super) fn await_writer(&mut self) {
        if !self.app.has_handed_over() {
            return;
        }
        let end = Instant::now() + ANSWER_WITHIN;
        while self
            .app
            .hear_writer(end.saturating_duration_since(Instant::now()))
        {}
    }

    /// Waits a little for what is being read of the history, so that one key is one frame.
    pub(super) fn await_reader(&mut self) {
        if !self.app.has_asked() {
            return;
        }
        let end = Instant::now() + ANSWER_WITHIN;
        while self
            .app
            .hear_reader(end.saturating_duration_since(Instant::now()))
        {}
    }

    /// Waits for what is being written when there will be no more frame; what is not known to be
    /// written then is kept elsewhere.
    pub(super) fn finish_writing(&mut self) {
        let end = Instant::now() + WRITTEN_AT_ONCE;
        while self
            .app
            .hear_writer(end.saturating_duration_since(Instant::now()))
        {}
        self.app.give_up();
    }

    /// Where a frame showed only what may follow the cursor, the rest is drawn when it stands still.
    pub(super) fn mind_rest(&mut self, brief: bool) {
        let here = self.app.in_hand().filter(|_| brief);
        if self.stands.map(|(key, _)| key) != here {
            self.stands = here.map(|key| (key, Instant::now()));
            if here.is_some() {
                wake_after(self.session.waker(), AT_REST);
            }
        }
    }

    /// Whoever leaves does not wait for ever.
    pub(super) fn mind_leaving(&mut self) {
        match (self.app.is_leaving(), self.leaving) {
            (false, _) => self.leaving = None,
            (true, None) => {
                self.leaving = Some(Instant::now());
                wake_after(self.session.waker(), WRITTEN_WITHIN);
            }
            (true, Some(since)) if since.elapsed() >= WRITTEN_WITHIN => self.app.give_up(),
            (true, Some(_)) => {}
        }
    }

    /// Looks from time to time who changed what is told to be changed outside majlis.
    pub(super) fn mind_author(&mut self) {
        if self.author.is_some_and(|due| Instant::now() < due) {
            return;
        }
        if self.author.take().is_some() {
            self.app.look_for_author();
        }
        if self.app.lacks_author() {
            self.author = Instant::now().checked_add(AUTHOR_EVERY);
            wake_after(self.session.waker(), AUTHOR_EVERY);
        }
    }

    /// Takes what has been read of the library meanwhile.
    pub(super) fn take_shelf(&mut self) {
        let Some(news) = self.shelves.news() else {
            return;
        };
        let marks = !news.changed.is_empty();
        if let Some(shelf) = news.shelf {
            let changed = news.changed.clone();
            put_away(self.app.follow(shelf, news.changed, Instant::now()));
            self.app.tell_of_item(&changed);
        }
        if marks {
            wake_after(self.session.waker(), fresh::SHOWN);
        }
        if let Some(call) = news.call {
            self.app.hear_call(call);
        }
        self.app.has_loaded(news.progress);
        self.app.keep_typing();
    }
}

/// Wakes the loop when the second half of a key would have come.
pub(in crate::cli) fn wake_soon(waker: Waker) {
    wake_after(waker, HALF_A_KEY);
}

/// Wakes the loop after so long.
fn wake_after(waker: Waker, long: Duration) {
    thread::spawn(move || {
        thread::sleep(long);
        waker.wake();
    });
}
