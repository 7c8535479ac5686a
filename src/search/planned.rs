//! A clause of a query with its words looked up, and the documents that answer it.

use super::bitmap::Bitmap;
use super::guess;
use super::index::Index;
use super::matched::Matched;
use super::query::{Choice, Clause, Query, Small};
use super::said;
use super::session::{KeptSet, Session};
use std::ops::Range;

#[derive(Clone, Debug)]
pub(super) struct Planned {
    /// Its place in the query.
    pub number: usize,
    /// The word that was typed after it is read with it, as one.
    pub with_next: bool,
    pub not: bool,
    /// It need not be there where otherwise nothing is found.
    pub aside: bool,
    /// It need not be there, and what has it comes first.
    pub wish: bool,
    /// The same, and what has it stands before what has not.
    pub sought: bool,
    /// It was not typed.
    pub unsaid: bool,
    /// It was read by other keys.
    pub read: bool,
    /// The words of each option, as places in the session.
    pub options: Vec<Vec<usize>>,
    /// Documents that answer whatever words they have, as places in the session.
    pub sets: Vec<usize>,
    /// Documents answer by not having one of these.
    pub without: Vec<Planned>,
}

impl Planned {
    /// Looks up the words of a clause.
    pub fn new(
        clause: &Clause,
        session: &mut Session,
        index: &Index,
        scratch: &mut Bitmap,
    ) -> Self {
        let sets: Vec<usize> = clause
            .sets
            .iter()
            .map(|set| session.place_of_set(set, index))
            .collect();
        let without: Vec<Self> = clause
            .without
            .iter()
            .map(|without| Self::new(without, session, index, scratch))
            .collect();
        let mut any = !sets.is_empty() || !without.is_empty();
        let mut options: Vec<Vec<usize>> = Vec::new();
        for option in &clause.options {
            let words: Vec<usize> = option
                .iter()
                .map(|term| session.look_up(term, index))
                .collect();
            if clause.choice == Choice::First {
                options.clear();
            }
            let met = match words.as_slice() {
                [only] => session.words().get(*only).is_some_and(Matched::is_met),
                _ => !all_of(&words, session.words(), scratch).is_empty(),
            };
            any |= met;
            options.push(words);
            if met && clause.choice == Choice::First {
                break;
            }
        }
        let known = session.read_as.len();
        if any
            && !clause.not
            && !clause.readings.is_empty()
            && let Some(words) = guess::by_other_keys(clause, &options, session, index)
        {
            options = vec![words];
        }
        // Inside of words nearly anything stands: `هيه` is IDI.
        if let ([only], false) = (options.concat().as_slice(), clause.not)
            && !clause.readings.is_empty()
            && (session.words().get(*only)).is_some_and(|word| word.is_met_inside(index))
            && let Some(words) = guess::named(clause, session, index)
        {
            options = vec![words];
        }
        if !any
            && !clause.not
            && let Some(words) = guess::instead(clause, session, index)
        {
            options = vec![words];
        }
        Self {
            number: 0,
            with_next: false,
            not: clause.not,
            aside: matches!(clause.small, Small::Aside | Small::Subject),
            wish: clause.is_wish(),
            sought: clause.small == Small::Sought,
            unsaid: clause.unsaid,
            read: session.read_as.len() > known,
            options,
            sets,
            without,
        }
    }

    /// Whether it may be passed over, and that has to be told: it is what somebody is called, the US, of whom
    /// something is asked, or the day of something.
    pub fn is_told(&self, query: &Query) -> bool {
        let clause = query.clauses().get(self.number);
        let is_day = || {
            clause
                .and_then(Clause::plain_word)
                .is_some_and(said::is_day)
        };
        let is_name = || query.typed(self.number).is_some_and(said::is_name);
        let is_subject = clause.is_some_and(|clause| clause.small == Small::Subject);
        self.aside && (is_subject || is_name() || is_day())
    }

    /// How many documents have one of its words that stands somewhere whole.
    pub fn stands_in(&self, session: &Session) -> usize {
        let words = self.words().filter_map(|place| session.words().get(place));
        let whole = words.filter(|word| word.is_whole());
        whole.map(Matched::count).max().unwrap_or(0)
    }

    /// The places in the session of all its words.
    pub fn words(&self) -> impl Iterator<Item = usize> {
        self.options.iter().flatten().copied()
    }

    /// Its places in the query.
    pub fn places(&self) -> Range<usize> {
        self.number..self.number + 1 + usize::from(self.with_next)
    }

    /// Whether a set has to be met in which there is none: no slip changes that.
    pub fn is_hopeless(&self, session: &Session) -> bool {
        let is_empty = |set: &usize| session.sets.get(*set).is_some_and(KeptSet::is_empty);
        let only_sets = self.options.is_empty() && self.without.is_empty();
        only_sets && !self.not && !self.sets.is_empty() && self.sets.iter().all(is_empty)
    }

    /// The documents that have the words of one of the options, at a level or a better one: a set
    /// that is there already, or made in `any`.
    pub fn documents<'w>(
        &self,
        words: &'w [Matched],
        sets: &'w [KeptSet],
        level: usize,
        any: &mut Bitmap,
        one: &mut Bitmap,
        index: &Index,
    ) -> Option<&'w Bitmap> {
        match (self.options.as_slice(), self.sets.as_slice()) {
            _ if !self.without.is_empty() => {}
            ([only], []) => {
                if let [word] = only.as_slice() {
                    return words.get(*word).map(|word| word.level(level));
                }
            }
            ([], [only]) => return sets.get(*only).map(KeptSet::documents),
            _ => {}
        }
        let mut first = true;
        for set in self.sets.iter().filter_map(|&set| sets.get(set)) {
            match first {
                true => any.copy(set.documents()),
                false => any.or(set.documents()),
            }
            first = false;
        }
        for option in &self.options {
            let target: &mut Bitmap = if first { any } else { one };
            let mut found = option
                .iter()
                .filter_map(|&word| Some(words.get(word)?.level(level)));
            match found.next() {
                Some(set) => target.copy(set),
                None => continue,
            }
            found.for_each(|set| target.and(set));
            if !first {
                any.or(one);
            }
            first = false;
        }
        for without in &self.without {
            let (mut some, mut of_some) = (Bitmap::default(), Bitmap::default());
            let set = without.documents(words, sets, usize::MAX, &mut some, &mut of_some, index);
            let mut others = index.all();
            others.and_not(set.unwrap_or(&some));
            match first {
                true => any.copy(&others),
                false => any.or(&others),
            }
            first = false;
        }
        None
    }
}

/// The documents that have all of these words.
pub(super) fn all_of<'s>(
    words: &[usize],
    matched: &[Matched],
    scratch: &'s mut Bitmap,
) -> &'s Bitmap {
    let mut sets = words
        .iter()
        .filter_map(|&word| Some(matched.get(word)?.documents()));
    match sets.next() {
        Some(set) => scratch.copy(set),
        None => scratch.reset(0),
    }
    sets.for_each(|set| scratch.and(set));
    scratch
}
