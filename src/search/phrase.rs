//! Words side by side, told by the places that the index keeps. Where a word is part of a code, stands
//! far behind, or comes very often, only the text can tell.

use super::Field;
use super::codes::{SHARED, Table};
use super::fold::symbols::has_digit;
use super::forward::{Entry, FAR, MANY, behind};
use super::index::Index;
use super::query::{Form, Mode};
use super::session::Session;
use super::threads::{both, threads};
use super::tier;
use super::told::Told;
use super::within::{AHEAD, Located};

/// The fields whose texts count: all but background.
const FIELDS: usize = Field::Background as usize;
/// Two threads look at so many documents.
const WORTH_A_THREAD: usize = 1 << 11;

/// Takes out of what is possible where these words do not stand side by side, and adds to what is
/// sure where they do.
pub(super) fn tell(words: &[Vec<u8>], told: &mut Told, session: &mut Session, index: &Index) {
    // Behind a typed article a word may stand without it; which documents have that is not known.
    let bare = words
        .iter()
        .any(|word| tier::without_article(word).is_some());
    if words.len() > SHARED || bare {
        return;
    }
    let places: Vec<usize> = words
        .iter()
        .map(|word| {
            let form = Form {
                mode: Mode::Word,
                ..Form::plain(word)
            };
            session.look_up(&vec![form], index)
        })
        .collect();
    let matched = places
        .iter()
        .filter_map(|&place| session.words().get(place));
    let mut tables = Vec::with_capacity(words.len());
    for word in matched {
        told.possible.and(word.documents());
        tables.push(word.codes.table());
    }
    let answers = Table::answers(&tables);
    let unsure = index.unsure();
    // Digits may stand there as one with others.
    let letters = !words.iter().any(|word| has_digit(word));
    // Those of which it is known, and whether it holds.
    let tell = |documents: &[u32]| -> Vec<(u32, bool)> {
        let mut found = Vec::new();
        let mut known = Vec::new();
        let mut asked = Vec::with_capacity(AHEAD);
        for documents in documents.chunks(AHEAD) {
            index.ask_for(documents, &mut asked);
            let documents = documents.iter().copied().zip(&asked);
            for (document, (located, _)) in
                documents.filter(|&(document, _)| !unsure.contains(document))
            {
                let told = beside(*located, &answers, words.len(), letters, &mut found);
                known.extend(told.map(|holds| (document, holds)));
            }
        }
        known
    };
    let possible: Vec<u32> = told.possible.iter().collect();
    let threads = if possible.len() < WORTH_A_THREAD {
        1
    } else {
        threads()
    };
    let (some, others) = possible.split_at(possible.len() / 2);
    let (others, some) = both(threads, || tell(others), || tell(some));
    let known = some.into_iter().chain(others);
    let (right, wrong): (Vec<_>, Vec<_>) = known.partition(|&(_, holds)| holds);
    let documents = |known: Vec<(u32, bool)>| known.into_iter().map(|(document, _)| document);
    documents(right).for_each(|document| told.sure.insert(document));
    told.possible
        .remove_all(&documents(wrong).collect::<Vec<_>>());
}

/// A word of the phrase in a document, its place, and which it is, a bit each; [`UNKNOWN`] where it comes
/// again at places that are not kept.
type Found = (Entry, u8, u8);
const UNKNOWN: u8 = 1 << SHARED;

/// Whether so many words stand side by side in a text of a document; none where only the text can
/// tell. `answers` says which of them a word of the vocabulary is; `letters` that no digits are among
/// them.
fn beside(
    document: Located<'_>,
    answers: &[u8],
    words: usize,
    letters: bool,
    found: &mut Vec<Found>,
) -> Option<bool> {
    let answers = answers.get(document.word as usize..).unwrap_or_default();
    found.clear();
    let forward = &document.segment.forward;
    let mut again = forward.again(document.number);
    // The texts with parts of codes, which may stand there joined, a bit each.
    let mut codes = 0_u8;
    for (entry, place) in forward.of(document.number) {
        let field = entry.text();
        codes |= u8::from(entry.is_piece()) << field;
        let others = match entry.comes_again() {
            true => take(&mut again),
            false => Some(&[][..]),
        };
        let how = answers.get(entry.word() as usize).copied().unwrap_or(0);
        if how == 0 || field >= FIELDS {
            continue;
        }
        let unknown = if others.is_none() { UNKNOWN } else { 0 };
        let others = others.unwrap_or_default();
        let places = others.iter().chain([&place]);
        found.extend(places.map(|place| (entry, *place, how | unknown)));
    }
    let mut told = Some(false);
    for field in 0..FIELDS {
        let here = || of_field(found, field);
        let all = here().fold(0, |all, (.., how)| all | how & !UNKNOWN);
        if all.count_ones() as usize != words {
            continue;
        }
        // Far behind, what stands so may also be 128 words apart; what does not is not side by side.
        let far = here().any(|(_, place, _)| *place >= FAR);
        let side_by_side = match far {
            true => far_beside(found, field, words),
            false => together(&stands(found, field), words) != 0,
        };
        let plain = codes >> field & 1 == 0 && !far;
        let unknown = here().any(|(.., how)| how & UNKNOWN != 0);
        match side_by_side {
            true if plain => return Some(true),
            false if !unknown => {}
            false if plain && letters && cannot(document, found, field, words) => {}
            _ => told = None,
        }
    }
    told
}

fn of_field(found: &[Found], field: usize) -> impl Iterator<Item = &Found> {
    found
        .iter()
        .filter(move |(entry, ..)| entry.text() == field)
}

/// The places of a field, all below [`FAR`], at which each word of a phrase stands, a bit each.
fn stands(found: &[Found], field: usize) -> [u128; SHARED] {
    let mut stands = [0; SHARED];
    for (_, place, how) in of_field(found, field) {
        for (number, places) in stands.iter_mut().enumerate() {
            *places |= u128::from(how >> number & 1) << (place % FAR);
        }
    }
    stands
}

/// The places from which on so many words stand side by side.
fn together(stands: &[u128; SHARED], words: usize) -> u128 {
    let stands = stands.iter().take(words).enumerate();
    stands.fold(u128::MAX, |all, (number, places)| all & places >> number)
}

/// Whether they do so anywhere in a field, far behind too.
fn far_beside(found: &[Found], field: usize, words: usize) -> bool {
    // Which of them stand at each place: a text may have a word a hundred thousand times.
    let mut places = [0_u8; 1 << u8::BITS];
    for (_, place, how) in of_field(found, field) {
        if let Some(those) = places.get_mut(usize::from(*place)) {
            *those |= how;
        }
    }
    let stands = |number: usize, place: usize| {
        let how = places.get(place);
        how.is_some_and(|how| how >> number & 1 != 0)
    };
    let mut firsts = of_field(found, field).filter(|(.., how)| how & 1 != 0);
    firsts.any(|(_, place, _)| (1..words).all(|number| stands(number, behind(*place, number))))
}

/// Whether other words stand where these would have to, some of which come again at places that are not
/// kept: each word has the first of its places, and those that come at no other are where they are.
fn cannot(document: Located<'_>, found: &[Found], field: usize, words: usize) -> bool {
    let unknown = of_field(found, field)
        .filter(|(.., how)| how & UNKNOWN != 0)
        .fold(0, |unknown, (.., how)| unknown | how & !UNKNOWN);
    // Of one at least it has to be known where it stands.
    if unknown.count_ones() as usize == words {
        return false;
    }
    let forward = &document.segment.forward;
    let firsts = forward.of(document.number);
    let firsts = firsts.filter(|&(entry, place)| entry.text() == field && place < FAR);
    let taken = firsts.fold(0_u128, |taken, (_, place)| taken | 1 << place);
    // What is free, and what is behind the last place that is exact.
    let words = (0..words).zip(stands(found, field));
    words.fold(u128::MAX, |all, (number, places)| {
        all & match unknown >> number & 1 {
            0 => places >> number,
            _ => (places | !taken) >> number | !(u128::MAX >> number),
        }
    }) == 0
}

/// The other places of the next word that comes again; none where they are not kept.
fn take<'a>(again: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (&count, rest) = again.split_first()?;
    if count == MANY {
        *again = rest;
        return None;
    }
    let (places, rest) = rest.split_at_checked(usize::from(count))?;
    *again = rest;
    Some(places)
}
