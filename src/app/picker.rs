//! A list to pick from by typing: filters, commands, help.

use crate::search::{Document, Field, Index, Query, Search};
use crate::words::Message;

use super::input::Input;

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
    index: Index,
    shown: Vec<usize>,
    /// The row in hand, among those shown.
    pub selected: usize,
    /// The first row that was seen when it was last drawn.
    pub offset: usize,
}

impl<T> Picker<T> {
    /// A list of all that can be picked.
    #[must_use]
    pub fn new(title: Message, choices: Vec<Choice<T>>) -> Self {
        let index = Index::build(choices.iter().map(|choice| Document {
            fields: vec![
                (Field::Title, choice.name.ar.as_str().into()),
                (Field::Title, choice.name.en.as_str().into()),
                (Field::Code, choice.aside.as_str().into()),
            ],
            weight: 0,
            ..Document::default()
        }));
        Self {
            title,
            input: Input::default(),
            shown: (0..choices.len()).collect(),
            choices,
            index,
            selected: 0,
            offset: 0,
        }
    }

    /// What is left after what was typed, best first.
    pub fn shown(&self) -> impl Iterator<Item = &Choice<T>> + '_ {
        self.shown
            .iter()
            .filter_map(|index| self.choices.get(*index))
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
            .and_then(|index| self.choices.get(*index))
    }

    /// Narrows the list to what was typed, in either language, or to the key that it names.
    pub fn narrow(&mut self) {
        let typed = self.input.text().trim();
        let query = Query::parse(typed);
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
        self.selected = 0;
    }

    /// Moves the row in hand, and stops at the ends.
    pub fn step(&mut self, by: isize) {
        self.selected = self
            .selected
            .saturating_add_signed(by)
            .min(self.shown.len().saturating_sub(1));
    }
}
