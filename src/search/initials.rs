//! The initials of a title, by which it is found as by an abbreviation: `cwg` finds the Council
//! Working Group, لجلورا the لجنة لوائح الراديو.
//!
//! English takes the first letter of each word; the words that only join others (of, the, on) are
//! left out by some and not by others. Arabic takes the first letter or the first two of each word
//! behind its article, four letters or more in all. An abbreviation may begin at any word of a title, so there is a word of
//! initials from each of the first words on; one that stops short of the end is its beginning.

use super::clitic;
use super::fold::{Folded, Script};

/// Titles of fewer words have no initials, or they say nothing.
const FEWEST: usize = 2;
/// At most so many letters, from so many beginnings.
const MOST_LETTERS: usize = 12;
const MOST_BEGINNINGS: usize = 6;

/// What joins words and gives no initial, folded; in Arabic also what is no name's part.
const JOINING: [&str; 26] = [
    "of",
    "the",
    "and",
    "on",
    "for",
    "in",
    "to",
    "at",
    "by",
    "with",
    "a",
    "an",
    "de",
    "la",
    "des",
    "et",
    "du",
    "في",
    "من",
    "علي",
    "الي",
    "عن",
    "بشان",
    "التابع",
    "التابعه",
    "المعني",
];

/// A word of initials.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Initials {
    /// The letters.
    pub word: Vec<u8>,
    /// Where each letter stands in the folded text.
    pub places: Vec<usize>,
    /// The number of the run it begins with.
    pub position: usize,
}

/// All initials of a title, each once. A title of more than two dozen words is a text, and has
/// none.
pub(super) fn of(title: &Folded) -> Vec<Initials> {
    let mut found: Vec<Initials> = Vec::new();
    if title.runs().len() > 24 {
        return found;
    }
    for script in [Script::Latin, Script::Arabic] {
        let mut words: Vec<Part> = Vec::new();
        for (position, run) in title.runs().iter().enumerate() {
            if run.script != script {
                continue;
            }
            let symbols = title.slice(run.start as usize, run.end as usize);
            let behind = clitic::article(symbols).unwrap_or(0);
            words.push(Part {
                position,
                start: run.start as usize + behind,
                letters: symbols.len() - behind,
                joining: is_joining(symbols),
            });
        }
        let named: Vec<Part> = words.iter().copied().filter(|part| !part.joining).collect();
        collect(title, &named, 1, &mut found);
        match script {
            // With its small words: `DoS`.
            Script::Latin => collect(title, &words, 1, &mut found),
            _ => {
                // Three Arabic letters are too easily a word, or sound like one.
                found.retain(|initials| {
                    initials.word.len() > 3 || initials.word.iter().all(u8::is_ascii)
                });
                collect(title, &named, 2, &mut found);
            }
        }
    }
    found
}

/// The initials of a title as one text, for an index.
#[must_use]
pub fn initials(title: &str) -> String {
    let mut text = String::new();
    for initials in of(&super::fold::fold(title)) {
        text.extend(
            initials
                .word
                .iter()
                .map(|&symbol| super::fold::letter(symbol)),
        );
        text.push(' ');
    }
    text
}

/// A word that may give an initial.
#[derive(Clone, Copy)]
struct Part {
    position: usize,
    start: usize,
    letters: usize,
    joining: bool,
}

fn is_joining(word: &[u8]) -> bool {
    word.len() < 2
        || (word.len() <= 7 && {
            let text: String = word
                .iter()
                .map(|&symbol| super::fold::letter(symbol))
                .collect();
            JOINING.contains(&text.as_str())
        })
}

fn collect(title: &Folded, parts: &[Part], length: usize, found: &mut Vec<Initials>) {
    for (number, first) in parts.iter().enumerate().take(MOST_BEGINNINGS) {
        let rest = parts.get(number..).unwrap_or_default();
        if first.joining || rest.len() < FEWEST {
            continue;
        }
        let places: Vec<usize> = rest
            .iter()
            .flat_map(|part| part.start..part.start + length.min(part.letters))
            .take(MOST_LETTERS)
            .collect();
        let word: Vec<u8> = places
            .iter()
            .flat_map(|&place| title.slice(place, place + 1))
            .copied()
            .collect();
        if word.len() >= FEWEST && found.iter().all(|other| other.word != word) {
            found.push(Initials {
                word,
                places,
                position: first.position,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::search::fold::{fold, letter};

    fn initials(title: &str) -> Vec<String> {
        of(&fold(title))
            .iter()
            .map(|initials| initials.word.iter().map(|&s| letter(s)).collect())
            .collect()
    }

    #[test]
    fn a_title_is_found_by_its_initials() {
        assert_eq!(initials("Council Working Group"), ["cwg", "wg"]);
        assert_eq!(
            initials("Council Working Group on Strategic and Financial Plans"),
            [
                "cwgsfp", "wgsfp", "gsfp", "sfp", "fp", "cwgosafp", "wgosafp", "gosafp", "safp"
            ]
        );
        assert_eq!(initials("لجنة لوائح الراديو"), ["لجلورا", "لورا"]);
        assert_eq!(initials("الاتحاد الدولي للاتصالات"), ["اتدوات", "دوات"]);
        assert_eq!(initials("فريق العمل التابع للمجلس"), ["فرعممج", "عممج"]);
    }

    #[test]
    fn what_is_no_title_has_none() {
        assert_eq!(initials("Council"), [] as [&str; 0]);
        assert_eq!(initials(""), [] as [&str; 0]);
        assert_eq!(initials("C26/35"), [] as [&str; 0]);
        assert_eq!(initials(&"word ".repeat(25)), [] as [&str; 0]);
    }

    #[test]
    fn each_letter_knows_its_place() {
        let title = fold("the Council Working Group");
        let cwg = of(&title).remove(0);
        assert_eq!((cwg.places, cwg.position), (vec![3, 10, 17], 1));
    }
}
