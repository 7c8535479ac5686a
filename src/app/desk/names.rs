//! Names that complete what is typed in a field: entries of the registry, records of the report.

use crate::library::keep::field::Takes;
use crate::library::{Key, Library};
use crate::report::{Kind, Language, Record};
use crate::search::fold::fold;
use crate::words::Message;

/// At most so many names are offered.
const MOST: usize = 100;

/// A name that may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// What is put in.
    pub id: String,
    /// What it is called.
    pub title: Message,
    /// All that it is called, ready to be compared.
    folded: Vec<String>,
}

/// All names that a field with this key takes, those of countries and bodies first; none where it takes no names.
#[must_use]
pub fn all(library: &Library, takes: &Takes, field: &str, record: Option<Key>) -> Vec<Name> {
    let registry = [
        Kind::Country,
        Kind::Body,
        Kind::Person,
        Kind::Instrument,
        Kind::Document,
    ];
    let of = |kind: Kind| library.of_kind(kind).iter().copied();
    let keys: Vec<Key> = match takes {
        Takes::Registry(Some(kind)) => of(*kind).collect(),
        Takes::Registry(None) if matches!(field, "body" | "bodies" | "parent") => {
            of(Kind::Body).collect()
        }
        Takes::Registry(None) => registry.into_iter().flat_map(of).collect(),
        Takes::Record => {
            let report = record.and_then(|key| library.report_of(key));
            let own = |key: &Key| report.is_some() && library.report_of(*key) == report;
            let items = of(Kind::Item).filter(own);
            let others = Kind::ALL
                .into_iter()
                .filter(|kind| !matches!(kind, Kind::Item | Kind::Paragraph | Kind::Section))
                .flat_map(of)
                .filter(own);
            items.chain(others).collect()
        }
        _ => Vec::new(),
    };
    keys.into_iter().map(|key| name(library, key)).collect()
}

fn name(library: &Library, key: Key) -> Name {
    let full = library.id(key);
    // A record of the same report is named without it.
    let id = full
        .split_once(':')
        .filter(|_| library.report_of(key).is_some());
    let id = id.map_or(full, |(_, local)| local).to_owned();
    let title = Message::new(
        library.title(key, Language::Arabic),
        library.title(key, Language::English),
    );
    let mut names: Vec<&str> = vec![&id, &title.ar, &title.en];
    match library.record(key) {
        Some(Record::Body(body)) => {
            names.extend(body.acronym.iter().chain(&body.aliases).map(String::as_str));
        }
        Some(Record::Country(country)) => {
            names.extend(
                country
                    .itu
                    .iter()
                    .chain(&country.aliases)
                    .map(String::as_str),
            );
        }
        Some(Record::Person(person)) => names.extend(person.aliases.iter().map(String::as_str)),
        _ => {}
    }
    let folded = names.into_iter().map(plain).collect();
    Name { id, title, folded }
}

impl Name {
    /// Whether these words, made [`plain`], are one of its names (true) or the first words of a
    /// longer one (false); none where they are neither.
    #[must_use]
    pub fn fits(&self, words: &str) -> Option<bool> {
        let rest = self.folded.iter().filter_map(|name| {
            let rest = name.strip_prefix(words)?;
            (rest.is_empty() || rest.starts_with(' ')).then_some(rest)
        });
        rest.map(str::is_empty).max()
    }
}

impl Name {
    /// Whether one of its names has this word in it, made [`plain`].
    #[must_use]
    pub fn has_word(&self, word: &str) -> bool {
        self.folded
            .iter()
            .any(|name| name.split(' ').any(|one| one == word))
    }
}

/// A slip in a shorter name makes another one of it.
const SHORTEST: usize = 4;

impl Name {
    /// Whether one of its names was typed with one slip; the words are made [`plain`].
    #[must_use]
    pub fn is_nearly(&self, typed: &str) -> bool {
        let mut names = self.folded.iter();
        typed.chars().count() >= SHORTEST
            && names.any(|name| {
                name.chars().count() >= SHORTEST && strsim::osa_distance(typed, name) == 1
            })
    }
}

/// A text by which names are compared: folded, each word without the article.
#[must_use]
pub fn plain(text: &str) -> String {
    let folded = fold(text).text();
    let words = folded.split(' ').filter(|word| !word.is_empty());
    let bare = words.map(|word| match word.strip_prefix("ال") {
        Some(bare) if bare.chars().count() > 1 => bare,
        _ => word,
    });
    bare.collect::<Vec<_>>().join(" ")
}

/// The names that begin as the last part of what is typed does, or in which a word begins so; whole
/// names that begin so come first. Of a field that takes several, parts are parted by commas.
#[must_use]
pub fn meant(names: &[Name], typed: &str, many: bool) -> Vec<usize> {
    let wanted = plain(last_part(typed, many));
    let mut found: Vec<(bool, usize)> = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let begins = name.folded.iter().any(|one| one.starts_with(&wanted));
        let within = || {
            name.folded.iter().any(|one| {
                one.match_indices(' ').any(|(blank, _)| {
                    one.get(blank + 1..)
                        .is_some_and(|rest| rest.starts_with(&wanted))
                })
            })
        };
        if begins || within() {
            found.push((!begins, at));
        }
    }
    found.sort_by_key(|(within, _)| *within);
    found.into_iter().map(|(_, at)| at).take(MOST).collect()
}

/// What stands behind the last comma, where a field takes several.
#[must_use]
pub fn last_part(typed: &str, many: bool) -> &str {
    match many {
        true => typed.rsplit([',', '،']).next().unwrap_or_default(),
        false => typed,
    }
}
