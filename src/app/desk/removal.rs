//! The question before a record is deleted, or before the beginning or the end of a call is undone: what
//! goes with it, what refers to it, and what becomes of that.

mod of_call;

use std::sync::Arc;

use serde_yaml::Value;

use super::super::{App, Layer};
use super::writing::Back;
use crate::library::keep::wish::{self, Removal};
use crate::library::keep::{ChangeId, Keeper, value_of};
use crate::library::{Key, Library};
use crate::report::{Kind, Language};
use crate::words::label::{Label, plural};
use crate::words::{Message, Phrase, removal as words};

/// So many of the records that refer to it are named, of each sort.
const NAMED: usize = 3;

/// What a record goes by.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Goes {
    /// It is deleted.
    Deleted,
    /// The record that the end of a call wrote goes by undoing the change with this name.
    Record(ChangeId),
    /// The same of what was written into a meeting that was made beforehand.
    Written(ChangeId),
    /// It is the call itself: its beginning, which is what this order did, is taken back.
    Call(u64),
    /// The same: it is thrown away again, as this order did.
    CallAgain(u64),
}

/// The question whether a record is to go.
pub struct RemovalLayer {
    goes: Goes,
    /// The record as it was shown, without its own id.
    shown: Option<Value>,
    /// What is to go: its kind, its title, its full id.
    pub what: (Phrase, Message, String),
    /// What is told of it, in the order in which it is read.
    pub told: Vec<Told>,
    /// The choice in hand, among [`RemovalLayer::choices`].
    pub selected: usize,
}

/// Something that is told of what is to be deleted.
#[derive(PartialEq, Eq)]
pub struct Told {
    /// What it is about.
    pub about: Message,
    /// Records that are named: the title and the id of each.
    pub named: Vec<(Message, String)>,
}

impl RemovalLayer {
    /// What is asked.
    #[must_use]
    pub const fn title(&self) -> Phrase {
        match self.goes {
            Goes::Deleted => words::QUESTION,
            Goes::Record(_) => words::QUESTION_OF_RECORD,
            Goes::Written(_) => words::QUESTION_OF_WRITTEN,
            Goes::Call(_) => words::QUESTION_OF_CALL,
            Goes::CallAgain(_) => words::QUESTION_OF_CALL_AGAIN,
        }
    }

    /// What can be done; what loses nothing comes first.
    #[must_use]
    pub const fn choices(&self) -> [Phrase; 2] {
        match self.goes {
            Goes::Deleted => [words::KEEP, words::DELETE],
            Goes::Record(_) => [words::KEEP, words::UNDO_RECORD],
            Goes::Written(_) => [words::KEEP, words::UNDO_WRITTEN],
            Goes::Call(_) => [words::KEEP_CALL, words::UNDO_CALL],
            Goes::CallAgain(_) => [words::KEEP_CALL, words::THROW_AWAY],
        }
    }

    /// How it comes back.
    #[must_use]
    pub const fn comes_back(&self) -> Phrase {
        match self.goes {
            Goes::Deleted => words::COMES_BACK,
            Goes::Record(_) => words::CALL_STAYS_OVER,
            Goes::Written(_) => words::MEETING_STAYS,
            Goes::Call(_) => words::CALL_COMES_AGAIN,
            Goes::CallAgain(_) => words::CALL_COMES_BACK,
        }
    }

    /// Moves the choice in hand, and stops at the ends.
    pub fn step(&mut self, by: isize) {
        self.selected = self
            .selected
            .saturating_add_signed(by)
            .min(self.choices().len() - 1);
    }

    /// Whether another question is about the same.
    fn is_as(&self, other: &Self) -> bool {
        self.goes == other.goes
            && self.what == other.what
            && self.told == other.told
            && self.shown == other.shown
    }
}

impl App {
    /// Asks whether the record in hand is to be deleted.
    pub(in crate::app) fn ask_removal(&mut self) {
        let Some(key) = self.pointed_at() else {
            self.message = Some(crate::words::desk::NOTHING_IN_HAND.into());
            return;
        };
        let depth = self.layers.len();
        self.with_removal(key, move |app, removal| {
            // Whoever has gone on meanwhile is asked nothing.
            if app.layers.len() == depth && app.pointed_at() == Some(key) {
                let layer = app.removal(key, &removal);
                app.layers.push(Layer::Removal(Box::new(layer)));
            }
        });
    }

    /// Goes on with what the deletion of a record means, or says why it cannot be deleted. Where its file has
    /// something wrong in it, that is read for it, and the keys go on meanwhile; where the library has
    /// changed by then, nothing is done.
    fn with_removal(&mut self, key: Key, then: impl FnOnce(&mut Self, Removal) + Send + 'static) {
        let day = self.day();
        let Some(desk) = self.wish() else { return };
        let removal = match wish::remove(&desk, key) {
            Ok(removal) => removal,
            Err(why) => return self.message = Some(why),
        };
        if !removal.is_to_be_read(self.library(), key) {
            return then(self, removal);
        }
        self.message = Some(words::READING.into());
        let id = self.library().id(key).to_owned();
        let shelf = Arc::clone(self.shelf());
        let read = {
            let shelf = Arc::clone(&shelf);
            move |keeper: &Keeper| {
                let mut removal = removal;
                let desk = wish::Desk::of(&shelf.library, keeper.folder(), day);
                removal.read(&desk, key);
                removal
            }
        };
        self.read_history(read, move |app, removal| {
            if app.message == Some(words::READING.into()) {
                app.message = None;
            }
            match Arc::ptr_eq(&shelf, app.shelf()) {
                true => then(app, removal),
                // It was asked about twice, and is deleted.
                false if app.library().with_id(&id).is_none() => {}
                false => app.message = Some(words::CHANGED_MEANWHILE.into()),
            }
        });
    }

    fn removal(&self, key: Key, removal: &Removal) -> RemovalLayer {
        let library = self.library();
        let named = |key: &Key| titled(library, *key);
        let (title, id) = named(&key);
        let mut told = Vec::new();
        if !removal.with.is_empty() {
            let counts = Kind::ALL.into_iter().filter_map(|kind| {
                let of_kind = removal.with.iter();
                let count = of_kind.filter(|key| library.kind(**key) == kind).count();
                (count > 0).then(|| (plural(kind), count))
            });
            told.push(Told {
                about: words::with(&counts.collect::<Vec<_>>()),
                named: Vec::new(),
            });
        }
        let (freed, cut) = (&removal.freed, &removal.cut);
        let (needing, left) = (&removal.needing, &removal.left);
        let naming = [
            (words::freed(freed.len()), freed),
            (words::cut(cut.len()), cut),
            (words::needing(needing.len()), needing),
            (words::left(left.len()), left),
        ];
        let refers = naming.iter().any(|(_, all)| !all.is_empty());
        for (about, all) in naming {
            if !all.is_empty() {
                let named = all.iter().take(NAMED).map(named).collect();
                told.push(Told { about, named });
            }
        }
        if !removal.unread.is_empty() {
            let at: Vec<String> = removal.unread.iter().take(NAMED).cloned().collect();
            told.push(Told {
                about: words::unread(&at),
                named: Vec::new(),
            });
        }
        if !refers && removal.unread.is_empty() {
            told.push(Told {
                about: words::NOTHING_REFERS.into(),
                named: Vec::new(),
            });
        }
        let mut shown = value_of(library, key, &[]);
        if let Some(Value::Mapping(fields)) = &mut shown {
            fields.remove("id");
        }
        RemovalLayer {
            goes: Goes::Deleted,
            shown,
            what: (library.kind(key).label(), title, id),
            told,
            selected: 0,
        }
    }

    /// Does what was chosen. The record is looked at once more: what one was not asked about is not
    /// deleted.
    pub(in crate::app) fn settle_removal(&mut self) {
        let Some(Layer::Removal(layer)) = self.layers.pop() else {
            return;
        };
        if layer.selected == 0 {
            self.message = Some(match layer.goes {
                Goes::Deleted => words::KEPT.into(),
                _ => words::NOT_UNDONE.into(),
            });
            return;
        }
        match &layer.goes {
            Goes::Deleted => {}
            Goes::Record(of) | Goes::Written(of) => {
                let of = of.clone();
                return self.with_undone_next(move |app, next| match next {
                    Some((next, _)) if next == of => app.undo_change(),
                    _ => app.message = Some(words::NOT_NEXT.into()),
                });
            }
            Goes::Call(act) => return self.turn_call_away(*act, true),
            Goes::CallAgain(act) => return self.turn_call_away(*act, false),
        }
        let Some(key) = self.library().with_id(&layer.what.2) else {
            self.message = Some(crate::words::desk::GONE.into());
            return;
        };
        let depth = self.layers.len();
        self.with_removal(key, move |app, removal| {
            let again = app.removal(key, &removal);
            if again.is_as(&layer) {
                app.write(removal.change, Back::default());
            } else if app.layers.len() == depth {
                app.layers.push(Layer::Removal(Box::new(again)));
                app.message = Some(words::ASKED_AGAIN.into());
            } else {
                app.message = Some(words::CHANGED_MEANWHILE.into());
            }
        });
    }
}

/// The title of a record, and its id.
fn titled(library: &Library, key: Key) -> (Message, String) {
    let title = |language| library.title(key, language).into_owned();
    let title = Message::new(title(Language::Arabic), title(Language::English));
    (title, library.id(key).to_owned())
}
