//! What others do while one listens: taken into the state at once, told in lines when nobody types.

use std::collections::HashMap;
use std::mem;
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use crate::app::Shelf;
use crate::app::shelf::put_away;
use crate::library::Library;
use crate::library::keep::{ChangeId, History, Line};
use crate::linear::{self, Before};
use crate::report::Record;

use super::super::shelves::Shelves;
use super::Told;

/// So long after a file the history may tell who changed it; then it was another program.
const HISTORY_COMES: Duration = Duration::from_millis(400);
/// So many changes are looked for at most.
const MOST: usize = 1000;

/// What has come from others.
pub struct News {
    shelves: Shelves,
    history: Option<History>,
    /// The newest change that was told, or was there at the beginning.
    heard: Option<ChangeId>,
    /// What others have changed a moment ago: the file may come to be read after that.
    last: Vec<(Instant, Line)>,
    /// Records in a state that is older than the one in hand: a newer one is on its way.
    behind: Vec<Box<str>>,
    /// Records that were changed, and nobody knows by whom as yet; since when.
    unclaimed: Vec<(Instant, Box<str>)>,
    /// Lines that wait until nobody types.
    held: Vec<String>,
}

impl News {
    /// What comes from these shelves, and from the history beside the reports.
    pub fn of(shelves: Shelves, folder: Option<&Path>) -> Self {
        let history = folder.map(History::of);
        Self {
            shelves,
            heard: history.as_ref().and_then(newest),
            history,
            last: Vec::new(),
            behind: Vec::new(),
            unclaimed: Vec::new(),
            held: Vec::new(),
        }
    }

    /// Has this called whenever there may be something to [`hear`](Told::hear_others).
    pub fn tell(&self, tell: impl Fn() + Send + 'static) {
        self.shelves.tell(tell);
    }

    /// Reads the changes since those that were heard; those of others, the oldest first.
    fn read_on(&mut self) -> Vec<Line> {
        let lines = self.history.as_ref().map(History::newest_first);
        let lines = lines.into_iter().flatten().flatten();
        let new = lines.take_while(|line| self.heard.as_ref().is_none_or(|id| line.id > *id));
        let mut new: Vec<Line> = new.take(MOST).collect();
        new.reverse();
        if let Some(last) = new.last() {
            self.heard = Some(last.id.clone());
        }
        new.retain(|line| !line.id.is_own());
        let now = Instant::now();
        self.last
            .retain(|(heard, _)| now.duration_since(*heard) < HISTORY_COMES);
        self.last.extend(new.iter().map(|line| (now, line.clone())));
        new
    }

    /// The records that another program has changed: of which the history tells nothing in its time.
    fn of_programs(&mut self, library: &Library) -> Vec<Box<str>> {
        let is_due = |(since, _): &(Instant, Box<str>)| since.elapsed() >= HISTORY_COMES;
        let all = mem::take(&mut self.unclaimed).into_iter();
        let (due, rest): (Vec<_>, Vec<_>) = all.partition(is_due);
        self.unclaimed = rest;
        let mut due: Vec<Box<str>> = due.into_iter().map(|(_, id)| id).collect();
        let Some(history) = &self.history else {
            return due;
        };
        let mut told: HashMap<String, bool> = HashMap::new();
        due.retain(|id| {
            file_of(library, id).is_some_and(|file| {
                let known = told.entry(file.clone());
                !*known.or_insert_with(|| history.has_told_all_of(&file))
            })
        });
        due
    }
}

/// The name of the file in which a record stands.
fn file_of(library: &Library, id: &str) -> Option<String> {
    let (place, _) = library.place_of(library.with_id(id)?)?;
    let name = library.volumes().get(place)?.name();
    Some(Path::new(name).file_name()?.to_str()?.to_owned())
}

fn newest(history: &History) -> Option<ChangeId> {
    let line = history.newest_first().ok()?.next()?;
    Some(line.id)
}

fn record<'a>(library: &'a Library, id: &str) -> Option<Record<'a>> {
    library.record(library.with_id(id)?)
}

impl Told {
    /// Takes what others have done into the state, and keeps what is to be told of it until
    /// [`others`](Self::others) asks for it. `wake` calls for this once more after so long.
    pub fn hear_others(&mut self, wake: impl FnOnce(Duration)) {
        let mut told = Vec::new();
        let mut changed = Vec::new();
        if let Some(news) = self.news.shelves.news() {
            let before = Before::of(&self.app);
            // What was said before was told.
            self.app.message = None;
            changed = mem::take(&mut self.news.behind);
            changed.extend(news.changed);
            if let Some(shelf) = news.shelf {
                changed = self.put_in(shelf, changed);
            }
            if let Some(call) = news.call {
                self.app.hear_call(call);
            }
            self.settle();
            told = linear::by_others(&before, &self.app);
        }
        let lines = self.news.read_on();
        self.news.held.extend(linear::changed(&self.app, &lines));
        let now = Instant::now();
        if !changed.is_empty() {
            wake(HISTORY_COMES);
        }
        let changed = changed.into_iter().map(|id| (now, id));
        self.news.unclaimed.extend(changed);
        let last = &self.news.last;
        let is_told = |id: &str| last.iter().any(|(_, line)| linear::tells_of(line, id));
        self.news.unclaimed.retain(|(_, id)| !is_told(id));
        let ids = self.news.of_programs(self.app.library());
        self.news
            .held
            .extend(linear::changed_by_program(&self.app, &ids));
        self.news.held.extend(told);
    }

    /// Puts another state of the library in place of the one in hand; gives the records that are
    /// others since.
    fn put_in(&mut self, shelf: Arc<Shelf>, mut ids: Vec<Box<str>>) -> Vec<Box<str>> {
        let old = Arc::clone(self.app.shelf());
        let now = Instant::now();
        let left = self.app.follow(Arc::clone(&shelf), ids.clone(), now);
        if Arc::ptr_eq(&left, &shelf) {
            self.news.behind = ids;
            return Vec::new();
        }
        ids.retain(|id| record(&old.library, id) != record(self.app.library(), id));
        put_away(left);
        ids
    }

    /// What others have done and was not told, where nobody is in the middle of typing.
    pub fn others(&mut self) -> Vec<String> {
        match self.unfinished {
            true => Vec::new(),
            false => mem::take(&mut self.news.held),
        }
    }
}

/// Calls after so long, on a thread of its own.
pub fn after(long: Duration, call: impl FnOnce() + Send + 'static) {
    thread::spawn(move || {
        thread::sleep(long);
        call();
    });
}
