//! The commands, and what each takes.

use super::super::writing;

/// What a command takes, besides the options that all take.
pub struct Takes {
    pub name: &'static str,
    pub values: usize,
    pub options: &'static [&'static str],
}

/// All commands.
pub fn commands() -> impl Iterator<Item = &'static Takes> {
    COMMANDS.iter().chain(writing::COMMANDS)
}

/// The commands.
const COMMANDS: &[Takes] = &[
    Takes {
        name: "open",
        values: 0,
        options: &["--linear", "--as"],
    },
    Takes {
        name: "find",
        values: usize::MAX,
        options: &["--kind", "--report", "--limit", "--json"],
    },
    Takes {
        name: "filter",
        values: usize::MAX,
        options: &["--limit", "--json"],
    },
    Takes {
        name: "show",
        values: usize::MAX,
        options: &["--json"],
    },
    Takes {
        name: "list",
        values: 1,
        options: &[
            "--report",
            "--status",
            "--item",
            "--by",
            "--to",
            "--due",
            "--body",
            "--country",
            "--person",
            "--year",
            "--limit",
            "--json",
        ],
    },
    Takes {
        name: "minutes",
        values: 1,
        options: &["--as", "--json"],
    },
    Takes {
        name: "check",
        values: 1,
        options: &["--all", "--json"],
    },
    Takes {
        name: "schema",
        values: 1,
        options: &[],
    },
    Takes {
        name: "doctor",
        values: 0,
        options: &[],
    },
    Takes {
        name: "help",
        values: usize::MAX,
        options: &[],
    },
];

/// The options that a command takes, and those that all take, without their dashes.
pub fn options(command: Option<&str>) -> impl Iterator<Item = &'static str> {
    let taken = commands().filter(move |takes| Some(takes.name) == command);
    let taken = taken.flat_map(|takes| takes.options.iter().copied());
    taken
        .filter_map(|option| option.strip_prefix("--"))
        .chain(OF_ALL.iter().copied())
}

/// The options of the program itself.
const OF_ALL: &[&str] = &[
    "library",
    "lang",
    "bidi",
    "no-cache",
    "read-only",
    "as",
    "help",
    "version",
];

/// The command that is nearest to a word, or nothing where none is near.
pub fn nearest(typed: &str) -> String {
    commands()
        .map(|takes| (strsim::damerau_levenshtein(typed, takes.name), takes.name))
        .filter(|(distance, _)| *distance <= 2)
        .min()
        .map(|(_, name)| name.to_owned())
        .unwrap_or_default()
}
