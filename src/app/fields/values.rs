//! The values that a field can have in a library.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashSet;

use crate::library::{Key, Library};
use crate::report::{Kind, Language, Record, Status};
use crate::search::Set;
use crate::words::Message;
use crate::words::label::{Label, plural};
use crate::words::query::also;

use super::super::scope::of_report;
use super::{Field, is_from, plain};

/// A value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    which: Which,
    /// What is typed for it.
    pub word: String,
    /// What is typed for it in Arabic.
    pub arabic: String,
    /// Both ready to be compared, the Arabic last.
    plain: [String; 2],
    /// What it is called.
    pub name: Message,
    /// All that it is called, ready to be compared.
    pub(super) names: Vec<String>,
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
    /// The kind of record that it stands for.
    pub(super) const fn kind(&self) -> Option<Kind> {
        match self.which {
            Which::Kind(kind) => Some(kind),
            _ => None,
        }
    }

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
            plain: [plain(&word), plain(&name.ar)],
            word,
            arabic: name.ar.clone(),
            name,
            names: plains,
        }
    }

    /// What is typed for it, in Arabic or else.
    pub(super) fn put_in(&self, arabic: bool) -> &str {
        if arabic { &self.arabic } else { &self.word }
    }

    /// Whether what is typed for it, in Arabic or else, begins so.
    pub(super) fn is_typed(&self, arabic: bool, begin: &str) -> bool {
        let [word, in_arabic] = &self.plain;
        let plain = if arabic { in_arabic } else { word };
        plain.starts_with(begin)
    }

    fn called(mut self, arabic: &str) -> Self {
        self.arabic = arabic.to_owned();
        let [_, plain_arabic] = &mut self.plain;
        *plain_arabic = plain(arabic);
        self
    }
}

/// Puts all records into a set that have one of these values.
pub(super) fn gather<'a>(
    library: &Library,
    values: impl Iterator<Item = &'a Value>,
    set: &mut Set,
) {
    // Of all parties the records are looked for at once: a letter may mean a thousand.
    let (mut parties, mut bodies) = (None, false);
    for value in values {
        match value.which {
            Which::Kind(kind) => library.each_of_kind(kind, &mut |first, bits| {
                set.insert_bits(number(first), bits);
            }),
            Which::Status(status) => library.each_with_status(status, &mut |first, bits| {
                set.insert_bits(number(first), bits);
            }),
            Which::Report(report) => set.insert_run(of_report(library, report)),
            Which::By(party) | Which::Body(party) => {
                if matches!(value.which, Which::Body(_)) {
                    bodies = true;
                    set.insert(number(party));
                }
                let parties = parties.get_or_insert_with(|| Set::new(library.len()));
                parties.insert(number(party));
            }
            Which::Other => {}
        }
    }
    if let Some(parties) = parties {
        let wanted = |party: Key| parties.has(number(party));
        library.each_naming(wanted, &mut |naming| {
            if bodies || is_from(naming.relation, naming.kind) {
                set.insert(number(naming.from));
            }
        });
    }
}

fn number(key: Key) -> u32 {
    key.index() as u32
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
            Self::By => {
                // Of one that is known to have brought something nothing more is asked.
                let known = RefCell::new(Set::new(library.len()));
                let wanted = |party: Key| !known.borrow().has(number(party));
                library.each_naming(wanted, &mut |naming| {
                    if is_from(naming.relation, naming.kind) {
                        known.borrow_mut().insert(number(naming.party));
                    }
                });
                let known = known.into_inner();
                [Kind::Country, Kind::Body, Kind::Person]
                    .into_iter()
                    .flat_map(|kind| library.of_kind(kind))
                    .filter(|key| known.has(number(**key)))
                    .map(|key| party(library, *key, Which::By(*key)))
                    .collect()
            }
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
    let known = library.statuses().into_iter();
    known
        .map(|(one, _)| one)
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
    library.each_number(&mut |item, number| {
        if known.insert(number) {
            values.push(Value::new(Which::Other, number, title(library, item), []));
        }
    });
    values
}

fn all_years(library: &Library) -> Vec<Value> {
    let years = library.years().into_iter().rev();
    years
        .map(|year| {
            let word = year.to_string();
            let name = Message::new(word.clone(), word.clone());
            Value::new(Which::Other, word, name, [])
        })
        .collect()
}

/// The records of a year, of a decade or a century where only its beginning was typed.
pub(super) fn gather_years(library: &Library, typed: &str, set: &mut Set) {
    let span: u16 = match typed.len() {
        4 => 1,
        3 => 10,
        2 => 100,
        _ => return,
    };
    // Also "+20" is a number.
    let Some(number) = typed.parse::<u16>().ok().filter(|_| is_digits(typed)) else {
        return;
    };
    let from = number * span;
    library.each_of_years(from, from + (span - 1), &mut |run| set.insert_run(run));
}

/// Whether it is a number in European digits.
pub(super) fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
