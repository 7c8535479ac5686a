//! Each command that changes something tells it as JSON too: one line, which is that of the history.

use serde_json::{Value, json};

use super::changing::{library, majlis};

#[test]
fn what_was_changed_is_told_as_the_line_of_the_history() {
    let folder = library();
    let new = json!({"id": "27/n1", "text": {"en": "So it was"}});
    let [ar, en] = ["نداء", "Call"];
    let meeting = json!({"id": "meet/call", "title": {"ar": ar, "en": en}, "date": "2021-09-15"});
    for (arguments, what, record, at, became) in [
        (
            &["note", "c1:27", "So it was"][..],
            "change",
            "c1:27/n1",
            &["items", "[27]", "notes", "[27/n1]"][..],
            Some(new.clone()),
        ),
        (
            &["undo"],
            "undo",
            "c1:27/n1",
            &["items", "[27]", "notes", "[27/n1]"][..],
            None,
        ),
        (
            &["redo"],
            "redo",
            "c1:27/n1",
            &["items", "[27]", "notes", "[27/n1]"][..],
            Some(new),
        ),
        (
            &["set", "c1:27", "position.status=agreed"],
            "change",
            "c1:27",
            &["items", "[27]", "position", "status"],
            Some("agreed".into()),
        ),
        (
            &[
                "add",
                "meeting",
                "c1",
                "date=15/9/2021",
                "--ar",
                ar,
                "--en",
                en,
            ],
            "change",
            "c1:meet/call",
            &["meetings", "[meet/call]"],
            Some(meeting),
        ),
        (
            &["remove", "c1:meet/call"],
            "change",
            "c1:meet/call",
            &["meetings", "[meet/call]"],
            None,
        ),
    ] {
        let ran = majlis(&folder, &[arguments, &["--json"]].concat());
        assert_eq!((ran.code, ran.error.as_str()), (0, ""), "{arguments:?}");
        assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
        let told: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(told["what"], what, "{told}");
        assert_eq!(
            (&told["who"], &told["by"]),
            (&"hind".into(), &"command".into())
        );
        assert_eq!(told["record"], record);
        let fields = told["fields"].as_array().unwrap();
        assert_eq!(fields.len(), 1, "{told}");
        let step = |step: &&str| match step.strip_prefix('[').and_then(|id| id.strip_suffix(']')) {
            Some(id) => json!({"id": id}),
            None => json!({"key": step}),
        };
        let at: Vec<Value> = at.iter().map(step).collect();
        assert_eq!(fields[0]["at"], Value::Array(at), "{told}");
        assert_eq!(fields[0].get("became").cloned(), became, "{told}");
        // The history says the same.
        let log = majlis(&folder, &["log", "--json", "--limit", "1"]);
        let line: Value = serde_json::from_str(&log.out).unwrap();
        for key in line.as_object().unwrap().keys() {
            assert_eq!(line[key], told[key], "{key}");
        }
        // What was undone and done again is told by its name.
        assert_eq!(told.get("of").is_some(), what != "change", "{told}");
    }
}
