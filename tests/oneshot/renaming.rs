//! `majlis set ID id=NEW`: what names the record goes with it, in its file and in others.

use super::changing::{REPORT, library, majlis, text};

/// What names a record in other files goes with it: one change, undone and done again as one, also of three
/// files and by the name of any of its lines.
#[test]
fn an_id_takes_along_what_names_it_in_other_files() {
    let nominated = "nominations:\n  - {id: nom/selim, person: selim, country: EGY, body: itu, role: chair, status: proposed, src: s1}   # one\n";
    let folder = library();
    folder.put("c1.yaml", format!("{REPORT}{nominated}"));
    let second = REPORT.replace("id: c1", "id: c2");
    let second = second.replace(
        "refs: [itu]",
        "see: [c1:27, 'c1:27/position', 'c1:nom/selim']",
    );
    folder.put("c2.yaml", format!("{second}{nominated}"));
    let files = ["registry.yaml", "c1.yaml", "c2.yaml"];
    let texts = || files.map(|file| text(&folder, file));
    let before = texts();
    let wanted = [
        before[0].replace("{id: selim", "{id: selma"),
        before[1].replace("person: selim", "person: selma"),
        before[2].replace("person: selim", "person: selma"),
    ];
    let ran = majlis(&folder, &["set", "selim", "id=selma"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(texts(), wanted);
    assert_eq!(ran.out.lines().count(), 3, "{ran:?}");
    for _ in 0..2 {
        assert_eq!(majlis(&folder, &["undo"]).code, 0);
        assert_eq!(texts(), before);
        assert_eq!(majlis(&folder, &["redo"]).code, 0);
        assert_eq!(texts(), wanted);
    }
    let log = majlis(&folder, &["log"]);
    let names: Vec<&str> = log.out.lines().rev().take(3).collect();
    let names = names.iter().map(|row| row.split('\t').next().unwrap());
    for name in names {
        assert_eq!(majlis(&folder, &["undo", name]).code, 0, "{log:?}");
        assert_eq!(texts(), before);
        assert_eq!(majlis(&folder, &["redo"]).code, 0);
        assert_eq!(texts(), wanted);
    }
    // Another has changed one of them since: none is undone; it is passed over as one, too.
    let other = [
        "set",
        "c2:nom/selim",
        "person=",
        "holder=itu",
        "--as",
        "omar",
    ];
    assert_eq!(majlis(&folder, &other).code, 0);
    let now = texts();
    let ran = majlis(&folder, &["undo"]);
    assert_eq!((ran.code, texts() == now), (3, true), "{ran:?}");
    assert_eq!(majlis(&folder, &["undo", "--keep"]).code, 0);
    assert_eq!(majlis(&folder, &["undo"]).code, 1);
    assert_eq!(texts(), now);
    // A record of a report, with the position that is called after it.
    let ran = majlis(&folder, &["set", "c1:27", "id=30"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let second = text(&folder, "c2.yaml");
    assert!(
        second.contains("c1:30") && second.contains("c1:30/position"),
        "{second}"
    );
    assert!(second.contains("- id: \"27\""), "{second}");
    assert_eq!(majlis(&folder, &["check"]).code, 0);
    assert_eq!(majlis(&folder, &["undo"]).code, 0);
    assert_eq!(texts(), now);
    // As a program reads it: a line of each file, which name the first.
    let ran = majlis(&folder, &["set", "c1:27", "id=30", "--json"]);
    let lines = ran
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap());
    let lines: Vec<serde_json::Value> = lines.collect();
    assert_eq!(lines.len(), 2, "{ran:?}");
    assert_eq!(lines[1]["with"], lines[0]["id"]);
}

/// A reference in a file with an error, which is not shown, is told: nothing is changed.
#[test]
fn an_id_that_is_named_where_a_file_has_an_error_stays() {
    let folder = library();
    let second = REPORT.replace("id: c1", "id: c2");
    let wrong = second.replace("refs: [itu]", "refs: {to: ['c1:27']}");
    folder.put("c2.yaml", &wrong);
    let before = text(&folder, "c1.yaml");
    let ran = majlis(&folder, &["--lang", "en", "set", "c1:27", "id=30"]);
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(ran.error.contains("c2.yaml: items"), "{ran:?}");
    assert_eq!(
        (text(&folder, "c1.yaml"), text(&folder, "c2.yaml")),
        (before, wrong)
    );
}

/// What names a record in its file goes with it: one change, undone as one, and nothing else of the file is
/// another.
#[test]
fn an_id_takes_along_what_names_it_in_its_file() {
    let report = format!(
        "{REPORT}\
contributions:
  - {{id: con/egy, kind: proposal, item: \"27\", by: EGY, text: {{ar: نص, en: Text}}, see: [27/position, nom/selim], src: s1}}
nominations:
  - {{id: nom/selim, person: selim, country: EGY, body: itu, role: chair, status: proposed, src: s1}}   # one
meetings:
  - id: meet/one
    title: {{ar: اجتماع, en: Meeting}}
    taken_up: [{{item: \"27\", minutes: 5}}]
    agreed:
      - 27/position   # at last
    wordings:
      - {{of: 27/position, stance: support, text: {{ar: نؤيد., en: We support.}}}}
    made: nom/selim   # one alone
    src: s1
"
    );
    let folder = library();
    folder.put("c1.yaml", &report);
    for (set, words) in [
        (
            ["set", "nom/selim", "id=nom/chair"],
            &[("nom/selim", "nom/chair")][..],
        ),
        (
            ["set", "27", "id=30"],
            &[("27/position", "30/position"), ("\"27\"", "\"30\"")],
        ),
    ] {
        let before = text(&folder, "c1.yaml");
        let ran = majlis(&folder, &set);
        assert_eq!(ran.code, 0, "{}", ran.error);
        let wanted = words
            .iter()
            .fold(before.clone(), |text, (old, new)| text.replace(old, new));
        assert_eq!(text(&folder, "c1.yaml"), wanted);
        assert_eq!(majlis(&folder, &["undo"]).code, 0);
        assert_eq!(text(&folder, "c1.yaml"), before);
        assert_eq!(majlis(&folder, &["redo"]).code, 0);
        assert_eq!(text(&folder, "c1.yaml"), wanted);
    }
    assert_eq!(majlis(&folder, &["check"]).code, 0);
}

/// What belongs to a record and is called after it is told as well.
#[test]
fn an_id_after_which_others_are_called_stays() {
    let folder = library();
    let notes = "    notes:\n      - {id: 27/n1, text: {en: Note}}\n    refs: [itu]\n";
    folder.put("c1.yaml", REPORT.replace("    refs: [itu]\n", notes));
    let before = text(&folder, "c1.yaml");
    let ran = majlis(&folder, &["--lang", "en", "set", "27", "id=30"]);
    assert_eq!(ran.code, 2, "{}", ran.out);
    assert!(ran.error.contains("c1:27/n1"), "{}", ran.error);
    assert_eq!(text(&folder, "c1.yaml"), before);
}
