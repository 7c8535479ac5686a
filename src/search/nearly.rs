//! A name that is nearly what was typed: `الاتفاق الرقمي العلمي`, where العلمي begins no more than a word in a
//! text, is الاتفاق الرقمي العالمي.

use super::bitmap::Bitmap;
use super::forgive::is_in_capitals;
use super::forward::CLASSES;
use super::index::Index;
use super::matched::Matched;
use super::name;
use super::plan::Plan;
use super::query::{Form, Mode, Query};
use super::session::Session;
use super::slips::Slip;
use super::tier;
use super::vocabulary::Stem;
use std::ops::RangeInclusive;

/// Of fewer words nearly any name is near, and more are no name.
const WORDS: RangeInclusive<usize> = 3..=6;
/// A name in which a letter is missing, or one too many.
const CALLED: RangeInclusive<usize> = 2..=6;
/// A shorter word with another letter is another one.
const SHORTEST_SLIPPED: usize = 5;
/// Where more have all words, they were meant.
const FEW: usize = 2;
/// The level of what has each word whole in a text, or begun in what it is called.
const BEGUN_IN_TITLES: usize = 3;
/// At most so many words that it may be are looked at.
const MOST: usize = 64;
/// What a word that was meant by another is worth less.
const SLIPPED: u8 = 60;

impl Plan {
    /// Takes the only one of several words that stands nowhere whole for the one that makes of all a name,
    /// where very few documents have them and hardly as they were typed.
    pub(super) fn read_as_name(
        &mut self,
        query: &Query,
        session: &mut Session,
        candidates: &mut Bitmap,
        index: &Index,
    ) {
        let few =
            (1..=FEW).contains(&candidates.count_to(FEW)) && WORDS.contains(&self.clauses.len());
        if !few || !query.asks() || !self.is_simple() || !self.is_of_words() {
            return;
        }
        let words = self.words(session);
        let mut others = words.iter().enumerate();
        let begun = others.find(|(_, word)| !word.is_whole() && word.is_plain());
        let Some((place, word)) = begun.map(|(place, word)| (place, word.typed().to_vec())) else {
            return;
        };
        if others.any(|(_, word)| !word.is_whole()) || words.len() != self.clauses.len() {
            return;
        }
        // A word that is half typed is near to none: only then is anything else asked.
        let Some(meant) = called_with(&words, place, index, |_| true) else {
            return;
        };
        let mut titled = Bitmap::default();
        self.make_ready(session, BEGUN_IN_TITLES, index);
        self.all(session, BEGUN_IN_TITLES, &mut titled, index);
        if !titled.is_empty() {
            return;
        }
        self.put_meant(place, word, &meant, session, candidates, index);
    }

    /// Takes one of several words that no document has together for the one that makes of all a name, where a letter
    /// was left out of it or is too many: مجمعة السبعة. Another letter is another word.
    pub(super) fn read_as_called(
        &mut self,
        query: &Query,
        session: &mut Session,
        candidates: &mut Bitmap,
        index: &Index,
    ) {
        let is_name = CALLED.contains(&self.clauses.len()) && query.asks();
        if !is_name || !self.is_simple() || !self.is_of_words() {
            return;
        }
        let words = self.words(session);
        if words.len() != self.clauses.len() {
            return;
        }
        let meant = words.iter().enumerate().find_map(|(place, word)| {
            let typed = word.typed();
            let mut others = words.iter().enumerate().filter(|(at, _)| *at != place);
            // What is half typed has no letter left out.
            let is_last = place + 1 == words.len();
            let may_slip = word.is_plain()
                && !(is_last && word.is_half_typed(index))
                && typed.len() >= SHORTEST_SLIPPED
                && others.all(|(_, other)| other.is_in_titles(false, index))
                && !is_in_capitals(query, word);
            let bare = tier::without_article(typed).unwrap_or(typed).len();
            let is_letter_off = |meant: &[u8]| {
                let meant = tier::without_article(meant).unwrap_or(meant);
                meant.len().abs_diff(bare) == 1
            };
            let meant = may_slip.then(|| called_with(&words, place, index, is_letter_off));
            Some((place, typed.to_vec(), meant??))
        });
        if let Some((place, word, meant)) = meant {
            self.put_meant(place, word, &meant, session, candidates, index);
        }
    }

    /// Lets a word be met as the one that was meant, too.
    fn put_meant(
        &mut self,
        place: usize,
        word: Vec<u8>,
        meant: &[u8],
        session: &mut Session,
        candidates: &mut Bitmap,
        index: &Index,
    ) {
        let form = Form {
            mode: Mode::Word,
            penalty: SLIPPED,
            ..Form::plain(meant)
        };
        let other = session.look_up(&vec![form], index);
        if let Some(clause) = self.clauses.get_mut(place) {
            clause.options.push(vec![other]);
        }
        session.joined.push((word, meant.to_vec()));
        self.all(session, usize::MAX, candidates, index);
    }
}

/// The word in the place of one of several that makes of all what something is called, where it is one slip away
/// and `may` be meant.
fn called_with(
    words: &[&Matched],
    place: usize,
    index: &Index,
    may: impl Fn(&[u8]) -> bool,
) -> Option<Vec<u8>> {
    let word = words.get(place)?.typed();
    let bare = tier::without_article(word);
    let cores = [Some(word), bare].into_iter().flatten();
    let mut near: Vec<(Stem, Slip)> = cores.flat_map(|core| index.near(core)).collect();
    near.sort_by_key(|&(_, slip)| slip);
    let mut near = near.into_iter().map(|(stem, _)| stem).take(MOST);
    near.find_map(|stem| {
        let meant = index.word(stem.word()).get(stem.at()..)?;
        let words = words.iter().enumerate();
        let words = words.map(|(at, word)| if at == place { meant } else { word.typed() });
        let name = name::of_words(words);
        // Nearly always nothing is called so.
        let mut named = index.named(&name).peekable();
        named.peek().filter(|_| may(meant))?;
        // Names are kept by a hash: who is called so has the word too.
        let mut has_it = Bitmap::new(index.span());
        index.unite(stem.word(), CLASSES - 1, &mut has_it);
        index.without_gone(&mut has_it);
        let is_called = named.any(|one| has_it.contains(one));
        is_called.then(|| meant.to_vec())
    })
}
