//! Whole files that come or go: shown before they do.

use std::path::Path;
use std::sync::Arc;

use super::super::super::App;
use super::shown::{file_name, place_of};
use crate::library::keep::wish::Made;
use crate::library::keep::{Line, Sort};
use crate::library::{Library, Source, Volume};

/// A file that comes with an order, or goes.
#[derive(Clone)]
pub(in crate::app::desk) struct Whole {
    volume: Arc<Volume>,
    goes: bool,
}

impl Whole {
    /// What turning back a line comes to that tells of one of these files.
    pub fn back(line: &Line, files: &[Arc<Volume>]) -> Option<Self> {
        let goes = line.fields.iter().any(|field| field.sort == Sort::Insert);
        let mut files = files.iter();
        let volume = files.find(|one| file_name(one.name()) == line.file)?;
        let volume = Arc::clone(volume);
        Some(Self { volume, goes })
    }

    /// A library in which the file is, or is not; none where that is so already.
    pub fn shown_in(&self, library: &Library, goes: bool) -> Option<Library> {
        let name = self.volume.name();
        match (place_of(library, file_name(name)), goes) {
            (Some(place), true) => Some(library.without(place)),
            (None, false) => {
                let before = |other: &Arc<Volume>| Path::new(other.name()) < Path::new(name);
                let place = library.volumes().partition_point(before);
                Some(library.with_new(place, Arc::clone(&self.volume)))
            }
            _ => None,
        }
    }

    /// The name of the file.
    pub fn file(&self) -> &str {
        file_name(self.volume.name())
    }

    /// The file as it comes.
    pub fn volume(&self) -> Arc<Volume> {
        Arc::clone(&self.volume)
    }
}

impl App {
    /// A new report, as it will be.
    pub(in crate::app::desk) fn whole_of(&self, made: &Made) -> Option<Whole> {
        let file = made.file();
        let path = self.desk.keeper.as_ref()?.folder().join(&file);
        let name = path.display().to_string();
        let is_new = place_of(&self.shelf.library, &file).is_none();
        is_new.then(|| Whole {
            volume: Arc::new(Volume::read(&Source::text(name, made.text.clone()))),
            goes: false,
        })
    }

    /// What turning back a line comes to that tells of a whole file; none where its text is not known.
    pub(super) fn whole_back(&self, line: &Line) -> Option<Whole> {
        let goes = line.fields.iter().any(|field| field.sort == Sort::Insert);
        let library = &self.shelf.library;
        let volume = match place_of(library, &line.file) {
            Some(place) if goes => library.volumes().get(place).cloned(),
            _ => None,
        };
        match volume {
            Some(volume) => Some(Whole { volume, goes }),
            None => Whole::back(line, &self.desk.writing.files),
        }
    }

    /// Shows that a file is there, or is not.
    fn show_whole(&mut self, whole: &Whole, goes: bool) {
        let library = whole.shown_in(&self.shelf.library, goes);
        self.desk.writing.keep_file(&whole.volume);
        if let Some(library) = library {
            let file = file_name(whole.volume.name());
            self.desk
                .writing
                .truth
                .retain(|one, _| !goes || one != file);
            self.show(library);
        }
    }

    /// Shows the files that come or go with the orders under way as they will be.
    pub(super) fn show_wholes(&mut self) {
        for (whole, goes) in self.desk.writing.wholes() {
            self.show_whole(&whole, goes);
        }
    }
}

impl super::Writing {
    /// The files that come or go with the orders under way, and whether they go in the end.
    pub(super) fn wholes(&self) -> Vec<(Whole, bool)> {
        let pending = self.pending.iter();
        let wholes = pending.filter_map(|one| Some((one.whole.clone()?, one.is_cancelled)));
        let mut last: Vec<(Whole, bool)> = Vec::new();
        for (whole, is_cancelled) in wholes {
            let file = file_name(whole.volume.name());
            match last.iter_mut().find(|(one, _)| one.file() == file) {
                Some((_, goes)) if !is_cancelled => *goes = whole.goes,
                Some(_) => {}
                // What is cancelled leaves all as it was.
                None => {
                    let goes = whole.goes != is_cancelled;
                    last.push((whole, goes));
                }
            }
        }
        last
    }

    /// Remembers a file that may come back.
    fn keep_file(&mut self, volume: &Arc<Volume>) {
        self.files.retain(|one| one.name() != volume.name());
        self.files.push(Arc::clone(volume));
    }
}
