//! `majlis log`: who changed what.

use serde_json::Value;

use super::changing::{library, majlis};

#[test]
fn log_tells_who_changed_what_the_newest_first() {
    let folder = library();
    assert_eq!(majlis(&folder, &["log"]).code, 1);
    majlis(
        &folder,
        &["set", "c1:27", "position.status=agreed", "--as", "omar"],
    );
    majlis(&folder, &["note", "c1:27", "A note"]);
    majlis(&folder, &["set", "itu", "aliases=UIT"]);
    majlis(&folder, &["undo"]);
    let log = majlis(&folder, &["log"]);
    assert_eq!(log.code, 0, "{log:?}");
    let told: Vec<Vec<&str>> = log
        .out
        .lines()
        .map(|line| line.split('\t').collect())
        .collect();
    let said: Vec<(&str, &str)> = told.iter().map(|row| (row[2], row[3])).collect();
    assert_eq!(
        said,
        [
            ("hind", "undone: itu aliases: removed (was: UIT)"),
            ("hind", "itu aliases: UIT"),
            ("hind", "c1:27/n1: added: A note"),
            ("omar", "c1:27 position.status: agreed (was: draft)"),
        ]
    );
    let of_item = majlis(&folder, &["log", "27", "--json"]);
    let lines: Vec<Value> = of_item
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let records: Vec<&str> = lines
        .iter()
        .map(|line| line["record"].as_str().unwrap())
        .collect();
    assert_eq!(records, ["c1:27/n1", "c1:27"]);
    // The change of another, by the name that the log gives.
    let ran = majlis(&folder, &["undo", told[3][0]]);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (0, "c1:27 position.status: draft (was: agreed)\n")
    );
    assert_eq!(majlis(&folder, &["undo", "0000"]).code, 1);
    assert_eq!(
        majlis(&folder, &["log", "--limit", "2"])
            .out
            .lines()
            .count(),
        2
    );
}

/// In Arabic the words of a fixed set are told as people call them; a program reads them as they stand.
#[test]
fn the_log_tells_values_in_words() {
    let folder = library();
    for change in [
        "position.status=agreed",
        "position.stance=oppose",
        "kind=topic",
        "position.inferred=status",
    ] {
        let ran = majlis(&folder, &["set", "c1:27", change]);
        assert_eq!(ran.code, 0, "{ran:?}");
    }
    let log = majlis(&folder, &["log", "--lang", "ar"]);
    let said: Vec<&str> = log
        .out
        .lines()
        .rev()
        .map(|row| row.split('\t').nth(3).unwrap())
        .collect();
    assert_eq!(
        said,
        [
            "c1:27 الموقف، الحالة: متفق عليه (كان: مسودة)",
            "c1:27 الموقف، نوع الموقف: معارضة (كان: تأييد)",
            "c1:27 النوع: موضوع",
            "c1:27 الموقف، مستنتَج: الحالة",
        ]
    );
    let json = majlis(&folder, &["log", "--lang", "ar", "--json", "--limit", "1"]);
    assert!(json.out.contains("\"status\""), "{json:?}");
    majlis(
        &folder,
        &["set", "c1:27", "position.stance=neutral", "--as", "omar"],
    );
    majlis(&folder, &["undo"]);
    majlis(&folder, &["undo"]);
    let asked = majlis(&folder, &["undo", "--lang", "ar"]);
    assert!(asked.out.contains("وجعله omar «حياد»"), "{asked:?}");
}
