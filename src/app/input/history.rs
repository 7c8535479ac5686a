//! What was changed in a text, to take it back and to make it again.

use super::Caret;

/// What a change was, which says whether the next one belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A letter: what is typed in a row is taken back a word at a time.
    Typing,
    /// A cluster erased: what is erased in a row is given back at once.
    Erasing,
    /// Anything else stands alone.
    Other,
}

/// One change: at a place, something in place of something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    /// Where, in bytes of the text before and after it.
    pub(super) at: usize,
    pub(super) removed: String,
    pub(super) inserted: String,
    pub(super) before: Caret,
    pub(super) after: Caret,
}

/// The changes, those that were made and those that were taken back, the latest last.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    done: Vec<Change>,
    undone: Vec<Change>,
    /// What the next change may belong to: cleared when the caret is moved.
    open: Option<Kind>,
}

impl History {
    /// Remembers a change that was made.
    pub(super) fn keep(&mut self, change: Change, kind: Kind) {
        self.undone.clear();
        let open = self.open.replace(kind) == Some(kind);
        match self.done.last_mut().filter(|_| open) {
            Some(last) if joins(last, &change, kind) => last.join(change),
            _ => self.done.push(change),
        }
    }

    /// What comes next is a change of its own.
    pub(super) const fn pause(&mut self) {
        self.open = None;
    }

    /// Takes back the last change; where the caret was before it.
    pub(super) fn undo(&mut self, text: &mut String) -> Option<Caret> {
        self.pause();
        let change = self.done.pop()?;
        replace(text, change.at, &change.inserted, &change.removed);
        let before = change.before;
        self.undone.push(change);
        Some(before)
    }

    /// Makes a change again; where the caret was after it.
    pub(super) fn redo(&mut self, text: &mut String) -> Option<Caret> {
        self.pause();
        let change = self.undone.pop()?;
        replace(text, change.at, &change.removed, &change.inserted);
        let after = change.after;
        self.done.push(change);
        Some(after)
    }
}

/// Whether a change goes on where the last one stopped. A letter after a blank begins a new word.
fn joins(last: &Change, next: &Change, kind: Kind) -> bool {
    match kind {
        Kind::Typing => {
            let new_word = last.inserted.ends_with(' ') && !next.inserted.starts_with(' ');
            let right_behind = next.at == last.at + last.inserted.len();
            next.removed.is_empty() && right_behind && !new_word
        }
        Kind::Erasing => {
            let right_before = next.at + next.removed.len() == last.at;
            let right_behind = next.at == last.at;
            last.inserted.is_empty() && (right_before || right_behind)
        }
        Kind::Other => false,
    }
}

impl Change {
    fn join(&mut self, next: Self) {
        if next.at < self.at {
            self.removed.insert_str(0, &next.removed);
            self.at = next.at;
        } else {
            self.removed.push_str(&next.removed);
        }
        self.inserted.push_str(&next.inserted);
        self.after = next.after;
    }
}

fn replace(text: &mut String, at: usize, old: &str, new: &str) {
    // The history is of this text and no other, so the old part stands there.
    if text.get(at..at + old.len()) == Some(old) {
        text.replace_range(at..at + old.len(), new);
    }
}
