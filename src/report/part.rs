//! The small parts that records are made of: ids, references, places in the source, links.

use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserializer, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};

/// An id as it is typed: letters, digits and `-`, `.`, `/`, `@`, `:`. A whole number may stand
/// without quotes; a decimal may not, since YAML would read `1.10` as 1.1.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Id(pub String);

/// The id of another record or of an entry of the registry: `27`, `c21:27`, `KWT`, `pp-res:212`.
pub type Ref = Id;

/// Where in the source a record stands: section, table, row, paragraph, bullet, note, graphic,
/// each counted through its section from 1, section 0 being what stands before the first heading:
/// `s2/t1/r2`, `s4/b7`.
pub type Src = Id;

impl Id {
    /// The id as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct IdVisitor;
        impl Visitor<'_> for IdVisitor {
            type Value = Id;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a word or a whole number")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Id, E> {
                Ok(Id(text.to_owned()))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Id, E> {
                Ok(Id(number.to_string()))
            }
        }
        deserializer.deserialize_any(IdVisitor)
    }
}

impl JsonSchema for Id {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["string", "integer"],
            "description": "An id as it is typed; quote it where it looks like a decimal number."
        })
    }
}

/// One value or a list of them; one alone may stand without brackets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Many<T>(pub Vec<T>);

impl<T> Default for Many<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Many<T> {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each in turn.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }
}

impl<'a, T> IntoIterator for &'a Many<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Many<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ManyVisitor<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for ManyVisitor<T> {
            type Value = Many<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("one value or a list of them")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Many<T>, E> {
                T::deserialize(de::value::StrDeserializer::new(text)).map(|one| Many(vec![one]))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Many<T>, E> {
                T::deserialize(de::value::U64Deserializer::new(number)).map(|one| Many(vec![one]))
            }

            fn visit_unit<E: de::Error>(self) -> Result<Many<T>, E> {
                Ok(Many(Vec::new()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Many<T>, A::Error> {
                let mut all = Vec::new();
                while let Some(one) = list.next_element()? {
                    all.push(one);
                }
                Ok(Many(all))
            }
        }
        deserializer.deserialize_any(ManyVisitor(std::marker::PhantomData))
    }
}

impl<T: JsonSchema> JsonSchema for Many<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("OneOrMany_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<T>();
        json_schema!({ "anyOf": [one, { "type": "array", "items": one }] })
    }
}

/// An address on the web, with what stands there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Link {
    /// The address as printed.
    pub url: String,
    /// What one finds there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<super::Text>,
}

/// What every record of a report carries beside its own fields, borrowed.
#[derive(Debug, Clone, Copy)]
pub struct Common<'a> {
    /// What it cites: instruments, documents, bodies, people, countries of the registry.
    pub refs: &'a [Ref],
    /// Records that one should see with it, of this report or (`c26:1.2`) of another.
    pub see: &'a [Ref],
    /// Addresses on the web.
    pub urls: &'a [Link],
    /// Where in the source it stands.
    pub src: &'a [Src],
    /// Names of fields whose value was inferred, not printed.
    pub inferred: &'a [String],
    /// Slips of the source: what is printed, and what is meant.
    pub sic: &'a std::collections::BTreeMap<String, String>,
}

/// Declares a record of a report: its own fields, then the ones that all records carry.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident : $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[schemars(deny_unknown_fields)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)*
            /// What it cites: instruments, documents, bodies, people, countries of the registry.
            #[serde(default, skip_serializing_if = "crate::report::Many::is_empty")]
            pub refs: crate::report::Many<crate::report::Ref>,
            /// Records that one should see with it, of this report or (`c26:1.2`) of another.
            #[serde(default, skip_serializing_if = "crate::report::Many::is_empty")]
            pub see: crate::report::Many<crate::report::Ref>,
            /// Addresses on the web.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub urls: Vec<crate::report::Link>,
            /// Where in the source it stands.
            #[serde(default, skip_serializing_if = "crate::report::Many::is_empty")]
            pub src: crate::report::Many<crate::report::Src>,
            /// Names of fields whose value was inferred, not printed.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub inferred: Vec<String>,
            /// Slips of the source: what is printed, and what is meant.
            #[serde(default, skip_serializing_if = "std::collections::BTreeMap::is_empty")]
            pub sic: std::collections::BTreeMap<String, String>,
        }

        impl $name {
            /// What every record carries.
            #[must_use]
            pub fn common(&self) -> crate::report::Common<'_> {
                crate::report::Common {
                    refs: &self.refs.0,
                    see: &self.see.0,
                    urls: &self.urls,
                    src: &self.src.0,
                    inferred: &self.inferred,
                    sic: &self.sic,
                }
            }
        }
    };
}
pub(crate) use record;
