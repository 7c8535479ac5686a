//! In which order a change comes to the disk, so that whatever the machine stops at is the old file or
//! the new one, whole, with the history to tell of it.

use std::fs::File;
use std::path::Path;
use std::sync::Mutex;

use super::super::history::Intent;
use super::*;

/// A file that is made.
const NEW: &str = "report: {id: n, kind: group-report, title: {en: New}, src: s1}\n";

/// Notes each step and each flush, with what then stood in a file.
#[derive(Clone)]
struct Noting {
    library: PathBuf,
    /// The file that is written.
    name: &'static str,
    noted: Arc<Mutex<Vec<(String, String)>>>,
}

impl Noting {
    fn of(place: &Place, name: &'static str) -> Self {
        Self {
            library: fs::canonicalize(place.library()).unwrap(),
            name,
            noted: Arc::default(),
        }
    }

    fn note(&self, what: String) {
        let text = fs::read_to_string(self.library.join(self.name));
        let text = text.unwrap_or_else(|_| "none".to_owned());
        self.noted.lock().unwrap().push((what, text));
    }

    /// The steps and flushes since it was last asked, and the text that the file had at each.
    fn taken(&self) -> Vec<(String, String)> {
        std::mem::take(&mut *self.noted.lock().unwrap())
    }
}

/// A file or folder by its path in the library; the history's by the end of its name.
#[cfg(unix)]
fn name_of(file: &File, library: &Path) -> String {
    use std::os::unix::fs::MetadataExt;
    let meta = file.metadata().unwrap();
    let in_folder = |folder: PathBuf| fs::read_dir(folder).into_iter().flatten();
    let all = in_folder(library.to_owned()).chain(in_folder(library.join("history")));
    let paths = all.map(|entry| entry.unwrap().path());
    let mut paths = paths.chain([library.to_owned()]);
    let path = paths
        .find(|path| {
            let one = fs::metadata(path).unwrap();
            (one.dev(), one.ino()) == (meta.dev(), meta.ino())
        })
        .unwrap();
    match path.extension().is_some_and(|ending| ending == "jsonl") {
        true => "lines".to_owned(),
        false => path.strip_prefix(library).unwrap().display().to_string(),
    }
}

#[cfg(unix)]
impl Steps for Noting {
    fn before(&self, step: Step) -> io::Result<()> {
        self.note(format!("{step:?}"));
        Ok(())
    }

    fn flush(&self, file: &File) -> io::Result<()> {
        let name = name_of(file, &self.library);
        if name.ends_with(".majlis-new") {
            // All of it is there by then.
            let text = fs::read_to_string(self.library.join(&name)).unwrap();
            assert!(text.ends_with("# the end\n") || text == NEW, "{text}");
        }
        self.note(format!("flush {name}"));
        file.sync_all()
    }
}

/// The names of what was noted, while the file stood as it was, and since it is the new one.
fn parted(noted: &[(String, String)], new: &str) -> (Vec<String>, Vec<String>) {
    let (since, before): (Vec<_>, Vec<_>) = noted.iter().partition(|(_, text)| text == new);
    let names = |all: Vec<&(String, String)>| all.iter().map(|(name, _)| name.clone()).collect();
    (names(before), names(since))
}

#[cfg(unix)]
#[test]
fn the_new_file_is_on_the_disk_before_it_takes_the_place_of_the_old_one() {
    let place = Place::new();
    let noting = Noting::of(&place, "a.yaml");
    let keeper = place.keeper_with(noting.clone());
    // From here on there is a history.
    keeper.change(&set("8", "title.en", "Boats")).unwrap();
    noting.taken();
    let done = keeper.change(&set("8", "title.en", "Ferries")).unwrap();
    let (before, since) = parted(&noting.taken(), &done.text);
    assert_eq!(
        before,
        [
            "Create",
            "Fill",
            "Guard",
            "Flush",
            "flush .a.yaml.majlis-new",
            // What is about to be done is noted before it is.
            "Intend",
            "flush history/intent",
            "Replace",
        ]
    );
    let told = [
        "FlushFolder",
        "flush ",
        "Remember",
        "flush lines",
        "Remember",
    ];
    assert_eq!(since, told);
    // Undoing it goes the same way.
    keeper.undo().unwrap();
    let (of_undo, _) = parted(&noting.taken(), &place.text());
    assert_eq!(of_undo, before);
}

#[cfg(unix)]
#[test]
fn a_report_that_is_made_or_taken_away_is_noted_and_flushed_too() {
    let place = Place::new();
    let noting = Noting::of(&place, "n.yaml");
    let keeper = place.keeper_with(noting.clone());
    keeper.change(&set("8", "title.en", "Boats")).unwrap();
    noting.taken();
    keeper.make_report("n.yaml", "n", NEW).unwrap();
    let (before, since) = parted(&noting.taken(), NEW);
    assert_eq!(
        before,
        [
            "Intend",
            "flush history/intent",
            "Create",
            "Fill",
            "Guard",
            "Flush",
            "flush .n.yaml.majlis-new",
            "Replace",
        ]
    );
    let told = [
        "FlushFolder",
        "flush ",
        "Remember",
        "flush lines",
        "Remember",
    ];
    assert_eq!(since, told);
    keeper.undo().unwrap();
    let (since, before) = parted(&noting.taken(), NEW);
    assert_eq!(before, ["Intend", "flush history/intent", "Replace"]);
    assert_eq!(since, told);
}

#[cfg(unix)]
#[test]
fn the_call_in_progress_is_flushed_and_has_no_history() {
    let place = Place::new();
    let noting = Noting::of(&place, "live.yaml");
    let keeper = place.keeper_with(noting.clone());
    let write = |what: Aside| keeper.aside("live.yaml", |_| what).unwrap();
    for was in ["none", NEW] {
        write(Aside::Whole(NEW.to_owned()));
        let noted = noting.taken();
        let names: Vec<&str> = noted.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            [
                "Create",
                "Fill",
                "Guard",
                "Flush",
                "flush .live.yaml.majlis-new",
                "Replace",
                "FlushFolder",
                "flush ",
            ]
        );
        assert_eq!((noted[0].1.as_str(), noted[6].1.as_str()), (was, NEW));
    }
    write(Aside::Gone);
    let (after, before) = parted(&noting.taken(), NEW);
    assert_eq!(before, ["Replace"]);
    assert_eq!(after, ["FlushFolder", "flush "]);
}

/// What one who was stopped has left is put right with the same care.
#[cfg(unix)]
#[test]
fn what_is_put_right_is_flushed() {
    for is_done in [true, false] {
        let (place, twin) = (Place::new(), Place::new());
        let line = twin.keeper("hind").change(&set("8", "title.en", "Boats"));
        let done = line.unwrap();
        let noting = Noting::of(&place, "a.yaml");
        let keeper = place.keeper_with(noting.clone());
        keeper.history().make().unwrap();
        let mut intent = Intent::read(keeper.history()).unwrap();
        intent.note(&done.line, &AsIs).unwrap();
        if is_done {
            fs::write(place.file(), &done.text).unwrap();
        }
        keeper
            .change(&set("7", "position.status", "agreed"))
            .unwrap();
        let names: Vec<String> = noting.taken().into_iter().map(|(name, _)| name).collect();
        let first: &[&str] = match is_done {
            true => &["flush lines", "flush history", "Create"],
            false => &["flush history/intent", "Create"],
        };
        assert_eq!(names[..first.len()], *first);
    }
}

/// A flush asks the system: of what cannot be flushed, it says so (fsync(2), EINVAL).
#[cfg(target_os = "linux")]
#[test]
fn a_flush_is_the_systems() {
    let nothing = File::open("/dev/null").unwrap();
    let failed = AsIs.flush(&nothing).unwrap_err();
    assert_eq!(failed.kind(), io::ErrorKind::InvalidInput);
    let place = Place::new();
    AsIs.flush(&File::open(place.library()).unwrap()).unwrap();
    AsIs.flush(&File::open(place.file()).unwrap()).unwrap();
}
