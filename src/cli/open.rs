//! `majlis`: the screen. The loop: wait for an event, take all that have come, draw once.
//!
//! For the tests, and in debug builds only, the variable `MAJLIS_PANIC` makes the first key a
//! panic: `key` on the thread that draws, `thread` on another.

pub(super) mod waiting;

use std::env;
use std::fs::File;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use crate::app::key::Press;
use crate::app::keyboard::Keyboard;
use crate::app::searcher::Beside;
use crate::app::{App, Request, reader, writer};
use crate::cache::Home;
use crate::library::Key;
use crate::library::keep::{Keeper, keep_off};
use crate::report::Language;
use crate::report::call::Moment;
use crate::terminal::which::{Wish, Word};
use crate::terminal::{Event, Options, Session};
use crate::view::{View, question};
use crate::words::ui::form_in_use;
use crate::words::{Phrase, cli as words, desk};

use self::waiting::{AT_REST, HALF_A_KEY, wake_soon};
use super::clock::Clock;
use super::editor;
use super::forms::Forms;
use super::hand_over::{self, Clipboard};
use super::shelves::Shelves;
use super::{FAILED, Failure};

/// How long one waits for another who is writing. Nothing stands still meanwhile.
const LOCK_WITHIN: Duration = Duration::from_secs(10);

/// Opens the screen over the library in a folder, or the one that is built in, and stays until the
/// person leaves; returns the exit code. What is changed, `keeper` writes.
pub fn run(
    folder: Option<PathBuf>,
    home: &Home,
    keeper: Option<Keeper>,
    language: Language,
    wish: Option<(Wish, Word)>,
    keyboard: Keyboard,
    mouse: bool,
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
    let permission = keeper
        .as_ref()
        .map(|keeper| Arc::clone(keeper.permission()));
    let shelves = Shelves::open(folder, home, permission);
    let (shelf, progress) = shelves.first();
    let forms = Forms::new(wish);
    let mut app = App::new(shelf, language, forms.choice.form);
    app.has_loaded(progress);
    app.keyboard = keyboard;
    if let Some(keeper) = keeper {
        let only_reads = keeper.only_reads();
        app.keep_with(keeper.waiting(LOCK_WITHIN));
        app.keep_typing();
        if only_reads {
            app.tell_typed();
        }
    }
    if app.loading.is_none() {
        app.tell_names();
    }
    app.at(Moment::now());
    app.far = env::var_os("SSH_CONNECTION").is_some();
    let session = Session::enter(Options {
        switch: forms.choice.switch,
        mouse,
        ..Options::default()
    })?;
    let waker = session.waker();
    let mut screen = Screen {
        app,
        session,
        view: View::default(),
        forms,
        shelves,
        clipboard: Clipboard::of_environment(move || waker.wake()),
        last_key: Instant::now(),
        asked: false,
        clock: None,
        stands: None,
        leaving: None,
        author: None,
    };
    screen.draw()?;
    // Only now is there somebody to tell, and time for the index: a search that comes before it is
    // answered when it is made.
    let waker = screen.session.waker();
    if let Some(searcher) = Beside::start(move || waker.wake()) {
        screen.app.search_with(Box::new(searcher));
    }
    let waker = screen.session.waker();
    let bell = screen.session.waker();
    let mut beside = 0;
    screen.app.write_with(|keeper| {
        keeper.ring(move || bell.wake());
        let writer = writer::Beside::start(keeper, move || waker.wake())?;
        beside += 1;
        Some(Box::new(writer))
    });
    let waker = screen.session.waker();
    screen.app.read_with(|keeper| {
        let reader = reader::Beside::start(keeper, move || waker.wake())?;
        beside += 1;
        Some(Box::new(reader))
    });
    // Where the system gives no threads, it is read and written here after all.
    if beside == 2 {
        keep_off();
    }
    let waker = screen.session.waker();
    screen.shelves.tell(move || waker.wake());
    let code = screen.stay()?;
    let left = screen.session.leave().map_err(Failure::from);
    let printed = left.and_then(|()| Ok(hand_over::after(&screen.app, screen.clipboard)?));
    // The memory of a million records goes back with the process, all at once.
    std::mem::forget(Arc::clone(screen.app.shelf()));
    match printed {
        // After a hang-up there is no terminal to give back; the code tells of the signal.
        Err(failure) if code == 0 => Err(failure),
        _ => Ok(code),
    }
}

/// The state, and what stands between it and the person.
struct Screen {
    app: App,
    session: Session,
    view: View,
    forms: Forms,
    shelves: Shelves,
    clipboard: Clipboard,
    /// When a key came that may be half of one.
    last_key: Instant,
    /// The last frame has the question in it: a key that comes now may answer it.
    asked: bool,
    /// Wakes the loop once a second while a time is seen that runs.
    clock: Option<Clock>,
    /// The record on which the cursor may come to rest, and since when it is there.
    stands: Option<(Key, Instant)>,
    /// Since when the person waits for what is being written, to leave.
    leaving: Option<Instant>,
    /// When it is to be looked again who changed something.
    author: Option<Instant>,
}

impl Screen {
    /// Until the person leaves; returns the exit code.
    fn stay(&mut self) -> io::Result<u8> {
        loop {
            let mut event = Some(self.next()?);
            // All that is queued is taken before the screen is drawn once.
            while let Some(happened) = event {
                if let Some(code) = self.take(happened)? {
                    return Ok(code);
                }
                event = self.session.try_next();
            }
            self.await_answer();
            self.await_writer();
            self.await_reader();
            // Keys that waited for the answer may have asked for something.
            if let Some(code) = self.carry_out()? {
                return Ok(code);
            }
            self.draw()?;
        }
    }

    /// The next event. Until it comes, what the last frame left to measure is measured, and drawn
    /// when that is done.
    fn next(&mut self) -> io::Result<Event> {
        while self.app.seen().detail.more {
            if let Some(event) = self.session.try_next() {
                return Ok(event);
            }
            if !self.view.measure(&self.app) {
                self.draw()?;
                break;
            }
        }
        Ok(self.session.next())
    }

    /// Takes an event; the exit code where it ends the session.
    fn take(&mut self, event: Event) -> io::Result<Option<u8>> {
        self.app.at(Moment::now());
        match event {
            Event::Key(key) if key.kind != crossterm::event::KeyEventKind::Release => {
                #[cfg(debug_assertions)]
                panic_if_asked();
                self.key(Press::typed(key))?;
            }
            Event::Answered => {
                if self.forms.answered(self.session.answers()) {
                    self.switch()?;
                }
            }
            Event::Paste(text) => self.app.paste(&text),
            Event::Mouse(mouse) => self.mouse(mouse),
            Event::Quit(signal) => {
                self.finish_writing();
                return Ok(Some(signal.exit_code()));
            }
            // The terminal is gone, or a thread has panicked and said so.
            Event::InputClosed => {
                self.finish_writing();
                return Ok(Some(FAILED));
            }
            Event::Wake => {
                if self.last_key.elapsed() >= HALF_A_KEY {
                    self.app.settle();
                }
                self.app.fade(Instant::now());
                if self
                    .stands
                    .is_some_and(|(_, since)| since.elapsed() >= AT_REST)
                {
                    self.app.rest();
                }
                self.take_shelf();
                self.app.mind_permission();
                while self.app.hear_writer(Duration::ZERO) {}
                while self.app.hear_reader(Duration::ZERO) {}
                self.mind_author();
                let session = &mut self.session;
                self.clipboard
                    .hear(&mut self.app, &mut |bytes| session.pass(bytes))?;
            }
            Event::Key(_)
            | Event::Resize
            | Event::FocusGained
            | Event::FocusLost
            | Event::Resumed => {}
        }
        self.carry_out()
    }

    /// Does what the state asks of the world outside; the exit code where that is to leave.
    fn carry_out(&mut self) -> io::Result<Option<u8>> {
        self.mind_leaving();
        let session = &mut self.session;
        self.clipboard
            .take(&mut self.app, &mut |bytes| session.pass(bytes))?;
        match self.app.take_request() {
            Some(Request::Quit) => return Ok(Some(0)),
            Some(Request::Suspend) => self.session.suspend()?,
            Some(Request::Redraw) => {
                self.forms.ask_again();
                self.session.ask_again()?;
            }
            Some(Request::Editor) => self.editor()?,
            Some(Request::Form) => self.session.switch(self.forms.by_hand(self.app.form))?,
            None => {}
        }
        Ok(None)
    }

    fn key(&mut self, press: Press) -> io::Result<()> {
        if self.asked && self.asks() && self.forms.key(press, self.app.keyboard) {
            self.switch()?;
            self.app.message = Some(form_in_use(&self.app.key_of("form")));
            return Ok(());
        }
        self.app.key(press);
        if self.app.waits() {
            self.last_key = Instant::now();
            wake_soon(self.session.waker());
        }
        Ok(())
    }

    fn mouse(&mut self, mouse: MouseEvent) {
        let (column, row) = (mouse.column, mouse.row);
        match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => self.app.click(column, row),
            MouseEventKind::Drag(MouseButton::Left) => self.app.drag(column, row),
            MouseEventKind::ScrollDown => self.app.wheel(column, row, true),
            MouseEventKind::ScrollUp => self.app.wheel(column, row, false),
            _ => {}
        }
    }

    /// Gives the terminal to the person's own editor, and takes it again with what became of the text.
    fn editor(&mut self) -> io::Result<()> {
        let Some(letter) = self.app.outbox.letter.take() else {
            return Ok(());
        };
        let Some(command) = editor::named() else {
            self.app.message = Some(desk::NO_EDITOR.into());
            return Ok(());
        };
        let text = self.session.lend(|| editor::edit(&command, &letter.text))?;
        let failed = text.as_ref().err().map(editor::Failed::message);
        self.app.edited(text.ok());
        if failed.is_some() {
            self.app.message = failed;
        }
        Ok(())
    }

    /// Turns to the form that was chosen.
    fn switch(&mut self) -> io::Result<()> {
        self.app.form = self.forms.choice.form;
        self.session.switch(self.forms.choice.switch)
    }

    /// Whether the person is asked which form reads right: where nothing is known, where there is
    /// room, and not in the middle of typing.
    fn asks(&self) -> bool {
        let mut size = self.session.size();
        size.height = size.height.saturating_sub(self.app.shows_progress().into());
        self.forms.is_asking() && self.app.layer().is_none() && question::fits(size)
    }

    /// Draws the state and hands back to it what was seen.
    fn draw(&mut self) -> io::Result<()> {
        let mut seen = None;
        let asks = self.asks();
        let (app, view) = (&self.app, &mut self.view);
        let below = u16::from(app.shows_progress());
        self.session.draw(|frame| {
            let (what, cursor) = view.draw(app, frame.buffer_mut());
            seen = Some(what);
            if asks {
                question::draw(frame.buffer_mut(), below);
            }
            if let Some((x, y)) = cursor {
                frame.set_cursor_position(Position { x, y });
            }
        })?;
        if let Some(seen) = seen {
            self.asked = asks;
            if !seen.clock {
                self.clock = None;
            } else if self.clock.is_none() {
                self.clock = Some(Clock::start(self.session.waker()));
            }
            let brief = seen.brief;
            self.app.has_seen(seen);
            self.mind_rest(brief);
        }
        Ok(())
    }
}

/// A panic, where a test asks for it.
#[cfg(debug_assertions)]
#[expect(clippy::panic, reason = "a panic is what is asked for")]
fn panic_if_asked() {
    match env::var("MAJLIS_PANIC").as_deref() {
        Ok("key") => panic!("a panic was asked for"),
        Ok("thread") => drop(std::thread::spawn(|| panic!("a panic was asked for")).join()),
        _ => {}
    }
}
