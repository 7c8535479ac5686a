//! `majlis note ID TEXT`: adds a note to an item.

use super::writing::Order;
use crate::library::keep::Change;
use crate::library::keep::typed::language_of;
use crate::library::keep::wish::{Desk, New, insert};
use crate::report::Kind;
use crate::words::{Message, change as words};

/// What the command asks for. Several texts may be given, one a language; the letters tell which.
pub fn change(desk: &Desk<'_>, order: &Order) -> Result<Change, Message> {
    let Some((id, texts)) = order.words.split_first() else {
        return Err(words::NOTE_USAGE.into());
    };
    let mut fields = super::set::from_options(order);
    let texts = texts.iter().filter(|text| !text.trim().is_empty());
    fields.extend(texts.map(|text| format!("{}={text}", language_of(text).code())));
    if !fields
        .iter()
        .any(|field| field.starts_with("ar=") || field.starts_with("en="))
    {
        // A report that is named has no notes: that is said before the words that are missing.
        let key = desk.find(id)?;
        if desk.library.kind(key) != Kind::Report {
            return Err(words::NOTE_USAGE.into());
        }
    }
    let new = New {
        kind: Kind::Note,
        parent: Some(id),
        id: None,
        fields: &fields,
    };
    insert(desk, &new)
}
