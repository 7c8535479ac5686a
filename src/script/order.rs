//! A line in visual order (UAX #9 rules L1 to L4), painted into cells.

use compact_str::CompactString;

use super::Form;
use super::clusters::Cluster;
use super::levels::Blank;
use super::line::Cell;
use super::mirroring::mirrored;
use super::sent::{Seen, sent};
use super::shaping::{lam_alef, shape};

/// Paints the clusters of one line from left to right.
pub(super) fn paint(mut line: Vec<Cluster>, rtl: bool, form: Form) -> Vec<Cell> {
    if form.reorders() {
        arrange(&mut line, rtl);
    }
    let cells = line
        .iter()
        .filter(|cluster| cluster.width > 0)
        .map(|cluster| cell(cluster, form))
        .collect();
    as_sent(cells, form)
}

/// Puts the cells of a line in the order of a terminal that turns it around once more.
fn as_sent(cells: Vec<Cell>, form: Form) -> Vec<Cell> {
    if form == form.as_seen() {
        return cells;
    }
    let row: Vec<Seen<'_>> = cells
        .iter()
        .map(|cell| Seen {
            text: &cell.text,
            font: 0,
        })
        .collect();
    let Some(order) = sent(form, &row) else {
        return cells;
    };
    order
        .into_iter()
        .filter_map(|place| {
            let cell = cells.get(place.from)?;
            Some(Cell {
                text: CompactString::from(place.text(&cell.text)),
                ..cell.clone()
            })
        })
        .collect()
}

/// Puts one line in visual order: rules L1 and L2.
pub(super) fn arrange(line: &mut [Cluster], rtl: bool) {
    reset_blanks(line, u8::from(rtl));
    reorder(line);
}

/// Rule L1: separators, and white space before them and at the end, take the paragraph's level.
fn reset_blanks(line: &mut [Cluster], paragraph: u8) {
    let mut reset = true;
    for cluster in line.iter_mut().rev() {
        match cluster.blank {
            Blank::Separator => reset = true,
            Blank::White => {}
            Blank::No => reset = false,
        }
        if reset {
            cluster.level = paragraph;
        }
    }
}

/// Rule L2, by cluster, so that marks stay behind their base (L3).
fn reorder(line: &mut [Cluster]) {
    let highest = line.iter().map(|cluster| cluster.level).max();
    let lowest_odd = line
        .iter()
        .map(|cluster| cluster.level)
        .filter(|level| level % 2 == 1)
        .min();
    let (Some(highest), Some(lowest_odd)) = (highest, lowest_odd) else {
        return;
    };
    for level in (lowest_odd..=highest).rev() {
        for run in line.chunk_by_mut(|a, b| (a.level >= level) == (b.level >= level)) {
            if run.first().is_some_and(|first| first.level >= level) {
                run.reverse();
            }
        }
    }
}

/// Shapes and mirrors (L4) one cluster.
fn cell(cluster: &Cluster, form: Form) -> Cell {
    let mut text = CompactString::const_new("");
    text.push(base(cluster, form));
    for mark in cluster.marks.iter().take_while(|mark| **mark != '\0') {
        text.push(*mark);
    }
    Cell {
        text,
        width: cluster.width,
        range: cluster.from..cluster.to,
        is_cut: cluster.is_ellipsis(),
    }
}

fn base(cluster: &Cluster, form: Form) -> char {
    if cluster.blank != Blank::No && cluster.width == 1 || cluster.base == '\u{A0}' {
        return ' ';
    }
    if form.shapes() {
        if let Some(sign) = lam_alef(cluster.alef, cluster.joined_before) {
            return sign;
        }
        if cluster.base > '\u{61F}' {
            let shaped = shape(cluster.base, cluster.joined_before, cluster.joined_after);
            if shaped != cluster.base {
                return shaped;
            }
        }
    }
    if form.reorders() && cluster.level % 2 == 1 {
        return mirrored(cluster.base).unwrap_or(cluster.base);
    }
    cluster.base
}
