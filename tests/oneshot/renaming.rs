//! `majlis set ID id=NEW`: what names the record in its file goes with it, what other files name stays.

use super::changing::{REPORT, library, majlis, text};

/// An id that other records name is not changed: what names it would lead nowhere, and is told.
#[test]
fn an_id_that_is_named_elsewhere_stays_and_what_names_it_is_told() {
    let report = format!(
        "{REPORT}nominations:\n  - {{id: nom/selim, person: selim, country: EGY, body: itu, role: chair, status: proposed}}\n"
    );
    for (language, wanted) in [("en", "c1:nom/selim"), ("ar", "c1:nom/selim")] {
        let folder = library();
        folder.put("c1.yaml", &report);
        let before = text(&folder, "registry.yaml");
        let ran = majlis(&folder, &["--lang", language, "set", "selim", "id=selma"]);
        assert_eq!(ran.code, 2, "{}", ran.out);
        assert!(ran.error.contains(wanted), "{}", ran.error);
        assert_eq!(text(&folder, "registry.yaml"), before);
        // Nobody names this one.
        let ran = majlis(&folder, &["set", "nom/selim", "id=nom/chair"]);
        assert_eq!(ran.code, 0, "{}", ran.error);
        assert!(text(&folder, "c1.yaml").contains("nom/chair"));
    }
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
    // What another file names stays, and so does all that names it here.
    folder.put(
        "c2.yaml",
        REPORT
            .replace("id: c1", "id: c2")
            .replace("refs: [itu]", "see: [c1:nom/chair]"),
    );
    let before = text(&folder, "c1.yaml");
    let ran = majlis(
        &folder,
        &["--lang", "en", "set", "c1:nom/chair", "id=nom/other"],
    );
    assert_eq!(ran.code, 2, "{}", ran.out);
    assert!(ran.error.contains("c2:27"), "{}", ran.error);
    assert!(!ran.error.contains("meet/one"), "{}", ran.error);
    assert_eq!(text(&folder, "c1.yaml"), before);
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
