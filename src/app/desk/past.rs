//! The history of a record as a list: each change, and the value that comes back with Enter.

use std::sync::Arc;

use jiff::tz::TimeZone;

use super::super::picker::{Choice, Picker};
use super::super::writer::Task;
use super::super::{App, Layer};
use super::said;
use crate::library::Library;
use crate::library::edit::FieldPath;
use crate::library::keep::{Deed, Keeper, Line, Moment, Sort, brought_back};
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
    /// Counts how often it was to be read, of whatever record.
    asked: u64,
    /// The last of these that is shown.
    read: u64,
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
    /// Opens the history of the record in hand, which is read meanwhile.
    pub(in crate::app) fn open_past(&mut self) {
        let Some(key) = self.in_hand() else {
            self.message = Some(words::NOTHING_IN_HAND.into());
            return;
        };
        if self.desk.keeper.is_none() {
            self.message = Some(words::NO_HISTORY.into());
            return;
        }
        self.desk.past = Reach {
            of: self.library().id(key).to_owned(),
            most: FIRST,
            ..self.desk.past
        };
        let mut picker = Picker::new(words::PAST_TITLE.into(), Vec::new());
        // Its keys go through it until one wants to narrow it, as those of what is still open.
        picker.typing = false;
        self.layers.push(Layer::Past(picker));
        self.read_past();
    }

    /// Whether the history that is open is still being read.
    #[must_use]
    pub const fn is_reading_past(&self) -> bool {
        self.desk.past.read < self.desk.past.asked
    }

    /// Has the history that is open read.
    fn read_past(&mut self) {
        let past = &mut self.desk.past;
        past.asked += 1;
        let (of, most, asked) = (past.of.clone(), past.most, past.asked);
        let read = move |keeper: &Keeper| {
            let lines = keeper.history().newest_first().into_iter().flatten();
            let mut lines = lines.filter(|line| line.is_about(&of));
            // Their patches may be long, and are not asked for here.
            let first = lines.by_ref().take(most).map(|line| Line {
                patch: None,
                ..line
            });
            let first: Vec<Line> = first.collect();
            (first, lines.count())
        };
        self.read_history(read, move |app, (lines, more)| {
            // Another was opened since, or more of this one is being read.
            if app.desk.past.asked == asked {
                app.desk.past.read = asked;
                app.show_past(lines, more);
            }
        });
    }

    /// Has the history that is open read anew, after something was written.
    pub(super) fn renew_past(&mut self) {
        if matches!(self.layers.last(), Some(Layer::Past(_))) {
            self.read_past();
        }
    }

    /// Reads on in the history on top where its last row is in hand, or none is left of it that has what
    /// was typed.
    pub(in crate::app) fn read_on(&mut self) {
        if let Some(Layer::Past(picker)) = self.layers.last()
            && self.desk.past.more > 0
            && !self.is_reading_past()
            && picker.selected + 1 >= picker.count()
        {
            self.desk.past.most *= 2;
            self.read_past();
        }
    }

    /// Shows the changes of a record, the newest first, in the history that is open; there are so many
    /// more. Above them stands of how many they are, where they are not all.
    fn show_past(&mut self, lines: Vec<Line>, more: usize) {
        let (is_writing, library) = (self.is_writing(), &self.shelf.library);
        let past = &mut self.desk.past;
        past.more = more;
        let choices: Vec<Choice<Past>> = lines
            .into_iter()
            .flat_map(|line| choices(library, Arc::new(line), &past.of))
            .collect();
        let mut layers = self.layers.iter();
        let Some(place) = layers.rposition(|layer| matches!(layer, Layer::Past(_))) else {
            return;
        };
        // What is under way will be in it.
        if choices.is_empty() && !is_writing {
            self.layers.remove(place);
            self.message = Some(words::NO_HISTORY.into());
            return;
        }
        if let Some(Layer::Past(picker)) = self.layers.get_mut(place) {
            picker.title = match more {
                0 => words::PAST_TITLE.into(),
                more => words::past_of(past.most, past.most + more),
            };
            picker.renew(choices, |old, new| old == new);
        }
        self.read_on();
    }

    /// Brings back what stands in the row in hand of the history.
    pub(in crate::app) fn bring_back(&mut self) {
        let Some(Layer::Past(picker)) = self.layers.last() else {
            return;
        };
        if picker.current().is_none() && self.is_reading_past() {
            return;
        }
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

/// The fields of a change, each as a row of the history of the record with this id.
fn choices(library: &Library, line: Arc<Line>, id: &str) -> Vec<Choice<Past>> {
    let lost = line.what == Deed::Conflict;
    let when = clock(&line.when);
    let (day, hour) = when.split_once(' ').unwrap_or((&when, ""));
    let fields = line.fields.iter().map(|field| Choice {
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
    fields.collect()
}
