//! The history of a record as a list: each change, and the value that comes back with Enter.

use std::sync::Arc;

use jiff::tz::TimeZone;

use super::super::picker::{Choice, Picker};
use super::super::writer::Task;
use super::super::{App, Layer};
use super::said;
use crate::library::Key;
use crate::library::edit::FieldPath;
use crate::library::keep::{Deed, Line, Moment, Sort, brought_back};
use crate::words::{Message, desk as words};

/// So many changes are shown at first, and twice as many each time one comes to the end of them.
const FIRST: usize = 500;

/// How much of a history is shown.
#[derive(Debug, Default)]
pub(super) struct Reach {
    /// Of the record with this id: what is in hand below it may be another.
    pub(super) of: String,
    /// At most so many changes.
    most: usize,
    /// How many more there are.
    more: usize,
}

/// A change of a field that can be gone back on.
#[derive(Debug, Clone)]
pub struct Past {
    line: Arc<Line>,
    /// The field whose earlier value comes back; none where the change as a whole is undone.
    field: Option<FieldPath>,
    /// In a conflict: what was not written is what comes back.
    lost: bool,
    /// What comes back with it.
    pub back: Message,
}

impl PartialEq for Past {
    fn eq(&self, other: &Self) -> bool {
        (&self.line.id, &self.field, self.lost) == (&other.line.id, &other.field, other.lost)
    }
}

/// A moment of the history on the clock of the person: `2026-11-22 11:20`.
#[must_use]
pub fn clock(when: &str) -> String {
    when.parse::<jiff::Timestamp>().map_or_else(
        |_| when.to_owned(),
        |time| {
            let local = time.to_zoned(TimeZone::system());
            local.strftime("%Y-%m-%d %H:%M").to_string()
        },
    )
}

impl App {
    /// Opens the history of the record in hand.
    pub(in crate::app) fn open_past(&mut self) {
        let Some(key) = self.in_hand() else {
            self.message = Some(words::NOTHING_IN_HAND.into());
            return;
        };
        self.desk.past = Reach {
            of: self.library().id(key).to_owned(),
            most: FIRST,
            more: 0,
        };
        let (title, choices) = self.past_of(key);
        // What is under way will be in it.
        if choices.is_empty() && !self.is_writing() {
            self.message = Some(words::NO_HISTORY.into());
            return;
        }
        let mut picker = Picker::new(title, choices);
        // Its keys go through it until one wants to narrow it, as those of what is still open.
        picker.typing = false;
        self.layers.push(Layer::Past(picker));
    }

    /// Makes the history that is open anew, after something was written; whether one is.
    pub(super) fn renew_past(&mut self) -> bool {
        if !matches!(self.layers.last(), Some(Layer::Past(_))) {
            return false;
        }
        let Some(key) = self.library().with_id(&self.desk.past.of) else {
            return false;
        };
        let (title, choices) = self.past_of(key);
        if let Some(Layer::Past(picker)) = self.layers.last_mut() {
            picker.title = title;
            picker.renew(choices, |old, new| old == new);
        }
        true
    }

    /// Reads on in the history on top where its last row is in hand, or none is left of it that has what
    /// was typed.
    pub(in crate::app) fn read_on(&mut self) {
        while let Some(Layer::Past(picker)) = self.layers.last()
            && self.desk.past.more > 0
            && picker.selected + 1 >= picker.count()
        {
            self.desk.past.most *= 2;
            if !self.renew_past() {
                return;
            }
        }
    }

    /// The changes of a record, the newest first, and what stands above them: where they are not all,
    /// of how many.
    fn past_of(&mut self, key: Key) -> (Message, Vec<Choice<Past>>) {
        let Some(keeper) = &self.desk.keeper else {
            return (words::PAST_TITLE.into(), Vec::new());
        };
        let most = self.desk.past.most;
        let library = &self.shelf.library;
        let id = library.id(key);
        let mut choices = Vec::new();
        let lines = keeper.history().newest_first().into_iter().flatten();
        let mut lines = lines.filter(|line| line.is_about(id));
        for line in lines.by_ref().take(most) {
            // Its patch may be long, and is not asked for here.
            let line = Arc::new(Line {
                patch: None,
                ..line
            });
            for field in &line.fields {
                let lost = line.what == Deed::Conflict;
                let when = clock(&line.when);
                let (day, hour) = when.split_once(' ').unwrap_or((&when, ""));
                choices.push(Choice {
                    name: said::deed(library, &line, field, id),
                    aside: format!("{hour} {}", line.who),
                    group: Some(Message::new(day, day)),
                    value: Past {
                        line: Arc::clone(&line),
                        field: (field.sort == Sort::Set).then(|| field.at.clone()),
                        lost,
                        back: said::back(library, &line, field),
                    },
                });
            }
        }
        let more = lines.count();
        self.desk.past.more = more;
        let title = match more {
            0 => words::PAST_TITLE.into(),
            more => words::past_of(most, most + more),
        };
        (title, choices)
    }

    /// Brings back what stands in the row in hand of the history.
    pub(in crate::app) fn bring_back(&mut self) {
        let Some(Layer::Past(picker)) = self.layers.last() else {
            return;
        };
        let past = picker.current().map(|choice| choice.value.clone());
        let Some(Past {
            line,
            field,
            lost,
            back,
        }) = past
        else {
            self.layers.pop();
            return;
        };
        let moment = match lost {
            true => Moment::Since,
            false => Moment::Before,
        };
        let Some(at) = field else {
            self.layers.pop();
            return self.undo_this(&line);
        };
        let change = brought_back(&line, &at, moment);
        if change.is_none() {
            // The history stays: it is said what Enter does there.
            self.message = Some(back);
            return;
        }
        self.layers.pop();
        self.bring_back_by(Task::BringBack(line.id.clone(), at, moment), change);
    }
}
