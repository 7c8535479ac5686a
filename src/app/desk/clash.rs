//! A field that another changed meanwhile: both versions side by side, and what is to become of them.

use serde_yaml::Value;

use super::super::{App, Layer};
use super::writing::Back;
use super::{Draft, said, typed_of};
use crate::library::edit::Edit;
use crate::library::keep::{Change, Clash, Deed, FieldChange, Line, Seen};
use crate::words::{Message, Phrase, desk as words, removal};

/// Two versions of a field, and the choice between them.
pub struct ClashLayer {
    /// The change that was not made.
    change: Change,
    clashes: Vec<Clash>,
    /// Each field in which two versions stand.
    pub fields: Vec<Both>,
    /// The choice in hand, among [`ClashLayer::CHOICES`].
    pub selected: usize,
}

/// Both versions of a field.
pub struct Both {
    /// What the field is called.
    pub label: Message,
    /// The keys of the field in its record.
    path: Vec<String>,
    /// What stands in the file now.
    pub theirs: Message,
    /// Who wrote that, and when.
    pub by: Message,
    /// What the person typed.
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
}

/// What a choice is called.
#[must_use]
pub const fn settle_word(choice: Settle) -> Phrase {
    match choice {
        Settle::Theirs => words::TAKE_THEIRS,
        Settle::Yours => words::TAKE_YOURS,
        Settle::Edit => words::EDIT_YOURS,
    }
}

impl ClashLayer {
    /// What can be done; what loses nothing of another's comes first.
    pub const CHOICES: [Settle; 3] = [Settle::Theirs, Settle::Yours, Settle::Edit];

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
            .min(Self::CHOICES.len() - 1);
    }
}

impl App {
    /// The question what is to become of fields that another has changed.
    pub(super) fn clash(&self, clashes: Vec<Clash>, change: Option<&Change>) -> Option<ClashLayer> {
        // Of an undoing only the history knows the file and the record.
        let told = || {
            let keeper = self.desk.keeper.as_ref()?;
            let mut lines = keeper.history().newest_first().ok()?;
            let line = lines.find(|line| is_of(line, &clashes))?;
            Some(Change {
                file: line.file,
                record: line.record,
                ..Change::default()
            })
        };
        let change = change.cloned().or_else(told)?;
        let library = &self.shelf.library;
        let place = said::Place::of(library, library.with_id(&change.record));
        let kind = place.from.map(|key| library.kind(key));
        let fields = clashes.iter().map(|clash| {
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
                    || words::ANOTHER_PROGRAM.into(),
                    |by| words::by(&by.who, &super::past::clock(&by.when)),
                ),
                yours: match (&clash.yours, path.is_empty()) {
                    (None, true) => removal::TO_BE_DELETED.into(),
                    (yours, _) => told(yours),
                },
                path,
            }
        });
        let fields = fields.collect();
        Some(ClashLayer {
            change,
            clashes,
            fields,
            selected: 0,
        })
    }

    /// Does with the two versions what was chosen.
    pub(in crate::app) fn settle_clash(&mut self) {
        let Some(Layer::Clash(clash)) = self.layers.pop() else {
            return;
        };
        let id = clash.change.record.clone();
        match ClashLayer::CHOICES.get(clash.selected) {
            Some(Settle::Yours) => {
                if self.keeper().is_some() {
                    let drafts = self.take_drafts(&id, &clash.fields);
                    let back = Back {
                        drafts,
                        ..Back::default()
                    };
                    self.write(forced(&clash), back);
                }
            }
            Some(Settle::Edit) => {
                let first = clash.fields.first().zip(clash.clashes.first());
                if let Some((both, versions)) = first {
                    let text = typed_of(versions.yours.as_ref());
                    let of = (id.as_str(), clash.change.file.as_str());
                    self.edit_again(of, &both.path, &text, versions.theirs.clone());
                }
            }
            Some(Settle::Theirs) | None => {
                self.take_drafts(&id, &clash.fields);
                self.message = Some(words::KEPT_THEIRS.into());
            }
        }
        self.renew_forms();
    }

    fn take_drafts(&mut self, id: &str, fields: &[Both]) -> Vec<((String, String), Draft)> {
        let places = fields
            .iter()
            .map(|field| (id.to_owned(), field.path.join(".")));
        places
            .filter_map(|place| self.desk.drafts.remove_entry(&place))
            .collect()
    }
}

/// Whether a line of the history tells of this conflict.
fn is_of(line: &Line, clashes: &[Clash]) -> bool {
    let same = |(field, clash): (&FieldChange, &Clash)| {
        (&field.at, &field.was, &field.became) == (&clash.at, &clash.theirs, &clash.yours)
    };
    line.what == Deed::Conflict
        && line.fields.len() == clashes.len()
        && line.fields.iter().zip(clashes).all(same)
}

/// The change once more, by one who has seen what stands there now.
fn forced(layer: &ClashLayer) -> Change {
    let mut change = layer.change.clone();
    for clash in &layer.clashes {
        change.seen.retain(|seen| seen.at != clash.at);
        change.seen.push(Seen {
            at: clash.at.clone(),
            value: clash.theirs.clone(),
        });
        // The list as it was to become has what was moved in its place.
        change.edits.retain(|edit| {
            let list = clash.at.0.as_slice();
            !matches!(edit, Edit::Move { at, .. }
                if at.0.split_last().is_some_and(|(_, of)| of == list))
        });
        if !change.edits.iter().any(|edit| *edit.at() == clash.at) {
            let at = clash.at.clone();
            change.edits.push(match clash.yours.clone() {
                Some(value) => Edit::Set { at, value },
                None => Edit::Remove { at },
            });
        }
    }
    change
}
