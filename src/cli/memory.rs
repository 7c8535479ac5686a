//! What a person answered once about a terminal that says nothing of itself.
//!
//! `$XDG_STATE_HOME/majlis/terminals` (else `~/.local/state/majlis/terminals`), a line for each:
//! the form, a tab, and what the terminal answers. Who deletes a line is asked again.

use std::env;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::script::Form;
use crate::terminal::which::{Answers, Outer, Surroundings};

/// As many terminals as anybody has; the oldest are forgotten first.
const MOST: usize = 50;
/// The forms that can be remembered, and their names.
const FORMS: [(Form, &str); 3] = [
    (Form::Visual, "visual"),
    (Form::Words, "words"),
    (Form::Kitty, "kitty"),
];

/// Where it is remembered; nothing where there is no home.
#[must_use]
pub fn path() -> Option<PathBuf> {
    let folder = env::var_os("XDG_STATE_HOME")
        .filter(|folder| !folder.is_empty())
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".local/state")))?;
    Some(folder.join("majlis").join("terminals"))
}

/// What tells one terminal from another: its TERM and its answers.
#[must_use]
pub fn name(answers: &Answers, surroundings: &Surroundings) -> String {
    let numbers = |numbers: &Option<Vec<u16>>| {
        let numbers = numbers.iter().flatten().map(u16::to_string);
        numbers.collect::<Vec<_>>().join(",")
    };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let outer = match (&answers.outer, &answers.around) {
        (Outer::Told { version, term, .. }, _) => format!("{version} {term}"),
        (_, Some(around)) => name(around, &Surroundings::default()),
        _ => String::new(),
    };
    let parts = [
        ("term", surroundings.get("TERM").to_owned()),
        ("version", text(&answers.version)),
        ("da3", text(&answers.tertiary)),
        ("da2", numbers(&answers.secondary)),
        ("da1", numbers(&answers.primary)),
        ("outer", outer),
    ];
    let told = parts.iter().filter(|(_, value)| !value.trim().is_empty());
    told.map(|(name, value)| format!("{name}={value}"))
        .collect::<Vec<_>>()
        .join("; ")
        .replace(char::is_control, " ")
}

/// The form that is remembered for a terminal in this file.
#[must_use]
pub fn recall(file: &Path, name: &str) -> Option<Form> {
    let text = fs::read_to_string(file).ok()?;
    let (form, _) = text
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .find(|(_, known)| *known == name)?;
    FORMS
        .into_iter()
        .find(|(_, word)| *word == form)
        .map(|(form, _)| form)
}

/// Remembers a form for a terminal in this file.
///
/// # Errors
/// When the file cannot be written.
pub fn remember(file: &Path, name: &str, form: Form) -> io::Result<()> {
    let Some((_, word)) = FORMS.into_iter().find(|(known, _)| *known == form) else {
        return Ok(());
    };
    let before = fs::read_to_string(file).unwrap_or_default();
    let others = before.lines().filter(|line| {
        line.split_once('\t')
            .is_some_and(|(_, known)| known != name)
    });
    let mut text = format!("{word}\t{name}\n");
    for line in others.take(MOST - 1) {
        text.push_str(line);
        text.push('\n');
    }
    if let Some(folder) = file.parent() {
        private_folder(folder)?;
    }
    // Written beside it and put in its place: two who write at once leave a whole file.
    let beside = file.with_extension(std::process::id().to_string());
    private_file(&beside)?.write_all(text.as_bytes())?;
    fs::rename(&beside, file)
}

/// Makes a folder and those above it that are not there, for this user alone.
fn private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Opens a file to be written from its beginning, for this user alone.
fn private_file(file: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_answer_for_each_terminal_is_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("majlis").join("terminals");
        assert_eq!(recall(&file, "a"), None);
        remember(&file, "a", Form::Words).unwrap();
        remember(&file, "b", Form::Visual).unwrap();
        remember(&file, "a", Form::Kitty).unwrap();
        assert_eq!(recall(&file, "a"), Some(Form::Kitty));
        assert_eq!(recall(&file, "b"), Some(Form::Visual));
        assert_eq!(recall(&file, "c"), None);
        assert_eq!(fs::read_to_string(&file).unwrap(), "kitty\ta\nvisual\tb\n");
        for number in 0..60 {
            remember(&file, &number.to_string(), Form::Visual).unwrap();
        }
        assert_eq!(fs::read_to_string(&file).unwrap().lines().count(), MOST);
        fs::write(&file, "nonsense\tb\nwithout a tab\n").unwrap();
        assert_eq!(recall(&file, "b"), None);
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_reads_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("majlis").join("terminals");
        remember(&file, "a", Form::Words).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&file), 0o600);
        assert_eq!(mode(file.parent().unwrap()), 0o700);
    }

    #[test]
    fn a_terminal_is_told_from_another_by_what_it_answers() {
        let surroundings = Surroundings::of(|name| (name == "TERM").then(|| "xterm".into()));
        let answers = Answers {
            version: Some("New\tterm".into()),
            secondary: Some(vec![1, 10, 0]),
            ..Answers::default()
        };
        assert_eq!(
            name(&answers, &surroundings),
            "term=xterm; version=New term; da2=1,10,0"
        );
        // screen is the same in all terminals.
        let screen = Answers {
            primary: Some(vec![1, 2]),
            around: Some(Box::new(answers)),
            ..Answers::default()
        };
        assert_eq!(
            name(&screen, &surroundings),
            "term=xterm; da1=1,2; outer=version=New term; da2=1,10,0"
        );
    }
}
