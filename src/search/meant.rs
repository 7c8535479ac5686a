//! The names that were meant: what a query says when each of its words is read as it was met. So
//! `unesko`, `لقمة المستقبل` or `مؤتمرات المندوبين المفوضين` find what is called so before what only
//! has the words.

use super::index::Index;
use super::matched::Matched;
use super::name;
use super::plan::Plan;
use super::session::Session;
use super::{clitic, plurals, said, tier};

/// Longer queries are no names.
const MOST_WORDS: usize = 10;
/// Each word may be read in so many ways, and all together in so many.
const MOST_READINGS: usize = 4;
/// Of a word that was guessed so many are read before the other forms of the nearest.
const MOST_NEAREST: usize = 2;
const MOST_NAMES: usize = 16;

/// The documents that are called so, in order; without those that are called just what was typed.
pub(super) fn documents(index: &Index, plan: &Plan, session: &Session, named: &[u32]) -> Vec<u32> {
    // A word that is read as two is what is called by both.
    let words = plan.words(session);
    if !plan.is_of_words() || words.len() > MOST_WORDS {
        return Vec::new();
    }
    // The first is as it was typed throughout, and is asked for elsewhere, but for a word read as two.
    let mut names: Vec<Vec<Vec<u8>>> = vec![Vec::new()];
    for word in words {
        let readings = readings(word, index);
        let mut longer = Vec::new();
        for reading in &readings {
            for name in &names {
                if longer.len() < MOST_NAMES {
                    longer.push([name.as_slice(), std::slice::from_ref(reading)].concat());
                }
            }
        }
        names = longer;
    }
    let mut documents: Vec<u32> = Vec::new();
    let typed = usize::from(plan.is_simple());
    for words in names.iter().skip(typed) {
        let name = name::of_words(words.iter().map(Vec::as_slice));
        let called = index.named(&name);
        documents.extend(called.filter(|&document| {
            session.candidates.contains(document) && named.binary_search(&document).is_err()
        }));
    }
    documents.extend(in_two_scripts(index, plan, session, named));
    documents.extend(other_way_round(index, plan, session, named));
    documents.sort_unstable();
    documents.dedup();
    documents
}

/// The documents that two words name the other way round: `future summit`.
fn other_way_round(index: &Index, plan: &Plan, session: &Session, named: &[u32]) -> Vec<u32> {
    let words = plan.each_word(session).unwrap_or_default();
    let words: Vec<&[u8]> = words.iter().map(|word| word.typed()).collect();
    let [first, second] = words.as_slice() else {
        return Vec::new();
    };
    if words.iter().any(|word| said::is_silent(word)) {
        return Vec::new();
    }
    let name = name::of_words([*second, *first]);
    let called = index.named(&name).filter(|document| {
        session.candidates.contains(*document) && named.binary_search(document).is_err()
    });
    called.collect()
}

/// The documents of which a name was typed in each script: `اليونسكو UNESCO`.
fn in_two_scripts(index: &Index, plan: &Plan, session: &Session, named: &[u32]) -> Vec<u32> {
    let words = plan.each_word(session).unwrap_or_default();
    let is_latin = |word: &&Matched| word.typed().first().is_some_and(u8::is_ascii_alphabetic);
    let (latin, other): (Vec<&Matched>, Vec<&Matched>) = words.into_iter().partition(is_latin);
    if latin.is_empty() || other.is_empty() {
        return Vec::new();
    }
    let called = |words: &[&Matched]| -> Vec<u32> {
        let name = name::of_words(words.iter().map(|word| word.typed()));
        index.named(&name).collect()
    };
    let other = called(&other);
    let both = called(&latin).into_iter();
    both.filter(|document| {
        other.contains(document)
            && session.candidates.contains(*document)
            && named.binary_search(document).is_err()
    })
    .collect()
}

/// How a word may be read, as it was typed first.
fn readings(word: &Matched, index: &Index) -> Vec<Vec<u8>> {
    let typed = word.typed();
    let mut readings = vec![typed.to_vec()];
    if !word.is_plain() {
        return readings;
    }
    let mut add = |word: &[u8]| {
        if readings.len() < MOST_READINGS && readings.iter().all(|other| other != word) {
            readings.push(word.to_vec());
        }
    };
    if !word.is_whole() {
        let nearest = word.nearest(MOST_READINGS, index);
        // The article is no part of a name; another clitic is none of a word that was guessed.
        let bare = |word: &[u8]| tier::without_article(word).unwrap_or(word).to_vec();
        nearest
            .iter()
            .take(MOST_NEAREST)
            .for_each(|word| add(&bare(word)));
        // المفوصين are المفوضون too.
        let forms = nearest
            .first()
            .into_iter()
            .flat_map(|word| plurals::forms(&bare(word)));
        forms
            .filter(|form| index.has_whole(form))
            .for_each(|form| add(&form));
        nearest.iter().for_each(|word| add(&bare(word)));
    }
    for at in clitic::stems(typed) {
        if let Some(stem) = typed.get(at..).filter(|stem| index.has_whole(stem)) {
            add(stem);
        }
    }
    for form in plurals::forms(typed) {
        if index.has_whole(&form) {
            add(&form);
        }
    }
    readings
}
