//! A field that another changed meanwhile: both versions side by side, and what is to become of them.

mod settle;

use serde_yaml::Value;

use super::super::App;
use super::field::is_wording;
use super::{said, typed_of};
use crate::library::Library;
use crate::library::edit::{Edit, FieldPath};
use crate::library::keep::told::record_at;
use crate::library::keep::{Answer, Change, ChangeId, Clash, Conflict, Deed};
use crate::report::{Kind, Language};
use crate::words::{Message, Phrase, clash as clash_words, desk as words, removal};

/// Two versions of a field, and the choice between them.
pub struct ClashLayer {
    /// The change that was not made.
    change: Change,
    clashes: Vec<Clash>,
    /// The change that was to be undone or done again.
    of: Option<ChangeId>,
    /// What was asked of another that one key made together with it, and answered.
    answered: Vec<Answer>,
    /// The title of the record.
    pub record: Message,
    /// Each field in which two versions stand.
    pub fields: Vec<Both>,
    /// Where the version of the person comes from.
    pub origin: Origin,
    /// Whether the person wanted the record deleted.
    pub is_removal: bool,
    /// The choice in hand, among [`ClashLayer::choices`].
    pub selected: usize,
    /// The first row of the versions that was seen when they were last drawn.
    pub offset: Option<usize>,
}

/// Where the version of the person comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// It was typed or chosen.
    Typed,
    /// An undoing would bring it back.
    Undo,
    /// Doing again would.
    Redo,
}

impl Origin {
    const fn of(what: Deed) -> Self {
        match what {
            Deed::Undo => Self::Undo,
            Deed::Redo => Self::Redo,
            Deed::Change | Deed::Conflict | Deed::Pass => Self::Typed,
        }
    }
}

/// Both versions of a field.
pub struct Both {
    /// What the field is called.
    pub label: Message,
    /// The keys of the field in its record.
    pub(super) path: Vec<String>,
    /// What stands in the file now.
    pub theirs: Message,
    /// Who wrote that, and when.
    pub by: Message,
    /// What the person typed, or what would come back; of a record that was to be deleted, what the person saw there.
    pub yours: Message,
}

/// What can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settle {
    /// What is in the file stays.
    Theirs,
    /// What was typed takes its place.
    Yours,
    /// What was typed is edited once more.
    Edit,
    /// What was typed goes behind what is in the file.
    Both,
}

impl ClashLayer {
    /// What can be done; what loses nothing of another's comes first.
    #[must_use]
    pub fn choices(&self) -> &'static [Settle] {
        // One field is edited; of several nothing may be left out unseen.
        if self.is_removal || self.fields.len() > 1 {
            return &[Settle::Theirs, Settle::Yours];
        }
        let is_wording = self.fields.iter().all(|field| is_wording(&field.path));
        let mut clashes = self.clashes.iter();
        let joins = clashes.all(|clash| settle::joined(clash).is_some());
        match self.origin == Origin::Typed && is_wording && joins {
            true => &[Settle::Theirs, Settle::Yours, Settle::Edit, Settle::Both],
            false => &[Settle::Theirs, Settle::Yours, Settle::Edit],
        }
    }

    /// What a choice is called.
    #[must_use]
    pub const fn word(&self, choice: Settle) -> Phrase {
        match (choice, self.is_removal, self.origin) {
            (Settle::Theirs, true, _) => removal::KEEP_CHANGED,
            (Settle::Yours, true, Origin::Undo) => clash_words::UNDO_ANYHOW,
            (Settle::Yours, true, Origin::Redo) => clash_words::REDO_ANYHOW,
            (Settle::Yours, true, _) => removal::DELETE_CHANGED,
            (Settle::Theirs, false, _) => clash_words::TAKE_THEIRS,
            (Settle::Yours, false, Origin::Typed) => clash_words::TAKE_YOURS,
            (Settle::Yours, false, Origin::Undo) => clash_words::UNDO_ANYHOW,
            (Settle::Yours, false, Origin::Redo) => clash_words::REDO_ANYHOW,
            (Settle::Edit, _, Origin::Typed) => clash_words::EDIT_YOURS,
            (Settle::Edit, ..) => clash_words::EDIT_BACK,
            (Settle::Both, ..) => clash_words::TAKE_BOTH,
        }
    }

    /// What is asked.
    #[must_use]
    pub const fn title(&self) -> Phrase {
        match (self.is_removal, self.origin) {
            (true, Origin::Undo) => clash_words::ADDED_CHANGED,
            (true, _) => removal::CHANGED_TITLE,
            (false, Origin::Typed) => clash_words::CONFLICT_TITLE,
            (false, _) => clash_words::CHANGED_SINCE,
        }
    }

    /// What stands above the version of the person.
    #[must_use]
    pub const fn yours(&self) -> Phrase {
        match (self.is_removal, self.origin) {
            (true, Origin::Typed) => removal::AS_SEEN,
            (true, _) => clash_words::AS_LEFT,
            (false, Origin::Typed) => clash_words::YOURS,
            (false, Origin::Undo) => clash_words::UNDO_GIVES,
            (false, Origin::Redo) => clash_words::REDO_GIVES,
        }
    }

    /// What the history would call it.
    const fn deed(&self) -> Deed {
        match self.origin {
            Origin::Redo => Deed::Redo,
            Origin::Undo | Origin::Typed => Deed::Undo,
        }
    }

    /// The full id of the record, and the places in its file of which it is asked.
    pub(super) fn named(&mut self) -> (&mut String, Vec<&mut FieldPath>) {
        let of_edits = self.change.edits.iter_mut().map(|edit| match edit {
            Edit::Set { at, .. } | Edit::Remove { at } | Edit::Move { at, .. } => at,
            Edit::Insert { list, .. } => list,
        });
        let seen = self.change.seen.iter_mut().map(|seen| &mut seen.at);
        let clashes = self.clashes.iter_mut().map(|clash| &mut clash.at);
        let all = of_edits.chain(seen).chain(clashes).collect();
        (&mut self.change.record, all)
    }

    /// The full id of the record.
    #[must_use]
    pub fn record(&self) -> &str {
        &self.change.record
    }

    /// Moves the choice in hand, and stops at the ends.
    pub fn step(&mut self, by: isize) {
        self.selected = self
            .selected
            .saturating_add_signed(by)
            .min(self.choices().len() - 1);
    }
}

impl App {
    /// The question what is to become of fields that another has changed.
    pub(super) fn clash(&self, conflict: Conflict, typed: Option<&Change>) -> ClashLayer {
        let Conflict {
            what,
            of,
            file,
            record,
            clashes,
            parts,
            answered,
        } = conflict;
        let origin = Origin::of(what);
        let of = of.filter(|_| origin != Origin::Typed);
        let change = typed.cloned().unwrap_or_else(|| Change {
            file,
            record,
            ..Change::default()
        });
        let library = &self.shelf.library;
        let is_whole = |clash: &Clash| {
            let kind = kind_at(library, &change, clash);
            clash.yours.is_none() && said::path_in(kind, &clash.at).is_empty()
        };
        let is_removal = change.is_removal() || clashes.iter().any(is_whole);
        let fields = match is_removal {
            true => {
                let parts = parts.iter().flatten();
                let fields = parts.map(|field| self.seen_and_there(&change, field));
                fields.collect()
            }
            false => {
                let fields = clashes.iter().map(|clash| self.both(&change, clash));
                fields.collect()
            }
        };
        let title = |language| {
            let key = library.with_id(&change.record);
            let title = key.map(|key| library.title(key, language).into_owned());
            title.unwrap_or_else(|| change.record.clone())
        };
        let record = Message::new(title(Language::Arabic), title(Language::English));
        ClashLayer {
            change,
            clashes,
            of,
            answered,
            record,
            fields,
            origin,
            is_removal,
            selected: 0,
            offset: None,
        }
    }

    /// Both versions of a field.
    fn both(&self, change: &Change, clash: &Clash) -> Both {
        let library = &self.shelf.library;
        let kind = kind_at(library, change, clash);
        let place = said::Place::of(library, library.with_id(&change.record));
        let path = said::path_in(kind, &clash.at);
        let told = |value: &Option<Value>| match kind {
            Some(kind) => said::told(place, kind, &path, value.as_ref()),
            None => Message::new(typed_of(value.as_ref()), typed_of(value.as_ref())),
        };
        let by = clash.by.as_ref();
        Both {
            label: kind.map_or_else(
                || Message::new(path.join("."), path.join(".")),
                |kind| said::label(kind, &path),
            ),
            theirs: told(&clash.theirs),
            by: by.map_or_else(
                || clash_words::OUTSIDE.into(),
                |by| words::by(&by.who, &super::past::clock(&by.when)),
            ),
            yours: told(&clash.yours),
            path,
        }
    }

    /// What another has changed in a field of a record that was to be deleted, or of a list out of which
    /// the reference to it was to be taken: what the person saw, and what stands there.
    fn seen_and_there(&self, change: &Change, field: &Clash) -> Both {
        let record = record_at(&change.record, &field.at);
        let both = self.both(change, field);
        match record == change.record {
            true => both,
            // The one of another record is named with it.
            false => Both {
                label: Message::new(
                    format!("{record}، {}", both.label.ar),
                    format!("{record}, {}", both.label.en),
                ),
                ..both
            },
        }
    }
}

/// The kind of the record in which a field stands.
fn kind_at(library: &Library, change: &Change, clash: &Clash) -> Option<Kind> {
    let record = record_at(&change.record, &clash.at);
    library.with_id(&record).map(|key| library.kind(key))
}
