//! The words of the field as they are spelt in Latin letters: `tarshihat` is ترشيحات, also where a text has
//! no more than ترشيح.

use super::{KNOWN, OTHER};
use crate::search::fold::symbols::is_arabic;
use crate::search::translit::{Sounds, is_spelling, like};
use std::sync::LazyLock;

/// At most so many words are meant by one spelling.
const MOST: usize = 3;

/// The Arabic words of the tables, each once, and how they sound.
static HEARD: LazyLock<(Vec<&'static [u8]>, Sounds)> = LazyLock::new(|| {
    let known = KNOWN.lines.iter().flatten().chain(OTHER.keys());
    let mut words: Vec<&[u8]> = known.map(Vec::as_slice).collect();
    words.retain(|word| word.iter().copied().all(is_arabic));
    words.sort_unstable();
    words.dedup();
    let sounds = Sounds::new(words.iter().copied());
    (words, sounds)
});

/// The words that a Latin word is a spelling of, nearly as near as any: their other forms answer too.
pub(in crate::search) fn spelt(typed: &[u8]) -> Vec<&'static [u8]> {
    if !typed.iter().all(u8::is_ascii_lowercase) {
        return Vec::new();
    }
    let (words, sounds) = &*HEARD;
    let word = |number: u32| words.get(number as usize).copied().unwrap_or_default();
    let alike = like(
        typed,
        |typed, found| found.append(&mut sounds.collect(typed, false, word)),
        word,
    );
    let alike = alike.into_iter().filter(|alike| !alike.start);
    let mut alike = alike.filter(|alike| is_spelling(typed, word(alike.word)));
    let Some(first) = alike.next() else {
        return Vec::new();
    };
    // One vowel more or less is no other way to spell: wuzara is وزارة as well as وزراء.
    let as_near = alike.take_while(|alike| alike.cost <= first.cost + 1);
    let all = std::iter::once(first).chain(as_near);
    all.take(MOST).map(|alike| word(alike.word)).collect()
}
