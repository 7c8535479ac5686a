//! Changes of several files that are one.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::AtomicUsize;

use super::*;

const FILES: [&str; 3] = ["a.yaml", "b.yaml", "c.yaml"];

/// A library of three reports that say the same.
fn three() -> Place {
    let place = Place::new();
    for id in ["b", "c"] {
        let text = REPORT.replace("{id: a,", &format!("{{id: {id},"));
        fs::write(place.library().join(format!("{id}.yaml")), text).unwrap();
    }
    place
}

fn titles(place: &Place) -> [String; 3] {
    FILES.map(|file| {
        let text = fs::read_to_string(place.library().join(file)).unwrap();
        value(&text, "8", "title.en")
    })
}

/// The title of item 8 in each file.
fn changes(title: &str) -> Vec<Change> {
    let all = FILES.iter().map(|file| Change {
        file: (*file).to_owned(),
        record: format!("{}:8", file.trim_end_matches(".yaml")),
        ..change("8", "title.en", Some("Ships"), Some(title))
    });
    all.collect()
}

const BEFORE: [&str; 3] = ["Ships"; 3];
const SINCE: [&str; 3] = ["Boats"; 3];

/// Undoes or does again, and what was made together with it.
fn turn_all(keeper: &Keeper, what: Deed) {
    let mut done = match what {
        Deed::Redo => keeper.redo().unwrap(),
        _ => keeper.undo().unwrap(),
    };
    let mut count = 1;
    while let Some(half) = &done.half {
        done = keeper.turn_all_the_same(what, half, &[]).unwrap();
        count += 1;
    }
    assert_eq!(count, 3);
}

#[test]
fn several_files_are_changed_undone_and_done_again_as_one() {
    let place = three();
    let hind = place.keeper("hind");
    let made = hind.change_all(&changes("Boats")).unwrap();
    assert_eq!(titles(&place), SINCE);
    let with: Vec<_> = made.iter().map(|done| done.line.with.clone()).collect();
    let first = Some(made[0].line.id.clone());
    assert_eq!(with, [None, first.clone(), first]);
    for _ in 0..2 {
        turn_all(&hind, Deed::Undo);
        assert_eq!(titles(&place), BEFORE);
        assert!(matches!(hind.undo(), Err(KeepError::Nothing(_))));
        turn_all(&hind, Deed::Redo);
        assert_eq!(titles(&place), SINCE);
        assert!(matches!(hind.redo(), Err(KeepError::Nothing(_))));
    }
    // What is so already is left out.
    assert!(matches!(
        hind.change_all(&changes("Boats")),
        Err(KeepError::Conflict(_) | KeepError::Unchanged)
    ));
}

/// What comes into the directory under another id than was thought is named by that one.
#[test]
fn what_is_added_with_it_is_named_by_the_id_that_it_is_given() {
    let place = three();
    let hind = place.keeper("hind");
    let insert = |file: &str, list: &str, value: &str| Change {
        file: file.to_owned(),
        record: file.to_owned(),
        edits: vec![Edit::Insert {
            list: FieldPath::root().key(list),
            before: None,
            value: serde_yaml::from_str(value).unwrap(),
        }],
        seen: Vec::new(),
    };
    // In the first file something is called so already.
    let all = [
        insert("a.yaml", "items", "{id: '8', title: {en: Boats}}"),
        insert(
            "b.yaml",
            "nominations",
            "{id: nom/x, person: '8', body: itu, role: chair, status: proposed, item: '8'}",
        ),
    ];
    let made = hind.change_all(&all).unwrap();
    let [(wished, given)] = made[0].renamed.as_slice() else {
        panic!("{:?}", made[0].renamed)
    };
    assert_eq!(wished, "8");
    let text = fs::read_to_string(place.library().join("b.yaml")).unwrap();
    let tree: serde_yaml::Value = serde_yaml::from_str(&text).unwrap();
    let one = &tree["nominations"][0];
    assert_eq!(one["person"].as_str(), Some(given.as_str()));
    // What names records of its own report means those.
    assert_eq!(one["item"].as_str(), Some("8"));
}

#[test]
fn where_one_cannot_be_none_is_changed() {
    let place = three();
    let omar = place.keeper("omar");
    let last = changes("Rafts").pop().unwrap();
    omar.change(&last).unwrap();
    let hind = place.keeper("hind");
    let refused = hind.change_all(&changes("Boats"));
    assert!(
        matches!(refused, Err(KeepError::Conflict(_))),
        "{refused:?}"
    );
    assert_eq!(titles(&place), ["Ships", "Ships", "Rafts"]);
    let lines = place.lines();
    assert!(
        lines
            .iter()
            .all(|line| line.what == Deed::Conflict || line.who == "omar")
    );
}

/// The disk is full when the second or the third file is put in its place.
#[test]
fn where_one_cannot_be_written_those_before_it_are_as_they_were() {
    for fails in [2, 3] {
        let place = three();
        let count = AtomicUsize::new(0);
        let hind = place.keeper_with(Before(move |step| match step {
            Step::Replace if count.fetch_add(1, Ordering::Relaxed) + 1 == fails => {
                Err(io::ErrorKind::StorageFull.into())
            }
            _ => Ok(()),
        }));
        let refused = hind.change_all(&changes("Boats"));
        assert!(
            matches!(refused, Err(KeepError::NotWritten { .. })),
            "{refused:?}"
        );
        assert_eq!(titles(&place), BEFORE);
        // It never comes up again.
        assert!(matches!(hind.undo(), Err(KeepError::Nothing(_))));
        assert!(matches!(hind.redo(), Err(KeepError::Nothing(_))));
        hind.change_all(&changes("Boats")).unwrap();
        assert_eq!(titles(&place), SINCE);
        turn_all(&hind, Deed::Undo);
        assert_eq!(titles(&place), BEFORE);
    }
}

/// Whoever is stopped behind the first or the second file has done nothing: the next one who writes takes
/// it back, and it does not come up again, for either of them.
#[test]
fn who_is_stopped_between_two_files_leaves_nothing_half_done() {
    for stopped in [2, 3] {
        for at_step in [Step::Create, Step::Replace] {
            let place = three();
            let count = AtomicUsize::new(0);
            let hind = place.keeper_with(Before(move |step| {
                let is_it = step == at_step;
                assert!(!is_it || count.fetch_add(1, Ordering::Relaxed) + 1 != stopped);
                Ok(())
            }));
            let all = changes("Boats");
            let ran = catch_unwind(AssertUnwindSafe(|| hind.change_all(&all)));
            assert!(ran.is_err());
            assert_ne!(titles(&place), BEFORE);
            let omar = place.keeper("omar");
            omar.change(&set("7", "position.status", "agreed")).unwrap();
            assert_eq!(titles(&place), BEFORE, "{stopped} {at_step:?}");
            let hind = place.keeper("hind");
            assert!(matches!(hind.undo(), Err(KeepError::Nothing(_))));
            assert!(matches!(hind.redo(), Err(KeepError::Nothing(_))));
            omar.undo().unwrap();
            assert!(matches!(omar.undo(), Err(KeepError::Nothing(_))));
            assert_eq!(titles(&place), BEFORE);
            // What was done whole is not taken back.
            hind.change_all(&changes("Boats")).unwrap();
            omar.change(&set("7", "position.status", "agreed")).unwrap();
            assert_eq!(titles(&place), SINCE);
        }
    }
}
