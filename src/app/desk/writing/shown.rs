//! The files of changes under way, as they will be and as they truly are.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use super::super::super::shelf::put_away;
use super::super::super::writer::{ids, with_ids};
use super::super::super::{App, Shelf};
use super::{Pending, Writing};
use crate::library::edit::Edit;
use crate::library::keep::{Change, Done};
use crate::library::{Library, Volume};

impl App {
    /// Shows a change as it will be, if that can be foreseen; says whether it is. What is new has the
    /// id in the change then by which it is shown.
    pub(super) fn foresee(&mut self, change: &mut Change) -> bool {
        let library = &self.shelf.library;
        let place = place_of(library, &change.file);
        let shown = place.and_then(|place| Some((place, library.volumes().get(place)?)));
        let Some((place, shown)) = shown else {
            return false;
        };
        let mut edits = change.edits.clone();
        let Some(volume) = shown.foreseen(&mut edits) else {
            return false;
        };
        with_ids(change, edits);
        let truth = &mut self.desk.writing.truth;
        let truth = truth.entry(change.file.clone());
        truth.or_insert_with(|| Arc::clone(shown));
        let library = library.with(place, volume);
        self.show(library);
        true
    }

    /// Shows a file as it is, and the changes of it under way as they will be.
    pub(super) fn show_truth(&mut self, change: Option<&Change>, volume: Option<Volume>) {
        let file = match (change, &volume) {
            (Some(change), _) => change.file.clone(),
            (None, Some(volume)) => file_name(volume.name()).to_owned(),
            (None, None) => return,
        };
        let library = &self.shelf.library;
        let before = self.desk.writing.truth.remove(&file);
        let shown = || {
            library
                .volumes()
                .get(place_of(library, &file)?)
                .map(Arc::clone)
        };
        let volume = match (volume.map(Arc::new), before) {
            (Some(volume), before) => match before.or_else(shown) {
                // Another has written the file since, and that is known already.
                Some(before) if volume.is_behind(&before) => before,
                _ => volume,
            },
            // It was taken away.
            (None, Some(_)) if place_of(library, &file).is_none() => return,
            (None, Some(before)) => before,
            (None, None) => return,
        };
        self.desk.writing.truth.insert(file.clone(), volume);
        self.show_volumes(Some(&file));
    }

    /// Shows all changes under way anew: something in them is called otherwise.
    pub(super) fn show_pending(&mut self) {
        self.show_volumes(None);
    }

    /// Shows this file, or all of changes under way, as they will be.
    fn show_volumes(&mut self, only: Option<&str>) {
        let shown = self.desk.writing.foreseen(only, None);
        let mut library: Option<Library> = None;
        for (file, volume) in shown {
            let now = library.as_ref().unwrap_or(&self.shelf.library);
            library = Some(with_file(now, &file, volume));
        }
        if let Some(library) = library {
            self.show(library);
        }
        self.show_wholes();
    }

    /// It is known what became of an order; says whether something in others is called otherwise
    /// since, and by which id an entry was thought to be named that has another one.
    pub(super) fn has_become(
        &mut self,
        pending: &Pending,
        done: Option<&Done>,
    ) -> (bool, Option<String>) {
        let writing = &mut self.desk.writing;
        let number = pending.number;
        let handed = pending.handed.iter();
        let handed = handed.flat_map(|change| ids(&change.edits));
        let goes_back = pending.effect.goes_back();
        let as_shown = done.filter(|done| !goes_back || pending.is_foreseen_in(done));
        let mut is_other = writing.names.became(number, handed, as_shown);
        if let Some(done) = done {
            is_other |= goes_back && writing.names.come_back(done);
            writing.told(number, &done.line);
        }
        let mut renamed = None;
        if let Some(done) = done {
            let own = writing.after.extract_if(.., |(order, _)| *order == number);
            renamed = own.map(|(_, id)| id).last();
            renamed.take_if(|id| *id == done.line.record);
        }
        (is_other && !writing.pending.is_empty(), renamed)
    }

    /// Shows that a file was taken away.
    pub(super) fn show_gone(&mut self, file: &str) {
        self.desk.writing.truth.remove(file);
        if let Some(place) = place_of(&self.shelf.library, file) {
            self.show(self.shelf.library.without(place));
        }
    }

    pub(super) fn show(&mut self, library: Library) {
        let shelf = Arc::new(self.shelf.renewed(library));
        put_away(self.replace(shelf));
    }

    /// A state of the library that was read from the disk, with the changes under way as they will
    /// be.
    pub(in crate::app) fn with_pending(&mut self, shelf: Arc<Shelf>) -> Arc<Shelf> {
        let writing = &mut self.desk.writing;
        writing.settle_turns();
        let changes = writing.pending.iter().filter_map(|one| one.handed.as_ref());
        let files: BTreeSet<String> = changes.map(|change| change.file.clone()).collect();
        // A file that was taken away is shown no more; one that is there again is.
        let before = std::mem::take(&mut writing.truth);
        for file in files {
            let place = place_of(&shelf.library, &file);
            if let Some(volume) = place.and_then(|place| shelf.library.volumes().get(place)) {
                writing.truth.insert(file, Arc::clone(volume));
            }
        }
        // What is typed in a report that is still to be written is seen in it.
        for (whole, goes) in writing.wholes() {
            if !goes && place_of(&shelf.library, whole.file()).is_none() {
                let file = whole.file().to_owned();
                writing.truth.insert(file, whole.volume());
            }
        }
        let mut library: Option<Library> = None;
        for (file, shown) in writing.foreseen(None, Some(&before)) {
            let now = library.as_ref().unwrap_or(&shelf.library);
            library = Some(with_file(now, &file, shown));
        }
        for (whole, goes) in self.desk.writing.wholes() {
            let now = library.as_ref().unwrap_or(&shelf.library);
            library = whole.shown_in(now, goes).or(library);
        }
        match library {
            Some(library) => Arc::new(shelf.renewed(library)),
            None => shelf,
        }
    }
}

impl Writing {
    /// This file, or all of changes under way, as they will be when those are written; the truth is
    /// kept for as long as there are any. `before` has the truth as it was known before, where it was
    /// read anew: the oldest change under way may be written there already.
    fn foreseen(
        &mut self,
        only: Option<&str>,
        before: Option<&BTreeMap<String, Arc<Volume>>>,
    ) -> BTreeMap<String, Arc<Volume>> {
        let is_elsewhere = self.settle_turns();
        let only = only.filter(|_| !is_elsewhere);
        let truth = self.truth.iter();
        let truth = truth.filter(|(file, _)| only.is_none_or(|only| only == *file));
        let mut shown: BTreeMap<_, _> = truth
            .map(|(file, volume)| (file.clone(), Arc::clone(volume)))
            .collect();
        let mut held = BTreeSet::new();
        let mut is_renamed = false;
        let mut is_oldest = true;
        for one in &mut self.pending {
            let is_oldest = std::mem::take(&mut is_oldest);
            let Some(mut change) = one.handed.clone() else {
                one.is_shown = false;
                continue;
            };
            let file = change.file.clone();
            if only.is_some_and(|only| only != file) {
                continue;
            }
            held.insert(file.clone());
            one.is_shown = false;
            if one.is_cancelled {
                continue;
            }
            let Some(volume) = shown.get(&file) else {
                continue;
            };
            // What is not to be made is not shown. One that cannot be foreseen is seen when it is
            // written.
            if self.names.rename(&mut change, &one.unheard) {
                let wished: Vec<String> = ids(&change.edits).map(str::to_owned).collect();
                let mut edits = change.edits.clone();
                if let Some(next) = volume.foreseen(&mut edits) {
                    with_ids(&mut change, edits);
                    let before = before.and_then(|before| before.get(&file));
                    let is_new = |id: &str| {
                        one.stands.iter().any(|stands| stands == id)
                            || before.is_some_and(|before| before.find(id).is_none())
                    };
                    let stands = match (is_oldest, wished.as_slice()) {
                        (true, [wished]) => stands(&next, wished, &mut change, is_new),
                        _ => None,
                    };
                    match stands {
                        Some(id) => one.stands = vec![id],
                        None => _ = shown.insert(file, Arc::new(next)),
                    }
                    one.is_shown = true;
                }
            }
            is_renamed |= self.names.adds(one.number, &change);
            one.change = Some(change);
        }
        if is_renamed && only.is_some() {
            return self.foreseen(None, before);
        }
        self.truth
            .retain(|file, _| held.contains(file) || only.is_some_and(|only| only != file));
        shown
    }
}

/// Where what a change adds stands in the file already, it is that: its id.
fn stands(
    next: &Volume,
    wished: &str,
    change: &mut Change,
    is_new: impl Fn(&str) -> bool,
) -> Option<String> {
    let given = ids(&change.edits).next()?.to_owned();
    let id = next.stands(wished, &given, is_new)?;
    let mut edits = change.edits.clone();
    for edit in &mut edits {
        if let Edit::Insert { value, .. } = edit
            && let Some(map) = value.as_mapping_mut()
        {
            map.insert("id".into(), id.as_str().into());
        }
    }
    with_ids(change, edits);
    Some(id)
}

/// A library with a file in the place of that of the same name, or beside all others.
fn with_file(library: &Library, file: &str, volume: Arc<Volume>) -> Library {
    match place_of(library, file) {
        Some(place) => library.with(place, volume),
        None => {
            let name = volume.name();
            let before = |other: &Arc<Volume>| Path::new(other.name()) < Path::new(name);
            let place = library.volumes().partition_point(before);
            library.with_new(place, volume)
        }
    }
}

/// The place of the volume of a file of the library's folder.
pub(super) fn place_of(library: &Library, file: &str) -> Option<usize> {
    let mut volumes = library.volumes().iter();
    volumes.position(|volume| file_name(volume.name()) == file)
}

pub(super) fn file_name(path: &str) -> &str {
    let name = Path::new(path).file_name().and_then(|name| name.to_str());
    name.unwrap_or(path)
}
