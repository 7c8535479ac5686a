//! What is not asked about, since nobody else has changed it; and what is passed over.

use super::*;

fn title(place: &Place) -> String {
    value(&place.text(), "8", "title.en")
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
        assert!(matches!(hind.undo(), Err(KeepError::Nothing)));
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
    let keep = |what, of| hind.pass_over(what, of);
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
        Err(KeepError::Nothing)
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
    assert!(matches!(hind.redo(), Err(KeepError::Nothing)));
}
