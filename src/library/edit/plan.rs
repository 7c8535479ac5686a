//! From an edit to the splices that make it, and what the file must then say.

use serde_yaml::Value;

use super::find::{Found, find, place_of};
use super::replace::{Splice, Target, replace};
use super::same::{Change, reads_as};
use super::tree::{Node, What, refused};
use super::{
    BadValue, Edit, EditError, FieldPath, Refused, Step, differ, insert, read, remove, shift,
};

/// What is to be done for an edit.
pub(super) enum Plan<'v> {
    /// It says so already.
    Nothing,
    /// These edits, one after another, each smaller.
    Split(Vec<Edit>),
    /// These pieces of the text change, and with them this at the end of this way.
    Make {
        splices: Vec<Splice>,
        way: Vec<usize>,
        change: Change<'v>,
    },
}

/// The most smaller edits that a value is set by; beyond that it is written anew.
const MOST_PARTS: usize = 32;

/// How an edit is made.
pub(super) fn plan<'v>(text: &str, root: &Node<'_>, edit: &'v Edit) -> Result<Plan<'v>, EditError> {
    match edit {
        Edit::Set { at, value } => set(text, root, at, value),
        Edit::Remove { at } => {
            let found = existing(text, root, at)?;
            let way = remove::gone_with(&found.way);
            let Some((last, before)) = way.split_last() else {
                return Err(EditError::Refused {
                    what: Refused::Whole,
                    line: 0,
                });
            };
            let splices = remove::remove(text, last)?;
            Ok(Plan::Make {
                splices,
                way: before.iter().map(|way| way.child).collect(),
                change: Change::Remove(last.child),
            })
        }
        Edit::Insert {
            list,
            before,
            value,
        } => add(text, root, list, before.as_ref(), value),
        Edit::Move { at, before } => {
            let found = existing(text, root, at)?;
            let Some((last, way)) = found.way.split_last() else {
                return Err(EditError::Refused {
                    what: Refused::Whole,
                    line: 0,
                });
            };
            let items = last.parent.items();
            if items.is_empty() {
                return Err(EditError::NotAList(at.clone()));
            }
            let before = match before {
                Some(step) => place_of(last.parent, step, at)?,
                None => items.len(),
            };
            if before == last.child || before == last.child + 1 {
                return Ok(Plan::Nothing);
            }
            Ok(Plan::Make {
                splices: shift::shift(text, last.parent, last.child, before)?,
                way: way.iter().map(|way| way.child).collect(),
                change: Change::Move {
                    from: last.child,
                    before,
                },
            })
        }
    }
}

/// What stands at a place; an error where nothing does.
fn existing<'t, 'a, 'p>(
    text: &str,
    root: &'t Node<'a>,
    at: &'p FieldPath,
) -> Result<Found<'t, 'a, 'p>, EditError> {
    let found = find(text, root, at)?;
    match found.missing {
        [] => Ok(found),
        _ => Err(EditError::NotFound(at.clone())),
    }
}

fn set<'v>(
    text: &str,
    root: &Node<'_>,
    at: &'v FieldPath,
    value: &'v Value,
) -> Result<Plan<'v>, EditError> {
    check(value, at, 0)?;
    let found = find(text, root, at)?;
    if let Some((first, deeper)) = found.missing.split_first() {
        let Step::Key(key) = first else {
            return Err(EditError::NotFound(at.clone()));
        };
        let is_map = matches!(found.node.what, What::Map { .. });
        if !deeper.is_empty() || !is_map {
            // The maps that lead there are made with it.
            let keep = at.0.len() - deeper.len() - usize::from(!is_map);
            let made = if is_map { deeper } else { found.missing };
            let at = FieldPath(at.0.iter().take(keep).cloned().collect());
            return Ok(Plan::Split(vec![Edit::Set {
                at,
                value: nested(made, value),
            }]));
        }
        let splices = insert::key(text, root, &found, key, value)?;
        let way = found.way.iter().map(|way| way.child).collect();
        return Ok(Plan::Make {
            splices,
            way,
            change: Change::Add { key, value },
        });
    }
    if reads_as(found.node, value) {
        return Ok(Plan::Nothing);
    }
    // What is written over must be known to be whole.
    found.node.value(text)?;
    if let Some(parts) = differ::parts(at, found.node, value).filter(|p| p.len() <= MOST_PARTS) {
        return Ok(Plan::Split(parts));
    }
    let target = Target::of(text, &found.way);
    let Some(target) = target else {
        return Err(EditError::Refused {
            what: Refused::Whole,
            line: 0,
        });
    };
    Ok(Plan::Make {
        splices: vec![replace(text, root, &target, value)],
        way: found.way.iter().map(|way| way.child).collect(),
        change: Change::Set(value),
    })
}

fn add<'v>(
    text: &str,
    root: &Node<'_>,
    list: &'v FieldPath,
    before: Option<&Step>,
    value: &'v Value,
) -> Result<Plan<'v>, EditError> {
    check(value, list, 0)?;
    let found = find(text, root, list)?;
    let is_missing = !found.missing.is_empty() || found.node.is_null();
    let is_empty = matches!(&found.node.what, What::List { items, .. } if items.is_empty());
    if is_missing || is_empty {
        if before.is_some() {
            return Err(EditError::NotFound(list.clone()));
        }
        let at = list.clone();
        let value = Value::Sequence(vec![value.clone()]);
        return Ok(Plan::Split(vec![Edit::Set { at, value }]));
    }
    if !matches!(found.node.what, What::List { .. }) {
        return Err(EditError::NotAList(list.clone()));
    }
    let place = match before {
        Some(step) => place_of(found.node, step, list)?,
        None => found.node.items().len(),
    };
    Ok(Plan::Make {
        splices: insert::element(text, root, &found, place, value)?,
        way: found.way.iter().map(|way| way.child).collect(),
        change: Change::Insert { place, value },
    })
}

/// The value inside the maps of these keys.
fn nested(keys: &[Step], value: &Value) -> Value {
    let wrap = |inner: Value, step: &Step| match step {
        Step::Key(key) => {
            let mut map = serde_yaml::Mapping::new();
            map.insert(Value::String(key.clone()), inner);
            Value::Mapping(map)
        }
        Step::Id(_) | Step::Place(_) => inner,
    };
    keys.iter().rev().fold(value.clone(), wrap)
}

/// Whether a value can be written.
fn check(value: &Value, at: &FieldPath, depth: usize) -> Result<(), EditError> {
    let bad = |why| Err(EditError::BadValue(at.clone(), why));
    if depth > read::DEEPEST {
        return bad(BadValue::TooDeep);
    }
    match value {
        Value::Tagged(_) => bad(BadValue::Tag),
        Value::Number(number) if number.is_nan() => bad(BadValue::NotANumber),
        Value::Sequence(members) => members.iter().try_for_each(|one| check(one, at, depth + 1)),
        Value::Mapping(map) => map.iter().try_for_each(|(key, value)| match key {
            Value::String(_) => check(value, at, depth + 1),
            _ => bad(BadValue::Key),
        }),
        _ => Ok(()),
    }
}

/// A map that is written with `?`, or a pair without braces, is left as it is.
pub(super) fn refuse_odd(text: &str, parent: &Node<'_>) -> Result<(), EditError> {
    if let What::Map {
        form: super::tree::Form::Pair,
        ..
    } = parent.what
    {
        return Err(refused(text, parent.start, Refused::Pair));
    }
    match parent.entries().iter().find(|entry| entry.complex) {
        Some(entry) => Err(refused(text, entry.key.start, Refused::ComplexKey)),
        None => Ok(()),
    }
}
