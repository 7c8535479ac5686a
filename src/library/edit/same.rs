//! Whether a new text reads as the old one with a change, and no other.

use serde_yaml::Value;

use super::tree::{Entry, Node, What};

/// What is meant to become of a place in a tree.
#[derive(Debug)]
pub(super) enum Change<'v> {
    /// The value there becomes this.
    Set(&'v Value),
    /// The map there gets one more key.
    Add { key: &'v str, value: &'v Value },
    /// The list or map there loses this child.
    Remove(usize),
    /// The list there gets this element before the child of this number.
    Insert { place: usize, value: &'v Value },
    /// The list's child `from` comes to stand before the child that had the number `before`.
    Move { from: usize, before: usize },
}

/// Whether the new tree is the old one with this change at the end of the way.
pub(super) fn is_meant(old: &Node<'_>, new: &Node<'_>, way: &[usize], change: &Change<'_>) -> bool {
    let Some((step, rest)) = way.split_first() else {
        return is_changed(old, new, change);
    };
    if old.anchor != new.anchor || old.tag != new.tag {
        return false;
    }
    match (&old.what, &new.what) {
        (What::List { items: old, .. }, What::List { items: new, .. }) => {
            old.len() == new.len()
                && (0..)
                    .zip(old.iter().zip(new))
                    .all(|(nth, (old, new))| match nth == *step {
                        true => is_meant(&old.node, &new.node, rest, change),
                        false => same(&old.node, &new.node),
                    })
        }
        (What::Map { entries: old, .. }, What::Map { entries: new, .. }) => {
            old.len() == new.len()
                && (0..)
                    .zip(old.iter().zip(new))
                    .all(|(nth, (old, new))| match nth == *step {
                        true => {
                            same(&old.key, &new.key)
                                && is_meant(&old.value, &new.value, rest, change)
                        }
                        false => same_entry(old, new),
                    })
        }
        _ => false,
    }
}

fn is_changed(old: &Node<'_>, new: &Node<'_>, change: &Change<'_>) -> bool {
    match change {
        Change::Set(value) => reads_as(new, value),
        Change::Add { key, value } => {
            let added = new
                .entries()
                .iter()
                .position(|entry| entry.key.text() == Some(key));
            let Some((added, entry)) = added.and_then(|at| Some((at, new.entries().get(at)?)))
            else {
                return false;
            };
            let others = (0..).zip(new.entries()).filter(|(nth, _)| *nth != added);
            let is_map = matches!(old.what, What::Map { .. });
            is_map
                && reads_as(&entry.value, value)
                && new.entries().len() == old.entries().len() + 1
                && others
                    .zip(old.entries())
                    .all(|((_, new), old)| same_entry(old, new))
        }
        Change::Remove(child) => {
            let rest = |nth: usize| nth != *child;
            match (&old.what, &new.what) {
                (What::List { items: old, .. }, What::List { items: new, .. }) => {
                    let left = (0..).zip(old).filter(|(nth, _)| rest(*nth));
                    old.len() == new.len() + 1
                        && left
                            .zip(new)
                            .all(|((_, old), new)| same(&old.node, &new.node))
                }
                (What::Map { entries: old, .. }, What::Map { entries: new, .. }) => {
                    let left = (0..).zip(old).filter(|(nth, _)| rest(*nth));
                    old.len() == new.len() + 1
                        && left.zip(new).all(|((_, old), new)| same_entry(old, new))
                }
                _ => false,
            }
        }
        Change::Insert { place, value } => {
            let added = new.items().get(*place);
            let others = (0..).zip(new.items()).filter(|(nth, _)| nth != place);
            matches!(old.what, What::List { .. })
                && added.is_some_and(|item| reads_as(&item.node, value))
                && new.items().len() == old.items().len() + 1
                && others
                    .zip(old.items())
                    .all(|((_, new), old)| same(&old.node, &new.node))
        }
        Change::Move { from, before } => {
            let order = moved(old.items().len(), *from, *before);
            new.items().len() == old.items().len()
                && order.iter().zip(new.items()).all(|(nth, new)| {
                    let old = old.items().get(*nth);
                    old.is_some_and(|old| same(&old.node, &new.node))
                })
        }
    }
}

/// The old numbers of a list's elements in their new order.
pub(super) fn moved(length: usize, from: usize, before: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).filter(|nth| *nth != from).collect();
    let at = if before > from { before - 1 } else { before };
    order.insert(at.min(order.len()), from);
    order
}

/// Whether two trees say the same, in the same order.
pub(super) fn same(old: &Node<'_>, new: &Node<'_>) -> bool {
    old.anchor == new.anchor
        && old.tag == new.tag
        && match (&old.what, &new.what) {
            (What::Scalar(old), What::Scalar(new)) => {
                old.text == new.text && old.style.is_plain() == new.style.is_plain()
            }
            (What::List { items: old, .. }, What::List { items: new, .. }) => {
                old.len() == new.len()
                    && old
                        .iter()
                        .zip(new)
                        .all(|(old, new)| same(&old.node, &new.node))
            }
            (What::Map { entries: old, .. }, What::Map { entries: new, .. }) => {
                old.len() == new.len() && old.iter().zip(new).all(|(old, new)| same_entry(old, new))
            }
            (What::Alias(old), What::Alias(new)) => old == new,
            _ => false,
        }
}

fn same_entry(old: &Entry<'_>, new: &Entry<'_>) -> bool {
    same(&old.key, &new.key) && same(&old.value, &new.value)
}

/// Whether a tree reads as this value; the order of keys does not count.
pub(super) fn reads_as(node: &Node<'_>, value: &Value) -> bool {
    if node.anchor != 0 || node.tag.is_some() {
        return false;
    }
    match (&node.what, value) {
        (What::Scalar(scalar), value) => scalar.value() == *value,
        (What::List { items, .. }, Value::Sequence(members)) => {
            items.len() == members.len()
                && items
                    .iter()
                    .zip(members)
                    .all(|(item, member)| reads_as(&item.node, member))
        }
        (What::Map { entries, .. }, Value::Mapping(map)) => {
            entries.len() == map.len()
                && entries.iter().all(|entry| {
                    let value = entry.key.text().and_then(|key| map.get(key));
                    value.is_some_and(|value| reads_as(&entry.value, value))
                })
                && map
                    .keys()
                    .all(|key| key.as_str().is_some_and(|key| node.entry(key).is_some()))
        }
        _ => false,
    }
}
