//! What a line says of a fixed set: a stance, what was decided; and where what is said begins behind it.

use super::Draft;
use super::names;
use super::party::{Directory, Named, named};
use crate::library::Library;
use crate::library::keep::field::Choice;
use crate::report::Kind;

/// What stands between a stance, or what was decided, and the text.
const SIGNS: [char; 4] = [':', ',', '،', '؛'];

/// The same where blanks are on both sides.
const DASHES: [char; 3] = ['-', '–', '—'];

/// No word of a fixed set is said in more words.
const LONGEST_CHOICE: usize = 4;

impl Draft {
    /// The words of a line, where what stands before a sign in one of the first is of a fixed set, without a blank
    /// behind it, as two: `support:we`.
    pub(super) fn apart<'w>(&self, mut words: Vec<&'w str>) -> Vec<&'w str> {
        let choices: Vec<Choice> = self
            .missing()
            .filter(|field| field.name != "status")
            .flat_map(|field| field.choices(self.kind))
            .collect();
        let first = words
            .iter()
            .take_while(|word| word.starts_with('@'))
            .count();
        let found = words.iter().enumerate().skip(first).take(LONGEST_CHOICE);
        let found = found.filter_map(|(place, word)| {
            let (at, sign) = word.match_indices(SIGNS).next()?;
            let (head, tail) = word.split_at(at + sign.len());
            let before = words.get(first..place)?.iter().copied();
            let typed: Vec<&str> = before.chain([head.trim_end_matches(SIGNS)]).collect();
            let is_one = names::choice(&choices, &typed.join(" ")).is_some();
            (is_one && !tail.is_empty()).then_some((place, head, tail))
        });
        if let Some((place, head, tail)) = found.into_iter().next() {
            words.splice(place..=place, [head, tail]);
        }
        words
    }

    /// What some words begin with of a fixed set that the record needs: the field, the word as the file has
    /// it, and how many words were typed, the most that there are (أخذ العلم). A colon or a comma behind it is none of it;
    /// what a sentence begins with stays in it: `took note of the report`.
    pub(super) fn choice(
        &self,
        library: &Library,
        directory: &Directory,
        words: &[&str],
    ) -> Option<(&'static str, &'static str, usize)> {
        (1..=words.len().min(LONGEST_CHOICE))
            .rev()
            .find_map(|used| {
                let typed = words.get(..used)?.join(" ");
                let alone = typed.trim_end_matches(SIGNS);
                let after = words.get(used..).unwrap_or_default();
                // The stage of a position is not said in its line: `Draft resolution 12` is what it says.
                let mut needed = self.missing().filter(|field| field.name != "status");
                let (field, word, is_sentence) = needed.find_map(|field| {
                    let choices = field.choices(self.kind);
                    // In a sentence one says it in several words: أحاط علماً.
                    let is_said = self.kind == Kind::Outcome && used > 1;
                    let said = choices.iter().find(|one| is_said && one.is_said(alone));
                    let named = names::choice(&choices, alone);
                    let is_sentence = named.is_none();
                    Some((field.name, named.or(said)?.word, is_sentence))
                })?;
                let is_sign = after.first().is_some_and(|word| is_sign(word));
                // A sentence goes on behind a comma.
                let is_apart =
                    is_sign || alone.len() < typed.len() && (!is_sentence || typed.ends_with(':'));
                let is_wording = self.kind == Kind::Position
                    && !is_apart
                    && begins_wording(library, directory, alone, after);
                let used = if is_sentence && !is_apart {
                    0
                } else {
                    used + usize::from(is_sign)
                };
                (!is_wording).then_some((field, word, used))
            })
    }
}

/// Whether a word is nothing but a sign between what it is and what it says.
fn is_sign(word: &str) -> bool {
    !word.is_empty() && word.trim_matches(SIGNS).trim_matches(DASHES).is_empty()
}

/// Whether a stance may as well be the first word of what is said: `Oppose any new group` as a sentence begins,
/// «تأييد المجموعة العربية لـ…», «معارضة مصر لـ…» with the noun that it governs.
fn begins_wording(library: &Library, directory: &Directory, typed: &str, after: &[&str]) -> bool {
    let Some(next) = after.first() else {
        return false;
    };
    let is_governed = || {
        next.starts_with("ال")
            || next.starts_with("لل")
            || matches!(named(library, directory, after), Named::One(..))
    };
    typed.chars().any(char::is_uppercase)
        || typed.starts_with("ال")
        || names::is_arabic(typed) && is_governed()
}
