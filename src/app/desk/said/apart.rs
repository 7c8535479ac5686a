//! Two values of a field cut so that the place can be seen where they differ.

use unicode_segmentation::UnicodeSegmentation;

use super::{LONGEST, cut};
use crate::words::Message;

/// So many signs stand before the place where two values differ, at least.
const BEFORE: usize = 20;

/// The longest word, in signs, that is kept whole at the beginning or the end of a part.
const WORD: usize = 12;

/// As much of what a field was and became as is said in a line: of both the part around the first
/// place where they differ, with `…` for what is left out.
pub(in crate::app::desk) fn cut_apart([was, became]: [Message; 2]) -> [Message; 2] {
    let plain = [cut(&was), cut(&became)];
    let ar = around(&was.ar, &became.ar);
    let en = around(&was.en, &became.en);
    let [was, became] = plain;
    let [was_ar, became_ar] = ar.unwrap_or([was.ar, became.ar]);
    let [was_en, became_en] = en.unwrap_or([was.en, became.en]);
    [
        Message::new(was_ar, was_en),
        Message::new(became_ar, became_en),
    ]
}

/// The parts of both texts; none where the place is seen at their beginning, or nowhere.
fn around(was: &str, became: &str) -> Option<[String; 2]> {
    let (was, became) = (signs(was), signs(became));
    let both = was.iter().zip(&became);
    let place = both.take_while(|(one, other)| one == other).count();
    let on_one_line = |signs: &[String]| !signs.iter().take(place + 1).any(|sign| is_break(sign));
    if was == became || place + BEFORE <= LONGEST && on_one_line(&was) && on_one_line(&became) {
        return None;
    }
    let from = match place + BEFORE <= LONGEST {
        true => 0,
        false => {
            // It begins with a whole word.
            let from = place.saturating_sub(BEFORE);
            let before = was.get(from.saturating_sub(WORD)..from).unwrap_or_default();
            let blank = before.iter().rev().position(|sign| is_blank(sign));
            from - blank.unwrap_or_default()
        }
    };
    Some([part(&was, from), part(&became, from)])
}

/// What stands behind so many signs of a text, as far as it is said in a line.
fn part(signs: &[String], from: usize) -> String {
    let rest = signs.get(from..).unwrap_or_default();
    let shown = rest.get(..LONGEST).unwrap_or(rest);
    let is_cut = shown.len() < rest.len();
    // It ends with a whole word.
    let blank = shown
        .iter()
        .rev()
        .take(WORD)
        .position(|sign| is_blank(sign));
    let kept = match blank {
        Some(blank) if is_cut => shown.len() - blank,
        _ => shown.len(),
    };
    let text: String = shown
        .iter()
        .take(kept)
        .map(|sign| if is_break(sign) { " " } else { sign })
        .collect();
    let before = if from > 0 { "…" } else { "" };
    let after = if is_cut { "…" } else { "" };
    format!("{before}{}{after}", text.trim())
}

/// What a reader sees as signs; of a long text no more than a field holds.
fn signs(text: &str) -> Vec<String> {
    text.trim_end().graphemes(true).map(str::to_owned).collect()
}

fn is_blank(sign: &str) -> bool {
    sign.chars().all(char::is_whitespace)
}

fn is_break(sign: &str) -> bool {
    sign.contains('\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apart(was: &str, became: &str) -> [String; 2] {
        let both = [was, became].map(|text| Message::new(text, text));
        cut_apart(both).map(|value| {
            assert_eq!(value.ar, value.en);
            value.ar
        })
    }

    #[test]
    fn short_values_and_those_that_differ_at_once_are_said_from_their_beginning() {
        for (was, became) in [("one", "two"), ("", "one"), ("a text", "a text and more")] {
            assert_eq!(apart(was, became), [was, became]);
        }
        let long = "word ".repeat(20);
        let [was, became] = apart("new", &long);
        assert_eq!(was, "new");
        assert_eq!(became, format!("{}…", "word ".repeat(12)));
    }

    #[test]
    fn the_part_around_the_difference_is_said() {
        let head = "تؤيد المجموعة العربية المساهمة المقدمة من دولة الكويت الداعية إلى مراجعة";
        assert_eq!(
            apart(
                &format!("{head} المقرر 619."),
                &format!("{head} القرار 619.")
            ),
            [
                "…الداعية إلى مراجعة المقرر 619.",
                "…الداعية إلى مراجعة القرار 619."
            ]
        );
        // Mixed text, and more behind the difference than is said.
        let tail = "of the Council on the headquarters premises and all that belongs to it";
        assert_eq!(
            apart(
                &format!("{head} Decision 619 {tail}"),
                &format!("{head} Decision 620 {tail}")
            ),
            [
                "…إلى مراجعة Decision 619 of the Council on the headquarters…",
                "…إلى مراجعة Decision 620 of the Council on the headquarters…"
            ]
        );
        // What was at the end is gone.
        assert_eq!(
            apart(&format!("{head} المقرر"), head),
            [
                "…الكويت الداعية إلى مراجعة المقرر",
                "…الكويت الداعية إلى مراجعة"
            ]
        );
    }

    #[test]
    fn a_difference_on_a_later_line_is_seen() {
        assert_eq!(
            apart("One.\nTwo.", "One.\nThree."),
            ["One. Two.", "One. Three."]
        );
    }
}
