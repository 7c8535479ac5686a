//! What is typed, echoed: a letter once, as a terminal does for a line; anything else that happens
//! to the line tells it anew. Nothing moves back over what was said.

use unicode_segmentation::UnicodeSegmentation;

use crate::app::App;
use crate::script::sanitise;
use crate::words::linear as words;

/// How the typed line is echoed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Echo {
    /// Goes on behind what was echoed.
    Behind(String),
    /// A new line of a text of several.
    NewLine,
    /// The line anew, on a line of its own.
    Anew(String),
    /// The cluster on which the caret now stands, on a line of its own.
    At(String),
    /// Nothing was typed.
    Nothing,
}

/// What to echo after a key: `before` is the text before it, and where the caret stood.
#[must_use]
pub fn echo(before: Option<(&str, usize)>, app: &App) -> Echo {
    let Some(((then, caret_then), (now, caret))) = before.zip(line(app)) else {
        return Echo::Nothing;
    };
    if then == now {
        if caret == caret_then {
            return Echo::Nothing;
        }
        let behind = now.get(caret..).unwrap_or_default();
        let cluster = behind.graphemes(true).next().map(sanitise);
        let told = cluster.filter(|cluster| !cluster.trim().is_empty());
        return Echo::At(match (told, behind.is_empty()) {
            (Some(cluster), _) => cluster.into_owned(),
            (None, true) => words::END.get(app.language).to_owned(),
            (None, false) => " ".to_owned(),
        });
    }
    match now.strip_prefix(then) {
        Some("\n") if caret == now.len() => Echo::NewLine,
        Some(more) if caret == now.len() => Echo::Behind(sanitise(more).into_owned()),
        _ if now.is_empty() => Echo::Anew(words::NOTHING_TYPED.get(app.language).to_owned()),
        // Of a text of several lines only the one with the caret in it.
        _ => Echo::Anew(sanitise(around(now, caret)).into_owned()),
    }
}

/// The line of a text in which a place is.
fn around(text: &str, at: usize) -> &str {
    let (before, behind) = text.split_at_checked(at).unwrap_or((text, ""));
    let begin = before.rfind('\n').map_or(0, |end| end + 1);
    let rest = text.get(begin..).unwrap_or_default();
    let rest_of_line = behind.find('\n').unwrap_or(behind.len());
    rest.get(..at.saturating_sub(begin) + rest_of_line)
        .unwrap_or(rest)
}

/// Whether a text of several lines is typed: Enter begins a new one.
#[must_use]
pub fn is_text(app: &App) -> bool {
    let input = app.layer().and_then(crate::app::Layer::input);
    input.is_some_and(|input| input.lines().is_some())
}

/// What is typed in the layer on top, and where the caret stands in it, in bytes.
#[must_use]
pub fn line(app: &App) -> Option<(&str, usize)> {
    let input = app.layer()?.input()?;
    Some((input.text(), input.caret().at))
}
