//! Slips in the words of a query, thought of where they are met in few documents or in none.

use super::Query;
use super::bitmap::Bitmap;
use super::index::Index;
use super::plan::{MOST_FORGIVEN, Plan, Planned};
use super::session::Session;
use super::{guess, slips};

/// A slip in a word of three letters is near to very much: where it finds more than this, it is none.
const MOST_BY_SHORT: usize = 64;

impl Plan {
    /// Thinks of slips in what was meant by other keys, where a word has no documents in any other way;
    /// in a few words at most.
    pub(super) fn read_with_slips(&mut self, query: &Query, session: &mut Session, index: &Index) {
        let is_nowhere = |planned: &&mut Planned| {
            let none = |&place: &usize| {
                let word = session.words().get(place);
                word.is_some_and(|word| !word.is_met() && word.documents().count() == 0)
            };
            let mut options = planned.options.iter();
            !planned.not
                && planned.sets.is_empty()
                && planned.without.is_empty()
                && options.all(|words| words.iter().any(none))
        };
        let nowhere = self.clauses.iter_mut().filter(is_nowhere);
        let nowhere: Vec<&mut Planned> = nowhere.take(MOST_FORGIVEN).collect();
        for planned in nowhere {
            let clause = query.clauses().get(planned.number);
            let words = clause.and_then(|clause| guess::slipped(clause, session, index));
            if let Some(words) = words {
                planned.options = vec![words];
            }
        }
    }

    /// Thinks of the short words beside others as they may be written in Arabic letters; where that finds
    /// none, of slips in them, unless these flood.
    pub(super) fn forgive_short(
        &mut self,
        session: &mut Session,
        candidates: &mut Bitmap,
        index: &Index,
    ) {
        let wanted = self.wanted();
        let is_short = |place: &usize| {
            let word = session.words().get(*place);
            word.is_some_and(|word| word.is_plain() && slips::is_short(word.typed()))
        };
        let (short, others): (Vec<usize>, Vec<usize>) = wanted.into_iter().partition(is_short);
        let is_met = |place: &usize| {
            let word = session.words().get(*place);
            word.is_some_and(|word| word.is_whole() || word.documents().count() > 0)
        };
        if !others.iter().any(is_met) {
            return;
        }
        let mut short = short;
        let mut heard: Vec<Vec<Vec<usize>>> = Vec::new();
        for with_slips in [false, true] {
            if with_slips {
                heard = self.options();
            }
            for place in &mut short {
                let forgiven = session.forgiven_short(*place, with_slips, index);
                self.put_in_place(*place, forgiven);
                *place = forgiven;
            }
            self.all(session, usize::MAX, candidates, index);
            let found = candidates.count();
            if found > 0 && (!with_slips || found <= MOST_BY_SHORT) {
                self.short = with_slips;
                return;
            }
        }
        // No slip counts that floods, nor where later a word is left out.
        for (clause, options) in self.clauses.iter_mut().zip(heard) {
            clause.options = options;
        }
        candidates.reset(index.span());
    }

    /// The words of the options of each clause.
    pub(super) fn options(&self) -> Vec<Vec<Vec<usize>>> {
        let clauses = self.clauses.iter();
        clauses.map(|clause| clause.options.clone()).collect()
    }

    /// Puts a word in the place of another.
    fn put_in_place(&mut self, place: usize, other: usize) {
        let wanted = self.clauses.iter_mut().filter(|clause| !clause.not);
        for word in wanted.flat_map(|clause| clause.options.iter_mut().flatten()) {
            if *word == place {
                *word = other;
            }
        }
    }

    /// Thinks of slips in a word that fewer than `few` documents have; of `left` words at most.
    pub(super) fn forgive(
        &mut self,
        place: usize,
        few: usize,
        left: &mut usize,
        session: &mut Session,
        index: &Index,
    ) {
        let wants = session.words().get(place).is_some_and(|word| {
            word.wants_slips(few) || few == usize::MAX && word.can_be_forgiven()
        });
        if !wants || *left == 0 {
            return;
        }
        *left -= 1;
        let forgiven = session.forgiven(place, index);
        self.put_in_place(place, forgiven);
    }
}
