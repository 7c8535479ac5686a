//! What is foreseen of a file is what is read of it once the edits are written.

use super::*;
use crate::library::Source;
use crate::library::edit::{self, FieldPath};
use crate::report::Kind;

const TEXT: &str = "\
report: {id: x, kind: group-report, title: {en: A report}}
items:
  - id: \"1\"
    number: [\"1\"]
    title: {en: Lamps}
    position: {stance: support, status: draft, text: {en: For lamps}}
    notes:
      - {id: 1/n1, text: {en: One}}
      - {id: 1/n2, text: {en: Two}}
  - {id: \"2\", number: [\"2\"], title: {en: Buoys}}
  - {id: \"3\", number: [\"3\"], title: {en: Masts}}
outcomes:
  - {id: out/1, kind: decision, of: [\"2\"], text: {en: Decided}}
";

fn read(text: &str) -> Volume {
    Volume::read(&Source::text("x.yaml", text.to_owned()))
}

fn at(path: &str) -> FieldPath {
    path.split(' ').fold(FieldPath::root(), |at, step| {
        match step.strip_prefix('[').and_then(|id| id.strip_suffix(']')) {
            Some(id) => at.id(id),
            None => at.key(step),
        }
    })
}

fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap()
}

/// All records with their ids, and who names whom.
fn content(volume: &Volume) -> Vec<String> {
    let locals = 0..u32::try_from(volume.len()).unwrap();
    let told = locals.map(|local| {
        let record = volume.record(local).unwrap();
        format!("{} {:?} {record:?}", volume.id(local), volume.owner(local))
    });
    told.collect()
}

#[test]
fn what_is_foreseen_is_what_is_read_afterwards() {
    let first = read(TEXT);
    assert!(first.problems().is_empty(), "{:?}", first.problems());
    let set = |path: &str, value: &str| Edit::Set {
        at: at(path),
        value: yaml(value),
    };
    let remove = |path: &str| Edit::Remove { at: at(path) };
    let insert = |list: &str, before: Option<&str>, value: &str| Edit::Insert {
        list: at(list),
        before: before.map(|id| Step::Id(id.to_owned())),
        value: yaml(value),
    };
    let shift = |path: &str, before: Option<&str>| Edit::Move {
        at: at(path),
        before: before.map(|id| Step::Id(id.to_owned())),
    };
    for edits in [
        vec![set("items [1] position status", "agreed")],
        vec![
            set(
                "items [2] position",
                "{stance: support, status: agreed, text: {en: a}}",
            ),
            set("items [2] position text ar", "نص"),
        ],
        vec![set("report title ar", "تقرير")],
        vec![set(
            "items [1] position",
            "{stance: oppose, status: agreed, text: {ar: ع}}",
        )],
        vec![remove("items [1] position")],
        vec![
            remove("items [1] notes [1/n1]"),
            remove("items [1] notes [1/n2]"),
        ],
        vec![remove("items [2]")],
        vec![insert(
            "items",
            Some("2"),
            "{id: \"4\", number: [\"4\"], title: {en: Sails}}",
        )],
        vec![insert(
            "items [3] recommendations",
            None,
            "{id: 3/r1, text: {en: Do it}}",
        )],
        vec![insert(
            "meetings",
            None,
            "{id: m1, title: {en: First}, date: 2021-06-01}",
        )],
        vec![shift("items [1]", None)],
        vec![shift("items [3]", Some("1"))],
        vec![shift("items [1] notes [1/n2]", Some("1/n1"))],
    ] {
        let foreseen = first
            .foreseen(&mut edits.clone())
            .unwrap_or_else(|| panic!("{edits:?}"));
        let after = read(&edit::apply(TEXT, &edits).unwrap());
        assert_eq!(content(&foreseen), content(&after), "{edits:?}");
        assert_ne!(content(&foreseen), content(&first), "{edits:?}");
        assert_eq!(foreseen.stamp(), first.stamp());
    }
}

#[test]
fn what_the_model_does_not_take_is_not_foreseen() {
    let first = read(TEXT);
    let value = |text: &str| yaml(text);
    for edit in [
        Edit::Set {
            at: at("items [1] position status"),
            value: value("nonsense"),
        },
        Edit::Set {
            at: at("items [9] title en"),
            value: value("x"),
        },
        Edit::Remove {
            at: at("items [1] title"),
        },
    ] {
        assert!(first.foreseen(&mut [edit.clone()]).is_none(), "{edit:?}");
    }
}

#[test]
fn what_is_new_is_foreseen_with_the_id_that_it_will_get() {
    let note = Edit::Insert {
        list: at("items [1] notes"),
        before: None,
        value: yaml("{id: 1/n1, text: {en: Three}}"),
    };
    let mut edits = [note];
    let foreseen = read(TEXT).foreseen(&mut edits).unwrap();
    let Edit::Insert { value, .. } = &edits[0] else {
        panic!("no new note")
    };
    assert_eq!(value["id"], "1/n3");
    let ids: Vec<&str> = (0..9).map(|local| foreseen.id(local)).collect();
    assert_eq!(
        ids.get(4..7),
        Some(&["x:1/n2", "x:1/n3", "x:2"][..]),
        "{ids:?}"
    );
}

#[test]
fn a_part_without_an_id_gets_none() {
    let share = |percent: u8| Edit::Insert {
        list: at("figures [fig/1] shares"),
        before: None,
        value: yaml(&format!("{{label: {{en: A}}, percent: {percent}}}")),
    };
    let figure = "figures:\n  - {id: fig/1, title: {en: F}}\n";
    let first = read(&format!("{TEXT}{figure}"));
    let mut edits = [share(1), share(2)];
    let foreseen = first.foreseen(&mut edits).unwrap();
    let figure = foreseen.record(foreseen.find("fig/1").unwrap()).unwrap();
    let shares = &serde_yaml::to_value(figure).unwrap()["shares"];
    assert_eq!(shares[1]["percent"].as_f64(), Some(2.0), "{shares:?}");
}

#[test]
fn what_stands_already_is_found_under_the_id_that_it_got() {
    let note = |text: &str| Edit::Insert {
        list: at("items [1] notes"),
        before: None,
        value: yaml(&format!("{{id: 1/n1, text: {{en: {text}}}}}")),
    };
    let mut edits = [note("Three")];
    let once = read(TEXT).foreseen(&mut edits).unwrap();
    let stands = |edit: Edit, known: &[&str]| {
        let mut edits = [edit];
        let twice = once.foreseen(&mut edits).unwrap();
        twice.stands("1/n1", "1/n4", |id| !known.contains(&id))
    };
    assert_eq!(
        stands(note("Three"), &["1/n1", "1/n2"]).as_deref(),
        Some("1/n3")
    );
    assert_eq!(stands(note("Four"), &[]), None);
    assert_eq!(stands(note("One"), &["1/n1", "1/n2"]), None);
}

#[test]
fn every_position_of_the_built_in_reports_can_be_foreseen() {
    for source in Source::built_in() {
        let volume = Volume::read(&source);
        for local in 0..u32::try_from(volume.len()).unwrap() {
            if volume.kind(local) != Some(Kind::Item) {
                continue;
            }
            let id = volume
                .record(local)
                .unwrap()
                .id()
                .unwrap()
                .as_str()
                .to_owned();
            let edit = Edit::Set {
                at: FieldPath::root()
                    .key("items")
                    .id(id.clone())
                    .key("title")
                    .key("en"),
                value: "Another".into(),
            };
            let foreseen = volume.foreseen(&mut [edit]).unwrap();
            let Some(crate::report::Record::Item(item)) = foreseen.record(local) else {
                panic!("{id}")
            };
            assert_eq!(item.title.en.as_deref(), Some("Another"));
            assert_eq!(foreseen.len(), volume.len());
            let others = |volume: &Volume| {
                let all = content(volume);
                all.into_iter()
                    .enumerate()
                    .filter(|(at, _)| *at != local as usize)
                    .collect::<Vec<_>>()
            };
            assert_eq!(others(&foreseen), others(&volume));
        }
    }
}
