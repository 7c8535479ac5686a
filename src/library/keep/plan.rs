//! What a change comes to in the text that stands there now: the new text, and field by field what
//! was and what became. Pure: nothing is written.

use serde_yaml::Value;

use super::fresh::fresh;
use super::history::{FieldChange, Patch, Sort, hash};
use super::merge::{Clash, Seen, Wanted, is_as_seen, spelled, three_way};
use super::others::has_touched;
use crate::library::edit::{Edit, EditError, FieldPath, Reading, Step};
use crate::library::lenient;

/// What is to be done.
#[derive(Debug, Clone, Default)]
pub(super) struct Task {
    pub edits: Vec<Edit>,
    pub seen: Vec<Seen>,
    /// The same to the letter, where the file is as it was when this was learnt.
    pub exact: Option<Exact>,
    /// What others have done since: it is not overwritten without a question, whatever stands there.
    pub others: Vec<FieldChange>,
    /// It brings back a record: what named that one, in records that are gone since, is left out.
    pub brings_back: bool,
}

/// A patch that leads from one text to another, and what it means.
#[derive(Debug, Clone)]
pub(super) struct Exact {
    pub from: String,
    pub to: String,
    pub patch: Patch,
    pub fields: Vec<FieldChange>,
}

/// What it comes to.
#[derive(Debug)]
pub(super) struct Plan {
    pub text: String,
    /// The text as it was read to prove it; none where it cannot be read, and the history knows it
    /// to the letter.
    pub reading: Option<Reading>,
    pub fields: Vec<FieldChange>,
    /// New elements that got another id, since theirs was taken: the one wished for, the one given.
    pub renamed: Vec<(String, String)>,
    /// The history knows it to the letter: it is a text that stood there before.
    pub is_known: bool,
}

/// Why it cannot be done.
#[derive(Debug)]
pub(super) enum NoPlan {
    Edit(EditError),
    Clashes(Vec<Clash>),
}

impl From<EditError> for NoPlan {
    fn from(error: EditError) -> Self {
        Self::Edit(error)
    }
}

/// Works out a task. Where nothing is left to be done, the plan has no fields. `reading` reads the
/// text, or has read it.
pub(super) fn plan(
    text: &str,
    task: &Task,
    reading: impl FnOnce() -> Result<Reading, EditError>,
) -> Result<Plan, NoPlan> {
    if let Some(exact) = &task.exact
        && hash(text) == exact.from
        && let Some(new) = exact.patch.apply(text)
        && hash(&new) == exact.to
    {
        // What is known to the letter need not be proven; it is read for the next change.
        let lengths = (exact.patch.old.len(), exact.patch.new.len());
        let reading = reading().and_then(|old| old.turned_into(&new, exact.patch.at, lengths));
        return Ok(Plan {
            text: new,
            reading: reading.ok(),
            fields: exact.fields.clone(),
            renamed: Vec::new(),
            is_known: true,
        });
    }
    let mut work = Work {
        reading: Some(reading()?),
        fields: Vec::new(),
        renamed: Vec::new(),
        clashes: Vec::new(),
        others: &task.others,
    };
    for edit in &task.edits {
        // An element is moved by who has seen its list.
        let at = match edit {
            Edit::Move { at, .. } => &parted(at).0,
            _ => edit.at(),
        };
        let seen = task.seen.iter().find(|seen| seen.at == *at);
        match work.edit(edit, seen) {
            Err(NoPlan::Edit(EditError::NotFound(_))) if task.brings_back && !is_record(edit) => {}
            done => done?,
        }
    }
    match work.clashes.is_empty() {
        true => Ok(Plan {
            text: work.reading()?.text(),
            reading: work.reading,
            fields: work.fields,
            renamed: work.renamed,
            is_known: false,
        }),
        false => Err(NoPlan::Clashes(work.clashes)),
    }
}

/// Whether an edit gives a record its place: in a list, or a position in its item.
pub(super) fn is_record(edit: &Edit) -> bool {
    match edit {
        Edit::Insert { value, .. } => id_of(value).is_some(),
        Edit::Set { at, .. } => matches!(at.0.last(), Some(Step::Key(key)) if key == "position"),
        Edit::Remove { .. } | Edit::Move { .. } => false,
    }
}

struct Work<'t> {
    /// None while it is changed.
    reading: Option<Reading>,
    fields: Vec<FieldChange>,
    renamed: Vec<(String, String)>,
    clashes: Vec<Clash>,
    others: &'t [FieldChange],
}

impl Work<'_> {
    fn reading(&self) -> Result<&Reading, EditError> {
        let lost = || EditError::NotAsMeant(FieldPath::root());
        self.reading.as_ref().ok_or_else(lost)
    }

    fn apply(&mut self, edit: Edit) -> Result<(), NoPlan> {
        let reading = self.reading.take();
        let lost = || EditError::NotAsMeant(edit.at().clone());
        let reading = reading.ok_or_else(lost)?;
        self.reading = Some(reading.with(&[edit])?);
        Ok(())
    }

    fn edit(&mut self, edit: &Edit, seen: Option<&Seen>) -> Result<(), NoPlan> {
        match edit {
            Edit::Set { at, value } => self.value(at, Some(value), seen),
            Edit::Remove { at } => match at.0.last() {
                Some(Step::Key(_)) => self.value(at, None, seen),
                _ => self.remove(at, seen),
            },
            Edit::Insert {
                list,
                before,
                value,
            } => self.insert(list, before.as_ref(), value),
            Edit::Move { at, before } => self.shift(at, before.as_ref(), seen),
        }
    }

    /// Gives a field a value, or takes its key away.
    fn value(
        &mut self,
        at: &FieldPath,
        yours: Option<&Value>,
        seen: Option<&Seen>,
    ) -> Result<(), NoPlan> {
        let theirs = self.reading()?.value(at)?;
        let mut base = seen.map_or(theirs.as_ref(), |seen| seen.value.as_ref());
        if yours.is_none() && self.shows(at, base)? {
            base = theirs.as_ref();
        }
        match three_way(at, base, theirs.as_ref(), yours) {
            Ok(wanted) => wanted.into_iter().try_for_each(|one| {
                match has_touched(self.others, &one.0, false) {
                    true => self.ask(one),
                    false => self.set(one),
                }
            }),
            Err(clashes) => {
                self.clashes.extend(clashes);
                Ok(())
            }
        }
    }

    /// Another has put there what stands there.
    fn ask(&mut self, (at, yours): Wanted) -> Result<(), NoPlan> {
        let theirs = self.reading()?.value(&at)?;
        self.clashes.push(Clash {
            at,
            base: theirs.clone(),
            theirs,
            yours,
            by: None,
        });
        Ok(())
    }

    fn set(&mut self, (at, became): Wanted) -> Result<(), NoPlan> {
        let was = self.reading()?.value(&at)?;
        let became = became.map(|became| spelled(became, was.as_ref()));
        let edit = match &became {
            Some(value) => Edit::Set {
                at: at.clone(),
                value: value.clone(),
            },
            None => Edit::Remove { at: at.clone() },
        };
        self.apply(edit)?;
        self.fields.push(FieldChange {
            was,
            became,
            ..FieldChange::of(at, Sort::Set)
        });
        Ok(())
    }

    /// Takes an element out of its list; nothing where another has done so.
    fn remove(&mut self, at: &FieldPath, seen: Option<&Seen>) -> Result<(), NoPlan> {
        let theirs = match self.reading()?.value(at) {
            Ok(theirs) => theirs,
            Err(EditError::NotFound(_)) => return Ok(()),
            Err(error) => return Err(error.into()),
        };
        let base = seen.map_or(theirs.as_ref(), |seen| seen.value.as_ref());
        let is_as_seen = is_as_seen(at, base, theirs.as_ref()) || self.shows(at, base)?;
        if !is_as_seen || has_touched(self.others, at, false) {
            self.clashes.push(Clash {
                at: at.clone(),
                base: base.cloned(),
                theirs,
                yours: None,
                by: None,
            });
            return Ok(());
        }
        let stood_before = self.behind(at)?;
        self.apply(Edit::Remove { at: at.clone() })?;
        self.fields.push(FieldChange {
            was: theirs,
            stood_before,
            ..FieldChange::of(at.clone(), Sort::Remove)
        });
        Ok(())
    }

    /// Whether the model shows this record or part, of what is written there: where the file has an
    /// error in it, that is less.
    fn shows(&self, at: &FieldPath, seen: Option<&Value>) -> Result<bool, NoPlan> {
        let Some(Value::Mapping(_)) = seen else {
            return Ok(false);
        };
        let reading = self.reading()?;
        if is_as_seen(at, seen, reading.value(at)?.as_ref()) {
            return Ok(true);
        }
        let shown = lenient::value(&reading.text(), at);
        Ok(shown.is_some_and(|shown| is_as_seen(at, seen, Some(&shown))))
    }

    fn insert(
        &mut self,
        list: &FieldPath,
        before: Option<&Step>,
        value: &Value,
    ) -> Result<(), NoPlan> {
        let members = members(self.reading()?, list)?;
        let before = before.filter(|step| place(&members, step).is_some());
        let mut value = value.clone();
        if let Some(wished) = id_of(&value) {
            let given = fresh(&wished, |id| {
                // Upper and lower case count as the same, as in `majlis check`.
                let is_it = |one: &str| one.to_lowercase() == id.to_lowercase();
                members.iter().filter_map(id_of).any(|one| is_it(&one))
            });
            if given != wished {
                if let Some(map) = value.as_mapping_mut() {
                    map.insert("id".into(), given.as_str().into());
                }
                self.renamed.push((wished, given));
            }
        }
        self.apply(Edit::Insert {
            list: list.clone(),
            before: before.cloned(),
            value: value.clone(),
        })?;
        let step = match id_of(&value) {
            Some(id) => Step::Id(id),
            None => Step::Place(
                before
                    .and_then(|step| place(&members, step))
                    .unwrap_or(members.len()),
            ),
        };
        self.fields.push(FieldChange {
            became: Some(value),
            stands_before: before.cloned(),
            ..FieldChange::of(list.clone().step(step), Sort::Insert)
        });
        Ok(())
    }

    fn shift(
        &mut self,
        at: &FieldPath,
        before: Option<&Step>,
        seen: Option<&Seen>,
    ) -> Result<(), NoPlan> {
        let (list, own) = parted(at);
        let members = members(self.reading()?, &list)?;
        if let Some(seen) = seen {
            let theirs = self.reading()?.value(&list)?;
            if !is_as_seen(&list, seen.value.as_ref(), theirs.as_ref()) {
                // What is gone cannot be moved.
                if let Some(yours) = moved(seen.value.as_ref(), &members, own.as_ref(), before) {
                    self.clashes.push(Clash {
                        at: list,
                        base: seen.value.clone(),
                        theirs,
                        yours: Some(yours),
                        by: None,
                    });
                }
                return Ok(());
            }
        }
        // What it was to stand before may be gone; then it stays where it is.
        if before.is_some_and(|step| place(&members, step).is_none()) {
            return Ok(());
        }
        let stood_before = self.behind(at)?;
        if stood_before.as_ref() == before || own.as_ref() == before {
            return Ok(());
        }
        if has_touched(self.others, at, true) {
            let theirs = Some(Value::Sequence(members.clone()));
            // What is gone cannot be moved.
            if let Some(yours) = moved(theirs.as_ref(), &members, own.as_ref(), before) {
                return self.ask((list, Some(yours)));
            }
        }
        let moved = Edit::Move {
            at: at.clone(),
            before: before.cloned(),
        };
        self.apply(moved)?;
        self.fields.push(FieldChange {
            stood_before,
            stands_before: before.cloned(),
            ..FieldChange::of(at.clone(), Sort::Move)
        });
        Ok(())
    }

    /// The element behind this one in its list.
    fn behind(&self, at: &FieldPath) -> Result<Option<Step>, NoPlan> {
        let (list, own) = parted(at);
        let members = members(self.reading()?, &list)?;
        let next = own
            .and_then(|own| place(&members, &own))
            .map(|place| place + 1);
        Ok(next.and_then(|next| {
            let member = members.get(next)?;
            Some(id_of(member).map_or(Step::Place(next), Step::Id))
        }))
    }
}

/// The list of an element, and its step in it.
fn parted(at: &FieldPath) -> (FieldPath, Option<Step>) {
    let mut list = at.clone();
    let own = list.0.pop();
    (list, own)
}

/// The elements of a list; none where there is no list.
fn members(reading: &Reading, list: &FieldPath) -> Result<Vec<Value>, EditError> {
    Ok(match reading.value(list)? {
        Some(Value::Sequence(members)) => members,
        _ => Vec::new(),
    })
}

/// A list as another has left it, in which the element is moved that a person moved in the list that
/// was seen: before the one that it was to stand before, or the next of those that are still there.
/// None where it is gone.
fn moved(
    seen: Option<&Value>,
    theirs: &[Value],
    own: Option<&Step>,
    before: Option<&Step>,
) -> Option<Value> {
    let seen = seen?.as_sequence()?;
    let from = place(seen, own?)?;
    let in_theirs = |one: &Value| {
        let id = id_of(one);
        let is_it = |other: &Value| match &id {
            Some(id) => id_of(other).as_ref() == Some(id),
            None => super::merge::same(Some(one), Some(other)),
        };
        theirs.iter().position(is_it)
    };
    let now = in_theirs(seen.get(from)?)?;
    let behind = before
        .and_then(|before| place(seen, before))
        .unwrap_or(seen.len());
    let others = seen.iter().enumerate().skip(behind);
    let to = others
        .filter(|(nth, _)| *nth != from)
        .find_map(|(_, next)| in_theirs(next))
        .unwrap_or(theirs.len());
    let mut members = theirs.to_vec();
    let member = members.remove(now);
    members.insert(to - usize::from(now < to), member);
    Some(Value::Sequence(members))
}

/// The place of the element that a step names.
fn place(members: &[Value], step: &Step) -> Option<usize> {
    match step {
        Step::Place(place) => (*place < members.len()).then_some(*place),
        Step::Id(id) => members
            .iter()
            .position(|member| id_of(member).as_deref() == Some(id)),
        Step::Key(_) => None,
    }
}

/// The id of an element, as text.
pub(super) fn id_of(value: &Value) -> Option<String> {
    match value.as_mapping()?.get("id")? {
        Value::String(id) => Some(id.clone()),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}
