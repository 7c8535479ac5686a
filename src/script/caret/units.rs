//! The grapheme clusters of a line in which a caret stands, with what is painted of each.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::super::Form;
use super::super::clusters::Cluster;
use super::super::order::arrange;
use super::super::sanitise::MARKS;
use super::super::shaping::LAM;

/// A grapheme cluster: what a caret stands before or behind.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    /// Where it begins, in bytes of the text.
    pub(super) start: usize,
    /// Columns, over all its cells; 0 for what is not painted and for the alef of a lam-alef.
    pub(super) width: usize,
    pub(super) level: u8,
    /// Whether it has a letter or a digit.
    pub(super) word: bool,
}

/// The grapheme clusters of the text with what is painted of each. All cells of a grapheme cluster
/// are given its level, so that they stay together.
pub(super) fn units(text: &str, found: &mut [Cluster], base: u8, form: Form) -> Vec<Unit> {
    let mut units: Vec<Unit> = text
        .grapheme_indices(true)
        .map(|(start, cluster)| Unit {
            start,
            width: 0,
            level: base,
            word: cluster.chars().any(char::is_alphanumeric),
        })
        .collect();
    if form.reorders() {
        // The levels after rule L1, in logical order again.
        let mut arranged = found.to_vec();
        arrange(&mut arranged, base == 1);
        arranged.sort_by_key(|cluster| cluster.from);
        for (cluster, arranged) in found.iter_mut().zip(&arranged) {
            cluster.level = arranged.level;
        }
    }
    let index_of = |units: &[Unit], byte: usize| {
        let behind = units.partition_point(|unit| unit.start <= byte);
        behind.checked_sub(1)
    };
    let mut known = vec![false; units.len()];
    for cluster in found.iter_mut().filter(|cluster| cluster.width > 0) {
        let Some(first) = index_of(&units, cluster.from) else {
            continue;
        };
        let last = index_of(&units, cluster.to.saturating_sub(1)).unwrap_or(first);
        for index in first..=last {
            let (Some(unit), Some(known)) = (units.get_mut(index), known.get_mut(index)) else {
                continue;
            };
            if !std::mem::replace(known, true) {
                unit.level = cluster.level;
            }
            if index == first {
                unit.width += usize::from(cluster.width);
                cluster.level = unit.level;
            }
        }
    }
    // What is not painted goes with what follows it.
    let mut next = base;
    for (unit, known) in units.iter_mut().zip(known).rev() {
        if known {
            next = unit.level;
        } else {
            unit.level = next;
        }
    }
    units
}

/// Units from left to right (UAX #9 rule L2).
pub(super) fn in_order(units: &[Unit]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..units.len()).collect();
    let level = |unit: &usize| units.get(*unit).map_or(0, |unit| unit.level);
    let highest = units.iter().map(|unit| unit.level).max().unwrap_or(0);
    for lowest in (1..=highest).rev() {
        for run in order.chunk_by_mut(|a, b| (level(a) >= lowest) == (level(b) >= lowest)) {
            if run.first().is_some_and(|first| level(first) >= lowest) {
                run.reverse();
            }
        }
    }
    order
}

/// Makes two clusters again of the lam-alef in which the caret stands.
pub(super) fn part_lam_alef(found: &mut Vec<Cluster>, text: &str, caret: usize) {
    let inside =
        |cluster: &Cluster| cluster.alef != '\0' && (cluster.from + 1..cluster.to).contains(&caret);
    let Some(place) = found.iter().position(inside) else {
        return;
    };
    let Some(lam) = found.get_mut(place) else {
        return;
    };
    let whole = lam.clone();
    let alef = Cluster {
        from: caret,
        base: whole.alef,
        alef: '\0',
        marks: marks_in(&whole, text, caret..whole.to),
        joined_before: true,
        joined_after: false,
        ..whole.clone()
    };
    *lam = Cluster {
        to: caret,
        base: LAM,
        alef: '\0',
        marks: marks_in(&whole, text, whole.from..caret),
        joined_after: true,
        ..whole
    };
    found.insert(place + 1, alef);
}

/// The marks of a cluster that stand in a part of the text.
fn marks_in(cluster: &Cluster, text: &str, part: Range<usize>) -> [char; MARKS] {
    let mut marks = ['\0'; MARKS];
    let of_cluster = |ch: &char| *ch != '\0' && cluster.marks.contains(ch);
    let there = text.get(part).unwrap_or_default().chars();
    for (free, mark) in marks.iter_mut().zip(there.filter(of_cluster)) {
        *free = mark;
    }
    marks
}
