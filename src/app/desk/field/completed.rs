//! The name that is completed in a field, and the names that are offered for it.

use super::FieldLayer;
use crate::library::keep::field::Takes;

impl FieldLayer {
    /// The name that is completed, as it is typed.
    pub(in crate::app::desk) fn name(&self) -> &str {
        let text = self.input.text();
        text.get(self.place.clone()).unwrap_or_default()
    }

    /// Puts a name in the place of the one that is completed.
    pub(in crate::app::desk) fn put_name(&mut self, name: &str, rtl: bool) {
        let place = self.place.clone();
        // A blank behind the comma, as the value is written.
        let before = self.input.text().get(..place.start).unwrap_or_default();
        let lead = if before.ends_with([',', '،']) {
            " "
        } else {
            ""
        };
        self.input.replace(place, &format!("{lead}{name}"), rtl);
    }

    /// Whether a name is typed that the directory does not know, and that begins no other.
    #[must_use]
    pub fn is_new_name(&self) -> bool {
        matches!(self.target.field.takes, Takes::Registry(_))
            && self.understood.is_err()
            && self.is_near
            && !self.name().is_empty()
    }

    /// Whether the name in hand is meant: one has gone to it, or it is the one that is typed, or begins so
    /// where nothing else is. One that is only near is offered and no more, and an empty field is left so.
    pub(super) fn is_meant(&self) -> bool {
        if self.is_chosen {
            return true;
        }
        if self.is_open() {
            return false;
        }
        let first = self.meant.first().and_then(|at| self.names.get(*at));
        let is_whole = first.is_some_and(|name| name.is_called(self.name()));
        self.is_begun() && (self.understood.is_err() || is_whole)
    }

    /// Whether one of the names that are offered begins so.
    #[must_use]
    pub const fn is_begun(&self) -> bool {
        !self.is_near && !self.meant.is_empty()
    }

    /// Puts the name in hand in; says whether there was one that was not there already.
    pub(super) fn complete(&mut self, rtl: bool) -> bool {
        let meant = self.meant.get(self.selected);
        let Some(name) = meant.and_then(|at| self.names.get(*at)) else {
            return false;
        };
        if self.name() == name.id {
            return false;
        }
        let id = name.id.clone();
        self.put_name(&id, rtl);
        true
    }
}
