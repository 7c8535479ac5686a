//! What the terminal is switched to while we have it, and how it is given back.
//!
//! Three may give it back: the session, the panic hook and the thread that hears signals.
//! They share one state behind one lock, and whoever comes first does it; the others find
//! nothing left to do. Frames go through the same lock, so none is sent to a terminal that has
//! been given back.

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::os::fd::AsFd;
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

use super::switch::{Switch, Through};
use super::which::QUESTIONS;

/// How a session is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// How the terminal's own reordering is switched off, as far as that is known before the
    /// terminal has answered.
    pub switch: Switch,
    /// Whether colours are sent. Attributes (bold, reverse, underline) are sent in any case.
    pub colour: bool,
    /// Line after line instead of a screen: keys come one by one, pastes in brackets, and nothing
    /// else of the terminal is touched.
    pub linear: bool,
    /// Whether the terminal is to tell of the mouse: then it selects text of its own only while
    /// Shift is held (xterm's "button-event tracking", SGR encoding).
    pub mouse: bool,
}

impl Default for Options {
    /// The explicit bidi mode, and colours unless the variable `NO_COLOR` is set and not empty
    /// (<https://no-color.org>).
    fn default() -> Self {
        let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Self {
            switch: Switch::default(),
            colour: !no_colour,
            linear: false,
            mouse: false,
        }
    }
}

struct State {
    /// The terminal, by a file of our own: the lock of the standard output may be held by a
    /// thread that is stuck.
    terminal: Option<File>,
    switch: Switch,
    linear: bool,
    mouse: bool,
    entered: bool,
    /// The terminal said that it did not reorder before we came.
    was_off: bool,
}

static STATE: Mutex<State> = Mutex::new(State {
    terminal: None,
    switch: Switch::NONE,
    linear: false,
    mouse: false,
    entered: false,
    was_off: false,
});

fn state() -> MutexGuard<'static, State> {
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Notes the terminal on the standard output and sees to it that a panic gives it back.
///
/// # Errors
/// When the standard output is no terminal.
pub(super) fn prepare(options: Options) -> io::Result<()> {
    let stdout = io::stdout();
    if !stdout.is_terminal() {
        return Err(io::Error::new(
            io::ErrorKind::Unsupported,
            "the standard output is not a terminal",
        ));
    }
    let mut state = state();
    state.terminal = Some(File::from(stdout.as_fd().try_clone_to_owned()?));
    state.switch = options.switch;
    state.linear = options.linear;
    state.mouse = options.mouse;
    Ok(())
}

/// Calls `after` in any panic, once the terminal is given back and before the message is
/// printed by the hook that was there already.
pub(super) fn on_panic(after: impl Fn() + Send + Sync + 'static) {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        let print = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            // A terminal that cannot be given back is no reason to lose the message.
            let _ = leave();
            after();
            print(panic);
        }));
    });
}

/// Raw mode, the alternate screen, the bidi switch **before** the clear (VTE applies it only to
/// what comes after), the cursor hidden, bracketed paste, no automatic wrap (a cell too wide
/// for its place never scrolls the screen). All of it is sent again after a stop, since the
/// shell has had the terminal meanwhile.
///
/// Through tmux the switch goes even before the alternate screen: tmux draws that anew in its own
/// time, and until then drops what it is to pass on (`PANE_REDRAW`, seen in 3.3).
///
/// With `ask` the questions go along, before the clear: what a terminal takes for text is wiped out;
/// and before the switch: the terminal is to tell how it was.
pub(super) fn enter(ask: bool) -> io::Result<()> {
    let mut state = state();
    let off = state.switch.off();
    let (before, after) = match state.switch.through {
        Through::Nothing => ("", off.as_str()),
        Through::Tmux | Through::Screen => (off.as_str(), ""),
    };
    let questions = if ask { QUESTIONS } else { "" };
    // crossterm believes that raw mode is still on when somebody else has switched it off.
    disable_raw_mode()?;
    enable_raw_mode()?;
    state.entered = true;
    let sequence = if state.linear {
        bracketed_paste("\x1b[?2004h")
    } else {
        let mouse = if state.mouse {
            "\x1b[?1002h\x1b[?1006h"
        } else {
            ""
        };
        format!(
            "{before}\x1b[?1049h{questions}{after}\x1b[2J\x1b[H\x1b[?25l\x1b[?2004h{mouse}\x1b[?7l"
        )
    };
    let sent = state.send(sequence.as_bytes());
    if sent.is_err() {
        let _ = state.leave();
    }
    sent
}

/// Gives the terminal back. Idempotent: once given back, nothing is done.
///
/// # Errors
/// When a part of it failed; the rest is done all the same.
pub(super) fn leave() -> io::Result<()> {
    state().leave()
}

/// Whether the terminal is ours at this moment.
pub(super) fn is_entered() -> bool {
    state().entered
}

/// Switches the terminal's own reordering another way from now on. The screen is to be cleared and
/// drawn again after it (VTE applies the mode only to what comes after).
///
/// # Errors
/// When the terminal cannot be written to.
pub(super) fn switch(switch: Switch) -> io::Result<()> {
    let mut state = state();
    let sequence = format!("{}{}", state.on(), switch.off());
    state.switch = switch;
    if state.entered {
        state.send(sequence.as_bytes())?;
    }
    Ok(())
}

/// The terminal said that it did not reorder before we came: nothing of that is switched on any more.
pub(super) fn was_off() {
    state().was_off = true;
}

/// Sends a frame.
///
/// # Errors
/// When the terminal has been given back, or cannot be written to.
pub(super) fn send(bytes: &[u8]) -> io::Result<()> {
    let mut state = state();
    if !state.entered {
        return Err(io::Error::new(
            io::ErrorKind::NotConnected,
            "the terminal has been given back",
        ));
    }
    state.send(bytes)
}

/// The switch of bracketed paste, without which a pasted line end would be the key Enter; nothing
/// for a terminal that knows no sequences.
fn bracketed_paste(switch: &str) -> String {
    match std::env::var_os("TERM") {
        Some(name) if name == "dumb" => String::new(),
        _ => switch.to_owned(),
    }
}

impl State {
    fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        let Some(terminal) = &mut self.terminal else {
            return Err(io::ErrorKind::NotConnected.into());
        };
        terminal.write_all(bytes)
    }

    /// What switches the terminal's reordering on again, where it was on. Through a multiplexer it is
    /// that which answered, and not the terminal.
    fn on(&self) -> String {
        if self.was_off && self.switch.through == Through::Nothing {
            String::new()
        } else {
            self.switch.on()
        }
    }

    fn leave(&mut self) -> io::Result<()> {
        if !self.entered {
            return Ok(());
        }
        self.entered = false;
        // A frame may have been cut off: its update is ended and its look reset first.
        let on = self.on();
        let sequence = if self.linear {
            bracketed_paste("\x1b[?2004l")
        } else {
            let mouse = if self.mouse {
                "\x1b[?1006l\x1b[?1002l"
            } else {
                ""
            };
            // Where there is no other screen to go back to (GNU screen without `altscreen`), the shell
            // goes on at the top of an empty one.
            format!(
                "\x1b[?2026l\x1b[m\x1b[?7h{mouse}\x1b[?2004l\x1b[?25h{on}\x1b[2J\x1b[H\x1b[?1049l"
            )
        };
        let sent = self.send(sequence.as_bytes());
        let cooked = disable_raw_mode();
        sent.and(cooked)
    }
}
