//! Files that are broken in every way we could think of.

use crate::library::*;
use crate::report::{Kind, Language, Record};

const HEAD: &str = "report: {id: r, kind: group-report, title: {ar: ت, en: T}}\n";

fn one(text: impl Into<Vec<u8>>) -> Library {
    Library::from_sources(vec![Source::new("r.yaml", text.into())])
}

fn ids(library: &Library) -> Vec<&str> {
    library.keys().map(|key| library.id(key)).collect()
}

/// Line, column and message of each problem.
fn told(library: &Library) -> Vec<(usize, usize, &str)> {
    let told = |problem: &'_ Problem| (problem.place.line, problem.place.column);
    let problems = library.problems().iter();
    problems
        .map(|problem| {
            let (line, column) = told(problem);
            (line, column, problem.what.get(Language::English))
        })
        .collect()
}

#[test]
fn a_bad_record_leaves_the_good_ones() {
    let library = one(format!(
        "{HEAD}items:
  - id: \"1\"
    title: {{ar: أول, en: First}}
  - id: \"2\"
    number: []
    note: \"ليس له عنوان\"
  - {{id: \"3\", title: {{en: Third}}, title: {{en: Twice}}}}
  - id: \"4\"
    position:
      stance: suport
      status: agreed
      text: {{en: Yes}}
    title: {{en: Fourth}}
    views:
      - {{id: 4/v1, text: {{en: Good}}}}
      - {{id: 4/v2}}
figures: none
events:
sections:
  - id: s1
    title: {{en: One}}
    paragraphs:
      - {{id: \"1.1\", text: {{en: Good}}}}
      - id: \"1.2\"
        text: bare
      - id: \"1.3\"
        text: {{en: Good}}
        points: [{{id: a, text: 1}}, {{id: b, text: {{en: Good}}}}]
"
    ));
    assert_eq!(
        ids(&library),
        ["r", "r:1", "r:4", "r:4/v1", "r:s1", "r:1.1", "r:1.3", "r:b"]
    );
    assert_eq!(
        told(&library)
            .iter()
            .map(|(line, _, what)| (*line, *what))
            .collect::<Vec<_>>(),
        [
            (5, "the key “title” is missing; the record “2” is not shown"),
            (7, "unknown key “note”"),
            (
                8,
                "the key “title” is given twice; first on line 8; the record “3” is not shown"
            ),
            (11, "unknown word “suport”; the record is not shown"),
            (
                17,
                "the key “text” is missing; the record “4/v2” is not shown"
            ),
            (18, "the value “none” is of the wrong type"),
            (19, "the key “events” has no value"),
            (
                26,
                "the value “bare” is of the wrong type; the record “1.2” is not shown"
            ),
            (29, "the id “a” has the wrong form"),
            (
                29,
                "the value “1” is of the wrong type; the record “a” is not shown"
            ),
            (29, "the id “b” has the wrong form"),
        ]
    );
    let stance = &library.problems()[3];
    assert_eq!(stance.nearest.as_deref(), Some("support"));
    assert_eq!(stance.place.text, "      stance: suport");
    assert_eq!(stance.place.column, 15);
}

#[test]
fn a_bad_entry_of_the_registry_leaves_the_good_ones() {
    let library = Library::from_sources(vec![Source::text(
        "registry.yaml",
        "countries:\n- {id: KWT, name: {en: Kuwait}}\n- {id: EGY}\n- {id: TUN, name: {en: Tunisia}}\n",
    )]);
    assert_eq!(ids(&library), ["KWT", "TUN"]);
    assert_eq!(told(&library)[0].0, 3);
}

#[test]
fn a_file_that_cannot_be_used_says_why() {
    let deep = format!(
        "{HEAD}items: {}{}\n",
        "[".repeat(10_000),
        "]".repeat(10_000)
    );
    for (text, line, said) in [
        (b"".to_vec(), 0, "the file holds nothing"),
        (b"# only a remark\n\n".to_vec(), 0, "the file holds nothing"),
        (b"report:\0".to_vec(), 1, "zero byte"),
        (b"a: b\nc: \xFF\xFE".to_vec(), 2, "not text in UTF-8"),
        (b"just words".to_vec(), 1, "“just words” is of the wrong"),
        (b"- a\n- b\n".to_vec(), 1, "a list does not belong here"),
        (b"items: []\n".to_vec(), 1, "the key “report” is missing"),
        (b"bodies: []\n".to_vec(), 1, "the key “report” is missing"),
        (
            b"report: {id: r, title: {en: T}}\n".to_vec(),
            1,
            "the key “kind” is missing",
        ),
        (
            b"report: {id: '', kind: group-report, title: {en: T}}\n".to_vec(),
            1,
            "the id “” has the wrong form",
        ),
        (
            format!("{HEAD}items:\n  - id: \"1\n").into(),
            3,
            "a quotation mark that is never closed",
        ),
        (
            format!("{HEAD}items: [\n").into(),
            3,
            "the file ends before a bracket",
        ),
        (format!("{HEAD}---\n{HEAD}").into(), 2, "a second document"),
        (deep.into(), 2, "deep in one another"),
    ] {
        let shown = String::from_utf8_lossy(&text[..text.len().min(60)]).into_owned();
        let library = one(text);
        assert!(library.is_empty(), "{shown}");
        let told = told(&library);
        assert_eq!(told.len(), 1, "{shown}: {told:?}");
        assert!(told[0].2.contains(said), "{shown}: {told:?}");
        assert!(line == 0 || told[0].0 == line, "{shown}: {told:?}");
    }
}

#[test]
fn an_alias_takes_its_field_only_and_grows_nothing() {
    let mut bomb = String::from("sic: {a0: &a0 [x, x]");
    for level in 1..40 {
        let below = level - 1;
        bomb += &format!(", a{level}: &a{level} [*a{below}, *a{below}]");
    }
    let library = one(format!(
        "{HEAD}items:
  - {{id: a, title: {{en: A}}}}
  - {{id: b, title: {{en: B}}, {bomb}}}}}
  - {{id: c, title: {{en: C}}, notes: [{{id: c/n1, text: &t {{en: N}}}}, {{id: c/n2, text: *t }}]}}
"
    ));
    assert_eq!(ids(&library), ["r", "r:a", "r:b", "r:c", "r:c/n1"]);
    let is_alias = |problem: &&Problem| problem.code == Code::Alias;
    assert_eq!(
        library.problems().iter().filter(is_alias).count(),
        40 + 78 + 2
    );
}

#[test]
fn what_only_one_of_two_parsers_takes_is_told_in_its_record() {
    // A key over two lines within brackets.
    let library = one(format!(
        "{HEAD}items:
  - {{id: a, title: {{en: A}}, sic: {{a\n      b: c}}}}
  - {{id: b, titel: {{en: B}}}}
  - {{id: d, title: {{en: D}}, sic: {{a\n      b: c}}, views: [{{id: d/v1}}]}}
  - {{id: c, title: {{en: C}}}}
"
    ));
    assert_eq!(
        ids(&library),
        ["r", "r:a", "r:d", "r:c"],
        "{:?}",
        told(&library)
    );
    let lines: Vec<usize> = told(&library).iter().map(|told| told.0).collect();
    assert_eq!(lines, [4, 5, 7, 7]);
}

#[test]
fn a_bad_optional_field_is_all_that_is_lost() {
    let block = "report:\n  id: r\n  date: 2026-06-31\n  kind: group-report\n  summary:\n    - a\n  title:\n    ar: ت\n    en: T\n  session: council@2026\n";
    let flow = "report: {id: r, date: 2026-06-31, summary: [a], kind: group-report, title: {ar: ت, en: T}, session: council@2026}\n";
    for text in [block, flow] {
        let library = one(format!(
            "{text}nominations:
  - id: nom/a
    date: 2026-02-30
    body: b
    role: chair
    country: [[KWT]]
    person: p
    status: proposed
  - {{id: nom/b, body: b, role: chair, status: propsed}}
items:
  - id: \"1\"
    number: {{a: b}}
    title: {{ar: ب, en: B}}
    notes:
      - {{id: 1/n1, text: {{ar: ب, en: B}}, by: {{}}}}
    inferred: [kind]
"
        ));
        assert_eq!(ids(&library), ["r", "r:1", "r:1/n1", "r:nom/a"], "{text}");
        let head = library.head(0).unwrap();
        assert_eq!(head.date, None);
        assert_eq!(head.summary, None);
        assert_eq!(head.session.as_deref(), Some("council@2026"));
        let record = |id| library.record(library.find(id).unwrap()).unwrap();
        let Record::Nomination(nomination) = record("r:nom/a") else {
            panic!("{text}");
        };
        assert!(nomination.date.is_none() && nomination.country.is_none());
        assert_eq!(nomination.person.as_ref().unwrap().as_str(), "p");
        assert_eq!(record("r:1").common().inferred, ["kind"]);
        let told = told(&library);
        assert_eq!(told.len(), 7, "{told:?}");
        assert!(
            told.iter()
                .all(|(.., what)| !what.contains("the reader said"))
        );
        let lost: Vec<&str> = told
            .iter()
            .map(|told| told.2)
            .filter(|what| what.contains("not shown"))
            .collect();
        assert_eq!(
            lost,
            ["unknown word “propsed”; the record “nom/b” is not shown"]
        );
    }
}

#[test]
fn a_report_of_an_unknown_kind_is_shown_and_says_as_what() {
    for text in [
        "report: {id: r, kind: grup, date: 2026-13, title: {ar: ت, en: T}}\n",
        "report:\n  id: r\n  kind: grup\n  date: 2026-13\n  title: {ar: ت, en: T}\n",
    ] {
        let library = one(text);
        assert_eq!(ids(&library), ["r"]);
        let told = told(&library);
        assert_eq!(told.len(), 2);
        assert_eq!(
            told[0].2,
            "unknown word “grup”; the report is shown as if it said kind: group-report"
        );
    }
    let library = one("report: {id: r, kind: group-report, titel: {ar: ت, en: T}}\n");
    assert!(library.is_empty());
    assert_eq!(
        told(&library)[0].2,
        "unknown key “titel”; the report “r” is not shown"
    );
    let ar = library.problems()[0].what.get(Language::Arabic);
    assert!(ar.ends_with("؛ والتقرير «r» لا يُعرض"), "{ar}");
}

#[test]
fn the_screen_and_check_say_the_same() {
    for text in [
        "items:\n  - {id: a, title: {ar: ب, en: B}, kynd: topic, src: s1}\n  - {id: b, src: s1}\n",
        "items: none\n",
        "items:\n\t- a\n",
        "items: [{id: a, title: {ar: \"ب, en: B}, src: s1}]\n",
        "items: []\nitems: []\n",
        "- a\n",
        "\u{1}: 1\nitems: 1\n",
        "figures:\n  - {id: fig/a, title: {ar: ب, en: B}, date: 2026-06-31, src: s1, shares: [{percent: 120, label: {ar: ب, en: B}}]}\n",
        "items: [{id: a, title: {ar: ب, en: B}, src: [[]]}, {id: a, title: {}, src: xx}]\n",
    ] {
        let sources = [
            Source::text("r.yaml", format!("{HEAD}{text}")),
            Source::text("registry.yaml", "bodies: []\n"),
        ];
        let mut checked = check::check(&sources).problems;
        checked.retain(|problem| problem.severity == Severity::Error);
        assert!(!checked.is_empty());
        let library = Library::from_sources(sources.to_vec());
        let mut problems = library.problems().to_vec();
        for problem in &mut problems {
            // What is lost is told of the screen only.
            let what = problem.what.en.split("; the rec").next().unwrap();
            let ar = problem.what.ar.split("؛ والسجل").next().unwrap();
            let ar = ar.split("؛ وهذا").next().unwrap();
            problem.what = crate::words::Message::new(ar, what);
        }
        assert_eq!(problems, checked, "{text}");
    }
}

#[test]
fn a_registry_under_another_name_is_told_its_name() {
    let library = one("bodies: []\npeople: []\n");
    let expected = library.problems()[0].expected.as_ref().unwrap();
    assert!(expected.en.ends_with("which is named registry.yaml"));
}

#[test]
fn what_only_looks_odd_is_read() {
    let marks = format!("{HEAD}items:\n  - {{id: a, title: {{en: 'R &D *x'}}}}\n");
    for text in [format!("\u{FEFF}{HEAD}"), HEAD.replace('\n', "\r\n"), marks] {
        let library = one(text.clone());
        assert_eq!(library.problems(), [], "{text}");
        assert_eq!(library.report_count(), 1);
    }
}

#[test]
fn of_two_reports_with_one_id_the_second_is_refused() {
    let library = Library::from_sources(vec![
        Source::text("a.yaml", HEAD),
        Source::text("b.yaml", HEAD),
        Source::text("registry.yaml", "bodies: []"),
        Source::text("registry.yml", "bodies: []"),
    ]);
    assert_eq!(library.of_kind(Kind::Report).len(), 1);
    let files: Vec<&str> = library
        .problems()
        .iter()
        .map(|p| p.place.file.as_str())
        .collect();
    assert_eq!(files, ["b.yaml", "registry.yml"]);
    assert!(told(&library)[0].2.contains("a.yaml already is report r"));
}

#[test]
fn a_folder_opens_without_its_bad_files() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::write(at("b.yml"), HEAD).unwrap();
    std::fs::write(at("a.yaml"), HEAD.replace("id: r", "id: first")).unwrap();
    std::fs::write(at(".hidden.yaml"), "garbage: [").unwrap();
    std::fs::write(at("readme.md"), "# not a report").unwrap();
    std::fs::create_dir(at("folder.yaml")).unwrap();
    let large = std::fs::File::create(at("large.yaml")).unwrap();
    large.set_len(LARGEST_FILE + 1).unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(at("loop.yaml"), at("loop.yaml")).unwrap();
        let made = std::process::Command::new("mkfifo")
            .arg(at("pipe.yaml"))
            .status();
        assert!(made.unwrap().success());
    }
    let library = Library::open(folder.path());
    assert_eq!(ids(&library), ["first", "r"]);
    let told: Vec<&str> = told(&library).iter().map(|told| told.2).collect();
    // The registry is missing, too: that is about the folder, and stands last.
    assert!(told[4].starts_with("there is no registry.yaml here"));
    assert_eq!(told[0], "this is a folder, not a file; move or rename it");
    assert!(told[1].contains("65 MiB, at most 64"));
    #[cfg(unix)]
    {
        assert!(told[2].contains("a symbolic link that leads to no file"));
        assert!(told[3].contains("not a regular file"));
    }
}

#[test]
fn a_folder_without_reports_says_so() {
    let folder = tempfile::tempdir().unwrap();
    for (path, said) in [
        (folder.path().to_owned(), "has no .yaml file"),
        (folder.path().join("gone"), "there is no such folder"),
    ] {
        let library = Library::open(&path);
        assert!(library.is_empty());
        assert!(told(&library)[0].2.contains(said));
    }
}
