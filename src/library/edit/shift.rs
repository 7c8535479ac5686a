//! Moves an element within its list, with its own comments.

use super::lines::piece;
use super::plan::refuse_odd;
use super::replace::Splice;
use super::same::moved;
use super::tree::Node;
use super::units::units;
use super::{EditError, Refused, flow, tree};

/// The elements change places; what stands between them (blank lines, headings, commas) stays.
pub(super) fn shift(
    text: &str,
    list: &Node<'_>,
    from: usize,
    before: usize,
) -> Result<Vec<Splice>, EditError> {
    refuse_odd(text, list)?;
    let spans: Vec<(usize, usize)> = if list.is_flow() {
        if flow::holds_comment(text, list) {
            return Err(tree::refused(text, list.start, Refused::CommentInBrackets));
        }
        flow::spans(list)
    } else {
        let units = units(text, list);
        units.iter().map(|unit| (unit.start, unit.end)).collect()
    };
    let order = moved(spans.len(), from, before);
    let places = spans.iter().zip(order).enumerate();
    let splices = places
        .filter(|(nth, (_, old))| nth != old)
        .filter_map(|(_, (place, old))| {
            let (start, end) = spans.get(old)?;
            let with = piece(text, *start, *end).to_owned();
            Some(Splice {
                from: place.0,
                to: place.1,
                with,
            })
        });
    Ok(splices.collect())
}
