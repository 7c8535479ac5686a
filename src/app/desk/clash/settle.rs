//! What is done with two versions of a field, once it is chosen.

use serde_yaml::Value;

use super::super::super::writer::Task;
use super::super::super::{App, Layer};
use super::super::Draft;
use super::super::permit::Wanted;
use super::super::writing::Back;
use super::{Both, ClashLayer, Origin, Settle};
use crate::library::edit::Edit;
use crate::library::keep::typed::with_its_end;
use crate::library::keep::{Answer, Change, Clash, Seen, wish};
use crate::words::{Message, clash as clash_words, desk as words, removal};

impl App {
    /// Does with the two versions what was chosen.
    pub(in crate::app) fn settle_clash(&mut self) {
        let Some(Layer::Clash(clash)) = self.layers.pop() else {
            return;
        };
        let id = clash.change.record.clone();
        match clash.choices().get(clash.selected) {
            Some(Settle::Yours) if clash.change.is_removal() => self.remove_all_the_same(&clash),
            Some(Settle::Yours) => {
                if let Some(of) = clash.of.clone() {
                    let change = forced(&clash);
                    let shown = clash.clashes.clone();
                    let answer = Answer {
                        of: of.clone(),
                        shown,
                    };
                    let mut answered = clash.answered.clone();
                    answered.push(answer);
                    let task = Task::AllTheSame(clash.deed(), of, answered);
                    self.bring_back_by(task, Some(change));
                } else if self.may(Wanted::Typed) {
                    let drafts = self.take_drafts(&id, &clash.fields);
                    let back = Back {
                        drafts,
                        ..Back::default()
                    };
                    self.write(forced(&clash), back);
                }
            }
            Some(Settle::Both) => {
                if self.may(Wanted::Typed) {
                    let drafts = self.take_drafts(&id, &clash.fields);
                    let back = Back {
                        drafts,
                        ..Back::default()
                    };
                    self.write(both(&clash), back);
                }
            }
            Some(Settle::Edit) => {
                let (mut fields, mut versions) = (clash.fields, clash.clashes.into_iter());
                if let (Some(both), Some(versions)) = (fields.pop(), versions.next()) {
                    self.edit_again((&id, &clash.change.file), both, versions);
                }
                return self.renew_forms();
            }
            Some(Settle::Theirs) | None => {
                // What is kept of a record that is not deleted has its drafts as well; none was typed
                // for an undoing.
                if !clash.is_removal && clash.origin == Origin::Typed {
                    self.take_drafts(&id, &clash.fields);
                }
                if let Some(of) = &clash.of {
                    self.pass_over(clash.deed(), of);
                }
                self.message = Some(match (clash.is_removal, clash.origin) {
                    (true, Origin::Typed) => removal::KEPT.into(),
                    (false, Origin::Typed) => clash_words::KEPT_THEIRS.into(),
                    (_, Origin::Undo) => clash_words::NOT_UNDONE.into(),
                    (_, Origin::Redo) => clash_words::NOT_REDONE.into(),
                });
            }
        }
        self.renew_forms();
    }

    /// What is said where the question is left without an answer.
    pub(in crate::app) fn said_of_leaving(&self, clash: &ClashLayer) -> Message {
        let id = &clash.change.record;
        let mut fields = clash.fields.iter();
        let is_typed = fields.any(|field| {
            let place = (id.clone(), field.path.join("."));
            self.desk.drafts.contains_key(&place)
        });
        match (clash.is_removal, clash.origin) {
            (true, Origin::Typed) => removal::KEPT.into(),
            (false, Origin::Typed) if is_typed => words::DRAFT_KEPT.into(),
            (false, Origin::Typed) => clash_words::NOT_CHANGED.into(),
            (_, Origin::Undo) => clash_words::NOT_UNDONE.into(),
            (_, Origin::Redo) => clash_words::NOT_REDONE.into(),
        }
    }

    /// Deletes a record that another has changed meanwhile, as it was shown just now, and takes the
    /// references to it out of what stands there now.
    fn remove_all_the_same(&mut self, clash: &ClashLayer) {
        let Some(key) = self.library().with_id(&clash.change.record) else {
            self.message = Some(words::GONE.into());
            return;
        };
        let Some(desk) = self.wish() else { return };
        match wish::remove(&desk, key) {
            Ok(wish::Removal { mut change, .. }) => {
                let own = change.edits.last().map(|edit| edit.at().clone());
                for seen in change
                    .seen
                    .iter_mut()
                    .filter(|seen| Some(&seen.at) == own.as_ref())
                {
                    let mut clashes = clash.clashes.iter();
                    let mut before = clash.change.seen.iter();
                    let shown = clashes.find(|clash| clash.at == seen.at);
                    let shown = shown.map(|clash| clash.theirs.clone());
                    let asked = before.find(|before| before.at == seen.at);
                    let asked = asked.map(|before| before.value.clone());
                    seen.value = shown.or(asked).unwrap_or_else(|| seen.value.take());
                }
                self.write(change, Back::default());
            }
            Err(why) => self.message = Some(why),
        }
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

/// The change that writes both wordings of its field, one behind the other.
fn both(layer: &ClashLayer) -> Change {
    let mut change = forced(layer);
    for clash in &layer.clashes {
        let Some(text) = joined(clash) else { continue };
        let is_here = |edit: &&mut Edit| *edit.at() == clash.at;
        if let Some(Edit::Set { value, .. }) = change.edits.iter_mut().find(is_here) {
            *value = text;
        }
    }
    change
}

/// What a sentence ends with.
const STOPS: [char; 4] = ['.', '!', '?', '؟'];

/// Both wordings of a field: what another wrote, and behind it, in the line or below it, what the person typed.
/// Of that only what was added goes there where it goes on from what both began with. None where one of them is
/// no text, or nothing would be added.
pub(super) fn joined(clash: &Clash) -> Option<Value> {
    let theirs = clash.theirs.as_ref()?.as_str()?;
    let yours = clash.yours.as_ref()?.as_str()?;
    let base = clash.base.as_ref().and_then(Value::as_str);
    let base = base.unwrap_or_default().trim_end();
    let theirs_text = theirs.trim_end();
    // Behind the end of a sentence, or in a new line, it is an addition; else the sentence is another.
    let rest = yours.strip_prefix(base).filter(|_| !base.is_empty());
    let behind = rest.and_then(|rest| rest.strip_prefix(STOPS));
    let stop = rest.and_then(|rest| rest.chars().next());
    let stop = stop.filter(|_| behind.is_some());
    let is_added = |rest: &&str| {
        let blank = rest.strip_suffix(rest.trim_start()).unwrap_or_default();
        let is_ended = stop.is_some() || base.ends_with(STOPS);
        rest.is_empty() || blank.contains('\n') || is_ended && !blank.is_empty()
    };
    let rest = behind.or(rest).filter(is_added);
    let added = rest.unwrap_or(yours);
    let lead = added.strip_suffix(added.trim_start()).unwrap_or_default();
    let between = match (
        lead.matches('\n').count(),
        rest.is_none() && added.trim().contains('\n'),
    ) {
        (0, false) => " ",
        (0 | 1, _) => "\n",
        _ => "\n\n",
    };
    let stop = stop.filter(|_| rest.is_some() && !theirs_text.ends_with(STOPS));
    let stop = stop.map(String::from).unwrap_or_default();
    let added = added.trim();
    if theirs_text.is_empty() || added.is_empty() && stop.is_empty() {
        return None;
    }
    let text = format!("{theirs_text}{stop}{between}{added}");
    let text = Value::from(text.trim_end());
    with_its_end(Some(text), clash.theirs.as_ref())
}

#[cfg(test)]
mod tests {
    use super::joined;
    use crate::library::edit::FieldPath;
    use crate::library::keep::Clash;

    #[test]
    fn of_what_goes_on_from_the_same_only_the_addition_is_put_behind() {
        for (base, theirs, yours, wanted) in [
            (
                "Three weeks.",
                "Three weeks. In Geneva.",
                "Three weeks. In May.",
                "Three weeks. In Geneva. In May.",
            ),
            (
                "Three weeks.",
                "Four weeks.",
                "Two weeks.",
                "Four weeks. Two weeks.",
            ),
            ("", "تأييد", "تأييد المشروع\n", "تأييد تأييد المشروع"),
            ("Week", "Weeks", "Weekly", "Weeks Weekly"),
            ("One\n", "One\nTwo\n", "One\nThree\n", "One\nTwo\nThree\n"),
            (
                "1. A",
                "1. A\n\n2. B",
                "1. A\n\n3. C",
                "1. A\n\n2. B\n\n3. C",
            ),
            ("A", "A one", "X\nY", "A one\nX\nY"),
            (
                "Three weeks",
                "Three weeks in Geneva",
                "Three weeks, in May",
                "Three weeks in Geneva Three weeks, in May",
            ),
            (
                "The fee is 3",
                "The fee is 4.",
                "The fee is 3.5 per cent",
                "The fee is 4. The fee is 3.5 per cent",
            ),
            (
                "Three weeks",
                "Three weeks in Geneva",
                "Three weeks. In May.",
                "Three weeks in Geneva. In May.",
            ),
            // Another end of the sentence is another sentence.
            (
                "Three weeks",
                "Three weeks in Geneva",
                "Three weeks in Paris",
                "Three weeks in Geneva Three weeks in Paris",
            ),
            (
                "أيد الأردن",
                "أيد الأردن الاقتراح",
                "أيد الأردن المشروع",
                "أيد الأردن الاقتراح أيد الأردن المشروع",
            ),
            (
                "Three weeks",
                "Three weeks in Geneva",
                "Three weeks\nIn May",
                "Three weeks in Geneva\nIn May",
            ),
            // The stop alone is put behind.
            (
                "Three weeks",
                "Three weeks in Geneva",
                "Three weeks.",
                "Three weeks in Geneva.",
            ),
        ] {
            let clash = Clash {
                at: FieldPath::root(),
                base: Some(base.into()),
                theirs: Some(theirs.into()),
                yours: Some(yours.into()),
                by: None,
            };
            assert_eq!(joined(&clash), Some(wanted.into()), "{base}");
        }
    }

    #[test]
    fn where_nothing_would_be_put_behind_there_is_nothing_to_write() {
        let clash = Clash {
            at: FieldPath::root(),
            base: Some("Three weeks".into()),
            theirs: Some("Four weeks.".into()),
            yours: Some("Three weeks.".into()),
            by: None,
        };
        assert_eq!(joined(&clash), None);
    }
}
