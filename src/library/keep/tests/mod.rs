mod aside;
mod checked;
mod flushing;
mod merging;
mod others;
mod passing;
mod properties;
mod recovery;
mod together;
mod turning;
mod writing;

use std::fs;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_yaml::Value;

use super::write::Steps;
use super::*;
use crate::library::edit;
use crate::library::edit::FieldPath;

/// A report with comments and quotes that nobody asked for.
const REPORT: &str = "\
# The report of a person
report: {id: a, kind: group-report, title: {ar: تقرير, en: Report}, src: s1}
items:
  - id: \"7\"   # seven
    title:
      ar: 'منارات'
      en: Lighthouses
    position:
      stance: support
      status: draft
      text: {ar: نؤيد, en: We support.}
      src: s1/p1
    src: s1/p1

  - id: \"8\"
    title: {ar: سفن, en: Ships}
    src: s1/p2
# the end
";

const REGISTRY: &str = "\
bodies:
  - {id: x, name: {ar: المجلس, en: Council}, kind: conference}
";

/// A library of one report, and a folder for what cannot be written.
pub(super) struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    pub fn new() -> Self {
        // In memory where the machine has such a disk: flushing is not what is tested here.
        let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir());
        let folder = folder.unwrap();
        fs::create_dir(folder.path().join("lib")).unwrap();
        let place = Self { folder };
        fs::write(place.file(), REPORT).unwrap();
        fs::write(place.library().join("registry.yaml"), REGISTRY).unwrap();
        place
    }

    pub fn library(&self) -> PathBuf {
        self.folder.path().join("lib")
    }

    fn state(&self) -> PathBuf {
        self.folder.path().join("state")
    }

    pub fn file(&self) -> PathBuf {
        self.library().join("a.yaml")
    }

    pub fn text(&self) -> String {
        fs::read_to_string(self.file()).unwrap()
    }

    pub fn keeper(&self, who: &str) -> Keeper {
        Keeper::new(&self.library(), who, Means::Hand).with_state(Some(self.state()))
    }

    /// One for whom a step goes wrong, or who does something of his own before it.
    fn keeper_with(&self, steps: impl Steps + 'static) -> Keeper {
        Keeper {
            steps: Box::new(steps),
            ..self.keeper("hind")
        }
    }

    /// The lines of the history, the oldest first.
    fn lines(&self) -> Vec<Line> {
        let mut lines: Vec<Line> = History::of(&self.library())
            .newest_first()
            .unwrap()
            .collect();
        lines.reverse();
        lines
    }

    /// The names of the files in the library's folder.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.library()).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

/// Does something before each step.
struct Before<F>(F);

impl<F: Fn(Step) -> io::Result<()> + Send + Sync> Steps for Before<F> {
    fn before(&self, step: Step) -> io::Result<()> {
        (self.0)(step)
    }
}

/// Fails at one step, once.
fn fails_at(step: Step, kind: io::ErrorKind) -> impl Steps {
    let done = Arc::new(AtomicBool::new(false));
    Before(
        move |now| match now == step && !done.swap(true, Ordering::Relaxed) {
            true => Err(kind.into()),
            false => Ok(()),
        },
    )
}

/// The path of a field of an item: `position.status`.
fn at(item: &str, field: &str) -> FieldPath {
    let item = FieldPath::root().key("items").id(item);
    field.split('.').fold(item, FieldPath::key)
}

/// A change of one field of an item, by one who saw this there.
fn change(item: &str, field: &str, seen: Option<&str>, becomes: Option<&str>) -> Change {
    let at = at(item, field);
    Change {
        file: "a.yaml".to_owned(),
        record: format!("a:{item}"),
        seen: vec![Seen {
            at: at.clone(),
            value: seen.map(Value::from),
        }],
        edits: vec![match becomes {
            Some(text) => Edit::Set {
                at,
                value: text.into(),
            },
            None => Edit::Remove { at },
        }],
    }
}

/// A change of a field, whatever stands there.
pub(super) fn set(item: &str, field: &str, becomes: &str) -> Change {
    Change {
        seen: Vec::new(),
        ..change(item, field, None, Some(becomes))
    }
}

/// A new recommendation in an item.
fn recommend(item: &str, text: &str) -> Change {
    let yaml = format!("{{id: {item}/r1, text: {{en: {text}}}, src: s1}}");
    Change {
        file: "a.yaml".to_owned(),
        record: format!("a:{item}/r1"),
        edits: vec![Edit::Insert {
            list: at(item, "recommendations"),
            before: None,
            value: serde_yaml::from_str(&yaml).unwrap(),
        }],
        seen: Vec::new(),
    }
}

/// The value of a field in a text; empty where there is none.
fn value(text: &str, item: &str, field: &str) -> String {
    let value = edit::value(text, &at(item, field)).unwrap();
    value.map_or_else(String::new, |value| value.as_str().unwrap().to_owned())
}
