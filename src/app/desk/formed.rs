//! What was changed from within the forms that are open. Only that is undone and done again there:
//! in a form a letter may be the first of a text, and what is undone elsewhere is not seen.

use crate::library::keep::ChangeId;
use crate::words::{Message, desk as words, ui};

use super::super::{App, Layer};
use super::writing::stack::{Effect, Name};

/// What was ordered since the first of the forms was opened.
#[derive(Debug)]
pub(super) struct Formed {
    /// The number of the last order before that.
    since: u64,
    /// What the history calls those that were carried out.
    made: Vec<ChangeId>,
}

impl Formed {
    /// An order was carried out, under this name.
    pub fn told(&mut self, order: u64, line: &ChangeId) {
        if order > self.since {
            self.made.push(line.clone());
        }
    }

    fn has(&self, name: &Name) -> bool {
        match name {
            Name::Order(number) => *number > self.since,
            Name::Line(id) => self.made.contains(id),
        }
    }
}

impl App {
    /// Notes that a form was opened, or that none is open any more.
    pub(in crate::app) fn mind_forms(&mut self) {
        let is_form = |layer: &Layer| matches!(layer, Layer::Form(_));
        if !self.layers.iter().any(is_form) {
            self.desk.formed = None;
        } else if self.desk.formed.is_none() {
            self.desk.formed = Some(Formed {
                since: self.desk.writing.orders,
                made: Vec::new(),
            });
        }
    }

    /// Undoes what was changed last, where it was changed from within the form.
    pub(in crate::app) fn undo_in_form(&mut self) {
        if self.would_turn_in_form(&Effect::Undo) {
            self.undo_last();
        }
    }

    /// Does again what was undone last, where it was changed from within the form.
    pub(in crate::app) fn redo_in_form(&mut self) {
        if self.would_turn_in_form(&Effect::Redo) {
            self.redo_last();
        }
    }

    /// What is said of a letter that is pressed before a field is open: it begins no text, and it
    /// changes nothing. Who wants to undo is told by which key.
    pub(in crate::app) fn said_of_letter(&self, command: Option<&str>) -> Message {
        match command {
            Some("undo-change" | "redo-change") => {
                words::undo_in_form(&self.key_of("form-undo"), &self.key_of("form-redo"))
            }
            _ => ui::FIELD_FIRST.into(),
        }
    }

    fn would_turn_in_form(&mut self, effect: &Effect) -> bool {
        let turned = self.desk.writing.would_turn(effect);
        let formed = self.desk.formed.as_ref().zip(turned);
        let is_of_form = formed.is_some_and(|(formed, name)| formed.has(&name));
        if !is_of_form {
            self.message = Some(words::NOTHING_IN_FORM.into());
        }
        is_of_form
    }
}
