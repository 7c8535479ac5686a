//! What the session hears: what was typed, what the terminal answers, and how long is waited for it.

use std::io;
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};

use crossterm::event::Event as Input;

use super::super::decode::Decoded;
use super::super::reply::Reply;
use super::super::switch::Through;
use super::super::which::{self, QUESTIONS, Surroundings};
use super::super::{Event, modes};
use super::{Message, Session};

impl Session {
    /// The terminal has been asked; tmux is asked here.
    pub(super) fn expect_answers(&mut self) -> io::Result<()> {
        let surroundings = Surroundings::read();
        self.answers_until = Instant::now() + surroundings.wait();
        self.decoder.expect_answers();
        if self.answers.expect(surroundings.has("TMUX")) {
            let session = self.waker.sender.clone();
            which::ask_tmux(move |outer| drop(session.send(Message::Outer(outer))))?;
        }
        Ok(())
    }

    /// Waits for the answers that are on their way, as long as it is worth it.
    pub fn await_answers(&mut self) {
        self.await_terminal();
        if self.answers.all_heard() {
            // tmux is asked on this machine, and is not waited for without end.
            let patience = Instant::now() + which::WAIT_FOR_TMUX;
            self.wait_until(patience, |session| session.answers.complete());
        }
    }

    /// Waits for what the terminal itself still has to answer.
    pub(super) fn await_terminal(&mut self) {
        let heard = |session: &Self| session.answers.all_heard();
        self.wait_until(self.answers_until, heard);
        // Where it was screen that answered, the terminal around it was asked after that.
        self.wait_until(self.answers_until, heard);
    }

    /// How many columns the terminal gives each of these texts, asked on a screen of ours, which is
    /// to be drawn anew after it. There may be fewer numbers than texts: the terminal is waited for
    /// as long as for its first answers.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn measure(&mut self, texts: &[&str]) -> io::Result<Vec<u16>> {
        self.cursors.clear();
        // In the second row: see `decode`.
        let asked: String = texts
            .iter()
            .map(|text| format!("\x1b[2;1H\x1b[K{text}\x1b[6n"))
            .collect();
        modes::send(asked.as_bytes())?;
        let patience = Instant::now() + Surroundings::read().wait();
        self.wait_until(patience, |session| session.cursors.len() >= texts.len());
        Ok(self
            .cursors
            .iter()
            .map(|column| column.saturating_sub(1))
            .collect())
    }

    /// Takes what comes until something is as wanted, at the longest until then; the end of the
    /// terminal ends it too.
    fn wait_until(&mut self, end: Instant, is_there: impl Fn(&Self) -> bool) {
        while !is_there(self) && !self.events.contains(&Event::InputClosed) {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return;
            }
            self.wait(Some(left));
        }
    }

    /// Takes the next message, waiting for it, at the longest so long.
    pub(super) fn wait(&mut self, longest: Option<Duration>) {
        let give_up = self
            .give_up
            .map(|then| then.saturating_duration_since(Instant::now()));
        let patience = match (give_up, longest) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        let message = match patience {
            Some(patience) => self.messages.recv_timeout(patience),
            None => self
                .messages
                .recv()
                .map_err(|_| RecvTimeoutError::Disconnected),
        };
        match message {
            Ok(message) => {
                let event = self.event(message);
                self.events.extend(event);
            }
            Err(RecvTimeoutError::Timeout) => self.give_up_in_time(),
            // The session holds a sender itself, so the channel cannot close before it.
            Err(RecvTimeoutError::Disconnected) => self.events.push_back(Event::InputClosed),
        }
    }

    /// Nothing has come: what has begun is no longer waited for, once its time is over.
    pub(super) fn give_up_in_time(&mut self) {
        if self.give_up.is_some_and(|then| then <= Instant::now()) {
            self.give_up = None;
            self.decoder.give_up(&mut self.decoded);
            self.tell_decoded();
        }
    }

    /// Takes what the terminal sent.
    pub(super) fn hear(&mut self, bytes: &[u8]) {
        self.decoder.feed(bytes, &mut self.decoded);
        self.give_up = self
            .decoder
            .patience()
            .map(|patience| Instant::now() + patience);
        self.tell_decoded();
    }

    fn tell_decoded(&mut self) {
        while let Some(decoded) = self.decoded.pop_front() {
            match decoded {
                Decoded::Input(Input::Key(key)) => self.events.push_back(Event::Key(key)),
                Decoded::Input(Input::Paste(text)) => self.events.push_back(Event::Paste(text)),
                Decoded::Input(Input::Mouse(mouse)) => self.events.push_back(Event::Mouse(mouse)),
                Decoded::Input(Input::FocusGained) => self.events.push_back(Event::FocusGained),
                Decoded::Input(Input::FocusLost) => self.events.push_back(Event::FocusLost),
                // The size is heard of through SIGWINCH.
                Decoded::Input(Input::Resize(..)) => {}
                Decoded::Reply(Reply::Cursor { column, .. }) => self.cursors.push(column),
                Decoded::Reply(reply) => {
                    self.answers.take(reply);
                    self.ask_around_screen();
                    if self.answers.was_off() {
                        modes::was_off();
                    }
                    self.tell_answers();
                }
            }
        }
    }

    /// Where it was screen that answered, it passes the same questions on to the terminal around it.
    /// One that is attached later is asked with the next Ctrl-L.
    fn ask_around_screen(&mut self) {
        // Who cannot be written to is not heard either.
        if self.answers.expect_around()
            && modes::send(Through::Screen.carry(QUESTIONS).as_bytes()).is_ok()
        {
            self.answers_until = Instant::now() + Surroundings::read().wait();
            self.decoder.expect_answers();
        }
    }

    /// Tells of the answers, once all are there; and again when one comes after that.
    pub(super) fn tell_answers(&mut self) {
        if self.answers.complete() && self.events.back() != Some(&Event::Answered) {
            self.events.push_back(Event::Answered);
        }
    }
}
