//! From files to volumes, several at a time. Nothing here fails as a whole: what cannot be read
//! becomes a problem.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::{Code, Place, Problem, Source, Volume};
use crate::words::problem as words;

/// The number of a file among the sources, and what was read of it.
type Read = (usize, Volume);

/// Reads all files, several at a time.
pub(super) fn all(sources: &[Source]) -> Vec<Arc<Volume>> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(source) = sources.get(at) else {
                break done;
            };
            done.push((at, Volume::read(source)));
        }
    };
    let helpers = thread::available_parallelism().map_or(1, |cores| cores.get());
    let helpers = helpers.min(sources.len()).saturating_sub(1);
    let read = thread::scope(|scope| {
        let spawn = |_| thread::Builder::new().spawn_scoped(scope, work).ok();
        let helpers: Vec<_> = (0..helpers).filter_map(spawn).collect();
        let mut read = work();
        for helper in helpers {
            read.extend(helper.join().unwrap_or_default());
        }
        read
    });
    in_order(sources, read)
}

/// The volumes in the order of the files. A file of which nothing came back, since whoever read it
/// was lost, is one without records and with a problem.
fn in_order(sources: &[Source], read: Vec<Read>) -> Vec<Arc<Volume>> {
    let mut volumes: Vec<Option<Volume>> = sources.iter().map(|_| None).collect();
    for (at, volume) in read {
        if let Some(place) = volumes.get_mut(at) {
            *place = Some(volume);
        }
    }
    let lost = |source: &Source| {
        let place = Place::whole(&source.name);
        let problem = Problem::error(Code::Unreadable, place, words::reading_stopped());
        Volume::nothing(&source.name, source.stamp, vec![problem])
    };
    volumes
        .into_iter()
        .zip(sources)
        .map(|(volume, source)| Arc::new(volume.unwrap_or_else(|| lost(source))))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Library, Origin};
    use super::*;

    #[test]
    fn a_file_that_was_lost_in_reading_is_told() {
        let report = |id| format!("report: {{id: {id}, kind: group-report, title: {{en: A}}}}\n");
        let sources = ["a", "b", "c"].map(|id| Source::text(format!("{id}.yaml"), report(id)));
        // Whoever read the first and the last file came to grief.
        let read = vec![(1, Volume::read(&sources[1]))];
        let library = Library::of(in_order(&sources, read), Origin::Files);
        let ids: Vec<&str> = library.keys().map(|key| library.id(key)).collect();
        assert_eq!(ids, ["b"]);
        let told: Vec<_> = library
            .problems()
            .iter()
            .map(|p| (p.place.file.as_str(), p.code))
            .collect();
        assert_eq!(
            told,
            [("a.yaml", Code::Unreadable), ("c.yaml", Code::Unreadable)]
        );
        assert!(
            all(&sources)
                .iter()
                .all(|volume| volume.problems().is_empty())
        );
    }
}
