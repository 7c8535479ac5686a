//! Bad records among good ones, and reports that stand in each other's way.

use super::majlis_program::{Folder, GOOD, run};
use super::{ask, see, told};

#[test]
fn two_reports_with_one_id() {
    let folder = Folder::good();
    let second = GOOD.replace("lighthouses", "harbours");
    folder.put("later.yaml", second);
    let ran = ask(&folder);
    assert_eq!(ran.error.lines().count(), 1);
    assert!(ran.error.contains("later.yaml: "), "{}", ran.error);
    assert!(
        ran.error.contains("good.yaml already is report good"),
        "{}",
        ran.error
    );
    assert_eq!(
        run(&["find", "harbours", "--library", folder.name()]).code,
        1
    );
    see(&folder, 1, "already is report good");
}

#[test]
fn one_bad_record_among_good_ones() {
    let folder = Folder::new();
    let more = "  - id: \"8\"\n    title: {en: Fog horns}\n    status: [[]]\n    number: {a: b}\n  \
                - id: \"9\"\n    number: [\"9\"]\n    title: {en: Keepers of lighthouses}\n    src: s1/p3\n";
    folder.put("good.yaml", format!("{GOOD}{more}"));
    let ran = ask(&folder);
    assert!(
        ran.ids().contains(&"good:9"),
        "the good record behind it: {}",
        ran.out
    );
    assert_eq!(ran.error.lines().count(), 1, "{}", ran.error);
    assert!(
        ran.error.contains("good.yaml:8") || ran.error.contains("good.yaml:1"),
        "{}",
        ran.error
    );
    see(&folder, 1, "good.yaml");
}

#[test]
fn thousands_of_bad_records_are_told_in_few_lines() {
    let folder = Folder::new();
    folder.put("good.yaml", format!("{GOOD}{}", "  - x\n".repeat(3000)));
    let ran = ask(&folder);
    let said: Vec<&str> = ran.error.lines().collect();
    assert_eq!(said.len(), 6);
    assert!(
        said[5].ends_with("more in the files: majlis check tells them all"),
        "{said:?}"
    );
}

#[test]
fn a_registry_of_garbage_takes_no_report_down() {
    let folder = Folder::good();
    folder.put("registry.yaml", "[\n");
    told(&folder, "registry.yaml", "this is not YAML");
}

#[test]
fn a_report_that_refers_to_itself_and_to_nothing() {
    let folder = Folder::good();
    folder.put(
        "turn.yaml",
        "report: {id: turn, kind: group-report, title: {en: Turning}, refs: [turn, nowhere]}\n\
         sections:\n  - {id: s1, title: {en: One}, see: [s1, s2]}\n  - {id: s2, title: {en: Two}, see: [s1]}\n",
    );
    ask(&folder);
    let ran = run(&["show", "turn:s1", "--library", folder.name()]);
    assert_eq!((ran.code, ran.first()), (0, "section turn:s1"), "{ran:?}");
}
