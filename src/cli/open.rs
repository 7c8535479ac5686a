//! `majlis`: the screen. The loop: wait for an event, take all that have come, draw once.
//!
//! For the tests, and in debug builds only, the variable `MAJLIS_PANIC` makes the first key a
//! panic: `key` on the thread that draws, `thread` on another.

use std::env;
use std::fs::File;
use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::thread;

use ratatui::layout::Position;

use crate::app::key::Press;
use crate::app::{App, Request, Shelf};
use crate::library::Library;
use crate::report::Language;
use crate::terminal::which::{Wish, Word};
use crate::terminal::{Event, Options, Session};
use crate::view::{self, question};
use crate::words::{Phrase, cli as words};

use super::forms::Forms;
use super::{FAILED, Failure};

/// Opens the screen and stays until the person leaves; returns the exit code.
pub fn run(
    library: Library,
    language: Language,
    wish: Option<(Wish, Word)>,
) -> Result<u8, Failure> {
    let usage = |said: Phrase| Failure::Usage(said.get(language).to_owned());
    if !io::stdout().is_terminal() {
        return Err(usage(words::NO_TERMINAL));
    }
    if env::var_os("TERM").is_some_and(|name| name == "dumb") {
        return Err(usage(words::DUMB_TERMINAL));
    }
    // Keys are read from the standard input, else from the terminal that the process belongs to.
    if !io::stdin().is_terminal() && File::open("/dev/tty").is_err() {
        return Err(usage(words::NO_KEYBOARD));
    }
    let shelf = Arc::new(Shelf::new(library));
    let mut forms = Forms::new(wish);
    let mut app = App::new(Arc::clone(&shelf), language, forms.choice.form);
    app.far = env::var_os("SSH_CONNECTION").is_some();
    let mut session = Session::enter(Options {
        switch: forms.choice.switch,
        ..Options::default()
    })?;
    draw(&mut session, &mut app, &forms)?;
    // The index is made while the first frame is read; a search that comes sooner waits for it.
    thread::spawn(move || {
        shelf.finder();
    });
    let code = stay(&mut session, &mut app, &mut forms)?;
    match session.leave() {
        // After a hang-up there is no terminal to give back; the code tells of the signal.
        Err(error) if code == 0 => Err(error.into()),
        _ => Ok(code),
    }
}

/// A panic, where a test asks for it.
#[cfg(debug_assertions)]
#[expect(clippy::panic, reason = "a panic is what is asked for")]
fn panic_if_asked() {
    match env::var("MAJLIS_PANIC").as_deref() {
        Ok("key") => panic!("a panic was asked for"),
        Ok("thread") => drop(thread::spawn(|| panic!("a panic was asked for")).join()),
        _ => {}
    }
}

fn stay(session: &mut Session, app: &mut App, forms: &mut Forms) -> io::Result<u8> {
    loop {
        let mut event = Some(session.next());
        // All that is queued is taken before the screen is drawn once.
        while let Some(happened) = event {
            match happened {
                Event::Key(key) if key.kind != crossterm::event::KeyEventKind::Release => {
                    #[cfg(debug_assertions)]
                    panic_if_asked();
                    let press = Press::typed(key);
                    if asks(session, app, forms) && forms.key(press) {
                        app.form = forms.choice.form;
                        session.switch(forms.choice.switch)?;
                    } else {
                        app.key(press);
                    }
                }
                Event::Answered => {
                    if forms.answered(session.answers()) {
                        app.form = forms.choice.form;
                        session.switch(forms.choice.switch)?;
                    }
                }
                Event::Paste(text) => app.paste(&text),
                Event::Quit(signal) => return Ok(signal.exit_code()),
                // The terminal is gone, or a thread has panicked and said so.
                Event::InputClosed => return Ok(FAILED),
                Event::Key(_)
                | Event::Resize
                | Event::Mouse(_)
                | Event::FocusGained
                | Event::FocusLost
                | Event::Resumed
                | Event::Wake => {}
            }
            match app.take_request() {
                Some(Request::Quit) => return Ok(0),
                Some(Request::Suspend) => session.suspend()?,
                Some(Request::Redraw) => session.ask_again()?,
                Some(Request::Form) => {
                    session.switch(forms.by_hand(app.form))?;
                }
                None => {}
            }
            event = session.try_next();
        }
        draw(session, app, forms)?;
    }
}

/// Whether the person is asked which form reads right: where nothing is known, where there is room,
/// and not in the middle of typing.
fn asks(session: &Session, app: &App, forms: &Forms) -> bool {
    forms.is_asking() && app.layer().is_none() && question::fits(session.size())
}

/// Draws the state and hands back to it what was seen.
fn draw(session: &mut Session, app: &mut App, forms: &Forms) -> io::Result<()> {
    let mut seen = None;
    let asks = asks(session, app, forms);
    session.draw(|frame| {
        let (what, cursor) = view::draw(app, frame.buffer_mut());
        seen = Some(what);
        if asks {
            question::draw(frame.buffer_mut());
        }
        if let Some((x, y)) = cursor {
            frame.set_cursor_position(Position { x, y });
        }
    })?;
    if let Some(seen) = seen {
        app.has_seen(seen);
    }
    Ok(())
}
