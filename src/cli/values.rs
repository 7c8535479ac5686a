//! Words that stand for a value: on the command line, in a variable, in the configuration.

use crate::app::keyboard::Keyboard;
use crate::report::{Kind, Language};
use crate::script::Form;
use crate::terminal::which::Wish;
use crate::words::{Message, cli as words};

/// The language of a word that stands for `option`: a flag, a variable, a key of the configuration.
///
/// # Errors
/// When the word is no language; names the option and what is known.
pub fn language(option: &str, typed: &str) -> Result<Language, Message> {
    parse_language(typed).ok_or_else(|| words::unknown_value(option, typed, "ar, en"))
}

/// The language of a word such as `ar`, `ar_EG.UTF-8`, `en`.
#[must_use]
pub fn parse_language(typed: &str) -> Option<Language> {
    let word = typed
        .split(['_', '-', '.', '@'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    match word.as_str() {
        "ar" | "arabic" => Some(Language::Arabic),
        "en" | "english" => Some(Language::English),
        _ => None,
    }
}

/// The form of a word that stands for `option`, as in [`language`].
///
/// # Errors
/// When the word is no form; names the option and what is known.
pub fn form(option: &str, typed: &str) -> Result<Wish, Message> {
    let known = "auto, visual, words, kitty, off";
    parse_form(typed).ok_or_else(|| words::unknown_value(option, typed, known))
}

/// The form of a word.
fn parse_form(typed: &str) -> Option<Wish> {
    Some(match typed {
        "auto" => Wish::Auto,
        "visual" => Wish::Form(Form::Visual),
        "words" => Wish::Form(Form::Words),
        "kitty" => Wish::Form(Form::Kitty),
        "off" => Wish::Form(Form::Off),
        _ => return None,
    })
}

/// The kind of a word, singular or plural, in English or Arabic.
///
/// # Errors
/// When the word is no kind; names those that are known.
pub fn kind(typed: &str) -> Result<Kind, Message> {
    use crate::words::label::{Label, plural};
    let wanted = typed.trim().to_lowercase();
    Kind::ALL
        .into_iter()
        .find(|kind| {
            let label = kind.label();
            let many = plural(*kind);
            [kind.name(), label.ar, label.en, many.ar, many.en]
                .into_iter()
                .any(|name| name.to_lowercase() == wanted)
                || format!("{}s", kind.name()) == wanted
        })
        .ok_or_else(|| {
            let names: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
            words::unknown_value("KIND", typed, &names.join(", "))
        })
}

/// The keyboard of a word that stands for `option`.
///
/// # Errors
/// When the word is no keyboard; names the option and what is known.
pub fn keyboard(option: &str, typed: &str) -> Result<Keyboard, Message> {
    match typed {
        "qwerty" => Ok(Keyboard::Qwerty),
        "azerty" => Ok(Keyboard::Azerty),
        _ => Err(words::unknown_value(option, typed, "qwerty, azerty")),
    }
}

/// What of two a word that stands for `option` says.
///
/// # Errors
/// When it says neither; names the option and what is known.
pub fn switch(option: &str, typed: &str) -> Result<bool, Message> {
    match typed {
        "on" => Ok(true),
        "off" => Ok(false),
        _ => Err(words::unknown_value(option, typed, "on, off")),
    }
}
