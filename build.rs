//! Tells the program which sources it was made of: a cache that another program wrote is not read,
//! also where both call themselves by the same version.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut hash = Fnv::NEW;
    for part in ["src", "Cargo.lock"] {
        println!("cargo::rerun-if-changed={part}");
        hash.all(&root.join(part))?;
    }
    println!("cargo::rustc-env=MAJLIS_SOURCES={}", hash.0);
    Ok(())
}

/// FNV-1a of 64 bits.
struct Fnv(u64);

impl Fnv {
    const NEW: Self = Self(0xcbf2_9ce4_8422_2325);

    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    /// A file, or everything in a folder in the order of names.
    fn all(&mut self, path: &Path) -> io::Result<()> {
        if !path.is_dir() {
            // Without the file of versions the sources alone have to do.
            self.add(&fs::read(path).unwrap_or_default());
            return Ok(());
        }
        let entries: io::Result<Vec<_>> = fs::read_dir(path)?.collect();
        let mut entries = entries?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            self.add(entry.file_name().as_encoded_bytes());
            self.all(&entry.path())?;
        }
        Ok(())
    }
}
