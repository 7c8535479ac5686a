//! Undoing where others have changed something since.

use super::*;

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
    assert!(matches!(hind.undo(), Err(KeepError::Nothing(_))));
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
    let KeepError::Conflict(conflict) = &conflict else {
        panic!("{conflict:?}")
    };
    let [clash] = conflict.clashes.as_slice() else {
        panic!("{conflict:?}")
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
    let Err(KeepError::Conflict(conflict)) = made else {
        panic!("{made:?}")
    };
    let [clash] = conflict.clashes.as_slice() else {
        panic!("{conflict:?}")
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
    let Err(KeepError::Conflict(conflict)) = hind.undo() else {
        panic!("not asked")
    };
    let when = conflict.clashes[0].by.as_ref().map(|by| by.when.clone());
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
            if all.clashes[0].by.as_ref().is_some_and(|by| by.who == "omar")),
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

/// Of a record that another has changed, it is that other who is named, and not who worked on the rest of
/// it since: who is asked did that.
#[test]
fn the_other_version_of_a_record_is_told_by_who_made_it() {
    let place = Place::new();
    let (hind, omar, lina) = (
        place.keeper("hind"),
        place.keeper("omar"),
        place.keeper("lina"),
    );
    let added = hind.change(&recommend("8", "Paint")).unwrap();
    let field = |name: &str, value: &str| {
        let mut change = set("8", "title.en", "");
        let list = at("8", "recommendations");
        change.edits = vec![Edit::Set {
            at: list.id("8/r1").key(name),
            value: value.into(),
        }];
        change
    };
    let author = |conflict: Result<Done, KeepError>| match conflict {
        Err(KeepError::Conflict(conflict)) => {
            let [clash] = conflict.clashes.as_slice() else {
                panic!("{conflict:?}")
            };
            clash.by.clone().map(|by| by.who)
        }
        other => panic!("{other:?}"),
    };
    omar.change(&field("due", "2021-09")).unwrap();
    hind.change(&field("src", "s2")).unwrap();
    let asked = hind.undo_this(&added.line.id);
    assert_eq!(author(asked).as_deref(), Some("omar"));
    // What is as it was added, after all, was made so by another.
    lina.change(&field("to", "itu")).unwrap();
    hind.change(&field("src", "s1")).unwrap();
    omar.change(&Change {
        edits: vec![Edit::Remove {
            at: at("8", "recommendations").id("8/r1").key("due"),
        }],
        ..field("due", "")
    })
    .unwrap();
    lina.change(&Change {
        edits: vec![Edit::Remove {
            at: at("8", "recommendations").id("8/r1").key("to"),
        }],
        ..field("to", "")
    })
    .unwrap();
    hind.change(&field("src", "s2")).unwrap();
    hind.change(&field("src", "s1")).unwrap();
    let asked = hind.undo_this(&added.line.id);
    assert_eq!(author(asked).as_deref(), Some("lina"));
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
        matches!(refused, Err(KeepError::Passed { is_gone: true, .. })),
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
