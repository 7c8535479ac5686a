//! Reports on disk or built in: loading, checking, linking.

mod built_in;
mod chars;
pub mod check;
pub mod edit;
mod entry;
mod field;
mod find;
pub mod keep;
mod key;
mod lenient;
mod link;
mod load;
mod numbers;
mod problem;
mod relation;
pub mod schema;
mod source;
#[cfg(test)]
mod tests;
mod title;
mod tree;

use std::path::Path;
use std::sync::OnceLock;

use crate::report::{Kind, Record, Registry, ReportFile};
use entry::Entry;
use find::Names;
use link::{Ids, Links};

pub use key::Key;
pub use problem::{Code, Place, Problem, Severity};
pub use relation::LinkTo;
use source::FileKind;
pub use source::{LARGEST_FILE, Source};

/// Reports and the registry that they share, linked; with whatever could not be read.
#[derive(Debug)]
pub struct Library {
    reports: Vec<ReportFile>,
    registry: Registry,
    problems: Vec<Problem>,
    entries: Vec<Entry>,
    kinds: [Vec<Key>; Kind::ALL.len()],
    ids: Ids,
    links: Links,
    /// Made when something is first looked for by name.
    names: OnceLock<Names>,
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
            Ok(sources) => {
                let mut loaded = load::all(&sources);
                loaded.problems.extend(source::no_registry(&sources));
                Self::new(loaded)
            }
            Err(problem) => Self::new(load::Loaded::nothing(*problem)),
        }
    }

    /// A library of these files; the one whose name ends in `registry.yaml` is the registry.
    #[must_use]
    pub fn from_sources(sources: Vec<Source>) -> Self {
        Self::new(load::all(&sources))
    }

    fn new(loaded: load::Loaded) -> Self {
        let load::Loaded {
            reports,
            registry,
            problems,
        } = loaded;
        let entries = entry::all(&reports, &registry);
        let record = |entry: &Entry| entry::record(entry, &reports, &registry);
        let ids = Ids::new(&entries, record);
        let links = link::all(&entries, &ids, record);
        let mut kinds = [const { Vec::new() }; Kind::ALL.len()];
        for (key, entry) in (0..).map(Key::new).zip(&entries) {
            if let Some(list) = kinds.get_mut(entry.kind as usize) {
                list.push(key);
            }
        }
        Self {
            reports,
            registry,
            problems,
            entries,
            kinds,
            ids,
            links,
            names: OnceLock::new(),
        }
    }

    /// What could not be read, in the order of the files.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The reports, in the order of the files.
    #[must_use]
    pub fn reports(&self) -> &[ReportFile] {
        &self.reports
    }

    /// The registry; empty where there is none.
    #[must_use]
    pub const fn registry(&self) -> &Registry {
        &self.registry
    }

    /// How many records there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no record at all.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Every record, in file order: each report from its head to its outline, then the registry.
    pub fn keys(&self) -> impl Iterator<Item = Key> + use<> {
        (0..u32::try_from(self.len()).unwrap_or(u32::MAX)).map(Key::new)
    }

    /// The records of a kind, in file order.
    #[must_use]
    pub fn of_kind(&self, kind: Kind) -> &[Key] {
        self.kinds.get(kind as usize).map_or(&[], Vec::as_slice)
    }

    /// The record; none for a key of another library.
    #[must_use]
    pub fn record(&self, key: Key) -> Option<Record<'_>> {
        entry::record(self.entry(key)?, &self.reports, &self.registry)
    }

    /// The kind of the record; [`Kind::Report`] for a key of another library.
    #[must_use]
    pub fn kind(&self, key: Key) -> Kind {
        self.entry(key).map_or(Kind::Report, |entry| entry.kind)
    }

    /// The full id, as a person types it: `c21:27`, `c21:27/position`, `c21`, `pp-res:212`, `KWT`;
    /// empty for a key of another library. Untrusted text.
    #[must_use]
    pub fn id(&self, key: Key) -> &str {
        self.entry(key).map_or("", |entry| &entry.id)
    }

    /// The place of its report in [`reports`](Self::reports); none for the registry.
    #[must_use]
    pub fn report_of(&self, key: Key) -> Option<usize> {
        self.entry(key)?.report
    }

    /// What it is a part of: the item of a position, view, note or recommendation; the paragraph or
    /// section of a paragraph; the section of a section; else the report. None for a report and for
    /// the registry.
    #[must_use]
    pub fn owner(&self, key: Key) -> Option<Key> {
        self.entry(key)?.owner
    }

    /// The agenda item or topic that it belongs to, the first where there are several: its owner,
    /// or what its `item` or `items` name; for an outcome else the item of what it answers, or of
    /// the outcome it is a part of. None for an item.
    #[must_use]
    pub fn item_of(&self, key: Key) -> Option<Key> {
        self.links.items.get(key.index()).copied().flatten()
    }

    /// Everything that belongs to an item, in file order.
    #[must_use]
    pub fn belongs_to(&self, item: Key) -> &[Key] {
        self.links.members.of(item)
    }

    /// The record that a person means. An id as written; else with letter case, the sort of digits,
    /// blanks, `-` and `/` forgiven; an item by any of its numbers, an instrument without its
    /// edition, an entry of the registry by its names, acronyms and aliases, a record without its
    /// report. None where several are meant equally.
    #[must_use]
    pub fn find(&self, typed: &str) -> Option<Key> {
        let exact = self.ids.full(typed);
        exact.or_else(|| match self.names().meant(typed).as_slice() {
            [one] => Some(*one),
            _ => None,
        })
    }

    /// The ids of the records that may be meant, where [`Self::find`] cannot tell which: the
    /// editions of an instrument named without its year, the items of one number in several
    /// reports. At most `at_most`, in the order of the library; empty where it is clear, and where
    /// nothing has that name.
    #[must_use]
    pub fn candidates(&self, typed: &str, at_most: usize) -> Vec<&str> {
        if self.ids.full(typed).is_some() {
            return Vec::new();
        }
        let meant = self.names().meant(typed);
        if meant.len() < 2 {
            return Vec::new();
        }
        let meant = meant.into_iter().take(at_most);
        meant.map(|key| self.id(key)).collect()
    }

    /// The ids of the records whose id or name is nearest to what was typed, nearest first.
    #[must_use]
    pub fn nearest(&self, typed: &str, at_most: usize) -> Vec<&str> {
        let near = self.names().nearest(typed, at_most);
        near.into_iter().map(|key| self.id(key)).collect()
    }

    /// Its links, each once: first those that it names, in the order of its fields; then those that
    /// name it, by kind and report.
    #[must_use]
    pub fn links(&self, key: Key) -> &[LinkTo] {
        self.links.links.of(key)
    }

    /// An entry of the registry by its id as records write it; an instrument also without its
    /// edition, where there is only one.
    #[must_use]
    pub fn in_registry(&self, word: &str) -> Option<Key> {
        self.ids.in_registry(word)
    }

    /// A record of the reports by its id as another record writes it: of its own report first,
    /// then in full (`c26:1.2`).
    #[must_use]
    pub fn in_reports(&self, from: Key, word: &str) -> Option<Key> {
        let report = self.reports.get(self.report_of(from)?)?;
        self.ids
            .full(&format!("{}:{word}", report.report.id))
            .or_else(|| self.ids.full(word))
    }

    fn entry(&self, key: Key) -> Option<&Entry> {
        self.entries.get(key.index())
    }

    fn names(&self) -> &Names {
        self.names.get_or_init(|| {
            let record = |entry: &Entry| entry::record(entry, &self.reports, &self.registry);
            Names::new(&self.entries, record)
        })
    }
}
