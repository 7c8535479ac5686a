//! The fields of a query: `kind:nomination`, `by:kuwait`, `year:2024`. A value is met by any name
//! of what it stands for, in either language, whole or, where none is whole, by its beginning. A year
//! may also be a span of years: `year:>2020`, `year:2020..2022`.

mod complete;
mod days;
mod due;
mod items;
mod known;
mod none;
mod span;
mod texts;
mod values;

pub use complete::{Completion, completions, of_word};
pub use known::Value;

use std::sync::{LazyLock, OnceLock};

use crate::cache::{Mapped, Writer};
use crate::library::{Key, Library};
use crate::report::{Kind, Stand, Status};
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
    /// The year of a record's date, or else of its report; the days that a date or words for one mean.
    Year,
    /// Who has to act on a recommendation.
    To,
    /// When something has to be done by.
    Due,
    /// The person that a record is about or comes from.
    Person,
    /// The country that a record comes from, or where a meeting or an event took place.
    Country,
}

impl Field {
    /// Every field.
    pub const ALL: [Self; 11] = [
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
        Self::Country,
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
    pub fn of(&self, library: &Library, field: Field) -> impl Iterator<Item = Value<'_>> {
        self.known(library, field).into_iter().flat_map(Known::all)
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
        let Some(known) = self.known(library, field) else {
            return (Vec::new(), false);
        };
        let told = |value: Value<'_>| Message::new(value.put_in(true), value.put_in(false));
        let names: Vec<Message> = known.all().take(MOST).map(told).collect();
        (names, known.all().nth(MOST).is_some())
    }

    /// Makes all lists, so that nobody waits for them who types.
    pub fn make(&self, library: &Library) {
        for field in Field::ALL {
            self.known(library, field);
        }
        self.numbers(library);
    }

    /// Writes all lists into a cache, as sections whose names begin with `prefix`; makes those that are
    /// not there.
    pub fn save(&self, library: &Library, writer: &mut Writer, prefix: &str) {
        for field in Field::ALL {
            if let Some(known) = self.known(library, field) {
                known.save(writer, &name_in(prefix, field));
            }
        }
        self.numbers(library).save(writer, prefix);
    }

    /// The lists that were saved, for the same library; those that are not there are made when they are
    /// asked for.
    #[must_use]
    pub fn load(mapped: &Mapped, prefix: &str) -> Self {
        let values = Self::default();
        for (field, of) in Field::ALL.into_iter().zip(&values.of) {
            if let Some(known) = Known::load(mapped, &name_in(prefix, field)) {
                _ = of.set(known);
            }
        }
        if let Some(numbers) = Numbers::load(mapped, prefix) {
            _ = values.numbers.set(numbers);
        }
        values
    }

    /// What was typed as a value comes to; none where no value answers it.
    #[must_use]
    pub fn meaning(&self, library: &Library, field: Field, typed: &str) -> Option<Meaning> {
        if matches!(field, Field::Status | Field::Due) && due::is_overdue(typed) {
            return Some(Meaning::Overdue);
        }
        if let Field::Year | Field::Due = field
            && let Some(span) = span::Span::read(typed)
        {
            return Some(match field {
                Field::Due => Meaning::Due(span.into()),
                _ => Meaning::Span(span.first, span.last),
            });
        }
        if field == Field::Due {
            if let Some(month) = due::month(typed) {
                return Some(Meaning::DueMonth(month));
            }
            return due::days(typed).map(Meaning::Due);
        }
        // Only years are compared: `item:>27` is not item 27.
        if typed.contains(['<', '>', '≤', '≥']) {
            return None;
        }
        let (as_typed, typed) = (typed, plain(typed));
        if typed.is_empty() {
            return None;
        }
        match field {
            Field::Item => Some(Meaning::Item(typed)),
            Field::Year => {
                let years = values::years(&typed).map(|(first, last)| Meaning::Years(first, last));
                years.or_else(|| days::of_date(as_typed).map(Meaning::Days))
            }
            _ => {
                let known = self.known(library, field)?;
                let mut numbers: Vec<u32> = values_of(known, &typed)
                    .into_iter()
                    .map(Value::number)
                    .collect();
                if field == Field::Status {
                    // What a meeting put off is deferred too, though no record may have that for its status.
                    let any = values_of(&STATUSES, &typed).into_iter().map(Value::number);
                    let is_none = numbers.is_empty();
                    let more = any.filter(|one| is_none || values::says_deferred(&[*one]));
                    let more: Vec<u32> = more.filter(|one| !numbers.contains(one)).collect();
                    numbers.extend(more);
                }
                Some(Meaning::Values(numbers)).filter(|meaning| !meaning.is_none())
            }
        }
    }

    /// Whether some value of a field is called just so.
    #[must_use]
    pub fn is_name(&self, library: &Library, field: Field, typed: &str) -> bool {
        let has_names = !matches!(field, Field::Item | Field::Year | Field::Due);
        let typed = plain(typed);
        let is_called = |known: &Known| !known.called(&typed).is_empty();
        has_names && !typed.is_empty() && self.known(library, field).is_some_and(is_called)
    }

    /// Whether what was typed as a value of a field means what is deferred.
    #[must_use]
    pub fn says_deferred(&self, library: &Library, field: Field, typed: &str) -> bool {
        let meaning = self.meaning(library, field, typed);
        let says = |meaning: &Meaning| matches!(meaning, Meaning::Values(all) if values::says_deferred(all));
        field == Field::Status && meaning.as_ref().is_some_and(says)
    }

    /// The records that have one of the values that are meant; none where no value is.
    #[must_use]
    pub fn records(&self, library: &Library, field: Field, meaning: &Meaning) -> Option<Set> {
        let mut set = Set::new(library.len());
        let is_known = match meaning {
            // A kind or a status is known also where the library has no record of it.
            Meaning::Values(numbers) => {
                values::gather(library, field, numbers, &mut set);
                true
            }
            Meaning::Span(first, last) | Meaning::Years(first, last) => {
                library.each_of_years(*first, *last, &mut |run| set.insert_run(run));
                matches!(meaning, Meaning::Span(..))
            }
            Meaning::Days((first, last)) => {
                let mut insert = |key: Key| set.insert(key.index() as u32);
                library.each_of_days(*first, *last, &mut insert);
                true
            }
            Meaning::Due(days) => {
                due::gather(library, *days, &mut set);
                false
            }
            Meaning::DueMonth(month) => {
                due::gather_month(library, *month, &mut set);
                false
            }
            Meaning::Overdue => {
                due::gather_overdue(library, &mut set);
                true
            }
            Meaning::Item(typed) => {
                self.numbers(library).gather(library, typed, &mut set);
                false
            }
        };
        (is_known || !set.is_empty()).then_some(set)
    }
}

/// What a value comes to that was typed: of two that come to the same the records are the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// These values, by what each stands for.
    Values(Vec<u32>),
    /// The years from one to another, both in it, as they were typed.
    Span(u16, u16),
    /// The same, where only one was typed, or the beginning of one.
    Years(u16, u16),
    /// The first and the last day on which something was, or is to be.
    Days((u32, u32)),
    /// The number or the id of an item, ready to be compared.
    Item(String),
    /// The first and the last day by which something has to be done.
    Due((u32, u32)),
    /// The month in which something has to be done, in whatever year.
    DueMonth(u8),
    /// What is still to be done, and was to be done by a day that is over.
    Overdue,
}

impl Meaning {
    const fn is_none(&self) -> bool {
        matches!(self, Self::Values(numbers) if numbers.is_empty())
    }
}

/// The name of a field's values in a cache.
fn name_in(prefix: &str, field: Field) -> String {
    format!("{prefix}{}", field as usize)
}

static KINDS: LazyLock<Known> = LazyLock::new(|| {
    let kinds = Kind::ALL.into_iter().map(values::kind);
    kinds.collect::<Vec<_>>().into()
});

/// Every status, stance and outcome: one that no record has yet is known all the same, and no word.
static STATUSES: LazyLock<Known> = LazyLock::new(|| {
    let statuses = Status::ALL.into_iter().map(values::status);
    let stands = Stand::ALL.into_iter().map(values::stand);
    statuses.chain(stands).collect::<Vec<_>>().into()
});

/// The values that are called so, or else those with a name that begins so, or else those with one a
/// slip away, or else those of which a name sounds so.
fn values_of<'k>(known: &'k Known, typed: &str) -> Vec<Value<'k>> {
    let called = known.called(typed);
    if !called.is_empty() {
        return called;
    }
    let beginning = known.beginning(typed);
    if !beginning.is_empty() {
        return beginning;
    }
    let near = known.near(typed);
    match near.is_empty() {
        true => known.sounding(typed),
        false => near,
    }
}

/// The kinds that a value stands for: those that are called so, or else those with a name that begins
/// so.
#[must_use]
pub fn kinds(typed: &str) -> Vec<Kind> {
    let typed = plain(typed);
    if typed.is_empty() {
        return Vec::new();
    }
    let meant = values_of(&KINDS, &typed);
    let kind = |value: Value<'_>| Kind::ALL.get(value.number() as usize).copied();
    meant.into_iter().filter_map(kind).collect()
}

/// The kind that is called just so, where it is only one.
#[must_use]
pub fn kind_called(typed: &str) -> Option<Kind> {
    match KINDS.called(&plain(typed)).as_slice() {
        [only] => Kind::ALL.get(only.number() as usize).copied(),
        _ => None,
    }
}

/// The first and the last day, 20210915 for 15 September 2021, that words mean which tell them from today:
/// yesterday, last week.
#[must_use]
pub fn near_days(typed: &str) -> Option<(u32, u32)> {
    days::near(typed)
}

/// Whether a word is what people call what is overdue.
#[must_use]
pub fn is_overdue(typed: &str) -> bool {
    due::is_overdue(typed)
}

/// What is still to be done, and was to be done by a day that is over.
pub(super) fn overdue(library: &Library) -> Set {
    let mut set = Set::new(library.len());
    due::gather_overdue(library, &mut set);
    set
}

/// A text by which values are compared: folded, without articles.
pub(super) fn plain(text: &str) -> String {
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

#[cfg(test)]
mod tests;
