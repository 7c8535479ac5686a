//! A library put together from its volumes, in time proportional to their number.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use super::pages::Pages;
use super::volume::{Volume, kind_of_mark};
use super::{Code, Place};
use super::{Key, Library, Problem, source};
use crate::words::problem as words;

/// Where the volumes of a library come from, and so what must be among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Files that were named: nothing need be among them.
    Files,
    /// All files of a folder: a registry must be among them.
    Folder,
    /// A folder that could not be read; why.
    Nowhere(Box<Problem>),
}

/// A volume whose records are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shown {
    /// Its place among the volumes.
    pub place: usize,
    /// The key of its first record.
    pub start: u32,
}

/// Which volumes are shown and where; of two reports with one id, and of two registries, the first.
#[derive(Debug)]
pub(super) struct Plan {
    /// The reports in file order, then the registry.
    pub shown: Vec<Shown>,
    /// How many of them are reports.
    pub reports: usize,
    /// For each volume its place among the shown ones.
    pub places: Vec<Option<usize>>,
    /// The reports among the shown volumes by their ids.
    pub by_id: HashMap<Box<str>, usize>,
    /// How long the ids of reports are, in bytes; each once.
    pub id_lengths: Vec<usize>,
    /// How many records are shown.
    pub records: u32,
}

impl Plan {
    fn new(volumes: &[Arc<Volume>]) -> Self {
        let mut plan = Self {
            shown: Vec::with_capacity(volumes.len()),
            reports: 0,
            places: vec![None; volumes.len()],
            by_id: HashMap::with_capacity(volumes.len()),
            id_lengths: Vec::new(),
            records: 0,
        };
        for (place, volume) in volumes.iter().enumerate() {
            let Some(id) = volume.report_id() else {
                continue;
            };
            if !plan.by_id.contains_key(id) && plan.show(place, volume) {
                plan.by_id.insert(id.into(), plan.reports);
                plan.id_lengths.push(id.len());
                plan.reports += 1;
            }
        }
        let registry = volumes.iter().position(|volume| volume.is_registry());
        if let Some((place, volume)) = registry.and_then(|at| Some((at, volumes.get(at)?))) {
            plan.show(place, volume);
        }
        plan.id_lengths.sort_unstable();
        plan.id_lengths.dedup();
        plan
    }

    /// Whether there is room for it: 2³² records can be told apart.
    fn show(&mut self, place: usize, volume: &Volume) -> bool {
        let records = u32::try_from(volume.len()).ok();
        let Some(end) = records.and_then(|records| self.records.checked_add(records)) else {
            return false;
        };
        if let Some(known) = self.places.get_mut(place) {
            *known = Some(self.shown.len());
        }
        let start = self.records;
        self.shown.push(Shown { place, start });
        self.records = end;
        true
    }
}

impl Library {
    /// The library that these volumes are, in file order. Costs in proportion to their number.
    #[must_use]
    pub fn of(volumes: Vec<Arc<Volume>>, origin: Origin) -> Self {
        let plan = Plan::new(&volumes);
        Self {
            links: Pages::new(plan.shown.len()),
            members: Pages::new(plan.shown.len()),
            volumes,
            origin,
            plan,
            problems: OnceLock::new(),
            kinds: OnceLock::new(),
            open: OnceLock::new(),
            naming: OnceLock::new(),
            parties: OnceLock::new(),
            named: OnceLock::new(),
        }
    }

    /// The same library with this volume at this place instead of the one that is there; at the
    /// end where the place is beyond it.
    #[must_use]
    pub fn with(&self, place: usize, volume: impl Into<Arc<Volume>>) -> Self {
        let mut volumes = self.volumes.clone();
        match volumes.get_mut(place) {
            Some(old) => *old = volume.into(),
            None => volumes.push(volume.into()),
        }
        let mut library = Self::of(volumes, self.origin.clone());
        library.keep_kinds(self, place);
        library
    }

    /// Takes over from the library before which records are of which kind, where the volume that is
    /// another has the same: nearly always a field has changed, and to look through all the other
    /// volumes again would cost as much as all the rest of what a change costs.
    fn keep_kinds(&mut self, before: &Self, place: usize) {
        let [now, was] = [&*self, before].map(|library| {
            let marks = library.volumes.get(place).map(|volume| volume.marks());
            marks.into_iter().flatten().map(|mark| kind_of_mark(*mark))
        });
        if let Some(known) = before.kinds.get()
            && self.plan.shown == before.plan.shown
            && now.eq(was)
        {
            self.kinds = OnceLock::from(Arc::clone(known));
        }
    }

    /// The same library with one more volume, before the one that is at this place.
    #[must_use]
    pub fn with_new(&self, place: usize, volume: impl Into<Arc<Volume>>) -> Self {
        let mut volumes = self.volumes.clone();
        volumes.insert(place.min(volumes.len()), volume.into());
        Self::of(volumes, self.origin.clone())
    }

    /// The same library without the volume at this place.
    #[must_use]
    pub fn without(&self, place: usize) -> Self {
        let mut volumes = self.volumes.clone();
        if place < volumes.len() {
            volumes.remove(place);
        }
        Self::of(volumes, self.origin.clone())
    }

    /// All its volumes in file order, also those that nothing is shown of: what could not be read,
    /// a second report with the same id, a second registry.
    #[must_use]
    pub fn volumes(&self) -> &[Arc<Volume>] {
        &self.volumes
    }

    /// Where its volumes come from.
    #[must_use]
    pub const fn origin(&self) -> &Origin {
        &self.origin
    }

    /// The key of a record by the place of its volume and its place there; none where it is not
    /// shown.
    #[must_use]
    pub fn key_of(&self, place: usize, local: u32) -> Option<Key> {
        let shown = self.plan.shown.get((*self.plan.places.get(place)?)?)?;
        let is_there = (local as usize) < self.volumes.get(place)?.len();
        is_there.then(|| Key::new(shown.start + local))
    }

    /// The place of the record's volume, and its place there; none for a key of another library.
    #[must_use]
    pub fn place_of(&self, key: Key) -> Option<(usize, u32)> {
        let at = self.at(key)?;
        Some((self.plan.shown.get(at.shown)?.place, at.local))
    }

    /// Where the record stands.
    pub(super) fn at(&self, key: Key) -> Option<At<'_>> {
        let shown = &self.plan.shown;
        // The last that begins there: one that is empty begins where the next does.
        let after = shown.partition_point(|one| one.start <= key.number());
        let at = self.shown(after.checked_sub(1)?)?;
        let local = key.number() - at.start;
        ((local as usize) < at.volume.len()).then_some(At { local, ..at })
    }

    /// The first record of a shown volume.
    pub(super) fn shown(&self, shown: usize) -> Option<At<'_>> {
        let Shown { place, start } = *self.plan.shown.get(shown)?;
        Some(At {
            volume: self.volumes.get(place)?,
            shown,
            start,
            local: 0,
        })
    }

    /// The first records of all shown volumes: the reports, then the registry.
    pub(super) fn all_shown(&self) -> impl Iterator<Item = At<'_>> {
        (0..self.plan.shown.len()).filter_map(|shown| self.shown(shown))
    }

    pub(super) fn all_problems(&self) -> Vec<Problem> {
        let mut problems: Vec<Problem> = Vec::new();
        let name = |shown: usize| self.shown(shown).map_or("", |at| at.volume.name());
        for (volume, shown) in self.volumes.iter().zip(&self.plan.places) {
            problems.extend_from_slice(volume.problems());
            if shown.is_some() {
                continue;
            }
            if volume.is_registry() {
                let first = self.plan.shown.len().saturating_sub(1);
                problems.push(source::second_registry(volume.name(), name(first)));
            }
            if let Some((id, first)) = volume
                .report_id()
                .and_then(|id| Some((id, *self.plan.by_id.get(id)?)))
            {
                let what = words::same_report(id, name(first));
                let place = Place::whole(volume.name());
                problems.push(Problem::error(Code::DuplicateId, place, what));
            }
        }
        match &self.origin {
            Origin::Files => {}
            Origin::Folder => {
                let names = self.volumes.iter().map(|volume| volume.name());
                problems.extend(source::no_registry(names));
            }
            Origin::Nowhere(problem) => problems.push((**problem).clone()),
        }
        problems
    }
}

/// Where a record stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct At<'a> {
    pub volume: &'a Volume,
    /// The place of its volume among the shown ones.
    pub shown: usize,
    /// The key of the volume's first record.
    pub start: u32,
    pub local: u32,
}

impl At<'_> {
    /// The key of another record of the same volume.
    pub const fn key(self, local: u32) -> Key {
        Key::new(self.start.saturating_add(local))
    }
}
