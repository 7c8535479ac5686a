//! The names that the records of a volume answer to, and those that are like what a person types.

use std::collections::HashMap;

use super::{Volume, stem};
use crate::report::{Kind, Many, Record, Text};

/// Longer input is no id; it is not worth the time to compare it.
const LONGEST: usize = 80;

/// Every name that records answer to.
#[derive(Debug)]
pub(in crate::library) struct Names {
    names: Vec<Name>,
    /// Names that look the same when case, digits and separators are forgiven.
    alike: HashMap<Box<str>, Vec<usize>>,
}

#[derive(Debug)]
struct Name {
    /// In lower case and with European digits.
    plain: Box<str>,
    local: u32,
    sort: Sort,
}

/// Of two names that fit equally well, the one that is named first here counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::library) enum Sort {
    Id,
    Number,
    WithoutEdition,
    Alias,
    WithoutReport,
}

/// How well a name fits, the best first: whether it is not quite as typed, and its sort.
pub(in crate::library) type Fit = (bool, Sort);

/// A name near to what was typed, the nearest first: by how many slips, its sort, its record.
pub(in crate::library) type Near = (usize, Sort, u32);

/// What a person typed, made comparable.
pub(in crate::library) struct Typed {
    plain: String,
    loose: String,
}

impl Typed {
    pub fn new(typed: &str) -> Self {
        let plain = plain(typed);
        let loose = loose(&plain);
        Self { plain, loose }
    }

    /// Whether it may be the full id of a report, or of a record of it.
    pub fn begins_with(&self, report: &str) -> bool {
        // Nearly every id is plain letters, and of a thousand reports one is meant.
        if report.bytes().all(|byte| byte.is_ascii_graphic()) {
            let (typed, report) = (self.plain.as_bytes(), report.as_bytes());
            return typed
                .split_at_checked(report.len())
                .is_some_and(|(begin, rest)| {
                    begin.eq_ignore_ascii_case(report) && matches!(rest.first(), None | Some(b':'))
                });
        }
        let below = || plain(&format!("{report}:"));
        self.plain == plain(report) || self.plain.starts_with(below().as_str())
    }
}

impl Names {
    pub fn new(volume: &Volume) -> Self {
        let ids = volume.ids();
        let records = volume.len();
        let mut names = Self {
            names: Vec::with_capacity(records * 2),
            alike: HashMap::with_capacity(records * 2),
        };
        for local in (0..).take(records) {
            names.add(ids.full(local), local, Sort::Id);
            match volume.is_registry() {
                true => names.of_registry(volume, local),
                false if local > 0 => names.add(ids.local(local), local, Sort::WithoutReport),
                false => {}
            }
        }
        for local in (0..).take(records) {
            for number in ids.further_of(local) {
                names.add(ids.full(number), local, Sort::Number);
                names.add(ids.local(number), local, Sort::WithoutReport);
            }
        }
        names
    }

    fn add(&mut self, name: &str, local: u32, sort: Sort) {
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
            local,
            sort,
        });
    }

    fn of_registry(&mut self, volume: &Volume, local: u32) {
        if let (Some(Kind::Instrument), Some(stem)) = (volume.kind(local), stem(volume.id(local))) {
            self.add(stem, local, Sort::WithoutEdition);
        }
        let mut others = |name: Option<&Text>, aliases: [&Many<String>; 2]| {
            let names = name
                .into_iter()
                .flat_map(|name| [&name.ar, &name.en])
                .flatten();
            for other in names.chain(aliases.into_iter().flatten()) {
                self.add(other, local, Sort::Alias);
            }
        };
        let none = Many::default();
        match volume.record(local) {
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

    /// The records whose name fits best, in the order of the volume, and how well it fits.
    pub fn meant(&self, typed: &Typed) -> Option<(Fit, Vec<u32>)> {
        let alike = self.alike.get(typed.loose.as_str())?;
        let fit = |name: &Name| (*name.plain != *typed.plain, name.sort);
        let alike = || alike.iter().filter_map(|at| self.names.get(*at));
        let best = alike().map(fit).min()?;
        let meant = alike().filter(|name| fit(name) == best);
        Some((best, meant.map(|name| name.local).collect()))
    }

    /// The names that are near, in no order.
    pub fn near(&self, typed: &Typed) -> Vec<Near> {
        let typed = &typed.loose;
        let mut near = Vec::new();
        let length = typed.chars().take(LONGEST + 1).count();
        if length == 0 || length > LONGEST {
            return near;
        }
        // One slip, and one more for every four letters.
        let slips = 1 + length / 4;
        for (name, places) in &self.alike {
            if name.chars().count().abs_diff(length) > slips {
                continue;
            }
            let distance = strsim::osa_distance(typed, name);
            // A name that has nothing in common with the word is not near, however short both are.
            if distance <= slips && distance < length {
                let names = places.iter().filter_map(|at| self.names.get(*at));
                near.extend(names.map(|name| (distance, name.sort, name.local)));
            }
        }
        near
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
