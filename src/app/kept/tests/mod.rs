//! What was kept is what was read; what changed is read again, and nothing else.

mod linked;
mod renewed;
mod trusted;

use std::collections::BTreeSet;
use std::fs;
use std::sync::Mutex;
use std::thread;

use super::*;
use crate::app::fields::completions;
use crate::app::finder::Inquiry;
use crate::report::Language;
use crate::search::Query;

/// A minute from now, when no file that is there is young any more.
fn later() -> u64 {
    now() + 60_000_000_000
}

/// A folder of reports, and a home for its cache.
struct Place {
    folder: tempfile::TempDir,
    caches: tempfile::TempDir,
}

const REGISTRY: &str = "\
bodies:
  - {id: council, name: {ar: المجلس, en: Council}, kind: conference}
  - {id: group, name: {ar: فريق المنارات, en: Group on lighthouses}, kind: group}
people:
  - {id: selim, name: {ar: سليم, en: Selim}}
";

/// Twenty items about lamps; the first one names the group, the last one a person.
fn report(id: &str, lamp: &str) -> String {
    let mut text =
        format!("report: {{id: {id}, kind: group-report, title: {{en: Report {id}}}}}\nitems:\n");
    for item in 0..20 {
        text += &format!(
            "  - {{id: \"{item}\", number: [\"{item}\"], title: {{en: {lamp} {id}x{item}}}, refs: [{}]}}\n",
            match item {
                0 => "group",
                19 => "selim",
                _ => "",
            }
        );
    }
    text
}

impl Place {
    fn new() -> Self {
        let place = Self {
            folder: tempfile::tempdir().unwrap(),
            caches: tempfile::tempdir().unwrap(),
        };
        place.put("registry.yaml", REGISTRY);
        for id in ["a", "b", "c", "d", "e", "f", "g", "h"] {
            place.put(&format!("{id}.yaml"), &report(id, "Lamp"));
        }
        place
    }

    fn put(&self, name: &str, text: &str) {
        fs::write(self.folder.path().join(name), text).unwrap();
    }

    fn store(&self) -> Store {
        let home = Home::at(self.caches.path().join("majlis"));
        Store::new(self.folder.path(), &home).unwrap()
    }

    fn library(&self) -> Library {
        Library::open(self.folder.path())
    }

    /// Keeps the folder as if it had been at rest for a while.
    fn keep(&self) {
        self.store()
            .keep(&Shelf::new(self.library()), later())
            .unwrap();
    }

    /// What opens when the folder has been at rest for a while, and the names of the files that were
    /// read for it.
    fn open(&self) -> (Opened, BTreeSet<String>) {
        self.open_at(later())
    }

    fn open_at(&self, now: u64) -> (Opened, BTreeSet<String>) {
        let read = Mutex::new(BTreeSet::new());
        let opened = self.store().open_with(now, |path| {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            read.lock().unwrap().insert(name);
            Source::file(path)
        });
        let opened = opened.unwrap();
        self.agrees(&opened.shelf);
        (opened, read.into_inner().unwrap())
    }

    /// The shelf is as if all had been read and indexed now.
    fn agrees(&self, shelf: &Shelf) {
        let fresh = Shelf::new(self.library());
        let (library, fresh_library) = (&shelf.library, &fresh.library);
        assert_eq!(library.len(), fresh_library.len());
        assert_eq!(library.problems(), fresh_library.problems());
        for key in fresh_library.keys() {
            assert_eq!(library.id(key), fresh_library.id(key));
            assert_eq!(library.record(key), fresh_library.record(key));
            assert_eq!(library.links(key), fresh_library.links(key));
            let title = fresh_library.title(key, Language::Arabic);
            assert_eq!(library.title(key, Language::Arabic), title);
        }
        for words in [
            "lamp",
            "lantern",
            "lighthouses",
            "المنارات",
            "beacons",
            "selim",
            "sleim",
            "council",
            "report d",
            "dx7",
            "7",
            "kind:body",
            "kind:item group",
            "kind:i",
            "!kind:item",
            "body:group",
            "body:منا lamp",
            "body:s",
            "body:nobody",
            "item:7",
            "item:d:1",
            "report:c",
            "status:agreed",
            "year:2019",
            "oldtitle",
            "newtitle",
            "twintitle",
            "harbour",
        ] {
            let found = |shelf: &Shelf| {
                let query: Query = shelf.finder().read(&shelf.library, words);
                let inquiry = Inquiry::of(&shelf.library, &query, 500);
                let found = shelf.finder().search(inquiry);
                let hits = found.hits.iter().map(|(key, _)| shelf.library.id(*key));
                let mut hits: Vec<String> = hits.map(str::to_owned).collect();
                hits.sort();
                (found.total, hits)
            };
            assert_eq!(found(shelf), found(&fresh), "{words}");
            let ways = |shelf: &Shelf| {
                let (library, values) = (&shelf.library, shelf.finder().values());
                completions(words, words.len(), library, values, Language::Arabic)
            };
            assert_eq!(ways(shelf), ways(&fresh), "{words}");
        }
        for key in fresh_library.keys() {
            let named = |library: &Library| {
                let named = library.named();
                (named.naming(key).to_vec(), named.in_reports(key))
            };
            assert_eq!(named(library), named(fresh_library), "{key:?}");
        }
    }
}

fn names(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// A report that nominates somebody under an item of another one, which holds a position too.
fn nominating(head: &str, title: &str, item: &str) -> String {
    format!(
        "report: {{id: {head}, kind: group-report, title: {{en: Nominations}}}}\n\
         nominations:\n  - {{id: nom/selim, person: selim, body: group, role: vice-chair, \
         status: proposed, item: \"{item}\", title: {{en: {title}}}}}\n"
    )
}

/// A report about lamps whose sixth item has a position.
fn with_position(id: &str) -> String {
    let position = format!(
        "id: \"5\", position: {{stance: support, status: agreed, text: {{en: The harbour of {id}}}}}"
    );
    report(id, "Lamp").replace("id: \"5\"", &position)
}

/// The ids of what is found, in order.
fn found(shelf: &Shelf, words: &str) -> Vec<String> {
    let query = shelf.finder().read(&shelf.library, words);
    let hits = shelf.finder().find(&query, 500, None).hits;
    let mut ids: Vec<String> = hits
        .iter()
        .map(|(key, _)| shelf.library.id(*key).to_owned())
        .collect();
    ids.sort();
    ids
}

/// How many files are to be written beside the cache; none where nothing is, or all.
fn files(due: &Due) -> Option<usize> {
    match due {
        Due::Beside(changed) => Some(changed.files()),
        Due::Nothing | Due::Whole => None,
    }
}

/// Writes what is due of what opens; what was due, and the names of the files that were read.
fn renew(place: &Place) -> (Due, BTreeSet<String>) {
    let (opened, read) = place.open();
    let store = place.store();
    store.renew(&opened.shelf, &opened.due, later()).unwrap();
    (opened.due, read)
}

#[test]
fn a_folder_that_rests_is_opened_without_reading_a_file() {
    let place = Place::new();
    assert!(place.store().open().is_none());
    place.keep();
    let (opened, read) = place.open();
    assert_eq!(read, names(&[]));
    assert_eq!((opened.read, opened.due), (0, Due::Nothing));
    let library = place.store().library().unwrap();
    assert_eq!(library.len(), place.library().len());
}

#[test]
fn one_file_changed_is_one_file_read() {
    let place = Place::new();
    place.keep();
    place.put("d.yaml", &report("d", "Lantern"));
    let (opened, read) = place.open();
    assert_eq!(read, names(&["d.yaml"]));
    assert_eq!((opened.read, files(&opened.due)), (1, Some(1)));
    // Kept again as a whole, it need not be read any more.
    place.store().keep(&opened.shelf, later()).unwrap();
    let (opened, read) = place.open();
    assert_eq!((read, opened.due), (names(&[]), Due::Nothing));
}

#[test]
fn a_file_that_grows_or_shrinks_moves_the_ones_behind_it() {
    let place = Place::new();
    place.keep();
    let longer = report("b", "Lamp") + "  - {id: more, title: {en: One more lantern}}\n";
    place.put("b.yaml", &longer);
    assert_eq!(place.open().1, names(&["b.yaml"]));
    let head = report("b", "Lamp");
    let head = head.split("items:").next().unwrap();
    place.put("b.yaml", head);
    assert_eq!(place.open().1, names(&["b.yaml"]));
}

#[test]
fn a_new_file_is_read_and_one_that_is_gone_is_gone() {
    let place = Place::new();
    place.keep();
    place.put("cc.yaml", &report("cc", "Lantern"));
    assert_eq!(place.open().1, names(&["cc.yaml"]));
    fs::remove_file(place.folder.path().join("a.yaml")).unwrap();
    let (opened, read) = place.open();
    assert_eq!(read, names(&["cc.yaml"]));
    assert!(opened.shelf.library.find("a:3").is_none());
    // Renamed, it is read again, and stands at its new place.
    let path = |name: &str| place.folder.path().join(name);
    fs::rename(path("b.yaml"), path("z.yaml")).unwrap();
    assert_eq!(place.open().1, names(&["cc.yaml", "z.yaml"]));
}

#[test]
fn a_file_that_is_broken_or_mended_is_told_as_if_all_were_read() {
    let place = Place::new();
    place.put("e.yaml", "report: [");
    place.keep();
    let (opened, _) = place.open();
    assert_eq!(opened.due, Due::Nothing);
    assert!(!opened.shelf.library.problems().is_empty());
    place.put("e.yaml", &report("e", "Lamp"));
    assert_eq!(place.open().1, names(&["e.yaml"]));
    // Of two reports with one id the first counts, whichever was kept.
    place.put("aa.yaml", &report("e", "Lantern"));
    assert_eq!(place.open().1, names(&["aa.yaml", "e.yaml"]));
    place.put("registry.yaml", "bodies: [");
    let (_, read) = place.open();
    assert_eq!(read, names(&["aa.yaml", "e.yaml", "registry.yaml"]));
}
