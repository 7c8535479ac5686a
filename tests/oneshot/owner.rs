//! Whose a file is that somebody else has changed. The tests need root, to begin with another's file;
//! what is looked at is done by one who has no right.

use std::fs;
use std::os::unix::fs::{MetadataExt, chown};

use super::majlis_program::GOOD;
use super::not_written::{NOBODY, Place};

/// A user, and a group, that nobody is in.
const OTHER: u32 = 4321;

/// Owner, group and mode of what lies there.
fn of(place: &Place, name: &str) -> (u32, u32, u32) {
    let meta = fs::metadata(place.path(name)).unwrap();
    (meta.uid(), meta.gid(), meta.mode() & 0o7777)
}

/// Where the group cannot be kept, the new one gets no more than everybody has; as with any editor the
/// file becomes that of who wrote it.
#[test]
fn a_group_that_cannot_be_kept_hands_nothing_to_another() {
    for (before, after) in [
        (0o666, 0o666),
        (0o664, 0o644),
        (0o660, 0o600),
        (0o640, 0o600),
        (0o674, 0o644),
        (0o604, 0o644),
    ] {
        let place = Place::new(GOOD);
        place.mode("lib", 0o777);
        // The group is not that of who writes, who is the owner.
        let file = place.path("lib/good.yaml");
        if chown(&file, Some(NOBODY), Some(OTHER)).is_err() {
            println!("not run: a_group_that_cannot_be_kept_hands_nothing_to_another needs root");
            return;
        }
        place.mode("lib/good.yaml", before);
        let output = place.set("umask 022;", "Lamps");
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        assert_eq!(
            of(&place, "lib/good.yaml"),
            (NOBODY, NOBODY, after),
            "{before:o}"
        );
    }
}

#[test]
fn the_file_of_another_becomes_that_of_who_may_write_it() {
    let place = Place::new(GOOD);
    let (lib, file) = (place.path("lib"), place.path("lib/good.yaml"));
    if chown(&file, Some(OTHER), Some(NOBODY)).is_err() {
        println!("not run: the_file_of_another_becomes_that_of_who_may_write_it needs root");
        return;
    }
    // Who shares the folder is in no group of its, either: what is made there for all is not.
    chown(&lib, Some(OTHER), Some(OTHER)).unwrap();
    place.mode("lib", 0o777);
    place.mode("lib/good.yaml", 0o664);
    let output = place.set("umask 022;", "Lamps");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(of(&place, "lib/good.yaml"), (NOBODY, NOBODY, 0o664));
    assert_eq!(of(&place, "lib"), (OTHER, OTHER, 0o777));
    assert_eq!(of(&place, "lib/history"), (NOBODY, NOBODY, 0o755));
    assert!(fs::read_to_string(file).unwrap().contains("en: Lamps"));
}
