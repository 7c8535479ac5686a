//! What is asked of a call: before it goes by undoing or doing again, and before what its end wrote is
//! undone.

use std::collections::BTreeMap;

use serde_yaml::Value;

use super::super::super::{App, Layer};
use super::super::writing::next::Next;
use super::{Goes, RemovalLayer, Told, titled};
use crate::library::edit::Step;
use crate::library::keep::{Line, Sort};
use crate::library::live::record;
use crate::library::{Key, Library};
use crate::report::{Kind, Meeting, Record};
use crate::words::label::{Label, plural};
use crate::words::{Phrase, minutes, removal as words};

/// What is counted of the record of a call: the field, and what it is called. What was made is counted by
/// its kinds.
const COUNTED: [(&str, Phrase); 4] = [
    ("attendance", minutes::PRESENT),
    ("taken_up", minutes::TAKEN_UP),
    ("agreed", minutes::AGREED),
    ("deferred", minutes::DEFERRED),
];
const MADE: &str = "made";

impl App {
    /// Where an undoing would take away what the end of a call wrote, asks first: it is the work of an
    /// hour, and not of one key. Says whether it is not to be undone now.
    pub(in crate::app::desk) fn asks_of_record(&mut self, next: Next) -> bool {
        if self.desk.writing.ends_call() {
            self.message = Some(words::CALL_UNWRITTEN.into());
            return true;
        }
        let Some((of, line)) = next else {
            return false;
        };
        if !self.desk.writes() || !record::is_of_call(&line) {
            return false;
        }
        let library = self.library();
        let Some(key) = library.with_id(&line.record) else {
            return false;
        };
        let Some(Record::Meeting(meeting)) = library.record(key) else {
            return false;
        };
        let is_whole = line.fields.iter().any(|field| field.sort == Sort::Insert);
        let counts = COUNTED.map(|(field, called)| {
            let count = match is_whole {
                true => stands(meeting, field),
                false => came(&line, field).len(),
            };
            (called, count)
        });
        let made = match is_whole {
            true => meeting.made.iter().map(|one| one.as_str()).collect(),
            false => came(&line, MADE)
                .into_iter()
                .filter_map(Value::as_str)
                .collect(),
        };
        let counts: Vec<(Phrase, usize)> = counts
            .into_iter()
            .chain(by_kind(library, key, made))
            .filter(|(_, count)| *count > 0)
            .collect();
        let told = (!counts.is_empty()).then(|| Told {
            about: words::of_call(&counts),
            named: Vec::new(),
        });
        let (title, id) = titled(library, key);
        let layer = RemovalLayer {
            goes: match is_whole {
                true => Goes::Record(of),
                false => Goes::Written(of),
            },
            shown: None,
            what: (library.kind(key).label(), title, id),
            told: told.into_iter().collect(),
            selected: 0,
        };
        self.layers.push(Layer::Removal(Box::new(layer)));
        true
    }

    /// Asks before a call goes for all: by taking back what this order did, which began it, or by doing it
    /// again, which threw it away.
    pub(in crate::app::desk) fn ask_of_call(&mut self, act: u64, is_back: bool) {
        let library = self.library();
        let Some(call) = self.call.state.call() else {
            return;
        };
        let Some(key) = library.with_id(call.report.as_str()) else {
            return self.turn_call_away(act, is_back);
        };
        let (title, id) = titled(library, key);
        let layer = RemovalLayer {
            goes: match is_back {
                true => Goes::Call(act),
                false => Goes::CallAgain(act),
            },
            shown: None,
            what: (library.kind(key).label(), title, id),
            told: vec![Told {
                about: words::CALL_OF_ALL.into(),
                named: Vec::new(),
            }],
            selected: 0,
        };
        self.layers.push(Layer::Removal(Box::new(layer)));
    }
}

/// How much a meeting has of what is counted.
fn stands(meeting: &Meeting, field: &str) -> usize {
    match field {
        "attendance" => meeting.attendance.as_ref().map_or(0, |all| {
            all.countries.iter().count() + all.bodies.iter().count()
        }),
        "taken_up" => meeting.taken_up.len(),
        "agreed" => meeting.agreed.iter().count(),
        _ => meeting.deferred.iter().count(),
    }
}

/// How many there are of each kind of the records that a meeting names by these words.
fn by_kind(library: &Library, meeting: Key, made: Vec<&str>) -> Vec<(Phrase, usize)> {
    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    for word in made {
        if let Some(key) = library.in_reports(meeting, word) {
            *counts.entry(library.kind(key)).or_default() += 1;
        }
    }
    let counts = counts.into_iter();
    counts.map(|(kind, count)| (plural(kind), count)).collect()
}

/// What of it came with a change of the meeting's fields.
fn came<'l>(line: &'l Line, field: &str) -> Vec<&'l Value> {
    let of_it = line.fields.iter().filter(|one| {
        let within = match one.at.0.get(2..) {
            Some([Step::Key(key), within @ ..]) if key == field => within,
            _ => return false,
        };
        // Of who was there the names are counted, and not how many it is said they were.
        !matches!(within, [Step::Key(part), ..] if part != "countries" && part != "bodies")
    });
    let came = of_it.flat_map(|one| {
        let was = entries(one.was.as_ref());
        let mut is = entries(one.became.as_ref());
        is.retain(|entry| !was.contains(entry));
        is
    });
    came.collect()
}

/// The entries of a list, which may be one that is no list; of who was there, of both lists.
fn entries(value: Option<&Value>) -> Vec<&Value> {
    match value {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Sequence(all)) => all.iter().collect(),
        Some(Value::Mapping(map)) => {
            let lists = ["countries", "bodies"].into_iter();
            lists.flat_map(|list| entries(map.get(list))).collect()
        }
        Some(one) => vec![one],
    }
}
