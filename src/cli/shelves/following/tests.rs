use std::fs;

use super::*;

const REGISTRY: &str = "bodies:\n  - {id: x, name: {en: Council}, kind: conference}\n";

fn report(id: &str, items: &[&str]) -> String {
    let mut text = format!("report: {{id: {id}, kind: group-report, title: {{en: R}}}}\nitems:\n");
    for (at, title) in (1..).zip(items) {
        text += &format!("  - {{id: \"{at}\", number: [\"{at}\"], title: {{en: {title}}}}}\n");
    }
    text
}

struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        place.put("registry.yaml", REGISTRY);
        place.put("a.yaml", &report("a", &["Lamp", "Horn"]));
        place.put("b.yaml", &report("b", &["Boat"]));
        place
    }

    fn put(&self, name: &str, text: &str) {
        fs::write(self.0.path().join(name), text).unwrap();
    }

    /// As it is after the first reading.
    fn follow(&self) -> Following {
        let library = Library::open(self.0.path());
        Following::of(self.0.path().to_owned(), Arc::new(Shelf::new(library)))
    }
}

fn library(files: &Files) -> Library {
    Library::of(files.volumes.clone(), files.origin.clone())
}

fn changed(files: &Files) -> Vec<&str> {
    files.changed.iter().map(|id| &**id).collect()
}

#[test]
fn only_the_file_that_changed_is_read_again_and_its_records_are_told() {
    let place = Place::new();
    let mut following = place.follow();
    assert!(following.look_at_files().is_none());
    place.put("a.yaml", &report("a", &["Lamp", "Bell", "Bridge"]));
    let files = following.look_at_files().unwrap();
    assert_eq!(changed(&files), ["a:2", "a:3"]);
    let again = following.look_at_files();
    assert!(again.is_none());
    place.put("a.yaml", &report("a", &["Lamp"]));
    let later = following.look_at_files().unwrap();
    assert!(later.changed.is_empty());
    assert_eq!(library(&later).len(), 2 + 2 + 1);
    // The others are the very same.
    for at in [1, 2] {
        let (one, other) = (&files.volumes[at], &later.volumes[at]);
        assert!(Arc::ptr_eq(one, other));
    }
}

#[test]
fn a_file_that_was_written_anew_as_it_was_is_told_and_none_of_its_records() {
    let place = Place::new();
    let mut following = place.follow();
    let before = following.shelf.library.volumes().to_vec();
    // What one writes oneself is read before the watch looks; then another puts back what was there.
    place.put("a.yaml", &report("a", &["Lamp", "Bell"]));
    let mine = Volume::read(&Source::file(&place.0.path().join("a.yaml")));
    assert!(before[0].is_behind(&mine));
    place.put("a.yaml", &report("a", &["Lamp", "Horn"]));
    // Later than it was: the clock of the file system may not have gone on between the two.
    let file = std::fs::File::options()
        .write(true)
        .open(place.0.path().join("a.yaml"));
    let later = SystemTime::now() + Duration::from_secs(60);
    file.unwrap().set_modified(later).unwrap();
    let files = following.look_at_files().unwrap();
    assert!(files.changed.is_empty());
    assert!(!files.volumes[0].is_behind(&mine));
    assert!(mine.is_behind(&files.volumes[0]));
    assert!(Arc::ptr_eq(&files.volumes[0], &before[0]));
    assert!(following.look_at_files().is_none());
}

#[test]
fn a_file_that_became_wrong_keeps_its_last_good_state_and_tells_what_is_wrong() {
    let place = Place::new();
    let mut following = place.follow();
    for wrong in [
        "report: {id: a, kind: group-report\nitems: [",
        "",
        "items:\n  - {id: \"1\"}\n",
    ] {
        place.put("a.yaml", wrong);
        let files = following.look_at_files().unwrap();
        let library = library(&files);
        assert!(library.with_id("a:2").is_some(), "{wrong}");
        let alone = Volume::read(&Source::file(&place.0.path().join("a.yaml")));
        assert!(!alone.problems().is_empty());
        assert_eq!(library.problems(), alone.problems(), "{wrong}");
        assert!(changed(&files).is_empty());
    }
    // Put right, it counts again.
    place.put("a.yaml", &report("a", &["Lamp", "Horn", "Buoy"]));
    let files = following.look_at_files().unwrap();
    assert_eq!(changed(&files), ["a:3"]);
    assert!(library(&files).problems().is_empty());
}

#[test]
fn files_come_and_go_and_a_folder_that_is_gone_is_told() {
    let place = Place::new();
    let mut following = place.follow();
    place.put("c.yaml", &report("c", &["Net"]));
    fs::remove_file(place.0.path().join("b.yaml")).unwrap();
    let files = following.look_at_files().unwrap();
    let ids: Vec<String> = library(&files).report_ids().map(str::to_owned).collect();
    assert_eq!(ids, ["a", "c"]);
    fs::remove_dir_all(place.0.path()).unwrap();
    let files = following.look_at_files().unwrap();
    let library = library(&files);
    assert!(library.with_id("c:1").is_some());
    assert_eq!(library.problems().len(), 1);
    assert!(following.look_at_files().is_none());
}

#[test]
fn a_call_is_heard_of_when_something_happens_in_it() {
    let place = Place::new();
    let mut following = place.follow();
    assert!(following.look().call.is_none());
    place.put("live.yaml", "nonsense: [");
    let heard = |following: &mut Following| following.look().call.map(|heard| heard.state);
    assert!(matches!(heard(&mut following), Some(live::State::Wrong(_))));
    assert!(following.look().call.is_none());
    fs::remove_file(place.0.path().join("live.yaml")).unwrap();
    assert_eq!(heard(&mut following), Some(live::State::None));
}

/// A disk that fails: `/proc/self/mem` is a file that opens, and of which nothing can be read (EIO).
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_cannot_be_read_any_more_keeps_its_last_good_state_and_tells_why() {
    let place = Place::new();
    let mut following = place.follow();
    let path = place.0.path().join("a.yaml");
    let fails = |path: &Path| {
        let beside = path.with_extension("new");
        std::os::unix::fs::symlink("/proc/self/mem", &beside).unwrap();
        fs::rename(beside, path).unwrap();
    };
    fails(&path);
    let files = following.look_at_files().unwrap();
    let shown = library(&files);
    assert!(shown.with_id("a:2").is_some());
    assert!(changed(&files).is_empty());
    // What `check` says of it, and nothing else.
    let alone = Volume::read(&Source::file(&path));
    let [told] = shown.problems() else {
        panic!("{:?}", shown.problems())
    };
    assert_eq!(alone.problems(), shown.problems());
    assert_eq!(told.severity, Severity::Error);
    assert!(told.place.file.ends_with("a.yaml"), "{told:?}");
    // It is told once.
    assert!(following.look_at_files().is_none());
    // Another file that changes meanwhile is read, and this one stays.
    place.put("b.yaml", &report("b", &["Boat", "Oar"]));
    let files = following.look_at_files().unwrap();
    let shown = library(&files);
    assert!(shown.with_id("b:2").is_some() && shown.with_id("a:2").is_some());
    assert_eq!(shown.problems(), alone.problems());
    fs::remove_file(&path).unwrap();
    place.put("a.yaml", &report("a", &["Lamp", "Horn", "Buoy"]));
    let files = following.look_at_files().unwrap();
    assert_eq!(changed(&files), ["a:3"]);
    assert!(library(&files).problems().is_empty());
    // The same of the call.
    let live = place.0.path().join("live.yaml");
    fails(&live);
    let heard = following.look().call.map(|heard| heard.state);
    let Some(live::State::Wrong(why)) = heard else {
        panic!("{heard:?}")
    };
    assert!(why.en.starts_with("live.yaml cannot be read"), "{why:?}");
    assert!(following.look().call.is_none());
}
