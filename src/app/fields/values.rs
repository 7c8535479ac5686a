//! The values that a field can have in a library.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};

use crate::library::{Key, Library};
use crate::report::{Kind, Language, Record};
use crate::words::Message;
use crate::words::label::{Label, plural};
use crate::words::query::also;

use super::super::scope::{Status, of_report};
use super::span::Span;
use super::{Field, is_from, plain, status, years};

/// A value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    which: Which,
    /// What is typed for it.
    pub word: String,
    /// What is typed for it in Arabic.
    pub arabic: String,
    /// What it is called.
    pub name: Message,
    /// All that it is called, ready to be compared.
    names: Vec<String>,
}

/// What a value stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Which {
    Kind(Kind),
    By(Key),
    Body(Key),
    Report(usize),
    Status(Status),
    /// Its records are found without a list of values.
    Other,
}

impl Value {
    fn new<'a>(
        which: Which,
        word: impl Into<String>,
        name: Message,
        names: impl IntoIterator<Item = Cow<'a, str>>,
    ) -> Self {
        let word = word.into();
        let mut plains = vec![plain(&word), plain(&name.ar), plain(&name.en)];
        plains.extend(names.into_iter().map(|name| plain(&name)));
        plains.retain(|name| !name.is_empty());
        Self {
            which,
            word,
            arabic: name.ar.clone(),
            name,
            names: plains,
        }
    }

    fn called(mut self, arabic: &str) -> Self {
        self.arabic = arabic.to_owned();
        self
    }

    /// Whether it is called just so.
    pub(super) fn is(&self, typed: &str) -> bool {
        let joined = typed.replace(' ', "");
        self.names
            .iter()
            .any(|name| name == typed || name.replace(' ', "") == joined)
    }

    /// Whether a name of it, or a word of a name, begins so.
    pub(super) fn begins(&self, typed: &str) -> bool {
        self.names.iter().any(|name| {
            name.starts_with(typed)
                || name.match_indices(' ').any(|(at, _)| {
                    name.get(at + 1..)
                        .is_some_and(|rest| rest.starts_with(typed))
                })
        })
    }

    /// Calls `found` with every record that has it, some perhaps twice.
    pub(super) fn each(&self, library: &Library, found: &mut dyn FnMut(Key)) {
        match &self.which {
            Which::Kind(kind) => library.of_kind(*kind).iter().copied().for_each(found),
            Which::By(party) => library
                .links(*party)
                .iter()
                .filter(|link| !link.outgoing && is_from(link.relation, library.kind(link.key)))
                .for_each(|link| found(link.key)),
            Which::Body(body) => {
                found(*body);
                library
                    .links(*body)
                    .iter()
                    .filter(|link| !link.outgoing)
                    .for_each(|link| found(link.key));
            }
            Which::Report(report) => of_report(library, *report).for_each(found),
            Which::Status(wanted) => library
                .of_kind(wanted.kind())
                .iter()
                .copied()
                .filter(|key| status(library, *key) == Some(*wanted))
                .for_each(found),
            Which::Other => {}
        }
    }
}

/// What a record is called in both languages.
fn title(library: &Library, key: Key) -> Message {
    Message::new(
        library.title(key, Language::Arabic),
        library.title(key, Language::English),
    )
}

/// The names of a party besides its title.
fn other_names<'a>(library: &'a Library, key: Key) -> Vec<Cow<'a, str>> {
    let mut names: Vec<Cow<'a, str>> = vec![library.id(key).into()];
    let mut add = |name: &'a String| names.push(name.as_str().into());
    match library.record(key) {
        Some(Record::Body(body)) => body.acronym.iter().chain(&body.aliases).for_each(&mut add),
        Some(Record::Country(country)) => {
            country
                .itu
                .iter()
                .chain(&country.aliases)
                .for_each(&mut add);
        }
        Some(Record::Person(person)) => person.aliases.iter().for_each(&mut add),
        _ => {}
    }
    names
}

/// What is typed for a body: its acronym, where it has one.
fn word_of(library: &Library, key: Key) -> &str {
    match library.record(key) {
        Some(Record::Body(body)) => body
            .acronym
            .iter()
            .next()
            .map_or_else(|| library.id(key), String::as_str),
        _ => library.id(key),
    }
}

impl Field {
    /// All values that some record has in this field.
    pub(super) fn values(self, library: &Library) -> Vec<Value> {
        match self {
            Self::Kind => Kind::ALL.into_iter().map(kind).collect(),
            Self::By => [Kind::Country, Kind::Body, Kind::Person]
                .into_iter()
                .flat_map(|kind| library.of_kind(kind))
                .filter(|key| {
                    library.links(**key).iter().any(|link| {
                        !link.outgoing && is_from(link.relation, library.kind(link.key))
                    })
                })
                .map(|key| party(library, *key, Which::By(*key)))
                .collect(),
            Self::Body => library
                .of_kind(Kind::Body)
                .iter()
                .map(|key| party(library, *key, Which::Body(*key)))
                .collect(),
            Self::Report => library.heads().map(report).collect(),
            Self::Status => statuses(library),
            Self::Item => items(library),
            Self::Year => all_years(library),
        }
    }
}

pub(super) fn kind(kind: Kind) -> Value {
    let (label, many) = (kind.label(), plural(kind));
    let names = [label.ar, label.en, many.ar, many.en];
    let names = names.into_iter().chain(also(kind).iter().copied());
    Value::new(
        Which::Kind(kind),
        kind.name(),
        label.into(),
        names.map(Cow::from),
    )
}

fn party(library: &Library, key: Key, which: Which) -> Value {
    Value::new(
        which,
        word_of(library, key),
        title(library, key),
        other_names(library, key),
    )
}

fn report((number, head): (usize, &crate::report::Head)) -> Value {
    let title = &head.title;
    Value::new(
        Which::Report(number),
        head.id.to_string(),
        Message::new(
            title.in_or_other(Language::Arabic),
            title.in_or_other(Language::English),
        ),
        head.document
            .iter()
            .map(|document| Cow::from(document.as_str())),
    )
}

fn statuses(library: &Library) -> Vec<Value> {
    let mut known: Vec<Status> = Vec::new();
    for kind in Status::KINDS {
        for key in library.of_kind(kind) {
            if let Some(one) = status(library, *key).filter(|one| !known.contains(one)) {
                known.push(one);
            }
        }
    }
    known
        .into_iter()
        .map(|one| {
            let label = one.label();
            Value::new(
                Which::Status(one),
                label.en.replace(' ', "-"),
                one.name(),
                [Cow::from(label.ar), Cow::from(label.en)],
            )
            .called(label.ar)
        })
        .collect()
}

/// The numbers of items, over all reports.
fn items(library: &Library) -> Vec<Value> {
    let mut known: HashSet<&str> = HashSet::new();
    let mut values = Vec::new();
    for &key in library.of_kind(Kind::Item) {
        let Some(Record::Item(item)) = library.record(key) else {
            continue;
        };
        for number in &item.number {
            if known.insert(number.as_str()) {
                let word = number.as_str();
                values.push(Value::new(Which::Other, word, title(library, key), []));
            }
        }
    }
    values
}

fn all_years(library: &Library) -> Vec<Value> {
    let mut known = BTreeSet::new();
    for key in library.keys() {
        if let Some((first, last)) = years(library, key) {
            // A date of more than a century says no year.
            known.extend((first..=last).take(100));
        }
    }
    known
        .into_iter()
        .rev()
        .map(|year| {
            let word = year.to_string();
            let name = Message::new(word.clone(), word.clone());
            Value::new(Which::Other, word, name, [])
        })
        .collect()
}

/// The items with that number or id, and all that belongs to them; where there is none, those whose
/// number begins so.
pub(super) fn each_of_items(library: &Library, typed: &str, found: &mut dyn FnMut(Key)) {
    let with_item = |item: Key, found: &mut dyn FnMut(Key)| {
        found(item);
        library.belongs_to(item).iter().copied().for_each(found);
    };
    let is_id = !typed.bytes().all(|byte| byte.is_ascii_digit());
    let mut begins = Vec::new();
    let mut whole = false;
    for &key in library.of_kind(Kind::Item) {
        let Some(Record::Item(item)) = library.record(key) else {
            continue;
        };
        let number = |wanted: &dyn Fn(&str) -> bool| {
            item.number.iter().any(|number| {
                let number = number.as_str();
                if number.bytes().all(|byte| byte.is_ascii_digit()) {
                    wanted(number)
                } else {
                    wanted(&plain(number))
                }
            })
        };
        if number(&|number| number == typed) || is_id && plain(library.id(key)) == typed {
            whole = true;
            with_item(key, found);
        } else if !whole && number(&|number| number.starts_with(typed)) {
            begins.push(key);
        }
    }
    if !whole {
        begins.into_iter().for_each(|key| with_item(key, found));
    }
}

/// The records of a year, of a decade or a century where only its beginning was typed.
pub(super) fn each_of_years(library: &Library, typed: &str, found: &mut dyn FnMut(Key)) {
    let Ok(number) = typed.parse::<i32>() else {
        return;
    };
    let span = match typed.len() {
        4 => 1,
        3 => 10,
        2 => 100,
        _ => return,
    };
    let (first, last) = (number * span, number * span + span - 1);
    each_between(library, Span { first, last }, found);
}

/// The records of any year of a span.
pub(super) fn each_between(library: &Library, span: Span, found: &mut dyn FnMut(Key)) {
    library
        .keys()
        .filter(|key| {
            years(library, *key)
                .is_some_and(|(first, last)| first <= span.last && span.first <= last)
        })
        .for_each(found);
}
