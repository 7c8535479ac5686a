//! The clauses of a query with their words looked up: which documents answer, at which level, and
//! how each of them is met.

use super::Guessed;
use super::bitmap::Bitmap;
use super::guess;
use super::index::Index;
use super::matched::{LEVELS, Matched};
use super::most::Most;
use super::planned::Planned;
use super::query::Query;
use super::score::{self, Met};
use super::session::Session;
use super::set::Set;
use std::ops::Range;

/// Slips are thought of where a word is met in fewer documents than these.
pub(super) const FEW: usize = 3;
/// At most so many words of a query are looked for with slips.
pub(super) const MOST_FORGIVEN: usize = 4;

/// A query whose words are places in a session.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub clauses: Vec<Planned>,
    /// What need not be there, and comes first where it is: none of the clauses.
    wishes: Vec<Planned>,
    /// Slips were thought of in short words too.
    pub short: bool,
    /// The places in the query of what documents need not have, as none has all: a word, or two that
    /// were read as one.
    pub left_out: Option<Range<usize>>,
    /// How many documents have that.
    pub left_out_in: usize,
    /// The place of a name that was passed over, as none has it with the others.
    pub passed: Option<Range<usize>>,
    /// Where none has all, what has the most.
    pub most: Option<Most>,
    /// No document has all that the clauses ask for.
    pub is_beyond_all: bool,
}

impl Plan {
    /// Looks up the words of a query.
    pub fn new(query: &Query, session: &mut Session, index: &Index) -> Self {
        session.prepare(query, index);
        let mut clauses = Vec::new();
        let mut scratch = Bitmap::default();
        session.read_as.clear();
        session.corrected.clear();
        session.joined.clear();
        for (number, clause) in query.clauses().iter().enumerate() {
            let planned = Planned::new(clause, session, index, &mut scratch);
            clauses.push(Planned { number, ..planned });
        }
        let mut plan = Self {
            clauses,
            wishes: Vec::new(),
            short: false,
            left_out: None,
            left_out_in: 0,
            passed: None,
            most: None,
            is_beyond_all: false,
        };
        guess::join(&mut plan, query, session, index);
        let all = std::mem::take(&mut plan.clauses).into_iter();
        (plan.wishes, plan.clauses) = all.partition(|clause| clause.wish);
        plan
    }

    /// The same with these clauses only, by their places in the query, and what is wished for; no document has
    /// them all.
    pub fn with_only(&self, places: &[usize]) -> Self {
        let clauses = self.clauses.iter();
        let these = clauses.filter(|clause| places.contains(&clause.number));
        Self {
            clauses: these.cloned().collect(),
            wishes: self.wishes.clone(),
            is_beyond_all: true,
            ..Self::default()
        }
    }

    /// Whether any document has a word and the one that was typed after it.
    pub fn both(&self, at: usize, session: &Session) -> bool {
        let word = |at: usize| {
            let option = self.clauses.get(at)?.options.first()?;
            Some(session.words().get(*option.first()?)?.documents())
        };
        match (word(at), word(at + 1)) {
            (Some(first), Some(second)) => first.meets(second),
            _ => false,
        }
    }

    /// The words that documents must have, each once, in the order in which they were typed: where
    /// the session keeps them depends on what was asked before.
    pub(super) fn wanted(&self) -> Vec<usize> {
        let wanted = self.clauses.iter().filter(|clause| !clause.not);
        let mut words: Vec<usize> = Vec::new();
        for &word in wanted.flat_map(|clause| clause.options.iter().flatten()) {
            if !words.contains(&word) {
                words.push(word);
            }
        }
        words
    }

    /// The words that were looked for with slips.
    pub fn guessed(&self, session: &Session, index: &Index) -> Vec<Guessed> {
        let words = self.wanted().into_iter();
        let words = words.filter_map(|place| session.words().get(place));
        let guessed = words.filter(|word| word.is_guessed());
        let guessed = guessed.map(|word| Guessed {
            typed: word.typed().to_vec(),
            met: word.letters_guessed(index),
        });
        let mut guessed: Vec<Guessed> = guessed.collect();
        guessed.sort_unstable();
        guessed.dedup_by(|other, one| {
            let same = other.typed == one.typed;
            if same {
                one.met.append(&mut other.met);
                one.met.sort_unstable();
            }
            same
        });
        guessed
    }

    /// What was met with a slip for two words together, or for another form of a word, by what was
    /// typed.
    pub fn by_form(&self, session: &Session, index: &Index) -> Vec<(Vec<u8>, Vec<u8>)> {
        let mut met = session.joined.clone();
        for word in self.words(session) {
            let of_word = word.by_form(index);
            met.extend(of_word.map(|met| (word.typed().to_vec(), met.to_vec())));
        }
        met.sort_unstable();
        met.dedup();
        met
    }

    /// Puts the documents that answer into the candidates of the session, with slips where a word
    /// is met nearly nowhere, or where otherwise none answers.
    pub fn find(&mut self, query: &Query, session: &mut Session, index: &Index) {
        if self
            .clauses
            .iter()
            .any(|clause| clause.is_hopeless(session))
        {
            session.candidates.reset(index.span());
            return;
        }
        let mut left = MOST_FORGIVEN;
        for place in self.wanted() {
            self.forgive(place, FEW, &mut left, session, index);
        }
        self.read_with_slips(query, session, index);
        let mut candidates = std::mem::take(&mut session.candidates);
        self.all(session, usize::MAX, &mut candidates, index);
        if candidates.is_empty() && self.clauses.iter().any(|clause| clause.aside) {
            let mut told = self.clauses.iter().filter(|clause| clause.is_told(query));
            let first = told.next();
            let mut named = first.map(|clause| (clause.places(), clause.stands_in(session)));
            // A name of two words is told as one.
            for clause in told {
                if let Some((places, count)) = &mut named
                    && places.end == clause.number
                {
                    places.end = clause.places().end;
                    *count = (*count).min(clause.stands_in(session));
                }
            }
            self.clauses.retain(|clause| !clause.aside);
            self.all(session, usize::MAX, &mut candidates, index);
            self.passed = named.as_ref().map(|(places, _)| places.clone());
            if let Some((places, count)) = named.filter(|_| !candidates.is_empty()) {
                (self.left_out, self.left_out_in) = (Some(places), count);
            }
        }
        if candidates.is_empty() {
            self.take_as_typed(query, &mut left, session, &mut candidates, index);
        }
        if candidates.is_empty() && query.asks() {
            guess::all_by_other_keys(self, query, session, &mut candidates, index);
        }
        self.read_as_name(query, session, &mut candidates, index);
        if candidates.is_empty() && query.asks() {
            self.read_years(query, session, &mut candidates, index);
        }
        // With slips everywhere too much is met for a word that may be left out.
        let strict: Vec<Vec<Vec<usize>>> = match candidates.is_empty() && query.asks() {
            true => self.options(),
            false => Vec::new(),
        };
        // Where none has all words, a slip is likelier in a word that stands nowhere whole.
        if candidates.is_empty() {
            self.forgive_others(&mut left, session, &mut candidates, index);
        }
        if candidates.is_empty() {
            self.forgive_whole(query, &mut left, session, &mut candidates, index);
        }
        if candidates.is_empty() {
            self.read_as_called(query, session, &mut candidates, index);
        }
        let mut short = None;
        if candidates.is_empty() {
            short = self.forgive_short(query, session, &mut candidates, index);
        }
        // A list that is filtered as one types is not searched so far.
        if candidates.is_empty() && query.asks() {
            guess::begin(self, query, session, &mut candidates, index);
        }
        if candidates.is_empty() && query.asks() {
            guess::join_slipped(self, query, session, &mut candidates, index);
        }
        if candidates.is_empty() && query.asks() {
            let mut swap = strict;
            for again in [false, true] {
                if again && self.left_out.is_some() {
                    break;
                }
                let clauses = self.clauses.iter_mut().zip(&mut swap);
                clauses.for_each(|(clause, options)| std::mem::swap(&mut clause.options, options));
                self.leave_one_out(query, session, &mut candidates, index);
            }
            if let (None, Some(short), false) = (&self.left_out, short, self.is_of_fewest()) {
                self.leave_one_out_of_short(short, query, session, &mut candidates, index);
            }
            // What each word finds by itself is told without the slips that were thought of for all.
            if candidates.is_empty() {
                self.put(swap);
                self.find_most(query, session, &mut candidates, index);
            }
        }
        session.candidates = candidates;
    }

    /// The documents that have every wanted word at a level or a better one, and none of the
    /// others; nothing where nothing is wanted.
    pub fn all(&self, session: &mut Session, level: usize, into: &mut Bitmap, index: &Index) {
        let [mut any, mut one] = std::mem::take(&mut session.scratch);
        let sets = std::mem::take(&mut session.sets);
        let words = session.words();
        // The sets that are there already, and what is in all that had to be made.
        let mut wanted: Vec<&Bitmap> = Vec::with_capacity(self.clauses.len());
        let mut is_made = false;
        for clause in self.clauses.iter().filter(|clause| !clause.not) {
            match clause.documents(words, &sets, level, &mut any, &mut one, index) {
                Some(set) => wanted.push(set),
                None if is_made => into.and(&any),
                None => {
                    std::mem::swap(into, &mut any);
                    is_made = true;
                }
            }
        }
        if is_made {
            std::mem::swap(into, &mut any);
            wanted.push(&any);
        }
        match wanted.as_slice() {
            // Nothing is wanted: all but what must not be there.
            [] => into.copy(&index.all()),
            all => into.copy_all(all),
        }
        for clause in self.clauses.iter().filter(|clause| clause.not) {
            let set = clause.documents(words, &sets, usize::MAX, &mut any, &mut one, index);
            into.and_not(set.unwrap_or(&any));
        }
        session.sets = sets;
        session.scratch = [any, one];
    }

    /// Makes a level of all wanted words ready.
    pub fn make_ready(&self, session: &mut Session, level: usize, index: &Index) {
        for place in self.wanted() {
            if let Some(word) = session.words_mut().get_mut(place) {
                word.make_ready(level, index);
            }
        }
    }

    /// Whether each wanted clause is one word.
    pub fn is_simple(&self) -> bool {
        let mut wanted = self.clauses.iter().filter(|clause| !clause.not).peekable();
        wanted.peek().is_some()
            && wanted.all(|clause| {
                clause.sets.is_empty()
                    && clause.without.is_empty()
                    && matches!(clause.options.as_slice(), [only] if only.len() == 1)
            })
    }

    /// Whether nothing is looked for but documents of sets.
    pub fn has_no_words(&self) -> bool {
        let mut wanted = self.clauses.iter().filter(|clause| !clause.not).peekable();
        wanted.peek().is_some()
            && wanted.all(|clause| clause.options.is_empty() && clause.without.is_empty())
    }

    /// The keys that are in a set of each wanted clause, and in none of the others where these are sets
    /// too.
    pub fn keys_of_sets(&self, session: &Session) -> Option<Set> {
        let mut all: Option<Set> = None;
        let mut clauses: Vec<&Planned> = self.clauses.iter().collect();
        clauses.sort_by_key(|clause| clause.not);
        for clause in clauses {
            let mut sets = clause.sets.iter().filter_map(|&set| session.sets.get(set));
            let mut any = sets.next()?.keys().clone();
            sets.for_each(|set| any.insert_all(set.keys()));
            match &mut all {
                None => all = Some(any).filter(|_| !clause.not),
                Some(all) => all.keep(&any, clause.not),
            }
        }
        all
    }

    /// Whether each wanted clause is words that have to be there together.
    pub fn is_of_words(&self) -> bool {
        let mut wanted = self.clauses.iter().filter(|clause| !clause.not).peekable();
        wanted.peek().is_some()
            && wanted.all(|clause| {
                clause.sets.is_empty() && clause.without.is_empty() && clause.options.len() == 1
            })
    }

    /// The first level at which any document may be: where each wanted clause is one word, that of the word
    /// that is met worst.
    pub fn first_level(&self, session: &Session) -> usize {
        if self.is_beyond_all {
            return LEVELS - 1;
        }
        let words = self.each_word(session).unwrap_or_default().into_iter();
        words.map(Matched::first_level).max().unwrap_or(0)
    }

    /// The sets of a level, of which documents must be in all.
    pub fn levels<'s>(
        &self,
        session: &'s Session,
        level: usize,
    ) -> impl Iterator<Item = &'s Bitmap> {
        let wanted = self.wanted().into_iter();
        wanted.filter_map(move |place| Some(session.words().get(place)?.level(level)))
    }

    /// How many columns [`Self::columns`] makes.
    pub fn width(&self) -> usize {
        let wanted = self.clauses.iter().filter(|clause| !clause.not);
        wanted
            .map(|clause| match clause.options.as_slice() {
                [] => 0,
                [only] => only.len(),
                _ => 1,
            })
            .sum()
    }

    /// The words that documents have, in the order in which they were typed.
    pub fn words<'s>(&self, session: &'s Session) -> Vec<&'s Matched> {
        let wanted = self.clauses.iter().filter(|clause| !clause.not);
        let words = wanted.flat_map(Planned::words);
        words
            .filter_map(|place| session.words().get(place))
            .collect()
    }

    /// The words that are scored: those, and behind them those of wishes.
    pub fn scored<'s>(&self, session: &'s Session) -> Vec<&'s Matched> {
        let mut words = self.words(session);
        let wished = self.wishes.iter().flat_map(Planned::words);
        words.extend(wished.filter_map(|place| session.words().get(place)));
        words
    }

    /// The documents that have any word that is wished for; none where nothing is.
    pub fn wished(&self, session: &Session, index: &Index) -> Option<Bitmap> {
        let mut words = self.wishes.iter().flat_map(Planned::words).peekable();
        words.peek()?;
        let mut wished = Bitmap::new(index.span());
        for word in words.filter_map(|place| session.words().get(place)) {
            wished.or(word.documents());
        }
        Some(wished)
    }

    /// What a document is worth more for what is wished for, from how it meets the words of wishes.
    pub fn worth_of_wishes(&self, mut met: &[Met]) -> u32 {
        if self.wishes.is_empty() {
            return 0;
        }
        let (mut worth, mut is_there) = (0, true);
        for wish in &self.wishes {
            let Some((of_wish, rest)) = met.split_at_checked(wish.words().count()) else {
                break;
            };
            met = rest;
            worth += of_wish
                .iter()
                .max()
                .map_or(0, |met| met.wished(wish.unsaid));
            is_there &= !wish.sought || of_wish.iter().any(|met| met.is_sought());
        }
        let sought = self.wishes.iter().any(|wish| wish.sought);
        worth + if sought && is_there { score::SOUGHT } else { 0 }
    }

    /// The words, where each wanted clause is one word.
    pub fn each_word<'s>(&self, session: &'s Session) -> Option<Vec<&'s Matched>> {
        self.is_simple().then(|| self.words(session))
    }

    /// Whether each scored word is a column by itself.
    pub fn is_plain(&self) -> bool {
        let mut wanted = self.clauses.iter().filter(|clause| !clause.not);
        wanted.all(|clause| clause.options.len() <= 1)
    }

    /// How a document meets the clauses, from how it meets the scored words: of several options
    /// the best, of the words of such an option the worst.
    pub fn columns(&self, met: &[Met], columns: &mut Vec<Met>) {
        columns.clear();
        let mut rest = met;
        for clause in self.clauses.iter().filter(|clause| !clause.not) {
            let mut best = Met::default();
            for option in &clause.options {
                let Some((of_option, others)) = rest.split_at_checked(option.len()) else {
                    return;
                };
                rest = others;
                if clause.options.len() == 1 {
                    columns.extend_from_slice(of_option);
                } else {
                    best = best.max(of_option.iter().copied().min().unwrap_or_default());
                }
            }
            if clause.options.len() > 1 {
                columns.push(best);
            }
        }
    }
}
