//! Volumes that were kept, held against the files as they are now: only what changed is read.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::load::several;
use super::{Code, Place, Problem, Source, Stamp, Volume};
use crate::words::problem as words;

/// The volumes of a folder as it is now.
#[derive(Debug)]
pub struct Refreshed {
    /// A volume for each file, in the order of the files.
    pub volumes: Vec<Arc<Volume>>,
    /// For each of them its place among those that were kept; none where its file is new, or was
    /// changed and read again.
    pub kept: Vec<Option<usize>>,
    /// How many files that are the same had to be read to know it, and need not be the next time
    /// where their stamps are kept as of now.
    pub proven: usize,
}

/// What is the matter with a file.
enum Fate {
    /// It is the one that was kept in this place.
    Same(usize),
    /// The same, but the file system tells otherwise of it.
    Restamped(usize, Stamp),
    Read(Box<Volume>),
}

/// The volumes of these files: those that were kept where the file is the same, else read anew.
///
/// A file is the same when the file system says so, or when its bytes are. `trusted` is when the
/// stamps were made, in nanoseconds since 1970: a file that was changed right before could be changed
/// again within the same tick of its clock ([`Stamp::is_settled`]), so of such a one the bytes are
/// compared. `now` is when the files are looked at now. `read` reads a file ([`Source::file`]).
pub fn refresh(
    kept: &[Arc<Volume>],
    (trusted, now): (u64, u64),
    paths: &[PathBuf],
    read: impl Fn(&Path) -> Source + Sync,
) -> Refreshed {
    let by_name: HashMap<String, usize> = kept
        .iter()
        .enumerate()
        .map(|(place, volume)| (file_name(Path::new(volume.name())), place))
        .collect();
    let known = |path: &Path| by_name.get(&file_name(path)).copied();
    // To ask the file system is quicker than to begin a thread.
    let fates: Vec<Option<Fate>> = paths
        .iter()
        .map(|path| {
            let place = known(path)?;
            let stamp = kept.get(place)?.stamp();
            let is = Stamp::of(&fs::metadata(path).ok()?);
            (stamp.is_settled(trusted) && stamp.looks_like(&is)).then_some(Fate::Same(place))
        })
        .collect();
    let doubtful: Vec<&PathBuf> = fates
        .iter()
        .zip(paths)
        .filter_map(|(fate, path)| fate.is_none().then_some(path))
        .collect();
    let look = |at: usize| {
        let source = read(doubtful.get(at)?);
        let same = known(Path::new(&source.name))
            .filter(|place| kept.get(*place).is_some_and(|kept| is_same(kept, &source)));
        Some(match same {
            Some(place) => Fate::Restamped(place, source.stamp),
            None => Fate::Read(Box::new(Volume::read(&source))),
        })
    };
    let mut looked = several(doubtful.len(), look).into_iter();
    let fates: Vec<Option<Fate>> = fates
        .into_iter()
        .map(|fate| fate.or_else(|| looked.next().flatten().flatten()))
        .collect();
    put_together(kept, paths, fates, now)
}

fn put_together(
    kept: &[Arc<Volume>],
    paths: &[PathBuf],
    fates: Vec<Option<Fate>>,
    now: u64,
) -> Refreshed {
    let mut refreshed = Refreshed {
        volumes: Vec::with_capacity(paths.len()),
        kept: Vec::with_capacity(paths.len()),
        proven: 0,
    };
    for (path, fate) in paths.iter().zip(fates) {
        let (volume, place) = match fate {
            Some(Fate::Same(place)) => (kept.get(place).map(Arc::clone), Some(place)),
            Some(Fate::Restamped(place, stamp)) => {
                // What cannot be read has no stamp, and is tried each time.
                refreshed.proven += usize::from(stamp.digest != 0 && stamp.is_settled(now));
                let volume = kept.get(place).map(|volume| {
                    let stamped = volume.stamped(stamp).map(Arc::new);
                    stamped.unwrap_or_else(|| Arc::clone(volume))
                });
                (volume, Some(place))
            }
            Some(Fate::Read(volume)) => (Some(Arc::from(volume)), None),
            None => (None, None),
        };
        let volume = volume.unwrap_or_else(|| {
            // Whoever read it was lost.
            let name = path.display().to_string();
            let place = Place::whole(&name);
            let problem = Problem::error(Code::Unreadable, place, words::reading_stopped());
            let volume = Volume::nothing(&name, Stamp::default(), vec![problem]);
            Arc::new(volume)
        });
        refreshed.volumes.push(volume);
        refreshed.kept.push(place);
    }
    refreshed
}

/// Whether a file has the bytes that the volume was read of, or cannot be read for the same reason.
fn is_same(volume: &Volume, source: &Source) -> bool {
    let (then, now) = (volume.stamp(), &source.stamp);
    match &source.bytes {
        Ok(_) => then.size == now.size && then.digest == now.digest && then.digest != 0,
        Err(problem) => {
            let told = volume.problems();
            volume.is_empty() && told.len() == 1 && told.first() == Some(problem)
        }
    }
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}
