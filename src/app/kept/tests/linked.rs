//! What a changed file means for what other files say of it.

use super::*;

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
