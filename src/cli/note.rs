//! `majlis note ID TEXT`: adds a note to an item.

use super::writing::{Order, from_options};
use crate::library::keep::Change;
use crate::library::keep::typed::language_of;
use crate::library::keep::wish::{Desk, New, insert};
use crate::report::Kind;
use crate::words::{Message, change as words};

/// What the command asks for. Two texts may be given, one a language; the letters tell which. Words
/// that stand without quotation marks are one text.
pub fn change(desk: &Desk<'_>, order: &Order) -> Result<Change, Message> {
    let Some((id, texts)) = order.words.split_first() else {
        return Err(words::NOTE_USAGE.into());
    };
    let mut fields = from_options(order);
    fields.extend(whole(texts));
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

/// The texts as fields, each in its language.
fn whole(texts: &[String]) -> Vec<String> {
    let texts = texts.iter().map(|text| text.trim());
    let texts: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
    let field = |text: &str| format!("{}={text}", language_of(text).code());
    match texts.as_slice() {
        [] => Vec::new(),
        // One word of each is no note in two languages, but a code or a name in a sentence.
        [one, other]
            if language_of(one) != language_of(other) && (is_several(one) || is_several(other)) =>
        {
            vec![field(one), field(other)]
        }
        all => vec![field(&all.join(" "))],
    }
}

/// Whether it has more words than one.
fn is_several(text: &str) -> bool {
    text.contains(char::is_whitespace)
}
