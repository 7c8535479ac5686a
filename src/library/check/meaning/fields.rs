//! Names of fields, where a record names its own: `inferred`, `unknown`.

use super::File;
use crate::library::check::nearest::nearest;
use crate::library::tree::SourceText;
use crate::library::{Code, Problem};
use crate::words::problem as words;

pub(super) fn check(file: &File<'_>, source: &mut SourceText<'_>) {
    for leaf in &file.shape.leaves {
        if leaf.field != "inferred" && leaf.field != "unknown" {
            continue;
        }
        let (Some(text), Some(record)) = (leaf.node.text(), file.shape.records.get(leaf.record))
        else {
            continue;
        };
        // `attendance.count` names a field of a field.
        let name = text.split('.').next().unwrap_or_default();
        if !record.fields.contains(&name) {
            let place = source.place(leaf.node.at);
            let problem = Problem::error(Code::UnknownField, place, words::unknown_field(text))
                .expecting(words::one_of(&record.fields))
                .near(nearest(text, record.fields.iter().copied()));
            source.add(problem);
        }
    }
}
