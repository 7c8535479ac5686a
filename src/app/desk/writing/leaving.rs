//! Leaving the program: what is under way is waited for, and what was typed and not saved is kept
//! in the state folder.

use serde_yaml::{Mapping, Value};

use super::super::super::outbox::Excerpt;
use super::super::super::{App, Layer, Request};
use crate::library::live::{Act, Home};
use crate::words::keep::turn_left_behind;
use crate::words::{Message, desk as words};

impl App {
    /// Leaves the program, once the changes under way are written; the second time at once.
    pub(in crate::app) fn leave(&mut self) {
        if !self.is_writing() {
            self.quit();
        } else if self.is_leaving() {
            self.give_up();
        } else {
            let writing = &mut self.desk.writing;
            writing.leaving = Some(writing.keys);
            let said = Message::from(words::LEAVING);
            writing.said = Some(said.clone());
            self.message = Some(said);
        }
    }

    /// Ends the call, with its record there, and leaves once that is written; where it cannot be, one
    /// stays and is told why.
    pub(in crate::app) fn end_and_leave(&mut self, home: Home) {
        let writing = &mut self.desk.writing;
        let before = writing.orders;
        // What is refused takes this back, also where that is heard at once.
        writing.leaving = Some(writing.keys);
        self.do_in_call(Act::End(home), words::WRITING.into(), None);
        let writing = &mut self.desk.writing;
        let is_refused = writing.leaving.take().is_none() || writing.orders == before;
        if !is_refused && self.request.is_none() {
            self.leave();
        }
    }

    /// Leaves, and keeps what was typed and not saved.
    pub(super) fn quit(&mut self) {
        self.request = Some(Request::Quit);
        self.keep_typed();
    }

    /// Whoever presses something else than the key that leaves, stays.
    pub(in crate::app) fn stays(&mut self) {
        let writing = &mut self.desk.writing;
        if writing.leaving.is_some_and(|keys| keys != writing.keys) {
            writing.leaving = None;
        }
    }

    /// Leaves the program at once. What is not known to be written is kept in the state folder, and
    /// printed is where.
    pub fn give_up(&mut self) {
        self.quit();
        let Some(keeper) = &self.desk.keeper else {
            return;
        };
        for pending in self.desk.writing.pending.drain(..) {
            let (record, copy) = match (pending.typed(), pending.made.clone()) {
                (Some(change), _) => (change.record.clone(), keeper.copy(change)),
                (None, Some(made)) => {
                    let copy = keeper.copy_report(&made.file(), &made.text);
                    (made.id, copy)
                }
                (None, None) => {
                    let Some(change) = pending.change.filter(|_| pending.effect.goes_back()) else {
                        continue;
                    };
                    let said = turn_left_behind(&change.record);
                    let text = said.get(self.language).to_owned();
                    let print = &mut self.outbox.print;
                    if print.last().is_none_or(|last| last.text != text) {
                        let id = change.record;
                        print.push(Excerpt { id, text });
                    }
                    continue;
                }
            };
            let said = words::left_behind(
                &record,
                copy.map(|copy| copy.display().to_string()).as_deref(),
            );
            self.outbox.print.push(Excerpt {
                id: record,
                text: said.get(self.language).to_owned(),
            });
        }
    }

    /// Keeps what was typed and not saved for the next start, else a copy of it in the state folder, and says
    /// where; where it cannot be kept there, it is said itself.
    fn keep_typed(&mut self) {
        self.close_all();
        let typed = self.unsaved();
        let of: Vec<&str> = typed.iter().map(|(of, _)| of.as_str()).collect();
        if !self.leave_typing(&of) {
            self.keep_copy(&of, &typed);
        }
        self.desk.drafts.clear();
        self.desk.unborn.clear();
        self.desk.lines.clear();
    }

    /// Keeps a copy of what was typed, where it cannot be kept for the next start.
    fn keep_copy(&mut self, of: &[&str], typed: &[(String, Value)]) {
        let Some(keeper) = &self.desk.keeper else {
            return;
        };
        let all = typed.iter().map(|(_, entry)| entry.clone()).collect();
        // Whatever comes of it, it is not left without a word.
        let text = serde_yaml::to_string(&Value::Sequence(all)).unwrap_or_else(|_| {
            let entries = typed.iter().map(|(of, entry)| format!("{of}: {entry:?}\n"));
            entries.collect()
        });
        let kept = keeper.keep_typed(&text);
        let said = words::typed_kept(of, &kept.ok_or(text));
        self.outbox.said.push(said);
    }

    /// Closes what is open, each thing as its own key does: what is typed there is kept.
    fn close_all(&mut self) {
        while let Some(top) = self.layers.last() {
            match top {
                Layer::Field(_) => self.leave_field(),
                Layer::Form(_) => self.close_form(),
                Layer::Quick(_) => self.leave_quick(),
                _ => _ = self.layers.pop(),
            }
        }
    }
}

/// What was typed for a field of a record.
pub(in crate::app::desk) fn of_record(record: &str, field: &str, text: &str) -> Value {
    mapping([("record", record), ("field", field), ("text", text)])
}

/// What was filled in for a new record of a kind, in a place.
pub(in crate::app::desk) fn of_new(kind: &str, place: &str, fields: &[(String, String)]) -> Value {
    let fields = fields.iter();
    let fields = mapping(fields.map(|(name, text)| (name.as_str(), text.as_str())));
    let mut entry = Mapping::new();
    entry.insert("new".into(), kind.into());
    entry.insert("in".into(), place.into());
    entry.insert("fields".into(), fields);
    Value::Mapping(entry)
}

/// A mapping of texts.
pub(in crate::app::desk) fn mapping<'a>(
    entries: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Value {
    let entries = entries.into_iter();
    Value::Mapping(
        entries
            .map(|(key, text)| (key.into(), text.into()))
            .collect(),
    )
}
