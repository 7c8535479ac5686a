//! What people say otherwise than records write it: a number with its scale (`318 ألف` is 318,000),
//! a day in digits (`31/5/2021`), a month by its name in the Levant (`كانون الأول`), the word for
//! "number" before a number (`القرار رقم 191`), a courtesy before a name (`د. هند بن حجي`).
//!
//! What was said is an alternative to what was typed, never instead of it; only what says nothing
//! is left out.

use super::few::Few;
use super::fold::{Folded, Run, Script, fold, words};
use super::query::{Choice, Clause, Form, Mode, Term};
use std::ops::Range;
use std::sync::LazyLock;

/// How many zeros a word adds to the number before it.
const SCALES: [(&str, usize); 19] = [
    ("ألف", 3),
    ("ألفا", 3),
    ("ألفاً", 3),
    ("آلاف", 3),
    ("thousand", 3),
    ("k", 3),
    ("مليون", 6),
    ("مليونا", 6),
    ("ملايين", 6),
    ("million", 6),
    ("millions", 6),
    ("mn", 6),
    ("مليار", 9),
    ("مليارا", 9),
    ("مليارات", 9),
    ("بليون", 9),
    ("billion", 9),
    ("billions", 9),
    ("bn", 9),
];
/// Words before a number that say no more than that it is one.
const NUMBER: [&str; 9] = [
    "رقم",
    "الرقم",
    "نمرة",
    "number",
    "no",
    "nr",
    "num",
    "numero",
    "n",
];
/// Courtesies before a name.
const COURTESIES: [&str; 18] = [
    "السيد",
    "السيدة",
    "سعادة",
    "معالي",
    "الدكتور",
    "الدكتورة",
    "دكتور",
    "دكتورة",
    "الأستاذ",
    "الأستاذة",
    "المهندس",
    "المهندسة",
    "mr",
    "mrs",
    "dr",
    "prof",
    "mme",
    "monsieur",
];
/// Those of one letter or two, which are words only with their point.
const POINTED: [&str; 4] = ["د", "أ", "م", "ms"];
/// The months that have two names in the Levant and one elsewhere.
const MONTHS_IN_TWO: [(&str, &str, &str); 4] = [
    ("كانون", "اول", "ديسمبر"),
    ("كانون", "ثاني", "يناير"),
    ("تشرين", "اول", "أكتوبر"),
    ("تشرين", "ثاني", "نوفمبر"),
];
/// What people say for a word, but only beside another: `صناعي` is industrial, save of an
/// intelligence. The word before it, the word, and what is written for it.
const BESIDE: [(&str, &str, &str); 1] = [("ذكاء", "صناعي", "اصطناعي")];
/// The months as dates are written out in both languages.
const MONTHS: [(&str, &str); 12] = [
    ("يناير", "january"),
    ("فبراير", "february"),
    ("مارس", "march"),
    ("أبريل", "april"),
    ("مايو", "may"),
    ("يونيو", "june"),
    ("يوليو", "july"),
    ("أغسطس", "august"),
    ("سبتمبر", "september"),
    ("أكتوبر", "october"),
    ("نوفمبر", "november"),
    ("ديسمبر", "december"),
];

/// What a word is among others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    Scale(usize),
    Number,
    Courtesy,
    Pointed,
}

static SAID: LazyLock<Few<Said>> = LazyLock::new(|| {
    let scales = SCALES
        .iter()
        .map(|&(word, zeros)| (word, Said::Scale(zeros)));
    let numbers = NUMBER.iter().map(|&word| (word, Said::Number));
    let courtesies = COURTESIES.iter().map(|&word| (word, Said::Courtesy));
    let pointed = POINTED.iter().map(|&word| (word, Said::Pointed));
    let all = scales.chain(numbers).chain(courtesies).chain(pointed);
    all.map(|(word, said)| (symbols(word), said)).collect()
});

fn symbols(word: &str) -> Vec<u8> {
    let folded = fold(word);
    let words = folded.words();
    words.flat_map(|word| word.symbols.to_vec()).collect()
}

/// Whether a word in a name says nothing of what is named.
pub(super) fn is_silent(word: &[u8]) -> bool {
    matches!(SAID.get(word), Some(Said::Number | Said::Courtesy))
}

/// The clauses of words without operators, with the runs of each, and what was said by them.
pub(super) fn read(
    folded: &Folded,
    text: &str,
    clauses: Vec<(Range<usize>, Clause)>,
) -> Vec<(Range<usize>, Clause)> {
    let mut read: Vec<(Range<usize>, Clause)> = Vec::with_capacity(clauses.len());
    let runs = |chain: &Range<usize>| folded.runs().get(chain.clone()).unwrap_or_default();
    let word = |chain: &Range<usize>| match runs(chain) {
        [run] => folded.slice(run.start as usize, run.end as usize),
        _ => &[],
    };
    let is_number = |chain: &Range<usize>| {
        let mut runs = runs(chain).iter();
        runs.len() > 0 && runs.all(|run| run.script == Script::Digits)
    };
    let mut clauses = clauses.into_iter().peekable();
    let only = clauses.len() == 1;
    while let Some((chain, clause)) = clauses.next() {
        let next = clauses.peek().map(|(chain, _)| chain.clone());
        match SAID.get(word(&chain)) {
            Some(Said::Number) if next.as_ref().is_some_and(is_number) => continue,
            Some(Said::Courtesy) if !only => continue,
            Some(Said::Pointed) if !only && has_point(folded, &chain, text) => continue,
            _ => {}
        }
        if let Some(day) = day(folded, runs(&chain)) {
            read.push((chain, day));
            continue;
        }
        let other = next.and_then(|next| match is_number(&chain) {
            true => scaled(folded, chain.clone(), word(&next)).map(|number| vec![number]),
            false => in_two(word(&chain), word(&next)),
        });
        match other.and_then(|other| Some((other, clauses.next()?))) {
            Some((other, (next, second))) => {
                read.push((chain, either(clause, &other)));
                read.push((next, either(second, &other)));
            }
            None => read.push((chain, clause)),
        }
    }
    read
}

/// Of two words each as it was typed, or what both say together.
fn either(mut clause: Clause, other: &[Vec<u8>]) -> Clause {
    clause.options.truncate(1);
    let other = other.iter().map(|word| vec![Form::plain(word)]);
    clause.options.push(other.collect());
    clause.choice = Choice::Any;
    clause
}

/// Whether the abbreviation is written with its point.
fn has_point(folded: &Folded, chain: &Range<usize>, text: &str) -> bool {
    let run = folded.runs().get(chain.start);
    run.is_some_and(|run| {
        let place = folded.place(run.start as usize, run.end as usize);
        text.get(place.end..)
            .is_some_and(|rest| rest.starts_with('.'))
    })
}

/// A number times its scale, where that is a whole number: `9.7` and `مليون` are 9700000.
fn scaled(folded: &Folded, number: Range<usize>, scale: &[u8]) -> Option<Vec<u8>> {
    let Some(Said::Scale(zeros)) = SAID.get(scale) else {
        return None;
    };
    let mut digits = Vec::new();
    words::join(folded, number, &mut digits);
    let mut parts = digits.split(|&symbol| symbol == b'.');
    let (whole, fraction) = (parts.next()?, parts.next().unwrap_or_default());
    if parts.next().is_some() || fraction.len() > *zeros || whole.len() > 12 {
        return None;
    }
    let mut scaled = [whole, fraction].concat();
    scaled.resize(whole.len() + zeros, b'0');
    Some(scaled)
}

/// What two words say together: a month, or a thing that is called so only beside another.
fn in_two(first: &[u8], second: &[u8]) -> Option<Vec<Vec<u8>>> {
    if first.is_empty() || first.is_ascii() {
        return None;
    }
    let bare = |word| super::tier::without_article(word).unwrap_or(word);
    let is = |one: &str, two: &str| bare(first) == symbols(one) && bare(second) == symbols(two);
    let month = MONTHS_IN_TWO.iter().find(|(one, two, _)| is(one, two));
    let beside = BESIDE.iter().find(|(one, two, _)| is(one, two));
    let month = month.map(|(.., month)| vec![symbols(month)]);
    month.or_else(|| beside.map(|(.., written)| vec![bare(first).to_vec(), symbols(written)]))
}

/// A day in digits, the day or the year first; as it is kept, or as it is written out.
fn day(folded: &Folded, runs: &[Run]) -> Option<Clause> {
    let [first, second, third] = runs else {
        return None;
    };
    let number = |run: &Run| -> Option<u32> {
        let digits = folded.slice(run.start as usize, run.end as usize);
        let short = run.script == Script::Digits && digits.len() <= 4;
        short.then(|| {
            let value = |sum: u32, digit: &u8| sum * 10 + u32::from(digit.wrapping_sub(b'0'));
            digits.iter().fold(0, value)
        })
    };
    let (mut day, mut month, mut year) = (number(first)?, number(second)?, number(third)?);
    if first.len() == 4 {
        (day, year) = (year, day);
    }
    if month > 12 {
        // As Americans write it.
        (day, month) = (month, day);
    }
    if !(1..=31).contains(&day) || !(1900..2200).contains(&year) {
        return None;
    }
    let names = MONTHS.get(month.checked_sub(1)? as usize)?;
    let word = |word: Vec<u8>| Form {
        mode: Mode::Word,
        ..Form::plain(&word)
    };
    let kept = format!("{year:04}{month:02}{day:02}").into_bytes();
    let written: Vec<Term> = vec![
        vec![word(day.to_string().into_bytes())],
        vec![word(symbols(names.0)), word(symbols(names.1))],
        vec![word(year.to_string().into_bytes())],
    ];
    let mut clause = Clause::words(vec![vec![Form::plain(&kept)]]);
    clause.options.push(written);
    clause.choice = Choice::Any;
    Some(clause)
}

#[cfg(test)]
mod tests {
    use super::super::fold::letter;
    use super::super::query::Query;

    /// The words of each option of each clause, forms apart.
    fn options(query: &str) -> Vec<Vec<String>> {
        let word = |word: &[u8]| {
            word.iter()
                .map(|&symbol| letter(symbol))
                .collect::<String>()
        };
        let query = Query::words(query);
        let clauses = query.clauses().iter();
        let option = |option: &Vec<_>| {
            let terms = option.iter();
            let words = terms.map(|term: &super::Term| word(&term[0].word));
            words.collect::<Vec<_>>().join(" ")
        };
        clauses
            .map(|clause| clause.options.iter().map(option).collect())
            .collect()
    }

    #[test]
    fn a_number_with_its_scale_is_the_number_too() {
        assert_eq!(
            options("318 ألف فرنك"),
            [vec!["318", "318000"], vec!["الف", "318000"], vec!["فرنك"]]
        );
        let scaled = |typed| options(typed).concat();
        assert_eq!(
            scaled("9.7 million"),
            ["9.7", "9700000", "million", "9700000"]
        );
        assert_eq!(
            scaled("٣٠ مليار"),
            ["30", "30000000000", "مليار", "30000000000"]
        );
        // Less than one cannot be meant, and no word before it scales.
        assert_eq!(options("1.2345 thousand").len(), 2);
        assert_eq!(options("ألف 318"), [vec!["الف"], vec!["318"]]);
    }

    #[test]
    fn a_day_in_digits_is_the_day_as_it_is_kept_and_as_it_is_written() {
        let day = [vec!["20210531", "31 مايو 2021"]];
        for typed in [
            "31/5/2021",
            "31.05.2021",
            "31-05-2021",
            "٣١/٥/٢٠٢١",
            "5/31/2021",
            "2021/5/31",
        ] {
            assert_eq!(options(typed), day, "{typed}");
        }
        // No day: a code.
        assert_eq!(options("26/1/7").len(), 1);
        assert!(
            !options("31/13/2021")
                .concat()
                .contains(&"20211331".to_owned())
        );
    }

    #[test]
    fn months_in_two_words_are_one_elsewhere() {
        assert_eq!(
            options("كانون الأول 2015"),
            [
                vec!["كانون", "ديسمبر"],
                vec!["الاول", "ديسمبر"],
                vec!["2015"]
            ]
        );
        assert_eq!(
            options("الذكاء الصناعي"),
            [vec!["الذكا", "ذكا اصطناعي"], vec!["الصناعي", "ذكا اصطناعي"]]
        );
        assert_eq!(options("القطاع الصناعي").len(), 2);
    }

    #[test]
    fn what_says_nothing_is_left_out() {
        assert_eq!(options("القرار رقم 191"), [vec!["القرار"], vec!["191"]]);
        assert_eq!(options("No. 191"), [vec!["191"]]);
        assert_eq!(options("رقم"), [vec!["رقم"]]);
        assert_eq!(options("د. هند"), [vec!["هند"]]);
        assert_eq!(options("د هند").len(), 2);
        assert_eq!(options("السيدة شهيرة"), [vec!["شهيره"]]);
        assert_eq!(options("السيدة").len(), 1);
    }
}
