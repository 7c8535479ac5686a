//! The session: the terminal entered, frames drawn, events awaited.

mod hearing;

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Instant;

use crossterm::terminal;
use ratatui::Frame;
use ratatui::Terminal;
use ratatui::layout::Size;

use super::backend::{Device, FrameBackend};
use super::decode::{Decoded, Decoder};
use super::which::{Answers, Outer, QUESTIONS};
use super::{Event, Options, Signal, Switch, input, job_control, modes, signals};

/// What the threads of the session tell it.
pub(super) enum Message {
    /// What was typed, and what the terminal answered.
    Bytes(Vec<u8>),
    /// What tmux says of the terminal around it.
    Outer(Outer),
    InputClosed,
    Resized,
    Suspend,
    Continued,
    Quit(Signal),
    Wake,
}

/// The terminal while it is ours. Dropping it gives the terminal back.
pub struct Session {
    terminal: Terminal<FrameBackend<Screen>>,
    messages: Receiver<Message>,
    waker: Waker,
    /// Given back by [`Session::suspend`], to be entered again.
    suspended: bool,
    decoder: Decoder,
    decoded: VecDeque<Decoded>,
    /// What has happened and was not yet told.
    events: VecDeque<Event>,
    /// When what has begun is no longer waited for.
    give_up: Option<Instant>,
    answers: Answers,
    /// Until when an answer is waited for before the terminal is given back.
    answers_until: Instant,
    /// The columns in which the cursor stood, each time that was asked.
    cursors: Vec<u16>,
}

impl Session {
    /// Enters: raw mode, alternate screen, cursor hidden, bracketed paste; and asks the terminal who
    /// it is, without waiting for the answers. From now on a panic or a signal gives the terminal
    /// back. There is one session in a process.
    ///
    /// # Errors
    /// When there is no terminal to write to or to read from, when it cannot be set, or when
    /// this process has had a session already.
    pub fn enter(options: Options) -> io::Result<Self> {
        static USED: AtomicBool = AtomicBool::new(false);
        modes::prepare(options)?;
        if USED.swap(true, Ordering::SeqCst) {
            return Err(io::Error::new(
                io::ErrorKind::AlreadyExists,
                "the terminal session was entered before",
            ));
        }
        let (sender, messages) = mpsc::channel();
        let tell = sender.clone();
        modes::on_panic(move || drop(tell.send(Message::InputClosed)));
        signals::start(sender.clone())?;
        modes::enter(!options.linear)?;
        let backend = FrameBackend::new(Screen, options.colour);
        // From here on, dropping the session gives the terminal back.
        let session = Terminal::new(backend).map(|terminal| Self {
            terminal,
            messages,
            waker: Waker {
                sender: sender.clone(),
                awake: Arc::default(),
            },
            suspended: false,
            decoder: Decoder::default(),
            decoded: VecDeque::new(),
            events: VecDeque::new(),
            give_up: None,
            answers: Answers::default(),
            answers_until: Instant::now(),
            cursors: Vec::new(),
        });
        let mut session = session.inspect_err(|_| drop(modes::leave()))?;
        input::start(sender)?;
        if !options.linear {
            session.expect_answers()?;
        }
        Ok(session)
    }

    /// Draws a frame and returns the number of bytes that were sent: 0 when it equals the one
    /// before, or while the session is suspended.
    ///
    /// # Errors
    /// When the terminal cannot be written to or has been given back: leave.
    pub fn draw(&mut self, render: impl FnOnce(&mut Frame)) -> io::Result<usize> {
        if self.suspended {
            return Ok(0);
        }
        self.terminal.draw(render)?;
        Ok(self.terminal.backend().sent())
    }

    /// Waits for the next event. Nothing runs while nothing happens.
    #[expect(
        clippy::should_implement_trait,
        reason = "a session is not an iterator: it has no end"
    )]
    pub fn next(&mut self) -> Event {
        loop {
            if let Some(event) = self.events.pop_front() {
                return event;
            }
            self.wait(None);
        }
    }

    /// The next event if there is one already: to drain all that is queued, then draw once.
    pub fn try_next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.events.pop_front() {
                return Some(event);
            }
            let Ok(message) = self.messages.try_recv() else {
                self.give_up_in_time();
                return self.events.pop_front();
            };
            let event = self.event(message);
            self.events.extend(event);
        }
    }

    /// Sends a sequence that draws nothing and moves nothing, such as a text for the clipboard;
    /// says whether it was sent: it is not while the session is suspended.
    ///
    /// # Errors
    /// When the terminal cannot be written to or has been given back.
    pub fn pass(&mut self, sequence: &[u8]) -> io::Result<bool> {
        if self.suspended {
            return Ok(false);
        }
        modes::send(sequence).map(|()| true)
    }

    /// The size of the screen in cells, at least 1×1.
    #[must_use]
    pub fn size(&self) -> Size {
        Screen.size()
    }

    /// What the terminal has answered so far; [`Event::Answered`] tells when that is all.
    #[must_use]
    pub const fn answers(&self) -> &Answers {
        &self.answers
    }

    /// Asks the terminal anew who it is, and clears the screen, so that the next frame is sent whole:
    /// a tmux may have been left in one terminal and taken up in another.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn ask_again(&mut self) -> io::Result<()> {
        modes::send(QUESTIONS.as_bytes())?;
        self.expect_answers()?;
        self.redraw()
    }

    /// Clears the screen, so that the next frame is sent whole.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn redraw(&mut self) -> io::Result<()> {
        self.terminal.backend_mut().entered_afresh();
        self.terminal.clear()
    }

    /// Switches the terminal's own reordering another way, and clears the screen, so that the next
    /// frame is sent whole.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    pub fn switch(&mut self, switch: Switch) -> io::Result<()> {
        modes::switch(switch)?;
        self.redraw()
    }

    /// Ctrl-Z: gives the terminal back and stops the process. When it is continued, this
    /// returns, and the next event is [`Event::Resumed`], with the terminal entered again.
    /// Where no shell waits for us, nothing is done.
    ///
    /// # Errors
    /// When the terminal cannot be given back or the process not be stopped.
    pub fn suspend(&mut self) -> io::Result<()> {
        if self.suspended || !job_control::shell_waits() {
            return Ok(());
        }
        self.suspended = true;
        self.await_terminal();
        modes::leave()?;
        job_control::stop()
    }

    /// Gives the terminal to another program for as long as `run` takes, and takes it again.
    ///
    /// # Errors
    /// When the terminal cannot be given back or taken again.
    pub fn lend<T>(&mut self, run: impl FnOnce() -> T) -> io::Result<T> {
        self.await_terminal();
        let hold = input::hold(|| modes::send(input::SIGN_OF_LIFE))?;
        modes::leave()?;
        let result = run();
        drop(hold);
        modes::enter(false)?;
        self.redraw()?;
        Ok(result)
    }

    /// A handle with which another thread wakes [`Session::next`].
    pub fn waker(&self) -> Waker {
        self.waker.clone()
    }

    /// Gives the terminal back. Idempotent. Answers that are on their way are waited for a moment:
    /// the shell would take them for something typed.
    ///
    /// # Errors
    /// When the terminal cannot be written to; its modes are set back all the same.
    pub fn leave(&mut self) -> io::Result<()> {
        if modes::is_entered() {
            self.await_terminal();
        }
        modes::leave()
    }

    /// The event that a message tells, if it tells one at once.
    fn event(&mut self, message: Message) -> Option<Event> {
        match message {
            Message::Bytes(bytes) => {
                self.hear(&bytes);
                None
            }
            Message::Outer(outer) => {
                self.answers.outer = outer;
                self.tell_answers();
                None
            }
            Message::Resized => Some(Event::Resize),
            Message::InputClosed => Some(Event::InputClosed),
            Message::Suspend => self.suspend().err().map(|_| Event::InputClosed),
            // After the end a stop is none of our business.
            Message::Continued if !self.suspended && !modes::is_entered() => None,
            // A closing window sends SIGCONT along with SIGHUP, and either may be heard first: a
            // terminal that cannot be entered again is one that has hung up.
            Message::Continued => Some(match self.resume() {
                Ok(()) => Event::Resumed,
                Err(_) => Event::Quit(Signal::Hangup),
            }),
            Message::Quit(signal) => Some(Event::Quit(signal)),
            Message::Wake => {
                self.waker.awake.store(false, Ordering::SeqCst);
                Some(Event::Wake)
            }
        }
    }

    /// Enters again after a stop, ours or one from outside that could not be foreseen.
    fn resume(&mut self) -> io::Result<()> {
        modes::enter(false)?;
        self.suspended = false;
        self.redraw()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // Nobody is left to tell; the modes are set back even if the writing failed.
        let _ = self.leave();
    }
}

/// Wakes [`Session::next`] from another thread.
#[derive(Clone)]
pub struct Waker {
    sender: Sender<Message>,
    /// A wake is on its way, and another would say nothing more.
    awake: Arc<AtomicBool>,
}

impl Waker {
    /// Lets [`Session::next`] return [`Event::Wake`]. Without effect once the session is over.
    pub fn wake(&self) {
        if !self.awake.swap(true, Ordering::SeqCst) {
            let _ = self.sender.send(Message::Wake);
        }
    }
}

/// The terminal on the standard output.
struct Screen;

impl Device for Screen {
    fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        modes::send(bytes)
    }

    fn size(&self) -> Size {
        // A serial line or a container may not know its size and says 0: that of a VT100 then.
        // The bound keeps a wrong number from taking all the memory.
        let (width, height) =
            terminal::window_size().map_or((0, 0), |size| (size.columns, size.rows));
        Size {
            width: if width == 0 { 80 } else { width.min(1000) },
            height: if height == 0 { 24 } else { height.min(1000) },
        }
    }
}
