//! Follows a path through a tree.

use super::tree::{Entry, Item, Node, What, refused};
use super::{EditError, FieldPath, Refused, Step};

/// A place on the way to a value: the list or map, and the number of the child in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way<'t, 'a> {
    pub parent: &'t Node<'a>,
    pub child: usize,
}

/// Where a path leads.
#[derive(Debug)]
pub(super) struct Found<'t, 'a, 'p> {
    /// The steps that could be taken, from the root.
    pub way: Vec<Way<'t, 'a>>,
    /// The last value reached.
    pub node: &'t Node<'a>,
    /// The steps that could not be taken: keys of maps that are not there.
    pub missing: &'p [Step],
}

/// Goes as far as the path can be followed. What is missing behind that must be keys.
pub(super) fn find<'t, 'a, 'p>(
    text: &str,
    root: &'t Node<'a>,
    path: &'p FieldPath,
) -> Result<Found<'t, 'a, 'p>, EditError> {
    let mut way = Vec::with_capacity(path.0.len());
    let mut node = root;
    for (nth, step) in path.0.iter().enumerate() {
        node.refuse_decorations(text)?;
        let so_far = || FieldPath(path.0.iter().take(nth).cloned().collect());
        let missing = path.0.get(nth..).unwrap_or_default();
        let child = match step {
            Step::Key(key) => {
                let is_map = matches!(node.what, What::Map { .. });
                if !is_map && !node.is_null() {
                    return Err(EditError::NotAMap(so_far()));
                }
                match key_of(text, node, key)? {
                    Some(child) => child,
                    None if missing.iter().all(|step| matches!(step, Step::Key(_))) => {
                        return Ok(Found { way, node, missing });
                    }
                    None => return Err(EditError::NotFound(path.clone())),
                }
            }
            Step::Id(_) | Step::Place(_) => {
                if node.is_null() {
                    return Err(EditError::NotFound(path.clone()));
                }
                if !matches!(node.what, What::List { .. }) {
                    return Err(EditError::NotAList(so_far()));
                }
                place_of(node, step, path)?
            }
        };
        way.push(Way {
            parent: node,
            child,
        });
        node = child_of(node, child).ok_or_else(|| EditError::NotFound(path.clone()))?;
    }
    node.refuse_decorations(text)?;
    let missing = &[];
    Ok(Found { way, node, missing })
}

/// The place of the element that a step names in a list.
pub(super) fn place_of(list: &Node<'_>, step: &Step, path: &FieldPath) -> Result<usize, EditError> {
    let items = list.items();
    match step {
        Step::Place(place) if *place < items.len() => Ok(*place),
        Step::Id(id) => {
            let has_id = |item: &Item<'_>| {
                let own = item.node.entry("id");
                own.and_then(|(_, entry)| entry.value.text()) == Some(id.as_str())
            };
            let mut found = (0..).zip(items).filter(|(_, item)| has_id(item));
            match (found.next(), found.next()) {
                (Some((place, _)), None) => Ok(place),
                (None, _) => Err(EditError::NotFound(path.clone())),
                (Some(_), Some(_)) => Err(EditError::Ambiguous(path.clone())),
            }
        }
        Step::Place(_) | Step::Key(_) => Err(EditError::NotFound(path.clone())),
    }
}

/// The child of this number of a list or map.
pub(super) fn child_of<'t, 'a>(node: &'t Node<'a>, child: usize) -> Option<&'t Node<'a>> {
    match &node.what {
        What::List { items, .. } => items.get(child).map(|item| &item.node),
        What::Map { entries, .. } => entries.get(child).map(|entry| &entry.value),
        _ => None,
    }
}

/// The number of a key in a map that gives it once.
fn key_of(text: &str, map: &Node<'_>, key: &str) -> Result<Option<usize>, EditError> {
    let is_it = |entry: &&Entry<'_>| entry.key.text() == Some(key);
    let Some((child, entry)) = map.entry(key) else {
        return Ok(None);
    };
    if let Some(second) = map.entries().iter().filter(is_it).nth(1) {
        return Err(refused(text, second.key.start, Refused::DuplicateKey));
    }
    entry.plain_key(text)?;
    Ok(Some(child))
}
