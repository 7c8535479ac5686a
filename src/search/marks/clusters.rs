//! Ranges of bytes as the screen can show them: apart from each other, and never through a grapheme
//! cluster.

use std::ops::Range;
use unicode_segmentation::GraphemeCursor;

/// The range with the clusters that it cuts through.
pub(super) fn whole_clusters(text: &str, range: &Range<usize>) -> Range<usize> {
    if is_between_letters(text, range.start) && is_between_letters(text, range.end) {
        return range.clone();
    }
    let mut start = GraphemeCursor::new(range.start, text.len(), true);
    let mut end = GraphemeCursor::new(range.end, text.len(), true);
    let at_start = matches!(start.is_boundary(text, 0), Ok(true));
    let at_end = matches!(end.is_boundary(text, 0), Ok(true));
    let from = if at_start {
        Some(range.start)
    } else {
        start.prev_boundary(text, 0).ok().flatten()
    };
    let to = if at_end {
        Some(range.end)
    } else {
        end.next_boundary(text, 0).ok().flatten()
    };
    from.unwrap_or(0)..to.unwrap_or(text.len())
}

/// Whether a place is the beginning or the end of the text, or one between characters that nothing
/// joins in a cluster (`GCB=Other`, UAX #29 GB999): Arabic and English letters, digits, blanks.
fn is_between_letters(text: &str, at: usize) -> bool {
    let Some((before, behind)) = text.as_bytes().split_at_checked(at) else {
        return false;
    };
    // U+0620 to U+064A, U+0660 to U+0669, in UTF-8.
    let is_arabic = |first: u8, second: u8| {
        matches!(
            (first, second),
            (0xD8, 0xA0..) | (0xD9, 0x80..=0x8A | 0xA0..=0xA9)
        )
    };
    let is_before = match *before {
        [] | [.., b' '..=b'~'] => true,
        [.., first, second] => is_arabic(first, second),
        _ => false,
    };
    is_before
        && match *behind {
            [] | [b' '..=b'~', ..] => true,
            [first, second, ..] => is_arabic(first, second),
            _ => false,
        }
}

/// Sorts the ranges and joins those that overlap or touch.
pub(super) fn join(ranges: &mut Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.retain(|range| !range.is_empty());
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges.drain(..) {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::is_between_letters;
    use unicode_segmentation::UnicodeSegmentation;

    #[test]
    fn between_letters_is_never_within_a_cluster() {
        let beside =
            "aZ0 ~لايـ٠٩\u{64B}\u{600}\u{61C}\u{200D}\u{200C}\r\n\u{301}é👩🇪\u{1100}\u{1161}क्";
        for one in (1..0x0B00).filter_map(char::from_u32) {
            for other in beside.chars() {
                for text in [format!("{one}{other}"), format!("{other}{one}")] {
                    let middle = text.chars().next().unwrap().len_utf8();
                    let joined = text.graphemes(true).count() == 1;
                    assert!(!(joined && is_between_letters(&text, middle)), "{text:?}");
                }
            }
        }
        assert!(is_between_letters("لا", 2) && is_between_letters("aل b", 3));
        assert!(!is_between_letters("لَا", 2) && is_between_letters("لَا", 0));
    }
}
