//! The commands that change a library: what they take, and how each ends.

mod ended;
mod options;

use std::path::PathBuf;
use std::sync::Arc;

use super::arguments::Takes;
use super::config::Config;
use super::opening::Opening;
use super::output::Output;
use super::{Failure, add, dates, log, new, note, open_or_say, set, undo};
use crate::cache::Home;
use crate::library::keep::wish::{self, Desk, today};
use crate::library::keep::{Change, KeepError, Keeper, Means, login_name};
use crate::library::live::Live;
use crate::words::{Message, change as words, undo as undo_words};
use ended::{Left, exit_code, refused, told};
use options::FIELD;

pub use options::{Options, fields, from_options, takes_option};

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// `majlis new ID …`
    New,
    /// `majlis set ID FIELD=VALUE…`
    Set,
    /// `majlis add KIND …`
    Add,
    /// `majlis note ID TEXT`
    Note,
    /// `majlis remove ID`
    Remove,
    /// `majlis log [ID]`
    Log,
    /// `majlis undo [CHANGE]`
    Undo,
    /// `majlis redo`
    Redo,
}

/// A command that changes a library, or tells what was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// What is to be done.
    pub verb: Verb,
    /// What stands behind it.
    pub words: Vec<String>,
    /// Its options.
    pub options: Options,
    /// `--limit N`.
    pub limit: Option<usize>,
    /// `--json`.
    pub json: bool,
}

/// The commands, and what they take.
pub const COMMANDS: &[Takes] = &[
    Takes {
        name: "new",
        values: usize::MAX,
        options: &["--json", "--as", "--ar", "--en", "--from"],
    },
    Takes {
        name: "set",
        values: usize::MAX,
        options: &["--json", "--as", FIELD],
    },
    Takes {
        name: "add",
        values: usize::MAX,
        options: &["--json", "--as", "--id", "--new", FIELD],
    },
    Takes {
        name: "note",
        values: usize::MAX,
        options: &["--json", "--as", "--ar", "--en", "--by"],
    },
    Takes {
        name: "remove",
        values: 1,
        options: &["--json", "--as"],
    },
    Takes {
        name: "log",
        values: 1,
        options: &["--json", "--as", "--limit"],
    },
    Takes {
        name: "undo",
        values: 1,
        options: &["--json", "--as", "--keep"],
    },
    Takes {
        name: "redo",
        values: 0,
        options: &["--json", "--as", "--keep"],
    },
];

/// The command of this name.
pub fn verb(name: &str) -> Option<Verb> {
    Some(match name {
        "new" => Verb::New,
        "set" => Verb::Set,
        "add" => Verb::Add,
        "note" => Verb::Note,
        "remove" => Verb::Remove,
        "log" => Verb::Log,
        "undo" => Verb::Undo,
        "redo" => Verb::Redo,
        _ => return None,
    })
}

/// Carries out a command and says how it ended: 0 done, 1 nothing found or changed, 2 not
/// understood, 3 another changed the same field, 4 not written.
pub fn run(
    folder: Option<PathBuf>,
    order: &Order,
    config: &Config,
    home: &Home,
    output: &mut Output,
) -> Result<u8, Failure> {
    let Some(folder) = folder else {
        return Err(Failure::Usage(
            words::BUILT_IN.get(output.language).to_owned(),
        ));
    };
    if order.verb == Verb::Log {
        return log::run(&folder, order, home, output);
    }
    let who = order.options.get("as").map(str::to_owned);
    let who = who.or_else(|| config.who()).unwrap_or_else(login_name);
    let keeper = Keeper::new(&folder, &who, Means::Command).read_only(order.options.read_only);
    let keeper = Arc::new(keeper);
    if order.verb == Verb::New {
        return match new::run(&keeper, order, home, output)? {
            Ok(()) => Ok(0),
            Err(error) => refused(&error, order, output),
        };
    }
    let mut understood = Vec::new();
    let (mut left, mut came) = (Left::default(), None);
    let (mut others, mut went_along) = (Vec::new(), Vec::new());
    let (mut opening, mut half_refused, mut newcomer) = (None, None, None);
    let done = match order.verb {
        Verb::Undo | Verb::Redo => {
            let named = order.words.first();
            let named = match named
                .map(|typed| undo::named(keeper.history(), typed))
                .transpose()?
            {
                Some(Err(why)) => {
                    output.complain(why.get(output.language));
                    return Ok(super::NOTHING);
                }
                Some(Ok(id)) => Some(id),
                None => None,
            };
            undo::turn(&keeper, order, named.as_ref()).map(|(done, why)| {
                half_refused = why;
                done
            })
        }
        _ => {
            // What the file itself says is read again before it is changed.
            let opening = opening.insert(Opening::of(Some(folder.clone()), home));
            let library = &opening.shelf.library;
            open_or_say(library, output)?;
            let desk = Desk::of(library, keeper.folder(), today());
            let usage = |message: Message| Failure::Usage(message.get(output.language).to_owned());
            if order.verb == Verb::Add {
                newcomer = add::newcomer(&desk, order).map_err(usage)?;
            }
            let person = newcomer.as_ref();
            let library = person.map_or(library, |new| &new.library);
            let desk = Desk::of(library, keeper.folder(), today());
            let change = match order.verb {
                Verb::Set => set::change(&desk, order).map(|(change, more)| {
                    others = more;
                    change
                }),
                Verb::Note => note::change(&desk, order),
                Verb::Remove => remove(&desk, order).map(|(change, still)| {
                    left = still;
                    change
                }),
                _ => add::change(&desk, order, person),
            };
            let change = change.map_err(usage)?;
            understood = dates::understood(&desk, order);
            if order.verb == Verb::Add
                && let Some(said) = add::warning(&desk, &change)
            {
                output.complain(said.get(output.language));
            }
            // Who is nominated comes into the directory first; both are one change.
            let first = person.map(|person| person.change.clone());
            let all: Vec<Change> = first.into_iter().chain([change]).chain(others).collect();
            let made = match all.as_slice() {
                [one] => keeper.change(one).map(|done| vec![done]),
                all => keeper.change_all(all),
            };
            made.and_then(|made| {
                let mut made = made.into_iter();
                if person.is_some() {
                    came = made.next();
                }
                let done = made.next().ok_or(KeepError::Unchanged);
                went_along = made.collect();
                done
            })
        }
    };
    if let Ok(done) = &done {
        Live::by(Arc::clone(&keeper)).follow(&done.line);
    }
    let code = match done {
        Ok(done) => {
            if let Some(came) = &came {
                told(came, &[], &Left::default(), order, output)?;
            }
            let code = told(&done, &understood, &left, order, output);
            for other in &went_along {
                told(other, &[], &Left::default(), order, output)?;
            }
            match half_refused {
                Some(why) => {
                    let said = undo_words::half_refused(&why.message());
                    output.complain(said.get(output.language));
                    code.map(|_| exit_code(&why))
                }
                None => code,
            }
        }
        Err(error) => refused(&error, order, output),
    };
    output.flush()?;
    // As the files were before; the next command reads the one that was changed.
    if let Some(opening) = opening {
        opening.keep();
        // The memory of a million records goes back with the process, all at once.
        std::mem::forget(opening);
    }
    code
}

/// The change that deletes a record, and the records of other files that name it.
fn remove(desk: &Desk<'_>, order: &Order) -> Result<(Change, Left), Message> {
    let typed = order.words.first().ok_or(words::REMOVE_USAGE)?;
    let key = desk.find(typed)?;
    let mut removal = wish::remove(desk, key)?;
    removal.read(desk, key);
    let named = removal.left.iter().chain(&removal.needing);
    let left = Left {
        still_named_by: named.map(|key| desk.library.id(*key).to_owned()).collect(),
        still_written_at: removal.unread,
    };
    Ok((removal.change, left))
}
