//! What was added under one id and got another, since another had taken it: orders that were made
//! before that was known mean the new one by the old id.

use serde_yaml::Value;

use crate::library::edit::{Edit, FieldPath, Step};
use crate::library::keep::field::{names_entries, names_records};
use crate::library::keep::{Change, Done};

/// An element that an order was to add.
#[derive(Debug, Clone)]
pub struct Added {
    file: String,
    list: FieldPath,
    wished: String,
    /// None where it was not added.
    given: Option<String>,
    /// The full id of its record, as it was wished for and as it is.
    record: (String, String),
}

impl Added {
    /// What a change was to add and did, but for what got the id that it wished for.
    pub fn by(change: &Change, done: Option<&Done>) -> Vec<Self> {
        let wishes = change.edits.iter().filter_map(|edit| match edit {
            Edit::Insert { list, value, .. } => Some((list, value.get("id")?.as_str()?)),
            _ => None,
        });
        let added = wishes.filter_map(|(list, wished)| {
            let given = match done {
                Some(done) => {
                    let mut renamed = done.renamed.iter();
                    Some(renamed.find(|(one, _)| one == wished)?.1.clone())
                }
                None => None,
            };
            let now = done.map_or(&change.record, |done| &done.line.record);
            Some(Self {
                file: change.file.clone(),
                list: list.clone(),
                wished: wished.to_owned(),
                given,
                record: (change.record.clone(), now.clone()),
            })
        });
        added.collect()
    }

    /// Has a change that means it by the id that was wished for name it by the one that was given;
    /// false where the change is one of what was not added.
    pub fn name_in(&self, change: &mut Change) -> bool {
        let mut is_of_it = false;
        if change.file == self.file {
            for edit in &mut change.edits {
                is_of_it |= self.is_on_way(match edit {
                    Edit::Set { at, .. } | Edit::Remove { at } | Edit::Move { at, .. } => at,
                    Edit::Insert { list, .. } => list,
                });
                self.in_edit(edit);
            }
            for seen in &mut change.seen {
                self.in_path(&mut seen.at);
            }
        }
        let Some(given) = &self.given else {
            return !is_of_it;
        };
        if is_of_it && let Some(rest) = change.record.strip_prefix(self.record.0.as_str()) {
            // The position of an item has the id of the item in its own.
            if rest.is_empty() || rest.starts_with('/') {
                change.record = format!("{}{rest}", self.record.1);
            }
        }
        let is_same_file = change.file == self.file;
        for edit in &mut change.edits {
            if let Edit::Set { at, value }
            | Edit::Insert {
                list: at, value, ..
            } = edit
            {
                let mut steps = at.0.iter().rev();
                let field = steps.find_map(|step| match step {
                    Step::Key(key) => Some(key.as_str()),
                    Step::Id(_) | Step::Place(_) => None,
                });
                self.in_value(field.unwrap_or_default(), value, given, is_same_file);
            }
        }
        true
    }

    /// Whether a path leads to it or into it.
    fn is_on_way(&self, at: &FieldPath) -> bool {
        let own = at.0.strip_prefix(self.list.0.as_slice());
        matches!(own, Some([Step::Id(id), ..]) if *id == self.wished)
    }

    fn in_path(&self, at: &mut FieldPath) {
        if self.is_on_way(at)
            && let Some(given) = &self.given
            && let Some(step) = at.0.get_mut(self.list.0.len())
        {
            *step = Step::Id(given.clone());
        }
    }

    /// Names it anew in the path of an edit, and where something comes to stand before it.
    fn in_edit(&self, edit: &mut Edit) {
        let (at, before, is_list) = match edit {
            Edit::Set { at, .. } | Edit::Remove { at } => return self.in_path(at),
            Edit::Insert { list, before, .. } => (list, before, true),
            Edit::Move { at, before } => (at, before, false),
        };
        self.in_path(at);
        let list = match (is_list, at.0.split_last()) {
            (false, Some((_, list))) => list,
            _ => at.0.as_slice(),
        };
        if list == self.list.0.as_slice()
            && let (Some(Step::Id(id)), Some(given)) = (before, &self.given)
            && *id == self.wished
        {
            given.clone_into(id);
        }
    }

    /// The same in the value of a field; only what names such an element is named anew.
    fn in_value(&self, field: &str, value: &mut Value, given: &str, is_same_file: bool) {
        match value {
            Value::String(text) => {
                // An entry of the directory has one id; a record has a full one, and a short one in
                // its own file.
                let is_entry = self.record.0 == self.wished;
                if is_entry && names_entries(field) && *text == self.wished {
                    given.clone_into(text);
                } else if !is_entry && names_records(field) {
                    if *text == self.record.0 {
                        text.clone_from(&self.record.1);
                    } else if is_same_file && *text == self.wished {
                        given.clone_into(text);
                    }
                }
            }
            Value::Sequence(all) => {
                for one in all {
                    self.in_value(field, one, given, is_same_file);
                }
            }
            Value::Mapping(map) => {
                for (key, value) in map {
                    let field = key.as_str().unwrap_or_default();
                    self.in_value(field, value, given, is_same_file);
                }
            }
            _ => {}
        }
    }
}
