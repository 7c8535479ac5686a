//! What holds unless the command line says otherwise: the environment, then the configuration.
//!
//! `$XDG_CONFIG_HOME/majlis/config.yaml` (else `~/.config/majlis/config.yaml`):
//! ```yaml
//! library: /srv/arab-group/reports
//! language: ar
//! bidi: auto
//! ```
//! A `library` that is not absolute is looked for from the folder of the configuration.

use std::env;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::library::Source;
use crate::report::Language;
use crate::script::Form;
use crate::terminal::Kind;
use crate::words::{Message, cli as words};

use super::arguments::{parse_form, parse_language};

/// The configuration file; each key may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct File {
    library: Option<PathBuf>,
    language: Option<String>,
    bidi: Option<String>,
}

/// What holds unless the command line says otherwise.
#[derive(Debug, Default)]
pub struct Config {
    file: File,
    problem: Option<Message>,
}

impl Config {
    /// Reads the configuration. One that is missing is as if it were empty; so is one that cannot
    /// be used, and [`problem`](Self::problem) says why.
    #[must_use]
    pub fn read() -> Self {
        let Some(path) = path().filter(|path| path.symlink_metadata().is_ok()) else {
            return Self::default();
        };
        match file(&path) {
            Ok(file) => Self {
                file,
                problem: None,
            },
            Err(why) => Self {
                file: File::default(),
                problem: Some(words::bad_configuration(&path.display().to_string(), &why)),
            },
        }
    }

    /// Why the configuration was passed over.
    #[must_use]
    pub const fn problem(&self) -> Option<&Message> {
        self.problem.as_ref()
    }

    /// The folder of reports, where one is named.
    #[must_use]
    pub fn library(&self) -> Option<PathBuf> {
        env::var_os("MAJLIS_LIBRARY")
            .filter(|named| !named.is_empty())
            .map(PathBuf::from)
            .or_else(|| self.file.library.clone())
    }

    /// The language of the interface: of the variable, of the configuration, of the locale.
    #[must_use]
    pub fn language(&self) -> Language {
        let named = |name| env::var(name).ok().filter(|value| !value.is_empty());
        named("MAJLIS_LANG")
            .and_then(|value| parse_language(&value))
            .or_else(|| self.file.language.as_deref().and_then(parse_language))
            .or_else(|| {
                // The first of these that is set is the locale (POSIX).
                ["LC_ALL", "LC_MESSAGES", "LANG"]
                    .into_iter()
                    .find_map(named)
                    .and_then(|value| parse_language(&value))
            })
            .unwrap_or(Language::English)
    }

    /// How text is sent to the terminal.
    #[must_use]
    pub fn form(&self) -> Form {
        env::var("MAJLIS_BIDI")
            .ok()
            .as_deref()
            .and_then(parse_form)
            .or_else(|| self.file.bidi.as_deref().and_then(parse_form))
            .unwrap_or_else(|| Kind::of_environment().form())
    }
}

/// The configuration at this path, a regular file of UTF-8 text.
fn file(path: &Path) -> Result<File, Message> {
    let bytes = Source::file(path).bytes.map_err(|problem| problem.what)?;
    let mut file: Option<File> = serde_yaml::from_slice(&bytes)
        .map_err(|error| Message::new(error.to_string(), error.to_string()))?;
    if let (Some(file), Some(folder)) = (&mut file, path.parent()) {
        file.library = file.library.take().map(|library| folder.join(library));
    }
    Ok(file.unwrap_or_default())
}

/// Where the configuration stands.
fn path() -> Option<PathBuf> {
    let folder = env::var_os("XDG_CONFIG_HOME")
        .filter(|folder| !folder.is_empty())
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".config")))?;
    Some(folder.join("majlis").join("config.yaml"))
}
