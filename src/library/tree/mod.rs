//! A YAML file as a tree in which every node knows its place, and the file's text with its lines.

mod cursor;
mod read;
mod scalar;
mod source_text;

pub(super) use read::read;
pub(super) use scalar::PlainType;
pub(super) use source_text::{SourceText, Spot, code_point};

/// A value with its place.
pub(in crate::library) struct Node {
    /// Where it begins; the first key of a map in block style.
    pub at: Spot,
    /// Where it ends, in bytes; for a list or map in block style where the next thing begins.
    pub end: usize,
    pub value: Value,
}

/// What stands there.
pub(in crate::library) enum Value {
    Scalar(Scalar),
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
    /// Something that was refused already, such as an alias.
    Refused,
}

/// A scalar, read.
pub(in crate::library) struct Scalar {
    pub text: String,
    /// Whether it stands without quotes, so that it may be a number, a yes/no or nothing.
    pub plain: bool,
}

impl Node {
    /// The text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(scalar) => Some(&scalar.text),
            _ => None,
        }
    }

    /// Whether it is a scalar that says nothing: empty, `~` or `null`, without quotes.
    pub fn is_null(&self) -> bool {
        matches!(&self.value, Value::Scalar(scalar) if scalar.plain_type() == PlainType::Null)
    }

    /// Whether something in it was refused.
    pub fn holds_refused(&self) -> bool {
        match &self.value {
            Value::Refused => true,
            Value::Scalar(_) => false,
            Value::List(members) => members.iter().any(Self::holds_refused),
            Value::Map(entries) => entries
                .iter()
                .any(|(key, value)| key.holds_refused() || value.holds_refused()),
        }
    }

    /// Key and value, of a map.
    pub fn entries(&self) -> &[(Node, Node)] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The members of a list.
    pub fn members(&self) -> &[Node] {
        match &self.value {
            Value::List(members) => members,
            _ => &[],
        }
    }

    /// The entry of this key.
    pub fn entry(&self, key: &str) -> Option<&(Node, Node)> {
        self.entries()
            .iter()
            .find(|(name, _)| name.text() == Some(key))
    }

    /// The value of this key.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entry(key).map(|(_, value)| value)
    }
}
