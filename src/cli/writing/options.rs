//! The options of the commands that change a library; each field of a record can be given as one.

use std::collections::BTreeMap;

use super::super::arguments::Takes;
use super::Order;
use crate::library::keep::field::fields_of;
use crate::report::Kind;
use crate::words::{Message, change as words};

/// What stands among the options of a command that takes one for each field of a record.
pub const FIELD: &str = "--FIELD";

/// The fields whose options other commands take too, and that come first.
const USUAL: [&str; 5] = ["ar", "en", "to", "by", "due"];

/// Options that stand for no field.
const OWN: [&str; 6] = ["as", "from", "id", "keep", "all", "new"];

/// The options of these commands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// `--as`, `--from`, `--keep`, and the fields, with what was given.
    values: BTreeMap<String, String>,
    /// `--read-only`.
    pub read_only: bool,
}

impl Options {
    /// Whether it is an option of these commands that has a value.
    pub fn is_one(name: &str) -> bool {
        // A year is no field of a record, and narrows a list.
        matches!(name, "as" | "from" | "id" | "year") || is_field(name)
    }

    /// Takes note of an option without a value.
    pub fn switch_on(&mut self, name: &str) {
        match name {
            "read-only" => self.read_only = true,
            _ => _ = self.values.insert(name.to_owned(), String::new()),
        }
    }

    /// Takes note of an option.
    ///
    /// # Errors
    /// Where it was given before: one of the two would be lost.
    pub fn give(&mut self, name: &str, value: String) -> Result<(), Message> {
        match self.values.insert(name.to_owned(), value) {
            Some(_) => {
                let option = format!("--{name}");
                Err(match name {
                    "to" | "by" => {
                        words::several_in_one(&option, &format!("{option} tech-sec,EGY"))
                    }
                    _ => words::given_twice(&option),
                })
            }
            None => Ok(()),
        }
    }

    /// What was given for an option.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(String::as_str)
    }

    /// The options that were given, as they are typed.
    pub fn given(&self) -> impl Iterator<Item = String> {
        self.values.keys().map(|name| format!("--{name}"))
    }
}

/// The fields of a kind of record, or of any, that can be given as options.
pub fn fields(kind: Option<Kind>) -> impl Iterator<Item = &'static str> {
    let kinds = Kind::ALL.into_iter();
    let kinds = kinds.filter(move |one| kind.is_none_or(|kind| kind == *one));
    let fields = kinds.flat_map(|kind| fields_of(kind).iter().copied());
    fields.filter(|name| *name != "id")
}

fn is_field(name: &str) -> bool {
    USUAL.contains(&name) || fields(None).any(|field| field == name)
}

/// Whether a command takes this option.
pub fn takes_option(takes: &Takes, option: &str) -> bool {
    let is_field = || is_field(option.trim_start_matches('-'));
    takes.options.contains(&option) || takes.options.contains(&FIELD) && is_field()
}

/// The options that stand for a field, as assignments.
pub fn from_options(order: &Order) -> Vec<String> {
    let given = order.options.values.keys().map(String::as_str);
    let others = given.filter(|name| !OWN.contains(name) && !USUAL.contains(name));
    let all = USUAL.into_iter().chain(others);
    let all = all.filter_map(|name| Some(format!("{name}={}", order.options.get(name)?)));
    all.collect()
}
