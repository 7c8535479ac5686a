//! How problems are told: text, JSON, a folder, the exit code.

use majlis::cli::check::{How, run as run_check};
use majlis::library::Code;
use majlis::library::check::{check_dir, summary, to_json, to_text};
use majlis::report::Language;

use super::{HEAD, REGISTRY, check, marked, of_report};

#[test]
fn a_problem_is_told_with_its_line_and_a_caret() {
    let problems = of_report(&format!(
        "{HEAD}items:\n  - id: a\n    src: s1\n    titel: {{en: A}}\n"
    ));
    assert_eq!(
        to_text(&problems[0], Language::English),
        "\
t1.yaml:8:5: error: unknown key “titel”
  8 |     titel: {en: A}
    |     ^
  expected: one of id, inferred, kind, notes, number, position, recommendations, refs, see, sic, src, text, title, urls, views
  did you mean: title?
"
    );
}

#[test]
fn a_caret_stands_under_its_column_behind_wide_letters_and_in_a_long_line() {
    let wide = of_report(&format!("{HEAD}\"議\": 1\n"));
    assert!(to_text(&wide[0], Language::English).contains("\n  5 | \"議\": 1\n    | ^\n"));
    let line = format!("x: {{y: {}, id: a}}", "z".repeat(300));
    let (text, _) = marked(&format!(
        "{HEAD}items:\n  - {{id: a, src: s1, title: {{ar: \"{0}\", en: A}}}}\n{line}\n",
        "a"
    ));
    let told = to_text(of_report(&text).last().unwrap(), Language::English);
    assert!(
        told.lines().all(|line| line.chars().count() < 320),
        "{told}"
    );
    let far = format!(
        "{HEAD}a: {{\"議{}\": 1, b: 1, b: 2{}}}\n",
        "z".repeat(300),
        ", c: 1".repeat(50)
    );
    let twice = of_report(&far);
    let twice = twice
        .iter()
        .find(|it| it.code == Code::DuplicateKey)
        .unwrap();
    // Before the second `b`: `a: {` is 4 characters, the key 303, `: 1, b: 1, ` 11.
    assert_eq!((twice.place.line, twice.place.column), (5, 319));
    let told = to_text(twice, Language::English);
    let lines: Vec<&str> = told.lines().collect();
    let caret = lines[2].chars().position(|char| char == '^').unwrap();
    assert_eq!(lines[1].chars().nth(caret), Some('b'), "{told}");
    assert!(lines[1].chars().count() < 120, "{told}");
}

#[test]
fn an_arabic_line_gets_no_caret_but_its_words_quoted() {
    let problems = of_report(&format!(
        "{HEAD}items:\n  - {{id: a, src: s1, title: {{ar: بند}}}}\n"
    ));
    assert_eq!(
        to_text(&problems[0], Language::Arabic),
        "\
t1.yaml:6:29: تنبيه: «title» بلا نص إنكليزي (en)
  6 |   - {id: a, src: s1, title: {ar: بند}}
  الموضع: «{ar: بند}}»
  المتوقع: نص بلغتيه: {ar: …, en: …}
"
    );
}

#[test]
fn json_is_one_object_a_line_with_both_languages() {
    let problems = of_report(&format!("{HEAD}itemz: []\n"));
    let line = to_json(&problems[0]);
    assert!(!line.contains('\n'));
    let object: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert_eq!(object["file"], "t1.yaml");
    assert_eq!((&object["line"], &object["column"]), (&5.into(), &1.into()));
    assert_eq!(
        (&object["severity"], &object["code"]),
        (&"error".into(), &"unknown-key".into())
    );
    assert_eq!(object["message"]["en"], "unknown key “itemz”");
    assert_eq!(object["message"]["ar"], "مفتاح غير معروف: «itemz»");
    assert_eq!(
        (&object["nearest"], &object["text"]),
        (&"items".into(), &"itemz: []".into())
    );
}

#[test]
fn a_folder_is_checked_file_by_file() {
    let dir = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(dir.path().join(name), text).unwrap();
    write("registry.yaml", REGISTRY);
    write("t1.yaml", HEAD);
    write("notes.txt", "not ours");
    std::fs::create_dir(dir.path().join("folder.yaml")).unwrap();
    std::os::unix::fs::symlink("loop.yaml", dir.path().join("loop.yaml")).unwrap();
    let checked = check_dir(dir.path());
    let found: Vec<_> = checked
        .problems
        .iter()
        .map(|problem| (problem.place.file.rsplit('/').next().unwrap(), problem.code))
        .collect();
    assert_eq!(checked.files, 4);
    assert_eq!(
        found,
        [
            ("folder.yaml", Code::Unreadable),
            ("loop.yaml", Code::Unreadable)
        ]
    );
    assert_eq!(
        summary(&checked.problems, checked.files, Language::English),
        "2 errors, 0 warnings in 4 files"
    );
}

#[test]
fn a_folder_that_is_empty_or_not_there_says_so() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(check_dir(dir.path()).problems[0].code, Code::NoReport);
    let checked = check_dir(&dir.path().join("nowhere"));
    assert_eq!(checked.problems[0].code, Code::Unreadable);
    let problems = check(&[("lib/t1.yaml", HEAD.as_bytes())]);
    assert_eq!(problems[0].code, Code::NoRegistry);
    assert_eq!(problems[0].place.file, "lib/registry.yaml");
}

#[test]
fn the_exit_code_says_whether_there_is_an_error() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("registry.yaml"), REGISTRY).unwrap();
    let report = dir.path().join("t1.yaml");
    let run = |text: &str| {
        std::fs::write(&report, text).unwrap();
        let mut out = Vec::new();
        let code = run_check(Some(dir.path()), How::Brief, Language::English, &mut out);
        (code.unwrap(), String::from_utf8(out).unwrap())
    };
    assert_eq!(
        run(HEAD),
        (0, "0 errors, 0 warnings in 2 files\n".to_owned())
    );
    assert_eq!(run(&HEAD.replace(", en: Report", "")).0, 0);
    assert_eq!(run(&HEAD.replace("id: t1", "")).0, 1);
}
