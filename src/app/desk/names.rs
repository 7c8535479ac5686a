//! Names that complete what is typed in a field: entries of the registry, records of the report.

use std::ops::Range;

use crate::library::keep::field::Takes;
use crate::library::{Key, Library};
use crate::report::{Kind, Language, Record};
use crate::search::fold::fold;
use crate::words::Message;

/// At most so many names are offered.
pub const MOST: usize = 100;

/// With a slip in fewer letters any name may be meant.
const SHORTEST_SLIP: usize = 4;

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

/// All names that a field with this key takes: whoever acts in the report first, then the countries of the
/// group, other countries and bodies; none where it takes no names.
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
    let mut keys: Vec<Key> = match takes {
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
    if matches!(takes, Takes::Registry(_)) {
        let acting = acting(library, record);
        keys.sort_by_cached_key(|key| {
            let place = acting.iter().position(|one| one == key);
            (place.unwrap_or(usize::MAX), !is_of_group(library, *key))
        });
    }
    keys.into_iter().map(|key| name(library, key)).collect()
}

/// Whoever is asked to act in the report of a record, those who are asked most first.
fn acting(library: &Library, record: Option<Key>) -> Vec<Key> {
    let report = record.and_then(|key| library.report_of(key));
    let own = |key: &&Key| report.is_some() && library.report_of(**key) == report;
    let tasks = library.of_kind(Kind::Recommendation).iter().filter(own);
    let mut counts: Vec<(Key, usize)> = Vec::new();
    for task in tasks {
        let Some(Record::Recommendation(task)) = library.record(*task) else {
            continue;
        };
        for key in task
            .to
            .iter()
            .filter_map(|id| library.in_registry(id.as_str()))
        {
            match counts.iter_mut().find(|(one, _)| *one == key) {
                Some((_, count)) => *count += 1,
                None => counts.push((key, 1)),
            }
        }
    }
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.into_iter().map(|(key, _)| key).collect()
}

/// Whether it is a country of a group, such as the Arab States.
#[must_use]
pub fn is_of_group(library: &Library, key: Key) -> bool {
    matches!(library.record(key), Some(Record::Country(country)) if !country.groups.is_empty())
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
    /// Whether this is one of its names as a whole, however it is written.
    #[must_use]
    pub fn is_called(&self, typed: &str) -> bool {
        let wanted = plain(typed);
        self.folded.contains(&wanted)
    }

    /// The same, with one slip in the word at most.
    #[must_use]
    pub fn has_near_word(&self, word: &str) -> bool {
        let is_near = |one: &str| {
            let is_long = one.chars().count() >= SHORTEST_SLIP;
            one == word || is_long && strsim::osa_distance(one, word) == 1
        };
        self.folded.iter().any(|name| name.split(' ').any(is_near))
    }

    /// Whether one of its names has this word in it, made [`plain`].
    #[must_use]
    pub fn has_word(&self, word: &str) -> bool {
        self.folded
            .iter()
            .any(|name| name.split(' ').any(|one| one == word))
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

/// The names that begin as this does, or in which a word begins so; what is called just so comes first, then
/// whole names that begin so.
#[must_use]
pub fn meant(names: &[Name], typed: &str) -> Vec<usize> {
    let wanted = plain(typed);
    let begins = |one: &str| one.starts_with(&wanted);
    let within = |one: &str| {
        let mut blanks = one.match_indices(' ');
        blanks.any(|(blank, _)| one.get(blank + 1..).is_some_and(begins))
    };
    in_order(names, &[&|one: &str| one == wanted, &begins, &within])
}

/// The names of which one slip made this, or of a word of which; those that are so as a whole come first.
#[must_use]
pub fn near(names: &[Name], typed: &str) -> Vec<usize> {
    let wanted = plain(typed);
    let letters = wanted.chars().count();
    if letters < SHORTEST_SLIP || wanted.contains(|letter: char| letter.is_ascii_digit()) {
        return Vec::new();
    }
    let slipped = |one: &str| {
        one.chars().count().abs_diff(letters) <= 1 && strsim::osa_distance(&wanted, one) == 1
    };
    in_order(names, &[&slipped, &|one: &str| one.split(' ').any(slipped)])
}

/// The names of which as a whole one slip made this, where nobody is asked: a letter left out or two that
/// changed places. A letter that is another or too many is a slip in a long word only, for Omar is not Oman
/// and يونس is not تونس.
pub fn slipped<'n>(names: impl Iterator<Item = &'n Name>, typed: &str) -> Vec<usize> {
    const LONG: usize = 6;
    const LONG_IN_ARABIC: usize = 5;
    let wanted = plain(typed);
    let letters = wanted.chars().count();
    let sorted = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    let of_wanted = sorted(&wanted);
    let is_slip = |one: &str| {
        let of_one = one.chars().count();
        let shortest = match wanted.is_ascii() {
            _ if of_one > letters || of_one == letters && sorted(one) == of_wanted => SHORTEST_SLIP,
            true => LONG + usize::from(of_one < letters),
            false => LONG_IN_ARABIC,
        };
        letters >= shortest && strsim::osa_distance(&wanted, one) == 1
    };
    let slipped = names
        .enumerate()
        .filter(|(_, name)| name.folded.iter().any(|one| is_slip(one)));
    slipped.map(|(at, _)| at).collect()
}

/// The entries one of whose names is so in the first of these ways, then those of the next way.
fn in_order(names: &[Name], ways: &[&dyn Fn(&str) -> bool]) -> Vec<usize> {
    let way_of = |name: &Name| {
        let mut ways = ways.iter();
        ways.position(|is_so| name.folded.iter().any(|one| is_so(one)))
    };
    let found = names.iter().enumerate();
    let found = found.filter_map(|(at, name)| Some((way_of(name)?, at)));
    let mut found: Vec<(usize, usize)> = found.collect();
    found.sort_unstable();
    found.into_iter().map(|(_, at)| at).take(MOST).collect()
}

/// Where the name in hand stands in what is typed. Of a field that takes several, parted by commas, that is
/// the last one while it is typed; once that is known, the first that is not.
#[must_use]
pub fn in_hand(typed: &str, many: bool, is_known: impl Fn(&str) -> bool) -> Range<usize> {
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, comma) in typed.match_indices([',', '،']).filter(|_| many) {
        parts.push(from..at);
        from = at + comma.len();
    }
    let last = from..typed.len();
    let text = |part: &Range<usize>| typed.get(part.clone()).unwrap_or_default().trim();
    let is_open = |part: &Range<usize>| !text(part).is_empty() && !is_known(text(part));
    let waits = parts.is_empty() || text(&last).is_empty() || is_open(&last);
    let first = parts.into_iter().filter(|_| !waits).find(is_open);
    let place = first.unwrap_or(last);
    let typed = typed.get(place.clone()).unwrap_or_default();
    let blank = typed.len() - typed.trim_start().len();
    let from = place.start + blank;
    from..from + typed.trim().len()
}

#[cfg(test)]
mod tests {
    use super::{MOST, Name, meant};
    use crate::words::Message;

    /// Behind more names that begin so than are offered, the one that is called just so comes first.
    #[test]
    fn what_is_called_just_so_comes_first_of_however_many() {
        let name = |at: usize| {
            let called = match at {
                200 => "itu".to_owned(),
                at => format!("itu group {at}"),
            };
            Name {
                id: called.clone(),
                title: Message::new(called.as_str(), called.as_str()),
                folded: vec![called],
            }
        };
        let names: Vec<Name> = (0..=200).map(name).collect();
        let meant = meant(&names, "ITU");
        assert_eq!((meant.len(), meant[0], meant[1]), (MOST, 200, 0));
    }
}
