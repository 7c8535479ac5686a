//! Why a file is not taken for a cache.

use std::fmt;
use std::io;

/// Why a cache is not used. It is never an error for a person: the files are read instead.
#[derive(Debug)]
pub enum Refused {
    /// It cannot be opened; mostly, there is none.
    Unreadable(io::Error),
    /// It, or its folder, belongs to somebody else, or somebody else may write to it: it could be
    /// changed while it is mapped.
    NotOurs,
    /// This machine writes numbers the other way round.
    Machine,
    /// It does not begin as a cache does.
    NotACache,
    /// Another version of the program wrote it; this one.
    Version(u64),
    /// It is shorter or longer than it says.
    CutShort,
    /// Its header or the table of its sections has another checksum than when it was written.
    Damaged,
    /// The checksums are right, but the table is none: sections that lie over each other, or beyond
    /// the end, or not aligned, or of the same name.
    Nonsense,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => write!(f, "cannot be opened: {error}"),
            Self::NotOurs => f.write_str("somebody else may change it"),
            Self::Machine => f.write_str("no cache on a big-endian machine"),
            Self::NotACache => f.write_str("not a cache"),
            Self::Version(found) => write!(f, "of another version: {found:016x}"),
            Self::CutShort => f.write_str("cut short"),
            Self::Damaged => f.write_str("damaged"),
            Self::Nonsense => f.write_str("its table makes no sense"),
        }
    }
}

impl std::error::Error for Refused {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreadable(error) => Some(error),
            _ => None,
        }
    }
}
