//! The values that a field can have in a library.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};

use crate::library::{Key, Library};
use crate::report::{Kind, Language, Record, Stand, Status};
use crate::search::Set;
use crate::words::label::{Label, plural};
use crate::words::query::also;
use crate::words::standing::{also_stand, also_status};
use crate::words::{Message, Phrase};

use super::super::scope::{DEFERRED, of_report};
use super::{Field, plain};

/// The group whose a position or a recommendation of a group's report is that does not say whose.
const ARAB_GROUP: &str = "arab-group";
/// Before this the numbers of the field are places among the statuses, from there on among what is
/// [said](Stand).
pub(super) const STATUSES: usize = Status::ALL.len();

/// Whether what is deferred is among what these stand for.
pub(super) fn says_deferred(numbers: &[u32]) -> bool {
    let mut statuses = numbers
        .iter()
        .filter_map(|at| Status::ALL.get(*at as usize));
    statuses.any(|status| *status == DEFERRED)
}

/// A value of a field while the list of them is made.
#[derive(Debug)]
pub(super) struct Made {
    /// What it stands for: the place of a kind, a status or a stand in the list of all, the key of a party, the
    /// place of a report.
    pub number: u32,
    /// What is typed for it.
    word: String,
    /// What is typed for it in Arabic.
    arabic: String,
    /// Both ready to be compared, the Arabic last.
    plain: [String; 2],
    /// What it is called.
    name: Message,
    /// All that it is called, ready to be compared.
    pub names: Vec<String>,
}

impl Made {
    fn new<'a>(
        number: u32,
        word: impl Into<String>,
        name: Message,
        names: impl IntoIterator<Item = Cow<'a, str>>,
    ) -> Self {
        let word = word.into();
        let mut plains = vec![plain(&word), plain(&name.ar), plain(&name.en)];
        plains.extend(names.into_iter().map(|name| plain(&name)));
        plains.retain(|name| !name.is_empty());
        Self {
            number,
            plain: [plain(&word), plain(&name.ar)],
            word,
            arabic: name.ar.clone(),
            name,
            names: plains,
        }
    }

    fn called(mut self, arabic: &str) -> Self {
        self.arabic = arabic.to_owned();
        let [_, plain_arabic] = &mut self.plain;
        *plain_arabic = plain(arabic);
        self
    }

    /// Its texts, in the order in which [`Known`](super::known::Known) has them.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let [word, in_arabic] = &self.plain;
        let before = [
            &self.word,
            &self.arabic,
            word,
            in_arabic,
            &self.name.ar,
            &self.name.en,
        ];
        let texts = before.into_iter().chain(&self.names);
        texts.map(String::as_str)
    }
}

/// Puts all records into a set that have one of these values.
pub(super) fn gather(library: &Library, field: Field, numbers: &[u32], set: &mut Set) {
    match field {
        Field::Kind => {
            let kinds = numbers.iter().filter_map(|at| Kind::ALL.get(*at as usize));
            let kinds: Vec<Kind> = kinds.copied().collect();
            library.each_of_kinds(&kinds, &mut |first, bits| {
                set.insert_bits(number(first), bits);
            });
        }
        Field::Status => {
            let stands = numbers
                .iter()
                .filter_map(|at| (*at as usize).checked_sub(STATUSES));
            let stands: Vec<Stand> = stands
                .filter_map(|at| Stand::ALL.get(at).copied())
                .collect();
            library.each_standing(&stands, &mut |first, bits| {
                set.insert_bits(number(first), bits);
            });
            let all = |at: &u32| Status::ALL.get(*at as usize);
            let statuses: Vec<Status> = numbers.iter().filter_map(all).copied().collect();
            library.each_with_statuses(&statuses, &mut |first, bits| {
                set.insert_bits(number(first), bits);
            });
            if statuses.contains(&DEFERRED) {
                let put_off = library.put_off().into_iter();
                put_off.for_each(|item| set.insert(number(item)));
            }
        }
        Field::Report => {
            for report in numbers {
                set.insert_run(of_report(library, *report as usize));
            }
        }
        Field::By | Field::Country => {
            let named = library.named();
            let from = numbers.iter().map(|party| named.from(Key::new(*party)));
            from.flatten().for_each(|record| set.insert(*record));
            of_the_group(library, numbers, set);
            if field == Field::Country {
                let places = numbers.iter().map(|one| named.in_country(Key::new(*one)));
                places.flatten().for_each(|record| set.insert(record));
            }
        }
        Field::To => {
            let named = library.named();
            let tasks = numbers.iter().map(|one| named.tasks_of(Key::new(*one)));
            tasks.flatten().for_each(|record| set.insert(record));
        }
        Field::Body | Field::Person => {
            let named = library.named();
            for body in numbers {
                set.insert(*body);
                let naming = named.naming(Key::new(*body)).iter();
                naming.for_each(|record| set.insert(*record));
            }
            of_the_group(library, numbers, set);
        }
        // Their records are found without a list of values.
        Field::Item | Field::Year | Field::Due => {}
    }
}

/// Puts in what is the Arab group's without saying so, where that is one of the values.
fn of_the_group(library: &Library, numbers: &[u32], set: &mut Set) {
    let group = library.in_registry(ARAB_GROUP);
    if group.is_some_and(|group| numbers.contains(&number(group))) {
        library.each_of_group(&mut |key| set.insert(number(key)));
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
    pub(super) fn values(self, library: &Library) -> Vec<Made> {
        match self {
            Self::Kind => Kind::ALL.into_iter().map(kind).collect(),
            Self::By => {
                let named = library.named();
                [Kind::Country, Kind::Body, Kind::Person]
                    .into_iter()
                    .flat_map(|kind| library.of_kind(kind))
                    .filter(|key| !named.from(**key).is_empty())
                    .map(|key| party(library, *key))
                    .collect()
            }
            Self::Country => {
                let named = library.named();
                let has_any = |key: &Key| {
                    !named.from(*key).is_empty() || named.in_country(*key).next().is_some()
                };
                let countries = library.of_kind(Kind::Country).iter().copied();
                let countries = countries.filter(has_any);
                countries.map(|key| party(library, key)).collect()
            }
            Self::Body => of_kind(library, Kind::Body),
            Self::Person => of_kind(library, Kind::Person),
            Self::To => {
                let known = library.named().who_act();
                known.map(|key| party(library, key)).collect()
            }
            Self::Report => library.heads().map(report).collect(),
            Self::Status => statuses(library),
            Self::Item => items(library),
            Self::Year => all_years(library.years()),
            Self::Due => {
                let mut known = BTreeSet::new();
                library.each_due(&mut |_, first, last| {
                    let year = |day: u32| u16::try_from(day / 10_000).unwrap_or_default();
                    known.extend([year(first), year(last)]);
                });
                all_years(known)
            }
        }
    }
}

fn of_kind(library: &Library, kind: Kind) -> Vec<Made> {
    let keys = library.of_kind(kind).iter();
    keys.map(|key| party(library, *key)).collect()
}

pub(super) fn kind(kind: Kind) -> Made {
    let (label, many) = (kind.label(), plural(kind));
    let names = [label.ar, label.en, many.ar, many.en];
    let names = names.into_iter().chain(also(kind).iter().copied());
    Made::new(kind as u32, kind.name(), label.into(), names.map(Cow::from))
}

fn party(library: &Library, key: Key) -> Made {
    Made::new(
        number(key),
        word_of(library, key),
        title(library, key),
        other_names(library, key),
    )
}

fn report((number, head): (usize, &crate::report::Head)) -> Made {
    let title = &head.title;
    Made::new(
        number as u32,
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
fn statuses(library: &Library) -> Vec<Made> {
    let statuses = library.statuses().into_iter().map(|(one, _)| status(one));
    let stands = library.stands().into_iter().map(|(one, _)| stand(one));
    statuses.chain(stands).collect()
}

pub(super) fn status(one: Status) -> Made {
    let place = Status::ALL.iter().position(|known| *known == one);
    stage(place, one.label(), one.name(), also_status(one))
}

pub(super) fn stand(one: Stand) -> Made {
    let (kind, label) = match one {
        Stand::Stance(stance) => (Kind::Position, stance.label()),
        Stand::Outcome(outcome) => (Kind::Outcome, outcome.label()),
    };
    let of = kind.label();
    let name = Message::new(
        format!("{}: {}", of.ar, label.ar),
        format!("{}: {}", of.en, label.en),
    );
    let place = Stand::ALL.iter().position(|known| *known == one);
    let place = place.map(|place| STATUSES + place);
    stage(place, label, name, also_stand(one))
}

fn stage(place: Option<usize>, label: Phrase, name: Message, also: &[&'static str]) -> Made {
    let names = [label.ar, label.en].into_iter().chain(also.iter().copied());
    let word = label.en.replace(' ', "-");
    let number = place.map_or(u32::MAX, |place| place as u32);
    Made::new(number, word, name, names.map(Cow::from)).called(label.ar)
}

/// The numbers of items, over all reports.
fn items(library: &Library) -> Vec<Made> {
    let mut known: HashSet<&str> = HashSet::new();
    let mut values = Vec::new();
    library.each_number(&mut |item, number| {
        if known.insert(number) {
            values.push(Made::new(0, number, title(library, item), []));
        }
    });
    values
}

fn all_years(known: BTreeSet<u16>) -> Vec<Made> {
    let years = known.into_iter().rev();
    years
        .map(|year| {
            let word = year.to_string();
            let name = Message::new(word.clone(), word.clone());
            Made::new(0, word, name, [])
        })
        .collect()
}

/// The years that were typed: one, a decade or a century where only its beginning was.
pub(super) fn years(typed: &str) -> Option<(u16, u16)> {
    let span: u16 = match typed.len() {
        4 => 1,
        3 => 10,
        2 => 100,
        _ => return None,
    };
    // Also "+20" is a number.
    let number = typed.parse::<u16>().ok().filter(|_| is_digits(typed))?;
    let from = number * span;
    Some((from, from + (span - 1)))
}

/// Whether it is a number in European digits.
pub(super) fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
