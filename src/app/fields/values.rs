//! The values that a field can have in a library.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashSet};

use crate::library::{Key, Library};
use crate::report::{Kind, Language, Record, Relation, Stand, Status};
use crate::search::Set;
use crate::words::label::{Label, plural};
use crate::words::query::also;
use crate::words::standing::{also_stand, also_status};
use crate::words::{Message, Phrase};

use super::super::scope::of_report;
use super::{Field, is_from, plain};

/// The group whose a position or a recommendation of a group's report is that does not say whose.
const ARAB_GROUP: &str = "arab-group";

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
    To(Key),
    Person(Key),
    Report(usize),
    Status(Status),
    Stand(Stand),
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

    /// What is typed for it.
    pub(super) fn told(&self) -> Message {
        Message::new(self.arabic.clone(), self.word.clone())
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
    let (mut parties, mut part) = (None, None);
    for value in values {
        match value.which {
            Which::Kind(kind) => library.each_of_kind(kind, &mut |first, bits| {
                set.insert_bits(number(first), bits);
            }),
            Which::Status(status) => library.each_with_status(status, &mut |first, bits| {
                set.insert_bits(number(first), bits);
            }),
            Which::Stand(stand) => library.each_standing(stand, &mut |key| set.insert(number(key))),
            Which::Report(report) => set.insert_run(of_report(library, report)),
            Which::By(party) | Which::Body(party) | Which::To(party) | Which::Person(party) => {
                if matches!(value.which, Which::Body(_) | Which::Person(_)) {
                    set.insert(number(party));
                }
                part = Some(&value.which);
                let parties = parties.get_or_insert_with(|| Set::new(library.len()));
                parties.insert(number(party));
            }
            Which::Other => {}
        }
    }
    if let (Some(parties), Some(part)) = (parties, part) {
        let wanted = |party: Key| parties.has(number(party));
        library.each_naming(wanted, &mut |naming| {
            let is = match part {
                Which::By(_) => is_from(naming.relation, naming.kind),
                Which::To(_) => naming.relation == Relation::To,
                _ => true,
            };
            if is {
                set.insert(number(naming.from));
            }
        });
        let group = library.in_registry(ARAB_GROUP);
        if matches!(part, Which::By(_)) && group.is_some_and(wanted) {
            library.each_of_group(&mut |key| set.insert(number(key)));
        }
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
            Self::By => parties(library, is_from, Which::By),
            Self::To => parties(library, |relation, _| relation == Relation::To, Which::To),
            Self::Person => library
                .of_kind(Kind::Person)
                .iter()
                .map(|key| party(library, *key, Which::Person(*key)))
                .collect(),
            Self::Body => library
                .of_kind(Kind::Body)
                .iter()
                .map(|key| party(library, *key, Which::Body(*key)))
                .collect(),
            Self::Report => library.heads().map(report).collect(),
            Self::Status => statuses(library),
            Self::Item => items(library),
            Self::Year => years(library.years()),
            Self::Due => {
                let mut known = BTreeSet::new();
                library.each_due(&mut |_, first, last| {
                    let year = |day: u32| u16::try_from(day / 10_000).unwrap_or_default();
                    known.extend([year(first), year(last)]);
                });
                years(known)
            }
        }
    }
}

/// The parties that are named in such a way.
fn parties(
    library: &Library,
    is: impl Fn(Relation, Kind) -> bool,
    which: impl Fn(Key) -> Which,
) -> Vec<Value> {
    // Of one that is known to be named so nothing more is asked.
    let known = RefCell::new(Set::new(library.len()));
    let wanted = |party: Key| !known.borrow().has(number(party));
    library.each_naming(wanted, &mut |naming| {
        if is(naming.relation, naming.kind) {
            known.borrow_mut().insert(number(naming.party));
        }
    });
    let known = known.into_inner();
    [Kind::Country, Kind::Body, Kind::Person]
        .into_iter()
        .flat_map(|kind| library.of_kind(kind))
        .filter(|key| known.has(number(**key)))
        .map(|key| party(library, *key, which(*key)))
        .collect()
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
        (head.document.iter().map(|document| document.as_str()))
            .chain(head.session.as_deref())
            .map(Cow::from),
    )
}

/// The statuses, then the stances and outcomes, that some record has.
fn statuses(library: &Library) -> Vec<Value> {
    let statuses = library.statuses().into_iter().map(|(one, _)| status(one));
    let stands = library.stands().into_iter().map(stand);
    statuses.chain(stands).collect()
}

pub(super) fn status(one: Status) -> Value {
    let which = Which::Status(one);
    stage(which, one.label(), one.name(), also_status(one))
}

pub(super) fn stand(one: Stand) -> Value {
    let (kind, label) = match one {
        Stand::Stance(stance) => (Kind::Position, stance.label()),
        Stand::Outcome(outcome) => (Kind::Outcome, outcome.label()),
    };
    let of = kind.label();
    let name = Message::new(
        format!("{}: {}", of.ar, label.ar),
        format!("{}: {}", of.en, label.en),
    );
    stage(Which::Stand(one), label, name, also_stand(one))
}

fn stage(which: Which, label: Phrase, name: Message, also: &[&'static str]) -> Value {
    let names = [label.ar, label.en].into_iter().chain(also.iter().copied());
    let word = label.en.replace(' ', "-");
    Value::new(which, word, name, names.map(Cow::from)).called(label.ar)
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

fn years(known: BTreeSet<u16>) -> Vec<Value> {
    let years = known.into_iter().rev();
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
