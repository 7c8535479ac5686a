//! The tree of a text that was read to be changed, as the rules of `majlis check` take it.

use std::collections::HashSet;

use super::Reading;
use super::tree::{Entry, Node, What};
use crate::library::tree::{self, Scalar, SourceText, Value};

impl Reading {
    /// The text without its byte order mark.
    #[must_use]
    pub(in crate::library) fn body(&self) -> &str {
        &self.body
    }

    /// The tree as the checker reads it from the same text; none where the checker would have
    /// something to say of it, or might read it otherwise.
    ///
    /// Both are made of the same parser's events. The checker keeps the line end of a block scalar
    /// that the file ends without: a file that ends without one is not told.
    pub(in crate::library) fn checked_tree(&self, source: &SourceText<'_>) -> Option<tree::Node> {
        let is_plain = self.is_bare && self.body.ends_with(['\n', '\r']);
        is_plain.then(|| node(&self.root, source)).flatten()
    }
}

fn node(from: &Node<'_>, source: &SourceText<'_>) -> Option<tree::Node> {
    let value = match &from.what {
        What::Scalar(scalar) => Value::Scalar(Scalar {
            text: scalar.text.as_ref().to_owned(),
            plain: scalar.style.is_plain(),
        }),
        What::List { items, .. } => {
            let members = items.iter().map(|item| node(&item.node, source));
            Value::List(members.collect::<Option<_>>()?)
        }
        What::Map { entries, .. } if is_given_once(entries) => {
            let entries = entries
                .iter()
                .map(|entry| Some((node(&entry.key, source)?, node(&entry.value, source)?)));
            Value::Map(entries.collect::<Option<_>>()?)
        }
        What::Map { .. } | What::Alias(_) => return None,
    };
    Some(tree::Node {
        at: source.spot(from.start),
        end: from.end,
        value,
    })
}

/// Whether no key of a map is given more than once.
fn is_given_once(entries: &[Entry<'_>]) -> bool {
    let mut seen = HashSet::with_capacity(entries.len());
    let mut keys = entries.iter().map(|entry| entry.key.text());
    keys.all(|key| key.is_none_or(|key| seen.insert(key)))
}
