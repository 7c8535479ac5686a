//! What changed since a cache was written is kept beside it.

use super::*;

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
