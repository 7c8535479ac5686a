//! What was changed from within the forms that are open. Only that is undone and done again there:
//! in a form a letter may be the first of a text, and what is undone elsewhere is not seen.

use crate::words::ui;

use super::super::{App, Layer};

/// How many changes the forms that are open have made and taken back.
#[derive(Debug, Default)]
pub(super) struct Formed {
    made: usize,
    undone: usize,
}

impl App {
    fn has_form(&self) -> bool {
        self.layers
            .iter()
            .any(|layer| matches!(layer, Layer::Form(_)))
    }

    /// A change is made; where a form is open, by it.
    pub(super) fn is_formed(&mut self) {
        if self.has_form() {
            self.desk.formed.made += 1;
            self.desk.formed.undone = 0;
        }
    }

    /// Forgets it once no form is open.
    pub(in crate::app) fn leave_forms(&mut self) {
        if !self.has_form() {
            self.desk.formed = Formed::default();
        }
    }

    /// Undoes what was changed last from within the form, and nothing else.
    pub(in crate::app) fn undo_in_form(&mut self) {
        let Some(made) = self.desk.formed.made.checked_sub(1) else {
            self.message = Some(ui::FIELD_FIRST.into());
            return;
        };
        self.desk.formed.made = made;
        self.desk.formed.undone += 1;
        self.undo_last();
    }

    /// Does again what was undone last from within the form, and nothing else.
    pub(in crate::app) fn redo_in_form(&mut self) {
        let Some(undone) = self.desk.formed.undone.checked_sub(1) else {
            self.message = Some(ui::FIELD_FIRST.into());
            return;
        };
        self.desk.formed.undone = undone;
        self.desk.formed.made += 1;
        self.redo_last();
    }
}
