//! What holds for every library, however it was put together.

use std::sync::Arc;

use proptest::prelude::*;

use super::generated::{WORDS, sources};
use super::reference::{Ids, Joined, joined};
use crate::library::volume::Typed;
use crate::library::*;

/// A record's id, kind, report and owner, and the record itself as JSON.
type Row = (String, Kind, Option<usize>, Option<Key>, String);

/// Everything that a library tells.
#[derive(Debug, PartialEq)]
pub(super) struct Told {
    records: Vec<Row>,
    joined: Joined,
    kinds: Vec<Vec<Key>>,
    meant: Vec<[Option<Key>; 3]>,
    problems: Vec<Problem>,
}

/// What the library itself says joins its records.
pub(super) fn said(library: &Library) -> Joined {
    let mut said = Joined::default();
    for key in library.keys() {
        let (links, members) = (library.links(key), library.belongs_to(key));
        if !links.is_empty() {
            said.links.insert(key, links.to_vec());
        }
        if !members.is_empty() {
            said.members.insert(key, members.to_vec());
        }
        if let Some(item) = library.item_of(key) {
            said.items.insert(key, item);
        }
    }
    said
}

pub(super) fn told(library: &Library) -> Told {
    let record = |key| {
        let record = library.record(key).unwrap();
        assert_eq!(record.kind(), library.kind(key));
        (
            library.id(key).to_owned(),
            library.kind(key),
            library.report_of(key),
            library.owner(key),
            serde_json::to_string(&record).unwrap(),
        )
    };
    let first = Key::new(0);
    let meant = |word: &&str| {
        [
            library.find(word),
            library.in_registry(word),
            library.in_reports(first, word),
        ]
    };
    Told {
        records: library.keys().map(record).collect(),
        joined: said(library),
        kinds: Kind::ALL.map(|kind| library.of_kind(kind).to_vec()).into(),
        meant: WORDS.iter().map(meant).collect(),
        problems: library.problems().to_vec(),
    }
}

proptest! {
    #![proptest_config(crate::testing::cases(400))]

    #[test]
    fn links_made_one_by_one_are_those_of_the_whole(sources in sources()) {
        let library = Library::from_sources(sources);
        // Nothing else is lost of what was generated.
        let known = [Code::DuplicateId, Code::SecondRegistry];
        prop_assert!(library.problems().iter().all(|problem| known.contains(&problem.code)));
        prop_assert_eq!(said(&library), joined(&library));
        let ids = Ids::new(&library);
        for word in WORDS {
            prop_assert_eq!(library.in_registry(word), ids.in_registry(word));
            prop_assert_eq!(library.full(word), ids.full(word));
            // Whoever types it otherwise still gets what fits best of all.
            for typed in [word.to_uppercase(), word.replace('/', " "), word.to_owned()] {
                let all = library.meant_anywhere(&Typed::new(&typed));
                prop_assert_eq!(library.meant(&typed), all, "{}", typed);
            }
        }
    }

    #[test]
    fn every_record_has_its_place(sources in sources()) {
        let library = Library::from_sources(sources);
        for key in library.keys() {
            let (place, local) = library.place_of(key).unwrap();
            prop_assert_eq!(library.key_of(place, local), Some(key));
            prop_assert_eq!(library.volumes()[place].id(local), library.id(key));
        }
        prop_assert_eq!(library.place_of(Key::new(u32::try_from(library.len()).unwrap())), None);
        for (place, volume) in library.volumes().iter().enumerate() {
            let after = u32::try_from(volume.len()).unwrap();
            prop_assert_eq!(library.key_of(place, after), None);
        }
    }

    #[test]
    fn however_it_is_put_together_it_is_the_same(
        sources in sources(),
        others in sources(),
        places in proptest::collection::vec(any::<prop::sample::Index>(), 8),
    ) {
        let whole = told(&Library::from_sources(sources.clone()));
        // What does not belong there comes in and goes out again, and each state is looked at.
        let mut library = Library::of(Vec::new(), Origin::Files);
        for (place, source) in sources.iter().enumerate() {
            if let Some(other) = others.get(place) {
                library = library.with_new(place, Volume::read(other));
                said(&library);
                library = library.with(place, Volume::read(source));
            } else {
                library = library.with_new(place, Volume::read(source));
            }
        }
        prop_assert_eq!(&told(&library), &whole);
        for (place, other) in places.iter().zip(&others) {
            let place = place.index(sources.len() + 1);
            let more = library.with_new(place, Volume::read(other));
            said(&more);
            library = more.without(place);
        }
        prop_assert_eq!(&told(&library), &whole);
        // A volume that did not change is not copied.
        let volumes = library.volumes().to_vec();
        let again = Library::of(volumes.clone(), library.origin().clone());
        prop_assert!(again.volumes().iter().zip(&volumes).all(|(one, other)| Arc::ptr_eq(one, other)));
        prop_assert_eq!(told(&again), whole);
    }
}

#[test]
fn the_links_of_the_built_in_reports_are_those_of_the_whole() {
    let library = Library::built_in();
    assert_eq!(said(&library), joined(&library));
}

#[test]
fn a_report_may_have_a_colon_in_its_id() {
    let report = |id: &str, item: &str, see: &str| {
        format!(
            "report: {{id: \"{id}\", kind: group-report, title: {{en: T}}}}\nitems: [{{id: \"{item}\", title: {{en: I}}, see: {see}}}]\n"
        )
    };
    let library = Library::from_sources(vec![
        Source::text("1.yaml", report("a", "1", "[\"a:b:2\", a, \"a:1\"]")),
        Source::text("2.yaml", report("a:b", "2", "[\"2\", \"a:b\", \"a:1\"]")),
    ]);
    let find = |id: &str| library.find(id).unwrap();
    assert_eq!(library.id(find("a:b:2")), "a:b:2");
    assert_eq!(library.owner(find("a:b:2")), Some(find("a:b")));
    let named = |id: &str| -> Vec<(&str, bool)> {
        let links = library.links(find(id)).iter();
        links
            .map(|link| (library.id(link.key), link.outgoing))
            .collect()
    };
    assert_eq!(named("a:b:2"), [("a:b", true), ("a:1", true)]);
    assert_eq!(named("a:1"), [("a", true), ("a:b:2", true)]);
}
