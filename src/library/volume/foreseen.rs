//! A file as it will be when edits are written that are under way: worked out from its records, so
//! that the screen need not wait for the disk. It is a forecast; the file tells the truth later.

use std::collections::HashSet;
use std::iter;
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_yaml::{Mapping, Value};

use super::units::Unit;
use super::{Volume, read};
use crate::library::edit::{Edit, Step};
use crate::library::keep::fresh;
use crate::library::source::FileKind;
use crate::report::{Head, Registry, ReportFile};

impl Volume {
    /// The file with these edits made; none where they cannot be foreseen. It has the stamp of the
    /// file as it was read. What is new has the id in the edits then that it will be given.
    #[must_use]
    pub fn foreseen(&self, edits: &mut [Edit]) -> Option<Self> {
        let (tables, units) = match self.kind? {
            FileKind::Report => {
                let mut file = self.report_file()?;
                let mut edits = edits.iter_mut();
                edits.try_for_each(|edit| of_report(&mut file, edit))?;
                read::of_report(file)
            }
            FileKind::Registry => {
                let mut registry = self.registry()?;
                let mut edits = edits.iter_mut();
                edits.try_for_each(|edit| of_registry(&mut registry, edit))?;
                read::of_registry(registry)
            }
        };
        Some(Self {
            kind: self.kind,
            set: Arc::new(tables.into()),
            units: Arc::new(units),
            turn: self.turn().into(),
            ..Self::nothing(&self.name, self.stamp, self.problems.clone())
        })
    }

    /// The id under which a record stands already that was added under this id, or under one that
    /// comes after it, where these were taken: one that `is_new` and says the same as the one with
    /// the id `given`.
    #[must_use]
    pub fn stands(
        &self,
        wished: &str,
        given: &str,
        is_new: impl Fn(&str) -> bool,
    ) -> Option<String> {
        let says = |id: &str| {
            let mut value = serde_yaml::to_value(self.record(self.find(id)?)?).ok()?;
            value.as_mapping_mut()?.remove("id");
            Some(value)
        };
        let own = says(given)?;
        let next = |id: &String| Some(fresh(id, |one| one == id));
        let mut ids = iter::successors(Some(wished.to_owned()), next);
        let mut taken = ids.by_ref().take_while(|id| id != given);
        taken.find(|id| is_new(id) && says(id).as_ref() == Some(&own))
    }

    /// Every unit, in file order.
    fn each_unit(&self) -> impl Iterator<Item = Option<&Unit>> {
        let locals = 0..u32::try_from(self.len()).unwrap_or(u32::MAX);
        locals.filter_map(|local| {
            let kind = self.kind(local)?;
            let is_unit = self
                .owner(local)
                .is_none_or(|owner| self.kind(owner) == Some(crate::report::Kind::Report));
            let place = *self.set.places.of(self.row).get(local as usize)? as usize;
            is_unit.then(|| self.units.get(place, kind))
        })
    }

    fn report_file(&self) -> Option<ReportFile> {
        let mut units = self.each_unit();
        let Some(Unit::Report(head)) = units.next()? else {
            return None;
        };
        let mut file = empty(Head::clone(head));
        for unit in units {
            match unit? {
                Unit::Item(one) => file.items.push((**one).clone()),
                Unit::Recommendation(one) => file.recommendations.push((**one).clone()),
                Unit::Contribution(one) => file.contributions.push((**one).clone()),
                Unit::Nomination(one) => file.nominations.push((**one).clone()),
                Unit::Outcome(one) => file.outcomes.push((**one).clone()),
                Unit::Meeting(one) => file.meetings.push((**one).clone()),
                Unit::Event(one) => file.events.push((**one).clone()),
                Unit::Figure(one) => file.figures.push((**one).clone()),
                Unit::Section(one) => file.sections.push((**one).clone()),
                _ => return None,
            }
        }
        Some(file)
    }

    fn registry(&self) -> Option<Registry> {
        let mut registry = Registry::default();
        for unit in self.each_unit() {
            match unit? {
                Unit::Body(one) => registry.bodies.push((**one).clone()),
                Unit::Person(one) => registry.people.push((**one).clone()),
                Unit::Country(one) => registry.countries.push((**one).clone()),
                Unit::Instrument(one) => registry.instruments.push((**one).clone()),
                Unit::Document(one) => registry.documents.push((**one).clone()),
                _ => return None,
            }
        }
        Some(registry)
    }
}

/// A report of which there is only the head as yet.
const fn empty(report: Head) -> ReportFile {
    ReportFile {
        report,
        items: Vec::new(),
        recommendations: Vec::new(),
        contributions: Vec::new(),
        nominations: Vec::new(),
        outcomes: Vec::new(),
        meetings: Vec::new(),
        events: Vec::new(),
        figures: Vec::new(),
        sections: Vec::new(),
    }
}

macro_rules! lists {
    ($file:ident $edit:ident $name:ident $rest:ident: $($list:ident)*) => {
        match $name.as_str() {
            $(stringify!($list) => in_list(&mut $file.$list, |one| one.id.as_str(), $rest, $edit),)*
            _ => None,
        }
    };
}

fn of_report(file: &mut ReportFile, edit: &mut Edit) -> Option<()> {
    let at = edit.at().clone();
    let (Step::Key(name), rest) = at.0.split_first()? else {
        return None;
    };
    if name == "report" {
        return in_record(&mut file.report, rest, edit);
    }
    lists! {
        file edit name rest: items recommendations contributions nominations outcomes meetings
        events figures sections
    }
}

fn of_registry(registry: &mut Registry, edit: &mut Edit) -> Option<()> {
    let at = edit.at().clone();
    let (Step::Key(name), rest) = at.0.split_first()? else {
        return None;
    };
    lists! { registry edit name rest: bodies people countries instruments documents }
}

/// The place of the element that a step names; the end for none.
fn place<T>(list: &[T], id: fn(&T) -> &str, step: Option<&Step>) -> Option<usize> {
    match step {
        None => Some(list.len()),
        Some(Step::Id(wanted)) => list.iter().position(|one| id(one) == wanted),
        Some(Step::Place(place)) => Some(*place).filter(|place| *place < list.len()),
        Some(Step::Key(_)) => None,
    }
}

/// Makes an edit in a list of records; only the record that it touches is read anew.
fn in_list<T: Serialize + DeserializeOwned>(
    list: &mut Vec<T>,
    id: fn(&T) -> &str,
    rest: &[Step],
    edit: &mut Edit,
) -> Option<()> {
    let Some((step, rest)) = rest.split_first() else {
        let Edit::Insert { before, value, .. } = edit else {
            return None;
        };
        give_id(value, list.iter().map(id));
        let new: T = serde_yaml::from_value(value.clone()).ok()?;
        let at = place(list, id, before.as_ref())?;
        list.insert(at, new);
        return Some(());
    };
    let at = place(list, id, Some(step))?;
    match (&*edit, rest) {
        (Edit::Remove { .. }, []) => {
            list.remove(at);
        }
        (Edit::Move { before, .. }, []) => {
            let before = place(list, id, before.as_ref())?;
            let one = list.remove(at);
            list.insert(before - usize::from(before > at), one);
        }
        _ => in_record(list.get_mut(at)?, rest, edit)?,
    }
    Some(())
}

/// Makes an edit within a record.
fn in_record<T: Serialize + DeserializeOwned>(
    record: &mut T,
    rest: &[Step],
    edit: &mut Edit,
) -> Option<()> {
    let mut value = serde_yaml::to_value(&*record).ok()?;
    in_value(&mut value, rest, edit)?;
    *record = serde_yaml::from_value(value).ok()?;
    Some(())
}

fn in_value(node: &mut Value, way: &[Step], edit: &mut Edit) -> Option<()> {
    let Some((step, rest)) = way.split_first() else {
        return at_end(node, edit);
    };
    // What is at its end goes from where it stands.
    if rest.is_empty() && matches!(edit, Edit::Remove { .. } | Edit::Move { .. }) {
        return within(node, step, edit);
    }
    match step {
        Step::Key(key) => {
            if node.is_null() {
                *node = Value::Mapping(Mapping::new());
            }
            let map = node.as_mapping_mut()?;
            if !map.contains_key(key.as_str()) {
                map.insert(key.as_str().into(), Value::Null);
            }
            let below = map.get_mut(key.as_str())?;
            in_value(below, rest, edit)?;
            // Of a map or list nothing is left: its key goes with it.
            if is_empty(below) && matches!(edit, Edit::Remove { .. }) {
                map.remove(key.as_str());
            }
            Some(())
        }
        Step::Id(_) | Step::Place(_) => {
            let list = node.as_sequence_mut()?;
            let at = place(list, id_of, Some(step))?;
            in_value(list.get_mut(at)?, rest, edit)
        }
    }
}

fn at_end(node: &mut Value, edit: &mut Edit) -> Option<()> {
    match edit {
        Edit::Set { value, .. } => *node = value.clone(),
        Edit::Insert { before, value, .. } => {
            if node.is_null() {
                *node = Value::Sequence(Vec::new());
            }
            let list = node.as_sequence_mut()?;
            give_id(value, list.iter().map(id_of));
            let at = place(list, id_of, before.as_ref())?;
            list.insert(at, value.clone());
        }
        Edit::Remove { .. } | Edit::Move { .. } => return None,
    }
    Some(())
}

/// Takes away or moves what this step names.
fn within(node: &mut Value, step: &Step, edit: &Edit) -> Option<()> {
    match (edit, step) {
        (Edit::Remove { .. }, Step::Key(key)) => {
            node.as_mapping_mut()?.remove(key.as_str());
        }
        (Edit::Remove { .. }, _) => {
            let list = node.as_sequence_mut()?;
            let at = place(list, id_of, Some(step))?;
            list.remove(at);
        }
        (Edit::Move { before, .. }, _) => {
            let list = node.as_sequence_mut()?;
            let at = place(list, id_of, Some(step))?;
            let before = place(list, id_of, before.as_ref())?;
            let one = list.remove(at);
            list.insert(before - usize::from(before > at), one);
        }
        _ => return None,
    }
    Some(())
}

/// Gives a new element that has an id the one that it will have: its own, or the next that is not
/// taken.
fn give_id<'a>(value: &mut Value, taken: impl Iterator<Item = &'a str>) {
    let wished = id_of(value).to_owned();
    if wished.is_empty() {
        return;
    }
    let taken: HashSet<String> = taken.map(str::to_lowercase).collect();
    let given = fresh(&wished, |id| taken.contains(&id.to_lowercase()));
    if given != wished
        && let Some(map) = value.as_mapping_mut()
    {
        map.insert("id".into(), given.into());
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Sequence(list) => list.is_empty(),
        Value::Mapping(map) => map.is_empty(),
        _ => false,
    }
}

/// The id of an element; empty where it has none.
fn id_of(value: &Value) -> &str {
    let id = value.as_mapping().and_then(|map| map.get("id"));
    id.and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests;
