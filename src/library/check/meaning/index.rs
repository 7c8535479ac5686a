//! Every id of the library, to look references up in.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{File, Known, scalars};
use crate::library::FileKind;
use crate::library::check::shape::Record;
use crate::library::tree::Node;

/// An entry of the registry.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    /// The type's name: `Country`.
    pub kind: &'static str,
    pub node: &'a Node,
}

/// Every id of the library.
pub(super) struct Index<'a> {
    /// Whether there is a registry, and all of it could be read.
    pub has_registry: bool,
    /// Whether every report could be read.
    pub has_reports: bool,
    pub registry: BTreeMap<&'a str, Entry<'a>>,
    /// The ids of each file's records, item numbers and positions among them.
    pub locals: Vec<HashSet<String>>,
    /// Which file a report's id belongs to.
    pub reports: HashMap<&'a str, usize>,
}

impl<'a> Index<'a> {
    pub fn new(files: &[Option<File<'a>>], known: Known) -> Self {
        let mut index = Self {
            has_registry: false,
            has_reports: known.reports,
            registry: BTreeMap::new(),
            locals: Vec::new(),
            reports: HashMap::new(),
        };
        for (number, file) in files.iter().enumerate() {
            let mut locals = HashSet::new();
            match file {
                Some(file) if file.kind == FileKind::Registry => {
                    index.has_registry = known.registry;
                    for record in &file.shape.records {
                        if let Some(id) = record.node.get("id").and_then(Node::text) {
                            let (kind, node) = (record.kind, record.node);
                            index.registry.entry(id).or_insert(Entry { kind, node });
                        }
                    }
                }
                Some(file) => {
                    for record in &file.shape.records {
                        match record.node.get("id").and_then(Node::text) {
                            Some(id) if record.kind == "Head" => {
                                index.reports.entry(id).or_insert(number);
                            }
                            Some(id) => add_local(file, record, id, &mut locals),
                            None => {}
                        }
                    }
                }
                None => {}
            }
            index.locals.push(locals);
        }
        index
    }

    /// Whether a record of another report has this id, or the report itself.
    pub fn is_elsewhere(&self, id: &str) -> bool {
        if self.reports.contains_key(id) {
            return true;
        }
        let Some((report, local)) = id.split_once(':') else {
            return false;
        };
        self.reports
            .get(report)
            .and_then(|file| self.locals.get(*file))
            .is_some_and(|locals| locals.contains(local))
    }

    /// The editions of an instrument that is cited without one.
    pub fn editions(&self, id: &str) -> Vec<&'a str> {
        self.registry
            .iter()
            .filter(|(known, entry)| {
                entry.kind == "Instrument"
                    && known
                        .strip_prefix(id)
                        .is_some_and(|rest| rest.starts_with('@'))
            })
            .map(|(known, _)| *known)
            .collect()
    }
}

/// The id, and what else the record can be called: by each number of its item, and the position of
/// an item by the item's id.
fn add_local(file: &File<'_>, record: &Record<'_>, id: &str, locals: &mut HashSet<String>) {
    locals.insert(id.to_owned());
    let parent = record.parent.and_then(|at| file.shape.records.get(at));
    let item = match parent {
        _ if record.kind == "Item" => record.node,
        Some(parent) if parent.kind == "Item" => parent.node,
        _ => return,
    };
    let own = item.get("id").and_then(Node::text).unwrap_or_default();
    let numbers = || scalars(item.get("number")).map(|(_, number)| number);
    if record.kind == "Item" {
        for name in numbers().chain([own]) {
            locals.insert(name.to_owned());
            if item.get("position").is_some() {
                locals.insert(format!("{name}/position"));
            }
        }
    } else if let Some(below) = id.strip_prefix(own).filter(|below| below.starts_with('/')) {
        locals.extend(numbers().map(|number| format!("{number}{below}")));
    }
}
