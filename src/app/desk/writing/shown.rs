//! The files of changes under way, as they will be and as they truly are.

use std::path::Path;
use std::sync::Arc;

use super::super::super::shelf::put_away;
use super::super::super::{App, Shelf};
use super::Writing;
use crate::library::keep::Change;
use crate::library::{Library, Volume};

impl App {
    /// Shows a change as it will be.
    pub(super) fn foresee(&mut self, change: &Change) {
        let library = &self.shelf.library;
        let Some(place) = place_of(library, &change.file) else {
            return;
        };
        let Some(shown) = library.volumes().get(place) else {
            return;
        };
        let Some(volume) = shown.foreseen(&change.edits) else {
            return;
        };
        let truth = &mut self.desk.writing.truth;
        let truth = truth.entry(change.file.clone());
        truth.or_insert_with(|| Arc::clone(shown));
        let library = library.with(place, volume);
        self.show(library);
    }

    /// Shows a file as it is, and the changes of it under way as they will be.
    pub(super) fn show_truth(&mut self, change: Option<&Change>, volume: Option<Volume>) {
        let file = match (change, &volume) {
            (Some(change), _) => change.file.clone(),
            (None, Some(volume)) => file_name(volume.name()).to_owned(),
            (None, None) => return,
        };
        let writing = &mut self.desk.writing;
        let before = writing.truth.remove(&file);
        let library = &self.shelf.library;
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
            (None, Some(before)) => before,
            (None, None) => return,
        };
        let shown = writing.foreseen(&file, &volume);
        let library = &self.shelf.library;
        let library = match place_of(library, &file) {
            Some(place) => library.with(place, shown),
            None => {
                let name = volume.name();
                let before = |other: &Arc<Volume>| Path::new(other.name()) < Path::new(name);
                let place = library.volumes().partition_point(before);
                library.with_new(place, shown)
            }
        };
        self.show(library);
    }

    /// Shows that a file was taken away.
    pub(super) fn show_gone(&mut self, file: &str) {
        self.desk.writing.truth.remove(file);
        if let Some(place) = place_of(&self.shelf.library, file) {
            self.show(self.shelf.library.without(place));
        }
    }

    fn show(&mut self, library: Library) {
        let shelf = Arc::new(self.shelf.renewed(library));
        put_away(self.replace(shelf));
    }

    /// A state of the library that was read from the disk, with the changes under way as they will
    /// be.
    pub(in crate::app) fn with_pending(&mut self, shelf: Arc<Shelf>) -> Arc<Shelf> {
        let writing = &mut self.desk.writing;
        let files: Vec<String> = writing.truth.keys().cloned().collect();
        let mut library: Option<Library> = None;
        for file in files {
            let now = library.as_ref().unwrap_or(&shelf.library);
            let Some(place) = place_of(now, &file) else {
                continue;
            };
            let Some(volume) = now.volumes().get(place).map(Arc::clone) else {
                continue;
            };
            writing.truth.remove(&file);
            let shown = writing.foreseen(&file, &volume);
            if !Arc::ptr_eq(&shown, &volume) {
                library = Some(now.with(place, shown));
            }
        }
        match library {
            Some(library) => Arc::new(shelf.renewed(library)),
            None => shelf,
        }
    }
}

impl Writing {
    /// The file as it will be when the changes of it under way are written; the truth is kept for as
    /// long as there are any.
    fn foreseen(&mut self, file: &str, volume: &Arc<Volume>) -> Arc<Volume> {
        let pending = self.pending.iter().filter_map(|one| one.change.as_ref());
        let mut shown = Arc::clone(volume);
        let mut any = false;
        for change in pending.filter(|change| change.file == file) {
            any = true;
            // One that cannot be foreseen is seen when it is written.
            if let Some(next) = shown.foreseen(&change.edits) {
                shown = Arc::new(next);
            }
        }
        if any {
            self.truth.insert(file.to_owned(), Arc::clone(volume));
        }
        shown
    }
}

/// The place of the volume of a file of the library's folder.
fn place_of(library: &Library, file: &str) -> Option<usize> {
    let mut volumes = library.volumes().iter();
    volumes.position(|volume| file_name(volume.name()) == file)
}

fn file_name(path: &str) -> &str {
    let name = Path::new(path).file_name().and_then(|name| name.to_str());
    name.unwrap_or(path)
}
