//! Under which ids what is added stands. A new record is shown by the id that it will get, and another
//! may take that before it is written: so an order that was made meanwhile means it by an id that it
//! does not have any more, or that is another's.

use std::collections::HashMap;

use serde_yaml::Value;

use crate::library::edit::{Edit, FieldPath, Step};
use crate::library::keep::field::{names_entries, names_records};
use crate::library::keep::{Change, Done};

/// An order of which was not known yet what became of it when another was made.
#[derive(Debug, Clone)]
pub struct Unheard {
    /// Its number.
    pub number: u64,
    /// The ids by which the other one means what it adds, in the order in which it adds it; empty
    /// where it means nothing of it.
    pub shown: Vec<String>,
}

/// An element that an order adds.
#[derive(Debug, Clone)]
struct Added {
    file: String,
    list: FieldPath,
    /// As far as is known; none where it was not added.
    id: Option<String>,
    /// What stands before its id in the full id of its record: the report and a colon, nothing in
    /// the registry. None where it is no record.
    before: Option<String>,
}

/// What orders add, and under which ids.
#[derive(Debug, Default)]
pub struct Names(HashMap<u64, Vec<Added>>);

/// The id of a new element.
fn id_of(value: &Value) -> Option<&str> {
    value.as_mapping()?.get("id")?.as_str()
}

/// The ids of what edits add.
pub fn ids(edits: &[Edit]) -> impl Iterator<Item = &str> {
    edits.iter().filter_map(|edit| match edit {
        Edit::Insert { value, .. } => id_of(value),
        _ => None,
    })
}

/// What stands before an id in the full id of its record.
fn before<'a>(record: &'a str, id: &str) -> Option<&'a str> {
    let before = record.strip_suffix(id)?;
    (before.is_empty() || before.ends_with(':')).then_some(before)
}

/// Has a change add what it adds under the ids that it has in these edits, which are its own else.
pub fn with_ids(change: &mut Change, edits: Vec<Edit>) {
    let named = ids(&change.edits).zip(ids(&edits));
    let record = named.filter_map(|(old, new)| Some(before(&change.record, old)?.to_owned() + new));
    if let Some(record) = record.last() {
        change.record = record;
    }
    change.edits = edits;
}

impl Names {
    /// An order adds what this change says; says whether that was known otherwise.
    pub fn adds(&mut self, number: u64, change: &Change) -> bool {
        let added = change.edits.iter().filter_map(|edit| match edit {
            Edit::Insert { list, value, .. } => {
                let id = id_of(value)?;
                Some(Added {
                    file: change.file.clone(),
                    list: list.clone(),
                    id: Some(id.to_owned()),
                    before: before(&change.record, id).map(str::to_owned),
                })
            }
            _ => None,
        });
        let added: Vec<Added> = added.collect();
        if added.is_empty() {
            return false;
        }
        let ids = |all: &[Added]| all.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
        let new = ids(&added);
        let old = self.0.insert(number, added);
        old.is_some_and(|old| ids(&old) != new)
    }

    /// What an order added is known now, or that it added nothing; says whether that is another than
    /// was thought. It was handed over with these ids.
    pub fn became<'a>(
        &mut self,
        number: u64,
        handed: impl Iterator<Item = &'a str>,
        done: Option<&Done>,
    ) -> bool {
        let mut is_other = false;
        let added = self.0.get_mut(&number).into_iter().flatten();
        for (added, wished) in added.zip(handed) {
            let given = done.map(|done| {
                let mut renamed = done.renamed.iter();
                let other = renamed.find(|(id, _)| id == wished);
                other.map_or_else(|| wished.to_owned(), |(_, given)| given.clone())
            });
            is_other |= given != added.id;
            added.id = given;
        }
        is_other
    }

    /// What was undone came back, and of that under another id what was taken: an order that added it
    /// means it as well. Says whether one did.
    pub fn come_back(&mut self, done: &Done) -> bool {
        let mut is_other = false;
        let all = self.0.values_mut().flatten();
        for added in all.filter(|added| added.file == done.line.file) {
            let renamed = done.renamed.iter();
            let mut renamed = renamed.filter(|(was, _)| added.id.as_ref() == Some(was));
            if let Some((_, now)) = renamed.next() {
                added.id = Some(now.clone());
                is_other = true;
            }
        }
        is_other
    }

    /// The full ids of what an order adds, as far as is known; none for what is no record, and for
    /// what was not added.
    pub fn full(&self, number: u64) -> Vec<Option<String>> {
        let added = self.0.get(&number).into_iter().flatten();
        let full = added.map(|one| Some(format!("{}{}", one.before.as_ref()?, one.id.as_ref()?)));
        full.collect()
    }

    /// The entries of the registry that these orders add, each by the id by which it is meant, with the one that
    /// it has now; none where it was not added.
    pub fn entries<'a>(
        &'a self,
        unheard: &'a [Unheard],
    ) -> impl Iterator<Item = (&'a str, Option<&'a str>)> {
        unheard.iter().flat_map(|one| {
            let added = self.0.get(&one.number).into_iter().flatten();
            let entries = added.zip(&one.shown);
            let entries = entries.filter(|(added, _)| added.before.as_deref() == Some(""));
            entries.map(|(added, shown)| (shown.as_str(), added.id.as_deref()))
        })
    }

    /// Forgets what was added by the orders before this one.
    pub fn forget_before(&mut self, oldest: u64) {
        let is_refused = |added: &[Added]| added.iter().any(|one| one.id.is_none());
        let keeps = |number: u64, added: &[Added]| number >= oldest || is_refused(added);
        self.0.retain(|number, added| keeps(*number, added));
    }

    /// Forgets all but these orders.
    pub fn keep(&mut self, keep: impl Fn(u64) -> bool) {
        self.0.retain(|number, _| keep(*number));
    }

    /// Has a change that was made when these orders were unheard of name what they add as it is
    /// called now; false where it is one of what was not added.
    pub fn rename(&self, change: &mut Change, unheard: &[Unheard]) -> bool {
        let meant = unheard.iter().flat_map(|one| {
            let added = self.0.get(&one.number).into_iter().flatten();
            added.zip(&one.shown)
        });
        let meant = Meant {
            file: change.file.clone(),
            all: meant.collect(),
        };
        meant.all.is_empty() || meant.rename(change).is_some()
    }
}

/// What is meant by ids, looked up all at once: one may be called now as another was before.
struct Meant<'a> {
    /// The file of the change.
    file: String,
    all: Vec<(&'a Added, &'a String)>,
}

/// What an id means.
enum Id<'a> {
    /// What it says.
    Itself,
    /// What has this id now.
    Now(&'a str),
}

impl<'a> Meant<'a> {
    /// None where it is about something that was not added.
    fn rename(&self, change: &mut Change) -> Option<()> {
        for edit in &mut change.edits {
            self.in_edit(edit)?;
        }
        for seen in &mut change.seen {
            let own = self.in_path(&mut seen.at)?;
            if let Some(value) = &mut seen.value {
                own_id(value, own);
                // What was seen of a field does not say what is to be done.
                let _ = self.in_value(Some(&seen.at), field_of(&seen.at), value);
            }
        }
        let named = self.all.iter().find_map(|(added, shown)| {
            let before = added.before.as_deref()?;
            let rest = change
                .record
                .strip_prefix(before)?
                .strip_prefix(shown.as_str())?;
            // The position of an item has the id of the item in its own.
            let is_it = rest.is_empty() || rest == "/position";
            is_it.then(|| Some(format!("{before}{}{rest}", added.id.as_ref()?)))?
        });
        if let Some(record) = named {
            change.record = record;
        }
        Some(())
    }

    /// What is meant by the id of an element of a list; none for what was not added.
    fn element(&self, list: &[Step], id: &str) -> Option<Id<'a>> {
        let mut all = self.all.iter();
        let found = all.find(|(added, shown)| {
            added.file == self.file && added.list.0 == list && shown.as_str() == id
        });
        match found {
            Some((added, _)) => added.id.as_deref().map(Id::Now),
            None => Some(Id::Itself),
        }
    }

    /// Gives back the id of what stands at the end of the path, and what it was, where that is another.
    fn in_path(&self, at: &mut FieldPath) -> Option<Option<(String, String)>> {
        let mut own = None;
        for end in 0..at.0.len() {
            own = None;
            let (list, rest) = at.0.split_at_mut(end);
            if let Some(Step::Id(id)) = rest.first_mut()
                && let Id::Now(now) = self.element(list, id)?
            {
                let was = std::mem::replace(id, now.to_owned());
                own = Some((was, now.to_owned()));
            }
        }
        Some(own)
    }

    fn in_edit(&self, edit: &mut Edit) -> Option<()> {
        match edit {
            Edit::Set { at, value } => {
                let own = self.in_path(at)?;
                own_id(value, own);
                self.in_value(Some(at), field_of(at), value)
            }
            Edit::Remove { at } => self.in_path(at).map(|_| ()),
            Edit::Insert {
                list,
                before,
                value,
            } => {
                self.in_path(list)?;
                // Before what was not added it cannot stand: then it comes last.
                *before = before.take().and_then(|step| self.step(&list.0, step));
                self.in_value(None, field_of(list), value)
            }
            Edit::Move { at, before } => {
                self.in_path(at)?;
                let list = at.0.split_last().map_or(&[][..], |(_, list)| list);
                if let Some(step) = before.take() {
                    *before = Some(self.step(list, step)?);
                }
                Some(())
            }
        }
    }

    fn step(&self, list: &[Step], step: Step) -> Option<Step> {
        match &step {
            Step::Id(id) => match self.element(list, id)? {
                Id::Now(now) => Some(Step::Id(now.to_owned())),
                Id::Itself => Some(step),
            },
            Step::Key(_) | Step::Place(_) => Some(step),
        }
    }

    /// The same in a value that stands at this place; of something new its own ids are its own, and
    /// it stands at none. In texts, only what names records or entries is named anew.
    fn in_value(&self, at: Option<&FieldPath>, field: &str, value: &mut Value) -> Option<()> {
        match value {
            Value::String(text) => {
                if let Some((added, _)) = self.all.iter().find(|one| self.names(one, field, text)) {
                    let (now, before) = (added.id.as_ref()?, added.before.as_ref()?);
                    let is_full = !before.is_empty() && text.starts_with(before.as_str());
                    *text = match is_full {
                        true => format!("{before}{now}"),
                        false => now.clone(),
                    };
                }
            }
            Value::Sequence(all) => {
                for (place, one) in all.iter_mut().enumerate() {
                    let own = id_of(one).map(str::to_owned);
                    let at = match (at, own) {
                        (Some(list), Some(was)) => {
                            let now = match self.element(&list.0, &was)? {
                                Id::Now(now) => now.to_owned(),
                                Id::Itself => was.clone(),
                            };
                            own_id(one, Some((was, now.clone())));
                            Some(list.clone().id(now))
                        }
                        (list, _) => list.map(|list| list.clone().place(place)),
                    };
                    self.in_value(at.as_ref(), field, one)?;
                }
            }
            Value::Mapping(map) => {
                for (key, value) in map {
                    let field = key.as_str().unwrap_or_default();
                    let at = at.map(|at| at.clone().key(field));
                    self.in_value(at.as_ref(), field, value)?;
                }
            }
            _ => {}
        }
        Some(())
    }

    /// Whether a text in a field names it: an entry of the directory has one id; a record has a full
    /// one, and a short one in its own file.
    fn names(&self, (added, shown): &(&Added, &String), field: &str, text: &str) -> bool {
        match added.before.as_deref() {
            None => false,
            Some("") => names_entries(field) && text == shown.as_str(),
            Some(before) => {
                let is_full = || text.strip_prefix(before) == Some(shown.as_str());
                let is_short = || added.file == self.file && text == shown.as_str();
                names_records(field) && (is_full() || is_short())
            }
        }
    }
}

/// Gives an element that has its old id its new one.
fn own_id(value: &mut Value, own: Option<(String, String)>) {
    if let (Some((was, now)), Some(map)) = (own, value.as_mapping_mut())
        && let Some(Value::String(id)) = map.get_mut("id")
        && *id == was
    {
        *id = now;
    }
}

/// The name of the field to which a path leads.
fn field_of(at: &FieldPath) -> &str {
    let mut steps = at.0.iter().rev();
    let key = steps.find_map(|step| match step {
        Step::Key(key) => Some(key.as_str()),
        Step::Id(_) | Step::Place(_) => None,
    });
    key.unwrap_or_default()
}
