//! What of a record can be changed on the screen: its fields in the order in which a person fills
//! them in, and what they are called. What each takes, the model says
//! ([`keep::field`](crate::library::keep::field)).

#[cfg(test)]
mod tests;

use crate::library::keep::field::{self, Choice, Takes};
use crate::report::Kind;
use crate::words::label::{one, plural};
use crate::words::{Phrase, ui};

/// A field.
#[derive(Clone, Copy)]
pub struct Field {
    /// Where it stands in its record, keys joined by dots: `status`, `result.kind`.
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

    /// Whether the record is none without it.
    #[must_use]
    pub fn is_required(&self, kind: Kind) -> bool {
        self.takes(kind).is_some_and(|field| field.required)
    }
}

/// Declares the fields of a kind, in the order in which a person fills them in.
macro_rules! fields {
    ($($name:literal $label:expr;)*) => {
        const { &[$(Field { name: $name, label: $label }),*] }
    };
}

/// The fields of a kind that can be changed one by one, in the order of the form. What is a record
/// of its own (the position of an item, its notes) has a form of its own.
#[must_use]
pub const fn fields(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Item => fields! {
            "title" ui::TITLE;
            "number" ui::NUMBER;
            "kind" ui::SORT;
            "text" ui::WORDING;
            "refs" ui::CITES;
        },
        Kind::Position => fields! {
            "text" ui::WORDING;
            "stance" ui::STANCE;
            "status" ui::STATUS;
            "by" ui::BY;
            "date" ui::DATE;
            "refs" ui::CITES;
        },
        Kind::View | Kind::Note => fields! {
            "text" ui::WORDING;
            "by" ui::BY;
            "refs" ui::CITES;
        },
        Kind::Recommendation => fields! {
            "text" ui::WORDING;
            "to" ui::TO_ACT;
            "due" ui::DUE;
            "status" ui::STATUS;
            "kind" ui::SORT;
            "by" ui::BY;
            "refs" ui::CITES;
        },
        Kind::Contribution => fields! {
            "text" ui::WORDING;
            "by" ui::BY;
            "item" one(Kind::Item);
            "title" ui::TITLE;
            "kind" ui::SORT;
            "document" one(Kind::Document);
            "date" ui::DATE;
            "result.kind" ui::RESULT;
            "result.text" ui::WHAT_BECAME;
            "refs" ui::CITES;
        },
        Kind::Nomination => fields! {
            "person" one(Kind::Person);
            "holder" ui::HOLDER;
            "country" one(Kind::Country);
            "on_behalf_of" ui::ON_BEHALF_OF;
            "body" one(Kind::Body);
            "role" ui::ROLE;
            "title" ui::POST;
            "status" ui::STATUS;
            "item" one(Kind::Item);
            "date" ui::DATE;
            "text" ui::WORDING;
        },
        Kind::Outcome => fields! {
            "text" ui::WORDING;
            "kind" ui::SORT;
            "result" ui::RESULT;
            "of" ui::ANSWERS;
            "item" one(Kind::Item);
            "by" ui::BY;
            "date" ui::DATE;
            "part_of" ui::PART_OF;
            "refs" ui::CITES;
        },
        Kind::Meeting => fields! {
            "title" ui::TITLE;
            "date" ui::DATE;
            "chair" ui::CHAIR;
            "body" one(Kind::Body);
            "mode" ui::MANNER;
            "place" ui::PLACE;
            "country" one(Kind::Country);
            "attendance.countries" ui::COUNTRIES_PRESENT;
            "attendance.bodies" ui::BODIES_PRESENT;
            "attendance.count" ui::PARTICIPANTS;
            "attendance.qualifier" ui::HOW_EXACT;
            "items" plural(Kind::Item);
            "agreed" ui::AGREED_THERE;
            "made" ui::MADE_THERE;
            "count" ui::HOW_MANY_MEETINGS;
            "text" ui::WORDING;
        },
        Kind::Event => fields! {
            "title" ui::TITLE;
            "kind" ui::SORT;
            "date" ui::DATE;
            "place" ui::PLACE;
            "country" one(Kind::Country);
            "bodies" plural(Kind::Body);
            "item" one(Kind::Item);
            "text" ui::WORDING;
        },
        Kind::Figure => fields! {
            "title" ui::TITLE;
            "date" ui::DATE;
            "item" one(Kind::Item);
            "text" ui::WORDING;
        },
        Kind::Report => fields! {
            "title" ui::TITLE;
            "kind" ui::SORT;
            "session" ui::SESSION;
            "document" one(Kind::Document);
            "date" ui::DATE;
            "author" ui::AUTHOR;
            "addressee" ui::ADDRESSEE;
            "summary" ui::SUMMARY;
            "contacts" ui::CONTACTS;
        },
        Kind::Section => fields! {
            "title" ui::TITLE;
            "number" ui::NUMBER;
        },
        Kind::Paragraph => fields! {
            "text" ui::WORDING;
            "title" ui::TITLE;
            "number" ui::NUMBER;
            "refs" ui::CITES;
        },
        Kind::Body => fields! {
            "name" ui::NAME;
            "acronym" ui::ACRONYM;
            "kind" ui::SORT;
            "parent" ui::PARENT;
            "aliases" ui::ALIASES;
            "text" ui::WORDING;
        },
        Kind::Person => fields! {
            "name" ui::NAME;
            "honorific" ui::HONORIFIC;
            "country" one(Kind::Country);
            "post" ui::POST;
            "body" one(Kind::Body);
            "phone" ui::PHONE;
            "email" ui::EMAIL;
            "aliases" ui::ALIASES;
        },
        Kind::Country => fields! {
            "name" ui::NAME;
            "itu" ui::ITU_SYMBOL;
            "groups" ui::GROUPS;
            "aliases" ui::ALIASES;
        },
        Kind::Instrument => fields! {
            "title" ui::TITLE;
            "kind" ui::SORT;
            "number" ui::NUMBER;
            "issuer" ui::ISSUER;
            "date" ui::DATE;
            "place" ui::PLACE;
            "aliases" ui::ALIASES;
            "text" ui::WORDING;
        },
        Kind::Document => fields! {
            "title" ui::TITLE;
            "body" one(Kind::Body);
            "date" ui::DATE;
            "aliases" ui::ALIASES;
            "text" ui::WORDING;
        },
    }
}

/// The field of a kind with this name, as the file has it: `status`, `result.kind`.
#[must_use]
pub fn named(kind: Kind, name: &str) -> Option<&'static Field> {
    fields(kind).iter().find(|field| field.name == name)
}
