//! Where a value stands in a file, and what is to become of it.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_yaml::Value;

/// Where a value stands in a file, from its root: `items[27].position.status`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FieldPath(pub Vec<Step>);

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Step {
    /// The value of this key of a map.
    Key(String),
    /// The element of a list whose `id` is this, as it is written in the file.
    Id(String),
    /// The element at this place of a list, from 0.
    Place(usize),
}

impl FieldPath {
    /// The file as a whole.
    #[must_use]
    pub const fn root() -> Self {
        Self(Vec::new())
    }

    /// Goes on to the value of this key.
    #[must_use]
    pub fn key(self, key: impl Into<String>) -> Self {
        self.step(Step::Key(key.into()))
    }

    /// Goes on to the element with this id.
    #[must_use]
    pub fn id(self, id: impl Into<String>) -> Self {
        self.step(Step::Id(id.into()))
    }

    /// Goes on to the element at this place, from 0.
    #[must_use]
    pub fn place(self, place: usize) -> Self {
        self.step(Step::Place(place))
    }

    /// Goes on by this step.
    #[must_use]
    pub fn step(mut self, step: Step) -> Self {
        self.0.push(step);
        self
    }
}

impl fmt::Display for FieldPath {
    /// As people read it: `items[27].position.status`; places count from 1, `items[#1]`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if nth == 0 => write!(out, "{key}")?,
                Step::Key(key) => write!(out, ".{key}")?,
                Step::Id(id) => write!(out, "[{id}]")?,
                Step::Place(place) => write!(out, "[#{}]", place.saturating_add(1))?,
            }
        }
        Ok(())
    }
}

/// One change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Edit {
    /// Gives a field this value. Where the key is missing it is added, in the order of the model's
    /// fields, and so are the maps that lead to it. Of a list or map only what differs is written.
    Set {
        /// The field, or the element of a list.
        at: FieldPath,
        /// What it becomes.
        value: Value,
    },
    /// Takes a key or an element of a list away. A list or map that would be left empty goes with
    /// its key; an element of a list, and the file itself, stays as an empty one.
    Remove {
        /// The field, or the element of a list.
        at: FieldPath,
    },
    /// Puts a new element in a list. Where there is no list, one is made.
    Insert {
        /// The list.
        list: FieldPath,
        /// The element that it is put before; the end where none is named.
        before: Option<Step>,
        /// The new element.
        value: Value,
    },
    /// Moves an element within its list.
    Move {
        /// The element.
        at: FieldPath,
        /// The element that it is put before; the end where none is named.
        before: Option<Step>,
    },
}

impl Edit {
    /// What it changes: the field or element; for a new element its list.
    #[must_use]
    pub const fn at(&self) -> &FieldPath {
        match self {
            Self::Set { at, .. } | Self::Remove { at } | Self::Move { at, .. } => at,
            Self::Insert { list, .. } => list,
        }
    }
}
