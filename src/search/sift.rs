//! Slips looked for stem by stem, after a sieve that nearly all stems fall through: a word of which
//! too many letters are missing cannot be meant. The sieve asks 64 stems at a time: which of them
//! have a letter are the bits of one number. Stems come in the order of their letters, so that the 64
//! mostly begin alike: what that beginning costs is known before, and of the letters typed behind it
//! so much fewer may be missing.

use super::fold::symbols::{classes, classes_of, number};
use super::near::near_to;
use super::slips::Slip;
use super::vocabulary::Vocabulary;
use super::walk::Walk;
use std::cmp::Reverse;

/// So many words are sifted at once, by the [classes](classes_of) of their letters.
pub(super) const SIFTED: usize = 64;
pub(super) const CLASSES: usize = 32;
/// The beginning that words have in common has at most eight letters, for which two more may be typed.
const DEEPEST: usize = 10;

/// All stems that answer `typed`, of which `walk` was made, as their places, in their order.
pub(super) fn over(typed: &[u8], walk: &mut Walk, vocabulary: &Vocabulary) -> Vec<(u32, Slip)> {
    let mut sieve = Sieve::new(typed);
    let mut found = Vec::new();
    let mut before = Before::default();
    let blocks = vocabulary.heads().chunks(SIFTED).zip(vocabulary.classes());
    let blocks = blocks.zip(vocabulary.lengths().chunks(SIFTED));
    for (first, ((heads, classes), lengths)) in (0..).step_by(SIFTED).zip(blocks) {
        let longest = lengths.iter().fold(0, |most, &length| length.max(most));
        if !walk.is_long_enough(longest.into()) {
            continue;
        }
        let Some(depth) = before.walk_alike(walk, heads) else {
            continue;
        };
        let mut open = match walk.start(depth) {
            Some(_) => u64::MAX,
            None => sieve.sift(walk, depth, classes),
        };
        while open != 0 {
            let place = first + open.trailing_zeros();
            open &= open - 1;
            let slip = before.compare(walk, vocabulary, place);
            found.extend(slip.map(|slip| (place, slip)));
        }
    }
    found
}

/// The same among the stems at these places.
pub(super) fn among(places: &[u32], walk: &mut Walk, vocabulary: &Vocabulary) -> Vec<(u32, Slip)> {
    let mut before = Before::default();
    let answers = places.iter().filter_map(|&place| {
        let slip = before.compare(walk, vocabulary, place)?;
        Some((place, slip))
    });
    answers.collect()
}

/// The letters that were typed, by their classes.
struct Sieve {
    meshes: Vec<Mesh>,
    /// The mesh of each letter.
    letters: Vec<u8>,
    /// From each of the first letters on to the last: the meshes of the letters, and how often each was
    /// typed, the most frequent first.
    behind: Vec<Vec<(u8, u8)>>,
    /// For each mesh, of the words that are sifted, those that lack the class and those that have
    /// nothing near to it either.
    lacking: Vec<(u64, u64)>,
    /// The meshes of which that is known, a bit each.
    known: u32,
}

/// A class of letters that was typed, and the classes that it is near to, a bit each.
struct Mesh {
    class: u8,
    near: u32,
}

impl Sieve {
    fn new(typed: &[u8]) -> Self {
        let mut meshes: Vec<Mesh> = Vec::with_capacity(typed.len());
        let letters = typed.iter().map(|&symbol| {
            let (class, near) = (number(symbol) & 31, classes(near_to(symbol)));
            let known = meshes.iter().position(|mesh| mesh.class == class);
            let place = known.unwrap_or_else(|| {
                meshes.push(Mesh { class, near: 0 });
                meshes.len() - 1
            });
            if let Some(mesh) = meshes.get_mut(place) {
                mesh.near |= near;
            }
            // There are 32 classes.
            place as u8
        });
        let letters: Vec<u8> = letters.collect();
        let behind = |from: usize| {
            let mut counts: Vec<(u8, u8)> = (0..).zip(vec![0; meshes.len()]).collect();
            for &letter in letters.get(from..).unwrap_or_default() {
                if let Some((_, count)) = counts.get_mut(usize::from(letter)) {
                    *count += 1;
                }
            }
            counts.retain(|&(_, count)| count > 0);
            counts.sort_unstable_by_key(|&(_, count)| Reverse(count));
            counts
        };
        Self {
            behind: (0..=letters.len().min(DEEPEST)).map(behind).collect(),
            letters,
            lacking: vec![(0, 0); meshes.len()],
            meshes,
            known: 0,
        }
    }

    /// Which of 64 words may answer, whose first `depth` letters `walk` has taken: each letter typed
    /// behind those that stand for them and not in the word is a slip, at half the price where one near
    /// to it is. `classes` says which words have a letter of each class.
    fn sift(&mut self, walk: &Walk, depth: usize, classes: &[u64; CLASSES]) -> u64 {
        let (least, most) = walk.typed_for(depth).into_inner();
        let Some(left) = walk.most_left(depth) else {
            return 0;
        };
        let mut costs = Costs::default();
        self.known = 0;
        // Those of the letters that are typed behind in any case, at once.
        let behind = self.behind.get(most).map_or(0, Vec::len);
        for place in 0..behind {
            let meshes = self.behind.get(most);
            let mesh = meshes.and_then(|meshes| meshes.get(place));
            let (mesh, count) = mesh.copied().unwrap_or_default();
            let (lacks, far) = self.lacking(mesh, classes);
            for words in [lacks, far] {
                match count {
                    1 => costs.add(words),
                    _ => costs.add_more(words, count),
                }
            }
            // Mostly no word is left soon.
            if costs.up_to(left) == 0 {
                return 0;
            }
        }
        let mut open = 0;
        let mut end = most;
        loop {
            if let Some(left) = walk.left(depth, end) {
                open |= costs.up_to(left);
            }
            if end <= least {
                return open;
            }
            end -= 1;
            let mesh = self.letters.get(end).copied().unwrap_or(0);
            let (lacks, far) = self.lacking(mesh, classes);
            costs.add(lacks);
            costs.add(far);
        }
    }

    /// The words that lack the letters of a mesh, and those that have nothing near to them either.
    #[inline]
    fn lacking(&mut self, mesh: u8, classes: &[u64; CLASSES]) -> (u64, u64) {
        let place = usize::from(mesh);
        let (Some(of), Some(lacking)) = (self.meshes.get(place), self.lacking.get_mut(place))
        else {
            return (0, 0);
        };
        if self.known >> mesh & 1 == 0 {
            self.known |= 1 << mesh;
            let having = |class: u32| classes.get(class as usize).copied().unwrap_or(0);
            let has = having(of.class.into());
            let (mut near, mut left) = (has, of.near);
            while left != 0 {
                near |= having(left.trailing_zeros());
                left &= left - 1;
            }
            *lacking = (!has, !near);
        }
        *lacking
    }
}

/// What 64 words cost in halves of a slip, reckoned together: the bits of each cost are spread over
/// three numbers, of which each word has a bit.
#[derive(Clone, Copy, Debug, Default)]
struct Costs {
    bits: [u64; 3],
    /// Those that cost eight or more.
    over: u64,
}

impl Costs {
    /// Half a slip more for these words.
    #[inline]
    fn add(&mut self, words: u64) {
        let mut carry = words;
        for bit in &mut self.bits {
            (*bit, carry) = (*bit ^ carry, *bit & carry);
        }
        self.over |= carry;
    }

    /// So many halves of a slip more.
    fn add_more(&mut self, words: u64, halves: u8) {
        match halves {
            ..8 => (0..halves).for_each(|_| self.add(words)),
            _ => self.over |= words,
        }
    }

    /// The words that cost so much or less; as much as two slips do at the most.
    #[inline]
    const fn up_to(self, most: u8) -> u64 {
        let [one, two, four] = self.bits;
        let more = match most {
            0 => one | two | four,
            1 => two | four,
            2 => one & two | four,
            3 => four,
            _ => four & (one | two),
        };
        !(more | self.over)
    }
}

/// What was compared last: what it has in common with the next need not be compared again.
#[derive(Default)]
struct Before {
    head: u64,
    /// So many letters were compared; behind them it was given up, if it was.
    walked: usize,
    given_up: bool,
}

impl Before {
    /// Whether no stem up to one that begins so can answer, since all begin as that which was given
    /// up: stems come in the order of their letters.
    #[inline]
    fn rules_out(&self, walk: &Walk, head: u64) -> bool {
        self.given_up && self.common(head) >= self.walked && walk.start(self.walked).is_none()
    }

    /// How many of the first eight letters are those of the stem before.
    #[inline]
    const fn common(&self, head: u64) -> usize {
        (self.head ^ head).leading_zeros() as usize / 8
    }

    /// Goes through the letters with which all of some stems begin, by their first eight; says how many
    /// were compared, unless none of the stems can answer.
    fn walk_alike(&mut self, walk: &mut Walk, heads: &[u64]) -> Option<usize> {
        let (&first, &last) = (heads.first()?, heads.last()?);
        // The first is the shortest of those that begin as it does.
        let letters = 8 - first.trailing_zeros() as usize / 8;
        let alike = ((first ^ last).leading_zeros() as usize / 8).min(letters);
        let common = self.common(first);
        self.head = first;
        if !self.given_up || common < self.walked {
            self.walked = self.walked.min(common);
            self.given_up = false;
            let letters = first.to_be_bytes();
            self.walk_on(walk, letters.get(..alike).unwrap_or(&letters));
        }
        let is_over = self.given_up && self.walked <= alike;
        if is_over && walk.start(self.walked).is_none() {
            return None;
        }
        Some(if is_over { self.walked } else { alike })
    }

    /// How the stem at a place answers. Behind the last there is none, whatever a sieve says.
    #[inline]
    fn compare(&mut self, walk: &mut Walk, vocabulary: &Vocabulary, place: u32) -> Option<Slip> {
        let at = place as usize;
        let length = usize::from(*vocabulary.lengths().get(at)?);
        let head = *vocabulary.heads().get(at)?;
        if !walk.fits(length) || self.rules_out(walk, head) {
            return None;
        }
        let stem = vocabulary.stems().get(at)?;
        self.answer(walk, head, length, || vocabulary.stem(stem))
    }

    /// How a stem of so many letters answers; its first eight are at hand.
    fn answer<'a>(
        &mut self,
        walk: &mut Walk,
        head: u64,
        length: usize,
        letters: impl FnOnce() -> &'a [u8],
    ) -> Option<Slip> {
        let common = self.common(head);
        self.head = head;
        if !self.given_up || common < self.walked {
            self.walked = self.walked.min(common).min(length);
            self.given_up = false;
            let first = head.to_be_bytes();
            self.walk_on(walk, first.get(..length).unwrap_or(&first));
            if !self.given_up && length > first.len() {
                let letters = letters();
                // Only the letters that can count are asked whether enough of them are there.
                let counted = letters.get(..walk.longest()).unwrap_or(letters);
                if counted.len() < letters.len()
                    && !walk.may_answer(counted.len() as u8, classes_of(counted))
                {
                    return None;
                }
                self.walk_on(walk, letters);
            }
        }
        match self.given_up {
            true => walk.start(self.walked),
            false => walk.whole(self.walked).or_else(|| walk.start(self.walked)),
        }
    }

    /// Goes on with the letters behind those that were compared.
    fn walk_on(&mut self, walk: &mut Walk, letters: &[u8]) {
        for &letter in letters.iter().skip(self.walked) {
            self.given_up = !walk.step(self.walked, letter);
            self.walked += 1;
            if self.given_up {
                return;
            }
        }
    }
}
