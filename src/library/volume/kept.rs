//! Volumes in a cache: written there, and back without decoding a record.
//!
//! The tables of all volumes are one set, so that to open a thousand of them costs no more than to
//! open one. The records are MessagePack, a section a volume, decoded one by one when they are first
//! asked for.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use serde::{Deserialize, Serialize};

use super::Volume;
use super::lists::Lists;
use super::tables::Set;
use super::units::Units;
use crate::cache::{Array, Mapped, Writer};
use crate::library::source::{FileKind, next_turn};
use crate::library::{Code, Place, Problem, Severity, Stamp};
use crate::words::Message;

/// The units of volumes in a cache.
#[derive(Debug)]
pub(super) struct Kept {
    mapped: Arc<Mapped>,
    units: Box<[OnceLock<Option<Array<u8>>>]>,
    prefix: Box<str>,
    damaged: AtomicBool,
}

impl Kept {
    /// The bytes of the units in this row.
    pub fn units(&self, row: usize) -> Option<&[u8]> {
        let units = self.units.get(row)?;
        let array = units.get_or_init(|| self.mapped.array(&units_of(&self.prefix, row)));
        array.as_deref()
    }

    /// Whether the bytes of these volumes are those that were written.
    fn is_whole(&self) -> bool {
        self.mapped.verify_all()
    }

    /// Remembers that something in it could not be read.
    pub fn is_bad(&self) {
        self.damaged.store(true, Ordering::Relaxed);
    }

    /// Whether something in it could not be read.
    pub fn is_damaged(&self) -> bool {
        self.damaged.load(Ordering::Relaxed)
    }
}

fn units_of(prefix: &str, row: usize) -> String {
    format!("{prefix}units.{row}")
}

/// What a volume knows of its file.
const FACTS: usize = 6;

fn facts(volume: &Volume) -> [u64; FACTS] {
    let kind = match volume.kind {
        None => 0,
        Some(FileKind::Report) => 1,
        Some(FileKind::Registry) => 2,
    };
    let Stamp {
        size,
        modified,
        changed,
        inode,
        digest,
    } = volume.stamp;
    [kind, size, modified, changed, inode, digest]
}

/// Writes these volumes into sections whose names begin with `prefix`; those that came from a cache
/// as they lie there. What goes wrong with the file itself is told when the writer finishes it.
///
/// # Errors
/// A record cannot be written as MessagePack, or the cache from which a volume came is damaged:
/// a new one with the same damage would look whole.
pub fn save_all(volumes: &[Arc<Volume>], writer: &mut Writer, prefix: &str) -> io::Result<()> {
    let mut caches: Vec<&Arc<Kept>> = volumes.iter().filter_map(|one| one.units.cache()).collect();
    caches.sort_by_key(|kept| Arc::as_ptr(kept));
    caches.dedup_by_key(|kept| Arc::as_ptr(kept));
    if !caches.iter().all(|kept| kept.is_whole()) {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let all_facts: Vec<u64> = volumes.iter().flat_map(|one| facts(one)).collect();
    writer.section(&format!("{prefix}facts"), &all_facts);
    let names = volumes.iter().map(|one| one.name.as_bytes());
    Lists::save(names, writer, &format!("{prefix}names"));
    let problems: Vec<Vec<u8>> = volumes
        .iter()
        .map(|one| encoded(&one.problems))
        .collect::<io::Result<_>>()?;
    let problems = problems.iter().map(Vec::as_slice);
    Lists::save(problems, writer, &format!("{prefix}problems"));
    let rows = volumes.iter().map(|one| (&*one.set, one.row));
    Set::save(rows, writer, prefix);
    for (row, volume) in volumes.iter().enumerate() {
        writer.section(&units_of(prefix, row), &volume.units.encoded()?);
    }
    Ok(())
}

/// The volumes that [`save_all`] wrote, in the same order; none where they are not all there. Their
/// records are not looked at, and nothing is held against its checksum: that is for
/// [`Mapped::verify_all`]. What is wrong then is never worse than a missing or a wrong record.
#[must_use]
pub fn load_all(mapped: &Arc<Mapped>, prefix: &str) -> Option<Vec<Volume>> {
    let facts: Array<u64> = mapped.array(&format!("{prefix}facts"))?;
    let (facts, []) = facts.as_chunks::<FACTS>() else {
        return None;
    };
    let rows = facts.len();
    let names = Lists::<u8>::load(mapped, &format!("{prefix}names"), rows)?;
    let problems = Lists::<u8>::load(mapped, &format!("{prefix}problems"), rows)?;
    let set = Arc::new(Set::load(mapped, prefix, rows)?);
    let kept = Arc::new(Kept {
        mapped: Arc::clone(mapped),
        units: (0..rows).map(|_| OnceLock::new()).collect(),
        prefix: prefix.into(),
        damaged: AtomicBool::new(false),
    });
    let volume = |(row, facts): (usize, &[u64; FACTS])| {
        let [kind, size, modified, changed, inode, digest] = *facts;
        let stamp = Stamp {
            size,
            modified,
            changed,
            inode,
            digest,
        };
        let name = str::from_utf8(names.of(row)).ok()?;
        let volume = Volume {
            kind: match kind {
                0 => None,
                1 => Some(FileKind::Report),
                2 => Some(FileKind::Registry),
                _ => return None,
            },
            name: name.to_owned(),
            stamp,
            turn: next_turn().into(),
            problems: decoded(problems.of(row))?,
            set: Arc::clone(&set),
            row,
            units: Arc::new(Units::kept(Arc::clone(&kept), row)),
            names: OnceLock::new(),
            named_reports: OnceLock::new(),
            parties: Mutex::default(),
        };
        // A report has a head.
        (kind != 1 || !volume.is_empty()).then_some(volume)
    };
    facts.iter().enumerate().map(volume).collect()
}

/// A problem as it is kept: how bad and what sort; where; what is wrong in both languages; what was
/// expected; the nearest right word.
#[derive(Serialize, Deserialize)]
struct KeptProblem(
    (Severity, Code),
    (String, usize, usize, String),
    (String, String),
    Option<(String, String)>,
    Option<String>,
);

fn encoded(problems: &[Problem]) -> io::Result<Vec<u8>> {
    if problems.is_empty() {
        return Ok(Vec::new());
    }
    let message = |message: &Message| (message.ar.clone(), message.en.clone());
    let kept = |problem: &Problem| {
        let place = problem.place.clone();
        KeptProblem(
            (problem.severity, problem.code),
            (place.file, place.line, place.column, place.text),
            message(&problem.what),
            problem.expected.as_ref().map(message),
            problem.nearest.clone(),
        )
    };
    let kept: Vec<KeptProblem> = problems.iter().map(kept).collect();
    rmp_serde::to_vec(&kept).map_err(io::Error::other)
}

fn decoded(bytes: &[u8]) -> Option<Vec<Problem>> {
    if bytes.is_empty() {
        return Some(Vec::new());
    }
    let kept: Vec<KeptProblem> = rmp_serde::from_slice(bytes).ok()?;
    let problem = |kept: KeptProblem| {
        let KeptProblem((severity, code), (file, line, column, text), what, expected, nearest) =
            kept;
        let message = |(ar, en): (String, String)| Message { ar, en };
        Problem {
            severity,
            code,
            place: Place {
                file,
                line,
                column,
                text,
            },
            what: message(what),
            expected: expected.map(message),
            nearest,
        }
    };
    Some(kept.into_iter().map(problem).collect())
}
