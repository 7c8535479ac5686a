//! References: each must lead somewhere, and to the right kind of thing.

use super::codes;
use super::index::Index;
use super::{File, scalars};
use crate::library::check::nearest::nearest;
use crate::library::tree::{Node, SourceText};
use crate::library::{Code, Problem};
use crate::words::problem as words;

/// Fields that refer to the registry.
pub(in crate::library) const TO_REGISTRY: [&str; 18] = [
    "refs",
    "by",
    "to",
    "person",
    "holder",
    "country",
    "on_behalf_of",
    "body",
    "bodies",
    "countries",
    "chair",
    "parent",
    "issuer",
    "document",
    "author",
    "addressee",
    "contacts",
    "groups",
];
/// Fields that refer to the report's own records, else to those of another, else to the registry.
pub(in crate::library) const TO_RECORDS: [&str; 4] = ["see", "item", "items", "part_of"];

/// How a field refers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Registry,
    Records,
}

pub(super) fn check(
    file: &File<'_>,
    number: usize,
    index: &Index<'_>,
    source: &mut SourceText<'_>,
) {
    for leaf in &file.shape.leaves {
        if source.is_full() {
            return;
        }
        let Some(text) = leaf.node.text().filter(|_| leaf.kind == "Id") else {
            continue;
        };
        let is_share = file
            .shape
            .records
            .get(leaf.record)
            .is_some_and(|record| record.kind == "Share");
        let field = match leaf.field {
            "of" if is_share => Field::Registry,
            "of" => Field::Records,
            field if TO_REGISTRY.contains(&field) => Field::Registry,
            field if TO_RECORDS.contains(&field) => Field::Records,
            _ => continue,
        };
        let search = Search {
            number,
            index,
            field,
        };
        match leaf.field {
            "country" | "countries" => search.country(leaf.node, text, source),
            "person" => search.person(leaf.node, text, source),
            _ => search.any(leaf.node, text, source),
        }
    }
}

/// Where one reference is looked up.
#[derive(Clone, Copy)]
struct Search<'s, 'a> {
    number: usize,
    index: &'s Index<'a>,
    field: Field,
}

impl<'s, 'a> Search<'s, 'a> {
    fn any(self, node: &Node, text: &str, source: &mut SourceText<'_>) {
        let locals = self.index.locals.get(self.number);
        if self.field == Field::Records
            && (locals.is_some_and(|locals| locals.contains(text)) || self.index.is_elsewhere(text))
        {
            return;
        }
        if self.index.registry.contains_key(text) || !self.index.has_registry {
            return;
        }
        // A report that cannot be read may hold it.
        if self.field == Field::Records && !self.index.has_reports {
            return;
        }
        let editions = self.index.editions(text);
        let place = source.place(node.at);
        match editions.as_slice() {
            [_] => {}
            [] => {
                let expected = match self.field {
                    Field::Registry => words::id_of_registry(),
                    Field::Records => words::id_of_record(),
                };
                let problem = Problem::error(Code::Dangling, place, words::dangling(text))
                    .expecting(expected)
                    .near(self.near(text));
                source.add(problem);
            }
            several => {
                let problem = Problem::error(Code::Dangling, place, words::several_editions(text))
                    .expecting(words::one_of(several));
                source.add(problem);
            }
        }
    }

    fn person(self, node: &Node, text: &str, source: &mut SourceText<'_>) {
        match self.index.registry.get(text) {
            Some(entry) if entry.kind == "Person" => {}
            Some(entry) => {
                let place = source.place(node.at);
                let what = words::wrong_kind(text, words::kind(entry.kind), words::kind("Person"));
                source.add(Problem::error(Code::WrongKind, place, what));
            }
            None => self.any(node, text, source),
        }
    }

    fn country(self, node: &Node, text: &str, source: &mut SourceText<'_>) {
        let known = match self.index.registry.get(text) {
            Some(entry) if entry.kind == "Country" => return,
            Some(entry) => {
                let place = source.place(node.at);
                let what = words::wrong_kind(text, words::kind(entry.kind), words::kind("Country"));
                source
                    .add(Problem::error(Code::WrongKind, place, what).expecting(words::alpha_3()));
                return;
            }
            None => self.index.has_registry,
        };
        if !known {
            return;
        }
        let place = source.place(node.at);
        let meant = self.country_meant(text);
        let what = match &meant {
            Some(code) => words::country_means(text, code),
            None if codes::is_alpha_3(text) => words::country_not_in_registry(text),
            None => words::unknown_country(text),
        };
        let near = meant.or_else(|| nearest(text, self.countries().map(|(code, _)| code)));
        source.add(
            Problem::error(Code::UnknownCountry, place, what)
                .expecting(words::alpha_3())
                .near(near),
        );
    }

    /// The code of the country that is written as ITU's symbol, as alpha-2 or by its name.
    fn country_meant(self, text: &str) -> Option<String> {
        let folded = text.trim().to_lowercase();
        let by_name = self.countries().find(|(code, country)| {
            let name = country.get("name");
            [
                name.and_then(|name| name.get("ar")),
                name.and_then(|name| name.get("en")),
            ]
            .into_iter()
            .chain([country.get("itu"), country.get("aliases")])
            .flat_map(scalars)
            .map(|(_, name)| name)
            .chain([*code])
            .any(|name| name.to_lowercase() == folded)
        });
        by_name
            .map(|(code, _)| code.to_owned())
            .or_else(|| codes::alpha_3_of(text).map(str::to_owned))
    }

    fn countries(self) -> impl Iterator<Item = (&'a str, &'a Node)> + use<'s, 'a> {
        self.index
            .registry
            .iter()
            .filter(|(_, entry)| entry.kind == "Country")
            .map(|(code, entry)| (*code, entry.node))
    }

    fn near(self, text: &str) -> Option<String> {
        let registry = self.index.registry.keys().copied();
        if let Some(code) = codes::alpha_3_of(text)
            && self.index.registry.contains_key(code)
        {
            return Some(code.to_owned());
        }
        if self.field == Field::Registry {
            return nearest(text, registry);
        }
        let locals = self.index.locals.get(self.number);
        let elsewhere: Vec<String> = match text.split_once(':') {
            None => Vec::new(),
            Some(_) => self
                .index
                .reports
                .iter()
                .filter_map(|(report, file)| Some((report, self.index.locals.get(*file)?)))
                .flat_map(|(report, ids)| ids.iter().map(move |id| format!("{report}:{id}")))
                .collect(),
        };
        let own = locals.into_iter().flatten().map(String::as_str);
        let elsewhere = elsewhere.iter().map(String::as_str);
        nearest(text, own.chain(elsewhere).chain(registry))
    }
}
