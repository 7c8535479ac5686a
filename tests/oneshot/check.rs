//! `majlis check` and `majlis schema` as a person and a machine run them.

use serde_json::Value;

use super::majlis_program::{Folder, MAJLIS, NEUTRAL, run, run_in};
use super::pty::Pty;

/// The country on line 11 does not exist.
const WRONG: &str = "\
report:
  id: a
  kind: group-report
  title: {ar: تقرير, en: report}
  src: s1
nominations:
  - id: nom/x
    body: x
    role: chair
    status: proposed
    country: EGX
    src: s1
";

const REGISTRY: &str = "\
bodies:
  - {id: x, name: {ar: المجلس, en: Council}, kind: conference}
countries:
  - {id: EGY, name: {ar: مصر, en: Egypt}}
";

#[test]
fn the_built_in_library_is_sound() {
    let ran = run(&["check"]);
    assert_eq!(
        (ran.code, ran.out.as_str(), ran.error.as_str()),
        (0, "0 errors, 0 warnings in 6 files\n", "")
    );
    let json = run(&["check", "--json"]);
    assert_eq!((json.code, json.out.as_str()), (0, ""));
    assert_eq!(
        run(&["check", concat!(env!("CARGO_MANIFEST_DIR"), "/data")]).code,
        0
    );
}

#[test]
fn an_error_is_told_with_its_place_and_ends_with_1() {
    let folder = Folder::new();
    let path = folder.put("a.yaml", WRONG);
    folder.put("registry.yaml", REGISTRY);
    let place = format!("{}:11:14: error: ", path.display());
    for ran in [
        run(&["check", folder.name()]),
        run(&["check", "--library", folder.name()]),
        run_in(&["check"], &[("MAJLIS_LIBRARY", folder.name())]),
    ] {
        assert_eq!((ran.code, ran.error.as_str()), (1, ""));
        let told = ran.out.lines().find(|line| line.starts_with(&place));
        assert!(told.is_some_and(|line| line.contains("EGX")), "{}", ran.out);
    }
    let json = run(&["check", folder.name(), "--json"]);
    assert_eq!(json.code, 1);
    let problems: Vec<Value> = json
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let country = problems
        .iter()
        .find(|problem| problem["line"] == 11)
        .unwrap();
    assert_eq!(country["column"], 14);
    assert_eq!(country["severity"], "error");
    assert_eq!(country["code"], "unknown-country");
    assert!(country["message"]["ar"].as_str().unwrap().contains("EGX"));
}

#[test]
fn in_arabic_it_is_put_in_visual_order_on_a_terminal() {
    let folder = Folder::new();
    folder.put("a.yaml", WRONG);
    let arguments = ["--lang", "ar", "check", folder.name()];
    let mut pty = Pty::spawn((40, 160), MAJLIS, &arguments, &NEUTRAL);
    assert_eq!(pty.wait_exit().exit_code(), 1);
    // «خطأ» painted: final alef with hamza, medial tah, initial khah.
    assert!(
        pty.screen().contents().contains("\u{FE84}\u{FEC4}\u{FEA7}"),
        "{}",
        pty.screen().contents()
    );
    assert!(!pty.sent().contains('\x1b'));
}

#[test]
fn the_schema_is_json_and_the_file_in_data() {
    for (which, file) in [
        (&["schema"][..], "report"),
        (&["schema", "report"], "report"),
        (&["schema", "registry"], "registry"),
    ] {
        let ran = run(which);
        assert_eq!((ran.code, ran.error.as_str()), (0, ""));
        let path = format!("{}/data/{file}.schema.json", env!("CARGO_MANIFEST_DIR"));
        assert_eq!(ran.out, std::fs::read_to_string(path).unwrap());
        assert!(serde_json::from_str::<Value>(&ran.out).unwrap().is_object());
    }
    let ran = run(&["schema", "reprt"]);
    assert_eq!(ran.code, 2);
    assert!(ran.error.contains("report, registry"));
}

/// A report that was made from a printed source, with four records that a person left without their place
/// in it.
const PRINTED: &str = "\
report: {id: c1, kind: group-report, source: c1-text, title: {ar: تقرير, en: Report}}
items:
  - id: \"27\"
    title: {ar: مباني المقر, en: Headquarters}
    src: s1
  - {id: \"28\", title: {ar: أول, en: One}}
  - {id: \"29\", title: {ar: ثان, en: Two}}
  - {id: \"30\", title: {ar: ثالث, en: Three}}
  - {id: \"31\", title: {ar: رابع, en: Four}}
";

#[test]
fn what_majlis_wrote_is_not_asked_for_its_place_in_a_printed_source() {
    let folder = Folder::new();
    folder.put("registry.yaml", super::changing::REGISTRY);
    folder.put("c1.yaml", PRINTED);
    let unsourced = |arguments: &[&str]| {
        let ran = super::changing::majlis(&folder, arguments);
        assert_eq!(ran.code, 0, "{ran:?}");
        let lines = ran.out.lines();
        lines.filter(|line| line.ends_with("(src)")).count()
    };
    assert_eq!(unsourced(&["check", "--all"]), 4);
    for arguments in [
        &["note", "c1:27", "ملاحظة"][..],
        &[
            "add",
            "recommendation",
            "c1:27",
            "--to",
            "tech-sec",
            "--ar",
            "ورقة",
            "--en",
            "A paper",
        ],
        &[
            "add",
            "recommendation",
            "c1:27",
            "--to",
            "tech-sec",
            "--ar",
            "أخرى",
            "--en",
            "Another",
        ],
        &[
            "add",
            "position",
            "c1:27",
            "stance=support",
            "--ar",
            "نؤيد",
            "--en",
            "We do",
        ],
        &[
            "new",
            "c2",
            "--ar",
            "تقرير",
            "--en",
            "Report",
            "--from",
            "c1",
        ],
        &["note", "c2:27", "Another note"],
    ] {
        let ran = super::changing::majlis(&folder, arguments);
        assert_eq!(ran.code, 0, "{ran:?}");
    }
    assert_eq!(unsourced(&["check", "--all"]), 4);
    // What comes back is what was printed.
    let folder = Folder::new();
    folder.put("registry.yaml", super::changing::REGISTRY);
    folder.put("c1.yaml", PRINTED);
    for arguments in [&["remove", "c1:28"][..], &["undo"]] {
        let ran = super::changing::majlis(&folder, arguments);
        assert_eq!(ran.code, 0, "{ran:?}");
    }
    let ran = super::changing::majlis(&folder, &["check", "--all"]);
    assert_eq!(
        ran.out
            .lines()
            .filter(|line| line.ends_with("(src)"))
            .count(),
        4,
        "{}",
        ran.out
    );
}

/// The field of one warning is not told as that of the others.
#[test]
fn of_more_warnings_of_one_kind_no_field_is_quoted_that_is_not_theirs() {
    let folder = Folder::new();
    folder.put("registry.yaml", REGISTRY);
    let with = |fields: [&str; 5]| {
        let items = (1..).zip(fields).map(|(number, field)| {
            let rest = match field {
                "title" => "title: {en: Alone}".to_owned(),
                field => format!("title: {{ar: بند, en: Item}}, notes: [{{id: {number}/n, {field}: {{en: Alone}}}}]"),
            };
            format!("  - {{id: \"{number}\", number: [\"{number}\"], {rest}}}\n")
        });
        let items: String = items.collect();
        format!(
            "report: {{id: c1, kind: group-report, title: {{ar: تقرير, en: Report}}}}\nitems:\n{items}"
        )
    };
    for (fields, english, arabic) in [
        (
            ["text"; 5],
            "“text” has no Arabic (ar): 2 more like this; --all lists them",
            "«text» بلا نص عربي (ar): 2 غيرها من النوع نفسه؛ الخيار --all يسردها",
        ),
        (
            ["text", "text", "text", "title", "text"],
            "“…” has no Arabic (ar): 2 more like this; --all lists them",
            "«…» بلا نص عربي (ar): 2 غيرها من النوع نفسه؛ الخيار --all يسردها",
        ),
    ] {
        folder.put("c1.yaml", with(fields));
        for (language, more) in [("en", english), ("ar", arabic)] {
            let out = run(&["--lang", language, "check", folder.name()]).out;
            assert!(out.lines().any(|line| line == more), "{more}\n{out}");
        }
    }
}

#[test]
fn warnings_of_one_kind_are_counted() {
    let folder = Folder::new();
    folder.put("registry.yaml", REGISTRY);
    folder.put(
        "c1.yaml",
        PRINTED.replace("ar: ثالث, en: Three", "en: Three"),
    );
    for (language, more, lacks) in [
        (
            "en",
            "the record does not say where in the source it stands (src): 1 more like this; --all lists them",
            "“title” has no Arabic (ar)",
        ),
        (
            "ar",
            "لا يذكر السجل موضعه في المصدر (src): 1 غيرها من النوع نفسه؛ الخيار --all يسردها",
            "«title» بلا نص عربي (ar)",
        ),
    ] {
        let check = |more: &[&str]| {
            let mut all = vec!["--lang", language, "check", folder.name()];
            all.extend(more);
            run(&all).out
        };
        let told = |out: &str| out.lines().filter(|line| line.ends_with("(src)")).count();
        let (few, all) = (check(&[]), check(&["--all"]));
        assert_eq!((told(&few), told(&all)), (3, 4), "{few}");
        assert!(few.contains(more) && !all.contains(more), "{few}");
        assert!(few.contains(lacks), "{few}");
        assert_eq!(few.lines().last(), all.lines().last());
    }
    // A program gets all of them.
    let json = run(&["check", folder.name(), "--json"]).out;
    assert_eq!(json.lines().count(), 5);
}
