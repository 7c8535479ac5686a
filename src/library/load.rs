//! From files to volumes, several at a time. Nothing here fails as a whole: what cannot be read
//! becomes a problem.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::{Code, Place, Problem, Source, Volume};
use crate::words::problem as words;

/// Reads all files, several at a time.
pub(super) fn all(sources: &[Source]) -> Vec<Arc<Volume>> {
    let read = several(sources.len(), |at| sources.get(at).map(Volume::read));
    in_order(sources, read.into_iter().map(Option::flatten).collect())
}

/// Does so many pieces of work, several at a time. A piece of which nothing came back, since whoever
/// did it was lost, is none.
pub(super) fn several<T: Send>(pieces: usize, work: impl Fn(usize) -> T + Sync) -> Vec<Option<T>> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= pieces {
                break done;
            }
            done.push((at, work(at)));
        }
    };
    let helpers = thread::available_parallelism().map_or(1, |cores| cores.get());
    let helpers = helpers.min(pieces).saturating_sub(1);
    let done = thread::scope(|scope| {
        let spawn = |_| thread::Builder::new().spawn_scoped(scope, work).ok();
        let helpers: Vec<_> = (0..helpers).filter_map(spawn).collect();
        let mut done = work();
        for helper in helpers {
            done.extend(helper.join().unwrap_or_default());
        }
        done
    });
    let mut in_order: Vec<Option<T>> = (0..pieces).map(|_| None).collect();
    for (at, piece) in done {
        if let Some(place) = in_order.get_mut(at) {
            *place = Some(piece);
        }
    }
    in_order
}

/// The volumes of the files. A file of which nothing came back is one without records and with a
/// problem.
fn in_order(sources: &[Source], volumes: Vec<Option<Volume>>) -> Vec<Arc<Volume>> {
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
        let read = vec![None, Some(Volume::read(&sources[1])), None];
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
