//! The quick search of the vocabulary for slips and insides, against all words one by one.

use crate::search::fold::fold;
use crate::search::fold::symbols::number;
use crate::search::intern::Words;
use crate::search::narrow::Narrow;
use crate::search::near::near_to;
use crate::search::slips::{self, Slip};
use crate::search::tier;
use crate::search::vocabulary::Vocabulary;
use crate::search::walk::Walk;
use proptest::prelude::*;

/// What it costs to make one word of another, letter by letter over the whole table.
fn distance(typed: &[u8], word: &[u8]) -> u8 {
    let mut rows = vec![vec![0_u8; typed.len() + 1]; word.len() + 1];
    for i in 0..=word.len() {
        for j in 0..=typed.len() {
            rows[i][j] = if i == 0 || j == 0 {
                2 * (i + j) as u8
            } else {
                let (a, b) = (word[i - 1], typed[j - 1]);
                let near = near_to(b) & 1 << number(a) != 0;
                let wrong = if a == b { 0 } else { 2 - u8::from(near) };
                let mut cost = (rows[i - 1][j - 1] + wrong)
                    .min(rows[i - 1][j] + 2)
                    .min(rows[i][j - 1] + 2);
                if i > 1 && j > 1 && a == typed[j - 2] && word[i - 2] == b {
                    cost = cost.min(rows[i - 2][j - 2] + 2);
                }
                cost
            };
        }
    }
    rows[word.len()][typed.len()]
}

/// How a word answers, by that distance.
fn slip(typed: &[u8], word: &[u8], allowance: u8) -> Option<Slip> {
    let whole = distance(typed, word);
    let start = (1..=word.len())
        .map(|end| distance(typed, &word[..end]))
        .min();
    match start {
        _ if whole <= allowance => Some(Slip::Whole(whole)),
        Some(start) if typed.len() >= 5 && start <= allowance => Some(Slip::Start(start)),
        _ => None,
    }
}

proptest! {
    #![proptest_config(crate::testing::cases(256))]

    #[test]
    fn slips_are_found_as_the_whole_table_of_costs_says(
        typed in "((ال|بال|و|لل)?[والبتطك]{4,12}|[abcks]{4,12})",
        others in prop::collection::vec("([والبتطك]{1,14}|[abcks]{1,14})", 1..120),
        changes in prop::collection::vec((0..12_usize, 0..3_usize, "[والبتطكabcks]"), 0..40),
    ) {
        let symbols = |word: &str| fold(word).words().next().unwrap().symbols.to_vec();
        let typed = symbols(&typed);
        let mut words: Vec<Vec<u8>> = others.iter().map(|word| symbols(word)).collect();
        // Most words are the typed one with a few letters changed.
        for changes in changes.chunks(2) {
            let mut word = typed.clone();
            for (place, how, letter) in changes {
                let place = place % word.len();
                match how {
                    0 => word[place] = symbols(letter)[0],
                    1 => word.insert(place, symbols(letter)[0]),
                    _ => {
                        let next = (place + 1) % word.len();
                        word.swap(place, next);
                    }
                }
            }
            words.push(word);
        }
        words.sort();
        words.dedup();
        let mut all = Words::default();
        words.iter().for_each(|word| all.push(word));
        let vocabulary = Vocabulary::new(all);
        let all = |core: &[u8], off: u8, allowance: u8| -> Vec<(Vec<u8>, Slip, u8)> {
            if core.len() < usize::from(allowance) * 2 {
                return Vec::new();
            }
            let stems = vocabulary.stems().iter().map(|stem| vocabulary.stem(stem).to_vec());
            stems.filter_map(|stem| {
                // Without a letter that may be no clitic only whole words are meant, of four letters.
                let slip = slip(core, &stem, allowance)
                    .filter(|slip| off < 2 || stem.len() >= 4 && matches!(slip, Slip::Whole(_)))?;
                Some((stem, slip, off))
            }).collect()
        };
        let mut expected = Vec::new();
        for allowance in [2, 4] {
            if expected.is_empty() {
                expected = all(&typed, 0, allowance);
                expected.extend(tier::without_article(&typed).iter().flat_map(|bare| all(bare, 1, allowance)));
            }
            if expected.is_empty() {
                expected.extend(tier::without_letters(&typed).flat_map(|bare| all(bare, 2, allowance)));
            }
        }
        // Where a whole word has a slip, those with more, and beginnings, are not meant.
        let least = expected.iter().map(|(_, slip, _)| *slip).filter(|slip| *slip != Slip::Whole(0));
        if let Some(Slip::Whole(least)) = least.min() {
            expected.retain(|(_, slip, _)| *slip <= Slip::Whole(least));
        }
        // Typed letter by letter, so that what answered before narrows what may answer.
        let mut narrow = Narrow::default();
        let mut find = |typed: &[u8]| {
            let search = |typed: &[u8], walk: &mut Walk| {
                slips::over(typed, walk, &vocabulary, 0, &mut narrow)
            };
            slips::find(typed, search, |word| vocabulary.word(word))
        };
        for end in 4..typed.len() {
            find(&typed[..end]);
        }
        let found = find(&typed);
        let mut found: Vec<(Vec<u8>, Slip, u8)> = found
            .into_iter()
            .map(|(stem, slip, off)| (vocabulary.stem(stem).to_vec(), slip, off))
            .collect();
        prop_assert_eq!(found.len(), expected.len().min(64));
        if expected.len() <= 64 {
            expected.sort();
            found.sort();
            prop_assert_eq!(found, expected);
        }
        // And the insides of words.
        let inside = typed.get(..3).unwrap();
        let expected: Vec<u32> = (0..words.len() as u32)
            .filter(|&word| words[word as usize].windows(3).any(|three| three == inside))
            .collect();
        let found = vocabulary.maybe_inside(inside);
        let found: Vec<u32> = found
            .filter(|&word| tier::inside(inside, vocabulary.word(word)).is_some())
            .collect();
        prop_assert_eq!(found, expected);
    }
}
