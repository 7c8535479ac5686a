//! From files to reports. Nothing here fails as a whole: what cannot be read becomes a problem.

use std::collections::HashSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::lenient;
use super::source::{self, FileKind, Source};
use super::{Code, Place, Problem};
use crate::report::{Registry, ReportFile};
use crate::words::problem as words;

/// What was read, and what was not.
pub(super) struct Loaded {
    pub reports: Vec<ReportFile>,
    pub registry: Registry,
    pub problems: Vec<Problem>,
}

impl Loaded {
    /// Nothing, and why.
    pub fn nothing(problem: Problem) -> Self {
        Self {
            reports: Vec::new(),
            registry: Registry::default(),
            problems: vec![problem],
        }
    }
}

/// What one file holds.
enum Content {
    Report(Box<ReportFile>),
    Registry(Box<Registry>),
    Nothing,
}

/// The number of a file among the sources, what it holds and what is wrong with it.
type Read = (usize, (Content, Vec<Problem>));

/// Reads all files, several at a time.
pub(super) fn all(sources: &[Source]) -> Loaded {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(source) = sources.get(at) else {
                break done;
            };
            done.push((at, one(source)));
        }
    };
    let helpers = thread::available_parallelism().map_or(1, |cores| cores.get());
    let helpers = helpers.min(sources.len()).saturating_sub(1);
    let mut contents = thread::scope(|scope| {
        let spawn = |_| thread::Builder::new().spawn_scoped(scope, work).ok();
        let helpers: Vec<_> = (0..helpers).filter_map(spawn).collect();
        let mut contents = work();
        for helper in helpers {
            contents.extend(helper.join().unwrap_or_default());
        }
        contents
    });
    contents.extend(lost(sources, &contents));
    contents.sort_by_key(|(at, _)| *at);
    together(sources, contents)
}

/// The files of which nothing came back, since whoever read them was lost; each is a problem.
fn lost(sources: &[Source], contents: &[Read]) -> Vec<Read> {
    let back: HashSet<usize> = contents.iter().map(|(at, _)| *at).collect();
    let problem = |source: &Source| {
        let place = Place::whole(&source.name);
        Problem::error(Code::Unreadable, place, words::reading_stopped())
    };
    sources
        .iter()
        .enumerate()
        .filter(|(at, _)| !back.contains(at))
        .map(|(at, source)| (at, (Content::Nothing, vec![problem(source)])))
        .collect()
}

/// Puts the files together: one registry, and no two reports with the same id.
fn together(sources: &[Source], contents: Vec<Read>) -> Loaded {
    let mut reports: Vec<(ReportFile, &str)> = Vec::new();
    let mut registry: Option<(Registry, &str)> = None;
    let mut problems = Vec::new();
    for (at, (content, found)) in contents {
        let name = sources.get(at).map_or("", |source| &source.name);
        problems.extend(found);
        match content {
            Content::Nothing => {}
            Content::Registry(one) => match &registry {
                Some((_, first)) => {
                    problems.push(source::second_registry(name, first));
                }
                None => registry = Some((*one, name)),
            },
            Content::Report(file) => {
                let same = |(other, _): &&(ReportFile, &str)| other.report.id == file.report.id;
                match reports.iter().find(same) {
                    Some((_, first)) => {
                        let id = file.report.id.as_str();
                        let what = words::same_report(id, first);
                        let place = Place::whole(name);
                        problems.push(Problem::error(Code::DuplicateId, place, what));
                    }
                    None => reports.push((*file, name)),
                }
            }
        }
    }
    Loaded {
        reports: reports.into_iter().map(|(file, _)| file).collect(),
        registry: registry.map(|(registry, _)| registry).unwrap_or_default(),
        problems,
    }
}

fn one(source: &Source) -> (Content, Vec<Problem>) {
    let text = match source.decoded() {
        Ok(text) => text,
        Err(problem) => return (Content::Nothing, vec![*problem]),
    };
    match source.kind() {
        FileKind::Report => {
            let (file, problems) = lenient::read(&source.name, text);
            let report = file.map(|file| Content::Report(Box::new(file)));
            (report.unwrap_or(Content::Nothing), problems)
        }
        FileKind::Registry => {
            let (file, problems) = lenient::read(&source.name, text);
            let registry = file.map(|file| Content::Registry(Box::new(file)));
            (registry.unwrap_or(Content::Nothing), problems)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_lost_in_reading_is_told() {
        let report = |id| format!("report: {{id: {id}, kind: group-report, title: {{en: A}}}}\n");
        let sources = ["a", "b", "c"].map(|id| Source::text(format!("{id}.yaml"), report(id)));
        // Whoever read the first and the last file came to grief.
        let mut contents = vec![(1, one(&sources[1]))];
        contents.extend(lost(&sources, &contents));
        contents.sort_by_key(|(at, _)| *at);
        let loaded = together(&sources, contents);
        let ids: Vec<&str> = loaded
            .reports
            .iter()
            .map(|r| r.report.id.as_str())
            .collect();
        assert_eq!(ids, ["b"]);
        let told: Vec<_> = loaded
            .problems
            .iter()
            .map(|p| (p.place.file.as_str(), p.code))
            .collect();
        assert_eq!(
            told,
            [("a.yaml", Code::Unreadable), ("c.yaml", Code::Unreadable)]
        );
        assert!(all(&sources).problems.is_empty());
    }
}
