//! A line of the history, turned around or done again.

use serde_yaml::Value;

use std::collections::HashMap;

use super::KeepError;
use super::history::{ChangeId, Deed, FieldChange, Line, Sort};
use super::merge::{Answer, Clash, Seen};
use super::others::meet;
use super::plan::{Exact, Task, is_record};
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

/// What writes that which was not written in a conflict.
pub(super) fn not_written(line: &Line) -> Task {
    // A deletion is asked for anew: the record is another one by now.
    let fields = line.fields.iter().filter(|field| !is_deletion(field));
    let edits = fields.map(|field| to_become(&field.at, field.became.as_ref()));
    Task {
        edits: edits.collect(),
        ..Task::default()
    }
}

/// Whether a whole record was to be deleted.
pub(super) fn is_deletion(field: &FieldChange) -> bool {
    let is_record = match field.at.0.last() {
        Some(Step::Id(_)) => true,
        Some(Step::Key(key)) => key == "position",
        _ => false,
    };
    is_record && field.became.is_none()
}

/// The edit that gives a place a value, or takes it away.
pub(super) fn to_become(at: &FieldPath, value: Option<&Value>) -> Edit {
    let at = at.clone();
    match value.cloned() {
        Some(value) => Edit::Set { at, value },
        None => Edit::Remove { at },
    }
}

/// What makes these changes.
pub(super) fn task(fields: &[FieldChange], exact: Option<Exact>) -> Task {
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
    task.brings_back = task.edits.iter().any(is_record);
    task
}

/// The field as the way back tells it.
pub(super) fn turned(field: &FieldChange) -> FieldChange {
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

/// A change that is to be undone or done again, and the line that did or undid it last: an element
/// that came back under another id, since its own was taken, is known by that one.
#[derive(Debug)]
pub(super) struct Turn {
    pub change: Line,
    /// Of a change that is to be done again the line that undid it; of one that is to be undone the
    /// line that did it again, if one did.
    pub last: Option<Line>,
    /// What others have done since that turning it back would overwrite.
    pub others: Vec<FieldChange>,
    /// The changes that were made together with it, the newest first.
    pub rest: Vec<ChangeId>,
}

impl Turn {
    /// The line that is turned back.
    pub fn line(&self) -> &Line {
        self.last.as_ref().unwrap_or(&self.change)
    }

    /// A change, and the line that did it again or undid it.
    fn of(change: Line, last: Option<Line>) -> Self {
        Self {
            rest: change.with.clone().into_iter().collect(),
            change,
            last,
            others: Vec::new(),
        }
    }

    /// What turns it back, by one who was asked of these. Of others it is asked what another has touched
    /// since, whatever stands there.
    pub fn task(&self, answered: &[Answer]) -> Task {
        let mut answered = answered.iter();
        if let Some(answer) = answered.find(|answer| answer.of == self.change.id) {
            return self.task_after(&answer.shown);
        }
        let task = back(self.line());
        Task {
            exact: task.exact.filter(|_| self.others.is_empty()),
            others: self.others.clone(),
            ..task
        }
    }

    /// The same by one who was asked, and has seen what others made of these fields.
    pub fn task_after(&self, shown: &[Clash]) -> Task {
        let mut task = back(self.line());
        task.exact = None;
        for clash in shown {
            let list = clash.at.0.as_slice();
            // The list as it was to become has what was moved in its place.
            task.edits.retain(|edit| {
                !matches!(edit, Edit::Move { at, .. }
                    if at.0.split_last().is_some_and(|(_, of)| of == list))
            });
            let mut around = task.seen.iter_mut();
            let around = around.find(|seen| clash.at.0.starts_with(&seen.at.0));
            if let Some(seen) = around {
                let rest = clash.at.0.get(seen.at.0.len()..).unwrap_or_default();
                put(&mut seen.value, rest, clash.theirs.as_ref());
            } else {
                task.edits.push(to_become(&clash.at, clash.yours.as_ref()));
                task.seen.push(Seen {
                    at: clash.at.clone(),
                    value: clash.theirs.clone(),
                });
            }
        }
        let is_shown = |other: &FieldChange| shown.iter().any(|clash| meet(&clash.at, &other.at));
        let others = self.others.iter().filter(|other| !is_shown(other));
        task.others = others.cloned().collect();
        task
    }

    /// An error where a change is named and it is not this one.
    pub fn is_of(&self, of: Option<&ChangeId>) -> Result<(), KeepError> {
        match of.is_none_or(|of| *of == self.change.id) {
            true => Ok(()),
            false => Err(KeepError::Another),
        }
    }
}

/// Gives what stands in a value under these keys another value, or takes it away.
fn put(value: &mut Option<Value>, path: &[Step], new: Option<&Value>) {
    match (path, value) {
        ([], value) => *value = new.cloned(),
        ([Step::Key(key), rest @ ..], Some(Value::Mapping(map))) => {
            let mut within = map.get(key.as_str()).cloned();
            put(&mut within, rest, new);
            match within {
                Some(within) => drop(map.insert(key.as_str().into(), within)),
                None => drop(map.remove(key.as_str())),
            }
        }
        _ => {}
    }
}

/// The last change of this person that is not undone, of lines that come newest first.
pub(super) fn to_undo(lines: impl Iterator<Item = Line>, who: &str) -> Option<Turn> {
    // The last turn of each change: the last word on it counts.
    let mut turns: HashMap<ChangeId, Line> = HashMap::new();
    for line in lines {
        match (line.what, line.of.clone()) {
            (Deed::Conflict, _) => {}
            (Deed::Undo | Deed::Redo, Some(of)) => {
                turns.entry(of).or_insert(line);
            }
            (Deed::Pass, _) => {
                for of in line.passed_by(who) {
                    turns.entry(of.clone()).or_insert_with(|| line.clone());
                }
            }
            _ if line.who == who => {
                let last = turns.remove(&line.id);
                if last.as_ref().is_none_or(|last| last.what == Deed::Redo) {
                    return Some(Turn::of(line, last));
                }
            }
            _ => {}
        }
    }
    None
}

/// This line, whoever made it, of lines that come newest first.
pub(super) fn this(lines: impl Iterator<Item = Line>, id: &ChangeId) -> Option<Turn> {
    let mut last = None;
    for line in lines {
        match line.what {
            _ if line.id == *id => {
                return Some(Turn::of(line, last.flatten()));
            }
            // The last word on it counts.
            Deed::Undo | Deed::Redo if line.of.as_ref() == Some(id) => {
                last.get_or_insert_with(|| (line.what == Deed::Redo).then_some(line));
            }
            _ => {}
        }
    }
    None
}

/// This line as it is to be undone or done again, of lines that come newest first; none where it is
/// undone, or is not.
pub(super) fn half(lines: impl Iterator<Item = Line>, id: &ChangeId, what: Deed) -> Option<Turn> {
    let mut last: Option<Line> = None;
    for line in lines {
        if line.id == *id {
            let is_undone = last.as_ref().is_some_and(|last| last.what == Deed::Undo);
            return (is_undone == (what == Deed::Redo)).then(|| Turn::of(line, last));
        }
        if matches!(line.what, Deed::Undo | Deed::Redo) && line.of.as_ref() == Some(id) {
            last.get_or_insert(line);
        }
    }
    None
}

/// The change that this person undid last and that has not been done again, of lines that come
/// newest first. None where the person has changed something since.
pub(super) fn to_redo(lines: impl Iterator<Item = Line>, who: &str) -> Option<Turn> {
    // What was done again since, or left as it is.
    let mut settled: Vec<ChangeId> = Vec::new();
    let mut undone: Option<Line> = None;
    for line in lines {
        if let Some(last) = undone.take_if(|undone| undone.of.as_ref() == Some(&line.id)) {
            return Some(Turn::of(line, Some(last)));
        }
        match (line.what, &line.of) {
            _ if undone.is_some() => {}
            (Deed::Conflict, _) => {}
            (Deed::Redo, Some(of)) => settled.push(of.clone()),
            (Deed::Pass, _) => settled.extend(line.passed_by(who).cloned()),
            (Deed::Undo, Some(of)) if line.who == who && !settled.contains(of) => {
                undone = Some(line);
            }
            (Deed::Undo, _) => {}
            _ if line.who == who => return None,
            _ => {}
        }
    }
    None
}
