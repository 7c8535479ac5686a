//! What the fields of a record take, as the schema says it: a fixed word, a date, the id of another
//! record, a text. One source for the commands and for the screen.

use serde_json::Value as Json;

use crate::library::check::keywords::{allows, fixed_words, list, reference, required};
use crate::library::check::{TO_RECORDS, TO_REGISTRY, nearest};
use crate::library::{edit, schema};
use crate::report::{
    BodyKind, ContributionKind, EventKind, FateKind, InstrumentKind, ItemKind, Kind, Mode,
    NominationStatus, OutcomeKind, PositionStatus, Qualifier, RecommendationKind,
    RecommendationStatus, ReportKind, Role, Stance,
};
use crate::words::label::Label;
use crate::words::{Message, Phrase, field as words};

/// A field of a kind of record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// What one value of it is.
    pub takes: Takes,
    /// Whether it holds several.
    pub many: bool,
    /// Whether the map in which it stands needs it.
    pub required: bool,
    /// The type of its values in the model, where they have parts: `Share`.
    pub of: Option<&'static str>,
    /// What it is where the file does not say it.
    pub default: Option<&'static Json>,
}

/// What a field takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Takes {
    /// One of these words.
    Words(Vec<Choice>),
    /// A date.
    Date,
    /// An hour of the day.
    Hour,
    /// A name of its own: an id, or the number of an item.
    Id,
    /// The id of an entry of the registry; of this kind, where only one makes sense.
    Registry(Option<Kind>),
    /// The id of a record of the reports, or of an entry of the registry.
    Record,
    /// A text in two languages: `ar` and `en` are fields of it.
    Text,
    /// Words in one language, such as a telephone number.
    Line,
    /// A currency, by its three letters.
    Currency,
    /// A body and a year: `council@2021`.
    Session,
    /// A number.
    Number,
    /// A whole number from 0.
    Count,
    /// Yes or no.
    YesNo,
    /// A map with fields of its own.
    Parts,
}

/// One of the words that a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// As it stands in the file.
    pub word: &'static str,
    /// As people call it.
    pub label: Option<Phrase>,
}

/// The fields of a kind of record, in the order of the model.
#[must_use]
pub fn fields_of(kind: Kind) -> &'static [&'static str] {
    edit::fields(type_of(kind))
}

/// The fields of a type that is part of a record, in the order of the model.
#[must_use]
pub fn fields_within(part: &str) -> &'static [&'static str] {
    edit::fields(part)
}

/// Whether a step of a path is the place of an element in a list.
#[must_use]
pub fn is_place(step: &str) -> bool {
    !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a field of this name holds ids of entries of the registry.
#[must_use]
pub fn names_entries(field: &str) -> bool {
    field == "speakers" || TO_REGISTRY.contains(&field)
}

/// Whether a field of this name holds ids of records of reports.
#[must_use]
pub fn names_records(field: &str) -> bool {
    TO_RECORDS.contains(&field) || matches!(field, "of" | "agreed" | "made")
}

/// The field at this path in a record: `["position", "status"]` in an item. A number is the place of
/// an element in a list: `["shares", "0", "percent"]` in a figure.
///
/// # Errors
/// When there is no such field; names the nearest, or those that there are.
pub fn field(kind: Kind, path: &[&str]) -> Result<Field, Message> {
    let root = match is_of_registry(kind) {
        true => schema::registry(),
        false => schema::report(),
    };
    let record = schema::record(type_of(kind));
    let mut at = At {
        schema: record.unwrap_or(root),
        name: type_of(kind),
        many: false,
    };
    let mut is_required = true;
    let (mut named, mut default) = ("", None);
    for name in path {
        if at.many && is_place(name) {
            (at.many, is_required, default) = (false, false, None);
            continue;
        }
        named = name;
        let below = at.schema.get("properties").and_then(|all| all.get(*name));
        let Some(below) = below else {
            let known = keys(at.schema);
            let near = nearest(name, known.iter().copied());
            return Err(words::no_such_field(name, near.as_deref(), &known));
        };
        is_required = required(at.schema).contains(name);
        default = below.get("default");
        at = follow(root, below);
    }
    let takes = takes(&at, named);
    Ok(Field {
        of: (takes == Takes::Parts && !at.name.is_empty()).then_some(at.name),
        takes,
        many: at.many,
        required: is_required,
        default,
    })
}

/// What a field of a file means where it is not written, as the model has it; none where that is
/// nothing.
#[must_use]
pub fn default_at(at: &edit::FieldPath) -> Option<&'static Json> {
    let edit::Step::Key(first) = at.0.first()? else {
        return None;
    };
    let has = |root: &'static Json| root.get("properties")?.get(first).map(|_| root);
    let root = has(schema::report()).or_else(|| has(schema::registry()))?;
    let (mut schema, mut default) = (root, None);
    for step in &at.0 {
        default = None;
        if let edit::Step::Key(name) = step {
            let below = schema.get("properties")?.get(name)?;
            default = below.get("default");
            schema = follow(root, below).schema;
        }
    }
    default
}

/// A place in a schema, behind its references.
struct At {
    schema: &'static Json,
    name: &'static str,
    many: bool,
}

fn follow(root: &'static Json, mut schema: &'static Json) -> At {
    let mut at = At {
        schema,
        name: "",
        many: false,
    };
    loop {
        at.schema = schema;
        let next = if let Some(name) = reference(schema) {
            if !name.starts_with("OneOrMany") {
                at.name = name;
            }
            root.get("$defs").and_then(|all| all.get(name))
        } else if let Some(choices) = list(schema, "anyOf") {
            let several = choices.iter().find(|choice| allows(choice, "array"));
            let real = |choice: &&Json| choice.get("type").and_then(Json::as_str) != Some("null");
            several.or_else(|| choices.iter().find(real))
        } else if allows(schema, "array") {
            at.many = true;
            schema.get("items")
        } else {
            None
        };
        match next {
            Some(next) => schema = next,
            None => return at,
        }
    }
}

fn takes(at: &At, field: &str) -> Takes {
    if let Some(all) = fixed_words(at.schema) {
        let choice = |word| Choice {
            word,
            label: label(at.name, word),
        };
        return Takes::Words(all.into_iter().map(choice).collect());
    }
    match at.name {
        "Date" => Takes::Date,
        "Hour" => Takes::Hour,
        "Text" => Takes::Text,
        "Id" => match field {
            "country" | "countries" => Takes::Registry(Some(Kind::Country)),
            "person" => Takes::Registry(Some(Kind::Person)),
            "document" => Takes::Registry(Some(Kind::Document)),
            _ if names_entries(field) => Takes::Registry(None),
            _ if names_records(field) => Takes::Record,
            _ => Takes::Id,
        },
        _ if allows(at.schema, "object") => Takes::Parts,
        _ if allows(at.schema, "boolean") => Takes::YesNo,
        _ if allows(at.schema, "number") => Takes::Number,
        _ if field == "session" => Takes::Session,
        _ if field == "currency" => Takes::Currency,
        _ if allows(at.schema, "string") => Takes::Line,
        _ => Takes::Count,
    }
}

fn keys(schema: &'static Json) -> Vec<&'static str> {
    let all = schema.get("properties").and_then(Json::as_object);
    all.map(|all| all.keys().map(String::as_str).collect())
        .unwrap_or_default()
}

/// Whether records of this kind stand in the registry.
#[must_use]
pub const fn is_of_registry(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Body | Kind::Person | Kind::Country | Kind::Instrument | Kind::Document
    )
}

/// The name of the type that a kind of record is.
#[must_use]
pub const fn type_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Item => "Item",
        Kind::Position => "Position",
        Kind::Nomination => "Nomination",
        Kind::Recommendation => "Recommendation",
        Kind::Contribution => "Contribution",
        Kind::Outcome => "Outcome",
        Kind::Meeting => "Meeting",
        Kind::Event => "Event",
        Kind::Figure => "Figure",
        Kind::View => "View",
        Kind::Note => "Note",
        Kind::Report => "Head",
        Kind::Section => "Section",
        Kind::Paragraph => "Paragraph",
        Kind::Body => "Body",
        Kind::Person => "Person",
        Kind::Country => "Country",
        Kind::Instrument => "Instrument",
        Kind::Document => "Document",
    }
}

/// What people call a word of a fixed set.
fn label(set: &str, word: &str) -> Option<Phrase> {
    macro_rules! of {
        ($($type:ident)*) => {
            match set {
                $(stringify!($type) => serde_json::from_value::<$type>(word.into())
                    .ok()
                    .map(Label::label),)*
                _ => None,
            }
        };
    }
    of!(Stance PositionStatus ItemKind RecommendationKind RecommendationStatus ContributionKind
        FateKind Role NominationStatus OutcomeKind Mode EventKind Qualifier ReportKind BodyKind
        InstrumentKind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn takes_of(kind: Kind, path: &str) -> (Takes, bool, bool) {
        let path: Vec<&str> = path.split('.').collect();
        let field = field(kind, &path).unwrap();
        (field.takes, field.many, field.required)
    }

    #[test]
    fn the_schema_tells_what_a_field_takes() {
        for (kind, path, wanted) in [
            (Kind::Recommendation, "due", (Takes::Date, false, false)),
            (
                Kind::Recommendation,
                "to",
                (Takes::Registry(None), true, false),
            ),
            (Kind::Recommendation, "text", (Takes::Text, false, true)),
            (Kind::Recommendation, "text.ar", (Takes::Line, false, false)),
            (Kind::Item, "position", (Takes::Parts, false, false)),
            (Kind::Item, "number", (Takes::Id, true, false)),
            (
                Kind::Item,
                "position.by",
                (Takes::Registry(None), true, false),
            ),
            (Kind::Item, "see", (Takes::Record, true, false)),
            (
                Kind::Nomination,
                "person",
                (Takes::Registry(Some(Kind::Person)), false, false),
            ),
            (
                Kind::Nomination,
                "body",
                (Takes::Registry(None), false, true),
            ),
            (Kind::Outcome, "of", (Takes::Record, true, false)),
            (
                Kind::Outcome,
                "by_correspondence",
                (Takes::YesNo, false, false),
            ),
            (Kind::Outcome, "figure.amount", (Takes::Number, false, true)),
            (
                Kind::Outcome,
                "figure.currency",
                (Takes::Currency, false, false),
            ),
            (
                Kind::Meeting,
                "attendance.count",
                (Takes::Count, false, false),
            ),
            (
                Kind::Meeting,
                "attendance.countries",
                (Takes::Registry(Some(Kind::Country)), true, false),
            ),
            (Kind::Person, "phone", (Takes::Line, false, false)),
            (Kind::Meeting, "began", (Takes::Hour, false, false)),
            (Kind::Report, "session", (Takes::Session, false, false)),
            (Kind::Person, "aliases", (Takes::Line, true, false)),
            (Kind::Person, "aliases.2", (Takes::Line, false, false)),
            (Kind::Figure, "shares", (Takes::Parts, true, false)),
            (
                Kind::Figure,
                "shares.0.of_which.1.percent",
                (Takes::Number, false, false),
            ),
            (
                Kind::Meeting,
                "taken_up.0.item",
                (Takes::Record, false, true),
            ),
        ] {
            assert_eq!(takes_of(kind, path), wanted, "{path}");
        }
    }

    #[test]
    fn a_fixed_set_has_its_words_and_labels() {
        let (takes, _, required) = takes_of(Kind::Item, "position.status");
        let Takes::Words(choices) = takes else {
            panic!("{takes:?}")
        };
        assert!(required);
        let all: Vec<&str> = choices.iter().map(|choice| choice.word).collect();
        assert_eq!(
            all,
            ["draft", "agreed", "delivered", "superseded", "withdrawn"]
        );
        for kind in Kind::ALL {
            for name in fields_of(kind) {
                if let Takes::Words(choices) = takes_of(kind, name).0 {
                    assert!(
                        choices.iter().all(|one| one.label.is_some()),
                        "{kind:?} {name}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_fields_are_in_the_order_of_the_model() {
        let fields = fields_of(Kind::Recommendation);
        let first = ["id", "kind", "by", "to", "due", "status", "text", "refs"];
        assert_eq!(fields.get(..first.len()), Some(&first[..]));
    }

    #[test]
    fn a_slip_finds_its_field() {
        let refused = field(Kind::Item, &["position", "statsu"]).unwrap_err();
        assert!(refused.en.contains("status"), "{}", refused.en);
        let refused = field(Kind::Note, &["zzz"]).unwrap_err();
        assert!(
            refused.en.contains("by") && refused.en.contains("text"),
            "{}",
            refused.en
        );
    }
}
