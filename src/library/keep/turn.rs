//! A line of the history, turned around or done again.

use super::history::{ChangeId, Deed, FieldChange, Line, Sort};
use super::merge::Seen;
use super::plan::{Exact, Task};
use crate::library::edit::{Edit, FieldPath, Step};

/// What undoes a line.
pub(super) fn back(line: &Line) -> Task {
    let fields: Vec<FieldChange> = line.fields.iter().rev().map(turned).collect();
    let exact = line.patch.as_ref().map(|patch| Exact {
        from: line.after.clone(),
        to: line.before.clone(),
        patch: patch.turned(),
        fields: fields.clone(),
    });
    task(&fields, exact)
}

/// What does a line again.
pub(super) fn again(line: &Line) -> Task {
    let exact = line.patch.as_ref().map(|patch| Exact {
        from: line.before.clone(),
        to: line.after.clone(),
        patch: patch.clone(),
        fields: line.fields.clone(),
    });
    task(&line.fields, exact)
}

fn task(fields: &[FieldChange], exact: Option<Exact>) -> Task {
    let mut task = Task {
        exact,
        ..Task::default()
    };
    for field in fields {
        let at = field.at.clone();
        let seen = Seen {
            at: at.clone(),
            value: field.was.clone(),
        };
        task.edits.push(match (field.sort, &field.became) {
            (Sort::Insert, Some(value)) => Edit::Insert {
                list: FieldPath(at.0.split_last().map_or(&[][..], |(_, list)| list).to_vec()),
                before: field.stands_before.clone(),
                value: value.clone(),
            },
            (Sort::Move, _) => Edit::Move {
                at,
                before: field.stands_before.clone(),
            },
            (Sort::Set, Some(value)) => Edit::Set {
                at,
                value: value.clone(),
            },
            _ => Edit::Remove { at },
        });
        if matches!(field.sort, Sort::Set | Sort::Remove) {
            task.seen.push(seen);
        }
    }
    task
}

/// The field as the way back tells it.
fn turned(field: &FieldChange) -> FieldChange {
    let sort = match field.sort {
        Sort::Insert => Sort::Remove,
        Sort::Remove => Sort::Insert,
        same => same,
    };
    FieldChange {
        at: since(field),
        sort,
        was: field.became.clone(),
        became: field.was.clone(),
        stood_before: field.stands_before.clone(),
        stands_before: field.stood_before.clone(),
        base: None,
    }
}

/// Where the field stands since: an element whose id was changed is found by the new one.
fn since(field: &FieldChange) -> FieldPath {
    let mut at = field.at.clone();
    if let [.., Step::Id(id), Step::Key(key)] = at.0.as_mut_slice()
        && key == "id"
        && let Some(new) = field.became.as_ref().and_then(serde_yaml::Value::as_str)
    {
        new.clone_into(id);
    }
    at
}

/// The last change of this person that is not undone, of lines that come newest first.
pub(super) fn to_undo(lines: impl Iterator<Item = Line>, who: &str) -> Option<Line> {
    let mut settled: Vec<(ChangeId, Deed)> = Vec::new();
    for line in lines {
        match (line.what, &line.of) {
            (Deed::Conflict, _) => {}
            (Deed::Undo | Deed::Redo, Some(of)) => {
                if !settled.iter().any(|(known, _)| known == of) {
                    settled.push((of.clone(), line.what));
                }
            }
            _ if line.who == who => {
                let last = settled.iter().find(|(known, _)| *known == line.id);
                if !matches!(last, Some((_, Deed::Undo))) {
                    return Some(line);
                }
            }
            _ => {}
        }
    }
    None
}

/// The change that this person undid last and that has not been done again, of lines that come
/// newest first. None where the person has changed something since.
pub(super) fn to_redo(lines: impl Iterator<Item = Line>, who: &str) -> Option<Line> {
    let mut redone: Vec<ChangeId> = Vec::new();
    let mut wanted: Option<ChangeId> = None;
    for line in lines {
        if wanted.is_some() {
            if wanted.as_ref() == Some(&line.id) {
                return Some(line);
            }
            continue;
        }
        match (line.what, &line.of) {
            (Deed::Conflict, _) => {}
            (Deed::Redo, Some(of)) => redone.push(of.clone()),
            (Deed::Undo, Some(of)) if line.who == who => {
                if !redone.contains(of) {
                    wanted = Some(of.clone());
                }
            }
            (Deed::Undo, _) => {}
            _ if line.who == who => return None,
            _ => {}
        }
    }
    None
}
