//! What the fields of a record take, as the schema says it: a fixed word, a date, the id of another
//! record, a text. One source for the commands and for the screen.

use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use crate::library::check::keywords::{allows, fixed_words, list, reference, required};
use crate::library::check::{TO_RECORDS, TO_REGISTRY, nearest};
use crate::library::{edit, schema};
use crate::report::{
    BodyKind, ContributionKind, EventKind, FateKind, InstrumentKind, ItemKind, Kind, Language,
    Mode, NominationStatus, OutcomeKind, PositionStatus, Qualifier, RecommendationKind,
    RecommendationStatus, ReportKind, Role, Stance, Stand, Status,
};
use crate::words::label::Label;
use crate::words::standing::{also_stand, also_status};
use crate::words::{Message, Phrase, field as words, role};

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
    /// As people call a woman.
    pub women: &'static [&'static str],
    /// Other ways in which it is typed.
    pub others: &'static [&'static str],
    /// As people say it in a sentence: taken for it where it is all that is typed.
    pub also: &'static [&'static str],
}

impl Choice {
    /// Whether it is what was typed: as the file writes it, or as people say it, of a woman too.
    #[must_use]
    pub fn is(&self, typed: &str) -> bool {
        let labels = self.label.map(|Phrase { ar, en }| [ar, en]);
        let said = labels.iter().flatten().chain(self.others);
        [&self.word]
            .into_iter()
            .chain(said)
            .any(|name| same(name, typed))
            || self.is_of_a_woman(typed)
    }

    /// The same, or as people say it in a sentence.
    #[must_use]
    pub fn is_said(&self, typed: &str) -> bool {
        self.is(typed) || self.also.iter().any(|name| same(name, typed))
    }

    /// Whether it was typed as it is said of a woman.
    #[must_use]
    pub fn is_of_a_woman(&self, typed: &str) -> bool {
        self.women.iter().any(|name| same(name, typed))
    }
}

/// The same but for letter case and hyphens, and in Arabic for marks, the article, the hamza, and the
/// two dots of a last ta.
fn same(name: &str, typed: &str) -> bool {
    let plain = |text: &str| -> String {
        let letters = text
            .chars()
            .filter(|letter| !matches!(letter, '\u{64b}'..='\u{652}' | '\u{640}'));
        let plain: String = letters
            .flat_map(char::to_lowercase)
            .map(|letter| match letter {
                'أ' | 'إ' | 'آ' => 'ا',
                'ة' => 'ه',
                'ى' => 'ي',
                letter => letter,
            })
            .collect();
        let words = plain.split([' ', '-']).filter(|word| !word.is_empty());
        words
            .map(|word| word.strip_prefix("ال").unwrap_or(word))
            .collect::<Vec<_>>()
            .join(" ")
    };
    plain(name) == plain(typed)
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
    TO_RECORDS.contains(&field) || matches!(field, "of" | "agreed" | "deferred" | "made")
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
            let near =
                of_a_part(root, at.schema, name).or_else(|| nearest(name, known.iter().copied()));
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

/// The field of this name in the one part of a record that has it: `position.stance` of an item.
fn of_a_part(root: &'static Json, schema: &'static Json, name: &str) -> Option<String> {
    let below = schema.get("properties").and_then(Json::as_object)?;
    let mut having = below.iter().filter(|(_, part)| {
        let part = follow(root, part);
        !part.many && keys(part.schema).contains(&name)
    });
    let (part, _) = having.next()?;
    having.next().is_none().then(|| format!("{part}.{name}"))
}

/// What a field of a file means where it is not written, as the model has it; none where that is
/// nothing.
#[must_use]
pub fn default_at(at: &edit::FieldPath) -> Option<&'static Json> {
    within(at)?.1
}

/// What stands at a place of a file takes; none where the model knows no such place.
#[must_use]
pub fn takes_at(at: &edit::FieldPath) -> Option<Takes> {
    let (place, _) = within(at)?;
    let mut keys = at.0.iter().rev().filter_map(|step| match step {
        edit::Step::Key(name) => Some(name.as_str()),
        _ => None,
    });
    Some(takes(&place, keys.next().unwrap_or_default()))
}

/// A place of a file in the schema, and what it means where it is not written.
fn within(at: &edit::FieldPath) -> Option<(At, Option<&'static Json>)> {
    let edit::Step::Key(first) = at.0.first()? else {
        return None;
    };
    let has = |root: &'static Json| root.get("properties")?.get(first).map(|_| root);
    let root = has(schema::report()).or_else(|| has(schema::registry()))?;
    let mut place = At {
        schema: root,
        name: "",
        many: false,
    };
    let mut default = None;
    for step in &at.0 {
        default = None;
        if let edit::Step::Key(name) = step {
            let below = place.schema.get("properties")?.get(name)?;
            default = below.get("default");
            place = follow(root, below);
        }
    }
    Some((place, default))
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
        let is_role = at.name == "Role";
        let choice = |word| Choice {
            word,
            label: label(at.name, word),
            women: if is_role { role::of_women(word) } else { &[] },
            others: if is_role { role::otherwise(word) } else { &[] },
            also: also(at.name, word),
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

/// What people say for a word of a fixed set besides its label.
fn also(set: &str, word: &str) -> &'static [&'static str] {
    fn read<T: DeserializeOwned>(word: &str) -> Option<T> {
        serde_json::from_value(word.into()).ok()
    }
    let status = match set {
        "PositionStatus" => read(word).map(Status::Position),
        "NominationStatus" => read(word).map(Status::Nomination),
        "RecommendationStatus" => read(word).map(Status::Recommendation),
        _ => None,
    };
    let stand = match set {
        "Stance" => read(word).map(Stand::Stance),
        "OutcomeKind" => read(word).map(Stand::Outcome),
        _ => None,
    };
    let stand = stand.map(also_stand);
    status.map(also_status).or(stand).unwrap_or_default()
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
        InstrumentKind Language)
}

#[cfg(test)]
mod tests;
