//! What was made in majlis itself, by the history beside the reports: it stands in no printed source.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use serde_yaml::Value;

use crate::library::edit::Step;
use crate::library::keep::{Deed, FieldChange, History, Sort};

/// The ids within their report of the records that came by a change, by the names of the files.
#[derive(Debug, Default)]
pub(super) struct Made(HashMap<String, HashSet<String>>);

impl Made {
    /// As the history in this folder tells; nothing where there is none. What was only brought back is not
    /// made there.
    pub fn in_folder(folder: &Path) -> Self {
        let lines = History::of(folder).newest_first().into_iter().flatten();
        let mut lines: Vec<_> = lines
            .filter(|line| line.what == Deed::Change && line.of.is_none())
            .collect();
        lines.reverse();
        let mut made: HashMap<String, HashSet<String>> = HashMap::new();
        for line in lines {
            let ids = made.entry(line.file.clone()).or_default();
            line.fields.iter().for_each(|field| note(ids, field));
        }
        Self(made)
    }

    /// The ids in the file of this name, which may have its folder before it.
    pub fn in_file(&self, name: &str) -> impl Iterator<Item = &str> {
        let name = Path::new(name).file_name().and_then(|name| name.to_str());
        let ids = name.and_then(|name| self.0.get(name));
        ids.into_iter().flatten().map(String::as_str)
    }
}

/// Takes in what came by one field.
fn note(made: &mut HashSet<String>, field: &FieldChange) {
    let steps = field.at.0.as_slice();
    let was: HashSet<&str> = ids_in(field.was.as_ref()).collect();
    let came = ids_in(field.became.as_ref()).filter(|id| !was.contains(id));
    made.extend(came.map(str::to_owned));
    match steps {
        [.., Step::Id(id)] if field.sort == Sort::Insert => _ = made.insert(id.clone()),
        [.., Step::Id(item), Step::Key(position)]
            if position == "position" && field.was.is_none() =>
        {
            made.insert(format!("{item}/position"));
        }
        // It goes by another id from then on.
        [.., Step::Id(was), Step::Key(key)] if key == "id" && made.contains(was) => {
            let now = field.became.as_ref().and_then(Value::as_str);
            made.extend(now.map(str::to_owned));
        }
        _ => {}
    }
}

/// The ids of a record, or of the records of a list, and of those in it.
fn ids_in(value: Option<&Value>) -> Box<dyn Iterator<Item = &str> + '_> {
    match value {
        Some(Value::Mapping(map)) => {
            let own = map.get("id").and_then(Value::as_str);
            let within = map.values().flat_map(|value| match value {
                Value::Sequence(_) => ids_in(Some(value)),
                _ => Box::new(std::iter::empty()),
            });
            Box::new(own.into_iter().chain(within))
        }
        Some(Value::Sequence(all)) => Box::new(all.iter().flat_map(|one| match one {
            Value::Mapping(_) => ids_in(Some(one)),
            _ => Box::new(std::iter::empty()),
        })),
        _ => Box::new(std::iter::empty()),
    }
}
