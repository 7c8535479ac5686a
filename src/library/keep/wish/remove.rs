//! A record that is to be deleted: what goes with it, and what becomes of the references to it.

use std::collections::{BTreeMap, BTreeSet};

use serde_yaml::Value;

use super::Desk;
use super::unread::{has_problems, unread};
use crate::library::edit::{Edit, FieldPath};
use crate::library::keep::field::{Takes, field, is_place};
use crate::library::keep::place::value_in;
use crate::library::keep::{Change, Seen, path_of, value_of};
use crate::library::{Key, Library};
use crate::report::Kind;
use crate::words::{Message, change as words};

/// The change that deletes a record, and what else it means.
#[derive(Debug, Clone)]
pub struct Removal {
    /// The change: one, so that undoing it brings all of it back.
    pub change: Change,
    /// The parts of the record, which go with it.
    pub with: Vec<Key>,
    /// Records of the same file, out of which the reference is taken.
    pub freed: Vec<Key>,
    /// Records of the same file that lose an entry of a list, since it cannot be without the reference.
    pub cut: Vec<Key>,
    /// Records of the same file that cannot be without the reference: it stays, and leads nowhere.
    pub needing: Vec<Key>,
    /// Records of other files, in which the reference stays written and leads nowhere.
    pub left: Vec<Key>,
    /// Where the reference stays in the same file, since that has an error there and the field is left
    /// out: paths as people read them. It is [found in the file](Self::read).
    pub unread: Vec<String>,
}

impl Removal {
    /// Whether the file is to be [read](Self::read) to know all of it.
    #[must_use]
    pub fn is_to_be_read(&self, library: &Library, key: Key) -> bool {
        has_problems(library, key)
    }

    /// Reads in the file where the reference stays.
    pub fn read(&mut self, desk: &Desk<'_>, key: Key) {
        let gone = self.with.iter().copied().chain([key]).collect();
        self.unread = unread(desk, &self.change, &gone);
    }
}

/// Fields of a record in which records of their own stand.
const PARTS: [&str; 7] = [
    "position",
    "views",
    "notes",
    "recommendations",
    "sections",
    "paragraphs",
    "points",
];

/// What deletes a record, as far as the library shows it.
///
/// # Errors
/// Why it cannot be deleted.
pub fn remove(desk: &Desk<'_>, key: Key) -> Result<Removal, Message> {
    let library = desk.library;
    if matches!(
        library.kind(key),
        Kind::Report | Kind::Section | Kind::Paragraph
    ) {
        return Err(words::not_to_be_removed(library.kind(key)));
    }
    let file = desk.file(key)?;
    let at = path_of(library, key).ok_or_else(|| words::no_place(library.id(key)))?;
    let with = parts(library, key);
    let gone: BTreeSet<Key> = with.iter().copied().chain([key]).collect();
    let naming = naming(library, &gone);
    let mut removal = Removal {
        change: Change {
            file,
            record: library.id(key).to_owned(),
            ..Change::default()
        },
        with,
        freed: Vec::new(),
        cut: Vec::new(),
        needing: Vec::new(),
        left: Vec::new(),
        unread: Vec::new(),
    };
    let volume = library.place_of(key).map(|(volume, _)| volume);
    for from in naming {
        let is_own = library.place_of(from).map(|(volume, _)| volume) == volume;
        if !is_own {
            removal.left.push(from);
            continue;
        }
        // What only stands in it is no reference.
        let found = references(library, from, &gone);
        if found.needs {
            removal.needing.push(from);
        } else if found.cuts {
            removal.cut.push(from);
        } else if !found.edits.is_empty() {
            removal.freed.push(from);
        }
        for (edit, value) in found.edits {
            let at = edit.at().clone();
            removal.change.seen.push(Seen { at, value });
            removal.change.edits.push(edit);
        }
    }
    removal.change.edits.push(Edit::Remove { at: at.clone() });
    // Whoever changes meanwhile what is to go, or a list out of which something is taken, is asked: what
    // was seen is what the screen shows, with what is under way.
    removal.change.seen.push(Seen {
        at,
        value: value_of(library, key, &[]),
    });
    Ok(removal)
}

/// The records that name one of these, and are none of them.
pub(super) fn naming(library: &Library, these: &BTreeSet<Key>) -> BTreeSet<Key> {
    let naming = these.iter().flat_map(|key| library.named_by(*key));
    naming.filter(|from| !these.contains(from)).collect()
}

/// The records that stand in a record.
pub(super) fn parts(library: &Library, key: Key) -> Vec<Key> {
    let Some((place, _)) = library.place_of(key) else {
        return Vec::new();
    };
    let locals = library
        .volumes()
        .get(place)
        .map_or(0, |volume| volume.len());
    let locals = 0..u32::try_from(locals).unwrap_or(u32::MAX);
    let stands_in = |part: &Key| {
        let mut above = library.owner(*part);
        while let Some(owner) = above {
            if owner == key {
                return true;
            }
            above = library.owner(owner);
        }
        false
    };
    let all = locals.filter_map(|local| library.key_of(place, local));
    all.filter(stands_in).collect()
}

/// An edit, and what is shown where it is made.
type Shown = (Edit, Option<Value>);

/// What takes the references to some records out of another.
#[derive(Default)]
struct References {
    edits: Vec<Shown>,
    /// An entry of a list goes with its reference.
    cuts: bool,
    /// A field that is needed keeps its reference.
    needs: bool,
}

/// What takes the references to these records out of another.
fn references(library: &Library, from: Key, gone: &BTreeSet<Key>) -> References {
    let found = found_in(library, from, gone);
    let edits =
        found.map(|(base, record, found)| edits(library.kind(from), &base, &record, &found));
    edits.unwrap_or_default()
}

/// Where a record names these: its own place, what it holds, and the paths in it.
pub(super) fn found_in(
    library: &Library,
    from: Key,
    these: &BTreeSet<Key>,
) -> Option<(FieldPath, Value, Vec<Vec<String>>)> {
    let base = path_of(library, from)?;
    let record = serde_yaml::to_value(library.record(from)?).ok()?;
    let mut walk = Walk {
        library,
        from,
        gone: these,
        found: Vec::new(),
    };
    walk.value(&mut Vec::new(), &record);
    Some((base, record, walk.found))
}

/// The place of a field in a record that stands here.
pub(super) fn place_at(base: &FieldPath, path: &[String]) -> FieldPath {
    path.iter()
        .fold(base.clone(), |at, step| match step.parse() {
            Ok(place) if is_place(step) => at.place(place),
            _ => at.key(step),
        })
}

/// A walk through the fields of a record.
struct Walk<'a> {
    library: &'a Library,
    from: Key,
    gone: &'a BTreeSet<Key>,
    /// The paths of the references that were found.
    found: Vec<Vec<String>>,
}

impl Walk<'_> {
    fn value(&mut self, path: &mut Vec<String>, value: &Value) {
        match value {
            Value::Mapping(map) => {
                for (key, below) in map {
                    let Some(key) = key.as_str() else { continue };
                    if path.is_empty() && PARTS.contains(&key) {
                        continue;
                    }
                    path.push(key.to_owned());
                    self.value(path, below);
                    path.pop();
                }
            }
            Value::Sequence(list) => {
                for (place, below) in list.iter().enumerate() {
                    path.push(place.to_string());
                    self.value(path, below);
                    path.pop();
                }
            }
            Value::String(word) if self.leads_away(path, word) => self.found.push(path.clone()),
            _ => {}
        }
    }

    /// Whether a field names one of the records that go.
    fn leads_away(&self, path: &[String], word: &str) -> bool {
        let names: Vec<&str> = path.iter().map(String::as_str).collect();
        let takes = field(self.library.kind(self.from), &names).map(|field| field.takes);
        let found = match takes {
            Ok(Takes::Registry(_)) => self.library.in_registry(word),
            Ok(Takes::Record) => self
                .library
                .in_reports(self.from, word)
                .or_else(|| self.library.in_registry(word)),
            _ => None,
        };
        found.is_some_and(|key| self.gone.contains(&key))
    }
}

/// What takes the values at these paths out of a record: a value out of its list, a field that may be
/// empty, else the entry of a list that cannot be without it.
fn edits(kind: Kind, base: &FieldPath, record: &Value, found: &[Vec<String>]) -> References {
    let at = |path: &[String]| place_at(base, path);
    let mut lists: BTreeMap<&[String], BTreeSet<usize>> = BTreeMap::new();
    let mut references = References::default();
    for path in found {
        match path.split_last() {
            Some((place, list)) if is_place(place) => {
                lists
                    .entry(list)
                    .or_default()
                    .extend(place.parse::<usize>());
            }
            _ => {
                let names: Vec<&str> = path.iter().map(String::as_str).collect();
                let needed = field(kind, &names).is_ok_and(|field| field.required);
                let entry = path.iter().rposition(|step| is_place(step));
                match (needed, entry.and_then(|entry| path.get(..=entry))) {
                    (false, _) => {
                        let shown = value_in(record, path).cloned();
                        references
                            .edits
                            .push((Edit::Remove { at: at(path) }, shown));
                    }
                    (true, Some([list @ .., place])) => {
                        references.cuts = true;
                        lists
                            .entry(list)
                            .or_default()
                            .extend(place.parse::<usize>());
                    }
                    _ => references.needs = true,
                }
            }
        }
    }
    for (list, places) in lists {
        let shown = value_in(record, list);
        let now = shown.and_then(Value::as_sequence);
        let rest: Vec<Value> = now
            .into_iter()
            .flatten()
            .enumerate()
            .filter(|(place, _)| !places.contains(place))
            .map(|(_, value)| value.clone())
            .collect();
        let at = at(list);
        let edit = match rest.is_empty() {
            true => Edit::Remove { at },
            false => Edit::Set {
                at,
                value: Value::Sequence(rest),
            },
        };
        references.edits.push((edit, shown.cloned()));
    }
    references
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// No file is read for it: what is shown is what was seen.
    #[test]
    fn what_was_seen_is_what_is_shown() {
        let library = Library::built_in();
        let desk = Desk::of(&library, Path::new("/nowhere"), (2021, 6, 10));
        let note = library.with_id("c21:27/n1").unwrap();
        let change = remove(&desk, note).unwrap().change;
        let list = FieldPath::root().key("contributions").id("con/kwt");
        let own = FieldPath::root()
            .key("items")
            .id("27")
            .key("notes")
            .id("27/n1");
        let seen = |at: &FieldPath| {
            let seen = change.seen.iter().find(|seen| seen.at == *at);
            serde_yaml::to_string(&seen.unwrap().value).unwrap()
        };
        assert_eq!(seen(&list.key("see")), "- 27/position\n- 27/n1\n- out/hq\n");
        assert!(seen(&own).contains("by:\n- KWT\n"), "{}", seen(&own));
    }

    /// A reference that may go goes; where an entry of a list cannot be without it, the entry goes, and
    /// that is told apart.
    #[test]
    fn what_only_loses_a_reference_is_told_apart_from_what_loses_more() {
        let report = "
report: {id: x, kind: group-report, title: {ar: ت, en: R}, src: s1}
items:
  - {id: '27', title: {ar: أ, en: A}, src: s1}
meetings:
  - {id: meet/named, title: {ar: أ, en: A}, items: ['27'], src: s1}
  - {id: meet/taken, title: {ar: أ, en: A}, taken_up: [{item: '27', minutes: 12}], src: s1}
";
        let library = Library::from_sources(vec![crate::library::Source::text("x.yaml", report)]);
        let desk = Desk::of(&library, Path::new("/nowhere"), (2021, 6, 10));
        let removal = remove(&desk, library.with_id("x:27").unwrap()).unwrap();
        let ids = |keys: &[Key]| -> Vec<&str> { keys.iter().map(|key| library.id(*key)).collect() };
        assert_eq!(ids(&removal.freed), ["x:meet/named"]);
        assert_eq!(ids(&removal.cut), ["x:meet/taken"]);
        assert_eq!(ids(&removal.needing), [""; 0]);
        assert_eq!(ids(&removal.left), [""; 0]);
    }
}
