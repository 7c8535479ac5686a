//! Slips looked for stem by stem, after a sieve that nearly all stems fall through: a word of which
//! too many letters are missing cannot be meant. The sieve asks a block of stems at a time, without
//! a branch, so that the processor takes several at once.

use super::fold::symbols::classes_of;
use super::slips::Slip;
use super::vocabulary::{Stem, Vocabulary};
use super::walk::{SIFTED, Walk};

/// All stems that answer, in their order.
pub(super) fn over(walk: &mut Walk, vocabulary: &Vocabulary) -> Vec<(Stem, Slip)> {
    let mut found = Vec::new();
    let mut before = Before::default();
    let stems = vocabulary.stems();
    let blocks = (vocabulary.lengths().chunks(SIFTED))
        .zip(vocabulary.classes().chunks(SIFTED))
        .zip(vocabulary.heads().chunks(SIFTED));
    for (first, ((lengths, classes), heads)) in (0..).step_by(SIFTED).zip(blocks) {
        let mut open = [0; SIFTED];
        match classes.try_into() {
            Ok(classes) => walk.sift(lengths, classes, &mut open),
            Err(_) => {
                let mut last = [0; SIFTED];
                last.iter_mut().zip(classes).for_each(|(to, &of)| *to = of);
                walk.sift(lengths, &last, &mut open);
            }
        }
        for (start, eight) in (0..).step_by(8).zip(open.as_chunks::<8>().0) {
            let mut eight = u64::from_le_bytes(*eight);
            while eight != 0 {
                let place = start + eight.trailing_zeros() as usize / 8;
                eight &= eight - 1;
                if let (Some(stem), Some(&head)) = (stems.get(first + place), heads.get(place)) {
                    let slip = before.answer(walk, vocabulary.stem(stem), head);
                    found.extend(slip.map(|slip| (stem, slip)));
                }
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
