//! Written whole or not at all.

use super::*;
use std::io::ErrorKind;

#[test]
fn only_the_bytes_of_the_field_change_and_the_history_tells_it() {
    let place = Place::new();
    let done = place
        .keeper("hind")
        .change(&change(
            "7",
            "position.status",
            Some("draft"),
            Some("agreed"),
        ))
        .unwrap();
    let wanted = REPORT.replace("status: draft", "status: agreed");
    assert_eq!(place.text(), wanted);
    assert_eq!(
        (done.text.as_str(), done.late.is_none()),
        (wanted.as_str(), true)
    );
    let lines = place.lines();
    assert_eq!(lines, [done.line]);
    let line = &lines[0];
    assert_eq!(
        (line.who.as_str(), line.by, line.what),
        ("hind", Means::Hand, Deed::Change)
    );
    assert_eq!(
        (line.file.as_str(), line.record.as_str()),
        ("a.yaml", "a:7")
    );
    let field = &line.fields[0];
    assert_eq!(field.at, at("7", "position.status"));
    assert_eq!(
        (&field.was, &field.became),
        (&Some("draft".into()), &Some("agreed".into()))
    );
    // 2026-11-22T09:58:01.250Z
    assert_eq!((line.when.len(), line.when.ends_with('Z')), (24, true));
    assert_eq!(place.names(), ["a.yaml", "history", "registry.yaml"]);
    assert!(
        crate::library::Library::open(&place.library())
            .problems()
            .is_empty()
    );
}

#[cfg(unix)]
#[test]
fn mode_and_link_stay() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    let place = Place::new();
    let elsewhere = place.folder.path().join("elsewhere.yaml");
    fs::rename(place.file(), &elsewhere).unwrap();
    fs::set_permissions(&elsewhere, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("../elsewhere.yaml", place.file()).unwrap();
    let before = fs::metadata(&elsewhere).unwrap();
    place
        .keeper("hind")
        .change(&set("8", "title.en", "Vessels"))
        .unwrap();
    assert!(fs::symlink_metadata(place.file()).unwrap().is_symlink());
    let after = fs::metadata(&elsewhere).unwrap();
    assert_eq!(after.mode() & 0o7777, 0o640);
    assert_eq!((after.uid(), after.gid()), (before.uid(), before.gid()));
    assert_ne!(after.ino(), before.ino());
    assert_eq!(value(&place.text(), "8", "title.en"), "Vessels");
}

/// A file of several names is parted from the others when it is written: that is said, once.
#[cfg(unix)]
#[test]
fn a_file_that_had_another_name_is_said_to_be_parted_from_it() {
    let place = Place::new();
    let other = place.folder.path().join("other.yaml");
    fs::hard_link(place.file(), &other).unwrap();
    let hind = place.keeper("hind");
    let first = hind.change(&set("8", "title.en", "Vessels")).unwrap();
    let second = hind.change(&set("8", "title.en", "Boats")).unwrap();
    assert_eq!((first.is_parted, second.is_parted), (true, false));
    assert_eq!(fs::read_to_string(&other).unwrap(), REPORT);
    assert_eq!(value(&place.text(), "8", "title.en"), "Boats");
}

/// Only root can tell: of anybody else the file is theirs anyway.
#[cfg(unix)]
#[test]
fn owner_and_group_stay_where_root_writes() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    let place = Place::new();
    if chown(place.file(), Some(1234), Some(4321)).is_err() {
        println!("not run: owner_and_group_stay_where_root_writes needs root");
        return;
    }
    fs::set_permissions(place.file(), fs::Permissions::from_mode(0o660)).unwrap();
    let of = |path: &std::path::Path| {
        let meta = fs::metadata(path).unwrap();
        (meta.uid(), meta.gid(), meta.mode() & 0o7777)
    };
    let before = fs::metadata(place.file()).unwrap().ino();
    // Never has anybody else it, not even before it is in its place.
    let beside = write::beside(&fs::canonicalize(place.file()).unwrap());
    let watched = Before(move |step| {
        if matches!(step, Step::Flush | Step::Replace) {
            assert_eq!(of(&beside), (1234, 4321, 0o660), "{step:?}");
        }
        Ok(())
    });
    let keeper = place.keeper_with(watched);
    keeper.change(&set("8", "title.en", "Vessels")).unwrap();
    assert_eq!(of(&place.file()), (1234, 4321, 0o660));
    assert_ne!(fs::metadata(place.file()).unwrap().ino(), before);
}

#[cfg(unix)]
#[test]
fn whoever_may_write_in_the_folder_may_write_the_history() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let place = Place::new();
    fs::set_permissions(place.library(), fs::Permissions::from_mode(0o2770)).unwrap();
    place
        .keeper("hind")
        .change(&set("8", "title.en", "Vessels"))
        .unwrap();
    let mode = |name: &str| {
        let path = place.library().join("history").join(name);
        fs::metadata(path).unwrap().mode() & 0o7777
    };
    assert_eq!(mode(""), 0o2770);
    assert_eq!(
        (mode("lock"), mode("intent"), mode(".gitignore")),
        (0o660, 0o660, 0o660)
    );
    let lines = fs::read_dir(place.library().join("history")).unwrap();
    let file = lines
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .find(|name| name.ends_with(".jsonl"))
        .unwrap();
    assert_eq!(mode(&file), 0o660);
}

#[test]
fn what_fails_before_the_file_is_replaced_changes_nothing_and_leaves_a_copy() {
    let wanted = REPORT.replace("en: Ships", "en: Vessels");
    for step in [
        Step::Create,
        Step::Fill,
        Step::Guard,
        Step::Flush,
        Step::Intend,
        Step::Replace,
    ] {
        for (kind, says) in [
            (ErrorKind::StorageFull, "The disk is full"),
            (
                ErrorKind::PermissionDenied,
                "You may not write in this folder",
            ),
            (ErrorKind::ReadOnlyFilesystem, "mounted for reading only"),
            (ErrorKind::NotFound, "not there any more"),
            (ErrorKind::StaleNetworkFileHandle, "does not answer"),
        ] {
            let place = Place::new();
            let keeper = place.keeper_with(fails_at(step, kind));
            let failed = keeper.change(&set("8", "title.en", "Vessels")).unwrap_err();
            let KeepError::NotWritten { step: at, copy, .. } = &failed else {
                panic!("{step:?}: {failed:?}")
            };
            assert_eq!(*at, step);
            assert_eq!(place.text(), REPORT, "{step:?}");
            assert_eq!(
                place.names(),
                ["a.yaml", "history", "registry.yaml"],
                "{step:?}"
            );
            assert_eq!(place.lines(), [], "{step:?}");
            let Copied::At(copy) = copy.clone() else {
                panic!("{failed:?}")
            };
            assert!(copy.starts_with(place.state().join("unsaved")));
            assert_eq!(fs::read_to_string(&copy).unwrap(), wanted, "{step:?}");
            let said = failed.message();
            assert!(said.en.contains(says), "{}", said.en);
            assert!(
                said.en.contains(copy.to_str().unwrap())
                    && said.ar.contains(copy.to_str().unwrap())
            );
            // What went wrong is over; the next attempt does it.
            keeper.change(&set("8", "title.en", "Vessels")).unwrap();
            assert_eq!((place.text(), place.lines().len()), (wanted.clone(), 1));
        }
    }
}

#[test]
fn what_fails_after_it_is_told_and_the_history_is_put_right_by_the_next_change() {
    for step in [Step::FlushFolder, Step::Remember] {
        let place = Place::new();
        let keeper = place.keeper_with(fails_at(step, ErrorKind::StorageFull));
        let done = keeper.change(&set("8", "title.en", "Vessels")).unwrap();
        let late = done.late.unwrap();
        assert!(
            late.en.contains("will be added with the next change"),
            "{}",
            late.en
        );
        assert_eq!(value(&place.text(), "8", "title.en"), "Vessels");
        assert_eq!(place.lines(), [], "{step:?}");
        let next = place
            .keeper("omar")
            .change(&set("8", "title.en", "Boats"))
            .unwrap();
        assert_eq!(place.lines(), [done.line, next.line], "{step:?}");
    }
}

#[test]
fn a_file_that_was_taken_away_is_not_made_again() {
    let place = Place::new();
    fs::remove_file(place.file()).unwrap();
    let failed = place
        .keeper("hind")
        .change(&set("8", "title.en", "Vessels"))
        .unwrap_err();
    assert!(matches!(failed, KeepError::Unreadable { .. }), "{failed:?}");
    let copy = fs::read_to_string(failed.copy().unwrap()).unwrap();
    assert!(
        copy.contains("a.yaml") && copy.contains("Vessels"),
        "{copy}"
    );
    assert!(!place.file().exists());

    // The same at the last moment.
    let place = Place::new();
    let file = place.file();
    let keeper = place.keeper_with(Before(move |step| match step {
        Step::Replace => fs::remove_file(&file),
        _ => Ok(()),
    }));
    let failed = keeper.change(&set("8", "title.en", "Vessels")).unwrap_err();
    assert!(
        matches!(&failed, KeepError::NotWritten { error, .. } if error.kind() == ErrorKind::NotFound)
    );
    assert_eq!(place.names(), ["history", "registry.yaml"]);
    assert!(
        fs::read_to_string(failed.copy().unwrap())
            .unwrap()
            .contains("Vessels")
    );
    fs::write(place.file(), REPORT).unwrap();
    place
        .keeper("omar")
        .change(&set("8", "title.en", "Boats"))
        .unwrap();
    assert_eq!(place.lines().len(), 1);
}

#[test]
fn a_library_that_is_not_there_gets_no_history() {
    let place = Place::new();
    let nowhere = place.folder.path().join("nowhere");
    let keeper = Keeper::new(&nowhere, "hind", Means::Hand).with_state(None);
    let failed = keeper.change(&set("8", "title.en", "Vessels")).unwrap_err();
    assert!(
        matches!(
            failed,
            KeepError::NotWritten {
                copy: Copied::Failed,
                ..
            }
        ),
        "{failed:?}"
    );
    assert!(!nowhere.exists());
}

#[test]
fn in_reading_only_nothing_is_written_and_it_says_why() {
    let place = Place::new();
    let keeper = place.keeper("hind").read_only(true);
    let failures = [
        keeper.change(&set("8", "title.en", "Vessels")).unwrap_err(),
        keeper.undo().unwrap_err(),
        keeper.redo().unwrap_err(),
    ];
    for failed in failures {
        assert!(matches!(failed, KeepError::ReadOnly), "{failed:?}");
        assert!(failed.message().en.contains("--read-only"));
    }
    assert_eq!(place.names(), ["a.yaml", "registry.yaml"]);
}

#[test]
fn a_change_that_would_bring_an_error_into_the_file_is_refused() {
    let place = Place::new();
    let keeper = place.keeper("hind");
    for (wrong, says) in [
        (set("7", "position.status", "agred"), "agred"),
        (set("8", "id", "7"), "7"),
        (set("8", "position.stance", "support"), "status"),
        (change("7", "title", None, None), "title"),
    ] {
        let wrong = Change {
            seen: Vec::new(),
            ..wrong
        };
        let failed = keeper.change(&wrong).unwrap_err();
        assert!(matches!(failed, KeepError::Wrong(_)), "{failed:?}");
        assert!(
            failed.message().en.contains(says),
            "{}",
            failed.message().en
        );
    }
    assert_eq!((place.text().as_str(), place.lines().len()), (REPORT, 0));
    // An error that was there before does not keep anybody from changing something else.
    let broken = REPORT.replace("stance: support", "stance: suport");
    fs::write(place.file(), &broken).unwrap();
    keeper.change(&set("8", "title.en", "Vessels")).unwrap();
    assert_eq!(place.text(), broken.replace("en: Ships", "en: Vessels"));
}

#[test]
fn what_is_as_wanted_already_is_not_written() {
    let place = Place::new();
    let unchanged = place.keeper("hind").change(&set("8", "title.en", "Ships"));
    assert!(
        matches!(unchanged, Err(KeepError::Unchanged)),
        "{unchanged:?}"
    );
    assert_eq!(place.lines(), []);
}

#[cfg(unix)]
#[test]
fn what_only_its_owner_may_read_is_told_to_nobody_else() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let place = Place::new();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().mode() & 0o777;
    let give = |path: &std::path::Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    give(&place.library(), 0o755);
    give(&place.file(), 0o644);
    let first = place.keeper("hind").change(&set("8", "title.en", "Boats"));
    give(&place.file(), 0o600);
    let library = place.library();
    let intent = library.join("history/intent");
    let watched = Before({
        let (library, intent) = (library.clone(), intent.clone());
        move |step| {
            let beside = write::beside(&fs::canonicalize(library.join("a.yaml")).unwrap());
            if step == Step::Fill {
                assert_eq!(mode(&beside), 0o600);
            }
            if step == Step::Replace {
                assert_eq!(mode(&intent), 0o600);
            }
            Ok(())
        }
    });
    let second = place.keeper_with(watched);
    let second = second.change(&set("8", "title.en", "Ferries")).unwrap();
    assert_eq!(mode(&place.file()), 0o600);
    assert_eq!(mode(&intent), 0o644);
    for entry in fs::read_dir(library.join("history")).unwrap() {
        let path = entry.unwrap().path();
        if fs::read_to_string(&path).unwrap().contains("Ferries") {
            assert_eq!(mode(&path), 0o600, "{}", path.display());
        }
    }
    assert_eq!(place.lines(), [first.unwrap().line, second.line]);
}

#[cfg(unix)]
#[test]
fn a_file_that_is_only_to_be_read_is_not_replaced() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    fs::set_permissions(place.file(), fs::Permissions::from_mode(0o444)).unwrap();
    // Root may write to it all the same; what nobody may write to is a folder.
    if fs::OpenOptions::new()
        .write(true)
        .open(place.file())
        .is_err()
    {
        let refused = place.keeper("hind").change(&set("8", "title.en", "Boats"));
        let Err(KeepError::NotWritten { step, error, .. }) = refused else {
            panic!("{refused:?}")
        };
        assert_eq!(
            (step, error.kind()),
            (Step::Create, io::ErrorKind::PermissionDenied)
        );
        assert_eq!(place.text(), REPORT);
    }
    let failed = write::Ready::new(&place.library(), b"x", &AsIs).unwrap_err();
    assert_eq!(
        (failed.step, failed.error.kind()),
        (Step::Create, io::ErrorKind::IsADirectory)
    );
}

#[test]
fn a_change_comes_after_all_that_are_known_whatever_the_clocks_say() {
    let place = Place::new();
    let hind = place.keeper("hind");
    let done = hind.change(&set("8", "title.en", "Boats")).unwrap();
    // From a machine whose clock is a year ahead; the line was pulled.
    let ahead = done.line.id.milliseconds() + 365 * 24 * 3_600_000;
    let mut line = done.line.clone();
    line.id = ChangeId::from(format!("{ahead:012x}0007aaaaaaaa").as_str());
    line.when = "2027-11-22T10:00:00.000Z".to_owned();
    hind.history().append(&line, &AsIs).unwrap();
    let undone = hind.undo().unwrap();
    assert!(undone.line.id > line.id);
    assert_eq!(undone.line.of, Some(line.id));
    assert_eq!(place.text(), REPORT);
    // The one before it is next, not the same once more.
    assert_eq!(hind.redo().unwrap().line.of, undone.line.of);
    assert_eq!(place.lines().len(), 4);
}
