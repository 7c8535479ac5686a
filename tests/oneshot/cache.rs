//! A library of some size is opened from its cache: with the same answers, whatever became of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use super::majlis_program::{Folder, MAJLIS, NEUTRAL, Ran, run_in};

/// A library of twelve hundred items, and the folder of its cache.
struct Large {
    folder: Folder,
    caches: tempfile::TempDir,
}

fn report(id: &str, lamp: &str) -> String {
    let mut text =
        format!("report: {{id: {id}, kind: group-report, title: {{en: Report {id}}}}}\nitems:\n");
    for item in 0..200 {
        text += &format!(
            "  - {{id: \"{item}\", number: [\"{item}\"], title: {{en: {lamp} {id}x{item}}}}}\n"
        );
    }
    text
}

impl Large {
    fn new() -> Self {
        let large = Self {
            folder: Folder::with_registry(),
            caches: tempfile::tempdir().unwrap(),
        };
        for id in ["a", "b", "c", "d", "e", "f"] {
            large.folder.put(&format!("{id}.yaml"), report(id, "Lamp"));
        }
        large
    }

    fn environment<'a>(&'a self, cache: &'a str) -> [(&'a str, &'a str); 2] {
        [
            ("MAJLIS_LIBRARY", self.folder.name()),
            ("MAJLIS_CACHE", cache),
        ]
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        let caches = self.caches.path().to_str().unwrap();
        run_in(arguments, &self.environment(caches))
    }

    /// What it answers without a cache.
    fn plain(&self, arguments: &[&str]) -> Ran {
        run_in(arguments, &self.environment("off"))
    }

    /// The same with a cache and without.
    fn agrees(&self) {
        for arguments in [
            &["find", "lamp", "cx17"][..],
            &["find", "lantern", "--limit", "3"],
            &["find", "lmap", "--json", "--limit", "2"],
            &["find", "nowhere"],
            &["show", "d:7"],
            &["list", "reports"],
        ] {
            let (kept, plain) = (self.run(arguments), self.plain(arguments));
            assert_eq!(kept.out, plain.out, "{arguments:?}");
            assert_eq!((kept.code, &kept.error), (plain.code, &plain.error));
        }
    }

    fn files(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.caches.path()).unwrap();
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files
    }

    fn file(&self) -> PathBuf {
        let files = self.files();
        let is_cache = |path: &&PathBuf| path.extension().is_some_and(|end| end == "cache");
        files.iter().find(is_cache).unwrap().clone()
    }
}

#[test]
fn the_second_answer_comes_from_the_cache_and_is_the_same() {
    let large = Large::new();
    let first = large.run(&["find", "lamp", "dx42"]);
    assert_eq!(first.ids().first(), Some(&"d:42"));
    // A file and its seal, and nothing unfinished.
    assert_eq!(large.files().len(), 2);
    large.agrees();
    // Without a cache none is made, and the one that is there is not looked at.
    let before = fs::metadata(large.file()).unwrap().modified().unwrap();
    assert_eq!(
        large.run(&["find", "lamp", "dx42", "--no-cache"]).out,
        first.out
    );
    assert_eq!(
        fs::metadata(large.file()).unwrap().modified().unwrap(),
        before
    );
}

#[test]
fn what_changed_is_found_and_what_went_is_not() {
    let large = Large::new();
    large.run(&["find", "lamp"]);
    large.folder.put("c.yaml", report("c", "Lantern"));
    large.agrees();
    assert_eq!(
        large.run(&["find", "lantern", "cx17"]).ids().first(),
        Some(&"c:17")
    );
    large.folder.put("d.yaml", "report: [");
    large.agrees();
    fs::remove_file(large.folder.path().join("a.yaml")).unwrap();
    large.agrees();
    large.folder.put("z.yaml", report("z", "Lantern"));
    large.agrees();
}

#[test]
fn a_cache_that_is_damaged_cut_short_or_another_file_is_made_anew() {
    let large = Large::new();
    large.run(&["find", "lamp"]);
    let file = large.file();
    let whole = fs::read(&file).unwrap();
    let mut flipped = whole.clone();
    flipped[whole.len() / 3] ^= 0x55;
    let mut version = whole.clone();
    version[8] ^= 1;
    for wrong in [
        &[][..],
        b"a: letter\n",
        &whole[..63],
        &whole[..whole.len() - 1],
        &flipped,
        &version,
    ] {
        fs::write(&file, wrong).unwrap();
        large.agrees();
        assert!(fs::read(&file).unwrap().len() >= whole.len() - 64);
    }
    // A folder in its place stays, and there is no cache.
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    large.agrees();
}

#[test]
fn a_full_disk_takes_nothing_but_the_cache() {
    let large = Large::new();
    let caches = large.caches.path().to_str().unwrap();
    // A file may have so many blocks of half a kilobyte, and who writes more is told so.
    for blocks in [0, 1, 8, 64] {
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" find lamp cx17");
        let ran = std::process::Command::new("sh")
            .args(["-c", &script, MAJLIS])
            .envs(NEUTRAL)
            .envs(large.environment(caches))
            // Through a pipe, to which the limit does not apply.
            .output()
            .unwrap();
        assert!(ran.status.success());
        let out = String::from_utf8(ran.stdout).unwrap();
        assert!(out.starts_with("c:17\t"), "{out}");
        assert_eq!(
            String::from_utf8(ran.stderr).unwrap(),
            large.plain(&["find", "lamp", "cx17"]).error
        );
        assert_eq!(large.files(), Vec::<PathBuf>::new(), "{blocks}");
    }
    large.agrees();
    assert_eq!(large.files().len(), 2);
}

#[test]
fn where_no_cache_can_be_nobody_hears_of_it() {
    let large = Large::new();
    let file = large.caches.path().join("file");
    fs::write(&file, "").unwrap();
    let plain = large.plain(&["find", "lamp", "cx17"]);
    for place in [
        file.join("majlis"),
        Path::new("/dev/null").into(),
        Path::new("/proc/none").into(),
    ] {
        let ran = run_in(
            &["find", "lamp", "cx17"],
            &large.environment(place.to_str().unwrap()),
        );
        assert_eq!(
            (ran.code, ran.out, ran.error),
            (plain.code, plain.out.clone(), plain.error.clone())
        );
    }
}

#[test]
fn what_changed_is_written_beside_the_cache_and_not_the_whole_of_it() {
    let large = Large::new();
    large.run(&["find", "lamp"]);
    let whole = |large: &Large| {
        let known = fs::metadata(large.file()).unwrap();
        (known.len(), known.modified().unwrap())
    };
    let before = whole(&large);
    let beside = large.file().with_extension("cache.changes");
    // Whichever command comes first.
    for (lamp, first) in [
        ("Lantern", &["find", "lantern"][..]),
        ("Beacon", &["list", "items"]),
        ("Torch", &["show", "c:7"]),
    ] {
        large.folder.put("c.yaml", report("c", lamp));
        large.run(first);
        assert!(beside.exists(), "{lamp} {:?}", large.files());
        large.agrees();
        assert_eq!(whole(&large), before);
    }
    // Cut short, on a full disk, and away.
    let bytes = fs::read(&beside).unwrap();
    fs::write(&beside, &bytes[..bytes.len() / 2]).unwrap();
    large.agrees();
    fs::write(&beside, "").unwrap();
    let script = "trap '' XFSZ; ulimit -f 1; exec \"$0\" find torch cx17";
    let ran = std::process::Command::new("sh")
        .args(["-c", script, MAJLIS])
        .envs(NEUTRAL)
        .envs(large.environment(large.caches.path().to_str().unwrap()))
        .output()
        .unwrap();
    assert!(String::from_utf8(ran.stdout).unwrap().starts_with("c:17\t"));
    assert_eq!(fs::read(&beside).unwrap(), b"");
    fs::remove_file(&beside).unwrap();
    large.agrees();
    // Without the cache to which it belongs it means nothing.
    fs::remove_file(large.file()).unwrap();
    large.agrees();
    assert!(!beside.exists());
}

#[test]
fn what_a_program_left_unfinished_is_cleared_away_by_the_next_command() {
    let large = Large::new();
    // A command that does not search makes the cache as well.
    large.run(&["list", "reports"]);
    assert_eq!(large.files().len(), 2);
    let (left, held) = (".unfinished-aB3x", ".unfinished-cD4y");
    for arguments in [
        &["find", "lamp"][..],
        &["list", "reports"],
        &["show", "d:7"],
        &["set", "d:7", "title.en=Beacon"],
    ] {
        let path = large.caches.path().join(left);
        fs::write(&path, "").unwrap();
        let other = fs::File::create(large.caches.path().join(held)).unwrap();
        other.lock().unwrap();
        large.run(arguments);
        assert!(!path.exists(), "{arguments:?}");
        // Another program is at it.
        assert!(large.caches.path().join(held).exists(), "{arguments:?}");
    }
}

#[test]
fn a_small_library_leaves_no_cache() {
    let folder = Folder::good();
    let caches = tempfile::tempdir().unwrap();
    let environment = [
        ("MAJLIS_LIBRARY", folder.name()),
        ("MAJLIS_CACHE", caches.path().to_str().unwrap()),
    ];
    assert_eq!(run_in(&["find", "منارات"], &environment).code, 0);
    assert_eq!(fs::read_dir(caches.path()).unwrap().count(), 0);
}

#[test]
fn several_programs_at_once_all_answer() {
    let large = Large::new();
    let wanted = large.plain(&["find", "lamp", "cx17"]).out;
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..3 {
                    assert_eq!(large.run(&["find", "lamp", "cx17"]).out, wanted);
                    // The cache of one goes while another looks for it.
                    for file in large.files() {
                        let _ = fs::remove_file(file);
                    }
                }
            });
        }
    });
    large.run(&["find", "lamp"]);
    large.agrees();
}
