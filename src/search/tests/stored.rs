//! An index that was kept in a cache, whole and damaged.

use crate::cache::{Mapped, Writer};
use crate::search::join::{Sizes, join_with};
use crate::search::{Document, Field, Index, Part, Query, Session};
use proptest::prelude::*;
use std::fs;
use std::path::Path;
use std::sync::Arc;

const FIELDS: [Field; 6] = [
    Field::Number,
    Field::Title,
    Field::Name,
    Field::Code,
    Field::Text,
    Field::Background,
];

/// With sets and unions also in a small corpus.
fn build(texts: &[String]) -> Index {
    let documents = texts.iter().zip(0..).map(|(text, number)| Document {
        unseen: 0..0,
        fields: vec![
            (FIELDS[number % 6], text.as_str().into()),
            (FIELDS[number / 6 % 6], "قرار c26/35".into()),
        ],
        names: vec![text.as_str().into()],
        weight: (number * 37 % 256) as u8,
    });
    let sizes = Sizes {
        threads: 1,
        dense: 6,
        cheap: 10,
        ranked: 16,
    };
    join_with(&[Part::read(documents)], sizes)
}

fn save(index: &Index, path: &Path) {
    let mut writer = Writer::create(path, 7).unwrap();
    index.save(&mut writer, "search.");
    writer.finish().unwrap();
}

fn load(path: &Path) -> Option<Index> {
    let file: Arc<Mapped> = Mapped::open_unverified(path, 7).unwrap();
    Index::load(&file, "search.")
}

/// Words as typed, beginnings, insides, slips, sounds, other keys, operators.
const QUERIES: [&str; 17] = [
    "قرار",
    "ق",
    "c26",
    "بكم",
    "وال",
    "الكتاب",
    "كتابت",
    "مكتابب",
    "kitab",
    "abcd",
    "!قرار",
    "hgl[gs | abc",
    "قرار c2635 !ab",
    "بن كم لا",
    "^ق",
    "ار$",
    "^قرار$",
];

fn text() -> impl Strategy<Value = String> {
    "([والبكتم]{1,6} |[a-d]{1,5} |[0-9]{1,3} ){0,6}"
}

proptest! {
    #![proptest_config(crate::testing::cases(64))]
    #[test]
    fn a_loaded_index_answers_as_the_saved_one(
        texts in prop::collection::vec(text(), 0..60),
        typed in text(),
    ) {
        let folder = crate::cache::private::folder();
        let path = folder.path().join("cache");
        let index = build(&texts);
        save(&index, &path);
        let loaded = load(&path).unwrap();
        prop_assert_eq!((loaded.len(), loaded.bytes()), (index.len(), index.bytes()));
        let (mut one, mut other) = (Session::new(), Session::new());
        for query in QUERIES.iter().copied().chain([typed.as_str()]) {
            let query = Query::parse(query);
            for limit in [3, usize::MAX] {
                prop_assert_eq!(
                    index.search_in(&mut one, &query, limit, None),
                    loaded.search_in(&mut other, &query, limit, None)
                );
            }
        }
    }

    #[test]
    fn wrong_bytes_do_no_harm(
        texts in prop::collection::vec(text(), 1..60),
        wrong in prop::collection::vec((any::<prop::sample::Index>(), 1..200_usize, any::<u8>(), any::<bool>()), 1..20),
    ) {
        let folder = crate::cache::private::folder();
        let path = folder.path().join("cache");
        save(&build(&texts), &path);
        let mut bytes = fs::read(&path).unwrap();
        // The sections lie between the header and the table, which have checksums of their own.
        let table = u64::from_le_bytes(bytes[24..32].try_into().unwrap()) as usize;
        let sections = &mut bytes[64..table];
        for (at, length, value, flips) in wrong {
            let at = at.index(sections.len());
            let end = (at + if flips { 1 } else { length }).min(sections.len());
            for byte in &mut sections[at..end] {
                *byte = if flips { *byte ^ value } else { value };
            }
        }
        let damaged = folder.path().join("damaged");
        crate::cache::private::put(&damaged, &bytes);
        let Some(index) = load(&damaged) else {
            return Ok(());
        };
        let mut session = Session::new();
        for query in QUERIES {
            let results = index.search_in(&mut session, &Query::parse(query), usize::MAX, None);
            prop_assert!(results.hits.iter().all(|hit| (hit.key as usize) < index.len()));
            prop_assert!(results.total <= index.len().next_multiple_of(64));
        }
    }
}

#[test]
fn what_does_not_fit_together_is_no_index() {
    let folder = crate::cache::private::folder();
    let path = folder.path().join("cache");
    save(&build(&["قرار".to_owned()]), &path);
    let file = Mapped::open(&path, 7).unwrap();
    assert!(Index::load(&file, "search.").is_some());
    assert!(Index::load(&file, "").is_none());
    assert!(Index::load(&file, "searches.").is_none());
    // One document fewer than there are entries of.
    let mut writer = Writer::create(&path, 7).unwrap();
    writer.section("search.head", &[3_u64, 1024]);
    writer.section("search.keys.low", &[] as &[u16]);
    writer.section("search.owns.ends", &[] as &[u32]);
    writer.finish().unwrap();
    assert!(load(&path).is_none());
}
