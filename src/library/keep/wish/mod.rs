//! What a person wishes for, in words, as a change of a file: one way for the commands and for the
//! screen.

mod add;
mod nominated;
mod person;
mod remove;
mod renamed;
mod report;
mod romanised;
mod set;
mod unread;

use std::path::Path;

pub use add::{New, in_order, insert, put};
pub use nominated::nominated;
pub use person::is_title;
pub use remove::{Removal, remove};
pub use renamed::carry_id;
pub use report::{Made, NewReport, report};
pub use set::{Assignment, Given, main_text};

use super::file_of;
use super::typed::Around;
use crate::library::{Key, Library, Volume};
use crate::words::{Message, change as words, cli};

/// How many records are named where several may be meant.
const CANDIDATES: usize = 10;

/// A library that is open, and where its files are.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'a> {
    /// The library.
    pub library: &'a Library,
    /// Its folder.
    pub folder: &'a Path,
    /// Year, month and day where the person is.
    pub today: (i32, u8, u8),
    /// A file that the library does not show is looked for in its folder.
    looks: bool,
}

/// Year, month and day where the person is.
#[must_use]
pub fn today() -> (i32, u8, u8) {
    let date = jiff::Zoned::now().date();
    let small = |number: i8| number.unsigned_abs();
    let year = i32::from(date.year());
    (year, small(date.month()), small(date.day()))
}

/// The name of the file of a volume, in its folder.
fn file_name(volume: &Volume) -> Option<String> {
    Some(Path::new(volume.name()).file_name()?.to_str()?.to_owned())
}

/// Why no record is meant by what was typed: none has that id, several may be meant, or its file cannot be
/// read; then none of another report is named in its place.
#[must_use]
pub fn not_found(library: &Library, typed: &str) -> Message {
    let candidates = library.candidates(typed, CANDIDATES);
    match (candidates.is_empty(), library.unread_for(typed)) {
        (true, Some(file)) => cli::not_known_now(file, typed),
        (true, None) => cli::no_such_id(typed, &library.nearest(typed, 3)),
        (false, _) => cli::several_ids(typed, &candidates),
    }
}

impl<'a> Desk<'a> {
    /// This library, whose files are in this folder.
    #[must_use]
    pub const fn of(library: &'a Library, folder: &'a Path, today: (i32, u8, u8)) -> Self {
        Self {
            library,
            folder,
            today,
            looks: true,
        }
    }

    /// The same where a screen is drawn: the folder is not asked.
    #[must_use]
    pub const fn as_shown(self) -> Self {
        Self {
            looks: false,
            ..self
        }
    }

    /// The record that is named.
    ///
    /// # Errors
    /// When nothing is, or several are.
    pub fn find(&self, typed: &str) -> Result<Key, Message> {
        self.library
            .find(typed)
            .ok_or_else(|| not_found(self.library, typed))
    }

    /// The id of the report of a record; none for the registry.
    #[must_use]
    pub fn report_id(&self, key: Key) -> Option<&'a str> {
        self.library.report_id(self.library.report_of(key)?)
    }

    /// The name of the file in which a record stands.
    ///
    /// # Errors
    /// When there is no such file any more.
    pub fn file(&self, key: Key) -> Result<String, Message> {
        let volume = self.library.place_of(key).map(|(at, _)| at);
        let volume = volume.and_then(|at| self.library.volumes().get(at));
        // The one that the library shows, where two files have one id.
        match volume.and_then(|volume| file_name(volume)) {
            Some(name) => Ok(name),
            None => self.file_of(self.report_id(key)),
        }
    }

    /// The name of the file of a report, or of the registry; only one that the library does not show
    /// is looked for in the folder.
    ///
    /// # Errors
    /// When there is no such file.
    pub fn file_of(&self, report: Option<&str>) -> Result<String, Message> {
        let mut volumes = self.library.volumes().iter();
        let shown = volumes.find(|volume| match report {
            Some(report) => volume.report_id() == Some(report),
            None => volume.is_registry(),
        });
        let shown = shown.and_then(|volume| file_name(volume));
        let looked_for = || match self.looks {
            true => file_of(self.folder, report),
            false => None,
        };
        let found = shown.or_else(looked_for);
        found.ok_or_else(|| words::no_file(report, &self.folder.display().to_string()))
    }

    /// What is known while a value of this record is read.
    #[must_use]
    pub const fn around(&self, record: Option<Key>) -> Around<'a> {
        Around {
            library: self.library,
            record,
            today: self.today,
        }
    }
}
