//! Writes new values: lists and maps in the style of their surroundings.

use serde_yaml::Value;

use super::block::Block;
use super::habits::{Habits, Role, Sort};
use super::scalar;

/// The longest line, in characters, that a list or map in brackets or braces may make.
const LONGEST_LINE: usize = 120;

/// Writes values as a file's habits are.
pub(super) struct Writer<'t> {
    pub habits: Habits<'t>,
}

impl Writer<'_> {
    /// A value in brackets or braces, or a scalar, on one line.
    pub fn flow(&self, value: &Value) -> String {
        let bracket = |open, list: Vec<String>, close, space: bool| match list.is_empty() {
            true => format!("{open}{close}"),
            false if space => format!("{open} {} {close}", list.join(", ")),
            false => format!("{open}{}{close}", list.join(", ")),
        };
        match value {
            Value::Sequence(members) => {
                let members = members.iter().map(|member| self.flow(member)).collect();
                bracket('[', members, ']', self.habits.brackets)
            }
            Value::Mapping(map) => {
                let entries = map.iter().map(|(key, value)| self.flow_entry(key, value));
                bracket('{', entries.collect(), '}', self.habits.braces)
            }
            scalar => scalar::inline(scalar, true),
        }
    }

    /// A key with its value, inside braces.
    pub fn flow_entry(&self, key: &Value, value: &Value) -> String {
        let key = scalar::key(key.as_str().unwrap_or_default(), true);
        format!("{key}: {}", self.flow(value))
    }

    /// A key with its value in block style; the key stands at this column.
    pub fn entry(&self, key: &str, value: &Value, column: usize) -> String {
        let mut out = scalar::key(key, false);
        out.push(':');
        let used = column + out.chars().count();
        out.push_str(&self.behind_key(key, value, column, used));
        out
    }

    /// What stands behind the colon of a key in block style: a blank and the value, or the lines
    /// below. The key stands at this column; the line is filled up to `used`.
    pub fn behind_key(&self, key: &str, value: &Value, column: usize, used: usize) -> String {
        if let Some(inline) = self.on_line(key, Role::Value, value, used) {
            return format!(" {inline}");
        }
        let habits = &self.habits;
        match value {
            Value::Sequence(_) => {
                let column = column + habits.list;
                self.line(column) + &self.list(key, value, column)
            }
            Value::Mapping(_) => {
                let column = column + habits.step;
                self.line(column) + &self.map(value, column)
            }
            scalar => format!(" {}", self.scalar(scalar, column, column + habits.step)),
        }
    }

    /// What stands behind the dash of an element in block style: blanks and the value. The dash
    /// stands at this column; the element begins `width` behind it. The key is that of the list.
    pub fn behind_dash(&self, key: &str, value: &Value, column: usize, width: usize) -> String {
        let blanks = " ".repeat(width.max(2) - 1);
        let inner = column + width.max(2);
        if let Some(inline) = self.on_line(key, Role::Element, value, inner) {
            return blanks + &inline;
        }
        let value = match value {
            Value::Sequence(_) => self.list("", value, inner),
            Value::Mapping(_) => self.map(value, inner),
            scalar => self.scalar(scalar, column, inner),
        };
        blanks + &value
    }

    /// The value where it is to stand on its line.
    fn on_line(&self, key: &str, role: Role, value: &Value, used: usize) -> Option<String> {
        let (sort, is_empty, is_simple) = match value {
            Value::Sequence(list) => (Sort::List, list.is_empty(), list.iter().all(is_scalar)),
            Value::Mapping(map) => (Sort::Map, map.is_empty(), false),
            Value::String(text) if text.contains('\n') => return None,
            scalar => return Some(scalar::inline(scalar, false)),
        };
        if is_empty {
            return Some(self.flow(value));
        }
        let flow = self.habits.example(key, role, sort).unwrap_or(is_simple);
        if !flow || holds_lines(value) {
            return None;
        }
        let inline = self.flow(value);
        (used + 1 + inline.chars().count() <= LONGEST_LINE).then_some(inline)
    }

    /// The elements of a list; the first dash stands at this column already.
    fn list(&self, key: &str, list: &Value, column: usize) -> String {
        let element = |member| {
            format!(
                "-{}",
                self.behind_dash(key, member, column, self.habits.dash)
            )
        };
        let elements: Vec<String> = list
            .as_sequence()
            .into_iter()
            .flatten()
            .map(element)
            .collect();
        elements.join(&self.line(column))
    }

    /// The entries of a map; the first key stands at this column already.
    fn map(&self, map: &Value, column: usize) -> String {
        let entry = |(key, value): (&Value, &Value)| {
            self.entry(key.as_str().unwrap_or_default(), value, column)
        };
        let entries: Vec<String> = map.as_mapping().into_iter().flatten().map(entry).collect();
        entries.join(&self.line(column))
    }

    /// A scalar of several lines as a block scalar, if it can be one.
    fn scalar(&self, value: &Value, parent: usize, indent: usize) -> String {
        let block = Block {
            indent,
            parent,
            eol: self.habits.eol,
            keeps: false,
            told: false,
        };
        let literal = value.as_str().and_then(|text| block.literal(text));
        match literal {
            Some((header, lines)) => header + &lines,
            None => scalar::inline(value, false),
        }
    }

    /// A new line up to this column.
    pub fn line(&self, column: usize) -> String {
        format!("{}{}", self.habits.eol, " ".repeat(column))
    }
}

fn is_scalar(value: &Value) -> bool {
    !matches!(value, Value::Sequence(_) | Value::Mapping(_)) && !holds_lines(value)
}

/// Whether a text of several lines is in it.
fn holds_lines(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\n'),
        Value::Sequence(members) => members.iter().any(holds_lines),
        Value::Mapping(map) => map.values().any(holds_lines),
        _ => false,
    }
}
