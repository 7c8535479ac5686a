//! The question before a record is deleted, or undone with the end of its call: what goes with it, what refers to it, and what becomes of
//! that.

use serde_yaml::Value;

use super::super::{App, Layer};
use super::writing::Back;
use crate::library::keep::wish::{self, Removal};
use crate::library::keep::{ChangeId, value_of};
use crate::library::live::record;
use crate::library::{Key, Library};
use crate::report::{Kind, Language, Record};
use crate::words::label::{Label, plural};
use crate::words::{Message, Phrase, minutes, removal as words, ui};

/// So many of the records that refer to it are named, of each sort.
const NAMED: usize = 3;

/// What a record goes by.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Goes {
    /// It is deleted.
    Deleted,
    /// What the end of a call wrote is undone: the change with this name.
    Undone(ChangeId),
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
            Goes::Undone(_) => words::QUESTION_OF_CALL,
        }
    }

    /// What can be done; what loses nothing comes first.
    #[must_use]
    pub const fn choices(&self) -> [Phrase; 2] {
        match self.goes {
            Goes::Deleted => [words::KEEP, words::DELETE],
            Goes::Undone(_) => [words::KEEP, words::UNDO_CALL],
        }
    }

    /// How it comes back.
    #[must_use]
    pub const fn comes_back(&self) -> Phrase {
        match self.goes {
            Goes::Deleted => words::COMES_BACK,
            Goes::Undone(_) => words::CALL_STAYS_OVER,
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
        let Some(desk) = self.wish() else { return };
        match wish::remove(&desk, key) {
            Ok(removal) => {
                let layer = self.removal(key, &removal);
                self.layers.push(Layer::Removal(Box::new(layer)));
            }
            Err(why) => self.message = Some(why),
        }
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

    /// Where an undoing would take away what the end of a call wrote, asks first: it is the work of an
    /// hour, and not of one key. Says whether it is not to be undone now.
    pub(super) fn asks_of_call(&mut self) -> bool {
        if self.desk.writing.ends_call() {
            self.message = Some(words::CALL_UNWRITTEN.into());
            return true;
        }
        let Some((of, line)) = self.undone_next() else {
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
        let there = meeting.attendance.as_ref();
        let there = there.map_or(0, |all| {
            all.countries.iter().count() + all.bodies.iter().count()
        });
        let counts = [
            (minutes::PRESENT, there),
            (minutes::TAKEN_UP, meeting.taken_up.len()),
            (minutes::AGREED, meeting.agreed.iter().count()),
            (minutes::DEFERRED, meeting.deferred.iter().count()),
            (ui::MADE_THERE, meeting.made.iter().count()),
        ];
        let counts: Vec<(Phrase, usize)> =
            counts.into_iter().filter(|(_, count)| *count > 0).collect();
        let told = (!counts.is_empty()).then(|| Told {
            about: words::of_call(&counts),
            named: Vec::new(),
        });
        let (title, id) = titled(library, key);
        let layer = RemovalLayer {
            goes: Goes::Undone(of),
            shown: None,
            what: (library.kind(key).label(), title, id),
            told: told.into_iter().collect(),
            selected: 0,
        };
        self.layers.push(Layer::Removal(Box::new(layer)));
        true
    }

    /// Does what was chosen. The record is looked at once more: what one was not asked about is not
    /// deleted.
    pub(in crate::app) fn settle_removal(&mut self) {
        let Some(Layer::Removal(layer)) = self.layers.pop() else {
            return;
        };
        if layer.selected == 0 {
            self.message = Some(words::KEPT.into());
            return;
        }
        if let Goes::Undone(of) = &layer.goes {
            match self.undone_next() {
                Some((next, _)) if next == *of => self.undo_change(),
                _ => self.message = Some(words::NOT_NEXT.into()),
            }
            return;
        }
        let Some(key) = self.library().with_id(&layer.what.2) else {
            self.message = Some(crate::words::desk::GONE.into());
            return;
        };
        let Some(desk) = self.wish() else { return };
        match wish::remove(&desk, key) {
            Ok(removal) => {
                let again = self.removal(key, &removal);
                if again.is_as(&layer) {
                    self.write(removal.change, Back::default());
                } else {
                    self.layers.push(Layer::Removal(Box::new(again)));
                    self.message = Some(words::ASKED_AGAIN.into());
                }
            }
            Err(why) => self.message = Some(why),
        }
    }
}

/// The title of a record, and its id.
fn titled(library: &Library, key: Key) -> (Message, String) {
    let title = |language| library.title(key, language).into_owned();
    let title = Message::new(title(Language::Arabic), title(Language::English));
    (title, library.id(key).to_owned())
}
