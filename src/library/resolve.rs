//! What a word means in the library as a whole.

use super::assembly::At;
use super::volume::{Found, Reference, Scope, Target, stem};
use super::{Key, Library, Origin, Severity};
use crate::report::Kind;

impl Library {
    /// An entry of the registry by its id as records write it; an instrument also without its
    /// edition, where there is only one.
    #[must_use]
    pub fn in_registry(&self, word: &str) -> Option<Key> {
        let registry = self.shown(self.plan.reports)?;
        let exact = registry.volume.find(word);
        let local = exact.or_else(|| registry.volume.edition(word))?;
        Some(registry.key(local))
    }

    /// Whether the names of bodies, people and countries are known: not in a folder without a registry, nor
    /// where nothing of the registry could be read.
    #[must_use]
    pub fn knows_names(&self) -> bool {
        match self.shown(self.plan.reports) {
            Some(registry) => {
                let mut problems = registry.volume.problems().iter();
                !registry.volume.is_empty() || problems.all(|one| one.severity != Severity::Error)
            }
            None => self.origin != Origin::Folder,
        }
    }

    /// A record of the reports by its id as another record writes it: of its own report first,
    /// then in full (`c26:1.2`).
    #[must_use]
    pub fn in_reports(&self, from: Key, word: &str) -> Option<Key> {
        let at = self.at(from)?;
        at.volume.report_id()?;
        let own = at.volume.find(word).map(|local| at.key(local));
        own.or_else(|| self.full(word))
    }

    /// Any record by its full id, just as written. Of an id given twice the first record counts;
    /// the further numbers of items count after all ids of their own.
    pub(super) fn full(&self, word: &str) -> Option<Key> {
        let reports = self.plan.id_lengths.iter().filter_map(|length| {
            let report = *self.plan.by_id.get(word.get(..*length)?)?;
            let at = self.shown(report)?;
            let found = match word.get(*length..)? {
                "" => Found {
                    further: false,
                    local: 0,
                },
                rest => at.volume.found(rest.strip_prefix(':')?)?,
            };
            Some((found.further, at.key(found.local)))
        });
        let found = reports.min().map(|(_, key)| key);
        found.or_else(|| self.in_registry(word))
    }

    /// What the word means, looked up there.
    pub(super) fn meaning(&self, scope: Scope, word: &str) -> Option<Key> {
        match scope {
            Scope::Registry => self.in_registry(word),
            Scope::Report => self.full(word),
        }
    }

    /// The record that a reference of this volume names; never the record itself.
    pub(super) fn target(&self, at: At<'_>, reference: Reference) -> Option<Key> {
        match reference.target {
            Target::Here(local) => Some(at.key(local)),
            Target::Word(number) => {
                let (scope, word) = at.volume.word(number);
                let key = self.meaning(scope, word)?;
                (key != at.key(reference.from)).then_some(key)
            }
        }
    }

    /// The words by which other volumes name the record, and where they look them up.
    pub(super) fn called<'a>(&self, key: Key, at: At<'a>) -> Vec<(Scope, &'a str)> {
        let id = at.volume.id(at.local);
        let mut words: Vec<&str> = vec![id];
        if at.volume.is_registry() {
            let is_instrument = at.volume.kind(at.local) == Some(Kind::Instrument);
            words.extend(stem(id).filter(|_| is_instrument));
        } else {
            words.extend(at.volume.further_ids(at.local));
        }
        words.sort_unstable();
        words.dedup();
        let scopes = [Scope::Registry, Scope::Report].into_iter();
        scopes
            .flat_map(|scope| words.iter().map(move |word| (scope, *word)))
            .filter(|(scope, word)| self.meaning(*scope, word) == Some(key))
            .collect()
    }
}
