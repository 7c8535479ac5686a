//! A disk that is full, as the system makes it: a small file system, mounted for the program alone.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;

use super::lamp::LAMP;
use super::majlis_program::{Folder, MAJLIS, REGISTRY};
use super::pty::Pty;
use super::{row, with};

/// Mounts a disk of this size on the library, copies the files to it, and becomes the program.
const SCRIPT: &str = "mount -t tmpfs -o size=256k none \"$1\" && cp \"$2\"/* \"$1\" && \
                      exec \"$0\" --library \"$1\" --lang en --as hind";

/// Whether a file system can be mounted for one program alone.
fn may_mount() -> bool {
    let mut command = Command::new("unshare");
    let tried = command.args([
        "-m", "mount", "-t", "tmpfs", "-o", "size=64k", "none", "/mnt",
    ]);
    tried.output().is_ok_and(|output| output.status.success())
}

/// A library on a disk of its own, and its program.
struct Small {
    folder: Folder,
    pty: Pty,
}

impl Small {
    fn open() -> Self {
        let folder = Folder::new();
        folder.put("from/m.yaml", LAMP);
        folder.put("from/registry.yaml", REGISTRY);
        for name in ["lib", "state"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
        let (library, from, state) = (path("lib"), path("from"), path("state"));
        let arguments = ["-m", "sh", "-c", SCRIPT, MAJLIS, &library, &from];
        let environment = with(&[("XDG_STATE_HOME", &state)]);
        let mut pty = Pty::spawn((24, 80), "unshare", &arguments, &environment);
        pty.wait_for("\x1b[?2026l");
        Self { folder, pty }
    }

    /// Where the program's disk is seen from outside.
    fn path(&self, name: &str) -> PathBuf {
        let library = self.folder.path().join("lib");
        let root = PathBuf::from(format!("/proc/{}/root", self.pty.process()));
        root.join(library.strip_prefix("/").unwrap()).join(name)
    }

    fn text(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.path(name)).ok()
    }

    /// Fills the disk to the last byte.
    fn fill(&self) {
        let mut file = fs::File::create(self.path("filler")).unwrap();
        let full = loop {
            if let Err(error) = file.write_all(&[0; 512]) {
                break error;
            }
        };
        assert_eq!(full.kind(), std::io::ErrorKind::StorageFull, "{full}");
    }

    /// What lies in the library's folder, but for the filler.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path("")).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.filter(|name| name != "filler").collect();
        names.sort();
        names
    }

    /// The texts that lie in the state folder as copies.
    fn copies(&self) -> Vec<String> {
        let folder = self.folder.path().join("state/majlis/unsaved");
        let entries = fs::read_dir(folder).into_iter().flatten();
        let texts = entries.map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap());
        texts.collect()
    }
}

#[test]
fn on_a_full_disk_nothing_is_written_by_half_and_nothing_typed_is_lost() {
    if !may_mount() {
        println!(
            "not run: on_a_full_disk_nothing_is_written_by_half_and_nothing_typed_is_lost needs a mount"
        );
        return;
    }
    let mut small = Small::open();
    // There is a history, and a call in progress.
    small.pty.send("2A");
    small.pty.wait_text("agreed (was: draft)");
    small.pty.send("cc");
    small.pty.wait_text("Call begun");
    let path = small.path("live.yaml");
    small
        .pty
        .wait_screen("the call in its file", |_| path.exists());
    let report = small.text("m.yaml").unwrap();
    let live = small.text("live.yaml").unwrap();
    let all = ["history", "live.yaml", "m.yaml", "registry.yaml"];
    assert_eq!(small.names(), all);
    small.fill();
    // The call stays as it was, on the screen and in its file.
    let bar = row(&small.pty, 0);
    small.pty.send("t");
    small.pty.wait_text("The disk is full");
    assert_eq!(row(&small.pty, 0), bar);
    assert_eq!(small.text("live.yaml").unwrap(), live);
    // So does the report; what was typed is in its field, and a copy of it in the state folder.
    small.pty.send("e");
    small.pty.wait_text("Wording (en)");
    small.pty.send("\r");
    small
        .pty
        .wait_screen("the cursor in the field", |screen| !screen.hide_cursor());
    small.pty.send(" MORE");
    small.pty.wait_text("MORE");
    small.pty.send("\x13");
    small.pty.wait_text("The disk is full");
    small.pty.wait_text("MORE");
    assert!(small.copies().iter().any(|text| text.contains("MORE")));
    assert_eq!(small.text("m.yaml").unwrap(), report);
    assert_eq!(small.names(), all);
    // With room again both are done.
    fs::remove_file(small.path("filler")).unwrap();
    small.pty.send("\x13");
    small
        .pty
        .wait_screen("the field closed", vt100::Screen::hide_cursor);
    let path = small.path("m.yaml");
    small.pty.wait_screen("the text in the file", |_| {
        fs::read_to_string(&path).is_ok_and(|text| text.contains("MORE"))
    });
    small.pty.send("qt");
    let path = small.path("live.yaml");
    small.pty.wait_screen("the item taken up", |_| {
        fs::read_to_string(&path).is_ok_and(|text| text.contains("in_hand"))
    });
}
