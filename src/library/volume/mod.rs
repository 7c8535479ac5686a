//! One file of a library, whole in itself: its records and all that it alone tells of them.
//!
//! A volume never changes. What changed on disk is read into a new one, and the
//! [library](super::Library) is put together again, which costs nothing a record. So a volume knows
//! only places within itself; what leads out of it, it knows by the word that is written.

mod belonging;
mod field;
mod foreseen;
mod ids;
mod joins;
mod kept;
mod lists;
mod marks;
mod names;
mod numbers;
mod parties;
mod read;
mod references;
mod rows;
mod stands;
mod tables;
mod units;
mod years;

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use super::source::FileKind;
use super::{Problem, Source, Stamp};
use crate::report::{Head, Kind, Record};
use ids::Ids;
use names::Names;
use tables::{NONE, Set};
use units::{Unit, Units};

pub(super) use belonging::{NOWHERE, OPEN, STEPS};
pub(super) use field::Scope;
#[cfg(test)]
pub(super) use field::each as each_reference;
pub(super) use ids::{Found, stem};
pub(super) use joins::{Reference, Target, to_colon};
pub use kept::{load_all, save_all};
pub(super) use marks::Wanted;
pub(super) use marks::{each as each_marked, each_of as each_marked_of, kind as kind_of_mark};
pub(super) use names::{Fit, Sort, Typed};
pub(super) use parties::{Parties, by_id as parties_by_id};
pub(super) use references::of_kind;
pub(super) use stands::number as day_as_number;

/// Records stand at most so deep in one another: a file that is deeper is not read.
const DEEPEST: usize = 128;

/// One file of a library. Its records are counted from 0 in file order.
#[derive(Debug)]
pub struct Volume {
    name: String,
    /// What it holds; none where nothing of it could be read.
    kind: Option<FileKind>,
    stamp: Stamp,
    /// The turn at which its file was last read and was as it is here; 0 where it is not what stands
    /// in a file.
    turn: AtomicU64,
    problems: Vec<Problem>,
    /// The tables of this volume are in this row of the set.
    set: Arc<Set>,
    row: usize,
    units: Arc<Units>,
    /// Made when something is first looked for by name.
    names: OnceLock<Names>,
    /// Made when it is first asked which reports are named.
    named_reports: OnceLock<BTreeSet<Box<str>>>,
    /// Of the registry that was last asked for.
    parties: Mutex<Option<Arc<Parties>>>,
}

impl Volume {
    /// Reads a file. What is wrong with it is among the [problems](Self::problems); the rest is
    /// there.
    #[must_use]
    pub fn read(source: &Source) -> Self {
        read::read(source)
    }

    /// A file of which nothing could be read, and why.
    #[must_use]
    pub fn nothing(name: &str, stamp: Stamp, problems: Vec<Problem>) -> Self {
        read::nothing(name, stamp, problems)
    }

    /// The path of its file, as the person named it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// By which its file is known to be unchanged.
    #[must_use]
    pub const fn stamp(&self) -> &Stamp {
        &self.stamp
    }

    /// Whether this is what another volume's file was before: it was read earlier, and other bytes.
    #[must_use]
    pub fn is_behind(&self, other: &Self) -> bool {
        let (turn, other_turn) = (self.turn(), other.turn());
        turn > 0 && turn < other_turn && self.stamp.digest != other.stamp.digest
    }

    /// Its file was read again; where it is as it is here, it is not behind what was read before.
    pub fn read_again(&self, source: &Source) {
        if self.turn() > 0 && source.stamp.digest == self.stamp.digest {
            self.turn.fetch_max(source.turn, Ordering::Relaxed);
        }
    }

    fn turn(&self) -> u64 {
        self.turn.load(Ordering::Relaxed)
    }

    /// How many records it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.marks().len()
    }

    /// Whether it holds no record.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The same file under another name: that by which a person names it now.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        for problem in &mut self.problems {
            if problem.place.file == self.name {
                name.clone_into(&mut problem.place.file);
            }
        }
        name.clone_into(&mut self.name);
        self
    }

    /// The same file, of which the file system tells otherwise now; none where the volume is not
    /// out of a cache.
    #[must_use]
    pub fn stamped(&self, stamp: Stamp) -> Option<Self> {
        Some(Self {
            kind: self.kind,
            set: Arc::clone(&self.set),
            row: self.row,
            units: Arc::new(self.units.again()?),
            turn: self.turn().into(),
            ..Self::nothing(&self.name, stamp, self.problems.clone())
        })
    }

    /// The same records, of a file that was read later; none where that is another file, or has other
    /// bytes.
    #[must_use]
    pub fn as_read(&self, source: &Source) -> Option<Self> {
        let is_same = source.bytes.is_ok()
            && source.name == self.name
            && source.stamp.digest == self.stamp.digest;
        is_same.then(|| Self {
            kind: self.kind,
            set: Arc::clone(&self.set),
            row: self.row,
            units: Arc::clone(&self.units),
            turn: source.turn.into(),
            ..Self::nothing(&self.name, source.stamp, self.problems.clone())
        })
    }

    /// The same file with its records packed, each to be decoded when it is asked for; none where
    /// one cannot be packed.
    #[must_use]
    pub fn packed(&self) -> Option<Self> {
        Some(Self {
            kind: self.kind,
            set: Arc::clone(&self.set),
            row: self.row,
            units: Arc::new(self.units.packed().ok()?),
            turn: self.turn().into(),
            ..Self::nothing(&self.name, self.stamp, self.problems.clone())
        })
    }

    /// The same records, where the file has become wrong since: with what is wrong with it now. It
    /// has the stamp of no file: it is not what stands in one.
    #[must_use]
    pub fn with_problems(&self, problems: Vec<Problem>) -> Self {
        Self {
            name: self.name.clone(),
            kind: self.kind,
            stamp: Stamp::default(),
            turn: AtomicU64::new(0),
            problems,
            set: Arc::clone(&self.set),
            row: self.row,
            units: Arc::clone(&self.units),
            names: OnceLock::new(),
            named_reports: OnceLock::new(),
            parties: Mutex::default(),
        }
    }

    /// The full ids of the records that are not in this state of the file, or are others than there.
    #[must_use]
    pub fn changed_since(&self, before: &Self) -> Vec<Box<str>> {
        let same = |local: u32| {
            let there = match self.kind(local)? {
                Kind::Report => 0,
                _ => before.find(self.ids().local(local))?,
            };
            let (one, other) = (self.record(local)?, before.record(there)?);
            (one == other).then_some(())
        };
        let locals = 0..u32::try_from(self.len()).unwrap_or(u32::MAX);
        let changed = locals.filter(|local| same(*local).is_none());
        changed.map(|local| self.id(local).into()).collect()
    }

    /// Whether something of it could not be read from its cache, which must not be used again.
    #[must_use]
    pub fn is_damaged(&self) -> bool {
        self.units.cache().is_some_and(|kept| kept.is_damaged())
    }

    /// What could not be read, in the order of the file.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The id of the report that it is; none for a registry, and where nothing could be read.
    #[must_use]
    pub fn report_id(&self) -> Option<&str> {
        (self.kind == Some(FileKind::Report)).then(|| self.id(0))
    }

    /// Whether it is a registry.
    #[must_use]
    pub fn is_registry(&self) -> bool {
        self.kind == Some(FileKind::Registry)
    }

    /// What the report is as a whole; none for a registry.
    #[must_use]
    pub fn head(&self) -> Option<&Head> {
        match self.record(0)? {
            Record::Report(head) => Some(head),
            _ => None,
        }
    }

    /// The record at this place.
    #[must_use]
    pub fn record(&self, local: u32) -> Option<Record<'_>> {
        self.record_within(local, DEEPEST)
    }

    fn record_within(&self, local: u32, depth: usize) -> Option<Record<'_>> {
        let kind = self.kind(local)?;
        let place = *self.set.places.of(self.row).get(local as usize)? as usize;
        match self.owner(local) {
            Some(owner) if self.kind(owner) != Some(Kind::Report) => {
                let owner = self.record_within(owner, depth.checked_sub(1)?)?;
                rows::part(owner, kind, place)
            }
            _ => self.units.get(place, kind).map(Unit::record),
        }
    }

    /// The kind of the record at this place.
    #[must_use]
    pub fn kind(&self, local: u32) -> Option<Kind> {
        let mark = *self.marks().get(local as usize)?;
        Kind::ALL.get(marks::kind(mark)).copied()
    }

    /// What each record is: see [`marks`].
    pub(super) fn marks(&self) -> &[u8] {
        self.set.marks.of(self.row)
    }

    /// The full id of the record at this place; empty where there is none. Untrusted text.
    #[must_use]
    pub fn id(&self, local: u32) -> &str {
        self.ids().full(local)
    }

    /// The record with this id within the volume, as written: without the report's in a report.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<u32> {
        self.found(id).map(|found| found.local)
    }

    /// The same, with how it was found.
    pub(super) fn found(&self, id: &str) -> Option<Found> {
        self.ids().find(id)
    }

    /// The instrument of this id without its edition, where there is only one.
    pub(super) fn edition(&self, stem: &str) -> Option<u32> {
        self.ids().edition(stem)
    }

    /// The numbers of an item.
    pub(super) fn numbers(&self, item: u32) -> impl Iterator<Item = &str> {
        let (ids, mark) = (self.ids(), self.marks().get(item as usize).copied());
        let own = mark.is_some_and(marks::is_numbered_by_id).then_some(item);
        let numbers = own.into_iter().chain(ids.further_of(item));
        numbers.map(move |number| ids.local(number))
    }

    /// The full further ids of a record.
    pub(super) fn further_ids(&self, local: u32) -> impl Iterator<Item = &str> {
        let ids = self.ids();
        ids.further_of(local).map(move |number| ids.full(number))
    }

    fn ids(&self) -> Ids<'_> {
        Ids {
            bytes: self.set.id_bytes.of(self.row),
            ends: self.set.id_ends.of(self.row),
            further: self.set.further.of(self.row),
            by_id: self.set.by_id.of(self.row),
            editions: self.set.editions.of(self.row),
            report: match self.kind {
                Some(FileKind::Report) => {
                    let ends = self.set.id_ends.of(self.row);
                    ends.first().map_or(0, |end| *end as usize + 1)
                }
                _ => 0,
            },
        }
    }

    /// Every name by which its records can be found.
    pub(super) fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::new(self))
    }

    /// Whether its names have been gathered.
    #[cfg(test)]
    pub(super) fn has_names(&self) -> bool {
        self.names.get().is_some()
    }

    /// What the record is a part of.
    #[must_use]
    pub fn owner(&self, local: u32) -> Option<u32> {
        let owner = *self.set.owners.of(self.row).get(local as usize)?;
        (owner != NONE).then_some(owner)
    }
}
