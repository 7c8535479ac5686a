//! Whether a file is this user's alone to change: what somebody else may write to is not mapped.

use std::fs::{self, Metadata};
use std::path::Path;

/// Whether what is told of a file or a folder says that it is this user's, and that neither a group nor
/// others may write to it.
#[cfg(unix)]
pub(super) fn is_so(known: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    user() == Some(known.uid()) && known.mode() & 0o022 == 0
}

/// There the folder of a user is closed to others by the system's own lists.
#[cfg(not(unix))]
pub(super) const fn is_so(_: &Metadata) -> bool {
    true
}

/// Whether the file or folder at this path is so.
pub(super) fn is_ours(path: &Path) -> bool {
    // A name without a folder lies in the one where we are.
    let path = match path.as_os_str().is_empty() {
        true => Path::new("."),
        false => path,
    };
    fs::metadata(path).is_ok_and(|known| is_so(&known))
}

/// The user as whom files are made: the owner of a file that was made just now, or, where none can be
/// made, of what stands for this process. None where the system shows no such thing.
#[cfg(unix)]
fn user() -> Option<u32> {
    use std::os::unix::fs::MetadataExt;
    use std::sync::OnceLock;
    static USER: OnceLock<Option<u32>> = OnceLock::new();
    *USER.get_or_init(|| {
        let own = tempfile::tempfile().and_then(|file| file.metadata());
        let own = own.or_else(|_| fs::metadata("/proc/self"));
        own.ok().map(|known| known.uid())
    })
}
