//! Keys as they are pressed, on a terminal without a screen: raw mode and nothing more.

use std::io;
use std::time::Instant;

use crossterm::event::{KeyCode, KeyEventKind};

use crate::app::Request;
use crate::app::key::Press;
use crate::linear::{self, Echo, Glance, echo};
use crate::report::call::Moment;
use crate::terminal::{Event, Options, Session};

use super::super::editor;
use super::super::hand_over::Clipboard;
use super::super::open::waiting::{HALF_A_KEY, wake_soon};
use super::super::{FAILED, Failure};
use super::Told;
use super::news::after;

/// Reads keys until the person leaves; returns the exit code, with the terminal given back.
pub(super) fn stay(told: &mut Told) -> Result<(u8, Clipboard), Failure> {
    told.line_end = "\r\n";
    let mut session = Session::enter(Options {
        linear: true,
        ..Options::default()
    })?;
    let waker = session.waker();
    let mut clipboard = Clipboard::of_environment(move || waker.wake());
    let start = linear::start(&told.app);
    say(told, &mut session, &start)?;
    let waker = session.waker();
    told.news.tell(move || waker.wake());
    let code = read(told, &mut session, &mut clipboard)?;
    if told.unfinished {
        session.pass(told.line_end.as_bytes())?;
        told.unfinished = false;
    }
    match session.leave() {
        // After a hang-up there is no terminal to give back; the code tells of the signal.
        Err(error) if code == 0 => Err(error.into()),
        _ => Ok((code, clipboard)),
    }
}

fn read(told: &mut Told, session: &mut Session, clipboard: &mut Clipboard) -> io::Result<u8> {
    loop {
        let event = session.next();
        told.app.at(Moment::now());
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => {
                match press(told, session, clipboard, Some(Press::typed(key)))? {
                    Some(Request::Quit) => return Ok(0),
                    Some(Request::Suspend) => session.suspend()?,
                    Some(Request::Editor) => edit(told, session)?,
                    _ => {}
                }
            }
            Event::Paste(text) => {
                let then = linear::typed(&told.app).map(|(text, at)| (text.to_owned(), at));
                told.app.paste(&text);
                echo_typed(told, session, then)?;
            }
            Event::Wake => {
                // Others wake too: a program that has taken a text.
                if told.app.waits() && is_whole(told.half, Instant::now()) {
                    press(told, session, clipboard, None)?;
                }
                if clipboard.hear(&mut told.app, &mut |bytes| session.pass(bytes))? {
                    say_message(told, session)?;
                }
                let waker = session.waker();
                told.hear_others(|long| after(long, move || waker.wake()));
            }
            Event::Resumed => {
                told.unfinished = false;
                let lines = linear::whole(&told.app);
                say(told, session, &lines)?;
            }
            Event::Quit(signal) => {
                told.app.give_up();
                return Ok(signal.exit_code());
            }
            // The terminal is gone, or a thread has panicked and said so.
            Event::InputClosed => {
                told.app.give_up();
                return Ok(FAILED);
            }
            Event::Key(_)
            | Event::Resize
            | Event::Mouse(_)
            | Event::FocusGained
            | Event::FocusLost
            | Event::Answered => {}
        }
        let others = told.others();
        say(told, session, &others)?;
    }
}

/// Gives the terminal to the person's own editor, and says what became of the text.
fn edit(told: &mut Told, session: &mut Session) -> io::Result<()> {
    let before = Glance::of(&told.app);
    let command = editor::named();
    match (command, told.app.outbox.letter.take()) {
        (Some(command), Some(letter)) => {
            let text = session.lend(|| editor::edit(&command, &letter.text))?;
            let failed = text.as_ref().err().map(editor::Failed::message);
            told.app.edited(text.ok());
            if failed.is_some() {
                told.app.message = failed;
            }
        }
        _ => told.no_editor(),
    }
    told.settle();
    let lines = told.lines_since(&before, None);
    say(told, session, &lines)
}

/// A key, or none where the one before it was a whole one: what it changes is said, what it types
/// is echoed.
fn press(
    told: &mut Told,
    session: &mut Session,
    clipboard: &mut Clipboard,
    press: Option<Press>,
) -> io::Result<Option<Request>> {
    // Enter tells the results of what was typed; once they are told, it takes the one in hand.
    if told.untold && press == Some(Press::plain(KeyCode::Enter)) && told.app.pressed().is_empty() {
        told.untold = false;
        let lines = linear::results(&told.app);
        if !lines.is_empty() && !linear::is_text(&told.app) {
            say(told, session, &lines)?;
            return Ok(None);
        }
    }
    let before = Glance::of(&told.app);
    let then = linear::typed(&told.app).map(|(text, at)| (text.to_owned(), at));
    match press {
        Some(press) => told.app.key(press),
        None => told.app.settle(),
    }
    if told.app.waits() {
        told.half = Some(Instant::now());
        wake_soon(session.waker());
        return Ok(None);
    }
    told.settle();
    let request = told.request();
    clipboard.take(&mut told.app, &mut |bytes| session.pass(bytes))?;
    if then.is_some() && echo_typed(told, session, then)? {
        return Ok(request);
    }
    let lines = told.lines_since(&before, request);
    say(told, session, &lines)?;
    Ok(request)
}

/// Whether a key that came then is a whole one: no second half has come in its time.
fn is_whole(half: Option<Instant>, now: Instant) -> bool {
    half.is_none_or(|came| now.saturating_duration_since(came) >= HALF_A_KEY)
}

/// Echoes what was typed since then; says whether there was something.
fn echo_typed(
    told: &mut Told,
    session: &mut Session,
    then: Option<(String, usize)>,
) -> io::Result<bool> {
    let then = then.as_ref().map(|(text, at)| (text.as_str(), *at));
    match echo(then, &told.app) {
        Echo::Nothing => return Ok(false),
        Echo::Behind(more) => {
            told.untold = true;
            told.unfinished = true;
            session.pass(more.as_bytes())?;
        }
        Echo::NewLine => session
            .pass(told.line_end.as_bytes())
            .map(|_| told.unfinished = true)?,
        Echo::Anew(line) => {
            told.untold = true;
            say(told, session, std::slice::from_ref(&line))?;
        }
        Echo::At(cluster) => say(told, session, std::slice::from_ref(&cluster))?,
    }
    Ok(true)
}

/// Says what the state has to say, apart from any change.
fn say_message(told: &mut Told, session: &mut Session) -> io::Result<()> {
    let said = told.app.message.as_ref();
    let line = said.map(|said| crate::script::sanitise(said.get(told.app.language)).into_owned());
    say(told, session, line.as_slice())
}

fn say(told: &mut Told, session: &mut Session, lines: &[String]) -> io::Result<()> {
    // The window may have another size by now.
    told.columns = Some(super::super::output::columns());
    let bytes = told.written(lines);
    if !bytes.is_empty() {
        session.pass(bytes.as_bytes())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_wake_for_something_else_does_not_part_a_key_from_its_second_half() {
        let came = Instant::now();
        for (milliseconds, whole) in [(0, false), (29, false), (30, true), (1000, true)] {
            let now = came + Duration::from_millis(milliseconds);
            assert_eq!(is_whole(Some(came), now), whole, "{milliseconds}");
        }
        assert!(is_whole(None, came));
    }
}
