//! What may have been meant where a word is met nowhere as it was typed: other keys, two words run
//! together, one word in two. A guess counts only where documents have it whole.

use super::bitmap::Bitmap;
use super::fold::{letter, symbol};
use super::index::Index;
use super::keyboard;
use super::matched::Matched;
use super::name;
use super::narrow::Narrow;
use super::plan::Plan;
use super::planned::{Planned, all_of};
use super::query::{Clause, Form, Mode, Query, Reading, Term};
use super::session::Session;
use super::slips::Slip;

/// What is read by other keys has a word of so many letters among others that may be shorter.
const SAYS_SOMETHING: usize = 4;
/// What two words that were typed as one are worth less, and one that was typed as two.
const APART: u8 = 12;
/// The parts of a word that was split have at least so many letters, the longer one this many.
const SHORTEST_PART: usize = 2;
const LONGER_PART: usize = 3;
/// What a word that was read by other keys and has a slip is worth less.
const SLIPPED: u8 = 60;
/// Without a mark that says that the keyboard was on the other language, shorter readings have no slips:
/// too many words are near to them.
const SHORTEST_SLIPPED: usize = 5;
/// No English word begins with the keys that write it.
const ARTICLE: &str = "ال";
/// At most so many words that are equally near are meant.
const MOST_NEAREST: usize = 8;
/// In queries of more words no two are joined with a slip.
const MOST_JOINED: usize = 6;
/// At most so many ways to split a word are tried.
const MOST_SPLITS: usize = 4;

/// The words of the first guess that any document answers, as places in the session.
pub(super) fn instead(clause: &Clause, session: &mut Session, index: &Index) -> Option<Vec<usize>> {
    // Behind the article one letter is no word: of المجلس `hgl` is typed before anything else can be meant.
    let article = clause.readings.iter().any(begins_with_article);
    let begun_first = article.then(|| begun(clause, session, index)).flatten();
    if let Some(words) = begun_first.or_else(|| read(clause, session, index)) {
        return Some(words);
    }
    let typed = clause.plain_word()?;
    let splits = splits(typed, index);
    // A letter is left out more often than a blank: `comon` is common, and not com on.
    if !splits.is_empty() && index.has_slip(typed) {
        return None;
    }
    splits
        .into_iter()
        .find_map(|words| meet(&words, session, index))
}

/// A reading that begins no word is none; the insides of words are not looked through.
fn begins(reading: &Reading, index: &Index) -> bool {
    let begins = |form: &Form| index.begins(&form.word);
    let mut words = reading.words().iter();
    words.all(|term| term.iter().any(begins))
}

/// The words of the first reading by other keys that any document answers.
fn read(clause: &Clause, session: &mut Session, index: &Index) -> Option<Vec<usize>> {
    for reading in clause.readings.iter().filter(|one| begins(one, index)) {
        if let Some(words) = meet(reading.words(), session, index) {
            session
                .read_as
                .push((reading.typed.clone(), reading.read.clone()));
            return Some(words);
        }
    }
    None
}

/// Reads all words by other keys, where none stands anywhere whole as it was typed, each begins a word when it is
/// read so, and one of those is no short one, which nearly every text has: `o'm ulg f,dks` is خطة عمل بوينس, though
/// Oman and Bulgaria are near.
pub(super) fn all_by_other_keys(
    plan: &mut Plan,
    query: &Query,
    session: &mut Session,
    candidates: &mut Bitmap,
    index: &Index,
) {
    let typed = |planned: &Planned| {
        let clause = query.clauses().get(planned.number)?;
        let is_read = !clause.readings.is_empty() && !planned.not && !planned.with_next;
        is_read.then_some(clause)
    };
    let clauses: Option<Vec<&Clause>> = plan.clauses.iter().map(typed).collect();
    let stands = |clause: &&Clause| {
        clause
            .plain_word()
            .is_some_and(|word| index.has_whole(word))
    };
    let is_long = |clause: &&Clause| {
        let words = clause.readings.iter().flat_map(|reading| reading.words());
        let mut forms = words.flatten();
        forms.any(|form| form.word.len() >= SAYS_SOMETHING)
    };
    let clauses = clauses.filter(|all| !all.iter().any(stands) && all.iter().any(is_long));
    // Nearly none begin a word so, all of them: nothing is looked up before.
    let may = |clause: &&Clause| clause.readings.iter().any(|one| begins(one, index));
    let clauses = clauses.filter(|all| (2..=MOST_JOINED).contains(&all.len()));
    let Some(clauses) = clauses.filter(|all| all.iter().all(may)) else {
        return;
    };
    let known = std::mem::take(&mut session.read_as);
    let corrected = std::mem::take(&mut session.corrected);
    let words = clauses
        .into_iter()
        .map(|clause| read(clause, session, index));
    let words: Option<Vec<Vec<usize>>> = words.collect();
    if let Some(words) = words {
        let before = plan.options();
        plan.put(words.into_iter().map(|words| vec![words]).collect());
        plan.all(session, usize::MAX, candidates, index);
        if !candidates.is_empty() {
            return;
        }
        plan.put(before);
    }
    (session.read_as, session.corrected) = (known, corrected);
}

/// Whether a reading is an article, or one with a single letter behind it.
fn begins_with_article(reading: &Reading) -> bool {
    let word = reading.words().first().and_then(|term| term.first());
    let article = ['ا', 'ل'].map(|letter| symbol(letter).unwrap_or(0));
    word.is_some_and(|form| form.word.starts_with(&article) && form.word.len() <= article.len() + 1)
}

/// What the first reading by other keys begins that is too short to be a word otherwise: while one types
/// it, `hgl` is what المـ begins. Beside other words or where anything sounds so, such a word says too little:
/// `amn` is الأمن, and not شهيرة.
pub(super) fn begin(
    plan: &mut Plan,
    query: &Query,
    session: &mut Session,
    candidates: &mut Bitmap,
    index: &Index,
) {
    let ([clause], [planned]) = (query.clauses(), plan.clauses.as_mut_slice()) else {
        return;
    };
    let sounds = |typed: &[u8]| !index.short_alike(typed).is_empty();
    if clause.not || clause.plain_word().is_none_or(sounds) {
        return;
    }
    if let Some(words) = begun(clause, session, index) {
        planned.options = vec![words];
        plan.all(session, usize::MAX, candidates, index);
    }
}

fn begun(clause: &Clause, session: &mut Session, index: &Index) -> Option<Vec<usize>> {
    for reading in &clause.readings {
        let [term] = reading.words() else {
            continue;
        };
        let begins = |form: &&Form| form.word.len() >= SHORTEST_PART && index.begins(&form.word);
        let Some(form) = term.first().filter(begins) else {
            continue;
        };
        let open = Form {
            mode: Mode::Plain,
            ..form.clone()
        };
        if let Some(words) = meet(&[vec![open]], session, index) {
            let read = (reading.typed.clone(), reading.read.clone());
            session.read_as.push(read);
            return Some(words);
        }
    }
    None
}

/// The words of the first reading by other keys that documents have with slips: whole, and those that
/// are nearest.
pub(super) fn slipped(clause: &Clause, session: &mut Session, index: &Index) -> Option<Vec<usize>> {
    for reading in &clause.readings {
        let is_sure = reading.typed.contains(keyboard::is_mark);
        // What an English word comes to on the other keys is near to something: `child` is no يحمي.
        if !is_sure && reading.typed.is_ascii() && !reading.read.starts_with(ARTICLE) {
            continue;
        }
        let words = reading
            .words()
            .iter()
            .map(|term| nearest(term, is_sure, &mut session.narrow, index));
        let Some(words) = words.collect::<Option<Vec<Term>>>() else {
            continue;
        };
        if let Some(places) = meet(&words, session, index) {
            let meant = words.iter().filter_map(|term| term.first());
            let meant: Vec<String> = meant
                .map(|form| form.word.iter().map(|&s| letter(s)).collect())
                .collect();
            let typed = &reading.typed;
            session.read_as.push((typed.clone(), reading.read.clone()));
            session.corrected.push((typed.clone(), meant.join(" ")));
            return Some(places);
        }
    }
    None
}

/// The words that are nearest to one that was read; the word itself, where it stands somewhere whole.
fn nearest(term: &Term, is_sure: bool, narrow: &mut Narrow, index: &Index) -> Option<Term> {
    let read = term.first()?;
    if index.has_whole(&read.word) {
        return Some(vec![read.clone()]);
    }
    if read.word.len() < SHORTEST_SLIPPED && !is_sure || read.mode != Mode::Plain {
        return None;
    }
    let slips = index.slips(&read.word, narrow);
    let (_, least, off) = *slips.first()?;
    let mut words: Vec<&[u8]> = Vec::new();
    for (stem, ..) in slips
        .iter()
        .take_while(|slip| (slip.1, slip.2) == (least, off))
    {
        let word = index.word(stem.word()).get(stem.at()..).unwrap_or_default();
        if words.len() < MOST_NEAREST && !words.contains(&word) {
            words.push(word);
        }
    }
    let form = |word: &&[u8]| Form {
        mode: Mode::Word,
        penalty: read.penalty + SLIPPED,
        ..Form::plain(word)
    };
    matches!(least, Slip::Whole(_)).then(|| words.iter().map(form).collect())
}

/// What was meant by letters and marks that the other keyboard writes as one word, though some of them
/// are met as they stand: they say little where they only begin words (`,p]m` is وحدة), and less where
/// a mark is the first (`;,dj` is كويت, and not Djibouti).
pub(super) fn by_other_keys(
    clause: &Clause,
    options: &[Vec<usize>],
    session: &mut Session,
    index: &Index,
) -> Option<Vec<usize>> {
    let is_whole = |&word: &usize| session.words().get(word).is_some_and(Matched::is_whole);
    let all_whole = options.iter().flatten().all(is_whole);
    let parted = options.first().is_some_and(|words| words.len() > 1);
    if clause.marks > 0 {
        let read = read(clause, session, index);
        // One mark may stand before any word.
        let sure = clause.marks > 1 || !all_whole;
        return read.or_else(|| sure.then(|| slipped(clause, session, index)).flatten());
    }
    (parted && !all_whole)
        .then(|| whole(clause, session, index))
        .flatten()
}

/// The words of the first reading by other keys that is whole words, which stand together somewhere.
fn whole(clause: &Clause, session: &mut Session, index: &Index) -> Option<Vec<usize>> {
    for reading in &clause.readings {
        let whole = |form: &Form| index.has_whole(&form.word);
        if reading
            .words()
            .iter()
            .all(|term| term.first().is_some_and(whole))
            && let Some(words) = meet(reading.words(), session, index)
        {
            session
                .read_as
                .push((reading.typed.clone(), reading.read.clone()));
            return Some(words);
        }
    }
    None
}

/// The same for a word that is met only inside of others: the reading has to be a name.
pub(super) fn named(clause: &Clause, session: &mut Session, index: &Index) -> Option<Vec<usize>> {
    let is_name = |reading: &&Reading| index.named(&name::of(&reading.read)).next().is_some();
    let reading = clause.readings.iter().find(is_name)?;
    let words = meet(reading.words(), session, index)?;
    let read = (reading.typed.clone(), reading.read.clone());
    session.read_as.push(read);
    Some(words)
}

/// Looks words up; nothing where no document has them all.
fn meet(words: &[Term], session: &mut Session, index: &Index) -> Option<Vec<usize>> {
    let places: Vec<usize> = words
        .iter()
        .map(|term| session.look_up(term, index))
        .collect();
    let met = match places.as_slice() {
        [only] => session.words().get(*only).is_some_and(|word| word.is_met()),
        _ => !all_of(&places, session.words(), &mut Default::default()).is_empty(),
    };
    met.then_some(places)
}

/// The ways to split a word into two that stand in documents, the most even first.
fn splits(typed: &[u8], index: &Index) -> Vec<Vec<Term>> {
    let is_letters = typed.iter().all(|symbol| !symbol.is_ascii_digit());
    if !is_letters || typed.len() < SHORTEST_PART + LONGER_PART {
        return Vec::new();
    }
    let mut places: Vec<usize> = (SHORTEST_PART..=typed.len() - SHORTEST_PART)
        .filter(|&at| at.max(typed.len() - at) >= LONGER_PART)
        .filter(|&at| {
            let (left, right) = typed.split_at(at);
            index.has_whole(left) && index.has_whole(right)
        })
        .collect();
    places.sort_by_key(|&at| std::cmp::Reverse(at.min(typed.len() - at)));
    let term = |word: &[u8]| {
        vec![Form {
            mode: Mode::Word,
            penalty: APART,
            ..Form::plain(word)
        }]
    };
    places
        .into_iter()
        .take(MOST_SPLITS)
        .map(|at| {
            let (left, right) = typed.split_at(at);
            vec![term(left), term(right)]
        })
        .collect()
}

/// Two words that were typed one after the other, if they may be one: letters of one script, and not
/// too few.
fn joined_of(first: &Clause, second: &Clause) -> Option<Vec<u8>> {
    let (left, right) = (first.plain_word()?, second.plain_word()?);
    let letters = |word: &[u8]| word.len() >= SHORTEST_PART && !word.iter().any(u8::is_ascii_digit);
    let may = letters(left)
        && letters(right)
        && left.is_ascii() == right.is_ascii()
        && left.len() + right.len() >= SHORTEST_PART + LONGER_PART;
    may.then(|| [left, right].concat())
}

/// The same where one of them has a slip, and no document has all words otherwise: cyber securty. Puts
/// the documents that then answer into `candidates`.
pub(super) fn join_slipped(
    plan: &mut Plan,
    query: &Query,
    session: &mut Session,
    candidates: &mut Bitmap,
    index: &Index,
) {
    if plan.clauses.len() > MOST_JOINED {
        return;
    }
    for at in 1..plan.clauses.len() {
        let pair = plan.clauses.get(at - 1).zip(plan.clauses.get(at));
        let Some((first, second)) = pair.filter(|(a, b)| !a.not && a.number + 1 == b.number) else {
            continue;
        };
        let is_whole = |&word: &usize| session.words().get(word).is_some_and(Matched::is_whole);
        if first
            .options
            .iter()
            .chain(&second.options)
            .flatten()
            .all(is_whole)
        {
            continue;
        }
        let is_half_typed = |word: usize| {
            let word = session.words().get(word);
            word.is_some_and(|word| word.is_half_typed(index))
        };
        if at + 1 == plan.clauses.len() && second.words().any(is_half_typed) {
            continue;
        }
        let clause = |planned: &Planned| query.clauses().get(planned.number);
        let joined = clause(first).zip(clause(second));
        let joined = joined.and_then(|(first, second)| joined_of(first, second));
        // With more slips than one it may be one of the two words again.
        let is_near = |term: &Term, length: usize| {
            let mut words = term.iter().map(|form| form.word.len());
            words.all(|word| word.abs_diff(length) <= 1)
        };
        let nearest = joined.and_then(|word| {
            let plain = vec![Form::plain(&word)];
            let term = (index.has_slip(&word))
                .then(|| nearest(&plain, true, &mut session.narrow, index))??;
            is_near(&term, word.len()).then_some((word, term))
        });
        let Some((typed, term)) = nearest else {
            continue;
        };
        let word = session.look_up(&term, index);
        let second = plan.clauses.remove(at);
        let swap = |plan: &mut Plan, options| {
            let first = plan.clauses.get_mut(at - 1)?;
            first.with_next = !first.with_next;
            Some(std::mem::replace(&mut first.options, options))
        };
        let before = swap(plan, vec![vec![word]]);
        plan.all(session, usize::MAX, candidates, index);
        if !candidates.is_empty() {
            let met = term.into_iter().map(|form| (typed.clone(), form.word));
            session.joined.extend(met);
            return;
        }
        swap(plan, before.unwrap_or_default());
        plan.clauses.insert(at, second);
    }
}

/// Two words that were typed one after the other may be one, where that stands somewhere: head
/// quarters.
pub(super) fn join(plan: &mut Plan, query: &Query, session: &mut Session, index: &Index) {
    let clauses = query.clauses();
    let mut gone = Vec::new();
    let mut at = 0;
    while let (Some(first), Some(second)) = (clauses.get(at), clauses.get(at + 1)) {
        at += 1;
        let Some(joined) = joined_of(first, second) else {
            continue;
        };
        if !index.has_whole(&joined) {
            continue;
        }
        let form = Form {
            mode: Mode::Word,
            penalty: APART,
            ..Form::plain(&joined)
        };
        let apart = plan.both(at - 1, session);
        let word = session.look_up(&vec![form], index);
        if apart {
            // Some have both words, and some of them by chance: the one word is meant as well.
            for place in [at - 1, at] {
                if let Some(planned) = plan.clauses.get_mut(place) {
                    planned.options.push(vec![word]);
                }
            }
        } else if let Some(planned) = plan.clauses.get_mut(at - 1) {
            planned.options = vec![vec![word]];
            planned.with_next = true;
            gone.push(at);
        }
        at += 1;
    }
    for place in gone.into_iter().rev() {
        plan.clauses.remove(place);
    }
}
