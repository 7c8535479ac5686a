//! Two who write at once, and other programs.

use super::*;

#[test]
fn different_fields_are_merged_without_a_question() {
    let place = Place::new();
    let (hind, omar) = (place.keeper("hind"), place.keeper("omar"));
    // Both have seen the file as it was at first.
    hind.change(&change(
        "7",
        "position.status",
        Some("draft"),
        Some("agreed"),
    ))
    .unwrap();
    omar.change(&change(
        "7",
        "position.stance",
        Some("support"),
        Some("amend"),
    ))
    .unwrap();
    let wanted = REPORT
        .replace("status: draft", "status: agreed")
        .replace("stance: support", "stance: amend");
    assert_eq!(place.text(), wanted);
    let who: Vec<String> = place.lines().into_iter().map(|line| line.who).collect();
    assert_eq!(who, ["hind", "omar"]);
}

#[test]
fn one_text_in_two_languages_is_merged_by_language() {
    let place = Place::new();
    let both = |ar: &str, en: &str| {
        let yaml = format!("{{ar: {ar}, en: {en}}}");
        serde_yaml::from_str::<Value>(&yaml).unwrap()
    };
    let title = |ar: &str, en: &str| Change {
        file: "a.yaml".to_owned(),
        record: "a:8".to_owned(),
        edits: vec![Edit::Set {
            at: at("8", "title"),
            value: both(ar, en),
        }],
        seen: vec![Seen {
            at: at("8", "title"),
            value: Some(both("سفن", "Ships")),
        }],
    };
    place
        .keeper("hind")
        .change(&title("سفن", "Vessels"))
        .unwrap();
    place
        .keeper("omar")
        .change(&title("مراكب", "Ships"))
        .unwrap();
    assert_eq!(
        place.text(),
        REPORT.replace("{ar: سفن, en: Ships}", "{ar: مراكب, en: Vessels}")
    );
}

#[test]
fn the_same_field_asks_and_the_history_keeps_both() {
    let place = Place::new();
    place
        .keeper("hind")
        .change(&change("8", "title.en", Some("Ships"), Some("Vessels")))
        .unwrap();
    let written = place.text();
    let conflict = place
        .keeper("omar")
        .change(&change("8", "title.en", Some("Ships"), Some("Boats")))
        .unwrap_err();
    let KeepError::Conflict(told) = &conflict else {
        panic!("{conflict:?}")
    };
    let wanted = Clash {
        at: at("8", "title.en"),
        base: Some("Ships".into()),
        theirs: Some("Vessels".into()),
        yours: Some("Boats".into()),
        by: Some(Author {
            who: "hind".to_owned(),
            when: place.lines()[0].when.clone(),
        }),
    };
    assert_eq!(told.clashes, [wanted]);
    assert!(
        conflict.message().en.contains("items[8].title.en"),
        "{}",
        conflict.message().en
    );
    assert_eq!(place.text(), written);
    let lines = place.lines();
    assert_eq!(lines.len(), 2);
    let lost = &lines[1];
    assert_eq!((lost.who.as_str(), lost.what), ("omar", Deed::Conflict));
    assert_eq!(lost.fields[0].became, Some("Boats".into()));
    assert_eq!(
        (&lost.fields[0].was, &lost.fields[0].base),
        (&Some("Vessels".into()), &Some("Ships".into()))
    );
    // Having read both, omar insists.
    place
        .keeper("omar")
        .change(&change("8", "title.en", Some("Vessels"), Some("Boats")))
        .unwrap();
    assert_eq!(value(&place.text(), "8", "title.en"), "Boats");
}

#[test]
fn another_programs_edit_is_treated_the_same() {
    let place = Place::new();
    // An editor saves while the change is being written.
    let file = place.file();
    let edited = REPORT.replace("status: draft", "status: agreed");
    let saved = AtomicBool::new(false);
    let keeper = place.keeper_with(Before(move |step| {
        match step == Step::Intend && !saved.swap(true, Ordering::Relaxed) {
            true => fs::write(&file, &edited),
            false => Ok(()),
        }
    }));
    keeper
        .change(&change("8", "title.en", Some("Ships"), Some("Boats")))
        .unwrap();
    let wanted = REPORT
        .replace("status: draft", "status: agreed")
        .replace("en: Ships", "en: Boats");
    assert_eq!(place.text(), wanted);
    assert_eq!(place.lines().len(), 1);
    // And it may be the same field.
    fs::write(place.file(), wanted.replace("en: Boats", "en: Rafts")).unwrap();
    let conflict = keeper.change(&change("8", "title.en", Some("Boats"), Some("Ships")));
    assert!(
        matches!(conflict, Err(KeepError::Conflict(_))),
        "{conflict:?}"
    );
}

#[test]
fn two_new_records_of_one_id_are_both_kept() {
    let place = Place::new();
    place
        .keeper("hind")
        .change(&recommend("8", "Paint"))
        .unwrap();
    let done = place
        .keeper("omar")
        .change(&recommend("8", "Repair"))
        .unwrap();
    assert_eq!(done.renamed, [("8/r1".to_owned(), "8/r2".to_owned())]);
    assert_eq!(done.line.record, "a:8/r2");
    let text = place.text();
    let tree: Value = serde_yaml::from_str(&text).unwrap();
    let all = tree["items"][1]["recommendations"].as_sequence().unwrap();
    let told: Vec<(&str, &str)> = all
        .iter()
        .map(|one| {
            (
                one["id"].as_str().unwrap(),
                one["text"]["en"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(told, [("8/r1", "Paint"), ("8/r2", "Repair")]);
}

#[test]
fn a_record_that_another_took_away_is_not_written_to() {
    let place = Place::new();
    let removed = Change {
        file: "a.yaml".to_owned(),
        record: "a:8".to_owned(),
        edits: vec![Edit::Remove {
            at: FieldPath::root().key("items").id("8"),
        }],
        seen: Vec::new(),
    };
    place.keeper("hind").change(&removed).unwrap();
    let failed = place
        .keeper("omar")
        .change(&change("8", "title.en", Some("Ships"), Some("Boats")))
        .unwrap_err();
    assert!(matches!(failed, KeepError::NotEdited { .. }), "{failed:?}");
    assert!(
        fs::read_to_string(failed.copy().unwrap())
            .unwrap()
            .contains("Boats")
    );
    // Whoever wanted the same finds it done.
    let again = place.keeper("omar").change(&removed);
    assert!(matches!(again, Err(KeepError::Unchanged)), "{again:?}");
}

#[test]
fn who_holds_the_lock_too_long_is_named() {
    let place = Place::new();
    let (hind, mut omar) = (place.keeper("hind"), place.keeper("omar"));
    omar.wait = Duration::from_millis(2);
    let sitting = Sitting::open(&hind).unwrap();
    let busy = omar.change(&set("8", "title.en", "Boats")).unwrap_err();
    assert!(matches!(busy, KeepError::Busy { .. }), "{busy:?}");
    let said = busy.message();
    assert!(
        said.en.contains("hind is writing") && said.ar.contains("hind"),
        "{}",
        said.en
    );
    assert!(
        fs::read_to_string(busy.copy().unwrap())
            .unwrap()
            .contains("Boats")
    );
    drop(sitting);
    omar.change(&set("8", "title.en", "Boats")).unwrap();
}

/// A figure of the report, whose shares have no ids.
const FIGURE: &str = "\
figures:
  - id: fig/x
    title: {en: Figure}
    shares:
      - label: {en: A}
      - label: {en: B}
    src: s1
";

#[test]
fn an_entry_is_moved_only_in_the_list_that_was_seen() {
    let place = Place::new();
    fs::write(place.file(), format!("{REPORT}{FIGURE}")).unwrap();
    let (hind, omar) = (place.keeper("hind"), place.keeper("omar"));
    let list = FieldPath::root().key("figures").id("fig/x").key("shares");
    let yaml = |yaml: &str| serde_yaml::from_str::<Value>(yaml).unwrap();
    let change = |edit: Edit, seen: Option<&str>| Change {
        file: "a.yaml".to_owned(),
        record: "a:fig/x".to_owned(),
        edits: vec![edit],
        seen: Vec::from_iter(seen.map(|value| Seen {
            at: list.clone(),
            value: Some(yaml(value)),
        })),
    };
    let moved = Edit::Move {
        at: list.clone().place(0),
        before: None,
    };
    let moved = change(moved, Some("[{label: {en: A}}, {label: {en: B}}]"));
    let added = Edit::Insert {
        list: list.clone(),
        before: Some(edit::Step::Place(0)),
        value: yaml("{label: {en: C}}"),
    };
    omar.change(&change(added, None)).unwrap();
    let before = place.text();
    let Err(KeepError::Conflict(conflict)) = hind.change(&moved) else {
        panic!("the wrong one was moved")
    };
    assert_eq!(place.text(), before);
    // What the other has added stays where it is.
    let mine = yaml("[{label: {en: C}}, {label: {en: B}}, {label: {en: A}}]");
    assert_eq!(conflict.clashes[0].at, list);
    assert_eq!(conflict.clashes[0].yours, Some(mine));
    let mine = yaml("[{label: {en: B}}, {label: {en: A}}]");
    // Where the list is as it was seen, the entry goes.
    omar.undo().unwrap();
    hind.change(&moved).unwrap();
    assert_eq!(yaml(&place.text())["figures"][0]["shares"], mine);
}

#[test]
fn what_was_not_written_in_a_conflict_is_brought_back() {
    let place = Place::new();
    let (hind, omar) = (place.keeper("hind"), place.keeper("omar"));
    let yours = change("8", "title.en", Some("Ships"), Some("Boats"));
    hind.change(&change("8", "title.en", Some("Ships"), Some("Vessels")))
        .unwrap();
    // Asked for twice, it is told once.
    for _ in 0..2 {
        let conflict = omar.change(&yours);
        assert!(
            matches!(conflict, Err(KeepError::Conflict(_))),
            "{conflict:?}"
        );
        assert_eq!(place.lines().len(), 2);
    }
    let lost = place.lines()[1].id.clone();
    let done = omar.undo_this(&lost).unwrap();
    assert_eq!(value(&place.text(), "8", "title.en"), "Boats");
    assert_eq!(
        (done.line.what, done.line.of.as_ref()),
        (Deed::Change, Some(&lost))
    );
    // It is a change like any other.
    omar.undo().unwrap();
    assert_eq!(value(&place.text(), "8", "title.en"), "Vessels");
    omar.bring_back(&lost, &at("8", "title.en"), Moment::Since)
        .unwrap();
    assert_eq!(value(&place.text(), "8", "title.en"), "Boats");
    // What stood there then is not lost either.
    omar.bring_back(&lost, &at("8", "title.en"), Moment::Before)
        .unwrap();
    assert_eq!(value(&place.text(), "8", "title.en"), "Vessels");
    // Since then the field was changed: the same conflict is another one.
    let conflict = omar.change(&yours);
    assert!(
        matches!(conflict, Err(KeepError::Conflict(_))),
        "{conflict:?}"
    );
    let conflicts = |place: &Place| {
        let lines = place.lines().into_iter();
        lines.filter(|line| line.what == Deed::Conflict).count()
    };
    assert_eq!(conflicts(&place), 2);
    // And so is that of another person, or of another text.
    let _ = place.keeper("nour").change(&yours);
    let _ = omar.change(&change("8", "title.en", Some("Ships"), Some("Rafts")));
    assert_eq!(conflicts(&place), 4);
}

/// Who did not get a record deleted has to ask for that anew: it is another record by now.
#[test]
fn a_deletion_that_was_not_made_is_not_made_from_the_history() {
    let place = Place::new();
    let (hind, omar) = (place.keeper("hind"), place.keeper("omar"));
    let added = hind.change(&recommend("8", "Paint")).unwrap();
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
    assert!(matches!(hind.undo(), Err(KeepError::Conflict(_))));
    let lines = place.lines();
    let lost = lines.last().unwrap();
    assert_eq!((lost.what, lost.fields.len()), (Deed::Conflict, 1));
    let at = lost.fields[0].at.clone();
    let brought = hind.bring_back(&lost.id, &at, Moment::Since);
    assert!(matches!(brought, Err(KeepError::Nothing(_))), "{brought:?}");
    let undone = hind.undo_this(&lost.id);
    assert!(matches!(undone, Err(KeepError::Nothing(_))), "{undone:?}");
    assert!(place.text().contains("Paint them white"));
    assert_eq!(added.line.record, "a:8/r1");
}
