//! What joins the records of a volume: references within it, words that lead out of it, and what
//! belongs to which item.

use super::Volume;
use super::belonging::NOWHERE;
use super::field::Scope;
use super::lists::{list, small, word};
use super::tables::{NONE, WORD};
use crate::report::Relation;

/// What a record names: another record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::library) enum Target {
    /// A record of the same volume.
    Here(u32),
    /// Whatever the word of this number means.
    Word(u32),
}

/// A reference of a volume: who names what, and as what.
#[derive(Debug, Clone, Copy)]
pub(in crate::library) struct Reference {
    /// Its number in the volume.
    pub number: u32,
    pub from: u32,
    pub relation: Relation,
    pub target: Target,
}

impl Volume {
    /// What the record names, in the order of its fields.
    pub(in crate::library) fn references(&self, local: u32) -> impl Iterator<Item = Reference> {
        let ends = self.set.reference_ends.of(self.row);
        let before = local
            .checked_sub(1)
            .and_then(|last| ends.get(last as usize));
        let from = before.copied().unwrap_or(0);
        let all = small(self.set.targets.of(self.row).len());
        let to = ends.get(local as usize).map_or(from, |end| all.min(*end));
        (from..to).filter_map(move |number| self.reference_of(number, local))
    }

    /// The references within the volume that name the record.
    pub(in crate::library) fn naming(&self, local: u32) -> impl Iterator<Item = Reference> {
        let named = self.set.named.of(self.row);
        let edges = list(named, self.set.named_ends.of(self.row), local).iter();
        edges.filter_map(|number| self.reference(*number))
    }

    fn reference(&self, number: u32) -> Option<Reference> {
        let ends = self.set.reference_ends.of(self.row);
        let from = ends.partition_point(|end| *end <= number);
        self.reference_of(number, small(from))
    }

    fn reference_of(&self, number: u32, from: u32) -> Option<Reference> {
        let relation = *self.set.relations.of(self.row).get(number as usize)?;
        let target = *self.set.targets.of(self.row).get(number as usize)?;
        Some(Reference {
            number,
            from,
            relation: *Relation::ALL.get(usize::from(relation))?,
            target: match target.checked_sub(WORD) {
                Some(word) => Target::Word(word),
                None => Target::Here(target),
            },
        })
    }

    /// A word that leads out of the volume, and where it is looked up.
    pub(in crate::library) fn word(&self, number: u32) -> (Scope, &str) {
        let scope = match number < self.registry_words() {
            true => Scope::Registry,
            false => Scope::Report,
        };
        (scope, self.word_text(number))
    }

    fn word_text(&self, number: u32) -> &str {
        let ends = self.set.word_ends.of(self.row);
        word(self.set.word_bytes.of(self.row), ends, number)
    }

    /// How many words lead out of the volume.
    pub(in crate::library) fn words(&self) -> u32 {
        small(self.set.word_ends.of(self.row).len())
    }

    fn registry_words(&self) -> u32 {
        let count = self.set.registry_words.of(self.row);
        count.first().copied().unwrap_or(0)
    }

    /// The references that use the word, looked up there.
    pub(in crate::library) fn users(
        &self,
        scope: Scope,
        word: &str,
    ) -> impl Iterator<Item = Reference> {
        let split = self.registry_words();
        let words = match scope {
            Scope::Registry => 0..split,
            Scope::Report => split..small(self.set.word_ends.of(self.row).len()),
        };
        let (mut from, mut to) = (words.start, words.end);
        while from < to {
            let middle = from + (to - from) / 2;
            match self.word_text(middle) < word {
                true => from = middle + 1,
                false => to = middle,
            }
        }
        let found = from < words.end && self.word_text(from) == word;
        let users = match found {
            true => {
                let ends = self.set.word_user_ends.of(self.row);
                list(self.set.word_users.of(self.row), ends, from)
            }
            false => &[],
        };
        users.iter().filter_map(|number| self.reference(*number))
    }

    /// Whether no record of it names one of another report.
    #[must_use]
    pub fn stands_alone(&self) -> bool {
        self.registry_words() == small(self.set.word_ends.of(self.row).len())
    }

    /// The reports of which the volume names something, by the id up to its first colon; also what
    /// only looks like one.
    pub(in crate::library) fn named_reports(&self) -> impl Iterator<Item = &str> {
        let reports = self.named_reports.get_or_init(|| {
            let all = small(self.set.word_ends.of(self.row).len());
            let words = (self.registry_words()..all).map(|number| self.word_text(number));
            words.map(|word| to_colon(word).into()).collect()
        });
        reports.iter().map(|report| &**report)
    }

    /// The first item that the record belongs to, and by which [step](STEPS) it was found; as far
    /// as the volume alone tells.
    pub(in crate::library) fn item(&self, local: u32) -> (Option<u32>, u8) {
        let items = self.set.items.of(self.row);
        let steps = self.set.steps.of(self.row);
        let item = items.get(local as usize).copied();
        let step = steps.get(local as usize).copied();
        (item.filter(|item| *item != NONE), step.unwrap_or(NOWHERE))
    }

    /// What belongs to the item, as far as the volume alone tells.
    pub(in crate::library) fn members(&self, item: u32) -> &[u32] {
        let members = self.set.members.of(self.row);
        list(members, self.set.member_ends.of(self.row), item)
    }

    /// The records of which other volumes must be asked where they belong.
    pub(in crate::library) fn open(&self) -> &[u32] {
        self.set.open.of(self.row)
    }
}

/// An id up to its first colon.
pub(in crate::library) fn to_colon(id: &str) -> &str {
    id.split_once(':').map_or(id, |(report, _)| report)
}
