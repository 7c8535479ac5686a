//! Fields that are seen in the form of a record and changed elsewhere: the position of an item in its own
//! form, an id and the slips of the source where other things go with them.

use serde_yaml::Value;

use super::super::super::{App, Layer};
use super::super::{said, typed_of, value_of};
use super::Subject;
use crate::library::{Key, Library};
use crate::report::Kind;
use crate::script::isolate;
use crate::words::{Message, desk as words, form as form_words};

/// Fields that are seen in the form of a record and changed elsewhere.
pub(super) const FIXED: [&str; 3] = ["position", "sic", "id"];

/// Whether a field of a record is changed elsewhere than in its row.
pub(super) fn is_fixed(path: &[String]) -> bool {
    matches!(path, [one] if FIXED.contains(&one.as_str()))
}

/// What stands in the row of such a field of the record with this id.
pub(super) fn shown(library: &Library, (id, key): (&str, Key), name: &str) -> Message {
    match name {
        "position" => {
            let Some(key) = library.with_id(&format!("{id}/position")) else {
                return words::EMPTY.into();
            };
            let place = said::Place::of(library, Some(key));
            let told = ["stance", "status"].map(|name| {
                let path = [name.to_owned()];
                let value = value_of(library, key, &path);
                said::told(place, Kind::Position, &path, value.as_ref())
            });
            said::listed(&told)
        }
        "sic" => match value_of(library, key, &["sic".to_owned()]) {
            Some(Value::Mapping(all)) if !all.is_empty() => {
                let text = |value: &Value| typed_of(Some(value));
                let one = |(printed, meant): (&Value, &Value)| {
                    form_words::slip(&text(printed), &text(meant))
                };
                said::listed(&all.iter().map(one).collect::<Vec<_>>())
            }
            _ => words::EMPTY.into(),
        },
        _ => Message::new(isolate(id), isolate(id)),
    }
}

impl App {
    /// Opens what the row in hand shows and is changed elsewhere, or says where; whether it is one.
    pub(in crate::app::desk) fn open_elsewhere(&mut self, opens: bool) -> bool {
        let Some(Layer::Form(form)) = self.layers.last() else {
            return false;
        };
        let (Subject::Known(id), Some(row)) = (form.subject.clone(), form.current()) else {
            return false;
        };
        let name = match row.path.as_slice() {
            [name] if is_fixed(&row.path) => name.clone(),
            _ => return false,
        };
        let position = self.library().with_id(&format!("{id}/position"));
        match (name.as_str(), position) {
            ("position", Some(key)) if opens => self.open_form(key),
            ("position", None) if opens && self.is_in_hand(&id) => self.open_new(Kind::Position),
            ("position", None) => self.message = Some(form_words::EMPTY_ALREADY.into()),
            ("position", Some(_)) => self.message = Some(form_words::POSITION_APART.into()),
            ("sic", _) => self.message = Some(form_words::SLIPS_APART.into()),
            _ => self.message = Some(form_words::id_apart(&id)),
        }
        true
    }

    fn is_in_hand(&self, id: &str) -> bool {
        let key = self.in_hand();
        key.is_some_and(|key| self.library().id(key) == id)
    }
}
