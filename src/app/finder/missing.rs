//! What there is none of that was asked for, and what there is instead: no record is opposed, nothing is called
//! resolution 207.

use crate::library::{Key, Library};
use crate::report::Kind;
use crate::search::fold::fold;
use crate::words::{Message, missing as words};

use super::super::fields::{Values, kind_called};
use super::{Field, Finder, Inquiry, document};

impl Finder {
    /// What there is none of, where nothing was found, or what says it was left out: all positions are no answer to
    /// who asks for the opposed ones.
    pub(super) fn missing(&self, inquiry: Inquiry<'_>, is_nothing: bool) -> Option<Message> {
        let no_value = self.no_value(inquiry);
        no_value.or_else(|| self.no_number(inquiry).filter(|_| is_nothing))
    }

    /// A value that no record has, in a field or in words that ask for no more.
    fn no_value(&self, inquiry: Inquiry<'_>) -> Option<Message> {
        let Inquiry { library, query, .. } = inquiry;
        if let Some((field, value)) = query.empty_value() {
            return self
                .values
                .none_has(library, Field::numbered(field)?, value);
        }
        query.only_words()?;
        let said = query.said_words()?;
        let kinds: Vec<Kind> = said.iter().filter_map(|word| kind_called(word)).collect();
        let words: Vec<&str> = (said.into_iter())
            .filter(|word| kind_called(word).is_none())
            .collect();
        let status = words.join(" ");
        let is_status = Values::is_status(&status, &kinds);
        (is_status && self.has_none(library, &status))
            .then(|| self.values.none_has(library, Field::Status, &status))
            .flatten()
    }

    /// Whether no record has a status that is known.
    fn has_none(&self, library: &Library, status: &str) -> bool {
        let set = self.records(library, Field::Status, status);
        set.is_some_and(|set| set.is_empty())
    }

    /// A number of a thing that nothing is called by.
    fn no_number(&self, inquiry: Inquiry<'_>) -> Option<Message> {
        let has = |key: u32, number: &[u8]| {
            let document = document::of(inquiry.library, Key::new(key));
            let names = document.names.iter();
            names.map(|name| fold(name)).any(|name| {
                let mut words = name.words();
                words.any(|word| word.symbols == number)
            })
        };
        inquiry.query.only_words()?;
        let unnumbered = self.index.unnumbered(inquiry.query, &has)?;
        Some(words::no_number(&unnumbered.typed, &unnumbered.near))
    }
}
