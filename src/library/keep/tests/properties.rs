//! Any sequence of changes, undos and redos: the history says what the file is, and all of it can
//! be undone.

use proptest::prelude::*;

use super::super::plan::plan;
use super::super::turn;
use super::*;
use crate::library::edit::Reading;

/// What one does, in an item of one's own.
#[derive(Debug, Clone)]
enum Doing {
    Status(usize),
    Title(bool, String),
    Recommend(String),
    TakeRecommendation,
    Due(String),
    Position(bool),
    Undo,
    Redo,
}

fn doing() -> impl Strategy<Value = Doing> {
    prop_oneof![
        (0..3_usize).prop_map(Doing::Status),
        (any::<bool>(), "[a-zا-ي '\":#\n-]{1,12}").prop_map(|(ar, text)| Doing::Title(ar, text)),
        "[a-zا-ي ]{1,8}".prop_map(Doing::Recommend),
        Just(Doing::TakeRecommendation),
        "20(2[0-9])-0[1-9]".prop_map(Doing::Due),
        any::<bool>().prop_map(Doing::Position),
        Just(Doing::Undo),
        Just(Doing::Redo),
    ]
}

/// The change that is meant, in this item.
fn meant(doing: &Doing, item: &str) -> Change {
    let field = |field: &str, value: Option<Value>| Change {
        file: "a.yaml".to_owned(),
        record: format!("a:{item}"),
        edits: vec![match value {
            Some(value) => Edit::Set {
                at: at(item, field),
                value,
            },
            None => Edit::Remove {
                at: at(item, field),
            },
        }],
        seen: Vec::new(),
    };
    let first = at(item, "recommendations").id(format!("{item}/r1"));
    match doing {
        Doing::Status(which) => {
            let word = ["draft", "agreed", "delivered"][*which];
            field("position.status", Some(word.into()))
        }
        Doing::Title(true, text) => field("title.ar", Some(text.as_str().into())),
        Doing::Title(false, text) => field("title.en", Some(text.as_str().into())),
        Doing::Recommend(text) => {
            let mut change = recommend(item, "x");
            if let Edit::Insert { value, .. } = &mut change.edits[0] {
                value["text"]["en"] = text.as_str().into();
            }
            change
        }
        Doing::TakeRecommendation => Change {
            edits: vec![Edit::Remove { at: first }],
            ..field("title.en", None)
        },
        Doing::Due(date) => Change {
            edits: vec![Edit::Set {
                at: first.key("due"),
                value: date.as_str().into(),
            }],
            ..field("title.en", None)
        },
        Doing::Position(true) => {
            let yaml = "{stance: oppose, status: draft, text: {en: No, ar: لا}, src: s1}";
            field("position", Some(serde_yaml::from_str(yaml).unwrap()))
        }
        Doing::Position(false) => field("position", None),
        Doing::Undo | Doing::Redo => Change::default(),
    }
}

fn tree(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap()
}

proptest! {
    #![proptest_config(crate::testing::cases(24))]

    #[test]
    fn undo_and_redo_follow_the_changes_to_the_byte(all in prop::collection::vec(doing(), 1..16)) {
        let place = Place::new();
        // The texts before each change that can be undone, and after each that can be done again.
        let (mut before, mut after): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        for doing in &all {
            let now = place.text();
            let keeper = place.keeper("hind");
            match doing {
                Doing::Undo => match before.pop() {
                    Some(wanted) => {
                        keeper.undo().unwrap();
                        prop_assert_eq!(&place.text(), &wanted);
                        after.push(now);
                    }
                    None => prop_assert!(matches!(keeper.undo(), Err(KeepError::Nothing(_)))),
                },
                Doing::Redo => match after.pop() {
                    Some(wanted) => {
                        keeper.redo().unwrap();
                        prop_assert_eq!(&place.text(), &wanted);
                        before.push(now);
                    }
                    None => prop_assert!(matches!(keeper.redo(), Err(KeepError::Nothing(_)))),
                },
                _ => if keeper.change(&meant(doing, "7")).is_ok() {
                    before.push(now);
                    after.clear();
                } else {
                    prop_assert_eq!(&place.text(), &now);
                }
            }
        }
        // Line by line the history leads from the first text to the last.
        let mut text = REPORT.to_owned();
        for line in place.lines() {
            prop_assert_eq!(history::hash(&text), line.before);
            text = line.patch.unwrap().apply(&text).unwrap();
            prop_assert_eq!(history::hash(&text), line.after);
        }
        prop_assert_eq!(&text, &place.text());
        while place.keeper("hind").undo().is_ok() {}
        prop_assert_eq!(place.text(), REPORT);
    }

    #[test]
    fn two_who_work_apart_can_each_undo_all(
        all in prop::collection::vec((any::<bool>(), doing()), 1..14)
    ) {
        let place = Place::new();
        for (is_hind, doing) in &all {
            let (who, item) = if *is_hind { ("hind", "7") } else { ("omar", "8") };
            let keeper = place.keeper(who);
            let done = match doing {
                Doing::Undo => keeper.undo(),
                Doing::Redo => keeper.redo(),
                doing => keeper.change(&meant(doing, item)),
            };
            prop_assert!(!matches!(done, Err(KeepError::Conflict(_))), "{:?}", done);
        }
        // Field by field the history leads from the first tree to the last.
        let mut text = REPORT.to_owned();
        for line in place.lines() {
            let task = turn::task(&line.fields, None);
            text = plan(&text, &task, || Reading::of(&text)).unwrap().text;
        }
        prop_assert_eq!(tree(&text), tree(&place.text()));
        for who in ["hind", "omar"] {
            let keeper = place.keeper(who);
            let end = loop {
                match keeper.undo() {
                    Ok(_) => {}
                    Err(end) => break end,
                }
            };
            prop_assert!(matches!(end, KeepError::Nothing(_)), "{:?}", end);
        }
        prop_assert_eq!(tree(&place.text()), tree(REPORT));
    }
}
