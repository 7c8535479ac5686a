//! What cannot be written is told, with what to do, and what was typed is kept.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use super::majlis_program::{Folder, GOOD, MAJLIS, NEUTRAL, REGISTRY, run_in};

/// A user without any right, where the tests are run by root, whom nothing stops.
pub const NOBODY: u32 = 65534;

/// The library and the state of a person, with the program beside them, where anybody can run it.
pub struct Place {
    folder: Folder,
}

impl Place {
    pub fn new(report: &str) -> Self {
        let folder = Folder::new();
        folder.put("lib/good.yaml", report);
        folder.put("lib/registry.yaml", REGISTRY);
        fs::create_dir(folder.path().join("state")).unwrap();
        let place = Self { folder };
        fs::copy(MAJLIS, place.path("majlis")).unwrap();
        place.mode("", 0o755);
        place.mode("state", 0o777);
        place
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn mode(&self, name: &str, mode: u32) {
        fs::set_permissions(self.path(name), fs::Permissions::from_mode(mode)).unwrap();
    }

    /// Sets the item's English title, by a shell with this before it.
    pub fn set(&self, before: &str, title: &str) -> Output {
        let script = format!("{before} exec \"$0\" --library \"$1\" set good:7 \"title.en=$2\"");
        let mut command = Command::new("sh");
        command
            .arg("-c")
            .arg(script)
            .arg(self.path("majlis"))
            .arg(self.path("lib"))
            .arg(title)
            .envs(NEUTRAL)
            .env("MAJLIS_WHO", "hind")
            .env("XDG_STATE_HOME", self.path("state"))
            .stdin(Stdio::null());
        if fs::metadata("/proc/self")
            .is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0)
        {
            command.uid(NOBODY).gid(NOBODY);
        }
        command.output().unwrap()
    }

    /// The copy that is kept, which the message names.
    fn copy(&self, output: &Output) -> String {
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let copies = fs::read_dir(self.path("state/majlis/unsaved")).unwrap();
        let copies: Vec<PathBuf> = copies.map(|entry| entry.unwrap().path()).collect();
        let [copy] = copies.as_slice() else {
            panic!("{copies:?}")
        };
        assert!(said.contains(copy.to_str().unwrap()), "{said}");
        fs::read_to_string(copy).unwrap()
    }
}

fn refused(output: &Output, says: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(4), "{said}");
    assert!(said.contains(says), "{said}");
}

#[test]
fn a_folder_that_may_only_be_read() {
    let place = Place::new(GOOD);
    place.mode("lib", 0o555);
    let output = place.set("", "Lamps");
    refused(&output, "You may not write in this folder");
    assert!(place.copy(&output).contains("Lamps"));
    // So that it can be taken away.
    place.mode("lib", 0o755);
    assert_eq!(
        fs::read_to_string(place.path("lib/good.yaml")).unwrap(),
        GOOD
    );
    assert!(!place.path("lib/history").exists());
}

#[test]
fn a_file_larger_than_the_system_allows() {
    let long = format!("{GOOD}# {}\n", "a long remark ".repeat(1000));
    let place = Place::new(&long);
    place.mode("lib", 0o777);
    place.mode("lib/good.yaml", 0o666);
    let output = place.set("trap '' XFSZ; ulimit -f 8;", "Lamps");
    refused(&output, "ulimit -f");
    assert!(place.copy(&output).contains("Lamps"));
    assert_eq!(
        fs::read_to_string(place.path("lib/good.yaml")).unwrap(),
        long
    );
    // Without the limit it is done.
    let output = place.set("", "Lamps");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let wanted = long.replace("Upkeep of lighthouses", "Lamps");
    assert_eq!(
        fs::read_to_string(place.path("lib/good.yaml")).unwrap(),
        wanted
    );
}

#[test]
fn in_reading_only() {
    let folder = Folder::good();
    let arguments = [
        "--library",
        folder.name(),
        "--read-only",
        "set",
        "good:7",
        "title.en=x",
    ];
    let output = Command::new(MAJLIS)
        .args(arguments)
        .envs(NEUTRAL)
        .output()
        .unwrap();
    refused(&output, "--read-only");
    assert_eq!(
        fs::read_to_string(folder.path().join("good.yaml")).unwrap(),
        GOOD
    );
}

/// Neither the history can be written nor a copy kept: what is deleted, undone or done again was not typed.
#[test]
fn that_there_is_no_copy_is_said_only_of_what_was_typed() {
    let folder = Folder::good();
    // A folder where the lock is to be.
    fs::create_dir_all(folder.path().join("history/lock")).unwrap();
    let home = tempfile::tempdir().unwrap();
    for state in ["/dev/null/x", home.path().to_str().unwrap()] {
        for (words, is_typed) in [
            (&["set", "good:7", "title.en=x"][..], true),
            (&["note", "good:7", "x"], true),
            (&["remove", "good:7"], false),
            (&["undo"], false),
            (&["redo"], false),
        ] {
            let all = [&["--library", folder.name()][..], words].concat();
            let ran = run_in(&all, &[("XDG_STATE_HOME", state)]);
            assert_eq!(ran.code, 4, "{words:?}: {ran:?}");
            assert!(ran.error.contains("history"), "{words:?}: {ran:?}");
            let tells = ran.error.to_lowercase().contains("what you wrote");
            assert_eq!(tells, is_typed, "{words:?}: {}", ran.error);
        }
    }
}
