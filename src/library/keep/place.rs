//! Where a record stands: its file and its path in it.

use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Component, Path};

use serde_yaml::Value;

use super::plain;
use crate::library::edit::{self, FieldPath, Step};
use crate::library::{Key, Library};
use crate::report::Kind;

/// The path of a record in its file; none for a key of another library.
#[must_use]
pub fn path_of(library: &Library, key: Key) -> Option<FieldPath> {
    let record = library.record(key)?;
    let kind = library.kind(key);
    let owner = library.owner(key);
    let of_owner = || owner.and_then(|owner| path_of(library, owner));
    let owner_is = |kind| owner.is_some_and(|owner| library.kind(owner) == kind);
    let (parent, list) = match kind {
        Kind::Report => return Some(FieldPath::root().key("report")),
        Kind::Position => return Some(of_owner()?.key("position")),
        Kind::View => (of_owner()?, "views"),
        Kind::Note => (of_owner()?, "notes"),
        Kind::Recommendation if owner_is(Kind::Item) => (of_owner()?, "recommendations"),
        Kind::Section if owner_is(Kind::Section) => (of_owner()?, "sections"),
        Kind::Paragraph if owner_is(Kind::Paragraph) => (of_owner()?, "points"),
        Kind::Paragraph => (of_owner()?, "paragraphs"),
        other => (FieldPath::root(), list_of(other)),
    };
    Some(parent.key(list).id(record.id()?.as_str()))
}

/// The value of a field of a record, as the model shows it; of the record as a whole for an empty path.
#[must_use]
pub fn value_of(library: &Library, key: Key, path: &[String]) -> Option<Value> {
    let record = serde_yaml::to_value(library.record(key)?).ok()?;
    value_in(&record, path)
        .filter(|value| !value.is_null())
        .cloned()
}

/// The value of a field of a record, within the value of the record.
pub(super) fn value_in<'a>(record: &'a Value, path: &[String]) -> Option<&'a Value> {
    path.iter().try_fold(record, |value, step| {
        match (value, step.parse::<usize>()) {
            (Value::Sequence(list), Ok(place)) => list.get(place),
            // One value may stand for a list of one.
            (Value::String(_) | Value::Number(_), Ok(0)) => Some(value),
            _ => value.get(step.as_str()),
        }
    })
}

/// The key of the list in which records of a kind stand in a file.
#[must_use]
pub const fn list_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Item => "items",
        Kind::Position => "position",
        Kind::Nomination => "nominations",
        Kind::Recommendation => "recommendations",
        Kind::Contribution => "contributions",
        Kind::Outcome => "outcomes",
        Kind::Meeting => "meetings",
        Kind::Event => "events",
        Kind::Figure => "figures",
        Kind::View => "views",
        Kind::Note => "notes",
        Kind::Report => "report",
        Kind::Section => "sections",
        Kind::Paragraph => "paragraphs",
        Kind::Body => "bodies",
        Kind::Person => "people",
        Kind::Country => "countries",
        Kind::Instrument => "instruments",
        Kind::Document => "documents",
    }
}

/// The name of the file of a report in a folder, by the report's id; of the registry for none. The
/// first one in the order of their names, as the library reads them. None where there is no such file.
#[must_use]
pub fn file_of(folder: &Path, report: Option<&str>) -> Option<String> {
    plain::may_wait();
    let mut names: Vec<String> = fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| is_yaml(name) && !name.starts_with('.'))
        .collect();
    names.sort();
    let stem = |name: &str| Path::new(name).file_stem().map(OsStr::to_owned);
    let Some(report) = report else {
        return names
            .into_iter()
            .find(|name| stem(name).is_some_and(|stem| stem == "registry"));
    };
    names.into_iter().find(|name| {
        stem(name).is_none_or(|stem| stem != "registry")
            && folder.join(name).is_file()
            && is_of(&folder.join(name), report)
    })
}

/// Whether this is the name of a file of a library: of one in its folder itself, not hidden, of YAML.
/// Names from the history are not taken at their word: it may come from another machine.
pub(super) fn is_own(name: &str) -> bool {
    let mut parts = Path::new(name).components();
    let is_name = matches!(parts.next(), Some(Component::Normal(part)) if part == name);
    is_name && parts.next().is_none() && !name.starts_with('.') && is_yaml(name)
}

fn is_yaml(name: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("yaml") || end.eq_ignore_ascii_case("yml"))
}

/// Whether the file is the one of this report: first by the lines of its head, since a file may be
/// long and the head is at its beginning; else as a whole.
fn is_of(path: &Path, report: &str) -> bool {
    let id = FieldPath::root().key("report").key("id");
    let is_it = |text: &str| {
        let value = edit::value(text, &id).ok().flatten();
        value.map(|value| match value {
            serde_yaml::Value::Number(number) => number.to_string() == report,
            other => other.as_str() == Some(report),
        })
    };
    let Ok(file) = fs::File::open(path) else {
        return false;
    };
    let mut head = String::new();
    for line in BufReader::new(file).lines().map_while(Result::ok) {
        let is_next = !head.is_empty() && line.starts_with(|char: char| char.is_ascii_lowercase());
        if is_next && head.contains("report:") {
            break;
        }
        head.push_str(&line);
        head.push('\n');
    }
    is_it(&head)
        .or_else(|| is_it(&fs::read_to_string(path).ok()?))
        .unwrap_or(false)
}

/// Whether a path leads to the record with this full id itself.
pub(super) fn leads_to(at: &FieldPath, record: &str) -> bool {
    let local = record.split_once(':').map_or(record, |(_, local)| local);
    match at.0.as_slice() {
        [.., Step::Id(id)] => id == local,
        [.., Step::Id(item), Step::Key(key)] => {
            key == "position" && local.strip_suffix("/position") == Some(item)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_record_of_the_built_in_library_is_at_its_path() {
        let library = Library::built_in();
        let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/data"));
        let mut looked_at = 0;
        // One file is read once.
        let mut texts = std::collections::HashMap::new();
        for key in library.keys() {
            let report = library.report_of(key);
            let file = *texts.entry(report).or_insert_with(|| {
                let id = library
                    .id(key)
                    .split(':')
                    .next()
                    .filter(|_| report.is_some());
                let name = file_of(folder, id).unwrap();
                let text = fs::read_to_string(folder.join(name)).unwrap();
                let tree: serde_yaml::Value = serde_yaml::from_str(&text).unwrap();
                &*Box::leak(Box::new(tree))
            });
            let mut node = file;
            let path = path_of(&library, key).unwrap();
            for step in &path.0 {
                node = match step {
                    edit::Step::Key(name) => node.get(name.as_str()).unwrap(),
                    edit::Step::Id(id) => node
                        .as_sequence()
                        .unwrap()
                        .iter()
                        .find(|one| super::super::plan::id_of(one).as_ref() == Some(id))
                        .unwrap(),
                    edit::Step::Place(_) => panic!("{path}"),
                };
            }
            assert!(node.is_mapping(), "{path}");
            looked_at += 1;
        }
        assert_eq!(looked_at, library.len());
    }

    #[test]
    fn a_name_that_leads_out_of_the_library_is_none_of_its_files() {
        for name in ["a.yaml", "b.YML", "خطة.yaml"] {
            assert!(is_own(name), "{name}");
        }
        let others = [
            "",
            ".",
            "..",
            "a",
            "a.txt",
            ".a.yaml",
            "../a.yaml",
            "/a.yaml",
            "x/a.yaml",
            "a.yaml/",
            "./a.yaml",
            "a.yaml/..",
        ];
        for name in others {
            assert!(!is_own(name), "{name}");
        }
    }

    #[test]
    fn a_report_is_found_by_its_id_whatever_its_file_is_called() {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        put("c21.yaml", "report: {id: other}\nitems: []\n");
        put(
            "b.yml",
            "# c21\nreport:\n  kind: x\n  id: c21\nitems:\n- id: [\n",
        );
        put("z.yaml", "items: []\nreport:\n  id: 2021\n");
        put(".c21.yaml", "report: {id: hidden}\n");
        put("registry.yaml", "bodies: []\n");
        let file = |id| file_of(folder.path(), id);
        assert_eq!(file(Some("c21")).as_deref(), Some("b.yml"));
        // Of two with one id the first counts, whatever it is called.
        put("other.yaml", "report: {id: other}\n");
        assert_eq!(file(Some("other")).as_deref(), Some("c21.yaml"));
        assert_eq!(file(Some("2021")).as_deref(), Some("z.yaml"));
        assert_eq!(file(Some("hidden")), None);
        assert_eq!(file(None).as_deref(), Some("registry.yaml"));
        assert_eq!(file_of(Path::new("/nowhere"), None), None);
    }
}
