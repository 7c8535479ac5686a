//! Words without operators as clauses of a query: words in their forms, codes and their parts, and what
//! may have been meant with the keyboard on the other language.

use super::fold::{Folded, LONGEST_WORD, Link, Run, Script, fold, symbols, words};
use super::query::{Choice, Clause, Form, MOST_WORDS, Mode, Reading, Term};
use super::{chat, keyboard, plurals};
use std::ops::Range;

/// What another form of a word is worth less than the word itself, in the units of the table in
/// [`super::score`]: another form in a title is less than the word itself in a text, and more than
/// the beginning of a word in a title.
const OTHER_FORM: u8 = 55;
/// The same for the word itself in another case, and for one that says just the same.
const OTHER_CASE: u8 = 8;
/// The same for the word itself with a pronoun behind it.
const OWNED: u8 = 6;
/// What a word is worth less for having been read from other keys.
const OTHER_KEYS: u8 = 10;
/// The Arabic article in Latin letters.
const ARTICLES: [&[u8]; 11] = [
    b"al", b"el", b"ul", b"ash", b"as", b"ad", b"an", b"ar", b"at", b"az", b"adh",
];
/// Shorter words have no other forms.
const SHORTEST_FORM: usize = 3;
/// Nor is a shorter Latin word read apart from a number beside it.
const SHORTEST_BESIDE: usize = 4;
/// A reading of fewer letters has to be a whole word.
const SHORTEST_READING: usize = 4;

/// What may have been meant by keys.
pub(super) fn readings(typed: &str) -> Vec<Reading> {
    let letters = typed.chars().filter(|c| c.is_alphabetic());
    if letters.take(2).count() + keyboard::leading_marks(typed) < 2 {
        return Vec::new();
    }
    keyboard::readings(typed)
        .into_iter()
        .filter(|read| !fold(read).runs().is_empty())
        .map(|read| Reading::new(typed.to_owned(), read))
        .collect()
}

/// The words of what was typed as it is read.
pub(super) fn words_read(typed: &str, read: &str) -> Vec<Term> {
    // Two marks leave little doubt.
    let shortest = SHORTEST_READING - usize::from(keyboard::leading_marks(typed) > 1);
    let form = |form| read_form(form, shortest);
    clauses(&fold(read), read)
        .flat_map(|(_, clause)| clause.options.into_iter().next())
        .flatten()
        .map(|term| term.into_iter().map(form).collect())
        .collect()
}

fn read_form(form: Form, shortest: usize) -> Form {
    let short = form.word.len() < shortest;
    Form {
        mode: if short { Mode::Word } else { form.mode },
        penalty: form.penalty + OTHER_KEYS,
        ..form
    }
}

/// A word with its other forms.
fn term(word: &[u8]) -> Term {
    let mut term = vec![Form::plain(word)];
    term.extend(plurals::cases(word).map(|word| Form {
        word,
        mode: Mode::Word,
        penalty: OTHER_CASE,
    }));
    term.extend(plurals::twin(word).map(|word| Form {
        word: word.to_vec(),
        mode: Mode::Word,
        penalty: OTHER_CASE,
    }));
    term.extend(plurals::owned(word).map(|word| Form {
        word,
        mode: Mode::Word,
        penalty: OWNED,
    }));
    if word.len() >= SHORTEST_FORM {
        term.extend(plurals::forms(word).into_iter().map(|word| Form {
            word,
            mode: Mode::Word,
            penalty: OTHER_FORM,
        }));
    }
    term
}

/// The words of a text with their forms. What is pasted may have the same word a thousand times: the
/// forms of the first few are kept.
#[derive(Default)]
struct Terms(Vec<(Vec<u8>, Term)>);

impl Terms {
    fn of(&mut self, word: &[u8]) -> Term {
        if let Some((_, term)) = self.0.iter().find(|(known, _)| known == word) {
            return term.clone();
        }
        let term = term(word);
        if self.0.len() < MOST_WORDS {
            self.0.push((word.to_vec(), term.clone()));
        }
        term
    }

    fn has(&self, word: &[u8]) -> bool {
        self.0.iter().any(|(known, _)| known == word)
    }

    fn all(&mut self, words: &[Vec<u8>]) -> Vec<Term> {
        words.iter().map(|word| self.of(word)).collect()
    }
}

/// The clauses of words without operators, with the runs of each.
pub(super) fn clauses<'f>(
    folded: &'f Folded,
    text: &'f str,
) -> impl Iterator<Item = (Range<usize>, Clause)> + 'f {
    let (mut read, mut given) = (0, 0);
    let mut terms = Terms::default();
    words::chains(folded).filter_map(move |chain| {
        if chain.start < read {
            return None;
        }
        let mut word = Vec::new();
        if let Some(groups) = telephone(folded, chain.start, &mut word) {
            read = chain.start + groups;
            let mut clause = Clause::words(terms.all(&parts(folded, chain.start..read)));
            clause.choice = Choice::First;
            clause.options.push(vec![vec![Form::plain(&word)]]);
            return Some((chain.start..read, clause));
        }
        read = chain.end;
        words::join(folded, chain.clone(), &mut word);
        // Behind so many words, each counted as often as it stands there, one that comes again is passed
        // over, also as what stands beside others: what is pasted is not read so closely.
        given += 1;
        if given > MOST_WORDS && terms.has(&word) {
            return None;
        }
        let mut clause = Clause::words(vec![terms.of(&word)]);
        if chain.len() > 1 {
            clause.choice = Choice::First;
            if let Some(padded) = padded(folded, chain.clone())
                && let Some(term) = clause
                    .options
                    .first_mut()
                    .and_then(|option| option.first_mut())
            {
                term.push(padded);
            }
            let parts = parts(folded, chain.clone());
            // Parts of such a word say nothing; but those of `SG3-RG` do.
            let is_article = |part: &Vec<u8>| ARTICLES.contains(&part.as_slice());
            let is_one = parts.len() == 1 || parts.first().is_some_and(is_article);
            let letters = chat::in_letters(&word).filter(|_| is_one);
            let is_number = word.last().is_some_and(u8::is_ascii_digit);
            if let Some(letters) = letters.as_ref().filter(|_| !is_number) {
                clause.options.push(vec![terms.of(letters)]);
                return Some((chain, clause));
            }
            let is_word = is_one_word(folded, chain.clone(), text);
            let mut apart = terms.all(&parts);
            if is_word && let Some((_, before)) = apart.split_last_mut() {
                // The pieces of a spelt word begin other words by chance: al-mar'a. The last one may be
                // half typed.
                let forms = before.iter_mut().flatten();
                forms.for_each(|form| form.mode = Mode::Word);
            }
            clause.options.push(apart);
            // `res191` is a resolution of that number, and `agenda2030` and `2030agenda` have lost their blank.
            if let Some(at) = plurals::cited(&word).or_else(|| beside_number(&word)) {
                let (what, number) = word.split_at(at);
                clause.options.push(vec![terms.of(what), terms.of(number)]);
            }
            if let Some(letters) = letters {
                clause.options.push(vec![terms.of(&letters)]);
            }
            if is_word {
                clause.options.push(vec![terms.of(&word)]);
            }
        }
        Some((chain, clause))
    })
}

/// The number of a year and one of a single digit, as it is written with two: 24/6 is 24/06.
fn padded(folded: &Folded, chain: Range<usize>) -> Option<Form> {
    let digits = |run: &Run| {
        let digits = folded.slice(run.start as usize, run.end as usize);
        (run.script == Script::Digits).then_some(digits)
    };
    let [year, number] = folded.runs().get(chain)? else {
        return None;
    };
    let (year, one) = (digits(year)?, digits(number)?);
    (number.link == Link::Joiner && year.len() > 1 && one.len() == 1).then(|| Form {
        mode: Mode::Word,
        penalty: OTHER_CASE,
        ..Form::plain(&[year, b"0", one].concat())
    })
}

/// Where one ends and the other begins, of a word and a number beside it without a blank.
fn beside_number(word: &[u8]) -> Option<usize> {
    let is_digit = word.first()?.is_ascii_digit();
    let at = word
        .iter()
        .position(|symbol| symbol.is_ascii_digit() != is_digit)?;
    let (first, second) = word.split_at(at);
    let (letters, number) = if is_digit {
        (second, first)
    } else {
        (first, second)
    };
    let is_latin = letters.iter().all(u8::is_ascii_lowercase);
    // In Latin letters fewer are an abbreviation, which another number makes another thing.
    let shortest = if is_latin {
        SHORTEST_BESIDE
    } else {
        SHORTEST_FORM
    };
    let is_word = is_latin || letters.iter().copied().all(symbols::is_arabic);
    (is_word && letters.len() >= shortest && number.iter().all(u8::is_ascii_digit)).then_some(at)
}

/// Whether a chain is how a word is spelt in Latin letters: al-Kuwait, ash-sharq, Sa'ud.
fn is_one_word(folded: &Folded, chain: Range<usize>, text: &str) -> bool {
    let runs = folded.runs().get(chain).unwrap_or_default();
    let (Some(first), Some(last)) = (runs.first(), runs.last()) else {
        return false;
    };
    let place = folded.place(first.start as usize, last.end as usize);
    let article = folded.slice(first.start as usize, first.end as usize);
    runs.iter().all(|run| run.script == Script::Latin)
        && (ARTICLES.contains(&article)
            || text
                .get(place)
                .is_some_and(|word| word.contains(['\'', '\u{2018}', '\u{2019}', '\u{2BC}'])))
}

/// The groups of a telephone number that begins at a run, unless it would end inside a code.
fn telephone(folded: &Folded, start: usize, word: &mut Vec<u8>) -> Option<usize> {
    let groups = words::telephone(folded, start, word)?;
    let after = folded
        .runs()
        .get(start + groups)
        .map_or(Link::None, |run| run.link);
    matches!(after, Link::None | Link::Space).then_some(groups)
}

/// Runs with nothing between them are one part; each is there once, and no more than a query has words.
fn parts(folded: &Folded, runs: Range<usize>) -> Vec<Vec<u8>> {
    let mut parts: Vec<Vec<u8>> = Vec::new();
    let mut part = Vec::new();
    let runs = folded.runs().get(runs).unwrap_or_default();
    for (number, run) in runs.iter().enumerate() {
        part.extend_from_slice(folded.slice(run.start as usize, run.end as usize));
        let next = runs.get(number + 1);
        if next.is_none_or(|next| next.link != Link::Direct) {
            part.truncate(LONGEST_WORD);
            if !parts.contains(&part) {
                parts.push(part.clone());
            }
            part.clear();
            if parts.len() == MOST_WORDS {
                break;
            }
        }
    }
    parts
}
