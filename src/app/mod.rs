//! The state of the screen, the table of commands and what each command does; draws nothing.
//!
//! A key goes to [`App::key`]: the layer on top types it or takes it for a command, else the table
//! ([`command`]) says what it means and [`act`] does it. The view draws [`App`] and hands back what
//! was [`seen`].

pub mod act;
mod agreed;
pub mod board;
pub mod call;
mod changed;
pub mod citation;
pub mod command;
pub mod deferred;
pub mod desk;
pub mod detail;
mod excerpt;
pub mod fields;
pub mod finder;
pub mod form;
pub mod fresh;
pub mod input;
pub mod kept;
pub mod key;
pub mod keyboard;
mod layer;
pub mod loading;
mod lost;
pub mod minutes;
pub mod open;
mod opening;
pub mod outbox;
pub mod picker;
pub mod plain;
mod pressed;
pub mod quick;
pub mod reader;
pub mod recital;
mod renewed;
mod replace;
mod reports;
pub mod row;
pub mod scope;
pub mod searcher;
pub mod seen;
pub mod shelf;
pub mod snippet;
pub mod tally;
pub mod writer;

pub use layer::{Layer, SearchLayer};
pub use shelf::Shelf;

use std::sync::Arc;

use crate::library::{Key, Library};
use crate::report::Language;
use crate::script::Form;
use crate::words::Message;

use board::{Board, BoardKind};
use command::{Context, continuations};
use desk::Desk;
use key::Press;
use keyboard::Keyboard;
use loading::Loading;
use outbox::Outbox;
use plain::Languages;
use pressed::Held;
use scope::Scope;
use searcher::{InStep, Searcher};
use seen::Seen;

/// Which languages the detail shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sides {
    /// The interface's own.
    Own,
    /// The other one.
    Other,
    /// Both, side by side where there is room.
    Both,
}

/// Where the keys go on a board.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Focus {
    /// The board's pane in use.
    Panes,
    /// The detail.
    Detail,
}

/// What the loop outside has to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Request {
    /// Leave the program.
    Quit,
    /// Give the terminal back and stop until continued.
    Suspend,
    /// Send the whole screen again.
    Redraw,
    /// Send the whole screen again in the form that is now the state's.
    Form,
    /// Give the terminal to the person's own editor with the letter in the outbox.
    Editor,
}

/// The detail: which record, and how far it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reading {
    /// The record that was followed to; where none was, the row in hand is shown.
    pub followed: Option<Key>,
    /// The first line seen.
    pub scroll: usize,
    /// The link in hand, counted from 0.
    pub link: Option<usize>,
}

/// The state of the screen.
pub struct App {
    shelf: Arc<Shelf>,
    /// Counts the states of the library.
    generation: u64,
    /// How far the library is read, while it is not there as a whole.
    pub loading: Option<Loading>,
    searcher: Box<dyn Searcher>,
    /// What is read of the history meanwhile.
    asked: reader::Asked,
    /// Counts what the searcher was asked.
    questions: u64,
    /// Keys that wait for an answer of the searcher.
    held: Vec<Held>,
    /// The language of the interface.
    pub language: Language,
    /// How text is sent to the terminal.
    pub form: Form,
    /// Which languages the detail shows.
    pub sides: Sides,
    /// Whether the screen is on another machine, at the end of a line that may be slow.
    pub far: bool,
    /// What is narrowed.
    pub scope: Scope,
    /// Whether the panes follow the item in hand.
    pub linked: bool,
    /// Whether the pane in use has the screen for itself.
    pub zoomed: bool,
    boards: Vec<Board>,
    board: usize,
    /// Where the keys go on the board.
    pub focus: Focus,
    /// The detail.
    pub reading: Reading,
    visited: Vec<(Key, Reading)>,
    ahead: Vec<(Key, Reading)>,
    layers: Vec<Layer>,
    /// What is printed on the keys.
    pub keyboard: Keyboard,
    /// Whether the last letter pressed as a command was an Arabic one.
    arabic: bool,
    pending: Vec<Press>,
    /// A lam that may be half of a key: see [`App::settle`].
    half: Option<Press>,
    /// Said until the next key.
    pub message: Option<Message>,
    /// What is handed to the world outside.
    pub outbox: Outbox,
    /// Who changes records, and what was typed and not saved.
    pub desk: Desk,
    seen: Seen,
    /// The record in hand on which the cursor has come to rest.
    rested: Option<Key>,
    request: Option<Request>,
    /// What others have just changed.
    fresh: fresh::Fresh,
    lost: Option<lost::Lost>,
    /// What is said while a file is missing, and its name; else the registry's.
    missing: Option<(Option<String>, Message)>,
    /// Whether a key has brought another record in hand.
    has_moved: bool,
    /// What was in hand when the screen began.
    begun: Option<Key>,
    /// The call in progress.
    pub call: call::InCall,
    /// The position that is read out.
    pub recital: Option<recital::Recital>,
}

impl Reading {
    /// As far on as lines are not even counted yet.
    pub const END: usize = usize::MAX / 2;
}

impl App {
    /// The screen as it is first seen.
    #[must_use]
    pub fn new(shelf: Arc<Shelf>, language: Language, form: Form) -> Self {
        let mut app = Self {
            shelf,
            generation: 0,
            loading: None,
            searcher: Box::new(InStep),
            asked: reader::Asked::default(),
            questions: 0,
            held: Vec::new(),
            language,
            form,
            sides: Sides::Own,
            far: false,
            scope: Scope::default(),
            linked: true,
            zoomed: false,
            boards: BoardKind::ALL.into_iter().map(Board::new).collect(),
            board: 0,
            focus: Focus::Panes,
            reading: Reading::default(),
            visited: Vec::new(),
            ahead: Vec::new(),
            layers: Vec::new(),
            keyboard: Keyboard::default(),
            arabic: false,
            pending: Vec::new(),
            half: None,
            message: None,
            outbox: Outbox::default(),
            desk: Desk::default(),
            seen: Seen::default(),
            rested: None,
            request: None,
            fresh: fresh::Fresh::default(),
            lost: None,
            missing: None,
            has_moved: false,
            begun: None,
            call: call::InCall::default(),
            recital: None,
        };
        app.refill();
        app.begin();
        app
    }

    /// The reports.
    #[must_use]
    pub fn library(&self) -> &Library {
        &self.shelf.library
    }

    /// The reports, and what is needed to search them.
    #[must_use]
    pub const fn shelf(&self) -> &Arc<Shelf> {
        &self.shelf
    }

    /// Which state of the library this is: what was worked out of an earlier one may no longer hold.
    #[must_use]
    pub const fn generation(&self) -> u64 {
        self.generation
    }

    /// Whether the search index is there.
    #[must_use]
    pub fn is_indexed(&self) -> bool {
        self.shelf.is_indexed()
    }

    /// Has this searcher answer from now on; without one, each search is answered before the key that
    /// asked for it is done.
    pub fn search_with(&mut self, mut searcher: Box<dyn Searcher>) {
        searcher.prepare(&self.shelf);
        self.searcher = searcher;
    }

    /// The board on the screen.
    #[must_use]
    pub fn board(&self) -> Option<&Board> {
        self.boards.get(self.board)
    }

    /// The layer on top of the board.
    #[must_use]
    pub fn layer(&self) -> Option<&Layer> {
        self.layers.last()
    }

    /// How many layers there are.
    #[must_use]
    pub const fn depth(&self) -> usize {
        self.layers.len()
    }

    /// The record in hand: the one [pointed at](Self::pointed_at), else the item that an empty pane follows:
    /// where an item has no position is where its first one is written.
    #[must_use]
    pub fn in_hand(&self) -> Option<Key> {
        let lists = matches!(self.layers.last(), Some(Layer::Search(_) | Layer::Open(_)));
        let followed = || self.board()?.item().filter(|_| self.linked && !lists);
        self.pointed_at().or_else(followed)
    }

    /// The record that one points at: the hit or the choice in hand in a list of records, else the one followed
    /// to, else the row in hand.
    pub(in crate::app) fn pointed_at(&self) -> Option<Key> {
        match self.layers.last() {
            Some(Layer::Search(search)) => return search.in_hand(),
            Some(Layer::Open(open)) => return open.picker.current().map(|choice| choice.value),
            _ => {}
        }
        // A form is of the record that it was opened for.
        let form = self.layers.iter().rev().find_map(|layer| match layer {
            Layer::Form(form) => form.record(),
            _ => None,
        });
        if let Some(key) = form.and_then(|id| self.library().with_id(id)) {
            return Some(key);
        }
        self.row_in_hand()
    }

    /// The record followed to, else the row in hand, whatever lies on top of them.
    pub(in crate::app) fn row_in_hand(&self) -> Option<Key> {
        self.reading
            .followed
            .or_else(|| self.board()?.current()?.key())
    }

    /// The languages of the detail, the first one for labels too.
    #[must_use]
    pub const fn languages(&self) -> Languages {
        match self.sides {
            Sides::Own => Languages::one(self.language),
            Sides::Other => Languages::one(self.language.other()),
            Sides::Both => Languages::both(self.language),
        }
    }

    /// Where keys go.
    #[must_use]
    pub fn context(&self) -> Context {
        match self.layers.last() {
            Some(layer) if layer.types() => Context::Picker,
            Some(Layer::Form(_)) => Context::Form,
            Some(Layer::Open(_)) => Context::Open,
            Some(_) => Context::Question,
            None if self.recital.is_some() => Context::Recital,
            None => match self.focus {
                Focus::Panes => Context::List,
                Focus::Detail => Context::Detail,
            },
        }
    }

    /// The keys pressed that do not yet make a command, and what they can come to; nothing where it is said why
    /// they cannot.
    #[must_use]
    pub fn pending(&self) -> Vec<(&'static command::Command, Press)> {
        if self.pending.is_empty() || self.desk.says_why_not(self.message.as_ref()) {
            return Vec::new();
        }
        continuations(self.context(), &self.pending).collect()
    }

    /// The keys pressed that do not yet make a command.
    #[must_use]
    pub fn pressed(&self) -> &[Press] {
        &self.pending
    }

    /// On which keyboard the keys are told by their Arabic letters: once a command came as one, and
    /// until one comes as a Latin letter.
    #[must_use]
    pub fn arabic_keys(&self) -> Option<Keyboard> {
        self.arabic.then_some(self.keyboard)
    }

    /// What the last frame showed.
    #[must_use]
    pub const fn seen(&self) -> &Seen {
        &self.seen
    }

    /// Whether a step back through what was visited is possible.
    #[must_use]
    pub fn can_go_back(&self) -> bool {
        let here = self.in_hand();
        match self.visited.as_slice() {
            [] => false,
            [(only, _)] => Some(*only) != here,
            _ => true,
        }
    }

    /// What the loop outside has to do, once.
    pub const fn take_request(&mut self) -> Option<Request> {
        self.request.take()
    }

    /// Takes what the last frame showed.
    pub fn has_seen(&mut self, seen: Seen) {
        if let Some(board) = self.boards.get_mut(self.board) {
            for (pane, list) in board.panes.iter_mut().zip(&seen.panes) {
                pane.offset = list.offset;
            }
        }
        if let Some(layer) = self.layers.last_mut() {
            layer.set_offset(seen.layer.offset);
            layer.set_versions(seen.versions);
            if let Some(input) = layer.input_mut().filter(|_| !seen.layer.area.is_empty()) {
                input.set_width(usize::from(seen.layer.area.width));
            }
        }
        if let Some(recital) = &mut self.recital {
            recital.scroll = recital.scroll.min(seen.recital);
        }
        // A detail that was not drawn, or not measured to its end, says nothing of how far it can be
        // read.
        if !seen.detail.area.is_empty() && !seen.detail.more {
            let lowest = seen.detail.lines.saturating_sub(seen.detail.fits);
            self.reading.scroll = self.reading.scroll.min(lowest);
        }
        if seen.brief {
            // Who comes back to a record passes it again.
            self.rested = None;
        }
        self.seen = seen;
    }

    /// Fills the linked panes anew after the item in hand may have changed.
    fn follow_item(&mut self) {
        let leads = self
            .board()
            .is_some_and(|board| board.kind == BoardKind::Council && board.pane == 0);
        if leads
            && self.linked
            && let Some(board) = self.boards.get_mut(self.board)
        {
            board.follow(&self.shelf.library, &self.scope, true);
        }
    }

    /// Fills the board anew after the scope, the link or the item in hand has changed.
    fn refill(&mut self) {
        if let Some(board) = self.boards.get_mut(self.board) {
            board.refill(&self.shelf.library, &self.scope, self.linked);
        }
    }
}
