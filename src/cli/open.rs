//! `majlis`: the screen. The loop: wait for an event, take all that have come, draw once.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::thread;

use ratatui::layout::Position;

use crate::app::key::Press;
use crate::app::{App, Request, Shelf};
use crate::library::Library;
use crate::report::Language;
use crate::script::Form;
use crate::terminal::{Event, Options, Session};
use crate::view;
use crate::words::cli as words;

/// Opens the screen and stays until the person leaves; returns the exit code.
pub fn run(library: Library, language: Language, form: Form) -> io::Result<u8> {
    if !io::stdout().is_terminal() {
        writeln!(io::stderr(), "majlis: {}", words::NO_TERMINAL.get(language))?;
        return Ok(super::FAILED);
    }
    let shelf = Arc::new(Shelf::new(library));
    let mut app = App::new(Arc::clone(&shelf), language, form);
    let mut options = Options::default();
    if form == Form::Off {
        options.bidi = crate::terminal::Bidi::Untouched;
    }
    let mut session = Session::enter(options)?;
    draw(&mut session, &mut app)?;
    // The index is made while the first frame is read; a search that comes sooner waits for it.
    thread::spawn(move || {
        shelf.finder();
    });
    let code = stay(&mut session, &mut app);
    let left = session.leave();
    match code {
        Ok(code) => left.map(|()| code),
        Err(error) => Err(error),
    }
}

fn stay(session: &mut Session, app: &mut App) -> io::Result<u8> {
    loop {
        let mut event = Some(session.next());
        // All that is queued is taken before the screen is drawn once.
        while let Some(happened) = event {
            match happened {
                Event::Key(key) if key.kind != crossterm::event::KeyEventKind::Release => {
                    app.key(Press::typed(key));
                }
                Event::Paste(text) => app.paste(&text),
                Event::Quit(signal) => return Ok(signal.exit_code()),
                Event::InputClosed => return Ok(0),
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
                Some(Request::Redraw) => session.redraw()?,
                None => {}
            }
            event = session.try_next();
        }
        draw(session, app)?;
    }
}

/// Draws the state and hands back to it what was seen.
fn draw(session: &mut Session, app: &mut App) -> io::Result<()> {
    let mut seen = None;
    session.draw(|frame| {
        let (what, cursor) = view::draw(app, frame.buffer_mut());
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
