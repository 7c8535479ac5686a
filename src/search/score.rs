//! The rules of ranking, all of them here. What weighs more than all that follows it stands
//! first:
//!
//! 1. a query that is only a number: the item with that number;
//! 2. for each word of the query, how it was met ([`Tier`]) and in which field, from the table
//!    below; the mean over the words counts;
//! 3. the kind of record (the weight of the document);
//! 4. words of the query in the same text, next to each other, in order; what a kind of record is
//!    called stands near to every word;
//! 5. a field that is nothing but the word, which says the more the less the word was met as typed;
//!    a short document; a word of which little is missing; a word that stands early.
//!
//! Before all that comes the kind of record that a question asks for (see [`super::said`]), and before
//! rule 2 what is called just what was typed ([`NAMED`]), and behind it what is called
//! so when the words are read as they were met ([`MEANT`], see [`super::meant`]), then what has the one
//! that a question asks for ([`SOUGHT`]).

use super::Field;
use super::codes::Way;
use super::forward::{COLUMNS, Entry, FAR};
use super::tier::Tier;

/// What a match is worth, by tier (rows) and [column](super::forward::Column). A whole word
/// behind clitics is nearly a whole word: a title with المجلس comes before a text with مجلس. A
/// whole word in a text comes before the beginning of a word in a title, also where the kind of
/// record weighs less (100 of weight are some 10 here), and in the background before the beginning of a
/// word in a text. However a word is met, in a title it comes before a text of any kind of record. What
/// a kind of record is called stands in the field of numbers. A thing that is called by few words comes
/// before an event or a figure with the words in its title, which is mostly about the thing; what a
/// title adds in brackets says less than what is before them.
const WORTH: [[u32; COLUMNS]; 10] = [
    // Number, Title, Name, Code, Text, Background, ShortName, Aside
    [212, 200, 200, 200, 150, 105, 208, 190], // Exact
    [209, 198, 198, 198, 148, 102, 206, 188], // Clitic
    [200, 189, 189, 189, 138, 100, 197, 179], // Article
    [125, 125, 125, 125, 98, 76, 133, 115],   // Prefix
    [118, 118, 118, 118, 92, 70, 126, 108],   // CliticPrefix
    [80, 80, 80, 80, 50, 40, 88, 70],         // Infix
    [82, 74, 74, 74, 46, 30, 82, 64],         // Loose
    [80, 72, 72, 72, 44, 28, 80, 62],         // Sound
    [78, 70, 70, 70, 42, 26, 78, 60],         // Typo
    [40, 40, 40, 40, 20, 14, 48, 30],         // TypoPrefix
];
/// A part of a code is worth that much less than a word that stands alone: 35 in C26/35.
const PIECE: u32 = 14;
/// A name that is nothing but the word is meant where the word was met otherwise than it was typed:
/// `unesko` is UNESCO before all that mentions it, `taqrir` a report before what has one in its title.
const GUESSED_NAME: u32 = 25;
/// What each half of a slip takes off: a word one slip away is nearer than one two slips away, in
/// whatever kind of record.
const HALF_SLIP: u32 = 6;

const WORTH_UNIT: u32 = 16 * 16;
const WEIGHT_UNIT: u32 = 24;
const SAME_FIELD: u32 = 2400;
const ADJACENT: u32 = 2400;
const NEAR: u32 = 1000;
const WHOLE_FIELD: u32 = 1600;
const SHORT: u32 = 1200;
const EARLY: u32 = 600;
/// What a word is worth by how many stand before it.
const EARLINESS: [u32; FAR as usize + 1] = {
    let mut worth = [0; FAR as usize + 1];
    let mut rest = worth.as_mut_slice();
    let mut before = 0;
    while let [first, others @ ..] = rest {
        *first = EARLY * 4 / (4 + before);
        before += 1;
        rest = others;
    }
    worth
};
const ITEM_NUMBER: u32 = 1 << 20;
/// A word of the field of numbers that is worth more stands there whole.
const KIND: u32 = 150;
/// A word that is worth more stands somewhere whole.
const WHOLE: u32 = 134;
/// Being called just what was typed: more than any way of containing it, less than the number.
pub(super) const NAMED: u32 = 1 << 19;
/// Being called so when the words that were not met as typed are read as they were met.
pub(super) const MEANT: u32 = 1 << 18;
/// Being of the kind that is asked for: `what should the secretariat do` is no question for the secretariat.
const ASKED_FOR: u32 = 1 << 20;
/// A last word that may only join others is worth that much less than others.
const WISH: u32 = 4;
/// Having the one that is asked for, whole: `the next session` stands before one that is over. It is more than
/// any way of meeting the words, and less than being called so.
pub(super) const SOUGHT: u32 = 1 << 17;
/// Having been chosen to be ranked where very many answer.
pub(super) const CHOSEN: u32 = 1 << 22;

/// How a word of the query is met at its best in a document, packed so that the better one is
/// the greater number: worth in sixteenths with the closeness of the word (16 bits), how early it
/// stands (16), whether it is the whole field, its place (8), and the field. 0 is no match.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Met(u64);

impl Met {
    const fn worth(self) -> u32 {
        (self.0 >> 48) as u32
    }

    /// What it adds to a score where the word need not be there. Where a kind of record is asked for, it
    /// has to be of the kind, and not only speak of it.
    pub const fn wished(self, kind: bool) -> u32 {
        match (kind, self.is_kind()) {
            (true, true) => ASKED_FOR,
            (true, false) => 0,
            (false, _) => self.worth() * (WORTH_UNIT / 16) / WISH,
        }
    }

    /// Whether it is a whole word that is more than background: what only begins words is worth less in a title.
    pub const fn is_sought(self) -> bool {
        self.worth() > WHOLE * 16
    }

    /// How many words stand before it, up to [`FAR`]; more where it is not met.
    const fn before(self) -> u32 {
        (u16::MAX - (self.0 >> 32) as u16) as u32
    }

    const fn place(self) -> u8 {
        (self.0 >> 16) as u8
    }

    const fn field(self) -> u8 {
        (self.0 >> 8) as u8
    }

    const fn is_whole(self) -> bool {
        self.0 >> 31 & 1 != 0
    }

    /// Whether it is the whole name of a kind, or a whole number: either says what is asked for,
    /// wherever the other words stand.
    const fn is_kind(self) -> bool {
        self.field() == Field::Number as u8 && self.worth() > KIND * 16
    }

    fn is_item_number(self) -> bool {
        self.is_whole() && self.field() == Field::Number as u8
    }
}

/// What a word of the vocabulary is worth wherever it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Worth {
    /// By the [manner](Entry::manner) in which a document has it: what it is worth (the upper
    /// half), and whether it is the whole field, as typed.
    manners: [u32; 32],
}

impl Worth {
    /// Of a word that does not answer.
    pub const NONE: Self = Self { manners: [0; 32] };

    pub fn new(way: Way) -> Self {
        let row = WORTH.get(way.tier as usize).copied().unwrap_or_default();
        let penalty = u32::from(way.penalty);
        let exact = way.tier == Tier::Exact && penalty == 0;
        let slips = match way.tier {
            // See `Matched::forgiving`: each half of a slip leaves the word three less close.
            Tier::Typo | Tier::TypoPrefix => u32::from((15 - way.closeness.min(15)) / 3),
            _ => 0,
        };
        let guessed = penalty > 0 || matches!(way.tier, Tier::Loose | Tier::Sound | Tier::Typo);
        let mut manners = [1 << 16; 32];
        let less = penalty + slips * HALF_SLIP;
        // All columns with each of the four manners in which they show a word.
        for (manner, to) in (0..).step_by(8).zip(manners.chunks_mut(8)) {
            let manner = Entry::of_manner(manner);
            let whole = u32::from(manner.is_whole() && exact);
            let piece = if manner.is_piece() { PIECE * 16 } else { 0 };
            for ((column, to), worth) in to.iter_mut().enumerate().zip(row) {
                let called = guessed && manner.is_whole() && matches!(column, 0..=3 | 6);
                let worth = worth + if called { GUESSED_NAME } else { 0 };
                let worth = worth.saturating_sub(less).max(1) * 16 + u32::from(way.closeness);
                *to = worth.saturating_sub(piece).max(1) << 16 | whole;
            }
        }
        Self { manners }
    }

    /// Which of two ways is the better one.
    pub fn measure(&self) -> u16 {
        let title = self.manners.get(Field::Title as usize);
        title.map_or(0, |worth| (worth >> 16) as u16)
    }

    /// The word as it is met in one place.
    #[inline]
    pub fn at(&self, entry: Entry, place: u8) -> Met {
        let manner = entry.manner() as usize % self.manners.len();
        let worth = u64::from(self.manners.get(manner).copied().unwrap_or(0));
        let early = u16::MAX - u16::from(place.min(FAR));
        let met = (worth >> 16) << 48
            | u64::from(early) << 32
            | (worth & 1) << 31
            | u64::from(place) << 16
            | (entry.text() as u64) << 8;
        // Whether a word answers cannot be foreseen: without a branch this is quicker.
        Met(met & u64::from(worth != 0).wrapping_neg())
    }
}

/// What a document is worth whatever is asked: its kind and its length in words.
pub(super) fn own(weight: u8, words: u16) -> u32 {
    u32::from(weight) * WEIGHT_UNIT + SHORT * 16 / (16 + u32::from(words))
}

/// No document is worth more by itself.
pub(super) const MOST_OWN: u32 = 255 * WEIGHT_UNIT + SHORT;

/// The score of a document in which each word of the query was met; `own` is what it is worth
/// whatever is asked.
pub(super) fn score(met: &[Met], is_number: bool, own: u32) -> u32 {
    let terms = met.len().max(1) as u32;
    // To divide takes as long as much of the rest, and nearly all queries have a word or two.
    let mean = |sum: u32| match terms {
        1 => sum,
        2 => sum / 2,
        _ => sum / terms,
    };
    let worth = met
        .iter()
        .map(|met| met.worth() * (WORTH_UNIT / 16))
        .sum::<u32>();
    let item = if is_number && met.iter().any(|met| met.is_item_number()) {
        ITEM_NUMBER
    } else {
        0
    };
    let whole = if met.iter().any(|met| met.is_whole()) {
        mean(WHOLE_FIELD)
    } else {
        0
    };
    let early = met
        .iter()
        .map(|met| EARLINESS.get(met.before() as usize).copied().unwrap_or(0))
        .sum::<u32>();
    item + mean(worth) + own + together(met) + whole + mean(early)
}

/// Each word of the query beside the one typed before it.
fn together(met: &[Met]) -> u32 {
    let pairs = || met.iter().zip(met.iter().skip(1));
    let of_kind = |(first, second): &(&Met, &Met)| first.is_kind() || second.is_kind();
    let same = |pair: &(&Met, &Met)| of_kind(pair) || pair.0.field() == pair.1.field();
    let near = pairs().filter(same).map(|pair| {
        if of_kind(&pair) {
            return NEAR;
        }
        match steps(pair.0.place(), pair.1.place()) {
            1 => ADJACENT,
            -2..=-1 | 2..=4 => NEAR,
            _ => 0,
        }
    });
    let Some(near) = near
        .sum::<u32>()
        .checked_div(met.len().saturating_sub(1) as u32)
    else {
        return 0;
    };
    near + if pairs().all(|pair| same(&pair)) {
        SAME_FIELD
    } else {
        0
    }
}

/// How many words one place stands behind another. Far places are known by their remainder only.
fn steps(first: u8, second: u8) -> i32 {
    let far = i32::from(FAR);
    let steps = i32::from(second) - i32::from(first);
    if first < FAR && second < FAR {
        return steps;
    }
    let steps = steps.rem_euclid(far);
    if steps > far / 2 { steps - far } else { steps }
}
