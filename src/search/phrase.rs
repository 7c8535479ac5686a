//! Words side by side, told by the places that the index keeps. Where a word is part of a code, stands
//! far behind, or comes very often, only the text can tell.

use super::Field;
use super::codes::{SHARED, Table};
use super::forward::{Entry, FAR, MANY, behind};
use super::index::Index;
use super::query::{Form, Mode};
use super::session::Session;
use super::threads::{both, threads};
use super::tier;
use super::told::Told;
use super::within::Located;

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
    // Those of which it is known, and whether it holds.
    let tell = |documents: &[u32]| -> Vec<(u32, bool)> {
        let mut found = Vec::new();
        let documents = documents
            .iter()
            .filter(|&&document| !unsure.contains(document));
        documents
            .filter_map(|&document| {
                let located = index.locate(document);
                Some((
                    document,
                    beside(located, &answers, words.len(), &mut found)?,
                ))
            })
            .collect()
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

/// Whether so many words stand side by side in a text of a document; none where only the text can
/// tell. `answers` says which of them a word of the vocabulary is.
fn beside(
    document: Located<'_>,
    answers: &[u8],
    words: usize,
    found: &mut Vec<(Entry, u8, u8)>,
) -> Option<bool> {
    let answers = answers.get(document.word as usize..).unwrap_or_default();
    found.clear();
    let forward = &document.segment.forward;
    let mut again = forward.again(document.number);
    // The texts with parts of codes, which may stand there joined, and those where a word comes so
    // often that its places are not kept, a bit each.
    let (mut codes, mut many) = (0_u8, 0_u8);
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
        many |= u8::from(others.is_none()) << field;
        let others = others.unwrap_or_default();
        let places = others.iter().chain([&place]);
        found.extend(places.map(|place| (entry, *place, how)));
    }
    let mut told = Some(false);
    for field in 0..FIELDS {
        let here = || found.iter().filter(|(entry, ..)| entry.text() == field);
        let all = here().fold(0, |all, (.., how)| all | how);
        if all.count_ones() as usize != words {
            continue;
        }
        // Which of them stand at each place: a text may have a word a hundred thousand times.
        let mut places = [0_u8; 1 << u8::BITS];
        for (_, place, how) in here() {
            if let Some(those) = places.get_mut(usize::from(*place)) {
                *those |= how;
            }
        }
        let stands = |number: usize, place: usize| {
            let how = places.get(place);
            how.is_some_and(|how| how >> number & 1 != 0)
        };
        let mut firsts = here().filter(|(.., how)| how & 1 != 0);
        let side_by_side = firsts
            .any(|(_, place, _)| (1..words).all(|number| stands(number, behind(*place, number))));
        // Far behind, what stands so may also be 128 words apart; what does not is not side by side.
        let far = || here().any(|(_, place, _)| *place >= FAR);
        match side_by_side {
            true if codes >> field & 1 == 0 && !far() => return Some(true),
            false if many >> field & 1 == 0 => {}
            _ => told = None,
        }
    }
    told
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
