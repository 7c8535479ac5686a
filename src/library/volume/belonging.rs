//! What belongs to which item, as far as one volume tells.
//!
//! A record belongs to the item that owns it and to those that its `item` or `items` name (step 1);
//! else to those of what it answers (step 2); else to those of the outcome of which it is a part
//! (step 3). A record of whose references of these sorts one leads out of the volume, or to such a
//! record, is open: the library settles it.

use super::lists::{gathered, list, small};
use super::rows::Row;
use super::tables::{NONE, Tables, WORD};
use crate::report::{Kind, Relation};

/// The relations that each step looks at.
pub(in crate::library) const STEPS: [(u8, &[Relation]); 3] = [
    (1, &[Relation::Owner, Relation::Item]),
    (2, &[Relation::AnswersTo]),
    (3, &[Relation::PartOf]),
];

/// The step of a record that belongs to no item.
pub(in crate::library) const NOWHERE: u8 = 0;
/// The step of an open record.
pub(in crate::library) const OPEN: u8 = u8::MAX;

/// Fills the tables of belonging; those of references are filled already.
pub(super) fn fill(tables: &mut Tables, rows: &[Row<'_>]) {
    let mut steps = vec![NOWHERE; rows.len()];
    for local in open(tables, rows) {
        if let Some(step) = steps.get_mut(local as usize) {
            *step = OPEN;
        }
    }
    let is_item = |local: u32| {
        let row = rows.get(local as usize);
        row.is_some_and(|row| row.kind() == Kind::Item)
    };
    let mut items = vec![NONE; rows.len()];
    let mut pairs: Vec<(u32, u32)> = Vec::new();
    for (step, relations) in STEPS {
        for from in 0..small(rows.len()) {
            let known = steps.get(from as usize).copied().unwrap_or(OPEN);
            if known != NOWHERE {
                continue;
            }
            for (relation, to) in edges(tables, from) {
                if !relations.contains(&relation) {
                    continue;
                }
                let item = match is_item(to) {
                    true => to,
                    // What a record itself names is an item or is not.
                    false if step == 1 => NONE,
                    false => items.get(to as usize).copied().unwrap_or(NONE),
                };
                if item == NONE {
                    continue;
                }
                pairs.push((item, from));
                if let (Some(first @ &mut NONE), Some(known)) =
                    (items.get_mut(from as usize), steps.get_mut(from as usize))
                {
                    *first = item;
                    *known = step;
                }
            }
        }
    }
    (tables.member_ends, tables.members) = gathered(rows.len(), pairs);
    tables.open = (0..small(rows.len()))
        .zip(&steps)
        .filter(|(_, step)| **step == OPEN)
        .map(|(local, _)| local)
        .collect();
    tables.items = items;
    tables.steps = steps;
}

/// The references of a record.
fn edges(tables: &Tables, from: u32) -> impl Iterator<Item = (Relation, u32)> {
    let ends = &tables.reference_ends;
    let relations = list(&tables.relations, ends, from).iter();
    let relations = relations.filter_map(|one| Relation::ALL.get(usize::from(*one)).copied());
    let targets = list(&tables.targets, ends, from).iter().copied();
    relations.zip(targets)
}

/// The open records; also outcomes that name one of them, whatever as.
fn open(tables: &Tables, rows: &[Row<'_>]) -> Vec<u32> {
    let asks = |relation| STEPS.iter().any(|(_, all)| all.contains(&relation));
    let mut is_open = vec![false; rows.len()];
    let mut open: Vec<u32> = (0..small(rows.len()))
        .filter(|from| edges(tables, *from).any(|(relation, to)| asks(relation) && to & WORD != 0))
        .collect();
    for local in &open {
        if let Some(known) = is_open.get_mut(*local as usize) {
            *known = true;
        }
    }
    let mut next = 0;
    while let Some(to) = open.get(next).copied() {
        next += 1;
        for edge in list(&tables.named, &tables.named_ends, to) {
            let from = tables.reference_ends.partition_point(|end| end <= edge);
            let is_outcome = rows
                .get(from)
                .is_some_and(|row| row.kind() == Kind::Outcome);
            match is_open.get_mut(from) {
                Some(known) if is_outcome && !*known => {
                    *known = true;
                    open.push(small(from));
                }
                _ => {}
            }
        }
    }
    open
}
