//! The fields of a query: `kind:nomination`, `by:kuwait`, `year:2024`. A value is met by any name
//! of what it stands for, in either language, whole or, where none is whole, by its beginning. A year
//! may also be a span of years: `year:>2020`, `year:2020..2022`.

mod complete;
mod due;
mod items;
mod known;
mod span;
mod values;

pub use complete::{Completion, completions, of_word};
pub use values::Value;

use std::sync::{LazyLock, OnceLock};

use crate::library::Library;
use crate::report::{Kind, Relation, Stand, Status};
use crate::search::Set;
use crate::search::fold::fold;
use crate::words::Message;

use items::Numbers;
use known::Known;

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
    /// How far a position, a nomination, a recommendation has come; what a position or an outcome says.
    Status,
    /// The number of an agenda item, or its id: the item and all that belongs to it.
    Item,
    /// The year of a record's date, or else of its report.
    Year,
    /// Who has to act on a recommendation.
    To,
    /// When something has to be done by.
    Due,
    /// The person that a record is about or comes from.
    Person,
}

impl Field {
    /// Every field.
    pub const ALL: [Self; 10] = [
        Self::Kind,
        Self::By,
        Self::Body,
        Self::Report,
        Self::Status,
        Self::Item,
        Self::Year,
        Self::To,
        Self::Due,
        Self::Person,
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
    of: [OnceLock<Known>; Field::ALL.len()],
    numbers: OnceLock<Numbers>,
}

impl Values {
    /// All values that some record has in a field, in an order that a person expects.
    pub fn of(&self, library: &Library, field: Field) -> &[Value] {
        self.known(library, field).map_or(&[], Known::values)
    }

    fn known(&self, library: &Library, field: Field) -> Option<&Known> {
        let known = self.of.get(field as usize)?;
        Some(known.get_or_init(|| field.values(library).into()))
    }

    fn numbers(&self, library: &Library) -> &Numbers {
        self.numbers.get_or_init(|| Numbers::of(library))
    }

    /// The first values of a field, as they are typed, and whether there are more.
    #[must_use]
    pub fn some(&self, library: &Library, field: Field) -> (Vec<Message>, bool) {
        const MOST: usize = 6;
        let values = self.of(library, field);
        let names: Vec<Message> = values.iter().take(MOST).map(|value| value.told()).collect();
        let more = values.len() > names.len();
        (names, more)
    }

    /// Makes all lists, so that nobody waits for them who types.
    pub fn make(&self, library: &Library) {
        for field in Field::ALL {
            self.known(library, field);
        }
        self.numbers(library);
    }

    /// The records that have a value which answers what was typed; none where no value does.
    #[must_use]
    pub fn records(&self, library: &Library, field: Field, typed: &str) -> Option<Set> {
        let mut set = Set::new(library.len());
        if let Field::Year | Field::Due = field
            && let Some(span) = span::Span::read(typed)
        {
            match field {
                Field::Due => due::gather(library, span.into(), &mut set),
                _ => library.each_of_years(span.first, span.last, &mut |run| set.insert_run(run)),
            }
            return Some(set);
        }
        if field == Field::Due {
            due::gather(library, due::days(typed)?, &mut set);
            return (!set.is_empty()).then_some(set);
        }
        // Only years are compared: `item:>27` is not item 27.
        if typed.contains(['<', '>', '≤', '≥']) {
            return None;
        }
        let typed = plain(typed);
        if typed.is_empty() {
            return None;
        }
        match field {
            Field::Item => self.numbers(library).gather(library, &typed, &mut set),
            Field::Year => values::gather_years(library, &typed, &mut set),
            _ => {
                let known = self.known(library, field)?;
                let meant = known.meant(&typed);
                values::gather(library, meant.iter().copied(), &mut set);
                // A kind or a status is known also where the library has no record of it.
                let is_known = !meant.is_empty() || field == Field::Status && is_status(&typed);
                return is_known.then_some(set);
            }
        }
        (!set.is_empty()).then_some(set)
    }
}

/// Whether a value is what people call a status, a stance or an outcome, of whatever record.
fn is_status(typed: &str) -> bool {
    static STATUSES: LazyLock<Known> = LazyLock::new(|| {
        let statuses = Status::ALL.into_iter().map(values::status);
        let stands = Stand::ALL.into_iter().map(values::stand);
        statuses.chain(stands).collect::<Vec<Value>>().into()
    });
    !STATUSES.meant(typed).is_empty()
}

/// The kinds that a value stands for: those that are called so, or else those with a name that begins
/// so.
#[must_use]
pub fn kinds(typed: &str) -> Vec<Kind> {
    static KINDS: LazyLock<known::Known> = LazyLock::new(|| {
        let kinds = Kind::ALL.into_iter().map(values::kind);
        kinds.collect::<Vec<Value>>().into()
    });
    let typed = plain(typed);
    if typed.is_empty() {
        return Vec::new();
    }
    let meant = KINDS.meant(&typed);
    meant.into_iter().filter_map(Value::kind).collect()
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

#[cfg(test)]
mod tests;
