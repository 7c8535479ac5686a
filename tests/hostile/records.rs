//! Bad records among good ones, and reports that stand in each other's way.

use super::majlis_program::{Folder, GOOD, run};
use super::{ask, problems, see, told};

#[test]
fn two_reports_with_one_id() {
    let folder = Folder::good();
    let second = GOOD.replace("lighthouses", "harbours");
    folder.put("later.yaml", second);
    let ran = ask(&folder);
    let (said, count) = problems(&ran);
    assert_eq!(count, 1, "{said:?}");
    let (place, what) = said[0]
        .split_once(": ")
        .unwrap()
        .1
        .split_once(": ")
        .unwrap();
    assert!(place.ends_with("later.yaml"), "{said:?}");
    assert!(
        what.contains("good.yaml") && what.contains("report good"),
        "{said:?}"
    );
    assert_eq!(
        run(&["find", "harbours", "--library", folder.name()]).code,
        1
    );
    see(&folder, 1, "later.yaml");
}

#[test]
fn one_bad_record_among_good_ones() {
    let folder = Folder::good();
    let more = "  - id: \"8\"\n    title: {en: Fog horns}\n    status: [[]]\n    number: {a: b}\n  \
                - id: \"9\"\n    number: [\"9\"]\n    title: {en: Keepers of lighthouses}\n    src: s1/p3\n";
    folder.put("good.yaml", format!("{GOOD}{more}"));
    let ran = ask(&folder);
    assert!(
        ran.ids().contains(&"good:9"),
        "the good record behind it: {}",
        ran.out
    );
    // Both of its mistakes, each where it stands.
    let (said, count) = problems(&ran);
    assert_eq!(count, 2, "{said:?}");
    assert!(said[0].contains("good.yaml:13:5: ") && said[0].contains("status"));
    assert!(said[1].contains("good.yaml:14:13: "), "{said:?}");
    see(&folder, 2, "good.yaml");
}

#[test]
fn thousands_of_bad_records_are_told_in_few_lines() {
    let folder = Folder::good();
    folder.put("good.yaml", format!("{GOOD}{}", "  - x\n".repeat(3000)));
    let ran = ask(&folder);
    // A thousand of a file are kept, and one problem more says so.
    let (said, count) = problems(&ran);
    assert_eq!((said.len(), count), (5, 1001));
    assert!(
        said.iter().any(|line| line.contains("good.yaml:12:5: ")),
        "{said:?}"
    );
}

#[test]
fn a_hundred_thousand_bad_records_on_one_line() {
    let folder = Folder::good();
    let start = GOOD.replace("items:", "items: [");
    let (head, _) = start.split_once('[').unwrap();
    for bad in ["x", "&a x", "{b: 1, b: 2}", "{id: \"1\", notes: [{x: []}]}"] {
        let records = vec![bad; 100_000].join(", ");
        let good = "{id: \"9\", title: {en: lighthouses}, src: s1}";
        folder.put(
            "bad.yaml",
            format!("{}[{records}, {good}]\n", head.replace("good", "bad")),
        );
        let ran = ask(&folder);
        assert_eq!(problems(&ran).1, 1001, "{bad}");
        assert!(ran.ids().contains(&"bad:9"), "{bad}: {}", ran.out);
    }
}

#[test]
fn a_record_without_a_key_hides_no_mistake_of_the_others() {
    let folder = Folder::good();
    let more = "  - id: \"8\"\n    src: s1\n  \
                - id: \"9\"\n    title: {ar: ب, en: B}\n    src: s1\n    refs: [nowhere]\n";
    folder.put("good.yaml", format!("{GOOD}{more}"));
    let ran = run(&["check", folder.name()]);
    assert_eq!(ran.code, 1);
    // The record without a title, and the reference of the one behind it.
    for (place, about) in [
        ("good.yaml:11:5: error: ", "title"),
        ("good.yaml:16:12: error: ", "nowhere"),
    ] {
        let told = ran.out.lines().find(|line| line.contains(place));
        assert!(told.is_some_and(|line| line.contains(about)), "{}", ran.out);
    }
}

#[test]
fn a_registry_of_garbage_takes_no_report_down() {
    let folder = Folder::good();
    folder.put("registry.yaml", "[\n");
    told(&folder, "registry.yaml", "before a bracket");
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
    assert_eq!((ran.code, ran.first()), (0, "Section turn:s1"), "{ran:?}");
}
