//! Layers on top of the board: search, help, commands, filters, problems. Only the topmost one has
//! the keys; what lies under it stays as it was.

use crate::library::Key;
use crate::search::Query;

use super::command::Command;
use super::fields::{Completion, completions};
use super::finder::Found;
use super::input::Input;
use super::picker::Picker;
use super::scope::Filter;
use super::{App, Reading};

/// How many hits a search keeps at hand.
const HITS: usize = 200;

/// What lies on top of the board.
pub enum Layer {
    /// Searching everything.
    Search(SearchLayer),
    /// The commands with their keys.
    Help(Picker<&'static Command>),
    /// The commands, by typing.
    Palette(Picker<&'static Command>),
    /// Filters to choose from.
    Filters(Picker<Filter>),
    /// The filters in force, to remove one of them.
    Unfilter(Picker<Filter>),
    /// What is wrong with the library's files.
    Problems(Picker<usize>),
}

/// A search as one types.
#[derive(Default)]
pub struct SearchLayer {
    /// What was typed.
    pub input: Input,
    /// The query read from it.
    pub query: Query,
    /// What was found.
    pub found: Found,
    /// How the query may go on at the caret.
    pub completions: Vec<Completion>,
    /// The hit in hand.
    pub selected: usize,
    /// The first hit that was seen when it was last drawn.
    pub offset: usize,
    /// What was being read when the search was opened; it is given back when it closes.
    pub(super) before: Reading,
}

impl SearchLayer {
    /// The record of the hit in hand.
    #[must_use]
    pub fn in_hand(&self) -> Option<Key> {
        self.found.hits.get(self.selected).map(|(key, _)| *key)
    }

    /// Puts in the first way in which the query may go on; says whether there was one.
    pub(super) fn complete(&mut self, rtl: bool) -> bool {
        let Some(first) = self.completions.first() else {
            return false;
        };
        self.input.replace(first.place.clone(), &first.text, rtl);
        true
    }
}

impl Layer {
    /// The line that is typed in.
    pub const fn input_mut(&mut self) -> &mut Input {
        match self {
            Self::Search(search) => &mut search.input,
            Self::Help(picker) | Self::Palette(picker) => &mut picker.input,
            Self::Filters(picker) | Self::Unfilter(picker) => &mut picker.input,
            Self::Problems(picker) => &mut picker.input,
        }
    }

    /// Moves the row in hand, and stops at the ends.
    pub fn step(&mut self, by: isize) {
        match self {
            Self::Search(search) => {
                search.selected = search
                    .selected
                    .saturating_add_signed(by)
                    .min(search.found.hits.len().saturating_sub(1));
            }
            Self::Help(picker) | Self::Palette(picker) => picker.step(by),
            Self::Filters(picker) | Self::Unfilter(picker) => picker.step(by),
            Self::Problems(picker) => picker.step(by),
        }
    }

    /// The row in hand, from 0.
    #[must_use]
    pub const fn selected(&self) -> usize {
        match self {
            Self::Search(search) => search.selected,
            Self::Help(picker) | Self::Palette(picker) => picker.selected,
            Self::Filters(picker) | Self::Unfilter(picker) => picker.selected,
            Self::Problems(picker) => picker.selected,
        }
    }

    /// Remembers the first row that was seen.
    pub const fn set_offset(&mut self, offset: usize) {
        match self {
            Self::Search(search) => search.offset = offset,
            Self::Help(picker) | Self::Palette(picker) => picker.offset = offset,
            Self::Filters(picker) | Self::Unfilter(picker) => picker.offset = offset,
            Self::Problems(picker) => picker.offset = offset,
        }
    }
}

impl App {
    /// Searches or narrows anew after something was typed.
    pub(super) fn typed(&mut self) {
        let shelf = self.shelf.clone();
        match self.layers.last_mut() {
            Some(Layer::Search(search)) => {
                let (finder, library) = (shelf.finder(), &shelf.library);
                search.query = finder.read(library, search.input.text());
                search.found = finder.search(library, &search.query, HITS, None);
                search.completions = completions(
                    search.input.text(),
                    search.input.caret().at,
                    library,
                    finder.values(),
                    self.language,
                );
                search.selected = 0;
            }
            Some(Layer::Help(picker) | Layer::Palette(picker)) => picker.narrow(),
            Some(Layer::Filters(picker) | Layer::Unfilter(picker)) => picker.narrow(),
            Some(Layer::Problems(picker)) => picker.narrow(),
            None => {}
        }
    }
}
