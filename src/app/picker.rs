//! A list to pick from by typing: filters, commands, help.

use std::mem;
use std::rc::Rc;

use crate::search::fold::fold;
use crate::search::{Document, Field, Index, Marker, Query, Search, Way};
use crate::words::Message;
use crate::words::query::FIELDS;

use super::App;
use super::input::Input;
use super::replace::outward;

/// One thing that can be picked.
#[derive(Debug, Clone)]
pub struct Choice<T> {
    /// What it is called.
    pub name: Message,
    /// What stands at the other end of the row: a key, a count.
    pub aside: String,
    /// The heading under which it stands, where the list has headings.
    pub group: Option<Message>,
    /// What is picked.
    pub value: T,
}

/// A list to pick from, narrowed by what is typed.
pub struct Picker<T> {
    /// What is picked here.
    pub title: Message,
    /// What was typed.
    pub input: Input,
    choices: Vec<Choice<T>>,
    /// So many of them are what the list is of; the others come behind them, however well they are met.
    main: usize,
    index: Index,
    shown: Vec<usize>,
    /// The row in hand, among those shown.
    pub selected: usize,
    /// The first row that was seen when it was last drawn.
    pub offset: usize,
    /// Whether keys are typed; else they are commands that act on the row in hand.
    pub typing: bool,
    /// Whether no row is in hand as yet: something has to be chosen, and nothing is by itself.
    pub is_open: bool,
    /// Whether that is so as long as nothing is typed.
    waits: bool,
    /// The row in hand as long as nothing is typed.
    first: usize,
    /// How the choices are made, where they come from the library.
    pub(super) source: Option<Source<T>>,
    /// How what is typed is itself a choice, where it can be one that is not in the list.
    typed: Option<Typed<T>>,
    /// Whether the last choice is the one that was typed.
    has_typed: bool,
    /// What a choice is looked for by besides its name, where there is more.
    also: Option<Also<T>>,
    /// Whether it is a list of names: what only sounds like the one that is typed is not taken for it.
    is_of_names: bool,
}

/// Makes a choice of what is typed, where that is one; told is whether the list has something of it.
pub(super) type Typed<T> = Box<dyn Fn(&str, bool) -> Option<Choice<T>>>;

/// Makes choices from the state.
pub(super) type Source<T> = fn(&App) -> Vec<Choice<T>>;

/// What a choice is looked for by besides its name.
pub(super) type Also<T> = Rc<dyn Fn(&T) -> String>;

fn index<T>(choices: &[Choice<T>], also: Option<&Also<T>>) -> Index {
    Index::build(choices.iter().map(|choice| Document {
        fields: vec![
            (Field::Title, choice.name.ar.as_str().into()),
            (Field::Title, choice.name.en.as_str().into()),
            (Field::Code, choice.aside.as_str().into()),
            (
                Field::Text,
                also.map_or_else(String::new, |also| also(&choice.value)).into(),
            ),
        ],
        weight: 0,
        ..Document::default()
    }))
}

impl<T> Picker<T> {
    /// A list of all that can be picked.
    #[must_use]
    pub fn new(title: Message, choices: Vec<Choice<T>>) -> Self {
        Self {
            title,
            input: Input::default(),
            shown: (0..choices.len()).collect(),
            main: choices.len(),
            index: index(&choices, None),
            choices,
            selected: 0,
            offset: 0,
            typing: true,
            is_open: false,
            waits: false,
            first: 0,
            source: None,
            typed: None,
            has_typed: false,
            also: None,
            is_of_names: false,
        }
    }

    /// The list, of names: who is called just so comes first, and what only sounds like what is typed is not in
    /// hand by itself.
    pub(super) const fn of_names(mut self) -> Self {
        self.is_of_names = true;
        self
    }

    /// The list, whose choices are looked for by other words too.
    pub(super) fn also(mut self, also: impl Fn(&T) -> String + 'static) -> Self {
        let also: Also<T> = Rc::new(also);
        self.index = index(&self.choices, Some(&also));
        self.also = Some(also);
        self
    }

    /// A list of what comes from the library.
    pub(super) fn of(title: Message, app: &App, source: Source<T>) -> Self {
        Self {
            source: Some(source),
            ..Self::new(title, source(app))
        }
    }

    /// The list, in which what is typed can be a choice of its own; it then stands first.
    pub(super) fn with_typed(mut self, typed: Typed<T>) -> Self {
        self.typed = Some(typed);
        self
    }

    /// Adds choices behind the others, before anything is typed.
    pub(super) fn add(&mut self, more: impl IntoIterator<Item = Choice<T>>) {
        self.choices.extend(more);
        self.index = index(&self.choices, self.also.as_ref());
        self.narrow();
    }

    /// Puts other choices in, after the library has changed. The choice in hand stays in hand, as
    /// `same` knows it, at its place on the screen; where it is gone, the nearest one that remains.
    pub(super) fn renew(&mut self, choices: Vec<Choice<T>>, same: impl Fn(&T, &T) -> bool) {
        let (selected, above) = (self.selected, self.selected.saturating_sub(self.offset));
        let before: Vec<usize> = mem::take(&mut self.shown);
        let old = mem::replace(&mut self.choices, choices);
        self.main = self.choices.len();
        self.has_typed = false;
        self.index = index(&self.choices, self.also.as_ref());
        self.narrow();
        let near = outward(selected, before.len()).filter_map(|at| old.get(*before.get(at)?));
        let mut values = near.map(|choice| &choice.value);
        let place = values.find_map(|old| self.shown().position(|new| same(old, &new.value)));
        match place {
            Some(place) => {
                self.selected = place;
                self.offset = place.saturating_sub(above);
            }
            None => self.selected = selected.min(self.count().saturating_sub(1)),
        }
    }

    /// What is left after what was typed, best first.
    pub fn shown(&self) -> impl Iterator<Item = &Choice<T>> + '_ {
        self.shown
            .iter()
            .filter_map(|index| self.choices.get(*index))
    }

    /// Whether there is such a choice in the whole list.
    pub(super) fn offers(&self, is_one: impl Fn(&T) -> bool) -> bool {
        self.choices.iter().any(|choice| is_one(&choice.value))
    }

    /// Whether the first choice is the one that was made of what is typed.
    pub(super) const fn has_typed(&self) -> bool {
        self.has_typed
    }

    /// How many are left.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.shown.len()
    }

    /// The choice in hand.
    #[must_use]
    pub fn current(&self) -> Option<&Choice<T>> {
        self.shown
            .get(self.selected)
            .filter(|_| !self.is_open)
            .and_then(|index| self.choices.get(*index))
    }

    /// Narrows the list to what was typed, in either language, or to the key that it names.
    pub fn narrow(&mut self) {
        if mem::take(&mut self.has_typed) {
            self.choices.pop();
        }
        let typed = self.input.text().trim();
        self.is_open = self.waits && typed.is_empty();
        // With fields it is read as people ask: what says nothing is passed over. None has a value here.
        let query = match self.also {
            Some(_) => Query::read(typed, FIELDS, &mut |_, _| None),
            None => Query::parse(typed),
        };
        self.shown = if typed.is_empty() {
            (0..self.choices.len()).collect()
        } else if query.is_empty() {
            self.choices
                .iter()
                .enumerate()
                .filter(|(_, choice)| choice.aside.split(' ').any(|key| key == typed))
                .map(|(index, _)| index)
                .collect()
        } else {
            self.index
                .search(&query, self.choices.len(), None)
                .hits
                .iter()
                .filter_map(|hit| usize::try_from(hit.key).ok())
                .collect()
        };
        let choice = |at: &usize| self.choices.get(*at);
        let is_just_so =
            |at: &usize| self.is_of_names && choice(at).is_some_and(|one| is_called(one, typed));
        self.shown
            .sort_by_cached_key(|at| (!is_just_so(at), *at >= self.main));
        let first = self.shown.first();
        let sounds = self.is_of_names
            && !query.is_empty()
            && first
                .and_then(choice)
                .is_some_and(|one| only_sounds_like(one, &query));
        let is_found = first.is_some_and(|at| *at < self.main && !sounds || is_just_so(at));
        self.is_open |= sounds;
        if let Some(own) = self.typed.as_ref().and_then(|make| make(typed, is_found)) {
            self.shown.insert(0, self.choices.len());
            self.choices.push(own);
            self.has_typed = true;
            self.is_open = false;
        }
        self.selected = if typed.is_empty() { self.first } else { 0 };
    }

    /// Puts the row in hand that is chosen already; where none is, none is in hand until one is chosen.
    pub(super) fn start_at(&mut self, row: Option<usize>) {
        self.first = row.unwrap_or_default();
        self.selected = self.first;
        (self.waits, self.is_open) = (row.is_none(), row.is_none());
    }

    /// Whether one has typed or moved in it, and so chosen the row in hand.
    pub(super) fn is_touched(&self) -> bool {
        let is_typed = !self.input.text().trim().is_empty();
        !self.is_open && (self.waits || is_typed || self.selected != self.first)
    }

    /// Types this, where nothing was typed as yet.
    pub(super) fn begin(&mut self, typed: &str) {
        self.input = Input::of(typed);
        self.narrow();
    }

    /// Shows all again, the choice in hand still in hand; keys are commands from now on.
    pub(super) fn end_typing(&mut self) {
        let kept = self.shown.get(self.selected).copied();
        self.typing = false;
        self.input = Input::default();
        self.narrow();
        let place = kept.and_then(|kept| self.shown.iter().position(|one| *one == kept));
        self.selected = place.unwrap_or(0);
    }

    /// Moves the row in hand, and stops at the ends.
    pub fn step(&mut self, by: isize) {
        // The first step takes the first row in hand.
        let by = match mem::take(&mut self.is_open) {
            true => by.saturating_sub(1),
            false => by,
        };
        self.selected = self
            .selected
            .saturating_add_signed(by)
            .min(self.shown.len().saturating_sub(1));
    }
}

/// Whether all words that are typed stand whole in one of the names of a choice.
fn is_called<T>(choice: &Choice<T>, typed: &str) -> bool {
    let typed = fold(typed).text();
    let mut typed = typed.split(' ').filter(|word| !word.is_empty()).peekable();
    let names = [&choice.name.ar, &choice.name.en].map(|name| fold(name).text());
    typed.peek().is_some()
        && names.iter().any(|name| {
            let has = |word: &str| name.split(' ').any(|one| one == word);
            typed.clone().all(has)
        })
}

/// Whether a choice has what is typed only by its sound.
fn only_sounds_like<T>(choice: &Choice<T>, query: &Query) -> bool {
    let mut marker = Marker::new(query);
    let texts = [&choice.name.ar, &choice.name.en, &choice.aside];
    !texts.into_iter().any(|text| {
        let is_met = !marker.marks(text).is_empty();
        is_met && marker.ways().iter().all(|way| way != Way::Sound)
    })
}
