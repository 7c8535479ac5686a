//! What the keywords of a JSON Schema say: `$ref`, `type`, `enum`, `oneOf`, `required`.

use serde_json::Value as Json;

/// The name of the type that the schema refers to.
pub(in crate::library) fn reference(schema: &'static Json) -> Option<&'static str> {
    schema
        .get("$ref")
        .and_then(Json::as_str)
        .and_then(|path| path.strip_prefix("#/$defs/"))
}

/// The list under a keyword of the schema.
pub(in crate::library) fn list(schema: &'static Json, key: &str) -> Option<&'static [Json]> {
    schema.get(key).and_then(Json::as_array).map(Vec::as_slice)
}

/// Whether the schema's type, or one of its types, is this one.
pub(in crate::library) fn allows(schema: &Json, name: &str) -> bool {
    match schema.get("type") {
        Some(Json::String(kind)) => kind == name,
        Some(Json::Array(kinds)) => kinds.iter().any(|kind| kind == name),
        _ => false,
    }
}

/// The words that an enumeration allows.
pub(in crate::library) fn fixed_words(schema: &'static Json) -> Option<Vec<&'static str>> {
    if let Some(words) = list(schema, "enum") {
        return Some(words.iter().filter_map(Json::as_str).collect());
    }
    let mut words = Vec::new();
    for choice in list(schema, "oneOf")? {
        match list(choice, "enum") {
            Some(several) => words.extend(several.iter().filter_map(Json::as_str)),
            None => words.push(choice.get("const").and_then(Json::as_str)?),
        }
    }
    Some(words)
}

/// The keys that must be there.
pub(in crate::library) fn required(schema: &'static Json) -> Vec<&'static str> {
    list(schema, "required")
        .unwrap_or_default()
        .iter()
        .filter_map(Json::as_str)
        .collect()
}
