//! What is added is shown before it is written, and may get another id then: somebody else has taken
//! the one that it was shown with. Whatever the person is about goes on with the record: what is open,
//! what was typed and not saved, and, by [`Renamed`], the rows in hand.

use std::collections::HashMap;

use super::super::{App, Layer};
use super::clash::ClashLayer;
use super::form::{FormLayer, Subject};
use super::writing::{Back, Unborn};
use crate::library::edit::{FieldPath, Step};
use crate::words::Message;

/// Records by the full ids under which they were shown, and the full ids that they have now.
#[derive(Debug, Default)]
pub(in crate::app) struct Renamed(HashMap<String, String>);

impl Renamed {
    /// A record is called otherwise now. All are looked up at once: one may be called now as another
    /// was before.
    pub fn put(&mut self, was: String, now: String) {
        self.0.insert(was, now);
    }

    /// The full id that this record has now, where that is another. The position of an item has the
    /// id of the item in its own.
    pub fn get(&self, id: &str) -> Option<String> {
        if self.0.is_empty() {
            return None;
        }
        self.0.get(id).cloned().or_else(|| {
            let item = self.0.get(id.strip_suffix("/position")?)?;
            Some(format!("{item}/position"))
        })
    }

    fn id(&self, id: &mut String) {
        if let Some(now) = self.get(id) {
            *id = now;
        }
    }

    /// The place of something new: its parent, or what it is to be a part of and the path in that.
    fn place(&self, place: &mut String) {
        let now = match place.split_once(' ') {
            Some((id, path)) => self.get(id).map(|id| format!("{id} {path}")),
            None => self.get(place),
        };
        if let Some(now) = now {
            *place = now;
        }
    }

    fn unborn(&self, ((kind, mut place), fields): Unborn) -> Unborn {
        self.place(&mut place);
        ((kind, place), fields)
    }

    fn form(&self, form: &mut FormLayer) {
        let id = match &mut form.subject {
            Subject::Known(id) | Subject::Part(id) | Subject::New(Some(id)) => id,
            Subject::New(None) => return,
        };
        let Some(now) = self.get(id) else {
            return;
        };
        let was = std::mem::replace(id, now.clone());
        for title in [&mut form.title].into_iter().chain(&mut form.of) {
            *title = Message::new(title.ar.replace(&was, &now), title.en.replace(&was, &now));
        }
    }

    fn layer(&self, layer: &mut Layer) {
        let id = match layer {
            Layer::Form(form) => return self.form(form),
            Layer::Field(field) => field.target.record.as_mut(),
            Layer::Choose(choose) => choose.target.record.as_mut(),
            Layer::Quick(quick) => {
                if let Some(here) = &mut quick.here {
                    self.id(here);
                }
                quick.parent.as_mut()
            }
            Layer::Removal(removal) => Some(&mut removal.what.2),
            Layer::Clash(clash) => return self.clash(clash),
            _ => None,
        };
        if let Some(id) = id {
            self.id(id);
        }
    }

    /// What is asked of a record is asked of it by its new id.
    fn clash(&self, clash: &mut ClashLayer) {
        let (record, places) = clash.named();
        for at in places {
            self.path(record, at);
        }
        self.id(record);
    }

    /// The ids in a place of the file in which this record stands.
    fn path(&self, record: &str, at: &mut FieldPath) {
        let report = record.split_once(':').map_or("", |(report, _)| report);
        for step in &mut at.0 {
            let Step::Id(id) = step else { continue };
            let full = match report {
                "" => self.get(id),
                report => self.get(&format!("{report}:{id}")),
            };
            if let Some(now) = full {
                *id = now.split_once(':').map_or(&*now, |(_, id)| id).to_owned();
            }
        }
    }

    fn back(&self, back: &mut Back) {
        back.layers.iter_mut().for_each(|layer| self.layer(layer));
        for ((record, _), _) in &mut back.drafts {
            self.id(record);
        }
        back.unborn = back.unborn.take().map(|unborn| self.unborn(unborn));
    }
}

impl App {
    /// Has what is open and what was typed go on with the records that are called otherwise since the
    /// screen showed them; which these are.
    pub(in crate::app) fn follow_ids(&mut self) -> Renamed {
        let renamed = self.desk.writing.renamed();
        if renamed.0.is_empty() {
            return renamed;
        }
        self.layers
            .iter_mut()
            .for_each(|layer| renamed.layer(layer));
        renamed.id(&mut self.desk.past.of);
        let asked = self.desk.writing.clashes.iter_mut();
        asked.for_each(|clash| renamed.clash(clash));
        let drafts = std::mem::take(&mut self.desk.drafts).into_iter();
        let drafts = drafts.map(|((mut record, field), draft)| {
            renamed.id(&mut record);
            ((record, field), draft)
        });
        self.desk.drafts = drafts.collect();
        let unborn = std::mem::take(&mut self.desk.unborn).into_iter();
        self.desk.unborn = unborn.map(|one| renamed.unborn(one)).collect();
        self.desk
            .writing
            .backs()
            .for_each(|back| renamed.back(back));
        renamed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_places_of_a_question_go_with_the_ids_of_what_it_is_about() {
        let mut renamed = Renamed::default();
        renamed.put("c21:27/r1".to_owned(), "c21:27/r2".to_owned());
        renamed.put("itu".to_owned(), "itu-2".to_owned());
        let place = |id: &str| FieldPath::root().key("recommendations").id(id).key("due");
        for (record, id, now) in [
            ("c21:27/r1", "27/r1", "27/r2"),
            ("c21:27/r3", "27/r3", "27/r3"),
            // Of the same id in another report nothing is said.
            ("c24:27/r1", "27/r1", "27/r1"),
            ("itu", "itu", "itu-2"),
        ] {
            let mut at = place(id);
            renamed.path(record, &mut at);
            assert_eq!(at, place(now), "{record}");
        }
    }
}
