//! The rules of meaning, one file a subject. Each goes through what [`super::shape`] noted.

mod addresses;
mod characters;
mod codes;
mod dates;
mod fields;
mod figures;
mod ids;
mod index;
mod places;
mod references;
mod texts;

pub(in crate::library) use codes::currencies;
pub(in crate::library) use references::{TO_RECORDS, TO_REGISTRY};

use super::made::Made;
use super::shape::Shape;
use crate::library::FileKind;
use crate::library::tree::{Node, SourceText, Value};

/// A file that could be read.
pub(super) struct File<'a> {
    pub kind: FileKind,
    pub root: &'a Node,
    pub shape: Shape<'a>,
}

/// Whether all files of a kind could be read, so that what is not found in them is not there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    registry: bool,
    reports: bool,
}

impl Known {
    /// Every file could be read.
    pub const fn all() -> Self {
        Self {
            registry: true,
            reports: true,
        }
    }

    /// No file but the one that is looked at.
    pub const fn none() -> Self {
        Self {
            registry: false,
            reports: false,
        }
    }

    /// This file could not be read.
    pub fn not(&mut self, name: &str) {
        match FileKind::of(name) {
            FileKind::Registry => self.registry = false,
            FileKind::Report => self.reports = false,
        }
    }
}

/// Applies all rules. `files` and `sources` go together.
pub(super) fn check(
    files: &[Option<File<'_>>],
    sources: &mut [SourceText<'_>],
    known: Known,
    made: &Made,
) {
    let index = index::Index::new(files, known);
    let mut met = places::met(files, &index);
    for (number, source) in sources.iter().enumerate() {
        met.extend(made.in_file(source.name).map(|id| (number, id)));
    }
    ids::check(files, sources);
    for (number, (file, source)) in files.iter().zip(sources).enumerate() {
        let Some(file) = file else { continue };
        references::check(file, number, &index, source);
        dates::check(file, &index, source);
        figures::check(file, source);
        texts::check(file, source);
        // These are all warnings.
        if source.keeps_warnings() {
            characters::check(file, source);
        }
        places::check(file, number, &met, source);
        addresses::check(file, source);
        fields::check(file, source);
    }
}

/// The scalars of a node that is one of them or a list of them.
fn scalars(node: Option<&Node>) -> impl Iterator<Item = (&Node, &str)> {
    let several = node.map(|node| match &node.value {
        Value::List(members) => members.as_slice(),
        _ => std::slice::from_ref(node),
    });
    several
        .unwrap_or_default()
        .iter()
        .filter_map(|node| node.text().map(|text| (node, text)))
}

/// The number that a scalar is.
fn number(node: Option<&Node>) -> Option<f64> {
    let text = node?.text()?;
    text.parse::<f64>().ok().filter(|number| number.is_finite())
}
