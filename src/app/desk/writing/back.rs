//! What was typed for a change that was not made comes back. Whatever was typed since is newer, and
//! stays where it is.

use super::super::super::{App, Layer};
use super::super::{Draft, typed_of};
use crate::report::Kind;

/// A kind and a place, and what was filled in for a new record there: each field and its text.
pub(in crate::app) type Unborn = ((Kind, String), Vec<(String, String)>);

/// What comes back where a change is not made.
#[derive(Default)]
pub(in crate::app) struct Back {
    /// What was closed; it is open again where the person has done nothing else since.
    pub layers: Vec<Layer>,
    /// What was typed for fields.
    pub drafts: Vec<((String, String), Draft)>,
    /// What was filled in for a new record.
    pub unborn: Option<Unborn>,
}

impl Back {
    /// Whether nothing was typed.
    pub const fn is_empty(&self) -> bool {
        self.layers.is_empty() && self.drafts.is_empty() && self.unborn.is_none()
    }
}

impl App {
    /// Keeps what was typed for a change that was not made, where nothing newer was typed in its
    /// place. `keys` is when it was handed over.
    pub(super) fn give_back(&mut self, back: Back, keys: u64) {
        for (place, draft) in back.drafts {
            self.is_not_written(&place, &draft);
            let pending = &self.desk.writing.pending;
            let mut newer = pending.iter().flat_map(|one| &one.back.drafts);
            if !newer.any(|(other, _)| *other == place) {
                self.desk.drafts.entry(place).or_insert(draft);
            }
        }
        if let Some((place, fields)) = back.unborn {
            self.desk.unborn.entry(place).or_insert(fields);
        }
        for layer in &back.layers {
            if let Layer::Quick(quick) = layer {
                self.keep_lines(quick, keys);
            }
        }
    }

    /// What was typed over a text that was shown and not written was typed over what stood there
    /// before.
    fn is_not_written(&mut self, place: &(String, String), refused: &Draft) {
        let was = refused.text.trim_end();
        let is_over = |base: &Option<_>| typed_of(base.as_ref()).trim_end() == was;
        let pending = self.desk.writing.pending.iter_mut();
        let (mut drafts, mut layers) = (Vec::new(), Vec::new());
        for Back {
            drafts: typed,
            layers: closed,
            ..
        } in pending.map(|one| &mut one.back)
        {
            drafts.extend(typed.iter_mut().map(|(place, draft)| (&*place, draft)));
            layers.extend(closed);
        }
        drafts.extend(self.desk.drafts.iter_mut());
        for (other, draft) in drafts {
            if other == place && is_over(&draft.base) {
                draft.base.clone_from(&refused.base);
            }
        }
        for layer in layers.into_iter().chain(&mut self.layers) {
            let target = match layer {
                Layer::Field(field) => &mut field.target,
                Layer::Choose(choose) => &mut choose.target,
                _ => continue,
            };
            let is_there = target.record.as_ref() == Some(&place.0);
            if is_there && target.path.join(".") == place.1 && is_over(&target.base) {
                target.base.clone_from(&refused.base);
                target.first = typed_of(target.base.as_ref());
            }
        }
    }
}
