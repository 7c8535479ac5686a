//! `majlis new ID`: a new report, empty or with the agenda of another one.

use serde_yaml::{Mapping, Value};

use super::Failure;
use super::opening::library;
use super::output::Output;
use super::set::from_options;
use super::writing::Order;
use crate::cache::Home;
use crate::library::keep::field::fields_of;
use crate::library::keep::section;
use crate::library::keep::wish::{Assignment, Desk, in_order, put, today};
use crate::library::keep::{KeepError, Keeper};
use crate::library::{Key, Library, Source};
use crate::report::{Item, Kind, Record};
use crate::words::{Message, change as words};

/// The names of files that are no reports: the call that is on, and what all reports name.
const RESERVED: [&str; 2] = ["live", "registry"];

/// Makes the report. A library that is not there is made with it, and gets the registry of the
/// built-in one: the bodies, countries and instruments that every report names.
pub fn run(
    keeper: &Keeper,
    order: &Order,
    home: &Home,
    output: &mut Output,
) -> Result<Result<(), KeepError>, Failure> {
    let is_new = !keeper.folder().exists();
    let known = match is_new {
        true => Library::built_in(),
        false => library(Some(keeper.folder().to_owned()), home),
    };
    if !is_new {
        super::open_or_say(&known, output)?;
    }
    let said = |message: Message| Failure::Usage(message.get(output.language).to_owned());
    let desk = Desk::of(&known, keeper.folder(), today());
    let made = report(&desk, order, is_new).map_err(said)?;
    if is_new {
        let registry = Source::built_in()
            .into_iter()
            .find(|source| source.name.ends_with("registry.yaml"));
        let bytes = registry.and_then(|registry| registry.bytes.ok());
        let text = String::from_utf8_lossy(&bytes.unwrap_or_default()).into_owned();
        if let Err(error) = keeper.create("registry.yaml", &text) {
            return Ok(Err(error));
        }
    }
    let name = format!("{}.yaml", made.id);
    let done = match keeper.make_report(&name, &made.id, &made.text) {
        // An id that makes no name of a file here was typed wrong; nothing failed.
        Err(error @ KeepError::Elsewhere { .. }) => return Err(said(error.message())),
        Err(error) => return Ok(Err(error)),
        Ok(done) => done,
    };
    let path = keeper.folder().join(name).display().to_string();
    if order.json {
        let told = serde_json::json!({ "id": made.id, "file": path, "items": made.items });
        output.json(&told.to_string())?;
    } else {
        let told = words::new_report(&path, made.items);
        output.paragraphs(told.get(output.language))?;
    }
    if let Some(late) = &done.late {
        output.complain(late.get(output.language));
    }
    Ok(Ok(()))
}

/// A report that is not written yet.
struct Made {
    id: String,
    text: String,
    items: usize,
}

fn report(desk: &Desk<'_>, order: &Order, is_new: bool) -> Result<Made, Message> {
    let Some((id, fields)) = order
        .words
        .split_first()
        .filter(|(id, _)| !id.contains('='))
    else {
        return Err(words::NEW_USAGE.into());
    };
    let reports = desk.library.of_kind(Kind::Report);
    // On many a disk two names that differ only in case are one file.
    let is_taken = |key: &Key| desk.library.id(*key).eq_ignore_ascii_case(id);
    if RESERVED.iter().any(|name| id.eq_ignore_ascii_case(name)) {
        return Err(words::reserved_id(id));
    }
    if !is_new && reports.iter().any(is_taken) {
        return Err(words::report_exists(id));
    }
    let mut head = Mapping::new();
    head.insert("id".into(), id.as_str().into());
    head.insert("kind".into(), "group-report".into());
    let options = from_options(order);
    for assignment in fields.iter().chain(&options) {
        let read = Assignment::read(assignment, Kind::Report)?;
        if let Some(value) = read.value(desk, None)? {
            put(&mut head, read.path(), value);
        }
    }
    if !head.contains_key("title") {
        return Err(words::NEW_USAGE.into());
    }
    let items = match order.options.get("from") {
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
        id: id.clone(),
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
    use super::super::writing::{Options, Verb};
    use super::*;

    #[test]
    fn an_id_that_is_taken_or_stands_for_another_file_is_refused() {
        let library = Library::built_in();
        let desk = Desk::of(&library, std::path::Path::new("."), (2026, 11, 22));
        let make = |id: &str| {
            let order = Order {
                verb: Verb::New,
                words: vec![id.to_owned(), "title.en=X".to_owned()],
                options: Options::default(),
                limit: None,
                json: false,
            };
            report(&desk, &order, false).map(|made| made.id)
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
