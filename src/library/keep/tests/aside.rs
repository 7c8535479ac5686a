//! The call in progress is written as everything is: whole or not at all, whatever fails.

use std::io::ErrorKind;

use super::*;
use crate::library::live::{Act, Live, State, read};
use crate::report::call::Moment;

fn begun() -> Act {
    Act::Begin {
        report: "a".into(),
        by: "hind".into(),
        chair: None,
    }
}

fn taken_up(item: &str) -> Act {
    Act::TakeUp(item.into())
}

fn now() -> Moment {
    Moment::parse("2021-09-01T10:00:00Z").unwrap()
}

/// Who does what in a call, and for whom a step fails.
fn live(place: &Place, step: Step, kind: ErrorKind) -> Live {
    Live::by(Arc::new(place.keeper_with(fails_at(step, kind))))
}

const FAILURES: [(ErrorKind, &str); 3] = [
    (ErrorKind::StorageFull, "The disk is full"),
    (
        ErrorKind::PermissionDenied,
        "You may not write in this folder",
    ),
    (ErrorKind::StaleNetworkFileHandle, "does not answer"),
];

#[test]
fn a_step_that_fails_leaves_the_call_as_it_was_and_says_why() {
    for (kind, says) in FAILURES {
        for step in [
            Step::Create,
            Step::Fill,
            Step::Guard,
            Step::Flush,
            Step::Replace,
        ] {
            // It is to begin.
            let place = Place::new();
            let one = live(&place, step, kind);
            let why = one.carry_out(&begun(), now()).unwrap_err();
            assert!(why.en.contains(says), "{step:?}: {}", why.en);
            assert!(!why.en.contains("No copy"), "{}", why.en);
            assert_eq!(
                place.names(),
                ["a.yaml", "history", "registry.yaml"],
                "{step:?}"
            );
            // What went wrong is over.
            one.carry_out(&begun(), now()).unwrap();
            let before = fs::read_to_string(place.library().join("live.yaml")).unwrap();
            // An item is to be taken up.
            let other = live(&place, step, kind);
            let why = other.carry_out(&taken_up("a:7"), now()).unwrap_err();
            assert!(why.en.contains(says), "{step:?}: {}", why.en);
            let after = fs::read_to_string(place.library().join("live.yaml")).unwrap();
            assert_eq!(after, before, "{step:?}");
            assert_eq!(
                place.names(),
                ["a.yaml", "history", "live.yaml", "registry.yaml"],
                "{step:?}"
            );
            other.carry_out(&taken_up("a:7"), now()).unwrap();
            let State::On(call) = read(&place.library()) else {
                panic!("{step:?}")
            };
            assert!(call.in_hand.is_some());
        }
    }
}

/// Once the new file is in its place everybody reads it: it would be wrong to say that nothing was done.
#[test]
fn what_fails_after_the_call_is_in_its_place_does_not_undo_it() {
    let place = Place::new();
    let flushed = || live(&place, Step::FlushFolder, ErrorKind::Other);
    let state = flushed().carry_out(&begun(), now()).unwrap();
    assert_eq!(state, read(&place.library()));
    let state = flushed().carry_out(&taken_up("a:7"), now()).unwrap();
    assert!(matches!(&state, State::On(call) if call.in_hand.is_some()));
    assert_eq!(state, read(&place.library()));
    let state = flushed().carry_out(&Act::ThrowAway, now()).unwrap();
    assert_eq!(state, State::None);
    assert_eq!(place.names(), ["a.yaml", "history", "registry.yaml"]);
}

/// The file that cannot be read: what a disk says that is dying. So it is of this one of the system's.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_cannot_be_read_is_told_and_stays_as_it_is() {
    let place = Place::new();
    let unreadable = |name: &str| {
        let path = place.library().join(name);
        let _ = fs::remove_file(&path);
        std::os::unix::fs::symlink("/proc/self/mem", path).unwrap();
    };
    let keeper = place.keeper("hind");
    keeper.change(&set("8", "title.en", "Boats")).unwrap();
    unreadable("a.yaml");
    let failed = keeper.change(&set("8", "title.en", "Vessels")).unwrap_err();
    assert!(matches!(failed, KeepError::Unreadable { .. }), "{failed:?}");
    let said = failed.message();
    assert!(said.en.contains("does not answer"), "{}", said.en);
    assert!(said.ar.contains("لا يستجيب"), "{}", said.ar);
    let copy = fs::read_to_string(failed.copy().unwrap()).unwrap();
    assert!(copy.contains("Vessels"), "{copy}");
    assert_eq!(place.lines().len(), 1);

    unreadable("live.yaml");
    let State::Wrong(said) = read(&place.library()) else {
        panic!("it was read")
    };
    assert!(said.en.contains("does not answer"), "{}", said.en);
    let why = Live::by(Arc::new(place.keeper("hind")))
        .carry_out(&begun(), now())
        .unwrap_err();
    assert_eq!(why, said);
}

/// Where no copy can be kept either, that is said: what is on the screen is all there is.
#[test]
fn where_there_is_no_copy_it_is_said() {
    let place = Place::new();
    fs::write(place.state(), "a file where the folder is to be").unwrap();
    for step in [Step::Create, Step::Fill, Step::Intend, Step::Replace] {
        let keeper = place.keeper_with(fails_at(step, ErrorKind::StorageFull));
        let failed = keeper.change(&set("8", "title.en", "Vessels")).unwrap_err();
        assert_eq!(failed.copy(), None);
        let said = failed.message();
        let no_copy = "No copy of what you wrote could be kept";
        assert!(said.en.starts_with("The disk is full"), "{}", said.en);
        assert!(said.en.contains(no_copy), "{}", said.en);
        assert!(said.ar.contains("تعذّر حفظ نسخة مما كتبته"), "{}", said.ar);
    }
    // Of what was not typed nothing is said.
    let keeper = place.keeper("hind");
    keeper.change(&set("8", "title.en", "Vessels")).unwrap();
    let keeper = place.keeper_with(fails_at(Step::Fill, ErrorKind::StorageFull));
    let said = keeper.undo().unwrap_err().message();
    assert!(!said.en.contains("copy"), "{}", said.en);
}

/// What is kept is what was typed: of a record that was to go, and of what was to be undone, nothing was.
#[test]
fn of_what_nobody_typed_no_copy_is_kept() {
    let place = Place::new();
    let keeper = place.keeper("hind");
    keeper.change(&set("8", "title.en", "Vessels")).unwrap();
    let removal = Change {
        file: "a.yaml".to_owned(),
        record: "a:8".to_owned(),
        edits: vec![Edit::Remove {
            at: FieldPath::root().key("items").id("8"),
        }],
        seen: Vec::new(),
    };
    for step in [Step::Create, Step::Fill, Step::Intend, Step::Replace] {
        for undoes in [false, true] {
            let keeper = place.keeper_with(fails_at(step, ErrorKind::StorageFull));
            let failed = match undoes {
                true => keeper.undo().unwrap_err(),
                false => keeper.change(&removal).unwrap_err(),
            };
            let said = failed.message();
            assert!(said.en.starts_with("The disk is full"), "{}", said.en);
            assert!(!said.en.contains("copy"), "{}", said.en);
            assert!(!place.state().join("unsaved").exists(), "{step:?}");
        }
    }
    // Nor where the file is not there.
    fs::remove_file(place.file()).unwrap();
    let failed = place.keeper("hind").change(&removal).unwrap_err();
    assert_eq!(failed.copy(), None);
    assert!(!place.state().join("unsaved").exists());
}
