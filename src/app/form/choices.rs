//! The words of a fixed set, as the file writes them and as people read them.

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use crate::words::Phrase;
use crate::words::label::Label;

/// A word of a fixed set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// As the file writes it: `in-progress`.
    pub word: String,
    /// As people read it.
    pub label: Phrase,
}

/// The words of a type, in its own order: those that its schema names.
#[must_use]
pub fn choices<T: JsonSchema + DeserializeOwned + Label>() -> Vec<Choice> {
    let schema = schemars::schema_for!(T);
    // A set whose words have comments is a list of single words, one without is one list.
    let listed = |value: &serde_json::Value| {
        let words = value.get("enum").and_then(|words| words.as_array());
        let one = value.get("const");
        words
            .cloned()
            .into_iter()
            .flatten()
            .chain(one.cloned())
            .collect::<Vec<_>>()
    };
    let schema = schema.as_value();
    let several = schema.get("oneOf").and_then(|several| several.as_array());
    let words = match several {
        Some(several) => several.iter().flat_map(listed).collect(),
        None => listed(schema),
    };
    words
        .into_iter()
        .filter_map(|word| {
            let label = serde_json::from_value::<T>(word.clone()).ok()?.label();
            let word = word.as_str()?.to_owned();
            Some(Choice { word, label })
        })
        .collect()
}
