//! The session: the terminal entered, frames drawn, events awaited.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};

use crossterm::event::Event as Input;
use crossterm::terminal;
use ratatui::Frame;
use ratatui::Terminal;
use ratatui::layout::Size;

use super::backend::{Device, FrameBackend};
use super::{Bidi, Event, Options, Signal, input, job_control, modes, signals};

/// What the threads of the session tell it.
pub(super) enum Message {
    Input(Input),
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
}

impl Session {
    /// Enters: raw mode, alternate screen, cursor hidden, bracketed paste. From now on a panic
    /// or a signal gives the terminal back. There is one session in a process.
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
        modes::enter()?;
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
        });
        let session = session.inspect_err(|_| drop(modes::leave()))?;
        input::start(sender)?;
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
            // The session holds a sender itself, so the channel cannot close before it.
            let Ok(message) = self.messages.recv() else {
                return Event::InputClosed;
            };
            if let Some(event) = self.event(message) {
                return event;
            }
        }
    }

    /// The next event if there is one already: to drain all that is queued, then draw once.
    pub fn try_next(&mut self) -> Option<Event> {
        loop {
            let message = self.messages.try_recv().ok()?;
            if let Some(event) = self.event(message) {
                return Some(event);
            }
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
    pub fn switch_bidi(&mut self, bidi: Bidi) -> io::Result<()> {
        modes::switch(bidi)?;
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
        modes::leave()?;
        self.suspended = true;
        job_control::stop()
    }

    /// A handle with which another thread wakes [`Session::next`].
    pub fn waker(&self) -> Waker {
        self.waker.clone()
    }

    /// Gives the terminal back. Idempotent.
    ///
    /// # Errors
    /// When the terminal cannot be written to; its modes are set back all the same.
    pub fn leave(&mut self) -> io::Result<()> {
        modes::leave()
    }

    fn event(&mut self, message: Message) -> Option<Event> {
        match message {
            Message::Input(Input::Key(key)) => Some(Event::Key(key)),
            Message::Input(Input::Paste(text)) => Some(Event::Paste(text)),
            Message::Input(Input::Mouse(mouse)) => Some(Event::Mouse(mouse)),
            Message::Input(Input::FocusGained) => Some(Event::FocusGained),
            Message::Input(Input::FocusLost) => Some(Event::FocusLost),
            // crossterm misses a resize in the middle of an unfinished sequence, so it is heard
            // as a signal.
            Message::Input(Input::Resize(..)) => None,
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
        modes::enter()?;
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
