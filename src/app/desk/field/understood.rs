//! What was understood of what is typed in a field, in words.

use super::super::super::App;
use super::super::said;
use super::FieldLayer;
use crate::library::keep::field::Takes;
use crate::report::hour_left_out;
use crate::words::{Message, day, desk as words};

/// What was understood, in words; nothing where there is nothing to say that is not typed there.
#[must_use]
pub fn understood(app: &App, field: &FieldLayer) -> Option<Result<Message, Message>> {
    let (library, target) = (app.library(), &field.target);
    match &field.understood {
        Err(_) if field.input.text().trim().is_empty() => None,
        // One of the names in the list is meant.
        Err(_) if field.is_begun() => None,
        Err(why) => Some(Err(why.clone())),
        Ok(None) => None,
        Ok(Some(value)) => match target.field.takes {
            Takes::Line | Takes::Id | Takes::Text => None,
            _ => {
                let record = target.record.as_deref();
                let record = record.and_then(|id| library.with_id(id));
                let place = said::Place::of(library, record);
                let today = app.day();
                let told = said::told_back(place, target.kind, &target.path, value, today);
                let is_date = target.field.takes == Takes::Date;
                let hour = is_date.then(|| hour_left_out(field.input.text(), today));
                let hour = hour.flatten().map(|hour| day::hour_left_out(&hour));
                let all: Vec<Message> = [told].into_iter().chain(hour).collect();
                Some(Ok(words::together(&all)))
            }
        },
    }
}
