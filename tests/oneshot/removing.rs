//! `majlis remove`: a record goes with its parts and with the references of its file, and comes back.

use serde_json::Value;

use super::changing::{is_sound, library, majlis, text, tree};
use super::majlis_program::Folder;

const REPORT: &str = "\
report: {id: c1, kind: group-report, title: {ar: تقرير, en: Report}, src: s1}
items:
  # the first
  - id: \"27\"
    title: {ar: مباني المقر, en: Headquarters}   # as printed
    position:
      stance: support
      status: draft
      text: {ar: نؤيد., en: We support.}
      src: s1
    notes:
      - {id: 27/n1, text: {en: A note}, src: s1}
    recommendations:
      - id: 27/r1
        to: [tech-sec]
        text: {en: Prepare a paper}
        src: s1
    src: s1
  - id: \"28\"
    title: {ar: الميزانية, en: Budget}
    see: [\"27\", 27/r1]   # both
    src: s1

  - {id: \"29\", title: {ar: غيره, en: Other}, see: [\"28\", \"27\"], src: s1}
meetings:
  - id: meet/one
    title: {en: The first}
    date: 2021-06-01
    taken_up:
      - {item: \"27\", minutes: 3}
      - {item: \"28\", minutes: 4}
    agreed: [27/position]
    made: [27/r1]
    src: s1
";

const OTHER: &str = "\
report: {id: c2, kind: group-report, title: {ar: آخر, en: Another}, src: s1}
items:
  - {id: \"5\", title: {ar: بند, en: Item}, see: [\"c1:27\"], src: s1}
";

fn both() -> Folder {
    let folder = library();
    folder.put("c1.yaml", REPORT);
    folder.put("c2.yaml", OTHER);
    folder
}

#[test]
fn a_record_goes_with_its_parts_and_all_that_names_it_and_comes_back_whole() {
    let folder = both();
    let ran = majlis(&folder, &["remove", "c1:27", "--json"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let told: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(told["record"], "c1:27");
    assert_eq!(told["still_named_by"], serde_json::json!(["c2:5"]));
    let now = tree(&folder, "c1.yaml");
    let items = now["items"].as_sequence().unwrap();
    let ids: Vec<&str> = items
        .iter()
        .map(|one| one["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["28", "29"]);
    assert!(items[0].get("see").is_none(), "{now:?}");
    assert_eq!(
        items[1]["see"],
        serde_yaml::from_str::<serde_yaml::Value>("[\"28\"]").unwrap()
    );
    let meeting = &now["meetings"][0];
    assert!(meeting.get("agreed").is_none() && meeting.get("made").is_none());
    let taken = meeting["taken_up"].as_sequence().unwrap();
    assert_eq!(taken.len(), 1);
    assert_eq!(taken[0]["item"], "28");
    // The rest of the file is as it was written.
    assert!(
        text(&folder, "c1.yaml")
            .contains("  - id: \"28\"\n    title: {ar: الميزانية, en: Budget}\n")
    );
    // Only what another file says is left, and `check` tells it.
    let check = majlis(&folder, &["check"]);
    assert_eq!(check.code, 1);
    assert!(
        check.out.contains("“c1:27” refers to nothing"),
        "{}",
        check.out
    );
    assert!(check.out.contains("1 error,"), "{}", check.out);
    let undone = majlis(&folder, &["undo"]);
    assert_eq!(undone.code, 0, "{undone:?}");
    assert_eq!(text(&folder, "c1.yaml"), REPORT);
    is_sound(&folder);
    // Also where something else was changed since: at its place, with the references.
    assert_eq!(majlis(&folder, &["remove", "27/r1"]).code, 0);
    assert_eq!(
        majlis(&folder, &["set", "c1:29", "title.en=Else", "--as", "omar"]).code,
        0
    );
    let undone = majlis(&folder, &["undo"]);
    assert_eq!(undone.code, 0, "{undone:?}");
    let mut wanted: serde_yaml::Value = serde_yaml::from_str(REPORT).unwrap();
    wanted["items"][2]["title"]["en"] = "Else".into();
    assert_eq!(tree(&folder, "c1.yaml"), wanted);
}

#[test]
fn a_position_and_an_entry_of_the_registry_go_too_and_what_cannot_says_why() {
    let folder = both();
    for (id, file) in [
        ("c1:27/position", "c1.yaml"),
        ("selim", "registry.yaml"),
        ("27/n1", "c1.yaml"),
    ] {
        let before = text(&folder, file);
        let ran = majlis(&folder, &["remove", id]);
        assert_eq!(ran.code, 0, "{id}: {ran:?}");
        assert_eq!(majlis(&folder, &["show", id]).code, 2, "{id}");
        is_sound(&folder);
        assert_eq!(majlis(&folder, &["undo"]).code, 0);
        assert_eq!(text(&folder, file), before, "{id}");
    }
    // A country that a person has is still named by her, in the same file: her field is emptied.
    assert_eq!(majlis(&folder, &["remove", "EGY"]).code, 0);
    assert!(
        tree(&folder, "registry.yaml")["people"][0]
            .get("country")
            .is_none()
    );
    assert_eq!(majlis(&folder, &["undo"]).code, 0);
    let before = text(&folder, "c1.yaml");
    for (arguments, code, says) in [
        (&["remove"][..], 2, "majlis remove ID"),
        (&["remove", "c1"], 2, "a whole file"),
        (&["remove", "c1:99"], 2, "c1:99"),
        (&["remove", "c1:27", "c1:28"], 2, "c1:28"),
        (&["remove", "c1:27", "--read-only"], 4, "reading only"),
    ] {
        let ran = majlis(&folder, arguments);
        assert_eq!(ran.code, code, "{arguments:?}: {ran:?}");
        assert!(ran.error.contains(says), "{arguments:?}: {}", ran.error);
    }
    assert_eq!(text(&folder, "c1.yaml"), before);
}

/// What the loader leaves out, since it has an error, still names the record; that is told.
#[test]
fn what_is_not_read_and_names_the_record_is_told() {
    let folder = both();
    let wrong = REPORT.replacen("minutes: 3", "minuts: 3", 1);
    folder.put("c1.yaml", &wrong);
    let ran = majlis(&folder, &["remove", "c1:27", "--json"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let told: Value = serde_json::from_str(&ran.out).unwrap();
    let at = serde_json::json!(["meetings[meet/one].taken_up[#1].item"]);
    assert_eq!(told["still_written_at"], at);
    let ran = majlis(&folder, &["--lang", "en", "undo"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let ran = majlis(&folder, &["--lang", "en", "remove", "c1:27"]);
    assert!(ran.error.contains("Mend it there by hand"), "{ran:?}");
}
