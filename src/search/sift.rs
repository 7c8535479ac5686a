//! Slips looked for stem by stem, after a sieve that nearly all stems fall through: a word of which
//! too many letters are missing cannot be meant. The sieve asks 64 stems at a time: which of them
//! have a letter are the bits of one number.

use super::fold::symbols::classes_of;
use super::slips::Slip;
use super::vocabulary::{Stem, Vocabulary};
use super::walk::{SIFTED, Walk};

/// All stems that answer, in their order.
pub(super) fn over(walk: &mut Walk, vocabulary: &Vocabulary) -> Vec<(Stem, Slip)> {
    let mut found = Vec::new();
    let mut before = Before::default();
    let stems = vocabulary.stems();
    let blocks = vocabulary.lengths().chunks(SIFTED);
    let blocks = blocks.zip(vocabulary.heads().chunks(SIFTED));
    let blocks = blocks.zip(vocabulary.classes());
    for (first, ((lengths, heads), classes)) in (0..).step_by(SIFTED).zip(blocks) {
        if heads
            .last()
            .is_some_and(|&last| before.rules_out(walk, last))
        {
            continue;
        }
        let mut open = walk.sift(classes);
        while open != 0 {
            let place = open.trailing_zeros() as usize;
            open &= open - 1;
            // Behind the last stem there is none, whatever the sieve says.
            if let (Some(&length), Some(&head)) = (lengths.get(place), heads.get(place))
                && walk.fits(length.into())
                && !before.rules_out(walk, head)
                && let Some(stem) = stems.get(first + place)
            {
                let letters = || vocabulary.stem(stem);
                let slip = before.answer(walk, head, length.into(), letters);
                found.extend(slip.map(|slip| (stem, slip)));
            }
        }
    }
    found
}

/// The stem that was compared last: what it has in common with the next need not be compared again.
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
