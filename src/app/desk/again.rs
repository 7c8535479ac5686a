//! What was typed for a field is edited once more, beside what another wrote there meanwhile.

use serde_yaml::Value;

use super::super::{App, Layer};
use super::clash::Both;
use super::field::Target;
use super::{said, typed_of};
use crate::library::keep::Clash;
use crate::library::keep::field::field;
use crate::words::{Message, clash};

/// What another wrote into a field meanwhile, seen while one's own is typed.
pub struct Other {
    /// Who wrote it, and when.
    pub by: Message,
    /// What stands in the file.
    pub text: Message,
    /// What stood there before: by this what is left without saving is asked about again.
    pub(super) base: Option<Value>,
    /// The first row of it that was seen when it was last drawn.
    pub offset: Option<usize>,
}

impl App {
    /// Opens a field of a record with what was typed for it, beside what another wrote meanwhile.
    pub(super) fn edit_again(&mut self, (id, file): (&str, &str), both: Both, versions: Clash) {
        let text = typed_of(versions.yours.as_ref());
        let path = both.path.as_slice();
        let Some(key) = self.library().with_id(id) else {
            self.gone(id, Some(file), Some((path, &text)));
            return;
        };
        let kind = self.library().kind(key);
        let names: Vec<&str> = path.iter().map(String::as_str).collect();
        let Ok(field) = field(kind, &names) else {
            return;
        };
        let base = versions.theirs;
        let first = typed_of(base.as_ref());
        let target = Target {
            record: Some(id.to_owned()),
            file: Some(file.to_owned()),
            kind,
            path: path.to_vec(),
            label: said::label(kind, path),
            field,
            base,
            first,
        };
        self.edit(target, Some(text));
        match self.layers.last_mut() {
            Some(Layer::Field(layer)) => {
                layer.other = Some(Other {
                    by: both.by,
                    text: both.theirs,
                    base: versions.base,
                    offset: None,
                });
            }
            Some(Layer::Choose(choose)) => {
                choose.other = Some(clash::stands_there(&both.by, &both.theirs));
            }
            _ => {}
        }
    }
}
