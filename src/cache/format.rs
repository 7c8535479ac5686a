//! How the file of a cache is laid out, and the check of it.
//!
//! ```text
//! header     64 bytes: magic, version, length of the file, start of the table, count of sections,
//!            length of their names, checksum of the table, checksum of the header before this
//! sections   one after another, each at a multiple of 64, zeros between
//! table      at a multiple of 64, to the end of the file:
//!            a row of 32 bytes a section, in the order of the file: start, length in bytes,
//!            checksum, place and length of its name with the width of its numbers
//!            a u32 a section: the rows in the order of their names
//!            the names, one after another
//! ```
//!
//! All numbers are little-endian, all checksums XXH3 of 64 bits.

use std::cmp::Ordering;
use std::io;
use std::ops::Range;

use xxhash_rust::xxh3::xxh3_64;

use super::Refused;

pub(super) const HEADER: usize = 64;
/// Where sections and the table begin.
pub(super) const ALIGNED: usize = 64;
const ROW: usize = 32;
const PLACE: usize = 4;
/// The last byte is the version of this layout.
const MAGIC: u64 = u64::from_le_bytes(*b"majlis\x1a\x01");

/// A section, as the table has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Section {
    pub start: u64,
    /// In bytes.
    pub length: u64,
    pub checksum: u64,
    /// Where its name begins among the names.
    pub name: u32,
    /// In bytes.
    pub name_length: u16,
    /// Of one number, in bytes.
    pub width: u16,
}

impl Section {
    fn write(&self, into: &mut Vec<u8>) {
        for number in [self.start, self.length, self.checksum] {
            into.extend(number.to_le_bytes());
        }
        into.extend(self.name.to_le_bytes());
        into.extend(self.name_length.to_le_bytes());
        into.extend(self.width.to_le_bytes());
    }

    fn read(row: &[u8]) -> Option<Self> {
        let last = word(row, 3)?;
        Some(Self {
            start: word(row, 0)?,
            length: word(row, 1)?,
            checksum: word(row, 2)?,
            name: last as u32,
            name_length: (last >> 32) as u16,
            width: (last >> 48) as u16,
        })
    }

    /// Its bytes in the file.
    pub fn range(&self) -> Option<Range<usize>> {
        let start = usize::try_from(self.start).ok()?;
        Some(start..start.checked_add(usize::try_from(self.length).ok()?)?)
    }

    fn name<'a>(&self, names: &'a [u8]) -> Option<&'a [u8]> {
        let start = self.name as usize;
        names.get(start..start.checked_add(usize::from(self.name_length))?)
    }
}

/// The u64 at a place of eight bytes.
fn word(bytes: &[u8], place: usize) -> Option<u64> {
    let (word, _) = bytes.get(place * 8..)?.split_first_chunk()?;
    Some(u64::from_le_bytes(*word))
}

/// The table of these sections, whose names are one after another in `all_names`.
///
/// # Errors
///
/// Two have the same name.
pub(super) fn table(sections: &[Section], all_names: &[u8]) -> io::Result<Vec<u8>> {
    let mut table = Vec::with_capacity(sections.len() * (ROW + PLACE) + all_names.len());
    sections
        .iter()
        .for_each(|section| section.write(&mut table));
    let mut by_name: Vec<(&[u8], u32)> = sections
        .iter()
        .map(|section| section.name(all_names).unwrap_or_default())
        .zip(0..)
        .collect();
    by_name.sort_unstable();
    let names = by_name.iter().map(|(name, _)| name);
    if names.clone().zip(names.skip(1)).any(|(a, b)| a == b) {
        let why = "two sections of one name";
        return Err(io::Error::new(io::ErrorKind::InvalidInput, why));
    }
    table.extend(by_name.iter().flat_map(|(_, row)| row.to_le_bytes()));
    table.extend(all_names);
    Ok(table)
}

/// The header of a file whose table begins at `start`.
pub(super) fn header(
    version: u64,
    start: u64,
    count: usize,
    names: usize,
    table: &[u8],
) -> Vec<u8> {
    let length = start + table.len() as u64;
    let (count, names) = (count as u64, names as u64);
    let mut header = Vec::with_capacity(HEADER);
    for word in [MAGIC, version, length, start, count, names, xxh3_64(table)] {
        header.extend(word.to_le_bytes());
    }
    let checksum = xxh3_64(&header);
    header.extend(checksum.to_le_bytes());
    header
}

/// Where the parts of a table lie in a file that was checked.
#[derive(Debug, Clone)]
pub(super) struct Table {
    rows: Range<usize>,
    by_name: Range<usize>,
    names: Range<usize>,
}

impl Table {
    /// Checks a file from its header to its table; the sections themselves are not read.
    pub fn check(file: &[u8], version: u64) -> Result<Self, Refused> {
        let (header, _) = file
            .split_first_chunk::<HEADER>()
            .ok_or(Refused::CutShort)?;
        let word = |place| word(header, place).ok_or(Refused::CutShort);
        if word(0)? != MAGIC {
            return Err(Refused::NotACache);
        }
        let (before, _) = header.split_at(HEADER - 8);
        if word(7)? != xxh3_64(before) {
            return Err(Refused::Damaged);
        }
        if word(1)? != version {
            return Err(Refused::Version(word(1)?));
        }
        if word(2)? != file.len() as u64 {
            return Err(Refused::CutShort);
        }
        let table = Self::lie(word(3)?, word(4)?, word(5)?, file.len());
        let table = table.ok_or(Refused::Nonsense)?;
        let bytes = file.get(table.rows.start..).unwrap_or_default();
        if word(6)? != xxh3_64(bytes) {
            return Err(Refused::Damaged);
        }
        table.sound(file).then_some(table).ok_or(Refused::Nonsense)
    }

    /// Where the parts lie; none where they do not end with the file.
    fn lie(start: u64, count: u64, names: u64, end: usize) -> Option<Self> {
        let start = usize::try_from(start).ok()?;
        let count = usize::try_from(count).ok()?;
        let by_name = start.checked_add(count.checked_mul(ROW)?)?;
        let first_name = by_name.checked_add(count.checked_mul(PLACE)?)?;
        let names_end = first_name.checked_add(usize::try_from(names).ok()?)?;
        let whole = names_end == end && start >= HEADER && start.is_multiple_of(ALIGNED);
        whole.then_some(Self {
            rows: start..by_name,
            by_name: by_name..first_name,
            names: first_name..names_end,
        })
    }

    /// Whether the sections lie one after another before the table, aligned, each a whole number of
    /// numbers, and their names differ.
    fn sound(&self, file: &[u8]) -> bool {
        let mut free = HEADER;
        let apart = self.sections(file).all(|section| {
            let Some(range) = section.range() else {
                return false;
            };
            let fits = range.start >= free
                && range.start.is_multiple_of(ALIGNED)
                && range.end <= self.rows.start
                && matches!(section.width, 1 | 2 | 4 | 8)
                && section.length.is_multiple_of(u64::from(section.width));
            free = range.end;
            fits
        });
        let mut before: Option<&[u8]> = None;
        apart
            && (0..self.len()).all(|place| {
                let name = self.named(file, place).map(|(name, _)| name);
                let after = name.is_some() && before < name;
                before = name;
                after
            })
    }

    /// The bytes of the table, in which the checksums of all sections are.
    pub fn bytes<'a>(&self, file: &'a [u8]) -> &'a [u8] {
        file.get(self.rows.start..).unwrap_or_default()
    }

    /// How many sections there are.
    pub fn len(&self) -> usize {
        self.by_name.len() / PLACE
    }

    /// The sections in the order of the file.
    pub fn sections(&self, file: &[u8]) -> impl Iterator<Item = Section> {
        let rows = file.get(self.rows.clone()).unwrap_or_default();
        rows.chunks_exact(ROW).filter_map(Section::read)
    }

    /// The section at a place in the order of names, with its name.
    fn named<'a>(&self, file: &'a [u8], place: usize) -> Option<(&'a [u8], Section)> {
        let by_name = file.get(self.by_name.clone())?;
        let (row, _) = by_name.get(place * PLACE..)?.split_first_chunk()?;
        let start = (u32::from_le_bytes(*row) as usize).checked_mul(ROW)?;
        let row = file.get(self.rows.clone())?.get(start..)?;
        let section = Section::read(row)?;
        Some((section.name(file.get(self.names.clone())?)?, section))
    }

    /// The section of a name.
    pub fn find(&self, file: &[u8], name: &str) -> Option<Section> {
        let (mut from, mut to) = (0, self.len());
        while from < to {
            let middle = from + (to - from) / 2;
            let (other, section) = self.named(file, middle)?;
            match other.cmp(name.as_bytes()) {
                Ordering::Equal => return Some(section),
                Ordering::Less => from = middle + 1,
                Ordering::Greater => to = middle,
            }
        }
        None
    }
}
