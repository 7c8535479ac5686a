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
        Err(KeepError::Nothing)
    ));
    for text in texts.iter().skip(1) {
        place.keeper("hind").redo().unwrap();
        assert_eq!(place.text(), *text);
    }
    assert!(matches!(
        place.keeper("hind").redo(),
        Err(KeepError::Nothing)
    ));
    // A new change ends what could be done again.
    place.keeper("hind").undo().unwrap();
    place
        .keeper("hind")
        .change(&set("8", "title.en", "Boats"))
        .unwrap();
    assert!(matches!(
        place.keeper("hind").redo(),
        Err(KeepError::Nothing)
    ));
    place.keeper("hind").undo().unwrap();
    place.keeper("hind").undo().unwrap();
    assert_eq!(place.text(), texts[2]);
}

#[test]
fn each_undoes_what_is_his_own() {
    let place = Place::new();
    let (hind, omar) = (place.keeper("hind"), place.keeper("omar"));
    hind.change(&set("7", "position.status", "agreed")).unwrap();
    omar.change(&set("8", "title.en", "Boats")).unwrap();
    let undone = hind.undo().unwrap();
    assert_eq!(
        (undone.line.what, undone.line.record.as_str()),
        (Deed::Undo, "a:7")
    );
    assert_eq!(place.text(), REPORT.replace("en: Ships", "en: Boats"));
    assert!(matches!(hind.undo(), Err(KeepError::Nothing)));
    hind.redo().unwrap();
    omar.undo().unwrap();
    assert_eq!(
        place.text(),
        REPORT.replace("status: draft", "status: agreed")
    );
}

#[test]
fn what_another_changed_since_is_never_overwritten() {
    let place = Place::new();
    let (hind, omar) = (place.keeper("hind"), place.keeper("omar"));
    hind.change(&set("8", "title.en", "Boats")).unwrap();
    omar.change(&set("8", "title.en", "Rafts")).unwrap();
    let conflict = hind.undo().unwrap_err();
    let KeepError::Conflict(clashes) = &conflict else {
        panic!("{conflict:?}")
    };
    let [clash] = clashes.as_slice() else {
        panic!("{clashes:?}")
    };
    let [base, theirs, yours] = ["Boats", "Rafts", "Ships"].map(|text| Some(text.into()));
    assert_eq!(
        (&clash.base, &clash.theirs, &clash.yours),
        (&base, &theirs, &yours)
    );
    assert_eq!(value(&place.text(), "8", "title.en"), "Rafts");
    // Once omar takes his back, the value is hers again, but not by her.
    omar.undo().unwrap();
    assert_eq!(value(&place.text(), "8", "title.en"), "Boats");
    let conflict = hind.undo();
    assert!(
        matches!(conflict, Err(KeepError::Conflict(_))),
        "{conflict:?}"
    );
    assert_eq!(value(&place.text(), "8", "title.en"), "Boats");
}

/// The clash of a change that is refused: what both began with, what stands there, what was wanted, and
/// who put there what stands there.
fn clash(made: Result<Done, KeepError>) -> ([Option<String>; 3], Option<String>) {
    let Err(KeepError::Conflict(clashes)) = made else {
        panic!("{made:?}")
    };
    let [clash] = clashes.as_slice() else {
        panic!("{clashes:?}")
    };
    let text = |value: &Option<Value>| {
        let value = value.as_ref();
        value.map(|value| value.as_str().unwrap_or("?").to_owned())
    };
    let values = [&clash.base, &clash.theirs, &clash.yours].map(text);
    (values, clash.by.as_ref().map(|by| by.who.clone()))
}

/// The value is one's own again, since another put it there: it is not taken away without a question.
#[test]
fn what_another_has_put_back_is_not_undone_without_a_question() {
    let place = Place::new();
    let (hind, omar) = (place.keeper("hind"), place.keeper("omar"));
    let texts = |texts: [&str; 3]| texts.map(|text| Some(text.to_owned()));
    let by_omar = Some("omar".to_owned());
    hind.change(&set("8", "title.en", "Boats")).unwrap();
    let hers = place.text();
    omar.change(&set("8", "title.en", "Rafts")).unwrap();
    let done = omar.change(&set("8", "title.en", "Boats")).unwrap();
    assert_eq!(place.text(), hers);
    let asked = (texts(["Boats", "Boats", "Ships"]), by_omar.clone());
    assert_eq!(clash(hind.undo()), asked);
    assert_eq!(place.text(), hers);
    let Err(KeepError::Conflict(clashes)) = hind.undo() else {
        panic!("not asked")
    };
    let when = clashes[0].by.as_ref().map(|by| by.when.clone());
    assert_eq!(when, Some(done.line.when));
    // What omar did elsewhere asks nothing.
    hind.change(&set("7", "position.status", "agreed")).unwrap();
    omar.change(&set("7", "position.stance", "oppose")).unwrap();
    omar.change(&set("7", "title.en", "Towers")).unwrap();
    hind.undo().unwrap();
    assert_eq!(value(&place.text(), "7", "position.status"), "draft");
    // The same of what is done again.
    omar.change(&set("7", "position.status", "agreed")).unwrap();
    omar.change(&set("7", "position.status", "draft")).unwrap();
    let asked = (texts(["draft", "draft", "agreed"]), by_omar);
    assert_eq!(clash(hind.redo()), asked);
    // One's own changes since ask nothing.
    hind.change(&set("8", "title.ar", "قوارب")).unwrap();
    hind.change(&set("8", "title.ar", "زوارق")).unwrap();
    hind.undo().unwrap();
    hind.undo().unwrap();
    assert_eq!(value(&place.text(), "8", "title.ar"), "سفن");
}

#[test]
fn what_another_has_moved_or_worked_on_is_not_turned_back_without_a_question() {
    let place = Place::new();
    let (hind, omar) = (place.keeper("hind"), place.keeper("omar"));
    let items = FieldPath::root().key("items");
    let before = |id: &str, other: Option<&str>| Change {
        file: "a.yaml".to_owned(),
        record: format!("a:{id}"),
        edits: vec![Edit::Move {
            at: items.clone().id(id),
            before: other.map(|id| edit::Step::Id(id.to_owned())),
        }],
        seen: Vec::new(),
    };
    hind.change(&before("8", Some("7"))).unwrap();
    omar.change(&before("8", None)).unwrap();
    omar.change(&before("8", Some("7"))).unwrap();
    let moved = place.text();
    let conflict = hind.undo();
    assert!(
        matches!(&conflict, Err(KeepError::Conflict(all))
            if all[0].by.as_ref().is_some_and(|by| by.who == "omar")),
        "{conflict:?}"
    );
    assert_eq!(place.text(), moved);
    // A record that was added, worked on, and is as it was added.
    hind.change(&recommend("8", "Paint")).unwrap();
    let text = "recommendations";
    let text = at("8", text).id("8/r1").key("text").key("en");
    for word in ["Repair", "Paint"] {
        let mut change = set("8", "title.en", word);
        change.edits = vec![Edit::Set {
            at: text.clone(),
            value: word.into(),
        }];
        omar.change(&change).unwrap();
    }
    let conflict = hind.undo();
    assert!(
        matches!(conflict, Err(KeepError::Conflict(_))),
        "{conflict:?}"
    );
}

/// What is gone cannot be moved back: that is said, and no list is taken for deleted.
#[test]
fn what_another_has_moved_and_taken_away_is_not_asked_about() {
    let place = Place::new();
    let (hind, omar) = (place.keeper("hind"), place.keeper("omar"));
    let at = FieldPath::root().key("items").id("7");
    let seven = |edit: Edit| Change {
        file: "a.yaml".to_owned(),
        record: "a:7".to_owned(),
        edits: vec![edit],
        seen: Vec::new(),
    };
    let before = |other: Option<&str>| {
        seven(Edit::Move {
            at: at.clone(),
            before: other.map(|id| edit::Step::Id(id.to_owned())),
        })
    };
    hind.change(&before(None)).unwrap();
    omar.change(&before(Some("8"))).unwrap();
    omar.change(&before(None)).unwrap();
    omar.change(&seven(Edit::Remove { at: at.clone() }))
        .unwrap();
    let without = place.text();
    let refused = hind.undo();
    assert!(
        matches!(refused, Err(KeepError::NotEdited { .. })),
        "{refused:?}"
    );
    assert_eq!(place.text(), without);
}

/// What another program wrote is nobody's: whoever changed the field last in the history did not.
#[test]
fn what_was_changed_outside_is_given_to_nobody() {
    let place = Place::new();
    let (hind, omar) = (place.keeper("hind"), place.keeper("omar"));
    omar.change(&set("8", "title.en", "Boats")).unwrap();
    let mine = change("8", "title.en", Some("Ships"), Some("Rafts"));
    assert_eq!(clash(hind.change(&mine)).1.as_deref(), Some("omar"));
    let outside = place.text().replace("en: Boats", "en: Dinghies");
    fs::write(place.file(), outside).unwrap();
    let (values, by) = clash(hind.change(&mine));
    assert_eq!(
        values.map(Option::unwrap),
        ["Ships", "Dinghies", "Rafts"].map(str::to_owned)
    );
    assert_eq!(by, None);
    // A record that omar added, and another program changed.
    omar.change(&recommend("8", "Paint")).unwrap();
    let outside = place.text().replace("Paint", "Sink");
    fs::write(place.file(), outside).unwrap();
    let mut mine = mine;
    mine.edits[0] = Edit::Set {
        at: at("8", "recommendations").id("8/r1").key("text").key("en"),
        value: "Repair".into(),
    };
    mine.seen = vec![Seen {
        at: mine.edits[0].at().clone(),
        value: Some("Paint".into()),
    }];
    assert_eq!(clash(hind.change(&mine)).1, None);
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
fn a_new_record_that_another_has_worked_on_is_not_undone_away() {
    let place = Place::new();
    let (hind, omar) = (place.keeper("hind"), place.keeper("omar"));
    hind.change(&recommend("8", "Paint")).unwrap();
    let text = at("8", "recommendations").id("8/r1").key("text").key("en");
    let work = Change {
        file: "a.yaml".to_owned(),
        record: "a:8/r1".to_owned(),
        edits: vec![Edit::Set {
            at: text,
            value: "Paint them white".into(),
        }],
        seen: Vec::new(),
    };
    omar.change(&work).unwrap();
    let conflict = hind.undo();
    assert!(
        matches!(conflict, Err(KeepError::Conflict(_))),
        "{conflict:?}"
    );
    assert!(place.text().contains("Paint them white"));
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
    assert!(matches!(nothing, Err(KeepError::Nothing)), "{nothing:?}");
    let nothing = hind.undo_this(&ChangeId::from("none"));
    assert!(matches!(nothing, Err(KeepError::Nothing)), "{nothing:?}");
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
            hind.history().append(&line).unwrap();
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
            intent.note(&line).unwrap();
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
