//! What holds unless the command line says otherwise: the environment, then the configuration.
//!
//! `$XDG_CONFIG_HOME/majlis/config.yaml` (else `~/.config/majlis/config.yaml`):
//! ```yaml
//! library: /srv/arab-group/reports
//! language: ar
//! bidi: auto
//! keyboard: qwerty
//! ```
//! A `library` that is not absolute is looked for from the folder of the configuration.

use std::collections::BTreeMap;
use std::env;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::app::keyboard::Keyboard;
use crate::library::Source;
use crate::report::Language;
use crate::terminal::which::{Wish, Word};
use crate::words::{Message, cli as words};

use super::values::{form, keyboard, language, parse_language, switch};

/// The keys of the configuration file.
const KEYS: [&str; 5] = ["library", "language", "bidi", "keyboard", "mouse"];

/// The configuration file; each key may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct File {
    /// Keys that are not known: they are told, and the rest holds.
    #[serde(flatten)]
    others: BTreeMap<String, IgnoredAny>,
    library: Option<PathBuf>,
    language: Option<String>,
    bidi: Option<String>,
    keyboard: Option<String>,
    mouse: Option<String>,
    who: Option<String>,
}

/// What holds unless the command line says otherwise.
#[derive(Debug, Default)]
pub struct Config {
    library: Option<PathBuf>,
    language: Option<Language>,
    keyboard: Option<Keyboard>,
    mouse: Option<bool>,
    who: Option<String>,
    wish: Option<(Wish, Word)>,
    problems: Vec<Message>,
}

impl Config {
    /// Reads the environment and the configuration. A configuration that is missing is as if it were
    /// empty; what cannot be used is passed over, and [`problems`](Self::problems) says why.
    #[must_use]
    pub fn read() -> Self {
        let mut config = Self::default();
        config.language = config.variable("MAJLIS_LANG", language);
        config.keyboard = config.variable("MAJLIS_KEYBOARD", keyboard);
        config.mouse = config.variable("MAJLIS_MOUSE", switch);
        let wish = config.variable("MAJLIS_BIDI", form);
        config.wish = wish.map(|wish| (wish, Word::Variable));
        if let Some(path) = path().filter(|path| path.symlink_metadata().is_ok()) {
            let name = path.display().to_string();
            match file(&path) {
                Ok(file) => config.add(file, &name),
                Err(why) => config.problems.push(words::bad_configuration(&name, &why)),
            }
        }
        config
    }

    /// What the variable says, where it is set.
    fn variable<T>(&mut self, name: &str, read: fn(&str, &str) -> Result<T, Message>) -> Option<T> {
        let typed = env::var_os(name).filter(|typed| !typed.is_empty())?;
        self.known(read(name, &typed.to_string_lossy()))
    }

    /// Takes from the file with this name what the environment does not say.
    fn add(&mut self, file: File, name: &str) {
        for key in file.others.keys() {
            let known = KEYS.join(", ");
            self.problems.push(words::unknown_value(name, key, &known));
        }
        let configured = file.language.as_deref();
        let configured = configured.map(|typed| language(&format!("{name}: language"), typed));
        let configured = configured.and_then(|read| self.known(read));
        self.language = self.language.or(configured);
        let configured = file.bidi.as_deref();
        let configured = configured.map(|typed| form(&format!("{name}: bidi"), typed));
        let configured = configured.and_then(|read| self.known(read));
        let configured = configured.map(|wish| (wish, Word::Configuration));
        self.wish = self.wish.or(configured);
        let configured = file.keyboard.as_deref();
        let configured = configured.map(|typed| keyboard(&format!("{name}: keyboard"), typed));
        let configured = configured.and_then(|read| self.known(read));
        self.keyboard = self.keyboard.or(configured);
        let configured = file.mouse.as_deref();
        let configured = configured.map(|typed| switch(&format!("{name}: mouse"), typed));
        let configured = configured.and_then(|read| self.known(read));
        self.mouse = self.mouse.or(configured);
        self.library = file.library;
        self.who = file.who;
    }

    /// The value, or nothing and a problem more.
    fn known<T>(&mut self, read: Result<T, Message>) -> Option<T> {
        read.map_err(|why| self.problems.push(why)).ok()
    }

    /// What was passed over, and why.
    #[must_use]
    pub fn problems(&self) -> &[Message] {
        &self.problems
    }

    /// The folder of reports, where one is named.
    #[must_use]
    pub fn library(&self) -> Option<PathBuf> {
        env::var_os("MAJLIS_LIBRARY")
            .filter(|named| !named.is_empty())
            .map(PathBuf::from)
            .or_else(|| self.library.clone())
    }

    /// Who makes changes: of the variable `MAJLIS_WHO`, of the configuration.
    #[must_use]
    pub fn who(&self) -> Option<String> {
        let is_name = |named: &String| !named.trim().is_empty();
        let variable = env::var("MAJLIS_WHO").ok().filter(is_name);
        variable.or_else(|| self.who.clone().filter(is_name))
    }

    /// The language of the interface: of the variable, of the configuration, of the locale.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
            .or_else(|| parse_language(&locale()?))
            .unwrap_or(Language::English)
    }

    /// What is printed on the keys: of the variable, of the configuration, of the locale's country.
    #[must_use]
    pub fn keyboard(&self) -> Keyboard {
        self.keyboard
            .or_else(|| Some(keyboard_of_locale(&locale()?)))
            .unwrap_or_default()
    }

    /// Whether the mouse is listened to: of the variable, of the configuration, else it is.
    #[must_use]
    pub fn mouse(&self) -> bool {
        self.mouse.unwrap_or(true)
    }

    /// How text is to be sent to the terminal: of the variable, of the configuration.
    #[must_use]
    pub const fn wish(&self) -> Option<(Wish, Word)> {
        self.wish
    }
}

/// The locale of messages: the first of these variables that is set (POSIX).
fn locale() -> Option<String> {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()))
}

/// The keyboard that is sold in the country of a locale such as `ar_DZ.UTF-8`.
fn keyboard_of_locale(locale: &str) -> Keyboard {
    let country = locale.split(['_', '-']).nth(1).unwrap_or_default();
    match country.split(['.', '@']).next() {
        Some("BE" | "DJ" | "DZ" | "FR" | "KM" | "MA" | "MR" | "TN") => Keyboard::Azerty,
        _ => Keyboard::Qwerty,
    }
}

/// The configuration at this path, a regular file of UTF-8 text.
fn file(path: &Path) -> Result<File, Message> {
    let bytes = Source::file(path).bytes.map_err(|problem| problem.what)?;
    let mut file: Option<File> = serde_yaml::from_slice(&bytes)
        .map_err(|error| Message::new(error.to_string(), error.to_string()))?;
    if let (Some(file), Some(folder)) = (&mut file, path.parent()) {
        let home = env::var_os("HOME").map(PathBuf::from);
        file.library = file
            .library
            .take()
            .map(|library| folder.join(at_home(library, home)));
    }
    Ok(file.unwrap_or_default())
}

/// A path that begins with `~/`, in the person's own folder, as a shell would have it.
fn at_home(path: PathBuf, home: Option<PathBuf>) -> PathBuf {
    match (path.strip_prefix("~"), home) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => path,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tilde_is_the_persons_own_folder() {
        let home = || Some(PathBuf::from("/home/hind"));
        for (written, wanted) in [
            ("~/reports", "/home/hind/reports"),
            ("~", "/home/hind"),
            ("~salem/reports", "~salem/reports"),
            ("reports", "reports"),
            ("/srv/~/reports", "/srv/~/reports"),
        ] {
            assert_eq!(at_home(PathBuf::from(written), home()), Path::new(wanted));
        }
    }

    #[test]
    fn in_the_maghreb_keyboards_are_azerty() {
        for (locale, wanted) in [
            ("ar_DZ.UTF-8", Keyboard::Azerty),
            ("fr_TN", Keyboard::Azerty),
            ("ar_MA@latin", Keyboard::Azerty),
            ("ar_EG.UTF-8", Keyboard::Qwerty),
            ("C.UTF-8", Keyboard::Qwerty),
            ("", Keyboard::Qwerty),
        ] {
            assert_eq!(keyboard_of_locale(locale), wanted, "{locale}");
        }
    }

    #[test]
    fn a_keyboard_is_named_or_refused() {
        assert_eq!(keyboard("keyboard", "azerty"), Ok(Keyboard::Azerty));
        let refused = keyboard("MAJLIS_KEYBOARD", "dvorak").unwrap_err();
        assert!(refused.en.contains("MAJLIS_KEYBOARD") && refused.en.contains("qwerty, azerty"));
    }
}
