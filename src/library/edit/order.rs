//! In which order the model has the fields of a record: a new key is put there.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::de::{DeserializeOwned, Deserializer, Error as _, Visitor, value::Error};
use serde_json::Value as Json;

use super::find::Way;
use super::tree::{Node, What};
use crate::library::schema;
use crate::report;

/// The place of a new key in a map: behind the key that comes before it in the model. At the end
/// where the model does not know it. `way` leads to the map from the root.
pub(super) fn place(root: &Node<'_>, way: &[Way<'_, '_>], map: &Node<'_>, key: &str) -> usize {
    let entries = map.entries();
    let fields = record(root, way).map(fields).unwrap_or_default();
    let at = |key: &str| fields.iter().position(|field| *field == key);
    let Some(own) = at(key) else {
        return entries.len();
    };
    let before = entries.iter().enumerate().filter_map(|(nth, entry)| {
        let field = at(entry.key.text()?)?;
        (field < own).then_some((field, nth))
    });
    before.max().map_or(0, |(_, nth)| nth + 1)
}

/// The name of the record at the end of a way, by the schema: `Item`.
fn record(root: &Node<'_>, way: &[Way<'_, '_>]) -> Option<&'static str> {
    let is_report = root.entry("report").is_some() || root.entry("items").is_some();
    let schema = if is_report {
        schema::report()
    } else {
        schema::registry()
    };
    let mut name = schema.get("title")?.as_str()?;
    let mut at = schema;
    for step in way {
        at = match &step.parent.what {
            What::Map { entries, .. } => {
                let key = entries.get(step.child)?.key.text()?;
                at.get("properties")?.get(key)?
            }
            What::List { .. } => choice(schema, at, "items")?.get("items")?,
            _ => return None,
        };
        (name, at) = named(schema, at)?;
    }
    Some(name)
}

/// Follows references to the record that is meant, with its name; empty where it has none.
fn named(schema: &'static Json, at: &'static Json) -> Option<(&'static str, &'static Json)> {
    let at = choice(schema, at, "properties").or_else(|| choice(schema, at, "items"))?;
    let name = |defs: &'static serde_json::Map<String, Json>| {
        defs.iter().find(|(_, def)| std::ptr::eq(*def, at))
    };
    let defs = schema.get("$defs")?.as_object()?;
    Some(name(defs).map_or(("", at), |(name, at)| (name.as_str(), at)))
}

/// The schema itself, what it refers to, or one of its choices: the one that has this keyword.
fn choice(schema: &'static Json, at: &'static Json, keyword: &str) -> Option<&'static Json> {
    if at.get(keyword).is_some() {
        return Some(at);
    }
    if let Some(name) = at.get("$ref").and_then(Json::as_str) {
        let name = name.strip_prefix("#/$defs/")?;
        return choice(schema, schema.get("$defs")?.get(name)?, keyword);
    }
    let choices = at.get("anyOf")?.as_array()?;
    choices.iter().find_map(|one| choice(schema, one, keyword))
}

/// The fields of the record with this name, in the order of its type.
pub(in crate::library) fn fields(record: &str) -> &'static [&'static str] {
    static FIELDS: OnceLock<HashMap<&'static str, &'static [&'static str]>> = OnceLock::new();
    let all = FIELDS.get_or_init(|| {
        macro_rules! fields_of {
            ($($name:ident)*) => {
                [$((stringify!($name), FieldNames::of::<report::$name>())),*]
            };
        }
        HashMap::from(
            fields_of!(ReportFile Head Text Link Item Position View Note Recommendation
            Contribution Fate Nomination Outcome Meeting TakenUp Wording Attendance Event Figure Share Quantity
            Section Paragraph Registry Body Person Country Instrument Document),
        )
    });
    all.get(record).copied().unwrap_or_default()
}

/// Asks a type for the names of its fields: serde tells them before it reads anything.
struct FieldNames(&'static [&'static str]);

impl FieldNames {
    fn of<T: DeserializeOwned>() -> &'static [&'static str] {
        let mut names = Self(&[]);
        // It always fails, since there is nothing to read.
        let _ = T::deserialize(&mut names);
        names.0
    }
}

impl<'de> Deserializer<'de> for &mut FieldNames {
    type Error = Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        self.0 = fields;
        Err(Error::custom(""))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom(""))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::{fields, schema};

    #[test]
    fn every_record_of_the_schemas_has_its_fields_in_order() {
        for schema in [schema::report(), schema::registry()] {
            for (name, def) in schema["$defs"].as_object().unwrap() {
                let Some(properties) = def["properties"].as_object() else {
                    continue;
                };
                let mut in_order = fields(name).to_vec();
                in_order.sort_unstable();
                let mut named: Vec<_> = properties.keys().map(String::as_str).collect();
                named.sort_unstable();
                assert_eq!(in_order, named, "{name}");
            }
        }
        assert_eq!(fields("Text"), ["ar", "en"]);
        assert_eq!(fields("Position")[..3], ["stance", "status", "by"]);
    }
}
