//! A file's values with the bytes where each stands and the way it is written.

use std::borrow::Cow;

use serde_yaml::{Mapping, Number, Value};

use super::lines;
use super::{EditError, Refused};
use crate::library::tree::{PlainType, Scalar as Plain};

/// A value with its place.
#[derive(Debug, Clone)]
pub(super) struct Node<'a> {
    /// The byte where it begins: its first character, quotation mark, bracket, `|` or dash; in a
    /// map in block style the first key. Where there is an anchor or a tag, that may be it: such a
    /// value is never touched.
    pub start: usize,
    /// The byte behind it, without what follows: no comment, no line end.
    pub end: usize,
    pub what: What<'a>,
    /// The number of its anchor; 0 where it has none.
    pub anchor: usize,
    pub tag: Option<String>,
}

/// What stands there.
#[derive(Debug, Clone)]
pub(super) enum What<'a> {
    Scalar(Scalar<'a>),
    List {
        flow: bool,
        items: Vec<Item<'a>>,
    },
    Map {
        form: Form,
        entries: Vec<Entry<'a>>,
    },
    /// The value of this anchor.
    Alias(usize),
}

/// A scalar, read.
#[derive(Debug, Clone)]
pub(super) struct Scalar<'a> {
    pub text: Cow<'a, str>,
    pub style: Style,
}

/// The way a scalar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Nothing stands there; it reads as null.
    Missing,
    Plain,
    Single,
    Double,
    /// `|`
    Literal,
    /// `>`
    Folded,
}

impl Style {
    /// Whether it stands without quotes, so that it may be a number, a yes/no or nothing.
    pub const fn is_plain(self) -> bool {
        matches!(self, Self::Missing | Self::Plain)
    }
}

/// The way a map is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Block,
    Flow,
    /// One key in a list in brackets, without braces: `[a: b]`.
    Pair,
}

/// An element of a list.
#[derive(Debug, Clone)]
pub(super) struct Item<'a> {
    /// The byte of its dash; in brackets that of the element itself.
    pub dash: usize,
    pub node: Node<'a>,
}

/// A key with its value.
#[derive(Debug, Clone)]
pub(super) struct Entry<'a> {
    pub key: Node<'a>,
    /// The byte of the colon; in braces it may be missing.
    pub colon: Option<usize>,
    pub value: Node<'a>,
    /// Whether the key is written with `?`, or is no scalar.
    pub complex: bool,
}

impl<'a> Node<'a> {
    /// The same, to be kept without the text that it was read from.
    pub fn into_owned(self) -> Node<'static> {
        let what = match self.what {
            What::Scalar(scalar) => What::Scalar(Scalar {
                text: Cow::Owned(scalar.text.into_owned()),
                style: scalar.style,
            }),
            What::List { flow, items } => {
                let items = items.into_iter().map(Item::into_owned);
                What::List {
                    flow,
                    items: items.collect(),
                }
            }
            What::Map { form, entries } => {
                let entries = entries.into_iter().map(|entry| Entry {
                    key: entry.key.into_owned(),
                    colon: entry.colon,
                    value: entry.value.into_owned(),
                    complex: entry.complex,
                });
                What::Map {
                    form,
                    entries: entries.collect(),
                }
            }
            What::Alias(number) => What::Alias(number),
        };
        Node {
            start: self.start,
            end: self.end,
            what,
            anchor: self.anchor,
            tag: self.tag,
        }
    }

    /// The text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.what {
            What::Scalar(scalar) => Some(&scalar.text),
            _ => None,
        }
    }

    /// The elements of a list.
    pub fn items(&self) -> &[Item<'a>] {
        match &self.what {
            What::List { items, .. } => items,
            _ => &[],
        }
    }

    /// The entries of a map.
    pub fn entries(&self) -> &[Entry<'a>] {
        match &self.what {
            What::Map { entries, .. } => entries,
            _ => &[],
        }
    }

    /// The entry of this key.
    pub fn entry(&self, key: &str) -> Option<(usize, &Entry<'a>)> {
        let mut entries = self.entries().iter().enumerate();
        entries.find(|(_, entry)| entry.key.text() == Some(key))
    }

    /// Whether it stands in brackets or braces itself.
    pub fn is_flow(&self) -> bool {
        match &self.what {
            What::List { flow, .. } => *flow,
            What::Map { form, .. } => *form != Form::Block,
            _ => false,
        }
    }

    /// Whether it says nothing: missing, `~` or `null` without quotes.
    pub fn is_null(&self) -> bool {
        matches!(&self.what, What::Scalar(scalar) if scalar.plain_type() == PlainType::Null)
    }

    /// The value, where nothing in it is refused.
    pub fn value(&self, text: &str) -> Result<Value, EditError> {
        self.refuse_decorations(text)?;
        Ok(match &self.what {
            What::Scalar(scalar) => scalar.value(),
            What::List { items, .. } => {
                let members = items.iter().map(|item| item.node.value(text));
                Value::Sequence(members.collect::<Result<_, _>>()?)
            }
            What::Map { entries, .. } => {
                let mut map = Mapping::with_capacity(entries.len());
                for entry in entries {
                    let key = entry.plain_key(text)?;
                    let value = entry.value.value(text)?;
                    if map.insert(Value::String(key.to_owned()), value).is_some() {
                        return Err(refused(text, entry.key.start, Refused::DuplicateKey));
                    }
                }
                Value::Mapping(map)
            }
            What::Alias(_) => return Err(refused(text, self.start, Refused::Alias)),
        })
    }

    /// An error where it is an alias, or has an anchor or a tag itself.
    pub fn refuse_decorations(&self, text: &str) -> Result<(), EditError> {
        if self.anchor != 0 || matches!(self.what, What::Alias(_)) {
            Err(refused(text, self.start, Refused::Alias))
        } else if self.tag.is_some() {
            Err(refused(text, self.start, Refused::Tag))
        } else {
            Ok(())
        }
    }
}

impl Item<'_> {
    /// The same, to be kept without the text that it was read from.
    pub fn into_owned(self) -> Item<'static> {
        Item {
            dash: self.dash,
            node: self.node.into_owned(),
        }
    }
}

impl Entry<'_> {
    /// The key, where it is a plain word.
    pub fn plain_key(&self, text: &str) -> Result<&str, EditError> {
        self.key.refuse_decorations(text)?;
        let key = self.key.text().filter(|_| !self.complex);
        key.ok_or_else(|| refused(text, self.key.start, Refused::ComplexKey))
    }
}

impl Scalar<'_> {
    /// What it means.
    pub fn value(&self) -> Value {
        let text = self.text.as_ref();
        match self.plain_type() {
            PlainType::Null => Value::Null,
            PlainType::Boolean => Value::Bool(text.eq_ignore_ascii_case("true")),
            PlainType::Integer | PlainType::Decimal => match text.parse::<Number>() {
                Ok(number) => Value::Number(number),
                Err(_) => Value::String(text.to_owned()),
            },
            PlainType::Text => Value::String(text.to_owned()),
        }
    }

    /// What type it is of, as the loader reads it.
    pub fn plain_type(&self) -> PlainType {
        match self.style {
            Style::Missing => PlainType::Null,
            Style::Plain => plain_type(&self.text),
            _ => PlainType::Text,
        }
    }
}

/// What type a scalar without quotes is of, as the loader reads it.
pub(super) fn plain_type(text: &str) -> PlainType {
    // Whatever is no number begins with a letter; the rest is looked at closely.
    let begins = |char: char| char.is_ascii_alphanumeric() || "+-.~".contains(char);
    if !text.is_empty() && (!text.starts_with(begins) || text.len() > 400) {
        return PlainType::Text;
    }
    let scalar = Plain {
        text: text.to_owned(),
        plain: true,
    };
    scalar.plain_type()
}

/// What stands at this byte is not touched.
pub(super) fn refused(text: &str, at: usize, what: Refused) -> EditError {
    let before = lines::piece(text, 0, at);
    let ends = before.replace("\r\n", "\n");
    let line = 1 + ends.matches(['\n', '\r']).count();
    EditError::Refused { what, line }
}
