//! Links between records, in both directions, and what belongs to which item.

use std::collections::{BTreeMap, HashMap};

use super::Key;
use super::entry::Entry;
use super::field::{self, Scope};
use super::numbers::further_ids;
use super::relation::{LinkTo, weight_of};
use crate::report::Relation;
use crate::report::{Kind, Record, Ref};

/// A table of lists, one a record, in one piece of memory.
#[derive(Debug)]
pub(super) struct Lists<T> {
    all: Vec<T>,
    /// Where each record's list ends.
    ends: Vec<usize>,
}

impl<T> Lists<T> {
    /// Sorted by key, and stable, so that each list keeps the order of `pairs`.
    fn new(records: usize, mut pairs: Vec<(Key, T)>) -> Self {
        pairs.sort_by_key(|(key, _)| *key);
        let mut ends = vec![0; records];
        for (key, _) in &pairs {
            if let Some(count) = ends.get_mut(key.index()) {
                *count += 1;
            }
        }
        let mut end = 0;
        for count in &mut ends {
            end += *count;
            *count = end;
        }
        Self {
            all: pairs.into_iter().map(|(_, one)| one).collect(),
            ends,
        }
    }

    /// The record's list.
    pub fn of(&self, key: Key) -> &[T] {
        let before = key.index().checked_sub(1);
        let begin = before.and_then(|key| self.ends.get(key)).copied();
        let end = self.ends.get(key.index()).copied();
        end.and_then(|end| self.all.get(begin.unwrap_or(0)..end))
            .unwrap_or_default()
    }
}

/// Ids as records write them, and whose they are. Of an id given twice the first one counts.
#[derive(Debug, Default)]
pub(super) struct Ids {
    /// Full ids of what is in reports; also by each printed number of an item.
    reports: HashMap<Box<str>, Key>,
    registry: HashMap<Box<str>, Key>,
    /// Instruments without their edition; none where there are several.
    editions: HashMap<Box<str>, Option<Key>>,
}

impl Ids {
    pub fn new<'a>(entries: &[Entry], record: impl Fn(&Entry) -> Option<Record<'a>>) -> Self {
        let mut ids = Self {
            reports: HashMap::with_capacity(entries.len()),
            ..Self::default()
        };
        for (key, entry) in keys(entries) {
            if entry.report.is_some() {
                ids.reports.entry(entry.id.clone()).or_insert(key);
                continue;
            }
            ids.registry.entry(entry.id.clone()).or_insert(key);
            if let (Kind::Instrument, Some((stem, _))) = (entry.kind, entry.id.split_once('@')) {
                ids.editions
                    .entry(stem.into())
                    .and_modify(|one| *one = None)
                    .or_insert(Some(key));
            }
        }
        for (id, key) in further_ids(entries, record) {
            ids.reports.entry(id.into()).or_insert(key);
        }
        ids
    }

    /// An entry of the registry; an instrument also without its edition where there is only one.
    pub fn in_registry(&self, word: &str) -> Option<Key> {
        let exact = self.registry.get(word).copied();
        exact.or_else(|| self.editions.get(word).copied().flatten())
    }

    /// Any record by its full id, just as written.
    pub fn full(&self, word: &str) -> Option<Key> {
        self.reports
            .get(word)
            .copied()
            .or_else(|| self.in_registry(word))
    }

    /// What a word in a field means; `report` is the id of the record's own report.
    fn resolve(
        &self,
        scope: Scope,
        report: Option<&str>,
        word: &Ref,
        room: &mut String,
    ) -> Option<Key> {
        let word = word.as_str();
        if scope == Scope::Registry {
            return self.in_registry(word);
        }
        let local = report.and_then(|report| {
            room.clear();
            room.extend([report, ":", word]);
            self.reports.get(room.as_str()).copied()
        });
        local.or_else(|| self.full(word))
    }
}

/// Everything that joins records.
#[derive(Debug)]
pub(super) struct Links {
    pub links: Lists<LinkTo>,
    /// What belongs to each item, in file order.
    pub members: Lists<Key>,
    /// The first item each record belongs to.
    pub items: Vec<Option<Key>>,
}

/// A link from the record that names to the one that is named.
#[derive(Clone, Copy)]
struct Edge {
    from: Key,
    relation: Relation,
    to: Key,
}

/// Finds all links. `record` is total for the entries given.
pub(super) fn all<'a>(
    entries: &[Entry],
    ids: &Ids,
    record: impl Fn(&Entry) -> Option<Record<'a>>,
) -> Links {
    let mut edges = Vec::with_capacity(entries.len() * 6);
    let mut room = String::new();
    let mut outline: BTreeMap<(usize, &str), Key> = BTreeMap::new();
    for (key, entry) in keys(entries) {
        if let (Some(report), Some(record)) = (entry.report, record(entry))
            && in_outline(entry.kind)
        {
            for src in record.common().src {
                outline.entry((report, src.as_str())).or_insert(key);
            }
        }
    }
    for (from, entry) in keys(entries) {
        let Some(record) = record(entry) else {
            continue;
        };
        let report = entry.report.map(|_| match entry.id.split_once(':') {
            Some((report, _)) => report,
            None => &entry.id,
        });
        let mut push = |relation, to| {
            if from != to {
                edges.push(Edge { from, relation, to });
            }
        };
        if let Some(owner) = entry.owner {
            push(Relation::Owner, owner);
        }
        field::each(record, &mut |relation, scope, word| {
            if let Some(to) = ids.resolve(scope, report, word, &mut room) {
                let country = relation == Relation::Body
                    && entries
                        .get(to.index())
                        .is_some_and(|to| to.kind == Kind::Country);
                push(if country { Relation::Country } else { relation }, to);
            }
        });
        if let (Some(report), false) = (entry.report, in_outline(entry.kind)) {
            for src in record.common().src {
                if let Some(to) = place(&outline, report, src.as_str()) {
                    push(Relation::StandsIn, to);
                }
            }
        }
    }
    let (items, members) = belonging(entries, &edges);
    Links {
        links: both_ways(entries, &edges),
        members,
        items,
    }
}

const fn in_outline(kind: Kind) -> bool {
    matches!(kind, Kind::Section | Kind::Paragraph)
}

/// The paragraph or section at this place of the source, or the nearest one around it.
fn place(outline: &BTreeMap<(usize, &str), Key>, report: usize, src: &str) -> Option<Key> {
    let mut src = src;
    loop {
        if let Some(key) = outline.get(&(report, src)) {
            return Some(*key);
        }
        (src, _) = src.rsplit_once('/')?;
    }
}

/// Each link once from either end. Where a named field joins two records, or they cite each other,
/// it is not said again that one should see the other.
fn both_ways(entries: &[Entry], edges: &[Edge]) -> Lists<LinkTo> {
    let mut heaviest: HashMap<(Key, Key), u8> = HashMap::with_capacity(edges.len());
    for edge in edges {
        let weight = heaviest.entry(pair(edge)).or_default();
        *weight = (*weight).max(weight_of(edge.relation));
    }
    let mut seen = std::collections::HashSet::with_capacity(edges.len());
    let mut kept: Vec<Edge> = Vec::with_capacity(edges.len());
    for edge in edges {
        let heaviest = heaviest.get(&pair(edge)).copied().unwrap_or_default();
        if weight_of(edge.relation) >= heaviest && seen.insert((edge.from, edge.relation, edge.to))
        {
            kept.push(*edge);
        }
    }
    let mut links: Vec<(Key, LinkTo)> = kept
        .iter()
        .map(|edge| {
            let link = LinkTo {
                relation: edge.relation,
                key: edge.to,
                outgoing: true,
            };
            (edge.from, link)
        })
        .collect();
    // Incoming links by the kind and the report of the record that they come from.
    kept.sort_by_key(|edge| {
        let from = entries.get(edge.from.index());
        (from.map(|from| (from.kind, from.report)), edge.from)
    });
    links.extend(kept.iter().filter_map(|edge| {
        let told_already =
            edge.relation == Relation::See && seen.contains(&(edge.to, Relation::See, edge.from));
        let link = LinkTo {
            relation: edge.relation,
            key: edge.from,
            outgoing: false,
        };
        (!told_already).then_some((edge.to, link))
    }));
    Lists::new(entries.len(), links)
}

/// Two records, whichever names the other.
fn pair(edge: &Edge) -> (Key, Key) {
    (edge.from.min(edge.to), edge.from.max(edge.to))
}

/// To which items each record belongs: the item that owns it; else what its `item` or `items`
/// name; else those of what it answers; else those of the outcome of which it is a part.
fn belonging(entries: &[Entry], edges: &[Edge]) -> (Vec<Option<Key>>, Lists<Key>) {
    let is_item = |key: Key| {
        entries
            .get(key.index())
            .is_some_and(|e| e.kind == Kind::Item)
    };
    let mut items: Vec<Option<Key>> = vec![None; entries.len()];
    let mut pairs: Vec<(Key, Key)> = Vec::new();
    let mut join = |items: &mut Vec<Option<Key>>, member: Key, item: Key| {
        if let Some(first) = items.get_mut(member.index()) {
            first.get_or_insert(item);
            pairs.push((item, member));
        }
    };
    for edge in edges {
        if matches!(edge.relation, Relation::Owner | Relation::Item) && is_item(edge.to) {
            join(&mut items, edge.from, edge.to);
        }
    }
    for relation in [Relation::AnswersTo, Relation::PartOf] {
        let lone: Vec<bool> = items.iter().map(Option::is_none).collect();
        for edge in edges.iter().filter(|edge| edge.relation == relation) {
            let item = match is_item(edge.to) {
                true => Some(edge.to),
                false => items.get(edge.to.index()).copied().flatten(),
            };
            if let (Some(item), Some(true)) = (item, lone.get(edge.from.index())) {
                join(&mut items, edge.from, item);
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    (items, Lists::new(entries.len(), pairs))
}

fn keys(entries: &[Entry]) -> impl Iterator<Item = (Key, &Entry)> {
    (0..).map(Key::new).zip(entries)
}
