//! Whatever the text and whatever the edit: an answer, never a panic; what is changed is as meant.

use proptest::prelude::*;
use serde_yaml::Value;

use super::model::{self, Dice};
use super::written;
use crate::library::edit::{Edit, FieldPath, Step, apply, value};

/// Steps at random.
fn steps() -> impl Strategy<Value = FieldPath> {
    let step = prop_oneof![
        "[a-z]{0,3}|report|items|\\PC{0,3}".prop_map(Step::Key),
        "[0-9a-z]{0,2}".prop_map(Step::Id),
        (0..4_usize).prop_map(Step::Place),
        Just(Step::Place(usize::MAX)),
    ];
    prop::collection::vec(step, 0..4).prop_map(FieldPath)
}

/// An edit at random of a place that may not be there.
fn edit(at: FieldPath, seed: u64) -> Edit {
    let mut dice = Dice(seed);
    let value = model::value(&mut dice, 3);
    let before = [
        None,
        Some(Step::Place(dice.below(3))),
        Some(Step::Id("x".to_owned())),
    ];
    let before = dice.one_of(&before).clone();
    match dice.below(4) {
        0 => Edit::Set { at, value },
        1 => Edit::Remove { at },
        2 => Edit::Insert {
            list: at,
            before,
            value,
        },
        _ => Edit::Move { at, before },
    }
}

fn survives(text: &str, edit: &Edit) {
    let before = value(text, &FieldPath::root());
    match apply(text, std::slice::from_ref(edit)) {
        Ok(new) => {
            let after = value(&new, &FieldPath::root());
            assert!(
                before.is_err() || after.is_ok(),
                "{text:?} {edit:?} {new:?}"
            );
            if let (Edit::Set { at, value: meant }, Ok(_)) = (edit, &after) {
                assert_eq!(value(&new, at), Ok(Some(meant.clone())));
            }
        }
        Err(error) => assert!(!error.message().ar.is_empty()),
    }
}

proptest! {
    #![proptest_config(crate::testing::cases(600))]

    #[test]
    fn any_text(text in "\\PC{0,40}|[-?:,\\[\\]{}#&*!|>'\"%@` \t\r\na-c0-9]{0,60}", at in steps(), seed: u64) {
        survives(&text, &edit(at, seed));
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..60), at in steps(), seed: u64) {
        survives(&String::from_utf8_lossy(&bytes), &edit(at, seed));
    }

    #[test]
    fn a_file_with_something_knocked_about(seed: u64, signs in "[-?:,\\[\\]{}#&*!|>'\" \t\n]{0,3}") {
        let mut dice = Dice(seed);
        let (mut text, whole) = written::file(&mut dice);
        let edit = model::edit(&mut dice, &whole);
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let at = *dice.one_of(&places);
        let end = text[at..].char_indices().nth(dice.below(3)).map_or(at, |(more, _)| at + more);
        text.replace_range(at..end, &signs);
        if let Some(edit) = edit {
            survives(&text, &edit);
        }
    }
}

#[test]
fn much_of_everything_ends_soon() {
    let edit = Edit::Set {
        at: FieldPath::root().key("a"),
        value: Value::Bool(true),
    };
    let texts = [
        "[".repeat(100_000),
        "{a: ".repeat(100_000),
        "- ".repeat(100_000),
        "a: |\n".to_owned() + &" \n".repeat(100_000),
        "a: 1\n".to_owned() + &"# c\n".repeat(100_000),
        "a: 1\n".to_owned() + &"\n".repeat(100_000),
        "a: [".to_owned() + &"x, ".repeat(100_000) + "]\n",
        "a: 'x".to_owned() + &"''".repeat(100_000),
        "#".repeat(100_000) + "\na: 1\n",
        format!("a: {}\n", "س".repeat(100_000)),
    ];
    for text in texts {
        let _ = apply(&text, std::slice::from_ref(&edit));
    }
    let many: String = (0..20_000)
        .map(|nth| format!("- id: {nth}\n  # c\n"))
        .collect();
    let last = FieldPath::root().id("19999");
    let new = apply(
        &many,
        &[Edit::Move {
            at: last,
            before: Some(Step::Place(0)),
        }],
    )
    .unwrap();
    assert!(new.starts_with("- id: 19999\n  # c\n- id: 0\n"));
}
