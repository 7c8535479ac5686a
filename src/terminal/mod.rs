//! The terminal session: enter, draw, wait for events, suspend, leave.
//!
//! [`Session`] owns the terminal. Whatever happens (an ordinary end, an error, a panic, a
//! signal, Ctrl-Z), the terminal is given back as it was: see `modes` for what is switched,
//! `signals` for who asks us to leave, `backend` for how few bytes a frame costs, `decode` for what
//! the terminal sends, `which` for what terminal it is.

mod backend;
pub mod clipboard;
mod decode;
mod input;
mod job_control;
mod modes;
mod paint;
mod printable;
mod reply;
mod scroll;
mod session;
mod sgr;
mod signals;
mod switch;
pub mod which;

use crossterm::event::{KeyEvent, MouseEvent};

pub use backend::{Device, FrameBackend};
pub use modes::Options;
pub use session::{Session, Waker};
pub use signals::Signal;
pub use switch::{Bidi, Switch, Through};

/// Something that happened, as [`Session::next`] tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key. In raw mode Ctrl-C and Ctrl-Z are keys like any other.
    Key(KeyEvent),
    /// Text pasted by the user, as it came: untrusted.
    Paste(String),
    /// The window changed its size; the next [`Session::draw`] knows the new one.
    Resize,
    /// The mouse, where reporting has been switched on.
    Mouse(MouseEvent),
    /// The window has the keyboard, where focus reporting has been switched on.
    FocusGained,
    /// The window no longer has the keyboard.
    FocusLost,
    /// The process was stopped and goes on. The terminal has been entered again and cleared;
    /// the next frame is sent whole.
    Resumed,
    /// Somebody asks us to leave. Leave in order and exit with [`Signal::exit_code`]; a second
    /// signal does not wait for that.
    Quit(Signal),
    /// The terminal has answered who it is: [`Session::answers`]. Told again when an answer comes
    /// later.
    Answered,
    /// A [`Waker`] was used: another thread has something. Several wakes may come as one.
    Wake,
    /// The terminal is gone, or was given back because another thread panicked: leave.
    InputClosed,
}
