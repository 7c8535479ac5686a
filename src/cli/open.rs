//! `majlis`: the screen. The loop: wait for an event, take all that have come, draw once.
//!
//! For the tests, and in debug builds only, the variable `MAJLIS_PANIC` makes the first key a
//! panic: `key` on the thread that draws, `thread` on another.

use std::env;
use std::fs::File;
use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use ratatui::layout::Position;

use crate::app::key::Press;
use crate::app::keyboard::Keyboard;
use crate::app::{App, Request, Shelf};
use crate::library::Library;
use crate::report::Language;
use crate::script::Form;
use crate::terminal::{Event, Kind, Options, Session, Waker};
use crate::view::View;
use crate::words::{Phrase, cli as words};

use super::hand_over::{self, Clipboard};
use super::{FAILED, Failure};

/// Opens the screen and stays until the person leaves; returns the exit code.
pub fn run(
    library: Library,
    language: Language,
    form: Form,
    keyboard: Keyboard,
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
    let mut app = App::new(Arc::clone(&shelf), language, form);
    app.keyboard = keyboard;
    app.far = env::var_os("SSH_CONNECTION").is_some();
    let mut session = Session::enter(Options {
        bidi: Kind::of_environment().bidi(form),
        ..Options::default()
    })?;
    let mut view = View::default();
    draw(&mut session, &mut app, &mut view)?;
    // The index is made while the first frame is read; a search that comes sooner waits for it.
    thread::spawn(move || {
        shelf.finder();
    });
    let waker = session.waker();
    let mut clipboard = Clipboard::of_environment(move || waker.wake());
    let code = stay(&mut session, &mut app, &mut view, &mut clipboard)?;
    let left = session.leave().map_err(Failure::from);
    let printed = left.and_then(|()| Ok(hand_over::after(&app, clipboard)?));
    match printed {
        // After a hang-up there is no terminal to give back; the code tells of the signal.
        Err(failure) if code == 0 => Err(failure),
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

/// The next event. Until it comes, what the last frame left to measure is measured, and drawn when
/// that is done.
fn next(session: &mut Session, app: &mut App, view: &mut View) -> io::Result<Event> {
    while app.seen().detail.more {
        if let Some(event) = session.try_next() {
            return Ok(event);
        }
        if !view.measure(app) {
            draw(session, app, view)?;
            break;
        }
    }
    Ok(session.next())
}

/// How long the second half of a key may take that is sent as two letters: far less than a person
/// needs for two keys.
const HALF_A_KEY: Duration = Duration::from_millis(30);

fn stay(
    session: &mut Session,
    app: &mut App,
    view: &mut View,
    clipboard: &mut Clipboard,
) -> io::Result<u8> {
    let mut last_key = Instant::now();
    loop {
        let mut event = Some(next(session, app, view)?);
        // All that is queued is taken before the screen is drawn once.
        while let Some(happened) = event {
            match happened {
                Event::Key(key) if key.kind != crossterm::event::KeyEventKind::Release => {
                    #[cfg(debug_assertions)]
                    panic_if_asked();
                    app.key(Press::typed(key));
                    if app.waits() {
                        last_key = Instant::now();
                        wake_soon(session.waker());
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
                | Event::Resumed => {}
                Event::Wake => {
                    if last_key.elapsed() >= HALF_A_KEY {
                        app.settle();
                    }
                    clipboard.hear(app, &mut |bytes| session.pass(bytes))?;
                }
            }
            clipboard.take(app, &mut |bytes| session.pass(bytes))?;
            match app.take_request() {
                Some(Request::Quit) => return Ok(0),
                Some(Request::Suspend) => session.suspend()?,
                Some(Request::Redraw) => session.redraw()?,
                Some(Request::Form) => {
                    session.switch_bidi(Kind::of_environment().bidi(app.form))?;
                }
                None => {}
            }
            event = session.try_next();
        }
        draw(session, app, view)?;
    }
}

/// Wakes the loop when the second half of a key would have come.
pub(super) fn wake_soon(waker: Waker) {
    thread::spawn(move || {
        thread::sleep(HALF_A_KEY);
        waker.wake();
    });
}

/// Draws the state and hands back to it what was seen.
fn draw(session: &mut Session, app: &mut App, view: &mut View) -> io::Result<()> {
    let mut seen = None;
    session.draw(|frame| {
        let (what, cursor) = view.draw(app, frame.buffer_mut());
        seen = Some(what);
        if let Some((x, y)) = cursor {
            frame.set_cursor_position(Position { x, y });
        }
    })?;
    if let Some(seen) = seen {
        app.has_seen(seen);
    }
    Ok(())
}
