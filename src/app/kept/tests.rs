//! What was kept is what was read; what changed is read again, and nothing else.

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
fn what_changed_is_read_once_and_kept_beside_the_cache() {
    let place = Place::new();
    place.keep();
    let cache = fs::read(&place.store().file).unwrap();
    place.put("d.yaml", &report("d", "Lantern"));
    let (due, read) = renew(&place);
    assert_eq!((files(&due), read), (Some(1), names(&["d.yaml"])));
    assert_eq!(renew(&place), (Due::Nothing, names(&[])));
    // One that is new and names what is in another: only it is read.
    place.put("x.yaml", &nominating("x", "Newtitle", "d:5"));
    let (due, read) = renew(&place);
    assert_eq!((files(&due), read), (Some(2), names(&["x.yaml"])));
    assert_eq!(renew(&place), (Due::Nothing, names(&[])));
    // The first one once more.
    place.put("d.yaml", &report("d", "Lighthouse"));
    let (due, read) = renew(&place);
    assert_eq!((files(&due), read), (Some(2), names(&["d.yaml"])));
    // One that goes, and comes back.
    fs::remove_file(place.folder.path().join("x.yaml")).unwrap();
    let (due, read) = renew(&place);
    assert_eq!((files(&due), read), (Some(1), names(&[])));
    assert_eq!(renew(&place), (Due::Nothing, names(&[])));
    place.put("x.yaml", &nominating("x", "Newtitle", "d:5"));
    assert_eq!(renew(&place).1, names(&["x.yaml"]));
    assert_eq!(renew(&place), (Due::Nothing, names(&[])));
    // The cache itself was never written, and its library alone is that of now as well.
    assert_eq!(fs::read(&place.store().file).unwrap(), cache);
    assert_eq!(
        place.store().library().unwrap().len(),
        place.library().len()
    );
}

#[test]
fn what_changed_so_much_that_all_is_made_anew_is_kept_as_a_whole() {
    let place = Place::new();
    place.keep();
    place.put("a.yaml", &report("a", "Lantern"));
    renew(&place);
    assert!(place.store().beside().exists());
    place.put("registry.yaml", &REGISTRY.replace("lighthouses", "beacons"));
    let (due, read) = renew(&place);
    assert_eq!((due, read), (Due::Whole, names(&["registry.yaml"])));
    assert!(!place.store().beside().exists());
    assert_eq!(renew(&place), (Due::Nothing, names(&[])));
}

#[test]
fn what_lies_beside_another_cache_or_is_not_whole_is_as_if_it_were_not_there() {
    let place = Place::new();
    place.keep();
    place.put("d.yaml", &report("d", "Lantern"));
    renew(&place);
    let beside = place.store().beside();
    let whole = fs::read(&beside).unwrap();
    let read = || place.open().1;
    for length in [0, 63, 64, whole.len() / 2, whole.len() - 1] {
        fs::write(&beside, &whole[..length]).unwrap();
        assert_eq!(read(), names(&["d.yaml"]), "{length}");
    }
    for at in (0..whole.len()).step_by(whole.len() / 61) {
        let mut wrong = whole.clone();
        wrong[at] ^= 0x10;
        fs::write(&beside, &wrong).unwrap();
        // Between two sections a byte may be what it will.
        read();
    }
    fs::write(&beside, &whole).unwrap();
    assert_eq!(read(), names(&[]));
    // The cache is written by somebody who did not know of it, as the file was before.
    place.put("d.yaml", &report("d", "Lamp"));
    place.keep();
    place.put("d.yaml", &report("d", "Lantern"));
    fs::write(&beside, &whole).unwrap();
    assert_eq!(read(), names(&["d.yaml"]));
}

/// The screen stays open over a library out of a cache in which something has changed.
#[test]
fn what_was_opened_amended_is_amended_by_the_next_change() {
    let place = Place::new();
    place.keep();
    place.put("d.yaml", &report("d", "Lantern"));
    for _ in 0..2 {
        let (opened, _) = place.open();
        let store = place.store();
        store.renew(&opened.shelf, &opened.due, later()).unwrap();
        let shelf = Arc::new(opened.shelf);
        let changed = Volume::read(&Source::text("b.yaml", report("b", "Harbour")));
        let at = shelf
            .library
            .volumes()
            .iter()
            .position(|one| one.name().ends_with("/b.yaml"));
        let next = shelf.renewed(shelf.library.with(at.unwrap(), changed));
        assert!(next.finder().index().is_amended());
        assert_eq!(found(&next, "harbour").len(), 20);
        assert_eq!(found(&next, "lantern").len(), 20);
    }
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

#[test]
fn what_belongs_to_an_item_of_another_report_is_found_there_as_it_is_now() {
    let place = Place::new();
    place.put("d.yaml", &with_position("d"));
    place.put("x1.yaml", &nominating("x1", "Oldtitle", "d:5"));
    place.keep();
    let (opened, _) = place.open();
    let before = found(&opened.shelf, "oldtitle");
    assert!(before.contains(&"d:5/position".to_owned()), "{before:?}");
    place.put("x1.yaml", &nominating("x1", "Newtitle", "d:5"));
    let (opened, read) = place.open();
    assert_eq!(read, names(&["x1.yaml"]));
    assert!(opened.shelf.finder().index().is_amended());
    assert_eq!(found(&opened.shelf, "newtitle"), before);
    assert_eq!(found(&opened.shelf, "oldtitle"), Vec::<String>::new());
}

#[test]
fn a_report_that_hides_another_of_its_id_and_goes_again_is_told_to_who_names_it() {
    let place = Place::new();
    place.put("d.yaml", &with_position("d"));
    place.put("x1.yaml", &nominating("x1", "Oldtitle", "d:5"));
    place.keep();
    let before = found(&place.open().0.shelf, "oldtitle");
    assert!(before.contains(&"d:5/position".to_owned()), "{before:?}");
    // It sorts before the one that was kept, which is the same and no longer shown.
    place.put("aa.yaml", &nominating("x1", "Twintitle", "d:5"));
    let (opened, read) = place.open();
    assert_eq!(read, names(&["aa.yaml"]));
    assert!(opened.shelf.finder().index().is_amended());
    assert_eq!(found(&opened.shelf, "twintitle"), before);
    assert_eq!(found(&opened.shelf, "oldtitle"), Vec::<String>::new());
    // Kept with it, then without.
    place.keep();
    place.open();
    fs::remove_file(place.folder.path().join("aa.yaml")).unwrap();
    let (opened, read) = place.open();
    assert_eq!(read, names(&[]));
    assert!(opened.shelf.finder().index().is_amended());
    assert_eq!(found(&opened.shelf, "oldtitle"), before);
    assert_eq!(found(&opened.shelf, "twintitle"), Vec::<String>::new());
    // The same where what is named is hidden.
    place.put("bb.yaml", &report("d", "Lantern"));
    place.open();
    place.keep();
    fs::remove_file(place.folder.path().join("bb.yaml")).unwrap();
    place.open();
}

#[test]
fn a_file_that_cannot_be_read_makes_no_cache_anew_each_time() {
    let place = Place::new();
    fs::create_dir(place.folder.path().join("folder.yaml")).unwrap();
    place.keep();
    let (opened, read) = place.open();
    assert_eq!(read, names(&["folder.yaml"]));
    assert_eq!((opened.read, opened.due), (0, Due::Nothing));
}

#[test]
fn what_names_a_changed_entry_of_the_registry_is_found_by_its_new_name() {
    let place = Place::new();
    place.keep();
    place.put(
        "registry.yaml",
        &REGISTRY
            .replace("Group on lighthouses", "Group on beacons")
            .replace("فريق المنارات", "فريق الفوانيس"),
    );
    let (opened, read) = place.open();
    assert_eq!(read, names(&["registry.yaml"]));
    let shelf = &opened.shelf;
    let query = shelf.finder().read(&shelf.library, "beacons");
    let found = shelf.finder().find(&query, 100, None);
    // The body, and the first item of each of the eight reports.
    assert_eq!(found.total, 9);
    let query = shelf.finder().read(&shelf.library, "lighthouses");
    assert_eq!(shelf.finder().find(&query, 100, None).total, 0);
}

#[test]
fn a_file_touched_or_written_just_now_is_compared_and_not_read_anew() {
    let began = now();
    let place = Place::new();
    // Kept at once: the files are younger than the clock can tell.
    let store = place.store();
    store.keep(&Shelf::new(place.library()), began).unwrap();
    let (opened, read) = place.open_at(began);
    assert_eq!(read.len(), 9);
    // To say so again would tell the next start nothing.
    assert_eq!((opened.read, opened.due), (0, Due::Nothing));
    // A while later it is said once, and no file is read any more.
    let (due, read) = renew(&place);
    assert_eq!((files(&due), read.len()), (Some(0), 9));
    assert_eq!(renew(&place), (Due::Nothing, names(&[])));
    store.keep(&Shelf::new(place.library()), began).unwrap();
    // Changed within that time, with the same length.
    place.put("c.yaml", &report("c", "Lamq"));
    assert_eq!(place.open().0.read, 1);
    place.keep();
    let file = fs::File::options()
        .write(true)
        .open(place.folder.path().join("f.yaml"))
        .unwrap();
    file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
    let (opened, read) = place.open();
    assert_eq!((opened.read, read), (0, names(&["f.yaml"])));
}

#[test]
fn the_same_folder_by_another_name_has_the_same_cache() {
    let place = Place::new();
    place.keep();
    let home = Home::at(place.caches.path().join("majlis"));
    let link = place.caches.path().join("link");
    std::os::unix::fs::symlink(place.folder.path(), &link).unwrap();
    place.put("b.yaml", "report: [");
    let opened = Store::new(&link, &home).unwrap().open().unwrap();
    assert_eq!(opened.read, 1);
    // Its files are told of by the name that was given.
    let told = opened.shelf.library.problems();
    let file = link.join("b.yaml").display().to_string();
    assert_eq!(told[0].place.file, file);
    let volumes = opened.shelf.library.volumes();
    assert!(volumes.iter().all(|volume| {
        let name = volume.name();
        name.starts_with(link.to_str().unwrap())
    }));
}

#[test]
fn the_cache_of_another_folder_is_none() {
    let (place, other) = (Place::new(), Place::new());
    place.keep();
    let (from, to) = (place.store().file, other.store());
    to.home.prepare().unwrap();
    fs::copy(from, &to.file).unwrap();
    assert!(to.open().is_none() && to.library().is_none());
}

#[test]
fn a_cache_that_is_cut_short_or_damaged_is_none() {
    let place = Place::new();
    place.keep();
    let file = place.store().file;
    let whole = fs::read(&file).unwrap();
    for length in [0, 1, 63, 64, 65, whole.len() / 2, whole.len() - 1] {
        fs::write(&file, &whole[..length]).unwrap();
        assert!(place.store().open().is_none(), "{length}");
    }
    for at in (0..whole.len()).step_by(whole.len() / 97) {
        let mut wrong = whole.clone();
        wrong[at] ^= 0x10;
        fs::write(&file, &wrong).unwrap();
        // Between two sections a byte may be what it will.
        if let Some(opened) = place.store().open() {
            place.agrees(&opened.shelf);
        }
    }
    fs::write(&file, &whole).unwrap();
    assert!(place.store().open().is_some());
}

#[test]
fn where_nothing_can_be_written_there_is_no_cache() {
    let place = Place::new();
    assert!(Store::new(place.folder.path(), &Home::none()).is_none());
    let nowhere = place.folder.path().join("nowhere");
    assert!(Store::new(&nowhere, &Home::at(place.caches.path().into())).is_none());
    let file = place.caches.path().join("file");
    fs::write(&file, "").unwrap();
    let store = Store::new(place.folder.path(), &Home::at(file.join("majlis"))).unwrap();
    assert!(store.keep(&Shelf::new(place.library()), now()).is_err());
    assert!(store.open().is_none());
}

#[test]
fn several_keep_and_open_the_same_folder_at_once() {
    let place = Place::new();
    place.keep();
    let shelf = Shelf::new(place.library());
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| (0..4).for_each(|_| place.store().keep(&shelf, now()).unwrap()));
            scope.spawn(|| {
                for _ in 0..4 {
                    let opened = place.store().open().unwrap();
                    assert_eq!(
                        (opened.read, opened.shelf.library.len()),
                        (0, shelf.library.len())
                    );
                }
            });
        }
    });
    place.open();
}
