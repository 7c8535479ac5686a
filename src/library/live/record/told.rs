//! What the history tells of a call.

use std::collections::HashMap;

use serde_yaml::Value;

use crate::library::Library;
use crate::library::edit::{FieldPath, Step};
use crate::library::keep::{Deed, FieldChange, Line, Sort, meet};
use crate::report::call::{Call, Noted};
use crate::report::{PositionStatus, Record, Ref};

/// How the id of a record begins that the end of a call made.
pub(super) const OF_CALLS: &str = "meet/call-";

/// Whether a change is the one that the end of a call made: it wrote a record of its own, or that into a
/// meeting made beforehand.
#[must_use]
pub fn is_of_call(line: &Line) -> bool {
    let is_key = |step: &Step, name: &str| matches!(step, Step::Key(key) if key == name);
    let mut fields = line.fields.iter();
    fields.any(|field| match field.at.0.as_slice() {
        [list, Step::Id(id)] if is_key(list, "meetings") => {
            field.sort == Sort::Insert && id.starts_with(OF_CALLS)
        }
        // A person changes one field at a time.
        [list, Step::Id(_), ended] if is_key(list, "meetings") && is_key(ended, "ended") => {
            line.fields.len() > 1
        }
        _ => false,
    })
}

/// Whether the record of a call was written into this meeting, and stands there; the changes come newest
/// first.
pub(super) fn is_written(lines: &[Line], meeting: &str) -> bool {
    let of_it = lines.iter().rev().filter(|line| line.record == meeting);
    let of_it: Vec<Line> = of_it.cloned().collect();
    standing(&of_it).into_iter().any(is_of_call)
}

/// The lists in an item of what is made on a call.
const OF_ITEMS: [&str; 3] = ["recommendations", "notes", "views"];

/// Those in a report.
const OF_REPORTS: [&str; 6] = [
    "recommendations",
    "nominations",
    "contributions",
    "outcomes",
    "events",
    "figures",
];

/// What the history tells of a call: full ids, in the order in which things were done.
#[derive(Default)]
pub(super) struct Told {
    pub agreed: Vec<String>,
    pub deferred: Vec<String>,
    pub made: Vec<String>,
    /// Who made each of these.
    by: HashMap<String, String>,
    /// Positions that were deferred, and are so no longer.
    taken_up_again: Vec<String>,
}

/// Whether this change adds something that is not of the call in which it is made.
#[must_use]
pub fn is_beside(library: &Library, call: &Call, line: &Line) -> bool {
    let told = Told::of(std::slice::from_ref(line));
    told.made
        .iter()
        .any(|id| !is_made_in(library, call, &line.who, id))
}

/// Whether what somebody made during a call, by its full id, was made in it. Of who leads it, or has led it, all
/// was; of the others what belongs to an item that was taken up, or to none, in a report that the call is of:
/// what one does beside it, of another item, is not told in the name of who leads it.
fn is_made_in(library: &Library, call: &Call, who: &str, id: &str) -> bool {
    let Some(key) = library.with_id(id).filter(|_| !call.is_led_by(who)) else {
        return true;
    };
    match library.item_of(key).filter(|item| *item != key) {
        Some(item) => {
            let item = library.id(item);
            call.items().iter().any(|one| one.as_str() == item)
        }
        None => {
            let report = id.split(':').next().unwrap_or_default();
            call.reports().contains(&report)
        }
    }
}

impl Told {
    pub fn of(lines: &[Line]) -> Self {
        let mut told = Self::default();
        for line in standing(lines) {
            let report = line.record.split(':').next().unwrap_or_default();
            for field in &line.fields {
                told.field(report, field);
            }
            told.by.retain(|id, _| told.made.contains(id));
            for id in &told.made {
                let by = told.by.entry(id.clone());
                by.or_insert_with(|| line.who.clone());
            }
        }
        told
    }

    /// Leaves out what was made beside the call.
    pub fn without_beside(&mut self, library: &Library, call: &Call) {
        let by = &self.by;
        self.made.retain(|id| {
            let who = by.get(id);
            who.is_none_or(|who| is_made_in(library, call, who, id))
        });
    }

    /// What the call itself tells besides: a position that was agreed before and is so again, an item that
    /// was put off and has no position that became deferred: none, or one that was written since and is a
    /// draft. What the history tells of it comes first.
    pub fn also(&mut self, library: &Library, call: &Call) {
        let status = |id: &str| match library.with_id(id).and_then(|key| library.record(key)) {
            Some(Record::Position(position)) => Some(position.status),
            _ => None,
        };
        for one in &call.confirmed {
            let id = position_on(&one.item);
            let stands = matches!(
                status(&id),
                Some(PositionStatus::Agreed | PositionStatus::Delivered)
            );
            if stands && !self.deferred.contains(&id) && !self.agreed.contains(&id) {
                self.agreed.push(id);
            }
        }
        for Noted { item, .. } in &call.put_off {
            let id = position_on(item);
            let id = match status(&id) {
                Some(PositionStatus::Deferred) => id,
                None => item.as_str().to_owned(),
                Some(PositionStatus::Agreed | PositionStatus::Delivered) => continue,
                Some(_) if self.taken_up_again.contains(&id) => continue,
                Some(_) => item.as_str().to_owned(),
            };
            if library.with_id(&id).is_some() && !self.deferred.contains(&id) {
                self.deferred.push(id);
            }
        }
    }

    fn field(&mut self, report: &str, field: &FieldChange) {
        let full = |id: &str| format!("{report}:{id}");
        let (was, became) = (field.was.as_ref(), field.became.as_ref());
        let is_key = |step: &Step, name: &str| matches!(step, Step::Key(key) if key == name);
        match field.at.0.as_slice() {
            [items, Step::Id(item), rest @ ..] if is_key(items, "items") => match rest {
                // An item that came, or went, with all that it has.
                [] => {
                    let own = |value: Option<&Value>| value?.get("position").cloned();
                    let (was_own, became_own) = (own(was), own(became));
                    self.position(report, item, was_own.as_ref(), became_own.as_ref());
                    for (value, is_there) in [(was, false), (became, true)] {
                        if value.is_some_and(|value| !value.is_null()) {
                            note(&mut self.made, full(item), is_there);
                        }
                        let lists = OF_ITEMS.map(|list| value.and_then(|value| value.get(list)));
                        for id in lists.into_iter().flatten().flat_map(ids_in) {
                            note(&mut self.made, full(&id), is_there);
                        }
                    }
                }
                [position] if is_key(position, "position") => {
                    self.position(report, item, was, became);
                }
                [position, field] if is_key(position, "position") => {
                    let [was, became] = [was, became].map(|value| value.and_then(Value::as_str));
                    if is_key(field, "status") {
                        self.status(report, item, was, became);
                    } else if is_key(field, "stance") {
                        self.stance(report, item, was, became);
                    }
                }
                [Step::Key(list), Step::Id(id)] if OF_ITEMS.contains(&list.as_str()) => {
                    self.element(field.sort, full(id));
                }
                [Step::Key(list)] if OF_ITEMS.contains(&list.as_str()) => {
                    self.list(report, was, became);
                }
                _ => {}
            },
            [Step::Key(list), Step::Id(id)] if OF_REPORTS.contains(&list.as_str()) => {
                self.element(field.sort, full(id));
            }
            [Step::Key(list)] if OF_REPORTS.contains(&list.as_str()) => {
                self.list(report, was, became);
            }
            _ => {}
        }
    }

    fn element(&mut self, sort: Sort, id: String) {
        match sort {
            Sort::Insert => note(&mut self.made, id, true),
            Sort::Remove => note(&mut self.made, id, false),
            Sort::Set | Sort::Move => {}
        }
    }

    /// A list that came or went as a whole.
    fn list(&mut self, report: &str, was: Option<&Value>, became: Option<&Value>) {
        for (value, is_there) in [(was, false), (became, true)] {
            for id in value.into_iter().flat_map(ids_in) {
                note(&mut self.made, format!("{report}:{id}"), is_there);
            }
        }
    }

    /// A position as a whole.
    fn position(&mut self, report: &str, item: &str, was: Option<&Value>, became: Option<&Value>) {
        let both =
            |field: &str| [was, became].map(|value| value?.get(field)?.as_str().map(str::to_owned));
        let [was_status, status] = both("status");
        self.status(report, item, was_status.as_deref(), status.as_deref());
        let [was_stance, stance] = both("stance");
        self.stance(report, item, was_stance.as_deref(), stance.as_deref());
    }

    /// A position was deferred, or is so no longer.
    fn stance(&mut self, report: &str, item: &str, was: Option<&str>, became: Option<&str>) {
        if was != became {
            let id = format!("{report}:{item}/position");
            note(&mut self.deferred, id, became == Some("defer"));
        }
    }

    /// A position was agreed, or is so no longer; one that was delivered since stays agreed.
    fn status(&mut self, report: &str, item: &str, was: Option<&str>, became: Option<&str>) {
        if was == became {
            return;
        }
        let id = format!("{report}:{item}/position");
        match became {
            Some("agreed") => note(&mut self.agreed, id.clone(), true),
            Some("delivered") => {}
            _ => note(&mut self.agreed, id.clone(), false),
        }
        if [was, became].contains(&Some("deferred")) {
            let is_deferred = became == Some("deferred");
            note(&mut self.taken_up_again, id.clone(), !is_deferred);
            note(&mut self.deferred, id, is_deferred);
        }
    }
}

/// The changes that stand at the end: one that was undone leaves nothing behind, nor does its undoing,
/// and what was undone and done again was never touched. What was undone below a later change of the same
/// field is a change itself.
pub(super) fn standing(lines: &[Line]) -> Vec<&Line> {
    let mut standing: Vec<&Line> = Vec::new();
    for line in lines.iter().filter(|line| line.what.has_changed()) {
        let is_turned = |one: &&Line| match line.what {
            Deed::Undo if line.of.as_ref() == Some(&one.id) => true,
            Deed::Undo => one.what == Deed::Redo && one.of == line.of,
            Deed::Redo => one.what == Deed::Undo && one.of == line.of,
            _ => false,
        };
        let is_over = |one: &&&Line| {
            let mut fields = one.fields.iter();
            let meets = |at: &FieldPath| line.fields.iter().any(|field| meet(&field.at, at));
            one.file == line.file && fields.any(|field| meets(&field.at))
        };
        let turned = standing.iter().rposition(is_turned);
        match turned.filter(|place| !standing.iter().skip(place + 1).any(|one| is_over(&one))) {
            Some(place) => _ = standing.remove(place),
            None => standing.push(line),
        }
    }
    standing
}

/// The full id of the position on an item.
pub(super) fn position_on(item: &Ref) -> String {
    format!("{}/position", item.as_str())
}

/// Puts an id at the end of a list, or takes it out.
fn note(list: &mut Vec<String>, id: String, is_there: bool) {
    list.retain(|one| *one != id);
    if is_there {
        list.push(id);
    }
}

/// The ids of the elements of a list.
fn ids_in(list: &Value) -> Vec<String> {
    let elements = list.as_sequence().into_iter().flatten();
    let ids = elements.filter_map(|element| element.get("id")?.as_str());
    ids.map(str::to_owned).collect()
}
