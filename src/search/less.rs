//! One word less: where no document has all that were asked for, one of them is left out.

use super::bitmap::Bitmap;
use super::fold::symbols;
use super::forgive::is_in_capitals;
use super::index::Index;
use super::matched::Matched;
use super::name;
use super::plan::Plan;
use super::planned::Planned;
use super::query::Query;
use super::said;
use super::session::Session;
use std::cmp::Reverse;
use std::ops::RangeInclusive;

/// Of so many words that no document has together, one may be left out.
const WORDS_FOR_ONE_LESS: RangeInclusive<usize> = 2..=6;

/// Of so few a word is left out only if it stands nowhere, the last one, which may be half typed, also as no
/// beginning of a word, beside one that something is called: the other is half of what was asked for.
const FEWEST: usize = 2;

/// The level at which words are met whole in numbers, titles, names and codes.
pub(super) const IN_TITLES: usize = 1;

/// A shorter word beside one that is left out has to be met as it was typed: with a slip in it nothing of
/// what was asked for is left.
const SHORTEST_SLIPPED: usize = 5;

/// The level at which words are met whole in numbers.
const OF_NUMBERS: usize = 0;

/// What is told of a word that may be left out, the least counts: whether the others are no name, whether it
/// stands somewhere whole, whether the others are in no title together, how many documents have it (of many
/// words the one that says least), and how many have the others.
type Told = (bool, bool, bool, Reverse<usize>, usize);

impl Plan {
    /// Of several words that no document has together, takes out one, by what is [told](Told) of it; of
    /// two that are equal the later. A number is what was asked for, and stays.
    pub(super) fn leave_one_out(
        &mut self,
        query: &Query,
        session: &mut Session,
        candidates: &mut Bitmap,
        index: &Index,
    ) {
        let is_word = |clause: &Planned| {
            let clause = query.clauses().get(clause.number);
            clause.is_some_and(|clause| clause.plain_word().is_some())
        };
        if !WORDS_FOR_ONE_LESS.contains(&self.count_of_words()) {
            return;
        }
        let strict = self.is_of_fewest();
        // It may be half typed.
        let typed = query.clauses().iter().filter(|clause| !clause.unsaid);
        let last = typed.count().saturating_sub(1);
        let is_unknown = self.has_unknown_number(query, session, index);
        let mut best: Option<(Told, usize)> = None;
        for place in 0..self.clauses.len() {
            let clause = self.clauses.remove(place);
            let words = clause.options.iter().flatten();
            let words = words.filter_map(|&word| session.words().get(word));
            let words: Vec<&Matched> = words.collect();
            let is_whole = words.iter().any(|word| word.is_whole());
            let is_last = clause.places().end == last + 1;
            let is_begun = |word: &Matched| {
                is_last && word.is_begun(index) && !said::begins_small(word.typed())
            };
            let stands = |word: &&Matched| word.stands() || is_begun(word);
            // An abbreviation in capitals says most.
            let is_own = |word: &&Matched| word.is_whole() && is_in_capitals(query, word);
            let is_number = |word: &&Matched| symbols::is_number(word.typed());
            let may = || match strict {
                _ if words.iter().any(is_number) => false,
                true => !words.iter().any(stands) && self.is_called(last, session, index),
                false => !words.iter().any(is_own),
            };
            if is_word(&clause) && may() {
                let had = words.iter().map(|word| word.count()).max();
                let is_in_titles = self.is_in_titles(session, index);
                self.all(session, usize::MAX, candidates, index);
                let is_name = self.is_name(query, candidates, index);
                // What has the number of something else beside the thing was not asked for.
                let is_other = is_whole && is_unknown && !is_name;
                let told = (
                    !is_name,
                    is_whole,
                    !is_in_titles,
                    Reverse(had.unwrap_or(0)),
                    candidates.count(),
                );
                if told.4 > 0 && !is_other && best.is_none_or(|(least, _)| told <= least) {
                    best = Some((told, place));
                }
            }
            self.clauses.insert(place, clause);
        }
        if let Some((_, place)) = best {
            let clause = self.clauses.remove(place);
            self.left_out_in = clause.stands_in(session);
            self.left_out = Some(clause.places());
        }
        self.all(session, usize::MAX, candidates, index);
    }

    /// Each of several words that no document has together, as it was typed, with how many documents have
    /// it; none where something else was typed beside them, or none of them stands anywhere.
    pub(super) fn each_apart(
        &self,
        query: &Query,
        session: &mut Session,
        index: &Index,
    ) -> Vec<(String, usize)> {
        let typed = || self.clauses.iter().filter(|clause| !clause.unsaid);
        if !WORDS_FOR_ONE_LESS.contains(&typed().count()) {
            return Vec::new();
        }
        let [mut any, mut one] = std::mem::take(&mut session.scratch);
        let mut apart = Vec::new();
        for clause in typed() {
            let typed = clause.places().map(|place| query.typed_whole(place));
            let typed: Option<Vec<&str>> = typed.collect();
            let Some(typed) = typed.filter(|_| !clause.not) else {
                apart.clear();
                break;
            };
            let (words, sets) = (session.words(), &session.sets);
            let set = clause.documents(words, sets, usize::MAX, &mut any, &mut one, index);
            apart.push((typed.join(" "), set.unwrap_or(&any).count()));
        }
        session.scratch = [any, one];
        match apart.iter().all(|(_, count)| *count == 0) {
            true => Vec::new(),
            false => apart,
        }
    }

    /// Whether a word is the number of the thing before it that nothing is called by: then another that stands
    /// somewhere goes only where something is called by the rest, as there is no goal 23, and what has 23 of
    /// something else beside its goals was not asked for. A year is no number of a thing.
    pub(super) fn has_unknown_number(
        &self,
        query: &Query,
        session: &mut Session,
        index: &Index,
    ) -> bool {
        let numbers_of = |place: usize, session: &mut Session| {
            let clause = self.clauses.iter().find(|clause| clause.number == place)?;
            let word = session.words_mut().get_mut(clause.words().next()?)?;
            word.make_ready(OF_NUMBERS, index);
            Some(word.level(OF_NUMBERS).clone())
        };
        self.clauses.iter().any(|clause| {
            let Some((thing, _)) = index.unknown_number(query, clause.number) else {
                return false;
            };
            let before = clause.number.saturating_sub(1);
            let items = numbers_of(before, session);
            let numbered = numbers_of(clause.number, session);
            let is_of_items = said::is_item(thing)
                && (items.zip(numbered)).is_some_and(|(items, numbered)| items.meets(&numbered));
            !is_of_items
        })
    }

    /// How many of the clauses have words. A code is none that is left out, but it is one of them.
    fn count_of_words(&self) -> usize {
        let has_words = |clause: &&Planned| !clause.not && !clause.options.is_empty();
        self.clauses.iter().filter(has_words).count()
    }

    /// Whether they are so few that only what stands nowhere may be left out.
    pub(super) fn is_of_fewest(&self) -> bool {
        self.count_of_words() == FEWEST
    }

    /// Whether something is called by each of the words, whole or with a slip; the `last` one that was typed
    /// may have been begun only.
    fn is_called(&self, last: usize, session: &Session, index: &Index) -> bool {
        self.clauses
            .iter()
            .filter(|clause| !clause.not)
            .all(|clause| {
                let is_last = clause.places().end == last + 1;
                let mut words = clause.words().filter_map(|word| session.words().get(word));
                words.all(
                    |word| match word.typed().len() < SHORTEST_SLIPPED && !is_last {
                        true => word.is_whole() && word.is_in_titles(false, index),
                        false => word.is_in_titles(is_last, index),
                    },
                )
            })
    }

    /// Whether some documents have all words whole where they are called something.
    fn is_in_titles(&self, session: &mut Session, index: &Index) -> bool {
        self.make_ready(session, IN_TITLES, index);
        let mut found = Bitmap::default();
        self.all(session, IN_TITLES, &mut found, index);
        !found.is_empty()
    }

    /// Whether some of these documents are called just what the clauses say.
    fn is_name(&self, query: &Query, candidates: &Bitmap, index: &Index) -> bool {
        let typed = self.clauses.iter();
        let typed: Option<Vec<&str>> = typed.map(|clause| query.typed(clause.number)).collect();
        let name = typed.map(|typed| name::of(&typed.join(" ")));
        name.is_some_and(|name| index.named(&name).any(|one| candidates.contains(one)))
    }
}
