//! Slips in the words of a query, thought of where they are met in few documents or in none.

use super::Query;
use super::bitmap::Bitmap;
use super::guess;
use super::index::Index;
use super::less::IN_TITLES;
use super::matched::Matched;
use super::plan::{MOST_FORGIVEN, Plan};
use super::planned::{Planned, all_of};
use super::query::{Form, Mode};
use super::said;
use super::session::Session;
use super::slips;

/// What a slip in a short word finds is no more than one in so many of what the others are met in, or half
/// a small screen: in the library that everybody has even `council` stands in 163 records only.
const SHARE: usize = 8;
const FEW: usize = 8;

/// Whether a word was typed in Latin capitals, among others that were not: in capitals throughout they say
/// nothing.
pub(super) fn is_in_capitals(query: &Query, word: &Matched) -> bool {
    let (mut large, mut small) = (0, 0);
    for typed in query.called.split_whitespace() {
        if typed.chars().any(char::is_lowercase) {
            small += 1;
        } else if typed.chars().any(char::is_uppercase) {
            large += 1;
        }
    }
    if large == 0 || (large > 1 && small == 0) {
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
        let before = self.options();
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
            true => self.put(before),
            false => session
                .read_as
                .retain(|(typed, _)| !read.contains(&typed.as_str())),
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
        // In Latin letters an abbreviation is told from a slip by its capitals; in Arabic ones what a title
        // or a name has is meant: مصر is not مقر.
        let is_own = |place: &usize| {
            let word = session.words().get(*place).filter(|word| word.is_whole());
            word.is_some_and(|word| match word.typed().is_ascii() {
                true => is_in_capitals(query, word),
                false => word.is_in_titles(false, index),
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
            let forgiven = session.forgiven_short(place, index);
            self.put_in_place(place, forgiven);
        }
        self.all(session, usize::MAX, candidates, index);
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
        let forgiven = session.forgiven(place, index);
        self.put_in_place(place, forgiven);
    }
}
