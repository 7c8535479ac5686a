//! `majlis new ID`: a new report, empty or with the agenda of another one.

use super::Failure;
use super::dates;
use super::opening::library;
use super::output::Output;
use super::writing::{Order, from_options};
use crate::cache::Home;
use crate::library::keep::wish::{Desk, Made, NewReport, report, today};
use crate::library::keep::{KeepError, Keeper};
use crate::library::{Library, Source};
use crate::words::{Message, change as words};

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
    let made = wished(&desk, order, is_new).map_err(said)?;
    let understood = dates::understood(&desk, order);
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
    let name = made.file();
    let done = match keeper.make_report(&name, &made.id, &made.text) {
        // An id that makes no name of a file here was typed wrong; nothing failed.
        Err(error @ KeepError::Elsewhere { .. }) => return Err(said(error.message())),
        Err(error) => return Ok(Err(error)),
        Ok(done) => done,
    };
    let path = keeper.folder().join(name).display().to_string();
    if order.json {
        let mut told = serde_json::json!({ "id": made.id, "file": path, "items": made.items });
        let dates = dates::written(&understood);
        if let (Some(map), false) = (told.as_object_mut(), dates.is_empty()) {
            map.insert("understood".to_owned(), serde_json::json!(dates));
        }
        output.json(&told.to_string())?;
    } else {
        let told = words::new_report(&path, made.items);
        output.paragraphs(told.get(output.language))?;
        dates::tell(&understood, output)?;
    }
    if let Some(late) = &done.late {
        output.complain(late.get(output.language));
    }
    Ok(Ok(()))
}

/// What the command asks for.
fn wished(desk: &Desk<'_>, order: &Order, is_first: bool) -> Result<Made, Message> {
    let Some((id, fields)) = order
        .words
        .split_first()
        .filter(|(id, _)| !id.contains('='))
    else {
        return Err(words::NEW_USAGE.into());
    };
    let fields: Vec<String> = fields.iter().cloned().chain(from_options(order)).collect();
    let new = NewReport {
        id,
        fields: &fields,
        from: order.options.get("from"),
        is_first,
    };
    report(desk, &new)
}
