//! Where in the source a record stands.

use super::{File, scalars};
use crate::library::tree::SourceText;
use crate::library::{Code, FileKind, Problem};
use crate::words::problem as words;

pub(super) fn check(file: &File<'_>, source: &mut SourceText<'_>) {
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
        if !stated && file.kind == FileKind::Report && record.kind != "Head" {
            let place = source.place(record.node.at);
            let problem = Problem::warning(Code::MissingSrc, place, words::missing_src());
            source.add(problem.expecting(words::a_src()));
        }
    }
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
