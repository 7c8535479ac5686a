//! Reports on disk or built in: loading, checking, linking.
//!
//! Each file is a [`Volume`], which never changes and knows all that can be known of it alone. A
//! [`Library`] is put together of volumes in time proportional to their number, so that a changed
//! file can be on the screen at once; whatever takes longer is made when it is first asked for, for
//! the record that it is asked of.

mod assembly;
mod built_in;
mod chars;
pub mod check;
mod days;
mod deferred;
pub mod edit;
mod facts;
mod find;
mod items;
pub mod keep;
mod key;
mod lenient;
mod links;
pub mod live;
mod load;
mod named;
mod pages;
mod problem;
mod refresh;
mod relation;
mod resolve;
mod role;
pub mod schema;
mod source;
mod stamp;
#[cfg(test)]
mod tests;
mod title;
mod tree;
mod volume;
pub mod watch;

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::report::{Head, Kind, Record};
use assembly::Plan;
use items::Open;
use pages::Pages;

pub use assembly::Origin;
pub use key::Key;
pub use named::Named;
pub use problem::{Code, Place, Problem, Severity};
pub use refresh::{Refreshed, refresh};
pub use relation::LinkTo;
use source::FileKind;
pub use source::{LARGEST_FILE, LIVE, Source, files, is_registry};
pub use stamp::Stamp;
use volume::{Parties, kind_of_mark};
pub use volume::{Volume, load_all, save_all};

/// Reports and the registry that they share, linked; with whatever could not be read.
#[derive(Debug)]
pub struct Library {
    volumes: Vec<Arc<Volume>>,
    origin: Origin,
    plan: Plan,
    // What follows is made when it is first asked for.
    problems: OnceLock<Vec<Problem>>,
    kinds: OnceLock<Arc<[Vec<Key>; Kind::ALL.len()]>>,
    links: Pages<LinkTo>,
    members: Pages<Key>,
    open: OnceLock<Open>,
    /// The reports, by the id up to its first colon, and the shown volumes that name them.
    naming: OnceLock<HashMap<Box<str>, Vec<usize>>>,
    /// Of each shown volume the words that mean a party.
    parties: OnceLock<Vec<Arc<Parties>>>,
    named: OnceLock<Named>,
}

impl Library {
    /// The reports that the program carries with it.
    #[must_use]
    pub fn built_in() -> Self {
        Self::from_sources(Source::built_in())
    }

    /// The library in a folder: `registry.yaml`, and one report in each other `*.yaml` or `*.yml`,
    /// in the order of their names; hidden files and what lies deeper are passed over. What could not
    /// be read, and a registry that is missing, is among the [problems](Self::problems); the rest is
    /// there.
    #[must_use]
    pub fn open(folder: &Path) -> Self {
        match source::folder(folder) {
            Ok(sources) => Self::of(load::all(&sources), Origin::Folder),
            Err(problem) => Self::of(Vec::new(), Origin::Nowhere(problem)),
        }
    }

    /// A library of these files; the one whose name ends in `registry.yaml` is the registry.
    #[must_use]
    pub fn from_sources(sources: Vec<Source>) -> Self {
        Self::of(load::all(&sources), Origin::Files)
    }

    /// What could not be read, in the order of the files.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        self.problems.get_or_init(|| self.all_problems())
    }

    /// How many reports there are.
    #[must_use]
    pub const fn report_count(&self) -> usize {
        self.plan.reports
    }

    /// What each report is as a whole, with the place of the report, in the order of the files.
    pub fn heads(&self) -> impl Iterator<Item = (usize, &Head)> {
        (0..self.report_count()).filter_map(|report| Some((report, self.head(report)?)))
    }

    /// What the report at this place is as a whole.
    #[must_use]
    pub fn head(&self, report: usize) -> Option<&Head> {
        self.shown(report)?.volume.head()
    }

    /// The ids of the reports, in the order of the files. Untrusted text.
    pub fn report_ids(&self) -> impl Iterator<Item = &str> {
        (0..self.report_count()).map(|report| self.report_id(report).unwrap_or_default())
    }

    /// The id of the report at this place. Untrusted text.
    #[must_use]
    pub fn report_id(&self, report: usize) -> Option<&str> {
        self.shown(report)?.volume.report_id()
    }

    /// How many records there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.plan.records as usize
    }

    /// Whether there is no record at all.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Every record, in file order: each report from its head to its outline, then the registry.
    pub fn keys(&self) -> impl Iterator<Item = Key> + use<> {
        (0..self.plan.records).map(Key::new)
    }

    /// The records of a kind, in file order.
    #[must_use]
    pub fn of_kind(&self, kind: Kind) -> &[Key] {
        let kinds = self.kinds.get_or_init(|| {
            let mut kinds = [const { Vec::new() }; Kind::ALL.len()];
            for at in self.all_shown() {
                for (local, mark) in (0..).zip(at.volume.marks()) {
                    if let Some(list) = kinds.get_mut(kind_of_mark(*mark)) {
                        list.push(at.key(local));
                    }
                }
            }
            Arc::new(kinds)
        });
        kinds.get(kind as usize).map_or(&[], Vec::as_slice)
    }

    /// The record; none for a key of another library.
    #[must_use]
    pub fn record(&self, key: Key) -> Option<Record<'_>> {
        let at = self.at(key)?;
        at.volume.record(at.local)
    }

    /// The kind of the record; [`Kind::Report`] for a key of another library.
    #[must_use]
    pub fn kind(&self, key: Key) -> Kind {
        let kind = self.at(key).and_then(|at| at.volume.kind(at.local));
        kind.unwrap_or(Kind::Report)
    }

    /// The full id, as a person types it: `c21:27`, `c21:27/position`, `c21`, `pp-res:212`, `KWT`;
    /// empty for a key of another library. Untrusted text.
    #[must_use]
    pub fn id(&self, key: Key) -> &str {
        self.at(key).map_or("", |at| at.volume.id(at.local))
    }

    /// The place of its report among the [heads](Self::heads); none for the registry.
    #[must_use]
    pub fn report_of(&self, key: Key) -> Option<usize> {
        let shown = self.at(key)?.shown;
        (shown < self.report_count()).then_some(shown)
    }

    /// What it is a part of: the item of a position, view, note or recommendation; the paragraph or
    /// section of a paragraph; the section of a section; else the report. None for a report and for
    /// the registry.
    #[must_use]
    pub fn owner(&self, key: Key) -> Option<Key> {
        let at = self.at(key)?;
        at.volume.owner(at.local).map(|owner| at.key(owner))
    }
}
