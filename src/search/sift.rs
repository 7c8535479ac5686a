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
    let heads = vocabulary.heads();
    let blocks = vocabulary
        .lengths()
        .chunks(SIFTED)
        .zip(vocabulary.classes());
    for (first, (lengths, classes)) in (0..).step_by(SIFTED).zip(blocks) {
        let mut open = walk.sift(classes);
        while open != 0 {
            let place = open.trailing_zeros() as usize;
            open &= open - 1;
            // Behind the last stem there is none, whatever the sieve says.
            if lengths
                .get(place)
                .is_some_and(|&length| walk.fits(length.into()))
                && let (Some(stem), Some(&head)) =
                    (stems.get(first + place), heads.get(first + place))
            {
                let slip = before.answer(walk, vocabulary.stem(stem), head);
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
    /// How a stem answers; its first eight letters are at hand.
    fn answer(&mut self, walk: &mut Walk, letters: &[u8], head: u64) -> Option<Slip> {
        let common = (self.head ^ head).leading_zeros() as usize / 8;
        self.head = head;
        if !self.given_up || common < self.walked {
            // Only the letters that can count are asked whether enough of them are there.
            let counted = letters.get(..walk.longest()).unwrap_or(letters);
            self.walked = self.walked.min(common).min(letters.len());
            self.given_up = false;
            if counted.len() < letters.len()
                && !walk.may_answer(counted.len() as u8, classes_of(counted))
            {
                return None;
            }
            for &letter in letters.iter().skip(self.walked) {
                self.given_up = !walk.step(self.walked, letter);
                self.walked += 1;
                if self.given_up {
                    break;
                }
            }
        }
        match self.given_up {
            true => walk.start(self.walked),
            false => walk.whole(self.walked).or_else(|| walk.start(self.walked)),
        }
    }
}
