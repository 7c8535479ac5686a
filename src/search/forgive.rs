//! Slips in the words of a query, thought of where they are met in few documents or in none.

use super::Query;
use super::bitmap::Bitmap;
use super::guess;
use super::index::Index;
use super::less::IN_TITLES;
use super::matched::{Matched, Thought};
use super::plan::{MOST_FORGIVEN, Plan};
use super::planned::{Planned, all_of};
use super::query::{Form, Mode};
use super::said;
use super::session::Session;
use super::slips;
use super::tier;

/// What a slip in a short word finds is no more than one in so many of what the others are met in, or half
/// a small screen: in the library that everybody has even `council` stands in 163 records only.
const SHARE: usize = 8;
const FEW: usize = 8;

/// Whether a word was typed in Latin capitals, among others that were not.
pub(super) fn is_in_capitals(query: &Query, word: &Matched) -> bool {
    if !query.has_capitals {
        return false;
    }
    let typed = query.as_typed(word.typed()).unwrap_or_default();
    let mut letters = typed.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(char::is_uppercase)
}

impl Plan {
    /// Thinks of slips in what was meant by other keys, where a word has no documents in any other way;
    /// in a few words at most.
    pub(super) fn read_with_slips(&mut self, query: &Query, session: &mut Session, index: &Index) {
        let is_nowhere = |planned: &&mut Planned| {
            let none = |&place: &usize| {
                let word = session.words().get(place);
                word.is_some_and(|word| !word.is_met() && word.documents().is_empty())
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
                planned.read = true;
            }
        }
    }

    /// Takes numbers of two digits for years where no document has all words: `hlpf 16` is of 2016. Not the
    /// number of an item or of a goal, and only where something has the year in what it is called.
    pub(super) fn read_years(
        &mut self,
        query: &Query,
        session: &mut Session,
        candidates: &mut Bitmap,
        index: &Index,
    ) {
        let before = self.options();
        let (mut read, mut years) = (Vec::new(), Vec::new());
        let word = |number: usize| query.clauses().get(number)?.plain_word();
        for planned in self.clauses.iter_mut().filter(|planned| !planned.not) {
            let Some(&[tens @ b'0'..=b'9', ones @ b'0'..=b'9']) = word(planned.number) else {
                continue;
            };
            let before = planned.number.checked_sub(1).and_then(word);
            if before.is_some_and(said::is_numbered) {
                continue;
            }
            let year = [b'2', b'0', tens, ones];
            if index.has_whole(&year) {
                let form = Form {
                    mode: Mode::Word,
                    ..Form::plain(&year)
                };
                let place = session.look_up(&vec![form], index);
                planned.options = vec![vec![place]];
                years.push(place);
                read.push((vec![tens, ones], year.to_vec()));
            }
        }
        if read.is_empty() {
            return;
        }
        self.all(session, usize::MAX, candidates, index);
        let mut titled = candidates.clone();
        for year in years {
            if let Some(word) = session.words_mut().get_mut(year) {
                word.make_ready(IN_TITLES, index);
                titled.and(word.level(IN_TITLES));
            }
        }
        if !titled.is_empty() {
            session.joined.extend(read);
        } else {
            candidates.reset(index.span());
            self.put(before);
        }
    }

    /// Takes words that were read by other keys as they were typed, with slips, where no document has all as they
    /// were read: a word beside them that stands as it was typed says that the keyboard was right.
    pub(super) fn take_as_typed(
        &mut self,
        query: &Query,
        left: &mut usize,
        session: &mut Session,
        candidates: &mut Bitmap,
        index: &Index,
    ) {
        let stands = |planned: &Planned| {
            let mut words = planned
                .words()
                .filter_map(|place| session.words().get(place));
            !planned.read && !planned.not && words.any(Matched::is_whole)
        };
        if !self.clauses.iter().any(|planned| planned.read) || !self.clauses.iter().any(stands) {
            return;
        }
        let (before, had) = (self.options(), *left);
        let mut places = Vec::new();
        let mut read: Vec<&str> = Vec::new();
        for planned in self.clauses.iter_mut().filter(|planned| planned.read) {
            let Some(clause) = query.clauses().get(planned.number) else {
                continue;
            };
            read.extend(clause.readings.iter().map(|reading| reading.typed.as_str()));
            let options = clause.options.iter().map(|option| {
                let words = option.iter().map(|term| session.look_up(term, index));
                words.collect::<Vec<_>>()
            });
            planned.options = options.collect();
            places.extend(planned.words());
        }
        for place in places {
            self.forgive(place, usize::MAX, left, session, index);
        }
        self.all(session, usize::MAX, candidates, index);
        match candidates.is_empty() {
            true => {
                self.put(before);
                *left = had;
            }
            false => {
                let is_other = |(typed, _): &(String, String)| !read.contains(&typed.as_str());
                session.read_as.retain(is_other);
                session.corrected.retain(is_other);
            }
        }
    }

    /// Thinks of the short words beside others as they may be written in Arabic letters; where that finds
    /// none, of slips in them. Where these find none either, gives the options with them.
    pub(super) fn forgive_short(
        &mut self,
        query: &Query,
        session: &mut Session,
        candidates: &mut Bitmap,
        index: &Index,
    ) -> Option<Vec<Vec<Vec<usize>>>> {
        let wanted = self.wanted();
        let is_short = |place: &usize| {
            let word = session.words().get(*place);
            word.is_some_and(|word| word.is_plain() && slips::is_short(word.typed()))
        };
        // What a title or a name has is meant: مصر is not مقر, nor COP con. In a list all are titles: there in
        // Latin letters an abbreviation is told from a slip by its capitals.
        let is_own = |place: &usize| {
            let word = session.words().get(*place).filter(|word| word.is_whole());
            word.is_some_and(|word| {
                let is_told = query.asks() || !word.typed().is_ascii();
                is_in_capitals(query, word) || is_told && word.is_in_titles(false, index)
            })
        };
        let may_slip = |place: &usize| is_short(place) && !is_own(place);
        let (mut short, others): (Vec<usize>, Vec<usize>) = wanted.into_iter().partition(may_slip);
        let is_met = |place: &usize| {
            let word = session.words().get(*place);
            word.is_some_and(|word| word.is_whole() || !word.documents().is_empty())
        };
        if short.is_empty() || !others.iter().any(is_met) {
            return None;
        }
        // What stands in a text is a slip only of what something is called by.
        let is_whole = |place: &usize| session.words().get(*place).is_some_and(Matched::is_whole);
        let stands = query.asks() && short.iter().any(is_whole);
        for place in &mut short {
            let heard = session.heard_short(*place, index);
            self.put_in_place(*place, heard);
            *place = heard;
        }
        self.all(session, usize::MAX, candidates, index);
        if !candidates.is_empty() {
            return None;
        }
        let heard = self.options();
        for place in short {
            let forgiven = session.forgiven_short(place, query.asks(), index);
            self.put_in_place(place, forgiven);
        }
        self.all(session, usize::MAX, candidates, index);
        if stands {
            self.keep_titled(session, candidates, index);
        }
        let count = candidates.count();
        // What is beside them is only counted where it says something.
        let is_share = count > FEW && {
            let [mut any, one] = std::mem::take(&mut session.scratch);
            let beside = all_of(&others, session.words(), &mut any).count();
            session.scratch = [any, one];
            count * SHARE <= beside
        };
        self.short = (1..=FEW).contains(&count) || is_share;
        if self.short {
            return None;
        }
        // What nearly everything has beside the others says nothing of what was meant.
        candidates.reset(index.span());
        if count > 0 {
            self.put(heard);
            return None;
        }
        // Where later a word is left out, it is rather left out without slips.
        let slipped = self.options();
        self.put(heard);
        Some(slipped)
    }

    /// Leaves a word out beside short ones with slips, of which these are the options.
    pub(super) fn leave_one_out_of_short(
        &mut self,
        options: Vec<Vec<Vec<usize>>>,
        query: &Query,
        session: &mut Session,
        candidates: &mut Bitmap,
        index: &Index,
    ) {
        self.put(options);
        self.leave_one_out(query, session, candidates, index);
        self.short = !candidates.is_empty();
    }

    /// Puts options into the clauses.
    pub(super) fn put(&mut self, options: Vec<Vec<Vec<usize>>>) {
        for (clause, options) in self.clauses.iter_mut().zip(options) {
            clause.options = options;
        }
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
        let forgiven = session.forgiven(place, Thought::All, index);
        self.put_in_place(place, forgiven);
    }

    /// Thinks of slips in the words that stand nowhere whole.
    pub(super) fn forgive_others(
        &mut self,
        left: &mut usize,
        session: &mut Session,
        candidates: &mut Bitmap,
        index: &Index,
    ) {
        let is_nowhere = |place: &usize| {
            let word = session.words().get(*place);
            word.is_some_and(|word| !word.is_whole())
        };
        let these: Vec<usize> = self.wanted().into_iter().filter(is_nowhere).collect();
        if these.is_empty() {
            return;
        }
        for place in these {
            self.forgive(place, usize::MAX, left, session, index);
        }
        self.all(session, usize::MAX, candidates, index);
    }

    /// Where none has all words even with slips in those that stand nowhere: a word that stands somewhere is spelt
    /// right, and only other words for it are thought of. Where what is called by all words leaves little doubt, it
    /// may be written as it sounds in the other script, and what nothing is called by may have half a slip; what
    /// only another form of it stands for, any. No more words than are `left` are thought of. In a list, where no word is
    /// left out and none is told apart, any word may have a slip.
    pub(super) fn forgive_whole(
        &mut self,
        query: &Query,
        left: &mut usize,
        session: &mut Session,
        candidates: &mut Bitmap,
        index: &Index,
    ) {
        // A word of its own in capitals is an abbreviation: another letter is another body.
        let may_change = |place: &usize| {
            let word = session.words().get(*place);
            word.is_some_and(|word| word.is_whole() && !is_in_capitals(query, word))
        };
        let mut whole: Vec<usize> = self.wanted().into_iter().filter(may_change).collect();
        if whole.is_empty() || *left == 0 {
            return;
        }
        if !query.asks() {
            for place in whole {
                self.forgive(place, usize::MAX, left, session, index);
            }
            self.all(session, usize::MAX, candidates, index);
            return;
        }
        // In a sentence that was pasted not every word is thought of: what few have says the most.
        if whole.len() > *left {
            let count = |place: &usize| {
                let word = session.words().get(*place);
                word.map_or(0, Matched::count)
            };
            whole.sort_by_cached_key(count);
        }
        let mut changed = Vec::new();
        for place in whole {
            let word = session.words().get(place);
            if *left > 0 && word.is_some_and(Matched::can_be_forgiven) {
                *left -= 1;
                let other_words = session.forgiven(place, Thought::Words, index);
                self.put_in_place(place, other_words);
                changed.push((place, other_words));
            }
        }
        self.all(session, usize::MAX, candidates, index);
        if !candidates.is_empty() || changed.is_empty() {
            return;
        }
        let before = self.options();
        for (place, other_words) in changed {
            let thought = session.words().get(place).map(|word| {
                // What only another form of it stands for may have any slip: الاتصلات is hardly of اتصل.
                let bare = tier::without_article(word.typed());
                let mut typed = [Some(word.typed()), bare].into_iter().flatten();
                match typed.any(|typed| index.has_whole(typed)) {
                    _ if word.is_in_titles(false, index) => Thought::Heard,
                    true => Thought::Near,
                    false => Thought::All,
                }
            });
            let forgiven = session.forgiven(place, thought.unwrap_or_default(), index);
            self.put_in_place(other_words, forgiven);
        }
        self.all(session, usize::MAX, candidates, index);
        self.keep_titled(session, candidates, index);
        if candidates.is_empty() {
            self.put(before);
        }
    }

    /// Keeps of the candidates those that are called something by a word of each clause, with slips; the last one
    /// may have been begun only.
    fn keep_titled(&self, session: &mut Session, candidates: &mut Bitmap, index: &Index) {
        let [mut titles, one] = std::mem::take(&mut session.scratch);
        let last = self.clauses.iter().map(|clause| clause.places().end).max();
        for clause in self.clauses.iter().filter(|clause| !clause.not) {
            let is_last = Some(clause.places().end) == last;
            let mut words = clause.words().peekable();
            if words.peek().is_none() || candidates.is_empty() {
                continue;
            }
            titles.reset(index.span());
            for word in words.filter_map(|place| session.words().get(place)) {
                word.unite_titles(is_last, index, &mut titles);
            }
            // No candidate is gone.
            candidates.and(&titles);
        }
        session.scratch = [titles, one];
    }
}
