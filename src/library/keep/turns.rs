//! What a person may undo and do again next, so that it can be shown before it is written. It is a
//! forecast: another window of the same person may have changed something since, and the history is
//! asked when it is written.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use serde_yaml::Value;

use super::history::{ChangeId, Deed, Line, Sort};
use super::turn::{back, is_deletion, not_written, to_become, turned};
use super::{Change, Keeper, Moment};
use crate::library::edit::FieldPath;

/// So many changes are known that can be undone one after another.
const MOST: usize = 100;
/// Where fewer are left, and there are more, the history is to be asked anew.
const FEW: usize = 20;
/// At most so many lines of the history are looked through.
const LOOKED_BACK: usize = 5000;

/// The changes of a person that can be undone, and those that can be done again. The lines are known
/// without their patches.
#[derive(Debug, Clone, Default)]
pub struct Turns {
    /// By the name of the change, the line that is turned back: its own, or that which did it again.
    undo: BTreeMap<ChangeId, Arc<Line>>,
    /// Those undone, the last one last.
    redo: Vec<Undone>,
    /// The changes that the person made, as far as is known: what is done again of another's cannot be
    /// undone as one's own.
    own: HashSet<ChangeId>,
    /// The newest line that was read; none where not all could be.
    newest: Option<ChangeId>,
    /// The history may have more that can be undone.
    more: bool,
    /// It was looked no further since enough was found: looked anew, more is found.
    is_full: bool,
}

/// What was found where it was looked what can be undone and done again.
#[derive(Debug)]
pub enum Looked {
    /// All of it.
    Anew(Turns),
    /// The lines that came to the history since, the oldest first.
    Since(Vec<Line>),
}

/// A change that was undone.
#[derive(Debug, Clone)]
pub struct Undone {
    /// Its name.
    pub of: ChangeId,
    /// The line that undid it.
    pub line: Arc<Line>,
    /// The person made the change, too: done again, it can be undone again.
    pub is_own: bool,
}

impl Turns {
    /// What the lines of a history come to for a person; they come newest first.
    fn of(mut lines: impl Iterator<Item = Line>, who: &str) -> Self {
        let mut turns = Self {
            more: true,
            ..Self::default()
        };
        // The last word on each change counts.
        let mut last: HashMap<ChangeId, Line> = HashMap::new();
        let mut turned: HashSet<ChangeId> = HashSet::new();
        let mut has_changed = false;
        for line in lines.by_ref().take(LOOKED_BACK) {
            turns.newest.get_or_insert_with(|| line.id.clone());
            match (line.what, line.of.clone()) {
                (Deed::Conflict, _) => {}
                (Deed::Undo | Deed::Redo, Some(of)) => {
                    let is_own = line.what == Deed::Undo && line.who == who;
                    let counts = line.what == Deed::Redo || is_own;
                    if !has_changed && counts && turned.insert(of.clone()) && is_own {
                        turns.redo.push(Undone {
                            of: of.clone(),
                            line: plain(&line),
                            is_own: false,
                        });
                    }
                    last.entry(of).or_insert(line);
                }
                (Deed::Pass, _) => {
                    for of in line.passed_by(who) {
                        turned.insert(of.clone());
                        last.entry(of.clone()).or_insert_with(|| line.clone());
                    }
                }
                _ if line.who == who => {
                    has_changed = true;
                    turns.own.insert(line.id.clone());
                    let last = last.remove(&line.id);
                    if last.as_ref().is_none_or(|last| last.what == Deed::Redo) {
                        let turned = plain(last.as_ref().unwrap_or(&line));
                        turns.undo.insert(line.id, turned);
                        if turns.undo.len() == MOST {
                            turns.is_full = true;
                            break;
                        }
                    }
                }
                _ => {}
            }
        }
        turns.more = lines.next().is_some();
        turns.redo.reverse();
        for undone in &mut turns.redo {
            undone.is_own = turns.own.contains(&undone.of);
        }
        turns
    }

    /// A line was written by this person.
    pub fn told(&mut self, line: &Line) {
        match (line.what, &line.of) {
            (Deed::Conflict, _) => {}
            (Deed::Undo, Some(of)) => {
                self.undo.remove(of);
                self.redo.retain(|undone| undone.of != *of);
                self.redo.push(Undone {
                    of: of.clone(),
                    line: plain(line),
                    is_own: self.own.contains(of),
                });
            }
            (Deed::Redo, Some(of)) => {
                self.done_again(of, line);
            }
            (Deed::Pass, _) => {
                for of in line.passed_by(&line.who) {
                    self.undo.remove(of);
                    self.redo.retain(|undone| undone.of != *of);
                }
            }
            _ => {
                self.redo.clear();
                self.own.insert(line.id.clone());
                self.undo.insert(line.id.clone(), plain(line));
                if self.undo.len() > MOST {
                    self.undo.pop_first();
                    (self.more, self.is_full) = (true, true);
                }
            }
        }
    }

    /// Lines have come to the history since it was read, the oldest first: of others, and of this person
    /// also those that are known already.
    pub fn heard(&mut self, lines: &[Line], who: &str) {
        for line in lines {
            match (line.what, &line.of) {
                _ if line.who == who => self.told(line),
                (Deed::Undo, Some(of)) => _ = self.undo.remove(of),
                (Deed::Redo, Some(of)) => self.done_again(of, line),
                _ => {}
            }
        }
        if let Some(last) = lines.last() {
            self.newest = Some(last.id.clone());
        }
    }

    /// A line has done a change again, which may be known already.
    fn done_again(&mut self, of: &ChangeId, line: &Line) {
        self.redo.retain(|undone| undone.of != *of);
        if self.own.contains(of) {
            self.undo.insert(of.clone(), plain(line));
        }
    }

    /// The newest line that was read; none where the history is to be read anew.
    #[must_use]
    pub const fn newest(&self) -> Option<&ChangeId> {
        self.newest.as_ref()
    }

    /// The changes that can be undone, by their names, each with the line that is turned back.
    pub fn undo(&self) -> impl Iterator<Item = (&ChangeId, &Arc<Line>)> {
        self.undo.iter()
    }

    /// The change that is undone and done again with this one, and was made before it.
    #[must_use]
    pub fn with(&self, of: &ChangeId) -> Option<&ChangeId> {
        self.line(of)?.with.as_ref()
    }

    /// The line by which this change is turned back.
    #[must_use]
    pub fn line(&self, of: &ChangeId) -> Option<&Arc<Line>> {
        let mut undone = self.redo.iter();
        let undone = || Some(&undone.find(|undone| undone.of == *of)?.line);
        self.undo.get(of).or_else(undone)
    }

    /// Those that can be done again, the last one last.
    #[must_use]
    pub fn redo(&self) -> &[Undone] {
        &self.redo
    }

    /// Whether the history may have more that can be undone.
    #[must_use]
    pub const fn has_more(&self) -> bool {
        self.more
    }

    /// Whether the history is to be asked anew, before what is known comes to its end.
    #[must_use]
    pub fn is_low(&self) -> bool {
        self.more && self.is_full && self.undo.len() < FEW
    }
}

/// A line without its patch, which may be long.
fn plain(line: &Line) -> Arc<Line> {
    Arc::new(Line {
        patch: None,
        ..line.clone()
    })
}

/// The change that turns a line back, to be shown before it is made; of a conflict the one that writes
/// what was not written. None where the line tells of a whole file.
#[must_use]
pub fn turned_back(line: &Line) -> Option<Change> {
    let task = match line.what {
        Deed::Conflict => not_written(line),
        _ => back(line),
    };
    (!line.is_of_file()).then(|| Change {
        file: line.file.clone(),
        record: line.record.clone(),
        edits: task.edits,
        seen: task.seen,
    })
}

/// The change that gives a field a value that it had once, to be shown before it is made; none where
/// that is not to be done.
#[must_use]
pub fn brought_back(line: &Line, at: &FieldPath, moment: Moment) -> Option<Change> {
    Some(Change {
        file: line.file.clone(),
        record: line.record.clone(),
        edits: vec![to_become(at, value_at(line, at, moment)?)],
        seen: Vec::new(),
    })
}

/// The value that a field had before a line of the history, or since; none where it is not to be
/// brought back.
pub(super) fn value_at<'l>(
    line: &'l Line,
    at: &FieldPath,
    moment: Moment,
) -> Option<Option<&'l Value>> {
    let mut fields = line.fields.iter();
    let field = fields.find(|field| field.at == *at && field.sort == Sort::Set)?;
    if line.what == Deed::Conflict && is_deletion(field) {
        return None;
    }
    Some(match moment {
        Moment::Before => field.was.as_ref(),
        Moment::Since => field.became.as_ref(),
    })
}

/// The line that turning this one back will write, as far as it can be told before: to say what it
/// comes to. Of a conflict that is the change that was not made.
#[must_use]
pub fn line_back(line: &Line, what: Deed) -> Line {
    if line.what == Deed::Conflict {
        return Line {
            what: Deed::Change,
            of: Some(line.id.clone()),
            patch: None,
            ..line.clone()
        };
    }
    Line {
        what,
        of: Some(line.id.clone()),
        fields: line.fields.iter().rev().map(turned).collect(),
        patch: None,
        ..line.clone()
    }
}

impl Keeper {
    /// What this person may undo and do again next. Reads the history from its end, as far as it can
    /// be read: what is behind that is not known.
    #[must_use]
    pub fn turns(&self) -> Turns {
        let mut is_known = true;
        let lines = self.history.newest_first_or_why();
        let lines = lines.map_err(|_| is_known = false).into_iter().flatten();
        let mut failed = false;
        let lines = lines.map_while(|line| line.map_err(|_| failed = true).ok());
        let mut turns = Turns::of(lines, &self.who);
        if failed || !is_known {
            (turns.more, turns.newest) = (true, None);
        }
        turns
    }

    /// The lines that were added to the history after this one, the oldest first and without their
    /// patches; none where it is to be read anew.
    #[must_use]
    pub fn lines_since(&self, newest: &ChangeId) -> Option<Vec<Line>> {
        let mut since = Vec::new();
        for line in self.history.newest_first_or_why().ok()?.take(LOOKED_BACK) {
            let line = line.ok()?;
            if line.id <= *newest {
                since.reverse();
                return Some(since);
            }
            since.push(Line {
                patch: None,
                ..line
            });
        }
        None
    }
}

#[cfg(test)]
mod tests;
