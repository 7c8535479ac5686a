//! What is not asked about, since nobody else has changed it; and what is passed over.

use super::*;

fn title(place: &Place) -> String {
    value(&place.text(), "8", "title.en")
}

fn tree(place: &Place) -> Value {
    serde_yaml::from_str(&place.text()).unwrap()
}

/// The question is for what another has changed since: who has taken that back has seen it.
#[test]
fn what_one_has_put_back_oneself_is_undone_without_a_question() {
    for is_named in [false, true] {
        let place = Place::new();
        let (hind, omar) = (place.keeper("hind"), place.keeper("omar"));
        let own = hind.change(&set("8", "title.en", "Boats")).unwrap();
        let other = omar.change(&set("8", "title.en", "Rafts")).unwrap();
        assert!(matches!(hind.undo(), Err(KeepError::Conflict(_))));
        match is_named {
            true => hind.undo_this(&other.line.id),
            false => hind.bring_back(&own.line.id, &at("8", "title").key("en"), Moment::Since),
        }
        .unwrap();
        assert_eq!(title(&place), "Boats");
        match is_named {
            true => hind.undo(),
            // The last change is that it was brought back.
            false => hind.undo_this(&own.line.id),
        }
        .unwrap();
        assert_eq!(title(&place), "Ships");
    }
}

/// A record that one has added, and in which another's change was undone, is as one left it; one's own
/// later change of it is shown before all of it goes.
#[test]
fn what_was_added_goes_without_a_question_where_all_others_did_was_undone() {
    for is_own in [false, true] {
        let place = Place::new();
        let (hind, omar) = (place.keeper("hind"), place.keeper("omar"));
        let text = Change {
            file: "a.yaml".to_owned(),
            record: "a:8/r1".to_owned(),
            edits: vec![Edit::Set {
                at: at("8", "recommendations").id("8/r1").key("text").key("en"),
                value: "Paint all".into(),
            }],
            seen: Vec::new(),
        };
        let added = hind.change(&recommend("8", "Paint")).unwrap();
        let other = omar.change(&text).unwrap();
        hind.undo_this(&other.line.id).unwrap();
        if is_own {
            hind.change(&text).unwrap();
        }
        let undone = hind.undo_this(&added.line.id);
        match is_own {
            true => assert!(matches!(undone, Err(KeepError::Conflict(_)))),
            false => assert!(undone.is_ok(), "{undone:?}"),
        }
        assert_eq!(place.text().contains("Paint"), is_own);
    }
}

/// What another has put there is asked about, whatever one has done and taken back since.
#[test]
fn what_one_did_and_took_back_since_hides_nothing_of_anothers() {
    let place = Place::new();
    let (hind, omar) = (place.keeper("hind"), place.keeper("omar"));
    hind.change(&set("8", "title.en", "Boats")).unwrap();
    omar.change(&set("8", "title.en", "Rafts")).unwrap();
    omar.change(&set("8", "title.en", "Boats")).unwrap();
    hind.change(&set("8", "title.en", "Canoes")).unwrap();
    hind.undo().unwrap();
    assert_eq!(title(&place), "Boats");
    assert!(matches!(hind.undo(), Err(KeepError::Conflict(_))));
}

/// What can never be undone any more is told once, and the same key goes on to the change before it.
#[test]
fn what_is_so_already_or_gone_is_passed_over() {
    for is_gone in [false, true] {
        let place = Place::new();
        let (hind, omar) = (place.keeper("hind"), place.keeper("omar"));
        hind.change(&set("7", "position.status", "agreed")).unwrap();
        hind.change(&set("8", "title.en", "Boats")).unwrap();
        match is_gone {
            true => omar.change(&Change {
                file: "a.yaml".to_owned(),
                record: "a:8".to_owned(),
                edits: vec![Edit::Remove {
                    at: FieldPath::root().key("items").id("8"),
                }],
                seen: Vec::new(),
            }),
            false => omar.change(&set("8", "title.en", "Ships")),
        }
        .unwrap();
        let before = place.text();
        let passed = hind.undo();
        let Err(error @ KeepError::Passed { .. }) = &passed else {
            panic!("{passed:?}")
        };
        let said = error.message().en;
        let why = match is_gone {
            true => "a:8 is no longer in the file",
            false => "a:8 is as it was before your change already",
        };
        assert!(said.starts_with(why), "{said}");
        assert_eq!(place.text(), before);
        hind.undo().unwrap();
        assert_eq!(value(&place.text(), "7", "position.status"), "draft");
        assert!(matches!(hind.undo(), Err(KeepError::Nothing(_))));
    }
}

/// Only one's own change that something stands in the way of is passed over.
#[test]
fn what_can_be_undone_is_not_passed_over() {
    let place = Place::new();
    let (hind, omar) = (place.keeper("hind"), place.keeper("omar"));
    let own = hind.change(&set("8", "title.en", "Boats")).unwrap();
    let other = omar.change(&set("7", "position.status", "agreed")).unwrap();
    let lines = place.lines().len();
    let keep = |what, of| hind.pass_over(what, of, |_| false);
    assert!(matches!(
        keep(Deed::Undo, None),
        Err(KeepError::NotInTheWay)
    ));
    assert!(matches!(
        keep(Deed::Undo, Some(&other.line.id)),
        Err(KeepError::NotOwn)
    ));
    hind.undo().unwrap();
    assert!(matches!(
        keep(Deed::Undo, Some(&own.line.id)),
        Err(KeepError::Nothing(_))
    ));
    assert!(matches!(
        keep(Deed::Redo, None),
        Err(KeepError::NotInTheWay)
    ));
    // Each of these has told nothing but the undoing itself.
    assert_eq!(place.lines().len(), lines + 1);
    omar.change(&set("8", "title.en", "Rafts")).unwrap();
    let passed = keep(Deed::Redo, None).unwrap();
    assert_eq!(passed.of, Some(own.line.id));
    assert!(matches!(hind.redo(), Err(KeepError::Nothing(_))));
}

/// What another program wrote into a new record has no line in the history, and nothing that the person
/// did to the rest of the record makes it the person's own.
#[test]
fn what_another_program_wrote_into_what_one_added_is_asked_about() {
    let added = recommend("8", "Paint");
    let position = "{stance: support, status: draft, text: {en: Paint}, src: s1}";
    let stated = Change {
        edits: vec![Edit::Set {
            at: at("8", "position"),
            value: serde_yaml::from_str(position).unwrap(),
        }],
        record: "a:8/position".to_owned(),
        ..added.clone()
    };
    let of_added = at("8", "recommendations").id("8/r1").key("src");
    let of_stated = at("8", "position.src");
    for (new, src) in [(added, of_added), (stated, of_stated)] {
        let place = Place::new();
        let hind = place.keeper("hind");
        hind.change(&new).unwrap();
        let changed = Change {
            edits: vec![Edit::Set {
                at: src,
                value: "s2".into(),
            }],
            ..new.clone()
        };
        hind.change(&changed).unwrap();
        hind.undo().unwrap();
        let outside = place.text().replace("Paint", "Paint all of them");
        fs::write(place.file(), &outside).unwrap();
        let undone = hind.undo();
        assert!(
            matches!(undone, Err(KeepError::Conflict(_))),
            "{}: {undone:?}",
            new.record
        );
        assert_eq!(place.text(), outside);
    }
}

/// The same sentence is said once, however many wordings it is about.
#[test]
fn of_two_wordings_that_were_left_behind_the_same_is_said_once() {
    let place = Place::new();
    let hind = place.keeper("hind");
    let both = ["title.ar", "position.text.ar"].map(|field| Edit::Set {
        at: at("7", field),
        value: "غيره".into(),
    });
    let mut change = set("7", "title.ar", "");
    change.edits = both.into();
    let done = hind.change(&change).unwrap();
    assert_eq!(done.behind.len(), 2);
    let said = done.said_behind();
    let [once] = said.as_slice() else {
        panic!("{said:?}")
    };
    assert_eq!(
        once.en,
        "the English text is as it was before the Arabic was changed"
    );
}

/// What was deleted comes back where a record that named it is gone since; that one does not.
#[test]
fn what_was_deleted_comes_back_though_what_named_it_is_gone() {
    const MEETING: &str = "\
meetings:
  - {id: meet/one, title: {en: First}, date: 2021-06-01, made: [8/r1], agreed: [7/position]}
";
    let meeting = || FieldPath::root().key("meetings").id("meet/one");
    let of_position = Edit::Remove {
        at: at("7", "position"),
    };
    let of_added = Edit::Remove {
        at: at("8", "recommendations").id("8/r1"),
    };
    for (list, removal, record) in [
        ("made", of_added, "a:8/r1"),
        ("agreed", of_position, "a:7/position"),
    ] {
        let place = Place::new();
        fs::write(place.file(), format!("{REPORT}{MEETING}")).unwrap();
        let (hind, omar) = (place.keeper("hind"), place.keeper("omar"));
        omar.change(&recommend("8", "Paint")).unwrap();
        let gone = |edits: Vec<Edit>, record: &str| Change {
            file: "a.yaml".to_owned(),
            record: record.to_owned(),
            edits,
            seen: Vec::new(),
        };
        let named = Edit::Remove {
            at: meeting().key(list),
        };
        let before = tree(&place);
        hind.change(&gone(vec![named, removal], record)).unwrap();
        let away = vec![Edit::Remove { at: meeting() }];
        omar.change(&gone(away, "a:meet/one")).unwrap();
        let undone = hind.undo();
        assert!(undone.is_ok(), "{record}: {undone:?}");
        let now = tree(&place);
        assert_eq!(now["items"], before["items"], "{record}");
        assert!(
            now.get("meetings")
                .is_none_or(|all| all.as_sequence().is_none_or(Vec::is_empty))
        );
        // And goes again, and comes again.
        hind.redo().unwrap();
        assert_ne!(tree(&place)["items"], before["items"], "{record}");
        hind.undo().unwrap();
        assert_eq!(tree(&place)["items"], before["items"], "{record}");
    }
}

/// What stood in a record that is gone does not come back, and no other record names it.
#[test]
fn what_was_deleted_of_what_is_gone_since_names_nothing() {
    let place = Place::new();
    fs::write(
        place.file(),
        format!("{REPORT}meetings:\n  - {{id: meet/one, title: {{en: First}}, made: [8/r1]}}\n"),
    )
    .unwrap();
    let (hind, omar) = (place.keeper("hind"), place.keeper("omar"));
    omar.change(&recommend("8", "Paint")).unwrap();
    let gone = |edits: Vec<Edit>| Change {
        file: "a.yaml".to_owned(),
        record: "a:8/r1".to_owned(),
        edits,
        seen: Vec::new(),
    };
    let made = FieldPath::root().key("meetings").id("meet/one").key("made");
    let both = vec![
        Edit::Remove { at: made },
        Edit::Remove {
            at: at("8", "recommendations").id("8/r1"),
        },
    ];
    hind.change(&gone(both)).unwrap();
    let item = FieldPath::root().key("items").id("8");
    omar.change(&gone(vec![Edit::Remove { at: item }])).unwrap();
    let before = place.text();
    let passed = hind.undo();
    assert!(
        matches!(passed, Err(KeepError::Passed { is_gone: true, .. })),
        "{passed:?}"
    );
    assert_eq!(place.text(), before);
}

/// Asked, a person has left it as it is, while another program put back what it had changed: it is not
/// undone next.
#[test]
fn what_was_left_as_it_is_stays_so_though_nothing_stands_in_the_way_any_more() {
    let place = Place::new();
    let hind = place.keeper("hind");
    hind.change(&set("7", "position.status", "agreed")).unwrap();
    let own = hind.change(&set("8", "title.en", "Boats")).unwrap();
    let before = place.text();
    fs::write(place.file(), before.replace("Boats", "Rafts")).unwrap();
    assert!(matches!(hind.undo(), Err(KeepError::Conflict(_))));
    fs::write(place.file(), before).unwrap();
    let left = hind.leave(Deed::Undo, &own.line.id).unwrap();
    assert_eq!((left.what, left.of), (Deed::Pass, Some(own.line.id)));
    hind.undo().unwrap();
    assert_eq!(title(&place), "Boats");
    assert_eq!(value(&place.text(), "7", "position.status"), "draft");
}
