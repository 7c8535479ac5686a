//! A country or a body that is named beside a word that no record has with it: `saudi position`.

use std::collections::HashSet;

use crate::library::Library;
use crate::report::{Kind, Language, Record};

use super::super::fields::plain;
use super::{Field, Finder, Found, Inquiry};

/// A name of so few letters is looked for whole.
const SHORTEST: usize = 2;

/// What countries are called, ready to be compared.
pub(super) struct Countries(HashSet<String>);

impl Countries {
    /// Those of a library.
    fn of(library: &Library) -> Self {
        let mut names = HashSet::new();
        for &key in library.of_kind(Kind::Country) {
            for language in [Language::Arabic, Language::English] {
                names.insert(plain(&library.title(key, language)));
            }
            if let Some(Record::Country(country)) = library.record(key) {
                let others = country.itu.iter().chain(&country.aliases);
                names.extend(others.map(|name| plain(name)));
            }
        }
        Self(names)
    }
}

impl Finder {
    /// What is found by the name of a country or a body, where no record has that and the only other word; how
    /// much there is of each word is told with it. Beside more words it is half of what was asked for, or less.
    pub(super) fn find_party(&self, inquiry: Inquiry<'_>, found: &Found) -> Option<Found> {
        let Inquiry { library, limit, .. } = inquiry;
        let countries = || self.countries.get_or_init(|| Countries::of(library));
        let is_party = |name: &str| {
            countries().0.contains(&plain(name)) || self.values.is_name(library, Field::Body, name)
        };
        let (_, without_last) = found.apart.split_last()?;
        let (_, without_first) = found.apart.split_first()?;
        let name = |words: &[(String, usize)]| {
            let words = words.iter().map(|(word, _)| word.as_str());
            words.collect::<Vec<_>>().join(" ")
        };
        let named = [without_last, without_first].into_iter();
        // Of two that are named the rarer says more.
        let count = |words: &&[(String, usize)]| words.iter().map(|(_, count)| *count).min();
        let named = named
            .filter(|words| is_party(&name(words)))
            .min_by_key(count);
        let named = named?;
        let is_other = |one: &&(String, usize)| !named.contains(one);
        let others = found.apart.iter().filter(is_other);
        let without = others.map(|(word, _)| word.clone()).collect();
        let name = name(named);
        // Nearly any word begins with a letter or two.
        let query = match name.chars().count() <= SHORTEST {
            true => self.read(library, &format!("'{name}'")),
            false => self.read(library, &name),
        };
        let of_party = self.find(&query, limit, inquiry.among);
        (of_party.total > 0).then(|| Found {
            apart: found.apart.clone(),
            without,
            ..of_party
        })
    }
}
