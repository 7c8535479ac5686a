//! English words whose forms no rule gives: a line a word, the singular first; and the words that a
//! verb makes: duplicate, duplicated, duplication.

/// What is left of a word without its ending has at least so many letters: united is not of unit, nor
/// nation of n.
const SHORTEST_BASE: usize = 5;
/// The endings that a word of a verb may have, with those that the others of its family have in their
/// place.
const FAMILIES: [(&str, &[&str]); 6] = [
    (
        "ation",
        &["", "e", "ate", "ates", "ated", "ating", "ed", "ing"],
    ),
    ("ated", &["ate", "ation", "ating"]),
    ("ating", &["ate", "ation", "ated"]),
    ("ate", &["ation", "ated", "ating"]),
    ("ed", &["", "e", "ing", "ation", "ement"]),
    ("ing", &["", "e", "ed", "ation", "ement"]),
];

/// Adds the other words of the verb that a word is of.
pub(super) fn family(word: &[u8], add: &mut dyn FnMut(&[u8])) {
    let of = |(ending, others): &(&str, &'static [&'static str])| {
        let base = word.strip_suffix(ending.as_bytes())?;
        (base.len() >= SHORTEST_BASE).then_some((base, *others))
    };
    if let Some((base, others)) = FAMILIES.iter().find_map(of) {
        for ending in others {
            add(&[base, ending.as_bytes()].concat());
        }
    }
}

pub(super) const WORDS: &str = "
agenda agendas
analysis analyses
appendix appendices appendixes
basis bases
bureau bureaux bureaus
chairman chairmen chair chairs
cost costs
child children
crisis crises
criterion criteria
curriculum curricula
datum data
formula formulae formulas
forum forums fora
hypothesis hypotheses
index indices indexes
leaf leaves
life lives
man men
matrix matrices matrixes
medium media mediums
memorandum memoranda memorandums
parenthesis parentheses
person people persons
phenomenon phenomena
plenary plenaries
quantum quanta
radius radii
spectrum spectra
stimulus stimuli
symposium symposia symposiums
synthesis syntheses
thesis theses
woman women
";
