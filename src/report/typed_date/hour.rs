//! The hour behind a day. A date has none: it is passed over, and told to be.

/// Words before an hour.
const AT: [&str; 4] = ["at", "@", "الساعه", "ساعه"];

/// What is an hour without a number.
const PARTS: [&str; 14] = [
    "noon",
    "midnight",
    "morning",
    "afternoon",
    "evening",
    "cob",
    "eob",
    "صباحا",
    "ظهرا",
    "عصرا",
    "مساء",
    "ليلا",
    "الظهر",
    "المساء",
];

/// What stands behind the number of an hour.
const HALVES: [&str; 11] = [
    "am",
    "pm",
    "a.m.",
    "p.m.",
    "ص",
    "م",
    "صباحا",
    "ظهرا",
    "عصرا",
    "مساء",
    "ليلا",
];

/// An hour is told in no more words: at 5 pm.
const MOST_WORDS: usize = 3;

/// The day and the hour behind it.
pub(super) fn apart(text: &str) -> Option<(&str, &str)> {
    let blanks: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
    let from = blanks.len().saturating_sub(MOST_WORDS);
    blanks.get(from..)?.iter().find_map(|at| {
        let hour = text.get(at + 1..)?;
        let day = text.get(..*at)?.trim_end_matches([',', '،', ' ']);
        let day = day.strip_suffix(" في").unwrap_or(day);
        (is_hour(hour) && !day.is_empty()).then_some((day, hour))
    })
}

/// Whether an hour has a number, or words before it that say that it is one.
pub(super) fn is_said(hour: &str) -> bool {
    let first = hour.split(' ').next().unwrap_or_default();
    AT.contains(&first) || hour.contains(|letter: char| letter.is_ascii_digit())
}

fn is_hour(text: &str) -> bool {
    if is_year(text) {
        return false;
    }
    let words: Vec<&str> = text.split(' ').collect();
    let (is_said, words) = match words.split_first() {
        Some((first, rest)) if AT.contains(first) => (true, rest),
        _ => (false, words.as_slice()),
    };
    match words {
        [word] if PARTS.contains(word) => true,
        [word] => {
            let bare = HALVES.iter().find_map(|half| word.strip_suffix(half));
            bare.map_or_else(|| is_clock(word, !is_said), |bare| is_clock(bare, false))
        }
        [number, half] => HALVES.contains(half) && is_clock(number, false),
        _ => false,
    }
}

/// Whether a number stands before the sign of the Gregorian calendar, which is that of the afternoon too:
/// there is no 21 in the afternoon.
fn is_year(text: &str) -> bool {
    let bare = text.strip_suffix('م').map(str::trim_end);
    bare.is_some_and(|bare| bare.parse::<u8>().is_ok_and(|number| number > 12))
}

/// Whether it is a number of the clock: 17, where that is enough, or 17:00, 17h, 17h00.
fn is_clock(text: &str, in_full: bool) -> bool {
    let (hour, minutes) = match text.split_once([':', 'h']) {
        Some((hour, minutes)) => (hour, Some(minutes)),
        None => (text, None),
    };
    let below = |text: &str, end: u8| {
        super::is_number(text, 2) && text.parse().is_ok_and(|number: u8| number < end)
    };
    let is_whole = match minutes {
        None => !in_full,
        Some("") => text.ends_with('h'),
        Some(minutes) => minutes.len() == 2 && below(minutes, 60),
    };
    is_whole && below(hour, 25)
}
