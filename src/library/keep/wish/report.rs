//! A new report: empty, or with the agenda of another one.

use serde_yaml::{Mapping, Value};

use super::{Assignment, Desk, Given, in_order, put};
use crate::library::Key;
use crate::library::keep::field::fields_of;
use crate::library::keep::section;
use crate::report::{Item, Kind, Record};
use crate::words::{Message, change as words};

/// The names of files that are no reports: the call that is on, and what all reports name.
const RESERVED: [&str; 2] = ["live", "registry"];

/// What is to be made.
pub struct NewReport<'a> {
    /// Its id; the file has its name.
    pub id: &'a str,
    /// Its fields: `FIELD=VALUE`.
    pub fields: &'a [String],
    /// The report, or something in it, whose agenda it gets.
    pub from: Option<&'a str>,
    /// Whether its library is made with it; what the desk knows is then not of that library.
    pub is_first: bool,
}

/// A report that is not written yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Its id.
    pub id: String,
    /// The text of its file.
    pub text: String,
    /// How many items it has.
    pub items: usize,
}

impl Made {
    /// The name of its file.
    #[must_use]
    pub fn file(&self) -> String {
        format!("{}.yaml", self.id)
    }
}

/// The report as it is to be written.
///
/// # Errors
/// What is missing, taken or not understood.
pub fn report(desk: &Desk<'_>, new: &NewReport<'_>) -> Result<Made, Message> {
    let id = new.id;
    let reports = desk.library.of_kind(Kind::Report);
    // On many a disk two names that differ only in case are one file.
    let is_taken = |key: &Key| desk.library.id(*key).eq_ignore_ascii_case(id);
    if RESERVED.iter().any(|name| id.eq_ignore_ascii_case(name)) {
        return Err(words::reserved_id(id));
    }
    let is_of_id = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '.');
    if id.is_empty() || !id.chars().all(is_of_id) {
        let right: String = id.chars().filter(|sign| is_of_id(*sign)).collect();
        return Err(words::no_report_id(id, &right.to_lowercase()));
    }
    if !new.is_first && reports.iter().any(is_taken) {
        return Err(words::report_exists(id));
    }
    let mut head = Mapping::new();
    head.insert("id".into(), id.into());
    head.insert("kind".into(), "group-report".into());
    let mut given = Given::default();
    for assignment in new.fields {
        let read = Assignment::read(assignment, Kind::Report)?;
        if let Some(value) = read.value(desk, None)? {
            given.once(&read)?;
            put(&mut head, read.path(), value);
        }
    }
    if !head.contains_key("title") {
        return Err(words::NO_TITLE.into());
    }
    let items = match new.from {
        Some(from) => agenda(desk, from)?,
        None => Vec::new(),
    };
    let count = items.len();
    let head = in_order(Kind::Report, head);
    let mut text = section("report", &Value::Mapping(head));
    if count > 0 {
        text.push('\n');
        text.push_str(&section("items", &Value::Sequence(items)));
    }
    Ok(Made {
        id: id.to_owned(),
        text,
        items: count,
    })
}

/// The items of another report, with their numbers and titles and nothing of what was said on them.
fn agenda(desk: &Desk<'_>, from: &str) -> Result<Vec<Value>, Message> {
    let library = &desk.library;
    let report = library.report_of(desk.find(from)?);
    let items = library.of_kind(Kind::Item).iter();
    let own = items.filter(|key| library.report_of(**key) == report);
    let bare = own.filter_map(|key| match library.record(*key)? {
        Record::Item(item) => Some(bare(item)),
        _ => None,
    });
    Ok(bare.collect())
}

fn bare(item: &Item) -> Value {
    let whole = serde_yaml::to_value(item).unwrap_or_default();
    let kept = ["id", "number", "kind", "title"];
    let fields = fields_of(Kind::Item).iter();
    let fields = fields.filter(|field| kept.contains(*field));
    let bare: Mapping = fields
        .filter_map(|field| Some((Value::from(*field), whole.get(*field)?.clone())))
        .collect();
    Value::Mapping(bare)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;

    #[test]
    fn a_field_is_given_once() {
        let library = Library::built_in();
        let desk = Desk::of(&library, std::path::Path::new("."), (2026, 11, 22));
        let new = NewReport {
            id: "c27",
            fields: &["title.en=A".to_owned(), "title.en=B".to_owned()],
            from: None,
            is_first: false,
        };
        assert_eq!(report(&desk, &new), Err(words::given_twice("title.en")));
    }

    #[test]
    fn an_id_that_is_taken_or_stands_for_another_file_is_refused() {
        let library = Library::built_in();
        let desk = Desk::of(&library, std::path::Path::new("."), (2026, 11, 22));
        let make = |id: &str| {
            let new = NewReport {
                id,
                fields: &["title.en=X".to_owned()],
                from: None,
                is_first: false,
            };
            report(&desk, &new).map(|made| made.id)
        };
        for id in ["live", "Live", "registry"] {
            assert_eq!(make(id), Err(words::reserved_id(id)));
        }
        let known = library.id(library.of_kind(Kind::Report)[0]);
        for id in [known.to_owned(), known.to_uppercase()] {
            assert_eq!(make(&id), Err(words::report_exists(&id)));
        }
        assert_eq!(make("lively").as_deref(), Ok("lively"));
    }
}
