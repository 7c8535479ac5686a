//! Who writes while one goes on: changes are handed over and written one after another, in the order
//! in which they were made; what became of each comes back later. So neither a slow disk nor one who
//! holds the library's lock keeps the screen from answering a key.

mod beside;

use std::collections::{HashMap, VecDeque};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use serde_yaml::Value;

use crate::library::edit::{Edit, FieldPath, Step};
use crate::library::keep::field::names_entries;
use crate::library::keep::wish::Made;
use crate::library::keep::{Change, ChangeId, Done, KeepError, Keeper, Moment};
use crate::library::{Source, Volume};

pub use beside::Beside;

/// What is to be written.
#[derive(Debug, Clone)]
pub enum Task {
    /// A change.
    Change(Change),
    /// A new report.
    Make(Made),
    /// The person's last change is undone.
    Undo,
    /// What the person undid last is done again.
    Redo,
    /// This change is undone.
    UndoThis(ChangeId),
    /// A field gets a value that it had once.
    BringBack(ChangeId, FieldPath, Moment),
}

/// Something to be written, in its order.
#[derive(Debug, Clone)]
pub struct Order {
    /// Counts the orders; they are carried out as they are counted.
    pub number: u64,
    /// What is to be written.
    pub task: Task,
    /// The order that adds a record which this one names: where that was not carried out, this one
    /// is not either; where the record got another id, it is named by that.
    pub after: Option<u64>,
}

/// What became of an order.
#[derive(Debug)]
pub struct Outcome {
    /// The number of the order.
    pub number: u64,
    /// What was written, or why nothing was; none where the order before it, on which it depends,
    /// was not carried out.
    pub made: Option<Result<Done, KeepError>>,
    /// The file as it stands since, where it was written or another had changed it; none where it
    /// was taken away.
    pub volume: Option<Volume>,
}

/// Carries out orders.
pub trait Writer {
    /// Takes an order; those taken before it are carried out before it.
    fn hand_over(&mut self, order: Order);

    /// What became of the next order, waiting for it at the longest so long; each once, in their
    /// order.
    fn outcome(&mut self, longest: Duration) -> Option<Outcome>;
}

/// Who carries out one order after another, by a keeper.
pub struct Clerk {
    keeper: Arc<Keeper>,
    /// What became of the last orders that added something: the ids wished for and given; none
    /// where it was not added.
    last: HashMap<u64, Option<Vec<(String, String)>>>,
}

/// As many orders are remembered; one that depends on another comes soon after it.
const REMEMBERED: u64 = 16;

impl Clerk {
    /// One who writes by this keeper.
    #[must_use]
    pub fn new(keeper: Arc<Keeper>) -> Self {
        Self {
            keeper,
            last: HashMap::new(),
        }
    }

    /// Carries out an order; waits as long as the keeper does.
    pub fn carry_out(&mut self, order: Order) -> Outcome {
        let Order {
            number,
            mut task,
            after,
        } = order;
        match after.and_then(|after| self.last.get(&after)) {
            Some(None) => {
                self.last.insert(number, None);
                return Outcome {
                    number,
                    made: None,
                    volume: None,
                };
            }
            Some(Some(renamed)) => name_anew(&mut task, renamed),
            None => {}
        }
        let keeper = &self.keeper;
        let made = match &task {
            Task::Change(change) => keeper.change(change),
            Task::Make(made) => keeper.make_report(&made.file(), &made.id, &made.text),
            Task::Undo => keeper.undo(),
            Task::Redo => keeper.redo(),
            Task::UndoThis(id) => keeper.undo_this(id),
            Task::BringBack(id, at, moment) => keeper.bring_back(id, at, *moment),
        };
        let file = match (&made, &task) {
            (Ok(done), _) => Some(done.line.file.as_str()),
            (Err(_), Task::Change(change)) => Some(change.file.as_str()),
            (Err(_), _) => None,
        };
        let is_other = matches!(
            made,
            Ok(_) | Err(KeepError::Conflict(_) | KeepError::Unchanged)
        );
        let volume = file
            .filter(|_| is_other)
            .map(|file| keeper.folder().join(file));
        let volume = volume.filter(|path| path.exists()).map(|path| read(&path));
        let renamed = made.as_ref().ok().map(|done| done.renamed.clone());
        self.last.insert(number, renamed);
        self.last.retain(|known, _| known + REMEMBERED > number);
        Outcome {
            number,
            made: Some(made),
            volume,
        }
    }
}

fn read(path: &Path) -> Volume {
    Volume::read(&Source::file(path))
}

/// Names an entry of the directory by the id that was given.
fn name_anew(task: &mut Task, renamed: &[(String, String)]) {
    let Task::Change(change) = task else { return };
    for edit in &mut change.edits {
        if let Edit::Set { at, value }
        | Edit::Insert {
            list: at, value, ..
        } = edit
        {
            let mut steps = at.0.iter().rev();
            let field = steps.find_map(|step| match step {
                Step::Key(key) => Some(key.as_str()),
                Step::Id(_) | Step::Place(_) => None,
            });
            name_in(field.unwrap_or_default(), value, renamed);
        }
    }
}

/// The same in the value of a field; only what names entries of the directory is named anew.
fn name_in(field: &str, value: &mut Value, renamed: &[(String, String)]) {
    match value {
        Value::String(text) if names_entries(field) => {
            if let Some((_, given)) = renamed.iter().find(|(wished, _)| wished == text) {
                given.clone_into(text);
            }
        }
        Value::Sequence(all) => all.iter_mut().for_each(|one| name_in(field, one, renamed)),
        Value::Mapping(map) => {
            for (key, value) in map {
                name_in(key.as_str().unwrap_or_default(), value, renamed);
            }
        }
        _ => {}
    }
}

/// Writes at once, on the same thread: for tests, and where each change is waited for anyhow.
pub struct InStep {
    clerk: Clerk,
    outcomes: VecDeque<Outcome>,
}

impl InStep {
    /// One who writes by this keeper.
    #[must_use]
    pub fn new(keeper: Arc<Keeper>) -> Self {
        Self {
            clerk: Clerk::new(keeper),
            outcomes: VecDeque::new(),
        }
    }
}

impl Writer for InStep {
    fn hand_over(&mut self, order: Order) {
        let outcome = self.clerk.carry_out(order);
        self.outcomes.push_back(outcome);
    }

    fn outcome(&mut self, _: Duration) -> Option<Outcome> {
        self.outcomes.pop_front()
    }
}

#[cfg(test)]
mod tests;
