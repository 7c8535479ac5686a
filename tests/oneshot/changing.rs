//! `majlis set`, `undo`, `redo`.

use std::fs;

use serde_json::Value;

use super::majlis_program::{Folder, Ran, run, run_in};

pub const REPORT: &str = "\
report: {id: c1, kind: group-report, title: {ar: تقرير, en: Report}, src: s1}
items:
  - id: \"27\"
    title: {ar: مباني المقر, en: Headquarters}   # as printed
    position:
      stance: support
      status: draft
      text: {ar: نؤيد., en: We support.}
      src: s1
    refs: [itu]
    src: s1
";

pub const REGISTRY: &str = "\
bodies:
  - {id: itu, name: {ar: الاتحاد, en: ITU}, kind: organization}
  - {id: tech-sec, name: {ar: الأمانة الفنية, en: Technical Secretariat}, kind: unit}
people:
  - {id: selim, name: {ar: شهيرة سليم, en: Shahira Selim}, country: EGY}
countries:
  - {id: EGY, name: {ar: مصر, en: Egypt}}
";

pub fn library() -> Folder {
    let folder = Folder::new();
    folder.put("c1.yaml", REPORT);
    folder.put("registry.yaml", REGISTRY);
    folder
}

/// Runs a command on the library, as Hind.
pub fn majlis(folder: &Folder, arguments: &[&str]) -> Ran {
    let mut all = vec!["--library", folder.name()];
    all.extend(arguments);
    run_in(&all, &[("MAJLIS_WHO", "hind")])
}

pub fn text(folder: &Folder, file: &str) -> String {
    fs::read_to_string(folder.path().join(file)).unwrap()
}

pub fn tree(folder: &Folder, file: &str) -> serde_yaml::Value {
    serde_yaml::from_str(&text(folder, file)).unwrap()
}

/// The words of the screen and of people are taken in the shell as they are on the screen; a word that
/// is none is told those that there are, in the language of the person, or the near one in both.
#[test]
fn the_words_of_both_languages_are_values() {
    for language in ["ar", "en"] {
        let folder = library();
        for (value, wanted) in [
            ("position.status=متفق", "agreed"),
            ("position.status=متفق عليه", "agreed"),
            ("position.status=قُدِّم", "delivered"),
            ("position.status=مسودة", "draft"),
            ("position.stance=مؤيد", "support"),
            ("position.stance=معارض", "oppose"),
            ("position.stance=opposed", "oppose"),
        ] {
            let ran = majlis(&folder, &["--lang", language, "set", "c1:27", value]);
            let position = &tree(&folder, "c1.yaml")["items"][0]["position"];
            let field = value.split(['.', '=']).nth(1).unwrap();
            assert_eq!(position[field], wanted, "{value} {}", ran.error);
        }
        let asked = ["--lang", language, "set", "c1:27", "position.status=zzz"];
        let ran = majlis(&folder, &asked);
        assert_eq!(ran.code, 2, "{}", ran.error);
        let known = match language {
            "ar" => "المعروف: مسودة، متفق عليه، ",
            _ => "known are: draft, agreed, ",
        };
        assert!(ran.error.contains(known), "{}", ran.error);
        let near = ["--lang", language, "set", "c1:27", "position.status=agred"];
        let near = majlis(&folder, &near).error;
        let wanted = match language {
            "ar" => "لعلك تقصد متفق عليه (agreed)؟",
            _ => "did you mean agreed (متفق عليه)?",
        };
        assert!(near.contains(wanted), "{near}");
        is_sound(&folder);
    }
}

/// The library has no error.
pub fn is_sound(folder: &Folder) {
    let ran = majlis(folder, &["check"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
}

#[test]
fn set_changes_a_field_and_says_what_it_was() {
    let folder = library();
    let ran = majlis(&folder, &["set", "c1:27", "position.status=agreed"]);
    assert_eq!(
        (ran.code, ran.out.as_str(), ran.error.as_str()),
        (0, "c1:27 position.status: agreed (was: draft)\n", "")
    );
    assert_eq!(
        text(&folder, "c1.yaml"),
        REPORT.replace("status: draft", "status: agreed")
    );
    let again = majlis(&folder, &["set", "c1:27", "position.status=agreed"]);
    assert_eq!((again.code, again.out.as_str()), (1, ""));
    assert!(again.error.contains("nothing was changed"), "{again:?}");
    let arabic = majlis(
        &folder,
        &["--lang", "ar", "set", "27", "position.status=delivered"],
    );
    assert_eq!(arabic.out, "c1:27 الموقف، الحالة: قُدِّم (كان: متفق عليه)\n");
}

#[test]
fn several_fields_are_one_change_and_are_undone_as_one() {
    let folder = library();
    let ran = majlis(
        &folder,
        &[
            "set",
            "c1:27/position",
            "status=تم التوافق عليه",
            "--json",
            "stance=Amend",
        ],
    );
    // The label of the status is the program's own; whatever it is, the word in the file is not it.
    assert_eq!(ran.code, 2, "{ran:?}");
    let ran = majlis(
        &folder,
        &[
            "set",
            "c1:27/position",
            "stance=Amend",
            "date=15/9/2021",
            "--en",
            "We amend.",
            "--json",
        ],
    );
    assert_eq!(ran.code, 0, "{ran:?}");
    let told: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        (&told["who"], &told["by"], &told["record"]),
        (&"hind".into(), &"command".into(), &"c1:27/position".into())
    );
    assert_eq!(told["fields"].as_array().unwrap().len(), 3);
    assert_eq!(told["fields"][1]["became"], "2021-09-15");
    let position = &tree(&folder, "c1.yaml")["items"][0]["position"];
    assert_eq!(position["stance"], "amend");
    assert_eq!(position["date"], "2021-09-15");
    assert_eq!(position["text"]["en"], "We amend.");
    is_sound(&folder);
    let undone = majlis(&folder, &["undo"]);
    assert_eq!(undone.code, 0, "{undone:?}");
    assert_eq!(text(&folder, "c1.yaml"), REPORT);
    let redone = majlis(&folder, &["redo"]);
    assert_eq!(redone.code, 0, "{redone:?}");
    assert_eq!(
        tree(&folder, "c1.yaml")["items"][0]["position"]["stance"],
        "amend"
    );
}

#[test]
fn a_list_grows_and_shrinks() {
    let folder = library();
    let refs = || tree(&folder, "c1.yaml")["items"][0]["refs"].clone();
    let list = |text: &str| serde_yaml::from_str::<serde_yaml::Value>(text).unwrap();
    assert_eq!(majlis(&folder, &["set", "27", "refs+=مصر, selim"]).code, 0);
    assert_eq!(refs(), list("[itu, EGY, selim]"));
    assert_eq!(majlis(&folder, &["set", "27", "refs-=itu,EGY"]).code, 0);
    assert_eq!(refs(), list("[selim]"));
    assert_eq!(majlis(&folder, &["set", "27", "refs="]).code, 0);
    assert!(refs().is_null());
    let one = majlis(&folder, &["set", "27/position", "stance+=amend"]);
    assert_eq!(one.code, 2);
    assert!(one.error.contains("holds one value only"), "{one:?}");
}

#[test]
fn what_is_not_understood_is_told_and_nothing_is_written() {
    let folder = library();
    for (arguments, says) in [
        (&["set", "c1:28", "position.status=agreed"][..], "c1:27"),
        (&["set", "c1:27"], "majlis set ID FIELD=VALUE"),
        (&["set", "c1:27", "agreed"], "FIELD=VALUE"),
        (&["set", "c1:27", "position.statsu=agreed"], "status"),
        (&["set", "c1:27", "position.status=agred"], "agreed"),
        (&["set", "c1:27", "refs=tech-sek"], "tech-sec"),
        (&["set", "c1:27", "position="], ""),
        (&["set", "selim", "country=EGP"], "EGY"),
        (
            &["add", "recommendation", "c1:27", "--due", "soon"],
            "sep 2021",
        ),
        (&["add", "section", "c1"], "Kinds: item, position"),
        (&["add", "nomination", "c1:27", "person=selim"], "body"),
        (
            &["add", "person", "selim", "--en", "Selim"],
            "there already",
        ),
        (&["note", "c1:27"], "majlis note"),
        (&["set", "c1:27", "--limit", "3"], "--limit"),
        (&["log", "--ar", "x"], "--ar"),
        (&["find", "x", "--as", "y"], "--as"),
    ] {
        let ran = majlis(&folder, arguments);
        if arguments == ["set", "c1:27", "position="] {
            assert_eq!(ran.code, 0, "{ran:?}");
            assert_eq!(majlis(&folder, &["undo"]).code, 0);
            continue;
        }
        assert_eq!(ran.code, 2, "{arguments:?} {ran:?}");
        assert!(ran.error.contains(says), "{arguments:?} {ran:?}");
    }
    assert_eq!(text(&folder, "c1.yaml"), REPORT);
    assert_eq!(text(&folder, "registry.yaml"), REGISTRY);
}

#[test]
fn what_another_changed_since_is_a_conflict() {
    let folder = library();
    majlis(&folder, &["set", "27/position", "status=agreed"]);
    majlis(
        &folder,
        &["set", "27/position", "status=delivered", "--as", "omar"],
    );
    let conflict = majlis(&folder, &["undo"]);
    assert_eq!(conflict.code, 3, "{conflict:?}");
    assert_eq!(
        conflict.out,
        "position.status: it was “agreed”, omar made it “delivered”, and you want “draft”\n"
    );
    assert!(
        conflict.error.contains("kept in the history"),
        "{conflict:?}"
    );
    let json = majlis(&folder, &["undo", "--json"]);
    let told: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(
        (json.code, &told["conflict"][0]["theirs"]),
        (3, &"delivered".into())
    );
    assert!(text(&folder, "c1.yaml").contains("status: delivered"));
    // It was asked for twice and is told once; by its name it is written after all.
    let log = majlis(&folder, &["log"]);
    let lost: Vec<&str> = log
        .out
        .lines()
        .filter(|row| row.contains("conflict"))
        .collect();
    assert_eq!(lost.len(), 1, "{log:?}");
    assert!(lost[0].contains("“draft” was not written"), "{lost:?}");
    let name = lost[0].split_whitespace().next().unwrap();
    let back = majlis(&folder, &["undo", name]);
    assert_eq!(
        (back.code, back.out.as_str()),
        (
            0,
            "c1:27/position position.status: draft (was: delivered)\n"
        ),
        "{back:?}"
    );
    assert!(text(&folder, "c1.yaml").contains("status: draft"));
}

#[test]
fn who_makes_the_change_is_asked_of_the_flag_the_variable_the_configuration_and_the_login() {
    let folder = library();
    let config = Folder::new();
    config.put("majlis/config.yaml", "who: configured\n");
    let with = ("XDG_CONFIG_HOME", config.name());
    for (flag, environment, who) in [
        (
            &["--as", "flag"][..],
            &[with, ("MAJLIS_WHO", "variable")][..],
            "flag",
        ),
        (&[], &[with, ("MAJLIS_WHO", "variable")], "variable"),
        (&[], &[with, ("MAJLIS_WHO", "")], "configured"),
        (&[], &[("MAJLIS_WHO", ""), ("USER", "login")], "login"),
    ] {
        let title = format!("title.en={who}");
        let mut arguments = vec!["--library", folder.name(), "set", "c1:27", &title, "--json"];
        arguments.extend(flag);
        let ran = run_in(&arguments, environment);
        let told: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(told["who"], who, "{ran:?}");
    }
}

#[test]
fn the_built_in_reports_are_not_changed() {
    for arguments in [
        &["set", "c21:27", "position.status=agreed"][..],
        &["log"],
        &["undo"],
    ] {
        let ran = run(arguments);
        assert_eq!(ran.code, 2, "{ran:?}");
        assert!(ran.error.contains("--library DIR"), "{ran:?}");
    }
}

/// What another changed since is asked about each time, until it is left as it is: then the change
/// before it comes next, also after a restart; and it is said how.
#[test]
fn what_another_changed_since_can_be_passed_over() {
    let folder = library();
    majlis(&folder, &["note", "c1:27", "A note"]);
    majlis(&folder, &["set", "27/position", "status=agreed"]);
    majlis(
        &folder,
        &["set", "27/position", "status=delivered", "--as", "omar"],
    );
    for (language, way) in [
        ("en", "go on to the one before it: majlis undo --keep"),
        ("ar", "majlis undo --keep"),
    ] {
        let asked = majlis(&folder, &["undo", "--lang", language]);
        assert_eq!(asked.code, 3, "{asked:?}");
        assert!(asked.error.contains(way), "{asked:?}");
    }
    let kept = majlis(&folder, &["undo", "--keep"]);
    assert_eq!(
        (kept.code, kept.out.as_str()),
        (
            0,
            "c1:27/position: it stays as it is; the change before it is undone next\n"
        ),
        "{kept:?}"
    );
    assert!(text(&folder, "c1.yaml").contains("status: delivered"));
    let undone = majlis(&folder, &["undo"]);
    assert_eq!(undone.code, 0, "{undone:?}");
    assert!(!text(&folder, "c1.yaml").contains("A note"));
    assert!(text(&folder, "c1.yaml").contains("status: delivered"));
    let log = majlis(&folder, &["log", "--limit", "2"]);
    assert!(log.out.contains("left as it is: c1:27/position"), "{log:?}");
    // What was undone is done again as ever, and the other stays where it is.
    assert_eq!(majlis(&folder, &["redo"]).code, 0);
    assert!(text(&folder, "c1.yaml").contains("A note"));
    // Without anything to pass over nothing is written.
    majlis(&folder, &["undo"]);
    assert_eq!(majlis(&folder, &["undo", "--keep"]).code, 1);
}

/// Only what is changed of a value changes: one that stands alone gets no brackets, and a text that ends
/// with its line still does.
#[test]
fn what_is_set_is_written_as_it_stood() {
    let folder = library();
    let block = "text:\n        en: |\n          We support.\n          All.\n\n";
    let report = REPORT.replace("text: {ar: نؤيد., en: We support.}\n", block);
    folder.put("c1.yaml", &report);
    let set = ["set", "c1:27", "position.text.en=We oppose.", "src=s2"];
    let ran = majlis(&folder, &set);
    assert_eq!(ran.code, 0, "{ran:?}");
    let wanted = report
        .replace(
            "          We support.\n          All.\n",
            "          We oppose.\n",
        )
        .replace(
            "    refs: [itu]\n    src: s1\n",
            "    refs: [itu]\n    src: s2\n",
        );
    assert_eq!(text(&folder, "c1.yaml"), wanted);
    assert_eq!(majlis(&folder, &["undo"]).code, 0);
    assert_eq!(text(&folder, "c1.yaml"), report);
}
