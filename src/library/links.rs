//! The links of a record, in both directions.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use super::assembly::At;
use super::relation::{LinkTo, weight_of};
use super::volume::{Reference, of_kind, to_colon};
use super::{Key, Library};
use crate::report::{Kind, Relation};

/// A link of one record, seen from it: in one direction, to or from the other.
#[derive(Clone, Copy)]
struct Edge {
    relation: Relation,
    other: Key,
    /// The number of the reference in its volume.
    number: u32,
}

/// Hashes the places of records, a hundred thousand of which may name one. Nobody who writes a file
/// can choose them so that they fall together.
#[derive(Default)]
struct Mixed(u64);

type Hashed = BuildHasherDefault<Mixed>;

impl Hasher for Mixed {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64((*byte).into()));
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(number.into());
    }

    fn write_isize(&mut self, number: isize) {
        self.write_u64(number as u64);
    }

    fn write_u64(&mut self, number: u64) {
        let mixed = (self.0 ^ number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 = mixed.rotate_left(26);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

impl Library {
    /// Its links, each once: first those that it names, in the order of its fields; then those that
    /// name it, by kind and report.
    #[must_use]
    pub fn links(&self, key: Key) -> &[LinkTo] {
        let Some(at) = self.at(key) else {
            return &[];
        };
        let volume = (at.shown, at.volume.len());
        self.links.of(volume, at.local, || self.links_of(key, at))
    }

    /// The records that name this one in one of their fields, each once.
    #[must_use]
    pub fn named_by(&self, key: Key) -> BTreeSet<Key> {
        let Some(at) = self.at(key) else {
            return BTreeSet::new();
        };
        let incoming = self.incoming(key, at).into_iter();
        incoming
            .filter(|edge| !matches!(edge.relation, Relation::Owner | Relation::StandsIn))
            .map(|edge| edge.other)
            .collect()
    }

    fn links_of(&self, key: Key, at: At<'_>) -> Vec<LinkTo> {
        let outgoing = self.outgoing(at);
        let incoming = self.incoming(key, at);
        // Where a named field joins two records, or they cite each other, it is not said again that
        // one should see the other.
        let mut heaviest: HashMap<Key, u8, Hashed> = HashMap::default();
        for edge in outgoing.iter().chain(&incoming) {
            let weight = heaviest.entry(edge.other).or_default();
            *weight = (*weight).max(weight_of(edge.relation));
        }
        let says_most = |edge: &Edge| {
            let heaviest = heaviest.get(&edge.other).copied().unwrap_or_default();
            weight_of(edge.relation) >= heaviest
        };
        let mut out: HashSet<(Relation, Key), Hashed> = HashSet::default();
        let mut links: Vec<LinkTo> = Vec::new();
        for edge in outgoing.iter().filter(|edge| says_most(edge)) {
            if out.insert((edge.relation, edge.other)) {
                links.push(edge.link(true));
            }
        }
        let mut back: HashSet<(Relation, Key), Hashed> = HashSet::default();
        for edge in incoming.iter().filter(|edge| says_most(edge)) {
            let told_already =
                edge.relation == Relation::See && out.contains(&(Relation::See, edge.other));
            if !told_already && back.insert((edge.relation, edge.other)) {
                links.push(edge.link(false));
            }
        }
        links
    }

    /// What the record names, in the order of its fields.
    fn outgoing(&self, at: At<'_>) -> Vec<Edge> {
        let references = at.volume.references(at.local);
        references
            .filter_map(|reference| {
                let other = self.target(at, reference)?;
                Some(Edge {
                    relation: of_kind(reference.relation, Some(self.kind(other))),
                    other,
                    number: reference.number,
                })
            })
            .collect()
    }

    /// What names the record, by the kind and the report of where it stands.
    fn incoming(&self, key: Key, at: At<'_>) -> Vec<Edge> {
        let kind = at.volume.kind(at.local);
        let edge = |from: At<'_>, reference: Reference| {
            let edge = Edge {
                relation: of_kind(reference.relation, kind),
                other: from.key(reference.from),
                number: reference.number,
            };
            let kind = from.volume.kind(reference.from).unwrap_or(Kind::Report);
            let report = Some(from.shown).filter(|shown| *shown < self.report_count());
            (kind, report, edge)
        };
        let own = at.volume.naming(at.local);
        let mut edges: Vec<_> = own.map(|reference| edge(at, reference)).collect();
        let words = self.called(key, at);
        for from in self.naming(at) {
            for (scope, word) in &words {
                let users = from.volume.users(*scope, word);
                let users = users.map(|reference| edge(from, reference));
                edges.extend(users.filter(|(.., edge)| edge.other != key));
            }
        }
        edges.sort_by_key(|(kind, report, edge)| (*kind, *report, edge.other, edge.number));
        edges.into_iter().map(|(.., edge)| edge).collect()
    }

    /// Whether another volume may name a record of the one at this place: what is told of its records
    /// may then depend on that one. Any may name one of the registry.
    #[must_use]
    pub fn is_named(&self, place: usize) -> bool {
        let key = self.key_of(place, 0);
        key.and_then(|key| self.at(key))
            .is_some_and(|at| self.naming(at).iter().any(|by| by.shown != at.shown))
    }

    /// The volumes that may name a record by a word: any where it is of the registry, else those
    /// that name its report.
    fn naming(&self, at: At<'_>) -> Vec<At<'_>> {
        let Some(report) = at.volume.report_id() else {
            return self.all_shown().collect();
        };
        let naming = self.naming.get_or_init(|| {
            let ids = self.plan.by_id.keys();
            let ids: BTreeSet<&str> = ids.map(|id| to_colon(id)).collect();
            let mut naming: HashMap<Box<str>, Vec<usize>> = HashMap::new();
            for at in self.all_shown() {
                for report in at.volume.named_reports() {
                    if ids.contains(report) {
                        naming.entry(report.into()).or_default().push(at.shown);
                    }
                }
            }
            naming
        });
        let naming = naming.get(to_colon(report)).into_iter().flatten();
        naming.filter_map(|shown| self.shown(*shown)).collect()
    }
}

impl Edge {
    const fn link(self, outgoing: bool) -> LinkTo {
        LinkTo {
            relation: self.relation,
            key: self.other,
            outgoing,
        }
    }
}
