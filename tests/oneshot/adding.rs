//! `majlis add`, `note`, `new`.

use serde_json::Value;

use super::changing::{REGISTRY, REPORT, is_sound, library, majlis, text, tree};
use super::majlis_program::{Folder, run};

#[test]
fn add_makes_a_record_with_an_id_of_its_own() {
    let folder = library();
    let recommendation = |en: &str| {
        let arguments = [
            "add",
            "recommendation",
            "c1:27",
            "--to",
            "tech-sec",
            "--due",
            "9/2021",
            "--ar",
            "إعداد دراسة",
            "--en",
            en,
        ];
        majlis(&folder, &arguments)
    };
    let ran = recommendation("Prepare a study");
    assert_eq!(
        (ran.code, ran.out.as_str(), ran.error.as_str()),
        (0, "c1:27/r1: added\ndue: “9/2021” is September 2021\n", "")
    );
    let another = recommendation("Prepare another").out;
    assert!(another.starts_with("c1:27/r2: added\n"), "{another}");
    let item = &tree(&folder, "c1.yaml")["items"][0];
    let wanted =
        "{id: 27/r2, to: [tech-sec], due: 2021-09, text: {ar: إعداد دراسة, en: Prepare another}}";
    assert_eq!(
        item["recommendations"][1],
        serde_yaml::from_str::<serde_yaml::Value>(wanted).unwrap()
    );
    for (arguments, says) in [
        (
            &[
                "add",
                "nomination",
                "c1:27",
                "person=Shahira Selim",
                "country=مصر",
                "body=itu",
                "role=vice-chair",
            ][..],
            "c1:nom/selim",
        ),
        (
            &[
                "add",
                "nomination",
                "c1",
                "person=selim",
                "body=itu",
                "role=chair",
            ],
            "c1:nom/selim-2",
        ),
        (
            &[
                "add",
                "contribution",
                "c1:27",
                "by=EGY",
                "--en",
                "Egypt's paper",
            ],
            "c1:con/egy",
        ),
        (
            &[
                "add",
                "outcome",
                "c1:27",
                "kind=decision",
                "--en",
                "The plan was approved",
            ],
            "c1:out/the-plan-was",
        ),
        (
            &[
                "add",
                "item",
                "c1",
                "number=53",
                "--ar",
                "المؤشر",
                "--en",
                "The index",
            ],
            "c1:53",
        ),
        (
            &[
                "add",
                "meeting",
                "c1:27",
                "date=2021-09-15",
                "--ar",
                "المشاورة",
            ],
            "c1:meet/2021-09-15",
        ),
        (
            &[
                "add",
                "recommendation",
                "c1",
                "--to",
                "itu",
                "--en",
                "Publish the index",
            ],
            "c1:rec/publish-the-index",
        ),
        (&["note", "c1:27", "نص الملاحظة", "The note"], "c1:27/n1"),
        (
            &[
                "add",
                "person",
                "omar",
                "--ar",
                "عمر",
                "--en",
                "Omar",
                "country=EGY",
            ],
            "omar",
        ),
        (
            &[
                "add",
                "body",
                "--en",
                "Expert Group",
                "--ar",
                "فريق الخبراء",
                "acronym=EG-X",
                "kind=group",
            ],
            "eg-x",
        ),
        (
            &["add", "country", "KWT", "--ar", "الكويت", "--en", "Kuwait"],
            "KWT",
        ),
        (
            &[
                "add",
                "document",
                "C26/35",
                "--en",
                "Draft budget",
                "body=itu",
            ],
            "C26/35",
        ),
    ] {
        let ran = majlis(&folder, arguments);
        assert_eq!(
            (ran.code, ran.out),
            (0, format!("{says}: added\n")),
            "{arguments:?} {}",
            ran.error
        );
    }
    is_sound(&folder);
    let report = tree(&folder, "c1.yaml");
    assert_eq!(report["nominations"][0]["item"], "27");
    assert_eq!(report["nominations"][0]["status"], "proposed");
    assert_eq!(report["items"][0]["notes"][0]["text"]["ar"], "نص الملاحظة");
    assert_eq!(report["items"][1]["number"][0], "53");
    assert_eq!(report["meetings"][0]["items"][0], "27");
    // What is new is found at once.
    assert_eq!(majlis(&folder, &["show", "c1:nom/selim"]).code, 0);
    for _ in 0..14 {
        assert_eq!(majlis(&folder, &["undo"]).code, 0);
    }
    assert_eq!(
        (
            text(&folder, "c1.yaml").as_str(),
            text(&folder, "registry.yaml").as_str()
        ),
        (REPORT, REGISTRY)
    );
    assert_eq!(majlis(&folder, &["undo"]).code, 1);
}

#[test]
fn a_new_report_is_empty_or_has_the_agenda_of_another() {
    let folder = library();
    let ran = majlis(
        &folder,
        &[
            "new",
            "c2",
            "--ar",
            "تقرير جديد",
            "--en",
            "New report",
            "session=itu@2026",
            "date=22/11/2021",
        ],
    );
    let path = folder.path().join("c2.yaml").display().to_string();
    assert_eq!(
        (ran.code, ran.out),
        (
            0,
            format!(
                "{path}: a new report, items: 0\ndate: “22/11/2021” is Monday 22 November 2021\n"
            )
        ),
        "{}",
        ran.error
    );
    let ran = majlis(
        &folder,
        &["new", "c3", "--en", "Next", "--from", "c1", "--json"],
    );
    let told: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((ran.code, &told["items"]), (0, &1.into()), "{ran:?}");
    is_sound(&folder);
    let head = &tree(&folder, "c2.yaml")["report"];
    assert_eq!(head["date"], "2021-11-22");
    assert_eq!(head["title"]["ar"], "تقرير جديد");
    let wanted = "[{id: '27', title: {ar: مباني المقر, en: Headquarters}}]";
    let mut items = tree(&folder, "c3.yaml")["items"].clone();
    items[0].as_mapping_mut().unwrap().remove("kind");
    assert_eq!(
        items,
        serde_yaml::from_str::<serde_yaml::Value>(wanted).unwrap()
    );
    // What is new is written to at once.
    assert_eq!(
        majlis(&folder, &["note", "c3:27", "A note"]).out,
        "c3:27/n1: added\n"
    );
    for (arguments, code, says) in [
        (&["new", "c2", "--en", "x"][..], 2, "c2 is a report already"),
        (&["new", "c4"], 2, "what is its title?"),
        (&["new"], 2, "majlis new ID"),
        (&["new", "registry", "--en", "x"], 2, ""),
        (&["new", "../c4", "--en", "x"], 2, ""),
        (&["new", "c4", "--en", "x", "--from", "c9"], 2, "c9"),
        (&["new", "c4", "--en", "x", "--read-only"], 4, "--read-only"),
    ] {
        let ran = majlis(&folder, arguments);
        assert_eq!(ran.code, code, "{arguments:?} {ran:?}");
        assert!(ran.error.contains(says), "{arguments:?} {ran:?}");
    }
}

#[test]
fn with_the_first_report_the_library_is_made() {
    let folder = Folder::new();
    let new = folder.path().join("reports/arab-group");
    let new = new.to_str().unwrap();
    let ran = run(&[
        "--library",
        new,
        "new",
        "c27",
        "--ar",
        "تقرير",
        "--en",
        "Report",
        "--from",
        "c21",
    ]);
    assert_eq!((ran.code, ran.error.as_str()), (0, ""), "{ran:?}");
    let check = run(&["check", new]);
    assert_eq!(check.code, 0, "{check:?}");
    let ran = run(&[
        "--library",
        new,
        "add",
        "recommendation",
        "c27:27",
        "--to",
        "tech-sec",
        "--en",
        "Study",
    ]);
    assert_eq!(ran.out, "c27:27/r1: added\n", "{ran:?}");
}

#[test]
fn a_new_report_is_a_change_that_is_undone_and_done_again() {
    let folder = library();
    let there = || folder.path().join("c2.yaml").exists();
    majlis(&folder, &["set", "c1:27", "title.en=Premises"]);
    let ran = majlis(
        &folder,
        &["new", "c2", "--en", "New: report", "--from", "c1"],
    );
    assert_eq!(ran.code, 0, "{ran:?}");
    let made = text(&folder, "c2.yaml");
    assert_eq!(
        made,
        "report:\n  id: c2\n  kind: group-report\n  title:\n    en: \"New: report\"\n\n\
         items:\n  - id: \"27\"\n    kind: agenda-item\n    title:\n      ar: مباني المقر\n      en: Premises\n"
    );
    // It is the last change, and no older one of another thing is taken back.
    let ran = majlis(&folder, &["undo"]);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (0, "undone: adding c2; it is no longer there\n"),
        "{ran:?}"
    );
    assert!(!there());
    let ran = majlis(&folder, &["redo"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "c2: added\n"), "{ran:?}");
    assert_eq!(text(&folder, "c2.yaml"), made);
    let log = majlis(&folder, &["log", "c2"]);
    assert_eq!(log.out.lines().count(), 3, "{log:?}");
    // Something is written in it: it stays, and it is said why.
    majlis(&folder, &["note", "c2:27", "A note", "--as", "sara"]);
    let ran = majlis(&folder, &["undo"]);
    assert_eq!(ran.code, 3, "{ran:?}");
    assert!(ran.error.contains("c2 was not taken away"), "{ran:?}");
    let arabic = majlis(&folder, &["undo", "--lang", "ar"]);
    assert!(arabic.error.contains("لم يُحذف c2"), "{arabic:?}");
    assert!(there());
    // Without the note it is as it was.
    assert_eq!(majlis(&folder, &["undo", "--as", "sara"]).code, 0);
    assert_eq!(majlis(&folder, &["undo"]).code, 0);
    assert!(!there());
    assert_eq!(
        majlis(&folder, &["undo"]).out,
        "c1:27 title.en: Headquarters (was: Premises)\n"
    );
    is_sound(&folder);
}

#[test]
fn the_log_tells_the_text_of_what_was_added() {
    let folder = library();
    majlis(&folder, &["note", "c1:27", "Tunisia agrees", "تونس توافق"]);
    let log = majlis(&folder, &["log"]).out;
    assert!(log.ends_with("c1:27/n1: added: Tunisia agrees\n"), "{log}");
    let log = majlis(&folder, &["log", "--lang", "ar"]).out;
    assert!(log.ends_with("إضافة c1:27/n1: تونس توافق\n"), "{log}");
}

/// In Arabic a field is called as on the screen; in English as commands take it.
#[test]
fn the_log_calls_fields_by_their_names() {
    let folder = library();
    majlis(&folder, &["set", "c1:27", "title.en=Premises of old"]);
    let log = majlis(&folder, &["log"]).out;
    assert!(log.contains("c1:27 title.en: Premises of old"), "{log}");
    let log = majlis(&folder, &["log", "--lang", "ar"]).out;
    assert!(
        log.contains("c1:27 العنوان (إنكليزي): Premises of old"),
        "{log}"
    );
}

#[test]
fn a_history_that_cannot_be_read_is_not_passed_over() {
    let folder = library();
    majlis(&folder, &["note", "c1:27", "A note"]);
    std::fs::create_dir(folder.path().join("history/2026-01.other.jsonl")).unwrap();
    let ran = majlis(&folder, &["log"]);
    assert_eq!((ran.code, ran.out.lines().count()), (0, 1), "{ran:?}");
    assert!(ran.error.contains("this is not all of it"), "{ran:?}");
}

#[test]
fn a_note_may_begin_with_a_dash() {
    let folder = library();
    let ran = majlis(&folder, &["note", "c1:27", "- two points"]);
    assert_eq!(
        (ran.code, ran.out.as_str()),
        (0, "c1:27/n1: added\n"),
        "{ran:?}"
    );
    let note = &tree(&folder, "c1.yaml")["items"][0]["notes"][0]["text"]["en"];
    assert_eq!(note, "- two points");
}

#[test]
fn a_command_tells_its_own_help_with_an_example() {
    for (language, said, example) in [
        ("en", "Changes fields of a record", "Example:"),
        ("ar", "يعدّل حقول سجل", "مثال:"),
    ] {
        let ran = run(&["--lang", language, "set", "--help"]);
        assert_eq!(ran.code, 0);
        assert!(
            ran.out.contains(said) && ran.out.contains(example),
            "{ran:?}"
        );
        assert!(!ran.out.contains("majlis doctor"), "{ran:?}");
    }
    let ran = run(&["add", "recommendation", "--help"]);
    assert!(
        ran.out.contains("Fields:") && ran.out.contains("due"),
        "{ran:?}"
    );
    assert_eq!(ran.out, run(&["help", "add", "recommendation"]).out);
    assert!(run(&["--help"]).out.contains("majlis doctor"));
}
