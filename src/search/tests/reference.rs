//! The search against a plain scan of the texts, written from the rules: what answers, how many,
//! and in which order, with all that is made beforehand forced upon small corpora.

use crate::search::codes::Way;
use crate::search::fold::{fold, words};
use crate::search::forward::{Column, Entry, place};
use crate::search::join::{Sizes, join_with};
use crate::search::part::SHORT_NAME;
use crate::search::score::{self, Met, Worth};
use crate::search::tier::{self, Tier};
use crate::search::{Document, Field, Part, Query, Session, name, said};
use proptest::prelude::*;
use std::cmp::Reverse;

const FIELDS: [Field; 6] = [
    Field::Number,
    Field::Title,
    Field::Name,
    Field::Code,
    Field::Text,
    Field::Background,
];

#[derive(Clone, Debug)]
struct Text {
    fields: Vec<(Field, String)>,
    named: bool,
    weight: u8,
}

impl Text {
    fn document(&self) -> Document<'_> {
        let fields = self.fields.iter();
        Document {
            unseen: 0..0,
            fields: fields
                .map(|(field, text)| (*field, text.as_str().into()))
                .collect(),
            names: match self.named {
                true => self
                    .fields
                    .iter()
                    .map(|field| field.1.as_str().into())
                    .collect(),
                false => Vec::new(),
            },
            weight: self.weight,
        }
    }

    /// How well the document has a word at best, and the lowest level at which it has it.
    fn meet(&self, typed: &[u8]) -> (Met, usize) {
        let bare = tier::without_article(typed);
        let (mut best, mut level) = (Met::default(), usize::MAX);
        let mut position = 0;
        for (field, text) in &self.fields {
            let folded = fold(text);
            let runs = folded.words().count();
            words::each(&folded, &mut Vec::new(), |word| {
                let Some((tier, _)) = tier::strict(typed, bare, word.symbols) else {
                    return;
                };
                let whole = word.runs == runs && !word.piece;
                let column = match field {
                    Field::Name if runs <= SHORT_NAME => Column::ShortName,
                    field => Column::Of(*field),
                };
                let entry = Entry::new(0, column, whole, word.piece);
                let way = Way {
                    tier,
                    closeness: (typed.len() * 15 / word.symbols.len()).min(15) as u8,
                    penalty: 0,
                };
                best = best.max(Worth::new(way).at(entry, place(position + word.position)));
                let shown = match field {
                    Field::Number => 0,
                    Field::Title | Field::Name | Field::Code => usize::from(!whole),
                    Field::Text => 2,
                    Field::Background => 3,
                };
                let here = match tier {
                    Tier::Exact | Tier::Clitic | Tier::Article if shown < 3 => shown,
                    Tier::Prefix | Tier::CliticPrefix if shown < 2 => 3,
                    Tier::Prefix | Tier::CliticPrefix if shown == 2 => 4,
                    _ => 5,
                };
                level = level.min(here);
            });
            position += runs + 8;
        }
        (best, level)
    }

    fn own(&self) -> u32 {
        let words: usize = self
            .fields
            .iter()
            .map(|(_, text)| fold(text).words().count())
            .sum();
        score::own(self.weight, words as u16)
    }
}

/// The keys of what answers, best first.
fn scan(texts: &[Text], query: &str, most: usize) -> Vec<u32> {
    let symbols = |word: &str| {
        fold(word)
            .words()
            .flat_map(|word| word.symbols.to_vec())
            .collect()
    };
    let mut typed: Vec<Vec<u8>> = Vec::new();
    for word in query.split(' ').map(symbols) {
        if !typed.contains(&word) {
            typed.push(word);
        }
    }
    let called = name::of(query);
    let is_number = typed.len() == 1 && typed[0].iter().all(u8::is_ascii_digit);
    let words = typed.iter().map(Vec::as_slice);
    let (latin, other): (Vec<&[u8]>, Vec<&[u8]>) =
        words.partition(|word| word.first().is_some_and(u8::is_ascii_alphabetic));
    let mut found = Vec::new();
    for (key, text) in (0_u32..).zip(texts) {
        let met: Vec<(Met, usize)> = typed.iter().map(|word| text.meet(word)).collect();
        let Some(worst) = met.iter().map(|met| met.1).max().filter(|&level| level < 9) else {
            continue;
        };
        // What nothing is left of is no name.
        let named = text.named
            && !called.is_empty()
            && text.fields.iter().any(|field| name::of(&field.1) == called);
        // A name in Latin letters and one in others, both of them its own.
        let is_called = |words: &[&[u8]]| {
            let name = name::of_words(words.iter().copied());
            text.named
                && !name.is_empty()
                && text.fields.iter().any(|field| name::of(&field.1) == name)
        };
        let in_two = !latin.is_empty() && !other.is_empty();
        let in_two = in_two && is_called(&latin) && is_called(&other);
        // Two words the other way round.
        let round = match typed.as_slice() {
            [first, second] if !typed.iter().any(|word| said::is_silent(word)) => {
                is_called(&[second, first])
            }
            _ => false,
        };
        let meant = !named && (in_two || round);
        let met: Vec<Met> = met.iter().map(|met| met.0).collect();
        let own = text.own();
        let called = match (named, meant) {
            (true, _) => score::NAMED,
            (_, true) => score::MEANT,
            _ => 0,
        };
        let named = named || meant;
        let score = score::score(&met, is_number, own) + called;
        // Of those that are called so, their worth alone decides who is scored.
        let worst = if named { 0 } else { worst };
        found.push((!named, worst, Reverse(own), key, score));
    }
    found.sort_unstable();
    let most = (2 * most / typed.len()).clamp(most.div_ceil(4), most);
    let chosen = most.min(found.len());
    let (first, rest) = found.split_at_mut(chosen);
    for part in [first, rest] {
        part.sort_by_key(|&(.., key, score)| (Reverse(score), key));
    }
    found.iter().map(|found| found.3).collect()
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[والبكم]{1,5}",
        1 => "ال[والبكم]{2,4}",
        2 => "[abc]{1,4}",
        1 => "[12]{1,2}",
    ]
}

fn text() -> impl Strategy<Value = Text> {
    let field = (0..6_usize, prop::collection::vec(word(), 1..5));
    (prop::collection::vec(field, 1..4), any::<bool>(), 0..4_u8).prop_map(
        |(fields, named, weight)| {
            // Of neighbouring numbers one telephone number may be made: not here.
            let join = |words: Vec<String>| words.join(" ; ");
            Text {
                fields: fields
                    .into_iter()
                    .map(|(field, words)| (FIELDS[field], join(words)))
                    .collect(),
                named,
                weight: weight * 80,
            }
        },
    )
}

proptest! {
    #![proptest_config(crate::testing::cases(200))]
    #[test]
    fn what_is_found_and_its_order_are_those_of_a_plain_scan(
        texts in prop::collection::vec(text(), 1..120),
        queries in prop::collection::vec("([والبكم]{1,3}|[abc]{1,3}|[12]{1,2})( [والبكم]{1,2}| [abc]{1,2}){0,2}", 1..5),
        most in 1..12_usize,
        parts in 1..4_usize,
        threads in 1..3_usize,
    ) {
        let size = texts.len().div_ceil(parts);
        let parts = texts.chunks(size).map(|part| Part::read(part.iter().map(Text::document)));
        let parts: Vec<Part> = parts.collect();
        let sizes = Sizes { threads, dense: 6, cheap: 10, ranked: most };
        let index = join_with(&parts, sizes);
        let mut session = Session::new();
        for query in &queries {
            let expected = scan(&texts, query, most);
            for limit in [usize::MAX, 3] {
                let results = index.search_in(&mut session, &Query::words(query).exactly(), limit, None);
                let keys: Vec<u32> = results.hits.iter().map(|hit| hit.key).collect();
                prop_assert_eq!(results.total, expected.len(), "{}", query);
                prop_assert_eq!(&keys[..], &expected[..limit.min(expected.len())], "{}", query);
            }
        }
    }
}

/// The second of two titles is nothing but the word, of which the first has it among others.
#[test]
fn a_title_that_is_only_the_word_counts_beside_one_that_has_it_too() {
    let text = |fields: &[(Field, &str)]| Text {
        fields: fields
            .iter()
            .map(|(field, text)| (*field, (*text).to_owned()))
            .collect(),
        named: false,
        weight: 0,
    };
    let texts = [
        text(&[(Field::Title, "ك ; و ; و"), (Field::Title, "و")]),
        text(&[(Field::Title, "ك ; و")]),
        text(&[(Field::Title, "ل ; و")]),
    ];
    let part = Part::read(texts.iter().map(Text::document));
    let sizes = Sizes {
        threads: 1,
        dense: 6,
        cheap: 10,
        ranked: 1,
    };
    let index = join_with(&[part], sizes);
    let query = Query::words("و").exactly();
    let results = index.search_in(&mut Session::new(), &query, 1, None);
    assert_eq!(results.hits.first().map(|hit| hit.key), Some(0));
}

/// A blank is and, where nobody asks: the first is the query to the letter.
#[test]
fn letters_apart_are_each_looked_for_in_a_list() {
    let texts = ["ك ; ا ; ل", "كال", "ا ; ل"].map(|text| Text {
        fields: vec![(Field::Title, text.to_owned())],
        named: false,
        weight: 0,
    });
    let index = crate::search::Index::build(texts.iter().map(Text::document));
    let query = Query::words("ك ا ل").exactly();
    let results = index.search_in(&mut Session::new(), &query, 3, None);
    let keys: Vec<u32> = results.hits.iter().map(|hit| hit.key).collect();
    assert_eq!((keys, results.total), (vec![0], 1));
}

/// Nothing is left of و as a name: the first is not called by both words, and has one of them in the
/// background only.
#[test]
fn a_word_that_says_nothing_is_no_name_of_its_script() {
    let text = |fields: &[(Field, &str)], named| Text {
        fields: fields
            .iter()
            .map(|(field, text)| (*field, (*text).to_owned()))
            .collect(),
        named,
        weight: 0,
    };
    let texts = [
        text(
            &[
                (Field::Number, "ا"),
                (Field::Text, "و"),
                (Field::Background, "a"),
            ],
            true,
        ),
        text(&[(Field::Number, "a"), (Field::Number, "و")], false),
    ];
    let part = Part::read(texts.iter().map(Text::document));
    let sizes = Sizes {
        threads: 1,
        dense: 6,
        cheap: 10,
        ranked: 1,
    };
    let index = join_with(&[part], sizes);
    let query = Query::words("و a a").exactly();
    let results = index.search_in(&mut Session::new(), &query, 2, None);
    let keys: Vec<u32> = results.hits.iter().map(|hit| hit.key).collect();
    assert_eq!(keys, [1, 0]);
    assert_eq!(scan(&texts, "و a a", 1), [1, 0]);
}

#[test]
fn wide_beginnings_are_made_beforehand_and_dense_words_are_sets() {
    // All begin with و, half of them with وا and half with وب, behind which the letters differ.
    let letters = ["ا", "ب", "ك", "ل", "م"];
    let word = |number: usize| format!("و{}{}", letters[number % 2], letters[number / 2 % 5]);
    let index = |cheap| {
        let documents = (0..200).map(|number| Document {
            fields: vec![(Field::Title, word(number).into())],
            ..Document::default()
        });
        let sizes = Sizes {
            threads: 2,
            dense: 15,
            cheap,
            ranked: 9,
        };
        join_with(&[Part::read(documents)], sizes)
    };
    // و is 200, وا and وب 100 each; twenty of each word of three letters are dear enough too.
    assert_eq!(index(1000).first.unions.len(), 0);
    let wide = index(10);
    assert!(wide.first.unions.len() >= 3, "{}", wide.first.unions.len());
    for (query, total) in [("و", 200), ("وا", 100), ("وبم", 20), ("وم", 0)] {
        for index in [&wide, &index(1000)] {
            let results = index.search_in(&mut Session::new(), &Query::parse(query), 5, None);
            assert_eq!(results.total, total, "{query}");
        }
    }
}
