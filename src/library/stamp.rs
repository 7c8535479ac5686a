//! By which a file is known to be unchanged without reading it.

use std::fs::Metadata;
#[cfg(unix)]
use std::os::unix::fs::MetadataExt;

/// The coarsest clock of a file system: FAT counts in steps of two seconds.
const COARSE: u64 = 2_000_000_000;
/// The finest step that a coarse clock has: exFAT counts in hundredths of a second. A time between
/// two of them is of a clock that the kernel moves on at least as often.
const STEP: u64 = 10_000_000;
/// Far more than the tick of such a clock.
const FINE: u64 = 100_000_000;

/// What the file system says of a file, and what its bytes add up to.
///
/// A file whose size, times and inode are the same was not changed, unless it was changed within
/// the moment that the clock of the file system can tell apart; who must be sure compares
/// [`digest`](Self::digest) of a file that is younger than that.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Stamp {
    /// In bytes.
    pub size: u64,
    /// When its bytes were last changed: nanoseconds since 1970, 0 where that is not known.
    pub modified: u64,
    /// When its bytes, its name or its mode were last changed: nanoseconds since 1970. Nobody can
    /// set this back.
    pub changed: u64,
    /// Its inode: another file put in its place has another one.
    pub inode: u64,
    /// XXH3 of its bytes; 0 where they were not read.
    pub digest: u64,
}

impl Stamp {
    /// What the file system says; without a digest.
    #[cfg(unix)]
    #[must_use]
    pub fn of(file: &Metadata) -> Self {
        let moment = |seconds: i64, nanoseconds: i64| {
            let whole = seconds.checked_mul(1_000_000_000);
            let moment = whole.and_then(|whole| whole.checked_add(nanoseconds));
            moment.and_then(|moment| u64::try_from(moment).ok())
        };
        Self {
            size: file.len(),
            modified: moment(file.mtime(), file.mtime_nsec()).unwrap_or(0),
            changed: moment(file.ctime(), file.ctime_nsec()).unwrap_or(0),
            inode: file.ino(),
            digest: 0,
        }
    }

    /// What the file system says; without a digest. Elsewhere than on Unix nothing tells when the
    /// name or the mode changed: a file that only looks the same is then compared by its digest.
    #[cfg(not(unix))]
    #[must_use]
    pub fn of(file: &Metadata) -> Self {
        let since = |time: std::io::Result<std::time::SystemTime>| {
            let since = time.ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
            u64::try_from(since.as_nanos()).ok()
        };
        Self {
            size: file.len(),
            modified: since(file.modified()).unwrap_or(0),
            changed: since(file.modified()).unwrap_or(0),
            inode: 0,
            digest: 0,
        }
    }

    /// With what these bytes add up to.
    #[must_use]
    pub fn with_digest(self, bytes: &[u8]) -> Self {
        Self {
            digest: xxhash_rust::xxh3::xxh3_64(bytes),
            ..self
        }
    }

    /// Whether a change after this moment (nanoseconds since 1970) would give the file other times,
    /// as its last change lies further back than the clock of its file system can tell apart.
    ///
    /// The times themselves tell of the clock: a time between two hundredths of a second is of one
    /// that ticks more often.
    #[must_use]
    pub const fn is_settled(&self, moment: u64) -> bool {
        let is_fine = !self.modified.is_multiple_of(STEP) && !self.changed.is_multiple_of(STEP);
        let tick = if is_fine { FINE } else { COARSE };
        self.modified.saturating_add(tick) < moment && self.changed.saturating_add(tick) < moment
    }

    /// Whether the file system says the same of both, whatever their digests.
    #[must_use]
    pub fn looks_like(&self, other: &Self) -> bool {
        Self { digest: 0, ..*self }
            == Self {
                digest: 0,
                ..*other
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn the_times_of_a_file_tell_how_finely_its_clock_counts() {
        const SECOND: u64 = 1_000_000_000;
        let at = |modified, changed| Stamp {
            modified,
            changed,
            ..Stamp::default()
        };
        // Times to the nanosecond: a tenth of a second later no change can look the same.
        let fine = at(5 * SECOND + 123_456_789, 5 * SECOND + 123_456_789);
        assert!(!fine.is_settled(5 * SECOND + 223_456_789));
        assert!(fine.is_settled(5 * SECOND + 223_456_790));
        // Whole seconds, hundredths, or one of the two: two seconds.
        for coarse in [
            at(5 * SECOND, 5 * SECOND),
            at(5 * SECOND + 120_000_000, 5 * SECOND),
            at(4 * SECOND, 5 * SECOND + 123_456_789),
        ] {
            assert!(!coarse.is_settled(7 * SECOND));
            assert!(coarse.is_settled(7 * SECOND + 123_456_790));
        }
        // One whose time lies ahead never is.
        assert!(!at(9 * SECOND + 1, 5 * SECOND + 1).is_settled(8 * SECOND));
    }

    #[test]
    fn a_file_put_in_the_place_of_another_is_seen() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("r.yaml");
        let stamp = || Stamp::of(&fs::metadata(&path).unwrap());
        fs::write(&path, "one").unwrap();
        let first = stamp();
        assert_eq!((first.size, first.digest), (3, 0));
        assert!(first.looks_like(&stamp().with_digest(b"one")));
        let other = folder.path().join("other");
        fs::write(&other, "two").unwrap();
        fs::rename(&other, &path).unwrap();
        assert!(!first.looks_like(&stamp()));
        assert_ne!(first.with_digest(b"one"), first.with_digest(b"two"));
    }
}
