//! Dates that exist, and the session that a report was written for.

use super::File;
use super::index::Index;
use crate::library::check::nearest::nearest;
use crate::library::tree::SourceText;
use crate::library::{Code, Problem};
use crate::report::Date;
use crate::words::problem as words;

pub(super) fn check(file: &File<'_>, index: &Index<'_>, source: &mut SourceText<'_>) {
    for leaf in &file.shape.leaves {
        let Some(text) = leaf.node.text() else {
            continue;
        };
        if leaf.kind == "Date"
            && let Err(error) = Date::parse(text)
        {
            let place = source.place(leaf.node.at);
            let what = words::impossible_date(text, &error);
            source
                .add(Problem::error(Code::ImpossibleDate, place, what).expecting(words::a_date()));
        }
        let is_head = file
            .shape
            .records
            .get(leaf.record)
            .is_some_and(|record| record.kind == "Head");
        if is_head && leaf.field == "session" {
            let place = source.place(leaf.node.at);
            let problem = Problem::error(Code::SessionForm, place, words::session_form(text))
                .expecting(words::a_session());
            match text.split_once('@') {
                Some((body, year)) if is_year(year) => {
                    if index.has_registry && !index.registry.contains_key(body) {
                        let near = nearest(body, index.registry.keys().copied());
                        source.add(problem.near(near.map(|body| format!("{body}@{year}"))));
                    }
                }
                _ => source.add(problem),
            }
        }
    }
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}
