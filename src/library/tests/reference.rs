//! All links of a library at once, out of its records alone: slow, simple, and what the links that
//! are made one by one must be equal to.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::library::relation::weight_of;
use crate::library::volume::{Scope, each_reference};
use crate::library::{Key, Library, LinkTo};
use crate::report::{Kind, Record, Relation};

/// All that joins the records of a library.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Joined {
    pub links: HashMap<Key, Vec<LinkTo>>,
    pub members: HashMap<Key, Vec<Key>>,
    pub items: HashMap<Key, Key>,
}

type Edge = (Key, Relation, Key);

pub(super) fn joined(library: &Library) -> Joined {
    let ids = Ids::new(library);
    let edges = edges(library, &ids);
    let mut joined = Joined {
        links: links(library, &edges),
        ..Joined::default()
    };
    belonging(library, &edges, &mut joined);
    joined
}

/// Ids as records write them, and whose they are.
#[derive(Default)]
pub(super) struct Ids {
    reports: HashMap<String, Key>,
    registry: HashMap<String, Key>,
    editions: HashMap<String, Option<Key>>,
}

impl Ids {
    pub fn new(library: &Library) -> Self {
        let mut ids = Self::default();
        for key in library.keys() {
            let id = library.id(key).to_owned();
            if library.report_of(key).is_some() {
                ids.reports.entry(id).or_insert(key);
                continue;
            }
            if let (Kind::Instrument, Some((stem, _))) = (library.kind(key), id.split_once('@')) {
                let editions = ids.editions.entry(stem.to_owned());
                editions.and_modify(|one| *one = None).or_insert(Some(key));
            }
            ids.registry.entry(id).or_insert(key);
        }
        let mut last = None;
        for key in library.keys() {
            if let Some(Record::Item(item)) = library.record(key) {
                last = Some((key, item));
            }
            let Some((owner, item)) =
                last.filter(|(owner, _)| key == *owner || library.owner(key) == Some(*owner))
            else {
                continue;
            };
            let (report, local) = library.id(key).split_once(':').unwrap();
            let Some(below) = local.strip_prefix(item.id.as_str()) else {
                continue;
            };
            if key == owner || below.starts_with('/') {
                for number in item.number.iter().filter(|number| **number != item.id) {
                    let id = format!("{report}:{number}{below}");
                    ids.reports.entry(id).or_insert(key);
                }
            }
        }
        ids
    }

    pub fn in_registry(&self, word: &str) -> Option<Key> {
        let exact = self.registry.get(word).copied();
        exact.or_else(|| self.editions.get(word).copied().flatten())
    }

    pub fn full(&self, word: &str) -> Option<Key> {
        let report = self.reports.get(word).copied();
        report.or_else(|| self.in_registry(word))
    }
}

fn in_outline(library: &Library, key: Key) -> bool {
    matches!(library.kind(key), Kind::Section | Kind::Paragraph)
}

fn edges(library: &Library, ids: &Ids) -> Vec<Edge> {
    let mut outline: BTreeMap<(usize, &str), Key> = BTreeMap::new();
    for key in library.keys().filter(|key| in_outline(library, *key)) {
        for src in library.record(key).unwrap().common().src {
            let place = (library.report_of(key).unwrap(), src.as_str());
            outline.entry(place).or_insert(key);
        }
    }
    let mut edges = Vec::new();
    for from in library.keys() {
        let record = library.record(from).unwrap();
        let report = library.report_of(from);
        let mut push = |relation, to| {
            if from != to {
                edges.push((from, relation, to));
            }
        };
        if let Some(owner) = library.owner(from) {
            push(Relation::Owner, owner);
        }
        each_reference(record, &mut |relation, scope, word| {
            let word = word.as_str();
            let to = match (scope, report) {
                (Scope::Registry, _) => ids.in_registry(word),
                (Scope::Report, None) => ids.full(word),
                (Scope::Report, Some(report)) => {
                    let own = format!("{}:{word}", library.report_id(report).unwrap());
                    ids.reports.get(&own).copied().or_else(|| ids.full(word))
                }
            };
            if let Some(to) = to {
                let country = relation == Relation::Body && library.kind(to) == Kind::Country;
                push(if country { Relation::Country } else { relation }, to);
            }
        });
        if let (Some(report), false) = (report, in_outline(library, from)) {
            for src in record.common().src {
                let mut around = Some(src.as_str());
                while let Some(place) = around {
                    if let Some(to) = outline.get(&(report, place)) {
                        push(Relation::StandsIn, *to);
                        break;
                    }
                    around = place.rsplit_once('/').map(|(around, _)| around);
                }
            }
        }
    }
    edges
}

fn links(library: &Library, edges: &[Edge]) -> HashMap<Key, Vec<LinkTo>> {
    let pair = |(from, _, to): &Edge| (*from.min(to), *from.max(to));
    let mut heaviest: HashMap<(Key, Key), u8> = HashMap::new();
    for edge in edges {
        let weight = heaviest.entry(pair(edge)).or_default();
        *weight = (*weight).max(weight_of(edge.1));
    }
    let mut seen = HashSet::new();
    let mut kept: Vec<Edge> = edges.to_vec();
    kept.retain(|edge| weight_of(edge.1) >= heaviest[&pair(edge)] && seen.insert(*edge));
    let mut links: HashMap<Key, Vec<LinkTo>> = HashMap::new();
    for &(from, relation, key) in &kept {
        let outgoing = true;
        links.entry(from).or_default().push(LinkTo {
            relation,
            key,
            outgoing,
        });
    }
    kept.sort_by_key(|(from, ..)| (library.kind(*from), library.report_of(*from), *from));
    for &(key, relation, to) in &kept {
        if relation == Relation::See && seen.contains(&(to, Relation::See, key)) {
            continue;
        }
        let outgoing = false;
        links.entry(to).or_default().push(LinkTo {
            relation,
            key,
            outgoing,
        });
    }
    links
}

fn belonging(library: &Library, edges: &[Edge], joined: &mut Joined) {
    let is_item = |key| library.kind(key) == Kind::Item;
    let mut pairs: Vec<(Key, Key)> = Vec::new();
    for (from, relation, to) in edges {
        if matches!(relation, Relation::Owner | Relation::Item) && is_item(*to) {
            joined.items.entry(*from).or_insert(*to);
            pairs.push((*to, *from));
        }
    }
    for step in [Relation::AnswersTo, Relation::PartOf] {
        let known: HashSet<Key> = joined.items.keys().copied().collect();
        for (from, relation, to) in edges {
            let item = match is_item(*to) {
                true => Some(*to),
                false => joined.items.get(to).copied(),
            };
            if let (true, false, Some(item)) = (*relation == step, known.contains(from), item) {
                joined.items.entry(*from).or_insert(item);
                pairs.push((item, *from));
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    for (item, member) in pairs {
        joined.members.entry(item).or_default().push(member);
    }
}
