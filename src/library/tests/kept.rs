//! Volumes that were kept in a cache are those that were read.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;

use proptest::prelude::*;

use super::generated::sources;
use super::properties::{said, told};
use crate::cache::{Mapped, Writer};
use crate::library::*;
use crate::report::Language;

const VERSION: u64 = 7;

fn write(volumes: &[Arc<Volume>], path: &Path) {
    let mut writer = Writer::create(path, VERSION).unwrap();
    writer.section("other", &[1_u8, 2, 3]);
    save_all(volumes, &mut writer, "library.").unwrap();
    writer.finish().unwrap();
}

fn load(path: &Path) -> Option<Vec<Arc<Volume>>> {
    let mapped = Mapped::open_unverified(path, VERSION).ok()?;
    let volumes = load_all(&mapped, "library.")?;
    Some(volumes.into_iter().map(Arc::new).collect())
}

/// The library out of a cache of its own.
fn kept(library: &Library, folder: &Path) -> Library {
    let path = folder.join("kept");
    write(library.volumes(), &path);
    Library::of(load(&path).unwrap(), library.origin().clone())
}

fn same_files(library: &Library, kept: &Library) {
    let facts = |library: &Library| -> Vec<_> {
        let volumes = library.volumes().iter();
        let facts = |volume: &Arc<Volume>| {
            let id = volume.report_id().map(str::to_owned);
            (volume.name().to_owned(), *volume.stamp(), id, volume.len())
        };
        volumes.map(facts).collect()
    };
    assert_eq!(facts(library), facts(kept));
    assert!(kept.volumes().iter().all(|volume| !volume.is_damaged()));
}

#[test]
fn the_built_in_reports_come_back_as_they_were() {
    let folder = crate::cache::private::folder();
    let library = Library::built_in();
    let kept = kept(&library, folder.path());
    assert_eq!(told(&library), told(&kept));
    same_files(&library, &kept);
    for key in library.keys() {
        assert_eq!(library.record(key), kept.record(key));
    }
    assert_eq!(kept.find("shahira selim"), library.find("shahira selim"));
    assert_eq!(kept.nearest("c21:28", 3), library.nearest("c21:28", 3));
}

#[test]
fn what_is_wrong_with_a_file_is_kept_and_goes_by_its_name() {
    let folder = crate::cache::private::folder();
    let library = Library::from_sources(vec![
        Source::text(
            "r.yaml",
            "report: {id: r, kind: no-report, title: {en: T}}\nitems: [1]\n",
        ),
        Source::text("empty.yaml", ""),
        Source::new("bytes.yaml", vec![0xff]),
    ]);
    assert!(library.problems().len() >= 4);
    let kept = kept(&library, folder.path());
    assert_eq!(told(&library), told(&kept));
    same_files(&library, &kept);
    let moved = load(&folder.path().join("kept")).unwrap().remove(1);
    let moved = Arc::into_inner(moved).unwrap().named("there/empty.yaml");
    assert_eq!(moved.name(), "there/empty.yaml");
    let files: Vec<&str> = moved
        .problems()
        .iter()
        .map(|p| p.place.file.as_str())
        .collect();
    assert_eq!(files, ["there/empty.yaml"]);
}

#[test]
fn a_damaged_cache_is_known_and_not_written_again() {
    let folder = crate::cache::private::folder();
    let path = folder.path().join("kept");
    let library = Library::built_in();
    write(library.volumes(), &path);
    let mut bytes = fs::read(&path).unwrap();
    // The beginning of a record: of a word in it that nothing else in the file holds.
    let word = "by_correspondence".as_bytes();
    let at = bytes
        .windows(word.len())
        .position(|bytes| bytes == word)
        .unwrap();
    bytes[at - 1] = 0xc1;
    fs::write(&path, &bytes).unwrap();
    let volumes = load(&path).unwrap();
    let kept = Library::of(volumes.clone(), Origin::Files);
    let lost: Vec<Key> = kept
        .keys()
        .filter(|key| kept.record(*key).is_none())
        .collect();
    assert_eq!(lost.len(), 1);
    assert_eq!(kept.kind(lost[0]), Kind::Outcome);
    assert_eq!(kept.links(lost[0]), library.links(lost[0]));
    assert!(volumes.iter().all(|volume| volume.is_damaged()));
    let mut writer = Writer::create(&folder.path().join("again"), VERSION).unwrap();
    assert!(save_all(&volumes, &mut writer, "library.").is_err());
}

proptest! {
    #![proptest_config(crate::testing::cases(100))]

    #[test]
    fn a_library_comes_back_as_it_was(sources in sources(), other in sources()) {
        let folder = crate::cache::private::folder();
        let library = Library::from_sources(sources);
        let once = kept(&library, folder.path());
        same_files(&library, &once);
        prop_assert_eq!(told(&once), told(&library));
        // A file was read again: the rest goes from the old cache into the new one.
        if let Some(other) = other.first() {
            let (library, once) = (
                library.with(1, Volume::read(other)),
                once.with(1, Volume::read(other)),
            );
            let twice = kept(&once, folder.path());
            same_files(&library, &twice);
            prop_assert_eq!(told(&twice), told(&library));
        }
    }

    #[test]
    fn wrong_bytes_do_no_harm(
        sources in sources(),
        flips in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let folder = crate::cache::private::folder();
        let path = folder.path().join("kept");
        write(Library::from_sources(sources).volumes(), &path);
        let mut bytes = fs::read(&path).unwrap();
        // In the sections: the header and the table are checked when the file is opened.
        let table = u64::from_le_bytes(bytes[24..32].try_into().unwrap());
        let sections = &mut bytes[64..usize::try_from(table).unwrap()];
        for (at, byte) in flips {
            sections[at.index(sections.len())] = byte;
        }
        crate::cache::private::put(&path, &bytes);
        if let Some(volumes) = load(&path) {
            look_at_all(&Library::of(volumes, Origin::Folder));
        }
    }
}

/// Asks the library everything; whatever it says, it says it.
fn look_at_all(library: &Library) {
    black_box(said(library));
    for key in library.keys() {
        black_box(library.record(key));
        black_box(library.owner(key));
        black_box(library.title(key, Language::Arabic));
        black_box(library.find(library.id(key)));
    }
    for kind in Kind::ALL {
        black_box(library.of_kind(kind));
    }
    black_box(library.problems());
    black_box(library.nearest("a:1", 5));
}
