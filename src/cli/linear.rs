//! `majlis --linear`: the same state and the same commands, told in lines. With a terminal on both
//! ends a key is a command at once; else each line that comes in is keys or commands.
//!
//! What others do meanwhile is told in lines too; never in the middle of what is being typed.

mod keys;
mod news;
mod script;

use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::Instant;

use crate::app::keyboard::Keyboard;
use crate::app::{App, Request};
use crate::cache::Home;
use crate::library::keep::Keeper;
use crate::library::live;
use crate::linear::{self, Glance};
use crate::report::Language;
use crate::report::call::Moment;
use crate::script::{Direction, Form, Layout};
use crate::words::{desk, ui};

use super::Failure;
use super::hand_over;
use super::shelves::Shelves;
use news::News;

/// Tells the state until the person leaves, or there is no more to read; returns the exit code.
/// What is changed, `keeper` writes.
pub fn run(
    folder: Option<PathBuf>,
    home: &Home,
    keeper: Option<Keeper>,
    language: Language,
    keyboard: Keyboard,
) -> Result<u8, Failure> {
    let permission = keeper
        .as_ref()
        .map(|keeper| Arc::clone(keeper.permission()));
    let shelves = Shelves::open(folder.clone(), home, permission);
    let shelf = shelves.whole();
    // The text goes out in logical order, as screen readers expect it.
    let mut app = App::new(Arc::clone(&shelf), language, Form::Off);
    app.keyboard = keyboard;
    if let Some(keeper) = keeper {
        app.keep_with(keeper);
        app.tell_kept();
        app.tell_typed();
    }
    app.tell_names();
    app.at(Moment::now());
    // A line of a script may come before anything else is heard of a call that is on.
    if let Some(folder) = &folder {
        app.hear_call(live::hear(folder));
    }
    let mut told = Told {
        app,
        news: News::of(shelves, folder.as_deref()),
        unfinished: false,
        untold: false,
        half: None,
        whole: false,
        line_end: "\n",
        columns: None,
    };
    told.settle();
    // The index is made while the first lines are read; a search that comes sooner waits for it.
    thread::spawn(move || _ = shelf.finder());
    let (code, clipboard) = if io::stdin().is_terminal() && io::stdout().is_terminal() {
        keys::stay(&mut told)?
    } else {
        script::stay(&mut told)?
    };
    match hand_over::after(&told.app, clipboard) {
        // After a hang-up nobody reads; the code tells of the signal.
        Err(error) if code == 0 => Err(error.into()),
        _ => Ok(code),
    }
}

/// The state, and how far it has been told.
struct Told {
    app: App,
    news: News,
    /// Whether what was written last has no end of its line yet: letters that were echoed.
    unfinished: bool,
    /// Whether something was typed whose results were not told.
    untold: bool,
    /// When a key came that may be half of one.
    half: Option<Instant>,
    /// A line that was read as a whole is still to be added or left.
    whole: bool,
    line_end: &'static str,
    /// The columns of the terminal, where lines go to one: a word is not broken at its edge.
    columns: Option<usize>,
}

impl Told {
    /// Hands back to the state what is taken as seen.
    fn settle(&mut self) {
        let seen = linear::seen(&self.app);
        self.app.has_seen(seen);
    }

    /// What the state asks for, as far as it is for lines; the rest is for who reads the keys.
    fn request(&mut self) -> Option<Request> {
        let request = self.app.take_request();
        if request == Some(Request::Form) {
            // There is no other form than that of the text itself.
            self.app.form = Form::Off;
            self.app.message = Some(ui::NOT_HERE.into());
            return None;
        }
        request
    }

    /// What is to be said after a key or a command.
    fn lines_since(&mut self, before: &Glance, request: Option<Request>) -> Vec<String> {
        if request == Some(Request::Redraw) {
            return linear::whole(&self.app);
        }
        let lines = linear::changes(before, &self.app);
        self.untold = false;
        if lines.is_empty() && request.is_none() {
            return linear::again(&self.app);
        }
        lines
    }

    /// Says that the person's own editor cannot be opened from here.
    fn no_editor(&mut self) {
        self.app.outbox.letter = None;
        self.app.message = Some(desk::NO_EDITOR.into());
    }

    /// Lines as bytes. Letters that were echoed before them end their line first.
    fn written(&mut self, lines: &[String]) -> String {
        let mut bytes = String::new();
        if self.unfinished && !lines.is_empty() {
            bytes.push_str(self.line_end);
            self.unfinished = false;
        }
        for line in lines {
            let Some(columns) = self.columns else {
                bytes.push_str(line);
                bytes.push_str(self.line_end);
                continue;
            };
            for row in Layout::new(Form::Off, Direction::Auto).wrap(line, columns) {
                bytes.push_str(row.text().trim_end());
                bytes.push_str(self.line_end);
            }
        }
        bytes
    }
}
