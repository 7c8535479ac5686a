//! What of a record can be changed on the screen: its fields in the order in which a person fills
//! them in, and what they are called. What each takes, the model says
//! ([`keep::field`](crate::library::keep::field)).

#[cfg(test)]
mod tests;

use crate::library::keep::field::{self, Choice, Takes, is_place, type_of};
use crate::report::{Kind, Language};
use crate::words::label::{NOMINEE, field as field_name, plural, the};
use crate::words::{Phrase, form as words, ui};

/// A field.
#[derive(Clone, Copy)]
pub struct Field {
    /// Where it stands in its record or part, keys joined by dots: `status`, `result.kind`.
    pub name: &'static str,
    /// What it is called.
    pub label: Phrase,
}

impl Field {
    /// What it takes, as the model says it; none where the model has no such field.
    #[must_use]
    pub fn takes(&self, kind: Kind) -> Option<field::Field> {
        let path: Vec<&str> = self.name.split('.').collect();
        field::field(kind, &path).ok()
    }

    /// The words that it takes, where its set is fixed.
    #[must_use]
    pub fn choices(&self, kind: Kind) -> Vec<Choice> {
        match self.takes(kind).map(|field| field.takes) {
            Some(Takes::Words(choices)) => choices,
            _ => Vec::new(),
        }
    }

    /// Whether the record is none without it: it and all in which it stands are needed.
    #[must_use]
    pub fn is_required(&self, kind: Kind) -> bool {
        let path: Vec<&str> = self.name.split('.').collect();
        (1..=path.len()).all(|end| {
            let part = path.get(..end).unwrap_or_default();
            field::field(kind, part).is_ok_and(|field| field.required)
        })
    }
}

/// What a field takes that every record has.
const COMMON: [&str; 5] = ["refs", "see", "urls", "src", "inferred"];

/// The fields of a type of the model, in the order in which a person fills them in, without those
/// that every record has. Parts of which there is one at most stand among the others where they are
/// short: `result.kind`.
fn own(of: &str) -> &'static [&'static str] {
    match of {
        "Item" => &["title", "number", "kind", "text"],
        "Position" => &["text", "stance", "status", "by", "date"],
        "View" | "Note" => &["text", "by"],
        "Recommendation" => &["text", "to", "due", "status", "kind", "by"],
        "Contribution" => &[
            "text",
            "by",
            "item",
            "title",
            "kind",
            "document",
            "date",
            "result.kind",
            "result.text",
        ],
        "Nomination" => &[
            "person",
            "holder",
            "country",
            "on_behalf_of",
            "body",
            "role",
            "title",
            "status",
            "item",
            "date",
            "text",
        ],
        "Outcome" => &[
            "text",
            "kind",
            "result",
            "of",
            "item",
            "by",
            "date",
            "part_of",
            "by_correspondence",
            "figure",
        ],
        "Meeting" => &[
            "title",
            "date",
            "began",
            "ended",
            "chair",
            "body",
            "mode",
            "place",
            "country",
            "attendance.countries",
            "attendance.bodies",
            "attendance.count",
            "attendance.qualifier",
            "items",
            "speakers",
            "taken_up",
            "agreed",
            "wordings",
            "deferred",
            "made",
            "count",
            "text",
        ],
        "Event" => &[
            "title", "kind", "date", "place", "country", "bodies", "item", "text",
        ],
        "Figure" => &[
            "title",
            "date",
            "total",
            "shares",
            "adds_up_to",
            "item",
            "text",
        ],
        "Head" => &[
            "title",
            "kind",
            "session",
            "document",
            "date",
            "author",
            "addressee",
            "summary",
            "strategic_link",
            "financial_implications",
            "original_language",
            "contacts",
            "source",
            "unknown",
        ],
        "Section" => &["title", "number"],
        "Paragraph" => &["text", "title", "number"],
        "Body" => &["name", "acronym", "kind", "parent", "aliases", "text"],
        "Person" => &[
            "name",
            "honorific",
            "country",
            "post",
            "body",
            "phone",
            "email",
            "aliases",
        ],
        "Country" => &["name", "itu", "groups", "aliases"],
        "Instrument" => &[
            "title", "kind", "number", "issuer", "date", "place", "aliases", "text",
        ],
        "Document" => &["title", "body", "date", "aliases", "text"],
        "Quantity" => &["amount", "currency", "unit", "qualifier", "printed"],
        "Share" => &["label", "percent", "quantity", "of", "of_which"],
        "Link" => &["url", "label"],
        "TakenUp" => &["item", "minutes", "planned", "speakers"],
        "Wording" => &["of", "stance", "text", "behind"],
        _ => &[],
    }
}

/// What a field is called.
fn label(of: &str, name: &str) -> Phrase {
    match (of, name) {
        ("Nomination", "title") => ui::POST,
        ("Share", "of") => words::STANDS_FOR,
        ("Wording", "of") => the(Kind::Position),
        ("Item", "text") => words::TEXT_OF_ITEM,
        (_, "text") => ui::WORDING,
        (_, "title") => ui::TITLE,
        (_, "name") => ui::NAME,
        (_, "number") => ui::NUMBER,
        (_, "kind") => ui::SORT,
        (_, "refs") => ui::CITES,
        (_, "see") => words::SEE,
        (_, "urls") => words::LINKS,
        (_, "src") => ui::SOURCE,
        (_, "inferred") => words::INFERRED,
        (_, "stance") => ui::STANCE,
        ("Position", "status") => ui::STAGE,
        (_, "status") => ui::STATUS,
        (_, "by") => ui::BY,
        (_, "to") => ui::TO_ACT,
        (_, "due") => ui::DUE,
        (_, "date") => ui::DATE,
        (_, "item") => the(Kind::Item),
        (_, "items") => plural(Kind::Item),
        (_, "document") => the(Kind::Document),
        ("Nomination", "person") => NOMINEE,
        (_, "person") => the(Kind::Person),
        (_, "country") => the(Kind::Country),
        (_, "body") => the(Kind::Body),
        (_, "bodies") => plural(Kind::Body),
        (_, "result" | "result.kind") => ui::RESULT,
        (_, "result.text") => ui::WHAT_BECAME,
        (_, "holder") => ui::HOLDER,
        (_, "on_behalf_of") => ui::ON_BEHALF_OF,
        (_, "role") => ui::ROLE,
        (_, "of") => ui::ANSWERS,
        (_, "part_of") => ui::PART_OF,
        (_, "by_correspondence") => words::BY_CORRESPONDENCE,
        (_, "figure" | "quantity") => words::QUANTITY,
        (_, "chair") => ui::CHAIR,
        (_, "mode") => ui::MANNER,
        (_, "place") => ui::PLACE,
        (_, "attendance.countries") => ui::COUNTRIES_PRESENT,
        (_, "attendance.bodies") => ui::BODIES_PRESENT,
        (_, "attendance.count") => ui::PARTICIPANTS,
        (_, "attendance.qualifier" | "qualifier") => ui::HOW_EXACT,
        (_, "taken_up") => crate::words::minutes::TAKEN_UP,
        (_, "agreed") => ui::AGREED_THERE,
        (_, "wordings") => crate::words::minutes::AS_AGREED,
        (_, "behind") => crate::words::minutes::BEHIND,
        (_, "deferred") => crate::words::minutes::DEFERRED,
        (_, "made") => ui::MADE_THERE,
        (_, "count") => ui::HOW_MANY_MEETINGS,
        (_, "total") => ui::TOTAL,
        (_, "shares") => words::SHARES,
        (_, "adds_up_to") => ui::ADDS_UP_TO,
        (_, "session") => ui::SESSION,
        (_, "author") => ui::AUTHOR,
        (_, "addressee") => ui::ADDRESSEE,
        (_, "summary") => ui::SUMMARY,
        (_, "strategic_link") => ui::STRATEGIC_LINK,
        (_, "financial_implications") => ui::FINANCES,
        (_, "original_language") => ui::ORIGINAL,
        (_, "contacts") => ui::CONTACTS,
        (_, "source") => ui::SOURCE_FILE,
        (_, "unknown") => ui::UNKNOWN,
        (_, "acronym") => ui::ACRONYM,
        (_, "parent") => ui::PARENT,
        (_, "aliases") => ui::ALIASES,
        (_, "honorific") => ui::HONORIFIC,
        (_, "post") => ui::POST,
        (_, "phone") => ui::PHONE,
        (_, "email") => ui::EMAIL,
        (_, "itu") => ui::ITU_SYMBOL,
        (_, "groups") => ui::GROUPS,
        (_, "issuer") => ui::ISSUER,
        (_, "amount") => words::AMOUNT,
        (_, "currency") => words::CURRENCY,
        (_, "unit") => words::UNIT,
        (_, "printed") => ui::SIC,
        (_, "label") => words::LABEL,
        (_, "percent") => words::PERCENT,
        (_, "of_which") => words::OF_WHICH,
        (_, "url") => ui::ADDRESS,
        (_, "minutes") => words::MINUTES,
        (_, "planned") => words::PLANNED,
        (_, "began") => ui::BEGAN,
        (_, "ended") => ui::ENDED,
        ("Meeting", "speakers") => crate::words::minutes::OUTSIDE,
        (_, "speakers") => ui::SPEAKERS,
        _ => words::FIELD,
    }
}

/// Why a field of the model has no place in a form; none where it has one.
#[must_use]
pub fn elsewhere(name: &str) -> Option<&'static str> {
    Some(match name {
        "id" => "other records point to it; its row says how it is changed",
        "sic" => {
            "says of the transcript what the source prints; its row says where that is written"
        }
        "position" => "a record of its own, to which its row leads",
        "views" | "notes" | "recommendations" | "paragraphs" | "points" | "sections" => {
            "records of their own, each with its form"
        }
        _ => return None,
    })
}

/// The fields of a type of the model, in the order of the form.
fn of_type(of: &'static str) -> impl Iterator<Item = Field> {
    own(of).iter().map(move |name| Field {
        name,
        label: label(of, name),
    })
}

/// The fields of a kind that can be changed, in the order of the form. What is a record of its own
/// (the position of an item, its notes) has a form of its own.
pub fn fields(kind: Kind) -> impl Iterator<Item = Field> {
    let common = COMMON.iter().map(|name| Field {
        name,
        label: label("", name),
    });
    of_type(type_of(kind)).chain(common)
}

/// The fields of a part of a record, in the order of the form.
pub fn fields_within(part: &'static str) -> impl Iterator<Item = Field> {
    of_type(part)
}

/// The field of a kind with this name, as the file has it: `status`, `result.kind`.
#[must_use]
pub fn named(kind: Kind, name: &str) -> Option<Field> {
    fields(kind).find(|field| field.name == name)
}

/// What a field of a kind is called that a record names as inferred or not known.
#[must_use]
pub fn called(kind: Kind, name: &str, language: Language) -> &str {
    match named(kind, name) {
        Some(field) => field.label.get(language),
        None => field_name(name, language),
    }
}

/// The field at this path in a record, in one of its parts too.
#[must_use]
pub fn at(kind: Kind, path: &[String]) -> Option<Field> {
    if let Some(field) = named(kind, &path.join(".")) {
        return Some(field);
    }
    if let [id] = path
        && id == "id"
    {
        return Some(Field {
            name: "id",
            label: words::ID,
        });
    }
    let (last, before) = path.split_last()?;
    if is_place(last) {
        return at(kind, before);
    }
    let before: Vec<&str> = before.iter().map(String::as_str).collect();
    let part = field::field(kind, &before).ok()?.of?;
    fields_within(part).find(|field| field.name == last)
}
