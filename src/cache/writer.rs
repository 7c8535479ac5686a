//! Writes the file of a cache.

use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;
use xxhash_rust::xxh3::Xxh3Default;

use super::format::{ALIGNED, HEADER, Section, header, table};
use super::unfinished::{self, Making};
use super::{Plain, seal};

/// A cache in the making: a file of another name beside its place, which only [`Self::finish`] puts
/// there. A file that is already there is never changed; who has it mapped goes on reading it. Without
/// `finish` nothing is left.
#[derive(Debug)]
pub struct Writer {
    out: BufWriter<NamedTempFile>,
    making: Making,
    path: PathBuf,
    version: u64,
    /// Where the next byte goes.
    at: u64,
    sections: Vec<Section>,
    names: Vec<u8>,
    /// The first thing that went wrong; nothing is written after it.
    failed: Option<io::Error>,
}

impl Writer {
    /// Begins the file that is to lie at `path`; its folder must be there.
    ///
    /// # Errors
    ///
    /// The folder cannot be written to, or the machine is big-endian.
    pub fn create(path: &Path, version: u64) -> io::Result<Self> {
        if cfg!(target_endian = "big") {
            return Err(io::ErrorKind::Unsupported.into());
        }
        let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
        let (file, making) = unfinished::file(folder)?;
        let mut writer = Self {
            out: BufWriter::with_capacity(1 << 16, file),
            making,
            path: path.to_owned(),
            version,
            at: 0,
            sections: Vec::new(),
            names: Vec::new(),
            failed: None,
        };
        writer.put(&[0; HEADER]);
        Ok(writer)
    }

    /// Writes a section. Its name must not be that of another one. What goes wrong is told by
    /// [`Self::finish`].
    pub fn section<T: Plain>(&mut self, name: &str, rows: &[T]) {
        self.joined(name, [rows]);
    }

    /// Writes a section whose numbers lie in several slices, one after another.
    pub fn joined<'a, T: Plain>(&mut self, name: &str, parts: impl IntoIterator<Item = &'a [T]>) {
        let (Ok(place), Ok(name_length)) =
            (u32::try_from(self.names.len()), u16::try_from(name.len()))
        else {
            self.failed
                .get_or_insert(io::ErrorKind::InvalidInput.into());
            return;
        };
        self.align();
        let start = self.at;
        let mut hash = Xxh3Default::new();
        for part in parts {
            let bytes = bytemuck::cast_slice(part);
            hash.update(bytes);
            self.put(bytes);
        }
        self.names.extend(name.as_bytes());
        self.sections.push(Section {
            start,
            length: self.at - start,
            checksum: hash.digest(),
            name: place,
            name_length,
            width: size_of::<T>() as u16,
        });
    }

    /// Puts the file in its place, whole and on the disk; the last of several writers wins. Returns
    /// its length in bytes.
    ///
    /// # Errors
    ///
    /// Something could not be written (the disk is full), or two sections have the same name; then
    /// nothing is changed.
    pub fn finish(self) -> io::Result<u64> {
        let path = self.path.clone();
        let (length, file, _making) = self.end()?;
        file.as_file().sync_data()?;
        let file = file.persist(&path).map_err(|error| error.error)?;
        if let Ok(known) = file.metadata() {
            seal::put(&path, &known);
        }
        Ok(length)
    }

    /// Puts a small file in its place without waiting for the disk. After a loss of power it may not be
    /// whole: who opens it has to [look at all of it](super::Mapped::open_whole).
    ///
    /// # Errors
    ///
    /// Those of [`Self::finish`].
    pub fn finish_unsealed(self) -> io::Result<u64> {
        let path = self.path.clone();
        let (length, file, _making) = self.end()?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(length)
    }

    /// Writes what stands at the end, and at last the header; also how long the file is.
    fn end(mut self) -> io::Result<(u64, NamedTempFile, Making)> {
        self.align();
        let table = table(&self.sections, &self.names)?;
        let start = self.at;
        self.put(&table);
        if let Some(error) = self.failed {
            return Err(error);
        }
        let header = header(
            self.version,
            start,
            self.sections.len(),
            self.names.len(),
            &table,
        );
        let mut file = self
            .out
            .into_inner()
            .map_err(io::IntoInnerError::into_error)?;
        file.seek(SeekFrom::Start(0))?;
        file.write_all(&header)?;
        Ok((self.at, file, self.making))
    }

    /// Zeros up to where the next section may begin.
    fn align(&mut self) {
        let over = (self.at % ALIGNED as u64) as usize;
        let zeros = [0; ALIGNED];
        let zeros = zeros.get(over..).unwrap_or_default();
        if over > 0 {
            self.put(zeros);
        }
    }

    fn put(&mut self, bytes: &[u8]) {
        if self.failed.is_some() {
            return;
        }
        match self.out.write_all(bytes) {
            Ok(()) => self.at += bytes.len() as u64,
            Err(error) => self.failed = Some(error),
        }
    }
}
