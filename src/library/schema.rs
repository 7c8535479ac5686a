//! The JSON Schema of the two kinds of file, made from the types of [`crate::report`], so that an
//! editor completes and checks while one types.

use std::sync::OnceLock;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use crate::report::{Registry, ReportFile};

/// The schema of a report's file, JSON Schema draft 2020-12.
#[must_use]
pub fn report() -> &'static Value {
    static SCHEMA: OnceLock<Value> = OnceLock::new();
    SCHEMA.get_or_init(make::<ReportFile>)
}

/// The schema of `registry.yaml`, JSON Schema draft 2020-12.
#[must_use]
pub fn registry() -> &'static Value {
    static SCHEMA: OnceLock<Value> = OnceLock::new();
    SCHEMA.get_or_init(make::<Registry>)
}

/// The schema of the record with this name, of either kind of file: `Item`.
pub(super) fn record(name: &str) -> Option<&'static Value> {
    let of = |schema: &'static Value| schema.get("$defs")?.get(name);
    of(report()).or_else(|| of(registry()))
}

/// The schema as it stands in a file: indented, with a line end.
#[must_use]
pub fn to_text(schema: &Value) -> String {
    format!("{schema:#}\n")
}

fn make<T: JsonSchema>() -> Value {
    SchemaSettings::draft2020_12()
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value()
}
