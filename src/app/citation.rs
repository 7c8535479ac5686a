//! Where a record comes from, in a line that can be quoted.

use crate::library::{Key, Library};
use crate::report::{Item, Language, Record, Ref};
use crate::words::{copy as words, ui};

/// Where a record comes from: the report with the code of its document, the item, the place in the
/// source, and the id by which majlis finds it. Of an entry of the registry, its title and id.
#[must_use]
pub fn citation(library: &Library, key: Key, language: Language) -> String {
    let report = library.report_of(key).and_then(|index| library.head(index));
    let mut parts = Vec::new();
    match report {
        Some(head) => {
            parts.push(head.title.in_or_other(language).to_owned());
            parts.extend(head.document.iter().map(Ref::to_string));
        }
        None => {
            let title = library.title_within(key, language, usize::MAX);
            parts.push(title.into_owned());
        }
    }
    let own = library.record(key);
    let item = match own {
        Some(Record::Item(item)) => Some(item),
        _ => match library.item_of(key).and_then(|item| library.record(item)) {
            Some(Record::Item(item)) => Some(item),
            _ => None,
        },
    };
    parts.extend(item.map(|item| named(item, language)));
    if let Some(record) = own {
        let places = record.common().src.iter();
        let told: Vec<String> = places
            .map(|place| ui::place(place.as_str(), language))
            .collect();
        let apart = match language {
            Language::Arabic => "؛ ",
            Language::English => "; ",
        };
        parts.extend((!told.is_empty()).then(|| told.join(apart)));
    }
    format!(
        "{}: {} ({})",
        words::CITED.get(language),
        parts.join(ui::LIST_COMMA.get(language)),
        library.id(key)
    )
}

/// An item by its numbers; by its title where it has none.
fn named(item: &Item, language: Language) -> String {
    let numbers: Vec<&str> = item.number.iter().map(Ref::as_str).collect();
    if numbers.is_empty() {
        return words::quoted(item.title.in_or_other(language), language);
    }
    words::item(&numbers, language)
}
