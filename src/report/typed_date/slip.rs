//! One slip in the name of a month or a day.

use super::names::{MONTHS, NEAR, WEEK};

/// With a slip in fewer letters another word may be meant: a match is no March.
const SHORTEST: usize = 6;

/// So for the Arabic days of the week: الجامعة is no الجمعة, nor الخمس a الخميس.
const SHORTEST_DAY: usize = 7;

/// So many letters at least are typed.
const TYPED: usize = 5;

/// Words that are no slips.
const NO_SLIPS: [&str; 6] = ["sundry", "الاثنان", "الاثنتين", "الاثني", "الثلاثه", "الاربعه"];

/// The words with each slip mended; none where there is none, or more than one name may be meant.
pub(super) fn mended(text: &str) -> Option<String> {
    let words: Vec<&str> = text
        .split(' ')
        .map(|word| one(word).unwrap_or(word))
        .collect();
    let mended = words.join(" ");
    (mended != text).then_some(mended)
}

fn one(word: &str) -> Option<&'static str> {
    if word.chars().count() < TYPED
        || NO_SLIPS.contains(&word)
        || !word.chars().all(char::is_alphabetic)
    {
        return None;
    }
    let months = MONTHS.iter().flat_map(|names| names.iter());
    let week = WEEK.iter().flat_map(|(names, _)| names.iter());
    // Without its hamza it lies beside a number: الثلاث, الأربع.
    let is_whole = |name: &&&str| !matches!(**name, "الثلاثا" | "الاربعا");
    let week = week.filter(is_whole);
    let week = week.filter(|name| name.is_ascii() || name.chars().count() >= SHORTEST_DAY);
    let near = NEAR.iter().flat_map(|(names, _)| names.iter());
    // The days on Fridays are no Friday.
    let is_near = |name: &&&'static str| {
        name.chars().count() >= SHORTEST
            && !name.contains(' ')
            && word.strip_suffix('s') != Some(**name)
            && strsim::osa_distance(word, name) == 1
    };
    let mut found = months.chain(week).chain(near).filter(is_near).copied();
    let first = found.next()?;
    found.next().is_none().then_some(first)
}
