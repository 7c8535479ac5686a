//! What three versions of a value come to: the one that a person saw, the one that stands there now,
//! and the one that the person wants.

use serde_yaml::{Mapping, Value};

use super::field::default_at;
use super::history::{ChangeId, Deed};
use crate::library::edit::{FieldPath, Step};

/// A value that a person saw before changing it.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// Where it stands.
    pub at: FieldPath,
    /// What was seen; none where there was nothing.
    pub value: Option<Value>,
}

/// A field that another changed meanwhile, in another way.
#[derive(Debug, Clone, PartialEq)]
pub struct Clash {
    /// Where it stands.
    pub at: FieldPath,
    /// What both began with.
    pub base: Option<Value>,
    /// What stands there now.
    pub theirs: Option<Value>,
    /// What the person wants.
    pub yours: Option<Value>,
    /// Who changed it last, where the history knows; else another program did.
    pub by: Option<Author>,
}

/// What was not written, since others have changed the same fields meanwhile.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// What was to be done.
    pub what: Deed,
    /// The change that was to be undone or done again.
    pub of: Option<ChangeId>,
    /// The name of the file in the library's folder.
    pub file: String,
    /// The full id of the record.
    pub record: String,
    /// The fields.
    pub clashes: Vec<Clash>,
    /// Of each of them what of it differs, field by field: of a record that was to go, what others have
    /// made of it since it was seen.
    pub parts: Vec<Vec<Clash>>,
    /// What the person was asked before, and answered that it is to be done all the same.
    pub answered: Vec<Answer>,
}

/// A change that is to be undone or done again all the same, by one who was shown what others have made
/// of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The change.
    pub of: ChangeId,
    /// What was shown.
    pub shown: Vec<Clash>,
}

/// Who made a change, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// The name. Untrusted text.
    pub who: String,
    /// In UTC to the millisecond.
    pub when: String,
}

/// A value that a place is to get; none where it is to hold nothing.
pub(super) type Wanted = (FieldPath, Option<Value>);

/// What is left to be done, or the clashes. Two maps are merged key by key; a list is one value.
pub(super) fn three_way(
    at: &FieldPath,
    base: Option<&Value>,
    theirs: Option<&Value>,
    yours: Option<&Value>,
) -> Result<Vec<Wanted>, Vec<Clash>> {
    if same(theirs, yours) || same(base, yours) {
        return Ok(Vec::new());
    }
    if is_as_seen(at, base, theirs) {
        return Ok(vec![(at.clone(), yours.cloned())]);
    }
    let maps = [base, theirs, yours].map(|value| value.and_then(Value::as_mapping));
    if let [Some(base), Some(theirs), Some(yours)] = maps {
        return each_key(at, base, theirs, yours);
    }
    Err(vec![Clash {
        at: at.clone(),
        base: base.cloned(),
        theirs: theirs.cloned(),
        yours: yours.cloned(),
        by: None,
    }])
}

fn each_key(
    at: &FieldPath,
    base: &Mapping,
    theirs: &Mapping,
    yours: &Mapping,
) -> Result<Vec<Wanted>, Vec<Clash>> {
    let mut wanted = Vec::new();
    let mut clashes = Vec::new();
    let mut keys: Vec<&str> = Vec::new();
    for key in yours.keys().chain(base.keys()).filter_map(Value::as_str) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    for key in keys {
        let mut below = at.clone();
        below.0.push(Step::Key(key.to_owned()));
        match three_way(&below, base.get(key), theirs.get(key), yours.get(key)) {
            Ok(more) => wanted.extend(more),
            Err(more) => clashes.extend(more),
        }
    }
    match clashes.is_empty() {
        true => Ok(wanted),
        false => Err(clashes),
    }
}

/// Whether what stands at a place is what was seen of it. The model may show more than is written: a
/// field that is missing is shown as what it then means.
pub(super) fn is_as_seen(at: &FieldPath, seen: Option<&Value>, theirs: Option<&Value>) -> bool {
    if same(seen, theirs) {
        return true;
    }
    match (seen, theirs) {
        (Some(seen), None) => default_at(at)
            .and_then(|default| serde_yaml::to_value(default).ok())
            .is_some_and(|default| default == *seen),
        (Some(Value::Mapping(seen)), Some(Value::Mapping(theirs))) => {
            let below = |key: &Value| {
                let name = key.as_str().unwrap_or_default();
                is_as_seen(&at.clone().key(name), seen.get(key), theirs.get(key))
            };
            seen.keys().chain(theirs.keys()).all(below)
        }
        (Some(Value::Sequence(seen)), Some(Value::Sequence(theirs))) => {
            let both = seen.iter().zip(theirs).enumerate();
            seen.len() == theirs.len()
                && both.into_iter().all(|(nth, (seen, theirs))| {
                    is_as_seen(&at.clone().place(nth), Some(seen), Some(theirs))
                })
        }
        _ => false,
    }
}

/// The fields of a record that another has changed: the keys that lead to each, by what was seen of the
/// record and what stands there now.
#[must_use]
fn changed_fields(
    at: &FieldPath,
    seen: Option<&Value>,
    theirs: Option<&Value>,
) -> Vec<Vec<String>> {
    // What is written now, and means what it meant before, is no other field.
    if is_as_seen(at, seen, theirs) || is_as_seen(at, theirs, seen) {
        return Vec::new();
    }
    let maps = [seen, theirs].map(|value| value.and_then(Value::as_mapping));
    let [Some(seen), Some(theirs)] = maps else {
        return vec![Vec::new()];
    };
    let mut keys: Vec<&str> = seen.keys().filter_map(Value::as_str).collect();
    let new = theirs.keys().filter_map(Value::as_str);
    keys.extend(new.filter(|key| !seen.contains_key(*key)));
    let below = keys.into_iter().flat_map(|key| {
        let fields = changed_fields(&at.clone().key(key), seen.get(key), theirs.get(key));
        fields.into_iter().map(move |path| {
            let own = std::iter::once(key.to_owned());
            own.chain(path).collect()
        })
    });
    below.collect()
}

/// What of a clash differs from what the person saw, field by field, as [`changed_fields`] tells it: what
/// stands in the field is theirs, what was seen there is yours. Of a record that is as it was, though
/// another has worked on it, its text; none where it has none. Says whether anything differs.
pub(super) fn parts(clash: &Clash) -> (Vec<Clash>, bool) {
    let (base, theirs) = (clash.base.as_ref(), clash.theirs.as_ref());
    let mut fields = changed_fields(&clash.at, base, theirs);
    let differ = !fields.is_empty();
    if !differ {
        let has = |key: &&str| theirs.is_some_and(|value| value.get(*key).is_some());
        let text = ["title", "text", "name", "id"].into_iter().find(has);
        fields.extend(text.map(|key| vec![key.to_owned()]));
    }
    let value = |value: Option<&Value>, path: &[String]| {
        let found = path.iter().try_fold(value?, |value, key| value.get(key));
        found.cloned()
    };
    let field = |path: Vec<String>| {
        let mut at = clash.at.clone();
        at.0.extend(path.iter().cloned().map(Step::Key));
        Clash {
            at,
            base: None,
            theirs: value(theirs, &path),
            yours: value(base, &path),
            by: clash.by.clone(),
        }
    };
    (fields.into_iter().map(field).collect(), differ)
}

/// A value that is to be written, spelled as what stands there wherever that says the same: what is
/// not changed of it stays as a person wrote it.
pub(super) fn spelled(new: Value, old: Option<&Value>) -> Value {
    let Some(old) = old else { return new };
    if alike(&new, old) {
        return old.clone();
    }
    match (new, old) {
        // One that stands alone stays so.
        (Value::Sequence(mut new), old)
            if new.len() == 1
                && !matches!(old, Value::Null | Value::Sequence(_) | Value::Mapping(_))
                && !new.first().is_some_and(Value::is_mapping) =>
        {
            new.pop().unwrap_or_default()
        }
        (Value::Sequence(new), old) => {
            let old = old
                .as_sequence()
                .map_or(std::slice::from_ref(old), |all| all);
            let spell = |(nth, one): (usize, Value)| {
                let stands = old.iter().find(|stands| alike(&one, stands));
                stands.cloned().unwrap_or_else(|| match old.get(nth) {
                    Some(stands @ Value::Mapping(_)) => spelled(one, Some(stands)),
                    _ => one,
                })
            };
            Value::Sequence(new.into_iter().enumerate().map(spell).collect())
        }
        (Value::Mapping(new), Value::Mapping(old)) => {
            let spell = |(key, one): (Value, Value)| {
                let one = spelled(one, old.get(&key));
                (key, one)
            };
            Value::Mapping(new.into_iter().map(spell).collect())
        }
        (new, _) => new,
    }
}

/// Whether two values say the same to the model: a number is the same in quotes, one value is the
/// same as a list of it, and nothing is the same as an empty value.
pub(super) fn same(one: Option<&Value>, other: Option<&Value>) -> bool {
    let holds = |value: &&Value| match value {
        Value::Null => false,
        Value::Sequence(list) => !list.is_empty(),
        _ => true,
    };
    match (one.filter(holds), other.filter(holds)) {
        (None, None) => true,
        (Some(one), Some(other)) => alike(one, other),
        _ => false,
    }
}

fn alike(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Sequence(one), Value::Sequence(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| alike(one, other))
        }
        (Value::Sequence(list), single) | (single, Value::Sequence(list)) => {
            matches!(list.as_slice(), [only] if alike(only, single))
        }
        (Value::Mapping(one), Value::Mapping(other)) => {
            let within = |one: &Mapping, other: &Mapping| {
                one.iter()
                    .all(|(key, value)| same(Some(value), other.get(key)))
            };
            within(one, other) && within(other, one)
        }
        (Value::Number(number), Value::String(text))
        | (Value::String(text), Value::Number(number)) => number.to_string() == *text,
        // The model holds a whole number with a fraction.
        (Value::Number(one), Value::Number(other)) => {
            one == other || one.as_f64() == other.as_f64()
        }
        _ => one == other,
    }
}

#[cfg(test)]
mod tests;
