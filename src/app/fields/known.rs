//! The values of a field, found by what they are called.

use std::collections::HashMap;

use super::Value;

/// Of fewer letters a slip is none.
const SHORTEST_SLIP: usize = 4;

/// The values of a field in an order that a person expects, and all their names in order: a letter
/// must not cost what looking through a thousand names costs.
#[derive(Debug, Default)]
pub(super) struct Known {
    values: Vec<Value>,
    /// The values by their names, the blanks left out.
    whole: HashMap<String, Vec<usize>>,
    /// Where a word of a name begins, in the order of what stands there.
    begins: Vec<Begin>,
}

/// The beginning of a word in a name of a value.
#[derive(Debug, Clone, Copy)]
struct Begin {
    value: usize,
    name: usize,
    at: usize,
}

impl Known {
    pub fn values(&self) -> &[Value] {
        &self.values
    }

    /// The values that are called just so; the blanks do not count.
    pub fn called(&self, typed: &str) -> Vec<&Value> {
        let places = self.whole.get(&typed.replace(' ', ""));
        self.at(places.into_iter().flatten().copied())
    }

    /// The values of which a name, or a word of a name, begins so, in their order.
    pub fn beginning(&self, typed: &str) -> Vec<&Value> {
        let text = |begin: &Begin| self.text(*begin);
        let from = self.begins.partition_point(|begin| text(begin) < typed);
        let rest = self.begins.get(from..).unwrap_or_default();
        let so = rest.partition_point(|begin| text(begin).starts_with(typed));
        let some = rest.get(..so).unwrap_or_default();
        let mut places: Vec<usize> = some.iter().map(|begin| begin.value).collect();
        places.sort_unstable();
        places.dedup();
        self.at(places.into_iter())
    }

    /// The values that are meant: those called so, or else those with a name or a word of a name that
    /// begins so, or else those with a name one slip away.
    pub fn meant(&self, typed: &str) -> Vec<&Value> {
        let called = self.called(typed);
        if !called.is_empty() {
            return called;
        }
        let beginning = self.beginning(typed);
        if !beginning.is_empty() {
            return beginning;
        }
        self.near(typed)
    }

    /// The values with a name of which one slip made what was typed.
    fn near(&self, typed: &str) -> Vec<&Value> {
        let letters = typed.chars().count();
        let is_code = typed.chars().any(|letter| letter.is_ascii_digit());
        if letters < SHORTEST_SLIP || is_code {
            return Vec::new();
        }
        let near = |name: &String| {
            name.chars().count().abs_diff(letters) <= 1 && strsim::osa_distance(typed, name) == 1
        };
        let values = self.values.iter();
        values
            .filter(|value| value.names.iter().any(near))
            .collect()
    }

    fn at(&self, places: impl Iterator<Item = usize>) -> Vec<&Value> {
        places.filter_map(|place| self.values.get(place)).collect()
    }

    fn text(&self, begin: Begin) -> &str {
        let value = self.values.get(begin.value);
        let name = value.and_then(|value| value.names.get(begin.name));
        name.and_then(|name| name.get(begin.at..))
            .unwrap_or_default()
    }
}

impl From<Vec<Value>> for Known {
    fn from(values: Vec<Value>) -> Self {
        let mut known = Self {
            values,
            ..Self::default()
        };
        let mut begins = Vec::new();
        for (value, one) in known.values.iter().enumerate() {
            for (name, text) in one.names.iter().enumerate() {
                let places = known.whole.entry(text.replace(' ', "")).or_default();
                if places.last() != Some(&value) {
                    places.push(value);
                }
                let words = text.match_indices(' ').map(|(blank, _)| blank + 1);
                begins.extend(
                    [0].into_iter()
                        .chain(words)
                        .map(|at| Begin { value, name, at }),
                );
            }
        }
        begins.sort_by(|one, other| known.text(*one).cmp(known.text(*other)));
        known.begins = begins;
        known
    }
}
