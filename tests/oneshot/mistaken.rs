//! What was meant otherwise is told back with what would be right, and an example.

use serde_json::Value;

use super::changing::{REPORT, library, majlis, text, tree};

/// The library with an item that has no position.
fn with_bare_item() -> super::majlis_program::Folder {
    let folder = library();
    let bare = "  - {id: \"28\", title: {ar: المنارات, en: Lighthouses}, src: s1}\n";
    folder.put("c1.yaml", format!("{REPORT}{bare}"));
    folder
}

#[test]
fn what_is_mistaken_is_told_with_what_would_be_right() {
    let folder = with_bare_item();
    let before = text(&folder, "c1.yaml");
    for (arguments, code, en, ar) in [
        (
            &["note", "c1"][..],
            2,
            "a note stands at an item; name the item, such as c1:27",
            "مثل c1:27",
        ),
        (&["note", "c1", "A text"], 2, "such as c1:27", "مثل c1:27"),
        (
            &["add", "view", "c1", "--en", "x"],
            2,
            "a view stands at an item",
            "c1:27",
        ),
        (
            &["add", "banana", "c1:27"],
            2,
            "“banana” is nothing that can be added. Kinds: item, position, nomination,",
            "الأنواع: item، position، nomination،",
        ),
        (
            &["add", "notte", "c1:27"],
            2,
            "did you mean note?",
            "لعلك تقصد note",
        ),
        (
            &["add", "position", "c1:27", "stance=amend", "--en", "x"],
            2,
            "c1:27 has a position already; change it: majlis set c1:27/position",
            "majlis set c1:27/position",
        ),
        (
            &["set", "c1:28", "position.status=agreed"],
            2,
            "c1:28 has no position as yet; add one first: majlis add position c1:28 stance=",
            "أضفه أولاً: majlis add position c1:28",
        ),
        (
            &["new", "c 28", "--en", "x"],
            2,
            "“c 28” cannot be the id of a report: Latin letters, digits, - and . without blanks, such as c28",
            "«c 28» لا يصلح معرّفاً لتقرير",
        ),
        (
            &["add", "recommendation", "c1:28"],
            2,
            "what does it say? give its text in Arabic, --ar '…', or in English, --en '…'",
            "ما نصه؟",
        ),
        (
            &["add", "contribution", "c1:28", "--id", "con/x", "--en", "x"],
            2,
            "what is missing: by=…",
            "ينقصه: by=…",
        ),
        (
            &["add", "nomination", "c1:27", "body=itu", "role=chair"],
            2,
            "who is nominated? name the person, person=ID, or who holds",
            "من المرشَّح؟",
        ),
        (
            &["undo", "nonsense"],
            1,
            "no change is called “nonsense”; majlis log shows",
            "لا تعديل معرّفه «nonsense»",
        ),
        (
            &["note", "c1:27", "-agreed"],
            2,
            "put -- before the text",
            "فاكتب قبله",
        ),
    ] {
        for (language, says) in [("en", en), ("ar", ar)] {
            let mut all = arguments.to_vec();
            all.extend(["--lang", language]);
            // The language is asked for before what is not understood.
            all.rotate_right(2);
            let ran = majlis(&folder, &all);
            assert_eq!(ran.code, code, "{all:?} {ran:?}");
            assert!(ran.error.contains(says), "{all:?} {ran:?}");
        }
    }
    assert_eq!(text(&folder, "c1.yaml"), before);
}

#[test]
fn several_changes_that_begin_alike_are_told() {
    let folder = library();
    majlis(&folder, &["note", "c1:27", "One"]);
    majlis(&folder, &["note", "c1:27", "Two"]);
    // All names of this century begin with the same digit.
    let first = &majlis(&folder, &["log"]).out[..1];
    let ran = majlis(&folder, &["undo", first]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.error.contains("several changes begin with"), "{ran:?}");
}

#[test]
fn a_position_is_added_by_a_command_and_is_at_first_a_draft() {
    let folder = with_bare_item();
    let add = [
        "add",
        "position",
        "c1:28",
        "stance=support",
        "--en",
        "We support.",
    ];
    let ran = majlis(&folder, &add);
    assert_eq!(ran.code, 0, "{ran:?}");
    let position = &tree(&folder, "c1.yaml")["items"][1]["position"];
    assert_eq!(position["status"], "draft");
    assert_eq!(position["stance"], "support");
    // Where all of it is given at once, there need not be one.
    assert_eq!(majlis(&folder, &["undo"]).code, 0);
    let set = [
        "set",
        "c1:28",
        "position.stance=amend",
        "position.status=agreed",
        "position.text.en=We amend.",
    ];
    let ran = majlis(&folder, &set);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(
        tree(&folder, "c1.yaml")["items"][1]["position"]["stance"],
        "amend"
    );
}

#[test]
fn a_date_is_told_back_as_the_day_that_was_understood() {
    let folder = library();
    let add = |due: &str, more: &[&str]| {
        let mut all = vec![
            "add",
            "recommendation",
            "c1:27",
            "--en",
            "Study",
            "--due",
            due,
        ];
        all.extend(more);
        majlis(&folder, &all)
    };
    assert_eq!(
        add("15/9/2021", &[]).out,
        "c1:27/r1: added\ndue: “15/9/2021” is Wednesday 15 September 2021\n"
    );
    assert_eq!(
        add("15/9/2021", &["--lang", "ar"]).out,
        "إضافة c1:27/r2\ndue: فُهم «15/9/2021» على أنه الأربعاء 15 سبتمبر 2021\n"
    );
    assert_eq!(
        add("15/9/2021 5pm", &[]).out,
        "c1:27/r3: added\ndue: “15/9/2021 5pm” is Wednesday 15 September 2021\n“5pm” is not kept, for a \
         date has no hour\n"
    );
    // Hijri.
    assert_eq!(
        add("15/9/1448", &[]).out,
        "c1:27/r4: added\ndue: “15/9/1448” is Monday 22 February 2027\n"
    );
    let told: Value = serde_json::from_str(&add("9/2021", &["--json"]).out).unwrap();
    assert_eq!(told["understood"]["due"], "2021-09");
    assert_eq!(told["fields"][0]["became"]["due"], "2021-09");
    // What is typed as it is written needs no telling.
    assert_eq!(add("2021-09-15", &[]).out, "c1:27/r6: added\n");
    let told: Value = serde_json::from_str(&add("2021-09-15", &["--json"]).out).unwrap();
    assert!(told["understood"].is_null());
    let set = majlis(&folder, &["set", "c1:27/r1", "due=yesterday", "--json"]);
    let told: Value = serde_json::from_str(&set.out).unwrap();
    let day = told["understood"]["due"].as_str().unwrap();
    assert_eq!(told["fields"][0]["became"], day);
    let set = majlis(&folder, &["set", "c1:27/r2", "--due", "yesterday"]);
    let second = set.out.lines().nth(1).unwrap();
    assert!(second.starts_with("due: “yesterday” is "), "{set:?}");
    let new = ["new", "c2", "--en", "New", "date=22/11/2021"];
    let ran = majlis(&folder, &new);
    assert!(
        ran.out
            .ends_with("date: “22/11/2021” is Monday 22 November 2021\n"),
        "{ran:?}"
    );
}

#[test]
fn a_text_may_begin_with_a_dash() {
    let folder = library();
    for (arguments, wanted) in [
        (
            &["note", "c1:27", "-20 % of the budget"][..],
            "-20 % of the budget",
        ),
        (&["note", "c1:27", "-20%"], "-20%"),
        (&["note", "c1:27", "-see annex 2"], "-see annex 2"),
        (&["note", "c1:27", "-- agreed"], "-- agreed"),
        (&["note", "c1:27", "--en", "-agreed"], "-agreed"),
        (&["note", "c1:27", "--", "-agreed"], "-agreed"),
        (&["note", "c1:27", "--", "--agreed"], "--agreed"),
    ] {
        let ran = majlis(&folder, arguments);
        assert_eq!(ran.code, 0, "{arguments:?} {ran:?}");
        let notes = &tree(&folder, "c1.yaml")["items"][0]["notes"];
        let last = notes.as_sequence().unwrap().last().unwrap();
        assert_eq!(last["text"]["en"], wanted, "{arguments:?}");
    }
}

/// While a file cannot be read, the ids of another report are not offered in the place of its own.
#[test]
fn what_stands_in_a_file_that_cannot_be_read_is_not_looked_for_elsewhere() {
    let folder = library();
    folder.put("c2.yaml", REPORT.replace("id: c1", "id: c2"));
    folder.put("c1.yaml", format!("{REPORT}  - [\n"));
    for (arguments, code) in [
        (&["set", "c1:27", "number=29"][..], 2),
        (&["note", "c1:27", "A note"], 2),
        (&["show", "c1:27"], 2),
    ] {
        for (language, told) in [
            ("en", "c1.yaml cannot be read, so “c1:27” is not known now"),
            ("ar", "تتعذر قراءة c1.yaml، فلا يُعرف «c1:27» الآن"),
        ] {
            let mut all = vec!["--lang", language];
            all.extend(arguments);
            let ran = majlis(&folder, &all);
            assert_eq!(ran.code, code, "{ran:?}");
            assert!(ran.error.contains(told), "{ran:?}");
            assert!(!ran.error.contains("c2:27"), "{ran:?}");
        }
    }
    // A slip in the id of a report that can be read is told as ever.
    let ran = majlis(&folder, &["set", "c2:2", "number=29"]);
    assert!(ran.error.contains("c2:27"), "{ran:?}");
}
