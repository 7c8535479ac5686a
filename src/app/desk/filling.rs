//! Filling in what is new: its form opens with a field open, so that one types at once; Enter and Tab go on
//! from field to field, and all of it is added from within any of them.

use super::super::{App, Layer};
use super::field::Target;
use crate::words::{Message, desk as words, form as form_words};

impl App {
    /// Whether the field on top is one of something that is still to be added.
    #[must_use]
    pub fn fills(&self) -> bool {
        match self.layers.last() {
            Some(Layer::Field(field)) => field.target.record.is_none(),
            Some(Layer::Choose(choose)) => choose.target.record.is_none(),
            _ => false,
        }
    }

    /// What stands above a field: what it is called, and of something new what that is, for its form was
    /// hardly seen.
    pub(super) fn above_field(&self, target: &Target) -> Message {
        match self.layers.last() {
            Some(Layer::Form(form)) if target.record.is_none() => {
                form_words::part(&form.title, &target.label)
            }
            _ => target.label.clone(),
        }
    }

    /// What is to be known of what is filled in while one of its fields is open: the id that it will have,
    /// and a nomination that stands.
    pub fn notes_above(&self) -> impl Iterator<Item = &Message> {
        let below = self.layers.iter().rev().skip(1).filter(|_| self.fills());
        let form = below.take(1).filter_map(|layer| match layer {
            Layer::Form(form) => Some(form),
            _ => None,
        });
        form.flat_map(|form| form.of_id.iter().chain(&form.warning))
    }

    /// Opens a field of the form on top: where something came back that was filled in before, the first of
    /// that, else the first that is needed and empty, else the one in hand.
    pub(super) fn begin_filling(&mut self) {
        let Some(Layer::Form(form)) = self.layers.last_mut() else {
            return;
        };
        match form.rows.iter().position(|row| row.draft) {
            Some(place) => form.selected = place,
            None => form.go_to_missing(),
        }
        self.open_field();
    }

    /// Puts what was typed in a field into the form below; what is as it was stays marked as what came back.
    pub(super) fn fill_form(&mut self, target: &Target, text: &str, shown: Message) {
        if text != target.first
            && let Some(Layer::Form(form)) = self.layers.last_mut()
        {
            form.fill(&self.shelf.library, &target.path, text, shown);
        }
        self.warn_form();
    }

    /// Goes on from the field on top to the next one of its form, or to the one before; what is typed is
    /// taken, and so is a choice to which one has typed or moved.
    pub(in crate::app) fn leave_for(&mut self, by: isize) {
        let is_left = match self.layers.last() {
            Some(Layer::Choose(choose)) if !choose.picker.is_touched() => {
                self.layers.pop().is_some()
            }
            _ => self.take_field(),
        };
        if is_left {
            self.open_beside(by);
        }
    }

    /// Enter where one chooses: takes the choice in hand, and of something new goes on.
    pub(in crate::app) fn enter_choice(&mut self) {
        if self.is_unchosen() {
            self.message = Some(words::CHOOSE_ONE.into());
            return;
        }
        match self.fills() {
            true => self.take_and_go_on(),
            false => self.save_choice(),
        }
    }

    /// Whether something is to be chosen on top, and nothing is as yet.
    fn is_unchosen(&self) -> bool {
        matches!(self.layers.last(), Some(Layer::Choose(choose)) if choose.picker.is_open)
    }

    /// Takes what stands in the field on top and goes on to the next one.
    pub(super) fn take_and_go_on(&mut self) {
        if self.take_field() {
            self.open_beside(1);
        }
    }

    /// Adds what the form below the field on top is of, with what stands in that field.
    pub(in crate::app) fn add_from_field(&mut self) {
        let is_left = match self.is_unchosen() {
            true => self.layers.pop().is_some(),
            false => self.take_field(),
        };
        if is_left {
            self.add_form();
        }
    }

    /// Takes what stands in the field on top into its form; says whether it could be.
    fn take_field(&mut self) -> bool {
        let depth = self.layers.len();
        match self.layers.last() {
            Some(Layer::Field(_)) => self.save_field(),
            Some(Layer::Choose(_)) => self.save_choice(),
            _ => return false,
        }
        self.layers.len() + 1 == depth
    }

    /// Opens the field so many rows from the one in hand; behind the last one there is none.
    fn open_beside(&mut self, by: isize) {
        let Some(Layer::Form(form)) = self.layers.last_mut() else {
            return;
        };
        let here = form.selected;
        form.step(by);
        if form.selected != here {
            self.open_field();
        }
    }
}
