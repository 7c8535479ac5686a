//! Orders are carried out one after another, and who gave them hears of it.

mod ids;

use std::fs;
use std::sync::mpsc;

use std::path::Path;

use super::*;
use serde_yaml::Value;

use crate::library::Library;
use crate::library::edit::Edit;
use crate::library::keep::{Keeper, Means, Seen};

/// Longer than anything here takes.
const LONG: Duration = Duration::from_secs(60);

fn library() -> (tempfile::TempDir, Arc<Keeper>) {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    put(
        "x.yaml",
        "report: {id: x, kind: group-report, title: {en: A}}\n",
    );
    put(
        "registry.yaml",
        "people:\n  - {id: selim, name: {en: S. Selim}}\n",
    );
    let keeper = Keeper::new(folder.path(), "hind", Means::Hand).with_state(None);
    (folder, Arc::new(keeper))
}

fn title(text: &str) -> Task {
    Task::Change(Change {
        file: "x.yaml".to_owned(),
        record: "x".to_owned(),
        edits: vec![Edit::Set {
            at: FieldPath::root().key("report").key("title").key("en"),
            value: text.into(),
        }],
        seen: Vec::new(),
    })
}

fn order(number: u64, task: Task) -> Order {
    Order {
        number,
        task,
        after: Vec::new(),
        unheard: Vec::new(),
        with: None,
    }
}

/// An order that is unheard, and what it adds is shown by this id.
fn shown(number: u64, id: &str) -> Unheard {
    let shown = vec![id.to_owned()];
    Unheard { number, shown }
}

fn person(yaml: &str) -> Task {
    let value: Value = serde_yaml::from_str(yaml).unwrap();
    Task::Change(Change {
        file: "registry.yaml".to_owned(),
        record: value["id"].as_str().unwrap().to_owned(),
        edits: vec![Edit::Insert {
            list: FieldPath::root().key("people"),
            before: None,
            value,
        }],
        seen: Vec::new(),
    })
}

fn nomination() -> Task {
    let value =
        "{id: nom/a, person: selim, body: c, role: chair, status: proposed, text: {en: selim}}";
    Task::Change(Change {
        file: "x.yaml".to_owned(),
        record: "x:nom/a".to_owned(),
        edits: vec![Edit::Insert {
            list: FieldPath::root().key("nominations"),
            before: None,
            value: serde_yaml::from_str(value).unwrap(),
        }],
        seen: Vec::new(),
    })
}

#[test]
fn orders_are_carried_out_as_they_were_given_and_who_gave_them_is_woken() {
    let (folder, keeper) = library();
    let before = fs::read_to_string(folder.path().join("x.yaml")).unwrap();
    let (sender, woken) = mpsc::channel();
    let mut beside = Beside::start(keeper, move || _ = sender.send(())).unwrap();
    for (number, text) in (1..).zip(["B", "C", "D"]) {
        beside.hand_over(order(number, title(text)));
    }
    // Undone behind a change in the queue, it is that change.
    beside.hand_over(order(4, Task::Undo(None)));
    let mut became = Vec::new();
    for number in 1..=4 {
        let outcome = beside.outcome(LONG).unwrap();
        assert_eq!(outcome.number, number);
        let volume = outcome.volume.unwrap();
        became.push(volume.head().unwrap().title.en.clone().unwrap());
        assert!(outcome.made.unwrap().is_ok());
        woken.recv_timeout(LONG).unwrap();
    }
    assert_eq!(became, ["B", "C", "D", "C"]);
    assert!(beside.outcome(Duration::ZERO).is_none(), "each once");
    let now = fs::read_to_string(folder.path().join("x.yaml")).unwrap();
    assert_eq!(now, before.replace("en: A", "en: C"));
}

#[test]
fn what_names_a_new_record_follows_what_becomes_of_it() {
    let (folder, keeper) = library();
    let mut clerk = Clerk::new(keeper);
    // The id is taken: the new person gets another one, and is named by it.
    let made = clerk.carry_out(order(1, person("{id: selim, name: {en: Shahira Selim}}")));
    assert_eq!(
        made.made.unwrap().unwrap().renamed,
        [("selim".to_owned(), "selim-2".to_owned())]
    );
    let after = Order {
        with: None,
        number: 2,
        task: nomination(),
        after: vec![1],
        unheard: vec![shown(1, "selim")],
    };
    let made = clerk.carry_out(after).made.unwrap();
    assert!(made.is_ok(), "{made:?}");
    let text = fs::read_to_string(folder.path().join("x.yaml")).unwrap();
    assert!(text.contains("person: selim-2"), "{text}");
    assert!(!text.contains("en: selim-2"), "{text}");
    // Also in a list, and where a record names several.
    let body = "{id: hub, name: {en: Hub}, kind: unit}";
    let insert = |file: &str, record: &str, list: FieldPath, yaml: &str| {
        Task::Change(Change {
            file: file.to_owned(),
            record: record.to_owned(),
            edits: vec![Edit::Insert {
                list,
                before: None,
                value: serde_yaml::from_str(yaml).unwrap(),
            }],
            seen: Vec::new(),
        })
    };
    let bodies = || {
        insert(
            "registry.yaml",
            "hub",
            FieldPath::root().key("bodies"),
            body,
        )
    };
    clerk.carry_out(order(10, bodies())).made.unwrap().unwrap();
    let given = clerk.carry_out(order(11, bodies())).made.unwrap().unwrap();
    assert_eq!(given.renamed, [("hub".to_owned(), "hub-2".to_owned())]);
    let after = Order {
        with: None,
        number: 12,
        task: insert(
            "x.yaml",
            "x:ev/a",
            FieldPath::root().key("events"),
            "{id: ev/a, kind: forum, title: {en: hub}, bodies: [c, hub]}",
        ),
        after: vec![11],
        unheard: vec![shown(11, "hub")],
    };
    let made = clerk.carry_out(after).made.unwrap();
    assert!(made.is_ok(), "{made:?}");
    let text = fs::read_to_string(folder.path().join("x.yaml")).unwrap();
    let events = text.split_once("events:").unwrap().1;
    assert!(events.contains("hub-2"), "{events}");
    assert_eq!(events.matches("hub-2").count(), 1, "{events}");
    // A person without a name is none: what depends on it is not done either.
    let refused = clerk.carry_out(order(13, person("{id: omar}")));
    assert!(refused.made.unwrap().is_err());
    let after = Order {
        with: None,
        number: 14,
        task: title("Z"),
        after: vec![13],
        unheard: vec![shown(13, "omar")],
    };
    assert!(clerk.carry_out(after).made.is_none());
    let now = fs::read_to_string(folder.path().join("x.yaml")).unwrap();
    assert_eq!(now, text);
}
