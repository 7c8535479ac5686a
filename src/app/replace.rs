//! Another state of the library while one looks at it: what has changed, what has been added, what
//! is gone. Whatever is in hand, visited, narrowed to or typed stays as it is, by the ids of the
//! records.

use std::mem;
use std::sync::Arc;

use crate::library::{Key, Library};
use crate::words::ui;

use super::desk::renamed::Renamed;
use super::detail::{blocks, links};
use super::picker::Picker;
use super::scope::Filter;
use super::{App, Focus, Layer, Reading, SearchLayer, Shelf};

/// So many rows around the one in hand are remembered, in case it is gone.
const NEAR: usize = 64;

/// The places of a list from one on outward; of two as far away first the later one, which comes to
/// the place of one that is gone.
pub(super) fn outward(place: usize, count: usize) -> impl Iterator<Item = usize> {
    let farthest = count.max(place + 1);
    (0..farthest)
        .flat_map(move |far| {
            [
                place.checked_add(far),
                place.checked_sub(far).filter(|_| far > 0),
            ]
        })
        .flatten()
        .filter(move |at| *at < count)
}

/// The records of one state of a library in another.
pub(super) struct Same<'a> {
    old: &'a Library,
    pub new: &'a Library,
    /// Of the records that one adds oneself, those that are called otherwise now.
    pub renamed: &'a Renamed,
}

impl Same<'_> {
    /// The record of the same kind and id; where it has another id now, the one with that.
    pub fn key(&self, key: Key) -> Option<Key> {
        let (id, kind) = (self.old.id(key), self.old.kind(key));
        let renamed = self.renamed.get(id);
        let id = renamed.as_deref().unwrap_or(id);
        let is = |new: &Key| self.new.kind(*new) == kind && self.new.id(*new) == id;
        Some(key)
            .filter(is)
            .or_else(|| self.new.with_id(id).filter(is))
    }

    /// The filter that narrows to the same.
    pub fn filter(&self, filter: Filter) -> Option<Filter> {
        Some(match filter {
            Filter::Report(report) => {
                let id = self.old.report_id(report)?;
                Filter::Report(self.new.report_ids().position(|new| new == id)?)
            }
            Filter::Country(key) => Filter::Country(self.key(key)?),
            Filter::Body(key) => Filter::Body(self.key(key)?),
            Filter::Status(_) | Filter::Overdue | Filter::Stand(_) => filter,
        })
    }

    /// The row at a place where it is still there, then the nearest ones that are.
    pub fn nearest(&self, rows: &[Key], place: usize) -> Vec<Key> {
        let near = outward(place, rows.len()).filter_map(|at| rows.get(at));
        near.filter_map(|key| self.key(*key)).take(NEAR).collect()
    }

    /// How far a record was read: its link in hand is the one to the same record.
    fn reading(&self, here: Option<Key>, reading: Reading) -> Reading {
        let link = || {
            let here = reading.followed.or(here)?;
            let (before, place) = (links(&blocks(self.old, here)), reading.link?);
            let target = *before.get(place)?;
            // A record may be named more than once.
            let same = before.iter().take(place).filter(|link| **link == target);
            let nth = same.count();
            let (here, target) = (self.key(here)?, self.key(target)?);
            let now = links(&blocks(self.new, here));
            let places = now.iter().enumerate();
            let mut places = places.filter(|(_, link)| **link == target);
            places
                .clone()
                .nth(nth)
                .or_else(|| places.next())
                .map(|(place, _)| place)
        };
        Reading {
            followed: reading.followed.and_then(|key| self.key(key)),
            link: reading.link.and_then(|_| link()),
            scroll: reading.scroll,
        }
    }

    /// Records that were visited, as far as they are still there.
    fn visited(&self, visited: &mut Vec<(Key, Reading)>) {
        let carried = visited.iter().filter_map(|(key, reading)| {
            let reading = self.reading(Some(*key), *reading);
            Some((self.key(*key)?, reading))
        });
        let carried: Vec<(Key, Reading)> = carried.collect();
        let gone = carried.len() < visited.len();
        *visited = carried;
        if gone {
            // What was visited before and after one that is gone is one visit.
            visited.dedup_by_key(|(key, _)| *key);
        }
    }

    /// A search: its hits until the answer comes that is asked for anew.
    fn search(&self, below: Option<Key>, search: &mut SearchLayer) {
        search.before = self.reading(below, search.before);
        let near = self.nearest(&search.keys(), search.selected);
        let hits = mem::take(&mut search.found.hits).into_iter();
        let hits = hits.filter_map(|(key, score)| Some((self.key(key)?, score)));
        search.put_in(hits.collect(), &near);
    }
}

impl App {
    /// Puts another state of the library in place of the one on the screen; gives that back, for its
    /// memory may take longer to return than a frame may take
    /// ([`put_away`](super::shelf::put_away)).
    ///
    /// Records are known by their ids. Where one is gone that was in hand, the nearest row that
    /// remains is in hand; where it was being read, that is said.
    pub fn replace(&mut self, shelf: Arc<Shelf>) -> Arc<Shelf> {
        let in_hand = self.in_hand();
        // Beside an empty pane the item is read that it follows.
        let row = self.board().and_then(|board| {
            let followed = || board.item().filter(|_| self.linked);
            board.current()?.key().or_else(followed)
        });
        let old = mem::replace(&mut self.shelf, Arc::clone(&shelf));
        self.generation += 1;
        let renamed = self.follow_ids();
        let same = Same {
            old: &old.library,
            new: &shelf.library,
            renamed: &renamed,
        };
        self.scope = self.scope.carried(&same, self.call.on());
        self.boards.iter_mut().for_each(|board| board.carry(&same));
        // A list or a form above has another record in hand than the one that is read below it.
        let read = self.layers.iter().rev().find_map(|layer| match layer {
            Layer::Search(search) => Some(search.in_hand()),
            _ => None,
        });
        self.reading = same.reading(read.unwrap_or(row), self.reading);
        same.visited(&mut self.visited);
        same.visited(&mut self.ahead);
        self.rested = self.rested.and_then(|key| same.key(key));
        self.begun = self.begun.and_then(|key| same.key(key));
        self.seen.moved_on = self.seen.moved_on.and_then(|key| same.key(key));
        // What was seen in a row may now stand in another.
        self.seen.spots.clear();
        for layer in &mut self.layers {
            if let Layer::Search(search) = layer {
                same.search(row, search);
            }
        }
        self.recital = self
            .recital
            .and_then(|recital| Some(recital.at(same.key(recital.key)?)));
        self.refill();
        self.renew_choices(&same);
        let kept = in_hand.and_then(|key| same.key(key));
        if self.layers.is_empty() && in_hand.is_some() && self.in_hand() != kept {
            self.reading = Reading::default();
            if self.focus == Focus::Detail && kept.is_none() {
                self.focus = Focus::Panes;
                self.message = Some(ui::RECORD_GONE.into());
            }
        }
        self.keep_of_gone(&old.library);
        let (before, now) = (&old.library, &shelf.library);
        let is_gone = |id: &str| before.with_id(id).is_some() && now.with_id(id).is_none();
        self.close_forms_of_gone(is_gone);
        self.searcher.prepare(&shelf);
        self.ask(self.is_searching());
        old
    }

    /// Makes the choices of the layers anew where they stand in the order of the language.
    pub(super) fn renew_in_language(&mut self) {
        let shelf = Arc::clone(&self.shelf);
        let same = Same {
            old: &shelf.library,
            new: &shelf.library,
            renamed: &Renamed::default(),
        };
        self.renew_choices(&same);
        let language = self.language;
        for layer in &mut self.layers {
            if let Layer::Form(form) = layer {
                form.turn(language);
            }
        }
    }

    /// Makes the choices of the layers anew, where they come from the library.
    fn renew_choices(&mut self, same: &Same<'_>) {
        let mut layers = mem::take(&mut self.layers);
        for layer in &mut layers {
            match layer {
                Layer::Filters(picker) | Layer::Unfilter(picker) => {
                    self.renew(picker, |old, new| same.filter(*old) == Some(*new));
                }
                Layer::Problems(picker) => {
                    let (old, new) = (same.old.problems(), same.new.problems());
                    self.renew(picker, |one, other| old.get(*one) == new.get(*other));
                }
                Layer::Agenda(picker) => self.renew(picker, |old, new| old == new),
                Layer::Form(form) => form.renew(&self.shelf.library, &self.desk),
                Layer::Open(open) => {
                    self.renew(&mut open.picker, |old, new| same.key(*old) == Some(*new));
                    open.count(self);
                }
                _ => {}
            }
        }
        self.layers = layers;
    }

    fn renew<T>(&self, picker: &mut Picker<T>, same: impl Fn(&T, &T) -> bool) {
        if let Some(make) = picker.source {
            picker.renew(make(self), same);
        }
    }
}
