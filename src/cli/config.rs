//! What holds unless the command line says otherwise: the environment, then the configuration.
//!
//! `$XDG_CONFIG_HOME/majlis/config.yaml` (else `~/.config/majlis/config.yaml`):
//! ```yaml
//! library: /srv/arab-group/reports
//! language: ar
//! bidi: visual
//! ```

use std::env;
use std::fs;
use std::path::PathBuf;

use serde::Deserialize;

use crate::report::Language;
use crate::script::Form;

use super::arguments::{parse_form, parse_language};

/// The configuration file; each key may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct File {
    library: Option<PathBuf>,
    language: Option<String>,
    bidi: Option<String>,
}

/// What holds unless the command line says otherwise.
#[derive(Debug, Default)]
pub struct Config {
    file: File,
}

impl Config {
    /// Reads the configuration; one that is missing or cannot be read is as if it were empty.
    #[must_use]
    pub fn read() -> Self {
        let file = path()
            .and_then(|path| fs::read_to_string(path).ok())
            .and_then(|text| serde_yaml::from_str(&text).ok())
            .unwrap_or_default();
        Self { file }
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
            .unwrap_or_default()
    }
}

/// Where the configuration stands.
fn path() -> Option<PathBuf> {
    let folder = env::var_os("XDG_CONFIG_HOME")
        .filter(|folder| !folder.is_empty())
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".config")))?;
    Some(folder.join("majlis").join("config.yaml"))
}
