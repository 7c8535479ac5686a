//! Where caches lie: `$MAJLIS_CACHE`, else `$XDG_CACHE_HOME/majlis`, else `~/.cache/majlis`; one file
//! for each library's folder. Whoever deletes them loses nothing but a moment at the next start.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use xxhash_rust::xxh3::xxh3_128;

use super::ours;
use super::unfinished;

/// How the names of a cache and of its seal end.
const ENDING: &str = "cache";
const SEALED: &str = "cache.seal";
/// And that of the file beside it.
const BESIDE: &str = "cache.changes";
/// A file that nobody has finished for so long is of a program that came to grief, where no lock tells.
const GIVEN_UP: Duration = Duration::from_secs(3600);
/// A cache that nobody has written for so long is given up: its folder is gone, or it was looked at
/// once. It is made anew when it is asked for again.
const FORGOTTEN: Duration = Duration::from_secs(90 * 24 * 3600);

/// The folder of all caches; none where there is to be no cache, or no home.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Home(Option<PathBuf>);

impl Home {
    /// No cache.
    #[must_use]
    pub const fn none() -> Self {
        Self(None)
    }

    /// The caches in this folder.
    #[must_use]
    pub const fn at(folder: PathBuf) -> Self {
        Self(Some(folder))
    }

    /// As the environment says, where `variable` gives the value of a variable: `MAJLIS_CACHE` is
    /// `off` or a folder. An `XDG_CACHE_HOME` that is no absolute path is passed over, as its
    /// specification has it.
    #[must_use]
    pub fn of(variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let set = |name| variable(name).filter(|value| !value.is_empty());
        match set("MAJLIS_CACHE") {
            Some(value) if value == "off" => return Self(None),
            Some(folder) => return Self(Some(folder.into())),
            None => {}
        }
        let named = set("XDG_CACHE_HOME").map(PathBuf::from);
        let named = named.filter(|folder| folder.is_absolute());
        let of_home = || Some(PathBuf::from(set("HOME")?).join(".cache"));
        Self(named.or_else(of_home).map(|folder| folder.join("majlis")))
    }

    /// Where they are; none where there is no cache.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        self.0.as_deref()
    }

    /// The file of the cache of a library's folder, which must be absolute and without symbolic
    /// links ([`fs::canonicalize`]).
    #[must_use]
    pub fn file(&self, library: &Path) -> Option<PathBuf> {
        let hash = xxh3_128(library.as_os_str().as_encoded_bytes());
        Some(self.folder()?.join(format!("{hash:032x}.{ENDING}")))
    }

    /// The small file beside the cache in this file, of what changed since it was written.
    #[must_use]
    pub fn beside(&self, file: &Path) -> PathBuf {
        file.with_extension(BESIDE)
    }

    /// Makes the folder, for this user alone, and clears it of what was never finished and of what
    /// nobody has written for three months.
    ///
    /// # Errors
    ///
    /// There is to be no cache, or the folder cannot be made, or others may write to it: nothing
    /// would be read from there.
    pub fn prepare(&self) -> io::Result<()> {
        let folder = self.folder().ok_or(io::ErrorKind::NotFound)?;
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)?;
        if !ours::is_ours(folder) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        self.clear();
        Ok(())
    }

    /// Clears the folder, where it is there and nobody else may write to it, of what was never
    /// finished and of what nobody has written for three months.
    pub fn clear(&self) {
        if !self.folder().is_some_and(ours::is_ours) {
            return;
        }
        let now = SystemTime::now();
        for (path, unfinished, known) in self.files() {
            let age = known.modified().map(|time| now.duration_since(time));
            let is_older = |most| matches!(age, Ok(Ok(age)) if age > most);
            // Who writes a file holds its lock; it is held here until the file is gone, lest somebody
            // take it meanwhile.
            let file = unfinished.then(|| File::open(&path).ok()).flatten();
            let lock = file.as_ref().map(File::try_lock);
            let is_left = match lock {
                Some(Ok(())) => true,
                Some(Err(TryLockError::WouldBlock)) => false,
                Some(Err(TryLockError::Error(_))) => is_older(GIVEN_UP),
                None => is_older(if unfinished { GIVEN_UP } else { FORGOTTEN }),
            };
            if is_left {
                // What cannot be taken away stays.
                let _ = fs::remove_file(path);
            }
        }
    }

    /// How many caches there are, and how many bytes they take.
    #[must_use]
    pub fn size(&self) -> (usize, u64) {
        let is_cache = |path: &Path| path.extension().is_some_and(|end| end == ENDING);
        self.files()
            .filter(|(path, unfinished, _)| !unfinished && is_cache(path))
            .fold((0, 0), |(count, bytes), (_, _, known)| {
                (count + 1, bytes + known.len())
            })
    }

    /// Our files in the folder, and whether each is still being written. What else lies there is not
    /// ours.
    fn files(&self) -> impl Iterator<Item = (PathBuf, bool, fs::Metadata)> {
        let entries = self.folder().and_then(|folder| fs::read_dir(folder).ok());
        entries.into_iter().flatten().flatten().filter_map(|entry| {
            let path = entry.path();
            let name = path.file_name()?.to_str()?;
            let is_unfinished = name.starts_with(unfinished::PREFIX);
            let (start, end) = name.split_once('.')?;
            let finished = [ENDING, SEALED, BESIDE].contains(&end)
                && start.len() == 32
                && start.bytes().all(|byte| byte.is_ascii_hexdigit());
            let known = entry.metadata().ok().filter(fs::Metadata::is_file)?;
            (is_unfinished || finished).then_some((path, is_unfinished, known))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(variables: &[(&str, &str)]) -> Option<String> {
        let home = Home::of(|name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).into())
        });
        home.folder().map(|folder| folder.to_str().unwrap().into())
    }

    #[test]
    fn the_nearest_word_decides() {
        let own = ("MAJLIS_CACHE", "/own");
        let xdg = ("XDG_CACHE_HOME", "/xdg");
        let home = ("HOME", "/home/a");
        assert_eq!(of(&[own, xdg, home]).as_deref(), Some("/own"));
        assert_eq!(of(&[xdg, home]).as_deref(), Some("/xdg/majlis"));
        assert_eq!(of(&[home]).as_deref(), Some("/home/a/.cache/majlis"));
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[("MAJLIS_CACHE", "off"), xdg, home]), None);
        let empty = [("MAJLIS_CACHE", ""), ("XDG_CACHE_HOME", ""), home];
        assert_eq!(of(&empty).as_deref(), Some("/home/a/.cache/majlis"));
        let relative = [("XDG_CACHE_HOME", "xdg"), home];
        assert_eq!(of(&relative).as_deref(), Some("/home/a/.cache/majlis"));
    }

    #[test]
    fn each_folder_has_a_file_of_its_own() {
        let home = Home::at("/caches".into());
        let a = home.file(Path::new("/a")).unwrap();
        assert_eq!(home.file(Path::new("/a")).as_ref(), Some(&a));
        assert_ne!(home.file(Path::new("/b")).as_ref(), Some(&a));
        assert_eq!(a.parent(), Some(Path::new("/caches")));
        assert_eq!(Home::none().file(Path::new("/a")), None);
    }

    #[test]
    fn what_is_old_is_cleared_away_and_what_is_not_ours_stays() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path().join("deep/majlis"));
        assert_eq!(home.size(), (0, 0));
        home.prepare().unwrap();
        let inside = home.folder().unwrap();
        let put = |name: &str, hours: u64| {
            let path = inside.join(name);
            fs::write(&path, "12345").unwrap();
            let time = SystemTime::now() - Duration::from_secs(hours * 3600);
            let file = File::options().write(true).open(&path).unwrap();
            file.set_modified(time).unwrap();
        };
        let cache = |number: u32| format!("{number:032x}.cache");
        put(&cache(1), 0);
        put(&cache(2), 89 * 24);
        put(&cache(3), 91 * 24);
        put(&format!("{}.changes", cache(1)), 0);
        put(&format!("{}.changes", cache(3)), 91 * 24);
        put(&format!("{}.seal", cache(2)), 0);
        put(&format!("{}.seal", cache(3)), 91 * 24);
        put(".unfinished-aB3x", 0);
        put(".unfinished-cD4y", 2);
        put("letter.txt", 1000 * 24);
        put("short.cache", 1000 * 24);
        assert_eq!(home.size(), (3, 15));
        home.prepare().unwrap();
        let mut left: Vec<String> = fs::read_dir(inside)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        let (beside, seal) = (
            format!("{}.changes", cache(1)),
            format!("{}.seal", cache(2)),
        );
        assert_eq!(
            left,
            [
                &cache(1),
                &beside,
                &cache(2),
                &seal,
                "letter.txt",
                "short.cache"
            ]
        );
        assert_eq!(home.size(), (2, 10));
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_look_into_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path().join("majlis"));
        home.prepare().unwrap();
        let known = fs::metadata(home.folder().unwrap()).unwrap();
        assert_eq!(known.permissions().mode() & 0o777, 0o700);
    }

    #[test]
    fn where_no_folder_can_be_there_is_an_error_and_nothing_else() {
        assert!(Home::none().prepare().is_err());
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        assert!(Home::at(file.join("majlis")).prepare().is_err());
        assert_eq!(Home::at(file.join("majlis")).size(), (0, 0));
    }
}
