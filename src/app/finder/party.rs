//! A country or a body that is named beside a word that no record has with it: `saudi position`.

use std::collections::HashSet;

use crate::library::Library;
use crate::report::{Kind, Language, Record};

use super::super::fields::plain;
use super::{Field, Finder, Found, Inquiry};

/// A name of so few letters is looked for whole only: nearly any word begins with them.
const SHORTEST: usize = 2;
/// What more records than these name, and more than one in so many, is no answer.
const FEW: usize = 50;
const SHARE: usize = 20;

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
    /// What is found by the name of a country or a body, where no record has that and one word more, before it
    /// or behind it; how much there is of each is told with it. Beside more words it is half of what was asked for,
    /// or less.
    pub(super) fn find_party(&self, inquiry: Inquiry<'_>, found: &Found) -> Option<Found> {
        let Inquiry { library, limit, .. } = inquiry;
        let countries = || self.countries.get_or_init(|| Countries::of(library));
        let is_body = |name: &str| self.values.is_name(library, Field::Body, name);
        // `secretariat` is called so with its article only: «الأمانة» says no more.
        let is_party = |name: &str| {
            countries().0.contains(&plain(name)) || is_body(name) || is_body(&format!("the {name}"))
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
        let others = found.apart.iter().filter(is_other).cloned();
        let others: Vec<(String, usize)> = others.collect();
        // A number is what was asked for.
        if others
            .iter()
            .any(|(word, _)| word.chars().all(char::is_numeric))
        {
            return None;
        }
        let without = others.iter().map(|(word, _)| word.clone()).collect();
        let name = name(named);
        // What begins with a name is another word: مالي is Mali, and مالية financial.
        let find = |text: &str| self.find(&self.read(library, text), limit, inquiry.among);
        let whole = match name.chars().all(char::is_alphanumeric) {
            true => find(&format!("'{name}'")),
            false => Found::default(),
        };
        let of_party = match whole.total == 0 && name.chars().count() > SHORTEST {
            true => find(&name),
            false => whole,
        };
        // What nearly everything names says nothing of what was asked for.
        if of_party.total > FEW && of_party.total * SHARE > library.len() {
            return None;
        }
        // A name of several words is told as one, with what is shown for it.
        let mut apart = vec![(name, of_party.total)];
        apart.extend(others);
        if named.first() != found.apart.first() {
            apart.reverse();
        }
        (of_party.total > 0).then_some(Found {
            apart,
            without,
            ..of_party
        })
    }
}
