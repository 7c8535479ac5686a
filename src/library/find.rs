//! Finding a record by what a person types.

use std::collections::HashMap;

use super::Key;
use super::entry::Entry;
use super::numbers::further_ids;
use crate::report::{Kind, Many, Record, Text};

/// Longer input is no id; it is not worth the time to compare it.
const LONGEST: usize = 80;

/// Every name that records answer to.
#[derive(Debug)]
pub(super) struct Names {
    names: Vec<Name>,
    /// Names that look the same when case, digits and separators are forgiven.
    alike: HashMap<Box<str>, Vec<usize>>,
}

#[derive(Debug)]
struct Name {
    /// In lower case and with European digits.
    plain: Box<str>,
    key: Key,
    sort: Sort,
}

/// Of two names that fit equally well, the one that is named first here counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Id,
    Number,
    WithoutEdition,
    Alias,
    WithoutReport,
}

impl Names {
    pub fn new<'a>(entries: &[Entry], record: impl Fn(&Entry) -> Option<Record<'a>>) -> Self {
        let mut names = Self {
            names: Vec::with_capacity(entries.len() * 2),
            alike: HashMap::with_capacity(entries.len() * 2),
        };
        for (key, entry) in (0..).map(Key::new).zip(entries) {
            names.add(&entry.id, key, Sort::Id);
            match entry.report {
                Some(_) => {
                    if let Some((_, local)) = entry.id.split_once(':') {
                        names.add(local, key, Sort::WithoutReport);
                    }
                }
                None => names.of_registry(entry, key, record(entry)),
            }
        }
        for (id, key) in further_ids(entries, record) {
            names.add(&id, key, Sort::Number);
            if let Some((_, local)) = id.split_once(':') {
                names.add(local, key, Sort::WithoutReport);
            }
        }
        names
    }

    fn add(&mut self, name: &str, key: Key, sort: Sort) {
        let plain = plain(name);
        let loose = loose(&plain);
        if loose.is_empty() {
            return;
        }
        self.alike
            .entry(loose.into())
            .or_default()
            .push(self.names.len());
        self.names.push(Name {
            plain: plain.into(),
            key,
            sort,
        });
    }

    fn of_registry(&mut self, entry: &Entry, key: Key, record: Option<Record<'_>>) {
        if let (Kind::Instrument, Some((stem, _))) = (entry.kind, entry.id.split_once('@')) {
            self.add(stem, key, Sort::WithoutEdition);
        }
        let mut others = |name: Option<&Text>, aliases: [&Many<String>; 2]| {
            let names = name
                .into_iter()
                .flat_map(|name| [&name.ar, &name.en])
                .flatten();
            for other in names.chain(aliases.into_iter().flatten()) {
                self.add(other, key, Sort::Alias);
            }
        };
        let none = Many::default();
        match record {
            Some(Record::Body(body)) => others(Some(&body.name), [&body.acronym, &body.aliases]),
            Some(Record::Person(person)) => others(Some(&person.name), [&person.aliases, &none]),
            Some(Record::Country(country)) => {
                let symbol = Many(country.itu.iter().cloned().collect());
                others(Some(&country.name), [&symbol, &country.aliases]);
            }
            Some(Record::Instrument(instrument)) => others(None, [&instrument.aliases, &none]),
            Some(Record::Document(document)) => others(None, [&document.aliases, &none]),
            _ => {}
        }
    }

    /// The records whose name fits best, each once, in the order of the library: one where it is
    /// clear which is meant, several where they fit equally well.
    pub fn meant(&self, typed: &str) -> Vec<Key> {
        let typed = plain(typed);
        let Some(alike) = self.alike.get(loose(&typed).as_str()) else {
            return Vec::new();
        };
        let fit = |name: &Name| (*name.plain != *typed, name.sort);
        let alike = || alike.iter().filter_map(|at| self.names.get(*at));
        let Some(best) = alike().map(fit).min() else {
            return Vec::new();
        };
        let mut meant: Vec<Key> = alike()
            .filter(|name| fit(name) == best)
            .map(|name| name.key)
            .collect();
        meant.sort_unstable();
        meant.dedup();
        // Of two records with the same id the first counts.
        if best.1 == Sort::Id {
            meant.truncate(1);
        }
        meant
    }

    /// The records with the nearest names, nearest first.
    pub fn nearest(&self, typed: &str, at_most: usize) -> Vec<Key> {
        let typed = loose(&plain(typed));
        let length = typed.chars().count();
        if length == 0 || length > LONGEST {
            return Vec::new();
        }
        // One slip, and one more for every four letters.
        let slips = 1 + length / 4;
        let mut near: Vec<(usize, Sort, Key)> = Vec::new();
        for (name, places) in &self.alike {
            if name.chars().count().abs_diff(length) > slips {
                continue;
            }
            let distance = strsim::osa_distance(&typed, name);
            // A name that has nothing in common with the word is not near, however short both are.
            if distance <= slips && distance < length {
                let names = places.iter().filter_map(|at| self.names.get(*at));
                near.extend(names.map(|name| (distance, name.sort, name.key)));
            }
        }
        near.sort_unstable();
        let mut keys: Vec<Key> = Vec::new();
        for (_, _, key) in near {
            if keys.len() == at_most {
                break;
            }
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        keys
    }
}

/// Without regard to letter case, to the digits used, to the width of blanks, and without the
/// invisible characters that a paste brings along.
fn plain(typed: &str) -> String {
    let mut plain = String::with_capacity(typed.len());
    for char in typed.trim().chars() {
        match char {
            '\u{660}'..='\u{669}' => plain.push(digit(char, 0x660)),
            '\u{6F0}'..='\u{6F9}' => plain.push(digit(char, 0x6F0)),
            '\u{66B}' => plain.push('.'),
            // Hyphens and dashes, and the minus sign.
            '\u{2010}'..='\u{2015}' | '\u{2212}' => plain.push('-'),
            // Joiners, marks and isolates of direction, byte order mark, soft hyphen.
            '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}'
            | '\u{61C}'
            | '\u{FEFF}'
            | '\u{AD}' => {}
            _ if char.is_whitespace() => plain.push(' '),
            _ => plain.extend(char.to_lowercase()),
        }
    }
    plain
}

/// The European digit for one of a row that begins at `zero`.
fn digit(char: char, zero: u32) -> char {
    char::from_digit(u32::from(char).saturating_sub(zero), 10).unwrap_or(char)
}

/// Also without blanks, hyphens and slashes.
fn loose(plain: &str) -> String {
    plain.replace([' ', '-', '/'], "")
}
