//! What a second start need not make again: one file of named sections of plain numbers, mapped into
//! memory. Knows nothing of reports.
//!
//! [`Writer`] writes the file, whole or not at all; [`Mapped`] opens it and believes nothing of it
//! unchecked; an [`Array`] is numbers that lie either in the program's own memory or in the file, and
//! who reads them need not know where.
//!
//! ```
//! use majlis::cache::{Array, Home, Mapped, Writer};
//! let folder = tempfile::tempdir()?;
//! let home = Home::at(folder.path().join("caches"));
//! home.prepare()?;
//! let path = folder.path().join("caches/squares");
//! let mut writer = Writer::create(&path, 1)?;
//! writer.section("squares", &[0_u32, 1, 4, 9]);
//! writer.finish()?;
//!
//! let file = Mapped::open(&path, 1)?;
//! let squares: Option<Array<u32>> = file.array("squares");
//! assert_eq!(squares.as_deref(), Some(&[0, 1, 4, 9][..]));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod array;
mod format;
mod home;
mod map;
mod mapped;
mod ours;
#[cfg(test)]
pub(crate) mod private;
mod refused;
mod seal;
#[cfg(test)]
mod tests;
mod unfinished;
mod writer;

pub use array::{Array, Plain};
pub use home::Home;
pub use mapped::Mapped;
pub use refused::Refused;
pub use unfinished::give_up;
pub use writer::Writer;

/// The version of what this program writes: the sources that it was made of. What another program
/// wrote is made anew and never translated.
#[must_use]
pub fn version() -> u64 {
    env!("MAJLIS_SOURCES").parse().unwrap_or_default()
}
