//! Of a list or map that is to become another only what differs is written.

use serde_yaml::Value;

use super::same::reads_as;
use super::tree::{Node, What};
use super::{Edit, FieldPath, Step};

/// The smaller edits that make a list or map into another. None where the value is of another
/// kind, or nothing of it stays.
pub(super) fn parts(at: &FieldPath, old: &Node<'_>, new: &Value) -> Option<Vec<Edit>> {
    match (&old.what, new) {
        (What::Map { entries, .. }, Value::Mapping(map)) => {
            let stays = |key: &str| map.contains_key(key);
            let keys = entries.iter().filter_map(|entry| entry.key.text());
            if !keys.clone().any(stays) {
                return None;
            }
            let differs = |(key, value): &(&Value, &Value)| {
                let old = key.as_str().and_then(|key| old.entry(key));
                old.is_none_or(|(_, entry)| !reads_as(&entry.value, value))
            };
            let mut edits: Vec<Edit> = map
                .iter()
                .filter(differs)
                .map(|(key, value)| Edit::Set {
                    at: at.clone().key(key.as_str().unwrap_or_default()),
                    value: value.clone(),
                })
                .collect();
            edits.extend(keys.filter(|key| !stays(key)).map(|key| Edit::Remove {
                at: at.clone().key(key),
            }));
            Some(edits)
        }
        (What::List { items, .. }, Value::Sequence(members)) => {
            if items.is_empty() || members.is_empty() {
                return None;
            }
            let shorter = items.len().min(members.len());
            let same = |(old, new): (&super::tree::Item<'_>, &Value)| reads_as(&old.node, new);
            let first = items
                .iter()
                .zip(members)
                .take_while(|pair| same(*pair))
                .count();
            let ends = items.iter().rev().zip(members.iter().rev());
            let last = ends
                .take(shorter - first)
                .take_while(|pair| same(*pair))
                .count();
            if first + last == 0 {
                return None;
            }
            let old_end = items.len() - last;
            let new_end = members.len() - last;
            let both = old_end.min(new_end);
            let mut edits: Vec<Edit> = (first..both)
                .filter_map(|nth| {
                    let value = members.get(nth)?.clone();
                    Some(Edit::Set {
                        at: at.clone().place(nth),
                        value,
                    })
                })
                .collect();
            edits.extend((both..new_end).filter_map(|nth| {
                Some(Edit::Insert {
                    list: at.clone(),
                    before: (nth < items.len() + nth - both).then_some(Step::Place(nth)),
                    value: members.get(nth)?.clone(),
                })
            }));
            edits.extend((both..old_end).rev().map(|nth| Edit::Remove {
                at: at.clone().place(nth),
            }));
            Some(edits)
        }
        _ => None,
    }
}
