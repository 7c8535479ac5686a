use super::*;

fn line(id: &str, when: &str) -> Line {
    Line {
        id: ChangeId::from(id),
        when: when.to_owned(),
        who: "hind".to_owned(),
        by: Means::Command,
        what: Deed::Change,
        of: None,
        with: None,
        file: "a.yaml".to_owned(),
        record: "a:1".to_owned(),
        fields: Vec::new(),
        before: "0".to_owned(),
        after: "1".to_owned(),
        patch: None,
    }
}

fn ids(history: &History) -> Vec<String> {
    let lines = history.newest_first().unwrap();
    lines.map(|line| line.id.as_str().to_owned()).collect()
}

#[test]
fn a_line_is_added_after_one_that_was_cut_short() {
    let folder = tempfile::tempdir().unwrap();
    let history = History::of(folder.path());
    assert_eq!(ids(&history), [""; 0]);
    history.make().unwrap();
    let first = line("01", "2026-11-22T10:00:00.000Z");
    history.append(&first, &AsIs).unwrap();
    let path = history.file_of(&first);
    let whole = fs::read_to_string(&path).unwrap();
    // The second line: its writer was stopped half way.
    fs::write(&path, format!("{whole}{{\"id\":\"02\",\"wh")).unwrap();
    history
        .append(&line("03", "2026-11-22T10:00:01.000Z"), &AsIs)
        .unwrap();
    assert_eq!(ids(&history), ["03", "01"]);
    assert!(
        history
            .has(&line("03", "2026-11-30T00:00:00.000Z"))
            .unwrap()
    );
    assert!(
        !history
            .has(&line("02", "2026-11-30T00:00:00.000Z"))
            .unwrap()
    );
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.starts_with(&whole), "{text}");
    assert_eq!(text.lines().count(), 3);
}

#[test]
fn months_and_machines_are_told_in_one_row() {
    let folder = tempfile::tempdir().unwrap();
    let history = History::of(folder.path());
    let other = History {
        host: "other".to_owned(),
        ..history.clone()
    };
    history.make().unwrap();
    history.make().unwrap();
    history
        .append(&line("01", "2026-10-31T23:59:59.999Z"), &AsIs)
        .unwrap();
    history
        .append(&line("02", "2026-11-01T00:00:00.000Z"), &AsIs)
        .unwrap();
    other
        .append(&line("03", "2026-11-01T00:00:00.001Z"), &AsIs)
        .unwrap();
    history
        .append(&line("04", "2026-11-01T00:00:00.002Z"), &AsIs)
        .unwrap();
    // Merged by hand, one line came twice.
    other
        .append(&line("02", "2026-11-01T00:00:00.000Z"), &AsIs)
        .unwrap();
    assert_eq!(ids(&history), ["04", "03", "02", "01"]);
    assert!(folder.path().join("history/2026-11.other.jsonl").is_file());
}

#[test]
fn the_name_of_a_machine_is_fit_for_a_file() {
    assert_eq!(fit("Majlis-SRV.itu.int\n"), "majlis-srvituint");
    assert_eq!(fit("../../x"), "x");
    assert_eq!(fit("خادم"), "host");
    assert_eq!(fit(&"a".repeat(100)).len(), 40);
}

#[test]
fn the_order_of_keys_and_the_sort_of_a_value_survive_the_history() {
    let value: serde_yaml::Value =
        serde_yaml::from_str("{text: {en: b, ar: a}, id: \"27\", n: 27, ok: true}").unwrap();
    let mut written = line("01", "2026-11-22T10:00:00.000Z");
    written.fields.push(FieldChange {
        at: crate::library::edit::FieldPath(vec![
            crate::library::edit::Step::Key("items".into()),
            crate::library::edit::Step::Id("27".into()),
            crate::library::edit::Step::Place(3),
        ]),
        sort: Sort::Insert,
        was: None,
        became: Some(value.clone()),
        stood_before: None,
        stands_before: Some(crate::library::edit::Step::Id("28".into())),
        base: None,
    });
    let text = serde_json::to_string(&written).unwrap();
    assert!(
        text.contains(r#""at":[{"key":"items"},{"id":"27"},{"place":3}]"#),
        "{text}"
    );
    assert!(
        text.contains(r#"{"text":{"en":"b","ar":"a"},"id":"27","n":27,"ok":true}"#),
        "{text}"
    );
    let read: Line = serde_json::from_str(&text).unwrap();
    assert_eq!(read, written);
}

#[test]
fn a_line_that_was_cut_short_does_not_hide_the_whole_one_told_after_it() {
    let folder = tempfile::tempdir().unwrap();
    let history = History::of(folder.path());
    history.make().unwrap();
    let first = line("01", "2026-11-22T10:00:00.000Z");
    let second = line("02", "2026-11-22T10:00:01.000Z");
    history.append(&first, &AsIs).unwrap();
    let path = history.file_of(&first);
    let before = fs::read_to_string(&path).unwrap();
    let whole = serde_json::to_string(&second).unwrap();
    // Cut anywhere behind its id, even where it happens to end as a whole one does.
    for torn in [
        whole.get(..20).unwrap(),
        whole.strip_suffix("}").unwrap(),
        "{\"id\":\"02\",\"x\":{}",
    ] {
        fs::write(&path, format!("{before}{torn}")).unwrap();
        history.append(&second, &AsIs).unwrap();
        assert_eq!(ids(&history), ["02", "01"], "{torn}");
    }
}

#[test]
fn what_git_is_to_know_is_made_by_a_later_change_where_a_full_disk_kept_it_from_being() {
    let folder = tempfile::tempdir().unwrap();
    let history = History::of(folder.path());
    let (ignored, joined) = (".gitignore", ".gitattributes");
    let text = |name| fs::read_to_string(history.folder().join(name)).unwrap();
    // As a full disk leaves it: the first file has no bytes, the second one was never made.
    fs::create_dir(history.folder()).unwrap();
    fs::write(history.folder().join(ignored), "").unwrap();
    history.make().unwrap();
    assert_eq!(text(ignored), "lock\nintent\n");
    assert_eq!(text(joined), "*.jsonl merge=union -text\n");
    // What a person wrote there stays.
    fs::write(history.folder().join(ignored), "*\n").unwrap();
    fs::remove_file(history.folder().join(joined)).unwrap();
    history.make().unwrap();
    assert_eq!(text(ignored), "*\n");
    assert_eq!(text(joined), "*.jsonl merge=union -text\n");
}
