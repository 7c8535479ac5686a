//! Holds a tree against the JSON Schema that is made from the types: keys, types, fixed words. On
//! the way it notes which record and which field each node is, for the rules of meaning.

use serde_json::Value as Json;

use super::keywords::{allows, fixed_words, list, reference, required};
use super::nearest::nearest;
use crate::library::tree::{Node, PlainType, SourceText, Value};
use crate::library::{Code, Problem};
use crate::words::{Message, problem as words};

/// A map that the schema knows by name, such as an `Item` or a `Text`.
pub(in crate::library) struct Record<'a> {
    /// The type's name: `Item`.
    pub kind: &'static str,
    /// The key under which it stands: `items`.
    pub field: &'a str,
    /// The record that it is a part of.
    pub parent: Option<usize>,
    /// The fields that such a record may have.
    pub fields: Vec<&'static str>,
    pub node: &'a Node,
}

/// A scalar, and which field it is.
pub(in crate::library) struct Leaf<'a> {
    /// The record that it is a field of, an index into [`Shape::records`].
    pub record: usize,
    /// The field: `refs`.
    pub field: &'a str,
    /// The type's name, `Id` or `Date`; empty where it has none.
    pub kind: &'static str,
    pub node: &'a Node,
}

/// What a tree holds, in the order of the file.
#[derive(Default)]
pub(in crate::library) struct Shape<'a> {
    pub records: Vec<Record<'a>>,
    pub leaves: Vec<Leaf<'a>>,
}

/// Holds the tree against the schema; the differences become problems of the source.
pub(super) fn read<'a>(
    schema: &'static Json,
    root: &'a Node,
    source: &mut SourceText<'_>,
) -> Shape<'a> {
    let title = schema.get("title").and_then(Json::as_str);
    let mut walk = Walk {
        schema,
        source,
        shape: Shape::default(),
    };
    let at = Under {
        kind: title.unwrap_or_default(),
        field: "",
        record: None,
    };
    walk.node(schema, root, at);
    walk.shape
}

/// Where the walk stands.
#[derive(Clone, Copy)]
struct Under<'a> {
    /// The name of the type met last.
    kind: &'static str,
    field: &'a str,
    record: Option<usize>,
}

struct Walk<'a, 's, 't> {
    schema: &'static Json,
    source: &'s mut SourceText<'t>,
    shape: Shape<'a>,
}

impl<'a> Walk<'a, '_, '_> {
    fn node(&mut self, schema: &'static Json, node: &'a Node, under: Under<'a>) {
        if self.source.is_full() || matches!(node.value, Value::Refused) {
            return;
        }
        if node.is_null() && allows(schema, "null") {
            return;
        }
        if let Some(name) = reference(schema) {
            let found = self.schema.get("$defs").and_then(|defs| defs.get(name));
            if let Some(found) = found {
                let kind = if name.starts_with("OneOrMany") {
                    under.kind
                } else {
                    name
                };
                self.node(found, node, Under { kind, ..under });
            }
            return;
        }
        if let Some(choices) = list(schema, "anyOf") {
            self.choose(choices, node, under);
        } else if let Some(words) = fixed_words(schema) {
            self.word(&words, node, under);
        } else if allows(schema, "object") {
            self.map(schema, node, under);
        } else if allows(schema, "array") {
            self.list(schema, node, under);
        } else {
            self.scalar(schema, node, under);
        }
    }

    /// One or many, something or nothing: goes on with the choice that fits the node.
    fn choose(&mut self, choices: &'static [Json], node: &'a Node, under: Under<'a>) {
        if node.is_null() && choices.iter().any(|choice| allows(choice, "null")) {
            return;
        }
        let is_list = matches!(node.value, Value::List(_));
        let mut real = choices
            .iter()
            .filter(|choice| !(allows(choice, "null") && list(choice, "type").is_none()));
        let chosen = real
            .clone()
            .find(|choice| allows(choice, "array") == is_list)
            .or_else(|| real.next());
        if let Some(chosen) = chosen {
            self.node(chosen, node, under);
        }
    }

    fn map(&mut self, schema: &'static Json, node: &'a Node, under: Under<'a>) {
        let Value::Map(entries) = &node.value else {
            let expected = if under.kind == "Text" {
                words::a_text()
            } else {
                words::a_map(&required(schema))
            };
            self.wrong_type(node, under.field, expected);
            return;
        };
        let properties = schema.get("properties").and_then(Json::as_object);
        let fields: Vec<&'static str> = properties
            .map(|properties| properties.keys().map(String::as_str).collect())
            .unwrap_or_default();
        let others = schema.get("additionalProperties");
        // A map with keys of its own (`sic`) is no record.
        let record = if properties.is_some() {
            self.shape.records.push(Record {
                kind: under.kind,
                field: under.field,
                parent: under.record,
                fields: fields.clone(),
                node,
            });
            Some(self.shape.records.len() - 1)
        } else {
            under.record
        };
        let mut misspelt = Vec::new();
        for (key, value) in entries {
            if self.source.is_full() {
                return;
            }
            let Some(name) = key.text() else { continue };
            let below = Under {
                kind: "",
                field: name,
                record,
            };
            if let Some(property) = properties.and_then(|properties| properties.get(name)) {
                self.node(property, value, below);
            } else if let Some(other) = others.filter(|other| other.is_object()) {
                let field = under.field;
                self.node(other, value, Under { field, ..below });
            } else {
                misspelt.extend(self.unknown_key(key, name, &fields));
            }
        }
        for name in required(schema) {
            // A misspelt key is one problem, not two.
            if node.get(name).is_none() && !misspelt.iter().any(|meant| meant == name) {
                let place = self.source.place(node.at);
                let problem = Problem::error(Code::MissingKey, place, words::missing_key(name))
                    .expecting(words::add_key(name));
                self.source.add(problem);
            }
        }
    }

    fn list(&mut self, schema: &'static Json, node: &'a Node, under: Under<'a>) {
        let Value::List(members) = &node.value else {
            self.wrong_type(node, under.field, words::a_list());
            return;
        };
        if let Some(items) = schema.get("items") {
            for member in members {
                self.node(items, member, under);
            }
        }
    }

    fn scalar(&mut self, schema: &'static Json, node: &'a Node, under: Under<'a>) {
        let Value::Scalar(scalar) = &node.value else {
            self.wrong_type(node, under.field, expected_scalar(schema, under.kind));
            return;
        };
        let (fits, code) = match scalar.plain_type() {
            PlainType::Null => (allows(schema, "null"), Code::EmptyValue),
            PlainType::Boolean => (allows(schema, "boolean"), Code::WrongType),
            PlainType::Integer => (
                allows(schema, "integer") || allows(schema, "number"),
                Code::WrongType,
            ),
            PlainType::Decimal => (allows(schema, "number"), Code::WrongType),
            PlainType::Text => (allows(schema, "string"), Code::WrongType),
        };
        if fits {
            self.range(schema, &scalar.text, node);
        } else if code == Code::WrongType && allows(schema, "string") && !allows(schema, "integer")
        {
            // The loader takes it as it stands; an editor and other programs do not.
            let place = self.source.place(node.at);
            let problem = Problem::warning(Code::Unquoted, place, words::unquoted(&scalar.text))
                .expecting(words::in_quotes(&scalar.text));
            self.source.add(problem);
        } else {
            let expected = expected_scalar(schema, under.kind);
            if code == Code::EmptyValue {
                let place = self.source.place(node.at);
                let what = words::empty_value(under.field);
                self.source
                    .add(Problem::error(code, place, what).expecting(expected));
            } else {
                self.wrong_type(node, under.field, expected);
            }
            return;
        }
        if let Some(record) = under.record {
            self.shape.leaves.push(Leaf {
                record,
                field: under.field,
                kind: under.kind,
                node,
            });
        }
    }

    /// Numbers that are whole and have a least value (`uint32`).
    fn range(&mut self, schema: &Json, text: &str, node: &Node) {
        let Some(least) = schema.get("minimum").and_then(Json::as_i64) else {
            return;
        };
        let fits = text
            .trim_start_matches('+')
            .parse::<i64>()
            .is_ok_and(|number| number >= least && number <= i64::from(u32::MAX));
        if !fits {
            let place = self.source.place(node.at);
            let problem = Problem::error(Code::OutOfRange, place, words::out_of_range(text))
                .expecting(words::a_count());
            self.source.add(problem);
        }
    }

    fn word(&mut self, known: &[&'static str], node: &'a Node, under: Under<'a>) {
        let Some(text) = node.text().filter(|_| !node.is_null()) else {
            self.wrong_type(node, under.field, words::one_of(known));
            return;
        };
        if !known.contains(&text) {
            let place = self.source.place(node.at);
            let problem = Problem::error(Code::UnknownWord, place, words::unknown_word(text))
                .expecting(words::one_of(known))
                .near(nearest(text, known.iter().copied()));
            self.source.add(problem);
        }
    }

    /// Returns the key that was meant, where one is near.
    fn unknown_key(&mut self, key: &Node, name: &str, fields: &[&'static str]) -> Option<String> {
        let meant = nearest(name, fields.iter().copied());
        let place = self.source.place(key.at);
        let problem = Problem::error(Code::UnknownKey, place, words::unknown_key(name))
            .expecting(words::one_of(fields))
            .near(meant.clone());
        self.source.add(problem);
        meant
    }

    fn wrong_type(&mut self, node: &Node, field: &str, expected: Message) {
        let what = match &node.value {
            Value::List(_) => words::found_list(),
            Value::Map(_) => words::found_map(),
            Value::Scalar(_) if node.is_null() && field.is_empty() => words::found_nothing(),
            Value::Scalar(_) if node.is_null() => words::empty_value(field),
            Value::Scalar(scalar) => words::found_value(&scalar.text),
            Value::Refused => return,
        };
        let code = if node.is_null() {
            Code::EmptyValue
        } else {
            Code::WrongType
        };
        let place = self.source.place(node.at);
        self.source
            .add(Problem::error(code, place, what).expecting(expected));
    }
}

/// What a scalar should have been.
fn expected_scalar(schema: &Json, kind: &str) -> Message {
    match kind {
        "Id" => words::an_id(),
        "Date" => words::a_date(),
        _ if allows(schema, "string") => words::a_string(),
        _ if allows(schema, "boolean") => words::a_boolean(),
        _ if allows(schema, "number") => words::a_number(),
        _ => words::a_count(),
    }
}
