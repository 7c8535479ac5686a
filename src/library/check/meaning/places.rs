//! Where in the source a record stands. What was made, agreed or deferred on a call stands in no source: its
//! source is the meeting that names it, and the record of such a meeting is one itself. Nor does what was made
//! in majlis otherwise, as the history tells, or anything in a report that was made from no printed source.

use std::collections::HashSet;

use super::index::Index;
use super::{File, scalars};
use crate::library::check::shape::Record;
use crate::library::tree::SourceText;
use crate::library::{Code, FileKind, Problem};
use crate::words::problem as words;

/// The records that the meetings of all reports say were made, agreed or deferred there: the number of the file
/// of each, and its id there.
pub(super) fn met<'a>(files: &[Option<File<'a>>], index: &Index<'a>) -> HashSet<(usize, &'a str)> {
    let mut met = HashSet::new();
    for (number, file) in files.iter().enumerate() {
        let records = file.iter().flat_map(|file| &file.shape.records);
        for meeting in records.filter(|record| record.kind == "Meeting") {
            let lists = ["made", "agreed", "deferred"].map(|list| meeting.node.get(list));
            for (_, id) in lists.into_iter().flat_map(scalars) {
                let elsewhere = id
                    .split_once(':')
                    .and_then(|(report, local)| Some((*index.reports.get(report)?, local)));
                met.insert(elsewhere.unwrap_or((number, id)));
            }
        }
    }
    met
}

/// Whether a meeting is what a record stands in: it was made, agreed or deferred there, or belongs to what was,
/// or is the record of a meeting at which something was.
fn is_of_a_meeting(
    file: &File<'_>,
    number: usize,
    record: &Record<'_>,
    met: &HashSet<(usize, &str)>,
) -> bool {
    let told = ["taken_up", "made", "agreed", "deferred"];
    if record.kind == "Meeting" && told.iter().any(|list| record.node.get(list).is_some()) {
        return true;
    }
    let parent = record.parent.and_then(|at| file.shape.records.get(at));
    let id = |record: &Record<'_>| {
        record
            .node
            .get("id")
            .and_then(|id| id.text().map(str::to_owned))
    };
    let own = match (record.kind, parent) {
        ("Position", Some(item)) => id(item).map(|item| format!("{item}/position")),
        _ => id(record),
    };
    own.is_some_and(|own| met.contains(&(number, own.as_str())))
        || parent.is_some_and(|parent| is_of_a_meeting(file, number, parent, met))
}

pub(super) fn check(
    file: &File<'_>,
    number: usize,
    met: &HashSet<(usize, &str)>,
    source: &mut SourceText<'_>,
) {
    let is_printed = is_printed(file);
    for record in &file.shape.records {
        if !record.fields.contains(&"src") {
            continue;
        }
        let mut stated = false;
        for (node, text) in scalars(record.node.get("src")) {
            stated = true;
            if !is_place(text) {
                let place = source.place(node.at);
                let problem = Problem::error(Code::SrcForm, place, words::src_form(text));
                source.add(problem.expecting(words::a_src()));
            }
        }
        // The report as a whole stands in the whole source.
        let wants_one = is_printed && record.kind != "Head";
        if !stated && wants_one && !is_of_a_meeting(file, number, record, met) {
            let place = source.place(record.node.at);
            let problem = Problem::warning(Code::MissingSrc, place, words::missing_src());
            source.add(problem.expecting(words::a_src()));
        }
    }
}

/// Whether a report was made from a printed source: it names that, or a record says where it stands there.
fn is_printed(file: &File<'_>) -> bool {
    let names = |record: &Record<'_>| {
        let field = if record.kind == "Head" {
            "source"
        } else {
            "src"
        };
        record.node.get(field).is_some()
    };
    file.kind == FileKind::Report && file.shape.records.iter().any(names)
}

/// A section, then any of table, row, paragraph, bullet, note and graphic, each with its number.
fn is_place(text: &str) -> bool {
    let step = |step: &str, letters: &str| {
        let mut signs = step.chars();
        let number = signs.next().filter(|letter| letters.contains(*letter));
        let rest = signs.as_str();
        number.is_some() && !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit())
    };
    let mut steps = text.split('/');
    steps.next().is_some_and(|first| step(first, "s")) && steps.all(|next| step(next, "trpbng"))
}

#[cfg(test)]
mod tests {
    use super::is_place;

    #[test]
    fn a_place_is_a_section_and_what_is_in_it() {
        for text in ["s0", "s2/t1/r2", "s4/b7", "s12/p3/n1", "s1/g2"] {
            assert!(is_place(text), "{text}");
        }
        for text in ["", "s", "2", "t1", "s2/", "s2/x1", "s2/t", "s٢", "s2 /t1"] {
            assert!(!is_place(text), "{text}");
        }
    }
}
