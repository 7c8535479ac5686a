//! The forms of one word: singular, dual and plural, broken or sound, with what is written in
//! front of them taken off.
//!
//! Forms are guesses: each counts only where the vocabulary has it as a whole word. They answer
//! below the word as it was typed. The rules are those of the sound plurals and of the dual; what
//! they do not give stands in the [`table`] and, for [`people`] and for how things
//! [stand](standing), beside it.

mod english;
mod ordinary;
mod other;
mod people;
mod spelt;
mod standing;
mod table;

use super::clitic;
use super::few::Few;
use super::fold::symbols::is_arabic;
use super::fold::{fold, symbol};
pub(super) use ordinary::is_of_one_language;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A rule needs so many letters before an ending that also belongs to many singulars (-ان, -ين).
const STEM_OF_DUAL: usize = 4;
/// The same for -ات, and for English.
const STEM: usize = 3;
/// At most so many forms of a word.
const MOST: usize = 24;

/// The words of the table by each of their forms: which lines they stand on.
static KNOWN: LazyLock<Known> = LazyLock::new(Known::new);

struct Known {
    /// The forms of each line.
    lines: Vec<Vec<Vec<u8>>>,
    by_form: HashMap<Vec<u8>, Vec<usize>>,
}

fn symbols(word: &str) -> Vec<u8> {
    fold(word)
        .words()
        .flat_map(|word| word.symbols.to_vec())
        .collect()
}

impl Known {
    fn new() -> Self {
        let lines: Vec<Vec<Vec<u8>>> = table::WORDS
            .lines()
            .chain(people::WORDS.lines())
            .chain(standing::WORDS.lines())
            .chain(english::WORDS.lines())
            .chain(other::SAME.lines())
            .chain(other::SHORT.lines())
            .filter(|line| !line.is_empty())
            .map(|line| line.split(' ').map(symbols).collect())
            .collect();
        let mut by_form: HashMap<Vec<u8>, Vec<usize>> = HashMap::new();
        for (number, line) in lines.iter().enumerate() {
            for form in line {
                let on = by_form.entry(form.clone()).or_default();
                if !on.contains(&number) {
                    on.push(number);
                }
            }
        }
        Self { lines, by_form }
    }

    fn has(&self, word: &[u8]) -> bool {
        self.by_form.contains_key(word)
    }

    /// All forms that stand on a line with this one.
    fn of<'a>(&'a self, word: &[u8]) -> impl Iterator<Item = &'a [u8]> {
        self.by_form
            .get(word)
            .into_iter()
            .flatten()
            .filter_map(|&line| self.lines.get(line))
            .flatten()
            .map(Vec::as_slice)
    }
}

/// Lines of words, by each word.
type Lines = HashMap<Vec<u8>, Vec<Vec<u8>>>;

/// The words that people say for each other.
static OTHER: LazyLock<Lines> = LazyLock::new(|| {
    let mut by_word = Lines::new();
    for line in other::LOOSE.lines() {
        let words: Vec<Vec<u8>> = line.split_whitespace().map(symbols).collect();
        for word in &words {
            by_word
                .entry(word.clone())
                .or_default()
                .extend(words.iter().filter(|other| *other != word).cloned());
        }
    }
    by_word
});

/// The words in full, by their abbreviations.
static IN_FULL: LazyLock<Few<Vec<u8>>> = LazyLock::new(|| {
    let lines = other::SHORT.lines().filter_map(|line| {
        let mut words = line.split_whitespace().map(symbols);
        Some((words.next()?, words.collect::<Vec<_>>()))
    });
    lines
        .flat_map(|(full, shorts)| shorts.into_iter().map(move |short| (short, full.clone())))
        .collect()
});

/// Twins, either by the other.
static TWINS: LazyLock<Few<Vec<u8>>> = LazyLock::new(|| {
    let twins = other::TWINS.map(|(one, other)| (symbols(one), symbols(other)));
    let round = twins.clone().map(|(one, other)| (other, one));
    twins.into_iter().chain(round).collect()
});

/// The word that says just the same, without the article that was typed.
pub(super) fn twin(word: &[u8]) -> Option<&'static [u8]> {
    let bare = clitic::article(word).and_then(|at| word.get(at..));
    TWINS.get(bare.unwrap_or(word)).map(Vec::as_slice)
}

/// A word in full, where it is an abbreviation.
pub(super) fn in_full(word: &[u8]) -> Option<&'static [u8]> {
    IN_FULL.get(word).map(Vec::as_slice)
}

/// Where the number begins in a word that cites something by it: `res191`, `decision5`.
pub(super) fn cited(word: &[u8]) -> Option<usize> {
    let at = word.iter().position(u8::is_ascii_digit)?;
    let (what, number) = word.split_at(at);
    let full = in_full(what).unwrap_or(what);
    let is_cited = other::CITED.iter().any(|cited| cited.0.as_bytes() == full);
    (is_cited && number.iter().all(u8::is_ascii_digit)).then_some(at)
}

/// Whether a folded word, with or without its article, is one that the vocabulary of the field has, or an
/// ordinary one: it is spelt right.
pub(super) fn is_known(word: &[u8]) -> bool {
    let bare = clitic::article(word).and_then(|at| word.get(at..));
    let mut words = bare.into_iter().chain([word]);
    words.any(|word| KNOWN.has(word) || OTHER.contains_key(word) || TWINS.get(word).is_some())
        || ordinary::is_loan(word).is_some()
}

/// What is also said for a folded word, in all forms: قطاع, قطاعات for الأقسام.
pub(super) fn others(word: &[u8]) -> Vec<Vec<u8>> {
    let mut others: Vec<Vec<u8>> = Vec::new();
    let full = in_full(word).unwrap_or(word);
    let cited = other::CITED.iter().find(|cited| cited.0.as_bytes() == full);
    if let Some((_, arabic)) = cited {
        let arabic = symbols(arabic);
        others.extend(forms(&arabic));
        others.insert(0, arabic);
    }
    let own = std::iter::once(word.to_vec()).chain(forms(word));
    others.extend(of_adjective(word).into_iter().filter(|name| name != word));
    others.extend(adjectives_of(word));
    add_others(own, word, &mut others);
    others
}

/// The words that a Latin one is a spelling of, in all their forms.
pub(super) fn spelt(word: &[u8]) -> Vec<Vec<u8>> {
    let spelt = spelt::spelt(word).into_iter();
    spelt
        .flat_map(|word| std::iter::once(word.to_vec()).chain(forms(word)))
        .collect()
}

/// What is also said for these words: thought of where not even they are found.
pub(super) fn others_of_spelt(word: &[u8]) -> Vec<Vec<u8>> {
    let mut others = Vec::new();
    add_others(spelt(word).into_iter(), word, &mut others);
    others
}

/// Adds what is said for any of these forms, in all its forms.
fn add_others(own: impl Iterator<Item = Vec<u8>>, word: &[u8], others: &mut Vec<Vec<u8>>) {
    for other in own.filter_map(|form| OTHER.get(&form)).flatten() {
        for form in std::iter::once(other.clone()).chain(forms(other)) {
            if others.len() < 2 * MOST && form != word && !others.contains(&form) {
                others.push(form);
            }
        }
    }
}

/// What a word is a dual or a sound plural of, by the rule.
pub(super) fn singular(word: &[u8]) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    if word.iter().copied().all(is_arabic) {
        singulars(word, &mut |form: &[u8]| found.push(form.to_vec()));
    }
    found
}

/// What a relative adjective is made of: الكويتية is of الكويت, سويسرية of سويسرا, ألماني of ألمانيا.
fn of_adjective(word: &[u8]) -> Vec<Vec<u8>> {
    if !word.iter().copied().all(is_arabic) {
        return Vec::new();
    }
    // What looks like an article may be none: ألماني.
    let bare = clitic::article(word).and_then(|at| word.get(at..));
    let stems = bare.into_iter().chain([word]).filter_map(|word| {
        let mut endings = ["يات", "يون", "يين", "يه", "ي"].iter();
        let stem = endings.find_map(|ending| before(word, ending));
        stem.filter(|stem| stem.len() >= STEM)
    });
    stems
        .flat_map(|stem| ["", "ا", "يا"].map(|ending| with(stem, ending)))
        .collect()
}

/// The relative adjectives of an Arabic name: مساهمة ألمانيا is a German one, ألمانية. The words of the field are
/// no names: a دولة is not international.
fn adjectives_of(word: &[u8]) -> Vec<Vec<u8>> {
    if !word.iter().copied().all(is_arabic) || is_of_known(word) || is_known(word) {
        return Vec::new();
    }
    let bare = clitic::article(word).and_then(|at| word.get(at..));
    let stems = bare.into_iter().chain([word]).map(|word| {
        let mut endings = ["يا", "ا"].iter();
        endings.find_map(|end| before(word, end)).unwrap_or(word)
    });
    // What ends so is no name that is made an adjective of: الميزانة is a slip in ميزانية.
    let is_name = |stem: &&[u8]| ["ي", "ه"].iter().all(|end| before(stem, end).is_none());
    let stems = stems.filter(|stem| stem.len() >= STEM && is_name(stem));
    stems
        .flat_map(|stem| ["ي", "يه"].map(|ending| with(stem, ending)))
        .collect()
}

/// The other forms of a folded word, each once, without the word itself. Where the word has
/// clitics before it, also the word behind them, if it is known: قرار for ولقرار.
pub(super) fn forms(word: &[u8]) -> Vec<Vec<u8>> {
    let mut forms: Vec<Vec<u8>> = Vec::new();
    let mut add = |form: &[u8]| {
        if form != word && forms.len() < MOST && forms.iter().all(|other| other != form) {
            forms.push(form.to_vec());
        }
    };
    if word.iter().all(u8::is_ascii_lowercase) {
        KNOWN.of(word).for_each(&mut add);
        of_english(word, &mut add);
        english::family(word, &mut add);
    } else if word.iter().copied().all(is_arabic) {
        let article = clitic::article(word);
        let behind = clitic::stems(word)
            .filter_map(|at| Some((at, word.get(at..)?)))
            .filter(|&(at, stem)| Some(at) == article || is_of_known(stem));
        // A word that is known as it stands has no clitic: وكيل is no كيل, بلد no لد.
        let whole = [(0, word)].into_iter();
        let stems: Vec<(usize, &[u8])> = if is_of_known(word) {
            whole.collect()
        } else {
            whole.chain(behind).collect()
        };
        for (at, stem) in stems {
            if at > 0 {
                add(stem);
            }
            KNOWN.of(stem).for_each(&mut add);
            arabic(stem, &mut |form: &[u8]| {
                // What is known as a plural of another word is none of this: فقرات is of فقرة, not of فقر.
                let longer = form.len() > stem.len();
                if longer && KNOWN.has(form) && !KNOWN.of(form).any(|known| known == stem) {
                    return;
                }
                add(form);
                KNOWN.of(form).for_each(&mut add);
            });
            if let Some(bare) = without_pronoun(stem) {
                add(&bare);
                KNOWN.of(&bare).for_each(&mut add);
                singulars(&bare, &mut add);
            }
        }
    }
    forms
}

/// A word that is known without the pronoun that is written behind it: موقفنا is our موقف, مساهمتهم
/// their مساهمة.
fn without_pronoun(word: &[u8]) -> Option<Vec<u8>> {
    let stem = ["هما", "نا", "ها", "هم", "هن", "كم"]
        .iter()
        .find_map(|pronoun| before(word, pronoun))
        .filter(|stem| stem.len() >= STEM)?;
    let feminine = before(stem, "ت").map(|stem| with(stem, "ه"));
    let known = |stem: &Vec<u8>| is_of_known(stem);
    feminine
        .filter(known)
        .or_else(|| Some(stem.to_vec()).filter(known))
}

/// The word as it stands with the ending of an object, and without it: حلا for حل. It is the same word.
pub(super) fn cases(word: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let arabic = word.len() > 1 && word.iter().copied().all(is_arabic);
    let no_ending = ["ا", "ه"].iter().any(|end| before(word, end).is_some())
        || before(word, "ي").is_some_and(|stem| stem.len() < STEM);
    let with_ending = (arabic && !no_ending).then(|| with(word, "ا"));
    // Of three letters nothing is left that would not stand everywhere: علي of عليا.
    let without = before(word, "ا").filter(|stem| arabic && (stem.len() > 3 || KNOWN.has(stem)));
    with_ending.into_iter().chain(without.map(<[u8]>::to_vec))
}

/// An Arabic word with a pronoun behind it, without the article that was typed: مهامها for المهام. It is
/// the same word.
pub(super) fn owned(word: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let bare = clitic::article(word)
        .and_then(|at| word.get(at..))
        .unwrap_or(word);
    let arabic = bare.len() >= STEM && bare.iter().copied().all(is_arabic);
    let stem = before(bare, "ه").map_or_else(|| bare.to_vec(), |stem| with(stem, "ت"));
    let pronouns = ["ها", "هم", "نا"].into_iter().filter(move |_| arabic);
    pronouns.map(move |pronoun| with(&stem, pronoun))
}

/// Whether it is a form of the table, or what a rule makes of one.
fn is_of_known(word: &[u8]) -> bool {
    let mut known = KNOWN.has(word);
    if !known {
        singulars(word, &mut |form: &[u8]| known |= KNOWN.has(form));
    }
    known
}

/// A word without its last letters, if these are what it ends in. An ending is plain letters, each of which
/// folds to itself.
fn before<'a>(word: &'a [u8], ending: &str) -> Option<&'a [u8]> {
    let mut rest = word;
    for letter in ending.chars().rev() {
        let (&last, stem) = rest.split_last()?;
        if symbol(letter) != Some(last) {
            return None;
        }
        rest = stem;
    }
    Some(rest)
}

fn with(stem: &[u8], ending: &str) -> Vec<u8> {
    let mut word = Vec::with_capacity(stem.len() + ending.len());
    word.extend_from_slice(stem);
    word.extend(ending.chars().filter_map(symbol));
    word
}

/// What a word may be the dual or the sound plural of.
fn singulars(word: &[u8], add: &mut dyn FnMut(&[u8])) {
    if let Some(stem) = before(word, "ات").filter(|stem| stem.len() >= STEM) {
        add(&with(stem, "ه"));
        add(stem);
    }
    for ending in ["تان", "تين"] {
        if let Some(stem) = before(word, ending).filter(|stem| stem.len() >= STEM) {
            add(&with(stem, "ه"));
        }
    }
    let is_number = |&number: &&str| before(word, number) == Some(&[]);
    for ending in ["ان", "ين", "ون"] {
        if let Some(stem) = before(word, ending)
            && !NUMBERS.iter().any(is_number)
            && (stem.len() >= STEM_OF_DUAL || (stem.len() >= STEM && KNOWN.has(stem)))
        {
            add(stem);
        }
    }
}

/// These end as plurals do, and are none: عشرون is not many of عشر.
const NUMBERS: [&str; 16] = [
    "عشرون",
    "عشرين",
    "ثلاثون",
    "ثلاثين",
    "اربعون",
    "اربعين",
    "خمسون",
    "خمسين",
    "ستون",
    "ستين",
    "سبعون",
    "سبعين",
    "ثمانون",
    "ثمانين",
    "تسعون",
    "تسعين",
];

/// The regular forms of an Arabic word in either direction.
fn arabic(word: &[u8], add: &mut dyn FnMut(&[u8])) {
    singulars(word, add);
    let plural = ["ات", "ان", "ين", "ون"]
        .iter()
        .any(|ending| before(word, ending).is_some());
    if let Some(stem) = before(word, "ه").filter(|stem| stem.len() >= STEM) {
        ["ات", "تان", "تين"]
            .iter()
            .for_each(|ending| add(&with(stem, ending)));
    } else if word.len() >= STEM && !plural {
        ["ات", "ان", "ين", "ون"]
            .iter()
            .for_each(|ending| add(&with(word, ending)));
    }
    // The plural that was typed in one case stands in the other, or without its n before a noun.
    for (one, other) in [("ون", "ين"), ("ين", "ون"), ("ان", "ين"), ("تان", "تين")]
    {
        if let Some(stem) = before(word, one).filter(|stem| stem.len() >= STEM_OF_DUAL) {
            add(&with(stem, other));
        }
    }
}

/// The regular forms of an English word in either direction.
fn of_english(word: &[u8], add: &mut dyn FnMut(&[u8])) {
    let stem = |ending: &str| {
        word.strip_suffix(ending.as_bytes())
            .filter(|stem| stem.len() >= STEM)
    };
    if let Some(stem) = stem("ies") {
        add(&with(stem, "y"));
    } else if let Some(stem) = stem("s").filter(|stem| !matches!(stem, [.., b's' | b'u' | b'i'])) {
        if let Some(short) = stem
            .strip_suffix(b"e")
            .filter(|short| matches!(short, [.., b's' | b'x' | b'z'] | [.., b'c' | b's', b'h']))
        {
            add(short);
        }
        add(stem);
    } else if let Some(stem) = stem("y")
        .filter(|stem| !matches!(stem, [.., last] if matches!(last, b'a' | b'e' | b'o' | b'u')))
    {
        add(&with(stem, "ies"));
    } else if word.len() >= STEM {
        let sibilant = matches!(word, [.., b's' | b'x' | b'z'] | [.., b'c' | b's', b'h']);
        add(&with(word, if sibilant { "es" } else { "s" }));
    }
}

#[cfg(test)]
mod tests;
