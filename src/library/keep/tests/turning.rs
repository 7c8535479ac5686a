//! Undo, redo, and what was once.

use super::super::history::Intent;
use super::*;

#[test]
fn undo_and_redo_go_back_and_forth_to_the_byte_across_restarts() {
    let place = Place::new();
    let mut texts = vec![place.text()];
    for change in [
        set("7", "position.status", "agreed"),
        set("7", "title.ar", "منارات البحر"),
        recommend("8", "Paint"),
        change("7", "position", None, None),
        set("8", "position.stance", "defer"),
    ] {
        let change = Change {
            seen: Vec::new(),
            ..change
        };
        // The last one lacks what a position needs, and is refused.
        if place.keeper("hind").change(&change).is_ok() {
            texts.push(place.text());
        }
    }
    assert_eq!(texts.len(), 5);
    for text in texts.iter().rev().skip(1) {
        place.keeper("hind").undo().unwrap();
        assert_eq!(place.text(), *text);
    }
    assert_eq!(place.text(), REPORT);
    assert!(matches!(
        place.keeper("hind").undo(),
        Err(KeepError::Nothing(_))
    ));
    for text in texts.iter().skip(1) {
        place.keeper("hind").redo().unwrap();
        assert_eq!(place.text(), *text);
    }
    assert!(matches!(
        place.keeper("hind").redo(),
        Err(KeepError::Nothing(_))
    ));
    // A new change ends what could be done again.
    place.keeper("hind").undo().unwrap();
    place
        .keeper("hind")
        .change(&set("8", "title.en", "Boats"))
        .unwrap();
    assert!(matches!(
        place.keeper("hind").redo(),
        Err(KeepError::Nothing(_))
    ));
    place.keeper("hind").undo().unwrap();
    place.keeper("hind").undo().unwrap();
    assert_eq!(place.text(), texts[2]);
}

/// An id that was undone is free, and another may take it. What comes back gets an id of its own,
/// and is known by it from then on: it is that record which is undone again, not the other's.
#[test]
fn what_came_back_under_another_id_is_undone_under_it() {
    let place = Place::new();
    let (hind, omar) = (place.keeper("hind"), place.keeper("omar"));
    let first = hind.change(&recommend("8", "Paint")).unwrap();
    hind.undo().unwrap();
    let taken = omar.change(&recommend("8", "Repair")).unwrap();
    assert_eq!(taken.line.record, first.line.record);
    let redone = hind.redo().unwrap();
    assert_eq!(redone.renamed, [("8/r1".to_owned(), "8/r2".to_owned())]);
    assert_eq!(redone.line.record, "a:8/r2");
    let both = place.text();
    assert!(both.contains("Paint") && both.contains("Repair"));
    let undone = hind.undo().unwrap();
    assert_eq!(undone.line.record, "a:8/r2");
    assert!(!place.text().contains("Paint") && place.text().contains("Repair"));
    hind.redo().unwrap();
    assert_eq!(place.text(), both);
    hind.undo_this(&first.line.id).unwrap();
    assert!(!place.text().contains("Paint") && place.text().contains("Repair"));
}

/// A change of long ago that was undone by its name and done again is undone again in its turn.
#[test]
fn the_last_word_on_each_change_counts() {
    let place = Place::new();
    let hind = place.keeper("hind");
    hind.change(&set("8", "title.ar", "قوارب")).unwrap();
    let named = hind.change(&set("8", "title.en", "Boats")).unwrap();
    hind.change(&set("7", "position.status", "agreed")).unwrap();
    hind.undo_this(&named.line.id).unwrap();
    hind.redo().unwrap();
    hind.undo().unwrap();
    assert_eq!(value(&place.text(), "7", "position.status"), "draft");
    hind.undo().unwrap();
    assert_eq!(value(&place.text(), "8", "title.en"), "Ships");
    assert_eq!(value(&place.text(), "8", "title.ar"), "قوارب");
    hind.undo().unwrap();
    assert_eq!(place.text(), REPORT);
}

/// What was deleted comes back as it stood, whatever `check` says of it.
#[test]
fn what_had_an_error_and_was_deleted_comes_back() {
    let place = Place::new();
    let with_error = REPORT.replace(
        "    src: s1/p2\n",
        "    src: s1/p2\n    notes:\n      - {id: 8/n1, text: {ar: أ, en: A}, dates: 2021, src: s1}\n",
    );
    fs::write(place.file(), &with_error).unwrap();
    let keeper = place.keeper("hind");
    let removed = Change {
        file: "a.yaml".to_owned(),
        record: "a:8/n1".to_owned(),
        edits: vec![Edit::Remove {
            at: at("8", "notes").id("8/n1"),
        }],
        seen: Vec::new(),
    };
    keeper.change(&removed).unwrap();
    assert!(!place.text().contains("dates"));
    keeper.undo().unwrap();
    assert_eq!(place.text(), with_error);
}

/// The same the other way round: what was removed comes back beside what has its id now, and when it
/// is removed again it is the one that goes.
#[test]
fn what_was_removed_and_came_back_under_another_id_is_the_one_that_is_removed_again() {
    let place = Place::new();
    let (hind, omar) = (place.keeper("hind"), place.keeper("omar"));
    omar.change(&recommend("8", "Paint")).unwrap();
    let removed = Change {
        file: "a.yaml".to_owned(),
        record: "a:8/r1".to_owned(),
        edits: vec![Edit::Remove {
            at: at("8", "recommendations").id("8/r1"),
        }],
        seen: Vec::new(),
    };
    hind.change(&removed).unwrap();
    omar.change(&recommend("8", "Repair")).unwrap();
    let back = hind.undo().unwrap();
    assert_eq!(back.line.record, "a:8/r2");
    assert!(place.text().contains("Paint") && place.text().contains("Repair"));
    hind.redo().unwrap();
    assert!(!place.text().contains("Paint") && place.text().contains("Repair"));
}

#[test]
fn one_change_of_long_ago_is_undone_and_any_value_is_brought_back() {
    let place = Place::new();
    let hind = place.keeper("hind");
    let first = hind.change(&set("8", "title.en", "Boats")).unwrap().line.id;
    let second = hind
        .change(&set("7", "position.status", "agreed"))
        .unwrap()
        .line
        .id;
    let third = hind
        .change(&set("7", "position.status", "delivered"))
        .unwrap()
        .line
        .id;
    // Anybody may.
    place.keeper("omar").undo_this(&first).unwrap();
    assert_eq!(value(&place.text(), "8", "title.en"), "Ships");
    let conflict = hind.undo_this(&second);
    assert!(
        matches!(conflict, Err(KeepError::Conflict(_))),
        "{conflict:?}"
    );

    let status = at("7", "position.status");
    hind.bring_back(&second, &status, Moment::Before).unwrap();
    assert_eq!(value(&place.text(), "7", "position.status"), "draft");
    let back = hind.bring_back(&third, &status, Moment::Since).unwrap();
    assert_eq!((back.line.what, back.line.of), (Deed::Change, Some(third)));
    assert_eq!(value(&place.text(), "7", "position.status"), "delivered");
    // That can be undone as well.
    hind.undo().unwrap();
    assert_eq!(value(&place.text(), "7", "position.status"), "draft");
    let nothing = hind.bring_back(&first, &status, Moment::Before);
    assert!(matches!(nothing, Err(KeepError::Nothing(_))), "{nothing:?}");
    let nothing = hind.undo_this(&ChangeId::from("none"));
    assert!(matches!(nothing, Err(KeepError::Nothing(_))), "{nothing:?}");
}

#[test]
fn an_id_that_was_changed_is_changed_back_after_other_edits() {
    let place = Place::new();
    let (hind, omar) = (place.keeper("hind"), place.keeper("omar"));
    hind.change(&set("8", "id", "9")).unwrap();
    omar.change(&set("9", "title.en", "Boats")).unwrap();
    hind.undo().unwrap();
    assert_eq!(value(&place.text(), "8", "title.en"), "Boats");
}

#[test]
fn an_item_that_was_moved_goes_back_to_its_place() {
    let place = Place::new();
    let (hind, omar) = (place.keeper("hind"), place.keeper("omar"));
    let items = FieldPath::root().key("items");
    let moved = Change {
        file: "a.yaml".to_owned(),
        record: "a:8".to_owned(),
        edits: vec![Edit::Move {
            at: items.id("8"),
            before: Some(edit::Step::Id("7".to_owned())),
        }],
        seen: Vec::new(),
    };
    let order = || {
        let tree: Value = serde_yaml::from_str(&place.text()).unwrap();
        let items = tree["items"].as_sequence().unwrap().clone();
        let ids = items
            .iter()
            .map(|item| item["id"].as_str().unwrap().to_owned());
        ids.collect::<Vec<_>>()
    };
    hind.change(&moved).unwrap();
    assert_eq!(order(), ["8", "7"]);
    omar.change(&set("7", "position.status", "agreed")).unwrap();
    hind.undo().unwrap();
    assert_eq!(order(), ["7", "8"]);
    hind.redo().unwrap();
    assert_eq!(order(), ["8", "7"]);
    hind.undo().unwrap();
    omar.undo().unwrap();
    let (now, first): (Value, Value) = (
        serde_yaml::from_str(&place.text()).unwrap(),
        serde_yaml::from_str(REPORT).unwrap(),
    );
    assert_eq!(now, first);
}

#[test]
fn what_the_history_says_of_a_file_elsewhere_is_never_written() {
    let place = Place::new();
    let hind = place.keeper("hind");
    let done = hind.change(&set("8", "title.en", "Boats")).unwrap();
    let foreign = place.folder.path().join("rc.yaml");
    let hidden = place.library().join(".rc.yaml");
    for (number, path) in [&foreign, &hidden].into_iter().enumerate() {
        fs::write(path, &done.text).unwrap();
        let names = match number {
            0 => vec!["../rc.yaml".to_owned(), path.to_str().unwrap().to_owned()],
            _ => vec![".rc.yaml".to_owned()],
        };
        for name in names {
            let mut line = done.line.clone();
            line.id = ChangeId::next(Some(
                &hind.history().newest_first().unwrap().next().unwrap().id,
            ));
            line.file.clone_from(&name);
            hind.history().append(&line, &AsIs).unwrap();
            let at = at("8", "title.en");
            for refused in [
                hind.undo(),
                hind.undo_this(&line.id),
                hind.bring_back(&line.id, &at, Moment::Before),
            ] {
                assert!(
                    matches!(&refused, Err(KeepError::Elsewhere(said)) if *said == name),
                    "{refused:?}"
                );
            }
            // Nor is anything there told or taken away after a stop.
            let mut intent = Intent::read(hind.history()).unwrap();
            line.id = ChangeId::next(Some(&line.id));
            line.when = "../../x".to_owned();
            intent.note(&line, &AsIs).unwrap();
            let beside = write::beside(path);
            fs::write(&beside, "mine").unwrap();
            hind.undo().unwrap_err();
            assert_eq!(fs::read_to_string(&beside).unwrap(), "mine");
            assert_eq!(fs::read_to_string(path).unwrap(), done.text);
            assert!(place.lines().iter().all(|told| told.id != line.id));
        }
    }
}

#[test]
fn where_the_history_cannot_be_read_nothing_older_is_undone() {
    let place = Place::new();
    let hind = place.keeper("hind");
    let done = hind.change(&set("8", "title.en", "Boats")).unwrap();
    // A folder: nobody reads it as a file, not even root.
    let unreadable = hind.history().folder().join("9999-01.other.jsonl");
    fs::create_dir(&unreadable).unwrap();
    for refused in [hind.undo(), hind.redo(), hind.undo_this(&done.line.id)] {
        assert!(
            matches!(refused, Err(KeepError::History { .. })),
            "{refused:?}"
        );
    }
    assert_eq!(place.text(), done.text);
    fs::remove_dir(&unreadable).unwrap();
    hind.undo().unwrap();
    assert_eq!(place.text(), REPORT);
}

#[test]
fn the_screen_waits_for_another_no_longer_than_a_second() {
    let place = Place::new();
    let keeper = |means| Keeper::new(&place.library(), "hind", means);
    assert_eq!(keeper(Means::Hand).wait, Duration::from_secs(1));
    assert_eq!(keeper(Means::Command).wait, Duration::from_secs(10));
}

#[test]
fn a_new_report_that_was_undone_is_there_again_when_that_is_undone() {
    let text = "report:\n  id: n\n  kind: group-report\n  title:\n    en: New\n";
    let place = Place::new();
    let hind = place.keeper("hind");
    let path = hind.folder().join("n.yaml");
    hind.make_report("n.yaml", "n", text).unwrap();
    let undone = hind.undo().unwrap();
    assert!(!path.exists());
    // By its name, as the history on the screen and a command do.
    let back = hind.undo_this(&undone.line.id).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    hind.undo_this(&back.line.id).unwrap();
    assert!(!path.exists());
}
