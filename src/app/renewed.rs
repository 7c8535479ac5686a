//! A library in which some files have changed, with an index that need not be made anew: the one of the
//! whole library is amended by the records of the files that changed.

use std::sync::Arc;

use super::Shelf;
use super::changed::{self, Changed};
use crate::library::Library;

impl Shelf {
    /// The shelf of another state of this library, whose index is made from the one that was last made
    /// as a whole. Where too much has changed since, it is made as a whole, and the next states from it.
    #[must_use]
    pub fn renewed(self: &Arc<Self>, library: Library) -> Self {
        let base = Arc::clone(self.base.as_ref().unwrap_or(self));
        let kept = changed::kept(&base.library, &library);
        let Some(changed) = changed::find(&base.library, &library, &kept) else {
            return Self::new(library);
        };
        Self::amending(base, changed, library)
    }

    /// The shelf of a library whose index is made of that of the base by what has changed since.
    pub(super) fn amending(base: Arc<Self>, changed: Changed, library: Library) -> Self {
        let first = Arc::clone(&base);
        Self::made_by(library, move |library| {
            changed.amend(first.finder(), library)
        })
        .on(base)
    }

    /// The same shelf, whose index is an amendment of that of the base.
    pub(super) fn on(mut self, base: Arc<Self>) -> Self {
        self.base = Some(base);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::{Source, Volume};

    fn report(id: &str, items: &[&str]) -> Source {
        let items: String = items
            .iter()
            .enumerate()
            .map(|(at, title)| {
                format!("  - {{id: \"{at}\", number: [\"{at}\"], title: {{en: {title}}}}}\n")
            })
            .collect();
        let text = format!(
            "report: {{id: {id}, kind: group-report, title: {{en: Report {id}}}}}\nitems:\n{items}"
        );
        Source::text(format!("{id}.yaml"), text)
    }

    /// A change of one report after another: what is found is what an index of the whole finds.
    #[test]
    fn an_index_that_was_amended_finds_what_one_of_the_whole_finds() {
        let registry = Source::text("registry.yaml", "bodies: []\n");
        let ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
        let sources = ids.map(|id| report(id, &["lamp", "buoy", "mast"]));
        let all = sources.into_iter().chain([registry]).collect();
        let mut shelf = Arc::new(Shelf::new(Library::from_sources(all)));
        for (place, items) in [
            (1, &["lamp", "anchor"][..]),
            (1, &["lamp", "anchor", "buoy", "sail"][..]),
            (3, &["rudder"][..]),
            (1, &[][..]),
        ] {
            let id = ids[place];
            let library = shelf.library.with(place, Volume::read(&report(id, items)));
            let again = shelf.library.with(place, Volume::read(&report(id, items)));
            shelf = Arc::new(shelf.renewed(library));
            assert!(shelf.finder().index().is_amended());
            let whole = Shelf::new(again);
            for typed in [
                "lamp", "anchor", "buoy", "sail", "rudder", "mast", "report", "b",
            ] {
                let found = |shelf: &Shelf| {
                    let query = shelf.finder().read(&shelf.library, typed);
                    let found = shelf.finder().find(&query, 100, None);
                    let ids = found
                        .hits
                        .iter()
                        .map(|(key, _)| shelf.library.id(*key).to_owned());
                    let mut ids: Vec<String> = ids.collect();
                    ids.sort();
                    (ids, found.total)
                };
                assert_eq!(found(&shelf), found(&whole), "{typed} {items:?}");
            }
        }
    }

    /// After a change for which the whole index is made, the next ones amend that one.
    #[test]
    fn an_index_that_was_made_as_a_whole_is_amended_by_the_next_change() {
        let registry = |text: &'static str| Source::text("registry.yaml", text);
        let ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
        let sources = ids.map(|id| report(id, &["lamp", "buoy", "mast"]));
        let all = sources.into_iter().chain([registry("bodies: []\n")]);
        let first = Arc::new(Shelf::new(Library::from_sources(all.collect())));
        let body = registry("bodies:\n  - {id: x, name: {en: Council}, kind: conference}\n");
        let whole = Arc::new(first.renewed(first.library.with(8, Volume::read(&body))));
        assert!(whole.base.is_none());
        assert!(!whole.finder().index().is_amended());
        let mut next = Arc::clone(&whole);
        for items in [&["anchor"][..], &["sail"][..]] {
            let changed = Volume::read(&report("b", items));
            next = Arc::new(next.renewed(next.library.with(1, changed)));
            assert!(Arc::ptr_eq(next.base.as_ref().unwrap(), &whole));
            assert!(next.finder().index().is_amended());
            let query = next.finder().read(&next.library, items[0]);
            assert_eq!(next.finder().find(&query, 9, None).total, 1);
        }
    }
}
