//! Which cache is trusted, and which file is read although it looks as it was.

use super::*;

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
