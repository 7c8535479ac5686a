//! What three versions of a value come to: the one that a person saw, the one that stands there now,
//! and the one that the person wants.

use serde_yaml::{Mapping, Value};

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
    if same(base, theirs) {
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
mod tests {
    use super::*;

    fn value(text: &str) -> Option<Value> {
        match text {
            "" => None,
            text => Some(serde_yaml::from_str(text).unwrap()),
        }
    }

    fn merged(base: &str, theirs: &str, yours: &str) -> Result<Vec<Wanted>, usize> {
        let at = FieldPath(vec![Step::Key("f".to_owned())]);
        let [base, theirs, yours] = [base, theirs, yours].map(value);
        three_way(&at, base.as_ref(), theirs.as_ref(), yours.as_ref())
            .map_err(|clashes| clashes.len())
    }

    fn wanted(way: &[&str], yours: &str) -> Wanted {
        let steps = way.iter().map(|key| Step::Key((*key).to_owned()));
        (FieldPath(steps.collect()), value(yours))
    }

    #[test]
    fn whoever_alone_changed_a_value_is_followed() {
        assert_eq!(merged("a", "a", "b"), Ok(vec![wanted(&["f"], "b")]));
        assert_eq!(merged("a", "b", "a"), Ok(vec![]));
        assert_eq!(merged("a", "b", "b"), Ok(vec![]));
        assert_eq!(merged("", "", "b"), Ok(vec![wanted(&["f"], "b")]));
        assert_eq!(merged("a", "a", ""), Ok(vec![wanted(&["f"], "")]));
        assert_eq!(merged("a", "b", "c"), Err(1));
        assert_eq!(merged("a", "", "c"), Err(1));
        assert_eq!(merged("", "a", "c"), Err(1));
    }

    #[test]
    fn two_maps_are_merged_key_by_key() {
        assert_eq!(
            merged("{ar: a, en: b}", "{ar: x, en: b}", "{ar: a, en: y}"),
            Ok(vec![wanted(&["f", "en"], "y")])
        );
        assert_eq!(
            merged("{ar: a, en: b}", "{ar: x, en: b}", "{ar: y, en: y}"),
            Err(1)
        );
        assert_eq!(
            merged("{ar: a}", "{ar: x}", "{ar: a, en: y}"),
            Ok(vec![wanted(&["f", "en"], "y")])
        );
        assert_eq!(
            merged("{ar: a, en: b}", "{ar: x, en: b}", "{ar: a}"),
            Ok(vec![wanted(&["f", "en"], "")])
        );
    }

    #[test]
    fn a_list_is_one_value() {
        assert_eq!(merged("[a]", "[a, b]", "[a, c]"), Err(1));
        assert_eq!(
            merged("[a]", "a", "[a, c]"),
            Ok(vec![wanted(&["f"], "[a, c]")])
        );
    }

    #[test]
    fn what_says_the_same_is_the_same() {
        for (one, other, are) in [
            ("27", "\"27\"", true),
            ("TUN", "[TUN]", true),
            ("[]", "", true),
            ("null", "", true),
            ("[TUN, EGY]", "[EGY, TUN]", false),
            ("{a: 1, b: []}", "{a: \"1\"}", true),
            ("{a: 1}", "{a: 1, b: 2}", false),
            ("a", "b", false),
            ("\"\"", "", false),
        ] {
            let (one, other) = (value(one), value(other));
            assert_eq!(same(one.as_ref(), other.as_ref()), are, "{one:?} {other:?}");
            assert_eq!(same(other.as_ref(), one.as_ref()), are, "{one:?} {other:?}");
        }
    }
}
