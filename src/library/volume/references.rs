//! What the records of a volume name: within it by place, outside it by a word.

use std::collections::{BTreeMap, HashMap};

use super::field::{self, Scope};
use super::ids::Ids;
use super::lists::{Words, gathered, small};
use super::rows::Row;
use super::tables::{Tables, WORD};
use crate::report::{Kind, Relation};

/// Fills the tables of references; those of ids are filled already.
pub(super) fn fill(tables: &mut Tables, rows: &[Row<'_>], report: Option<&str>) {
    let outline = outline(rows);
    let ids = Ids {
        bytes: &tables.id_bytes,
        ends: &tables.id_ends,
        further: &tables.further,
        by_id: &tables.by_id,
        editions: &tables.editions,
        report: report.map_or(0, |report| report.len() + 1),
    };
    let mut edges: Vec<(Relation, u32)> = Vec::with_capacity(rows.len() * 4);
    let mut words: HashMap<(Scope, &str), u32> = HashMap::new();
    for (from, row) in rows.iter().enumerate() {
        let from = small(from);
        if let Some(owner) = row.owner {
            edges.push((Relation::Owner, owner));
        }
        field::each(row.record, &mut |relation, scope, word| {
            let word = word.as_str();
            let here = match (report, scope) {
                (None, Scope::Registry) => ids
                    .find(word)
                    .map(|found| found.local)
                    .or_else(|| ids.edition(word)),
                (Some(report), Scope::Report) => in_report(ids, report, word),
                _ => None,
            };
            match here {
                Some(to) if to == from => {}
                Some(to) => {
                    let kind = rows.get(to as usize).map(Row::kind);
                    edges.push((of_kind(relation, kind), to));
                }
                // The registry's own words lead nowhere else.
                None if report.is_none() && scope == Scope::Registry => {}
                None => {
                    let next = small(words.len());
                    let number = *words.entry((scope, word)).or_insert(next);
                    edges.push((relation, WORD | number));
                }
            }
        });
        if report.is_some() && !in_outline(row.kind()) {
            for src in row.record.common().src {
                if let Some(to) = place(&outline, src.as_str()) {
                    edges.push((Relation::StandsIn, to));
                }
            }
        }
        tables.reference_ends.push(small(edges.len()));
    }
    let places = sorted(tables, words);
    for (relation, target) in edges {
        let target = match target.checked_sub(WORD) {
            Some(word) => WORD | places.get(word as usize).copied().unwrap_or_default(),
            None => target,
        };
        tables.relations.push(relation as u8);
        tables.targets.push(target);
    }
    users(tables, rows.len());
}

/// The record of this report that is meant: by its id within the report, else in full.
fn in_report(ids: Ids<'_>, report: &str, word: &str) -> Option<u32> {
    if let Some(found) = ids.find(word) {
        return Some(found.local);
    }
    match word.strip_prefix(report)? {
        "" => Some(0),
        rest => ids.find(rest.strip_prefix(':')?).map(|found| found.local),
    }
}

/// What a reference says of two records, now that the kind of the one that is named is known: a
/// share names a body or a country.
pub(in crate::library) fn of_kind(relation: Relation, kind: Option<Kind>) -> Relation {
    match (relation, kind) {
        (Relation::Body, Some(Kind::Country)) => Relation::Country,
        _ => relation,
    }
}

const fn in_outline(kind: Kind) -> bool {
    matches!(kind, Kind::Section | Kind::Paragraph)
}

/// The places of the source at which sections and paragraphs stand.
fn outline<'a>(rows: &[Row<'a>]) -> BTreeMap<&'a str, u32> {
    let mut outline = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        if in_outline(row.kind()) {
            for src in row.record.common().src {
                outline.entry(src.as_str()).or_insert(small(at));
            }
        }
    }
    outline
}

/// The paragraph or section at this place of the source, or the nearest one around it.
fn place(outline: &BTreeMap<&str, u32>, src: &str) -> Option<u32> {
    let mut src = src;
    loop {
        if let Some(at) = outline.get(src) {
            return Some(*at);
        }
        (src, _) = src.rsplit_once('/')?;
    }
}

/// Writes the words in their order; the place of each there by its number as it was found.
fn sorted(tables: &mut Tables, words: HashMap<(Scope, &str), u32>) -> Vec<u32> {
    let mut words: Vec<_> = words.into_iter().collect();
    words.sort_unstable();
    let mut places = vec![0; words.len()];
    let mut written = Words::default();
    for (place, ((_, word), number)) in words.iter().enumerate() {
        written.push(&[word]);
        if let Some(known) = places.get_mut(*number as usize) {
            *known = small(place);
        }
    }
    let in_registry = words.partition_point(|((scope, _), _)| *scope == Scope::Registry);
    tables.registry_words = vec![small(in_registry)];
    tables.word_bytes = written.bytes;
    tables.word_ends = written.ends;
    places
}

/// Which references name each record and use each word.
fn users(tables: &mut Tables, records: usize) {
    let mut by_word = Vec::new();
    let mut by_record = Vec::new();
    for (edge, target) in tables.targets.iter().enumerate() {
        let edge = small(edge);
        match target.checked_sub(WORD) {
            Some(word) => by_word.push((word, edge)),
            None => by_record.push((*target, edge)),
        }
    }
    (tables.word_user_ends, tables.word_users) = gathered(tables.word_ends.len(), by_word);
    (tables.named_ends, tables.named) = gathered(records, by_record);
}
