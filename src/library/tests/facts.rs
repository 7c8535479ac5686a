//! What the tables tell of all records is what the records tell one by one.

use std::collections::BTreeSet;

use super::{Key, Library};
use crate::library::Source;
use crate::report::{Kind, Record, Relation, Status};

/// The keys that bits mean.
fn bits(tell: impl FnOnce(&mut dyn FnMut(Key, u64))) -> Vec<usize> {
    let mut keys = Vec::new();
    tell(&mut |first, bits| {
        keys.extend(
            (0..64)
                .filter(|bit| bits & 1 << bit != 0)
                .map(|bit| first.index() + bit),
        );
    });
    keys
}

#[test]
fn kinds_and_statuses_are_those_of_the_records() {
    let library = Library::built_in();
    for kind in Kind::ALL {
        let told = bits(|mut tell| library.each_of_kind(kind, &mut tell));
        let of_kind: Vec<usize> = library
            .of_kind(kind)
            .iter()
            .map(|key| key.index())
            .collect();
        assert_eq!(told, of_kind, "{kind:?}");
    }
    let counts = library.statuses();
    for status in Status::ALL {
        let told = bits(|mut tell| library.each_with_status(status, &mut tell));
        let has = |key: &Key| library.record(*key).and_then(Status::of) == Some(status);
        let with: Vec<usize> = library.keys().filter(has).map(Key::index).collect();
        assert_eq!(told, with, "{status:?}");
        let one = bits(|mut tell| library.each_with_statuses(&[status], &mut tell));
        assert_eq!(one, with, "{status:?}");
        let count = counts.iter().find(|(one, _)| *one == status);
        assert_eq!(count.map_or(0, |(_, count)| *count), with.len());
    }
    assert!(!counts.is_empty());
    let several = [Kind::Note, Kind::Item, Kind::Nomination];
    let told = bits(|mut tell| library.each_of_kinds(&several, &mut tell));
    let has = |key: &Key| several.contains(&library.kind(*key));
    let of_kinds: Vec<usize> = library.keys().filter(has).map(Key::index).collect();
    assert_eq!(told, of_kinds);
    let none = bits(|mut tell| library.each_of_kinds(&[], &mut tell));
    assert!(none.is_empty());
}

/// One report of 2024 with a record of 2019, one of an open date and one whose date tells no year;
/// one report that only says in its session when it was; a registry, which is of no year.
#[test]
fn years_are_those_of_the_record_or_else_of_its_report() {
    let library = Library::from_sources(vec![
        Source::text(
            "a.yaml",
            "report: {id: a, kind: group-report, title: {en: A}, date: 2024-06-30}\n\
             events:\n\
             \x20 - {id: e1, kind: forum, title: {en: One}, date: 2019}\n\
             \x20 - {id: e2, kind: forum, title: {en: Two}}\n\
             \x20 - {id: e3, kind: forum, title: {en: Three}, date: 2022/..}\n\
             \x20 - {id: e4, kind: forum, title: {en: Four}, date: 2021-11/2022-02}\n",
        ),
        Source::text(
            "b.yaml",
            "report: {id: b, kind: group-report, title: {en: B}, session: council@2019}\n",
        ),
        Source::text(
            "registry.yaml",
            "bodies:\n  - {id: x, name: {en: X}, kind: group}\n",
        ),
    ]);
    let of = |from: u16, to: u16| {
        let mut ids = Vec::new();
        library.each_of_years(from, to, &mut |run| {
            ids.extend(run.map(|key| library.id(Key::new(key)).to_owned()));
        });
        ids.sort();
        ids
    };
    assert_eq!(of(2024, 2024), ["a", "a:e2"]);
    assert_eq!(of(2019, 2019), ["a:e1", "b"]);
    assert_eq!(of(2022, 2022), ["a:e3", "a:e4"]);
    assert_eq!(of(2020, 2029), ["a", "a:e2", "a:e3", "a:e4"]);
    assert_eq!(of(0, 1999), [""; 0]);
    assert_eq!(library.years(), BTreeSet::from([2019, 2021, 2022, 2024]));
}

#[test]
fn who_names_a_party_is_told_by_its_links_too() {
    let library = Library::built_in();
    let mut told: BTreeSet<(Key, Key)> = BTreeSet::new();
    let mut by: BTreeSet<(Key, Key)> = BTreeSet::new();
    library.each_naming(|_| true, &mut |naming| {
        assert_eq!(naming.kind, library.kind(naming.from));
        assert_eq!(naming.in_report, library.report_of(naming.from).is_some());
        told.insert((naming.party, naming.from));
        if naming.relation == Relation::By {
            by.insert((naming.party, naming.from));
        }
    });
    let parties = [Kind::Country, Kind::Body, Kind::Person];
    let parties = parties.into_iter().flat_map(|kind| library.of_kind(kind));
    let mut linked = BTreeSet::new();
    let mut linked_by = BTreeSet::new();
    for &party in parties {
        for link in library.links(party).iter().filter(|link| !link.outgoing) {
            linked.insert((party, link.key));
            if link.relation == Relation::By {
                linked_by.insert((party, link.key));
            }
        }
    }
    // That two see each other is told once by the links, from either end.
    let others: Vec<&(Key, Key)> = told.difference(&linked).collect();
    for (party, from) in others {
        let mut links = library.links(*party).iter();
        assert!(links.any(|link| link.outgoing && link.key == *from));
    }
    assert!(linked.is_subset(&told));
    assert_eq!(by, linked_by);
    assert!(by.len() > 50);
}

#[test]
fn the_lists_of_who_names_a_party_are_what_is_told_one_by_one() {
    let library = Library::built_in();
    let mut from: BTreeSet<(Key, Key)> = BTreeSet::new();
    let mut all: BTreeSet<(Key, Key)> = BTreeSet::new();
    let mut in_reports: BTreeSet<(Key, Key)> = BTreeSet::new();
    let mut places: BTreeSet<(Key, Key)> = BTreeSet::new();
    library.each_naming(|_| true, &mut |naming| {
        let pair = (naming.party, naming.from);
        all.insert(pair);
        if naming.comes_from() {
            from.insert(pair);
        }
        if naming.in_report {
            in_reports.insert(pair);
        }
        if naming.is_place() {
            places.insert(pair);
        }
    });
    let named = library.named();
    let of = |party: Key, pairs: &BTreeSet<(Key, Key)>| -> Vec<u32> {
        let of = pairs.iter().filter(|(one, _)| *one == party);
        of.map(|(_, record)| record.index() as u32).collect()
    };
    for party in library.keys() {
        assert_eq!(named.from(party), of(party, &from), "{party:?}");
        let mut naming = named.naming(party).to_vec();
        assert!(naming.starts_with(named.from(party)));
        naming.sort_unstable();
        assert_eq!(naming, of(party, &all), "{party:?}");
        assert_eq!(named.in_reports(party), of(party, &in_reports).len());
        let in_country: Vec<u32> = named.in_country(party).collect();
        assert_eq!(in_country, of(party, &places), "{party:?}");
    }
    let kuwait = library.find("KWT").unwrap();
    let contribution = library.find("c21:con/kwt").unwrap();
    assert!(named.from(kuwait).contains(&(contribution.index() as u32)));
    let italy = library.find("ITA").unwrap();
    let verona = library.find("c24:meet/g7-verona").unwrap();
    assert!(
        named
            .in_country(italy)
            .any(|one| one == verona.index() as u32)
    );
}

#[test]
fn an_item_is_met_by_its_numbers_and_not_by_other_ids() {
    let library = Library::from_sources(vec![Source::text(
        "a.yaml",
        "report: {id: a, kind: group-report, title: {en: A}}\n\
             items:\n\
             \x20 - {id: \"11\", number: [\"11\", \"12\"], title: {en: One}, position: {stance: support, status: draft, text: {en: P}}}\n\
             \x20 - {id: \"13\", title: {en: Without a number}}\n\
             \x20 - {id: word, number: [\"1.2\"], title: {en: Two}}\n\
             events:\n\
             \x20 - {id: \"12\", kind: forum, title: {en: No item}}\n",
    )]);
    let mut numbers = Vec::new();
    library.each_number(&mut |item, number| numbers.push(format!("{} {number}", library.id(item))));
    assert_eq!(numbers, ["a:11 11", "a:11 12", "a:word 1.2"]);
    let built_in = Library::built_in();
    let mut told = Vec::new();
    built_in.each_number(&mut |item, number| told.push((item, number.to_owned())));
    let mut expected = Vec::new();
    for &key in built_in.of_kind(Kind::Item) {
        if let Some(Record::Item(item)) = built_in.record(key) {
            expected.extend(
                item.number
                    .iter()
                    .map(|number| (key, number.as_str().to_owned())),
            );
        }
    }
    told.sort();
    expected.sort();
    assert_eq!(told, expected);
}
