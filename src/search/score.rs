//! The rules of ranking, all of them here. What weighs more than all that follows it stands
//! first:
//!
//! 1. a query that is only a number: the item with that number;
//! 2. for each word of the query, how it was met ([`Tier`]) and in which field, from the table
//!    below; the mean over the words counts;
//! 3. the kind of record (the weight of the document);
//! 4. words of the query in the same field, next to each other, in order;
//! 5. a field that is nothing but the word; a short document; a word of which little is missing;
//!    a word that stands early.

use super::Field;
use super::postings::Occurrence;
use super::tier::Tier;

const FIELDS: usize = 6;

/// What a match is worth, by tier (rows) and field (columns, as in [`Field`]). A whole word
/// behind clitics is nearly a whole word: a title with المجلس comes before a text with مجلس. A
/// whole word in a text comes before the beginning of a word in a title.
const WORTH: [[u32; FIELDS]; 9] = [
    // Number, Title, Name, Code, Text, Background
    [250, 200, 200, 200, 150, 105], // Exact
    [240, 190, 190, 190, 142, 98],  // Clitic
    [235, 184, 184, 184, 138, 94],  // Article
    [145, 140, 140, 140, 112, 76],  // Prefix
    [135, 132, 132, 132, 104, 70],  // CliticPrefix
    [80, 80, 80, 80, 62, 46],       // Infix
    [50, 50, 50, 50, 40, 30],       // Loose
    [44, 44, 44, 44, 34, 26],       // Typo
    [28, 28, 28, 28, 20, 14],       // TypoPrefix
];
/// A part of a code is worth that much less than a word that stands alone: 35 in C26/35.
const PIECE: u32 = 14;

const WORTH_UNIT: u32 = 16 * 16;
const WEIGHT_UNIT: u32 = 24;
const SAME_FIELD: u32 = 2400;
const ADJACENT: u32 = 2400;
const NEAR: u32 = 1000;
const WHOLE_FIELD: u32 = 1600;
const SHORT: u32 = 1200;
const EARLY: u32 = 600;
const ITEM_NUMBER: u32 = 1 << 20;

/// How a word of the query is met at its best in a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Met {
    /// What the match is worth, in sixteenths, and the closeness of the word; 0 is no match.
    worth: u32,
    /// Earlier is better.
    early: u16,
    field: u8,
    item_number: bool,
    whole: bool,
}

/// A match as it stands in a field.
pub(super) fn met(tier: Tier, closeness: u8, occurrence: Occurrence) -> Met {
    let field = occurrence.field();
    let worth = WORTH
        .get(tier as usize)
        .and_then(|fields| fields.get(field))
        .copied()
        .unwrap_or(1);
    let piece = if occurrence.is_piece() {
        PIECE.min(worth - 1)
    } else {
        0
    };
    let whole = occurrence.is_whole() && tier == Tier::Exact;
    Met {
        worth: (worth - piece) * 16 + u32::from(closeness),
        early: u16::MAX - occurrence.position(),
        field: field as u8,
        item_number: whole && field == Field::Number as usize,
        whole,
    }
}

/// The score of a document in which each word of the query was met; `words` is its length.
pub(super) fn score(met: &[Met], is_number: bool, weight: u8, words: u16) -> u32 {
    let terms = met.len().max(1) as u32;
    let worth = met
        .iter()
        .map(|met| met.worth * (WORTH_UNIT / 16))
        .sum::<u32>()
        / terms;
    let item = if is_number && met.iter().any(|met| met.item_number) {
        ITEM_NUMBER
    } else {
        0
    };
    let whole = if met.iter().any(|met| met.whole) {
        WHOLE_FIELD / terms
    } else {
        0
    };
    let short = SHORT * 16 / (16 + u32::from(words));
    let early = met
        .iter()
        .map(|met| EARLY * 4 / (4 + u32::from(u16::MAX - met.early)))
        .sum::<u32>()
        / terms;
    item + worth + u32::from(weight) * WEIGHT_UNIT + together(met) + whole + short + early
}

fn together(met: &[Met]) -> u32 {
    let pairs = met.len().saturating_sub(1) as u32;
    if pairs == 0 {
        return 0;
    }
    let near: u32 = met
        .iter()
        .zip(met.iter().skip(1))
        .filter(|(first, second)| first.field == second.field)
        .map(|(first, second)| {
            let step = i32::from(first.early) - i32::from(second.early);
            match step {
                1 => ADJACENT,
                -2..=4 if step != 0 => NEAR,
                _ => 0,
            }
        })
        .sum();
    let same = met
        .iter()
        .zip(met.iter().skip(1))
        .all(|(first, second)| first.field == second.field);
    near / pairs + if same { SAME_FIELD } else { 0 }
}
