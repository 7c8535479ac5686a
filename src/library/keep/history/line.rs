//! One line of the history: one change.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_yaml::Value;
use xxhash_rust::xxh3::xxh3_128;

use super::ChangeId;
use crate::library::edit::{FieldPath, Step};

/// How somebody made a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Means {
    /// On the screen.
    Hand,
    /// By a command of the shell.
    Command,
}

/// What a line tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Deed {
    /// Something was changed; with [`Line::of`] an earlier value was brought back.
    Change,
    /// The change [`Line::of`] was undone.
    Undo,
    /// The change [`Line::of`], undone before, was done again.
    Redo,
    /// Nothing was changed: another had changed the same field. What was to be written is kept here.
    Conflict,
    /// Nothing was changed: asked whether the change [`Line::of`] is to be undone or done again all
    /// the same, the person has left what stands there, and [`Line::with`] too. It is not asked again.
    Pass,
}

impl Deed {
    /// Whether something was written.
    #[must_use]
    pub const fn has_changed(self) -> bool {
        !matches!(self, Self::Conflict | Self::Pass)
    }
}

/// What became of one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// It got another value, its first one, or none any more.
    Set,
    /// An element came into a list.
    Insert,
    /// An element went out of a list.
    Remove,
    /// An element went to another place of its list.
    Move,
}

/// One field, as it was and as it became.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FieldChange {
    /// Where it stands in the file.
    pub at: FieldPath,
    /// What was done.
    pub sort: Sort,
    /// Its value before; none where there was none. For a move: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<Value>,
    /// Its value since; none where there is none. For a move: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub became: Option<Value>,
    /// What stood behind it in its list before it was moved or taken out; none at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stood_before: Option<Step>,
    /// What stands behind it in its list since; none at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stands_before: Option<Step>,
    /// In a conflict: the value that both began with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Value>,
}

impl FieldChange {
    /// A change at this place, without values as yet.
    pub(in crate::library::keep) const fn of(at: FieldPath, sort: Sort) -> Self {
        Self {
            at,
            sort,
            was: None,
            became: None,
            stood_before: None,
            stands_before: None,
            base: None,
        }
    }
}

/// The bytes that a change replaced, so that undoing it can restore them to the letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Patch {
    /// Where they begin, in bytes from the beginning of the file.
    pub at: usize,
    /// What stood there.
    pub old: String,
    /// What stands there since.
    pub new: String,
}

/// A patch longer than this, in bytes, is not kept: the fields tell enough.
const LONGEST_PATCH: usize = 64 << 10;
/// The same of a change that takes a record away: its comments and how it was written are nowhere else,
/// and references to it may stand at both ends of a file.
const LONGEST_OF_REMOVAL: usize = 4 << 20;

/// One change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Its name.
    pub id: ChangeId,
    /// When, in UTC to the millisecond: `2026-11-22T09:58:01.250Z`.
    pub when: String,
    /// Who made it.
    pub who: String,
    /// How.
    pub by: Means,
    /// What it was.
    pub what: Deed,
    /// The change that is undone or done again, or from which a value is brought back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<ChangeId>,
    /// The first of the changes that were made together with it: all of them are undone and done again as one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<ChangeId>,
    /// The name of the file in the library's folder.
    pub file: String,
    /// The full id of the record.
    pub record: String,
    /// The fields, in the order in which they were changed.
    pub fields: Vec<FieldChange>,
    /// The [`hash`] of the file before.
    pub before: String,
    /// The hash of the file since.
    pub after: String,
    /// What was replaced, where it is not too long.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub patch: Option<Patch>,
}

impl Line {
    /// When, for a person's own clock.
    #[must_use]
    pub fn timestamp(&self) -> Option<Timestamp> {
        self.when.parse().ok()
    }

    /// The records that it gave another id: their full ids, before and since.
    pub fn renamed(&self) -> impl Iterator<Item = (String, String)> + '_ {
        let report = self.record.split_once(':').map(|(report, _)| report);
        let full = move |id: &str| match report {
            Some(report) => format!("{report}:{id}"),
            None => id.to_owned(),
        };
        let fields = self.fields.iter().filter(|_| self.what.has_changed());
        fields.filter_map(move |field| match field.at.0.as_slice() {
            [.., Step::Id(was), Step::Key(key)] if key == "id" => {
                let now = field.became.as_ref()?.as_str()?;
                Some((full(was), full(now)))
            }
            _ => None,
        })
    }

    /// The changes that this person has left as they are: neither undone nor done again.
    pub(in crate::library::keep) fn passed_by(&self, who: &str) -> impl Iterator<Item = &ChangeId> {
        let is_passed = self.what == Deed::Pass && self.who == who;
        let both = self.of.iter().chain(&self.with);
        both.filter(move |_| is_passed)
    }

    /// Whether it is about the record with this full id, or about a part of it.
    #[must_use]
    pub fn is_about(&self, record: &str) -> bool {
        let rest = self.record.strip_prefix(record);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', ':']))
            || record.strip_suffix("/position") == Some(&self.record) && self.changes_position()
    }

    /// Whether something of an item's position was changed by way of the item: `position.status`.
    fn changes_position(&self) -> bool {
        let is_of_it = |field: &FieldChange| matches!(field.at.0.get(2), Some(Step::Key(key)) if key == "position");
        self.fields.iter().any(is_of_it)
    }
}

/// The time that an id bears, as it stands in a line.
pub(in crate::library::keep) fn time_of(id: &ChangeId) -> String {
    let milliseconds = i64::try_from(id.milliseconds()).unwrap_or_default();
    let time = Timestamp::from_millisecond(milliseconds).unwrap_or_default();
    format!("{time:.3}")
}

/// What tells one text from another: 128 bits of XXH3, as 32 hexadecimal digits.
pub(in crate::library::keep) fn hash(text: &str) -> String {
    format!("{:032x}", xxh3_128(text.as_bytes()))
}

impl Patch {
    /// What leads from one text to the other; none where it would be too long.
    pub(in crate::library::keep) fn between(
        old: &str,
        new: &str,
        fields: &[FieldChange],
    ) -> Option<Self> {
        let longest = match fields.iter().any(|field| field.sort == Sort::Remove) {
            true => LONGEST_OF_REMOVAL,
            false => LONGEST_PATCH,
        };
        let same = |(one, other): &(&u8, &u8)| one == other;
        let mut begin = old
            .bytes()
            .zip(new.bytes())
            .take_while(|(a, b)| a == b)
            .count();
        // Of two letters that begin alike the second bytes may differ.
        while !old.is_char_boundary(begin) || !new.is_char_boundary(begin) {
            begin -= 1;
        }
        let (old_rest, new_rest) = (old.get(begin..)?, new.get(begin..)?);
        let ends = old_rest
            .as_bytes()
            .iter()
            .rev()
            .zip(new_rest.as_bytes().iter().rev());
        let mut end = ends.take_while(same).count();
        while !old_rest.is_char_boundary(old_rest.len() - end) {
            end -= 1;
        }
        let old = old_rest.get(..old_rest.len() - end)?;
        let new = new_rest.get(..new_rest.len() - end)?;
        (old.len() + new.len() <= longest).then(|| Self {
            at: begin,
            old: old.to_owned(),
            new: new.to_owned(),
        })
    }

    /// The patch that leads back.
    pub(in crate::library::keep) fn turned(&self) -> Self {
        Self {
            at: self.at,
            old: self.new.clone(),
            new: self.old.clone(),
        }
    }

    /// The text with the patch; none where something else stands there.
    pub(in crate::library::keep) fn apply(&self, text: &str) -> Option<String> {
        let (head, rest) = text.split_at_checked(self.at)?;
        let tail = rest.strip_prefix(self.old.as_str())?;
        Some(format!("{head}{}{tail}", self.new))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_patch_leads_there_and_back_between_letters() {
        // Both letters of the change begin with the same byte.
        let (old, new) = ("a: مسودة\nb: 1\n", "a: متفق عليه\nb: 1\n");
        let patch = Patch::between(old, new, &[]).unwrap();
        assert_eq!((patch.at, patch.old.as_str()), (5, "سودة"));
        assert_eq!(patch.new, "تفق عليه");
        assert_eq!(patch.apply(old).as_deref(), Some(new));
        assert_eq!(patch.turned().apply(new).as_deref(), Some(old));
        assert_eq!(patch.apply(new), None);
        assert_eq!(patch.apply(""), None);
    }

    #[test]
    fn what_was_only_repeated_is_a_patch_too() {
        let patch = Patch::between("aa", "aaa", &[]).unwrap();
        assert_eq!(patch.apply("aa").as_deref(), Some("aaa"));
        let long = "x".repeat(LONGEST_PATCH + 1);
        assert_eq!(Patch::between("", &long, &[]), None);
        let removed = FieldChange::of(FieldPath::root(), Sort::Remove);
        assert!(Patch::between(&long, "", &[removed]).is_some());
    }

    #[test]
    fn the_time_of_an_id_is_told_to_the_millisecond() {
        // `date -u -d 2021-09-01T12:00:00.250Z +%s%3N` says 1630497600250, which is 0x17ba13af2fa.
        let id = ChangeId::from("017ba13af2fa000000000000");
        assert_eq!(time_of(&id), "2021-09-01T12:00:00.250Z");
    }

    #[test]
    fn a_line_is_about_a_record_and_its_parts() {
        let line = |record: &str| Line {
            id: ChangeId::from("0"),
            when: String::new(),
            who: String::new(),
            by: Means::Hand,
            what: Deed::Change,
            of: None,
            with: None,
            file: String::new(),
            record: record.to_owned(),
            fields: Vec::new(),
            before: String::new(),
            after: String::new(),
            patch: None,
        };
        for (record, about) in [
            ("c21:27", true),
            ("c21:27/position", true),
            ("c21:271", false),
            ("c21", false),
        ] {
            assert_eq!(line(record).is_about("c21:27"), about, "{record}");
        }
        assert!(line("c21:27").is_about("c21"));
        // A position is changed by way of its item too.
        let of_item = |at: FieldPath| Line {
            fields: vec![FieldChange::of(at, Sort::Set)],
            ..line("c21:27")
        };
        let item = || FieldPath::root().key("items").id("27");
        let status = of_item(item().key("position").key("status"));
        assert!(status.is_about("c21:27/position") && status.is_about("c21:27"));
        assert!(!status.is_about("c21:28/position"));
        let title = of_item(item().key("title").key("en"));
        assert!(!title.is_about("c21:27/position"));
    }
}
