//! The fields of a query: `kind:nomination`, `by:kuwait`, `year:2024`. A value is met by any name
//! of what it stands for, in either language, whole or, where none is whole, by its beginning. A year
//! may also be a span of years: `year:>2020`, `year:2020..2022`.

mod complete;
mod span;
mod values;

pub use complete::{Completion, completions};
pub use values::Value;

use std::sync::OnceLock;

use crate::library::{Key, Library};
use crate::report::{Date, Kind, Relation};
use crate::search::Set;
use crate::search::fold::fold;

use super::scope::Status;

/// A field of a query; its number is its place in [`FIELDS`](crate::words::query::FIELDS).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// The kind of record.
    Kind,
    /// The country, body or person that a record comes from.
    By,
    /// A body that a record has to do with.
    Body,
    /// The report that a record stands in.
    Report,
    /// How far a position, a nomination, a recommendation has come.
    Status,
    /// The number of an agenda item, or its id: the item and all that belongs to it.
    Item,
    /// The year of a record's date, or else of its report.
    Year,
}

impl Field {
    /// Every field.
    pub const ALL: [Self; 7] = [
        Self::Kind,
        Self::By,
        Self::Body,
        Self::Report,
        Self::Status,
        Self::Item,
        Self::Year,
    ];

    /// The field of a number in the grammar.
    #[must_use]
    pub fn numbered(number: usize) -> Option<Self> {
        Self::ALL.get(number).copied()
    }

    /// Its names, as in [`FIELDS`](crate::words::query::FIELDS).
    #[must_use]
    pub fn names(self) -> &'static [&'static str] {
        crate::words::query::FIELDS
            .get(self as usize)
            .copied()
            .unwrap_or_default()
    }
}

/// The values of the fields of a library, each list made when it is first asked for.
#[derive(Debug, Default)]
pub struct Values {
    of: [OnceLock<Vec<Value>>; Field::ALL.len()],
}

impl Values {
    /// All values that some record has in a field, in an order that a person expects.
    pub fn of(&self, library: &Library, field: Field) -> &[Value] {
        self.of
            .get(field as usize)
            .map_or(&[], |values| values.get_or_init(|| field.values(library)))
    }

    /// The records that have a value which answers what was typed; none where no value does.
    #[must_use]
    pub fn records(&self, library: &Library, field: Field, typed: &str) -> Option<Set> {
        let mut set = Set::new(library.len());
        let mut add = |key: Key| set.insert(key.index() as u32);
        if let Some(span) = span::Span::read(typed) {
            if field != Field::Year {
                return None;
            }
            values::each_between(library, span, &mut add);
            return Some(set);
        }
        let typed = plain(typed);
        if typed.is_empty() {
            return None;
        }
        match field {
            Field::Item => values::each_of_items(library, &typed, &mut add),
            Field::Year => values::each_of_years(library, &typed, &mut add),
            _ => {
                let values = self.of(library, field);
                let mut meant: Vec<&Value> =
                    values.iter().filter(|value| value.is(&typed)).collect();
                if meant.is_empty() {
                    meant.extend(values.iter().filter(|value| value.begins(&typed)));
                }
                meant.iter().for_each(|value| value.each(library, &mut add));
                // A kind is known also where the library has no record of it.
                return (!meant.is_empty()).then_some(set);
            }
        }
        (set.count() > 0).then_some(set)
    }
}

/// The kinds that a value stands for: those that are called so, or else those with a name that begins
/// so.
#[must_use]
pub fn kinds(typed: &str) -> Vec<Kind> {
    let typed = plain(typed);
    let all = || Kind::ALL.into_iter().map(|kind| (kind, values::kind(kind)));
    let is: Vec<Kind> = all()
        .filter(|(_, value)| value.is(&typed))
        .map(|(kind, _)| kind)
        .collect();
    match is.is_empty() {
        true => all()
            .filter(|(_, value)| !typed.is_empty() && value.begins(&typed))
            .map(|(kind, _)| kind)
            .collect(),
        false => is,
    }
}

/// A text by which values are compared: folded, without articles.
fn plain(text: &str) -> String {
    let folded = fold(text).text();
    let words: Vec<&str> = folded
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(|word| {
            word.strip_prefix("ال")
                .filter(|bare| bare.chars().count() > 1)
                .unwrap_or(word)
        })
        .collect();
    words.join(" ")
}

/// Whether a record comes from the party at the other end of one of its links.
const fn is_from(relation: Relation, kind: Kind) -> bool {
    match relation {
        Relation::By | Relation::OnBehalfOf | Relation::Holder => true,
        Relation::Person => matches!(kind, Kind::Nomination),
        Relation::Country => matches!(kind, Kind::Nomination | Kind::Person),
        _ => false,
    }
}

/// The years that a record is of: those of its date, else the year of its report. A date that is open
/// at one side is of the year at its other side.
fn years(library: &Library, key: Key) -> Option<(i32, i32)> {
    let of_date = |date: &Date| {
        let known = |year: &i32| (1..=9999).contains(year);
        let first = Some(date.first_day().0).filter(known);
        let last = Some(date.last_day().0).filter(known);
        Some((first.or(last)?, last.or(first)?))
    };
    let record = library.record(key)?;
    if let Some(date) = record.date() {
        return of_date(date);
    }
    let head = library.head(library.report_of(key)?)?;
    if let Some(date) = &head.date {
        return of_date(date);
    }
    let session = head.session.as_deref()?.rsplit('@').next()?;
    let year = session.get(..4)?.parse().ok()?;
    Some((year, year))
}

/// The status of a record.
fn status(library: &Library, key: Key) -> Option<Status> {
    library.record(key).and_then(Status::of)
}

#[cfg(test)]
mod tests;
