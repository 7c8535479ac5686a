//! Texts in both languages.

use super::File;
use crate::library::tree::{SourceText, Value};
use crate::library::{Code, Problem};
use crate::report::Language;
use crate::words::problem as words;

pub(super) fn check(file: &File<'_>, source: &mut SourceText<'_>) {
    for record in file.shape.records.iter().filter(|it| it.kind == "Text") {
        let has = |language: Language| {
            match record.node.get(language.code()).map(|node| &node.value) {
                Some(Value::Scalar(scalar)) => !scalar.text.trim().is_empty(),
                // What stands there is wrong in another way.
                Some(_) => true,
                None => false,
            }
        };
        let place = source.place(record.node.at);
        let problem = match (has(Language::Arabic), has(Language::English)) {
            (true, true) => continue,
            (false, false) => {
                Problem::error(Code::EmptyText, place, words::empty_text(record.field))
            }
            (arabic, _) => {
                let missing = if arabic {
                    Language::English
                } else {
                    Language::Arabic
                };
                let what = words::missing_language(record.field, missing);
                Problem::warning(Code::MissingLanguage, place, what)
            }
        };
        source.add(problem.expecting(words::a_text()));
    }
}
