//! What became of a position after it was agreed, as the history tells: the minutes quote a position as it
//! stands, and say where that is no longer what was agreed.

use std::collections::{HashMap, HashSet};
use std::io;

use serde_yaml::Value;

use super::history::{FieldChange, History, Line, Sort};
use crate::library::edit::{FieldPath, Step};

/// No call is longer, in milliseconds: a position that was agreed so long before its minutes were written
/// was agreed in another call.
const LONGEST_CALL: u64 = 24 * 60 * 60 * 1000;

/// A field as it is, and as it was at the time that one has gone back to.
type Values = HashMap<FieldPath, (Option<Value>, Option<Value>)>;

/// Those of these positions (full ids) that are not as they were agreed in the meeting with this full id:
/// another value of their wording or stance was written since the change that made them agreed, else since
/// the meeting's record was. A position that was confirmed, and not changed, has none of the first.
///
/// # Errors
/// When the history cannot be read.
pub fn changed_since_agreed(
    history: &History,
    meeting: &str,
    positions: &[&str],
) -> io::Result<HashSet<String>> {
    let mut left: HashMap<&str, Values> = positions.iter().map(|id| (*id, Values::new())).collect();
    let mut changed = HashSet::new();
    // When the record was written, once one has gone back to that.
    let mut written = None;
    for line in history.newest_first()? {
        let is_of_another_call = written.is_some_and(|written: u64| {
            written.saturating_sub(line.id.milliseconds()) > LONGEST_CALL
        });
        if left.is_empty() || is_of_another_call {
            break;
        }
        if !line.what.has_changed() {
            continue;
        }
        if written.is_none() && writes(&line, meeting) {
            written = Some(line.id.milliseconds());
            // What was not agreed by a change is as it was when it was confirmed.
            for (id, values) in &left {
                if differs(values) {
                    changed.insert((*id).to_owned());
                }
            }
        }
        left.retain(|id, values| {
            if !line.is_about(id) {
                return true;
            }
            for field in &line.fields {
                if makes_agreed(field) {
                    if differs(values) {
                        changed.insert((*id).to_owned());
                    }
                    return false;
                }
                if tells(field) {
                    let is = field.became.clone();
                    let known = values.entry(field.at.clone()).or_insert((is, None));
                    known.1.clone_from(&field.was);
                }
            }
            true
        });
    }
    Ok(changed)
}

fn differs(values: &Values) -> bool {
    values.values().any(|(is, was)| is != was)
}

/// Whether a change wrote what was agreed in a meeting.
fn writes(line: &Line, meeting: &str) -> bool {
    let of_agreed =
        |field: &FieldChange| field.sort == Sort::Insert || last_key(field) == Some("agreed");
    line.is_about(meeting) && line.fields.iter().any(of_agreed)
}

fn makes_agreed(field: &FieldChange) -> bool {
    let is_agreed = |value: &Value| value.as_str() == Some("agreed");
    last_key(field) == Some("status") && field.became.as_ref().is_some_and(is_agreed)
}

/// Whether the minutes show what was changed.
fn tells(field: &FieldChange) -> bool {
    let is_shown = |step: &Step| matches!(step, Step::Key(key) if key == "text" || key == "stance");
    last_key(field) == Some("position") || field.at.0.iter().any(is_shown)
}

fn last_key(field: &FieldChange) -> Option<&str> {
    match field.at.0.last() {
        Some(Step::Key(key)) => Some(key),
        _ => None,
    }
}
