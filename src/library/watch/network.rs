//! Whether a folder lies on another machine: there the system does not tell of what others change.

use std::fs;
use std::path::Path;

/// The file systems whose changes are made elsewhere too, as `/proc/self/mountinfo` names them.
const REMOTE: [&str; 14] = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "lustre", "gfs2", "ocfs2",
    "vboxsf", "vmhgfs", "prl_fs",
];

/// Whether changes that others make in the folder may not be told. False where it cannot be known.
pub fn is_remote(folder: &Path) -> bool {
    let (Ok(folder), Ok(mounts)) = (
        fs::canonicalize(folder),
        fs::read_to_string("/proc/self/mountinfo"),
    ) else {
        return false;
    };
    kind_of_mount(&mounts, &folder).is_some_and(is_elsewhere)
}

/// Whether files on a file system of this kind are on another machine.
fn is_elsewhere(kind: &str) -> bool {
    // What runs in user space may be anything: most of it (sshfs, rclone) is elsewhere.
    REMOTE.contains(&kind) || kind == "fuse" || kind.starts_with("fuse.")
}

/// The kind of the file system on which a folder lies: that of the longest mount point above it,
/// and of several mounted there the last (proc(5)).
fn kind_of_mount<'a>(mounts: &'a str, folder: &Path) -> Option<&'a str> {
    let mount = |line: &'a str| {
        let (before, after) = line.split_once(" - ")?;
        let point = plain(before.split(' ').nth(4)?);
        Some((point, after.split(' ').next()?))
    };
    mounts
        .lines()
        .filter_map(mount)
        .filter(|(point, _)| folder.starts_with(point))
        .max_by_key(|(point, _)| Path::new(point).components().count())
        .map(|(_, kind)| kind)
}

/// A mount point without the escapes that proc(5) gives to blanks and the backslash.
fn plain(point: &str) -> String {
    [
        ("\\040", " "),
        ("\\011", "\t"),
        ("\\012", "\n"),
        ("\\134", "\\"),
    ]
    .iter()
    .fold(point.to_owned(), |point, (escape, letter)| {
        point.replace(escape, letter)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:25 / /home/sara/our\\040group rw shared:5 - nfs4 server:/group rw,vers=4.2
31 22 0:26 / /home/sara/local rw - fuse.sshfs server: rw
32 22 0:27 / /mnt rw - ext4 /dev/sdb1 rw
33 32 0:28 / /mnt rw - cifs //server/share rw
";

    #[test]
    fn the_nearest_mount_tells_the_kind() {
        for (folder, kind) in [
            ("/srv/reports", "ext4"),
            ("/home/sara/our group/council", "nfs4"),
            ("/home/sara/our groups", "ext4"),
            ("/home/sara/local", "fuse.sshfs"),
            // Of two that are mounted at one point the later one is seen.
            ("/mnt/x", "cifs"),
        ] {
            assert_eq!(
                kind_of_mount(MOUNTS, Path::new(folder)),
                Some(kind),
                "{folder}"
            );
        }
        assert_eq!(kind_of_mount("", Path::new("/")), None);
    }

    #[test]
    fn what_is_elsewhere_is_known_by_its_kind() {
        let elsewhere = [
            "nfs",
            "nfs4",
            "cifs",
            "smb3",
            "smbfs",
            "9p",
            "afs",
            "ceph",
            "lustre",
            "gfs2",
            "ocfs2",
            "vboxsf",
            "vmhgfs",
            "prl_fs",
            "fuse",
            "fuse.sshfs",
            "fuse.rclone",
        ];
        // A disk of another system is driven in user space too, and is here.
        let here = [
            "ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "vfat", "fuseblk", "fusectl", "",
        ];
        for kind in elsewhere {
            assert!(is_elsewhere(kind), "{kind}");
        }
        for kind in here {
            assert!(!is_elsewhere(kind), "{kind}");
        }
    }
}
